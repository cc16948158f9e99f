//! What only a lead has: the path of its stages, the conditions of the next one, its campaigns and hand-overs.

use eframe::egui::{Align, Frame, Layout, Margin, Sense, Ui, Vec2};

use super::{actions::Subject, evidence::Evidence, related};
use crate::{
    domain::{Fields as _, HandOver, Id, Lead, Membership, Stage, Tag, Timestamp},
    engine::rules::qualification::{GateItem, mql_gate, sql_gate, usable_gate},
    i18n::{text, text_with},
    query,
    ui::{
        Cx, Place, days,
        list::glyph,
        shown::choice,
        theme::{icon, page, size, space},
        widgets::{Glyph, Link, PathStep, icons, label, paragraph, rule, stage_path},
    },
};

/// The stages of the path, in their order.
const PATH: [Stage; 5] = [Stage::Unsorted, Stage::Usable, Stage::Mql, Stage::Sql, Stage::Converted];

/// What a click on the path asks for.
pub(super) enum Step {
    /// To go to the next stage.
    Next(Stage),
    /// To convert.
    Convert,
}

/// The conditions of a stage, each met or not.
pub(super) fn gate(cx: &Cx<'_>, subject: &Subject<'_>, to: Stage) -> Vec<GateItem> {
    let (lead, id) = (Lead::read(subject.row), Id::<Lead>::new(subject.record.uuid));
    match to {
        Stage::Usable => usable_gate(&lead),
        Stage::Mql => mql_gate(cx.model, cx.now(), id, &lead),
        Stage::Sql => sql_gate(cx.model, &lead),
        _ => Vec::new(),
    }
}

/// How many conditions of a stage are not met.
pub(super) fn missing(cx: &Cx<'_>, subject: &Subject<'_>, to: Option<Stage>) -> usize {
    let items = to.map(|to| gate(cx, subject, to)).unwrap_or_default();
    items.iter().filter(|item| !item.is_met).count()
}

/// The stage after the one a lead is at, as far as its conditions are known.
fn next(lead: &Lead) -> Option<Stage> {
    let at = PATH.iter().position(|stage| *stage == lead.stage)?;
    PATH.get(at + 1).copied()
}

/// Draws the path; what a click on it asks for.
pub(super) fn path(ui: &mut Ui, cx: &Cx<'_>, subject: &Subject<'_>) -> Option<Step> {
    let lead = Lead::read(subject.row);
    let zone = cx.model.settings().zone();
    let today = cx.now().day(zone);
    // A lead that left the path stands where it left it.
    let at = PATH.iter().position(|stage| *stage == lead.stage || lead.left_stage == Some(*stage));
    let since = |at: Option<Timestamp>| at.map(|at| days::short(at.day(zone), today, cx.lang));
    let note = |stage: Stage| {
        let reached = match stage {
            Stage::Unsorted => lead.captured_at,
            Stage::Usable => lead.usable_at,
            Stage::Mql => lead.mql_at,
            Stage::Sql => lead.sql_at,
            _ => lead.converted_at,
        };
        let missing = missing(cx, subject, next(&lead).filter(|next| *next == stage));
        if missing > 0 {
            let args = [("missing", missing.into())];
            return text_with(cx.lang, "path-missing", &args).into_owned();
        }
        since(reached).unwrap_or_default()
    };
    let words: Vec<(String, String)> =
        PATH.iter().map(|it| (choice(cx.lang, "stage", it.id()), note(*it))).collect();
    let steps: Vec<PathStep<'_>> = words
        .iter()
        .enumerate()
        .map(|(step, (label, note))| {
            let is_done = at.is_some_and(|at| step < at);
            let is_here = PATH.get(step) == Some(&lead.stage);
            let own = PATH.get(step).map_or(Glyph::Dashes, |stage| glyph(*stage));
            let glyph = if is_done { Glyph::Icon(icons::CHECK) } else { own };
            PathStep { label, note, glyph, is_here, is_done }
        })
        .collect();
    let clicked = stage_path(ui, &steps).and_then(|at| PATH.get(at).copied())?;
    match (clicked, next(&lead)) {
        (Stage::Converted, _) => Some(Step::Convert),
        (clicked, Some(next)) if clicked == next => Some(Step::Next(clicked)),
        _ => None,
    }
}

