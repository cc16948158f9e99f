//! An import: rows of a file become leads, in one large command that can be taken back.

use std::collections::HashMap;

use super::{
    Edit, ImportOptions, ImportReport, OnMatch, Outcome, ReportedProblem, StagedCard,
    import_make::Settled,
    import_people::{People, Writing},
    rules::{assignment::Assignment, pairs, person},
};
use crate::{
    domain::{
        Campaign, Decision, FieldType as _, Id, ImportBatch, Kind, Lead, Pick, Problem, RecordId,
        Stage, identity_of_row, match_evidence::Match,
    },
    error::{Error, Result},
    i18n,
    query::known::Judged,
};

/// The code of the remark on a lead that was disqualified and came again.
pub const REOPEN: &str = "reopen";

/// Rows taken in one slice.
pub(super) const SLICE: usize = 1_000;

/// Problems listed in a report; the others are counted.
const MOST_PROBLEMS: usize = 10_000;

/// Whether an import has more rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportStep {
    /// There are more.
    More,
    /// That was the last.
    Done,
}

/// An import on its way.
pub struct ImportJob {
    pub(super) options: ImportOptions,
    rows: Box<dyn Iterator<Item = Result<StagedCard>> + Send>,
    pub(super) report: ImportReport,
    /// Hidden leads from this row of the model on are its own.
    first_own: usize,
    pub(super) batch: Option<Id<ImportBatch>>,
    pub(super) campaigns: HashMap<String, (Id<Campaign>, Campaign)>,
    pub(super) rules: Option<Box<Assignment>>,
    /// What became of rows that later ones are decided to belong to.
    referred: HashMap<u32, RecordId>,
    /// What was settled of the last new lead: most leads are like the one before.
    pub(super) settled: Option<Settled>,
    /// Waits for the source file to be kept, and gives the hash of its content.
    source_kept: Option<Box<dyn FnOnce() -> Result<String> + Send>>,
}

impl ImportJob {
    /// An import of rows; `report` says how the file was read.
    pub fn new(
        options: ImportOptions,
        rows: Box<dyn Iterator<Item = Result<StagedCard>> + Send>,
        mut report: ImportReport,
    ) -> Self {
        let of_file: Vec<_> = report.problems.iter().map(|it| it.problem.clone()).collect();
        of_file.iter().for_each(|problem| report.count(problem));
        Self {
            options,
            rows,
            report,
            first_own: 0,
            batch: None,
            campaigns: HashMap::new(),
            rules: None,
            referred: HashMap::new(),
            settled: None,
            source_kept: None,
        }
    }

    /// Goes on giving leads away where another import of the same batch ended: what is only tried shows nowhere
    /// else.
    pub fn give_on(&mut self, before: &mut Outcome) {
        self.rules = before.given.rules.take();
    }

    /// The same of a source file that is being kept beside: `kept` waits for it and gives the hash of its content.
    pub fn beside(self, kept: impl FnOnce() -> Result<String> + Send + 'static) -> Self {
        Self { source_kept: Some(Box::new(kept)), ..self }
    }

    /// Rows taken so far.
    pub fn rows_done(&self) -> u64 {
        self.report.rows
    }

    /// Takes the next slice of rows.
    ///
    /// # Errors
    /// When the store is damaged or the disk is full; nothing of the import is kept then.
    pub fn step(&mut self, edit: &mut Edit<'_>) -> Result<ImportStep> {
        if self.batch.is_none() {
            self.begin(edit)?;
        }
        let mut slice = Vec::with_capacity(SLICE);
        for card in self.rows.by_ref().take(SLICE) {
            slice.push(card?);
        }
        let is_last = slice.len() < SLICE;
        let keys = |card: &mut StagedCard| card.is_accepted.then(|| std::mem::take(&mut card.keys));
        let keys = slice.iter_mut().map(keys).collect();
        let mut people = match self.options.on_match {
            OnMatch::New => People::new(edit.model, keys),
            _ => People::of(&mut Writing { edit, first_own: self.first_own }, keys)?,
        };
        for (at, card) in slice.iter().enumerate() {
            self.take(edit, card, (&mut people, at))?;
        }
        if is_last { Ok(ImportStep::Done) } else { Ok(ImportStep::More) }
    }

