//! How far the leads came: each counts once, by its furthest stage and all before it.

use super::{
    Cell, ColumnHead, Question, Report, Sheet, Unit,
    behind::Counted,
    cohort::Cohort,
    facts::{FUNNEL, Fact},
    groups::Groups,
    metric,
    window::Window,
};
use crate::error::Result;

/// A row for each stage, of the leads captured in the window, whatever became of them since.
pub const REPORT: Report = Report { name: "funnel", run };

/// The stable ids of the stages, in the order of [`FUNNEL`]; a label is the text `funnel_stage-<id>`.
pub(super) const STAGES: [&str; 7] =
    ["unsorted", "usable", "mql", "sql", "opportunity", "won", "repeat"];

fn run(question: &Question<'_>) -> Result<Sheet> {
    let window = Window::of(question)?;
    let cohort = Cohort::of(question, &window, Groups::one(), &FUNNEL);
    let columns = vec![
        ColumnHead::new("funnel_stage", Unit::Text),
        metric::EVER_REACHED.into(),
        metric::SHARE_OF_FIRST.into(),
        metric::SHARE_OF_PREVIOUS.into(),
        metric::FURTHEST.into(),
    ];
    let mut sheet = Sheet::new("funnel", question, columns);
    let leads = |fact: Fact| cohort.counted(&[0], fact);
    let first = leads(Fact::Unsorted);
    let mut previous = first.clone();
    for (at, (id, fact)) in STAGES.into_iter().zip(FUNNEL).enumerate() {
        let reached = leads(fact);
        let next = FUNNEL.get(at + 1).copied();
        sheet.push(vec![
            Cell::Term("funnel_stage", id.into()).into(),
            metric::EVER_REACHED.count(reached.clone()),
            metric::SHARE_OF_FIRST.share(reached.clone(), first.clone()),
            metric::SHARE_OF_PREVIOUS.share(reached.clone(), previous),
            metric::FURTHEST.count(Counted::cohort(&cohort, &[0], fact, next)),
        ]);
        previous = reached;
    }
    sheet.notes = cohort.notes();
    Ok(sheet)
}
