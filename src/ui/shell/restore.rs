//! The question before a backup is restored: the one step that no undo takes back.

use std::path::Path;

use eframe::egui::{Align, Layout, Ui, vec2};

use crate::{
    i18n::{text, text_with},
    ui::{
        Cx, Intent,
        importing::name_of,
        theme::{measure, size, space},
        widgets::{Button, Dialog, label, paragraph},
    },
};

/// Draws the question.
pub(super) fn show(ui: &Ui, cx: &mut Cx<'_>, backup: &Path) {
    let title = text(cx.lang, "restore-ask");
    let (_, is_closed) = Dialog::new(&title).show(ui, |ui| {
        label(ui, &title, size::HEADING, cx.tokens.text);
        let args = [("file", name_of(backup).into())];
        let words = text_with(cx.lang, "restore-explained", &args);
        paragraph(ui, &words, size::BODY, cx.tokens.text);
        ui.add_space(space::SMALL);
        let extent = vec2(ui.available_width(), measure::BUTTON);
        ui.allocate_ui_with_layout(extent, Layout::right_to_left(Align::Center), |ui| {
            let words = text(cx.lang, "restore-yes");
            if ui.add(Button::danger(&words)).clicked() {
                cx.ask(Intent::Restore(backup.to_owned()));
            }
            let words = text(cx.lang, "restore-no");
            let keep = ui.add(Button::secondary(&words));
            if keep.clicked() {
                cx.ask(Intent::KeepWorkspace);
            }
        });
    });
    if is_closed {
        cx.ask(Intent::KeepWorkspace);
    }
}
