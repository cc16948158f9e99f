//! What became of an import: sums that add up, and what was found wrong.

use eframe::egui::{Align, Frame, Layout, Margin, Ui, vec2};

use crate::{
    domain::{Id, ImportBatch, Kind},
    engine::{ImportReport, ReportedProblem, Request},
    i18n::{grouped, text, text_with},
    ui::{
        Cx, Intent,
        importing::{Finished, Imported},
        returned::CameBack,
        shown::field_label,
        theme::{icon, measure, size, space},
        widgets::{Button, icons, label, paragraph, rule},
    },
};

/// Problems shown; the others are counted.
const MOST: usize = 200;

/// Draws the newest of so many reports.
pub(in crate::ui) fn show(ui: &mut Ui, cx: &mut Cx<'_>, finished: &Finished, reports: usize) {
    ui.set_min_width(ui.available_width());
    match finished {
        Finished::Import(imported) => import(ui, cx, imported, reports),
        Finished::CameBack(came, sequence) => came_back(ui, cx, came, *sequence),
    }
}

/// What was taken over of a file that came back, and what was not.
fn came_back(ui: &mut Ui, cx: &mut Cx<'_>, came: &CameBack, sequence: Option<u64>) {
    let tokens = cx.tokens;
    let margin = Margin::same(space::LARGE as i8);
    Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::TINY;
        label(ui, &text(cx.lang, "returned-title"), size::SMALL, tokens.text_subdued);
        label(ui, &came.file, size::HEADING, tokens.text);
        let args = [
            ("rows", came.rows.into()),
            ("changed", came.changed.into()),
            ("kept", came.kept.len().into()),
        ];
        paragraph(ui, &text_with(cx.lang, "returned-sums", &args), size::BODY, tokens.text);
        ui.add_space(space::SMALL);
        ui.horizontal(|ui| {
            if let Some(command) = sequence {
                let words = text(cx.lang, "returned-undo");
                if ui.add(Button::secondary(&words).with_icon(icons::UNDO)).clicked() {
                    cx.run(Request::UndoCommand(command));
                }
            }
            if ui.add(Button::secondary(&text(cx.lang, "report-close"))).clicked() {
                cx.ask(Intent::CloseReport);
            }
        });
    });
    rule(ui);
    let scroll = eframe::egui::ScrollArea::vertical().auto_shrink(false);
    scroll.id_salt("returned").show(ui, |ui| {
        Frame::new().inner_margin(margin).show(ui, |ui| {
            for (name, reason) in came.kept.iter().take(MOST) {
                label(ui, name, size::BODY, tokens.text);
                paragraph(ui, reason, size::SMALL, tokens.warning);
                ui.add_space(space::SMALL);
            }
            for problem in came.problems.iter().take(MOST) {
                one(ui, cx, problem);
                ui.add_space(space::SMALL);
            }
        });
    });
}

fn import(ui: &mut Ui, cx: &mut Cx<'_>, finished: &Imported, reports: usize) {
    let report = &finished.report;
    let margin = Margin::same(space::LARGE as i8);
    Frame::new().inner_margin(margin).show(ui, |ui| {
        head(ui, cx, report, reports);
        ui.add_space(space::SMALL);
        sums(ui, cx, report);
        for given in &report.assigned {
            label(ui, &given.words(cx.lang), size::SMALL, cx.tokens.text_subdued);
        }
        ui.add_space(space::SMALL);
        ui.horizontal(|ui| {
            let stands = finished.stands(cx.model);
            if let Some(command) = finished.sequence {
                let words = text(cx.lang, if stands { "report-undo" } else { "import-undone" });
                let undo = Button::secondary(&words).with_icon(icons::UNDO).enabled(stands);
                if ui.add(undo).clicked() {
                    cx.run(Request::UndoCommand(command));
                }
            }
            if ui.add(Button::secondary(&text(cx.lang, "report-close"))).clicked() {
                cx.ask(Intent::CloseReport);
            }
        });
        if let Some(batch) = batch_with_rejects(cx, report) {
            ui.add_space(space::SMALL);
            let words = text(cx.lang, "imports-rejects");
            if ui.add(Button::secondary(&words).with_icon(icons::FILE_TEXT)).clicked() {
                cx.ask(Intent::SaveRejects(Box::new(batch)));
            }
        }
    });
    rule(ui);
    problems(ui, cx, report);
}

/// The batch of a report, if its file is kept and has rows that were left out.
fn batch_with_rejects(cx: &Cx<'_>, report: &ImportReport) -> Option<ImportBatch> {
    let batch = cx.model.import_batches.get(Id::new(report.batch.parse().ok()?))?;
    (report.rejected > 0 && !batch.file_hash.is_empty()).then(|| batch.clone())
}

