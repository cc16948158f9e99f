//! What a list shows on its way into a file: what is ticked, or all that match.

use eframe::egui::Ui;

use super::ListView;
use crate::{
    domain::RecordId,
    engine::{Right, Scope},
    i18n::text,
    ui::{
        Cx, Export, Intent,
        export::{ExportForm, Offered},
        widgets::{Button, icons},
    },
};

impl ListView {
    /// The button that asks what is to be written.
    pub(super) fn export_button(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let words = text(cx.lang, "export-title");
        let may = Right::Export.scope(cx.viewer.role) != Scope::No;
        let can = may && !self.asking.answer.rows().is_empty();
        if ui.add(Button::icon_only(icons::UPLOAD, &words).enabled(can)).clicked() {
            self.begin_export();
        }
    }

    /// Asks what is to be written.
    pub(super) fn begin_export(&mut self) {
        self.exporting = Some(ExportForm::of(self.selection.count()));
    }

    /// Draws what is asked, and has it written when it was answered.
    pub(super) fn show_export(&mut self, ui: &Ui, cx: &mut Cx<'_>) {
        let Some(mut form) = self.exporting.take() else { return };
        let shown = self.layout.fields(cx.model, self.kind());
        let offered = Offered {
            kind: self.kind(),
            ticked: self.selection.count(),
            matching: self.asking.answer.rows().len(),
            columns: shown.len(),
        };
        form.is_ticked &= offered.ticked > 0;
        match form.show(ui, cx, offered) {
            Some(true) => {
                let columns = shown.iter().map(|(field, _)| field.name().to_owned());
                let is_whole = form.is_whole || !form.format.has_columns();
                let export = Export {
                    kind: self.kind(),
                    records: self.exported(cx, form.is_ticked),
                    format: form.format,
                    columns: if is_whole { Vec::new() } else { columns.collect() },
                    filter: self.asking.question.conditions(),
                    is_picked: form.is_ticked || self.asking.question.among.is_some(),
                };
                cx.ask(Intent::Export(Box::new(export)));
            }
            Some(false) => {}
            None => self.exporting = Some(form),
        }
    }

    /// What is written, in the order of the list.
    fn exported(&self, cx: &Cx<'_>, is_ticked: bool) -> Vec<RecordId> {
        let answer = &self.asking.answer;
        let rows = answer.rows().iter().filter(|row| !is_ticked || self.selection.has(**row));
        rows.filter_map(|row| answer.record(cx.model, self.kind(), *row)).collect()
    }
}
