//! The files at hand, their tables, and what was said of them.

use std::{
    hash::{DefaultHasher, Hash as _, Hasher as _},
    path::PathBuf,
    sync::Arc,
};

use super::{Step, grid::GridView, shares::Shares};
use crate::{
    domain::{AssignmentRule, Id, Line, Pool, Problem, User, country::Country2},
    engine::{Fate, ImportOptions, OnMatch, With},
    error::Error,
    exchange::{
        Adjustments, Checked, Held, KeptSource, Options, Stager, Templates, Understood, Watch, Wish,
    },
    i18n::Lang,
    ui::widgets::PickerState,
};

/// The files at hand.
#[derive(Default)]
pub(in crate::ui) struct Staging {
    pub(super) files: Vec<StagedFile>,
    pub(super) tables: Vec<StagedTable>,
    /// The table that is shown.
    pub(super) shown: usize,
    pub(super) step: Step,
    pub(super) batch: Batch,
    /// To whom the rules would give what is new, where they are asked.
    pub(super) shares: Shares,
    /// Whether the writer is at it.
    pub(super) is_committing: bool,
    /// Mappings that were saved, as of a revision of the workspace.
    pub(super) templates: Option<(u64, Templates)>,
    /// Numbers given to files and tables.
    pub(super) numbers: u64,
}

/// A file at hand.
pub(super) struct StagedFile {
    pub number: u64,
    pub path: PathBuf,
    /// What a person said of it.
    pub options: Options,
    /// Changes with what was said; what is read for an older one is out of date.
    pub revision: u64,
    pub state: FileState,
    /// Its first rows, labels and all.
    pub raw: Vec<Line>,
    /// How it was understood when it was imported before, and its table: to be looked at again.
    pub kept: Option<KeptSource>,
}

/// How far a file is.
pub(super) enum FileState {
    /// To be read.
    Waiting,
    /// Being read.
    Reading(Watch),
    /// Read.
    Ready,
    /// It cannot be read.
    Failed(Error),
}

/// A table at hand.
pub(super) struct StagedTable {
    pub number: u64,
    pub file: u64,
    pub held: Arc<Held>,
    /// What a person said of its columns.
    pub wishes: Vec<Wish>,
    /// What a person put right.
    pub adjustments: Arc<Adjustments>,
    /// Changes with what was said and put right.
    pub revision: u64,
    /// For what it was checked last, or is being checked.
    pub asked: Option<Asked>,
    pub checking: Option<Watch>,
    pub checked: Option<Outcome>,
    pub problem: Option<Error>,
    /// When the same content was imported, if it was.
    pub imported_before: Option<String>,
    /// Whether it is not to be imported.
    pub is_left_out: bool,
    /// A field that is being made of a column.
    pub making: Option<(u32, String)>,
    pub view: GridView,
}

/// What a check is for: what is said of a table otherwise asks for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    /// The revision of the table.
    pub table: u64,
    /// The revision of the workspace.
    pub workspace: u64,
    /// What holds of the tables that are imported before, in a number.
    pub earlier: u64,
}

/// What a check came to.
#[derive(Clone)]
pub(in crate::ui) struct Outcome {
    pub stager: Arc<Stager>,
    /// The tables that are imported before.
    pub earlier: Vec<Understood>,
    pub checked: Arc<Checked>,
}

impl Outcome {
    /// The row of a table that is imported before, with which a row was compared.
    pub fn earlier_row(&self, with: With) -> Option<(&Understood, u32)> {
        let With::Earlier(table, place) = with else { return None };
        Some((self.earlier.get(table as usize)?, place))
    }
}

/// What is said of the batch as a whole.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Batch {
    pub campaign: String,
    pub source: Option<String>,
    pub supplier: String,
    pub to: To,
    pub on_match: OnMatch,
    pub handed_over_by: String,
    pub country: Option<Country2>,
    /// The name under which the mapping is saved.
    pub template: String,
    /// The campaign being chosen.
    pub picking: Option<PickerState>,
}

