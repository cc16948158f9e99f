//! From what a filter says to what it asks: names of fields are looked up.

use super::{
    Note, Viewer,
    condition::Condition,
    derived::Derived,
    fields::{QueryField, StoredField, field_at},
    parse::parse,
    place::error_at,
    plan::{FieldQuestion, Plan, Question},
    ranges::Numbers,
    source::sources,
    syntax::{Comparison, Operator, Piece, Term},
    values::{self, Calendar},
    word::WordQuestion,
};
use crate::{
    domain::{FieldInfo, Kind, Shape},
    error::{Error, Result},
    model::Model,
};

/// What a filter over records of a kind asks, and what should be said of its names.
///
/// # Errors
/// Usage, with the place: as [`parse`], or an unknown field, an operator or value that does not suit it.
pub(super) fn bind(
    kind: Kind,
    text: &str,
    model: &Model,
    viewer: &Viewer,
) -> Result<(Plan, Vec<Note>)> {
    let zone = model.settings().zone();
    let calendar = Calendar { today: viewer.now.day(zone), zone };
    let mut binder = Binder { kind, text, model, viewer, calendar, notes: Vec::new() };
    let plan = binder.term(&parse(text)?, true)?;
    Ok((plan.arranged(), binder.notes))
}

/// What names are looked up in.
pub(super) struct Binder<'a> {
    pub kind: Kind,
    pub text: &'a str,
    pub model: &'a Model,
    pub viewer: &'a Viewer,
    pub calendar: Calendar,
    pub notes: Vec<Note>,
}

/// A comparison with one of its values.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a> {
    /// The name of the field, as written.
    pub field: &'a Piece,
    pub operator: Operator,
    pub value: &'a Piece,
}

impl Binder<'_> {
    fn term(&mut self, term: &Term, wanted: bool) -> Result<Plan> {
        Ok(match (term, wanted) {
            (Term::All(terms), true) | (Term::Any(terms), false) => {
                Plan::All(self.terms(terms, wanted)?)
            }
            (Term::All(terms) | Term::Any(terms), _) => Plan::Any(self.terms(terms, wanted)?),
            (Term::Not(term), _) => self.term(term, !wanted)?,
            (Term::Word(word), _) => {
                match (WordQuestion::of(self.model, self.kind, &word.text), wanted) {
                    // Nothing is in everything.
                    (question, true) if question.word.is_empty() => Plan::All(Vec::new()),
                    (question, false) if question.word.is_empty() => Plan::Any(Vec::new()),
                    (question, _) => Plan::Is(Question::Word(question), wanted),
                }
            }
            (Term::Compare(comparison), true) => self.comparison(comparison)?,
            (Term::Compare(comparison), false) => self.comparison(comparison)?.negated(),
        })
    }

    fn terms(&mut self, terms: &[Term], wanted: bool) -> Result<Vec<Plan>> {
        terms.iter().map(|term| self.term(term, wanted)).collect()
    }

    fn comparison(&mut self, comparison: &Comparison) -> Result<Plan> {
        let name = &comparison.field;
        let field = field_at(self.model, self.kind, &name.text, (self.text, &name.span))?;
        let operator = comparison.operator;
        let asked = comparison.values.iter().map(|value| Asked { field: name, operator, value });
        match field {
            QueryField::Derived(Derived::Member) => self.member(asked),
            QueryField::Derived(derived) => self.derived(derived, asked),
            QueryField::Stored(field) => self.stored(&field, asked),
        }
    }

    fn derived<'v>(&self, derived: Derived, any: impl Iterator<Item = Asked<'v>>) -> Result<Plan> {
        let mut numbers = Numbers::default();
        for asked in any {
            let Asked { operator, value, .. } = asked;
            let (found, expected) = match derived {
                _ if operator == Operator::Under => return Err(self.unsuitable(asked)),
                Derived::Grade => (values::grades(operator, value), "@query-expected-grade"),
                Derived::Idle => (values::durations(operator, value), "@query-expected-duration"),
                Derived::Score => {
                    let found = values::numbers(&Shape::Int, operator, value, self.calendar);
                    (found, "@query-expected-number")
                }
                _ => (values::states(operator, value), "@query-expected-flag"),
            };
            numbers = numbers.or(found.ok_or_else(|| self.bad_value(asked, expected))?);
        }
        Ok(Plan::Is(Question::Derived(derived, numbers), true))
    }

    fn member<'v>(&mut self, any: impl Iterator<Item = Asked<'v>>) -> Result<Plan> {
        let mut plans = Vec::new();
        for asked in any {
            if asked.operator.is_plain() && values::is_none(asked.value) {
                plans.push(Plan::Is(Question::Member(Vec::new()), true));
                continue;
            }
            let found = self.links(&[Kind::Campaign], asked)?;
            if !found.is_empty() {
                let campaigns = found.iter().map(|record| record.uuid).collect();
                plans.push(Plan::Is(Question::Member(campaigns), true));
            }
        }
        Ok(Plan::Any(plans))
    }

    fn stored<'v>(
        &mut self,
        field: &StoredField,
        any: impl Iterator<Item = Asked<'v>>,
    ) -> Result<Plan> {
        let mut questions: Vec<FieldQuestion> = Vec::new();
        for asked in any {
            let shape = field.part.map_or(&field.shape, |part| &part.shape);
            let mut condition = self.condition(field, shape, asked)?;
            if field.part.is_some() && matches!(field.shape, Shape::List(_)) {
                condition = Condition::Item(Box::new(condition));
            }
            for (path, condition, source) in sources(self.kind, field, condition) {
                let is_joint = |it: &&mut FieldQuestion| {
                    it.path.is_same(&path) && it.source == source && source.is_joint()
                };
                let joint = questions.iter_mut().find(is_joint);
                if let Some(FieldQuestion { condition: Condition::Any(conditions), .. }) = joint {
                    conditions.push(condition);
                } else {
                    questions.push(FieldQuestion {
                        name: asked.field.text.clone(),
                        path,
                        condition: Condition::Any(vec![condition]),
                        source,
                        is_masked: field.is_masked,
                    });
                }
            }
        }
        let plans = questions.into_iter().map(|it| Plan::Is(Question::Field(it), true));
        Ok(Plan::Any(plans.collect()))
    }

    pub(super) fn bad_value(&self, asked: Asked<'_>, expected: &'static str) -> Error {
        error_at("bad-filter-value", self.text, &asked.value.span)
            .with("value", asked.value.text.as_str())
            .with("field", asked.field.text.as_str())
            .with("expected", expected)
    }

    pub(super) fn unsuitable(&self, asked: Asked<'_>) -> Error {
        error_at("operator-unsuitable", self.text, &(asked.field.span.start..asked.value.span.end))
            .with("field", asked.field.text.as_str())
            .with("operator", asked.operator.sign())
    }
}

/// Whether the fields of a part are those of a phone number.
pub(super) fn is_phone(fields: &[FieldInfo]) -> bool {
    fields.iter().any(|field| field.name == "e164")
}