    /// Writes what became of the import: the batch record and the report.
    ///
    /// # Errors
    /// As [`ImportJob::step`]; `dry-run` never: a dry run is ended by taking it back.
    pub fn end(&mut self, edit: &mut Edit<'_>, sequence: u64) -> Result<()> {
        let id = self.batch.unwrap_or_else(|| edit.new_id());
        if let Some(kept) = self.source_kept.take() {
            self.options.file_hash = kept()?;
        }
        self.report.imported_before = self.imported_before(edit);
        let count = |count: u64| i64::try_from(count).ok();
        let report = &self.report;
        let batch = ImportBatch {
            file: report.file.clone(),
            file_hash: self.options.file_hash.clone(),
            kind: report.layout.kind.to_owned(),
            encoding: report.layout.encoding.clone().unwrap_or_default(),
            delimiter: report.layout.delimiter.map(String::from).unwrap_or_default(),
            sheet: report.layout.sheet.clone().unwrap_or_default(),
            header_row: report.layout.header_row.map(i64::from),
            mapping: self.options.mapping.clone(),
            campaign: self.named_campaign(),
            source: Pick::new(self.source()),
            supplier: self.options.supplier.clone().unwrap_or_default(),
            rows: count(report.rows),
            new: count(report.new),
            updated: count(report.updated),
            skipped: count(report.skipped),
            rejected: count(report.rejected),
            imported_at: Some(edit.now()),
            imported_by: edit.actor(),
            header_signature: self.options.header_signature.clone(),
            command: count(sequence),
            template: self.options.template.clone(),
            adjustments: self.options.adjustments.clone(),
            handed_over_by: self.options.handed_over_by.clone(),
            report: report.kept(),
            ..ImportBatch::default()
        };
        edit.create_as(id, &batch)?;
        edit.outcome.records.push(id.record());
        if !self.options.is_dry_run {
            self.report.batch = id.to_string();
        }
        edit.outcome.import = Some(std::mem::take(&mut self.report));
        edit.outcome.given.rules = self.rules.take();
        Ok(())
    }

    /// Whether nothing of it is to be kept.
    pub fn is_dry_run(&self) -> bool {
        self.options.is_dry_run
    }

    fn begin(&mut self, edit: &mut Edit<'_>) -> Result<()> {
        self.batch = Some(edit.new_id());
        self.first_own = edit.model.leads.capacity();
        if self.options.by_rules && self.rules.is_none() {
            let rules = Assignment::of(edit.model, edit.now(), self.options.rule)?;
            self.rules = Some(Box::new(rules));
        }
        if let Some(name) = self.options.campaign.clone() {
            self.campaign(edit, &name)?;
        }
        Ok(())
    }

    /// When the same file was imported the last time.
    fn imported_before(&self, edit: &Edit<'_>) -> Option<String> {
        let earlier = edit.model.import_batches.iter().rev().find(|(_, batch)| {
            !batch.file_hash.is_empty()
                && batch.file_hash == self.options.file_hash
                && batch.undone_at.is_none()
        });
        earlier.and_then(|(_, batch)| batch.imported_at).map(|at| at.iso())
    }

    fn take(
        &mut self,
        edit: &mut Edit<'_>,
        card: &StagedCard,
        (people, at): (&mut People, usize),
    ) -> Result<()> {
        self.report.rows += 1;
        self.tell(&card.told);
        if !card.is_accepted {
            self.report.rejected += 1;
            return Ok(());
        }
        if card.decision == Some(Decision::Skip) {
            self.report.skipped += 1;
            return Ok(());
        }
        let known = self.known_as(edit, card, (people, at))?;
        let campaign = self.campaign_of(edit, card.campaign.as_deref())?;
        let is_told_new = card.decision == Some(Decision::New);
        let record = match &known.same {
            Some((record, _)) => {
                let record = self.update(edit, *record, &card.row()?, campaign)?;
                self.ask_to_reopen(edit, record, card.row)?;
                record
            }
            None => self.make(edit, card, campaign)?,
        };
        if card.is_referred {
            self.referred.insert(card.place, record);
        }
        edit.people.push((record, people.became(at, record)));
        if known.same.is_none() {
            self.doubt(edit, record, (&known.doubtful, is_told_new))?;
        }
        Ok(())
    }

