//! A glance at a record in its bytes: the fields that are wanted, without making the others.
//!
//! The bytes are those that [`super::codec`] writes of a [`super::Stored`]: numbers of a varying length, a
//! value's variant before its content, lengths before texts and lists. A property holds both together.

use std::borrow::Cow;

use chrono::NaiveDate;
use uuid::Uuid;

use super::codec::{Damage, decode};
use crate::domain::{Kind, RecordId, Row, Tag, Timestamp, Value, ValueRef};

/// The fields of a record, by tag, as far as they are wanted.
pub(super) type Fields<'a> = Vec<(Tag, ValueRef<'a>)>;

/// Which fields of a record are wanted.
#[derive(Clone, Debug)]
pub struct Wanted([u64; WORDS]);

/// Enough for the tags of all fields that are not made by users.
const WORDS: usize = 16;

/// The variants of [`Value`], by their place. Their order is on disk.
const TEXT: u64 = 1;
const INT: u64 = 2;
const DECIMAL: u64 = 3;
const FLAG: u64 = 4;
const DATE: u64 = 5;
const AT: u64 = 6;
const MONEY: u64 = 7;
const CHOICE: u64 = 8;
const LINK: u64 = 9;
const LIST: u64 = 10;
const PART: u64 = 11;
const LONG: u64 = 12;

impl Wanted {
    /// Fields by their tags; those of users' own fields are not among them.
    pub fn of(tags: impl IntoIterator<Item = Tag>) -> Self {
        let mut words = [0; WORDS];
        for tag in tags {
            if let Some(word) = words.get_mut(usize::from(tag / 64)) {
                *word |= 1 << (tag % 64);
            }
        }
        Self(words)
    }

    /// Whether a field is wanted.
    pub fn has(&self, tag: Tag) -> bool {
        self.0.get(usize::from(tag / 64)).is_some_and(|word| word >> (tag % 64) & 1 == 1)
    }
}

/// The wanted fields of a record; none if a text of it lies in a file, so that the bytes are not all of it.
///
/// # Errors
/// The bytes are not those of a record.
pub(super) fn fields<'a>(bytes: &'a [u8], wanted: &Wanted) -> Result<Option<Fields<'a>>, Damage> {
    let mut cursor = Cursor { rest: bytes, has_long: false };
    let found = cursor.record(wanted).ok_or(Damage::Shape)?;
    match cursor.rest {
        [] => Ok((!cursor.has_long).then_some(found)),
        _ => Err(Damage::Shape),
    }
}

/// The wanted fields of a row that lies in its bytes alone, without the commands that made and changed it.
///
/// # Errors
/// The bytes are not those of a row.
pub(super) fn fields_of_row<'a>(bytes: &'a [u8], wanted: &Wanted) -> Result<Fields<'a>, Damage> {
    let mut cursor = Cursor { rest: bytes, has_long: false };
    cursor.row(wanted).filter(|_| cursor.rest.is_empty()).ok_or(Damage::Shape)
}

/// A field where it lies, its tag before its value.
#[derive(Clone, Copy)]
pub(super) struct Lying<'a> {
    pub tag: Tag,
    pub bytes: &'a [u8],
}

/// The fields of such a row where they lie.
///
/// # Errors
/// As [`fields_of_row`].
pub(super) fn values_of_row(bytes: &[u8]) -> Result<Vec<Lying<'_>>, Damage> {
    let mut cursor = Cursor { rest: bytes, has_long: false };
    cursor.values().filter(|_| cursor.rest.is_empty()).ok_or(Damage::Shape)
}

/// Bytes that were not looked at yet.
struct Cursor<'a> {
    rest: &'a [u8],
    /// Whether a text was seen that lies in a file.
    has_long: bool,
}

