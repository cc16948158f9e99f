//! What is known of a field, and which Rust types a field may have.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::{Id, Money, Record, RecordId, Row, Shape, Timestamp, Value};

/// The number a field has on disk. Never changed, never reused. Custom fields begin at
/// [`FIRST_CUSTOM_TAG`].
pub type Tag = u16;

/// The first tag of the fields that users make.
pub const FIRST_CUSTOM_TAG: Tag = 1000;

/// The moment a record was put in the bin. Every record may have it.
pub const DELETED_AT: Tag = 990;

/// What every reader (form, list, filter, import, export, history, disk) knows of a field.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FieldInfo {
    /// The number on disk.
    pub tag: Tag,
    /// The word used in queries, exports, JSON and on the command line. Its label is the text
    /// `field-<kind>-<name>` if there is one, else `field-<name>`.
    pub name: &'static str,
    /// What it holds.
    pub shape: Shape,
    /// What the shape does not say.
    pub spec: Spec,
}

/// A field of `T`: what is known of it, and how to reach it.
pub struct Field<T> {
    /// What is known of it.
    pub info: FieldInfo,
    /// The value, [`Value::Empty`] if there is none.
    pub get: fn(&T) -> Value,
    /// The same, taken out.
    pub take: fn(&mut T) -> Value,
    /// Sets the value; false when it has the wrong shape.
    pub set: fn(&mut T, &Value) -> bool,
}

/// What the type of a field does not say about it: flags only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spec(u16);

/// A field nothing more is said of.
pub const fn field() -> Spec {
    Spec(0)
}

macro_rules! flags {
    ($( $(#[$doc:meta])* $bit:literal: $set:ident $is:ident, )*) => {
        impl Spec {
            $(
                $(#[$doc])*
                #[must_use]
                pub const fn $set(self) -> Self {
                    Self(self.0 | 1 << $bit)
                }

                $(#[$doc])*
                pub const fn $is(self) -> bool {
                    self.0 & (1 << $bit) != 0
                }
            )*
        }
    };
}

flags! {
    /// A record without it is refused.
    0: required is_required,
    /// Words without a field look here.
    1: searched is_searched,
    /// A column of the list unless the user hides it.
    2: listed is_listed,
    /// A text of several lines.
    3: multiline is_multiline,
    /// A column in memory: filters and sorts at once.
    4: resident is_resident,
    /// Contact data that a pool may hide until a lead is claimed.
    5: masked is_masked,
    /// Set by commands of its own, not by *set* or an import.
    6: ruled is_ruled,
}

/// A Rust type a field may have.
pub trait FieldType: Sized + Default {
    /// What it holds.
    const SHAPE: Shape;
    /// As a value.
    fn to_value(&self) -> Value;
    /// As a value, without a copy where there is something to copy.
    fn into_value(self) -> Value {
        self.to_value()
    }
    /// From a value; none when it has the wrong shape.
    fn from_value(value: &Value) -> Option<Self>;
}

impl FieldType for String {
    const SHAPE: Shape = Shape::Text;

    fn to_value(&self) -> Value {
        if self.is_empty() { Value::Empty } else { Value::Text(self.clone()) }
    }

    fn into_value(self) -> Value {
        if self.is_empty() { Value::Empty } else { Value::Text(self) }
    }

    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Empty => Some(Self::new()),
            Value::Text(text) => Some(text.clone()),
            _ => None,
        }
    }
}

/// A type that has one variant of [`Value`] for itself, and may be absent.
macro_rules! optional {
    ($( $Type:ty: $shape:expr, $Variant:ident; )*) => { $(
        impl FieldType for Option<$Type> {
            const SHAPE: Shape = $shape;

            fn to_value(&self) -> Value {
                self.map_or(Value::Empty, Value::$Variant)
            }

            fn from_value(value: &Value) -> Option<Self> {
                match value {
                    Value::Empty => Some(None),
                    Value::$Variant(inner) => Some(Some(*inner)),
                    _ => None,
                }
            }
        }
    )* };
}

optional! {
    i64: Shape::Int, Int;
    Decimal: Shape::Decimal, Decimal;
    bool: Shape::Flag, Flag;
    NaiveDate: Shape::Date, Date;
    Timestamp: Shape::At, At;
    Money: Shape::Money, Money;
    RecordId: Shape::AnyLink, Link;
}

impl FieldType for bool {
    const SHAPE: Shape = Shape::Flag;

    fn to_value(&self) -> Value {
        if *self { Value::Flag(true) } else { Value::Empty }
    }

    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Empty => Some(false),
            Value::Flag(flag) => Some(*flag),
            _ => None,
        }
    }
}

impl<T: Record> FieldType for Option<Id<T>> {
    const SHAPE: Shape = Shape::Link(T::KIND);

    fn to_value(&self) -> Value {
        self.map_or(Value::Empty, |id| Value::Link(id.record()))
    }

    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Empty => Some(None),
            Value::Link(record) => Id::of(*record).map(Some),
            _ => None,
        }
    }
}

/// A type that may stand in a list: a part, a pick, a link, a text.
pub trait Item: Sized {
    /// What it holds.
    const ITEM: Shape;
    /// As a value.
    fn to_item(&self) -> Value;
    /// As a value, without a copy where there is something to copy.
    fn into_item(self) -> Value {
        self.to_item()
    }
    /// From a value; none when it has the wrong shape.
    fn from_item(value: &Value) -> Option<Self>;
}

impl<T: Item> FieldType for Vec<T> {
    const SHAPE: Shape = Shape::List(&T::ITEM);

    fn to_value(&self) -> Value {
        if self.is_empty() {
            return Value::Empty;
        }
        Value::List(self.iter().map(Item::to_item).collect())
    }

    fn into_value(self) -> Value {
        if self.is_empty() {
            return Value::Empty;
        }
        Value::List(self.into_iter().map(Item::into_item).collect())
    }

    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Empty => Some(Self::new()),
            Value::List(items) => items.iter().map(T::from_item).collect(),
            _ => None,
        }
    }
}

impl Item for String {
    const ITEM: Shape = Shape::Text;

    fn to_item(&self) -> Value {
        Value::Text(self.clone())
    }

    fn into_item(self) -> Value {
        Value::Text(self)
    }

    fn from_item(value: &Value) -> Option<Self> {
        value.as_text().map(ToOwned::to_owned)
    }
}

impl<T: Record> Item for Id<T> {
    const ITEM: Shape = Shape::Link(T::KIND);

    fn to_item(&self) -> Value {
        Value::Link(self.record())
    }

    fn from_item(value: &Value) -> Option<Self> {
        value.as_link().and_then(Self::of)
    }
}

impl Item for RecordId {
    const ITEM: Shape = Shape::AnyLink;

    fn to_item(&self) -> Value {
        Value::Link(*self)
    }

    fn from_item(value: &Value) -> Option<Self> {
        value.as_link()
    }
}

impl Item for Row {
    const ITEM: Shape = Shape::Part(&[]);

    fn to_item(&self) -> Value {
        Value::Part(self.clone())
    }

    fn from_item(value: &Value) -> Option<Self> {
        match value {
            Value::Part(row) => Some(row.clone()),
            _ => None,
        }
    }
}

/// What an array of infos is filled with before it is filled.
pub(super) const NO_FIELD: FieldInfo =
    FieldInfo { tag: 0, name: "", shape: Shape::Text, spec: field() };
