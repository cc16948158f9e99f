//! What the writer has been asked for and has not answered: what it is, how far it is, how to stop it.

use std::time::{Duration, Instant};

use crate::{
    domain::Header,
    engine::{Command, Request},
    i18n::{Lang, text},
};

/// Work that is done sooner is not worth a word.
const SOON: Duration = Duration::from_millis(300);

/// Something that was asked of the writer.
pub(super) struct Task {
    number: u64,
    /// What it is.
    pub words: String,
    /// Records it will touch, if that is known.
    pub total: Option<u64>,
    /// When it was asked for.
    pub begun: Instant,
    /// Whether the person has asked for it to stop.
    pub is_cancelled: bool,
}

/// Everything that was asked of the writer and is not answered yet, oldest first.
#[derive(Default)]
pub(super) struct Tasks {
    going: Vec<Task>,
    made: u64,
}

impl Tasks {
    /// Notes that something was asked for; gives back its number.
    pub fn begin(&mut self, words: String, total: Option<u64>) -> u64 {
        self.made += 1;
        let (number, begun) = (self.made, Instant::now());
        self.going.push(Task { number, words, total, begun, is_cancelled: false });
        number
    }

    /// It was answered.
    pub fn end(&mut self, number: u64) {
        self.going.retain(|task| task.number != number);
    }

    /// Whether anything is being saved.
    pub fn is_idle(&self) -> bool {
        self.going.is_empty()
    }

    /// What takes long enough to be spoken of.
    pub fn long(&self) -> Option<&Task> {
        self.going.first().filter(|task| task.begun.elapsed() >= SOON)
    }

    /// In which time the first one will have taken long enough; none if that is so, or nothing is going on.
    pub fn until_long(&self) -> Option<Duration> {
        self.going.first().and_then(|task| SOON.checked_sub(task.begun.elapsed()))
    }

    /// The first one was asked to stop.
    pub fn cancel(&mut self) {
        if let Some(task) = self.going.first_mut() {
            task.is_cancelled = true;
        }
    }
}

/// What a request is called.
pub(super) fn name(request: &Request, lang: Lang) -> String {
    let command = match request {
        Request::Run(command) => command.name(),
        Request::Import(_) => "import",
        Request::Fill(_) | Request::Sample(_) => "sample",
        Request::RemoveSample => "remove_sample",
        Request::Undo | Request::UndoCommand(_) => "undo",
        Request::Redo => "redo",
    };
    text(lang, &format!("command-{command}")).into_owned()
}

/// How many records a request will touch, if that can be known.
pub(super) fn size(
    request: &Request,
    (undo, redo): &(Option<Header>, Option<Header>),
) -> Option<u64> {
    let size = match request {
        Request::Run(command) => match command {
            Command::Set(it) => it.ids.len(),
            Command::Delete(it) => it.records.len(),
            Command::Restore(it) => it.records.len(),
            Command::SetStage(it) => it.leads.len(),
            Command::Return(it) => it.leads.len(),
            Command::Assign(it) => it.leads.len(),
            Command::AddToCampaign(it) => it.leads.len(),
            _ => return None,
        },
        Request::Undo => return undo.as_ref().map(|header| header.records),
        Request::Redo => return redo.as_ref().map(|header| header.records),
        _ => return None,
    };
    Some(size as u64)
}
