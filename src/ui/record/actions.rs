//! What can be done with records: one table, a line an action. Whether an action is possible now, and if not
//! why not, is asked of the rules; nothing of it is decided here.

use std::collections::BTreeMap;

use super::action_list::ALL;
use crate::{
    domain::{
        ActivityKind, Fields as _, Id, Kind, Lead, Opportunity, Outcome, RecordId, Row, Shape,
        Stage, User, Value, pipeline,
    },
    engine::Command,
    ui::{
        Place,
        widgets::{Icon, icons},
    },
};

/// Something that can be done with a record. Its name is the text `action-<id>`.
pub(in crate::ui) struct Action {
    /// The stable name.
    pub id: &'static str,
    /// Its icon.
    pub icon: Icon,
    /// Of which kinds; of all if it names none.
    pub kinds: &'static [Kind],
    /// What has to be known before.
    pub asks: &'static [Ask],
    /// How near at hand it is.
    pub rank: Rank,
    /// The command; none where the record is in no state for which the action is meant.
    pub make: fn(&Subject<'_>, &Given) -> Option<Command>,
    /// Where it is done, if that takes a place of its own.
    pub leads_to: Option<fn(RecordId) -> Place>,
}

/// How near at hand an action is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Rank {
    /// A button, even while it is impossible: it is the next step.
    Next,
    /// A button while it is possible.
    Button,
    /// In the menu of all others.
    Menu,
}

/// Something an action has to know before. Its label is the text `field-<name>`.
#[derive(Debug)]
pub(in crate::ui) struct Ask {
    /// The stable name.
    pub name: &'static str,
    /// What is asked for.
    pub shape: Shape,
    /// Whether it must be answered.
    pub is_needed: bool,
}

/// The record something is done with.
pub(in crate::ui) struct Subject<'a> {
    /// Which.
    pub record: RecordId,
    /// Its fields.
    pub row: &'a Row,
}

/// What was answered.
#[derive(Clone, Debug, Default)]
pub(in crate::ui) struct Given(BTreeMap<&'static str, Value>);

impl Given {
    /// Notes an answer.
    pub fn put(&mut self, name: &'static str, value: Value) {
        self.0.insert(name, value);
    }

    /// Answers that stand for any, with which an action is tried before anybody was asked.
    pub fn any(action: &Action, model: &crate::model::Model, today: chrono::NaiveDate) -> Self {
        let any = |ask: &Ask| match ask.shape {
            Shape::Choice(choices) => {
                Value::Choice(choices.values.first().copied().unwrap_or_default().into())
            }
            Shape::Date => Value::Date(today.succ_opt().unwrap_or(today)),
            Shape::Money => {
                Value::Money(crate::domain::Money::whole(1, model.settings().base_currency()))
            }
            Shape::Link(kind) => {
                let known = model.small_rows(kind).into_iter();
                let is_active =
                    |row: &Row| kind != Kind::User || row.get(User::inactive).is_empty();
                let mut known = known.filter(|(_, row)| is_active(row));
                known.next().map_or(Value::Empty, |(record, _)| Value::Link(record))
            }
            _ => Value::Text("?".to_owned()),
        };
        Self(action.asks.iter().map(|ask| (ask.name, any(ask))).collect())
    }

    pub(super) fn value(&self, name: &str) -> &Value {
        static EMPTY: Value = Value::Empty;
        self.0.get(name).unwrap_or(&EMPTY)
    }

    pub(super) fn text(&self, name: &str) -> String {
        self.value(name).as_text().unwrap_or_default().to_owned()
    }

    pub(super) fn link<T: crate::domain::Record>(&self, name: &str) -> Option<Id<T>> {
        self.value(name).as_link().and_then(Id::of)
    }

    pub(super) fn date(&self, name: &str) -> Option<chrono::NaiveDate> {
        match self.value(name) {
            Value::Date(day) => Some(*day),
            _ => None,
        }
    }

    /// A reason of a list, or the words beside it where the list has none that fits.
    pub(super) fn reason(&self) -> Option<String> {
        let (reason, words) = (self.text("reason"), self.text("note"));
        let said = if reason.is_empty() || reason == "other" && !words.is_empty() {
            words
        } else {
            reason
        };
        (!said.is_empty()).then_some(said)
    }
}

impl Subject<'_> {
    pub(super) fn lead(&self) -> Option<Id<Lead>> {
        Id::of(self.record)
    }

    /// Where it stands, if it is a lead.
    pub fn stage(&self) -> Stage {
        self.row.get(Lead::stage).as_text().and_then(Stage::of_id).unwrap_or_default()
    }

    pub(super) fn deal(&self) -> Option<(Id<Opportunity>, Opportunity)> {
        Some((Id::of(self.record)?, Opportunity::read(self.row)))
    }
}

