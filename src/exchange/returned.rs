//! A file that was handed out as a workbook and comes back, as a workbook or saved as csv.
//!
//! Its last column is hidden and holds the ids of the records; the label of that column says what
//! they are and how much of the history the file knows. So a changed cell is one that differs from
//! what stood in it then, and not one that differs from what stands there now.

use std::path::Path;

use serde_json::{Map, Value as Json};
use uuid::Uuid;

use super::{
    Past, parse_date, picks::value_of, shown_field, shown_value, staging::reported, stopped,
    tidy::bare,
};
use crate::{
    domain::{
        ActivityOutcome, Draft, FieldInfo, Kind, Line, Problem, RecordId, Row, Shape, Timestamp,
        Value, parse_value, value_from_json, value_to_json,
    },
    engine::{CellChange, OUTCOME, ReportedProblem, RowChange, TakeChanges},
    error::Result,
    i18n::{self, Lang},
    model::Model,
    query::{Viewer, field_label},
};

/// What a file says of the records in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Their kind.
    pub kind: Kind,
    /// The last command of the history that the file knows.
    pub since: u64,
    /// The language of its labels.
    pub lang: Lang,
}

/// How the label of the hidden column begins.
const WORD: &str = "fairlead";

impl Mark {
    /// The label of the hidden column.
    pub fn label(&self) -> String {
        format!("{WORD} {} {} {}", self.kind.name(), self.since, self.lang.code())
    }

    /// Reads a label; none if it is that of any other column.
    pub fn of_label(label: &str) -> Option<Self> {
        let mut words = label.split(' ');
        if words.next() != Some(WORD) {
            return None;
        }
        let kind = Kind::of_name(words.next()?)?;
        let since = words.next()?.parse().ok()?;
        let code = words.next()?;
        let lang = *Lang::ALL.iter().find(|lang| lang.code() == code)?;
        words.next().is_none().then_some(Self { kind, since, lang })
    }

    /// Where the hidden column of a table stands, and its label.
    pub fn in_draft(draft: &Draft) -> Option<(usize, Self)> {
        let mut marks = draft.headers.iter().enumerate();
        marks.find_map(|(at, label)| Some((at, Self::of_label(label)?)))
    }
}

/// What a file that came back changes.
#[derive(Debug)]
pub struct Returned {
    /// Its rows.
    pub rows: u64,
    /// What is to be done.
    pub command: TakeChanges,
    /// Cells and rows that cannot be taken.
    pub problems: Vec<ReportedProblem>,
}

/// Who asks for a file, and of which workspace.
#[derive(Clone, Copy)]
pub struct Asker<'a> {
    /// What is in memory.
    pub model: &'a Model,
    /// What is on the disk.
    pub past: &'a dyn Past,
    /// Who is looking.
    pub viewer: &'a Viewer,
    /// The language of what is told.
    pub lang: Lang,
}

/// Reads a table of a file that has come back; none if it was never handed out.
///
/// # Errors
/// When the file cannot be read to its end, or the history is damaged.
pub fn returned(path: &Path, draft: Draft, asker: &Asker<'_>) -> Result<Option<Returned>> {
    match Mark::in_draft(&draft) {
        Some((id, mark)) => Reading::new(asker, &draft, id, mark).read(path, draft).map(Some),
        None => Ok(None),
    }
}

/// A column of the file.
enum Column {
    Field(&'static FieldInfo),
    /// A field of a part: the city of an address.
    Part(&'static FieldInfo, &'static FieldInfo),
    Outcome,
    Unknown,
}

struct Reading<'a> {
    asker: &'a Asker<'a>,
    mark: Mark,
    id: usize,
    columns: Vec<Column>,
    labels: Vec<String>,
    found: Returned,
}

impl<'a> Reading<'a> {
    fn new(asker: &'a Asker<'a>, draft: &Draft, id: usize, mark: Mark) -> Self {
        let columns = draft.headers.iter().map(|label| column(asker.model, &mark, label)).collect();
        let command = TakeChanges { kind: mark.kind, rows: Vec::new() };
        let found = Returned { rows: 0, command, problems: Vec::new() };
        Self { asker, mark, id, columns, labels: draft.headers.clone(), found }
    }

    fn read(mut self, path: &Path, draft: Draft) -> Result<Returned> {
        for line in draft.lines {
            let line = line.map_err(|problem| stopped(path, &problem))?;
            self.found.rows += 1;
            self.line(&line)?;
        }
        Ok(self.found)
    }

