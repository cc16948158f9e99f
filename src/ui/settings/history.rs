//! What was done in the workspace, command by command; exports stand here, too.

use eframe::egui::{Align, Frame, Layout, Margin, Panel, Ui};

use crate::{
    domain::Header,
    engine::ExportNote,
    i18n::{Lang, grouped, text},
    ui::{
        Cx, days,
        questions::{Answer, Question},
        shown::reason,
        theme::{column, measure, size, space},
        widgets::{Cell, Column, Table, TableState, empty_state, icons, label},
    },
};

/// The columns: name and width.
const COLUMNS: [(&str, f32); 5] = [
    ("at", column::NAME),
    ("command", column::NAME),
    ("by", column::PERSON),
    ("records", column::COUNT),
    ("why", column::WORDS),
];

/// Draws the page.
pub(super) fn show(state: &mut TableState, ui: &mut Ui, cx: &mut Cx<'_>) {
    let margin = Margin::symmetric(space::LARGE as i8, 0);
    let frame = Frame::new().fill(cx.tokens.surface).inner_margin(margin);
    Panel::top("history_bar").exact_size(measure::FILTER_BAR).resizable(false).frame(frame).show(
        ui,
        |ui| {
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let hint = text(cx.lang, "settings-history-hint");
                label(ui, &hint, size::BODY, cx.tokens.text_subdued);
            });
        },
    );
    let answer = cx.answer(Question::History);
    let Some(Answer::History(headers)) = answer.as_deref() else { return };
    if headers.is_empty() {
        let title = text(cx.lang, "history-nothing");
        let hint = text(cx.lang, "settings-history-hint");
        return empty_state(ui, icons::HISTORY, (&title, &hint), |_| {});
    }
    let name = text(cx.lang, "settings-history");
    let columns = columns(cx.lang);
    let table = Table {
        name: &name,
        columns: &columns,
        pinned: 0,
        is_arranged: false,
        rows: headers.len(),
        row_height: measure::TABLE_ROW,
        order: None,
        ticks: None,
    };
    let mut rows = |cell: &mut Cell<'_>, place: usize, column: usize| {
        if let (Some(header), Some((name, _))) = (headers.get(place), COLUMNS.get(column)) {
            draw(cell, cx, header, name);
        }
    };
    table.show(ui, state, &mut rows);
}

fn columns(lang: Lang) -> Vec<Column> {
    let made = |(name, width): &(&str, f32)| Column {
        label: text(lang, &format!("history-{name}")).into_owned(),
        width: *width,
        is_flexible: *name == "why",
        is_right: *name == "records",
        can_sort: false,
    };
    COLUMNS.iter().map(made).collect()
}

fn draw(cell: &mut Cell<'_>, cx: &Cx<'_>, header: &Header, column: &str) {
    let (color, subdued) = (cell.tokens().text, cell.tokens().text_subdued);
    match column {
        "at" => {
            let zone = cx.model.settings().zone();
            cell.text(&days::moment(header.clock.wall, zone, cx.lang), subdued);
        }
        "command" => cell.text(&text(cx.lang, &format!("command-{}", header.command)), color),
        "by" => {
            let user = header.actor.and_then(|id| cx.model.users.get(id));
            if let Some(user) = user {
                cell.person(&user.name);
            }
        }
        "records" => cell.text(&grouped(header.records), color),
        _ => {
            let export = ExportNote::of(header);
            let words = export
                .map_or_else(|| reason(cx.lang, &header.note), |export| export.words(cx.lang));
            cell.text(&words, subdued);
        }
    }
}
