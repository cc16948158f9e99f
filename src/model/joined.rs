//! The campaigns of a lead, read where they lie among its fields.

use crate::domain::{Campaign, FieldType as _, Id, Lead, Look, Membership, Timestamp, Value};

/// A campaign of a lead, as its fields say it.
pub(super) struct Joined<'a> {
    pub campaign: Option<Id<Campaign>>,
    status: &'a str,
    pub responded_at: Option<Timestamp>,
}

impl<'a> Joined<'a> {
    /// What the person answered, and when.
    pub fn response(self) -> Option<(&'a str, Timestamp)> {
        Some((self.status, self.responded_at?))
    }
}

/// The campaigns of a lead, read where they lie.
pub(super) fn memberships<'a>(lead: impl Look<'a>) -> impl Iterator<Item = Joined<'a>> {
    let joined = lead.look(Lead::memberships).lying().map_or(&[] as &[Value], Value::items);
    joined.iter().filter_map(|item| {
        let Value::Part(part) = item else { return None };
        Some(Joined {
            campaign: part.get(Membership::campaign).as_link().and_then(Id::of),
            status: part.get(Membership::status).as_text().unwrap_or_default(),
            responded_at: Option::from_value(part.get(Membership::responded_at))
                .unwrap_or_default(),
        })
    })
}
