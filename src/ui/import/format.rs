//! How a file is read: kind, encoding, what separates cells, sheet and row of labels, each with what was
//! found out, each to be changed, and below them its first rows.

use eframe::egui::{
    Align, Frame, Layout, Margin, Panel, Popup, PopupCloseBehavior, ScrollArea, Sense, Ui,
    WidgetInfo, accesskit::Role, vec2,
};

use super::session::{StagedFile, StagedTable, Staging};
use crate::{
    domain::{FoundSheet, Line, SheetLook, country::Country2},
    exchange::{Held, Options, phone_country, sheet_words},
    i18n::{text, text_with},
    ui::{
        Cx,
        importing::name_of,
        settings::countries,
        theme::{column, measure, page, size, space},
        widgets::{Button, Select, Tick, checkbox, galley, icons, label, line, scroll_list},
    },
};

/// Encodings that are offered: those of the places that cards come from.
const ENCODINGS: [&str; 9] = [
    "UTF-8",
    "Big5",
    "GBK",
    "gb18030",
    "Shift_JIS",
    "EUC-KR",
    "windows-1252",
    "UTF-16LE",
    "UTF-16BE",
];

/// What is offered as separating cells, with the key of its name.
const DELIMITERS: [(char, &str); 6] = [
    (',', "delimiter-comma"),
    (';', "delimiter-semicolon"),
    ('\t', "delimiter-tab"),
    ('|', "delimiter-bar"),
    ('，', "delimiter-wide-comma"),
    (' ', "delimiter-space"),
];

/// Rows of labels that are offered.
const LABEL_ROWS: u32 = 12;

/// Draws the settings of the file that is shown, and its first rows.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, staging: &mut Staging) {
    let margin = Margin::symmetric(space::LARGE as i8, space::SMALL as i8);
    let frame = Frame::new().fill(cx.tokens.surface).inner_margin(margin);
    let panel = Panel::top("staging_format").resizable(false).frame(frame);
    panel.show(ui, |ui| {
        ui.horizontal_wrapped(|ui| settings(ui, cx, staging));
        let Some((_, table)) = staging.shown() else { return };
        for note in table.notes() {
            let reason = text(cx.lang, &format!("problem-{}", note.code));
            let words = match note.value.is_empty() {
                true => reason.into_owned(),
                false => format!("{}: {reason}", note.value),
            };
            label(ui, &words, size::SMALL, cx.tokens.warning);
        }
    });
    let Some((file, table)) = staging.shown() else { return };
    first_rows(ui, cx, file, table);
}

/// Draws what was found out of a file, each to be changed.
pub(super) fn settings(ui: &mut Ui, cx: &Cx<'_>, staging: &mut Staging) {
    let country = staging.batch.country.unwrap_or(phone_country(cx.model));
    let Some((file, table)) = staging.shown() else { return };
    let layout = table.held.layout.clone();
    let is_table = table.held.is_table();
    ui.spacing_mut().item_spacing.x = space::MEDIUM;
    kind(ui, cx, &table.held, layout.kind);
    if let Some(encoding) = &layout.encoding {
        choose_encoding(ui, cx, file, encoding);
    }
    if let Some(delimiter) = layout.delimiter {
        choose_delimiter(ui, cx, file, delimiter);
    }
    if layout.sheets.len() > 1 {
        choose_sheets(ui, cx, file, &layout.sheets);
    }
    if is_table {
        choose_row(ui, cx, file, layout.header_row);
    }
    let (codes, names) = countries(cx.model, cx.lang);
    let chosen = codes.iter().position(|code| Country2::from_code(code) == Some(country));
    let clicked = named(ui, cx, "staging-country", &names, chosen);
    if let Some(code) = clicked.and_then(|at| codes.get(at)) {
        staging.batch.country = Country2::from_code(code);
        staging.check_again();
    }
}

/// What a file is, and whether its name says something else.
fn kind(ui: &mut Ui, cx: &Cx<'_>, file: &Held, kind: &str) {
    let ending = file.path.extension().map(|it| it.to_string_lossy().to_lowercase());
    let is_odd = ending.as_deref().is_some_and(|ending| {
        let usual: &[&str] = match kind {
            "csv" => &["csv", "tsv", "txt", "tab"],
            "xlsx" => &["xlsx", "xlsm"],
            "vcf" => &["vcf", "vcard"],
            "qr" => &["png", "jpg", "jpeg"],
            "mecard" => &["txt"],
            "html" => &["html", "htm"],
            _ => return false,
        };
        !usual.contains(&ending) && ending != "zip"
    });
    let name = text(cx.lang, &format!("reader-{kind}"));
    let (words, color) = match is_odd {
        true => {
            let args = [("kind", name.as_ref().into())];
            (text_with(cx.lang, "staging-odd-kind", &args), cx.tokens.warning)
        }
        false => (name, cx.tokens.text_subdued),
    };
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = space::TINY;
        label(ui, &words, size::SMALL, color);
        let extent = vec2(column::WORDS, measure::INPUT);
        ui.allocate_ui_with_layout(extent, Layout::left_to_right(Align::Center), |ui| {
            label(ui, &name_of(&file.path), size::BODY_STRONG, cx.tokens.text);
        });
    });
}

