//! The columns of the grid, as wide as what stands in them.

use super::session::{Outcome, StagedTable};
use crate::{
    i18n::text,
    ui::{
        Cx,
        theme::{column, size, space},
        widgets::Column,
    },
};

/// Rows at the beginning of a table that are looked at.
const LOOKED_AT: u32 = 30;

/// How narrow and how wide a column of the file is at first.
const NARROWEST: f32 = column::WORDS + space::LARGE;
const WIDEST: f32 = 280.0;

/// The columns of the grid: the row, what becomes of it, and those of the file that are fields.
pub(super) fn columns(cx: &Cx<'_>, table: &StagedTable, outcome: &Outcome) -> Vec<Column> {
    let own = |label: String, width: f32| Column {
        label,
        width,
        is_flexible: false,
        is_right: false,
        can_sort: false,
    };
    let mut columns = vec![
        own(text(cx.lang, "staging-row").into_owned(), numbers(table)),
        own(text(cx.lang, "staging-fate").into_owned(), column::STATE),
    ];
    for map in &outcome.stager.mapping.columns {
        let target = map.target.map_or("", |target| target.name);
        let is_flexible = matches!(target, "company" | "email" | "name" | "address" | "notes");
        let label = outcome.stager.mapping.label(map.index);
        columns.push(Column { is_flexible, ..own(label, cells(table, map.index)) });
    }
    if let (false, Some(last)) =
        (columns.iter().any(|column| column.is_flexible), columns.last_mut())
    {
        last.is_flexible = true;
    }
    columns
}

/// How wide the numbers of the rows are: no number is cut.
fn numbers(table: &StagedTable) -> f32 {
    let last = u32::try_from(table.held.len().saturating_sub(1)).unwrap_or(u32::MAX);
    let digits = table.held.number(last).to_string().len() as f32;
    (digits * space::MEDIUM + space::HUGE).max(column::COUNT - space::LARGE)
}

/// About how wide the first cells of a column are.
fn cells(table: &StagedTable, at: usize) -> f32 {
    let rows = u32::try_from(table.held.len()).unwrap_or(u32::MAX).min(LOOKED_AT);
    let widest = (0..rows).map(|row| estimate(table.held.cell(row, at))).fold(0.0, f32::max);
    (widest + space::LARGE + space::SMALL).clamp(NARROWEST, WIDEST)
}

/// About how wide a text is: Han characters are square, most others half as wide. Measured exactly it would
/// have to be laid out.
fn estimate(cell: &str) -> f32 {
    let halves: usize = cell.chars().map(|one| if one < '\u{2e80}' { 1 } else { 2 }).sum();
    halves as f32 * size::BODY.font().size / 2.0
}
