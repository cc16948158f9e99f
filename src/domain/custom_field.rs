//! Fields that users make. A definition becomes a line of the field table of its kind, so that whoever
//! reads the table (form, list, filter, export, history) need not know who made a field.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};

use super::{
    Choices, FIRST_CUSTOM_TAG, FieldInfo, Kind, Shape, Tag, Value, choice::choice, field,
    fold::fold, record::record,
};
use crate::i18n::Lang;

choice! {
    /// What a field made by a user may hold.
    pub enum CustomShape "custom_shape" {
        /// Text.
        Text "text",
        /// An exact number, with decimals or without.
        Number "number",
        /// An amount with its currency.
        Money "money",
        /// A calendar date.
        Date "date",
        /// Yes or no.
        YesNo "yes_no",
        /// One of a list.
        Picklist "picklist",
        /// Several of a list.
        MultiPicklist "multi_picklist",
    }
}

record! {
    /// A field made by a user; its values lie under its tag in the records of its kind.
    pub struct CustomField {
        1: kind_number: Option<i64> => field().required().ruled(),
        2: tag: Option<i64> => field().required().ruled(),
        3: name: String => field().required().listed(),
        4: label_en: String => field(),
        5: label_zh_tw: String => field(),
        6: label_zh_cn: String => field(),
        7: shape: String => field().required().listed().ruled(),
        8: choices: Vec<String> => field(),
    }
}

impl CustomField {
    /// The kinds that may have fields made by users.
    pub const KINDS: &[Kind] =
        &[Kind::Lead, Kind::Contact, Kind::Account, Kind::Opportunity, Kind::Campaign];

    /// The kind of the records that have the field; none if it is of a newer version.
    pub fn kind(&self) -> Option<Kind> {
        u16::try_from(self.kind_number?).ok().and_then(Kind::of_number)
    }

    /// What the field is called in a language: its label there, else one in the other script, else
    /// in English, else its name.
    pub fn label(&self, lang: Lang) -> &str {
        let (en, tw, cn) = (&self.label_en, &self.label_zh_tw, &self.label_zh_cn);
        let order = match lang {
            Lang::En => [en, &self.name, &self.name],
            Lang::ZhTw => [tw, cn, en],
            Lang::ZhCn => [cn, tw, en],
        };
        order.into_iter().find(|label| !label.is_empty()).unwrap_or(&self.name)
    }

    /// The field as a line of the table of its kind; none if this version cannot read its definition.
    pub fn info(&self) -> Option<&'static FieldInfo> {
        let tag = Tag::try_from(self.tag?).ok().filter(|tag| *tag >= FIRST_CUSTOM_TAG)?;
        let shape = CustomShape::of_id(&self.shape)?;
        let (name, choices) = (self.name.clone(), self.choices.clone());
        Some(known(Definition { tag, name, shape, choices }))
    }
}

/// A name as a field has it: in small letters, words joined by `_`. None if it cannot be a name: it is
/// made of letters and digits and begins with a letter, so that a filter reads it as one word.
pub fn field_name(text: &str) -> Option<String> {
    let name = text.trim().to_lowercase().replace(['-', ' '], "_");
    let is_name = name.starts_with(char::is_alphabetic)
        && name.chars().all(|c| c.is_alphanumeric() || c == '_');
    is_name.then_some(name)
}

/// Whether a field of that shape may hold a value, such as one of a field of the same name in another
/// kind.
pub fn fits(shape: &Shape, value: &Value) -> bool {
    match (shape, value) {
        (Shape::Text, Value::Text(_))
        | (Shape::Int, Value::Int(_))
        | (Shape::Decimal, Value::Decimal(_))
        | (Shape::Money, Value::Money(_))
        | (Shape::Date, Value::Date(_))
        | (Shape::At, Value::At(_))
        | (Shape::Flag, Value::Flag(_)) => true,
        (Shape::Choice(choices), Value::Choice(id)) => {
            choices.open || choices.values.contains(&id.as_ref())
        }
        (Shape::List(inner), Value::List(items)) => items.iter().all(|item| fits(inner, item)),
        _ => false,
    }
}

