//! The campaigns, and the files in which their cards came.

use chrono::Datelike as _;

use super::{
    calendar::{HOUR_MS, days_after},
    dice::Topic,
    leads::source_of,
    people::MARKETING,
    plan::{Event, Plan},
};
use crate::domain::{
    Campaign, CampaignStatus, CostLine, Currency, Fields as _, Id, ImportBatch, Money, Pick,
    RecordId, Row, Timestamp,
};
use crate::i18n::Lang;

/// Of ten cards so many come in a file; the others are captured one by one.
const IN_FILES: u64 = 7;

/// The number of the campaign that holds the fairs.
const FAIRS: u64 = 100;

/// The campaigns: the fairs under one of their own, beside them the seminar and the mailing.
pub(super) fn campaigns(plan: &Plan) -> Vec<(RecordId, Row)> {
    let fairs = plan.events.iter().filter(|event| is_fair(event));
    let years = fairs.clone().map(|event| plan.calendar.date(event.starts).year());
    let (first, last) = (years.clone().min().unwrap_or_default(), years.max().unwrap_or_default());
    let year = if first == last { first.to_string() } else { format!("{first}–{last}") };
    let starts = fairs.clone().map(|event| event.starts).min().unwrap_or_default();
    let ends = fairs.map(Event::ends).max().unwrap_or_default();
    let parent = Campaign {
        name: format!("Fairs {year}"),
        kind: Pick::new("trade_fair"),
        status: CampaignStatus::Active,
        starts_on: Some(plan.calendar.date(starts)),
        ends_on: Some(plan.calendar.date(ends - 1)),
        owner: Some(plan.person(MARKETING)),
        team: "Marketing".to_owned(),
        currency: Some(Currency::TWD),
        ..Campaign::default()
    };
    let parent_id = plan.id(plan.calendar.moment(starts - 140, 9 * HOUR_MS), 0, FAIRS);
    let own = plan.events.iter().map(|event| {
        let parent = is_fair(event).then_some(parent_id);
        (event.id.record(), campaign(plan, event, parent).to_row())
    });
    std::iter::once((parent_id.record(), parent.to_row())).chain(own).collect()
}

/// The files of cards, a day of a fair each.
pub(super) fn batches(plan: &Plan) -> Vec<(RecordId, Row)> {
    let mut rows = Vec::new();
    for event in &plan.events {
        let days = if is_fair(event) { event.script.crowd.len() } else { 1 };
        for day in 0..days {
            let (from, until) = match is_fair(event) {
                true => (event.come_before(day), event.come_before(day + 1)),
                false => (0, event.leads),
            };
            let new = (from..until).filter(|place| is_in_file(event, *place)).count() as i64;
            if new > 0 {
                let id = batch_id(plan, event, day as i64);
                rows.push((id.record(), batch(plan, event, day as i64, new).to_row()));
            }
        }
    }
    rows
}

/// The file a lead came in, if it came in one.
pub(super) fn batch_of(plan: &Plan, event: &Event, lead: u64) -> Option<Id<ImportBatch>> {
    let place = lead - event.first_lead;
    let day = if is_fair(event) { event.share_of_crowd(place).0 } else { 0 };
    is_in_file(event, place).then(|| batch_id(plan, event, day))
}

fn is_fair(event: &Event) -> bool {
    event.script.kind == "trade_fair"
}

fn is_in_file(event: &Event, place: u64) -> bool {
    !is_fair(event) || place % 10 < IN_FILES
}

fn campaign(plan: &Plan, event: &Event, parent: Option<Id<Campaign>>) -> Campaign {
    let script = event.script;
    let starts_on = plan.calendar.date(event.starts);
    let currency = Currency::of(script.currency).unwrap_or_default();
    // More cards need a larger booth.
    let scale = (plan.leads / 400).max(1) as i64;
    let money = |amount: i64| Money::whole(amount * scale, currency);
    let cost_lines = script.costs.iter().map(|(category, amount, before, note)| CostLine {
        date: Some(days_after(starts_on, -before)),
        category: Pick::new(*category),
        amount: Some(money(*amount)),
        note: (*note).to_owned(),
        ..CostLine::default()
    });
    let spent: i64 = script.costs.iter().map(|(_, amount, _, _)| amount).sum();
    let is_over = event.ends() <= 0;
    Campaign {
        name: match is_fair(event) {
            true => format!("{} {}", script.name, starts_on.year()),
            false => script.name.to_owned(),
        },
        kind: Pick::new(script.kind),
        parent,
        status: if is_over { CampaignStatus::Completed } else { CampaignStatus::Active },
        starts_on: Some(starts_on),
        ends_on: Some(plan.calendar.date(event.ends() - 1)),
        venue: script.venue.to_owned(),
        hall: script.hall.to_owned(),
        booth: script.booth.to_owned(),
        owner: Some(plan.person(script.owner)),
        team: "Marketing".to_owned(),
        currency: Some(currency),
        budget: Some(money((spent / 10_000 + 1) * 10_000)),
        cost_lines: cost_lines.collect(),
        expected_revenue: Some(money(script.expected_revenue)),
        expected_responses: i64::try_from(event.leads * 9 / 10).ok(),
        sent_count: (script.kind == "edm").then_some(plan.leads as i64 * 3),
        gifts: script.gifts.to_owned(),
        description: script.description.to_owned(),
        ..Campaign::default()
    }
}

/// Files are imported in the evening, when the booth is closed.
fn batch_id(plan: &Plan, event: &Event, day: i64) -> Id<ImportBatch> {
    let number = event.number as u64 * 100 + day as u64;
    plan.id(imported_at(plan, event, day), 0, number)
}

fn imported_at(plan: &Plan, event: &Event, day: i64) -> Timestamp {
    let (_, closes) = event.script.hours;
    let day = if is_fair(event) { day } else { event.script.crowd.len() as i64 - 1 };
    plan.calendar.moment(event.starts + day, closes * HOUR_MS + HOUR_MS / 3)
}

fn batch(plan: &Plan, event: &Event, day: i64, new: i64) -> ImportBatch {
    let script = event.script;
    let mut dice = plan.dice(Topic::Batch, event.number as u64 * 100 + day as u64);
    let share = |percent: u64| new * percent as i64 / 100;
    let (updated, skipped) = (share(dice.below(6)), share(dice.below(3)));
    let rejected = share(dice.below(4));
    let kind = script.file.rsplit('.').next().unwrap_or_default();
    let encoding = match (kind, script.languages) {
        ("xlsx", _) => "",
        ("csv", [(_, Lang::ZhTw)]) => "Big5",
        _ => "UTF-8",
    };
    ImportBatch {
        file: script.file.replace('#', &(day + 1).to_string()),
        kind: kind.to_owned(),
        encoding: encoding.to_owned(),
        delimiter: if kind == "csv" { ",".to_owned() } else { String::new() },
        header_row: (kind != "vcf").then_some(1),
        campaign: Some(event.id),
        source: Pick::new(source_of(script)),
        rows: Some(new + updated + skipped + rejected),
        new: Some(new),
        updated: Some(updated),
        skipped: Some(skipped),
        rejected: Some(rejected),
        imported_at: Some(imported_at(plan, event, day)),
        imported_by: Some(plan.person(script.owner)),
        ..ImportBatch::default()
    }
}
