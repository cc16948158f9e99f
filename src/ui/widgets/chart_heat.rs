//! A table of counts whose colour says how high each is; the number stands in the cell. Each is a click away from
//! its records.

use eframe::egui::{CornerRadius, Rect, Sense, Ui, WidgetInfo, accesskit::Role, vec2};

use super::{badge, button::focus_ring, words};
use crate::{
    i18n::grouped,
    ui::theme::{Tokens, measure, page, size, space},
};

/// A row of a heat map.
pub struct HeatRow {
    /// What it is about, as it is said.
    pub label: String,
    /// The grade of a lead that stands for it.
    pub grade: u8,
    /// How many there are in each column.
    pub counts: Vec<u64>,
}

/// Draws the map in all the width there is; the row and the column of the cell that was clicked. A cell without
/// anything leads nowhere.
pub fn heat_map(ui: &mut Ui, heads: &[String], rows: &[HeatRow]) -> Option<(usize, usize)> {
    let tokens = Tokens::of(ui.theme());
    let highest = rows.iter().flat_map(|row| row.counts.iter()).max().copied().unwrap_or_default();
    let first = measure::GRADE.x + space::MEDIUM;
    let width = (ui.available_width() - first) / heads.len().max(1) as f32;
    let mut clicked = None;
    ui.spacing_mut().item_spacing.y = 0.0;
    let (head, _) =
        ui.allocate_exact_size(vec2(ui.available_width(), page::BAR_ROW), Sense::hover());
    let cell = |row: Rect, column: usize| {
        let left = row.left() + first + width * column as f32;
        row.with_min_x(left).with_max_x(left + width).shrink(measure::LINE)
    };
    for (column, words) in heads.iter().enumerate() {
        centered(ui, cell(head, column), words, tokens.text_subdued);
    }
    for (at, row) in rows.iter().enumerate() {
        let extent = vec2(ui.available_width(), page::HEAT_CELL);
        let (rect, _) = ui.allocate_exact_size(extent, Sense::hover());
        badge::grade(ui.painter(), rect, row.grade, tokens);
        for ((column, count), head) in row.counts.iter().enumerate().zip(heads) {
            let place = cell(rect, column);
            let share = *count as f32 / highest.max(1) as f32;
            let tone = tokens.heat(share);
            let radius = CornerRadius::same(measure::RADIUS_BAR as u8);
            ui.painter().rect_filled(place, radius, tone.fill);
            centered(ui, place, &grouped(*count), tone.text);
            if *count == 0 {
                continue;
            }
            let said = format!("{}, {head}: {}", row.label, grouped(*count));
            let response =
                ui.interact(place, ui.scope_id().with(("heat", at, column)), Sense::click());
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &said));
            if response.has_focus() || response.hovered() {
                focus_ring(ui.painter(), place, tokens);
            }
            if response.on_hover_text(said).clicked() {
                clicked = Some((at, column));
            }
        }
    }
    clicked
}

fn centered(ui: &Ui, rect: Rect, text: &str, color: eframe::egui::Color32) {
    let galley = words::galley(ui.painter(), text, size::SMALL, color, rect.width());
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, color);
}
