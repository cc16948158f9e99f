//! Which of several records that are the same should stay.

use std::cmp::Reverse;

use crate::domain::{Kind, Lead, RecordId, Row, Stage};

/// The record that should stay: a contact before a lead; not disqualified, then the later stage, then the
/// more complete, then the older.
pub fn survivor<'a>(records: impl Iterator<Item = (RecordId, &'a Row)>) -> Option<RecordId> {
    let best = records.max_by_key(|(record, row)| {
        let stage = row.get(Lead::stage).as_text().and_then(Stage::of_id).unwrap_or_default();
        let (is_fit, step) = match record.kind {
            Kind::Lead => (stage != Stage::Disqualified, step(stage, row)),
            _ => (true, u8::MAX),
        };
        (is_fit, step, row.len(), Reverse(record.uuid))
    });
    best.map(|(record, _)| record)
}

/// How far a lead has come. One that sleeps stands where it left.
fn step(stage: Stage, row: &Row) -> u8 {
    match stage {
        Stage::Unsorted => 0,
        Stage::Usable => 1,
        Stage::Mql => 2,
        Stage::Sql => 3,
        Stage::Converted => 4,
        Stage::Nurturing | Stage::Disqualified | Stage::Merged => {
            let left = row.get(Lead::left_stage).as_text().and_then(Stage::of_id);
            left.filter(|left| left.is_open()).map_or(0, |left| step(left, &Row::new()))
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::{Contact, Fields as _};

    #[test]
    fn the_one_that_should_stay() {
        let lead = |number: u128, lead: Lead| {
            (RecordId { kind: Kind::Lead, uuid: Uuid::from_u128(number) }, lead.to_row())
        };
        let check = |records: &[(RecordId, Row)], expected: u128| {
            let found = survivor(records.iter().map(|(record, row)| (*record, row)));
            assert_eq!(found.map(|record| record.uuid), Some(Uuid::from_u128(expected)));
        };
        let of = |stage| Lead { name: "王小明".to_owned(), stage, ..Lead::default() };
        let full = |stage| Lead { company: "大同".to_owned(), ..of(stage) };
        check(&[lead(1, of(Stage::Unsorted)), lead(2, of(Stage::Unsorted))], 1);
        check(&[lead(1, of(Stage::Unsorted)), lead(2, full(Stage::Unsorted))], 2);
        check(&[lead(1, full(Stage::Unsorted)), lead(2, of(Stage::Mql))], 2);
        check(&[lead(1, of(Stage::Disqualified)), lead(2, of(Stage::Unsorted))], 2);
        let asleep = Lead { left_stage: Some(Stage::Sql), ..of(Stage::Nurturing) };
        check(&[lead(1, of(Stage::Mql)), lead(2, asleep)], 2);
        let contact = Contact { name: "王小明".to_owned(), ..Contact::default() };
        let contact =
            (RecordId { kind: Kind::Contact, uuid: Uuid::from_u128(9) }, contact.to_row());
        check(&[lead(1, full(Stage::Sql)), contact], 9);
        assert_eq!(survivor([].into_iter()), None);
    }
}
