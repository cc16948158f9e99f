//! Which group a lead belongs to: its campaign, its owner, or the supplier of its list.

use std::collections::HashMap;

use crate::{
    domain::{Lead, RecordId, Tag, Value},
    model::{Column, Model},
};

/// The group of every lead, by row.
#[derive(Debug, Default)]
pub(super) struct Groups {
    /// Empty if all leads are one group.
    of_row: Vec<u32>,
    /// How many groups there are.
    pub len: usize,
}

impl Groups {
    /// All leads in one group, number 0.
    pub fn one() -> Self {
        Self { of_row: Vec::new(), len: 1 }
    }

    /// A group for each record that a field of leads links to, in their order, and a last one for leads
    /// that link to none of them.
    pub fn by_link(model: &Model, tag: Tag, records: &[RecordId]) -> Self {
        let others = records.len() as u32;
        let places: HashMap<RecordId, u32> = records.iter().copied().zip(0..).collect();
        let group = |value: &Value| {
            value.as_link().and_then(|record| places.get(&record).copied()).unwrap_or(others)
        };
        Self { of_row: of_codes(model, tag, group, others), len: records.len() + 1 }
    }

    /// A group for each supplier of lists, by name, and a first one for leads that have none.
    pub fn by_supplier(model: &Model) -> (Self, Vec<String>) {
        let Some(column) = model.leads.column(Lead::supplier) else {
            return (Self::one(), vec![String::new()]);
        };
        let mut places: HashMap<&str, u32> = HashMap::from([("", 0)]);
        let mut of_row = Vec::with_capacity(model.leads.capacity());
        // A list is imported as a whole, so that its supplier stands in many rows on end.
        let mut last = ("", 0);
        for row in 0..model.leads.capacity() {
            let name = column.text(row).trim();
            if name != last.0 {
                let next = places.len() as u32;
                last = (name, *places.entry(name).or_insert(next));
            }
            of_row.push(last.1);
        }
        let mut names = vec![String::new(); places.len()];
        for (name, place) in places {
            if let Some(slot) = names.get_mut(place as usize) {
                name.clone_into(slot);
            }
        }
        (Self { of_row, len: names.len() }, names)
    }

    /// The group of a row.
    pub fn of(&self, row: usize) -> u32 {
        self.of_row.get(row).copied().unwrap_or_default()
    }
}

/// A number for each row, from the different values of a column of codes.
pub(super) fn of_codes<T: Copy>(
    model: &Model,
    tag: Tag,
    of: impl Fn(&Value) -> T,
    of_nothing: T,
) -> Vec<T> {
    let Some(Column::Codes(codes)) = model.leads.column(tag) else { return Vec::new() };
    let table: Vec<T> = codes.values().iter().map(of).collect();
    let number = |code: i64| table.get(code as usize).copied().unwrap_or(of_nothing);
    codes.rows().iter().map(number).collect()
}
