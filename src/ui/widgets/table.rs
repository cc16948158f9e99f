//! A table of any length. It draws the rows that are seen and knows where it stands as a row and a part
//! of it, so that it scrolls exactly at row 1,000,000. Its rows lie elsewhere: whoever shows the table
//! draws each cell.

use std::ops::Range;

use eframe::egui::{
    Event, EventFilter, Id, Key, Modifiers, Popup, Rect, Response, Sense, Stroke, Ui, UiBuilder,
    Vec2, WidgetInfo, accesskit::Role, pos2,
};

use super::{
    Cell, Position,
    button::focus_ring,
    columns::{self, Placed},
    position::Extent,
    scroll_bar::scroll_bar,
};
use crate::ui::theme::{Tokens, measure};

/// A column.
#[derive(Clone, Debug)]
pub struct Column {
    /// What it is called in code.
    pub id: &'static str,
    /// What stands in the header.
    pub label: String,
    /// Its width; of a flexible one the least.
    pub width: f32,
    /// Takes what the others leave.
    pub is_flexible: bool,
    /// Holds numbers, which stand at the right.
    pub is_right: bool,
    /// Where there is no room for all, those with the highest number go first.
    pub rank: u8,
    /// Whether its header sorts.
    pub can_sort: bool,
}

/// By which column a table is sorted, and which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// The column.
    pub column: &'static str,
    /// Largest first.
    pub is_descending: bool,
}

/// What a table remembers between frames.
#[derive(Clone, Debug, Default)]
pub struct TableState {
    /// Where it stands.
    pub position: Position,
    /// The row the keyboard is at.
    pub cursor: Option<usize>,
}

/// A table to be shown.
pub struct Table<'a> {
    /// What it is called, also in the tree that screen readers see.
    pub name: &'a str,
    /// The columns, from the left.
    pub columns: &'a [Column],
    /// How many rows there are.
    pub rows: usize,
    /// The height of each.
    pub row_height: f32,
    /// What it is sorted by.
    pub order: Option<Order>,
}

/// What a person did to a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// The rows that were seen.
    pub shown: Range<usize>,
    /// The row that was chosen, by a click or a key.
    pub chosen: Option<usize>,
    /// The row that was opened.
    pub opened: Option<usize>,
    /// The column whose header was clicked.
    pub sorted: Option<&'static str>,
    /// The choice was given up.
    pub is_cleared: bool,
}

impl Table<'_> {
    /// Shows the table in all the room there is. `draw` draws the cell of a row and a column.
    pub fn show(
        &self,
        ui: &mut Ui,
        state: &mut TableState,
        mut draw: impl FnMut(&mut Cell<'_>, usize, &'static str),
    ) -> Answer {
        let outer = ui.available_rect_before_wrap();
        ui.advance_cursor_after_rect(outer);
        let (head, body) = outer.split_top_bottom_at_y(outer.top() + measure::TABLE_HEADER);
        let view = body.with_max_x(body.right() - measure::SCROLL_BAR);
        let mut answer = Answer::default();
        let placed = columns::place(self.columns, view.x_range());
        columns::header(ui, head, &placed, self.order, &mut answer);

        let id = ui.make_persistent_id(("table", self.name));
        let grid = ui.interact(body, id, Sense::CLICK | Sense::FOCUSABLE);
        self.name_grid(ui, &grid);
        let extent =
            Extent { rows: self.rows, visible: f64::from(view.height() / self.row_height) };
        state.position = state.position.by(0.0, extent);
        state.cursor = state.cursor.filter(|row| *row < self.rows);
        self.scroll(ui, body, extent, state);
        if self.listen(ui, (&grid, extent), state, &mut answer) {
            state.position =
                state.cursor.map_or(state.position, |row| state.position.showing(row, extent));
        }
        let track = body.with_min_x(view.right());
        scroll_bar(ui, track, (id.with("bar"), self.name), extent, &mut state.position);

        let mut rows = Rows { table: self, grid: &grid, view, placed: &placed };
        rows.show(ui, state, &mut answer, &mut draw);
        // Where a row is chosen, that row shows where one is.
        if grid.has_focus() && state.cursor.is_none() {
            focus_ring(ui.painter(), outer.shrink(measure::FOCUS_LINE), Tokens::of(ui.theme()));
        }
        answer
    }

    fn name_grid(&self, ui: &Ui, grid: &Response) {
        grid.widget_info(|| WidgetInfo::labeled(Role::Grid, true, self.name));
        ui.ctx().accesskit_node_builder(grid.id, |node| {
            node.set_row_count(self.rows);
            node.set_column_count(self.columns.len());
        });
    }

    fn scroll(&self, ui: &Ui, body: Rect, extent: Extent, state: &mut TableState) {
        if !ui.rect_contains_pointer(body) {
            return;
        }
        let points = ui.input_mut(|input| std::mem::take(&mut input.smooth_scroll_delta.y));
        if points != 0.0 {
            let rows = -f64::from(points) / f64::from(self.row_height);
            state.position = state.position.by(rows, extent);
        }
    }

    /// Does what the keys say; whether the cursor has moved.
    fn listen(
        &self,
        ui: &Ui,
        (grid, extent): (&Response, Extent),
        state: &mut TableState,
        answer: &mut Answer,
    ) -> bool {
        // Where nothing has the focus and nothing lies over the table, the keys are meant for it.
        let (nothing, is_covered) = ui.memory(|memory| {
            (memory.focused().is_none(), !memory.allows_interaction(ui.layer_id()))
        });
        if (!grid.has_focus() && !nothing) || is_covered || Popup::is_any_open(ui.ctx()) {
            return false;
        }
        let filter = EventFilter {
            vertical_arrows: true,
            horizontal_arrows: true,
            escape: true,
            tab: false,
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(grid.id, filter));
        if take(ui, Key::Escape) && state.cursor.is_some() {
            state.cursor = None;
            answer.is_cleared = true;
            return false;
        }
        if take(ui, Key::Enter) {
            answer.opened = state.cursor;
        }
        let Some(last) = self.rows.checked_sub(1) else { return false };
        let page = (extent.visible as usize).saturating_sub(1).max(1);
        let top = state.position.row;
        let at = state.cursor;
        let moves = [
            (Key::ArrowDown, at.map_or(top, |row| row + 1)),
            (Key::ArrowUp, at.map_or(top, |row| row.saturating_sub(1))),
            (Key::PageDown, at.unwrap_or(top) + page),
            (Key::PageUp, at.unwrap_or(top).saturating_sub(page)),
            (Key::Home, 0),
            (Key::End, last),
        ];
        let Some((_, row)) = moves.into_iter().find(|(key, _)| take(ui, *key)) else {
            return false;
        };
        grid.request_focus();
        state.cursor = Some(row.min(last));
        answer.chosen = state.cursor;
        true
    }
}

