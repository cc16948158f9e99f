//! Whether one record passes a filter, given its fields.

use super::{
    derived::DerivedNumbers,
    plan::{Plan, Question},
};
use crate::{
    domain::{Fields as _, Lead, Row},
    model::Model,
};

/// A record to be judged.
pub(super) struct RecordView<'a> {
    pub model: &'a Model,
    pub numbers: &'a DerivedNumbers<'a>,
    /// Its fields.
    pub row: &'a Row,
    /// Its row among the leads, if it is one.
    pub lead_row: Option<usize>,
    /// Whether it is a lead that memory does not know yet.
    pub is_new_lead: bool,
    /// Whether its contact data is hidden.
    pub is_masked: bool,
    /// The answer to what is asked of hidden data.
    pub unknown: bool,
}

impl RecordView<'_> {
    /// Whether the record passes.
    pub fn passes(&self, plan: &Plan, buffer: &mut String) -> bool {
        match plan {
            Plan::All(parts) => parts.iter().all(|part| self.passes(part, buffer)),
            Plan::Any(parts) => parts.iter().any(|part| self.passes(part, buffer)),
            Plan::Is(Question::Field(field), _) if field.is_masked && self.is_masked => {
                self.unknown
            }
            Plan::Is(question, answer) => self.answer(question, buffer) == *answer,
        }
    }

    fn answer(&self, question: &Question, buffer: &mut String) -> bool {
        match question {
            Question::Field(field) => field.condition.holds(&field.path.value(self.row), buffer),
            Question::Derived(derived, numbers) => {
                let value = match (self.lead_row, self.is_new_lead) {
                    (Some(row), _) => self.numbers.of(*derived, row),
                    (None, true) => self.numbers.of_new(*derived, &Lead::read(self.row)),
                    (None, false) => None,
                };
                numbers.has(value)
            }
            Question::Member(campaigns) if self.is_new_lead => {
                is_new_member(&Lead::read(self.row), campaigns)
            }
            Question::Member(campaigns) => is_member(self.model, self.lead_row, campaigns),
            Question::Word(word) => {
                let seen =
                    word.fields.iter().filter(|(_, _, is_masked)| !(self.is_masked && *is_masked));
                let mut seen = seen.map(|(tag, asked, _)| (self.row.get(*tag), asked));
                seen.any(|(value, asked)| asked.holds(value, buffer))
            }
        }
    }
}

/// Whether a lead takes part in one of the campaigns; in none, if there is none.
pub(super) fn is_member(model: &Model, lead_row: Option<usize>, campaigns: &[uuid::Uuid]) -> bool {
    let derived = lead_row.and_then(|row| model.lead_derived(row));
    let mut own = derived.into_iter().flat_map(|derived| derived.memberships());
    match campaigns {
        [] => own.next().is_none(),
        _ => own.any(|(campaign, _)| campaigns.binary_search(&campaign).is_ok()),
    }
}

/// The same of a lead that memory does not know yet.
fn is_new_member(lead: &Lead, campaigns: &[uuid::Uuid]) -> bool {
    let mut own = lead.memberships.iter().filter_map(|it| it.campaign);
    match campaigns {
        [] => own.next().is_none(),
        _ => own.any(|campaign| campaigns.binary_search(&campaign.0).is_ok()),
    }
}
