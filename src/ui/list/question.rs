//! Which records a list shows, and in which order. It is worked out beside the window whenever the
//! question or the model has changed; the last answer stays until the next is there.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use super::{
    Among, Answer, ListNews,
    grouping::{grouped, sums},
};
use crate::{
    domain::{FieldPath, Kind, RecordId},
    error::{Error, Result},
    i18n::Lang,
    jobs::Jobs,
    model::Model,
    query::{Filter, ListQuestion, Lookup, Sort, Turn, Viewer, wanted_column, wanted_columns},
    ui::{Place, news::News},
};

/// Work that takes longer is shown.
const PATIENCE: Duration = Duration::from_millis(50);

/// What a list should show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui) struct Question {
    /// What sort of records.
    pub kind: Kind,
    /// Conditions that belong to the list itself; they are not counted as its filter.
    pub base: String,
    /// The only records it shows, if it is limited to those behind a number.
    pub among: Option<Arc<Among>>,
    /// Words or conditions, as the filter language has them.
    pub filter: String,
    /// A field, with a minus for the largest first; empty for the order of creation.
    pub sort: String,
    /// The field whose values records are put under.
    pub group: Option<String>,
}

impl Question {
    /// All conditions that hold of what is shown, as the filter language has them.
    pub fn conditions(&self) -> String {
        match (self.base.trim(), self.filter.trim()) {
            ("", filter) => filter.to_owned(),
            (base, "") => base.to_owned(),
            (base, filter) => format!("({base}) ({filter})"),
        }
    }
}

/// What was found for the list of a place.
pub(in crate::ui) struct Found {
    /// Whose list it is.
    pub place: Place,
    asked: Asked,
    answer: Result<Answered>,
}

/// What came of a question.
enum Answered {
    /// What the list shows.
    Rows(Answer),
    /// These fields must be in memory first; the question is asked again when they are.
    Wanted(Vec<FieldPath>),
}

impl Found {
    /// The fields that must be in memory before the question can be answered.
    pub fn wanted(&self) -> Option<(Kind, &[FieldPath])> {
        match &self.answer {
            Ok(Answered::Wanted(fields)) => Some((self.asked.question.kind, fields)),
            _ => None,
        }
    }
}

/// A question, of a model and a day, in the order of a language.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Asked {
    revision: u64,
    today: chrono::NaiveDate,
    lang: Lang,
    question: Question,
}

/// The question of a list, and what is known of its answer.
pub(in crate::ui) struct Asking {
    /// What it should show.
    pub question: Question,
    /// What it shows.
    pub answer: Answer,
    /// What is wrong with the question, if it could not be answered.
    pub problem: Option<Error>,
    asked: Option<Asked>,
    lookup: Arc<Lookup>,
    /// Since when an answer is waited for.
    waiting: Option<Instant>,
    is_answered: bool,
}

impl Asking {
    /// A question that nobody has asked yet.
    pub fn new(question: Question) -> Self {
        let answer = Answer::default();
        let lookup = Arc::default();
        let (problem, asked, waiting) = (None, None, None);
        Self { question, answer, problem, asked, lookup, waiting, is_answered: false }
    }

    /// Whether there was an answer.
    pub fn is_answered(&self) -> bool {
        self.is_answered
    }

    /// How long it takes until waiting for an answer should be said; none if nothing is waited for.
    pub fn patience(&self) -> Option<Duration> {
        self.waiting.map(|since| PATIENCE.saturating_sub(since.elapsed()))
    }

    /// Whether an answer has been waited for so long that it should be said.
    pub fn is_slow(&self) -> bool {
        self.waiting.is_some_and(|since| since.elapsed() >= PATIENCE)
    }

