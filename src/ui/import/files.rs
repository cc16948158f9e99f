//! Which files are at hand: the first step, and the tabs of their tables.

use eframe::egui::{Align, Frame, Layout, Margin, Panel, ScrollArea, Ui, vec2};

use super::session::{FileState, StagedFile, StagedTable, Staging};
use crate::{
    i18n::{grouped, text, text_with},
    ui::{
        Cx, Intent,
        importing::name_of,
        theme::{measure, page, size, space},
        views::welcome,
        widgets::{Button, Tab, Tick, checkbox, icons, label, rule, tabs as draw_tabs},
    },
};

/// What is shown while there is no file at hand.
pub(super) fn nothing(ui: &mut Ui, cx: &mut Cx<'_>) {
    welcome::zone_page(ui, cx);
}

/// Draws the files.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, staging: &mut Staging) {
    let margin = Margin::symmetric(space::LARGE as i8, space::MEDIUM as i8);
    Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.horizontal(|ui| {
            let words = text(cx.lang, "staging-add");
            if ui.add(Button::secondary(&words).with_icon(icons::PLUS)).clicked() {
                cx.ask(Intent::Pick);
            }
            label(ui, &text(cx.lang, "staging-add-hint"), size::SMALL, cx.tokens.text_subdued);
        });
    });
    let mut removed = None;
    ScrollArea::vertical().id_salt("staging files").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for file in &staging.files {
            rule(ui);
            let margin = Margin::symmetric(space::LARGE as i8, space::SMALL as i8);
            if Frame::new().inner_margin(margin).show(ui, |ui| one_file(ui, cx, file)).inner {
                removed = Some(file.number);
            }
            let margin = Margin::symmetric(space::HUGE as i8 * 2, 0);
            for table in staging.tables.iter_mut().filter(|table| table.file == file.number) {
                Frame::new().inner_margin(margin).show(ui, |ui| one_table(ui, cx, table));
            }
        }
    });
    removed.into_iter().for_each(|number| staging.remove(number));
}

/// Draws a file with how far it is; whether it is to be left out.
fn one_file(ui: &mut Ui, cx: &Cx<'_>, file: &StagedFile) -> bool {
    let name = name_of(&file.path);
    let mut is_removed = false;
    let extent = vec2(ui.available_width(), page::ROW);
    ui.allocate_ui_with_layout(extent, Layout::right_to_left(Align::Center), |ui| {
        let words = format!("{} {name}", text(cx.lang, "staging-remove"));
        is_removed = ui.add(Button::icon_only(icons::X, &words)).clicked();
        let state = match &file.state {
            FileState::Failed(_) => text(cx.lang, "staging-failed").into_owned(),
            FileState::Ready => String::new(),
            _ => text(cx.lang, "import-reading").into_owned(),
        };
        label(ui, &state, size::SMALL, cx.tokens.text_subdued);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            label(ui, &name, size::BODY, cx.tokens.text);
        });
    });
    is_removed
}

/// Draws a table with its tick: whether it is imported.
fn one_table(ui: &mut Ui, cx: &Cx<'_>, table: &mut StagedTable) {
    ui.horizontal(|ui| {
        ui.set_height(page::ROW);
        let tick = if table.is_left_out { Tick::None } else { Tick::All };
        if checkbox(ui, tick, &table.name(false)).clicked() {
            table.is_left_out = !table.is_left_out;
        }
        let count = grouped(table.held.len() as u64);
        let args = [("rows", table.held.len().into()), ("count", count.into())];
        let words = text_with(cx.lang, "staging-rows", &args);
        label(ui, &words, size::SMALL, cx.tokens.text_subdued);
    });
}

/// Draws a tab for each table, where there are several.
pub(super) fn tabs(ui: &mut Ui, cx: &Cx<'_>, staging: &mut Staging) {
    if staging.tables.len() < 2 {
        return;
    }
    let frame =
        Frame::new().fill(cx.tokens.surface).inner_margin(Margin::symmetric(space::LARGE as i8, 0));
    let panel = Panel::top("staging_tables").exact_size(measure::TABS).resizable(false);
    panel.frame(frame).show(ui, |ui| {
        let names: Vec<Tab> = staging
            .tables
            .iter()
            .map(|table| Tab {
                text: table
                    .name(staging.tables.iter().filter(|it| it.file == table.file).count() == 1),
                count: grouped(table.held.len() as u64),
            })
            .collect();
        let scroll = ScrollArea::horizontal().id_salt("staging tabs").auto_shrink(false);
        let clicked =
            scroll.show(ui, |ui| ui.horizontal(|ui| draw_tabs(ui, &names, staging.shown)).inner);
        staging.shown = clicked.inner.unwrap_or(staging.shown);
    });
}
