//! Cells of leads that say more than their field: who it is, how good, where it stands, whose it is.

use super::{ListField, cells::ListRows};
use crate::{
    domain::{DAY_MS, Id, Lead, Stage, Timestamp},
    i18n::{Lang, text, text_with},
    query::Derived,
    ui::{
        Place,
        shown::choice,
        widgets::{Cell, Glyph, Pill, icons},
    },
};

/// Draws the cell of a lead, if it is one of these.
pub(super) fn draw(
    rows: &mut ListRows<'_, '_>,
    cell: &mut Cell<'_>,
    row: u32,
    field: ListField,
) -> bool {
    match field {
        ListField::Derived(Derived::Score) => {
            let score = rows.cx.model.score(row as usize, rows.cx.now());
            cell.score(&score.to_string(), rows.cx.model.grade(row as usize));
        }
        ListField::Stored(info) if info.tag == Lead::name => name(rows, cell, row),
        ListField::Stored(info) if info.tag == Lead::stage => {
            stage(cell, rows.cx.lang, rows.cx.model.leads.text(Lead::stage, row as usize));
        }
        ListField::Stored(info) if info.tag == Lead::owner => owner(rows, cell, row as usize),
        _ => return false,
    }
    true
}

/// Name, the name in Latin letters, and the company below.
fn name(rows: &mut ListRows<'_, '_>, cell: &mut Cell<'_>, row: u32) {
    let latin = rows.whole(row).and_then(|whole| whole.get(Lead::latin_name).as_text());
    let latin = latin.map(ToOwned::to_owned).unwrap_or_default();
    let leads = &rows.cx.model.leads;
    let text_of = |tag| leads.text(tag, row as usize);
    match (text_of(Lead::name), text_of(Lead::company)) {
        ("", "") => cell.text(&text(rows.cx.lang, "lead-nameless"), cell.tokens().text_subdued),
        ("", company) => cell.two_lines(company, "", &text(rows.cx.lang, "lead-nameless")),
        (name, company) => cell.two_lines(name, if latin == name { "" } else { &latin }, company),
    }
}

/// Whose it is; in a pool, since when.
fn owner(rows: &ListRows<'_, '_>, cell: &mut Cell<'_>, row: usize) {
    let model = rows.cx.model;
    let owner = model.leads.link(Lead::owner, row).and_then(Id::of);
    if let Some(user) = owner.and_then(|id| model.users.get(id)) {
        return cell.person(&user.name);
    }
    let pool = model.leads.link(Lead::pool, row).and_then(Id::of);
    let Some(pool) = pool.and_then(|id| model.pools.get(id)) else { return };
    let entered = model.leads.number(Lead::entered_pool_at, row).map(Timestamp);
    match entered.filter(|_| rows.cx.here == Place::Pool) {
        Some(entered) => cell.place(icons::WAVES, &age(rows.cx.now(), entered, rows.cx.lang)),
        None => cell.place(icons::WAVES, &pool.name),
    }
}

/// How long ago something was.
fn age(now: Timestamp, then: Timestamp, lang: Lang) -> String {
    let passed = now.0.saturating_sub(then.0).max(0);
    let (key, count) = match passed {
        passed if passed < DAY_MS => ("age-hours", passed / (DAY_MS / 24)),
        passed => ("age-days", passed / DAY_MS),
    };
    let count = u64::try_from(count).unwrap_or_default();
    text_with(lang, key, &[("count", count.into())]).into_owned()
}

fn stage(cell: &mut Cell<'_>, lang: Lang, id: &str) {
    let stage = Stage::of_id(id).unwrap_or_default();
    let words = choice(lang, "stage", stage.id());
    let tone = cell.tokens().stage(stage);
    cell.pill(&Pill { text: &words, glyph: glyph(stage), tone });
}

/// The glyph of a stage: a pie that fills up, or what became of the lead.
pub(in crate::ui) fn glyph(stage: Stage) -> Glyph {
    match stage {
        Stage::Unsorted => Glyph::Dashes,
        Stage::Usable => Glyph::Quarters(1),
        Stage::Mql => Glyph::Quarters(2),
        Stage::Sql => Glyph::Quarters(3),
        Stage::Converted => Glyph::Icon(icons::CIRCLE_CHECK),
        Stage::Nurturing => Glyph::Icon(icons::MOON),
        Stage::Disqualified => Glyph::Icon(icons::BAN),
        Stage::Merged => Glyph::Icon(icons::MERGE),
    }
}
