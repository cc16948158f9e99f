//! What pointed to a record that was merged points to the one it became.

use crate::{
    domain::{
        Account, Activity, Contact, FieldInfo, Kind, Opportunity, Order, RecordId, Row, Shape, Tag,
        Value,
    },
    engine::Edit,
    error::Result,
    query::pointing_by,
};

/// The fields that lead to records that can be merged. What an account or a deal came from stays what it was
/// when a lead becomes a contact.
const LINKS: &[(Kind, &[Tag])] = &[
    (Kind::Opportunity, &[Opportunity::account, Opportunity::lead, Opportunity::contacts]),
    (Kind::Order, &[Order::account, Order::lead]),
    (Kind::Contact, &[Contact::lead, Contact::accounts, Contact::reports_to]),
    (Kind::Account, &[Account::parent]),
];

/// Everything that pointed to one record points to another.
///
/// # Errors
/// When a record cannot be read, or breaks a rule then.
pub(super) fn repoint(edit: &mut Edit<'_>, from: RecordId, to: RecordId) -> Result<()> {
    let links = LINKS.iter().filter(|_| from.kind == to.kind);
    for (kind, tags) in links {
        let tags: Vec<Tag> =
            tags.iter().copied().filter(|tag| leads_to(*kind, *tag, from.kind)).collect();
        let pointing = pointing_by(edit.model, *kind, &tags, from);
        for record in pointing.into_iter().filter(|record| *record != from) {
            let row = edit.row(record)?;
            edit.put(record, repointed(row, &tags, (from, to)))?;
        }
    }
    for id in edit.model.activities_about(from) {
        let row = edit.row(id.record())?;
        edit.put(id.record(), repointed(row, &[Activity::about], (from, to)))?;
    }
    Ok(())
}

/// Whether a field of a kind may lead to records of another.
fn leads_to(kind: Kind, tag: Tag, to: Kind) -> bool {
    fn leads(shape: &Shape, to: Kind) -> bool {
        match shape {
            Shape::AnyLink => true,
            Shape::Link(kind) => *kind == to,
            Shape::List(item) => leads(item, to),
            Shape::Part(fields) => fields.iter().any(|field| leads(&field.shape, to)),
            _ => false,
        }
    }
    let field: Option<&FieldInfo> = kind.fields().iter().find(|field| field.tag == tag);
    field.is_some_and(|field| leads(&field.shape, to))
}

fn repointed(mut row: Row, tags: &[Tag], (from, to): (RecordId, RecordId)) -> Row {
    fn turn(value: &mut Value, (from, to): (RecordId, RecordId)) {
        match value {
            Value::Link(link) if *link == from => *link = to,
            Value::List(items) => items.iter_mut().for_each(|item| turn(item, (from, to))),
            Value::Part(row) => row.values_mut().for_each(|value| turn(value, (from, to))),
            _ => {}
        }
    }
    for tag in tags {
        let mut value = row.get(*tag).clone();
        turn(&mut value, (from, to));
        row.set(*tag, value);
    }
    row
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_leads_to_records_that_can_be_merged_is_in_memory() {
        // Else a merge would have to read every record of the kind.
        for (kind, tags) in LINKS {
            for tag in *tags {
                let field = kind.fields().iter().find(|field| field.tag == *tag).unwrap();
                assert!(field.spec.is_resident(), "{} {}", kind.name(), field.name);
            }
        }
    }
}
