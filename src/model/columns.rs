//! All records of a kind that grows: ids, resident fields and the text that search looks through.

use std::{collections::BTreeMap, sync::Arc};

use uuid::Uuid;

use super::{
    chunks::Chunks,
    column::Column,
    gather::Seen,
    kept_order::KeptOrder,
    kept_orders::KeptOrders,
    lazy::Lazy,
    on_demand::OnDemand,
    saved::{Reader, Writer},
    search_text,
    searched::Searched,
    touched::Touched,
    varied::{Lists, Texts},
};
use crate::domain::{
    DELETED_AT, FieldInfo, Kind, Look as _, RecordId, Row, Tag, Value, ValueRef,
    collation::Collation, sound::Sound,
};

/// Whether a row counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum RowState {
    /// It is there.
    Live,
    /// It lies in the bin.
    Binned,
    /// A large command made it and has not ended yet; or it was taken back.
    Hidden,
}

/// All records of one kind, a column a field. Rows are in the order of creation; a row's number never
/// changes while the program runs.
#[derive(Clone, Debug)]
pub struct Columns {
    kind: Kind,
    pub(super) ids: Chunks<Uuid>,
    pub(super) states: Chunks<RowState>,
    pub(super) live: usize,
    /// By tag, as in a row.
    pub(super) fields: Vec<(&'static FieldInfo, Column)>,
    /// Other fields, for as long as they are asked for.
    pub(super) on_demand: OnDemand,
    pub(super) searched: Lazy<Searched>,
    orders: Arc<KeptOrders>,
    /// Rows whose id is smaller than that of an earlier row: made on another clock.
    late: Arc<BTreeMap<Uuid, u32>>,
    /// The largest id of all rows.
    pub(super) newest: Uuid,
}

impl Columns {
    /// No records of a kind.
    pub fn new(kind: Kind) -> Self {
        let resident = kind.fields().iter().filter(|field| field.spec.is_resident());
        let mut fields: Vec<_> = resident.map(|field| (field, Column::of(&field.shape))).collect();
        fields.sort_by_key(|(field, _)| field.tag);
        Self {
            kind,
            ids: Chunks::default(),
            states: Chunks::default(),
            live: 0,
            fields,
            on_demand: OnDemand::default(),
            searched: Lazy::default(),
            orders: Arc::default(),
            late: Arc::default(),
            newest: Uuid::nil(),
        }
    }

    /// What sort of records they are.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// How many records there are, those in the bin not counted.
    pub fn len(&self) -> usize {
        self.live
    }

    /// Whether there is no record outside the bin.
    pub fn is_empty(&self) -> bool {
        self.live == 0
    }

    /// How many records there are, those in the bin too.
    pub fn kept(&self) -> usize {
        self.states.iter().filter(|state| **state != RowState::Hidden).count()
    }

    /// How many rows there are, live or not.
    pub fn capacity(&self) -> usize {
        self.ids.len()
    }

    /// The rows of the records that are there, oldest first.
    pub fn rows(&self) -> impl Iterator<Item = usize> {
        let states = self.states.iter().enumerate();
        states.filter(|(_, state)| **state == RowState::Live).map(|(row, _)| row)
    }

    /// Whether a row's record is there.
    pub fn is_live(&self, row: usize) -> bool {
        self.states.get(row) == Some(&RowState::Live)
    }

    /// Whether a large command made a row's record that has not ended.
    pub fn is_hidden(&self, row: usize) -> bool {
        self.states.get(row) == Some(&RowState::Hidden)
    }

    /// The record of a row.
    pub fn id(&self, row: usize) -> Option<RecordId> {
        self.ids.get(row).map(|uuid| RecordId { kind: self.kind, uuid: *uuid })
    }

    /// The row of a record, if it is there and not in the bin.
    pub fn find(&self, uuid: Uuid) -> Option<usize> {
        self.place(uuid).filter(|row| self.is_live(*row))
    }

    /// The row of a record, even if it lies in the bin or is hidden.
    pub fn row_of(&self, uuid: Uuid) -> Option<usize> {
        self.place(uuid)
    }

    /// The column of a field, if it is resident.
    pub fn column(&self, tag: Tag) -> Option<&Column> {
        self.fields.iter().find(|(field, _)| field.tag == tag).map(|(_, column)| column)
    }

    /// The value of a resident field.
    pub fn value(&self, tag: Tag, row: usize) -> Value {
        let found = self.fields.iter().find(|(field, _)| field.tag == tag);
        found.map_or(Value::Empty, |(field, column)| column.value(&field.shape, row))
    }

    /// The text or choice of a resident field; empty if there is none.
    pub fn text(&self, tag: Tag, row: usize) -> &str {
        self.column(tag).map_or("", |column| column.text(row))
    }

