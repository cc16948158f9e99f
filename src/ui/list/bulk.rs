//! What can be done with many records at once: a line an action. Whether it is possible is a matter of
//! rights and of how many are ticked; the rest is decided by the rules, record by record.

use serde_json::{Map, Value as Json};

use crate::{
    domain::{Campaign, Id, Kind, Lead, Pool, RecordId, Stage, User},
    engine::{
        AddToCampaign, Assign, Claim, Command, Delete, LARGE, Return, Right, Scope, Set, SetStage,
    },
    error::Error,
    i18n::{Lang, text, text_with},
    query::Viewer,
    ui::widgets::{Icon, icons},
};

/// Something that can be done with many records at once. Its name is the text `bulk-<id>`.
pub(super) struct Bulk {
    /// The stable name.
    pub id: &'static str,
    /// Its icon.
    pub icon: Icon,
    /// Of which kinds; of all if it names none.
    pub kinds: &'static [Kind],
    /// The right it needs.
    pub right: fn(Kind) -> Right,
    /// How many it needs, and how many it can be done with.
    pub range: (usize, usize),
    /// What has to be known before.
    pub asks: Asks,
}

/// What has to be known before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asks {
    /// Nothing.
    Nothing,
    /// A user or a pool.
    Owner,
    /// A reason, in words.
    Reason,
    /// A stage.
    Stage,
    /// A campaign.
    Campaign,
    /// A field and its value.
    Field,
    /// A file.
    File,
    /// Which record stays, and with which values.
    Survivor,
}

/// What was answered.
pub(super) enum Answered {
    /// Nothing was asked.
    Nothing,
    /// A user or a pool, or another record that was chosen.
    Record(RecordId),
    /// Words.
    Words(String),
    /// A stage; with its reason or its day, as the filter language writes it.
    Stage(Stage, Option<String>, Option<chrono::NaiveDate>),
    /// A field and its value, as JSON.
    Field(&'static str, Json),
}

const MANY: usize = usize::MAX;
const LEADS: &[Kind] = &[Kind::Lead];
const PEOPLE: &[Kind] = &[Kind::Lead, Kind::Account, Kind::Contact];

/// Every one, the likeliest first.
pub(super) const ALL: &[Bulk] = &[
    bulk("claim", icons::HAND, LEADS, |_| Right::Claim).with(Asks::Nothing, (1, LARGE)),
    bulk("assign", icons::USER_PLUS, LEADS, |_| Right::Assign).with(Asks::Owner, (1, MANY)),
    bulk("return", icons::CORNER_DOWN_LEFT, LEADS, Right::to_edit).with(Asks::Reason, (1, MANY)),
    bulk("stage", icons::FLAG, LEADS, Right::to_edit).with(Asks::Stage, (1, MANY)),
    bulk("campaign", icons::MEGAPHONE, LEADS, Right::to_edit).with(Asks::Campaign, (1, MANY)),
    bulk("set", icons::PENCIL, &[], Right::to_edit).with(Asks::Field, (1, MANY)),
    bulk("merge", icons::MERGE, PEOPLE, |_| Right::Merge).with(Asks::Survivor, (2, MOST_MERGED)),
    bulk("export", icons::UPLOAD, &[], |_| Right::Export).with(Asks::File, (1, MANY)),
    bulk("delete", icons::TRASH, &[], |_| Right::Delete).with(Asks::Nothing, (1, MANY)),
];

/// More records than these are hardly ever one person.
const MOST_MERGED: usize = 20;

const fn bulk(
    id: &'static str,
    icon: Icon,
    kinds: &'static [Kind],
    right: fn(Kind) -> Right,
) -> Bulk {
    Bulk { id, icon, kinds, right, range: (1, MANY), asks: Asks::Nothing }
}

impl Bulk {
    const fn with(mut self, asks: Asks, range: (usize, usize)) -> Self {
        self.asks = asks;
        self.range = range;
        self
    }

    /// Whether records of a kind have it.
    pub fn is_of(&self, kind: Kind) -> bool {
        self.kinds.is_empty() || self.kinds.contains(&kind)
    }

    /// Whether it takes something away.
    pub fn is_danger(&self) -> bool {
        self.id == "delete"
    }

    /// What its button says for so many.
    pub fn label(&self, lang: Lang, count: usize) -> String {
        let key = format!("bulk-{}", self.id);
        text_with(lang, &key, &[("count", count.into())]).into_owned()
    }

    /// Why it cannot be done with so many records of a kind; none if it may be tried.
    pub fn refusal(&self, viewer: &Viewer, kind: Kind, lang: Lang, count: usize) -> Option<String> {
        let right = (self.right)(kind);
        if right.scope(viewer.role) == Scope::No {
            let right = format!("@right-{}", right.name());
            return Some(Error::refused("no-right").with("right", right).text(lang));
        }
        let (least, most) = self.range;
        if count < least {
            return Some(text(lang, "bulk-too-few").into_owned());
        }
        let args = [("most", most.into())];
        (count > most).then(|| text_with(lang, "bulk-too-many", &args).into_owned())
    }

    /// The command that does it; none if an answer is missing.
    pub fn command(&self, kind: Kind, ids: Vec<RecordId>, answered: Answered) -> Option<Command> {
        let leads = || ids.iter().copied().filter_map(Id::<Lead>::of).collect();
        let command = match (self.id, answered) {
            ("claim", _) => Claim { leads: leads() }.into(),
            ("assign", Answered::Record(to)) => {
                let (user, pool) = (Id::<User>::of(to), Id::<Pool>::of(to));
                Assign { leads: leads(), to: user, pool, reason: None }.into()
            }
            ("return", Answered::Words(reason)) => {
                Return { leads: leads(), reason, pool: None }.into()
            }
            ("stage", Answered::Stage(to, reason, wake)) => {
                SetStage { leads: leads(), to, reason, wake }.into()
            }
            ("campaign", Answered::Record(campaign)) => {
                let campaign = Id::<Campaign>::of(campaign)?;
                AddToCampaign { campaign, leads: leads(), status: None }.into()
            }
            ("set", Answered::Field(name, value)) => {
                let ids = ids.iter().map(|record| record.uuid).collect();
                Set { kind, ids, values: Map::from_iter([(name.to_owned(), value)]) }.into()
            }
            ("delete", _) => Delete { records: ids }.into(),
            _ => return None,
        };
        Some(command)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{domain::Role, domain::Timestamp};

    #[test]
    fn what_cannot_be_done_says_why() {
        let lang = Lang::En;
        let viewer = |role| Viewer { user: None, role, is_alone: false, now: Timestamp(0), lang };
        let check = |id: &str, role, count, expected: Option<&str>| {
            let bulk = ALL.iter().find(|bulk| bulk.id == id).unwrap();
            let refusal = bulk.refusal(&viewer(role), Kind::Lead, Lang::En, count);
            match (&refusal, expected) {
                (None, None) => {}
                (Some(refusal), Some(part)) => assert!(refusal.contains(part), "{id}: {refusal}"),
                _ => panic!("{id} {role:?} {count}: {refusal:?}"),
            }
        };
        check("claim", Role::Sales, 3, None);
        check("claim", Role::Marketing, 3, Some("right"));
        check("merge", Role::Marketing, 1, Some("two or more"));
        check("merge", Role::Marketing, 2, None);
        check("merge", Role::Marketing, 21, Some("20"));
        check("delete", Role::Viewer, 1, Some("right"));
        check("export", Role::Viewer, 1, Some("right"));
        check("export", Role::Director, 1_000_000, None);
    }
}