/// An action that asks for nothing and stands in the menu.
pub(super) const fn action(
    id: &'static str,
    icon: Icon,
    kinds: &'static [Kind],
    make: fn(&Subject<'_>, &Given) -> Option<Command>,
) -> Action {
    Action { id, icon, kinds, asks: &[], rank: Rank::Menu, make, leads_to: None }
}

impl Action {
    pub(super) const fn asking(mut self, asks: &'static [Ask]) -> Self {
        self.asks = asks;
        self
    }

    pub(super) const fn ranked(mut self, rank: Rank) -> Self {
        self.rank = rank;
        self
    }

    pub(super) const fn leading_to(mut self, place: fn(RecordId) -> Place) -> Self {
        self.leads_to = Some(place);
        self
    }

    /// Whether records of a kind have it.
    pub fn is_of(&self, kind: Kind) -> bool {
        self.kinds.is_empty() || self.kinds.contains(&kind)
    }

    /// Whether it takes something away.
    pub fn is_destructive(&self) -> bool {
        self.id == "delete"
    }

    /// The stage a lead goes to by it.
    pub fn stage(&self) -> Option<Stage> {
        self.id.strip_prefix("to_").and_then(Stage::of_id)
    }
}

/// The actions of a kind.
pub(in crate::ui) fn of(kind: Kind) -> impl Iterator<Item = &'static Action> {
    ALL.iter().filter(move |action| action.is_of(kind))
}

/// The action of a name.
pub(in crate::ui) fn named(id: &str) -> Option<&'static Action> {
    ALL.iter().find(|action| action.id == id)
}

/// The commands by which the actions of a record are tried, in their order, each with its action.
pub(in crate::ui) fn probes(
    subject: &Subject<'_>,
    model: &crate::model::Model,
    today: chrono::NaiveDate,
) -> Vec<(&'static Action, Command)> {
    let probe = |action: &'static Action| {
        let command = (action.make)(subject, &Given::any(action, model, today))?;
        Some((action, command))
    };
    of(subject.record.kind).filter_map(probe).collect()
}

/// The kinds of activities that are logged by hand, in the order of how often.
pub(in crate::ui) const LOGGED: &[(ActivityKind, Icon)] = &[
    (ActivityKind::Call, icons::PHONE),
    (ActivityKind::Email, icons::MAIL),
    (ActivityKind::Visit, icons::MAP_PIN),
    (ActivityKind::Note, icons::PENCIL),
    (ActivityKind::Task, icons::CLOCK),
];

/// The stage after the one a deal is in, as long as it is undecided there.
pub(in crate::ui) fn next_stage(deal: &Opportunity) -> Option<&'static str> {
    let stages = pipeline(&deal.pipeline).stages;
    let at = stages.iter().position(|stage| stage.id == deal.stage)?;
    stages.get(at + 1).filter(|stage| stage.outcome == Outcome::Open).map(|stage| stage.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Lang, known};

    #[test]
    fn every_action_has_a_name_in_every_language_and_one_line() {
        let mut seen = std::collections::BTreeSet::new();
        for action in ALL {
            assert!(seen.insert(action.id), "{}", action.id);
            for lang in Lang::ALL {
                let key = format!("action-{}", action.id);
                assert!(known(*lang, &key).is_some(), "{key} {}", lang.code());
                for ask in action.asks {
                    let key = format!("field-{}", ask.name);
                    assert!(known(*lang, &key).is_some(), "{key} {}", lang.code());
                }
            }
        }
    }

    #[test]
    fn a_lead_is_offered_the_step_after_the_one_it_is_at() {
        let model = crate::model::Model::default();
        let today = "2026-11-21".parse().unwrap();
        let record = RecordId { kind: Kind::Lead, uuid: uuid::Uuid::nil() };
        for (stage, expected) in [
            (Stage::Unsorted, Some("to_usable")),
            (Stage::Usable, Some("to_mql")),
            (Stage::Mql, Some("to_sql")),
            (Stage::Sql, None),
            (Stage::Disqualified, None),
        ] {
            let row = Lead { stage, ..Lead::default() }.to_row();
            let offered = probes(&Subject { record, row: &row }, &model, today);
            let found = offered.iter().find(|(action, _)| action.stage().is_some());
            assert_eq!(found.map(|(action, _)| action.id), expected, "{stage:?}");
        }
    }
}
