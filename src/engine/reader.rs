//! Reading beside the writer's other work, for jobs, which may wait.

use std::sync::{
    Arc,
    mpsc::{self, Sender},
};

use super::writer::{Answer, Message};
use crate::{
    domain::{RecordId, Row},
    error::{Error, Result},
    model::Model,
    store::Store,
};

/// Reads whole records beside the writer's other work. Whoever asks waits: it is for jobs.
pub struct Reader(Sender<Message>);

impl Reader {
    pub(super) fn new(messages: Sender<Message>) -> Self {
        Self(messages)
    }

    /// Whole records; none if the writer is gone.
    pub fn rows(&self, records: Vec<RecordId>) -> Option<Result<Vec<(RecordId, Row)>>> {
        let (answer, found) = mpsc::channel();
        let answer = move |rows| {
            // Nobody waits any more: there is nobody to miss it.
            answer.send(rows).unwrap_or_default();
        };
        self.0.send(Message::Rows(records, Box::new(answer))).ok()?;
        found.recv().ok()
    }

    /// Asks the store something.
    ///
    /// # Errors
    /// What the question fails with; `writer-gone` if nobody answers any more.
    pub fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(&Store) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.answered(|answer| Message::Ask(Box::new(move |store| answer(question(store)))))
    }

    /// The model with the keys of everyone, which it may lack after an opening.
    ///
    /// # Errors
    /// As [`super::Crm::know_everyone`]; `writer-gone` if nobody answers any more.
    pub fn knowing_everyone(&self) -> Result<Arc<Model>> {
        self.answered(Message::Everyone)
    }

    fn answered<T: Send + 'static>(
        &self,
        message: impl FnOnce(Answer<Result<T>>) -> Message,
    ) -> Result<T> {
        let gone = || Error::other("writer-gone");
        let (answer, found) = mpsc::channel();
        let answer = move |it| {
            // Nobody waits any more: there is nobody to miss it.
            answer.send(it).unwrap_or_default();
        };
        self.0.send(message(Box::new(answer))).map_err(|_| gone())?;
        found.recv().map_err(|_| gone())?
    }
}
