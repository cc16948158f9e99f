//! What happened, in words: a title, and what stands in small letters under it.

use super::lines::lines;
use crate::{
    domain::{
        Activity, ActivityKind, FieldChange, FieldInfo, Kind, Lead, Opportunity, Order, RecordId,
        Row, Shape, Tag, Value,
    },
    engine::{Event, Happening},
    i18n::{text, text_with},
    ui::{
        Cx, days,
        shown::{choice, field_label, reason},
        theme::Tokens,
        widgets::{Icon, icons},
    },
};
use eframe::egui::Color32;

/// An event as a person reads it.
#[derive(Debug, PartialEq)]
pub(super) struct Told {
    pub icon: Icon,
    pub color: Color32,
    pub title: String,
    /// Why, what was said, and who.
    pub details: Vec<String>,
}

/// Sorts of events, by which a timeline is filtered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Sort {
    /// All of them.
    #[default]
    All,
    /// What was done with people.
    Activities,
    /// What changed in the record.
    Changes,
}

impl Sort {
    pub const ALL: [Self; 3] = [Self::All, Self::Activities, Self::Changes];

    pub fn key(self) -> &'static str {
        match self {
            Self::All => "timeline-all",
            Self::Activities => "timeline-activities",
            Self::Changes => "timeline-changes",
        }
    }

    pub fn has(self, event: &Event) -> bool {
        match self {
            Self::All => !is_told_by_an_activity(event),
            Self::Activities => matches!(event.happening, Happening::Done(..)),
            Self::Changes => !matches!(event.happening, Happening::Done(..)),
        }
    }
}

/// What an activity changed in the record is said by the activity.
fn is_told_by_an_activity(event: &Event) -> bool {
    matches!(&event.happening, Happening::Changed { command, .. } if command == "log")
}

/// Fields that follow from what is told anyway.
const FOLLOWING: &[(Kind, &[Tag])] = &[
    (
        Kind::Lead,
        &[
            Lead::stage_since,
            Lead::left_stage,
            Lead::usable_at,
            Lead::mql_at,
            Lead::sql_at,
            Lead::converted_at,
            Lead::owned_since,
            Lead::entered_pool_at,
            Lead::owner_why,
            Lead::stage_reason,
            Lead::response_reason,
            Lead::hand_overs,
        ],
    ),
    (Kind::Opportunity, &[Opportunity::stage_history, Opportunity::closed_at]),
    (Kind::Order, &[Order::confirmed_at, Order::approval_reason]),
];

/// Changes told at most of one command; the others are counted.
const MOST: usize = 4;

/// An event in words.
pub(super) fn told(cx: &Cx<'_>, record: RecordId, event: &Event) -> Told {
    let tokens = cx.tokens;
    let mut told = match &event.happening {
        Happening::Made { command } => Told {
            icon: made_icon(command),
            color: tokens.text_subdued,
            title: made(cx, command),
            details: Vec::new(),
        },
        Happening::Changed { command, note, fields } => {
            changed(cx, record, (command, note), fields)
        }
        Happening::Done(_, activity) => done(cx, activity),
    };
    let user = event.actor.and_then(|id| cx.model.users.get(id));
    told.details.extend(user.map(|user| user.name.clone()));
    told
}

fn made(cx: &Cx<'_>, command: &str) -> String {
    let key = match command {
        "import" => "event-imported",
        "convert" => "event-converted",
        _ => "event-made",
    };
    text(cx.lang, key).into_owned()
}

fn made_icon(command: &str) -> Icon {
    match command {
        "import" => icons::DOWNLOAD,
        "convert" => icons::ARROW_LEFT_RIGHT,
        _ => icons::PLUS,
    }
}

fn changed(
    cx: &Cx<'_>,
    record: RecordId,
    (command, note): (&str, &str),
    fields: &[FieldChange],
) -> Told {
    let following =
        FOLLOWING.iter().find(|(kind, _)| *kind == record.kind).map_or(&[] as &[_], |it| it.1);
    let told: Vec<String> = fields
        .iter()
        .filter(|change| !following.contains(&change.tag))
        .map(|change| change_words(cx, record, change))
        .collect();
    let (icon, color) = command_icon(cx.tokens, command);
    let name = text(cx.lang, &format!("command-{command}")).into_owned();
    let is_plain = command == "set";
    let (title, rest) = match (is_plain, told.split_first()) {
        (true, Some((first, rest))) => (first.clone(), rest),
        (_, None) => (name, &[] as &[String]),
        // What the command is called says more than the field it changed.
        (false, Some(_)) => (name, told.as_slice()),
    };
    let mut details: Vec<String> = rest.iter().take(MOST).cloned().collect();
    if let Some(more) = rest.len().checked_sub(MOST).filter(|more| *more > 0) {
        details.push(text_with(cx.lang, "event-more", &[("fields", more.into())]).into_owned());
    }
    if !note.is_empty() {
        details.push(reason(cx.lang, note));
    }
    Told { icon, color, title, details }
}

