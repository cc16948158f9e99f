//! A key, drawn as it looks on the keyboard.

use eframe::egui::{
    Color32, CornerRadius, Painter, Rect, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
    accesskit::Role, pos2, vec2,
};

use super::words;
use crate::ui::theme::{Tokens, measure, size, space};

/// Draws keys among other things of a line.
pub fn key_cap(ui: &mut Ui, keys: &str) {
    let tokens = Tokens::of(ui.theme());
    let (rect, response) = ui.allocate_exact_size(extent(ui.painter(), keys), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, keys));
    paint(ui.painter(), rect, keys, tokens);
}

/// Draws keys at the right of a rectangle; gives back what is left of it.
pub fn key_cap_at_right(painter: &Painter, rect: Rect, keys: &str, tokens: &Tokens) -> Rect {
    let extent = extent(painter, keys);
    let min = pos2(rect.right() - extent.x, rect.center().y - extent.y / 2.0);
    paint(painter, Rect::from_min_size(min, extent), keys, tokens);
    rect.with_max_x(min.x - space::SMALL)
}

fn extent(painter: &Painter, keys: &str) -> Vec2 {
    let words = words::galley(painter, keys, size::SMALL, Color32::PLACEHOLDER, f32::INFINITY);
    vec2((words.size().x + 2.0 * space::TINY).max(measure::KEY_CAP).ceil(), measure::KEY_CAP)
}

fn paint(painter: &Painter, rect: Rect, keys: &str, tokens: &Tokens) {
    let (edge, color) = (Stroke::new(measure::LINE, tokens.border_strong), tokens.text_subdued);
    let radius = CornerRadius::same(measure::RADIUS_SMALL as u8);
    painter.rect_stroke(rect, radius, edge, StrokeKind::Inside);
    let words = words::galley(painter, keys, size::SMALL, color, rect.width());
    painter.galley(rect.center() - words.size() / 2.0, words, color);
}
