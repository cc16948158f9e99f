//! What parameters of commands are made of.

use serde::Deserialize;
use serde_json::{Map, Value as Json};

use crate::domain::{Id, RecordId};

/// An existing record, a new one, or none.
#[derive(Debug, Default, PartialEq, Eq)]
pub enum Target<T> {
    /// A new record.
    #[default]
    New,
    /// An existing one.
    Existing(Id<T>),
    /// None.
    Skip,
}

// Derives would ask the same of `T`.
impl<T> Clone for Target<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Target<T> {}

impl<'de, T> Deserialize<'de> for Target<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        match text.as_str() {
            "new" => Ok(Self::New),
            "skip" => Ok(Self::Skip),
            id => id
                .parse()
                .map(|uuid| Self::Existing(Id::new(uuid)))
                .map_err(serde::de::Error::custom),
        }
    }
}

/// Two records that may be the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FoundPair {
    /// One of them.
    pub a: RecordId,
    /// The other one.
    pub b: RecordId,
    /// How sure it is, 1 to 100.
    pub score: u8,
}

/// Values that hold for the results of a conversion whatever the leads say, by field.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ConversionValues {
    /// Of the account.
    pub account: Map<String, Json>,
    /// Of the contact; with several leads, of that of the first.
    pub contact: Map<String, Json>,
    /// Of the opportunity.
    pub opportunity: Map<String, Json>,
}
