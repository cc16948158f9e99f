//! Slices of the rows of a kind, each built beside others from the bytes of its records, and joined.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::{
    Model,
    about::{About, Subject},
    chunks::CHUNK,
    columns::Columns,
    derived::{Derived, Fresh},
    gather::{GatheredRows, GatheredWords, Seen},
    lazy::Lazy,
    search_text,
    searched::Searched,
};
use crate::{
    domain::{Activity, DELETED_AT, Kind, Lead, Look as _, Tag, parts},
    error::Result,
    store::{Slice, Slices, Wanted},
};

/// How the rows of a kind are built. What lies in kinds that are read before it is in the model.
pub(super) struct Builder<'a> {
    model: &'a Model,
    kind: Kind,
    parts: Parts,
    wanted: Wanted,
}

/// What is built of records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Parts {
    /// Everything.
    All,
    /// The resident fields.
    Fields,
    /// What follows from the fields, and what words are looked for in.
    Rest,
}

/// The fields of a kind of which so much is built.
pub(super) fn wanted(kind: Kind, parts: Parts) -> Wanted {
    let mut tags: Vec<Tag> = Vec::new();
    if parts != Parts::Rest {
        let resident = kind.fields().iter().filter(|field| field.spec.is_resident());
        tags.extend(resident.map(|field| field.tag).chain([DELETED_AT]));
    }
    if parts != Parts::Fields {
        match kind {
            Kind::Lead => tags.extend(Lead::OF_DERIVED),
            Kind::Activity => tags.push(Activity::about),
            _ => {}
        }
        if search_text::is_at_hand(kind) {
            tags.extend(search_text::tags(kind));
        }
    }
    Wanted::of(tags)
}

/// The rows of some records of a kind, and what follows from them.
pub(super) struct Built {
    columns: Columns,
    searched: Searched,
    derived: Derived,
    subjects: Vec<Vec<Subject>>,
}

/// What rows are gathered in until they are built.
pub(super) struct Gathering {
    rows: GatheredRows,
    words: GatheredWords,
    fresh: Vec<Fresh>,
    derived: Derived,
    subjects: Vec<Vec<Subject>>,
}

impl<'a> Builder<'a> {
    /// Records in a slice: slices are joined without a copy.
    pub const SLICE: usize = CHUNK;

    pub fn new(model: &'a Model, kind: Kind, parts: Parts) -> Self {
        Self { model, kind, parts, wanted: wanted(kind, parts) }
    }

    /// What the rows are gathered in, one slice after another.
    pub fn gathering(&self) -> Gathering {
        Gathering {
            rows: GatheredRows::new(self.kind),
            words: GatheredWords::default(),
            fresh: Vec::new(),
            derived: Derived::default(),
            subjects: Vec::new(),
        }
    }

    /// Builds the rows of a slice.
    ///
    /// # Errors
    /// As [`Slices::read`].
    pub fn build(&self, to: &mut Gathering, slices: &Slices, slice: &Slice) -> Result<Built> {
        slices.read(slice, &self.wanted, |uuid, row| self.push(to, uuid, row))?;
        Ok(Built {
            columns: to.rows.finish(),
            searched: to.words.finish(),
            derived: to.derived.with(&std::mem::take(&mut to.fresh)),
            subjects: std::mem::take(&mut to.subjects),
        })
    }

    fn push(&self, to: &mut Gathering, uuid: Uuid, row: Seen<'_, '_>) {
        if self.parts != Parts::Rest {
            to.rows.push(uuid, row);
        }
        if self.parts == Parts::Fields {
            return;
        }
        if search_text::is_at_hand(self.kind) {
            to.words.push(self.kind, row);
        }
        match self.kind {
            Kind::Lead => {
                to.fresh.push(to.derived.of(row, &[], &self.model.scoring));
            }
            Kind::Activity => {
                let about = row.look(Activity::about);
                let about = about.as_value();
                let subjects = parts(&about).map(|record| self.model.subject(record));
                to.subjects.push(subjects.collect());
            }
            _ => {}
        }
    }
}

/// The rows of a kind, joined slice by slice, whatever the order in which those are built.
pub(super) struct Joined {
    columns: Columns,
    searched: Searched,
    derived: Derived,
    about: About,
    /// Those that come behind one which is not there yet.
    early: BTreeMap<usize, Built>,
    next: usize,
}

impl Joined {
    pub fn new(kind: Kind) -> Self {
        Self {
            columns: Columns::new(kind),
            searched: Searched::default(),
            derived: Derived::default(),
            about: About::default(),
            early: BTreeMap::new(),
            next: 0,
        }
    }

    /// Takes the slice of a number.
    pub fn take(&mut self, number: usize, built: Built) {
        self.early.insert(number, built);
        while let Some(built) = self.early.remove(&self.next) {
            self.columns.append(built.columns);
            self.searched.append(built.searched);
            self.derived.append(built.derived);
            self.about.append(built.subjects);
            self.next += 1;
        }
    }

    /// The rows, without what follows from them.
    pub fn into_columns(self) -> Columns {
        self.columns
    }

    /// Gives the rows to the model, those of `columns` if these are known already.
    pub fn finish(self, model: &mut Model, columns: Option<Columns>) {
        let columns = columns.unwrap_or(self.columns);
        let kind = columns.kind();
        match kind {
            Kind::Lead => model.derived = Lazy::new(self.derived),
            Kind::Activity => model.about = Lazy::new(self.about),
            _ => {}
        }
        if let Some(place) = model.columns_mut(kind) {
            *place = Lazy::new(columns.with_all_searched(self.searched));
        }
    }
}

impl Columns {
    /// Adds the rows of later records.
    fn append(&mut self, others: Self) {
        self.newest = self.newest.max(others.newest);
        self.ids.append(others.ids);
        self.states.append(others.states);
        self.live += others.live;
        for ((_, column), (_, others)) in self.fields.iter_mut().zip(others.fields) {
            column.append(others);
        }
    }
}
