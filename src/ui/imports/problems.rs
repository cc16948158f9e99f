//! What was wrong in an imported file: how often each thing, and all rows that have it, page by page.

use eframe::egui::{Align, Layout, Ui};

use super::kept::ProblemQuestion;
use crate::{
    domain::{Id, ImportBatch, Problem},
    engine::{KeptCount, KeptProblem, KeptReport, REOPEN},
    error::Error,
    exchange::Watch,
    i18n::{grouped, text, text_with},
    ui::{
        Cx, Intent,
        theme::{measure, size, space},
        widgets::{Button, Link, icons, label, paragraph},
    },
};

/// Rows on a page.
const PAGE: usize = 50;

/// Rows that are read at once; the pages among them are turned without reading.
pub(super) const READ: usize = 20 * PAGE;

/// The kind of problem whose rows are shown.
#[derive(Default)]
pub(in crate::ui) struct ProblemPages(Option<Pages>);

struct Pages {
    batch: Id<ImportBatch>,
    code: String,
    /// The first row that is shown, counted from 0 among all that have the problem.
    first: usize,
    read: Read,
}

enum Read {
    /// The file is being read; the number of the first row that is wanted.
    Asked(usize, Watch),
    /// The rows from this one on.
    Here(usize, Vec<Problem>),
    Failed(Error),
}

impl ProblemPages {
    /// Takes what was read for a question, if it is still the one that is asked.
    pub fn take(&mut self, question: &ProblemQuestion, result: crate::error::Result<Vec<Problem>>) {
        let asked = self.0.as_mut().filter(|pages| {
            let is_from = matches!(&pages.read, Read::Asked(from, _) if *from == question.from);
            is_from && (pages.batch, pages.code.as_str()) == (question.id, question.code.as_str())
        });
        if let Some(pages) = asked {
            pages.read = match result {
                Ok(problems) => Read::Here(question.from, problems),
                Err(err) => Read::Failed(err),
            };
        }
    }

    fn stop(&mut self) {
        if let Some(Pages { read: Read::Asked(_, watch), .. }) = &self.0 {
            watch.stop();
        }
        self.0 = None;
    }

    fn is_of(&self, id: Id<ImportBatch>, code: &str) -> bool {
        self.0.as_ref().is_some_and(|pages| pages.batch == id && pages.code == code)
    }

    fn ask(
        &mut self,
        cx: &mut Cx<'_>,
        (id, batch): (Id<ImportBatch>, &ImportBatch),
        asked: (&str, usize),
    ) {
        self.stop();
        let (code, first) = (asked.0.to_owned(), asked.1);
        let from = first - first % READ;
        let watch = Watch::default();
        let question = ProblemQuestion {
            id,
            batch: batch.clone(),
            code: code.clone(),
            from,
            watch: watch.clone(),
        };
        cx.ask(Intent::ReadProblems(Box::new(question)));
        self.0 = Some(Pages { batch: id, code, first, read: Read::Asked(from, watch) });
    }
}

/// Draws what was found wrong.
pub(super) fn show(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    pages: &mut ProblemPages,
    (id, batch): (Id<ImportBatch>, &ImportBatch),
    report: &KeptReport,
) {
    if report.problem_count == 0 {
        label(ui, &text(cx.lang, "report-no-problem"), size::SMALL, cx.tokens.text_subdued);
        return;
    }
    let args = [("problems", report.problem_count.into())];
    let words = text_with(cx.lang, "report-problems", &args);
    label(ui, &words, size::SMALL_STRONG, cx.tokens.text);
    if report.counts.is_empty() || batch.file_hash.is_empty() {
        return first_ones(ui, cx, report);
    }
    for count in &report.counts {
        if count.code == REOPEN {
            // What the import found by itself stands in its report, and not in the file.
            let _is_clicked = kind(ui, cx, count);
            for problem in report.problems.iter().filter(|it| it.code == REOPEN) {
                let place = (problem.row, &*problem.column, &*problem.value);
                label(ui, &words_of(cx, place), size::SMALL, cx.tokens.text);
            }
            continue;
        }
        let is_shown = pages.is_of(id, &count.code);
        if kind(ui, cx, count) {
            match is_shown {
                true => pages.stop(),
                false => pages.ask(cx, (id, batch), (&count.code, 0)),
            }
        }
        if pages.is_of(id, &count.code) {
            let turned = rows(ui, cx, pages, count);
            if let Some(first) = turned {
                turn(cx, pages, (id, batch), (&count.code, first));
            }
        }
    }
}

