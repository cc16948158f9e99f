//! An activity: what was done, or is to be done, about any records.

use super::{Id, Pick, RecordId, Signal, Timestamp, User, choice::choice, field, record::record};

choice! {
    /// What sort of activity it is.
    pub enum ActivityKind "activity_kind" {
        /// A phone call.
        Call "call",
        /// A mail.
        Email "email",
        /// A visit.
        Visit "visit",
        /// A meeting.
        Meeting "meeting",
        /// Messages.
        Chat "chat",
        /// Something to remember.
        Note "note",
        /// Something to do.
        Task "task",
        /// A dated behaviour of the person.
        Signal "signal",
    }
}

impl ActivityKind {
    /// Whether it is an attempt to reach the person.
    pub fn is_attempt(self) -> bool {
        matches!(self, Self::Call | Self::Email | Self::Visit | Self::Chat | Self::Meeting)
    }
}

choice! {
    /// What came of an attempt.
    pub enum ActivityOutcome "activity_outcome" {
        /// Spoke to the person.
        Reached "reached",
        /// Nobody answered.
        NoAnswer "no_answer",
        /// Someone else's number.
        WrongNumber "wrong_number",
        /// The number does not exist.
        NumberDead "number_dead",
        /// The mail came back.
        Bounced "bounced",
        /// Reached at a bad time.
        BadTiming "bad_timing",
    }
}

record! {
    /// A call, mail, visit, meeting, chat, note, task or signal.
    pub struct Activity {
        1: kind: ActivityKind => field().listed().resident(),
        2: about: Vec<RecordId> => field(),
        3: at: Option<Timestamp> => field().listed().resident(),
        4: duration: Option<i64> => field(),
        5: outcome: Option<ActivityOutcome> => field().listed().resident(),
        6: text: String => field().multiline().searched().listed(),
        7: next_step: String => field(),
        8: due: Option<Timestamp> => field().resident(),
        9: done_at: Option<Timestamp> => field().resident(),
        10: assignee: Option<Id<User>> => field().listed().resident(),
        11: reminder: Option<Timestamp> => field(),
        12: signal: Pick<Signal> => field().resident(),
        13: author: Option<Id<User>> => field().resident(),
    }
}
