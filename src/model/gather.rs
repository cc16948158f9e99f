//! Rows of a kind that are gathered until they are a piece of each column: nothing is packed or copied before.
//! What they are gathered in is used again for the next piece.

use std::mem::take;

use uuid::Uuid;

use super::{
    RowState,
    chunks::Chunks,
    column::{Codes, Column, Ids, links, number, uuid},
    columns::{Columns, next_of},
    search_text,
    searched::Searched,
    sounds,
    varied::{Lists, Texts},
};
use crate::domain::{
    DELETED_AT, FieldInfo, Kind, Look as _, RecordId, Tag, Value, ValueRef, sound::Sound,
};

/// The fields of a record, by tag.
pub(super) type Seen<'a, 'v> = &'a [(Tag, ValueRef<'v>)];

/// Rows of a kind. Their ids come in order.
pub(super) struct GatheredRows {
    kind: Kind,
    ids: Vec<Uuid>,
    states: Vec<RowState>,
    fields: Vec<(&'static FieldInfo, Gathered)>,
}

/// One field of rows, in the form its column asks for.
enum Gathered {
    Codes(Codes, Vec<i64>),
    Ids(Ids, Vec<Uuid>),
    Numbers(Vec<i64>),
    Texts(String, Vec<u32>),
    Links(Vec<RecordId>, Vec<u32>),
    Values(Vec<Value>),
}

impl GatheredRows {
    /// No rows of a kind.
    pub fn new(kind: Kind) -> Self {
        let columns = Columns::new(kind).fields.into_iter();
        let fields = columns.map(|(field, column)| (field, Gathered::of(column))).collect();
        Self { kind, ids: Vec::new(), states: Vec::new(), fields }
    }

    /// Adds a row.
    pub fn push(&mut self, uuid: Uuid, mut row: Seen<'_, '_>) {
        let is_binned = row.look(DELETED_AT) != ValueRef::Empty;
        self.ids.push(uuid);
        self.states.push(if is_binned { RowState::Binned } else { RowState::Live });
        for (field, gathered) in &mut self.fields {
            gathered.push(next_of(&mut row, field.tag).unwrap_or(&ValueRef::Empty));
        }
    }

    /// The rows gathered since the last time.
    pub fn finish(&mut self) -> Columns {
        let mut columns = Columns::new(self.kind);
        columns.newest = self.ids.last().copied().unwrap_or_default();
        columns.live = self.states.iter().filter(|state| **state == RowState::Live).count();
        columns.ids = Chunks::of_piece(piece(&mut self.ids));
        columns.states = Chunks::of_piece(piece(&mut self.states));
        let own = self.fields.iter_mut().map(|(field, gathered)| (*field, gathered.finish()));
        columns.fields = own.collect();
        columns
    }
}

impl Gathered {
    fn of(column: Column) -> Self {
        match column {
            Column::Codes(codes) => Self::Codes(codes, Vec::new()),
            Column::Ids(ids) => Self::Ids(ids, Vec::new()),
            Column::Numbers(_) => Self::Numbers(Vec::new()),
            Column::Texts(_) => Self::Texts(String::new(), Vec::new()),
            Column::Links(_) => Self::Links(Vec::new(), Vec::new()),
            Column::Values(_) => Self::Values(Vec::new()),
        }
    }

    fn push(&mut self, value: &ValueRef<'_>) {
        match self {
            Self::Codes(codes, rows) => rows.push(codes.take(value)),
            Self::Ids(_, rows) => rows.push(uuid(value)),
            Self::Numbers(rows) => rows.push(number(value)),
            Self::Texts(text, ends) => {
                text.push_str(value.as_text().unwrap_or_default());
                ends.push(text.len() as u32);
            }
            Self::Links(items, ends) => {
                items.extend(links(value.items()));
                ends.push(items.len() as u32);
            }
            Self::Values(rows) => rows.push(value.to_value()),
        }
    }

    fn finish(&mut self) -> Column {
        match self {
            Self::Codes(codes, rows) => Column::Codes(codes.with(rows.drain(..).collect())),
            Self::Ids(ids, rows) => Column::Ids(ids.clone().with(Chunks::of_piece(piece(rows)))),
            Self::Numbers(rows) => Column::Numbers(rows.drain(..).collect()),
            Self::Texts(text, ends) => Column::Texts(texts(text, ends)),
            Self::Links(items, ends) => Column::Links(Lists::of_piece(piece(items), piece(ends))),
            Self::Values(rows) => Column::Values(Chunks::of_piece(take(rows))),
        }
    }
}

/// What words are looked for in, of rows of a kind.
#[derive(Default)]
pub(super) struct GatheredWords {
    plain: (String, Vec<u32>),
    contact: (String, Vec<u32>),
    sounds: (Vec<Sound>, Vec<u32>),
}

impl GatheredWords {
    /// Adds a row.
    pub fn push(&mut self, kind: Kind, row: Seen<'_, '_>) {
        let (plain, contact) = (&mut self.plain, &mut self.contact);
        search_text::append_of(kind, |tag| row.look(tag), (&mut plain.0, &mut contact.0));
        plain.1.push(plain.0.len() as u32);
        contact.1.push(contact.0.len() as u32);
        let (sounds, ends) = &mut self.sounds;
        sounds::append_of(kind, |tag| row.look(tag), sounds);
        ends.push(sounds.len() as u32);
    }

    /// The rows gathered since the last time.
    pub fn finish(&mut self) -> Searched {
        Searched {
            plain: texts(&mut self.plain.0, &mut self.plain.1),
            contact: texts(&mut self.contact.0, &mut self.contact.1),
            sounds: Lists::of_piece(piece(&mut self.sounds.0), piece(&mut self.sounds.1)),
        }
    }
}

/// What was gathered, in as much memory as it needs; there is room for the next.
fn piece<T: Clone>(gathered: &mut Vec<T>) -> Vec<T> {
    let piece = gathered.clone();
    gathered.clear();
    piece
}

fn texts(text: &mut String, ends: &mut Vec<u32>) -> Texts {
    let piece = Texts::of_piece(text.clone(), piece(ends));
    text.clear();
    piece
}
