//! What will happen, in one sentence; and whose the results will be.

use eframe::egui::Ui;

use super::chosen::Chosen;
use crate::{
    domain::{Account, Change, Id, Kind, Opportunity, RecordId, User, Value},
    i18n::{text, text_with},
    query,
    ui::{
        Cx,
        questions::Previewed,
        record::{amount, section},
        shown::choice,
        theme::{page, size, space},
        widgets::{Select, label, paragraph},
    },
};

/// Draws the last step.
pub(super) fn show(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    chosen: &mut Chosen,
    previewed: Option<&Previewed>,
) {
    section(ui, |ui| {
        label(ui, &text(cx.lang, "convert-confirm-title"), size::HEADING, cx.tokens.text);
        ui.add_space(space::SMALL);
        if let Some(Ok(changes)) = previewed {
            for words in sentences(cx, changes) {
                paragraph(ui, &words, size::BODY, cx.tokens.text);
                ui.add_space(space::TINY);
            }
        }
        ui.add_space(space::MEDIUM);
        label(ui, &text(cx.lang, "field-owner"), size::SMALL, cx.tokens.text_subdued);
        owner(ui, cx, chosen);
        ui.add_space(space::MEDIUM);
        let words = text(cx.lang, "convert-undo");
        paragraph(ui, &words, size::SMALL, cx.tokens.text_subdued);
    });
}

fn owner(ui: &mut Ui, cx: &Cx<'_>, chosen: &mut Chosen) {
    let users: Vec<(Id<User>, String)> = cx
        .model
        .users
        .iter()
        .filter(|(_, user)| !user.inactive)
        .map(|(id, user)| (id, user.name.clone()))
        .collect();
    let names: Vec<String> = users.iter().map(|(_, name)| name.clone()).collect();
    let at = users.iter().position(|(id, _)| Some(*id) == chosen.owner);
    let (name, hint) = (text(cx.lang, "field-owner"), text(cx.lang, "convert-owner-default"));
    let width = page::FACT_MOST;
    let select = Select { name: &name, entries: &names, chosen: at, hint: &hint, width };
    if let Some((id, _)) = select.show(ui).and_then(|at| users.get(at)) {
        chosen.owner = Some(*id);
    }
}

/// What will happen, at the foot of every step.
pub(super) fn sentence(ui: &mut Ui, cx: &Cx<'_>, previewed: Option<&Previewed>) {
    label(ui, &text(cx.lang, "convert-will"), size::SMALL, cx.tokens.text_subdued);
    let Some(Ok(changes)) = previewed else {
        let words = text(cx.lang, "preview-reading");
        return drop(label(ui, &words, size::BODY, cx.tokens.text_subdued));
    };
    let words = sentences(cx, changes).join(" ");
    paragraph(ui, &words, size::BODY, cx.tokens.text).on_hover_text(&words);
}

/// One sentence for each record that is made or changed.
fn sentences(cx: &Cx<'_>, changes: &[Change]) -> Vec<String> {
    let of = |kind: Kind| changes.iter().filter(move |change| change.record.kind == kind);
    let mut said = Vec::new();
    for change in of(Kind::Account) {
        let key = if change.created_in.is_none() { "will-account-new" } else { "will-account" };
        said.push(named(cx, key, change, Account::name));
    }
    for change in of(Kind::Contact) {
        let key = if change.created_in.is_none() { "will-contact-new" } else { "will-contact" };
        said.push(named(cx, key, change, crate::domain::Contact::name));
    }
    for change in of(Kind::Opportunity) {
        let key = if change.created_in.is_none() { "will-deal-new" } else { "will-deal" };
        let name = change.row.get(Opportunity::name).as_text().unwrap_or_default();
        let stage = change.row.get(Opportunity::stage).as_text().unwrap_or_default();
        let money = match change.row.get(Opportunity::amount) {
            Value::Money(money) => amount(cx, *money),
            _ => "–".to_owned(),
        };
        let stage = choice(cx.lang, "pipeline_stage", stage);
        let args = [
            ("name", name.into()),
            ("stage", stage.as_str().into()),
            ("amount", money.as_str().into()),
        ];
        said.push(text_with(cx.lang, key, &args).into_owned());
    }
    if let Some(owner) = of(Kind::Account).find_map(|it| it.row.get(Account::owner).as_link()) {
        let owner: RecordId = owner;
        let args = [("owner", query::label(cx.model, owner).into())];
        said.push(text_with(cx.lang, "will-owner", &args).into_owned());
    }
    said
}

fn named(cx: &Cx<'_>, key: &str, change: &Change, tag: crate::domain::Tag) -> String {
    let name = change.row.get(tag).as_text().unwrap_or_default();
    text_with(cx.lang, key, &[("name", name.into())]).into_owned()
}
