//! A few choices side by side, one of them taken.

use eframe::egui::{
    CornerRadius, Rect, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, accesskit::Role, pos2,
};

use super::{button::focus_ring, words};
use crate::ui::theme::{Tokens, measure, size, space};

/// Draws the choices; gives back the one that was clicked.
pub fn segments(ui: &mut Ui, width: f32, texts: &[&str], chosen: usize) -> Option<usize> {
    let tokens = Tokens::of(ui.theme());
    // Words that need more room get it, as far as there is some.
    let widest = texts.iter().map(|text| {
        let galley =
            words::galley(ui.painter(), text, size::BODY_STRONG, tokens.text, f32::INFINITY);
        galley.size().x + 2.0 * space::SMALL
    });
    let needed = widest.fold(0.0, f32::max) * texts.len() as f32;
    let width = width.max(needed.ceil()).min(ui.available_width().max(width));
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, measure::INPUT), Sense::hover());
    let edge = Stroke::new(measure::LINE, tokens.border_control);
    let radius = CornerRadius::same(measure::RADIUS as u8);
    ui.painter().rect_filled(rect, radius, tokens.surface);
    let each = width / texts.len().max(1) as f32;
    let mut clicked = None;
    for (at, text) in texts.iter().enumerate() {
        let left = rect.left() + each * at as f32;
        let part = Rect::from_min_size(pos2(left, rect.top()), Vec2::new(each, rect.height()));
        let segment = ui.interact(part, response.id.with(at), Sense::click());
        let is_chosen = at == chosen;
        segment.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, text));
        if segment.clicked() {
            clicked = Some(at);
        }
        let painter = ui.painter();
        if is_chosen {
            painter.rect_filled(part.shrink(measure::LINE), radius, tokens.accent_soft);
        } else if segment.hovered() {
            painter.rect_filled(part.shrink(measure::LINE), radius, tokens.hover);
        }
        if at > 0 {
            painter.vline(left, part.y_range().shrink(measure::LINE), edge);
        }
        let color = if is_chosen { tokens.link } else { tokens.text };
        let letters = if is_chosen { size::BODY_STRONG } else { size::BODY };
        let galley = words::galley(painter, text, letters, color, each);
        painter.galley(part.center() - galley.size() / 2.0, galley, color);
        if segment.has_focus() {
            focus_ring(painter, part, tokens);
        }
    }
    ui.painter().rect_stroke(rect, radius, edge, StrokeKind::Inside);
    clicked
}
