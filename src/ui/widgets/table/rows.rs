//! The rows of a table that are seen.

use eframe::egui::{
    Id, Rangef, Rect, Response, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo,
    accesskit::Role, pos2,
};

use super::{Answer, Cell, Deed, Heading, Rows, Table, TableState, Tick, place::Places};
use crate::ui::{
    theme::{Tokens, icon, measure, size, space},
    widgets::{checkbox, icons, words},
};

/// The rows that are seen.
pub(super) struct SeenRows<'a> {
    pub table: &'a Table<'a>,
    pub grid: &'a Response,
    pub view: Rect,
    pub places: &'a Places<'a>,
}

/// A row that is being drawn.
#[derive(Clone, Copy)]
struct Seen {
    row: usize,
    rect: Rect,
    /// Whether the keyboard is at it.
    is_current: bool,
    is_ticked: bool,
}

impl SeenRows<'_> {
    /// Draws them, and sees what is done to them.
    pub fn show(
        &self,
        ui: &mut Ui,
        state: &mut TableState,
        answer: &mut Answer,
        rows: &mut dyn Rows,
    ) {
        let builder = UiBuilder::new().scope_id(self.grid.id.with("rows")).max_rect(self.view);
        let mut body = ui.new_child(builder.accessibility_parent(self.grid.id));
        body.shrink_clip_rect(self.view);
        let height = self.table.row_height;
        let first = state.position.row;
        let mut top = self.view.top() - state.position.part * height;
        let mut row = first;
        while row < self.table.rows && top < self.view.bottom() {
            let extent = Vec2::new(self.view.width(), height);
            let rect = Rect::from_min_size(pos2(self.view.left(), top), extent);
            let is_current = state.cursor == Some(row);
            match rows.heading(row) {
                Some(heading) => {
                    let seen = Seen { row, rect, is_current, is_ticked: false };
                    if self.heading(&body, seen, &heading) {
                        state.cursor = Some(row);
                        answer.deeds.push(Deed::Folded(row));
                    }
                }
                None => {
                    let is_ticked = rows.is_ticked(row);
                    let seen = Seen { row, rect, is_current, is_ticked };
                    let response = self.row(&mut body, seen, rows, answer);
                    self.take(&body, (&response, row), state, answer);
                    if is_current {
                        self.mark(&body, rect, state, answer);
                    }
                }
            }
            top += height;
            row += 1;
        }
        answer.shown = first..row;
    }

    fn row(&self, ui: &mut Ui, seen: Seen, rows: &mut dyn Rows, answer: &mut Answer) -> Response {
        let tokens = Tokens::of(ui.theme());
        let Seen { row, rect, is_current, is_ticked } = seen;
        let response = ui.interact(rect, self.grid.id.with(row), Sense::CLICK);
        let painter = ui.painter();
        // Where rows are ticked, the colour says which; the ring says where the keyboard is.
        let any_ticked = self.table.ticks.is_some_and(|ticks| ticks.of_all != Tick::None);
        let ground = match (is_ticked || (is_current && !any_ticked), response.hovered()) {
            (true, _) => Some(tokens.selection),
            (false, true) => Some(tokens.hover),
            (false, false) => None,
        };
        let own = rows.ground(row);
        if let Some(ground) = ground.or(own.map(|own| own.fill)) {
            painter.rect_filled(rect, 0.0, ground);
        }
        if let Some(own) = own {
            let bar = rect.with_max_x(rect.left() + measure::MARKER);
            painter.rect_filled(bar, 0.0, own.bar);
        }
        let line = Stroke::new(measure::LINE, tokens.grid);
        painter.hline(rect.x_range(), rect.bottom() - measure::LINE / 2.0, line);
        let mut said = Vec::with_capacity(self.places.columns.len());
        for placed in self.places.seen() {
            let inner = Rect::from_x_y_ranges(placed.inner, rect.y_range());
            // What stands at an edge, such as the ring of an avatar, may reach into the padding.
            let clip = inner.expand2(Vec2::new(measure::CELL_PADDING / 2.0, 0.0));
            let clip = clip.intersect(Rect::from_x_y_ranges(placed.clip, rect.y_range()));
            let painter = ui.painter().with_clip_rect(ui.clip_rect().intersect(clip));
            let mut cell = Cell::new(&painter, inner, placed.column.is_right, tokens);
            rows.draw(&mut cell, row, placed.at);
            said.push((placed.at, cell.said()));
        }
        let words = self.say(ui, &response, seen, &said);
        if self.tick(ui, &response, seen, &words) {
            answer.deeds.push(Deed::Ticked(row));
        }
        response
    }

    /// The box before a row; whether it was clicked.
    fn tick(&self, ui: &Ui, row: &Response, seen: Seen, words: &str) -> bool {
        let (Some(ticks), Some(range)) = (self.table.ticks, self.places.ticks) else {
            return false;
        };
        let outer = Rect::from_x_y_ranges(range, seen.rect.y_range());
        let at = pos2(range.min + space::LARGE + measure::CHECKBOX / 2.0, outer.center().y);
        let tick = if seen.is_ticked { Tick::All } else { Tick::None };
        let name = if words.is_empty() { String::new() } else { format!("{} {words}", ticks.one) };
        checkbox::at(ui, (row.id.with("tick"), outer), at, tick, &name).clicked()
    }

    /// Takes what is done to a row with the pointer.
    fn take(
        &self,
        ui: &Ui,
        (response, row): (&Response, usize),
        state: &mut TableState,
        answer: &mut Answer,
    ) {
        let pointer = response.interact_pointer_pos();
        let column = pointer.and_then(|pointer| self.places.at(pointer.x));
        if response.double_clicked() {
            answer.deeds.push(Deed::Opened(row));
        } else if response.clicked() {
            self.grid.request_focus();
            let modifiers = ui.input(|input| input.modifiers);
            let deed = match (self.table.ticks.is_some(), modifiers.shift, modifiers.command) {
                (true, true, _) => Deed::TickedTo(row),
                (true, false, true) => Deed::Ticked(row),
                _ => Deed::Chosen(row),
            };
            answer.deeds.push(deed);
            state.cursor = Some(row);
            state.column = None;
        }
        if let (true, Some(pointer)) = (response.secondary_clicked(), pointer) {
            self.grid.request_focus();
            state.cursor = Some(row);
            answer.deeds.push(Deed::Menu(row, column, pointer));
        }
    }

    /// Shows that the keyboard is at a row, or at one of its cells.
    fn mark(&self, ui: &Ui, rect: Rect, state: &TableState, answer: &mut Answer) {
        let tokens = Tokens::of(ui.theme());
        let cell = state.column.and_then(|at| self.places.columns.get(at));
        let cell = cell.map(|placed| placed.cell(rect));
        answer.cell = Some(cell.unwrap_or(rect));
        if self.grid.has_focus() {
            let line = Stroke::new(measure::FOCUS_LINE, tokens.focus);
            let ring = cell.unwrap_or(rect.with_max_y(rect.bottom() - measure::LINE));
            ui.painter().rect_stroke(ring, measure::RADIUS_BAR, line, StrokeKind::Inside);
        }
    }

    /// Draws a heading; whether it was clicked.
    fn heading(&self, ui: &Ui, seen: Seen, heading: &Heading) -> bool {
        let Seen { row, rect, is_current, .. } = seen;
        let tokens = Tokens::of(ui.theme());
        let response = ui.interact(rect, self.grid.id.with(row), Sense::CLICK);
        let said = format!("{}, {}", heading.text, heading.count);
        response
            .widget_info(|| WidgetInfo::selected(Role::RowHeader, true, !heading.is_folded, &said));
        let painter = ui.painter();
        let ground = if response.hovered() { tokens.hover } else { tokens.bg };
        painter.rect_filled(rect, 0.0, ground);
        let line = Stroke::new(measure::LINE, tokens.grid);
        painter.hline(rect.x_range(), rect.bottom() - measure::LINE / 2.0, line);
        let picture = if heading.is_folded { icons::CHEVRON_RIGHT } else { icons::CHEVRON_DOWN };
        let left = rect.left() + space::LARGE;
        let at = pos2(left + measure::CHECKBOX / 2.0, rect.center().y);
        picture.paint(painter, at, icon::SMALL, tokens.text_subdued);
        let start = self.places.ticks.map_or(left + measure::CHECKBOX, |ticks| ticks.max);
        let rest = rect.with_min_x(start + measure::CELL_PADDING);
        let drawn = words::line(painter, rest, &heading.text, size::BODY, tokens.text);
        let rest = rest.with_min_x(drawn.right() + space::SMALL);
        words::line(painter, rest, &heading.count, size::SMALL, tokens.text_subdued);
        if is_current && self.grid.has_focus() {
            let line = Stroke::new(measure::FOCUS_LINE, tokens.focus);
            let ring = rect.with_max_y(rect.bottom() - measure::LINE);
            painter.rect_stroke(ring, measure::RADIUS_BAR, line, StrokeKind::Inside);
        }
        if response.clicked() {
            self.grid.request_focus();
        }
        response.clicked()
    }

    /// Tells those who listen what the row and its cells say; gives back the words of the row, none if
    /// nobody listens.
    fn say(
        &self,
        ui: &mut Ui,
        response: &Response,
        seen: Seen,
        said: &[(usize, String)],
    ) -> String {
        let is_chosen = seen.is_ticked || seen.is_current;
        let known = ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_row_index(seen.row);
            node.set_selected(is_chosen);
        });
        if known.is_none() {
            return String::new();
        }
        let words = said.iter().map(|(_, words)| words.as_str());
        let words = words.filter(|words| !words.is_empty()).collect::<Vec<_>>().join(", ");
        response.widget_info(|| WidgetInfo::labeled(Role::Row, true, &words));
        if seen.is_current {
            ui.ctx().accesskit_node_builder(self.grid.id, |node| {
                node.set_active_descendant(response.id.accesskit_id());
            });
        }
        for (at, words) in said {
            let Some(placed) = self.places.columns.get(*at) else { continue };
            let x_range: Rangef = placed.outer.intersection(placed.clip);
            let rect = Rect::from_x_y_ranges(x_range, response.rect.y_range());
            let id = cell_id(response.id, *at);
            let cell = UiBuilder::new().scope_id(id).max_rect(rect).accessibility_role(Role::Cell);
            let cell = cell.accessibility_parent(response.id).accessibility_label(words.as_str());
            ui.new_child(cell).expand_to_include_rect(rect);
            ui.ctx().accesskit_node_builder(id, |node| node.set_column_index(*at));
        }
        words
    }
}

fn cell_id(row: Id, column: usize) -> Id {
    row.with(("cell", column))
}
