//! Where the value of a field is found, for a kind that grows.

use super::{
    condition::{Condition, Needle},
    fields::{StoredField, parts_of},
    folded_field::place_of,
};
use crate::domain::{Activity, ChannelState, Kind, Lead};

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

/// Where the answer to a condition on a field is found.
pub(super) fn source_of(kind: Kind, field: &StoredField, condition: &Condition) -> Source {
    if field.is_resident {
        return match condition {
            Condition::Text(needle) if place_of(kind, field.tag).is_some() => {
                Source::Folded(needle.clone())
            }
            _ => Source::Column,
        };
    }
    if (kind, field.tag, field.part) == (Kind::Activity, Activity::about, None) {
        return Source::Subjects;
    }
    match (needle_of(condition), field.part) {
        (Some(needle), None) if is_contact(kind, field) => {
            Source::Contact { is_mail: field.tag == Lead::emails, needle: needle.clone() }
        }
        _ => Source::Record { only_judged: is_of_the_tried(kind, field, condition) },
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
fn is_of_the_tried(kind: Kind, field: &StoredField, condition: &Condition) -> bool {
    let Condition::Item(inner) = condition else { return false };
    let Condition::Part(parts) = inner.as_ref() else { return false };
    let is_state =
        |tag| parts_of(&field.shape).iter().any(|part| part.tag == tag && part.name == "state");
    let is_result = |condition: &Condition| match condition {
        Condition::Choice { ids, folded } => {
            folded.is_empty() && !ids.iter().any(|id| id == ChannelState::Unverified.id())
        }
        _ => false,
    };
    kind == Kind::Lead
        && !parts.is_empty()
        && parts.iter().all(|(tag, condition)| is_state(*tag) && is_result(condition))
}
