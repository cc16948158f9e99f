//! The bar that says that everything here is made up, and takes it away with one click.

use eframe::egui::{Align, Frame, Layout, Margin, Sense, Ui, vec2};

use crate::{
    engine::Request,
    i18n::text,
    ui::{
        Cx,
        theme::{icon, measure, size, space},
        widgets::{Button, icons, label},
    },
};

/// Draws the bar.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    let tokens = cx.tokens;
    let margin = Margin::symmetric(space::LARGE as i8, 0);
    Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.set_height(measure::NOTE_BAR);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let words = text(cx.lang, "sample-remove");
            let remove = Button::secondary(&words).height(measure::BUTTON_SMALL);
            if ui.add(remove.with_icon(icons::TRASH)).clicked() {
                cx.run(Request::RemoveSample);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let (rect, _) =
                    ui.allocate_exact_size(vec2(icon::BODY, icon::BODY), Sense::hover());
                icons::INFO.paint(ui.painter(), rect.center(), icon::BODY, tokens.info);
                label(ui, &text(cx.lang, "sample-note"), size::BODY, tokens.text);
            });
        });
    });
}
