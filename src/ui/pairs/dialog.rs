//! Records that were ticked in a list, beside each other over it.

use eframe::egui::{Align, Key, Layout, Modifiers, Ui};

use super::{merge_form::MergeForm, side_by_side, summary};
use crate::{
    domain::RecordId,
    engine::{Command, Request},
    i18n::{text, text_with},
    ui::{
        Cx,
        theme::{measure, page, size, space},
        widgets::{Button, Dialog, icons, label},
    },
};

/// Records that are about to become one.
pub(in crate::ui) struct MergeDialog(MergeForm);

impl MergeDialog {
    /// Nothing was chosen yet.
    pub fn of(records: Vec<RecordId>) -> Self {
        Self(MergeForm::of(records))
    }

    /// Draws the dialog; whether it is done with.
    pub fn show(&mut self, ui: &Ui, cx: &mut Cx<'_>) -> bool {
        let Self(form) = self;
        let args = [("count", form.records().len().into())];
        let title = text_with(cx.lang, "merge-title", &args).into_owned();
        let height = ui.content_rect().height() - 2.0 * space::HUGE;
        let (is_done, is_away) = Dialog::new(&title).width(page::MERGE_DIALOG).show(ui, |ui| {
            label(ui, &title, size::HEADING, cx.tokens.text);
            let rows = form.rows(cx);
            let command = rows.as_ref().and_then(|rows| form.command(rows));
            let preview = command.clone().and_then(|it| cx.preview(&Command::from(it)));
            let room = height - page::COMMIT_BAR - measure::FILTER_BAR - 2.0 * space::LARGE;
            ui.scope(|ui| {
                ui.set_height(room);
                if let Some(rows) = &rows {
                    side_by_side::show(ui, cx, form, rows);
                }
            });
            let can_merge = preview.as_deref().is_some_and(Result::is_ok);
            let mut done = None;
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.set_height(page::COMMIT_BAR - space::LARGE);
                let words = text(cx.lang, "pairs-merge");
                let merge = Button::primary(&words).with_icon(icons::MERGE).enabled(can_merge);
                let is_sent = ui.input_mut(|it| it.consume_key(Modifiers::COMMAND, Key::Enter));
                if ui.add(merge.shortcut("Ctrl Enter")).clicked() || is_sent && can_merge {
                    done = Some(true);
                }
                if ui.add(Button::secondary(&text(cx.lang, "form-cancel"))).clicked() {
                    done = Some(false);
                }
                ui.with_layout(Layout::top_down(Align::Min), |ui| {
                    if let Some(command) = &command {
                        summary::show(ui, cx, command, preview.as_deref());
                    }
                });
            });
            if let (Some(true), Some(command)) = (done, command) {
                cx.run(Request::Run(command.into()));
            }
            done.is_some()
        });
        is_done || is_away
    }
}
