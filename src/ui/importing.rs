//! Files on their way in, after they were looked at: each is read once more beside the window, then taken by
//! the writer, one after another.

use std::{collections::VecDeque, path::Path, time::Instant};

use crate::{
    domain::{Id, ImportBatch},
    engine::{ImportJob, ImportReport},
    jobs::Cancel,
    model::Model,
};

use super::{import::Commit, returned::CameBack};

/// Files that are waiting, the one on its way, and what became of those before.
#[derive(Default)]
pub(super) struct Imports {
    waiting: VecDeque<Commit>,
    going: Option<Going>,
    reports: Vec<Finished>,
}

/// A file on its way.
pub(super) struct Going {
    /// Its number among the files at hand.
    pub number: u64,
    /// Its name.
    pub file: String,
    /// Rows that it had when it was looked at.
    pub rows: u64,
    /// When it, or its present table, was begun.
    pub begun: Instant,
    /// Whether the person has asked for it to stop.
    pub is_cancelled: bool,
    /// Files behind it that were called off with it.
    pub left_out: usize,
    /// Tables of the file that are still to come.
    tables: VecDeque<ImportJob>,
    /// By which reading is called off; none once it is read.
    reading: Option<Cancel>,
}

/// What became of a file.
pub(super) enum Finished {
    /// It was imported.
    Import(Box<Imported>),
    /// It had been handed out, and came back; the number of the command that took its changes.
    CameBack(CameBack, Option<u64>),
}

/// What became of an import.
pub(super) struct Imported {
    pub report: ImportReport,
    /// The number of the command, by which it is taken back; none if nothing came of it.
    pub sequence: Option<u64>,
}

impl Imports {
    /// Takes files that are to be imported.
    pub fn add(&mut self, commits: Vec<Commit>) {
        self.waiting.extend(commits);
    }

    /// The file on its way.
    pub fn going(&self) -> Option<&Going> {
        self.going.as_ref()
    }

    /// How many files are waiting.
    pub fn waiting(&self) -> usize {
        self.waiting.len()
    }

    /// Whether nothing is on its way.
    pub fn is_idle(&self) -> bool {
        self.going.is_none() && self.waiting.is_empty()
    }

    /// The newest report that has not been put away, and how many there are.
    pub fn report(&self) -> Option<(&Finished, usize)> {
        self.reports.last().map(|report| (report, self.reports.len()))
    }

    /// Puts the newest report away.
    pub fn close_report(&mut self) {
        self.reports.pop();
    }

    /// The next file to be read, if none is on its way; [`Imports::read`] follows.
    pub fn next(&mut self) -> Option<Commit> {
        if self.going.is_some() { None } else { self.waiting.pop_front() }
    }

    /// A file is being read.
    pub fn read(&mut self, (number, rows): (u64, u64), path: &Path, reading: Cancel) {
        self.going = Some(Going {
            number,
            rows,
            file: name_of(path),
            begun: Instant::now(),
            is_cancelled: false,
            left_out: 0,
            tables: VecDeque::new(),
            reading: Some(reading),
        });
    }

    /// The file was read: these are its tables.
    pub fn was_read(&mut self, tables: Vec<ImportJob>) {
        if let Some(going) = &mut self.going {
            going.reading = None;
            going.tables = tables.into();
        }
    }

    /// The next table of the file, for the writer.
    pub fn next_table(&mut self) -> Option<ImportJob> {
        let going = self.going.as_mut()?;
        let table = going.tables.pop_front().filter(|_| !going.is_cancelled)?;
        going.begun = Instant::now();
        Some(table)
    }

    /// The file has ended, or cannot go on.
    pub fn end(&mut self) -> Option<Going> {
        self.going.take()
    }

    /// A table was imported.
    pub fn finished(&mut self, finished: Finished) {
        self.reports.push(finished);
    }

    /// Calls off the file on its way, and those behind it. Whether the writer has to be told.
    pub fn cancel(&mut self) -> bool {
        let left_out = self.waiting.drain(..).count();
        let Some(going) = &mut self.going else { return false };
        going.is_cancelled = true;
        going.left_out += left_out;
        match &going.reading {
            Some(reading) => {
                reading.cancel();
                false
            }
            None => true,
        }
    }
}

impl Imported {
    /// Whether the import still stands: nobody has taken it back.
    pub fn stands(&self, model: &Model) -> bool {
        let batch = self.report.batch.parse().ok().map(Id::<ImportBatch>::new);
        let batch = batch.and_then(|id| model.import_batches.get(id));
        batch.is_some_and(|batch| batch.undone_at.is_none())
    }
}

/// The name of a file, without its folders.
pub(super) fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}
