//! The bar at the foot: how many there are, and the keys that help.

use eframe::egui::{Align, Frame, Layout, Margin, Ui};

use crate::ui::{
    Cx,
    theme::{measure, size, space},
    views::Foot,
    widgets::label,
};

/// Draws the bar.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, foot: &Foot) {
    let margin = Margin::symmetric(space::LARGE as i8, 0);
    Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.set_height(measure::STATUS_BAR);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            label(ui, &foot.counts, size::SMALL, cx.tokens.text);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                label(ui, &foot.keys, size::SMALL, cx.tokens.text_subdued);
            });
        });
    });
}