/// Where the leads go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum To {
    /// To the pool of what comes in.
    #[default]
    Intake,
    Pool(Id<Pool>),
    User(Id<User>),
    /// To whom the rules say, or one of them.
    Rules(Option<Id<AssignmentRule>>),
}

impl Batch {
    /// The same, as an import takes it.
    pub fn options(&self, lang: Lang) -> ImportOptions {
        let filled = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let (pool, owner) = match self.to {
            To::Intake | To::Rules(_) => (None, None),
            To::Pool(pool) => (Some(pool), None),
            To::User(user) => (None, Some(user)),
        };
        ImportOptions {
            campaign: filled(&self.campaign),
            source: self.source.clone(),
            supplier: filled(&self.supplier),
            pool,
            owner,
            by_rules: matches!(self.to, To::Rules(_)),
            rule: if let To::Rules(rule) = self.to { rule } else { None },
            on_match: self.on_match,
            handed_over_by: self.handed_over_by.trim().to_owned(),
            template: self.template.trim().to_owned(),
            lang,
            ..ImportOptions::default()
        }
    }
}

impl Staging {
    /// Whether there is no file at hand.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Whether there are rows to be looked at.
    pub fn has_rows(&self) -> bool {
        !self.tables.is_empty() || self.files.iter().any(|file| !file.raw.is_empty())
    }

    /// Whether something is being read, checked or written.
    pub fn is_busy(&self) -> bool {
        let is_read =
            |file: &StagedFile| matches!(file.state, FileState::Waiting | FileState::Reading(_));
        self.is_committing
            || self.files.iter().any(is_read)
            || self.tables.iter().any(|table| table.checking.is_some())
    }

    /// Takes files that were dropped, chosen or pasted.
    pub fn add(&mut self, paths: Vec<PathBuf>) {
        for path in paths {
            let number = self.number();
            self.files.push(StagedFile::new(number, path));
        }
        self.step = Step::Check;
    }

    /// Takes the file of an earlier import, to map another of its columns.
    pub fn add_kept(&mut self, kept: KeptSource) {
        let number = self.number();
        let file = StagedFile::new(number, kept.path.clone());
        self.files.push(StagedFile { options: kept.options.clone(), kept: Some(kept), ..file });
        self.step = Step::Columns;
    }

    /// Forgets all of it: nothing was imported.
    pub fn clear(&mut self) {
        for file in &self.files {
            if let FileState::Reading(watch) = &file.state {
                watch.stop();
            }
        }
        for watch in self.tables.iter().filter_map(|table| table.checking.as_ref()) {
            watch.stop();
        }
        *self = Self { numbers: self.numbers, ..Self::default() };
    }

    /// Forgets a file.
    pub(super) fn remove(&mut self, number: u64) {
        self.files.retain(|file| file.number != number);
        self.tables.retain(|table| table.file != number);
        self.shown = self.shown.min(self.tables.len().saturating_sub(1));
    }

    /// The table that is shown, with its file.
    pub(super) fn shown(&mut self) -> Option<(&mut StagedFile, &mut StagedTable)> {
        let table = self.tables.get_mut(self.shown)?;
        let file = self.files.iter_mut().find(|file| file.number == table.file)?;
        Some((file, table))
    }

    /// The tables that are to be imported.
    pub(super) fn taken(&self) -> impl Iterator<Item = &StagedTable> {
        self.tables.iter().filter(|table| !table.is_left_out)
    }

    /// How many rows have a fate, of all tables that are to be imported.
    pub(super) fn count(&self, fate: Fate) -> usize {
        self.checked().map(|checked| checked.count(fate)).sum()
    }

    /// Rows that come in.
    pub fn accepted(&self) -> usize {
        self.checked().map(Checked::accepted).sum()
    }