/// Whether a key was pressed alone; it is not seen by others then.
fn take(ui: &Ui, key: Key) -> bool {
    let is_there = ui.input(|input| {
        input.events.iter().any(|event| matches!(event, Event::Key { key: k, .. } if *k == key))
    });
    is_there && ui.input_mut(|input| input.consume_key(Modifiers::NONE, key))
}

/// The rows that are seen.
struct Rows<'a> {
    table: &'a Table<'a>,
    grid: &'a Response,
    view: Rect,
    placed: &'a [Placed<'a>],
}

impl Rows<'_> {
    fn show(
        &mut self,
        ui: &mut Ui,
        state: &mut TableState,
        answer: &mut Answer,
        draw: &mut dyn FnMut(&mut Cell<'_>, usize, &'static str),
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
            let response = self.row(&mut body, rect, (row, state.cursor == Some(row)), draw);
            if response.clicked() {
                self.grid.request_focus();
                state.cursor = Some(row);
                answer.chosen = Some(row);
            }
            if response.double_clicked() {
                answer.opened = Some(row);
            }
            top += height;
            row += 1;
        }
        answer.shown = first..row;
    }

    fn row(
        &self,
        ui: &mut Ui,
        rect: Rect,
        (row, is_chosen): (usize, bool),
        draw: &mut dyn FnMut(&mut Cell<'_>, usize, &'static str),
    ) -> Response {
        let tokens = Tokens::of(ui.theme());
        let id = self.grid.id.with(row);
        let response = ui.interact(rect, id, Sense::CLICK);
        let painter = ui.painter();
        let ground = match (is_chosen, response.hovered()) {
            (true, _) => Some(tokens.selection),
            (false, true) => Some(tokens.hover),
            (false, false) => None,
        };
        if let Some(ground) = ground {
            painter.rect_filled(rect, 0.0, ground);
        }
        let line = Stroke::new(measure::LINE, tokens.grid);
        painter.hline(rect.x_range(), rect.bottom() - measure::LINE / 2.0, line);
        let mut said = Vec::with_capacity(self.placed.len());
        for place in self.placed {
            let inner = Rect::from_x_y_ranges(place.inner, rect.y_range());
            let painter = ui.painter().with_clip_rect(ui.clip_rect().intersect(inner.expand2(
                // What stands at an edge, such as the ring of an avatar, may reach into the padding.
                Vec2::new(measure::CELL_PADDING / 2.0, 0.0),
            )));
            let mut cell = Cell::new(&painter, inner, place.column.is_right, tokens);
            draw(&mut cell, row, place.column.id);
            said.push(cell.said());
        }
        self.say(ui, &response, (row, is_chosen), &said);
        response
    }

    /// Tells those who listen what the row and its cells say.
    fn say(
        &self,
        ui: &mut Ui,
        response: &Response,
        (row, is_chosen): (usize, bool),
        said: &[String],
    ) {
        let known = ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_row_index(row);
            node.set_selected(is_chosen);
        });
        if known.is_none() {
            return;
        }
        let words: Vec<&str> =
            said.iter().map(String::as_str).filter(|words| !words.is_empty()).collect();
        let words = words.join(", ");
        response.widget_info(|| WidgetInfo::labeled(Role::Row, true, &words));
        if is_chosen {
            ui.ctx().accesskit_node_builder(self.grid.id, |node| {
                node.set_active_descendant(response.id.accesskit_id());
            });
        }
        for (at, (place, words)) in self.placed.iter().zip(said).enumerate() {
            let rect = Rect::from_x_y_ranges(place.outer, response.rect.y_range());
            let id = cell_id(response.id, at);
            let cell = UiBuilder::new().scope_id(id).max_rect(rect).accessibility_role(Role::Cell);
            let cell = cell.accessibility_parent(response.id).accessibility_label(words.as_str());
            ui.new_child(cell).expand_to_include_rect(rect);
            ui.ctx().accesskit_node_builder(id, |node| node.set_column_index(at));
        }
    }
}

fn cell_id(row: Id, column: usize) -> Id {
    row.with(("cell", column))
}