impl<'a> Cursor<'a> {
    fn record(&mut self, wanted: &Wanted) -> Option<Fields<'a>> {
        // The commands that made and last changed it.
        self.number()?;
        self.number()?;
        self.row(wanted)
    }

    fn row(&mut self, wanted: &Wanted) -> Option<Fields<'a>> {
        let count = self.count()?;
        let mut found = Vec::with_capacity(count);
        for _ in 0..count {
            let tag = self.tag()?;
            if wanted.has(tag) {
                found.push((tag, self.look()?));
            } else {
                self.skip()?;
            }
        }
        Some(found)
    }

    fn values(&mut self) -> Option<Vec<Lying<'a>>> {
        let count = self.count()?;
        let mut found = Vec::with_capacity(count);
        for _ in 0..count {
            let before = self.rest;
            let tag = self.tag()?;
            self.skip()?;
            found.push(Lying { tag, bytes: before.get(..before.len() - self.rest.len())? });
        }
        Some(found)
    }

    fn byte(&mut self) -> Option<u8> {
        let (byte, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*byte)
    }

    fn bytes(&mut self, length: usize) -> Option<&'a [u8]> {
        let (bytes, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(bytes)
    }

    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (bytes, rest) = self.rest.split_first_chunk()?;
        self.rest = rest;
        Some(*bytes)
    }

    fn number(&mut self) -> Option<u64> {
        match self.byte()? {
            small @ 0..=250 => Some(small.into()),
            251 => self.array().map(|bytes| u16::from_le_bytes(bytes).into()),
            252 => self.array().map(|bytes| u32::from_le_bytes(bytes).into()),
            253 => self.array().map(u64::from_le_bytes),
            _ => None,
        }
    }

    fn signed(&mut self) -> Option<i64> {
        let number = self.number()?;
        Some((number >> 1) as i64 ^ -((number & 1) as i64))
    }

    fn tag(&mut self) -> Option<Tag> {
        self.number()?.try_into().ok()
    }

    /// How many follow: each takes a byte at least.
    fn count(&mut self) -> Option<usize> {
        let count = usize::try_from(self.number()?).ok()?;
        (count <= self.rest.len()).then_some(count)
    }

    fn raw_text(&mut self) -> Option<&'a [u8]> {
        let length = self.count()?;
        self.bytes(length)
    }

    fn text(&mut self) -> Option<&'a str> {
        std::str::from_utf8(self.raw_text()?).ok()
    }

    fn flag(&mut self) -> Option<bool> {
        match self.byte()? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }

    fn day(&mut self) -> Option<NaiveDate> {
        NaiveDate::from_num_days_from_ce_opt(self.signed()?.try_into().ok()?)
    }

    fn link(&mut self) -> Option<RecordId> {
        let kind = Kind::of_number(self.tag()?)?;
        (self.number()? == 16).then_some(())?;
        Some(RecordId { kind, uuid: Uuid::from_bytes(self.array()?) })
    }

    /// The next value, borrowed if it can be.
    fn look(&mut self) -> Option<ValueRef<'a>> {
        let before = self.rest;
        Some(match self.number()? {
            TEXT => ValueRef::Text(self.text()?),
            CHOICE => ValueRef::Choice(self.text()?),
            INT => ValueRef::Int(self.signed()?),
            FLAG => ValueRef::Flag(self.flag()?),
            DATE => ValueRef::Date(self.day()?),
            AT => ValueRef::At(Timestamp(self.signed()?)),
            LINK => ValueRef::Link(self.link()?),
            _ => {
                self.rest = before;
                ValueRef::Other(Cow::Owned(self.value()?))
            }
        })
    }

    /// The next value, one of its own.
    fn value(&mut self) -> Option<Value> {
        let before = self.rest;
        Some(match self.number()? {
            TEXT => Value::Text(self.text()?.to_owned()),
            CHOICE => Value::Choice(self.text()?.to_owned().into()),
            INT => Value::Int(self.signed()?),
            FLAG => Value::Flag(self.flag()?),
            DATE => Value::Date(self.day()?),
            AT => Value::At(Timestamp(self.signed()?)),
            LINK => Value::Link(self.link()?),
            LIST => {
                let count = self.count()?;
                let mut items = Vec::with_capacity(count);
                for _ in 0..count {
                    items.push(self.value()?);
                }
                Value::List(items)
            }
            PART => {
                let count = self.count()?;
                let mut fields = Vec::with_capacity(count);
                for _ in 0..count {
                    fields.push((self.tag()?, self.value()?));
                }
                Value::Part(Row::from_iter(fields))
            }
            _ => {
                self.rest = before;
                self.skip()?;
                let length = before.len() - self.rest.len();
                decode(before.get(..length)?).ok()?
            }
        })
    }

    /// Passes the next value.
    fn skip(&mut self) -> Option<()> {
        match self.number()? {
            0 => {}
            INT | DATE | AT => drop(self.number()?),
            FLAG => drop(self.byte()?),
            TEXT | CHOICE | DECIMAL => drop(self.raw_text()?),
            LONG => {
                self.has_long = true;
                self.raw_text()?;
            }
            MONEY => {
                self.raw_text()?;
                self.raw_text()?;
            }
            LINK => {
                self.tag()?;
                self.raw_text()?;
            }
            LIST => {
                for _ in 0..self.count()? {
                    self.skip()?;
                }
            }
            PART => {
                for _ in 0..self.count()? {
                    self.tag()?;
                    self.skip()?;
                }
            }
            _ => return None,
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{
        domain::{Currency, Money},
        store::{Stored, codec::encode},
    };

    fn value() -> impl Strategy<Value = Value> {
        let day = |number| NaiveDate::from_num_days_from_ce_opt(number).unwrap();
        let amount = |number: i64, scale| rust_decimal::Decimal::new(number, scale);
        let link = |(kind, uuid): (usize, u128)| RecordId {
            kind: Kind::ALL[kind % Kind::ALL.len()],
            uuid: Uuid::from_u128(uuid),
        };
        let leaf = prop_oneof![
            ".{0,300}".prop_map(Value::Text),
            any::<i64>().prop_map(Value::Int),
            (any::<i64>(), 0..9_u32).prop_map(move |(it, scale)| Value::Decimal(amount(it, scale))),
            any::<bool>().prop_map(Value::Flag),
            (1..3_000_000_i32).prop_map(move |it| Value::Date(day(it))),
            any::<i64>().prop_map(|it| Value::At(Timestamp(it))),
            any::<i64>().prop_map(move |it| {
                Value::Money(Money { amount: amount(it, 2), currency: Currency::TWD })
            }),
            "[a-z_]{0,20}".prop_map(|id| Value::Choice(id.into())),
            any::<(usize, u128)>().prop_map(move |it| Value::Link(link(it))),
        ];
        leaf.prop_recursive(3, 24, 6, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Value::List),
                prop::collection::vec((1..9_u16, inner), 0..6)
                    .prop_map(|fields| Value::Part(fields.into_iter().collect())),
            ]
        })
    }

    fn stored() -> impl Strategy<Value = Stored> {
        let fields = prop::collection::vec((1..1_100_u16, value()), 0..30);
        (any::<u64>(), any::<u64>(), fields).prop_map(|(created_in, changed_in, fields)| Stored {
            created_in,
            changed_in,
            row: fields.into_iter().collect(),
        })
    }

    proptest! {
        #[test]
        fn a_glance_sees_what_was_written(stored in stored(), cut in any::<prop::sample::Index>()) {
            let bytes = encode(&stored).unwrap();
            let wanted = Wanted::of((1..1_024).filter(|tag| tag % 3 != 0));
            let found = fields(&bytes, &wanted).unwrap().unwrap();
            let found: Vec<(Tag, Value)> =
                found.into_iter().map(|(tag, value)| (tag, value.to_value())).collect();
            let expected = stored.row.iter().filter(|(tag, _)| *tag < 1_024 && tag % 3 != 0);
            let expected: Vec<(Tag, Value)> =
                expected.map(|(tag, value)| (tag, value.clone())).collect();
            prop_assert_eq!(found, expected);
            let cut = cut.index(bytes.len());
            prop_assert_eq!(fields(&bytes[..cut], &wanted).err(), Some(Damage::Shape));
        }

        #[test]
        fn bytes_of_anything_are_no_harm(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            let wanted = Wanted::of(0..1_024);
            let _ = fields(&bytes, &wanted);
        }
    }

    #[test]
    fn a_text_that_lies_in_a_file_is_noticed() {
        let long = Value::List(vec![Value::Long("hash".to_owned())]);
        for tag in [1, 2] {
            let row = Row::new().with(tag, long.clone());
            let bytes = encode(&Stored { created_in: 1, changed_in: 1, row }).unwrap();
            assert_eq!(fields(&bytes, &Wanted::of([1])), Ok(None), "in field {tag}");
        }
    }
}
