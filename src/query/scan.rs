//! Which rows of a kind that grows pass a filter: column by column, records read only in the end.

use super::{
    Read, Viewer,
    condition::Condition,
    derived::{Derived, DerivedNumbers},
    folded_field::{FoldedField, rows_with_contact},
    plan::{Cost, FieldQuestion, Plan, Question},
    ranges::Numbers,
    record_view::{RecordView, is_member},
    row_set::RowSet,
    source::Source,
    turn::Turn,
    word::WordQuestion,
};
use crate::{
    domain::{FieldPath, Kind, Shape, Value},
    error::Result,
    model::{Column, Columns, Model, Validity},
};

/// A look through the columns of a kind.
pub(super) struct Scan<'a> {
    model: &'a Model,
    columns: &'a Columns,
    numbers: DerivedNumbers<'a>,
    /// Rows whose contact data is hidden.
    pub masked: RowSet,
    /// The answer to what is asked of hidden data.
    pub unknown: bool,
    /// What is found is incomplete once it is over.
    pub turn: Turn,
    read: &'a Read<'a>,
}

impl<'a> Scan<'a> {
    /// A look through the columns as the viewer may see them; hidden data does not pass.
    pub fn new(
        model: &'a Model,
        columns: &'a Columns,
        viewer: &Viewer,
        read: &'a Read<'a>,
    ) -> Self {
        let masked = match columns.kind() {
            Kind::Lead => viewer.masked_rows(model),
            _ => RowSet::none(columns.capacity()),
        };
        let numbers = DerivedNumbers::new(model, viewer);
        Self { model, columns, numbers, masked, unknown: false, turn: Turn::default(), read }
    }

    /// The rows among `among` that pass.
    ///
    /// # Errors
    /// As `read`.
    pub fn rows(&self, plan: &Plan, among: &RowSet) -> Result<RowSet> {
        match plan {
            Plan::All(parts) => {
                let (quick, slow) = self.split(parts);
                let mut set = among.clone();
                for part in quick {
                    set = self.rows(part, &set)?;
                }
                if slow.is_empty() { Ok(set) } else { self.read_rows(plan, &slow, &set) }
            }
            Plan::Any(parts) => {
                let (quick, slow) = self.split(parts);
                let (mut set, mut rest) = (RowSet::none(self.columns.capacity()), among.clone());
                for part in quick {
                    let found = self.rows(part, &rest)?;
                    rest = rest.without(&found);
                    set.add(&found);
                }
                if !slow.is_empty() {
                    set.add(&self.read_rows(plan, &slow, &rest)?);
                }
                Ok(set)
            }
            Plan::Is(..) if !self.is_in_memory(plan) => {
                self.read_rows(&Plan::All(Vec::new()), &[plan], among)
            }
            Plan::Is(question, answer) => Ok(self.answered(question, *answer, among)),
        }
    }

    /// Whether a filter, or a part of it, is answered without a record.
    pub fn is_in_memory(&self, plan: &Plan) -> bool {
        match plan {
            Plan::All(parts) | Plan::Any(parts) => parts.iter().all(|it| self.is_in_memory(it)),
            Plan::Is(Question::Field(field), _) if field.needs_column() => {
                self.columns.column_of(&field.path).is_some()
            }
            Plan::Is(..) => plan.cost() < Cost::Record,
        }
    }

