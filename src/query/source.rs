//! Where the value of a field is found, for a kind that grows.

use super::{
    condition::{Condition, Needle},
    fields::StoredField,
    folded_field::place_of,
};
use crate::domain::{Activity, ChannelState, FieldInfo, FieldPath, Kind, Lead, Shape, Tag};

/// Where the value of a field is found.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Source {
    /// In its column.
    Column,
    /// At a known place of the searched text.
    Folded(Needle),
    /// Among the searched mails, or else numbers.
    Contact {
        /// Whether mails are meant.
        is_mail: bool,
        /// What they should contain.
        needle: Needle,
    },
    /// In what activities are about.
    Subjects,
    /// In the record itself.
    Record {
        /// Only leads whose data was tried can pass.
        only_judged: bool,
    },
}

impl Source {
    /// Whether several conditions can be answered there at once.
    pub fn is_joint(&self) -> bool {
        matches!(self, Self::Column | Self::Record { .. })
    }
}

/// Where the answer to a condition on a field is found. What is asked of parts is asked of each of their
/// fields, so that it can become a column.
pub(super) fn sources(
    kind: Kind,
    field: &StoredField,
    condition: Condition,
) -> Vec<(FieldPath, Condition, Source)> {
    let path = field.path();
    if field.is_resident {
        let source = match &condition {
            Condition::Text(needle) if place_of(kind, field.tag).is_some() => {
                Source::Folded(needle.clone())
            }
            _ => Source::Column,
        };
        return vec![(path, condition, source)];
    }
    if (kind, field.tag, field.part) == (Kind::Activity, Activity::about, None) {
        return vec![(path, condition, Source::Subjects)];
    }
    if let Some(needle) = needle_of(&condition).filter(|_| is_contact(kind, field)) {
        let source = Source::Contact { is_mail: field.tag == Lead::emails, needle: needle.clone() };
        return vec![(path, condition, source)];
    }
    let parts =
        if field.part.is_none() { of_parts(path, condition) } else { vec![(path, condition)] };
    let source = |(path, condition): (FieldPath, Condition)| {
        let only_judged = is_of_the_tried(kind, &path, &condition);
        (path, condition, Source::Record { only_judged })
    };
    parts.into_iter().map(source).collect()
}

/// A condition on a field with parts as conditions on their fields, of which one is enough.
fn of_parts(path: FieldPath, condition: Condition) -> Vec<(FieldPath, Condition)> {
    let with = |tag: Tag| {
        let part = path.parts().iter().find(|part| part.tag == tag);
        FieldPath { part, ..path }
    };
    let is_list = matches!(path.shape, Shape::List(Shape::Part(_)));
    match condition {
        Condition::Part(parts) => {
            parts.into_iter().map(|(tag, condition)| (with(tag), condition)).collect()
        }
        Condition::Item(inner) => match *inner {
            Condition::Part(parts) => {
                let item = |condition| Condition::Item(Box::new(condition));
                parts.into_iter().map(|(tag, condition)| (with(tag), item(condition))).collect()
            }
            inner => vec![(path, Condition::Item(Box::new(inner)))],
        },
        // A list is empty if none of its parts is there, whichever of their fields is looked at: best one
        // that has few values.
        Condition::Empty if is_list => {
            let is_choice = |part: &&FieldInfo| matches!(part.shape, Shape::Choice(_));
            let fields = path.parts();
            let part = fields.iter().find(is_choice).or_else(|| fields.first());
            vec![(FieldPath { part, ..path }, Condition::Empty)]
        }
        condition => vec![(path, condition)],
    }
}

/// Whether the field is one of those in the searched contact data. Contacts are persons as leads are and
/// have the same tags.
fn is_contact(kind: Kind, field: &StoredField) -> bool {
    matches!(kind, Kind::Lead | Kind::Contact) && [Lead::phones, Lead::emails].contains(&field.tag)
}

/// The text a condition looks for in the parts of a list.
fn needle_of(condition: &Condition) -> Option<&Needle> {
    let Condition::Item(inner) = condition else { return None };
    let Condition::Part(parts) = inner.as_ref() else { return None };
    match parts.first()? {
        (_, Condition::Text(needle) | Condition::Phone(needle)) => Some(needle),
        _ => None,
    }
}

/// Whether only a lead can pass whose data was tried: a state is asked for that is a result.
fn is_of_the_tried(kind: Kind, path: &FieldPath, condition: &Condition) -> bool {
    let Condition::Item(inner) = condition else { return false };
    let is_state = path.part.is_some_and(|part| part.name == "state");
    let is_result = match inner.as_ref() {
        Condition::Choice { ids, folded } => {
            folded.is_empty() && !ids.iter().any(|id| id == ChannelState::Unverified.id())
        }
        _ => false,
    };
    kind == Kind::Lead && is_state && is_result
}