/// Draws a kind of problem with its count; whether it was clicked.
fn kind(ui: &mut Ui, cx: &Cx<'_>, count: &KeptCount) -> bool {
    let reason = text(cx.lang, &format!("problem-{}", count.code));
    ui.add_space(space::TINY);
    let words = format!("{} × {reason}", grouped(count.count));
    let mut is_clicked = false;
    ui.horizontal_wrapped(|ui| {
        let color = if count.rejects { cx.tokens.danger } else { cx.tokens.warning };
        let sign = if count.rejects { icons::CIRCLE_X } else { icons::CIRCLE_ALERT };
        let extent = eframe::egui::Vec2::splat(measure::PILL);
        let (rect, _) = ui.allocate_exact_size(extent, eframe::egui::Sense::hover());
        sign.paint(ui.painter(), rect.center(), crate::ui::theme::icon::SMALL, color);
        is_clicked = ui.add(Link::new(&words).small()).on_hover_text(&words).clicked();
    });
    is_clicked
}

/// Draws the rows of the page; the first row of another one that is wanted.
fn rows(ui: &mut Ui, cx: &Cx<'_>, pages: &ProblemPages, count: &KeptCount) -> Option<usize> {
    let pages = pages.0.as_ref()?;
    let all = usize::try_from(count.count).unwrap_or(usize::MAX);
    let (from, problems) = match &pages.read {
        Read::Here(from, problems) => (*from, problems),
        Read::Asked(_, watch) => {
            ui.ctx().request_repaint_after(crate::ui::import::EVERY);
            let args = [("rows", watch.rows().into()), ("count", grouped(watch.rows()).into())];
            let words = text_with(cx.lang, "staging-reading", &args);
            label(ui, &words, size::SMALL, cx.tokens.text_subdued);
            return None;
        }
        Read::Failed(err) => {
            paragraph(ui, &err.text(cx.lang), size::SMALL, cx.tokens.danger);
            return None;
        }
    };
    let shown = problems.iter().skip(pages.first - from).take(PAGE);
    let last = pages.first + shown.len();
    let wanted = bar(ui, cx, (pages.first, last, all));
    for problem in shown {
        let place = (problem.row, problem.column.as_str(), problem.value.as_str());
        label(ui, &words_of(cx, place), size::SMALL, cx.tokens.text);
    }
    wanted
}

/// Which rows are shown, and the way to the others.
fn bar(ui: &mut Ui, cx: &Cx<'_>, (first, last, all): (usize, usize, usize)) -> Option<usize> {
    let mut wanted = None;
    ui.horizontal(|ui| {
        let count = |count: usize| grouped(count as u64);
        let args = [
            ("from", count(first + 1).into()),
            ("to", count(last).into()),
            ("all", count(all).into()),
        ];
        let words = text_with(cx.lang, "imports-page", &args);
        label(ui, &words, size::SMALL, cx.tokens.text_subdued);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let words = text(cx.lang, "imports-page-next");
            let next = Button::icon_only(icons::CHEVRON_RIGHT, &words).enabled(last < all);
            if ui.add(next).clicked() {
                wanted = Some(first + PAGE);
            }
            let words = text(cx.lang, "imports-page-before");
            let before = Button::icon_only(icons::CHEVRON_LEFT, &words).enabled(first > 0);
            if ui.add(before).clicked() {
                wanted = Some(first.saturating_sub(PAGE));
            }
        });
    });
    wanted
}

/// Goes to another page: one that was read, or one that is read now.
fn turn(
    cx: &mut Cx<'_>,
    pages: &mut ProblemPages,
    batch: (Id<ImportBatch>, &ImportBatch),
    (code, first): (&str, usize),
) {
    match &mut pages.0 {
        Some(Pages { first: shown, read: Read::Here(from, _), .. })
            if first - first % READ == *from =>
        {
            *shown = first;
        }
        _ => pages.ask(cx, batch, (code, first)),
    }
}

/// The first problems, of a batch whose file was not kept.
fn first_ones(ui: &mut Ui, cx: &Cx<'_>, report: &KeptReport) {
    for problem in &report.problems {
        let KeptProblem { row, column, value, code, rejects } = problem;
        label(ui, &words_of(cx, (*row, column, value)), size::SMALL, cx.tokens.text);
        let reason = text(cx.lang, &format!("problem-{code}"));
        let color = if *rejects { cx.tokens.danger } else { cx.tokens.text_subdued };
        paragraph(ui, &reason, size::SMALL, color);
    }
    let more = report.problem_count.saturating_sub(report.problems.len() as u64);
    if more > 0 {
        let words = text_with(cx.lang, "report-more", &[("problems", more.into())]);
        label(ui, &words, size::SMALL, cx.tokens.text_subdued);
    }
}

/// Where a problem is, and what stands there.
fn words_of(cx: &Cx<'_>, (row, column, value): (u32, &str, &str)) -> String {
    let row = text_with(cx.lang, "report-row", &[("row", u64::from(row).into())]);
    let place = [row.as_ref(), column, value];
    place.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" · ")
}
