//! `record!` and `part!`: one line is one field, everywhere in the program.

use super::{Field, FieldInfo, Kind, Row, Tag, Value};

/// Fields that belong together: a record, or a part of one.
pub trait Fields: Clone + Default + 'static {
    /// The fields, and how to reach them.
    const FIELDS: &'static [Field<Self>];
    /// The fields, for those who know rows only.
    const INFOS: &'static [FieldInfo];

    /// Values this version does not know: kept, so that nothing is ever lost.
    fn unknown(&self) -> &Row;
    /// See [`Fields::unknown`].
    fn unknown_mut(&mut self) -> &mut Row;

    /// Taken apart into its fields.
    fn to_row(&self) -> Row {
        let unknown = self.unknown();
        if unknown.is_empty() {
            return Self::FIELDS.iter().map(|field| (field.info.tag, (field.get)(self))).collect();
        }
        let fresh = Self::default();
        let mut row = unknown.clone();
        for field in Self::FIELDS {
            let value = (field.get)(self);
            // What could not be read stays as it was, unless someone has set the field since.
            let untouched = !row.get(field.info.tag).is_empty() && value == (field.get)(&fresh);
            if !untouched {
                row.set(field.info.tag, value);
            }
        }
        row
    }

    /// The same, without copies.
    fn into_row(mut self) -> Row {
        self.take_row()
    }

    /// As [`Fields::into_row`], where the record lies.
    fn take_row(&mut self) -> Row {
        if !self.unknown().is_empty() {
            return self.to_row();
        }
        let values = Self::FIELDS.iter().map(|field| (field.info.tag, (field.take)(self)));
        values.collect()
    }

    /// Never fails: a value of the wrong shape is kept as unknown.
    fn from_row(row: Row) -> Self {
        Self::read(&row)
    }

    /// As [`Fields::from_row`], of a row that is still needed.
    fn read(row: &Row) -> Self {
        let (mut record, unknown) = read_some::<Self>(row.iter());
        *record.unknown_mut() = unknown;
        record
    }

    /// Those fields alone that are named by their tags: for who looks at few of many.
    fn read_only(row: &Row, tags: &[Tag]) -> Self {
        read_some(row.iter().filter(|(tag, _)| tags.contains(tag))).0
    }
}

/// A record of values, and those that are unknown or have the wrong shape.
fn read_some<'a, T: Fields>(values: impl Iterator<Item = (Tag, &'a Value)>) -> (T, Row) {
    let mut record = T::default();
    let mut unknown = Vec::new();
    // Rows and tables are both in the order of their tags, but for a few: most are found at once.
    let mut fields = T::FIELDS.iter().cycle();
    for (tag, value) in values {
        let field = fields.by_ref().take(T::FIELDS.len()).find(|field| field.info.tag == tag);
        if !field.is_some_and(|field| (field.set)(&mut record, value)) {
            unknown.push((tag, value.clone()));
        }
    }
    (record, unknown.into_iter().collect())
}

/// A thing the business keeps track of.
pub trait Record: Fields {
    /// What sort of thing it is.
    const KIND: Kind;
    /// The fields, for those who know rows only.
    const INFOS: &'static [FieldInfo] = <Self as Fields>::INFOS;
}

