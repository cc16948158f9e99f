//! The names of records: what lists show for them, and which records have a name.

use std::collections::BTreeSet;

use super::folded_field::rows_of_first_line;
use crate::{
    domain::{
        Account, Activity, Id, Kind, Lead, Opportunity, Order, Pair, Record, RecordId, Timestamp,
        fold::fold,
    },
    model::{Model, Table},
};

/// How many digits of an id stand for a record without a name.
const SHORT_ID: usize = 8;

/// What lists show for a record: its name; of a lead without one, its company; of an order, its number; of
/// an activity, what and when. The start of the id if there is nothing of the kind in memory.
pub fn label(model: &Model, record: RecordId) -> String {
    let uuid = record.uuid;
    let name = match record.kind {
        Kind::Campaign => model.campaigns.get(Id::new(uuid)).map(|it| it.name.clone()),
        Kind::User => model.users.get(Id::new(uuid)).map(|it| it.name.clone()),
        Kind::Pool => model.pools.get(Id::new(uuid)).map(|it| it.name.clone()),
        Kind::ImportBatch => model.import_batches.get(Id::new(uuid)).map(|it| it.file.clone()),
        Kind::CustomField => model.custom_fields.get(Id::new(uuid)).map(|it| it.name.clone()),
        Kind::CustomKind => model.custom_kinds.get(Id::new(uuid)).map(|it| it.name.clone()),
        Kind::SavedView => model.saved_views.get(Id::new(uuid)).map(|it| it.name.clone()),
        Kind::AssignmentRule => model.assignment_rules.get(Id::new(uuid)).map(|it| it.name.clone()),
        Kind::Pair => model.pairs.get(Id::new(uuid)).and_then(|pair| pair_label(model, pair)),
        Kind::Settings => Some(model.settings().company.clone()),
        kind => model
            .columns(kind)
            .and_then(|columns| columns.find(uuid))
            .map(|row| row_label(model, kind, row)),
    };
    let name = name.filter(|name| !name.is_empty());
    name.unwrap_or_else(|| uuid.simple().to_string().chars().take(SHORT_ID).collect())
}

/// The names of both records of a pair.
fn pair_label(model: &Model, pair: &Pair) -> Option<String> {
    let (a, b) = pair.records()?;
    Some(format!("{} – {}", label(model, a), label(model, b)))
}

/// What lists show for a row of a kind that grows; empty if there is nothing in memory.
fn row_label(model: &Model, kind: Kind, row: usize) -> String {
    let Some(columns) = model.columns(kind) else { return String::new() };
    let text = |tag| columns.text(tag, row);
    match kind {
        Kind::Lead if text(Lead::name).is_empty() => text(Lead::company).to_owned(),
        Kind::Activity => {
            let at = columns
                .number(Activity::at, row)
                .map(|at| Timestamp(at).day(model.settings().zone()));
            let at = at.map(|day| format!(" {day}")).unwrap_or_default();
            format!("{}{at}", text(Activity::kind))
        }
        Kind::Order => text(Order::number).to_owned(),
        Kind::Account => text(Account::name).to_owned(),
        Kind::Opportunity => text(Opportunity::name).to_owned(),
        // Leads and contacts share the fields of a person.
        _ => text(Lead::name).to_owned(),
    }
}

/// The records of a kind with that name, folded; of users, also with that login.
pub(super) fn named(model: &Model, kind: Kind, folded: &str) -> Vec<RecordId> {
    if folded.is_empty() {
        return Vec::new();
    }
    if let Some(columns) = model.columns(kind) {
        let rows = rows_of_first_line(columns, folded).into_iter();
        let rows = rows.filter(|row| fold(&row_label(model, kind, *row)) == folded);
        return rows.filter_map(|row| columns.id(row)).collect();
    }
    let is_it = |(_, names): &(RecordId, Vec<&str>)| names.iter().any(|name| fold(name) == folded);
    small_names(model, kind).into_iter().filter(is_it).map(|(record, _)| record).collect()
}

/// The records of a kind that stays small, each with its names; the first is the one to show.
pub(super) fn small_names(model: &Model, kind: Kind) -> Vec<(RecordId, Vec<&str>)> {
    fn of<'a, T: Record>(
        table: &'a Table<T>,
        names: impl Fn(&'a T) -> Vec<&'a str>,
    ) -> Vec<(RecordId, Vec<&'a str>)> {
        table.iter().map(|(id, record)| (id.record(), names(record))).collect()
    }
    match kind {
        Kind::Campaign => of(&model.campaigns, |it| vec![&it.name]),
        Kind::User => of(&model.users, |it| vec![&it.name, &it.login]),
        Kind::Pool => of(&model.pools, |it| vec![&it.name]),
        Kind::ImportBatch => of(&model.import_batches, |it| vec![&it.file]),
        Kind::CustomField => of(&model.custom_fields, |it| vec![&it.name]),
        Kind::CustomKind => of(&model.custom_kinds, |it| vec![&it.name]),
        Kind::SavedView => of(&model.saved_views, |it| vec![&it.name]),
        Kind::AssignmentRule => of(&model.assignment_rules, |it| vec![&it.name]),
        _ => Vec::new(),
    }
}

/// Whether records of a kind stand in a tree, so that `~` means something.
pub(super) fn is_tree(kind: Kind) -> bool {
    matches!(kind, Kind::Campaign | Kind::User | Kind::Account)
}

/// The records and all that stand under them: campaigns of a campaign, users a user leads, accounts of an
/// account. A circle does no harm.
pub(super) fn with_subtree(model: &Model, roots: Vec<RecordId>) -> Vec<RecordId> {
    let parents: Vec<(RecordId, RecordId)> = match roots.first().map(|root| root.kind) {
        Some(Kind::Campaign) => {
            let campaigns = model.campaigns.iter();
            campaigns.filter_map(|(id, it)| Some((id.record(), it.parent?.record()))).collect()
        }
        Some(Kind::User) => {
            let users = model.users.iter();
            users.filter_map(|(id, it)| Some((id.record(), it.manager?.record()))).collect()
        }
        Some(Kind::Account) => {
            let accounts = &model.accounts;
            let parent = |row| Some((accounts.id(row)?, accounts.link(Account::parent, row)?));
            accounts.rows().filter_map(parent).collect()
        }
        _ => return roots,
    };
    let mut found: BTreeSet<RecordId> = roots.iter().copied().collect();
    let mut fresh = roots;
    while !fresh.is_empty() {
        let parents_now: BTreeSet<RecordId> = fresh.into_iter().collect();
        let children = parents.iter().filter(|(_, parent)| parents_now.contains(parent));
        fresh = children.map(|(child, _)| *child).filter(|child| found.insert(*child)).collect();
    }
    found.into_iter().collect()
}
