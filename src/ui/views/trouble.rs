//! The workspace cannot be opened, or a place stopped: what happened, what was kept and what to do.

use eframe::egui::Ui;

use super::welcome::column;
use crate::{
    error::Error,
    i18n::{text, text_with},
    ui::{
        Cx, Intent,
        theme::{measure, size, space},
        widgets::{Button, icons, label, medallion, paragraph},
    },
};

/// Shows the error and the ways on.
pub(in crate::ui) fn show(ui: &mut Ui, cx: &mut Cx<'_>, err: &Error) {
    page(ui, cx, ("trouble-title", &err.text(cx.lang)), |ui, cx| {
        if ui.add(Button::primary(&text(cx.lang, "trouble-again"))).clicked() {
            cx.ask(Intent::OpenAgain);
        }
        if ui.add(Button::secondary(&text(cx.lang, "trouble-quit"))).clicked() {
            cx.ask(Intent::Quit);
        }
    });
}

/// Says that a place stopped while it was drawn.
pub(in crate::ui) fn broken(ui: &mut Ui, cx: &mut Cx<'_>, words: &str) {
    let explained = text_with(cx.lang, "broken-explained", &[("reason", words.into())]);
    page(ui, cx, ("broken-title", &explained), |ui, cx| {
        if ui.add(Button::primary(&text(cx.lang, "trouble-again"))).clicked() {
            cx.ask(Intent::Mend);
        }
        if ui.add(Button::secondary(&text(cx.lang, "action-back"))).clicked() {
            cx.ask(Intent::Back);
        }
    });
}

/// A page that says what went wrong and what can be done.
fn page(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    (title, words): (&str, &str),
    buttons: impl FnOnce(&mut Ui, &mut Cx<'_>),
) {
    let tokens = cx.tokens;
    column(ui, measure::PAGE, |ui| {
        let colors = (tokens.danger_soft, tokens.danger);
        medallion(ui, measure::MEDALLION, icons::TRIANGLE_ALERT, colors);
        ui.add_space(space::SMALL);
        label(ui, &text(cx.lang, title), size::DISPLAY, tokens.text);
        paragraph(ui, words, size::BODY, tokens.text_subdued);
        ui.add_space(space::SMALL);
        ui.horizontal(|ui| buttons(ui, cx));
    });
}
