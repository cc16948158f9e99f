//! What has to be known before something is done with many records: a reason, a day, a field and its
//! value.

use eframe::egui::{Align, Id, Layout as Direction, Ui};

use super::{
    ListField, ListView,
    bulk::{Answered, Asks, Bulk},
    editor::Draft,
};
use crate::{
    domain::{Kind, Stage},
    i18n::text,
    ui::{
        Cx,
        shown::choice,
        theme::{measure, size, space},
        widgets::{Button, Dialog, Input, Select, is_entered, label},
    },
};

/// What was answered so far.
pub(super) struct BulkForm {
    bulk: &'static Bulk,
    stage: Option<Stage>,
    words: String,
    /// The reason that was chosen from a list.
    reason: Option<usize>,
    field: Option<&'static str>,
    draft: Draft,
}

impl BulkForm {
    /// Nothing was answered yet.
    pub fn of(bulk: &'static Bulk) -> Self {
        let (words, draft) = (String::new(), Draft::default());
        Self { bulk, stage: None, words, reason: None, field: None, draft }
    }

    /// A stage was chosen.
    pub fn of_stage(bulk: &'static Bulk, stage: Stage) -> Self {
        Self { stage: Some(stage), ..Self::of(bulk) }
    }
}

impl ListView {
    /// Draws the form that is open.
    pub(super) fn show_form(&mut self, ui: &Ui, cx: &mut Cx<'_>) {
        let Some(mut form) = self.form.take() else { return };
        let title = form.bulk.label(cx.lang, self.selection.count());
        let title = title.trim_end_matches('…').to_owned();
        let kind = self.kind();
        let (done, is_away) = Dialog::new(&title).show(ui, |ui| {
            label(ui, &title, size::HEADING, cx.tokens.text);
            ui.add_space(space::SMALL);
            let is_entered = form.questions(ui, cx, kind);
            ui.add_space(space::MEDIUM);
            form.buttons(ui, cx, is_entered)
        });
        match done {
            Some(true) => {
                let bulk = form.bulk;
                match form.answered(cx, kind) {
                    Some(answered) => self.run(cx, bulk, answered),
                    None => self.form = Some(form),
                }
            }
            Some(false) => {}
            None if is_away => {}
            None => self.form = Some(form),
        }
    }
}

impl BulkForm {
    /// Draws what is asked; whether it was answered with Enter.
    fn questions(&mut self, ui: &mut Ui, cx: &Cx<'_>, kind: Kind) -> bool {
        let width = ui.available_width();
        match (self.bulk.asks, self.stage) {
            (Asks::Field, _) => self.field(ui, cx, kind, width),
            (_, Some(Stage::Disqualified)) => {
                let name = text(cx.lang, "field-reason");
                let reasons: Vec<String> =
                    reasons().iter().map(|id| choice(cx.lang, "disqualify_reason", id)).collect();
                label(ui, &name, size::SMALL, cx.tokens.text_subdued);
                let hint = text(cx.lang, "form-choose");
                let chosen = self.reason;
                let select = Select { name: &name, entries: &reasons, chosen, hint: &hint, width };
                self.reason = select.show(ui).or(chosen);
                false
            }
            (_, stage) => {
                let is_day = stage == Some(Stage::Nurturing);
                let name = text(cx.lang, if is_day { "field-wake_on" } else { "field-reason" });
                let hint = text(cx.lang, if is_day { "form-day-hint" } else { "form-reason-hint" });
                label(ui, &name, size::SMALL, cx.tokens.text_subdued);
                let id = Id::unique("bulk words");
                if self.words.is_empty() && ui.memory(|memory| memory.focused().is_none()) {
                    ui.memory_mut(|memory| memory.request_focus(id));
                }
                let is_wrong = is_day && !self.words.is_empty() && self.day().is_none();
                let input = Input::new(&mut self.words, &name).id(id).hint(&hint).width(width);
                let input = input.wrong(is_wrong).show(ui);
                is_entered(ui, &input)
            }
        }
    }

    /// A field, and below it its value.
    fn field(&mut self, ui: &mut Ui, cx: &Cx<'_>, kind: Kind, width: f32) -> bool {
        let mut fields = ListField::all(cx.model, kind);
        fields.retain(|field| field.can_edit());
        // Those that lists show are those that are set most.
        fields.sort_by_key(|field| !field.spec().is_listed());
        let labels: Vec<String> =
            fields.iter().map(|field| field.label(cx.model, cx.lang, kind)).collect();
        let name = text(cx.lang, "form-field");
        let hint = text(cx.lang, "form-choose");
        label(ui, &name, size::SMALL, cx.tokens.text_subdued);
        let chosen = fields.iter().position(|field| Some(field.name()) == self.field);
        let select = Select { name: &name, entries: &labels, chosen, hint: &hint, width };
        if let Some(field) = select.show(ui).and_then(|at| fields.get(at)) {
            self.field = Some(field.name());
            self.draft = Draft::default();
        }
        let field = self.field.and_then(|name| ListField::of(cx.model, kind, name));
        let Some(field) = field else { return false };
        let name = field.label(cx.model, cx.lang, kind);
        ui.add_space(space::SMALL);
        label(ui, &name, size::SMALL, cx.tokens.text_subdued);
        self.draft.show(ui, cx, (field, &name), width)
    }

    /// The ways out: done, or not.
    fn buttons(&self, ui: &mut Ui, cx: &Cx<'_>, is_entered: bool) -> Option<bool> {
        let mut done = is_entered.then_some(true);
        ui.with_layout(Direction::right_to_left(Align::Center), |ui| {
            ui.set_height(measure::BUTTON);
            let words = text(cx.lang, &format!("bulk-{}-do", self.bulk.id));
            if ui.add(Button::primary(&words).enabled(self.is_answered())).clicked() {
                done = Some(true);
            }
            if ui.add(Button::secondary(&text(cx.lang, "form-cancel"))).clicked() {
                done = Some(false);
            }
        });
        done
    }

    fn is_answered(&self) -> bool {
        match (self.bulk.asks, self.stage) {
            (Asks::Field, _) => self.field.is_some(),
            (_, Some(Stage::Disqualified)) => self.reason.is_some(),
            (_, Some(Stage::Nurturing)) => self.day().is_some(),
            _ => !self.words.trim().is_empty(),
        }
    }

    fn day(&self) -> Option<chrono::NaiveDate> {
        self.words.trim().replace('/', "-").parse().ok()
    }

    fn answered(&self, cx: &Cx<'_>, kind: Kind) -> Option<Answered> {
        if !self.is_answered() {
            return None;
        }
        let words = self.words.trim().to_owned();
        Some(match (self.bulk.asks, self.stage) {
            (Asks::Field, _) => {
                let field = ListField::of(cx.model, kind, self.field?)?;
                Answered::Field(field.name(), self.draft.json(cx, field)?)
            }
            (_, Some(to @ Stage::Disqualified)) => {
                let reason = self.reason.and_then(|at| reasons().get(at))?;
                Answered::Stage(to, Some((*reason).to_owned()), None)
            }
            (_, Some(to)) => Answered::Stage(to, None, self.day()),
            (_, None) => Answered::Words(words),
        })
    }
}

/// The reasons for which a lead is not worth pursuing.
fn reasons() -> &'static [&'static str] {
    use crate::domain::{FieldType as _, Pick, Shape};
    match Pick::<crate::domain::DisqualifyReason>::SHAPE {
        Shape::Choice(choices) => choices.values,
        _ => &[],
    }
}
