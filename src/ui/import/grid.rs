//! What becomes of every row: filters by fate, the grid, and one row beside it.

use std::sync::Weak;

use eframe::egui::{
    Align, Frame, Id, Key, Layout, Margin, Modifiers, Panel, Rect, ScrollArea, Ui, UiBuilder,
    scroll_area::ScrollBarVisibility,
};

use super::{
    fields::FieldNames,
    format, look_of, repairs,
    rows::GridRows,
    session::{Outcome, StagedTable, Staging},
    side, widths,
};
use crate::{
    engine::Fate,
    exchange::{Checked, FATES},
    i18n::{grouped, text, text_with},
    ui::{
        Cx,
        theme::{measure, page, size, space},
        widgets::{Answer, Button, Deed, Input, Table, TableState, icons, label},
    },
};

/// Columns before those of the file: the row in the file, and what becomes of it.
pub(super) const OWN: usize = 2;

/// Which rows are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Shown {
    #[default]
    All,
    /// Those of a fate.
    Of(Fate),
    /// Those that come in with a remark.
    Remarked,
}

/// What the grid of a table remembers.
#[derive(Default)]
pub(super) struct GridView {
    pub table: TableState,
    pub shown: Shown,
    /// The row that is looked at, by its place.
    pub chosen: Option<u32>,
    /// A cell that is being changed: its row and column, what was typed, whether it has the keyboard.
    pub editing: Option<(u32, u32, String, bool)>,
    /// Rows with the same evidence as one, for the check in which they were found.
    pub alike: Option<(u32, Weak<Checked>, Vec<u32>)>,
    /// Whether a decision is taken for all rows with the same evidence.
    pub is_for_all: bool,
    /// What happens to someone who is known already.
    pub on_match: crate::engine::OnMatch,
}

impl GridView {
    /// Keeps to what there is after a check.
    pub fn settle(&mut self, checked: &Checked) {
        if let Shown::Of(fate) = self.shown
            && checked.count(fate) == 0
        {
            self.shown = Shown::All;
        }
    }

    /// The row on a line of the grid.
    pub fn place(&self, checked: &Checked, line: usize) -> Option<u32> {
        match self.shown {
            Shown::All => u32::try_from(line).ok().filter(|_| line < checked.len()),
            Shown::Of(fate) => checked.rows(fate).get(line).copied(),
            Shown::Remarked => checked.remarked.get(line).copied(),
        }
    }

    /// How many lines the grid has.
    pub fn lines(&self, checked: &Checked) -> usize {
        match self.shown {
            Shown::All => checked.len(),
            Shown::Of(fate) => checked.count(fate),
            Shown::Remarked => checked.remarked.len(),
        }
    }

    /// Goes to a row.
    pub fn go(&mut self, checked: &Checked, place: u32) {
        let line = match self.shown {
            Shown::All => Some(place as usize),
            Shown::Of(fate) => checked.rows(fate).binary_search(&place).ok(),
            Shown::Remarked => checked.remarked.binary_search(&place).ok(),
        };
        let Some(line) = line else {
            self.shown = Shown::All;
            return self.go(checked, place);
        };
        self.chosen = Some(place);
        self.table.cursor = Some(line);
        self.table.position.row = line.saturating_sub(3);
    }

    /// The next row that has something to be looked at, behind the one that is chosen.
    fn next_issue(&self, checked: &Checked) -> Option<u32> {
        let from = self.chosen.map_or(0, |place| place + 1);
        let rows = [checked.rows(Fate::Error), checked.rows(Fate::Conflict)];
        let behind = |rows: &&[u32]| rows.get(rows.partition_point(|row| *row < from)).copied();
        let next = rows.iter().filter_map(behind).min();
        next.or_else(|| rows.iter().filter_map(|rows| rows.first().copied()).min())
    }
}

/// Draws the rows of the table that is shown.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, staging: &mut Staging) {
    let frame = |margin: f32| {
        let margin = Margin::symmetric(space::LARGE as i8, margin as i8);
        Frame::new().fill(cx.tokens.surface).inner_margin(margin)
    };
    let bar = frame(space::TINY);
    let panel = Panel::top("staging_settings").resizable(false).frame(bar);
    panel.show(ui, |ui| ui.horizontal_wrapped(|ui| format::settings(ui, cx, staging)));
    let Some((_, table)) = staging.shown() else { return };
    if table.held.is_cut {
        return too_large(ui, cx, table);
    }
    let Some(outcome) = table.checked.clone() else {
        let words = checking(ui, cx, table);
        ui.centered_and_justified(|ui| {
            label(ui, &words, size::BODY, cx.tokens.text_subdued);
        });
        return;
    };
    // Before anything else takes the key: a cell that is given up stays as it was.
    let gives_up = |ui: &Ui| ui.input_mut(|it| it.consume_key(Modifiers::NONE, Key::Escape));
    if table.view.editing.is_some() && gives_up(ui) {
        (table.view.editing, table.view.table.column) = (None, None);
    }
    let side = Panel::right("staging_side").exact_size(page::ISSUE).resizable(false);
    let is_side = table.view.chosen.is_some();
    if is_side {
        side.frame(Frame::new().fill(cx.tokens.surface))
            .show(ui, |ui| side::show(ui, cx, table, &outcome));
    }
    let fixed = |panel: Panel, size: f32| panel.exact_size(size).resizable(false);
    fixed(Panel::top("staging_fates"), measure::FILTER_BAR)
        .frame(frame(0.0))
        .show(ui, |ui| fates(ui, cx, table, &outcome));
    remarks(ui, cx, table);
    fixed(Panel::bottom("staging_counts"), measure::STATUS_BAR)
        .frame(frame(0.0).fill(cx.tokens.bg))
        .show(ui, |ui| counts(ui, cx, table, &outcome));
    grid(ui, cx, table, &outcome);
}

