//! A number that matters: its name above it, its unit behind it, and what else is said in small letters.

use eframe::egui::{
    CornerRadius, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, accesskit::Role, pos2, vec2,
};

use super::{button::focus_ring, words};
use crate::ui::theme::{Tokens, measure, page, size, space};

/// A number that matters.
pub struct StatTile<'a> {
    /// What is counted.
    pub label: &'a str,
    /// The number.
    pub number: &'a str,
    /// What it is counted in.
    pub unit: &'a str,
    /// What else is said.
    pub note: &'a str,
    /// Whether what it is made of is shown beside it.
    pub is_chosen: bool,
}

impl StatTile<'_> {
    /// Draws the tile, so wide; a click asks what it is made of.
    pub fn show(&self, ui: &mut Ui, width: f32) -> Response {
        let tokens = Tokens::of(ui.theme());
        let (rect, response) = ui.allocate_exact_size(vec2(width, page::TILE), Sense::click());
        let parts = [self.number, self.unit, self.note].into_iter();
        let said: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
        let said = format!("{}: {}", self.label, said.join(" "));
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, self.is_chosen, &said));
        let painter = ui.painter();
        let radius = CornerRadius::same(measure::RADIUS as u8);
        let fill = if response.hovered() { tokens.hover } else { tokens.surface };
        let (edge, line) = if self.is_chosen {
            (tokens.accent, measure::FOCUS_LINE)
        } else {
            (tokens.border, measure::LINE)
        };
        painter.rect(rect, radius, fill, Stroke::new(line, edge), StrokeKind::Inside);
        let inner = rect.shrink(space::MEDIUM);
        let row = |top: f32, height: f32| {
            inner.with_min_y(inner.top() + top).with_max_y(inner.top() + top + height)
        };
        words::line(painter, row(0.0, measure::PILL), self.label, size::SMALL, tokens.text_subdued);
        let middle = row(measure::PILL, measure::BUTTON);
        let number = words::line(painter, middle, self.number, size::DISPLAY, tokens.text);
        let unit =
            words::galley(painter, self.unit, size::SMALL, tokens.text_subdued, f32::INFINITY);
        let at = pos2(number.right() + space::TINY, number.bottom() - unit.size().y - space::TINY);
        let fits = at.x + unit.size().x <= inner.right();
        if fits {
            painter.galley(at, unit, tokens.text_subdued);
        }
        // A unit for which there is no room behind the number stands below it.
        let below = [if fits { "" } else { self.unit }, self.note];
        let below: Vec<&str> = below.into_iter().filter(|text| !text.is_empty()).collect();
        let line = row(measure::PILL + measure::BUTTON, measure::PILL);
        words::line(painter, line, &below.join(" · "), size::SMALL, tokens.text_subdued);
        if response.has_focus() {
            focus_ring(painter, rect, tokens);
        }
        response
    }
}
