//! A field of a record while it is edited in its place.

use eframe::egui::{Id, Sense, Ui, pos2, vec2};

use super::{
    draft::{Calendar, Draft},
    editor::{self, Edited},
    rows::names,
    sections::PageField,
};
use crate::{
    domain::{RecordId, Value, value_to_json},
    engine::{Request, Set},
    i18n::text,
    ui::{
        Cx,
        theme::{measure, size, space},
        widgets::{Typed, galley, label, paragraph},
    },
};

/// A field being edited.
pub(super) struct Editing {
    pub field: PageField,
    draft: Draft,
    is_fresh: bool,
    /// Whether the person is done with it and nothing has to be saved.
    is_over: bool,
    /// What is wrong with what was typed.
    pub problem: Option<String>,
    /// The revision at which it was sent to be saved.
    pub sent: Option<u64>,
}

impl Editing {
    /// Begins to edit a field.
    pub fn of(cx: &Cx<'_>, field: &PageField, value: &Value) -> Self {
        let draft = Draft::of(cx.model, &field.shape, value);
        let field = field.clone();
        Self { field, draft, is_fresh: true, is_over: false, problem: None, sent: None }
    }

    /// Whether it can be put away: what was sent is saved once the model has moved on.
    pub fn is_ended(&self, cx: &Cx<'_>) -> bool {
        self.is_over || self.sent.is_some_and(|sent| cx.model.revision() > sent)
    }

    /// The value as it stands there now; none if it is none.
    pub fn typed(&self, cx: &Cx<'_>) -> Option<Value> {
        self.draft.value(&self.field.shape, Calendar::of(cx))
    }

    /// Draws the editor.
    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, (record, value): (RecordId, &Value)) {
        let tokens = cx.tokens;
        let mut is_over = false;
        ui.add_space(space::TINY);
        ui.horizontal_top(|ui| {
            let extent = vec2(names(ui.available_width()), measure::INPUT);
            let (rect, _) = ui.allocate_exact_size(extent, Sense::hover());
            let words = galley(
                ui.painter(),
                &self.field.label,
                size::BODY,
                tokens.text_subdued,
                rect.width(),
            );
            let at = pos2(rect.left(), rect.center().y - words.size().y / 2.0);
            ui.painter().galley(at, words, tokens.text_subdued);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = space::TINY;
                is_over = self.editor(ui, cx, (record, value));
                if let Some(problem) = &self.problem {
                    paragraph(ui, problem, size::SMALL, tokens.danger);
                } else {
                    label(ui, &text(cx.lang, self.keys()), size::SMALL, tokens.text_subdued);
                }
            });
        });
        ui.add_space(space::TINY);
        if is_over {
            self.is_over = true;
            ui.request_repaint();
        }
    }

    fn editor(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        (record, value): (RecordId, &Value),
    ) -> bool {
        let id = Id::unique(("edit", record, self.field.tag));
        if std::mem::take(&mut self.is_fresh) {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        let edited = Edited {
            is_multiline: self.field.spec.is_multiline(),
            is_wrong: self.problem.is_some(),
            own_choices: &self.field.own_choices,
            ..Edited::of(&self.field.label, &self.field.shape)
        };
        match editor::show(ui, cx, edited, &mut self.draft, id) {
            Typed::Nothing => false,
            Typed::GaveUp => true,
            Typed::Done => self.save(cx, (record, value)),
        }
    }

    /// Sends what was typed to be saved; whether nothing has changed.
    fn save(&mut self, cx: &mut Cx<'_>, (record, value): (RecordId, &Value)) -> bool {
        let Some(new) = self.typed(cx) else {
            self.problem = Some(text(cx.lang, "edit-unreadable").into_owned());
            self.is_fresh = true;
            return false;
        };
        if new == *value {
            return true;
        }
        let json = value_to_json(&self.field.shape, &new);
        let values = [(self.field.name.clone(), json)].into_iter().collect();
        let set = Set { kind: record.kind, ids: vec![record.uuid], values };
        self.problem = None;
        self.sent = Some(cx.model.revision());
        cx.run(Request::Run(set.into()));
        false
    }

    fn keys(&self) -> &'static str {
        if self.field.spec.is_multiline() { "edit-keys-lines" } else { "edit-keys" }
    }
}
