//! Tabs with counts: one of several views of the same things.

use eframe::egui::{Sense, Stroke, Ui, Vec2, WidgetInfo, accesskit::Role, pos2};

use super::{button::focus_ring, words};
use crate::ui::theme::{Tokens, measure, size, space};

/// A tab.
pub struct Tab {
    /// Its name.
    pub text: String,
    /// How many there are; empty while nobody knows.
    pub count: String,
}

/// Draws tabs, of which one is chosen, as far as there is room; gives back the one that was clicked.
pub fn tabs(ui: &mut Ui, tabs: &[Tab], chosen: usize) -> Option<usize> {
    let tokens = Tokens::of(ui.theme());
    let mut clicked = None;
    ui.spacing_mut().item_spacing.x = 0.0;
    for (at, tab) in tabs.iter().enumerate() {
        let is_chosen = at == chosen;
        let letters = if is_chosen { size::BODY_STRONG } else { size::BODY };
        let color = if is_chosen { tokens.text } else { tokens.text_subdued };
        let galley = |text: &str, letters, color| {
            words::galley(ui.painter(), text, letters, color, f32::INFINITY)
        };
        let text = galley(&tab.text, letters, color);
        let count = galley(&tab.count, size::SMALL, tokens.text_subdued);
        let gap = if tab.count.is_empty() { 0.0 } else { measure::ICON_GAP };
        let width = text.size().x + gap + count.size().x + 2.0 * space::MEDIUM;
        if width > ui.available_width() {
            break;
        }
        let extent = Vec2::new(width.ceil(), measure::TABS);
        let (rect, response) = ui.allocate_exact_size(extent, Sense::click());
        let said = format!("{} {}", tab.text, tab.count);
        response.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_chosen, said.trim()));
        let painter = ui.painter();
        let middle = rect.center().y;
        let left = rect.left() + space::MEDIUM;
        let behind = left + text.size().x + gap;
        let lit = if response.hovered() { tokens.text } else { color };
        painter.galley_with_override_text_color(
            pos2(left, middle - text.size().y / 2.0),
            text,
            lit,
        );
        let at_count = pos2(behind, middle - count.size().y / 2.0);
        painter.galley(at_count, count, tokens.text_subdued);
        if is_chosen {
            let line = Stroke::new(measure::FOCUS_LINE, tokens.accent);
            painter.hline(rect.x_range(), rect.bottom() - measure::FOCUS_LINE / 2.0, line);
        }
        if response.has_focus() {
            focus_ring(painter, rect.shrink(measure::FOCUS_LINE), tokens);
        }
        if response.clicked() {
            clicked = Some(at);
        }
    }
    clicked
}