/// `Budget: – → TWD 1,200,000`.
fn change_words(cx: &Cx<'_>, record: RecordId, change: &FieldChange) -> String {
    let field = record.kind.fields().iter().find(|field| field.tag == change.tag);
    let Some(field) = field else {
        return text(cx.lang, if change.tag >= 1000 { "event-own-field" } else { "event-binned" })
            .into_owned();
    };
    let label = field_label(cx.lang, record.kind, field.name);
    let [before, after] =
        [&change.before, &change.after].map(|value| value_words(cx, record, (field, value)));
    if let Some(score) = score_of(field, &change.after) {
        return format!("{label}: {score}");
    }
    if is_long(&before) || is_long(&after) {
        return text_with(cx.lang, "event-changed", &[("field", label.as_str().into())])
            .into_owned();
    }
    format!("{label}: {before} → {after}")
}

/// The score of a dimension, whose evidence stands in the ledger.
fn score_of(field: &FieldInfo, value: &Value) -> Option<i64> {
    let (Shape::Part(parts), Value::Part(row)) = (&field.shape, value) else { return None };
    let score = parts.iter().find(|part| part.name == "score")?;
    match row.get(score.tag) {
        Value::Int(score) => Some(*score),
        _ => None,
    }
}

fn is_long(words: &str) -> bool {
    words.chars().count() > 48
}

/// A value on one line, as the viewer may see it.
fn value_words(cx: &Cx<'_>, record: RecordId, (field, value): (&FieldInfo, &Value)) -> String {
    let row = Row::new().with(field.tag, value.clone());
    let row = cx.viewer.seen(cx.model, record, row);
    let value = row.get(field.tag);
    if field.name == "stage" && record.kind == Kind::Opportunity {
        return value
            .as_text()
            .map_or_else(|| "–".to_owned(), |id| choice(cx.lang, "pipeline_stage", id));
    }
    let words: Vec<String> = lines(cx, &field.shape, value).into_iter().map(|it| it.text).collect();
    if words.is_empty() { "–".to_owned() } else { words.join(", ") }
}

fn command_icon(tokens: &Tokens, command: &str) -> (Icon, Color32) {
    match command {
        "stage" | "advance" => (icons::ZAP, tokens.link),
        "claim" => (icons::HAND, tokens.text_subdued),
        "assign" => (icons::USER_PLUS, tokens.text_subdued),
        "return" => (icons::CORNER_DOWN_LEFT, tokens.text_subdued),
        "respond" => (icons::CHECK, tokens.success),
        "qualify" => (icons::STAR, tokens.link),
        "convert" | "unconvert" => (icons::ARROW_LEFT_RIGHT, tokens.success),
        "confirm_order" | "approve_order" => (icons::FILE_TEXT, tokens.success),
        "cancel_order" => (icons::BAN, tokens.danger),
        "merge" => (icons::MERGE, tokens.text_subdued),
        "import" => (icons::DOWNLOAD, tokens.text_subdued),
        "undo" => (icons::UNDO, tokens.text_subdued),
        "redo" => (icons::REDO, tokens.text_subdued),
        "add_to_campaign" => (icons::MEGAPHONE, tokens.text_subdued),
        "delete" => (icons::TRASH, tokens.danger),
        _ => (icons::PENCIL, tokens.text_subdued),
    }
}

fn done(cx: &Cx<'_>, activity: &Activity) -> Told {
    let (icon, color) = activity_icon(cx.tokens, activity);
    let kind = choice(cx.lang, "activity_kind", activity.kind.id());
    let outcome = activity.outcome.map(|it| choice(cx.lang, "activity_outcome", it.id()));
    let signal = Some(activity.signal.id()).filter(|id| !id.is_empty());
    let signal = signal.map(|id| choice(cx.lang, "signal", id));
    let title = [Some(kind), outcome, signal].into_iter().flatten().collect::<Vec<_>>();
    let mut details: Vec<String> =
        [&activity.text].into_iter().filter(|text| !text.is_empty()).cloned().collect();
    if !activity.next_step.is_empty() {
        let args = [("step", activity.next_step.as_str().into())];
        details.push(text_with(cx.lang, "event-next", &args).into_owned());
    }
    if let Some(due) = activity.due {
        let (zone, today) = (cx.model.settings().zone(), cx.now().day(cx.model.settings().zone()));
        let day = days::short(due.day(zone), today, cx.lang);
        details.push(text_with(cx.lang, "event-due", &[("day", day.as_str().into())]).into_owned());
    }
    Told { icon, color, title: title.join(" · "), details }
}

fn activity_icon(tokens: &Tokens, activity: &Activity) -> (Icon, Color32) {
    let is_bad = activity.outcome.is_some_and(|it| {
        use crate::domain::ActivityOutcome::{Bounced, NumberDead, WrongNumber};
        matches!(it, Bounced | NumberDead | WrongNumber)
    });
    let color = if is_bad { tokens.danger } else { tokens.success };
    match activity.kind {
        ActivityKind::Call => (icons::PHONE, color),
        ActivityKind::Email => (icons::MAIL, color),
        ActivityKind::Visit | ActivityKind::Meeting => (icons::MAP_PIN, color),
        ActivityKind::Chat => (icons::MESSAGE, color),
        ActivityKind::Note => (icons::PENCIL, tokens.text_subdued),
        ActivityKind::Task => (icons::CLOCK, tokens.warning),
        ActivityKind::Signal => (icons::ZAP, tokens.link),
    }
}