/// Whether choices can be told apart: none is empty, and no two differ in case or script only.
pub fn are_distinct(choices: &[String]) -> bool {
    let mut folded: Vec<String> = choices.iter().map(|choice| fold(choice.trim())).collect();
    let count = folded.len();
    folded.sort_unstable();
    folded.dedup();
    folded.len() == count && folded.iter().all(|choice| !choice.is_empty())
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Definition {
    tag: Tag,
    name: String,
    shape: CustomShape,
    choices: Vec<String>,
}

/// The line of a definition. Lines are kept for the life of the program, like those it ships: there
/// is one a definition that ever was, so that they are few.
fn known(definition: Definition) -> &'static FieldInfo {
    static KNOWN: Mutex<BTreeMap<Definition, &'static FieldInfo>> = Mutex::new(BTreeMap::new());
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    known.entry(definition).or_insert_with_key(|Definition { tag, name, shape, choices }| {
        let (name, shape) = (String::leak(name.clone()), shape_of(*shape, choices));
        Box::leak(Box::new(FieldInfo { tag: *tag, name, shape, spec: field() }))
    })
}

fn shape_of(shape: CustomShape, choices: &[String]) -> Shape {
    let list = || {
        let values = choices.iter().map(|choice| &*String::leak(choice.clone()));
        let values = Vec::leak(values.collect());
        Shape::Choice(Box::leak(Box::new(Choices { name: "custom", values, open: false })))
    };
    match shape {
        CustomShape::Text => Shape::Text,
        CustomShape::Number => Shape::Decimal,
        CustomShape::Money => Shape::Money,
        CustomShape::Date => Shape::Date,
        CustomShape::YesNo => Shape::Flag,
        CustomShape::Picklist => list(),
        CustomShape::MultiPicklist => Shape::List(Box::leak(Box::new(list()))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_definition_is_one_line_of_the_table() {
        let field = CustomField {
            tag: Some(1000),
            name: "plan".to_owned(),
            shape: "multi_picklist".to_owned(),
            choices: vec!["Gold".to_owned(), "Silver".to_owned()],
            ..CustomField::default()
        };
        let info = field.info().unwrap();
        assert_eq!((info.tag, info.name), (1000, "plan"));
        assert!(
            matches!(info.shape, Shape::List(Shape::Choice(it)) if it.values == ["Gold", "Silver"])
        );
        assert!(std::ptr::eq(info, field.clone().info().unwrap()));
        let shorter = CustomField { choices: vec!["Gold".to_owned()], ..field.clone() };
        assert_ne!(shorter.info().unwrap().shape, info.shape);
        assert!(CustomField { tag: Some(7), ..field.clone() }.info().is_none());
        assert!(CustomField { shape: "a hologram".to_owned(), ..field }.info().is_none());
    }

    #[test]
    fn names_are_words() {
        for (text, name) in [
            ("Loyalty Points", Some("loyalty_points")),
            (" 尺寸 ", Some("尺寸")),
            ("size-2", Some("size_2")),
            ("2nd", None),
            ("a.b", None),
            ("a:b", None),
            ("", None),
        ] {
            assert_eq!(field_name(text).as_deref(), name, "{text}");
        }
    }

    #[test]
    fn a_label_is_in_the_readers_language_if_there_is_one() {
        let field = |en: &str, tw: &str, cn: &str| CustomField {
            name: "size".to_owned(),
            label_en: en.to_owned(),
            label_zh_tw: tw.to_owned(),
            label_zh_cn: cn.to_owned(),
            ..CustomField::default()
        };
        for (field, labels) in [
            (field("Size", "尺寸", "大小"), ["Size", "尺寸", "大小"]),
            (field("", "尺寸", ""), ["size", "尺寸", "尺寸"]),
            (field("Size", "", ""), ["Size", "Size", "Size"]),
        ] {
            assert_eq!([Lang::En, Lang::ZhTw, Lang::ZhCn].map(|lang| field.label(lang)), labels);
        }
    }
}
