//! The files that were imported, newest first, each with a way back.

use std::cmp::Reverse;

use eframe::egui::{Align, Frame, Layout, Margin, Panel, Ui};

use super::{Batch, panel, problems::ProblemPages};
use crate::{
    domain::{Id, ImportBatch, Kind},
    i18n::{Lang, grouped, text, text_with},
    ui::{
        Cx, Intent, days,
        shown::field_label,
        theme::{column, measure, size, space},
        widgets::{
            Button, Cell, Column, Deed, Glyph, Pill, Table, TableState, empty_state, icons, label,
        },
    },
};

/// What the place remembers.
#[derive(Default)]
pub(in crate::ui) struct ImportsView {
    table: TableState,
    chosen: Option<Id<ImportBatch>>,
    /// The batches that were taken back.
    taken_back: Vec<Batch>,
    /// The revision of the workspace for which these were asked.
    asked: Option<u64>,
    /// What was wrong in the file of the batch that is chosen.
    pub(super) problems: ProblemPages,
}

/// The columns: name and width.
const COLUMNS: &[(&str, f32)] = &[
    ("file", column::NAME),
    ("imported_at", column::DAY),
    ("rows", column::COUNT),
    ("new", column::COUNT),
    ("updated", column::COUNT),
    ("skipped", column::COUNT),
    ("rejected", column::COUNT),
    ("campaign", column::CAMPAIGN),
    ("state", column::STATE),
];

const NUMBERS: &[&str] = &["rows", "new", "updated", "skipped", "rejected"];

impl ImportsView {
    /// Whether it has to be read what was taken back; that is noted.
    pub fn asks(&mut self, revision: u64) -> bool {
        let is_old = self.asked != Some(revision);
        self.asked = Some(revision);
        is_old
    }

    /// Takes the batches that were taken back.
    pub fn take(&mut self, revision: u64, batches: Vec<Batch>) {
        if self.asked == Some(revision) {
            self.taken_back = batches;
        }
    }

    /// Draws the imports.
    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let stand = cx.model.import_batches.iter();
        let back =
            self.taken_back.iter().filter(|(id, _)| cx.model.import_batches.get(*id).is_none());
        let mut batches: Vec<(Id<ImportBatch>, &ImportBatch)> =
            stand.chain(back.map(|(id, batch)| (*id, batch))).collect();
        batches.sort_by_key(|(_, batch)| Reverse(batch.imported_at));
        if batches.is_empty() {
            return nothing(ui, cx);
        }
        let margin = Margin::symmetric(space::LARGE as i8, 0);
        let frame = Frame::new().fill(cx.tokens.surface).inner_margin(margin);
        Panel::top("imports_bar")
            .exact_size(measure::FILTER_BAR)
            .resizable(false)
            .frame(frame)
            .show(ui, |ui| bar(ui, cx, batches.len()));
        let chosen = batches.iter().find(|(id, _)| Some(*id) == self.chosen);
        let mut is_closed = false;
        if let Some((id, batch)) = chosen {
            let panel = Panel::right("import_batch").exact_size(measure::PREVIEW).resizable(false);
            let frame = Frame::new().fill(cx.tokens.surface);
            is_closed = panel
                .frame(frame)
                .show(ui, |ui| panel::show(ui, cx, &mut self.problems, (*id, *batch)))
                .inner;
        }
        let name = text(cx.lang, "kind-import_batch-plural");
        let columns = columns(cx.lang);
        let table = Table {
            name: &name,
            columns: &columns,
            pinned: 1,
            is_arranged: false,
            rows: batches.len(),
            row_height: measure::TABLE_ROW,
            order: None,
            ticks: None,
        };
        let mut rows = |cell: &mut Cell<'_>, place: usize, column: usize| {
            if let (Some((_, batch)), Some((name, _))) = (batches.get(place), COLUMNS.get(column)) {
                draw(cell, cx, batch, name);
            }
        };
        let deeds = table.show(ui, &mut self.table, &mut rows).deeds;
        for deed in deeds {
            match deed {
                Deed::Chosen(place) => self.chosen = batches.get(place).map(|(id, _)| *id),
                Deed::Cleared => is_closed = true,
                _ => {}
            }
        }
        if is_closed {
            (self.chosen, self.table.cursor) = (None, None);
        }
    }
}

/// What can be done here.
fn bar(ui: &mut Ui, cx: &mut Cx<'_>, count: usize) {
    ui.set_height(measure::FILTER_BAR);
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        let words = text_with(cx.lang, "imports-choose", &[("imports", count.into())]);
        label(ui, &words, size::BODY, cx.tokens.text_subdued);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let words = text(cx.lang, "import-button");
            if ui.add(Button::secondary(&words).with_icon(icons::DOWNLOAD)).clicked() {
                cx.ask(Intent::Pick);
            }
        });
    });
}

fn columns(lang: Lang) -> Vec<Column> {
    let made = |(id, width): &(&'static str, f32)| Column {
        label: match *id {
            "state" => text(lang, "column-state").into_owned(),
            other => field_label(lang, Kind::ImportBatch, other),
        },
        width: *width,
        is_flexible: ["file", "campaign"].contains(id),
        is_right: NUMBERS.contains(id),
        can_sort: false,
    };
    COLUMNS.iter().map(made).collect()
}

fn draw(cell: &mut Cell<'_>, cx: &Cx<'_>, batch: &ImportBatch, column: &str) {
    let (color, subdued) = (cell.tokens().text, cell.tokens().text_subdued);
    let count = |count: Option<i64>| {
        grouped(count.and_then(|count| u64::try_from(count).ok()).unwrap_or_default())
    };
    match column {
        "file" => cell.text(&batch.file, color),
        "imported_at" => {
            let zone = cx.model.settings().zone();
            let at = batch.imported_at.map(|at| days::near(at, cx.now(), zone, cx.lang));
            cell.text(&at.unwrap_or_default(), subdued);
        }
        "rows" => cell.text(&count(batch.rows), color),
        "new" => cell.text(&count(batch.new), color),
        "updated" => cell.text(&count(batch.updated), color),
        "skipped" => cell.text(&count(batch.skipped), color),
        "rejected" => cell.text(&count(batch.rejected), color),
        "campaign" => {
            let campaign = batch.campaign.and_then(|id| cx.model.campaigns.get(id));
            cell.text(campaign.map_or("", |campaign| campaign.name.as_str()), color);
        }
        _ => {
            let (key, glyph, tone) = match batch.undone_at {
                None => ("import-stands", icons::CIRCLE_CHECK, cell.tokens().good()),
                Some(_) => ("import-undone", icons::UNDO, cell.tokens().neutral()),
            };
            let words = text(cx.lang, key);
            cell.pill(&Pill { text: &words, glyph: Glyph::Icon(glyph), tone });
        }
    }
}

fn nothing(ui: &mut Ui, cx: &Cx<'_>) {
    let title = text(cx.lang, "imports-nothing");
    empty_state(ui, icons::INBOX, (&title, &text(cx.lang, "imports-nothing-hint")), |_| {});
}
