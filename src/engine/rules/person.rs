//! What one record of a person takes over from another: from a card, a lead, a merged loser.

use crate::{
    domain::{
        Email, FIRST_CUSTOM_TAG, Item, Kind, Lead, Phone, RecordId, Row, Stage, Tag, Value,
        fold::fold, parts,
    },
    engine::OnMatch,
    error::Result,
};

/// Gives a known person, the row of a record of a kind, what a card says. The owner never changes.
pub fn take_card(kind: Kind, row: &mut Row, card: &Row, on_match: OnMatch) {
    match on_match {
        OnMatch::Skip => {}
        OnMatch::Keep => unite(row, card),
        OnMatch::Overwrite => {
            unite(row, card);
            take_over(kind, row, card, |_| true);
        }
        OnMatch::Fill | OnMatch::New => fill(kind, row, card),
    }
}

/// Fills what is empty in a row of a kind from another row of a person, and unites phones, mails and
/// tags.
pub fn fill(kind: Kind, row: &mut Row, from: &Row) {
    unite(row, from);
    take_over(kind, row, from, Value::is_empty);
}

/// Takes over the fields of which that is to be done, as they are so far.
fn take_over(kind: Kind, row: &mut Row, from: &Row, is_given_up: impl Fn(&Value) -> bool) {
    for (tag, value) in from.iter() {
        if is_given_up(row.get(tag)) && is_taken(kind, tag) {
            row.set(tag, value.clone());
        }
    }
}

/// Phones, mails and tags are added, never replaced.
pub fn unite(row: &mut Row, from: &Row) {
    let phone = |phone: &Phone| {
        let digits = if phone.e164.is_empty() { &phone.raw } else { &phone.e164 };
        format!("{}{}", fold(digits), phone.extension)
    };
    unite_list(row, from, Lead::phones, phone);
    unite_list(row, from, Lead::emails, |mail: &Email| fold(&mail.address));
    unite_list(row, from, Lead::tags, |tag: &String| fold(tag));
}

fn unite_list<T: Item>(row: &mut Row, from: &Row, tag: Tag, key: impl Fn(&T) -> String) {
    if from.get(tag).is_empty() {
        return;
    }
    let mut items: Vec<T> = parts(row.get(tag)).collect();
    let known = items.len();
    let mut seen: Vec<String> = items.iter().map(&key).collect();
    for item in parts::<T>(from.get(tag)) {
        let key = key(&item);
        if !seen.contains(&key) {
            seen.push(key);
            items.push(item);
        }
    }
    if items.len() > known {
        row.set(tag, Value::List(items.iter().map(Item::to_item).collect()));
    }
}

/// Whether a field of a card goes to a record of a kind: lists have rules of their own, and fields
/// that commands set are not a card's to say.
fn is_taken(kind: Kind, tag: Tag) -> bool {
    let is_list = [Lead::phones, Lead::emails, Lead::tags, Lead::memberships].contains(&tag);
    let origin =
        [Lead::campaign, Lead::captured_at, Lead::captured_by, Lead::steward, Lead::source];
    if tag >= FIRST_CUSTOM_TAG {
        // A field of a user is one of its kind: the same number is another field elsewhere.
        return kind == Kind::Lead;
    }
    let field = kind.fields().iter().find(|field| field.tag == tag);
    // From 50 on the same tag means another field in another kind.
    let is_shared = kind == Kind::Lead || tag < 50;
    is_shared && !is_list && !origin.contains(&tag) && field.is_some_and(|it| !it.spec.is_ruled())
}

/// Whom a card of a known person belongs to: a merged lead's survivor, a converted lead's contact. `next`
/// says of a lead what it has become, see [`became`].
///
/// # Errors
/// When a record cannot be read.
pub fn survivor(
    record: RecordId,
    next: impl Fn(RecordId) -> Result<Option<RecordId>>,
) -> Result<RecordId> {
    let mut record = record;
    for _ in 0..10 {
        if record.kind != Kind::Lead {
            break;
        }
        match next(record)? {
            Some(next) => record = next,
            None => break,
        }
    }
    Ok(record)
}

/// What a lead has become, by its row; none if it is still a lead.
pub fn became(lead: &Row) -> Option<RecordId> {
    let link = |tag| lead.get(tag).as_link();
    match lead.get(Lead::stage).as_text().and_then(Stage::of_id)? {
        // A lead may have become a lead or a contact.
        Stage::Merged => link(Lead::merged_into).or(link(Lead::converted_contact)),
        Stage::Converted => link(Lead::converted_contact),
        _ => None,
    }
}
