//! From a value in a filter to what is asked of a field: names of records and choices are looked up.

use super::{
    Note,
    bind::{Asked, Binder, is_phone},
    condition::{Condition, Needle, phone_into},
    fields::StoredField,
    names::{is_tree, small_names, with_subtree},
    resolve::exact,
    syntax::Operator,
    values,
};
use crate::{
    domain::{Choices, FIRST_CUSTOM_TAG, FieldInfo, Kind, RecordId, Shape, Tag, Value, fold::fold},
    error::Result,
    model::Column,
};

/// Up to how many known names a note lists.
const LISTED: usize = 5;

impl Binder<'_> {
    /// What is asked of a value of a shape.
    ///
    /// # Errors
    /// Usage, when the operator or the value does not suit the shape.
    pub(super) fn condition(
        &mut self,
        field: &StoredField,
        shape: &Shape,
        asked: Asked<'_>,
    ) -> Result<Condition> {
        let operator = asked.operator;
        if operator.is_plain() && values::is_none(asked.value) {
            return Ok(Condition::Empty);
        }
        Ok(match shape {
            Shape::Text if operator.is_plain() => Condition::Text(needle(asked)),
            Shape::Int | Shape::Flag | Shape::Date | Shape::At if operator != Operator::Under => {
                let found = values::numbers(shape, operator, asked.value, self.calendar);
                let expected = match shape {
                    Shape::Int => "@query-expected-number",
                    Shape::Flag => "@query-expected-flag",
                    _ => "@query-expected-date",
                };
                Condition::Number(found.ok_or_else(|| self.bad_value(asked, expected))?)
            }
            Shape::Decimal | Shape::Money if operator != Operator::Under => {
                let found = values::amounts(operator, asked.value);
                let error = || self.bad_value(asked, "@query-expected-amount");
                Condition::Amount(found.ok_or_else(error)?)
            }
            Shape::Choice(choices) if operator.is_plain() => self.choice(field, choices, asked),
            Shape::Link(kind) => Condition::Link(self.links(&[*kind], asked)?),
            Shape::AnyLink => Condition::Link(self.links(Kind::ALL, asked)?),
            Shape::List(inner) => Condition::Item(Box::new(self.condition(field, inner, asked)?)),
            Shape::Part(fields) => Condition::Part(self.part(field, fields, asked)?),
            _ => return Err(self.unsuitable(asked)),
        })
    }

    /// What is asked of a part as a whole: of a choice or record it names, else of its texts; of its first
    /// number, if an order is asked for.
    fn part(
        &mut self,
        field: &StoredField,
        fields: &'static [FieldInfo],
        asked: Asked<'_>,
    ) -> Result<Vec<(Tag, Condition)>> {
        let is_number = |part: &&FieldInfo| {
            matches!(
                part.shape,
                Shape::Int | Shape::Decimal | Shape::Money | Shape::Date | Shape::At
            )
        };
        if !asked.operator.is_plain() && asked.operator != Operator::Under {
            let number = fields.iter().find(is_number).ok_or_else(|| self.unsuitable(asked))?;
            return Ok(vec![(number.tag, self.condition(field, &number.shape, asked)?)]);
        }
        let named = self.named_in_part(fields, asked);
        if !named.is_empty() {
            return Ok(named);
        }
        let is_text = |part: &&FieldInfo| part.shape == Shape::Text && part.name != "extension";
        let mut texts = fields.iter().filter(is_text).peekable();
        if asked.operator == Operator::Under || texts.peek().is_none() {
            let kinds: Vec<Kind> = fields.iter().filter_map(link_kind).collect();
            self.links(&kinds, asked)?;
            return Ok(Vec::new());
        }
        let condition = match needle(asked) {
            Needle { text, is_whole } if is_phone(fields) => {
                let mut digits = String::new();
                phone_into(&text, &mut digits);
                Condition::Phone(Needle { text: digits, is_whole })
            }
            needle => Condition::Text(needle),
        };
        Ok(texts.map(|part| (part.tag, condition.clone())).collect())
    }

    /// The choices and links of a part that the value names; quoted, it names no choice.
    fn named_in_part(
        &self,
        fields: &'static [FieldInfo],
        asked: Asked<'_>,
    ) -> Vec<(Tag, Condition)> {
        let folded = fold(&asked.value.text);
        let one = |part: &FieldInfo| match &part.shape {
            Shape::Choice(choices) if asked.operator.is_plain() && !asked.value.is_quoted => {
                let ids = values::choices_named(choices, &folded);
                (!ids.is_empty()).then_some(Condition::Choice { ids, folded: String::new() })
            }
            Shape::Link(kind) => {
                let records = self.found(&[*kind], asked);
                (!records.is_empty()).then_some(Condition::Link(records))
            }
            _ => None,
        };
        fields.iter().filter_map(|part| Some((part.tag, one(part)?))).collect()
    }

    fn choice(
        &mut self,
        field: &StoredField,
        choices: &'static Choices,
        asked: Asked<'_>,
    ) -> Condition {
        let folded = fold(&asked.value.text);
        let ids = values::choices_named(choices, &folded);
        let mut known: Vec<String> = choices.values.iter().map(|id| (*id).to_owned()).collect();
        // A choice that a user's field no longer offers may still have been made.
        let is_custom = field.tag >= FIRST_CUSTOM_TAG;
        if !choices.open && !is_custom {
            if ids.is_empty() {
                self.note(asked, known);
            }
            return Condition::Choice { ids, folded: String::new() };
        }
        // What a workspace added is known as far as it is in memory.
        let columns = self.model.columns(self.kind);
        let column = columns.and_then(|columns| columns.column_of(&field.path()));
        let used: Vec<&str> = match column {
            Some(Column::Codes(codes)) => codes.values().iter().flat_map(texts).collect(),
            _ => Vec::new(),
        };
        let is_known = ids.is_empty() && (column.is_some() || is_custom);
        if is_known && !used.iter().any(|id| fold(id) == folded) {
            known.extend(used.into_iter().map(str::to_owned));
            self.note(asked, known);
        }
        Condition::Choice { ids, folded }
    }

    /// The records a value names, those under them too if that is asked; a note if there is none.
    ///
    /// # Errors
    /// Usage, when the operator does not suit a link to records of these kinds.
    pub(super) fn links(&mut self, kinds: &[Kind], asked: Asked<'_>) -> Result<Vec<RecordId>> {
        let has_tree = asked.operator == Operator::Under && kinds.iter().any(|kind| is_tree(*kind));
        if !asked.operator.is_plain() && !has_tree || kinds.is_empty() {
            return Err(self.unsuitable(asked));
        }
        let found = self.found(kinds, asked);
        if found.is_empty() {
            let known = kinds.iter().flat_map(|kind| small_names(self.model, *kind));
            let known = known.filter_map(|(_, names)| names.first().map(|name| (*name).to_owned()));
            self.note(asked, known.collect());
        }
        Ok(found)
    }

    fn found(&self, kinds: &[Kind], asked: Asked<'_>) -> Vec<RecordId> {
        // In quotes, `me` is a name like any other.
        let is_name = asked.value.is_quoted;
        let viewer = if is_name { None } else { Some(*self.viewer) };
        let mut found: Vec<RecordId> = Vec::new();
        for kind in kinds {
            let named = exact(self.model, viewer, *kind, asked.value.text.trim());
            let is_under = asked.operator == Operator::Under && is_tree(*kind);
            found.extend(if is_under { with_subtree(self.model, named) } else { named });
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    fn note(&mut self, asked: Asked<'_>, mut known: Vec<String>) {
        let folded = fold(&asked.value.text);
        let is_like = |name: &String| {
            let name = fold(name);
            name.contains(&folded) || !name.is_empty() && folded.contains(&name)
        };
        if known.len() > LISTED {
            known.retain(is_like);
            known.truncate(LISTED);
        }
        let note = Note {
            at: asked.value.span.start,
            field: asked.field.text.clone(),
            name: asked.value.text.clone(),
            known,
        };
        self.notes.extend((!self.notes.contains(&note)).then_some(note));
    }
}

/// The choice that a value is, or the choices of a list.
fn texts(value: &Value) -> Vec<&str> {
    let items = value.items().iter().chain(std::iter::once(value));
    items.filter_map(Value::as_text).collect()
}

fn needle(asked: Asked<'_>) -> Needle {
    Needle { text: fold(&asked.value.text), is_whole: asked.operator == Operator::Is }
}

fn link_kind(field: &FieldInfo) -> Option<Kind> {
    match field.shape {
        Shape::Link(kind) => Some(kind),
        _ => None,
    }
}
