//! The columns of a table: how wide, which have room, and their headers.

use eframe::egui::{Rangef, Rect, Sense, Stroke, Ui, Vec2, WidgetInfo, accesskit::Role, pos2};

use super::{
    button::focus_ring,
    icons,
    table::{Answer, Column, Order},
    words,
};
use crate::ui::theme::{Tokens, icon, measure, size, space};

/// A column that has its place.
pub(super) struct Placed<'a> {
    pub column: &'a Column,
    /// From one border to the other.
    pub outer: Rangef,
    /// Without the padding.
    pub inner: Rangef,
}

/// Places columns side by side. Where there is no room for all, those of the highest rank are left out.
pub(super) fn place(columns: &[Column], room: Rangef) -> Vec<Placed<'_>> {
    let mut kept: Vec<&Column> = columns.iter().collect();
    let width = |kept: &[&Column]| kept.iter().map(|column| column.width).sum::<f32>();
    while width(&kept) > room.span() {
        let Some(highest) = kept.iter().map(|column| column.rank).filter(|rank| *rank > 0).max()
        else {
            break;
        };
        kept.retain(|column| column.rank != highest);
    }
    let flexible = kept.iter().filter(|column| column.is_flexible).count().max(1);
    // Numbers and states are never cut; what gives way last is the flexible column.
    let spare = (room.span() - width(&kept)) / flexible as f32;
    let mut left = room.min;
    let place = |column: &'_ Column, left: f32| {
        let flexible = (column.width + spare).max(column.width / 2.0);
        let width = if column.is_flexible { flexible } else { column.width };
        Rangef::new(left, (left + width).min(room.max))
    };
    let mut placed = Vec::with_capacity(kept.len());
    let last = kept.len().saturating_sub(1);
    for (at, column) in kept.into_iter().enumerate() {
        let outer = place(column, left);
        left = outer.max;
        // The first and the last stand in line with the rest of the page.
        let padding = |is_edge| if is_edge { space::LARGE } else { measure::CELL_PADDING };
        let inner = Rangef::new(outer.min + padding(at == 0), outer.max - padding(at == last));
        placed.push(Placed { column, outer, inner });
    }
    placed
}

/// Draws the header; a click on it sorts.
pub(super) fn header(
    ui: &mut Ui,
    rect: Rect,
    placed: &[Placed<'_>],
    order: Option<Order>,
    answer: &mut Answer,
) {
    let tokens = Tokens::of(ui.theme());
    let line = Stroke::new(measure::LINE, tokens.border);
    ui.painter().rect_filled(rect, 0.0, tokens.surface);
    ui.painter().hline(rect.x_range(), rect.bottom() - measure::LINE / 2.0, line);
    for place in placed {
        let outer = Rect::from_x_y_ranges(place.outer, rect.y_range());
        let order = order.filter(|order| order.column == place.column.id);
        if title(ui, outer, place, order) {
            answer.sorted = Some(place.column.id);
        }
    }
}

/// Draws the title of a column; whether it was clicked.
fn title(ui: &Ui, outer: Rect, place: &Placed<'_>, order: Option<Order>) -> bool {
    let tokens = Tokens::of(ui.theme());
    let column = place.column;
    let sense = if column.can_sort { Sense::click() } else { Sense::hover() };
    let response = ui.interact(outer, ui.scope_id().with(("column", column.id)), sense);
    response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &column.label));
    if let Some(order) = order {
        use eframe::egui::accesskit::SortDirection;
        let direction =
            if order.is_descending { SortDirection::Descending } else { SortDirection::Ascending };
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_sort_direction(direction));
    }
    let is_lit = order.is_some() || (column.can_sort && response.hovered());
    let color = if is_lit { tokens.text } else { tokens.text_subdued };
    let painter = ui.painter().with_clip_rect(outer);
    let arrow = if order.is_some() { icon::SMALL + space::TINY } else { 0.0 };
    let room = place.inner.span() - arrow;
    let galley = words::galley(&painter, &column.label, size::SMALL, color, room);
    let width = galley.size().x;
    let left = if column.is_right { place.inner.max - width - arrow } else { place.inner.min };
    painter.galley(pos2(left, outer.center().y - galley.size().y / 2.0), galley, color);
    if let Some(order) = order {
        let picture = if order.is_descending { icons::ARROW_DOWN } else { icons::ARROW_UP };
        let at = pos2(left + width + space::TINY + icon::SMALL / 2.0, outer.center().y);
        picture.paint(&painter, at, icon::SMALL, color);
    }
    if response.has_focus() {
        focus_ring(ui.painter(), outer.shrink2(Vec2::splat(measure::FOCUS_LINE)), tokens);
    }
    response.clicked()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(id: &'static str, width: f32, is_flexible: bool, rank: u8) -> Column {
        let label = id.to_owned();
        Column { id, label, width, is_flexible, is_right: false, rank, can_sort: false }
    }

    #[test]
    fn columns_without_room_are_left_out() {
        let columns = [
            column("name", 200.0, true, 0),
            column("a", 100.0, false, 2),
            column("b", 80.0, false, 1),
        ];
        for (room, expected) in [
            (500.0, vec![("name", 320.0), ("a", 100.0), ("b", 80.0)]),
            (300.0, vec![("name", 220.0), ("b", 80.0)]),
            (250.0, vec![("name", 250.0)]),
            (100.0, vec![("name", 100.0)]),
        ] {
            let placed = place(&columns, Rangef::new(0.0, room));
            let found: Vec<_> = placed.iter().map(|it| (it.column.id, it.outer.span())).collect();
            assert_eq!(found, expected, "{room}");
        }
    }
}
