//! Which step of an import one is at, and the way on.

use std::time::Duration;

use eframe::egui::{Align, Frame, Key, Layout, Margin, Modifiers, Panel, Ui};

use super::{
    Step, batch, columns, files, format, grid,
    session::{FileState, StagedFile, Staging},
};
use crate::{
    i18n::{grouped, text, text_with},
    ui::{
        Cx, Intent,
        theme::{measure, page, size, space},
        widgets::{Button, icons, label, paragraph, stepper},
    },
};

/// How often it is shown how far reading and checking are.
pub(in crate::ui) const EVERY: Duration = Duration::from_millis(200);

impl Staging {
    /// Draws the step one is at.
    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        if self.is_empty() {
            return files::nothing(ui, cx);
        }
        let margin = Margin::symmetric(space::LARGE as i8, 0);
        let bar = Frame::new().fill(cx.tokens.surface).inner_margin(margin);
        let fixed = |panel: Panel, size: f32| panel.exact_size(size).resizable(false);
        fixed(Panel::top("staging_steps"), page::STEPPER)
            .frame(bar)
            .show(ui, |ui| self.stepper(ui, cx));
        let foot = Frame::new()
            .fill(cx.tokens.bg)
            .inner_margin(Margin::symmetric(space::LARGE as i8, space::SMALL as i8));
        fixed(Panel::bottom("staging_foot"), page::COMMIT_BAR)
            .frame(foot)
            .show(ui, |ui| self.foot(ui, cx));
        if let Some(shares) = self.shares_words(cx) {
            let color = if shares.is_ok() { cx.tokens.text } else { cx.tokens.danger };
            let words = shares.unwrap_or_else(|refusal| refusal);
            Panel::bottom("staging_given").resizable(false).frame(bar).show(ui, |ui| {
                ui.set_height(page::ROW);
                paragraph(ui, &words, size::BODY, color);
            });
        }
        if self.step != Step::Files {
            files::tabs(ui, cx, self);
        }
        self.failure(ui, cx);
        match self.step {
            Step::Files => files::show(ui, cx, self),
            _ if self.tables.is_empty() => self.reading(ui, cx),
            Step::Format => format::show(ui, cx, self),
            Step::Columns => columns::show(ui, cx, self),
            Step::Check => grid::show(ui, cx, self),
        }
    }

    fn stepper(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        ui.set_height(page::STEPPER);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = space::SMALL;
            let words = text(cx.lang, "staging-cancel");
            let cancel = Button::secondary(&words).enabled(!self.is_committing);
            if ui.add(cancel).clicked() {
                cx.ask(Intent::ForgetStaging);
            }
            if self.step != Step::Files {
                let words = text(cx.lang, "staging-back");
                if ui.add(Button::secondary(&words).with_icon(icons::CHEVRON_LEFT)).clicked() {
                    self.go(-1);
                }
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let words: Vec<_> =
                    Step::ALL.iter().map(|step| text(cx.lang, step.key())).collect();
                let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
                let here = Step::ALL.iter().position(|step| *step == self.step);
                if let Some(step) =
                    stepper(ui, &words, here.unwrap_or_default()).and_then(|at| Step::ALL.get(at))
                {
                    self.step = *step;
                }
            });
        });
    }

    /// Goes so many steps on, or back.
    fn go(&mut self, by: isize) {
        let at = Step::ALL.iter().position(|step| *step == self.step).unwrap_or_default();
        if let Some(step) = at.checked_add_signed(by).and_then(|at| Step::ALL.get(at)) {
            self.step = *step;
        }
    }

    /// Says which files cannot be read.
    fn failure(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let failed = self.files.iter().find_map(|file| match &file.state {
            FileState::Failed(err) => Some((file.number, err.text(cx.lang))),
            _ => None,
        });
        let table = self.tables.get(self.shown).and_then(|table| table.problem.as_ref());
        let Some((number, words)) = failed.or_else(|| table.map(|err| (0, err.text(cx.lang))))
        else {
            return;
        };
        let margin = Margin::symmetric(space::LARGE as i8, space::SMALL as i8);
        let frame = Frame::new().fill(cx.tokens.danger_soft).inner_margin(margin);
        let panel = Panel::top("staging_failure").resizable(false).frame(frame);
        panel.show(ui, |ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if number > 0 {
                    let words = text(cx.lang, "staging-remove");
                    if ui.add(Button::secondary(&words)).clicked() {
                        self.remove(number);
                    }
                    let words = text(cx.lang, "staging-again");
                    if ui.add(Button::secondary(&words)).clicked() {
                        self.read_again(number);
                    }
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    paragraph(ui, &words, size::BODY, cx.tokens.danger);
                });
            });
        });
    }

    /// How many rows were read so far.
    fn reading(&self, ui: &mut Ui, cx: &Cx<'_>) {
        let rows: u64 = self.files.iter().filter_map(StagedFile::rows_read).sum();
        let words = match rows {
            0 => text(cx.lang, "import-reading"),
            _ => {
                let args = [("rows", rows.into()), ("count", grouped(rows).into())];
                text_with(cx.lang, "staging-reading", &args)
            }
        };
        ui.request_repaint_after(EVERY);
        let begun = |file: &&StagedFile| file.rows_read().is_some() && !file.raw.is_empty();
        match self.files.iter().find(begun) {
            Some(file) => format::beginning(ui, cx, &file.raw, &words),
            None => {
                ui.centered_and_justified(|ui| {
                    label(ui, &words, size::BODY, cx.tokens.text_subdued);
                });
            }
        }
    }

    fn read_again(&mut self, number: u64) {
        if let Some(file) = self.files.iter_mut().find(|file| file.number == number) {
            file.say(|_| {});
        }
    }

    /// Where the leads go, what they add up to, and the way on.
    fn foot(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = space::LARGE;
            self.commit_button(ui, cx);
            batch::sums(ui, cx, self);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| batch::show(ui, cx, self));
        });
    }

    fn commit_button(&self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let accepted = self.accepted();
        let is_cut = self.taken().any(|table| table.held.is_cut);
        let words = match (is_cut, self.is_ready()) {
            (true, _) => text(cx.lang, "staging-commit-whole"),
            (false, true) => {
                let count = grouped(accepted as u64);
                let args = [("leads", accepted.into()), ("count", count.into())];
                text_with(cx.lang, "staging-commit", &args)
            }
            (false, false) => text(cx.lang, "staging-checking"),
        };
        let can =
            !self.is_committing && (is_cut && !self.is_busy() || self.is_ready() && accepted > 0);
        let button = Button::primary(&words)
            .with_icon(icons::CHECK)
            .height(measure::BUTTON_LARGE)
            .enabled(can);
        let is_clicked = ui.add(button).clicked();
        if can && (is_clicked || is_sent(ui)) {
            cx.ask(Intent::CommitStaging);
        }
    }
}

/// Whether Enter says to go on: with Ctrl, or where nothing else wants it.
fn is_sent(ui: &Ui) -> bool {
    let is_free = ui.memory(|memory| memory.focused().is_none())
        && !eframe::egui::Popup::is_any_open(ui.ctx());
    ui.input_mut(|input| {
        input.consume_key(Modifiers::COMMAND, Key::Enter)
            || is_free && input.consume_key(Modifiers::NONE, Key::Enter)
    })
}
