//! How a column is written to a checkpoint and read from it.

use uuid::Uuid;

use super::{
    chunks::Chunks,
    column::{Codes, Column},
    packed::Packed,
    saved::{Reader, Saved as _, Writer},
    varied::{Lists, Texts},
};
use crate::{
    domain::{RecordId, Shape, Value},
    store,
};

impl Column {
    /// Writes the column; its shape says how it is read.
    pub(super) fn save(&self, out: &mut Writer<'_>) {
        match self {
            Self::Codes(codes) => {
                codes.rows().save(out);
                out.number(codes.values().len() as u64);
                codes.values().iter().for_each(|value| save_value(value, out));
            }
            Self::Ids(ids) => ids.rows().save(out, Uuid::into_bytes),
            Self::Numbers(rows) => rows.save(out),
            Self::Texts(rows) => rows.save(out),
            Self::Links(rows) => rows.save(out, RecordId::to_bytes),
            Self::Values(rows) => {
                out.number(rows.len() as u64);
                rows.iter().for_each(|value| save_value(value, out));
            }
        }
    }

    /// Reads the column of a shape.
    pub(super) fn load(shape: &Shape, from: &mut Reader<'_>) -> Option<Self> {
        Some(match Self::of(shape) {
            Self::Codes(_) => {
                let rows = Packed::load(from)?;
                let values = (0..from.number()?).map(|_| load_value(from));
                Self::Codes(Codes::new(rows, values.collect::<Option<_>>()?))
            }
            Self::Ids(ids) => Self::Ids(ids.with(Chunks::load(from, Uuid::from_bytes)?)),
            Self::Numbers(_) => Self::Numbers(Packed::load(from)?),
            Self::Texts(_) => Self::Texts(Texts::load(from)?),
            Self::Links(_) => {
                let lists: Lists<Option<RecordId>> = Lists::load(from, RecordId::of_bytes)?;
                Self::Links(lists.of_some()?)
            }
            Self::Values(_) => {
                let mut rows = Chunks::default();
                for _ in 0..from.number()? {
                    rows.push(load_value(from)?);
                }
                Self::Values(rows)
            }
        })
    }
}

fn save_value(value: &Value, out: &mut Writer<'_>) {
    // A value that cannot be written is read as one of another version.
    out.bytes(&store::encode(value).unwrap_or_default());
}

fn load_value(from: &mut Reader<'_>) -> Option<Value> {
    store::decode(from.bytes()?).ok()
}
