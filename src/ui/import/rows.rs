//! What stands in the cells of the grid: what becomes of the row, and why in the cell it is about.

use std::collections::HashMap;

use eframe::egui::{Color32, Rect, Ui};

use super::{
    fields::FieldNames,
    grid::OWN,
    look_of,
    session::{Outcome, StagedTable},
    titles,
};
use crate::{
    domain::{Kind, RecordId, Row, Tag},
    engine::{Fate, With, take_card},
    exchange::{ColumnMap, Target},
    i18n::{Lang, text, text_with},
    query,
    ui::{
        Cx,
        importing::name_of,
        theme::{Tokens, Tone, measure},
        widgets::{Cell, Glyph, Ground, Pill, Rows},
    },
};

/// The rows of the grid that is being drawn.
pub(super) struct GridRows<'a, 'c> {
    pub cx: &'a mut Cx<'c>,
    pub table: &'a mut StagedTable,
    pub outcome: &'a Outcome,
    pub names: &'a FieldNames,
    /// What the row that is being drawn changes in someone known; none while that is being read.
    pub updates: Option<(u32, Option<Changes>)>,
}

/// Which fields of someone known a row changes: whether one was empty before.
pub(super) type Changes = HashMap<Tag, bool>;

impl Rows for GridRows<'_, '_> {
    fn header_height(&self) -> f32 {
        titles::HEIGHT
    }

    fn title(&mut self, ui: &mut Ui, _rect: Rect, column: usize) -> bool {
        let Some(map) = column.checked_sub(OWN).and_then(|at| self.map(at)).cloned() else {
            return false;
        };
        let of = (self.outcome, &map);
        titles::draw(ui, self.cx, self.table, of, self.names);
        true
    }

    fn ground(&self, line: usize) -> Option<Ground> {
        let place = self.table.view.place(&self.outcome.checked, line)?;
        let tokens = self.cx.tokens;
        let fate = self.outcome.checked.verdict(place).fate;
        let (_, _, tone) = look_of(fate, tokens);
        let fill = match fate {
            Fate::New => tokens.surface,
            _ => tokens.row(tone),
        };
        Some(Ground { fill, bar: tone.text })
    }

    fn draw(&mut self, cell: &mut Cell<'_>, line: usize, column: usize) {
        let Some(place) = self.table.view.place(&self.outcome.checked, line) else { return };
        match column {
            0 => {
                let number = self.table.held.number(place).to_string();
                cell.text(&number, cell.tokens().text_subdued);
            }
            1 => self.fate(cell, place),
            _ => self.value(cell, place, column - OWN),
        }
    }
}

impl GridRows<'_, '_> {
    fn map(&self, at: usize) -> Option<&ColumnMap> {
        self.outcome.stager.mapping.columns.get(at)
    }

    fn fate(&self, cell: &mut Cell<'_>, place: u32) {
        let fate = self.outcome.checked.verdict(place).fate;
        let (key, icon, tone) = look_of(fate, cell.tokens());
        let words = text(self.cx.lang, key);
        cell.pill(&Pill { text: &words, glyph: Glyph::Icon(icon), tone });
    }

    /// A value, with why it is a problem or what it changes.
    fn value(&mut self, cell: &mut Cell<'_>, place: u32, at: usize) {
        let Some(map) = self.map(at).cloned() else { return };
        let column = map.index as u32;
        let words = self.table.text(place, column).to_owned();
        let checked = &self.outcome.checked;
        let tokens = cell.tokens();
        if let Some(problem) = checked.problem(&self.outcome.stager.mapping, place, column) {
            let tone = if problem.rejects { tokens.bad() } else { tokens.doubtful() };
            let reason = text(self.cx.lang, &short(problem.code));
            return cell.remarked(&words, &reason, tone.text, Some(tone.text));
        }
        if let Some((reason, tone)) = self.whole(tokens, place, map.target) {
            let frame = (tone == tokens.bad()).then_some(tone.text);
            return cell.remarked(&words, &reason, tone.text, frame);
        }
        if let Some((reason, color)) = self.update(tokens, place, map.target) {
            return cell.remarked(&words, &reason, color, None);
        }
        let is_left_out = map.target.is_none_or(|target| target.name == "ignore");
        cell.text(&words, if is_left_out { tokens.text_subdued } else { tokens.text });
    }

