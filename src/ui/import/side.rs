//! One row: what is wrong with it, whom it is like and why, and what a person decides.

use std::sync::{Arc, Weak};

use eframe::egui::{Align, Frame, Key, Layout, Margin, Modifiers, ScrollArea, Ui, vec2};

use super::{
    look_of,
    rows::{LINE, with_words},
    session::{Outcome, StagedTable},
};
use crate::{
    domain::{
        Decision, Fields as _, Kind, Lead, Row, Tag,
        match_evidence::{Match, Weights, compare},
    },
    engine::{Fate, Verdict, With},
    exchange::{Checked, Understood},
    i18n::{text, text_with},
    query,
    ui::{
        Cx,
        shown::shown,
        theme::{measure, page, size, space},
        widgets::{Button, Glyph, Pill, Tick, checkbox, icons, label, paragraph, rule},
    },
};

/// Draws the row that was chosen.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, table: &mut StagedTable, outcome: &Outcome) {
    let Some(place) = table.view.chosen else { return };
    let verdict = outcome.checked.verdict(place);
    ScrollArea::vertical().id_salt("staging side").auto_shrink(false).show(ui, |ui| {
        part(ui, |ui| {
            head(ui, cx, table, outcome, (place, verdict));
            reasons(ui, cx, outcome, (place, verdict));
        });
        rule(ui);
        let card = outcome.stager.staged(place, &table.held.line(place)).lead;
        let other = other(cx, table, outcome, verdict.with);
        part(ui, |ui| compared(ui, cx, (table, outcome), (&card, other.as_ref()), verdict));
        if let Some(row) = &other {
            let found = outcome.checked.found.get(&place).cloned();
            if let Some(found) = found.or_else(|| likeness(cx, &card, (verdict.with, row))) {
                rule(ui);
                part(ui, |ui| evidence(ui, cx, &found));
            }
        }
        rule(ui);
        part(ui, |ui| decisions(ui, cx, table, outcome, (place, verdict)));
    });
}

fn part(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    let margin = Margin::symmetric(space::LARGE as i8, space::SMALL as i8);
    Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::TINY;
        add(ui);
    });
}

fn head(
    ui: &mut Ui,
    cx: &Cx<'_>,
    table: &mut StagedTable,
    outcome: &Outcome,
    (place, verdict): (u32, Verdict),
) {
    ui.horizontal(|ui| {
        let (key, icon, tone) = look_of(verdict.fate, cx.tokens);
        let words = text(cx.lang, key);
        ui.add(Pill { text: &words, glyph: Glyph::Icon(icon), tone });
        let number = u64::from(table.held.number(place));
        let words = text_with(cx.lang, "report-row", &[("row", number.into())]);
        label(ui, &words, size::BODY_STRONG, cx.tokens.text);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let words = text(cx.lang, "staging-close");
            if ui.add(Button::icon_only(icons::X, &words)).clicked() {
                table.view.chosen = None;
            }
            for (icon, key, by) in [
                (icons::CHEVRON_DOWN, "staging-row-next", 1_i64),
                (icons::CHEVRON_UP, "staging-row-before", -1),
            ] {
                let words = text(cx.lang, key);
                if ui.add(Button::icon_only(icon, &words)).clicked() {
                    let line = table.view.table.cursor.unwrap_or_default() as i64 + by;
                    let line = usize::try_from(line).unwrap_or_default();
                    if let Some(place) = table.view.place(&outcome.checked, line) {
                        table.view.go(&outcome.checked, place);
                    }
                }
            }
        });
    });
}

/// What becomes of the row, in a sentence, and what is wrong with it.
fn reasons(ui: &mut Ui, cx: &Cx<'_>, outcome: &Outcome, (place, verdict): (u32, Verdict)) {
    let key = match verdict.fate {
        Fate::New => "fate-new-hint",
        Fate::Update => "fate-update-hint",
        Fate::Duplicate => "fate-duplicate-hint",
        Fate::Conflict => "fate-conflict-hint",
        Fate::Skip => "fate-skip-hint",
        Fate::Error => "fate-error-hint",
    };
    paragraph(ui, &text(cx.lang, key), size::BODY, cx.tokens.text);
    for problem in outcome.checked.problems.get(&place).into_iter().flatten() {
        let reason = text(cx.lang, &format!("problem-{}", problem.code));
        let words = match problem.column.is_empty() {
            true => reason.into_owned(),
            false => format!("{}: {reason}", problem.column),
        };
        let color = if problem.rejects { cx.tokens.danger } else { cx.tokens.warning };
        paragraph(ui, &words, size::SMALL, color);
    }
}

