//! Noting what was done about a record: what sort of thing, what was said, how it went, what comes next.

use eframe::egui::{Align, Frame, Id, Key, Layout, Margin, Modifiers, Ui};

use super::{
    actions::LOGGED,
    draft::{Calendar, Draft},
};
use crate::{
    domain::{ActivityKind, ActivityOutcome, RecordId, Shape, Timestamp, Value},
    engine::{Log, Request},
    i18n::text,
    ui::{
        Cx,
        date_field::DateField,
        shown::choice,
        theme::{measure, page, size, space},
        widgets::{Button, Input, TextField, Typed, label, one_of, paragraph},
    },
};

/// What was typed so far.
pub(super) struct Logging {
    kind: ActivityKind,
    words: String,
    next_step: String,
    due: String,
    outcome: Option<ActivityOutcome>,
    /// What is wrong with it.
    pub problem: Option<String>,
    /// The revision at which it was sent to be saved.
    pub sent: Option<u64>,
    /// Whether the words should take the focus.
    pub wants_focus: bool,
}

impl Default for Logging {
    fn default() -> Self {
        Self {
            kind: ActivityKind::Call,
            words: String::new(),
            next_step: String::new(),
            due: String::new(),
            outcome: None,
            problem: None,
            sent: None,
            wants_focus: false,
        }
    }
}

impl Logging {
    /// Draws the box; Alt and L go to it from anywhere on the page.
    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, record: RecordId) {
        if self.sent.is_some_and(|sent| cx.model.revision() > sent) {
            *self = Self { kind: self.kind, ..Self::default() };
        }
        if ui.input_mut(|input| input.consume_key(Modifiers::ALT, Key::L)) {
            self.wants_focus = true;
        }
        let margin = Margin::symmetric(space::LARGE as i8, space::MEDIUM as i8);
        Frame::new().inner_margin(margin).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::SMALL;
            self.kinds(ui, cx);
            let is_sent = self.words(ui, cx) | self.more(ui, cx);
            if let Some(problem) = &self.problem {
                paragraph(ui, problem, size::SMALL, cx.tokens.danger);
            }
            if is_sent {
                self.send(cx, record);
            }
        });
    }

    fn kinds(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        // Where there is little room the words stand closer, and without a picture.
        let is_narrow = is_narrow(ui);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = if is_narrow { 0.0 } else { space::TINY };
            for (kind, icon) in LOGGED {
                let words = choice(cx.lang, "activity_kind", kind.id());
                let is_taken = *kind == self.kind;
                let button = Button::tab(&words, is_taken).height(measure::BUTTON_SMALL);
                let has_icon = is_taken && !is_narrow;
                let button = if has_icon { button.with_icon(*icon) } else { button };
                if ui.add(button).clicked() {
                    self.kind = *kind;
                    self.wants_focus = true;
                }
            }
        });
    }

    /// What was said; whether it is to be saved.
    fn words(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> bool {
        let id = Id::unique("log words");
        let name = text(cx.lang, "log-words");
        let input = TextField::new(&mut self.words, &name, (page::ROWS / 2, id)).hint(&name);
        let response = input.show(ui);
        if std::mem::take(&mut self.wants_focus) {
            response.request_focus();
        }
        response.has_focus()
            && ui.input(|input| input.modifiers.command && input.key_pressed(Key::Enter))
    }

    /// How it went, what comes next, and saving it.
    fn more(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> bool {
        let mut is_sent = false;
        // Where there is little room it stands in a line of its own.
        let is_narrow = is_narrow(ui);
        let is_task = self.kind == ActivityKind::Task;
        if is_narrow {
            is_sent |= if is_task { self.due(ui, cx) } else { self.next_step(ui, cx) };
        }
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::SMALL;
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let words = text(cx.lang, "log-save");
                let can_save = !self.words.trim().is_empty() || self.outcome.is_some();
                is_sent |= ui.add(Button::primary(&words).enabled(can_save)).clicked();
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    if self.kind.is_attempt() {
                        self.outcome(ui, cx);
                    }
                    match (is_narrow, is_task) {
                        (true, _) => {}
                        (false, true) => is_sent |= self.due(ui, cx),
                        (false, false) => is_sent |= self.next_step(ui, cx),
                    }
                });
            });
        });
        is_sent
    }

    fn next_step(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> bool {
        let name = text(cx.lang, "field-next_step");
        let input = Input::new(&mut self.next_step, &name).hint(&name);
        let response = input.width(ui.available_width()).show(ui);
        let is_done = Typed::of(ui, &response) == Typed::Done;
        is_done && ui.input(|input| input.key_pressed(Key::Enter))
    }

    fn due(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> bool {
        let name = text(cx.lang, "field-due");
        label(ui, &name, size::SMALL, cx.tokens.text_subdued);
        let field = DateField::new(&mut self.due, &name, Id::unique("log due")).with_time(true);
        let response = field.width(ui.available_width()).show(ui, cx);
        let is_done = Typed::of(ui, &response) == Typed::Done;
        is_done && ui.input(|input| input.key_pressed(Key::Enter))
    }

    fn outcome(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let words = |outcome: Option<ActivityOutcome>| match outcome {
            Some(outcome) => choice(cx.lang, "activity_outcome", outcome.id()),
            None => text(cx.lang, "log-outcome").into_owned(),
        };
        let all: Vec<Option<ActivityOutcome>> =
            std::iter::once(None).chain(ActivityOutcome::ALL.iter().copied().map(Some)).collect();
        let entries: Vec<String> = all.iter().map(|outcome| words(*outcome)).collect();
        let entries: Vec<&str> = entries.iter().map(String::as_str).collect();
        let chosen = all.iter().position(|it| *it == self.outcome).unwrap_or_default();
        let name = text(cx.lang, "field-outcome");
        let shown = words(self.outcome);
        let button = ui.add(Button::secondary(&shown).named(&name).menu());
        let clicked = one_of(&button, &name, &entries, chosen);
        if let Some(outcome) = clicked.and_then(|at| all.get(at)) {
            self.outcome = *outcome;
        }
    }

    fn send(&mut self, cx: &mut Cx<'_>, record: RecordId) {
        let Some(due) = self.due_at(cx) else {
            self.problem = Some(text(cx.lang, "edit-unreadable").into_owned());
            return;
        };
        let filled = |words: &str| Some(words.trim().to_owned()).filter(|words| !words.is_empty());
        let is_task = self.kind == ActivityKind::Task;
        let log = Log {
            about: vec![record],
            kind: self.kind,
            outcome: self.outcome.filter(|_| self.kind.is_attempt()),
            signal: None,
            text: filled(&self.words),
            next_step: filled(&self.next_step),
            at: None,
            due,
            assignee: cx.viewer.user.filter(|_| is_task),
        };
        self.problem = None;
        self.sent = Some(cx.model.revision());
        cx.run(Request::Run(log.into()));
    }

    /// When it is due: none of what was typed cannot be read.
    fn due_at(&self, cx: &Cx<'_>) -> Option<Option<Timestamp>> {
        let draft = Draft::Words(self.due.clone());
        match draft.value(&Shape::At, Calendar::of(cx))? {
            Value::At(at) => Some(Some(at)),
            _ => Some(None),
        }
    }
}

/// Whether the box stands in the narrow column of the timeline.
fn is_narrow(ui: &Ui) -> bool {
    ui.available_width() <= page::TIMELINE_NARROW - 2.0 * space::LARGE
}
