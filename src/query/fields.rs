//! What a name in a filter, a sort or a list of columns stands for.

use std::borrow::Cow;

use super::{derived::Derived, place::error_at, syntax::Span};
use crate::{
    domain::{FieldInfo, FieldPath, Kind, Shape, Tag},
    error::{Error, Result},
    i18n::{self, Lang},
    model::Model,
};

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum QueryField {
    /// A field of the records.
    Stored(StoredField),
    /// A value that follows from a lead.
    Derived(Derived),
}

/// A field of the records, or a field of one of its parts (`address.city`).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StoredField {
    /// Its number.
    pub tag: Tag,
    /// What it holds.
    pub shape: Shape,
    /// The field of its part that is meant.
    pub part: Option<&'static FieldInfo>,
    /// Whether it is contact data that a pool may hide.
    pub is_masked: bool,
    /// Whether it is a column in memory, where records of the kind are columns.
    pub is_resident: bool,
}

impl StoredField {
    /// Where its value lies in a record.
    pub fn path(&self) -> FieldPath {
        FieldPath { tag: self.tag, shape: self.shape, part: self.part }
    }

    fn of(info: &FieldInfo) -> Self {
        Self {
            tag: info.tag,
            shape: info.shape,
            part: None,
            is_masked: info.spec.is_masked(),
            is_resident: info.spec.is_resident(),
        }
    }
}

/// What a name stands for among the records of a kind: a field, a short name of one (`phone`), a field
/// of a part, a derived value of leads, or a custom field.
pub fn query_field(model: &Model, kind: Kind, name: &str) -> Option<QueryField> {
    let name = name.trim().to_lowercase().replace('-', "_");
    if let Some(derived) = Derived::of_name(kind, &name) {
        return Some(QueryField::Derived(derived));
    }
    let (whole, part) = match name.split_once('.') {
        Some((whole, part)) => (whole, Some(part)),
        None => (name.as_str(), None),
    };
    let long = SHORT_NAMES.iter().find(|(short, _)| *short == whole).map_or(whole, |it| it.1);
    let info = model.field(kind, whole).or_else(|| kind.field(long))?;
    let mut field = StoredField::of(info);
    if let Some(part) = part {
        field.part = Some(parts_of(&info.shape).iter().find(|field| field.name == part)?);
        // The tables keep a whole field or nothing of it.
        field.is_resident = false;
    }
    Some(QueryField::Stored(field))
}

/// Every name that a filter over a kind may use: fields, derived values, custom fields.
pub fn field_names(model: &Model, kind: Kind) -> Vec<String> {
    let derived = Derived::ALL.iter().filter(|it| it.is_of(kind)).map(|it| it.name().to_owned());
    derived.chain(model.fields(kind).map(|field| field.name.to_owned())).collect()
}

/// What people call a field of a kind, a field of its parts (`address.city`) or a value that follows from
/// its records; the name if there is no better word.
pub fn field_label(model: &Model, kind: Kind, name: &str, lang: Lang) -> String {
    if let Some((whole, part)) = name.split_once('.') {
        let label = field_label(model, kind, whole, lang);
        return format!("{label}: {}", part_label(whole, part, lang));
    }
    if let Some((_, field)) = model.custom_of(kind).find(|(_, field)| field.name == name) {
        return field.label(lang).to_owned();
    }
    let keys = [format!("field-{}-{name}", kind.name()), format!("field-{name}")];
    let shipped = keys.iter().find_map(|key| i18n::known(lang, key));
    shipped.map_or_else(|| name.to_owned(), Cow::into_owned)
}

fn part_label(whole: &str, part: &str, lang: Lang) -> String {
    let keys = [format!("field-{whole}-{part}"), format!("field-{part}")];
    let label = keys.iter().find_map(|key| i18n::known(lang, key));
    label.map_or_else(|| part.to_owned(), Cow::into_owned)
}

