//! Which records are written into a file, in which format and with which columns.

use eframe::egui::{Align, Key, Layout, Modifiers, Ui, vec2};

use crate::{
    domain::Kind,
    exchange::Format,
    i18n::{grouped, text, text_with},
    ui::{
        Cx,
        theme::{measure, size, space},
        widgets::{Button, ChoiceRow, Dialog, icons, label},
    },
};

/// The most records for which a workbook has room.
const MOST_OF_WORKBOOK: usize = 1_048_575;

/// What there is to be written.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Offered {
    /// What sort of records.
    pub kind: Kind,
    /// How many are ticked.
    pub ticked: usize,
    /// How many match.
    pub matching: usize,
    /// How many columns the list shows.
    pub columns: usize,
}

/// What was chosen so far.
pub(in crate::ui) struct ExportForm {
    /// Whether only what is ticked is written, not all that match.
    pub is_ticked: bool,
    /// In which format.
    pub format: Format,
    /// Whether every field is written, not only the columns of the list.
    pub is_whole: bool,
}

impl ExportForm {
    /// What is ticked, or all that match if nothing is.
    pub fn of(ticked: usize) -> Self {
        Self { is_ticked: ticked > 0, format: Format::Xlsx, is_whole: false }
    }

    /// Draws the form: whether it was answered, or put away.
    pub fn show(&mut self, ui: &Ui, cx: &Cx<'_>, offered: Offered) -> Option<bool> {
        let things = text(cx.lang, &format!("kind-{}-plural", offered.kind.name()));
        let args = [("things", things.to_lowercase().into())];
        let title = text_with(cx.lang, "export-what", &args);
        let (done, is_away) = Dialog::new(&title).width(measure::FORM).show(ui, |ui| {
            label(ui, &title, size::HEADING, cx.tokens.text);
            self.records(ui, cx, offered);
            self.formats(ui, cx, offered);
            if self.format.has_columns() {
                self.columns(ui, cx, offered);
            }
            ui.add_space(space::TINY);
            self.buttons(ui, cx, offered)
        });
        done.or(is_away.then_some(false))
    }

    fn count(&self, offered: Offered) -> usize {
        if self.is_ticked { offered.ticked } else { offered.matching }
    }

    fn records(&mut self, ui: &mut Ui, cx: &Cx<'_>, offered: Offered) {
        heading(ui, cx, "export-records");
        for (is_ticked, key, count) in
            [(true, "export-ticked", offered.ticked), (false, "export-matching", offered.matching)]
        {
            // What is not there is no choice.
            if is_ticked && count == 0 {
                continue;
            }
            let words = text_with(cx.lang, key, &[("count", grouped(count as u64).into())]);
            let is_taken = self.is_ticked == is_ticked;
            if ui.add(ChoiceRow::new(&words).taken(is_taken)).clicked() {
                self.is_ticked = is_ticked;
            }
        }
    }

    fn formats(&mut self, ui: &mut Ui, cx: &Cx<'_>, offered: Offered) {
        heading(ui, cx, "export-format");
        let has_room = self.count(offered) <= MOST_OF_WORKBOOK;
        if !has_room && self.format == Format::Xlsx {
            self.format = Format::Csv;
        }
        for format in Format::ALL.into_iter().filter(|format| format.is_of(offered.kind)) {
            let key = format!("export-{}", format.ending());
            let can_hold = has_room || format != Format::Xlsx;
            let note = if can_hold { format!("{key}-note") } else { "export-no-room".to_owned() };
            let (words, note) = (text(cx.lang, &key), text(cx.lang, &note));
            let row = ChoiceRow::new(&words).note(&note).taken(self.format == format);
            if ui.add(row.enabled(can_hold)).clicked() {
                self.format = format;
            }
        }
    }

    fn columns(&mut self, ui: &mut Ui, cx: &Cx<'_>, offered: Offered) {
        heading(ui, cx, "list-columns");
        let shown = text_with(cx.lang, "export-shown", &[("count", offered.columns.into())]);
        for (is_whole, words) in [(false, shown), (true, text(cx.lang, "export-whole"))] {
            if ui.add(ChoiceRow::new(&words).taken(self.is_whole == is_whole)).clicked() {
                self.is_whole = is_whole;
            }
        }
    }

    fn buttons(&self, ui: &mut Ui, cx: &Cx<'_>, offered: Offered) -> Option<bool> {
        let mut done = None;
        let is_entered = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let has_some = self.count(offered) > 0;
        let extent = vec2(ui.available_width(), measure::BUTTON);
        ui.allocate_ui_with_layout(extent, Layout::right_to_left(Align::Center), |ui| {
            let words = text(cx.lang, "export-do");
            let export = Button::primary(&words).with_icon(icons::UPLOAD).enabled(has_some);
            if ui.add(export).clicked() || (is_entered && has_some) {
                done = Some(true);
            }
            if ui.add(Button::secondary(&text(cx.lang, "form-cancel"))).clicked() {
                done = Some(false);
            }
        });
        done
    }
}

fn heading(ui: &mut Ui, cx: &Cx<'_>, key: &str) {
    ui.add_space(space::TINY);
    label(ui, &text(cx.lang, key), size::SMALL_STRONG, cx.tokens.text_subdued);
}