    /// Whether everything was read and checked as it was said last.
    pub fn is_ready(&self) -> bool {
        !self.is_busy()
            && self.taken().next().is_some()
            && self.tables.iter().zip(self.earlier()).all(|(table, earlier)| {
                table.is_left_out || table.is_checked() && table.is_asked_after(earlier)
            })
    }

    /// Of each table, what holds of those that are imported before, in a number.
    pub(super) fn earlier(&self) -> Vec<u64> {
        let mut all = DefaultHasher::new();
        let stamp = |table: &StagedTable| {
            let before = all.finish();
            if !table.is_left_out {
                (table.number, table.revision).hash(&mut all);
            }
            before
        };
        self.tables.iter().map(stamp).collect()
    }

    pub(super) fn number(&mut self) -> u64 {
        self.numbers += 1;
        self.numbers
    }

    fn checked(&self) -> impl Iterator<Item = &Checked> {
        self.taken().filter_map(|table| table.checked.as_ref()).map(|it| it.checked.as_ref())
    }
}

impl StagedFile {
    /// A file that is to be read.
    pub fn new(number: u64, path: PathBuf) -> Self {
        Self {
            number,
            path,
            options: Options::default(),
            revision: 0,
            state: FileState::Waiting,
            raw: Vec::new(),
            kept: None,
        }
    }

    /// Rows read so far, while it is being read.
    pub fn rows_read(&self) -> Option<u64> {
        match &self.state {
            FileState::Reading(watch) => Some(watch.rows()),
            _ => None,
        }
    }

    /// Says something else of the file: it is read again.
    pub fn say(&mut self, change: impl FnOnce(&mut Options)) {
        if let FileState::Reading(watch) = &self.state {
            watch.stop();
        }
        change(&mut self.options);
        self.revision += 1;
        self.state = FileState::Waiting;
    }
}

impl StagedTable {
    /// A table that was read.
    pub fn new(number: u64, file: u64, held: Arc<Held>) -> Self {
        Self {
            number,
            file,
            held,
            wishes: Vec::new(),
            adjustments: Arc::default(),
            revision: 0,
            asked: None,
            checking: None,
            checked: None,
            problem: None,
            imported_before: None,
            is_left_out: false,
            making: None,
            view: GridView::default(),
        }
    }

    /// Its name: that of its file, with its sheet or its part where there are several.
    pub fn name(&self, is_alone: bool) -> String {
        let file = super::super::importing::name_of(&self.held.path);
        let part = self.held.layout.part.as_ref().or(self.held.layout.sheet.as_ref());
        match part.filter(|_| !is_alone) {
            Some(part) => format!("{file} · {part}"),
            None => file,
        }
    }

    /// Whether it was checked as it is now.
    pub fn is_checked(&self) -> bool {
        self.checking.is_none()
            && self.problem.is_none()
            && self.checked.is_some()
            && self.asked.is_some_and(|asked| asked.table == self.revision)
    }

    fn is_asked_after(&self, earlier: u64) -> bool {
        self.asked.is_some_and(|asked| asked.earlier == earlier)
    }

    /// The table as it was understood when it was checked as it is now.
    pub fn understood(&self) -> Option<Understood> {
        let outcome = self.checked.as_ref().filter(|_| self.is_checked())?;
        Some(Understood { held: Arc::clone(&self.held), stager: Arc::clone(&outcome.stager) })
    }

    /// Says which field a column goes to; none leaves it out.
    pub fn map(&mut self, wish: Wish) {
        self.wishes.retain(|known| known.column != wish.column);
        self.wishes.push(wish);
        self.revision += 1;
    }

    /// Puts something right.
    pub fn put_right(&mut self, change: impl FnOnce(&mut Adjustments)) {
        change(Arc::make_mut(&mut self.adjustments));
        self.revision += 1;
    }

    /// What is to be said of the file as a whole.
    pub fn notes(&self) -> &[Problem] {
        &self.held.notes
    }
}