/// What a name stands for, or an error that points at it and proposes another.
pub(super) fn field_at(
    model: &Model,
    kind: Kind,
    name: &str,
    (text, span): (&str, &Span),
) -> Result<QueryField> {
    query_field(model, kind, name).ok_or_else(|| unknown_field(model, kind, name, (text, span)))
}

fn unknown_field(model: &Model, kind: Kind, name: &str, (text, span): (&str, &Span)) -> Error {
    let names = field_names(model, kind);
    let name = name.to_lowercase();
    let near = names.iter().map(|it| (distance(it, &name), it)).min();
    let near = near.filter(|(far, _)| *far <= 2).map_or("none", |(_, name)| name.as_str());
    error_at("unknown-filter-field", text, span)
        .with("field", name)
        .with("kind", format!("@kind-{}", kind.name()))
        .with("nearest", near)
}

/// The fields of a part, or of the parts of a list.
pub(super) fn parts_of(shape: &Shape) -> &'static [FieldInfo] {
    match shape {
        Shape::Part(fields) | Shape::List(Shape::Part(fields)) => fields,
        _ => &[],
    }
}

/// What people type for fields with a longer or another name.
const SHORT_NAMES: &[(&str, &str)] = &[
    ("phone", "phones"),
    ("email", "emails"),
    ("mail", "emails"),
    ("tag", "tags"),
    ("title", "job_title"),
    ("member", "memberships"),
    ("product", "product_interest"),
];

/// A field that a user made, as forms and commands need it.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnField {
    /// Its number.
    pub tag: Tag,
    /// Its name in commands and filters.
    pub name: String,
    /// What people call it.
    pub label: String,
    /// What it holds.
    pub shape: Shape,
    /// What may be chosen, if it is a choice.
    pub choices: Vec<String>,
}

/// The fields that users made for a kind, oldest first.
pub fn own_fields(model: &Model, kind: Kind, lang: Lang) -> Vec<OwnField> {
    let own = model.custom_of(kind).filter_map(|(_, field)| {
        let info = field.info()?;
        Some(OwnField {
            tag: info.tag,
            name: field.name.clone(),
            label: field.label(lang).to_owned(),
            shape: info.shape,
            choices: field.choices.clone(),
        })
    });
    own.collect()
}

/// How many letters must be added, taken away or replaced to get from one word to the other.
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.chars().count()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (place, y) in row.iter_mut().skip(1).zip(b.chars()) {
            let replaced = diagonal + usize::from(x != y);
            diagonal = *place;
            left = replaced.min(left + 1).min(*place + 1);
            *place = left;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Lead;

    #[test]
    fn names_find_their_field() {
        let model = Model::default();
        let check = |kind: Kind, name: &str, tag: Option<Tag>| {
            let found = match query_field(&model, kind, name) {
                Some(QueryField::Stored(field)) => Some(field.tag),
                _ => None,
            };
            assert_eq!(found, tag, "{name}");
        };
        check(Kind::Lead, "Stage", Some(Lead::stage));
        check(Kind::Lead, "wake-on", Some(Lead::wake_on));
        check(Kind::Lead, "phone", Some(Lead::phones));
        check(Kind::Lead, "title", Some(Lead::job_title));
        check(Kind::Lead, "address.city", Some(Lead::address));
        check(Kind::Lead, "address.moon", None);
        check(Kind::Order, "phone", None);
        check(Kind::Lead, "score", None);
    }

    #[test]
    fn an_unknown_name_is_pointed_at() {
        let text = "王 stge:mql";
        let error = field_at(&Model::default(), Kind::Lead, "stge", (text, &(4..8))).unwrap_err();
        assert_eq!(
            (error.code(), error.class()),
            ("unknown-filter-field", crate::error::Class::Usage)
        );
    }

    #[test]
    fn letters_are_counted() {
        for (a, b, far) in [
            ("stage", "stge", 1),
            ("", "abc", 3),
            ("idle", "idle", 0),
            ("owner", "ower", 1),
            ("ab", "ba", 2),
        ] {
            assert_eq!(distance(a, b), far, "{a} {b}");
        }
    }
}
