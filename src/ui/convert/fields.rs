//! Lead, result and candidate side by side: reading down the result is reading what will be saved.

use eframe::egui::{Rect, Sense, Stroke, Ui, Vec2, WidgetInfo, accesskit::Role, pos2, vec2};

use super::view::{Chosen, heading};
use crate::{
    domain::{Change, FIRST_CUSTOM_TAG, FieldInfo, Id, Kind, Lead, Row, Tag, Value},
    i18n::text,
    query,
    ui::{
        Cx,
        questions::Previewed,
        record::lines,
        shown::field_label,
        theme::{measure, page, size, space},
        widgets::{Glyph, Icon, Pill, icons, label, line},
    },
};

/// Fields of the results that say nothing to a person, or follow from others.
const TECHNICAL: &[&str] = &[
    "lead",
    "response",
    "memberships",
    "stage_history",
    "outcome",
    "forecast_category",
    "pipeline",
    "team",
];

/// Where a value of the result comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Origin {
    Lead,
    Existing,
    Rule,
}

/// Draws the fields of every record that would be made or changed.
pub(super) fn show(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    (lead, chosen): (Id<Lead>, &Chosen),
    previewed: Option<&Previewed>,
) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let Some(Ok(changes)) = previewed else { return };
    let Some(card) = cx.row(lead.record()) else { return };
    head(ui, cx);
    for kind in [Kind::Account, Kind::Contact, Kind::Opportunity] {
        for change in changes.iter().filter(|change| change.record.kind == kind) {
            one(ui, cx, &card, (change, changes));
        }
    }
    left_out(ui, cx, &card, (changes, chosen));
}

/// The columns, as shares of the width: field, lead, result, candidate.
fn columns(rect: Rect) -> [Rect; 4] {
    let inner = rect.shrink2(vec2(space::LARGE, 0.0));
    let label = page::LABEL;
    let rest = (inner.width() - label) / 3.0;
    let at = |from: f32, width: f32| {
        Rect::from_min_size(
            pos2(inner.left() + from, rect.top()),
            vec2(width - space::SMALL, rect.height()),
        )
    };
    [at(0.0, label), at(label, rest), at(label + rest, rest), at(label + 2.0 * rest, rest)]
}

fn head(ui: &mut Ui, cx: &Cx<'_>) {
    let extent = vec2(ui.available_width(), measure::TABLE_HEADER);
    let (rect, _) = ui.allocate_exact_size(extent, Sense::hover());
    let [_, lead, result, candidate] = columns(rect);
    for (at, key) in
        [(lead, "kind-lead"), (result, "convert-result"), (candidate, "convert-candidate")]
    {
        let words = text(cx.lang, key);
        line(ui.painter(), at, &words, size::SMALL, cx.tokens.text_subdued);
    }
}

fn one(ui: &mut Ui, cx: &mut Cx<'_>, card: &Row, (change, changes): (&Change, &[Change])) {
    let kind = change.record.kind;
    let is_new = change.created_in.is_none();
    let name = text(cx.lang, &format!("kind-{}", kind.name()));
    let key = if is_new { "target-new" } else { "convert-only-empty" };
    heading(ui, cx, &name, &text(cx.lang, key));
    let before = if is_new { None } else { cx.row(change.record) };
    let fields = kind.fields().iter().filter(|field| !TECHNICAL.contains(&field.name));
    for field in fields.filter(|field| !change.row.get(field.tag).is_empty()) {
        let lead = of_lead(kind, field, card);
        let candidate = before.as_ref().map_or(&Value::Empty, |row| row.get(field.tag));
        let result = named(change.row.get(field.tag), changes);
        row(ui, cx, (kind, field), [lead, &result, candidate]);
    }
}

/// A value in which records that are still to be made stand with their names.
fn named(value: &Value, changes: &[Change]) -> Value {
    match value {
        Value::Link(record) => {
            let change = changes.iter().find(|change| change.record == *record);
            let name = change.zip(record.kind.field("name"));
            let name = name.and_then(|(change, field)| change.row.get(field.tag).as_text());
            name.map_or_else(|| value.clone(), |name| Value::Text(name.to_owned()))
        }
        Value::List(items) => Value::List(items.iter().map(|item| named(item, changes)).collect()),
        Value::Part(part) => {
            Value::Part(part.iter().map(|(tag, value)| (tag, named(value, changes))).collect())
        }
        other => other.clone(),
    }
}

/// The value of the lead that goes into a field; the names are the same but for a few.
fn of_lead<'a>(kind: Kind, field: &FieldInfo, card: &'a Row) -> &'a Value {
    static EMPTY: Value = Value::Empty;
    let name = match (kind, field.name) {
        (Kind::Account, "name") => "company",
        (Kind::Account, "size") => "company_size",
        (Kind::Account, "phones" | "addresses") => return &EMPTY,
        (Kind::Opportunity, "name" | "stage") => return &EMPTY,
        (Kind::Opportunity, "amount") => "budget",
        (_, name) => name,
    };
    Kind::Lead.field(name).map_or(&EMPTY, |field| card.get(field.tag))
}

