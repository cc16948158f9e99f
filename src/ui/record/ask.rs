//! What an action has to know before it is done: a small dialog.

use eframe::egui::{Align, Id, Key, Layout, Ui};

use super::{
    actions::{Action, Ask, Given, Subject},
    draft::{Calendar, Draft},
    editor::Edited,
    editor_parts,
};
use crate::{
    domain::{Shape, Value},
    i18n::text,
    ui::{
        Cx,
        theme::{size, space},
        widgets::{Button, Dialog, Typed, label, paragraph},
    },
};

/// An action somebody is being asked about.
pub(in crate::ui) struct Asking {
    pub(super) action: &'static Action,
    drafts: Vec<Draft>,
    /// What is wrong with the answers.
    problem: Option<String>,
    is_fresh: bool,
}

impl Asking {
    /// Begins to ask about a record. An amount that it has already is proposed.
    pub fn new(cx: &Cx<'_>, action: &'static Action, subject: Option<&Subject<'_>>) -> Self {
        let known = |ask: &Ask| {
            let field = subject?.record.kind.field(ask.name)?;
            (ask.shape == Shape::Money && field.shape == ask.shape).then_some(field.tag)
        };
        let draft = |ask: &Ask| {
            let known = known(ask).zip(subject).map(|(tag, subject)| subject.row.get(tag));
            Draft::of(cx.model, &ask.shape, known.unwrap_or(&Value::Empty))
        };
        let drafts = action.asks.iter().map(draft).collect();
        Self { action, drafts, problem: None, is_fresh: true }
    }

    /// Shows the dialog; whether it is over. The command, if there is one, was asked for.
    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, subject: &Subject<'_>) -> Asked {
        let name = name(cx, self.action);
        match Dialog::new(&name).show(ui, |ui| self.inside(ui, cx, subject)) {
            (Asked::Nothing, true) => Asked::GaveUp,
            (asked, _) => asked,
        }
    }

    fn inside(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, subject: &Subject<'_>) -> Asked {
        let name = name(cx, self.action);
        label(ui, &name, size::HEADING, cx.tokens.text);
        ui.add_space(space::TINY);
        let (mut is_sent, mut is_fresh) = (false, self.is_fresh);
        for (at, (ask, draft)) in self.action.asks.iter().zip(&mut self.drafts).enumerate() {
            let words = text(cx.lang, &format!("field-{}", ask.name));
            ui.add_space(space::TINY);
            label(ui, &words, size::SMALL, cx.tokens.text_subdued);
            let edited = Edited::of(&words, &ask.shape);
            let id = Id::unique(("ask", ask.name));
            if at == 0 {
                is_fresh = take_focus(ui, id, is_fresh);
            }
            let typed = ui.push_id(at, |ui| editor_parts::inner(ui, cx, edited, (draft, id))).inner;
            is_sent |= typed == Typed::Done && ui.input(|input| input.key_pressed(Key::Enter));
        }
        self.is_fresh = is_fresh;
        if let Some(problem) = &self.problem {
            ui.add_space(space::SMALL);
            paragraph(ui, problem, size::SMALL, cx.tokens.danger);
        }
        ui.add_space(space::LARGE);
        let (mut asked, is_destructive) = (Asked::Nothing, self.action.is_destructive());
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let button =
                if is_destructive { Button::danger(&name) } else { Button::primary(&name) };
            is_sent |= ui.add(button).clicked();
            if ui.add(Button::secondary(&text(cx.lang, "edit-cancel"))).clicked() {
                asked = Asked::GaveUp;
            }
        });
        if is_sent { self.send(cx, subject) } else { asked }
    }

    fn send(&mut self, cx: &mut Cx<'_>, subject: &Subject<'_>) -> Asked {
        let calendar = Calendar::of(cx);
        let mut given = Given::default();
        for (ask, draft) in self.action.asks.iter().zip(&self.drafts) {
            let value = draft.value(&ask.shape, calendar);
            let is_missing = ask.is_needed && value.as_ref().is_none_or(Value::is_empty);
            let Some(value) = value.filter(|_| !is_missing) else {
                self.problem = Some(text(cx.lang, "ask-missing").into_owned());
                return Asked::Nothing;
            };
            given.put(ask.name, value);
        }
        match (self.action.make)(subject, &given) {
            Some(command) => Asked::Run(Box::new(command)),
            None => Asked::GaveUp,
        }
    }
}

/// What came of a dialog.
pub(in crate::ui) enum Asked {
    /// It goes on.
    Nothing,
    /// The person thought better of it.
    GaveUp,
    /// This is to be done.
    Run(Box<crate::engine::Command>),
}

/// The name of an action.
pub(super) fn name(cx: &Cx<'_>, action: &Action) -> String {
    text(cx.lang, &format!("action-{}", action.id)).into_owned()
}

/// Gives the focus to a field, which holds only once the dialog lies on top; whether it is still wanted.
fn take_focus(ui: &Ui, id: Id, is_wanted: bool) -> bool {
    if is_wanted {
        ui.memory_mut(|memory| memory.request_focus(id));
        ui.request_repaint();
    }
    is_wanted && !ui.memory(|memory| memory.had_focus_last_frame(id))
}