    /// The number, moment or day of a resident field.
    pub fn number(&self, tag: Tag, row: usize) -> Option<i64> {
        self.column(tag)?.number(row)
    }

    /// The record a resident field links to.
    pub fn link(&self, tag: Tag, row: usize) -> Option<RecordId> {
        self.column(tag)?.link(row)
    }

    /// Whether words can be searched without reading records.
    pub fn has_texts(&self) -> bool {
        search_text::is_at_hand(self.kind)
    }

    /// The folded text that anyone may search.
    pub fn plain_text(&self) -> &Texts {
        &self.searched.plain
    }

    /// The folded mails and digits of phones: hidden from those who may not see them.
    pub fn contact_text(&self) -> &Texts {
        &self.searched.contact
    }

    /// The parts of which a kind is made in memory, with their bytes.
    pub fn bytes(&self) -> Vec<(&'static str, usize)> {
        let ids = self.ids.bytes() + self.states.bytes() + self.late.len() * 48;
        let fields = self.fields.iter().map(|(field, column)| (field.name, column.bytes()));
        let asked = self.on_demand.bytes().map(|(_, bytes)| bytes).sum();
        let own = [("ids", ids), ("orders", self.orders.bytes()), ("on_demand", asked)];
        own.into_iter().chain(fields).chain(self.searched.bytes()).collect()
    }

    /// What names sound like, for words that may be Pinyin.
    pub fn sounds(&self) -> &Lists<Sound> {
        &self.searched.sounds
    }

    /// The rows in the order of a resident text, kept for the next who asks; none if the field is no such.
    pub fn order(&self, tag: Tag, collation: Collation) -> Option<Arc<KeptOrder>> {
        Some(self.orders.get(tag, self.texts(tag)?, collation))
    }

    fn texts(&self, tag: Tag) -> Option<&Texts> {
        match self.column(tag)? {
            Column::Texts(texts) => Some(texts),
            _ => None,
        }
    }

    /// Takes records as they stand now. A column's piece is written once, however many there are.
    pub(super) fn put_many(&mut self, records: &[Touched<'_>], is_hidden: bool) {
        let mut known = Vec::new();
        for it in records {
            let state = match (is_hidden, it.row.get(DELETED_AT).is_empty()) {
                (true, _) => RowState::Hidden,
                (false, false) => RowState::Binned,
                (false, true) => RowState::Live,
            };
            match self.place(it.record.uuid) {
                Some(at) => {
                    if it.may_change(&[DELETED_AT]) {
                        self.set_state(at, state);
                    }
                    known.push((at, *it));
                }
                None => {
                    self.on_demand.push(self.ids.len(), it.row);
                    let fields = it.row.iter().map(|(tag, value)| (tag, value.into()));
                    self.push(it.record.uuid, &fields.collect::<Vec<_>>(), state);
                }
            }
        }
        if known.is_empty() {
            return;
        }
        let changed = |tags: &[Tag]| -> Vec<(usize, &Row)> {
            let changed = known.iter().filter(|(_, it)| it.may_change(tags));
            changed.map(|(at, it)| (*at, it.row)).collect()
        };
        let mut rows: Vec<_> = known.iter().map(|(at, it)| (*at, it, Values::of(it.row))).collect();
        for (field, column) in &mut self.fields {
            let rows = rows.iter_mut().filter(|(_, it, _)| it.may_change(&[field.tag]));
            column.set_many(rows.map(|(at, _, values)| (*at, values.next_of(field.tag))));
        }
        self.on_demand.put(changed);
        let searched = changed(&search_text::tags(self.kind));
        if self.has_texts() && !searched.is_empty() {
            self.searched.make_mut().set_many(self.kind, &searched);
        }
    }

    /// Shows or hides a row that a large command made.
    pub fn set_hidden(&mut self, uuid: Uuid, is_hidden: bool) {
        if let Some(at) = self.place(uuid) {
            self.set_state(at, if is_hidden { RowState::Hidden } else { RowState::Live });
        }
    }

    /// Whether fields were asked for that have to be read of every new record.
    pub(super) fn has_asked(&self) -> bool {
        !self.on_demand.is_empty()
    }

    /// Adds a record by its fields.
    pub(super) fn push(&mut self, uuid: Uuid, fields: Seen<'_, '_>, state: RowState) {
        let at = self.ids.len();
        if uuid < self.newest {
            Arc::make_mut(&mut self.late).insert(uuid, at as u32);
        }
        self.newest = self.newest.max(uuid);
        self.ids.push(uuid);
        self.states.push(state);
        self.live += usize::from(state == RowState::Live);
        let mut left = fields;
        for (field, column) in &mut self.fields {
            column.push(next_of(&mut left, field.tag).unwrap_or(&ValueRef::Empty));
        }
        if self.has_texts() {
            self.searched.make_mut().push(self.kind, |tag| fields.look(tag));
        }
    }

    fn set_state(&mut self, at: usize, state: RowState) {
        let Some(old) = self.states.get(at).copied().filter(|old| *old != state) else { return };
        self.live -= usize::from(old == RowState::Live);
        self.live += usize::from(state == RowState::Live);
        self.states.set(at, state);
    }

    /// The row of a record, live or not: ids are in order, but for the late ones.
    fn place(&self, uuid: Uuid) -> Option<usize> {
        if uuid > self.newest {
            return None;
        }
        if let Some(row) = self.late.get(&uuid) {
            return Some(*row as usize);
        }
        let (mut low, mut high) = (0, self.ids.len());
        while low < high {
            let middle = low + (high - low) / 2;
            let (row, found) = self.in_order_at(middle, low)?;
            match found.cmp(&uuid) {
                std::cmp::Ordering::Equal => return Some(row),
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = row,
            }
        }
        None
    }

    /// The row at or before `middle` whose id is in order; the first of the range if none is.
    fn in_order_at(&self, middle: usize, low: usize) -> Option<(usize, Uuid)> {
        let mut row = middle;
        loop {
            let uuid = *self.ids.get(row)?;
            if self.late.is_empty() || row == low || !self.late.contains_key(&uuid) {
                return Some((row, uuid));
            }
            row -= 1;
        }
    }
}

/// The values of a row for those who ask for them in the order of their tags.
struct Values<'a> {
    row: &'a [(Tag, Value)],
}

impl<'a> Values<'a> {
    fn of(row: &'a Row) -> Self {
        Self { row: row.fields() }
    }

