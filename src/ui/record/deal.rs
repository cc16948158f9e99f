//! What only an opportunity has: the path through its pipeline.

use eframe::egui::Ui;

use super::actions::Subject;
use crate::{
    domain::{Fields as _, Id, Opportunity, Outcome, pipeline},
    engine::{Advance, Command},
    ui::{
        Cx, days,
        shown::choice,
        widgets::{Glyph, PathStep, icons, stage_path},
    },
};

/// Draws the path; the command by which the deal goes to the stage that was clicked.
pub(super) fn path(ui: &mut Ui, cx: &Cx<'_>, subject: &Subject<'_>) -> Option<Command> {
    let deal = Opportunity::read(subject.row);
    // A loss asks for its reason, which the path cannot.
    let stages: Vec<_> =
        pipeline(&deal.pipeline).stages.iter().filter(|it| it.outcome != Outcome::Lost).collect();
    let here = if deal.outcome == Outcome::Lost { &deal.lost_in } else { &deal.stage };
    let at = stages.iter().position(|stage| stage.id == here);
    let zone = cx.model.settings().zone();
    let today = cx.now().day(zone);
    let words: Vec<(String, String)> = stages
        .iter()
        .map(|stage| {
            let entry = deal.stage_history.iter().rev().find(|entry| entry.stage == stage.id);
            let since = entry.and_then(|entry| entry.entered_at);
            let since = since.map(|since| days::short(since.day(zone), today, cx.lang));
            let note = since.unwrap_or_else(|| format!("{} %", stage.probability));
            (choice(cx.lang, "pipeline_stage", stage.id), note)
        })
        .collect();
    let steps: Vec<PathStep<'_>> = words
        .iter()
        .enumerate()
        .map(|(step, (label, note))| {
            let is_here = at == Some(step) && deal.outcome != Outcome::Lost;
            let is_done = at.is_some_and(|at| step < at);
            let icon = match (is_done, is_here, deal.outcome) {
                (true, ..) => icons::CHECK,
                (_, true, Outcome::Won) => icons::CIRCLE_CHECK,
                (_, true, _) => icons::FLAG,
                _ => icons::ARROW_RIGHT,
            };
            PathStep { label, note, glyph: Glyph::Icon(icon), is_here, is_done }
        })
        .collect();
    let stage = stage_path(ui, &steps).and_then(|at| stages.get(at))?;
    (stage.id != deal.stage).then_some(())?;
    let opportunity = Id::of(subject.record)?;
    let stage = stage.id.to_owned();
    Some(Advance { opportunity, stage, reason: None, competitor: None }.into())
}