/// The record of whom a row is compared with, as the viewer may see it; none while it is being read.
fn other(cx: &mut Cx<'_>, table: &StagedTable, outcome: &Outcome, with: With) -> Option<Row> {
    match with {
        With::Nobody => None,
        With::Earlier(..) => {
            let (Understood { held, stager }, place) = outcome.earlier_row(with)?;
            Some(stager.staged(place, &held.line(place)).lead.into_row())
        }
        With::Record(record) => cx.row(record),
        With::Row(place) => {
            let lead = outcome.stager.staged(place, &table.held.line(place)).lead;
            Some(lead.into_row())
        }
    }
}

/// The fields that are compared, in their order.
const COMPARED: [Tag; 8] = [
    Lead::name,
    Lead::company,
    Lead::job_title,
    Lead::department,
    Lead::phones,
    Lead::emails,
    Lead::address,
    Lead::notes,
];

/// The row, and beside it whom it is like.
fn compared(
    ui: &mut Ui,
    cx: &Cx<'_>,
    of: (&StagedTable, &Outcome),
    (card, other): (&Lead, Option<&Row>),
    verdict: Verdict,
) {
    let tokens = cx.tokens;
    let card = card.to_row();
    let kind = match verdict.with {
        With::Record(record) => record.kind,
        _ => Kind::Lead,
    };
    let width = (ui.available_width() - page::SIDE_LABEL) / if other.is_some() { 2.0 } else { 1.0 };
    if let (Some(_), Some(words)) = (other, with_words(cx, of, verdict.with)) {
        ui.horizontal(|ui| {
            ui.add_space(page::SIDE_LABEL - space::SMALL);
            value(ui, &text(cx.lang, "staging-of-file"), width, tokens.text_subdued);
            value(ui, &words, width, tokens.text_subdued);
        });
    }
    let own = outcome_tags(card.iter().map(|(tag, _)| tag));
    for tag in COMPARED.into_iter().chain(own) {
        let Some(field) = cx.model.fields(Kind::Lead).find(|field| field.tag == tag) else {
            continue;
        };
        let of_kind = kind == Kind::Lead || tag < 50;
        let mine = shown(cx.model, cx.lang, &field.shape, card.get(tag)).replace('\n', ", ");
        let theirs = other
            .filter(|_| of_kind)
            .map(|row| shown(cx.model, cx.lang, &field.shape, row.get(tag)).replace('\n', ", "));
        if mine.is_empty() && theirs.as_ref().is_none_or(String::is_empty) {
            continue;
        }
        let is_other = |theirs: &String| !theirs.is_empty() && *theirs != mine;
        let differs = !mine.is_empty() && theirs.as_ref().is_some_and(is_other);
        let color = if differs { tokens.warning } else { tokens.text };
        ui.horizontal(|ui| {
            let name = query::field_label(cx.model, Kind::Lead, field.name, cx.lang);
            value(ui, &name, page::SIDE_LABEL - space::SMALL, tokens.text_subdued);
            value(ui, &mine, width, color);
            if let Some(theirs) = theirs {
                value(ui, &theirs, width, color);
            }
        });
    }
}

/// Fields that are not compared but stand on the card: those that users made.
fn outcome_tags(tags: impl Iterator<Item = Tag>) -> Vec<Tag> {
    tags.filter(|tag| *tag >= crate::domain::FIRST_CUSTOM_TAG).collect()
}

fn value(ui: &mut Ui, words: &str, width: f32, color: eframe::egui::Color32) {
    let layout = Layout::left_to_right(Align::Center);
    ui.allocate_ui_with_layout(vec2(width - space::SMALL, LINE), layout, |ui| {
        ui.set_min_width(width - space::SMALL);
        label(ui, words, size::SMALL, color);
    });
}

/// How like a row is to whom it was taken for.
fn likeness(cx: &Cx<'_>, card: &Lead, (with, row): (With, &Row)) -> Option<Match> {
    let kind = match with {
        With::Record(record) => record.kind,
        _ => Kind::Lead,
    };
    let other = cx.model.identity_of(kind, row)?;
    let card = crate::domain::identity_of_lead(card);
    Some(compare(&card, &other, &Weights::of(cx.model.settings())))
}

