//! What a command says of itself when it is done.

use serde::Serialize;

use super::rules::{assignment::Assignment, owner::Owner};
use crate::{
    domain::{Layout, Problem, RecordId},
    error::Error,
    i18n::{self, Lang},
    model::Model,
    query,
};

/// What a command did.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Its number in the history; none if nothing changed.
    pub sequence: Option<u64>,
    /// The records it made, or that it is about.
    pub records: Vec<RecordId>,
    /// The key of a sentence that tells a person what was done, where no screen shows it by itself.
    pub told: Option<&'static str>,
    /// Records of a batch that were refused, each with its reason; the others were done.
    pub refused: Vec<(RecordId, Error)>,
    /// What became of an import.
    pub import: Option<ImportReport>,
    /// What became of an undo.
    pub undo: Option<UndoReport>,
    /// What an assignment has given before its next slice.
    pub(super) given: Given,
}

/// What an assignment has given so far.
#[derive(Debug, Default)]
pub(super) struct Given {
    /// Open leads.
    pub leads: usize,
    /// How many more the user might have had before all of them, in the model of a revision.
    pub room: Option<(u64, usize)>,
    /// The rules, with what they have given to everyone.
    pub rules: Option<Box<Assignment>>,
}

/// What became of a command that was taken back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct UndoReport {
    /// The name of the command.
    pub command: String,
    /// Records that are again as they were.
    pub reversed: u64,
    /// Records left as they are, because they were changed since.
    pub kept: Vec<RecordId>,
    /// Records that could not be put back without breaking a rule.
    pub failed: Vec<RecordId>,
}

/// What became of an imported file: rows = new + updated + skipped + rejected, always.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ImportReport {
    /// The batch; empty after a dry run.
    pub batch: String,
    /// The file's name.
    pub file: String,
    /// Rows read.
    pub rows: u64,
    /// Rows that became new leads.
    pub new: u64,
    /// Rows that belong to someone known.
    pub updated: u64,
    /// Rows left out on purpose: nothing new in them.
    pub skipped: u64,
    /// Rows that cannot be imported.
    pub rejected: u64,
    /// Pairs of a new lead and someone who may be the same person, for someone to look at.
    pub to_review: u64,
    /// To whom leads were given by the rules, each with how many.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub assigned: Vec<Assigned>,
    /// How the file was read.
    #[serde(flatten)]
    pub layout: Layout,
    /// Which column became which field, and why.
    pub mapping: Vec<MappedColumn>,
    /// What was found wrong, row by row; the first of many.
    pub problems: Vec<ReportedProblem>,
    /// How many problems of each kind there were, all of them counted.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub problem_counts: Vec<ProblemCount>,
    /// When the same content was imported before, as ISO 8601.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub imported_before: Option<String>,
    /// How long it took.
    pub seconds: f64,
}

/// How many problems of a kind there were.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProblemCount {
    /// The kind: the sentence is the text `problem-<code>`.
    pub code: &'static str,
    /// Whether the rows were left out for it.
    pub rejects: bool,
    /// How many.
    pub count: u64,
}

/// How many leads the rules gave to someone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Assigned {
    /// The user or the pool; none for leads that no rule has room for.
    pub to: Option<String>,
    /// How many.
    pub leads: u64,
}

/// Which field a column became.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MappedColumn {
    /// The column's label in the file.
    pub column: String,
    /// The field; none if the column is kept with the source only.
    pub field: Option<String>,
    /// How sure the guess is, 0 to 1.
    pub confidence: f32,
    /// Why, in the reader's language.
    pub why: String,
    /// Two of its values, for whoever has to confirm it; not printed.
    #[serde(skip)]
    pub samples: Vec<String>,
}

/// A problem with its sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReportedProblem {
    /// What, and where.
    #[serde(flatten)]
    pub problem: Problem,
    /// The sentence, in the reader's language.
    pub reason: String,
}

impl ImportReport {
    /// How many problems there were, those that are not listed among them.
    pub fn problem_count(&self) -> u64 {
        self.problem_counts.iter().map(|it| it.count).sum()
    }

    /// Counts a problem.
    pub(super) fn count(&mut self, problem: &Problem) {
        let (code, rejects) = (problem.code, problem.rejects);
        let mut counts = self.problem_counts.iter_mut();
        match counts.find(|it| it.code == code && it.rejects == rejects) {
            Some(known) => known.count += 1,
            None => self.problem_counts.push(ProblemCount { code, rejects, count: 1 }),
        }
    }

    /// Counts a lead that the rules gave to someone, or to nobody.
    pub fn give(&mut self, model: &Model, to: Option<Owner>) {
        let to = to.map(|to| match to {
            Owner::User(user) => query::label(model, user.record()),
            Owner::Pool(pool) => query::label(model, pool.record()),
        });
        match self.assigned.iter_mut().find(|known| known.to == to) {
            Some(known) => known.leads += 1,
            None => self.assigned.push(Assigned { to, leads: 1 }),
        }
    }
}

impl Assigned {
    /// Who gets how many, for a person.
    pub fn words(&self, lang: Lang) -> String {
        let nobody = || i18n::text(lang, "assigned-nobody").into_owned();
        let to = self.to.clone().unwrap_or_else(nobody);
        let count = i18n::grouped(self.leads);
        let args = [("to", to.into()), ("leads", self.leads.into()), ("count", count.into())];
        i18n::text_with(lang, "assigned-words", &args).into_owned()
    }
}