    /// Lists a disqualified lead that came again: whether it is opened once more is for a person to say.
    fn ask_to_reopen(&mut self, edit: &Edit<'_>, record: RecordId, row: u32) -> Result<()> {
        if record.kind != Kind::Lead {
            return Ok(());
        }
        let disqualified = Stage::Disqualified.to_value();
        let name = edit.look(record, |lead| {
            let is_gone = *lead.get(Lead::stage) == disqualified;
            is_gone.then(|| lead.get(Lead::name).as_text().unwrap_or_default().to_owned())
        })?;
        if let Some(name) = name {
            self.tell(&[Problem::warning(row, REOPEN).in_column("", &name)]);
        }
        Ok(())
    }

    /// Puts a new lead beside those who may be the same person, for someone to look at; or remembers that
    /// a person has told them apart.
    fn doubt(
        &mut self,
        edit: &mut Edit<'_>,
        lead: RecordId,
        (doubtful, is_told_apart): (&[(RecordId, Match)], bool),
    ) -> Result<()> {
        let mut beside = Vec::with_capacity(doubtful.len());
        for (record, found) in doubtful {
            let other = person::survivor(*record, |lead| edit.look(lead, person::became))?;
            if !beside.contains(&other) {
                let note = if is_told_apart { pairs::note_apart } else { pairs::note_found };
                note(edit, (lead, other), found.score, self.batch)?;
                beside.push(other);
            }
        }
        if !is_told_apart {
            self.report.to_review += beside.len() as u64;
        }
        Ok(())
    }

    /// Who a row is: as a person decided, else by comparison.
    fn known_as(
        &self,
        edit: &mut Edit<'_>,
        card: &StagedCard,
        (people, at): (&People, usize),
    ) -> Result<Judged<RecordId>> {
        let decided = |record: Option<RecordId>| Judged {
            same: record.map(|record| (record, Match::default())),
            doubtful: Vec::new(),
        };
        let identity = || Ok(identity_of_row(&card.fields.row()?));
        match card.decision {
            Some(Decision::New) => {
                let from = &mut Writing { edit, first_own: self.first_own };
                let found = people.known_as(from, at, identity)?;
                let doubtful = found.same.into_iter().chain(found.doubtful).collect();
                return Ok(Judged { same: None, doubtful });
            }
            // One that was deleted since is looked for like any other.
            Some(Decision::Known(record)) if edit.row(record).is_ok() => {
                return Ok(decided(Some(record)));
            }
            Some(Decision::Row(place)) => {
                if let Some(record) = self.referred.get(&place) {
                    return Ok(decided(Some(*record)));
                }
            }
            Some(Decision::Known(_) | Decision::Skip) | None => {}
        }
        people.known_as(&mut Writing { edit, first_own: self.first_own }, at, identity)
    }

    fn tell(&mut self, told: &[Problem]) {
        for problem in told {
            self.report.count(problem);
            if self.report.problems.len() < MOST_PROBLEMS {
                let key = format!("problem-{}", problem.code);
                let reason = i18n::text(self.options.lang, &key).into_owned();
                self.report.problems.push(ReportedProblem { problem: problem.clone(), reason });
            }
        }
    }
}

/// The import batch a text names: by its id or the beginning of it.
///
/// # Errors
/// `no-such-batch`.
pub fn batch_named(model: &crate::model::Model, text: &str) -> Result<(Id<ImportBatch>, u64)> {
    let wanted = text.to_lowercase();
    let found = model.import_batches.iter().find(|(id, _)| {
        wanted.len() >= 4 && (id.to_string().starts_with(&wanted) || id.to_string() == wanted)
    });
    let command = found.and_then(|(id, batch)| Some((id, u64::try_from(batch.command?).ok()?)));
    command.ok_or_else(|| Error::refused("no-such-batch").with("batch", text))
}
