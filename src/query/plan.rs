//! A filter whose names are looked up: what is asked of which field, and how that is answered.

use uuid::Uuid;

use super::{
    condition::Condition, derived::Derived, ranges::Numbers, source::Source, word::WordQuestion,
};
use crate::domain::{FieldPath, Kind, RecordId, Tag};

/// A filter, or a part of it. Negation stands at the leaves only.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Plan {
    /// All of them hold; true if there is none.
    All(Vec<Self>),
    /// At least one of them holds; false if there is none.
    Any(Vec<Self>),
    /// The question is answered so.
    Is(Question, bool),
}

/// What is asked of a record.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Question {
    /// Whether a field passes.
    Field(FieldQuestion),
    /// Whether a derived number passes.
    Derived(Derived, Numbers),
    /// Whether it is a member of one of these campaigns, in order; of none if there is none of them.
    Member(Vec<Uuid>),
    /// Whether its searched texts contain a word.
    Word(WordQuestion),
}

/// Whether a field passes.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct FieldQuestion {
    /// The name of the field, as written.
    pub name: String,
    /// The field, or the field of its parts.
    pub path: FieldPath,
    /// What is asked of its value.
    pub condition: Condition,
    /// Where the answer is found for a kind that grows.
    pub source: Source,
    /// Whether it is contact data that a pool may hide.
    pub is_masked: bool,
}

/// How dear an answer is, the cheapest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Cost {
    /// A column is looked through.
    Column,
    /// A value is computed a row.
    Computed,
    /// Texts are looked through.
    Text,
    /// Records are read from disk.
    Record,
}

impl Plan {
    /// The records that a field is asked to link to; memberships count as links to campaigns.
    pub fn links(&self, tag: Tag) -> Vec<RecordId> {
        match self {
            Self::All(parts) | Self::Any(parts) => {
                parts.iter().flat_map(|part| part.links(tag)).collect()
            }
            Self::Is(Question::Field(field), true) if field.path.tag == tag => {
                field.condition.links()
            }
            Self::Is(Question::Member(campaigns), true) => {
                let campaign = |uuid: &Uuid| RecordId { kind: Kind::Campaign, uuid: *uuid };
                campaigns.iter().map(campaign).collect()
            }
            Self::Is(..) => Vec::new(),
        }
    }

    /// The opposite.
    #[must_use]
    pub fn negated(self) -> Self {
        match self {
            Self::All(parts) => Self::Any(parts.into_iter().map(Self::negated).collect()),
            Self::Any(parts) => Self::All(parts.into_iter().map(Self::negated).collect()),
            Self::Is(question, answer) => Self::Is(question, !answer),
        }
    }

    /// Whether every row that passes passes the other one too, as far as that can be told without looking.
    pub fn narrows(&self, wider: &Self) -> bool {
        wider.parts().iter().all(|wider| self.parts().iter().any(|own| own.narrows_part(wider)))
    }

    /// What must hold together.
    fn parts(&self) -> &[Self] {
        match self {
            Self::All(parts) => parts,
            other => std::slice::from_ref(other),
        }
    }

    fn narrows_part(&self, wider: &Self) -> bool {
        match (self, wider) {
            (Self::Is(Question::Word(own), true), Self::Is(Question::Word(wider), true)) => {
                own.narrows(wider)
            }
            _ => self == wider,
        }
    }

    /// Whether it asks of what changes as time goes by.
    pub fn hangs_on_time(&self) -> bool {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().any(Self::hangs_on_time),
            Self::Is(question, _) => matches!(question, Question::Derived(..)),
        }
    }

    /// How dear its dearest part is.
    pub fn cost(&self) -> Cost {
        match self {
            Self::All(parts) | Self::Any(parts) => {
                parts.iter().map(Self::cost).max().unwrap_or(Cost::Column)
            }
            Self::Is(question, _) => question.cost(),
        }
    }

    /// The same filter, groups of one taken apart, the cheap parts before the dear ones, so that these are
    /// asked of few rows.
    #[must_use]
    pub fn arranged(self) -> Self {
        let arrange = |parts: Vec<Self>| {
            let mut parts: Vec<Self> = parts.into_iter().map(Self::arranged).collect();
            parts.sort_by_key(Self::cost);
            parts
        };
        match self {
            Self::All(parts) => one_or(arrange(parts), Self::All),
            Self::Any(parts) => one_or(arrange(parts), Self::Any),
            Self::Is(..) => self,
        }
    }

    /// The name of the first masked field it asks of.
    pub fn masked_field(&self) -> Option<&str> {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().find_map(Self::masked_field),
            Self::Is(Question::Field(field), _) if field.is_masked => Some(&field.name),
            Self::Is(..) => None,
        }
    }
}

impl FieldQuestion {
    /// Whether it is answered from records unless their field has become a column.
    pub fn needs_column(&self) -> bool {
        matches!(self.source, Source::Record { .. })
    }
}

impl Question {
    fn cost(&self) -> Cost {
        match self {
            Self::Field(field) => match &field.source {
                Source::Column if field.condition.is_of_text() => Cost::Text,
                Source::Column => Cost::Column,
                Source::Folded(_) | Source::Contact { .. } => Cost::Text,
                Source::Subjects => Cost::Computed,
                Source::Record { .. } => Cost::Record,
            },
            Self::Derived(..) | Self::Member(_) => Cost::Computed,
            Self::Word(word) if word.is_at_hand => Cost::Text,
            Self::Word(_) => Cost::Record,
        }
    }
}

fn one_or(mut parts: Vec<Plan>, many: impl Fn(Vec<Plan>) -> Plan) -> Plan {
    match (parts.pop(), parts.is_empty()) {
        (Some(only), true) => only,
        (last, _) => {
            parts.extend(last);
            many(parts)
        }
    }
}
