//! A chart of horizontal bars: words, a bar on one scale, the number, and a share behind it. Each is a click
//! away from its records.

use eframe::egui::{
    Color32, CornerRadius, Rect, Sense, Ui, WidgetInfo, accesskit::Role, pos2, vec2,
};

use super::{button::focus_ring, words};
use crate::ui::theme::{Tokens, measure, page, size, space};

/// A bar.
pub struct Bar {
    /// What it stands for.
    pub label: String,
    /// Its length; negative ones grow to the left of the line of zero.
    pub value: f64,
    /// The number as people read it.
    pub number: String,
    /// What stands in small letters behind it.
    pub note: String,
    /// Its colour; that of the first series unless it says so.
    pub color: Option<Color32>,
}

/// Draws the bars in all the width there is; the one that was clicked.
pub fn bars(ui: &mut Ui, bars: &[Bar]) -> Option<usize> {
    let tokens = Tokens::of(ui.theme());
    let largest = bars.iter().map(|bar| bar.value.max(0.0)).fold(0.0, f64::max);
    let smallest = bars.iter().map(|bar| bar.value.min(0.0)).fold(0.0, f64::min);
    let span = (largest - smallest).max(f64::EPSILON);
    let [label_width, value_width, note_width] = widths(ui, tokens, bars);
    let mut clicked = None;
    ui.spacing_mut().item_spacing.y = 0.0;
    for (at, bar) in bars.iter().enumerate() {
        let extent = vec2(ui.available_width(), page::BAR_ROW);
        let (rect, response) = ui.allocate_exact_size(extent, Sense::click());
        let said = format!("{}: {} {}", bar.label, bar.number, bar.note);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, said.trim_end()));
        let painter = ui.painter();
        if response.hovered() {
            painter.rect_filled(
                rect,
                CornerRadius::same(measure::RADIUS_SMALL as u8),
                tokens.hover,
            );
        }
        let (label, rest) = rect.split_left_right_at_x(rect.left() + label_width);
        words::line(
            painter,
            label.with_max_x(label.right() - space::SMALL),
            &bar.label,
            size::BODY,
            tokens.text,
        );
        let right = |text: &str, letters, color, edge: f32| {
            let galley = words::galley(painter, text, letters, color, value_width);
            let at = pos2(edge - galley.size().x, rect.center().y - galley.size().y / 2.0);
            painter.galley(at, galley, color);
        };
        right(&bar.note, size::SMALL, tokens.text_subdued, rest.right());
        right(&bar.number, size::BODY, tokens.text, rest.right() - note_width);
        let track = rest.with_max_x(rest.right() - note_width - value_width);
        let track = Rect::from_center_size(track.center(), vec2(track.width(), page::BAR));
        let radius = CornerRadius::same(measure::RADIUS_BAR as u8);
        painter.rect_filled(track, radius, tokens.sunken);
        let x = |value: f64| track.left() + ((value - smallest) / span) as f32 * track.width();
        let (from, to) = (x(bar.value.min(0.0)), x(bar.value.max(0.0)));
        if bar.value != 0.0 {
            let filled = Rect::from_x_y_ranges(from..=to.max(from + 2.0), track.y_range());
            let color = bar.color.unwrap_or(tokens.series(0).fill);
            painter.rect_filled(filled, radius, color);
        }
        if response.has_focus() {
            focus_ring(painter, rect, tokens);
        }
        if response.on_hover_text(said).clicked() {
            clicked = Some(at);
        }
    }
    clicked
}

/// The widths of the words, the numbers and the notes. What is said is never cut for the sake of the bars,
/// as long as half of the width is theirs.
fn widths(ui: &Ui, tokens: &Tokens, bars: &[Bar]) -> [f32; 3] {
    let width = |text: &str| {
        words::galley(ui.painter(), text, size::BODY, tokens.text, f32::INFINITY).size().x
    };
    let widest = |least: f32, texts: &mut dyn Iterator<Item = &str>| {
        texts.map(|text| width(text) + space::MEDIUM).fold(least, f32::max)
    };
    let room = ui.available_width() / 2.0;
    let has_notes = bars.iter().any(|bar| !bar.note.is_empty());
    let note = if has_notes { page::BAR_VALUE } else { 0.0 };
    let value = widest(page::BAR_VALUE, &mut bars.iter().map(|bar| bar.number.as_str())).min(room);
    let label = widest(page::BAR_LABEL, &mut bars.iter().map(|bar| bar.label.as_str()));
    [label.min((room - note).max(page::BAR_LABEL)), value, note]
}
