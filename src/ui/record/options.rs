//! What may be chosen for a field: values of a list, people, records.

use crate::{
    domain::{Choices, Kind, RecordId, fold::fold},
    i18n::text,
    query,
    ui::{
        Cx,
        questions::{Answer, Question},
        shown::choice,
        widgets::PickOption,
    },
};

/// Entries a list offers at most.
const MOST: usize = 40;

/// Something that may be chosen, and what it stands for.
pub(super) type Offer<T> = (T, PickOption);

/// The values of a list that fit what was typed; the first takes the choice back, if there is one.
pub(super) fn of_list(
    cx: &Cx<'_>,
    (choices, own): (&Choices, &[String]),
    typed: &str,
    chosen: &[&str],
) -> Vec<Offer<String>> {
    let wanted = fold(typed);
    let shipped = choices.values.iter().copied();
    let ids = shipped.chain(own.iter().map(String::as_str)).chain(chosen.iter().copied());
    let mut seen: Vec<&str> = Vec::new();
    let mut offers = Vec::new();
    for id in ids.filter(|id| !id.is_empty()) {
        let label = choice(cx.lang, choices.name, id);
        if seen.contains(&id) || !fold(&label).contains(&wanted) {
            continue;
        }
        seen.push(id);
        let is_chosen = chosen.contains(&id);
        offers.push((id.to_owned(), PickOption { label, is_chosen, ..PickOption::default() }));
    }
    offers
}

/// The records of a kind that fit what was typed. Of kinds that grow nothing is offered before the first
/// letter.
pub(super) fn of_kind(cx: &mut Cx<'_>, kind: Kind, typed: &str) -> Vec<Offer<RecordId>> {
    let records = match cx.model.columns(kind) {
        None => small(cx, kind, typed),
        Some(_) if typed.trim().is_empty() => Vec::new(),
        Some(_) => match cx.answer(Question::Find(kind, typed.trim().to_owned())).as_deref() {
            Some(Answer::Records(records)) => records.clone(),
            _ => Vec::new(),
        },
    };
    records.into_iter().map(|record| (record, option_of(cx, record))).collect()
}

/// A record among others: its name, and what tells it from others of that name.
pub(super) fn option_of(cx: &Cx<'_>, record: RecordId) -> PickOption {
    let label = query::label(cx.model, record);
    PickOption { label, hint: hint(cx, record), is_chosen: false }
}

fn small(cx: &Cx<'_>, kind: Kind, typed: &str) -> Vec<RecordId> {
    use crate::domain::User;
    let wanted = fold(typed);
    let rows = cx.model.small_rows(kind).into_iter();
    let is_active =
        |row: &crate::domain::Row| kind != Kind::User || row.get(User::inactive).is_empty();
    let fits = |record: RecordId| fold(&query::label(cx.model, record)).contains(&wanted);
    let records = rows.filter(|(_, row)| is_active(row)).map(|(record, _)| record);
    // What was made last is the most likely to be meant.
    records.filter(|record| fits(*record)).rev().take(MOST).collect()
}

fn hint(cx: &Cx<'_>, record: RecordId) -> String {
    use crate::domain::{Account, Id, Lead, Opportunity, User};
    let (model, uuid) = (cx.model, record.uuid);
    let of_row = |tag| {
        let columns = model.columns(record.kind)?;
        Some((columns, columns.find(uuid)?, tag))
    };
    match record.kind {
        Kind::User => model
            .users
            .get(Id::<User>::new(uuid))
            .map_or_else(String::new, |user| choice(cx.lang, "role", user.role.id())),
        Kind::Lead => of_row(Lead::company)
            .map_or_else(String::new, |(columns, row, tag)| columns.text(tag, row).to_owned()),
        Kind::Account => of_row(Account::tax_id)
            .map_or_else(String::new, |(columns, row, tag)| columns.text(tag, row).to_owned()),
        Kind::Opportunity => of_row(Opportunity::account)
            .and_then(|(columns, row, tag)| columns.link(tag, row))
            .map_or_else(String::new, |account| query::label(model, account)),
        _ => String::new(),
    }
}

/// What is said where nothing fits.
pub(super) fn nothing(cx: &Cx<'_>, is_grown: bool, typed: &str) -> String {
    let key = if is_grown && typed.trim().is_empty() { "pick-type" } else { "pick-nothing" };
    text(cx.lang, key).into_owned()
}