    /// Sees to it that the newest question is being answered.
    pub fn keep_up(
        &mut self,
        place: Place,
        (model, viewer): (&Arc<Model>, Viewer),
        jobs: &Jobs<News>,
    ) {
        let today = viewer.now.day(model.settings().zone());
        let (revision, question) = (model.revision(), self.question.clone());
        let asked = Asked { revision, today, lang: viewer.lang, question };
        if self.asked.as_ref() == Some(&asked) {
            return;
        }
        let (model, own) = (Arc::clone(model), asked.clone());
        let (lookup, turn) = (Arc::clone(&self.lookup), self.lookup.turn());
        jobs.start("list", move |_| {
            let answer = answered((&model, &viewer), &own.question, (&lookup, &turn));
            let found = Found { place, asked: own, answer };
            News::OfList(ListNews::Rows(Box::new(found)))
        });
        self.asked = Some(asked);
        self.waiting = self.waiting.or_else(|| Some(Instant::now()));
    }

    /// Takes an answer, unless it answers what nobody wants to know any more. Whether it was taken.
    pub fn take(&mut self, found: Found) -> bool {
        if self.asked.as_ref() != Some(&found.asked) {
            return false;
        }
        match found.answer {
            Ok(Answered::Rows(answer)) => {
                self.answer = answer;
                self.problem = None;
            }
            Ok(Answered::Wanted(_)) => return false,
            Err(err) => {
                self.refuse(err);
                return false;
            }
        }
        self.is_answered = true;
        self.waiting = None;
        true
    }

    /// Says why the question is not answered.
    pub fn refuse(&mut self, problem: Error) {
        self.is_answered = true;
        self.waiting = None;
        self.problem = Some(problem);
    }
}

/// Answers a question, if everything it asks for is in memory.
fn answered(
    (model, viewer): (&Model, &Viewer),
    question: &Question,
    turn: (&Lookup, &Turn),
) -> Result<Answered> {
    let kind = question.kind;
    let mut wanted = Vec::new();
    for filter in [&question.base, &question.filter] {
        let sort = Some(question.sort.clone());
        let asked = ListQuestion { kind, filter: filter.clone(), sort, limit: None };
        wanted.extend(wanted_columns(model, viewer, &asked, 0)?);
    }
    let group = question.group.as_deref();
    wanted.extend(group.and_then(|group| wanted_column(model, kind, group)));
    if wanted.is_empty() {
        return answer((model, viewer), question, turn).map(Answered::Rows);
    }
    Ok(Answered::Wanted(wanted))
}

/// Answers a question from memory.
fn answer(
    (model, viewer): (&Model, &Viewer),
    question: &Question,
    (lookup, turn): (&Lookup, &Turn),
) -> Result<Answer> {
    let read = |_: RecordId| Err(Error::usage("filter-needs-disk"));
    let kind = question.kind;
    let (base, _) = Filter::parse(kind, &question.base, model, viewer)?;
    let (filter, notes) = Filter::parse(kind, &question.filter, model, viewer)?;
    let rows = |filter| lookup.rows(turn, filter, (model, viewer), &read);
    let (Some(base), Some(found)) = (rows(&base)?, rows(&filter)?) else {
        return Ok(Answer::default());
    };
    let small = if model.columns(kind).is_some() { Vec::new() } else { model.small_rows(kind) };
    let capacity = model.columns(kind).map_or(small.len(), |columns| columns.capacity());
    let base = match &question.among {
        Some(among) => base.and(&among.rows(model, (&small, capacity))),
        None => base,
    };
    let set = found.and(&base);
    let mut rows = if question.sort.is_empty() {
        set.iter().map(|row| row as u32).collect()
    } else {
        let sort = Sort::parse(kind, &question.sort, model, viewer)?;
        sort.order(model, &set, None, &read)?
    };
    let mut groups = Vec::new();
    if let Some(name) = &question.group {
        (rows, groups) = grouped((model, viewer), (kind, name), &rows, (&set, capacity), &read)?;
    }
    let sums = sums(model, kind, &set);
    let mut answer = Answer::new(rows, set, small, capacity);
    (answer.total, answer.notes) = (base.count(), notes);
    (answer.groups, answer.sums) = (groups, sums);
    Ok(answer)
}
