//! Lead, result and candidate side by side: reading down the result is reading what will be saved.

use eframe::egui::{Align, Frame, Layout, Margin, Rect, Sense, Ui, Vec2, pos2, vec2};

use super::{
    candidates::Known,
    chosen::Chosen,
    field_row::{self, Editing, FieldRow},
    left_out, targets,
};
use crate::{
    domain::{Change, FieldInfo, Id, Kind, Lead, RecordId, Row, Value},
    engine::Target,
    i18n::text,
    query::conversion_map::{self, fitted},
    ui::{
        Cx, places,
        questions::Previewed,
        theme::{icon, measure, page, size, space},
        widgets::{Link, label, line, rule},
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
    "probability_overridden",
];

/// What the step remembers.
#[derive(Default)]
pub(super) struct FieldsStep {
    /// The value that is being typed.
    pub editing: Option<Editing>,
    /// The kinds of which fields are shown that hold nothing.
    whole: Vec<Kind>,
}

/// A record that would be made or changed.
struct Result<'a> {
    record: RecordId,
    is_new: bool,
    row: &'a Row,
    before: Option<Row>,
}

impl FieldsStep {
    /// Draws the fields of every record that would be made or changed, to be chosen and typed.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        (lead, previewed): (Id<Lead>, Option<&Previewed>),
        (known, chosen): (&Known, &mut Chosen),
    ) {
        ui.spacing_mut().item_spacing.y = 0.0;
        let Some(Ok(changes)) = previewed else { return };
        let Some(card) = cx.row(lead.record()) else { return };
        head(ui, cx);
        for kind in [Kind::Account, Kind::Contact, Kind::Opportunity] {
            self.section(ui, cx, (kind, known), chosen);
            let existing = existing(cx, kind, chosen);
            let of_kind: Vec<&Change> =
                changes.iter().filter(|change| change.record.kind == kind).collect();
            // A record that is there already may be left as it is.
            let unchanged = existing.as_ref().filter(|_| of_kind.is_empty());
            if let Some((record, row)) = unchanged {
                let before = Some(row.clone());
                let result = Result { record: *record, is_new: false, row, before };
                self.rows(ui, cx, (&card, &result, changes), chosen);
            }
            for (at, change) in of_kind.into_iter().enumerate() {
                // Each person is a lead of its own.
                let own = chosen.leads.get(at).filter(|_| kind == Kind::Contact);
                let card =
                    own.and_then(|lead| cx.row(lead.record())).unwrap_or_else(|| card.clone());
                let is_new = change.created_in.is_none();
                let before = if is_new { None } else { cx.row(change.record) };
                let result = Result { record: change.record, is_new, row: &change.row, before };
                self.rows(ui, cx, (&card, &result, changes), chosen);
            }
        }
        left_out::show(ui, cx, (&card, changes), chosen);
        ui.add_space(space::MEDIUM);
    }

    /// The head of the fields of a kind, with the choice of new, existing or none.
    fn section(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        (kind, known): (Kind, &Known),
        chosen: &mut Chosen,
    ) {
        rule(ui);
        let margin = Margin::symmetric(space::LARGE as i8, space::TINY as i8);
        Frame::new().inner_margin(margin).show(ui, |ui| {
            ui.push_id(kind.number(), |ui| {
                ui.horizontal(|ui| {
                    ui.set_min_size(vec2(ui.available_width(), measure::BUTTON));
                    let (rect, _) = ui.allocate_exact_size(Vec2::splat(icon::BODY), Sense::hover());
                    let color = cx.tokens.text_subdued;
                    places::icon_of(kind).paint(ui.painter(), rect.center(), icon::BODY, color);
                    let name = text(cx.lang, &format!("kind-{}", kind.name()));
                    label(ui, &name, size::BODY_STRONG, cx.tokens.text);
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        targets::choose(ui, cx, (kind, known), chosen);
                        self.note(ui, cx, kind, chosen);
                    });
                });
            });
        });
    }

    fn note(&mut self, ui: &mut Ui, cx: &Cx<'_>, kind: Kind, chosen: &Chosen) {
        let is_whole = self.whole.contains(&kind);
        let key = if is_whole { "convert-filled-fields" } else { "convert-all-fields" };
        if is_taken(kind, chosen) && ui.add(Link::new(&text(cx.lang, key))).clicked() {
            match is_whole {
                true => self.whole.retain(|other| *other != kind),
                false => self.whole.push(kind),
            }
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let key = match kind {
                Kind::Contact => "convert-all-channels",
                _ if existing_id(kind, chosen).is_some() => "convert-only-empty",
                _ => return,
            };
            label(ui, &text(cx.lang, key), size::SMALL, cx.tokens.text_subdued);
        });
    }

    fn rows(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        (card, result, changes): (&Row, &Result<'_>, &[Change]),
        chosen: &mut Chosen,
    ) {
        let kind = result.record.kind;
        let is_whole = self.whole.contains(&kind);
        // Of several people it would not be clear whose value was typed.
        let can_change = kind != Kind::Contact || chosen.leads.len() == 1;
        for field in cx.model.fields(kind) {
            let is_named = chosen.values(kind).contains_key(field.name);
            let is_filled = !result.row.get(field.tag).is_empty();
            let is_offered = !field.spec.is_ruled() && (is_whole || field.spec.is_listed());
            if TECHNICAL.contains(&field.name) || !(is_filled || is_named || is_offered) {
                continue;
            }
            let lead = of_lead(cx, kind, field, card);
            let shown = FieldRow {
                kind,
                field,
                lead: &lead,
                result: named(result.row.get(field.tag), changes),
                candidate: result.before.as_ref().map_or(&Value::Empty, |it| it.get(field.tag)),
                is_existing: !result.is_new,
                can_change: can_change && field_row::can_change(field),
            };
            ui.push_id((result.record, field.tag), |ui| {
                shown.show(ui, cx, (chosen, &mut self.editing));
            });
        }
    }
}

