//! What does it add up to? Metrics and boards, one file each: pure over a snapshot of the model.
//!
//! A report takes a [`Question`] and gives a [`Sheet`]: cells with units, the records behind each
//! number, and what was left out. The definitions are those of the specification's metrics; each is
//! told to the user by the text `metric-<id>-explain`.

mod acceptance_rate;
mod account;
mod behind;
mod campaign_list;
mod campaign_results;
mod campaign_roi;
mod cards_by_person;
mod cards_per_hour;
mod cell;
mod cohort;
mod contact_rate;
mod cost_per_lead;
mod deals;
mod facts;
mod fair_result;
mod first_contact;
mod funnel;
mod funnel_period;
mod groups;
mod idle_rate;
mod invalid_reasons;
mod lead_rows;
mod ledger;
mod metric;
mod note;
mod response_rate;
mod scope;
mod sheet;
mod sheet_text;
mod subjects;
mod valid_rate;
mod weighted_pipeline;
mod win_rate;
mod window;

use chrono::NaiveDate;

pub use account::{AccountFigures, Worth, account};
pub use behind::Behind;
pub use cell::{Cell, Unit};
pub use ledger::worth;
pub use metric::{ALL as METRICS, Metric};
pub use note::Note;
pub use sheet::{ColumnHead, Explanation, Sheet};

use crate::{
    domain::{Campaign, Id},
    error::Result,
    model::Model,
    query::Viewer,
};

/// A report by its name; its title is the text `report-<name>`, what it says `report-<name>-explain`.
pub struct Report {
    /// The word of the command line, in snake case.
    pub name: &'static str,
    /// Computes it. Fails when the window of the question is empty.
    pub run: fn(&Question<'_>) -> Result<Sheet>,
}

/// Every report, in the order in which they are offered.
pub const ALL: &[Report] = &[
    fair_result::REPORT,
    campaign_roi::REPORT,
    cost_per_lead::REPORT,
    valid_rate::BY_CAMPAIGN,
    valid_rate::BY_SUPPLIER,
    response_rate::REPORT,
    funnel::REPORT,
    funnel_period::REPORT,
    acceptance_rate::REPORT,
    contact_rate::REPORT,
    idle_rate::REPORT,
    cards_per_hour::REPORT,
    cards_by_person::REPORT,
    first_contact::REPORT,
    invalid_reasons::REPORT,
    win_rate::REPORT,
    weighted_pipeline::REPORT,
];

/// What a report is asked about.
#[derive(Clone, Copy)]
pub struct Question<'a> {
    /// The snapshot it reads.
    pub model: &'a Model,
    /// Who asks, and when.
    pub viewer: &'a Viewer,
    /// The rows of the leads a filter left; all leads if none.
    pub leads: Option<&'a [u32]>,
    /// The campaigns the filter names; all campaigns if none. They decide costs, deals and orders.
    pub campaigns: Option<&'a [Id<Campaign>]>,
    /// The first day, as the workspace counts days; from the beginning if none.
    pub from: Option<NaiveDate>,
    /// The day after the last; without an end if none.
    pub to: Option<NaiveDate>,
}

/// The report of a name; `fair-result` is read as `fair_result`.
pub fn find(name: &str) -> Option<&'static Report> {
    let name = name.trim().replace('-', "_");
    ALL.iter().find(|report| report.name.eq_ignore_ascii_case(&name))
}