    fn line(&mut self, line: &Line) -> Result<()> {
        let id = line.cells.get(self.id).and_then(|cell| cell.parse::<Uuid>().ok());
        let record = id.map(|uuid| RecordId { kind: self.mark.kind, uuid });
        let stored = match record {
            Some(record) => self.asker.past.row(record)?.map(|row| (record, row)),
            None => None,
        };
        let Some((record, now)) = stored else {
            self.tell(Problem::rejection(line.number, "record-gone"));
            return Ok(());
        };
        let base = self.base(record, now)?;
        let seen = self.asker.viewer.seen(self.asker.model, record, base.clone());
        let mut cells = Vec::new();
        for at in 0..self.columns.len() {
            let cell = line.cells.get(at).map_or("", |cell| bare(cell));
            match self.change(at, cell, (&base, &seen)) {
                Some(Ok(change)) => self.add(&mut cells, at, change),
                Some(Err(code)) => {
                    let label = self.labels.get(at).map_or("", String::as_str);
                    self.tell(Problem::warning(line.number, code).in_column(label, cell));
                }
                None => {}
            }
        }
        if !cells.is_empty() {
            self.found.command.rows.push(RowChange { id: record.uuid, cells });
        }
        Ok(())
    }

    /// The record as it was when the file was written.
    fn base(&self, record: RecordId, mut row: Row) -> Result<Row> {
        for (sequence, changes) in self.asker.past.timeline(record)?.into_iter().rev() {
            if sequence <= self.mark.since {
                break;
            }
            for change in changes {
                row.set(change.tag, change.before);
            }
        }
        Ok(row)
    }

    /// Adds a change. Those of two columns of one field, such as an address, are one.
    fn add(&self, cells: &mut Vec<CellChange>, at: usize, change: CellChange) {
        let known = cells.iter_mut().find(|it| it.field == change.field);
        match (known, self.columns.get(at)) {
            (Some(known), Some(Column::Part(_, part))) => {
                if let (Some(known), Some(value)) =
                    (known.after.as_object_mut(), change.after.get(part.name))
                {
                    known.insert(part.name.to_owned(), value.clone());
                }
            }
            _ => cells.push(change),
        }
    }

    /// What was changed in a cell, or why it cannot be taken; none if it says what it said.
    fn change(
        &self,
        at: usize,
        cell: &str,
        (base, seen): (&Row, &Row),
    ) -> Option<Result<CellChange, &'static str>> {
        let (field, before, after) = match self.columns.get(at)? {
            Column::Outcome if !cell.is_empty() => {
                let outcome = value_of(&ActivityOutcome::CHOICES, cell);
                (OUTCOME, Json::Null, outcome.map(Json::from))
            }
            Column::Field(field) => {
                let value = seen.get(field.tag);
                if is_unseen(field, cell) || self.says_the_same(field, value, cell) {
                    return None;
                }
                let before = base.get(field.tag);
                let after = self.json(field, cell, before);
                (field.name, value_to_json(&field.shape, before), after)
            }
            Column::Part(field, part) => {
                let value = of_part(seen.get(field.tag), part);
                if is_unseen(field, cell) || self.says_the_same(part, value, cell) {
                    return None;
                }
                let before = base.get(field.tag);
                let mut whole = value_to_json(&field.shape, before);
                let shown = whole.clone();
                let after = match field.spec.is_ruled() {
                    true => None,
                    false => self.json(part, cell, of_part(before, part)),
                };
                if let Json::Null = whole {
                    whole = Json::Object(Map::new());
                }
                let after = after.and_then(|after| {
                    whole.as_object_mut()?.insert(part.name.to_owned(), after);
                    Some(whole)
                });
                (field.name, shown, after)
            }
            Column::Outcome | Column::Unknown => return None,
        };
        let field = field.to_owned();
        Some(after.map(|after| CellChange { field, before, after }).ok_or("cell-not-taken"))
    }

    /// Whether a cell says what it said when the file was written.
    fn says_the_same(&self, field: &FieldInfo, seen: &Value, cell: &str) -> bool {
        let at = (self.asker.model, self.mark.lang);
        is_same(&shown_field(at, (self.mark.kind, field.name), &field.shape, seen), cell)
    }

    fn tell(&mut self, problem: Problem) {
        self.found.problems.push(reported(problem, self.asker.lang));
    }

    /// What a cell says, as a command takes it; none if the field takes nothing of the sort.
    fn json(&self, field: &FieldInfo, cell: &str, before: &Value) -> Option<Json> {
        let is_answer =
            self.mark.kind == Kind::Lead && matches!(field.name, "response" | "response_reason");
        if field.spec.is_ruled() && !is_answer {
            return None;
        }
        if cell.is_empty() {
            return Some(Json::Null);
        }
        let json = match &field.shape {
            Shape::Choice(choices) => match value_of(choices, cell) {
                Some(id) => id.into(),
                None if choices.open => cell.into(),
                None => return None,
            },
            Shape::List(inner) => self.list(inner, cell, before)?,
            Shape::Flag => flag(cell)?.into(),
            Shape::Date => parse_date(cell)?.0.to_string().into(),
            Shape::At => self.moment(cell)?.into(),
            Shape::Part(_) | Shape::Link(_) | Shape::AnyLink => return None,
            _ => cell.into(),
        };
        value_from_json(field, &json).ok().map(|_| json)
    }

    /// Several values of a cell. Those that were there stay as they are, with all that is known of
    /// them.
    fn list(&self, inner: &Shape, cell: &str, before: &Value) -> Option<Json> {
        let items = cell.split([';', '；', '\n']).map(str::trim).filter(|item| !item.is_empty());
        let item = |text: &str| {
            let is_known = |item: &&Value| {
                shown_value(self.asker.model, self.mark.lang, inner, item).trim() == text
            };
            if let Some(known) = before.items().iter().find(is_known) {
                return Some(value_to_json(inner, known));
            }
            match inner {
                Shape::Choice(choices) => {
                    Some(value_of(choices, text).map_or_else(|| text.into(), Into::into))
                }
                Shape::Link(_) | Shape::AnyLink => None,
                _ => Some(text.into()),
            }
        };
        items.map(item).collect()
    }

    fn moment(&self, cell: &str) -> Option<String> {
        use chrono::Timelike as _;
        let (day, time) = parse_date(cell)?;
        let start = Timestamp::start_of(day, self.asker.model.settings().zone());
        let seconds = time.map_or(0, |time| i64::from(time.num_seconds_from_midnight()));
        Some(start.plus_ms(seconds * 1_000).iso())
    }
}

