//! From which score two cards are one person, and what each finding weighs for it.

use eframe::egui::{Align, Id, Layout, Ui, vec2};
use serde_json::json;

use super::row::{heading, remark, row};
use crate::{
    domain::{
        Settings,
        match_evidence::{EvidenceWeight, Weights},
    },
    i18n::{text, text_with},
    ui::{
        Cx,
        theme::{measure, page, size},
        widgets::{Button, EditedLook, edited, icons, label, paragraph, rule},
    },
};

/// How wide a number is.
const NUMBER: f32 = 80.0;

/// Draws the page.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    heading(ui, cx, "settings-matching");
    let hint = text(cx.lang, "settings-matching-hint");
    paragraph(ui, &hint, size::SMALL, cx.tokens.text_subdued);
    let own = Weights::of(cx.model.settings());
    for (key, field, score) in [
        ("settings-same-from", "same_from", own.same_from),
        ("settings-review-from", "review_from", own.review_from),
    ] {
        row(ui, cx, key, |ui, cx, name| {
            let look = EditedLook { width: NUMBER, hint: "" };
            let typed = edited(ui, Id::unique(key), name, &score.to_string(), look);
            let score = typed.and_then(|typed| typed.parse::<i64>().ok());
            if let Some(score) = score.filter(|score| (1..=100).contains(score)) {
                cx.set(Settings::ID.record(), field, score);
            }
        });
        remark(ui, cx, &format!("{key}-hint"));
    }
    let shipped = Weights::default();
    if own != shipped {
        let words = text(cx.lang, "settings-weights-shipped");
        if ui.add(Button::quiet(&words).with_icon(icons::UNDO)).clicked() {
            reset(cx);
        }
    }
    let (for_, against): (Vec<&str>, Vec<&str>) =
        Weights::NAMES.iter().partition(|name| shipped.weight(name).unwrap_or_default() >= 0);
    for (key, mut names) in [("settings-weights-for", for_), ("settings-weights-against", against)]
    {
        heading(ui, cx, key);
        names.sort_by_key(|name| -i16::from(shipped.weight(name).unwrap_or_default()).abs());
        for name in names {
            rule(ui);
            weight(ui, cx, name, (own.weight(name), shipped.weight(name)));
        }
    }
}

/// Draws a line in which a finding is weighed.
fn weight(ui: &mut Ui, cx: &mut Cx<'_>, name: &str, (own, shipped): (Option<i8>, Option<i8>)) {
    let (own, shipped) = (own.unwrap_or_default(), shipped.unwrap_or_default());
    let words = words(cx, name);
    let extent = vec2(ui.available_width(), page::ROW);
    ui.allocate_ui_with_layout(extent, Layout::left_to_right(Align::Center), |ui| {
        let extent = vec2(measure::SETTING_LABEL + measure::SETTING, page::ROW);
        ui.allocate_ui_with_layout(extent, Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_width(extent.x);
            label(ui, &words, size::BODY, cx.tokens.text);
        });
        let look = EditedLook { width: NUMBER, hint: "" };
        let typed = edited(ui, Id::unique(("weight", name)), &words, &own.to_string(), look);
        let typed = typed.and_then(|typed| typed.replace('−', "-").parse::<i64>().ok());
        if let Some(weight) = typed.filter(|weight| (-100..=100).contains(weight)) {
            set(cx, name, weight);
        }
        if own != shipped {
            let args = [("weight", shipped.to_string().into())];
            let was = text_with(cx.lang, "settings-weight-was", &args);
            label(ui, &was, size::SMALL, cx.tokens.text_subdued);
        }
    });
}

/// What a finding is called: as in the reasons of a pair, or by a text of its own where it is finer.
fn words(cx: &Cx<'_>, name: &str) -> String {
    let name = name.replace('_', "-");
    let fine = format!("weight-{name}");
    match crate::i18n::known(cx.lang, &fine) {
        Some(_) => text(cx.lang, &fine).into_owned(),
        None => text(cx.lang, &format!("evidence-{name}")).into_owned(),
    }
}

fn set(cx: &mut Cx<'_>, name: &str, weight: i64) {
    let mut weights: Vec<EvidenceWeight> = cx.model.settings().evidence_weights.clone();
    weights.retain(|other| other.evidence != name);
    let shipped = Weights::default().weight(name).map(i64::from);
    let mut json: Vec<_> =
        weights.iter().map(|it| json!({"evidence": it.evidence, "weight": it.weight})).collect();
    if shipped != Some(weight) {
        json.push(json!({"evidence": name, "weight": weight}));
    }
    cx.set(Settings::ID.record(), "evidence_weights", json);
}

/// Takes every number back to what is shipped, in one step.
fn reset(cx: &mut Cx<'_>) {
    let fields =
        [("evidence_weights", json!([])), ("same_from", json!(null)), ("review_from", json!(null))];
    let values = fields.map(|(field, value)| (field.to_owned(), value)).into_iter().collect();
    cx.set_many(Settings::ID.record(), values);
}
