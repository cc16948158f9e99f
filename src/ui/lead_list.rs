//! Which leads a list shows, and in which order. It is worked out beside the window whenever the question
//! or the model has changed; the last answer stays until the next is there.

use std::sync::Arc;

use super::{news::News, widgets::Order};
use crate::{
    domain::{Kind, RecordId},
    error::{Error, Result},
    jobs::{Cancel, Jobs},
    model::Model,
    query::{Filter, Note, Sort, Viewer},
};

/// What a list should show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Question {
    /// Words or conditions, as the filter language has them.
    pub filter: String,
    /// By which field it is sorted.
    pub order: Order,
}

/// What was found.
pub(super) struct Found {
    revision: u64,
    question: Question,
    answer: Result<Answer>,
}

#[derive(Default)]
struct Answer {
    rows: Vec<u32>,
    notes: Vec<Note>,
}

/// The leads of a list.
pub(super) struct LeadList {
    /// What it should show.
    pub question: Question,
    answer: Answer,
    /// What is wrong with the question, if it could not be answered.
    problem: Option<Error>,
    /// What was asked last, and how to call it off.
    asked: Option<(u64, Question, Cancel)>,
    /// What was answered last.
    answered: Option<(u64, Question)>,
}

impl LeadList {
    /// A list that nobody has asked for yet.
    pub fn new(order: Order) -> Self {
        Self {
            question: Question { filter: String::new(), order },
            answer: Answer::default(),
            problem: None,
            asked: None,
            answered: None,
        }
    }

    /// The rows to show, in order.
    pub fn rows(&self) -> &[u32] {
        &self.answer.rows
    }

    /// What should be said of the filter.
    pub fn notes(&self) -> &[Note] {
        &self.answer.notes
    }

    /// What is wrong with the question.
    pub fn problem(&self) -> Option<&Error> {
        self.problem.as_ref()
    }

    /// Whether there was an answer.
    pub fn is_answered(&self) -> bool {
        self.answered.is_some()
    }

    /// The place of a record among the rows.
    pub fn place_of(&self, model: &Model, record: RecordId) -> Option<usize> {
        let row = model.leads.find(record.uuid)? as u32;
        self.rows().iter().position(|other| *other == row)
    }

    /// Sees to it that the newest question is being answered.
    pub fn keep_up(&mut self, model: &Arc<Model>, viewer: Viewer, jobs: &Jobs<News>) {
        let revision = model.revision();
        let is_asked = self
            .asked
            .as_ref()
            .is_some_and(|(asked, question, _)| *asked == revision && *question == self.question);
        if is_asked {
            return;
        }
        if let Some((_, _, cancel)) = self.asked.take() {
            cancel.cancel();
        }
        let (model, question) = (Arc::clone(model), self.question.clone());
        let cancel = jobs.start("list", move |cancel| {
            let answer = answer(&model, &viewer, &question, cancel);
            News::List(Box::new(Found { revision, question, answer }))
        });
        self.asked = Some((revision, self.question.clone(), cancel));
    }

    /// Takes an answer, unless it answers what nobody wants to know any more. Whether it was taken.
    pub fn take(&mut self, found: Found) -> bool {
        let Found { revision, question, answer } = found;
        let is_last = self
            .asked
            .as_ref()
            .is_some_and(|(asked, last, _)| *asked == revision && *last == question);
        if !is_last {
            return false;
        }
        self.answered = Some((revision, question));
        match answer {
            Ok(answer) => {
                self.answer = answer;
                self.problem = None;
            }
            Err(err) => self.problem = Some(err),
        }
        true
    }
}

/// Answers a question. Fields that are not in memory cannot be asked for from here.
fn answer(model: &Model, viewer: &Viewer, question: &Question, cancel: &Cancel) -> Result<Answer> {
    let read = |_: RecordId| Err(Error::usage("filter-needs-disk"));
    let Order { column, is_descending } = question.order;
    let (filter, notes) = Filter::parse(Kind::Lead, &question.filter, model, viewer)?;
    let found = filter.row_set(model, viewer, &read)?;
    if cancel.is_cancelled() {
        return Ok(Answer::default());
    }
    let sign = if is_descending { "-" } else { "" };
    let sort = Sort::parse(Kind::Lead, &format!("{sign}{column}"), model, viewer)?;
    Ok(Answer { rows: sort.order(model, &found, None, &read)?, notes })
}