/// What speaks for one person and what against it, with what each weighs.
fn evidence(ui: &mut Ui, cx: &Cx<'_>, found: &Match) {
    let tokens = cx.tokens;
    ui.horizontal(|ui| {
        label(ui, &text(cx.lang, "staging-evidence"), size::SMALL_STRONG, tokens.text);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let same = u64::from(Weights::of(cx.model.settings()).same_from);
            let args = [("score", u64::from(found.score).into()), ("same", same.into())];
            let words = text_with(cx.lang, "staging-score", &args);
            label(ui, &words, size::SMALL, tokens.text_subdued);
        });
    });
    for it in found.for_.iter().chain(&found.against) {
        let is_for = it.weight >= 0;
        let color = if is_for { tokens.success } else { tokens.danger };
        ui.horizontal(|ui| {
            ui.set_height(LINE);
            let extent = vec2(crate::ui::theme::icon::TINY, crate::ui::theme::icon::TINY);
            let (rect, _) = ui.allocate_exact_size(extent, eframe::egui::Sense::hover());
            let icon = if is_for { icons::PLUS } else { icons::MINUS };
            icon.paint(ui.painter(), rect.center(), crate::ui::theme::icon::TINY, color);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let sign = if is_for { "+" } else { "−" };
                label(ui, &format!("{sign}{}", it.weight.unsigned_abs()), size::SMALL, color);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let words = text(cx.lang, &format!("evidence-{}", it.code));
                    label(ui, &words, size::SMALL, tokens.text);
                });
            });
        });
    }
}

/// What a person can decide of a row, with the keys that do the same.
fn decisions(
    ui: &mut Ui,
    cx: &Cx<'_>,
    table: &mut StagedTable,
    outcome: &Outcome,
    (place, verdict): (u32, Verdict),
) {
    let same = match verdict.with {
        With::Record(record) => Some(Decision::Known(record)),
        With::Row(row) => Some(Decision::Row(row)),
        With::Nobody | With::Earlier(..) => None,
    };
    let decided = table.adjustments.decision(place);
    let is_error = verdict.fate == Fate::Error;
    let is_plain = verdict.fate == Fate::New && decided.is_none();
    let offered = [
        (Some(Decision::New).filter(|_| !is_error && !is_plain), "decide-new", Key::Num1, "1"),
        (same.filter(|_| !is_error), "decide-same", Key::Num2, "2"),
        (Some(Decision::Skip), "decide-skip", Key::Num3, "3"),
    ];
    let is_free = ui.memory(|memory| memory.focused().is_none()) || !ui.ctx().text_edit_focused();
    for (decision, key, pressed, cap) in offered {
        let Some(decision) = decision else { continue };
        let words = text(cx.lang, key);
        let button = Button::secondary(&words).shortcut(cap).pressed(decided == Some(decision));
        let is_pressed =
            is_free && ui.input_mut(|input| input.consume_key(Modifiers::NONE, pressed));
        if ui.add(button).clicked() || is_pressed {
            decide(table, outcome, place, decision);
        }
    }
    if decided.is_some() {
        let words = text(cx.lang, "decide-back");
        if ui.add(Button::quiet(&words).with_icon(icons::UNDO)).clicked() {
            table.put_right(|it| it.decide(place, None));
        }
    }
    let alike = alike(table, outcome, place).len().saturating_sub(1);
    if alike > 0 {
        let words = text_with(cx.lang, "decide-alike", &[("rows", alike.into())]);
        let tick = if table.view.is_for_all { Tick::All } else { Tick::None };
        if checkbox(ui, tick, &words).clicked() {
            table.view.is_for_all = !table.view.is_for_all;
        }
    }
    ui.add_space(measure::BUTTON / 2.0);
}

/// Rows of which a person has to decide with the same evidence, the row itself among them. They are looked for
/// once for each row and check.
fn alike<'a>(table: &'a mut StagedTable, outcome: &Outcome, place: u32) -> &'a [u32] {
    let checked = &outcome.checked;
    let is_known = |(of, check, _): &(u32, Weak<Checked>, Vec<u32>)| {
        *of == place && std::ptr::eq(check.as_ptr(), Arc::as_ptr(checked))
    };
    if !table.view.alike.as_ref().is_some_and(is_known) {
        let codes = |found: &Match| -> Vec<&'static str> {
            found.for_.iter().chain(&found.against).map(|it| it.code).collect()
        };
        let own = checked.found.get(&place).map(codes);
        let same = |other: &&u32| own.is_some() && checked.found.get(*other).map(codes) == own;
        let rows = checked.rows(Fate::Conflict).iter().filter(same).copied().collect();
        table.view.alike = Some((place, Arc::downgrade(checked), rows));
    }
    table.view.alike.as_ref().map_or(&[], |(_, _, rows)| rows.as_slice())
}

/// Decides of a row, and of those like it if a person wants that.
fn decide(table: &mut StagedTable, outcome: &Outcome, place: u32, decision: Decision) {
    let rows = match table.view.is_for_all {
        true => alike(table, outcome, place).to_vec(),
        false => vec![place],
    };
    let is_same = matches!(decision, Decision::Known(_) | Decision::Row(_));
    table.put_right(|it| {
        for row in rows {
            let own = match outcome.checked.verdict(row).with {
                With::Record(record) if is_same => Decision::Known(record),
                With::Row(earlier) if is_same => Decision::Row(earlier),
                _ => decision,
            };
            it.decide(row, Some(own));
        }
    });
    table.view.is_for_all = false;
}
