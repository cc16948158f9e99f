//! How many records share a value.

use std::collections::HashMap;

use crate::{
    domain::{Kind, Tag, Value},
    model::{Column, Model},
};

/// How many of the rows have each value of a field, the most frequent first; rows without a value count
/// under [`Value::Empty`]. The rows are those of [`super::Filter`]. None for a field that is neither in
/// memory nor of a kind that stays small.
pub fn count_by(model: &Model, kind: Kind, tag: Tag, rows: &[u32]) -> Option<Vec<(Value, usize)>> {
    let Some(columns) = model.columns(kind) else {
        let small = model.small_rows(kind);
        let rows = rows.iter().filter_map(|row| small.get(*row as usize));
        return Some(by_value(rows.map(|(_, row)| row.get(tag).clone())));
    };
    let shape = &kind.fields().iter().find(|field| field.tag == tag)?.shape;
    let column = columns.column(tag)?;
    let mut counts: Vec<(Value, usize)> = match column {
        Column::Codes(codes) => {
            let mut counts = vec![0_usize; codes.values().len()];
            for row in rows {
                if let Some(count) = counts.get_mut(codes.code(*row as usize)) {
                    *count += 1;
                }
            }
            codes.values().iter().cloned().zip(counts).filter(|(_, count)| *count > 0).collect()
        }
        Column::Numbers(_) | Column::Texts(_) => {
            // One row of each value stands for it.
            let mut counts: HashMap<(Option<i64>, &str), (u32, usize)> = HashMap::new();
            for row in rows {
                let at = *row as usize;
                counts.entry((column.number(at), column.text(at))).or_insert((*row, 0)).1 += 1;
            }
            let mut counts: Vec<(u32, usize)> = counts.into_values().collect();
            counts.sort_unstable();
            counts
                .into_iter()
                .map(|(row, count)| (column.value(shape, row as usize), count))
                .collect()
        }
        Column::Ids(_) | Column::Links(_) | Column::Values(_) => {
            return Some(by_value(rows.iter().map(|row| column.value(shape, *row as usize))));
        }
    };
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    Some(counts)
}

/// Values that no map can hold are known by how they are written.
fn by_value(values: impl Iterator<Item = Value>) -> Vec<(Value, usize)> {
    let mut counts: Vec<(Value, usize)> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for value in values {
        let place = *places.entry(format!("{value:?}")).or_insert(counts.len());
        match counts.get_mut(place) {
            Some((_, count)) => *count += 1,
            None => counts.push((value, 1)),
        }
    }
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts
}
