//! What stands in the rows of a list: any field of any kind, by what it holds.

use super::{Asking, Line, Lines, ListField, Selection, leads, values};
use crate::{
    domain::{Currency, Kind, Phone, RecordId, Row, Shape, Value, main_phone, parts},
    i18n::{grouped, text},
    query::Derived,
    ui::{
        Cx, days,
        shown::{choice, shown},
        theme::{Tokens, Tone},
        widgets::{Cell, Glyph, Heading, Pill, Rows, icons},
    },
};

/// The rows of a list that is being drawn.
pub(super) struct ListRows<'a, 'c> {
    pub cx: &'a mut Cx<'c>,
    pub list: &'a Asking,
    pub lines: &'a Lines,
    pub selection: &'a Selection,
    pub fields: &'a [ListField],
    /// The whole record of the row that is being drawn, once it was asked for.
    pub whole: Option<(u32, Option<Row>)>,
}

impl Rows for ListRows<'_, '_> {
    fn draw(&mut self, cell: &mut Cell<'_>, line: usize, column: usize) {
        let (Some(row), Some(field)) = (self.row_at(line), self.fields.get(column)) else { return };
        match (self.kind(), *field) {
            // What it follows from is still being read.
            (_, ListField::Derived(_)) if !self.cx.model.is_whole() => cell.waiting(),
            (Kind::Lead, field) if leads::draw(self, cell, row, field) => {}
            (_, ListField::Derived(derived)) => self.derived(cell, row, derived),
            (kind, ListField::Stored(info)) => match self.value(row, *field) {
                None => cell.waiting(),
                Some(value) => draw(cell, self.cx, (kind, info.name), (&info.shape, &value)),
            },
        }
    }

    fn heading(&self, line: usize) -> Option<Heading> {
        let Some(Line::Heading(at)) = self.lines.at(&self.list.answer, line) else { return None };
        let group = self.list.answer.groups.get(at)?;
        let words = values::group_label(self.cx, &self.list.question, &group.value);
        Some(Heading {
            text: words,
            count: grouped(group.rows.len() as u64),
            is_folded: self.lines.is_folded(group),
        })
    }

    fn is_ticked(&self, line: usize) -> bool {
        self.row_at(line).is_some_and(|row| self.selection.has(row))
    }
}

impl ListRows<'_, '_> {
    fn kind(&self) -> Kind {
        self.list.question.kind
    }

    fn row_at(&self, line: usize) -> Option<u32> {
        match self.lines.at(&self.list.answer, line)? {
            Line::Row(place) => self.list.answer.rows().get(place).copied(),
            Line::Heading(_) => None,
        }
    }

    /// The value of a field; none while it is being read.
    pub fn value(&mut self, row: u32, field: ListField) -> Option<Value> {
        let ListField::Stored(info) = field else { return Some(Value::Empty) };
        let kind = self.kind();
        if let Some(known) = values::at_hand(self.cx, &self.list.answer, kind, (row, info)) {
            return Some(known);
        }
        Some(self.whole(row)?.get(info.tag).clone())
    }

    /// The whole record of a row, as the viewer may see it; none while it is being read.
    pub fn whole(&mut self, row: u32) -> Option<&Row> {
        if self.whole.as_ref().is_none_or(|(of, _)| *of != row) {
            let record = self.list.answer.record(self.cx.model, self.kind(), row);
            self.whole = Some((row, record.and_then(|record| self.cx.row(record))));
        }
        self.whole.as_ref().and_then(|(_, whole)| whole.as_ref())
    }

    fn derived(&self, cell: &mut Cell<'_>, row: u32, derived: Derived) {
        let number = values::derived(self.cx, row, derived);
        let words = values::derived_label(self.cx.lang, derived, number);
        cell.text(&words, cell.tokens().text);
    }
}

/// Draws a value by what it holds.
fn draw(
    cell: &mut Cell<'_>,
    cx: &Cx<'_>,
    (kind, name): (Kind, &str),
    (shape, value): (&Shape, &Value),
) {
    let (color, subdued) = (cell.tokens().text, cell.tokens().text_subdued);
    let zone = cx.model.settings().zone();
    match (shape, value) {
        (_, Value::Empty) => {}
        (_, Value::Flag(true)) => cell.sign(icons::CHECK, &text(cx.lang, "value-yes")),
        (_, Value::Flag(false)) => cell.text(&text(cx.lang, "value-no"), subdued),
        (_, Value::At(at)) => cell.text(&days::near(*at, cx.now(), zone, cx.lang), subdued),
        (Shape::Choice(choices), Value::Choice(id)) => {
            let words = choice(cx.lang, choices.name, id);
            match state(cell.tokens(), choices.name, id) {
                Some((tone, glyph)) => cell.pill(&Pill { text: &words, glyph, tone }),
                None => cell.text(&words, color),
            }
        }
        (_, Value::Text(id))
            if kind == Kind::Opportunity && ["stage", "pipeline"].contains(&name) =>
        {
            let list = if name == "stage" { "pipeline_stage" } else { name };
            cell.text(&choice(cx.lang, list, id), color);
        }
        (_, Value::Int(number)) if name == "probability" => {
            cell.text(&format!("{number} %"), color);
        }
        (_, Value::Link(record)) => link(cell, cx, *record),
        (_, Value::List(_)) if name == "phones" => phone(cell, value),
        (_, Value::Money(money)) if money.currency == base(cx) => {
            cell.text(&crate::ui::shown::decimal(money.amount), color);
        }
        (_, Value::List(_)) => {
            let words = shown(cx.model, cx.lang, shape, value).replace('\n', ", ");
            cell.text(&words, color);
        }
        _ => cell.text(&shown(cx.model, cx.lang, shape, value), color),
    }
}

fn base(cx: &Cx<'_>) -> Currency {
    cx.model.settings().base_currency()
}

fn link(cell: &mut Cell<'_>, cx: &Cx<'_>, record: RecordId) {
    let name = crate::query::label(cx.model, record);
    match record.kind {
        Kind::User => cell.person(&name),
        Kind::Pool => cell.place(icons::WAVES, &name),
        _ => cell.text(&name, cell.tokens().text),
    }
}

/// The number one would call: the others are on the record's page.
fn phone(cell: &mut Cell<'_>, value: &Value) {
    let phones: Vec<Phone> = parts(value).collect();
    let Some(phone) = main_phone(&phones).or(phones.first()) else { return };
    if phone.state.is_bad() {
        cell.dead_text(&phone.raw);
    } else {
        cell.text(&phone.raw, cell.tokens().text);
    }
}

/// The colours and the sign of a state.
fn state(tokens: &Tokens, list: &str, id: &str) -> Option<(Tone, Glyph)> {
    let (tone, icon) = match (list, id) {
        ("outcome", "won") | ("order_status", "confirmed") => (tokens.good(), icons::CIRCLE_CHECK),
        ("campaign_status", "active") => (tokens.good(), icons::CIRCLE_CHECK),
        ("outcome", "lost") | ("order_status", "cancelled") => (tokens.bad(), icons::BAN),
        ("campaign_status", "aborted") => (tokens.bad(), icons::BAN),
        ("order_status", "awaiting_approval") => (tokens.doubtful(), icons::CIRCLE_HELP),
        ("outcome", "open") => return Some((tokens.told(), Glyph::Quarters(2))),
        ("order_status", "draft") | ("campaign_status", "planned") => {
            return Some((tokens.neutral(), Glyph::Dashes));
        }
        ("campaign_status", "completed") => (tokens.neutral(), icons::CHECK),
        _ => return None,
    };
    Some((tone, Glyph::Icon(icon)))
}