/// Draws what stands in the middle: the gate, the evidence, campaigns, hand-overs. Gives back a field that
/// should be filled.
pub(super) fn middle(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    subject: &Subject<'_>,
    evidence: &mut Evidence,
) -> Option<Tag> {
    let lead = Lead::read(subject.row);
    let mut wanted = None;
    let to = next(&lead).filter(|to| *to != Stage::Converted);
    if let Some(to) = to {
        section(ui, |ui| wanted = checklist(ui, cx, (subject, to), evidence));
        rule(ui);
    }
    section(ui, |ui| evidence.show(ui, cx, subject, &lead));
    if !lead.memberships.is_empty() {
        rule(ui);
        section(ui, |ui| campaigns(ui, cx, &lead.memberships));
    }
    if !lead.hand_overs.is_empty() {
        rule(ui);
        section(ui, |ui| hand_overs(ui, cx, &lead.hand_overs));
    }
    let results = [
        lead.converted_account.map(Id::record),
        lead.converted_contact.map(Id::record),
        lead.converted_opportunity.map(Id::record),
        lead.merged_into.map(Id::record),
    ];
    let results: Vec<_> = results.into_iter().flatten().filter(|it| cx.model.has(*it)).collect();
    if !results.is_empty() {
        rule(ui);
        section(ui, |ui| {
            label(ui, &text(cx.lang, "lead-became"), size::BODY_STRONG, cx.tokens.text);
            results.into_iter().for_each(|record| related::row(ui, cx, record));
        });
    }
    wanted
}

/// A part of a page, with room around it.
pub(in crate::ui) fn section(ui: &mut Ui, draw: impl FnOnce(&mut Ui)) {
    let margin = Margin::symmetric(space::LARGE as i8, space::MEDIUM as i8);
    Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        draw(ui);
    });
}

/// The conditions of the next stage; a click on what is missing leads to its field.
fn checklist(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    (subject, to): (&Subject<'_>, Stage),
    evidence: &mut Evidence,
) -> Option<Tag> {
    let tokens = cx.tokens;
    let items = gate(cx, subject, to);
    let met = items.iter().filter(|item| item.is_met).count();
    let stage = choice(cx.lang, "stage", to.id());
    let missing = items.len() - met;
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.horizontal(|ui| {
        ui.set_height(page::FIELD_ROW);
        let args = [("stage", stage.as_str().into()), ("missing", missing.into())];
        let key = if missing == 0 { "gate-ready" } else { "gate-title" };
        label(ui, &text_with(cx.lang, key, &args), size::BODY_STRONG, tokens.text);
        let args = [("met", met.into()), ("all", items.len().into())];
        label(ui, &text_with(cx.lang, "gate-met", &args), size::SMALL, tokens.text_subdued);
    });
    let mut wanted = None;
    for item in &items {
        ui.horizontal(|ui| {
            ui.set_height(page::FIELD_ROW - space::TINY);
            let (picture, color) = if item.is_met {
                (icons::CIRCLE_CHECK, tokens.success)
            } else {
                (icons::CIRCLE_ALERT, tokens.danger)
            };
            let (rect, _) = ui.allocate_exact_size(Vec2::splat(icon::BODY), Sense::hover());
            picture.paint(ui.painter(), rect.center(), icon::SMALL, color);
            label(ui, &condition(cx, item), size::BODY, tokens.text);
            if item.is_met {
                return;
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let words = text(cx.lang, "gate-fill");
                let link = ui.add(Link::new(&words));
                if link.clicked() {
                    wanted = field_of(item.id);
                    evidence.ask_about(item.id);
                }
            });
        });
    }
    wanted
}

