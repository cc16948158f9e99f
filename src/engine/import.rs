//! An import: rows of a file become leads, in one large command that can be taken back.

use std::collections::HashMap;

use super::{
    Edit, ImportOptions, ImportReport, OnMatch, Outcome, ReportedProblem,
    import_people::{People, Writing},
    rules::{
        assignment::Assignment,
        employment::{self, Snapshot},
        owner::{self, Owner},
        pairs, person, records,
    },
};
use crate::{
    domain::{
        Campaign, Contact, Decision, Fields as _, Id, ImportBatch, Kind, Lead, Pick, RecordId,
        Stage, Staged, User, fold::fold, match_evidence::Match,
    },
    error::{Error, Result},
    i18n,
    query::known::Judged,
};

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
    rows: Box<dyn Iterator<Item = Result<Staged>> + Send>,
    report: ImportReport,
    /// Hidden leads from this row of the model on are its own.
    first_own: usize,
    batch: Option<Id<ImportBatch>>,
    pub(super) campaigns: HashMap<String, (Id<Campaign>, Campaign)>,
    rules: Option<Box<Assignment>>,
    /// What became of rows that later ones are decided to belong to.
    referred: HashMap<u32, RecordId>,
}

impl ImportJob {
    /// An import of rows; `report` says how the file was read.
    pub fn new(
        options: ImportOptions,
        rows: Box<dyn Iterator<Item = Result<Staged>> + Send>,
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
        }
    }

    /// Goes on giving leads away where another import of the same batch ended: what is only tried shows nowhere
    /// else.
    pub fn give_on(&mut self, before: &mut Outcome) {
        self.rules = before.given.rules.take();
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
        for staged in self.rows.by_ref().take(SLICE) {
            slice.push(staged?);
        }
        let is_last = slice.len() < SLICE;
        let compared = |staged: &mut Staged| staged.is_accepted().then(|| staged.take_compared());
        let compared = slice.iter_mut().map(compared).collect();
        let mut people = match self.options.on_match {
            OnMatch::New => People::new(edit.model, compared),
            _ => People::of(&mut Writing { edit, first_own: self.first_own }, compared)?,
        };
        for (at, staged) in slice.into_iter().enumerate() {
            self.take(edit, staged, (&mut people, at))?;
        }
        if is_last { Ok(ImportStep::Done) } else { Ok(ImportStep::More) }
    }

    /// Writes what became of the import: the batch record and the report.
    ///
    /// # Errors
    /// As [`ImportJob::step`]; `dry-run` never: a dry run is ended by taking it back.
    pub fn end(&mut self, edit: &mut Edit<'_>, sequence: u64) -> Result<()> {
        let id = self.batch.unwrap_or_else(|| edit.new_id());
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
        let earlier = edit.model.import_batches.iter().rev().find(|(_, batch)| {
            !batch.file_hash.is_empty()
                && batch.file_hash == self.options.file_hash
                && batch.undone_at.is_none()
        });
        self.report.imported_before =
            earlier.and_then(|(_, batch)| batch.imported_at).map(|at| at.iso());
        Ok(())
    }

    fn take(
        &mut self,
        edit: &mut Edit<'_>,
        staged: Staged,
        (people, at): (&mut People, usize),
    ) -> Result<()> {
        self.report.rows += 1;
        self.tell(&staged);
        if !staged.is_accepted() {
            self.report.rejected += 1;
            return Ok(());
        }
        if staged.decision == Some(Decision::Skip) {
            self.report.skipped += 1;
            return Ok(());
        }
        let known = self.known_as(edit, &staged, (people, at))?;
        let campaign = self.campaign_of(edit, &staged)?;
        let (place, is_referred) = (staged.place, staged.is_referred);
        let is_told_new = staged.decision == Some(Decision::New);
        let record = match &known.same {
            Some((record, _)) => self.update(edit, *record, &staged.lead, campaign)?,
            None => self.make(edit, staged, campaign)?,
        };
        if is_referred {
            self.referred.insert(place, record);
        }
        edit.people.push((record, people.became(at, record, known.same.is_none())));
        if known.same.is_none() {
            self.doubt(edit, record, (&known.doubtful, is_told_new))?;
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
        staged: &Staged,
        (people, at): (&People, usize),
    ) -> Result<Judged<RecordId>> {
        let decided = |record: Option<RecordId>| Judged {
            same: record.map(|record| (record, Match::default())),
            doubtful: Vec::new(),
        };
        match staged.decision {
            Some(Decision::New) => {
                let from = &mut Writing { edit, first_own: self.first_own };
                let found = people.known_as(from, at)?;
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
        people.known_as(&mut Writing { edit, first_own: self.first_own }, at)
    }

    fn make(
        &mut self,
        edit: &mut Edit<'_>,
        staged: Staged,
        campaign: Option<Id<Campaign>>,
    ) -> Result<RecordId> {
        self.report.new += 1;
        let mut lead = staged.lead;
        lead.stage = Stage::Unsorted;
        lead.stage_since = Some(edit.now());
        lead.batch = self.batch;
        lead.campaign = campaign;
        lead.captured_at = lead.captured_at.or(Some(edit.now()));
        lead.captured_by = lead.captured_by.or(edit.actor());
        if lead.source.is_empty() {
            lead.source = Pick::new(self.source());
        }
        if let (Some(supplier), true) = (&self.options.supplier, lead.supplier.is_empty()) {
            lead.supplier.clone_from(supplier);
        }
        lead.steward = lead.steward.or_else(|| records::steward(edit, &lead));
        self.join(&mut lead.memberships, campaign, lead.captured_at.unwrap_or(edit.now()));
        let (to, why) = self.owner_of(edit, &lead, staged.owner)?;
        owner::change(edit, &mut lead, to, &why)?;
        let record = edit.new_record(Kind::Lead);
        edit.create_row(record, lead.take_row())?;
        Ok(record)
    }

    /// Who gets a new lead, and by which rule.
    fn owner_of(
        &mut self,
        edit: &Edit<'_>,
        lead: &Lead,
        named: Option<String>,
    ) -> Result<(Owner, String)> {
        let owner = self.options.owner.or_else(|| user_named(edit, &named?));
        if let (None, Some(rules)) = (owner, &mut self.rules) {
            let next = rules.next(edit.model, &lead.to_row());
            self.report.give(edit.model, next.as_ref().ok().map(|(to, _)| *to));
            if let Ok((to, rule)) = next {
                return Ok((to, rule.to_string()));
            }
        }
        let to = match (owner, self.options.pool) {
            (Some(user), _) => Owner::User(user),
            (None, Some(pool)) => Owner::Pool(pool),
            (None, None) => Owner::Pool(owner::intake(edit)?),
        };
        Ok((to, String::new()))
    }

    fn update(
        &mut self,
        edit: &mut Edit<'_>,
        record: RecordId,
        card: &Lead,
        campaign: Option<Id<Campaign>>,
    ) -> Result<RecordId> {
        let record = person::survivor(record, |lead| edit.look(lead, person::became))?;
        let on_match = self.options.on_match;
        if on_match == OnMatch::Skip {
            self.report.skipped += 1;
        } else {
            self.report.updated += 1;
        }
        let at = card.captured_at.unwrap_or(edit.now());
        let zone = edit.model.settings().zone();
        let snapshot = Snapshot { card, day: at.day(zone), zone, batch: self.batch, on_match };
        let row = if record.kind == Kind::Lead {
            let mut lead = edit.get(Id::<Lead>::new(record.uuid))?;
            let card = employment::of_lead(&mut lead, &snapshot);
            person::take_card(&mut lead, &card, on_match);
            self.join(&mut lead.memberships, campaign, at);
            lead.into_row()
        } else {
            let id = Id::<Contact>::new(record.uuid);
            let mut contact = edit.get(id)?;
            let card = employment::of_contact(edit.model, (id, &mut contact), &snapshot);
            person::take_card(&mut contact, &card, on_match);
            self.join(&mut contact.memberships, campaign, at);
            contact.into_row()
        };
        edit.put(record, row)?;
        Ok(record)
    }

    fn tell(&mut self, staged: &Staged) {
        for problem in staged.told() {
            self.report.count(&problem);
            if self.report.problems.len() < MOST_PROBLEMS {
                let key = format!("problem-{}", problem.code);
                let reason = i18n::text(self.options.lang, &key).into_owned();
                self.report.problems.push(ReportedProblem { problem, reason });
            }
        }
    }
}

fn user_named(edit: &Edit<'_>, name: &str) -> Option<Id<User>> {
    let wanted = fold(name);
    let found =
        edit.model.users.find(|user| fold(&user.name) == wanted || fold(&user.login) == wanted);
    found.filter(|(_, user)| !user.inactive).map(|(id, _)| id)
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
