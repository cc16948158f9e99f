//! A word on an outlined ground.

use eframe::egui::{Color32, CornerRadius, Painter, Rect, Stroke, StrokeKind, Vec2, pos2};

use super::words;
use crate::ui::theme::{Tokens, measure, size};

/// Draws a tag at the left of a rectangle, in the middle of its height; gives back its place.
pub fn tag(painter: &Painter, rect: Rect, text: &str, tokens: &Tokens) -> Rect {
    let room = rect.width() - 2.0 * measure::PILL_PADDING;
    let galley = words::galley(painter, text, size::SMALL, tokens.text, room);
    let extent = Vec2::new(galley.size().x + 2.0 * measure::PILL_PADDING, measure::PILL);
    let at = pos2(rect.left(), rect.center().y - measure::PILL / 2.0);
    let place = Rect::from_min_size(at, extent);
    let edge = Stroke::new(measure::LINE, tokens.border_strong);
    let radius = CornerRadius::same(measure::RADIUS_SMALL as u8);
    painter.rect(place, radius, Color32::TRANSPARENT, edge, StrokeKind::Inside);
    painter.galley(place.center() - galley.size() / 2.0, galley, tokens.text);
    place
}
