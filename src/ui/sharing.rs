//! To whom the rules of assignment would give leads, and the way to do it: in the settings, and over a list.

use std::sync::Arc;

use eframe::egui::{Align, Layout, Ui, vec2};

use super::{
    Cx,
    questions::{Answer, Question},
    theme::{Letters, column, measure, size, space},
    widgets::{Button, Dialog, icons, label, paragraph, rule},
};
use crate::{
    domain::{Id, Lead},
    engine::{AssignByRules, Request, Right, Scope, rules::sharing::Shared},
    error::Error,
    i18n::{grouped, text, text_with},
};

/// Leads that were ticked in a list, and are about to be given by the rules.
pub(super) struct SharingDialog(Arc<[Id<Lead>]>);

impl SharingDialog {
    /// Nothing was given yet.
    pub fn of(leads: impl Iterator<Item = Id<Lead>>) -> Self {
        Self(leads.collect())
    }

    /// Draws the dialog; whether it is done with.
    pub fn show(&self, ui: &Ui, cx: &mut Cx<'_>) -> bool {
        let Self(leads) = self;
        let title = text(cx.lang, "bulk-by-rules-title");
        let (is_done, is_away) = Dialog::new(&title).width(measure::SHEET).show(ui, |ui| {
            label(ui, &title, size::HEADING, cx.tokens.text);
            let is_given = show(ui, cx, Some(leads));
            let words = text(cx.lang, "form-cancel");
            is_given || ui.add(Button::secondary(&words)).clicked()
        });
        is_done || is_away
    }
}

/// Draws who would get how many of those leads, or of the open ones that nobody owns; whether it was done.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, leads: Option<&Arc<[Id<Lead>]>>) -> bool {
    let answer = cx.answer(Question::Shares(leads.cloned()));
    let Some(Answer::Shares(shared)) = answer.as_deref() else {
        label(ui, &text(cx.lang, "sharing-going"), size::BODY, cx.tokens.text_subdued);
        return false;
    };
    let shared = match shared {
        Ok(shared) => shared,
        Err(err) => {
            paragraph(ui, &err.text(cx.lang), size::BODY, cx.tokens.danger);
            return false;
        }
    };
    if shared.is_empty() {
        label(ui, &text(cx.lang, "sharing-none"), size::BODY, cx.tokens.text);
        return false;
    }
    let names = ["sharing-who", "kind-lead-plural", "sharing-rule"];
    let names = names.map(|key| text(cx.lang, key));
    line(ui, cx, size::SMALL_STRONG, names.each_ref().map(AsRef::as_ref));
    rule(ui);
    for Shared { rule, to, leads } in shared {
        let count = grouped(leads.len() as u64);
        match to {
            Ok(to) => line(ui, cx, size::BODY, [to, &count, rule.as_deref().unwrap_or_default()]),
            Err(code) => {
                let why = Error::refused(code).text(cx.lang);
                line(ui, cx, size::BODY, [&text(cx.lang, "sharing-nobody"), &count, &why]);
            }
        }
    }
    give(ui, cx, shared)
}

/// The way to do it, with all that someone gets.
fn give(ui: &mut Ui, cx: &mut Cx<'_>, shared: &[Shared]) -> bool {
    let can_assign = cx.viewer.is_alone || Right::Assign.scope(cx.viewer.role) != Scope::No;
    let given = || shared.iter().filter(|shared| shared.to.is_ok());
    let count: usize = given().map(|shared| shared.leads.len()).sum();
    if count == 0 {
        return false;
    }
    ui.add_space(space::SMALL);
    let args = [("leads", count.into()), ("count", grouped(count as u64).into())];
    let words = text_with(cx.lang, "sharing-give", &args);
    let button = Button::primary(&words).with_icon(icons::USER_PLUS).enabled(can_assign);
    let is_clicked = ui.add(button).clicked();
    if is_clicked {
        let leads: Vec<Id<Lead>> = given().flat_map(|shared| shared.leads.clone()).collect();
        cx.run(Request::Run(AssignByRules { leads, rule: None }.into()));
    }
    is_clicked
}

/// A line of the table: who, how many, by which rule or why.
fn line(ui: &mut Ui, cx: &Cx<'_>, letters: Letters, cells: [&str; 3]) {
    let [who, count, why] = cells;
    ui.horizontal(|ui| {
        for (words, width) in [(who, column::NAME), (count, column::COUNT)] {
            let extent = vec2(width, measure::BUTTON_SMALL);
            ui.allocate_ui_with_layout(extent, Layout::left_to_right(Align::Center), |ui| {
                ui.set_min_width(width);
                label(ui, words, letters, cx.tokens.text);
            });
        }
        paragraph(ui, why, letters, cx.tokens.text);
    });
}
