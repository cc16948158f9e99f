//! The text by which a record is found: folded, so that width, case and script do not matter.

use crate::domain::{Kind, Tag, Value, ValueRef, fold::fold_into};

/// Bytes most records take.
const USUAL: usize = 128;

/// Between the texts of a record, so that nothing is found across two of them.
const BETWEEN: char = '\n';

/// Whether the searched texts of a kind are in memory. What was noted of activities is long and seldom
/// looked through: it is read when it is.
pub fn is_at_hand(kind: Kind) -> bool {
    kind != Kind::Activity
}

/// The fields of a kind that are looked through.
pub(super) fn tags(kind: Kind) -> Vec<Tag> {
    let searched = kind.fields().iter().filter(|field| field.spec.is_searched());
    searched.map(|field| field.tag).collect()
}

/// What anyone may search of a record, and the contact data that a pool may hide.
pub(super) fn of<'a>(kind: Kind, value_of: impl Fn(Tag) -> ValueRef<'a>) -> (String, String) {
    let (mut plain, mut contact) = (String::with_capacity(USUAL), String::with_capacity(USUAL));
    append_of(kind, value_of, (&mut plain, &mut contact));
    (plain, contact)
}

/// Appends what anyone may search of a record, and the contact data that a pool may hide.
pub(super) fn append_of<'a>(
    kind: Kind,
    value_of: impl Fn(Tag) -> ValueRef<'a>,
    (plain, contact): (&mut String, &mut String),
) {
    for field in kind.fields().iter().filter(|field| field.spec.is_searched()) {
        let out = if field.spec.is_masked() { &mut *contact } else { &mut *plain };
        match value_of(field.tag) {
            ValueRef::Text(text) => append_text(out, text),
            ValueRef::Other(value) => append(out, &value),
            _ => {}
        }
    }
}

fn append_text(out: &mut String, text: &str) {
    if !text.is_empty() {
        fold_into(text, out);
        out.push(BETWEEN);
    }
}

fn append(out: &mut String, value: &Value) {
    match value {
        Value::Text(text) => append_text(out, text),
        Value::List(items) => items.iter().for_each(|item| append(out, item)),
        // The first field of a part is what was written; of a phone, the digits are searched.
        Value::Part(part) => {
            for (_, value) in part.iter().filter(|(tag, _)| matches!(tag, 1 | 3)) {
                append_contact(out, value);
            }
        }
        _ => {}
    }
}

fn append_contact(out: &mut String, value: &Value) {
    let Value::Text(text) = value else { return };
    if text.contains('@') {
        append(out, value);
        return;
    }
    let before = out.len();
    out.extend(text.chars().filter_map(|c| c.to_digit(10)).filter_map(|d| char::from_digit(d, 10)));
    if out.len() > before {
        out.push(BETWEEN);
    } else {
        append(out, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Email, Fields as _, Lead, Phone};

    #[test]
    fn contact_data_lies_apart() {
        let lead = Lead {
            name: "陳 Ａ".to_owned(),
            company: "ACME".to_owned(),
            phones: vec![Phone {
                raw: "0912-345".to_owned(),
                e164: "+886912345".to_owned(),
                ..Phone::default()
            }],
            emails: vec![Email { address: "A@x.tw".to_owned(), ..Email::default() }],
            ..Lead::default()
        };
        let row = lead.to_row();
        let (plain, contact) = of(Kind::Lead, |tag| row.get(tag).into());
        assert_eq!(
            (plain.as_str(), contact.as_str()),
            ("陈 a\nacme\n", "0912345\n886912345\na@x.tw\n")
        );
    }
}
