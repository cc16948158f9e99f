//! What a card makes of someone known, by the rows of the two: an import and its check the same. Most cards of
//! someone known bring little: only the fields of where the person works are taken apart.

use std::borrow::Cow;

use super::{
    OnMatch,
    rules::{
        employment::{self, Snapshot},
        person,
    },
};
use crate::{
    domain::{Contact, Fields as _, Id, ImportBatch, Kind, Lead, RecordId, Row, Timestamp},
    model::Model,
};

/// How cards are taken over.
#[derive(Clone, Copy)]
pub(super) struct Taking {
    /// What is done with those who are known.
    pub on_match: OnMatch,
    /// The moment in which they come in: the date of a card that has none.
    pub now: Timestamp,
    /// The import they come with.
    pub batch: Option<Id<ImportBatch>>,
}

/// Takes a card over into the record of a known person.
pub(super) fn take_row(
    model: &Model,
    (record, row): (RecordId, &mut Row),
    card: &Row,
    how: Taking,
) {
    let (zone, on_match) = (model.settings().zone(), how.on_match);
    let work = Lead::read_only(card, employment::OF_WORK);
    let day = work.captured_at.unwrap_or(how.now).day(zone);
    let snapshot = Snapshot { card: &work, day, zone, batch: how.batch, on_match };
    let said = if record.kind == Kind::Contact {
        let mut contact = Contact::read(row);
        let id = Id::new(record.uuid);
        let said = employment::of_contact(model, (id, &mut contact), &snapshot);
        *row = contact.into_row();
        said
    } else {
        let mut lead = Lead::read_only(row, employment::OF_WORK);
        let employments = lead.employments.clone();
        let said = employment::of_lead(&mut lead, &snapshot);
        // Who works elsewhere now has another employment, too.
        if lead.employments != employments {
            let before = Lead::read_only(row, employment::OF_WORK).into_row();
            carry_over(row, &before, &lead.into_row());
        }
        said
    };
    let card = match said {
        Cow::Borrowed(_) => Cow::Borrowed(card),
        Cow::Owned(said) => {
            let mut card = card.clone();
            carry_over(&mut card, &work.to_row(), &said.into_row());
            Cow::Owned(card)
        }
    };
    person::take_card(record.kind, row, &card, on_match);
}

/// The same of a card that comes with no import.
pub fn take_card(
    model: &Model,
    known: (RecordId, &mut Row),
    card: &Lead,
    (on_match, now): (OnMatch, Timestamp),
) {
    take_row(model, known, &card.to_row(), Taking { on_match, now, batch: None });
}

/// Changes in a row what has changed in a part of it.
fn carry_over(row: &mut Row, before: &Row, after: &Row) {
    for tag in employment::OF_WORK {
        if before.get(*tag) != after.get(*tag) {
            row.set(*tag, after.get(*tag).clone());
        }
    }
}