/// A condition in words: what is needed, and what is there.
fn condition(cx: &Cx<'_>, item: &GateItem) -> String {
    let name = text(cx.lang, &format!("gate-{}", item.id));
    if item.needed.is_empty() {
        return name.into_owned();
    }
    let args = [
        ("condition", name.as_ref().into()),
        ("actual", item.actual.as_str().into()),
        ("needed", item.needed.as_str().into()),
    ];
    text_with(cx.lang, "gate-condition", &args).into_owned()
}

/// The field by which a condition is met.
fn field_of(condition: &str) -> Option<Tag> {
    match condition {
        "name" => Some(Lead::name),
        "company" => Some(Lead::company),
        "reachable" => Some(Lead::phones),
        "score" => Some(Lead::rating),
        "grade" => Some(Lead::decision_role),
        "not_blocked" => Some(Lead::blocked),
        _ => None,
    }
}

/// The campaigns it takes part in, the last first.
fn campaigns(ui: &mut Ui, cx: &mut Cx<'_>, memberships: &[Membership]) {
    let tokens = cx.tokens;
    ui.spacing_mut().item_spacing.y = 0.0;
    label(ui, &text(cx.lang, "kind-campaign-plural"), size::BODY_STRONG, tokens.text);
    for membership in memberships.iter().rev() {
        let Some(campaign) = membership.campaign else { continue };
        ui.horizontal(|ui| {
            ui.set_height(page::FIELD_ROW);
            let (rect, _) = ui.allocate_exact_size(Vec2::splat(icon::BODY), Sense::hover());
            icons::MEGAPHONE.paint(ui.painter(), rect.center(), icon::SMALL, tokens.text_subdued);
            let name = query::label(cx.model, campaign.record());
            if ui.add(Link::new(&name)).clicked() {
                cx.go(Place::Record(campaign.record()));
            }
            let status = choice(cx.lang, "member_status", &membership.status);
            label(ui, &status, size::SMALL, tokens.text_subdued);
            let at = membership.responded_at.or(membership.joined_at);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                label(ui, &day_of(cx, at), size::SMALL, tokens.text_subdued);
            });
        });
        if !membership.feedback.is_empty() {
            paragraph(ui, &membership.feedback, size::SMALL, tokens.text_subdued);
        }
    }
}

fn hand_overs(ui: &mut Ui, cx: &mut Cx<'_>, hand_overs: &[HandOver]) {
    let tokens = cx.tokens;
    ui.spacing_mut().item_spacing.y = 0.0;
    label(ui, &text(cx.lang, "field-hand_overs"), size::BODY_STRONG, tokens.text);
    for hand_over in hand_overs.iter().rev() {
        ui.horizontal(|ui| {
            ui.set_height(page::FIELD_ROW);
            if let Some(to) = hand_over.to {
                super::facts::person(ui, cx, to.record());
            }
            let response = match hand_over.response {
                Some(response) => choice(cx.lang, "response", response.id()),
                None => text(cx.lang, "hand_over-waiting").into_owned(),
            };
            let words = [response.as_str(), hand_over.reason.as_str()];
            let words: Vec<&str> = words.into_iter().filter(|words| !words.is_empty()).collect();
            label(ui, &words.join(" · "), size::SMALL, tokens.text_subdued);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                label(ui, &day_of(cx, hand_over.at), size::SMALL, tokens.text_subdued);
            });
        });
    }
}

fn day_of(cx: &Cx<'_>, at: Option<Timestamp>) -> String {
    let zone = cx.model.settings().zone();
    at.map(|at| days::near(at, cx.now(), zone, cx.lang)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_leads_to_a_field_or_to_the_evidence() {
        let lead = Lead::default();
        let model = crate::model::Model::default();
        let gates = [
            usable_gate(&lead),
            mql_gate(&model, Timestamp(0), Id::new(uuid::Uuid::nil()), &lead),
            sql_gate(&model, &lead),
        ];
        let dimensions = ["background", "requirement", "potential", "possibility", "dimension_sum"];
        for item in gates.iter().flatten() {
            let is_evidence = dimensions.contains(&item.id);
            assert_ne!(field_of(item.id).is_some(), is_evidence, "{}", item.id);
        }
    }
}