fn too_large(ui: &mut Ui, cx: &Cx<'_>, table: &StagedTable) {
    let count = grouped(table.held.len() as u64);
    let args = [("rows", table.held.len().into()), ("count", count.into())];
    ui.centered_and_justified(|ui| {
        let words = text_with(cx.lang, "staging-too-large", &args);
        crate::ui::widgets::paragraph(ui, &words, size::BODY, cx.tokens.text_subdued);
    });
}

/// How far the check is.
fn checking(ui: &Ui, cx: &Cx<'_>, table: &StagedTable) -> String {
    ui.request_repaint_after(super::view::EVERY);
    let done = table.checking.as_ref().map_or(0, crate::exchange::Watch::rows);
    let all = grouped(table.held.len() as u64);
    let args = [("done", grouped(done).into()), ("all", all.into())];
    text_with(cx.lang, "staging-checked", &args).into_owned()
}

/// What is to be said of the file, above its rows.
fn remarks(ui: &mut Ui, cx: &Cx<'_>, table: &StagedTable) {
    let Some(before) = &table.imported_before else { return };
    let margin = Margin::symmetric(space::LARGE as i8, space::TINY as i8);
    let frame = Frame::new().fill(cx.tokens.warning_soft).inner_margin(margin);
    Panel::top("staging_before").resizable(false).frame(frame).show(ui, |ui| {
        let day = before.get(..10).unwrap_or(before);
        let words = text_with(cx.lang, "staging-before", &[("date", day.into())]);
        label(ui, &words, size::SMALL, cx.tokens.warning);
    });
}

/// The fates, each with its count, to be filtered by; and what is wrong in many rows.
fn fates(ui: &mut Ui, cx: &mut Cx<'_>, table: &mut StagedTable, outcome: &Outcome) {
    ui.set_height(measure::FILTER_BAR);
    let checked = &outcome.checked;
    let is_narrow = ui.available_width() < measure::BAR_WIDE + 250.0;
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = space::SMALL;
        repairs::show(ui, cx, table, outcome);
        let words = text(cx.lang, "staging-next");
        let next = table.view.next_issue(checked);
        let button = match is_narrow {
            true => Button::icon_only(icons::CHEVRON_DOWN, &words).outlined(),
            false => Button::secondary(&words).with_icon(icons::CHEVRON_DOWN).shortcut("F8"),
        };
        let is_pressed = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::F8));
        let is_clicked = ui.add(button.enabled(next.is_some())).clicked();
        if let Some(next) = next.filter(|_| is_pressed || is_clicked) {
            table.view.go(checked, next);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            // More than have room are reached by scrolling.
            let scroll = ScrollArea::horizontal().id_salt("staging fates").auto_shrink(false);
            let scroll = scroll.scroll_bar_visibility(ScrollBarVisibility::AlwaysHidden);
            scroll.show(ui, |ui| ui.horizontal_centered(|ui| chips(ui, cx, table, checked)));
        });
    });
}

fn chips(ui: &mut Ui, cx: &Cx<'_>, table: &mut StagedTable, checked: &Checked) {
    ui.spacing_mut().item_spacing.x = space::TINY;
    chip(ui, cx, &mut table.view, (Shown::All, "fate-all", None), checked.len());
    for fate in FATES {
        let count = checked.count(fate);
        let (key, icon, _) = look_of(fate, cx.tokens);
        if count > 0 || fate != Fate::Skip {
            let shown = (Shown::Of(fate), key, Some(icon));
            chip(ui, cx, &mut table.view, shown, count);
        }
    }
    if !checked.remarked.is_empty() {
        let shown = (Shown::Remarked, "fate-remarked", Some(icons::TRIANGLE_ALERT));
        chip(ui, cx, &mut table.view, shown, checked.remarked.len());
    }
}

