//! The steps of something that is done one after another, with where one is; each can be gone to.

use eframe::egui::{Sense, Stroke, Ui, Vec2, WidgetInfo, accesskit::Role, pos2};

use super::{button::focus_ring, icons, words};
use crate::ui::theme::{Tokens, icon, measure, size, space};

/// Draws the steps; gives back the one that was clicked.
pub fn stepper(ui: &mut Ui, steps: &[&str], here: usize) -> Option<usize> {
    let mut clicked = None;
    for (at, words) in steps.iter().enumerate() {
        if at > 0 {
            let extent = Vec2::new(space::HUGE, measure::LINE);
            let (rect, _) = ui.allocate_exact_size(extent, Sense::hover());
            ui.painter().rect_filled(rect, 0.0, Tokens::of(ui.theme()).border_strong);
        }
        if step(ui, words, at, here) {
            clicked = Some(at);
        }
    }
    clicked
}

/// Draws a step; whether it was clicked.
fn step(ui: &mut Ui, text: &str, at: usize, here: usize) -> bool {
    let tokens = Tokens::of(ui.theme());
    let (is_here, is_done) = (at == here, at < here);
    let letters = if is_here { size::BODY_STRONG } else { size::BODY };
    let color = if is_here || is_done { tokens.text } else { tokens.text_subdued };
    let name = words::galley(ui.painter(), text, letters, color, f32::INFINITY);
    let extent = Vec2::new(measure::AVATAR + space::SMALL + name.size().x, measure::BUTTON);
    let (rect, response) = ui.allocate_exact_size(extent, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_here, text));
    let center = rect.left_center() + Vec2::new(measure::AVATAR / 2.0, 0.0);
    let (fill, edge, ink) = match (is_here, is_done) {
        (true, _) => (tokens.accent, tokens.accent, tokens.accent_text),
        (_, true) => (tokens.accent_soft, tokens.link, tokens.link),
        _ => (tokens.surface, tokens.border_strong, tokens.text_subdued),
    };
    let painter = ui.painter();
    painter.circle(center, measure::AVATAR / 2.0, fill, Stroke::new(measure::LINE, edge));
    if is_done {
        icons::CHECK.paint(painter, center, icon::TINY, ink);
    } else {
        let number = (at + 1).to_string();
        let number = words::galley(painter, &number, size::SMALL, ink, measure::AVATAR);
        painter.galley(center - number.size() / 2.0, number, ink);
    }
    let left = rect.left() + measure::AVATAR + space::SMALL;
    painter.galley(pos2(left, rect.center().y - name.size().y / 2.0), name, color);
    if response.has_focus() {
        focus_ring(painter, rect.expand(measure::FOCUS_LINE), tokens);
    }
    response.clicked()
}