    /// What is to be said of a row as a whole, in the first column that says who it is.
    fn whole(
        &self,
        tokens: &Tokens,
        place: u32,
        target: Option<&'static Target>,
    ) -> Option<(String, Tone)> {
        let names = |target: &&Target| matches!(target.name, "company" | "name" | "family_name");
        let mapped = self.outcome.stager.mapping.columns.iter().filter_map(|map| map.target);
        let first = mapped.clone().find(names).or_else(|| mapped.clone().next())?;
        target.filter(|target| *target == first)?;
        let lang = self.cx.lang;
        let checked = &self.outcome.checked;
        let verdict = checked.verdict(place);
        let (_, _, tone) = look_of(verdict.fate, tokens);
        let words = match verdict.fate {
            Fate::Error => {
                let problems = checked.problems.get(&place)?;
                let whole = problems.iter().find(|it| it.rejects && it.column.is_empty())?;
                text(lang, &short(whole.code)).into_owned()
            }
            Fate::Update => match verdict.with {
                With::Earlier(..) => with_words(self.cx, (self.table, self.outcome), verdict.with)?,
                _ => return None,
            },
            Fate::Duplicate => with_row(lang, "fate-same-row", self.number_of(verdict.with)?),
            Fate::Conflict => {
                let found = checked.found.get(&place)?;
                let code = found.for_.first()?.code;
                let evidence = text(lang, &format!("evidence-{code}")).into_owned();
                match verdict.with {
                    With::Row(_) => with_row(lang, "fate-like-row", self.number_of(verdict.with)?),
                    _ => evidence,
                }
            }
            _ => return None,
        };
        Some((words, tone))
    }

    fn number_of(&self, with: With) -> Option<u32> {
        match with {
            With::Row(place) => Some(self.table.held.number(place)),
            _ => None,
        }
    }

    /// What a value changes in someone known.
    fn update(
        &mut self,
        tokens: &Tokens,
        place: u32,
        target: Option<&'static Target>,
    ) -> Option<(String, Color32)> {
        let verdict = self.outcome.checked.verdict(place);
        let (Fate::Update, With::Record(record), Some(target)) =
            (verdict.fate, verdict.with, target)
        else {
            return None;
        };
        if self.updates.as_ref().is_none_or(|(of, _)| *of != place) {
            let changes = self.cx.row(record).map(|row| self.changes(place, (record, row)));
            self.updates = Some((place, changes));
        }
        let (_, changes) = self.updates.as_ref()?;
        let was_empty = changes.as_ref()?.get(&tag_of(target)?)?;
        let key = if *was_empty { "fate-fills" } else { "fate-adds" };
        Some((text(self.cx.lang, key).into_owned(), tokens.info))
    }

    /// Which fields of someone known a row changes, and whether each was empty before.
    fn changes(&self, place: u32, (record, before): (RecordId, Row)) -> Changes {
        let card = self.outcome.stager.staged(place, &self.table.held.line(place)).lead;
        let mut after = before.clone();
        let how = (self.table.view.on_match, self.cx.now());
        take_card(self.cx.model, (record, &mut after), &card, how);
        let changed = after.iter().filter(|(tag, value)| before.get(*tag) != *value);
        changed.map(|(tag, _)| (tag, before.get(tag).is_empty())).collect()
    }
}

/// The field of a lead that a target is kept in.
pub(super) fn tag_of(target: &Target) -> Option<Tag> {
    if let Some(own) = target.own {
        return Some(own.tag);
    }
    let name = match target.name {
        "mobile" | "phone" | "phone_ext" | "fax" => "phones",
        "email" => "emails",
        "qq" | "skype" | "facebook" => "handles",
        "country" | "region" | "city" | "street" | "postcode" => "address",
        "consent" => "consent_at",
        name => name,
    };
    Kind::Lead.field(name).map(|field| field.tag)
}

/// The key of what is wrong, in few words.
pub(super) fn short(code: &str) -> String {
    format!("short-{code}")
}

fn with_row(lang: Lang, key: &str, row: u32) -> String {
    text_with(lang, key, &[("row", u64::from(row).into())]).into_owned()
}

/// Whom a row is like, in words.
pub(super) fn with_words(
    cx: &Cx<'_>,
    (table, outcome): (&StagedTable, &Outcome),
    with: With,
) -> Option<String> {
    match with {
        With::Nobody => None,
        With::Record(record) => Some(query::label(cx.model, record)),
        With::Row(place) => Some(with_row(cx.lang, "report-row", table.held.number(place))),
        With::Earlier(..) => outcome.earlier_row(with).map(|(earlier, place)| {
            let row = with_row(cx.lang, "report-row", earlier.held.number(place));
            format!("{} · {row}", name_of(&earlier.held.path))
        }),
    }
}

/// The height of a line of words in the side panel.
pub(super) const LINE: f32 = measure::PILL + 4.0;
