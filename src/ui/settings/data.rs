//! Where the data lies, and how it is kept safe.

use eframe::egui::Ui;

use super::row::{heading, remark, row};
use crate::{
    engine::Request,
    i18n::text,
    ui::{
        Cx, Intent,
        theme::size,
        widgets::{Button, icons, label},
    },
};

/// Draws the page.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    heading(ui, cx, "settings-data");
    row(ui, cx, "settings-folder", |ui, cx, _| {
        let words = text(cx.lang, "settings-folder-open");
        if ui.add(Button::secondary(&words).with_icon(icons::FOLDER_OPEN)).clicked() {
            cx.ask(Intent::OpenFolder);
        }
        label(ui, &cx.folder.display().to_string(), size::BODY, cx.tokens.text);
    });
    remark(ui, cx, "settings-folder-hint");
    row(ui, cx, "settings-backup", |ui, cx, _| {
        let words = text(cx.lang, "settings-backup-now");
        if ui.add(Button::secondary(&words).with_icon(icons::ARCHIVE)).clicked() {
            cx.ask(Intent::Backup);
        }
    });
    remark(ui, cx, "settings-backup-hint");
    row(ui, cx, "settings-restore", |ui, cx, _| {
        let words = text(cx.lang, "welcome-restore");
        if ui.add(Button::secondary(&words).with_icon(icons::HISTORY)).clicked() {
            cx.ask(Intent::PickBackup);
        }
    });
    remark(ui, cx, "settings-restore-hint");
    if cx.model.settings().is_sample {
        row(ui, cx, "settings-sample", |ui, cx, _| {
            let words = text(cx.lang, "sample-remove");
            if ui.add(Button::secondary(&words).with_icon(icons::TRASH)).clicked() {
                cx.run(Request::RemoveSample);
            }
        });
    }
}
