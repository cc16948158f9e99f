//! What a board shows as charts, each number of which can be looked at.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use eframe::egui::{Color32, Ui};
use rust_decimal::prelude::ToPrimitive as _;

use super::figures::{Figure, Sheets, Table, hour_words, number_and_unit};
use crate::{
    i18n::{grouped, text, text_with},
    report::Cell,
    ui::{
        Cx, days,
        theme::{Tone, size},
        widgets::{
            Bar, ColumnGroup, HeatRow, StackPart, bars, columns, heat_map, label, paragraph, stack,
        },
    },
};

/// Draws what stands in a card; the number that was clicked.
type Draw = fn(&mut Ui, &Cx<'_>, &Sheets) -> Option<Figure>;

/// The charts, each with the key of its title.
pub(super) const CHARTS: &[(&str, Draw)] = &[
    ("report-funnel", funnel),
    ("report-cards_per_hour", hours),
    ("report-first_contact", first_contact),
    ("board-responses", responses),
    ("board-grades", grades),
    ("report-invalid_reasons", reasons),
    ("report-cards_by_person", people),
    ("board-costs", costs),
];

/// What sales said, in the order of the series.
const RESPONSES: [&str; 4] = ["accepted", "not_accepted", "not_reached", "awaiting_response"];

/// What one of each cost.
const COSTS: [&str; 6] = [
    "cost_per_lead",
    "cost_per_valid_lead",
    "cost_per_mql",
    "cost_per_sql",
    "cost_per_opportunity",
    "cost_per_win",
];

/// The grades, each with the number of a lead of it.
const GRADES: [(&str, u8); 4] = [("grade_a", 9), ("grade_b", 6), ("grade_c", 3), ("grade_d", 0)];

/// Days whose hours are shown: those with the most cards.
const DAYS: usize = 5;

/// Rows of a chart at most.
const ROWS: usize = 8;

fn funnel(ui: &mut Ui, cx: &Cx<'_>, sheets: &Sheets) -> Option<Figure> {
    of_table(ui, cx, (sheets, Table::Funnel), Some(3))
}

fn people(ui: &mut Ui, cx: &Cx<'_>, sheets: &Sheets) -> Option<Figure> {
    let has_some = sheets.count("cards") > 0;
    or_nothing(ui, cx, has_some, "board-no-cards")?;
    of_table(ui, cx, (sheets, Table::People), None)
}

fn reasons(ui: &mut Ui, cx: &Cx<'_>, sheets: &Sheets) -> Option<Figure> {
    let has_some = !sheets.table(Table::Reasons).rows.is_empty();
    or_nothing(ui, cx, has_some, "board-no-reasons")?;
    of_table(ui, cx, (sheets, Table::Reasons), Some(2))
}

/// Says why there is no chart, if there is none.
fn or_nothing(ui: &mut Ui, cx: &Cx<'_>, has_some: bool, key: &str) -> Option<()> {
    if !has_some {
        paragraph(ui, &text(cx.lang, key), size::BODY, cx.tokens.text_subdued);
    }
    has_some.then_some(())
}

/// The counts of a sheet as bars, those without any left out but for the funnel; behind each the share in a column.
fn of_table(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (sheets, table): (&Sheets, Table),
    share: Option<usize>,
) -> Option<Figure> {
    let rows = sheets.table(table).rows.iter().enumerate();
    let counted = rows.filter_map(|(at, cells)| match cells.get(1) {
        Some(Cell::Count(count)) if *count > 0 || table == Table::Funnel => {
            Some((at, *count, cells))
        }
        _ => None,
    });
    let mut counted: Vec<(usize, u64, &Vec<Cell>)> = counted.collect();
    if table == Table::People {
        counted.sort_by_key(|(_, count, _)| std::cmp::Reverse(*count));
    }
    let left_out = counted.split_off(counted.len().min(ROWS));
    let shown: Vec<Bar> = counted
        .iter()
        .map(|(_, count, cells)| Bar {
            label: cells.first().map(|cell| cell.to_text(cx.lang)).unwrap_or_default(),
            value: *count as f64,
            number: grouped(*count),
            note: share.map_or_else(String::new, |at| {
                let (share, unit) = number_and_unit(cells.get(at), cx.lang);
                format!("{share} {unit}").trim_end().to_owned()
            }),
            color: (table == Table::Reasons).then(|| cx.tokens.series(6).fill),
        })
        .collect();
    let clicked = bars(ui, &shown).and_then(|at| counted.get(at));
    if !left_out.is_empty() {
        let args = [("count", left_out.len().into())];
        let words = text_with(cx.lang, "board-more", &args);
        label(ui, &words, size::SMALL, cx.tokens.text_subdued);
    }
    clicked.map(|(row, ..)| Figure::Of(table, *row, 1))
}

/// A day, and in each hour how many cards and in which row of the sheet they stand.
type Day = (NaiveDate, BTreeMap<u32, (u64, usize)>);

fn hours(ui: &mut Ui, cx: &Cx<'_>, sheets: &Sheets) -> Option<Figure> {
    let mut all: Vec<Day> = Vec::new();
    for (row, cells) in sheets.table(Table::Hours).rows.iter().enumerate() {
        let [Cell::Date(day), Cell::Number(hour), Cell::Count(count)] = cells.as_slice() else {
            continue;
        };
        if all.last().is_none_or(|(last, _)| last != day) {
            all.push((*day, BTreeMap::new()));
        }
        if let (Some((_, hours)), Some(hour)) = (all.last_mut(), hour.to_u32()) {
            hours.insert(hour, (*count, row));
        }
    }
    or_nothing(ui, cx, !all.is_empty(), "board-no-cards")?;
    let cards = |(_, hours): &Day| hours.values().map(|(count, _)| count).sum::<u64>();
    let left_out = all.len().saturating_sub(DAYS);
    all.sort_by_key(|day| std::cmp::Reverse(cards(day)));
    all.truncate(DAYS);
    all.sort_by_key(|(day, _)| *day);
    let known = || all.iter().flat_map(|(_, hours)| hours.keys().copied());
    let (first, last) = (known().min().unwrap_or_default(), known().max().unwrap_or_default());
    let groups: Vec<ColumnGroup> = all
        .iter()
        .map(|day| ColumnGroup {
            label: days::short(day.0, day.0, cx.lang),
            note: grouped(cards(day)),
            columns: (first..=last)
                .map(|hour| {
                    let count = day.1.get(&hour).map_or(0, |(count, _)| *count);
                    (hour_words(day.0, hour, cx.lang), count)
                })
                .collect(),
        })
        .collect();
    let args = [
        ("first", u64::from(first).into()),
        ("last", u64::from(last + 1).into()),
        ("count", left_out.into()),
    ];
    let key = if left_out > 0 { "board-hours-of" } else { "board-hours" };
    label(ui, &text_with(cx.lang, key, &args), size::SMALL, cx.tokens.text_subdued);
    let (day, hour) = columns(ui, &groups)?;
    let (_, row) = all.get(day)?.1.get(&(first + u32::try_from(hour).ok()?))?;
    Some(Figure::Of(Table::Hours, *row, 2))
}

fn first_contact(ui: &mut Ui, cx: &Cx<'_>, sheets: &Sheets) -> Option<Figure> {
    let sheet = sheets.table(Table::FirstContact);
    let heads: Vec<String> =
        sheet.columns.iter().skip(1).map(|head| head.label(cx.lang).into_owned()).collect();
    let count = |cell: &Cell| match cell {
        Cell::Count(count) => *count,
        _ => 0,
    };
    let rows: Vec<HeatRow> = sheet
        .rows
        .iter()
        .zip(GRADES)
        .map(|(cells, (_, grade))| HeatRow {
            label: cells.first().map(|cell| cell.to_text(cx.lang)).unwrap_or_default(),
            grade,
            counts: cells.iter().skip(1).map(count).collect(),
        })
        .collect();
    let (row, column) = heat_map(ui, &heads, &rows)?;
    Some(Figure::Of(Table::FirstContact, row, column + 1))
}

fn responses(ui: &mut Ui, cx: &Cx<'_>, sheets: &Sheets) -> Option<Figure> {
    or_nothing(ui, cx, sheets.count("handed_over") > 0, "board-no-responses")?;
    let tones: [Tone; 4] = [0, 1, 5, 6].map(|number| cx.tokens.series(number));
    let words = RESPONSES.map(|metric| {
        let (number, _) = number_and_unit(sheets.cell(metric), cx.lang);
        (text(cx.lang, &format!("metric-{metric}")), number)
    });
    let parts: Vec<StackPart<'_>> = RESPONSES
        .iter()
        .zip(&words)
        .zip(tones)
        .map(|((metric, (label, number)), tone)| StackPart {
            label,
            value: sheets.count(metric),
            number,
            tone,
        })
        .collect();
    let metric = stack(ui, &parts).and_then(|at| RESPONSES.get(at));
    metric.map(|metric| Figure::Fair(metric))
}

/// Numbers of the board as bars; the one that was clicked.
fn of_board<const N: usize>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    metrics: [&'static str; N],
    bar: impl Fn(&'static str, Bar) -> Bar,
    sheets: &Sheets,
) -> Option<Figure> {
    let shown = metrics.map(|metric| {
        let (number, note) = number_and_unit(sheets.cell(metric), cx.lang);
        let label = text(cx.lang, &format!("metric-{metric}")).into_owned();
        let value = match sheets.cell(metric) {
            Some(Cell::Money(money)) => money.amount.to_f64().unwrap_or_default(),
            _ => sheets.count(metric) as f64,
        };
        bar(metric, Bar { label, value, number, note, color: None })
    });
    bars(ui, &shown).and_then(|at| metrics.get(at)).map(|metric| Figure::Fair(metric))
}

fn grades(ui: &mut Ui, cx: &Cx<'_>, sheets: &Sheets) -> Option<Figure> {
    let all = sheets.count("cards").max(1) as f64;
    let color = |metric: &str| -> Option<Color32> {
        let (_, grade) = GRADES.into_iter().find(|(known, _)| *known == metric)?;
        // The lightest grade has no fill of its own: its edge stands for it.
        Some(match grade {
            0 => cx.tokens.border_control,
            grade => cx.tokens.grade(grade).fill,
        })
    };
    let bar = |metric: &'static str, bar: Bar| Bar {
        note: format!("{:.0} %", bar.value * 100.0 / all),
        color: color(metric),
        ..bar
    };
    of_board(ui, cx, GRADES.map(|(metric, _)| metric), bar, sheets)
}

fn costs(ui: &mut Ui, cx: &Cx<'_>, sheets: &Sheets) -> Option<Figure> {
    let color = Some(cx.tokens.series(6).fill);
    of_board(ui, cx, COSTS, |_, bar| Bar { color, ..bar }, sheets)
}
