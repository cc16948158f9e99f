//! Who collected how many cards.

use super::{
    Question, Report, Sheet, cohort::Cohort, facts::Fact, groups::Groups, metric,
    subjects::Subjects, window::Window,
};
use crate::{domain::Lead, error::Result};

/// A row for each person who captured a card in the window, and one for cards nobody is known of.
pub const REPORT: Report = Report { name: "cards_by_person", run };

fn run(question: &Question<'_>) -> Result<Sheet> {
    let window = Window::of(question)?;
    let subjects = Subjects::collectors(question);
    let groups = Groups::by_link(question.model, Lead::captured_by, &subjects.ids());
    let cohort = Cohort::of(question, &window, groups, &[Fact::Unsorted]);
    let mut sheet = subjects.sheet("cards_by_person", question, &[metric::CARDS], |groups| {
        vec![metric::CARDS.count(cohort.counted(groups, Fact::Unsorted))]
    });
    sheet.notes = cohort.notes();
    Ok(sheet)
}
