//! The bars of a table: the one beside it is reckoned in rows, the one below it in points.

use eframe::egui::{
    CornerRadius, Id, Rect, Response, Sense, Ui, Vec2, WidgetInfo, accesskit::Role, pos2,
};

use super::position::{Extent, Position};
use crate::ui::theme::{Tokens, measure};

/// Draws the bar beside the rows and lets it be dragged.
pub(super) fn scroll_bar(
    ui: &Ui,
    track: Rect,
    (id, name): (Id, &str),
    extent: Extent,
    position: &mut Position,
) {
    if extent.last() <= 0.0 {
        return;
    }
    let share = (extent.visible / extent.rows as f64) * f64::from(track.height());
    let height = (share as f32).max(measure::SCROLL_HANDLE).min(track.height());
    let room = f64::from(track.height() - height).max(1.0);
    let handle_at = |position: Position| {
        let top = (position.in_rows() / extent.last() * room) as f32;
        Rect::from_min_size(pos2(track.left(), track.top() + top), Vec2::new(track.width(), height))
    };
    let response = grip(ui, handle_at(*position), (id, name));
    if response.dragged() {
        let rows = f64::from(response.drag_delta().y) / room * extent.last();
        *position = position.by(rows, extent);
    }
    paint(ui, handle_at(*position).shrink2(Vec2::new(2.0, 1.0)), &response);
}

/// Draws the bar below the columns that scroll and lets it be dragged.
pub(super) fn across_bar(
    ui: &Ui,
    track: Rect,
    (id, name): (Id, &str),
    width: f32,
    across: &mut f32,
) {
    let last = width - track.width();
    let handle = (track.width() * track.width() / width).max(measure::SCROLL_HANDLE);
    let room = (track.width() - handle).max(1.0);
    let handle_at = |across: f32| {
        let left = track.left() + (across / last).clamp(0.0, 1.0) * room;
        Rect::from_min_size(pos2(left, track.top()), Vec2::new(handle, track.height()))
    };
    let response = grip(ui, handle_at(*across), (id, name));
    if response.dragged() {
        *across = (*across + response.drag_delta().x / room * last).clamp(0.0, last);
    }
    paint(ui, handle_at(*across).shrink2(Vec2::new(1.0, 2.0)), &response);
}

fn grip(ui: &Ui, handle: Rect, (id, name): (Id, &str)) -> Response {
    let response = ui.interact(handle, id, Sense::DRAG);
    response.widget_info(|| WidgetInfo::labeled(Role::ScrollBar, true, name));
    response
}

fn paint(ui: &Ui, handle: Rect, response: &Response) {
    let tokens = Tokens::of(ui.theme());
    let is_lit = response.hovered() || response.dragged();
    let color = if is_lit { tokens.border_control } else { tokens.border_strong };
    ui.painter().rect_filled(handle, CornerRadius::same(measure::RADIUS_BAR as u8), color);
}
