//! Who someone may be that is being typed, under the form: opening that record is better than a second one.

use eframe::egui::{Align, Layout, Ui};

use crate::{
    domain::{Kind, RecordId, match_evidence::Evidence},
    engine::{Right, Scope},
    i18n::{text, text_with},
    query::{self, candidates::Candidate, typed::Typed},
    ui::{
        Cx,
        questions::{Answer, Question},
        theme::{measure, size, space},
        widgets::{Button, icons, label, paragraph, rule},
    },
};

/// Who someone may be, as far as it was found out last.
#[derive(Default)]
pub(in crate::ui) struct LikelyList {
    found: Vec<Candidate>,
}

/// What is to be done with one of them.
#[derive(Clone, Copy)]
pub(in crate::ui) enum LikelyDeed {
    /// Its page is to be opened.
    Open(RecordId),
    /// It and the record that is typed into are to become one.
    Merge(RecordId),
}

impl LikelyList {
    /// Whether nobody was found.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// Draws those who may be meant by what was typed, into a record that is there or a new one; gives back what is
    /// to be done with one of them.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        kind: Kind,
        (own, typed): (Option<RecordId>, Typed),
    ) -> Option<LikelyDeed> {
        if !typed.says_something() {
            self.found.clear();
            return None;
        }
        // What was found last stays until the next is there.
        if let Some(Answer::Likely(found)) =
            cx.answer(Question::Likely(kind, own, typed)).as_deref()
        {
            self.found.clone_from(found);
        }
        self.found.retain(|likely| cx.model.has(likely.record));
        if self.found.is_empty() {
            return None;
        }
        rule(ui);
        label(ui, &text(cx.lang, "likely-title"), size::BODY_STRONG, cx.tokens.text);
        let can_merge = own.is_some() && Right::Merge.scope(cx.viewer.role) != Scope::No;
        let deeds = self.found.iter().filter_map(|likely| one(ui, cx, likely, can_merge));
        deeds.last()
    }
}

/// Draws one; what is to be done with it.
fn one(ui: &mut Ui, cx: &Cx<'_>, likely: &Candidate, can_merge: bool) -> Option<LikelyDeed> {
    let tokens = cx.tokens;
    let name = query::label(cx.model, likely.record);
    let mut deed = None;
    ui.horizontal(|ui| {
        ui.set_height(measure::BUTTON_SMALL);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let said = text_with(cx.lang, "likely-open", &[("name", name.as_str().into())]);
            let words = text(cx.lang, "likely-open-short");
            let button = Button::secondary(&words).named(&said).height(measure::BUTTON_SMALL);
            if ui.add(button.with_icon(icons::ARROW_RIGHT)).clicked() {
                deed = Some(LikelyDeed::Open(likely.record));
            }
            let said = text_with(cx.lang, "likely-merge", &[("name", name.as_str().into())]);
            // Beside fields there is room for one word only.
            let button = Button::icon_only(icons::MERGE, &said).with_edge();
            if can_merge && ui.add(button.height(measure::BUTTON_SMALL)).clicked() {
                deed = Some(LikelyDeed::Merge(likely.record));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let score = likely.found.score.to_string();
                label(ui, &score, size::BODY_STRONG, tokens.text);
                label(ui, &super::named(cx, likely.record), size::BODY, tokens.text);
            });
        });
    });
    let words = |sign: &str, list: &[Evidence]| {
        let words = list.iter().map(|it| text(cx.lang, &format!("evidence-{}", it.code)));
        words.map(|words| format!("{sign} {words}")).collect::<Vec<_>>()
    };
    let why =
        [words("+", &likely.found.for_), words("−", &likely.found.against)].concat().join("   ");
    paragraph(ui, &why, size::SMALL, tokens.text_subdued);
    ui.add_space(space::TINY);
    deed
}
