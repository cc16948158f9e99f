//! What would become of every row of a table that is held, before it is imported: with the same reading
//! of lines and the same comparison of people as the import.

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use super::{
    Held, Mapping, StageOptions, Stager, Watch,
    adjustments::is_of,
    staging::{SAMPLE, meant},
};
use crate::{
    domain::{
        Decision, Fields as _, Membership, Pick, Problem, Staged, Timestamp, fold::fold,
        match_evidence::Match,
    },
    engine::{
        Assigned, Fate, ImportCheck, ImportOptions, ImportReport, OnMatch, Verdict, With,
        rules::assignment::Assignment,
    },
    error::{Error, Result},
    model::Model,
    query::duplicates::ReadAll,
};

/// A table that is to be imported, and how its lines are understood.
#[derive(Clone)]
pub struct Understood {
    /// Its lines.
    pub held: Arc<Held>,
    /// What they mean.
    pub stager: Arc<Stager>,
}

/// What would become of the rows of a table. Rows are named by their place, counted from 0.
#[derive(Debug, Default)]
pub struct Checked {
    /// What becomes of each row.
    pub verdicts: Vec<Verdict>,
    /// What is wrong with rows.
    pub problems: HashMap<u32, Vec<Problem>>,
    /// How like someone known those rows are of which a person has to decide.
    pub found: HashMap<u32, Match>,
    /// The problems that many rows share: those that reject first, then the most frequent.
    pub groups: Vec<ProblemGroup>,
    /// Rows that come in with a remark.
    pub remarked: Vec<u32>,
    of_fate: [Vec<u32>; 6],
}

/// A problem of a column, and the rows that have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProblemGroup {
    /// The code of the problem.
    pub code: &'static str,
    /// The column; none if it concerns the line as a whole.
    pub column: Option<u32>,
    /// Whether these rows cannot be imported.
    pub rejects: bool,
    /// The first such row.
    pub first: u32,
    /// What stands there.
    pub value: String,
    /// How many rows have it.
    pub rows: usize,
}

/// The order in which fates are counted.
pub const FATES: [Fate; 6] =
    [Fate::New, Fate::Update, Fate::Duplicate, Fate::Conflict, Fate::Skip, Fate::Error];

/// How the columns of a held table are understood.
///
/// # Errors
/// `unknown-column` if a person speaks of a column that is not there.
pub fn understood(held: &Held, options: &StageOptions) -> Result<Mapping> {
    meant(&held.headers, &held.first(SAMPLE), options)
}

/// Checks every row of the last of some tables that are imported one after the other: whoever comes in with
/// an earlier one is known by then. `watch` sees how far it is, and stops it.
///
/// # Errors
/// When a record cannot be read, or it was stopped.
pub fn check(
    tables: &[Understood],
    (model, on_match, now): (&Model, OnMatch, Timestamp),
    read: &ReadAll<'_>,
    watch: &Watch,
) -> Result<Checked> {
    let rows = Rows::of(tables);
    let lead = |place: u32| rows.staged(place).map(|staged| staged.lead);
    let mut judging = ImportCheck::new(model, (on_match, now), read, &lead);
    let mut checked = Checked::default();
    let mut groups = BTreeMap::new();
    for (number, (first, table)) in (0..).zip(&rows.tables) {
        let is_last = number + 1 == rows.tables.len();
        let end = *first + table.held.len() as u32;
        let mut place = *first;
        while place < end {
            if watch.is_stopped() {
                return Err(Error::refused("cancelled"));
            }
            let next = (place + ImportCheck::SLICE as u32).min(end);
            let mut slice: Vec<Staged> = (place..next).filter_map(|at| rows.staged(at)).collect();
            let verdicts = judging.judge(&mut slice)?;
            let own = slice.into_iter().zip(verdicts).filter(|_| is_last);
            for (mut staged, (verdict, found)) in own {
                staged.place -= first;
                let verdict = rows.verdict_of(verdict, *first);
                checked.take(&staged, verdict, found, (&table.stager.mapping, &mut groups));
                watch.count_row();
            }
            place = next;
        }
    }
    checked.groups = groups.into_values().collect();
    checked.groups.sort_by_key(|group: &ProblemGroup| (!group.rejects, usize::MAX - group.rows));
    Ok(checked)
}

/// The rows of tables, counted through from the first row of the first.
struct Rows<'a> {
    /// Each table, and the place of its first row.
    tables: Vec<(u32, &'a Understood)>,
}

impl<'a> Rows<'a> {
    fn of(tables: &'a [Understood]) -> Self {
        let mut first = 0;
        let placed = tables.iter().map(|table| {
            let at = first;
            first += table.held.len() as u32;
            (at, table)
        });
        Self { tables: placed.collect() }
    }

    /// The number of the table in which a place lies, with the place of its first row.
    fn table(&self, place: u32) -> Option<(u32, u32)> {
        let number = self.tables.iter().rposition(|(first, _)| *first <= place)?;
        Some((number as u32, self.tables.get(number)?.0))
    }

