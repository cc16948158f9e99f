//! The bar at the foot: how many there are, and whether all is saved.

use eframe::egui::{Align, Frame, Layout, Margin, Ui};

use crate::{
    i18n::{text, text_with},
    ui::{
        Cx, Place,
        theme::{measure, size, space},
        views::Views,
        widgets::label,
    },
};

/// Draws the bar.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, views: &Views) {
    let margin = Margin::symmetric(space::LARGE as i8, 0);
    Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.set_height(measure::STATUS_BAR);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let (color, subdued) = (cx.tokens.text, cx.tokens.text_subdued);
            let total = cx.model.leads.len();
            let shown = views.leads.shown();
            if views.leads.is_filtered() {
                let args = [("shown", shown.into()), ("total", total.into())];
                let words = text_with(cx.lang, "status-shown", &args);
                label(ui, &words, size::SMALL, color);
            } else {
                let words = text_with(cx.lang, "status-leads", &[("total", total.into())]);
                label(ui, &words, size::SMALL, color);
            }
            if shown == 0 || views.place != Place::Leads {
                return;
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let words = text(cx.lang, "status-keys");
                label(ui, &words, size::SMALL, subdued);
            });
        });
    });
}