/// The record of a kind that was chosen, if it is there already.
fn existing_id(kind: Kind, chosen: &Chosen) -> Option<RecordId> {
    match (kind, chosen.account, chosen.contact, chosen.opportunity) {
        (Kind::Account, Target::Existing(id), ..) => Some(id.record()),
        (Kind::Contact, _, Target::Existing(id), _) => Some(id.record()),
        (Kind::Opportunity, _, _, Target::Existing(id)) => Some(id.record()),
        _ => None,
    }
}

fn existing(cx: &mut Cx<'_>, kind: Kind, chosen: &Chosen) -> Option<(RecordId, Row)> {
    let record = existing_id(kind, chosen)?;
    Some((record, cx.row(record)?))
}

/// Whether there will be a record of a kind.
fn is_taken(kind: Kind, chosen: &Chosen) -> bool {
    kind != Kind::Opportunity || chosen.opportunity != Target::Skip
}

/// The columns, as shares of the width: field, lead, result, candidate.
pub(super) fn columns(rect: Rect) -> [Rect; 4] {
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
    let [field, lead, result, candidate] = columns(rect);
    for (at, key) in [
        (field, "convert-field"),
        (lead, "kind-lead"),
        (result, "convert-result"),
        (candidate, "convert-candidate"),
    ] {
        let words = text(cx.lang, key);
        line(ui.painter(), at, &words, size::SMALL, cx.tokens.text_subdued);
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

/// The value of the lead that goes into a field.
fn of_lead(cx: &Cx<'_>, kind: Kind, field: &FieldInfo, card: &Row) -> Value {
    let source = conversion_map::source(cx.model, kind, field);
    let value = source.and_then(|source| fitted(&field.shape, card.get(source.tag)));
    value.unwrap_or(Value::Empty)
}
