//! The leads a question is about, by row.

use super::{Question, groups::of_codes};
use crate::domain::{Id, Lead, Stage, Value};

/// Those of the filter, else those of the campaigns, else all; those in the bin are not among them.
pub(super) fn all<'a>(question: &Question<'a>) -> Box<dyn Iterator<Item = usize> + 'a> {
    let leads = &*question.model.leads;
    match (question.leads, question.campaigns) {
        (Some(rows), _) => {
            Box::new(rows.iter().map(|row| *row as usize).filter(|row| leads.is_live(*row)))
        }
        (None, None) => Box::new(leads.rows()),
        (None, Some(campaigns)) => {
            let is_asked = |value: &Value| {
                value.as_link().and_then(Id::of).is_some_and(|id| campaigns.contains(&id))
            };
            let asked = of_codes(question.model, Lead::campaign, is_asked, false);
            Box::new(leads.rows().filter(move |row| asked.get(*row) == Some(&true)))
        }
    }
}

/// The same without leads that were merged into others, which stand for them.
pub(super) fn unmerged<'a>(question: &Question<'a>) -> impl Iterator<Item = usize> + use<'a> {
    let is_merged = |stage: &Value| stage.as_text() == Some(Stage::Merged.id());
    let merged = of_codes(question.model, Lead::stage, is_merged, false);
    all(question).filter(move |row| merged.get(*row) != Some(&true))
}
