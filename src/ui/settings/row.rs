//! A line of the settings: what it is at the left, how it is set at the right.

use eframe::egui::{Align, Layout, Ui, vec2};

use crate::{
    i18n::text,
    ui::{
        Cx,
        theme::{measure, size, space},
        widgets::{label, paragraph},
    },
};

/// Draws the name of a group of lines.
pub(super) fn heading(ui: &mut Ui, cx: &Cx<'_>, key: &str) {
    ui.add_space(space::SMALL);
    label(ui, &text(cx.lang, key), size::HEADING, cx.tokens.text);
}

/// Draws a line; `add` gets the name of what it sets.
pub(super) fn row(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    key: &str,
    add: impl FnOnce(&mut Ui, &mut Cx<'_>, &str),
) {
    let name = text(cx.lang, key);
    let extent = vec2(ui.available_width(), measure::INPUT);
    ui.allocate_ui_with_layout(extent, Layout::left_to_right(Align::Center), |ui| {
        let extent = vec2(measure::SETTING_LABEL, measure::INPUT);
        ui.allocate_ui_with_layout(extent, Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_width(measure::SETTING_LABEL);
            label(ui, &name, size::BODY, cx.tokens.text_subdued);
        });
        add(ui, cx, &name);
    });
}

/// Draws a remark under a line.
pub(super) fn remark(ui: &mut Ui, cx: &Cx<'_>, key: &str) {
    let extent = vec2(ui.available_width(), measure::PILL);
    ui.allocate_ui_with_layout(extent, Layout::left_to_right(Align::Min), |ui| {
        ui.add_space(measure::SETTING_LABEL + space::SMALL);
        paragraph(ui, &text(cx.lang, key), size::SMALL, cx.tokens.text_subdued);
    });
}
