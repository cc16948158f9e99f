//! How many of the leads somebody owns lie untouched, by owner.

use super::{
    Question, Report, Sheet,
    behind::Counted,
    groups::{Groups, of_codes},
    lead_rows,
    metric::{self, Figure},
    subjects::Subjects,
};
use crate::{
    domain::{DAY_MS, Lead, Stage, Timestamp},
    error::Result,
};

/// A row for each owner, as of now: assigned open leads, and those nothing was done about for the days
/// of the settings. A lead that somebody was given today is not idle tonight.
pub const REPORT: Report = Report { name: "idle_rate", run };

/// Days without activity after which a lead is idle, unless the workspace says otherwise.
const IDLE_DAYS: i64 = 14;

/// A century: what is beyond it is a slip of the keyboard.
const MOST_DAYS: i64 = 36_500;

/// The leads of one owner.
#[derive(Clone, Default)]
struct Owned {
    all: Vec<u32>,
    idle: Vec<u32>,
}

fn run(question: &Question<'_>) -> Result<Sheet> {
    let subjects = Subjects::owners(question);
    let groups = Groups::by_link(question.model, Lead::owner, &subjects.ids());
    let owned = owned(question, &groups);
    let metrics = [metric::ASSIGNED_OPEN, metric::IDLE, metric::IDLE_RATE];
    let figures = |groups: &[u32]| -> Vec<Figure> {
        let chosen = || groups.iter().filter_map(|group| owned.get(*group as usize));
        let all = Counted::leads(chosen().flat_map(|it| it.all.iter().copied()).collect());
        let idle = Counted::leads(chosen().flat_map(|it| it.idle.iter().copied()).collect());
        vec![
            metric::ASSIGNED_OPEN.count(all.clone()),
            metric::IDLE.count(idle.clone()),
            metric::IDLE_RATE.share(idle, all),
        ]
    };
    let mut sheet = subjects.sheet("idle_rate", question, &metrics, figures);
    sheet.notes.extend(question.note_on_window());
    Ok(sheet)
}

fn owned(question: &Question<'_>, groups: &Groups) -> Vec<Owned> {
    let model = question.model;
    let is_open = of_codes(
        model,
        Lead::stage,
        |stage| stage.as_text().and_then(Stage::of_id).unwrap_or_default().is_open(),
        true,
    );
    let has_owner = of_codes(model, Lead::owner, |owner| !owner.is_empty(), false);
    let days = model.settings().idle_days.unwrap_or(IDLE_DAYS).clamp(0, MOST_DAYS);
    let idle_before = question.viewer.now.plus_ms(-days * DAY_MS);
    let owned_since = model.leads.column(Lead::owned_since);
    let mut owned = vec![Owned::default(); groups.len];
    let is_true = |flags: &[bool], row: usize| flags.get(row) == Some(&true);
    for row in lead_rows::all(question) {
        if !is_true(&is_open, row) || !is_true(&has_owner, row) {
            continue;
        }
        let Some(owned) = owned.get_mut(groups.of(row) as usize) else { continue };
        owned.all.push(row as u32);
        // The clock begins when the lead was given to its owner, or something was done about it.
        let given_at = owned_since.and_then(|column| column.number(row)).map(Timestamp);
        let done_at = model.lead_derived(row).and_then(|derived| derived.last_activity_at());
        if given_at.max(done_at) <= Some(idle_before) {
            owned.idle.push(row as u32);
        }
    }
    owned
}