/// One of several, under its name.
fn named(
    ui: &mut Ui,
    cx: &Cx<'_>,
    key: &str,
    entries: &[String],
    chosen: Option<usize>,
) -> Option<usize> {
    let name = text(cx.lang, key);
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = space::TINY;
        label(ui, &name, size::SMALL, cx.tokens.text_subdued);
        let width = column::WORDS + space::LARGE;
        Select { name: &name, entries, chosen, hint: "", width }.show(ui)
    })
    .inner
}

fn choose_encoding(ui: &mut Ui, cx: &Cx<'_>, file: &mut StagedFile, found: &str) {
    let is_known = ENCODINGS.contains(&found);
    let mut names: Vec<String> = ENCODINGS.iter().map(|name| (*name).to_owned()).collect();
    if !is_known {
        names.insert(0, found.to_owned());
    }
    let chosen = names.iter().position(|name| name == found);
    let clicked = named(ui, cx, "field-encoding", &names, chosen);
    if let Some(name) = clicked.and_then(|at| names.get(at)) {
        file.say(|options| options.encoding = Some(name.clone()));
    }
}

fn choose_delimiter(ui: &mut Ui, cx: &Cx<'_>, file: &mut StagedFile, found: char) {
    let mut known: Vec<(char, String)> =
        DELIMITERS.iter().map(|(it, key)| (*it, text(cx.lang, key).into_owned())).collect();
    if !known.iter().any(|(it, _)| *it == found) {
        known.push((found, found.to_string()));
    }
    let names: Vec<String> = known.iter().map(|(_, name)| name.clone()).collect();
    let chosen = known.iter().position(|(it, _)| *it == found);
    let clicked = named(ui, cx, "field-delimiter", &names, chosen);
    if let Some((delimiter, _)) = clicked.and_then(|at| known.get(at)) {
        file.say(|options| options.delimiter = Some(*delimiter));
    }
}

/// Which sheets are read: those that look like cards, until somebody says otherwise.
fn choose_sheets(ui: &mut Ui, cx: &Cx<'_>, file: &mut StagedFile, sheets: &[FoundSheet]) {
    let name = text(cx.lang, "field-sheet");
    let read = sheets.iter().filter(|sheet| sheet.is_read).count();
    let args = [("read", read.into()), ("all", sheets.len().into())];
    let words = match sheets.iter().find(|sheet| sheet.is_read) {
        Some(only) if read == 1 => only.name.as_str().into(),
        _ => text_with(cx.lang, "staging-sheets", &args),
    };
    let clicked = ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = space::TINY;
        label(ui, &name, size::SMALL, cx.tokens.text_subdued);
        let said = format!("{name}: {words}");
        let button = ui.add(Button::secondary(&words).menu().named(&said));
        let popup = Popup::menu(&button).accessible_name(&*name).gap(space::TINY);
        let popup = popup.close_behavior(PopupCloseBehavior::CloseOnClickOutside);
        popup.show(|ui| {
            ui.set_width(page::ISSUE);
            scroll_list(ui, measure::MENU_HIGHEST).show(ui, |ui| one_of(ui, cx, sheets)).inner
        })
    });
    let Some(at) = clicked.inner.and_then(|shown| shown.inner) else { return };
    let is_chosen = |(place, sheet): &(usize, &FoundSheet)| sheet.is_read != (*place == at);
    let chosen: Vec<String> =
        sheets.iter().enumerate().filter(is_chosen).map(|(_, it)| it.name.clone()).collect();
    // Nothing to read is nothing to choose from: the last one stays.
    if !chosen.is_empty() {
        file.say(|options| options.sheets = chosen);
    }
}

