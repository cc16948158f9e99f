//! What may be a column of a list: a field of its records, or a value that follows from them.

use crate::{
    domain::{FIRST_CUSTOM_TAG, FieldInfo, Kind, Shape, Spec, field},
    i18n::{Lang, text},
    model::Model,
    query::{Derived, field_label},
    ui::theme::column,
};

/// What may be a column of a list.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::ui) enum ListField {
    /// A field of the records.
    Stored(&'static FieldInfo),
    /// A value that follows from them.
    Derived(Derived),
}

/// Titles of columns that say more than their field.
const TITLES: &[(Kind, &str, &str)] =
    &[(Kind::Lead, "name", "column-name-company"), (Kind::Lead, "owner", "column-owner-pool")];

impl ListField {
    /// Everything that may be a column of a kind, those that need no choosing first.
    pub fn all(model: &Model, kind: Kind) -> Vec<Self> {
        let stored = model.fields(kind).map(Self::Stored);
        let derived = Derived::ALL.iter().filter(|it| it.is_of(kind) && **it != Derived::Member);
        let derived = derived.map(|derived| Self::Derived(*derived));
        stored.chain(derived).filter(|field| !field.is_inner()).collect()
    }

    /// The one of that name.
    pub fn of(model: &Model, kind: Kind, name: &str) -> Option<Self> {
        let derived = Derived::ALL.iter().find(|it| it.is_of(kind) && it.name() == name);
        let derived = derived.map(|derived| Self::Derived(*derived));
        derived.or_else(|| model.field(kind, name).map(Self::Stored))
    }

    /// The word for it in filters, sorts and saved views.
    pub fn name(self) -> &'static str {
        match self {
            Self::Stored(field) => field.name,
            Self::Derived(derived) => derived.name(),
        }
    }

    /// What people call it.
    pub fn label(self, model: &Model, lang: Lang, kind: Kind) -> String {
        field_label(model, kind, self.name(), lang)
    }

    /// What stands above its column.
    pub fn title(self, model: &Model, lang: Lang, kind: Kind) -> String {
        let own = TITLES.iter().find(|(of, name, _)| *of == kind && *name == self.name());
        own.map_or_else(
            || self.label(model, lang, kind),
            |(_, _, key)| text(lang, key).into_owned(),
        )
    }

    /// What it holds, if it is a field.
    pub fn shape(self) -> Option<&'static Shape> {
        match self {
            Self::Stored(field) => Some(&field.shape),
            Self::Derived(_) => None,
        }
    }

    /// What else is known of it.
    pub fn spec(self) -> Spec {
        match self {
            Self::Stored(stored) => stored.spec,
            Self::Derived(_) => field(),
        }
    }

    /// Whether it holds numbers, which stand at the right.
    pub fn is_number(self) -> bool {
        match self {
            Self::Derived(derived) => matches!(derived, Derived::Score | Derived::Idle),
            Self::Stored(field) => {
                matches!(field.shape, Shape::Int | Shape::Decimal | Shape::Money)
                    || field.name == "phones"
            }
        }
    }

    /// Whether its values are of any length, so that its column takes what room there is to spare.
    pub fn is_long(self) -> bool {
        match self.shape() {
            None | Some(Shape::Date | Shape::At | Shape::Flag) => false,
            Some(_) => !self.is_number(),
        }
    }

    /// Whether lists of a kind can be sorted and grouped by it. A field of one value that is not in memory is taken
    /// into it when that is asked for.
    pub fn can_sort(self, model: &Model, kind: Kind) -> bool {
        match self {
            Self::Derived(derived) => derived != Derived::Member,
            Self::Stored(field) => {
                let has_one = !matches!(field.shape, Shape::Part(_) | Shape::List(_));
                has_one
                    || model.columns(kind).is_none_or(|columns| columns.column(field.tag).is_some())
            }
        }
    }

    /// Whether it says more about groups than about single records.
    pub fn can_group(self, model: &Model, kind: Kind) -> bool {
        let is_shared = match self {
            Self::Derived(derived) => derived != Derived::Score && derived != Derived::Idle,
            Self::Stored(field) => {
                matches!(field.shape, Shape::Choice(_) | Shape::Link(_) | Shape::Flag | Shape::Date)
                    || ["company", "industry", "stage", "supplier", "team"].contains(&field.name)
                    || field.tag >= FIRST_CUSTOM_TAG
            }
        };
        is_shared && self.can_sort(model, kind)
    }

    /// How wide its column is unless a person says otherwise.
    pub fn width(self) -> f32 {
        match self {
            Self::Derived(Derived::Score) => column::SCORE,
            Self::Derived(_) => column::COUNT,
            Self::Stored(field) => match field.shape {
                _ if field.name == "name" => column::NAME,
                _ if field.name == "phones" => column::PHONE,
                Shape::Int | Shape::Decimal | Shape::Flag => column::COUNT,
                Shape::Money => column::MONEY,
                Shape::Date | Shape::At => column::DAY,
                Shape::Choice(_) if field.spec.is_ruled() || field.name == "status" => {
                    column::STATE
                }
                Shape::Choice(_) => column::SOURCE,
                Shape::Link(Kind::User) => column::PERSON,
                Shape::Link(Kind::Campaign) => column::CAMPAIGN,
                _ => column::WORDS,
            },
        }
    }

    /// Whether it is of use to the program only.
    fn is_inner(self) -> bool {
        const INNER: &[&str] =
            &["file_hash", "header_signature", "mapping", "score_points", "evidence_weights"];
        INNER.contains(&self.name())
    }
}
