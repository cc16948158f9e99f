//! A row in the bytes it is kept in: made on one thread, it goes to others in one piece, where its values would
//! be some thirty pieces of memory that one thread makes and another frees.

use super::{
    codec::{self, Damage},
    glance::{self, Lying, Wanted},
};
use crate::{
    domain::{RecordId, Row, Tag, ValueRef},
    error::{Error, Result},
};

/// The fields of a record in the bytes they are kept in. Its long texts are among them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EncodedRow(Vec<u8>);

impl Default for EncodedRow {
    /// A row without fields: one byte, which says that none follows.
    fn default() -> Self {
        Self(vec![0])
    }
}

/// A record that a command makes.
#[derive(Clone, Debug)]
pub struct NewRecord {
    /// Which record.
    pub record: RecordId,
    /// Its fields.
    pub row: EncodedRow,
}

impl EncodedRow {
    /// A row in its bytes.
    ///
    /// # Errors
    /// `cannot-encode` if it is longer than could be read again.
    pub fn of(row: &Row) -> Result<Self> {
        codec::encode(row).map(Self).map_err(|err| Error::other("cannot-encode").because(err))
    }

    /// The row, taken out of its bytes.
    ///
    /// # Errors
    /// `cannot-encode` if they are not those of a row.
    pub fn row(&self) -> Result<Row> {
        codec::decode(&self.0).map_err(damaged)
    }

    /// The tags of its fields.
    ///
    /// # Errors
    /// As [`EncodedRow::row`].
    pub fn tags(&self) -> Result<impl Iterator<Item = Tag>> {
        let values = glance::values_of_row(&self.0).map_err(damaged)?;
        Ok(values.into_iter().map(|value| value.tag))
    }

    /// Those of its fields that are wanted, where they lie.
    ///
    /// # Errors
    /// As [`EncodedRow::row`].
    pub fn fields(&self, wanted: &Wanted) -> Result<Vec<(Tag, ValueRef<'_>)>> {
        glance::fields_of_row(&self.0, wanted).map_err(damaged)
    }

    /// The row with the fields of another: where both have one, that of the other counts.
    ///
    /// # Errors
    /// As [`EncodedRow::row`].
    pub fn with(&self, other: &Self) -> Result<Self> {
        let own = glance::values_of_row(&self.0).map_err(damaged)?;
        let others = glance::values_of_row(&other.0).map_err(damaged)?;
        let is_other =
            |own: &&Lying<'_>| others.binary_search_by_key(&own.tag, |other| other.tag).is_ok();
        let count = own.len() + others.len() - own.iter().filter(is_other).count();
        let mut all = Vec::with_capacity(self.0.len() + other.0.len());
        encode_to(&count, &mut all)?;
        let mut others = others.into_iter().peekable();
        for own in own {
            while let Some(other) = others.next_if(|other| other.tag < own.tag) {
                all.extend_from_slice(other.bytes);
            }
            if others.peek().is_none_or(|other| other.tag != own.tag) {
                all.extend_from_slice(own.bytes);
            }
        }
        others.for_each(|other| all.extend_from_slice(other.bytes));
        Ok(Self(all))
    }

    /// The bytes: those of [`codec::encode`] of the row.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.0
    }
}

fn encode_to<T: serde::Serialize>(value: &T, out: &mut Vec<u8>) -> Result<()> {
    codec::encode_to(value, out).map_err(|err| Error::other("cannot-encode").because(err))
}

fn damaged(damage: Damage) -> Error {
    Error::other("cannot-encode").because(format!("{damage:?}"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::Value;

    fn row() -> impl Strategy<Value = Row> {
        let value = prop_oneof![
            ".{0,300}".prop_map(Value::Text),
            any::<i64>().prop_map(Value::Int),
            prop::collection::vec(".{0,9}".prop_map(Value::Text), 1..4).prop_map(Value::List),
        ];
        let fields = prop::collection::vec((1..300_u16, value), 0..300);
        fields.prop_map(|fields| fields.into_iter().collect())
    }

    proptest! {
        #[test]
        fn what_is_merged_in_bytes_is_what_is_merged_in_rows(own in row(), others in row()) {
            let encoded = EncodedRow::of(&own).unwrap();
            prop_assert_eq!(encoded.row().unwrap(), own.clone());
            let mut expected = own;
            for (tag, value) in others.iter() {
                expected.set(tag, value.clone());
            }
            let merged = encoded.with(&EncodedRow::of(&others).unwrap()).unwrap();
            prop_assert_eq!(merged.row().unwrap(), expected.clone());
            prop_assert_eq!(&merged, &EncodedRow::of(&expected).unwrap());
            let wanted = Wanted::of((1..300).filter(|tag| tag % 3 == 0));
            let seen = merged.fields(&wanted).unwrap();
            let seen: Row = seen.iter().map(|(tag, value)| (*tag, value.to_value())).collect();
            prop_assert_eq!(seen, expected.only(|tag| tag % 3 == 0));
        }
    }

    #[test]
    fn an_empty_row_is_one_too() {
        let empty = EncodedRow::default();
        assert_eq!(empty.row().unwrap(), Row::new());
        assert_eq!(empty.bytes(), EncodedRow::of(&Row::new()).unwrap().bytes());
        let row = Row::new().with(3, Value::Int(1));
        let encoded = EncodedRow::of(&row).unwrap();
        assert_eq!(empty.with(&encoded).unwrap(), encoded);
    }
}
