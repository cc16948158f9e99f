//! Everything read from the records themselves: slower than the checkpoint, and always right.

use std::{
    cell::Cell,
    num::NonZero,
    sync::{
        atomic::{AtomicUsize, Ordering},
        mpsc::{self, SyncSender},
    },
    thread::{self, Scope, ScopedJoinHandle},
};

use super::{
    CHUNK, Columns, GROWN, Keys, Model, Watch,
    build::{Builder, Built, Joined, Parts},
    derived::FreshDone,
    early::Promise,
    grows,
};
use crate::{
    domain::Kind,
    error::{Error, Result},
    store::{Slice, Slices, Store},
};

/// Slices that wait to be joined, at most.
const AHEAD: usize = 2;

/// A slice, and the rows built from it.
type Done = (Slice, Built);

impl Model {
    /// Reads everything from the store. Fails if anything is missing or damaged. Those who are eager to begin
    /// see the leads before the rest.
    ///
    /// # Errors
    /// As [`Store::scan`]; `cancelled` if those who watch asked to stop.
    pub fn load(store: &mut Store, watch: &Watch) -> Result<Self> {
        let mut model = Self::default();
        model.load_small(store)?;
        let promise = model.load_grown(store, watch)?;
        model.relate_all()?;
        if model.leads.capacity() + model.contacts.capacity() > 0 {
            model.keys = Keys::missing();
        }
        model.revision = 1;
        if let Some(promise) = promise {
            promise.keep(&model);
        }
        Ok(model)
    }

    /// How many records the kinds that grow have, those in the bin too.
    pub fn rows(&self) -> usize {
        GROWN.iter().filter_map(|kind| self.columns(*kind)).map(Columns::capacity).sum()
    }

    /// Reads the kinds that stay small. Settings come first, because they decide scores.
    pub(super) fn load_small(&mut self, store: &mut Store) -> Result<()> {
        let mut kinds = store.kinds();
        kinds.retain(|kind| !grows(*kind));
        kinds.sort_by_key(|kind| *kind != Kind::Settings);
        for kind in kinds {
            for entry in store.scan(kind)? {
                let (record, stored) = entry?;
                self.put_all(&[(record, &stored.row)]);
            }
        }
        Ok(())
    }

    /// Reads the kinds that grow, one after the other: what activities are about is there before them.
    fn load_grown(&mut self, store: &mut Store, watch: &Watch) -> Result<Option<Promise>> {
        let counts = GROWN.iter().map(|kind| store.count(*kind));
        let of = Cell::new(counts.sum::<Result<u64>>()? as usize);
        let mut done = 0;
        let mut note = |records| {
            done += records;
            watch.note((done, of.get()));
            watch.goes_on()
        };
        let mut early = None;
        if watch.is_eager() {
            let leads =
                self.read_kind(store, (Kind::Lead, Parts::Fields), &mut note)?.into_columns();
            // They are read once more for what follows from them.
            of.set(of.get() + leads.capacity());
            let (model, promise) = self.early(leads.clone());
            watch.show(model);
            early = Some((leads, promise));
        }
        let (leads, promise) = early.unzip();
        for kind in GROWN {
            let known = leads.clone().filter(|leads| leads.kind() == *kind);
            let parts = if known.is_some() { Parts::Rest } else { Parts::All };
            self.read_kind(store, (*kind, parts), &mut note)?.finish(self, known);
        }
        Ok(promise)
    }

    /// Reads the records of a kind; `note` is told how many more are read.
    fn read_kind(
        &self,
        store: &mut Store,
        (kind, parts): (Kind, Parts),
        mut note: impl FnMut(usize) -> Result<()>,
    ) -> Result<Joined> {
        let slices = store.slices(kind, Builder::SLICE)?;
        let mut joined = Joined::new(kind);
        build_all(&Builder::new(self, kind, parts), &slices, |(slice, built)| {
            joined.take(slice.number, built);
            note(slice.len())
        })?;
        slices.finish()?;
        Ok(joined)
    }

    /// What was done about every record.
    fn relate_all(&mut self) -> Result<()> {
        let activities = &self.activities;
        self.about.make_mut().fill(|row| activities.is_live(row));
        let next = AtomicUsize::new(0);
        let worked_out = thread::scope(|scope| {
            let work = || self.work_out(&next);
            let workers: Vec<_> = (0..threads()).map(|_| spawned(scope, work)).collect();
            let found = workers
                .into_iter()
                .map(|worker| worker?.join().map_err(|_| Error::other("no-thread")));
            found.collect::<Result<Vec<_>>>()
        })?;
        let derived = self.derived.make_mut();
        worked_out.iter().flatten().for_each(|leads| derived.put_done(leads));
        Ok(())
    }

    /// What follows from what was done about leads: of as many pieces of them as nobody else takes.
    fn work_out(&self, next: &AtomicUsize) -> Vec<Vec<FreshDone>> {
        let mut pieces = Vec::new();
        loop {
            let first = next.fetch_add(CHUNK, Ordering::Relaxed);
            if first >= self.leads.capacity() {
                return pieces;
            }
            let leads = first..first + CHUNK;
            let fresh = leads.filter_map(|row| self.fresh_done(row));
            pieces.push(fresh.collect());
        }
    }
}

/// Builds the rows of all slices on as many threads as can work at once; this one takes what they built.
fn build_all(
    builder: &Builder<'_>,
    slices: &Slices,
    mut take: impl FnMut(Done) -> Result<()>,
) -> Result<()> {
    let (give, built) = mpsc::sync_channel(AHEAD);
    thread::scope(|scope| {
        for _ in 0..threads() {
            let give = give.clone();
            spawned(scope, move || build_slices(builder, slices, &give))?;
        }
        drop(give);
        built.into_iter().try_for_each(|built| take(built?))
    })
}

/// Builds slice after slice, until there is none or nobody takes them any more.
fn build_slices(builder: &Builder<'_>, slices: &Slices, give: &SyncSender<Result<Done>>) {
    let mut gathering = builder.gathering();
    while let Some(slice) = slices.next() {
        let build = |slice| Ok((builder.build(&mut gathering, slices, &slice)?, slice));
        let built = slice.and_then(build);
        let is_broken = built.is_err();
        if give.send(built.map(|(built, slice)| (slice, built))).is_err() || is_broken {
            return;
        }
    }
}

/// How many threads can work at once.
fn threads() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}

fn spawned<'scope, T: Send + 'scope>(
    scope: &'scope Scope<'scope, '_>,
    work: impl FnOnce() -> T + Send + 'scope,
) -> Result<ScopedJoinHandle<'scope, T>> {
    let worker = thread::Builder::new().name("read-records".to_owned());
    worker.spawn_scoped(scope, work).map_err(|err| Error::other("no-thread").because(err))
}
