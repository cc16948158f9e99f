//! What a number means, what was left out of it, and the records it is made of.

use eframe::egui::{Align, Frame, Layout, Margin, ScrollArea, Ui, vec2};

use super::figures::{Figure, Sheets, number_and_unit};
use crate::{
    domain::RecordId,
    i18n::{grouped, text, text_with},
    report::Behind,
    ui::{
        Among, Cx, Intent, Place,
        list::Lists,
        record::related_row,
        theme::{measure, page, size, space},
        widgets::{Button, Link, icons, label, paragraph, rule},
    },
};

/// Records listed at most; their number is said in any case.
const MOST: usize = 10_000;

/// Draws the panel; whether it was put away.
pub(super) fn show(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    (sheets, campaign): (&Sheets, &str),
    figure: Figure,
) -> bool {
    ui.set_min_width(ui.available_width());
    let Some(explanation) = sheets.explain(figure) else { return true };
    let metric = text(cx.lang, &format!("metric-{}", explanation.metric));
    let title = match sheets.subject(figure, cx.lang) {
        Some(subject) => format!("{metric} · {subject}"),
        None => metric.into_owned(),
    };
    let mut is_closed = false;
    Frame::new().inner_margin(Margin::same(space::LARGE as i8)).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::TINY;
        ui.horizontal(|ui| {
            let extent = vec2(ui.available_width(), measure::BUTTON_SMALL);
            ui.allocate_ui_with_layout(extent, Layout::right_to_left(Align::Center), |ui| {
                let words = text(cx.lang, "board-close");
                let close = Button::icon_only(icons::X, &words).height(measure::BUTTON_SMALL);
                is_closed = ui.add(close).clicked();
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    label(ui, &title, size::HEADING, cx.tokens.text);
                });
            });
        });
        let (number, unit) = number_and_unit(sheets.cell_of(figure), cx.lang);
        label(ui, format!("{number} {unit}").trim_end(), size::DISPLAY, cx.tokens.text);
        let meaning = text(cx.lang, &format!("metric-{}-explain", explanation.metric));
        paragraph(ui, &meaning, size::BODY, cx.tokens.text);
        if let Some(of) = &explanation.of {
            let args = [("part", explanation.counted.len().into()), ("whole", of.len().into())];
            let words = text_with(cx.lang, "board-share", &args);
            label(ui, &words, size::SMALL, cx.tokens.text_subdued);
        }
        for note in explanation.left_out {
            paragraph(ui, &note.text(cx.lang), size::SMALL, cx.tokens.warning);
        }
    });
    rule(ui);
    records(ui, cx, &explanation.counted, format!("{title} · {campaign}"));
    is_closed
}

fn records(ui: &mut Ui, cx: &mut Cx<'_>, counted: &Behind, title: String) {
    let margin = Margin::symmetric(space::LARGE as i8, space::SMALL as i8);
    Frame::new().inner_margin(margin).show(ui, |ui| {
        let args = [("records", grouped(counted.len() as u64).into())];
        let words = text_with(cx.lang, "board-records", &args);
        ui.horizontal(|ui| {
            ui.set_height(measure::PILL);
            label(ui, &words, size::SMALL, cx.tokens.text_subdued);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                in_list(ui, cx, counted, title);
            });
        });
    });
    let shown = counted.len().min(MOST);
    let scroll = ScrollArea::vertical().id_salt("board records").auto_shrink(false);
    scroll.show_rows(ui, page::FIELD_ROW, shown, |ui, rows| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for at in rows {
            if let Some(record) = record_at(cx, counted, at) {
                let margin = Margin::symmetric(space::LARGE as i8, 0);
                Frame::new().inner_margin(margin).show(ui, |ui| related_row(ui, cx, record));
            }
        }
    });
}

/// The way to the same records in the list of their kind, where there is one.
fn in_list(ui: &mut Ui, cx: &mut Cx<'_>, counted: &Behind, title: String) {
    let Some(kind) = record_at(cx, counted, 0).map(|record| record.kind) else { return };
    let is_one_kind = match counted {
        Behind::Leads(_) => true,
        Behind::Records(records) => records.iter().all(|record| record.kind == kind),
    };
    if !is_one_kind || Lists::kind_of(Place::List(kind)).is_none() {
        return;
    }
    if ui.add(Link::new(&text(cx.lang, "board-list"))).clicked() {
        let records = (0..counted.len()).filter_map(|at| record_at(cx, counted, at)).collect();
        cx.ask(Intent::Limit(Box::new(Among { kind, title, records })));
    }
}

fn record_at(cx: &Cx<'_>, counted: &Behind, at: usize) -> Option<RecordId> {
    match counted {
        Behind::Leads(rows) => cx.model.leads.id(*rows.get(at)? as usize),
        Behind::Records(records) => records.get(at).copied(),
    }
}
