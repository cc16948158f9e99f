//! The search for duplicates among everyone, beside the window.

use std::{
    collections::HashSet,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use crate::{
    domain::{Kind, Pair, RecordId, match_evidence::Weights},
    engine::{FoundPair, NotePairs, Reader, Request},
    error::{Error, Result},
    i18n::text_with,
    jobs::Cancel,
    model::Model,
    query::{
        Progress,
        duplicates::{self, Search},
    },
    ui::{App, news::News, shell::Toast},
};

/// Pairs taken at once, the surest first: nobody looks at more before the next search.
const MOST: usize = 5_000;

/// How often the window is told how far it is.
const BEAT: Duration = Duration::from_millis(100);

/// The search that is going on, if one is.
#[derive(Default)]
pub(in crate::ui) struct Scans {
    going: Option<Scanning>,
}

/// A search that is going on.
pub(in crate::ui) struct Scanning {
    cancel: Cancel,
    watch: Arc<Watch>,
    /// When it was asked for.
    pub begun: Instant,
    /// Whether the person has asked for it to stop.
    pub is_cancelled: bool,
}

/// How far a search is.
#[derive(Default)]
struct Watch {
    read: AtomicUsize,
    of: AtomicUsize,
}

/// What a search has found.
pub(in crate::ui) struct Scanned {
    /// Pairs that nobody knew, the surest first.
    pub pairs: Vec<FoundPair>,
    /// How many more there are.
    pub more: usize,
}

impl Scans {
    /// The search that is going on.
    pub fn going(&self) -> Option<&Scanning> {
        self.going.as_ref()
    }
}

impl Scanning {
    /// Records read, and how many there are; nothing before that is known, and when all are read.
    pub fn progress(&self) -> Option<(u64, u64)> {
        let of = self.watch.of.load(Ordering::Relaxed) as u64;
        (of > 0).then(|| (self.watch.read.load(Ordering::Relaxed) as u64, of))
    }
}

impl App {
    /// Begins to look through everyone.
    pub(in crate::ui) fn scan(&mut self) {
        let Some(opened) = self.desk.opened().filter(|_| self.scans.going.is_none()) else {
            return;
        };
        let (reader, model) = (opened.writer.reader(), Arc::clone(&self.model));
        let (watch, post) = (Arc::new(Watch::default()), self.jobs.post());
        let seen = Arc::clone(&watch);
        let cancel = self.jobs.start("duplicates", move |cancel| {
            let wake = move || post.wake();
            News::Scanned(Box::new(search(&model, &reader, (cancel, &seen), &wake)))
        });
        let begun = Instant::now();
        self.scans.going = Some(Scanning { cancel, watch, begun, is_cancelled: false });
    }

    /// Asks the search to stop.
    pub(in crate::ui) fn cancel_scan(&mut self) {
        if let Some(going) = &mut self.scans.going {
            going.cancel.cancel();
            going.is_cancelled = true;
        }
    }

    /// Takes what was found where a person looks at it.
    pub(in crate::ui) fn take_scan(&mut self, result: Result<Scanned>) {
        let is_cancelled = self.scans.going.take().is_some_and(|going| going.is_cancelled);
        let Scanned { pairs, more } = match result {
            Ok(found) => found,
            Err(_) if is_cancelled => return,
            Err(err) => return self.complain(&err),
        };
        let args = [("count", pairs.len().into()), ("more", more.into())];
        let key = if more > 0 { "pairs-scanned-more" } else { "pairs-scanned" };
        let words = text_with(self.look.lang, key, &args).into_owned();
        self.shell.toasts.add(Toast::done(words, None));
        if !pairs.is_empty() {
            self.request(Request::Run(NotePairs { pairs }.into()));
        }
    }

    /// The search came to no end.
    pub(in crate::ui) fn scan_is_broken(&mut self) {
        self.scans.going = None;
    }
}

fn search(
    model: &Model,
    reader: &Reader,
    (cancel, watch): (&Cancel, &Watch),
    wake: &dyn Fn(),
) -> Result<Scanned> {
    let read = |records: &[RecordId]| {
        reader.rows(records.to_vec()).unwrap_or_else(|| Err(Error::other("writer-gone")))
    };
    let beat = std::cell::Cell::new(Instant::now());
    let told = |progress: Progress| {
        watch.read.store(progress.read, Ordering::Relaxed);
        watch.of.store(progress.of.unwrap_or_default(), Ordering::Relaxed);
        if beat.get().elapsed() > BEAT {
            beat.set(Instant::now());
            wake();
        }
        !cancel.is_cancelled()
    };
    let made;
    let keys = if model.knows_everyone() {
        model.keys()
    } else {
        made = duplicates::keys_of_everyone(model, &read, &told)?;
        &made
    };
    let min = Weights::of(model.settings()).review_from;
    let kinds = [Kind::Lead, Kind::Contact];
    let found = duplicates::pairs((model, keys), Search { kinds: &kinds, min }, &read, &told)?;
    let known: HashSet<(RecordId, RecordId)> =
        model.pairs.iter().filter_map(|(_, pair)| pair.records()).collect();
    let fresh = found.into_iter().filter(|it| !known.contains(&Pair::key(it.a, it.b)));
    let mut pairs: Vec<FoundPair> =
        fresh.map(|it| FoundPair { a: it.a, b: it.b, score: it.found.score }).collect();
    let more = pairs.len().saturating_sub(MOST);
    pairs.truncate(MOST);
    Ok(Scanned { pairs, more })
}
