//! One batch: how its file was read, what became of its rows, its way back, and its file.

use eframe::egui::{Align, Frame, Layout, Margin, ScrollArea, Ui};

use super::problems::{self, ProblemPages};
use crate::{
    domain::{Id, ImportBatch, Kind, RecordId},
    engine::{KeptReport, KeptUndo, Request},
    i18n::{grouped, text, text_with},
    query,
    ui::{
        Cx, Intent, Place, days,
        shown::{choice, field_label},
        theme::{measure, size, space},
        widgets::{Button, Link, icons, label, paragraph, rule},
    },
};

/// Records listed of those that were not put back; the others are counted.
const MOST: usize = 100;

/// Draws a batch; whether it is to be closed.
pub(super) fn show(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    pages: &mut ProblemPages,
    (id, batch): (Id<ImportBatch>, &ImportBatch),
) -> bool {
    let report = KeptReport::of(batch);
    let mut is_closed = false;
    let margin = Margin::same(space::LARGE as i8);
    ScrollArea::vertical().id_salt("import batch").auto_shrink(false).show(ui, |ui| {
        Frame::new().inner_margin(margin).show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = space::TINY;
            is_closed = head(ui, cx, batch);
            facts(ui, cx, batch);
            ui.add_space(space::SMALL);
            acts(ui, cx, batch);
            undone(ui, cx, batch);
            columns(ui, cx, &report);
            heading(ui);
            problems::show(ui, cx, pages, (id, batch), &report);
        });
    });
    is_closed
}

fn head(ui: &mut Ui, cx: &Cx<'_>, batch: &ImportBatch) -> bool {
    let mut is_closed = false;
    ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
        let words = text(cx.lang, "imports-close");
        is_closed = ui.add(Button::icon_only(icons::X, &words)).clicked();
        ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
            label(ui, &batch.file, size::HEADING, cx.tokens.text);
        });
    });
    is_closed
}

/// What is known of a batch, a line each; the sums add up.
fn facts(ui: &mut Ui, cx: &Cx<'_>, batch: &ImportBatch) {
    let zone = cx.model.settings().zone();
    let name = |record: Option<RecordId>| record.map(|it| query::label(cx.model, it));
    let count = |count: Option<i64>| count.and_then(|count| u64::try_from(count).ok()).map(grouped);
    let source = (!batch.source.is_empty()).then(|| choice(cx.lang, "source", batch.source.id()));
    let facts = [
        ("imported_at", batch.imported_at.map(|at| days::near(at, cx.now(), zone, cx.lang))),
        ("imported_by", name(batch.imported_by.map(Id::record))),
        ("rows", count(batch.rows)),
        ("new", count(batch.new)),
        ("updated", count(batch.updated)),
        ("skipped", count(batch.skipped)),
        ("rejected", count(batch.rejected)),
        ("campaign", name(batch.campaign.map(Id::record))),
        ("source", source),
        ("supplier", Some(batch.supplier.clone())),
        ("handed_over_by", Some(batch.handed_over_by.clone())),
        ("template", Some(batch.template.clone())),
        ("encoding", Some(batch.encoding.clone())),
        ("sheet", Some(batch.sheet.clone())),
    ];
    for (field, value) in facts {
        let Some(value) = value.filter(|value| !value.is_empty()) else { continue };
        ui.horizontal(|ui| {
            ui.set_height(measure::PILL);
            let name = field_label(cx.lang, Kind::ImportBatch, field);
            label(ui, &name, size::SMALL, cx.tokens.text_subdued);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                label(ui, &value, size::BODY, cx.tokens.text);
            });
        });
    }
}

/// What can be done with a batch.
fn acts(ui: &mut Ui, cx: &mut Cx<'_>, batch: &ImportBatch) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = eframe::egui::Vec2::splat(space::SMALL);
        let command = batch.command.filter(|_| batch.undone_at.is_none());
        if let Some(command) = command.and_then(|command| u64::try_from(command).ok()) {
            let words = text(cx.lang, "report-undo");
            if ui.add(Button::secondary(&words).with_icon(icons::UNDO)).clicked() {
                cx.run(Request::UndoCommand(command));
            }
        }
        if batch.file_hash.is_empty() {
            return;
        }
        if batch.rejected.unwrap_or_default() > 0 {
            let words = text(cx.lang, "imports-rejects");
            if ui.add(Button::secondary(&words).with_icon(icons::FILE_TEXT)).clicked() {
                cx.ask(Intent::SaveRejects(Box::new(batch.clone())));
            }
        }
        let words = text(cx.lang, "imports-open");
        if ui.add(Button::secondary(&words).with_icon(icons::COLUMNS)).clicked() {
            cx.ask(Intent::OpenKept(Box::new(batch.clone())));
        }
    });
    if !batch.file_hash.is_empty() {
        let words = text(cx.lang, "imports-open-hint");
        paragraph(ui, &words, size::SMALL, cx.tokens.text_subdued);
    }
}

/// What became of a batch that was taken back, with what was not.
fn undone(ui: &mut Ui, cx: &mut Cx<'_>, batch: &ImportBatch) {
    let (Some(at), Some(undone)) = (batch.undone_at, KeptUndo::of(batch)) else { return };
    heading(ui);
    let zone = cx.model.settings().zone();
    let args = [
        ("date", days::near(at, cx.now(), zone, cx.lang).into()),
        ("reversed", undone.reversed.into()),
        ("kept", undone.kept_count.into()),
        ("failed", undone.failed_count.into()),
    ];
    paragraph(ui, &text_with(cx.lang, "imports-undone", &args), size::BODY, cx.tokens.text);
    records(ui, cx, ("imports-kept", undone.kept_count), undone.kept());
    records(ui, cx, ("imports-failed", undone.failed_count), undone.failed());
}

fn records(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    (key, count): (&str, u64),
    records: impl Iterator<Item = RecordId>,
) {
    if count == 0 {
        return;
    }
    label(ui, &text(cx.lang, key), size::SMALL, cx.tokens.warning);
    for record in records.take(MOST) {
        let name = query::label(cx.model, record);
        if ui.add(Link::new(&name).small()).clicked() {
            cx.go(Place::Record(record));
        }
    }
}

/// Which column became which field.
fn columns(ui: &mut Ui, cx: &Cx<'_>, report: &KeptReport) {
    if report.mapping.is_empty() {
        return;
    }
    heading(ui);
    label(ui, &text(cx.lang, "imports-columns"), size::SMALL_STRONG, cx.tokens.text);
    let names = crate::exchange::Targets::of(cx.model);
    for column in &report.mapping {
        ui.horizontal(|ui| {
            ui.set_height(measure::PILL);
            label(ui, &column.column, size::SMALL, cx.tokens.text);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let target = column.field.as_ref().and_then(|field| names.get(field));
                let words = match (target, &column.field) {
                    (None, Some(field)) => field.clone(),
                    _ => crate::ui::import::field_name(cx.model, cx.lang, target),
                };
                label(ui, &words, size::SMALL, cx.tokens.text_subdued);
            });
        });
    }
}

fn heading(ui: &mut Ui) {
    ui.add_space(space::SMALL);
    rule(ui);
    ui.add_space(space::TINY);
}