fn head(ui: &mut Ui, cx: &Cx<'_>, report: &ImportReport, reports: usize) {
    let tokens = cx.tokens;
    ui.spacing_mut().item_spacing.y = space::TINY;
    let title = match reports {
        0 | 1 => text(cx.lang, "report-title"),
        _ => text_with(cx.lang, "report-title-more", &[("reports", (reports - 1).into())]),
    };
    label(ui, &title, size::SMALL, tokens.text_subdued);
    label(ui, &report.file, size::HEADING, tokens.text);
    let layout = &report.layout;
    let how = [
        Some(layout.kind.to_owned()),
        layout.encoding.clone(),
        layout.sheet.clone(),
        Some(
            text_with(cx.lang, "report-seconds", &[("seconds", seconds(report).into())])
                .into_owned(),
        ),
    ];
    let how: Vec<String> = how.into_iter().flatten().filter(|words| !words.is_empty()).collect();
    label(ui, &how.join(" · "), size::SMALL, tokens.text_subdued);
    if report.imported_before.is_some() {
        paragraph(ui, &text(cx.lang, "report-before"), size::SMALL, tokens.warning);
    }
}

fn seconds(report: &ImportReport) -> String {
    format!("{:.1}", report.seconds)
}

/// Rows = new + updated + skipped + rejected.
fn sums(ui: &mut Ui, cx: &Cx<'_>, report: &ImportReport) {
    let tokens = cx.tokens;
    let lines = [
        ("rows", report.rows, tokens.text),
        ("new", report.new, tokens.success),
        ("updated", report.updated, tokens.info),
        ("skipped", report.skipped, tokens.text_subdued),
        ("rejected", report.rejected, tokens.danger),
    ];
    for (at, (field, count, color)) in lines.into_iter().enumerate() {
        let color = if count == 0 { tokens.text_subdued } else { color };
        ui.horizontal(|ui| {
            ui.set_height(measure::PILL);
            let name = field_label(cx.lang, Kind::ImportBatch, field);
            label(ui, &name, size::BODY, tokens.text);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                label(ui, &grouped(count), size::BODY, color);
            });
        });
        if at == 0 {
            rule(ui);
        }
    }
}

fn problems(ui: &mut Ui, cx: &Cx<'_>, report: &ImportReport) {
    let tokens = cx.tokens;
    let margin = Margin::symmetric(space::LARGE as i8, space::MEDIUM as i8);
    let scroll = eframe::egui::ScrollArea::vertical().auto_shrink(false);
    scroll.id_salt(report.batch.as_str()).show(ui, |ui| {
        Frame::new().inner_margin(margin).show(ui, |ui| {
            if report.problems.is_empty() {
                label(ui, &text(cx.lang, "report-no-problem"), size::BODY, tokens.text_subdued);
                return;
            }
            let args = [("problems", report.problem_count().into())];
            let words = text_with(cx.lang, "report-problems", &args);
            label(ui, &words, size::SMALL, tokens.text_subdued);
            for problem in report.problems.iter().take(MOST) {
                ui.add_space(space::SMALL);
                one(ui, cx, problem);
            }
            if let Some(more) =
                report.problem_count().checked_sub(MOST as u64).filter(|more| *more > 0)
            {
                ui.add_space(space::SMALL);
                let words = text_with(cx.lang, "report-more", &[("problems", more.into())]);
                label(ui, &words, size::BODY, tokens.text_subdued);
            }
        });
    });
}

fn one(ui: &mut Ui, cx: &Cx<'_>, reported: &ReportedProblem) {
    let tokens = cx.tokens;
    let problem = &reported.problem;
    let (picture, color) = if problem.rejects {
        (icons::CIRCLE_X, tokens.danger)
    } else {
        (icons::CIRCLE_ALERT, tokens.warning)
    };
    ui.horizontal_top(|ui| {
        let extent = vec2(icon::BODY, measure::PILL);
        let (rect, _) = ui.allocate_exact_size(extent, eframe::egui::Sense::hover());
        picture.paint(ui.painter(), rect.center(), icon::SMALL, color);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let row = text_with(cx.lang, "report-row", &[("row", u64::from(problem.row).into())]);
            let place = [row.as_ref(), problem.column.as_str(), problem.value.as_str()];
            let place: Vec<&str> = place.into_iter().filter(|words| !words.is_empty()).collect();
            label(ui, &place.join(" · "), size::BODY, tokens.text);
            paragraph(ui, &reported.reason, size::SMALL, tokens.text_subdued);
        });
    });
}
