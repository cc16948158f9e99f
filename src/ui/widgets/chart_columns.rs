//! A chart of columns in groups that stand side by side, such as the hours of days. Each is a click away from
//! its records.

use eframe::egui::{
    CornerRadius, Rect, Sense, Stroke, Ui, WidgetInfo, accesskit::Role, pos2, vec2,
};

use super::{button::focus_ring, words};
use crate::{
    i18n::grouped,
    ui::theme::{Tokens, measure, page, size, space},
};

/// Columns that belong together.
pub struct ColumnGroup {
    /// What they are.
    pub label: String,
    /// What stands in small letters under that.
    pub note: String,
    /// Each column: what it stands for, and how many. Nothing is drawn for none.
    pub columns: Vec<(String, u64)>,
}

/// Draws the columns in all the width there is; the group and the column in it that was clicked. The highest
/// bears its number.
pub fn columns(ui: &mut Ui, groups: &[ColumnGroup]) -> Option<(usize, usize)> {
    let tokens = Tokens::of(ui.theme());
    let extent = vec2(ui.available_width(), page::CHART + 2.0 * measure::PILL);
    let (rect, _) = ui.allocate_exact_size(extent, Sense::hover());
    let all = || groups.iter().flat_map(|group| group.columns.iter().map(|column| column.1));
    let highest = all().max().unwrap_or_default().max(1);
    // The number of the uppermost line is the longest.
    let longest = grouped(highest / step(highest) * step(highest));
    let longest =
        words::galley(ui.painter(), &longest, size::SMALL, tokens.text_subdued, f32::INFINITY);
    let area = rect
        .with_min_x(rect.left() + page::CHART_SCALE.max(longest.size().x + space::SMALL))
        .with_min_y(rect.top() + measure::PILL)
        .with_max_y(rect.top() + page::CHART);
    lines(ui, area, highest);
    let slots: usize = groups.iter().map(|group| group.columns.len()).sum();
    let gaps = groups.len().saturating_sub(1) as f32 * space::MEDIUM;
    let slot = ((area.width() - gaps) / slots.max(1) as f32).min(page::CHART_COLUMN);
    let (mut left, mut clicked, mut is_said) = (area.left(), None, false);
    // A group of few columns is as wide as its words, as far as there is room.
    let most = (area.width() - gaps) / groups.len().max(1) as f32;
    for (at, group) in groups.iter().enumerate() {
        let begin = left;
        let own = group.columns.len() as f32 * slot;
        let words = width(ui, &group.label).max(width(ui, &group.note)).min(most);
        let end = begin + own.max(words);
        left += (end - begin - own) / 2.0;
        for (place, (said, count)) in group.columns.iter().enumerate() {
            let whole = area.with_min_x(left).with_max_x(left + slot);
            let is_highest = *count == highest && !is_said;
            is_said |= is_highest;
            if column(ui, whole, (said, *count), (highest, is_highest)) {
                clicked = Some((at, place));
            }
            left += slot;
        }
        let below = Rect::from_x_y_ranges(begin..=end, area.bottom()..=rect.bottom());
        centered(ui, below.split_top_bottom_at_fraction(0.5).0, &group.label, tokens.text);
        centered(ui, below.split_top_bottom_at_fraction(0.5).1, &group.note, tokens.text_subdued);
        left = end + space::MEDIUM;
    }
    clicked
}

fn width(ui: &Ui, words: &str) -> f32 {
    let tokens = Tokens::of(ui.theme());
    let galley = words::galley(ui.painter(), words, size::SMALL, tokens.text, f32::INFINITY);
    galley.size().x.ceil()
}

/// Draws a column; whether it was clicked.
fn column(
    ui: &Ui,
    whole: Rect,
    (said, count): (&str, u64),
    (highest, is_highest): (u64, bool),
) -> bool {
    if count == 0 {
        return false;
    }
    let tokens = Tokens::of(ui.theme());
    let number = grouped(count);
    let said = format!("{said}: {number}");
    let response =
        ui.interact(whole, ui.scope_id().with(("column", said.as_str())), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &said));
    let height = (whole.height() * (count as f32 / highest as f32)).max(2.0);
    let inner = whole.with_min_y(whole.bottom() - height).shrink2(vec2(space::TINY / 4.0, 0.0));
    let fill = tokens.series(0).fill;
    let fill = if is_highest || response.hovered() { fill } else { fill.gamma_multiply(0.75) };
    let (above, below) = (measure::RADIUS_BAR as u8, 0);
    let radius = CornerRadius { nw: above, ne: above, sw: below, se: below };
    ui.painter().rect_filled(inner, radius, fill);
    if is_highest {
        let number =
            words::galley(ui.painter(), &number, size::SMALL_STRONG, tokens.text, f32::INFINITY);
        let at = inner.center_top() - vec2(number.size().x / 2.0, number.size().y);
        ui.painter().galley(at, number, tokens.text);
    }
    if response.has_focus() {
        focus_ring(ui.painter(), whole, tokens);
    }
    response.on_hover_text(said).clicked()
}

/// Draws lines at round numbers, each with its number.
fn lines(ui: &Ui, area: Rect, highest: u64) {
    let tokens = Tokens::of(ui.theme());
    for number in (0..=highest).step_by(step(highest) as usize) {
        let y = area.bottom() - area.height() * (number as f32 / highest as f32);
        let line = Stroke::new(measure::LINE, tokens.border);
        ui.painter().hline(area.x_range(), y, line);
        let words = grouped(number);
        let number =
            words::galley(ui.painter(), &words, size::SMALL, tokens.text_subdued, f32::INFINITY);
        let at = pos2(area.left() - space::SMALL - number.size().x, y - number.size().y / 2.0);
        ui.painter().galley(at, number, tokens.text_subdued);
    }
}

/// A round number of which a few reach the highest.
fn step(highest: u64) -> u64 {
    let mut ten = 1;
    loop {
        for times in [1, 2, 5] {
            if highest / (ten * times) <= 3 {
                return ten * times;
            }
        }
        ten *= 10;
    }
}

fn centered(ui: &Ui, rect: Rect, text: &str, color: eframe::egui::Color32) {
    let galley = words::galley(ui.painter(), text, size::SMALL, color, rect.width());
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, color);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_stand_at_few_round_numbers() {
        for (highest, expected) in
            [(1, 1), (3, 1), (4, 2), (7, 2), (8, 5), (19, 5), (70, 20), (1_248, 500)]
        {
            assert_eq!(step(highest), expected, "{highest}");
        }
    }
}