fn chip(
    ui: &mut Ui,
    cx: &Cx<'_>,
    view: &mut GridView,
    (shown, key, icon): (Shown, &str, Option<crate::ui::widgets::Icon>),
    count: usize,
) {
    let words = format!("{} {}", text(cx.lang, key), grouped(count as u64));
    let is_chosen = view.shown == shown;
    let button = if is_chosen { Button::tab(&words, true) } else { Button::secondary(&words) };
    let button = match icon {
        Some(icon) => button.with_icon(icon),
        None => button,
    };
    let button = button.height(measure::CHIP).enabled(count > 0 || is_chosen);
    if ui.add(button).clicked() {
        view.shown = if is_chosen { Shown::All } else { shown };
        view.table = TableState::default();
        view.chosen = None;
    }
}

/// How many rows are shown, and what the sums say.
fn counts(ui: &mut Ui, cx: &Cx<'_>, table: &StagedTable, outcome: &Outcome) {
    ui.set_height(measure::STATUS_BAR);
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        let (shown, all) = (table.view.lines(&outcome.checked), outcome.checked.len());
        let args = [("shown", grouped(shown as u64).into()), ("all", grouped(all as u64).into())];
        let words = text_with(cx.lang, "staging-shown", &args);
        label(ui, &words, size::SMALL, cx.tokens.text_subdued);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let words = match table.checking.is_some() {
                true => checking(ui, cx, table),
                false => text(cx.lang, "staging-promise").into_owned(),
            };
            label(ui, &words, size::SMALL, cx.tokens.text_subdued);
        });
    });
}

fn grid(ui: &mut Ui, cx: &mut Cx<'_>, table: &mut StagedTable, outcome: &Outcome) {
    let names = FieldNames::of(cx.model, cx.lang);
    let columns = widths::columns(cx, table, outcome);
    let name = text(cx.lang, "staging-check");
    let drawn = Table {
        name: &name,
        columns: &columns,
        pinned: OWN,
        is_arranged: false,
        rows: table.view.lines(&outcome.checked),
        row_height: measure::TABLE_ROW_TWO,
        order: None,
        ticks: None,
    };
    let mut state = std::mem::take(&mut table.view.table);
    let mut rows = GridRows { cx, table, outcome, names: &names, updates: None };
    let answer = drawn.show(ui, &mut state, &mut rows);
    table.view.table = state;
    take(table, outcome, &answer);
    edit(ui, table, outcome, answer.cell);
}

/// Takes what was done in the grid.
fn take(table: &mut StagedTable, outcome: &Outcome, answer: &Answer) {
    let checked = &outcome.checked;
    for deed in &answer.deeds {
        match deed {
            Deed::Chosen(line) => {
                table.view.chosen = table.view.place(checked, *line);
                table.view.is_for_all = false;
            }
            Deed::Cleared => (table.view.chosen, table.view.table.cursor) = (None, None),
            Deed::Opened(line) => begin(table, outcome, *line, None),
            Deed::Edit(line, at) => begin(table, outcome, *line, *at),
            _ => {}
        }
    }
}

/// Begins to change a cell: that of a column, else the first that has a problem.
fn begin(table: &mut StagedTable, outcome: &Outcome, line: usize, at: Option<usize>) {
    let checked = &outcome.checked;
    let Some(place) = table.view.place(checked, line) else { return };
    let mapping = &outcome.stager.mapping;
    let wrong = || {
        let columns = mapping.columns.iter().map(|map| map.index as u32);
        columns.into_iter().find(|column| checked.problem(mapping, place, *column).is_some())
    };
    let column = at.and_then(|at| at.checked_sub(OWN)).map(|at| at as u32).or_else(wrong);
    let column = column.unwrap_or_default();
    let text = table.text(place, column).to_owned();
    table.view.table.cursor = Some(line);
    table.view.table.column = Some(column as usize + OWN);
    table.view.editing = Some((place, column, text, false));
}

/// Draws the cell that is being changed.
fn edit(ui: &mut Ui, table: &mut StagedTable, outcome: &Outcome, cell: Option<Rect>) {
    let (Some((place, column, mut words, is_begun)), Some(cell)) =
        (table.view.editing.take(), cell)
    else {
        return;
    };
    let name = outcome.stager.mapping.label(column as usize);
    let width = cell.width().max(measure::EDITOR);
    let extent = eframe::egui::vec2(width, measure::INPUT);
    let rect = Rect::from_min_size(
        cell.left_center() - eframe::egui::vec2(0.0, measure::INPUT / 2.0),
        extent,
    );
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect));
    let id = Id::unique("staging cell");
    let input = Input::new(&mut words, &name).id(id).width(width).show(&mut child);
    if !is_begun {
        input.request_focus();
    }
    if input.lost_focus() && is_begun {
        table.view.table.column = None;
        if words.trim() != table.text(place, column) {
            table.put_right(|it| it.set_cell(place, column, &words));
        }
        ui.request_repaint();
    } else {
        table.view.editing = Some((place, column, words, true));
    }
}

impl StagedTable {
    /// What stands in a cell, as it was put right.
    pub fn text(&self, place: u32, column: u32) -> &str {
        let put_right = self.adjustments.cell(place, column);
        put_right.unwrap_or_else(|| self.held.cell(place, column as usize))
    }
}
