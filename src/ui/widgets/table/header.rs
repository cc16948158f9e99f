//! The titles of the columns: a click sorts, a drag moves, the edge sizes, the other button asks what
//! else can be done.

use eframe::egui::{
    CursorIcon, Rangef, Rect, Sense, Stroke, Ui, UiBuilder, Vec2, WidgetInfo,
    accesskit::{Role, SortDirection},
    pos2,
};

use super::{
    Answer, Deed, Order, Rows, Table, TableState,
    place::{Placed, Places},
};
use crate::ui::{
    theme::{Tokens, icon, measure, size, space},
    widgets::{button::focus_ring, checkbox, icons, words},
};

/// Draws the header.
pub(super) fn show(
    ui: &mut Ui,
    rect: Rect,
    (table, places, rows): (&Table<'_>, &Places<'_>, &mut dyn Rows),
    state: &mut TableState,
    answer: &mut Answer,
) {
    let tokens = Tokens::of(ui.theme());
    let line = Stroke::new(measure::LINE, tokens.border);
    ui.painter().rect_filled(rect, 0.0, tokens.surface);
    ui.painter().hline(rect.x_range(), rect.bottom() - measure::LINE / 2.0, line);
    if let (Some(ticks), Some(range)) = (table.ticks, places.ticks) {
        let outer = Rect::from_x_y_ranges(range, rect.y_range());
        let id = ui.scope_id().with("tick all");
        let at = pos2(range.min + space::LARGE + measure::CHECKBOX / 2.0, rect.center().y);
        if checkbox::at(ui, (id, outer), at, ticks.of_all, ticks.all).clicked() {
            answer.deeds.push(Deed::TickedAll);
        }
    }
    for placed in places.seen() {
        let order = table.order.filter(|order| order.column == placed.at);
        if !own_title(ui, rect, placed, rows) {
            title(ui, rect, (table, placed), order, answer);
        }
    }
    if table.is_arranged {
        for placed in places.seen() {
            edge(ui, rect, placed, answer);
        }
        moving(ui, rect, places, state, answer);
    }
}

/// Draws a title that is more than words; whether there is one.
fn own_title(ui: &mut Ui, header: Rect, placed: &Placed<'_>, rows: &mut dyn Rows) -> bool {
    let outer = Rect::from_x_y_ranges(placed.outer, header.y_range());
    let builder = UiBuilder::new().id_salt(("own title", placed.at)).max_rect(outer);
    let mut place = ui.new_child(builder);
    place.shrink_clip_rect(Rect::from_x_y_ranges(placed.clip, header.y_range()));
    rows.title(&mut place, outer, placed.at)
}

/// Draws the title of a column and sees what is done to it.
fn title(
    ui: &Ui,
    header: Rect,
    (table, placed): (&Table<'_>, &Placed<'_>),
    order: Option<Order>,
    answer: &mut Answer,
) {
    let tokens = Tokens::of(ui.theme());
    let column = placed.column;
    let outer = placed.cell(header);
    let sense = match (column.can_sort, table.is_arranged) {
        (_, true) => Sense::click_and_drag(),
        (true, false) => Sense::click(),
        (false, false) => Sense::hover(),
    };
    let response = ui.interact(outer, ui.scope_id().with(("column", placed.at)), sense);
    response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &column.label));
    if let Some(order) = order {
        let direction =
            if order.is_descending { SortDirection::Descending } else { SortDirection::Ascending };
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_sort_direction(direction));
    }
    let is_lit = order.is_some() || (column.can_sort && response.hovered());
    let color = if is_lit { tokens.text } else { tokens.text_subdued };
    let painter = ui.painter().with_clip_rect(outer.intersect(ui.clip_rect()));
    let arrow = if order.is_some() { icon::SMALL + space::TINY } else { 0.0 };
    let room = placed.inner.span() - arrow;
    let galley = words::galley(&painter, &column.label, size::SMALL, color, room);
    let width = galley.size().x;
    let is_cut = galley.elided;
    let left = if column.is_right { placed.inner.max - width - arrow } else { placed.inner.min };
    painter.galley(pos2(left, outer.center().y - galley.size().y / 2.0), galley, color);
    if let Some(order) = order {
        let picture = if order.is_descending { icons::ARROW_DOWN } else { icons::ARROW_UP };
        let at = pos2(left + width + space::TINY + icon::SMALL / 2.0, outer.center().y);
        picture.paint(&painter, at, icon::SMALL, color);
    }
    if response.has_focus() {
        focus_ring(ui.painter(), outer.shrink2(Vec2::splat(measure::FOCUS_LINE)), tokens);
    }
    if response.clicked() && column.can_sort {
        answer.deeds.push(Deed::Sorted(placed.at));
    }
    if response.secondary_clicked() {
        let at = response.interact_pointer_pos().unwrap_or(outer.left_bottom());
        answer.deeds.push(Deed::ColumnMenu(placed.at, at));
    }
    if is_cut {
        response.on_hover_text(&column.label);
    }
}

/// The edge of a column, by which it is given a width.
fn edge(ui: &Ui, header: Rect, placed: &Placed<'_>, answer: &mut Answer) {
    let tokens = Tokens::of(ui.theme());
    let x = placed.outer.max;
    if !placed.clip.expand(1.0).contains(x) {
        return;
    }
    let grip = Rangef::point(x).expand(measure::GRIP / 2.0);
    let grip = Rect::from_x_y_ranges(grip, header.y_range());
    let id = ui.scope_id().with(("edge", placed.at));
    let response = ui.interact(grip, id, Sense::DRAG);
    let response = response.on_hover_and_drag_cursor(CursorIcon::ResizeHorizontal);
    if let (true, Some(pointer)) = (response.dragged(), response.interact_pointer_pos()) {
        let width = (pointer.x - placed.outer.min).max(measure::COLUMN_LEAST);
        answer.deeds.push(Deed::Resized(placed.at, width));
    }
    let is_near = ui.rect_contains_pointer(header);
    let color = match (response.hovered() || response.dragged(), is_near) {
        (true, _) => tokens.focus,
        (false, true) => tokens.border_strong,
        (false, false) => return,
    };
    let line = Stroke::new(measure::LINE, color);
    let y_range = header.y_range().shrink(space::SMALL);
    ui.painter().vline(x - measure::LINE / 2.0, y_range, line);
}

/// Shows where a title that is dragged would go, and moves it when it is let go.
fn moving(ui: &Ui, header: Rect, places: &Places<'_>, state: &mut TableState, answer: &mut Answer) {
    for placed in places.seen() {
        let id = ui.scope_id().with(("column", placed.at));
        if ui.ctx().is_being_dragged(id) {
            let pointer = ui.input(|input| input.pointer.interact_pos());
            let target = pointer.and_then(|pointer| places.at(pointer.x));
            state.moving = target.map(|target| (placed.at, target));
        }
    }
    let Some((from, to)) = state.moving else { return };
    if ui.input(|input| input.pointer.any_released()) {
        state.moving = None;
        if from != to {
            answer.deeds.push(Deed::Moved(from, to));
        }
        return;
    }
    let Some(target) = places.columns.get(to).filter(|_| from != to) else { return };
    let x = if from < to { target.outer.max } else { target.outer.min };
    let tokens = Tokens::of(ui.theme());
    let line = Stroke::new(measure::FOCUS_LINE, tokens.focus);
    ui.painter().vline(x, header.y_range(), line);
    ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
}
