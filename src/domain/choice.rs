//! Choices: closed ones are Rust enums, picklists may be extended by a workspace.

use std::{fmt, marker::PhantomData};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Choices, FieldType, Item, Shape, Value};

/// Declares a closed choice: the enum, its stable ids, and that it may be a field.
macro_rules! choice {
    (
        $(#[$doc:meta])*
        pub enum $Name:ident $list:literal {
            $(#[$first_doc:meta])* $First:ident $first_id:literal,
            $( $(#[$variant_doc:meta])* $Variant:ident $id:literal, )*
        }
    ) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash,
        )]
        pub enum $Name {
            $(#[$first_doc])*
            #[default]
            $First,
            $( $(#[$variant_doc])* $Variant, )*
        }

        impl $Name {
            /// Every value, in its order.
            pub const ALL: &'static [Self] = &[Self::$First, $( Self::$Variant, )*];

            /// The list, for those who know shapes only.
            pub const CHOICES: $crate::domain::Choices = $crate::domain::Choices {
                name: $list,
                values: &[$first_id, $( $id, )*],
                open: false,
            };

            /// The stable id, on disk and in JSON.
            pub const fn id(self) -> &'static str {
                match self {
                    Self::$First => $first_id,
                    $( Self::$Variant => $id, )*
                }
            }

            /// The value of a stable id; `not-accepted` is read as `not_accepted`.
            pub fn of_id(id: &str) -> Option<Self> {
                let known = Self::ALL.iter().copied().find(|value| value.id() == id);
                if known.is_some() {
                    return known;
                }
                let id = id.trim().replace('-', "_");
                Self::ALL.iter().copied().find(|value| value.id().eq_ignore_ascii_case(&id))
            }
        }

        impl $crate::domain::FieldType for $Name {
            const SHAPE: $crate::domain::Shape = $crate::domain::Shape::Choice(&Self::CHOICES);

            fn to_value(&self) -> $crate::domain::Value {
                $crate::domain::Value::Choice(self.id().into())
            }

            fn from_value(value: &$crate::domain::Value) -> Option<Self> {
                match value {
                    $crate::domain::Value::Empty => Some(Self::default()),
                    $crate::domain::Value::Choice(id) => Self::of_id(id),
                    _ => None,
                }
            }
        }

        impl $crate::domain::FieldType for Option<$Name> {
            const SHAPE: $crate::domain::Shape = $crate::domain::Shape::Choice(&$Name::CHOICES);

            fn to_value(&self) -> $crate::domain::Value {
                self.map_or($crate::domain::Value::Empty, |value| {
                    $crate::domain::FieldType::to_value(&value)
                })
            }

            fn from_value(value: &$crate::domain::Value) -> Option<Self> {
                match value {
                    $crate::domain::Value::Empty => Some(None),
                    $crate::domain::Value::Choice(id) => $Name::of_id(id).map(Some),
                    _ => None,
                }
            }
        }

        impl serde::Serialize for $Name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.id())
            }
        }

        impl<'de> serde::Deserialize<'de> for $Name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let id = String::deserialize(deserializer)?;
                Self::of_id(&id).ok_or_else(|| {
                    serde::de::Error::custom(format!("one of: {}", Self::CHOICES.values.join(", ")))
                })
            }
        }
    };
}
pub(super) use choice;

/// A list whose values a workspace may extend.
pub trait Picklist: 'static {
    /// The list, with the values the program ships.
    const CHOICES: Choices;
}

/// Declares picklists: the name in Rust, the name of the list, the shipped ids.
macro_rules! picklists {
    ($( $(#[$doc:meta])* $Name:ident $list:literal [$($id:literal),* $(,)?]; )*) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct $Name;

        impl $crate::domain::choice::Picklist for $Name {
            const CHOICES: $crate::domain::Choices =
                $crate::domain::Choices { name: $list, values: &[$( $id, )*], open: true };
        }
    )* };
}
pub(super) use picklists;

/// One value of a picklist, by its stable id; empty if nothing is chosen.
pub struct Pick<L>(String, PhantomData<fn() -> L>);

impl<L> Pick<L> {
    /// The value of that id.
    pub fn new(id: impl Into<String>) -> Self {
        Self(id.into(), PhantomData)
    }

    /// The stable id; empty if nothing is chosen.
    pub fn id(&self) -> &str {
        &self.0
    }

    /// Whether nothing is chosen.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<L: Picklist> FieldType for Pick<L> {
    const SHAPE: Shape = Shape::Choice(&L::CHOICES);

    fn to_value(&self) -> Value {
        if self.0.is_empty() { Value::Empty } else { Value::Choice(self.0.clone().into()) }
    }

    fn into_value(self) -> Value {
        if self.0.is_empty() { Value::Empty } else { Value::Choice(self.0.into()) }
    }

    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Empty => Some(Self::default()),
            Value::Choice(id) => Some(Self::new(id.clone())),
            _ => None,
        }
    }
}

impl<L: Picklist> Item for Pick<L> {
    const ITEM: Shape = Shape::Choice(&L::CHOICES);

    fn to_item(&self) -> Value {
        Value::Choice(self.0.clone().into())
    }

    fn into_item(self) -> Value {
        Value::Choice(self.0.into())
    }

    fn from_item(value: &Value) -> Option<Self> {
        match value {
            Value::Choice(id) => Some(Self::new(id.clone())),
            _ => None,
        }
    }
}

// Derives would ask the same of `L`.
impl<L> Clone for Pick<L> {
    fn clone(&self) -> Self {
        Self::new(self.0.clone())
    }
}
impl<L> Default for Pick<L> {
    fn default() -> Self {
        Self::new(String::new())
    }
}
impl<L> PartialEq for Pick<L> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<L> Eq for Pick<L> {}
impl<L> fmt::Debug for Pick<L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
impl<L> Serialize for Pick<L> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}
impl<'de, L> Deserialize<'de> for Pick<L> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::new)
    }
}
