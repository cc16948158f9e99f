//! The values of a list, as far as they are at hand: from columns and small tables, never from the disk.

use super::{Answer, ListField, Question};
use crate::{
    domain::{FieldInfo, Kind, Value, score::grade_name},
    i18n::{Lang, text},
    query::{Derived, DerivedNumbers},
    ui::{
        Cx, days,
        shown::{choice, shown},
    },
};

/// The value of a row's field, if it lies in memory and the viewer may see it.
pub(super) fn at_hand(
    cx: &Cx<'_>,
    answer: &Answer,
    kind: Kind,
    (row, field): (u32, &FieldInfo),
) -> Option<Value> {
    let Some(columns) = cx.model.columns(kind) else {
        return Some(
            answer.small(row).map_or(Value::Empty, |fields| fields.get(field.tag).clone()),
        );
    };
    // What may be hidden is shown the way a whole record is.
    if field.spec.is_masked() {
        return None;
    }
    let column = columns.column(field.tag)?;
    Some(column.value(&field.shape, row as usize))
}

/// A value that follows from a lead.
pub(super) fn derived(cx: &Cx<'_>, row: u32, derived: Derived) -> Option<i64> {
    let row = row as usize;
    match derived {
        Derived::Score => Some(i64::from(cx.model.score(row, cx.now()))),
        Derived::Grade => Some(i64::from(cx.model.grade(row))),
        _ => DerivedNumbers::new(cx.model, cx.viewer).of(derived, row),
    }
}

/// A value that follows from a lead, as a person reads it.
pub(super) fn derived_label(lang: Lang, derived: Derived, number: Option<i64>) -> String {
    let Some(number) = number else { return String::new() };
    match derived {
        Derived::Grade => grade_name(u8::try_from(number).unwrap_or_default()).to_owned(),
        Derived::Score | Derived::Idle | Derived::Member => number.to_string(),
        _ if number == 0 => text(lang, "value-no").into_owned(),
        _ => text(lang, "value-yes").into_owned(),
    }
}

/// What the rows of a group have in common, as a person reads it.
pub(super) fn group_label(cx: &Cx<'_>, question: &Question, value: &Value) -> String {
    let name = question.group.as_deref().unwrap_or_default();
    let field = ListField::of(cx.model, question.kind, name);
    let words = match (field, value) {
        (_, Value::Empty) | (None, _) => String::new(),
        (Some(ListField::Derived(derived)), Value::Int(number)) => {
            derived_label(cx.lang, derived, Some(*number))
        }
        (Some(ListField::Derived(_)), _) => String::new(),
        (Some(ListField::Stored(_)), Value::Text(id))
            if question.kind == Kind::Opportunity && name == "stage" =>
        {
            choice(cx.lang, "pipeline_stage", id)
        }
        (Some(ListField::Stored(_)), Value::Date(day)) => days::date(*day, cx.lang),
        (Some(ListField::Stored(field)), value) => shown(cx.model, cx.lang, &field.shape, value),
    };
    if words.is_empty() { text(cx.lang, "group-nothing").into_owned() } else { words }
}
