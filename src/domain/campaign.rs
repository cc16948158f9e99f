//! A campaign: something that brings leads and costs money.

use chrono::NaiveDate;

use super::{
    Currency, Id, Money, Pick, User,
    choice::choice,
    field,
    picklists::{CampaignKind, CostCategory},
    record::{part, record},
};

choice! {
    /// Where a campaign stands.
    pub enum CampaignStatus "campaign_status" {
        /// Not begun.
        Planned "planned",
        /// Going on.
        Active "active",
        /// Over.
        Completed "completed",
        /// Called off.
        Aborted "aborted",
    }
}

part! {
    /// Money spent on a campaign.
    pub struct CostLine {
        1: date: Option<NaiveDate> => field(),
        2: category: Pick<CostCategory> => field(),
        3: amount: Option<Money> => field(),
        4: note: String => field(),
    }
}

part! {
    /// A status a member of the campaign may have.
    pub struct MemberStatus {
        1: label: String => field(),
        2: order: Option<i64> => field(),
        3: responded: bool => field(),
        4: is_default: bool => field(),
    }
}

record! {
    /// A fair, seminar, EDM…: something that brings leads and costs money.
    pub struct Campaign {
        1: name: String => field().required().searched().listed().resident(),
        2: kind: Pick<CampaignKind> => field().listed(),
        3: parent: Option<Id<Campaign>> => field().listed(),
        4: status: CampaignStatus => field().listed(),
        5: starts_on: Option<NaiveDate> => field().listed(),
        6: ends_on: Option<NaiveDate> => field().listed(),
        7: venue: String => field(),
        8: hall: String => field(),
        9: booth: String => field(),
        10: owner: Option<Id<User>> => field().listed(),
        11: team: String => field(),
        12: currency: Option<Currency> => field(),
        13: budget: Option<Money> => field(),
        14: cost_lines: Vec<CostLine> => field(),
        15: expected_revenue: Option<Money> => field(),
        16: expected_responses: Option<i64> => field(),
        17: sent_count: Option<i64> => field(),
        18: gifts: String => field(),
        19: audience: String => field(),
        20: description: String => field().multiline(),
        21: member_statuses: Vec<MemberStatus> => field(),
    }
}

/// The member statuses shipped for a kind of campaign: id, whether it counts as a response.
/// The first is the default.
pub fn shipped_statuses(kind: &str) -> &'static [(&'static str, bool)] {
    match kind {
        "seminar" | "webinar" | "forum" => {
            &[("invited", false), ("registered", false), ("attended", true), ("no_show", false)]
        }
        "edm" | "direct_mail" => &[
            ("sent", false),
            ("opened", false),
            ("clicked", true),
            ("replied", true),
            ("bounced", false),
            ("unsubscribed", false),
        ],
        _ => &[
            ("invited", false),
            ("registered", false),
            ("attended", true),
            ("visited_booth", true),
            ("left_card", true),
            ("no_show", false),
        ],
    }
}

impl Campaign {
    /// Whether a member status counts as a response.
    pub fn is_response(&self, status: &str) -> bool {
        match self.member_statuses.iter().find(|it| it.label == status) {
            Some(own) => own.responded,
            None => shipped_statuses(self.kind.id()).iter().any(|(id, yes)| *id == status && *yes),
        }
    }
}