    /// What a row speaks of.
    fn staged(&self, place: u32) -> Option<Staged> {
        let (number, first) = self.table(place)?;
        let (_, Understood { held, stager }) = self.tables.get(number as usize)?;
        let mut staged = stager.staged(place - first, &held.line(place - first));
        staged.place = place;
        if let Some(Decision::Row(row)) = &mut staged.decision {
            *row += first;
        }
        Some(staged)
    }

    /// A verdict in the words of the table that begins at a place. Whom an earlier table brings in is known by
    /// then, and is updated.
    fn verdict_of(&self, verdict: Verdict, own: u32) -> Verdict {
        let With::Row(place) = verdict.with else { return verdict };
        if place >= own {
            return Verdict { with: With::Row(place - own), ..verdict };
        }
        let fate = if verdict.fate == Fate::Duplicate { Fate::Update } else { verdict.fate };
        let with = self.table(place).map(|(number, first)| With::Earlier(number, place - first));
        Verdict { fate, with: with.unwrap_or_default() }
    }
}

/// To whom the rules would give the new leads of tables that were checked, one table after another.
///
/// # Errors
/// When there are no rules, or one is not understood.
pub fn shares(
    tables: &[(Understood, Arc<Checked>)],
    (model, import, now): (&Model, &ImportOptions, Timestamp),
) -> Result<Vec<Assigned>> {
    let mut rules = Assignment::of(model, now, import.rule)?;
    let campaign = import.campaign.as_deref().map(fold);
    let campaign = model.campaigns.find(|it| Some(fold(&it.name)) == campaign).map(|(id, _)| id);
    let mut report = ImportReport::default();
    for (Understood { held, stager }, checked) in tables {
        for (place, verdict) in (0..).zip(&checked.verdicts) {
            if !matches!(verdict.fate, Fate::New | Fate::Conflict) {
                continue;
            }
            let Staged { mut lead, owner, .. } = stager.staged(place, &held.line(place));
            if owner.is_some() {
                continue;
            }
            lead.campaign = campaign;
            let membership =
                campaign.map(|id| Membership { campaign: Some(id), ..Membership::default() });
            lead.memberships.extend(membership);
            if lead.source.is_empty() {
                lead.source = Pick::new(import.source.as_deref().unwrap_or_default());
            }
            let next = rules.next(model, &lead.to_row());
            report.give(model, next.ok().map(|(to, _)| to));
        }
    }
    Ok(report.assigned)
}

type Groups = BTreeMap<(&'static str, Option<u32>), ProblemGroup>;

impl Checked {
    /// The rows of a fate.
    pub fn rows(&self, fate: Fate) -> &[u32] {
        self.of_fate.get(place_of(fate)).map_or(&[], Vec::as_slice)
    }

    /// How many rows have a fate.
    pub fn count(&self, fate: Fate) -> usize {
        self.rows(fate).len()
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.verdicts.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.verdicts.is_empty()
    }

    /// What becomes of a row.
    pub fn verdict(&self, place: u32) -> Verdict {
        self.verdicts.get(place as usize).copied().unwrap_or_default()
    }

    /// Rows that come in: as someone new, or into someone known.
    pub fn accepted(&self) -> usize {
        self.len() - self.count(Fate::Skip) - self.count(Fate::Error)
    }

    /// What is wrong with a cell, the gravest first.
    pub fn problem(&self, mapping: &Mapping, place: u32, column: u32) -> Option<&Problem> {
        let problems = self.problems.get(&place)?;
        let own = problems.iter().filter(|problem| is_of(problem, mapping, column));
        own.max_by_key(|problem| problem.rejects)
    }

    fn take(
        &mut self,
        staged: &Staged,
        verdict: Verdict,
        found: Option<Match>,
        (mapping, groups): (&Mapping, &mut Groups),
    ) {
        let place = staged.place;
        self.verdicts.push(verdict);
        if let Some(rows) = self.of_fate.get_mut(place_of(verdict.fate)) {
            rows.push(place);
        }
        if let (Fate::Conflict, Some(found)) = (verdict.fate, found) {
            self.found.insert(place, found);
        }
        let problems = staged.told();
        if problems.is_empty() {
            return;
        }
        if verdict.fate != Fate::Error {
            self.remarked.push(place);
        }
        for problem in &problems {
            let columns = mapping.columns.iter().map(|column| column.index as u32);
            let column = columns.into_iter().find(|column| is_of(problem, mapping, *column));
            let group = groups.entry((problem.code, column)).or_insert_with(|| ProblemGroup {
                code: problem.code,
                column,
                rejects: problem.rejects,
                first: place,
                value: problem.value.clone(),
                rows: 0,
            });
            group.rows += 1;
        }
        self.problems.insert(place, problems);
    }
}

fn place_of(fate: Fate) -> usize {
    FATES.iter().position(|it| *it == fate).unwrap_or_default()
}