fn row(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (kind, field): (Kind, &FieldInfo),
    [lead, result, candidate]: [&Value; 3],
) {
    let tokens = cx.tokens;
    let extent = vec2(ui.available_width(), page::ROW);
    let (rect, response) = ui.allocate_exact_size(extent, Sense::hover());
    let differs = !lead.is_empty()
        && !candidate.is_empty()
        && words(cx, field, lead) != words(cx, field, candidate);
    let painter = ui.painter();
    if differs {
        painter.rect_filled(rect, 0.0, tokens.warning_soft);
    }
    let [name_at, lead_at, result_at, candidate_at] = columns(rect);
    let result_ground =
        Rect::from_x_y_ranges(result_at.left() - space::SMALL..=result_at.right(), rect.y_range());
    if !differs {
        painter.rect_filled(result_ground, 0.0, tokens.bg);
    }
    painter.hline(rect.x_range(), rect.bottom(), Stroke::new(measure::LINE, tokens.grid));
    let name = field_label(cx.lang, kind, field.name);
    line(painter, name_at, &name, size::BODY, tokens.text_subdued);
    let of_result = words(cx, field, result);
    line(painter, lead_at, &words(cx, field, lead), size::BODY, tokens.text);
    line(painter, candidate_at, &words(cx, field, candidate), size::BODY, tokens.text);
    let origin = origin(result, lead, candidate);
    let (key, picture, tone) = match origin {
        Origin::Lead => ("origin-lead", icons::USER, tokens.stage(crate::domain::Stage::Mql)),
        Origin::Existing => ("origin-existing", icons::BUILDING, tokens.neutral()),
        Origin::Rule => ("origin-rule", icons::ZAP, tokens.good()),
    };
    let word = text(cx.lang, key);
    let pill = Pill { text: &word, glyph: glyph(picture), tone };
    let width = pill.width(painter);
    let left = result_at.right() - width - space::TINY;
    pill.paint(painter, result_at.with_min_x(left));
    line(painter, result_at.with_max_x(left - space::SMALL), &of_result, size::BODY, tokens.text);
    let all = format!("{name}: {of_result} ({word})");
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &all));
}

fn glyph(icon: Icon) -> Glyph {
    Glyph::Icon(icon)
}

fn origin(result: &Value, lead: &Value, candidate: &Value) -> Origin {
    if !candidate.is_empty() && candidate == result {
        Origin::Existing
    } else if !lead.is_empty() {
        Origin::Lead
    } else {
        Origin::Rule
    }
}

/// A value on one line.
fn words(cx: &Cx<'_>, field: &FieldInfo, value: &Value) -> String {
    if field.name == "stage" {
        return value.as_text().map_or_else(String::new, |id| {
            crate::ui::shown::choice(cx.lang, "pipeline_stage", id)
        });
    }
    let lines = lines(cx, &field.shape, value).into_iter().map(|line| line.text);
    let words: Vec<String> = lines.collect();
    if words.is_empty() { "–".to_owned() } else { words.join(", ") }
}

/// Filled fields of the lead that nothing takes over: listed, so that nothing is dropped in silence.
fn left_out(ui: &mut Ui, cx: &Cx<'_>, card: &Row, (changes, chosen): (&[Change], &Chosen)) {
    let own = |tag: Tag| (50..FIRST_CUSTOM_TAG).contains(&tag);
    let taken = |name: &str| {
        let targets = [Kind::Account, Kind::Contact, Kind::Opportunity];
        targets.iter().any(|kind| {
            kind.fields().iter().any(|field| {
                let source = match (kind, field.name) {
                    (Kind::Account, "name") => "company",
                    (Kind::Account, "size") => "company_size",
                    (Kind::Opportunity, "amount") => "budget",
                    // It goes with the person to the company and into the deal.
                    (Kind::Contact, "accounts") | (Kind::Opportunity, "contacts") => {
                        "decision_role"
                    }
                    (_, name) => name,
                };
                source == name && changes.iter().any(|change| change.record.kind == *kind)
            })
        })
    };
    let fields =
        Kind::Lead.fields().iter().filter(|field| own(field.tag) && !field.spec.is_ruled());
    let fields = fields.filter(|field| !card.get(field.tag).is_empty() && !taken(field.name));
    let kept = ["captured_at", "captured_by", "batch", "steward", "hall", "booth", "supplier"];
    let names: Vec<String> = fields
        .filter(|field| !kept.contains(&field.name))
        .map(|field| field_label(cx.lang, Kind::Lead, field.name))
        .collect();
    let first = chosen.leads.first().map(|lead| query::label(cx.model, lead.record()));
    if names.is_empty() || first.is_none() {
        return;
    }
    crate::ui::record::section(ui, |ui| {
        ui.horizontal(|ui| {
            let (rect, _) = ui.allocate_exact_size(Vec2::splat(measure::PILL), Sense::hover());
            icons::INFO.paint(
                ui.painter(),
                rect.center(),
                crate::ui::theme::icon::SMALL,
                cx.tokens.info,
            );
            let args = [("fields", names.join(", ").into())];
            let words = crate::i18n::text_with(cx.lang, "convert-left-out", &args);
            label(ui, &words, size::BODY, cx.tokens.text);
        });
    });
}
