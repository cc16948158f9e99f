//! The scroll bar of a table, reckoned in rows.

use eframe::egui::{CornerRadius, Id, Rect, Sense, Ui, Vec2, WidgetInfo, accesskit::Role, pos2};

use super::position::{Extent, Position};
use crate::ui::theme::{Tokens, measure};

/// Draws the bar and lets it be dragged.
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
    let tokens = Tokens::of(ui.theme());
    let share = (extent.visible / extent.rows as f64) * f64::from(track.height());
    let height = (share as f32).max(measure::SCROLL_HANDLE).min(track.height());
    let room = f64::from(track.height() - height).max(1.0);
    let handle_at = |position: Position| {
        let top = (position.in_rows() / extent.last() * room) as f32;
        Rect::from_min_size(pos2(track.left(), track.top() + top), Vec2::new(track.width(), height))
    };
    let handle = handle_at(*position);
    let response = ui.interact(handle, id, Sense::DRAG);
    response.widget_info(|| WidgetInfo::labeled(Role::ScrollBar, true, name));
    if response.dragged() {
        let rows = f64::from(response.drag_delta().y) / room * extent.last();
        *position = position.by(rows, extent);
    }
    let color = if response.hovered() || response.dragged() {
        tokens.border_control
    } else {
        tokens.border_strong
    };
    let inner = handle_at(*position).shrink2(Vec2::new(2.0, 1.0));
    ui.painter().rect_filled(inner, CornerRadius::same(measure::RADIUS_BAR as u8), color);
}
