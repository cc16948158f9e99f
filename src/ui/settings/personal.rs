//! How the person at this computer wants it: nothing of this touches the workspace.

use eframe::egui::Ui;

use super::row::{heading, remark, row};
use crate::{
    i18n::{Lang, text},
    ui::{
        Cx, Intent, Zoom,
        shell::LOOKS,
        theme::measure,
        widgets::{Button, Select, icons, segments},
    },
};

/// Draws the page.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    heading(ui, cx, "settings-personal");
    row(ui, cx, "language", |ui, cx, _| {
        let names: Vec<&str> = Lang::ALL.iter().map(|lang| lang.own_name()).collect();
        let chosen = Lang::ALL.iter().position(|lang| *lang == cx.lang).unwrap_or_default();
        let clicked = segments(ui, measure::SETTING, &names, chosen);
        if let Some(lang) = clicked.and_then(|at| Lang::ALL.get(at)) {
            cx.ask(Intent::SetLang(*lang));
        }
    });
    row(ui, cx, "look", |ui, cx, _| {
        let names = LOOKS.map(|(_, key)| text(cx.lang, key));
        let names = names.each_ref().map(AsRef::as_ref);
        let chosen = LOOKS.iter().position(|(look, _)| *look == cx.look.theme).unwrap_or_default();
        let clicked = segments(ui, measure::SETTING, &names, chosen);
        if let Some((look, _)) = clicked.and_then(|at| LOOKS.get(at)) {
            cx.ask(Intent::SetTheme(*look));
        }
    });
    row(ui, cx, "settings-zoom", |ui, cx, name| {
        let names = Zoom::STEPS.map(|step| format!("{step} %"));
        let chosen = Zoom::STEPS.iter().position(|step| *step == cx.look.zoom);
        let select = Select { name, entries: &names, chosen, hint: "", width: measure::SETTING };
        if let Some(step) = select.show(ui).and_then(|at| Zoom::STEPS.get(at)) {
            cx.ask(Intent::Zoom(Zoom::To(*step)));
        }
    });
    remark(ui, cx, "settings-zoom-hint");
    row(ui, cx, "action-keys", |ui, cx, _| {
        let words = text(cx.lang, "settings-keys");
        if ui.add(Button::secondary(&words).with_icon(icons::KEYBOARD)).clicked() {
            cx.ask(Intent::ShowKeys);
        }
    });
}