/// Draws the sheets, each with its rows and what it looks like; the one that was clicked.
fn one_of(ui: &mut Ui, cx: &Cx<'_>, sheets: &[FoundSheet]) -> Option<usize> {
    let mut clicked = None;
    for (at, sheet) in sheets.iter().enumerate() {
        let tick = if sheet.is_read { Tick::All } else { Tick::None };
        let words = sheet_words(sheet, cx.lang);
        ui.add_enabled_ui(sheet.look != SheetLook::Empty, |ui| {
            if checkbox(ui, tick, &format!("{} · {words}", sheet.name)).clicked() {
                clicked = Some(at);
            }
        });
    }
    clicked
}

fn choose_row(ui: &mut Ui, cx: &Cx<'_>, file: &mut StagedFile, found: Option<u32>) {
    let row = |row: u32| text_with(cx.lang, "report-row", &[("row", u64::from(row).into())]);
    let mut names = vec![text(cx.lang, "staging-no-labels").into_owned()];
    let most = LABEL_ROWS.max(found.unwrap_or_default());
    names.extend((1..=most).map(|number| row(number).into_owned()));
    let chosen = found.unwrap_or_default() as usize;
    let clicked = named(ui, cx, "field-header_row", &names, Some(chosen));
    if let Some(at) = clicked {
        file.say(|options: &mut Options| options.header_row = Some(at as u32));
    }
}

/// The first rows of a file that is still being read, below how far that is.
pub(super) fn beginning(ui: &mut Ui, cx: &Cx<'_>, rows: &[Line], words: &str) {
    let margin = Margin::symmetric(space::LARGE as i8, space::SMALL as i8);
    Frame::new().inner_margin(margin).show(ui, |ui| {
        label(ui, words, size::BODY, cx.tokens.text_subdued);
    });
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
    ScrollArea::both().id_salt("first rows").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for row in rows {
            raw_row(ui, cx, row, (None, width));
        }
    });
}

/// The first rows as they are in the file. A click makes one the row of the labels.
fn first_rows(ui: &mut Ui, cx: &Cx<'_>, file: &mut StagedFile, table: &StagedTable) {
    let rows = if file.raw.is_empty() { table.held.first(14) } else { file.raw.clone() };
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
    let labels = table.held.layout.header_row.filter(|_| !file.raw.is_empty());
    let mut clicked = None;
    ScrollArea::both().id_salt("first rows").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for row in &rows {
            if raw_row(ui, cx, row, (labels, width)) {
                clicked = Some(row.number);
            }
        }
    });
    if let Some(row) = clicked.filter(|_| !file.raw.is_empty()) {
        file.say(|options| options.header_row = Some(row));
    }
}

/// Draws a row as it is; whether it was clicked.
fn raw_row(ui: &mut Ui, cx: &Cx<'_>, row: &Line, (labels, width): (Option<u32>, usize)) -> bool {
    let tokens = cx.tokens;
    let is_labels = labels == Some(row.number);
    let needed = column::COUNT + column::WORDS * width as f32;
    let extent = vec2(needed.max(ui.available_width()), page::ROW);
    let (rect, response) = ui.allocate_exact_size(extent, Sense::click());
    let said = format!("{} {}", row.number, row.cells.join(", "));
    response.widget_info(|| WidgetInfo::selected(Role::Row, true, is_labels, &said));
    let painter = ui.painter();
    let ground = match (is_labels, response.hovered()) {
        (true, _) => tokens.accent_soft,
        (false, true) => tokens.hover,
        (false, false) => tokens.surface,
    };
    painter.rect_filled(rect, 0.0, ground);
    let edge = eframe::egui::Stroke::new(measure::LINE, tokens.grid);
    painter.hline(rect.x_range(), rect.bottom() - measure::LINE / 2.0, edge);
    let number = galley(painter, &row.number.to_string(), size::SMALL, tokens.text_subdued, 60.0);
    let left = rect.left() + space::LARGE;
    let at = eframe::egui::pos2(left, rect.center().y - number.size().y / 2.0);
    painter.galley(at, number, tokens.text_subdued);
    if is_labels {
        let at = eframe::egui::pos2(rect.left() + column::COUNT - space::LARGE, rect.center().y);
        icons::TAG.paint(painter, at, crate::ui::theme::icon::SMALL, tokens.link);
    }
    let letters = if is_labels { size::BODY_STRONG } else { size::BODY };
    for (at, cell) in row.cells.iter().enumerate() {
        let left = rect.left() + column::COUNT + column::WORDS * at as f32;
        let cell_rect = rect.with_min_x(left).with_max_x(left + column::WORDS - space::SMALL);
        line(painter, cell_rect, cell, letters, tokens.text);
    }
    response.clicked()
}
