//! The workspace cannot be opened: what happened, what was kept and what to do.

use eframe::egui::{Sense, Ui, vec2};

use super::welcome::column;
use crate::{
    error::Error,
    i18n::text,
    ui::{
        Cx, Intent,
        theme::{icon, measure, size, space},
        widgets::{Button, icons, label, paragraph},
    },
};

/// Shows the error and the ways on.
pub(in crate::ui) fn show(ui: &mut Ui, cx: &mut Cx<'_>, err: &Error) {
    let tokens = cx.tokens;
    column(ui, measure::PAGE, |ui| {
        let side = measure::MEDALLION;
        let (rect, _) = ui.allocate_exact_size(vec2(side, side), Sense::hover());
        ui.painter().circle_filled(rect.center(), side / 2.0, tokens.danger_soft);
        icons::TRIANGLE_ALERT.paint(ui.painter(), rect.center(), icon::LARGE, tokens.danger);
        ui.add_space(space::SMALL);
        label(ui, &text(cx.lang, "trouble-title"), size::DISPLAY, tokens.text);
        paragraph(ui, &err.text(cx.lang), size::BODY, tokens.text_subdued);
        ui.add_space(space::SMALL);
        ui.horizontal(|ui| {
            if ui.add(Button::primary(&text(cx.lang, "trouble-again"))).clicked() {
                cx.ask(Intent::OpenAgain);
            }
            if ui.add(Button::secondary(&text(cx.lang, "trouble-quit"))).clicked() {
                cx.ask(Intent::Quit);
            }
        });
    });
}
