//! What of the lead goes into none of the results: listed, so that nothing is dropped in silence.

use eframe::egui::{Sense, Ui, Vec2};
use serde_json::json;

use super::{chosen::Chosen, field_row::words};
use crate::{
    domain::{Change, FieldInfo, Kind, Lead, Opportunity, Row},
    engine::Target,
    i18n::{text, text_with},
    query::{
        conversion_map::{self, RESULTS},
        field_label,
    },
    ui::{
        Cx,
        record::section,
        theme::{icon, measure, size},
        widgets::{Link, icons, label, paragraph},
    },
};

/// What of a lead is its own: where it came from, and how it is worked on.
const OWN: &[&str] = &[
    "captured_at",
    "captured_by",
    "batch",
    "steward",
    "hall",
    "booth",
    "supplier",
    "channel",
    "rating",
    "gift",
];

/// Lists the filled fields of the lead that nothing takes over, with a way to keep them in the opportunity.
pub(super) fn show(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    (card, changes): (&Row, &[Change]),
    chosen: &mut Chosen,
) {
    let fields = left_out(cx, card, changes);
    if fields.is_empty() {
        return;
    }
    section(ui, |ui| {
        ui.horizontal_top(|ui| {
            let (rect, _) = ui.allocate_exact_size(Vec2::splat(measure::PILL), Sense::hover());
            icons::INFO.paint(ui.painter(), rect.center(), icon::SMALL, cx.tokens.info);
            ui.vertical(|ui| {
                let names: Vec<String> = fields
                    .iter()
                    .map(|field| field_label(cx.model, Kind::Lead, field.name, cx.lang))
                    .collect();
                let args = [("fields", names.join(", ").into())];
                let words = text_with(cx.lang, "convert-left-out", &args);
                paragraph(ui, &words, size::BODY, cx.tokens.text);
                if chosen.opportunity == Target::Skip || chosen.leads.len() > 1 {
                    return;
                }
                let notes = notes(cx, &fields, card, changes);
                let is_there = chosen.values(Kind::Opportunity).get("notes") == Some(&json!(notes));
                if is_there {
                    let words = text(cx.lang, "convert-copied");
                    label(ui, &words, size::SMALL, cx.tokens.text_subdued);
                } else if ui.add(Link::new(&text(cx.lang, "convert-copy"))).clicked() {
                    let values = chosen.values_mut(Kind::Opportunity);
                    values.insert("notes".to_owned(), json!(notes));
                }
            });
        });
    });
}

/// What is left out, line by line, behind what stands in the notes already.
fn notes(cx: &Cx<'_>, fields: &[&'static FieldInfo], card: &Row, changes: &[Change]) -> String {
    let deal = changes.iter().find(|change| change.record.kind == Kind::Opportunity);
    let before = deal.filter(|deal| deal.created_in.is_some());
    let before = before.and_then(|deal| deal.row.get(Opportunity::notes).as_text());
    let lines = fields.iter().map(|field| {
        let name = field_label(cx.model, Kind::Lead, field.name, cx.lang);
        format!("{name}: {}", words(cx, field, card.get(field.tag)))
    });
    before.map(str::to_owned).into_iter().chain(lines).collect::<Vec<_>>().join("\n")
}

fn left_out(cx: &Cx<'_>, card: &Row, changes: &[Change]) -> Vec<&'static FieldInfo> {
    let is_own = |field: &&'static FieldInfo| {
        let is_shown = !field.spec.is_ruled() && field.tag != Lead::memberships;
        field.tag >= 50 && is_shown && !OWN.contains(&field.name)
    };
    let fields = cx.model.fields(Kind::Lead).filter(is_own);
    let fields = fields.filter(|field| !card.get(field.tag).is_empty());
    fields.filter(|field| !is_taken(cx, field, changes)).collect()
}

/// Whether one of the results takes over a field.
fn is_taken(cx: &Cx<'_>, field: &FieldInfo, changes: &[Change]) -> bool {
    let goes_to = |kind| conversion_map::target(cx.model, kind, field).is_some();
    let into = |kind: Kind| conversion_map::is_fixed(field) || goes_to(kind);
    let mut kinds = changes.iter().map(|change| change.record.kind);
    kinds.any(|kind| RESULTS.contains(&kind) && into(kind))
}