/// Declares fields that belong together: the struct as written, plus its [`Fields`] tables and a
/// constant with the tag of each field, named like the field (`Lead::stage`).
macro_rules! fields {
    (
        $(#[$doc:meta])*
        pub struct $Name:ident {
            $( $(#[$field_doc:meta])* $tag:literal: $name:ident: $Type:ty => $spec:expr, )*
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $Name {
            $( $(#[$field_doc])* #[doc = concat!("Tag ", $tag, ".")] pub $name: $Type, )*
            /// Values this version does not know.
            pub unknown: $crate::domain::Row,
        }

        #[expect(non_upper_case_globals, reason = "the tag of a field is named like the field")]
        impl $Name {
            $(
                #[doc = concat!("The tag of the field `", stringify!($name), "`.")]
                #[allow(dead_code, reason = "not every part has a reader by tag")]
                pub const $name: $crate::domain::Tag = $tag;
            )*
        }

        impl $crate::domain::Fields for $Name {
            const FIELDS: &'static [$crate::domain::Field<Self>] = &[ $(
                $crate::domain::Field {
                    info: $crate::domain::FieldInfo {
                        tag: $tag,
                        name: stringify!($name),
                        shape: <$Type as $crate::domain::FieldType>::SHAPE,
                        spec: $spec,
                    },
                    get: |record| $crate::domain::FieldType::to_value(&record.$name),
                    take: |record| {
                        $crate::domain::FieldType::into_value(std::mem::take(&mut record.$name))
                    },
                    set: |record, value| {
                        let value = $crate::domain::FieldType::from_value(value);
                        value.map(|value| record.$name = value).is_some()
                    },
                },
            )* ];
            const INFOS: &'static [$crate::domain::FieldInfo] =
                &$crate::domain::record::infos::<Self, { [$( $tag, )*].len() }>();

            fn unknown(&self) -> &$crate::domain::Row {
                &self.unknown
            }
            fn unknown_mut(&mut self) -> &mut $crate::domain::Row {
                &mut self.unknown
            }
        }
    };
}

/// Declares a record.
macro_rules! record {
    ( $(#[$doc:meta])* pub struct $Name:ident { $($fields:tt)* } ) => {
        $crate::domain::record::fields! { $(#[$doc])* pub struct $Name { $($fields)* } }
        impl $crate::domain::Record for $Name {
            const KIND: $crate::domain::Kind = $crate::domain::Kind::$Name;
        }
    };
}

/// Declares a part: fields that belong together inside a record, such as a phone and its state.
macro_rules! part {
    ( $(#[$doc:meta])* pub struct $Name:ident { $($fields:tt)* } ) => {
        $crate::domain::record::fields! { $(#[$doc])* pub struct $Name { $($fields)* } }
        impl $crate::domain::Item for $Name {
            const ITEM: $crate::domain::Shape =
                $crate::domain::Shape::Part(<Self as $crate::domain::Fields>::INFOS);
            fn to_item(&self) -> $crate::domain::Value {
                $crate::domain::Value::Part($crate::domain::Fields::to_row(self))
            }
            fn into_item(self) -> $crate::domain::Value {
                $crate::domain::Value::Part($crate::domain::Fields::into_row(self))
            }
            fn from_item(value: &$crate::domain::Value) -> Option<Self> {
                match value {
                    $crate::domain::Value::Part(row) => Some($crate::domain::Fields::read(row)),
                    _ => None,
                }
            }
        }
        impl $crate::domain::FieldType for $Name {
            const SHAPE: $crate::domain::Shape = <Self as $crate::domain::Item>::ITEM;
            fn to_value(&self) -> $crate::domain::Value {
                let row = $crate::domain::Fields::to_row(self);
                if row.is_empty() {
                    $crate::domain::Value::Empty
                } else {
                    $crate::domain::Value::Part(row)
                }
            }
            fn into_value(self) -> $crate::domain::Value {
                let row = $crate::domain::Fields::into_row(self);
                if row.is_empty() {
                    $crate::domain::Value::Empty
                } else {
                    $crate::domain::Value::Part(row)
                }
            }
            fn from_value(value: &$crate::domain::Value) -> Option<Self> {
                match value {
                    $crate::domain::Value::Empty => Some(Self::default()),
                    other => $crate::domain::Item::from_item(other),
                }
            }
        }
    };
}

pub(super) use {fields, part, record};

/// The infos of a table of fields, as a table of their own.
pub(super) const fn infos<T: Fields, const N: usize>() -> [FieldInfo; N] {
    let mut out = [super::field::NO_FIELD; N];
    let mut at = 0;
    while at < N {
        #[expect(clippy::indexing_slicing, reason = "checked at compile time")]
        {
            out[at] = T::FIELDS[at].info;
        }
        at += 1;
    }
    out
}
