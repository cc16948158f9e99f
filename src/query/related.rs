//! What points to a record: found in the columns, so that it is known without the disk.

use crate::{
    domain::{
        Activity, Campaign, Contact, FieldInfo, Id, Kind, Lead, Opportunity, Order, Position,
        RecordId, Shape, Tag, parts,
    },
    model::{Column, Columns, Model},
};

/// The records of a kind of which one field points to a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// What sort of records.
    pub kind: Kind,
    /// The field that points.
    pub field: &'static str,
    /// Which records, oldest first.
    pub records: Vec<RecordId>,
}

/// Kinds of which many records point to one, and which are told elsewhere: activities stand in the
/// timeline.
const ELSEWHERE: &[Kind] = &[Kind::Activity];

/// What points to a record, kind by kind and field by field. A field counts if it is in memory; of leads,
/// their campaigns too.
pub fn related(model: &Model, record: RecordId) -> Vec<Related> {
    let mut found = Vec::new();
    for kind in Kind::ALL.iter().filter(|kind| !ELSEWHERE.contains(kind)) {
        let links = kind.fields().iter().filter(|field| may_point(&field.shape, record.kind));
        for field in links {
            let records = pointing(model, *kind, field, record);
            if !records.is_empty() {
                found.push(Related { kind: *kind, field: field.name, records });
            }
        }
    }
    found
}

/// The records whose activities are told with a record's own: nothing is copied when a lead is converted,
/// so that what was done about it is found through its results.
pub fn followed(model: &Model, record: RecordId) -> Vec<RecordId> {
    let mut found = vec![record];
    let link = |columns: &Columns, tag: Tag, record: RecordId| {
        columns.find(record.uuid).and_then(|row| columns.link(tag, row))
    };
    match record.kind {
        Kind::Contact => found.extend(link(&model.contacts, Contact::lead, record)),
        Kind::Opportunity => found.extend(link(&model.opportunities, Opportunity::lead, record)),
        Kind::Account => {
            for (columns, tag) in
                [(&model.opportunities, Opportunity::account), (&model.orders, Order::account)]
            {
                found.extend(rows_with(columns, tag, record));
            }
            let contacts: Vec<RecordId> = people_of(model, record).collect();
            found
                .extend(contacts.iter().filter_map(|it| link(&model.contacts, Contact::lead, *it)));
            found.extend(contacts);
        }
        _ => {}
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// The records of a kind that grows of which one of these fields points to a record, oldest first. The fields
/// must be in memory.
pub fn pointing_by(model: &Model, kind: Kind, tags: &[Tag], to: RecordId) -> Vec<RecordId> {
    let columns = model.columns(kind);
    let found = tags.iter().flat_map(|tag| columns.map(|columns| rows_with(columns, *tag, to)));
    let mut found: Vec<RecordId> = found.flatten().collect();
    found.sort_unstable_by_key(|record| record.uuid);
    found.dedup();
    found
}

/// The contacts who work at an account, or did.
pub fn people_of(model: &Model, account: RecordId) -> impl Iterator<Item = RecordId> {
    let contacts = &model.contacts;
    let works_there = move |row: &usize| {
        let positions = contacts.value(Contact::accounts, *row);
        parts::<Position>(&positions).any(|it| it.account.map(Id::record) == Some(account))
    };
    contacts.rows().filter(works_there).filter_map(|row| contacts.id(row))
}

/// Whether a value of a shape may point to a record of a kind.
fn may_point(shape: &Shape, kind: Kind) -> bool {
    match shape {
        Shape::Link(to) => *to == kind,
        Shape::AnyLink => true,
        Shape::List(item) => may_point(item, kind),
        Shape::Part(fields) => fields.iter().any(|field| may_point(&field.shape, kind)),
        _ => false,
    }
}

fn pointing(model: &Model, kind: Kind, field: &FieldInfo, to: RecordId) -> Vec<RecordId> {
    let Some(columns) = model.columns(kind) else {
        let rows = model.small_rows(kind).into_iter();
        return rows.filter(|(_, row)| row.get(field.tag).points_to(to)).map(|it| it.0).collect();
    };
    if kind == Kind::Lead && field.tag == Lead::memberships {
        return members(model, to);
    }
    if kind == Kind::Activity && field.tag == Activity::about {
        return model.activities_about(to).map(Id::record).collect();
    }
    rows_with(columns, field.tag, to)
}

/// The leads that take part in a campaign.
fn members(model: &Model, campaign: RecordId) -> Vec<RecordId> {
    let Some(campaign) = Id::<Campaign>::of(campaign) else { return Vec::new() };
    let takes_part = |row: &usize| {
        let derived = model.lead_derived(*row);
        derived.is_some_and(|it| it.memberships().any(|(id, _)| id == campaign.0))
    };
    model.leads.rows().filter(takes_part).filter_map(|row| model.leads.id(row)).collect()
}

/// The records of which a field in memory points to a record.
fn rows_with(columns: &Columns, tag: Tag, to: RecordId) -> Vec<RecordId> {
    let rows: Vec<usize> = match columns.column(tag) {
        None => return Vec::new(),
        // Each different link is looked at once.
        Some(Column::Codes(codes)) => {
            let code = codes.values().iter().position(|value| value.as_link() == Some(to));
            let Some(code) = code.and_then(|code| i64::try_from(code).ok()) else {
                return Vec::new();
            };
            let rows = codes.rows().iter().enumerate().filter(|(_, own)| *own == code);
            rows.map(|(row, _)| row).collect()
        }
        Some(Column::Values(values)) => {
            let rows = values.iter().enumerate().filter(|(_, value)| value.points_to(to));
            rows.map(|(row, _)| row).collect()
        }
        // Links are the same in any shape.
        Some(column) => {
            columns.rows().filter(|row| column.value(&Shape::AnyLink, *row).points_to(to)).collect()
        }
    };
    rows.into_iter().filter(|row| columns.is_live(*row)).filter_map(|row| columns.id(row)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_known_by_their_shape() {
        for (kind, field, to, expected) in [
            (Kind::Opportunity, "account", Kind::Account, true),
            (Kind::Opportunity, "contacts", Kind::Contact, true),
            (Kind::Opportunity, "name", Kind::Account, false),
            (Kind::Contact, "accounts", Kind::Account, true),
            (Kind::Contact, "accounts", Kind::Campaign, false),
            (Kind::Activity, "about", Kind::Order, true),
        ] {
            let shape = &kind.field(field).unwrap().shape;
            assert_eq!(may_point(shape, to), expected, "{field}");
        }
    }

    #[test]
    fn whatever_points_somewhere_else_than_to_leads_is_in_memory() {
        // What is not in memory would be missing among what is related.
        let grown = [Kind::Account, Kind::Contact, Kind::Opportunity, Kind::Order];
        for kind in grown {
            for field in kind.fields().iter().filter(|field| !field.spec.is_ruled()) {
                let points = [Kind::Account, Kind::Contact, Kind::Campaign, Kind::Opportunity]
                    .into_iter()
                    .any(|to| may_point(&field.shape, to));
                let is_found = field.spec.is_resident() || field.name == "employments";
                assert!(!points || is_found, "{} {}", kind.name(), field.name);
            }
        }
    }
}