/// Whether a cell may hold contact data that was hidden: what nobody has seen nobody has changed.
fn is_unseen(field: &FieldInfo, cell: &str) -> bool {
    field.spec.is_masked() && (cell.is_empty() || cell.contains('*'))
}

/// The value of a field of a part.
fn of_part<'a>(whole: &'a Value, part: &FieldInfo) -> &'a Value {
    match whole {
        Value::Part(row) => row.get(part.tag),
        _ => &Value::Empty,
    }
}

/// Yes or no, in any language.
pub(super) fn flag(cell: &str) -> Option<bool> {
    let is = |key: &str| Lang::ALL.iter().any(|lang| i18n::text(*lang, key) == cell);
    match () {
        () if is("value-yes") => Some(true),
        () if is("value-no") => Some(false),
        () => match parse_value(&Shape::Flag, cell) {
            Some(Value::Flag(flag)) => Some(flag),
            _ => None,
        },
    }
}

/// The column of a label, in the language of the file.
fn column(model: &Model, mark: &Mark, label: &str) -> Column {
    let is = |name: &str| field_label(model, mark.kind, name, mark.lang) == label;
    if mark.kind == Kind::Lead && is(OUTCOME) {
        return Column::Outcome;
    }
    for field in model.fields(mark.kind) {
        if is(field.name) {
            return Column::Field(field);
        }
        if let Shape::Part(parts) = field.shape
            && let Some(part) =
                parts.iter().find(|part| is(&format!("{}.{}", field.name, part.name)))
        {
            return Column::Part(field, part);
        }
    }
    Column::Unknown
}

/// Whether a cell still says what it said, whatever a program did to its blanks and line ends, and
/// to letters that it could not save.
fn is_same(shown: &str, cell: &str) -> bool {
    let folded = |text: &str| bare(text).replace("\r\n", "\n").replace('\r', "\n");
    let (shown, cell) = (folded(shown), folded(cell));
    if shown == cell {
        return true;
    }
    let is_kept = |(was, is): (char, char)| was == is || (!was.is_ascii() && is == '?');
    shown.chars().count() == cell.chars().count() && shown.chars().zip(cell.chars()).all(is_kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_read_as_they_are_written() {
        let mark = Mark { kind: Kind::Lead, since: 1234, lang: Lang::ZhTw };
        assert_eq!(mark.label(), "fairlead lead 1234 zh-TW");
        assert_eq!(Mark::of_label(&mark.label()), Some(mark));
        for label in
            ["", "fairlead", "fairlead lead", "fairlead lead 1 xx", "Name", "fairlead x 1 en"]
        {
            assert_eq!(Mark::of_label(label), None, "{label}");
        }
    }

    #[test]
    fn letters_lost_by_a_program_are_no_change() {
        for (shown, cell, same) in [
            ("王𠮷", "王?", true),
            ("a\r\nb ", "a\nb", true),
            ("王小明", "王小", false),
            ("what?", "what!", false),
            ("a", "?", false),
        ] {
            assert_eq!(is_same(shown, cell), same, "{shown} {cell}");
        }
    }
}