    /// The parts that need no records, and those that do.
    pub fn split<'p>(&self, parts: &'p [Plan]) -> (Vec<&'p Plan>, Vec<&'p Plan>) {
        parts.iter().partition(|part| self.is_in_memory(part))
    }

    /// The rows among `among` whose records pass all the parts, or any of them if `whole` is such a plan.
    fn read_rows(&self, whole: &Plan, parts: &[&Plan], among: &RowSet) -> Result<RowSet> {
        let is_any = matches!(whole, Plan::Any(_));
        let is_of_the_tried = |part: &&Plan| match part {
            Plan::Is(Question::Field(field), true) => {
                field.source == (Source::Record { only_judged: true })
            }
            _ => false,
        };
        let only_judged = if is_any {
            parts.iter().all(is_of_the_tried)
        } else {
            parts.iter().any(is_of_the_tried)
        };
        let mut set = RowSet::none(self.columns.capacity());
        let mut buffer = String::new();
        for row in among.iter().take_while(|_| !self.turn.is_over()) {
            let is_masked = self.masked.contains(row);
            if only_judged && !(is_masked && self.unknown) && !self.is_judged(row) {
                continue;
            }
            let Some(id) = self.columns.id(row) else { continue };
            let Some(record) = (self.read)(id)? else { continue };
            let view = RecordView {
                is_new_lead: false,
                model: self.model,
                numbers: &self.numbers,
                row: &record,
                lead_row: (self.columns.kind() == Kind::Lead).then_some(row),
                is_masked,
                unknown: self.unknown,
            };
            let mut passes = |part: &&Plan| view.passes(part, &mut buffer);
            if if is_any { parts.iter().any(&mut passes) } else { parts.iter().all(&mut passes) } {
                set.insert(row);
            }
        }
        Ok(set)
    }

    fn is_judged(&self, row: usize) -> bool {
        let derived = self.model.lead_derived(row);
        derived.is_some_and(|derived| derived.validity() != Validity::Unjudged)
    }

    /// The rows among `among` of which the question is answered so.
    fn answered(&self, question: &Question, answer: bool, among: &RowSet) -> RowSet {
        let is_masked = matches!(question, Question::Field(field) if field.is_masked);
        let known = if is_masked { among.clone().without(&self.masked) } else { among.clone() };
        let yes = match question {
            Question::Field(field) => self.by_field(field, &known),
            Question::Derived(derived, numbers) => self.by_derived(*derived, numbers, &known),
            Question::Member(campaigns) => {
                known.where_row(|row| is_member(self.model, Some(row), campaigns))
            }
            Question::Word(word) => self.by_word(word, &known),
        };
        let mut set = if answer { yes } else { known.without(&yes) };
        if is_masked && self.unknown {
            set.add(&among.clone().and(&self.masked));
        }
        set
    }

    fn by_field(&self, field: &FieldQuestion, among: &RowSet) -> RowSet {
        match &field.source {
            Source::Folded(needle) => match FoldedField::new(self.columns, field.path.tag) {
                Some(texts) => texts.rows_with(needle, among),
                None => self.by_column(&field.path, &field.condition, among),
            },
            Source::Contact { is_mail, needle } => {
                rows_with_contact(self.columns, *is_mail, needle, among)
            }
            Source::Subjects => self.by_subjects(&field.condition, among),
            Source::Column | Source::Record { .. } => {
                self.by_column(&field.path, &field.condition, among)
            }
        }
    }

    fn by_subjects(&self, condition: &Condition, among: &RowSet) -> RowSet {
        if let Condition::Item(inner) = condition
            && let Condition::Link(records) = inner.as_ref()
        {
            let rows = records.iter().flat_map(|record| self.model.activity_rows(*record));
            let rows: Vec<u32> = rows.copied().collect();
            return RowSet::of(self.columns.capacity(), &rows).and(among);
        }
        let mut buffer = String::new();
        among.where_row(|row| {
            let subjects: Vec<Value> = self.model.subjects(row).map(Value::Link).collect();
            let about = if subjects.is_empty() { Value::Empty } else { Value::List(subjects) };
            condition.holds(&about, &mut buffer)
        })
    }

    fn by_column(&self, path: &FieldPath, condition: &Condition, among: &RowSet) -> RowSet {
        let mut buffer = String::new();
        match self.columns.column_of(path) {
            Some(Column::Codes(codes)) => {
                let values = codes.values().iter();
                let table: Vec<bool> =
                    values.map(|value| condition.holds(value, &mut buffer)).collect();
                among.where_number(codes.rows(), |code| table.get(code as usize) == Some(&true))
            }
            Some(Column::Numbers(rows)) => {
                let numbers = condition.numbers().unwrap_or_default();
                match numbers.only_range() {
                    Some((low, high)) => {
                        among.where_number(rows, |number| (low..=high).contains(&number))
                    }
                    None => among.where_number(rows, |number| numbers.has_stored(number)),
                }
            }
            Some(Column::Texts(texts)) => {
                among.where_row(|row| condition.holds_of_text(texts.get(row), &mut buffer))
            }
            Some(column @ Column::Values(_)) => {
                among.where_row(|row| condition.holds(column.shared(row), &mut buffer))
            }
            Some(column @ (Column::Ids(_) | Column::Links(_))) => {
                // Links are the same in any shape.
                among.where_row(|row| {
                    condition.holds(&column.value(&Shape::AnyLink, row), &mut buffer)
                })
            }
            None => RowSet::none(self.columns.capacity()),
        }
    }

    fn by_derived(&self, derived: Derived, numbers: &Numbers, among: &RowSet) -> RowSet {
        let known = &self.numbers;
        match derived {
            Derived::Idle => {
                let moments = numbers.mapped(|days| known.moments(days));
                by_number(among, &moments, |row| known.idle_since(row).map(|at| at.0))
            }
            Derived::Score => by_number(among, numbers, |row| known.score(row)),
            _ => by_number(among, numbers, |row| known.of(derived, row)),
        }
    }

    fn by_word(&self, word: &WordQuestion, among: &RowSet) -> RowSet {
        let seen = among.clone().without(&self.masked);
        word.rows(self.columns, among, &seen, &self.turn)
    }
}

/// The rows among `among` whose number passes.
fn by_number(among: &RowSet, numbers: &Numbers, number: impl Fn(usize) -> Option<i64>) -> RowSet {
    match numbers.only_range() {
        Some((low, high)) => {
            among.where_row(|row| number(row).is_some_and(|it| (low..=high).contains(&it)))
        }
        None => among.where_row(|row| numbers.has(number(row))),
    }
}
