//! A chart of one bar in parts that add up, with a legend that has the numbers.

use eframe::egui::{CornerRadius, Rect, Sense, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use super::{button::focus_ring, words};
use crate::ui::theme::{Tokens, Tone, icon, measure, page, size, space};

/// A part of a bar.
pub struct StackPart<'a> {
    /// What it stands for.
    pub label: &'a str,
    /// How much it is.
    pub value: u64,
    /// The number as people read it.
    pub number: &'a str,
    /// Its colour, and that of what stands in it.
    pub tone: Tone,
}

/// Draws the bar and its legend; the part that was clicked.
pub fn stack(ui: &mut Ui, parts: &[StackPart<'_>]) -> Option<usize> {
    let tokens = Tokens::of(ui.theme());
    let total = parts.iter().map(|part| part.value).sum::<u64>().max(1);
    let extent = vec2(ui.available_width(), page::BAR + space::SMALL);
    let (rect, _) = ui.allocate_exact_size(extent, Sense::hover());
    let track = Rect::from_center_size(rect.center(), vec2(rect.width(), page::BAR));
    ui.painter().rect_filled(track, CornerRadius::same(measure::RADIUS_BAR as u8), tokens.sunken);
    let mut left = track.left();
    for part in parts.iter().filter(|part| part.value > 0) {
        let width = track.width() * (part.value as f32 / total as f32);
        let place = Rect::from_min_size(pos2(left, track.top()), vec2(width, track.height()));
        // A gap of one line tells neighbours apart where colours do not.
        let inner = place.with_max_x((place.right() - measure::LINE).max(place.left() + 1.0));
        ui.painter().rect_filled(inner, 0.0, part.tone.fill);
        let number =
            words::galley(ui.painter(), part.number, size::SMALL, part.tone.text, f32::INFINITY);
        if number.size().x + space::TINY < inner.width() {
            ui.painter().galley(inner.center() - number.size() / 2.0, number, part.tone.text);
        }
        left += width;
    }
    legend(ui, parts, tokens)
}

fn legend(ui: &mut Ui, parts: &[StackPart<'_>], tokens: &Tokens) -> Option<usize> {
    let mut clicked = None;
    ui.spacing_mut().item_spacing.y = 0.0;
    for (at, part) in parts.iter().enumerate() {
        let extent = vec2(ui.available_width(), page::BAR_ROW);
        let (rect, response) = ui.allocate_exact_size(extent, Sense::click());
        let said = format!("{}: {}", part.label, part.number);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &said));
        let painter = ui.painter();
        let radius = CornerRadius::same(measure::RADIUS_SMALL as u8);
        if response.hovered() {
            painter.rect_filled(rect, radius, tokens.hover);
        }
        let at_left = pos2(rect.left() + icon::TINY / 2.0, rect.center().y);
        let square = Rect::from_center_size(at_left, vec2(icon::TINY, icon::TINY));
        painter.rect_filled(square, CornerRadius::same(measure::RADIUS_BAR as u8), part.tone.fill);
        let inner = rect.with_min_x(rect.left() + icon::TINY + space::SMALL);
        words::line(painter, inner, part.label, size::BODY, tokens.text);
        let number = words::galley(painter, part.number, size::BODY, tokens.text, page::BAR_VALUE);
        let place = pos2(rect.right() - number.size().x, rect.center().y - number.size().y / 2.0);
        painter.galley(place, number, tokens.text);
        if response.has_focus() {
            focus_ring(painter, rect, tokens);
        }
        if response.clicked() {
            clicked = Some(at);
        }
    }
    clicked
}
