//! The fields records of a kind have here: those the program ships, and those its users made.

use super::Model;
use crate::domain::{CustomField, FieldInfo, Id, Kind, Tag};

impl Model {
    /// The fields of a kind: the shipped ones, then those of users, oldest first.
    pub fn fields(&self, kind: Kind) -> impl Iterator<Item = &'static FieldInfo> {
        kind.fields().iter().chain(self.custom_of(kind).filter_map(|(_, field)| field.info()))
    }

    /// The field of that name.
    pub fn field(&self, kind: Kind, name: &str) -> Option<&'static FieldInfo> {
        self.fields(kind).find(|field| field.name == name)
    }

    /// The field of that number.
    pub fn field_of_tag(&self, kind: Kind, tag: Tag) -> Option<&'static FieldInfo> {
        self.fields(kind).find(|field| field.tag == tag)
    }

    /// The fields that users made for a kind, oldest first.
    pub fn custom_of(&self, kind: Kind) -> impl Iterator<Item = (Id<CustomField>, &CustomField)> {
        self.custom_fields.iter().filter(move |(_, field)| field.kind() == Some(kind))
    }
}
