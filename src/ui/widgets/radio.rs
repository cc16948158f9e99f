//! The sign before something of which one is taken.

use eframe::egui::{Painter, Pos2, Stroke};

use crate::ui::theme::{Tokens, icon, measure};

/// Draws the sign in the middle of a place.
pub fn radio(painter: &Painter, center: Pos2, is_taken: bool, tokens: &Tokens) {
    let radius = icon::SMALL / 2.0;
    if is_taken {
        painter.circle_filled(center, radius, tokens.accent);
        painter.circle_filled(center, radius / 2.5, tokens.accent_text);
    } else {
        painter.circle_stroke(center, radius, Stroke::new(measure::LINE, tokens.border_control));
    }
}