    /// The value of a field; no tag before it may be asked for any more.
    fn next_of(&mut self, tag: Tag) -> &'a Value {
        static EMPTY: Value = Value::Empty;
        next_of(&mut self.row, tag).unwrap_or(&EMPTY)
    }
}

/// What lies under a tag among what is left in the order of tags; what lies before it is passed.
pub(super) fn next_of<'a, V>(left: &mut &'a [(Tag, V)], tag: Tag) -> Option<&'a V> {
    while let [(found, value), rest @ ..] = *left {
        if *found > tag {
            return None;
        }
        *left = rest;
        if *found == tag {
            return Some(value);
        }
    }
    None
}

/// What each state is in a checkpoint.
const STATES: &[RowState] = &[RowState::Live, RowState::Binned, RowState::Hidden];

impl Columns {
    /// Writes them to a checkpoint.
    pub(super) fn save(&self, out: &mut Writer<'_>) {
        out.number(self.live as u64);
        self.ids.save(out, Uuid::into_bytes);
        self.states.save(out, |state| [state as u8]);
        let late: Vec<u32> = self.late.values().copied().collect();
        out.all(&late, u32::to_le_bytes);
        out.all(&[self.newest], Uuid::into_bytes);
        for (field, column) in &self.fields {
            out.number(field.tag.into());
            column.save(out);
        }
        self.orders.save(out, |tag| self.texts(tag));
    }

    /// What words are looked for in.
    pub(super) fn searched(&self) -> &Searched {
        &self.searched
    }

    /// The same records, what words are looked for in still lying in the checkpoint.
    pub(super) fn with_searched(self, read: impl FnOnce() -> Searched + Send + 'static) -> Self {
        Self { searched: Lazy::behind(read), ..self }
    }

    /// The same records with what words are looked for in.
    pub(super) fn with_all_searched(self, searched: Searched) -> Self {
        Self { searched: Lazy::new(searched), ..self }
    }

    /// Reads them from a checkpoint; none if it was written by a version with other fields.
    pub(super) fn load(kind: Kind, from: &mut Reader<'_>) -> Option<Self> {
        let mut columns = Self::new(kind);
        columns.live = usize::try_from(from.number()?).ok()?;
        columns.ids = Chunks::load(from, Uuid::from_bytes)?;
        let states = |[state]: [u8; 1]| STATES.get(usize::from(state)).copied();
        columns.states = Chunks::load(from, |state| states(state).unwrap_or(RowState::Hidden))?;
        let late: Vec<u32> = from.all(u32::from_le_bytes)?;
        let late = late.into_iter().map(|row| Some((*columns.ids.get(row as usize)?, row)));
        columns.late = Arc::new(late.collect::<Option<_>>()?);
        columns.newest = from.all(Uuid::from_bytes)?.pop()?;
        for (field, column) in &mut columns.fields {
            if from.number()? != u64::from(field.tag) {
                return None;
            }
            *column = Column::load(&field.shape, from)?;
        }
        columns.orders = Arc::new(KeptOrders::load(from, |tag| columns.texts(tag))?);
        Some(columns)
    }
}
