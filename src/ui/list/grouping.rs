//! Rows that share a value, put together.

use super::Group;
use crate::{
    domain::{Kind, Money, Shape, Tag, Value},
    error::Result,
    model::{Column, Model},
    query::{DerivedNumbers, QueryField, Read, RowSet, Sort, Viewer, query_field},
};

/// Puts rows under the values of a field, in the order of the values; in a group they keep their order.
///
/// # Errors
/// As [`Sort::parse`] and [`Sort::order`].
pub(super) fn grouped(
    (model, viewer): (&Model, &Viewer),
    (kind, name): (Kind, &str),
    rows: &[u32],
    (set, capacity): (&RowSet, usize),
    read: &Read<'_>,
) -> Result<(Vec<u32>, Vec<Group>)> {
    let order = Sort::parse(kind, name, model, viewer)?.order(model, set, None, read)?;
    let values = Values::of(model, viewer, (kind, name));
    // The group of every row, in the order of the values.
    let mut group_of = vec![0_u32; capacity];
    let mut groups: Vec<Group> = Vec::new();
    let mut last = None;
    for row in &order {
        let is_same = last.is_some_and(|last| values.are_same(last, *row));
        match groups.last_mut().filter(|_| is_same) {
            Some(group) => group.rows.end += 1,
            None => {
                let start = groups.last().map_or(0, |group| group.rows.end);
                groups.push(Group { value: values.get(*row), rows: start..start + 1 });
            }
        }
        if let Some(group) = group_of.get_mut(*row as usize) {
            *group = groups.len() as u32 - 1;
        }
        last = Some(*row);
    }
    let mut next: Vec<usize> = groups.iter().map(|group| group.rows.start).collect();
    let mut out = vec![0; rows.len()];
    for row in rows {
        let group = group_of.get(*row as usize).copied().unwrap_or_default();
        let Some(next) = next.get_mut(group as usize) else { continue };
        if let Some(place) = out.get_mut(*next) {
            *place = *row;
        }
        *next += 1;
    }
    Ok((out, groups))
}

/// What the amounts of each field add up to over some rows, by currency.
pub(super) fn sums(model: &Model, kind: Kind, set: &RowSet) -> Vec<(Tag, Vec<Money>)> {
    let Some(columns) = model.columns(kind) else { return Vec::new() };
    let fields = kind.fields().iter().filter(|field| field.shape == Shape::Money);
    let fields = fields.filter_map(|field| Some((field.tag, columns.column(field.tag)?)));
    let sum = |(tag, column): (Tag, &Column)| {
        let mut sums: Vec<Money> = Vec::new();
        for row in set.iter() {
            let Value::Money(money) = column.value(&Shape::Money, row) else { continue };
            match sums.iter_mut().find(|sum| sum.currency == money.currency) {
                Some(sum) => sum.amount += money.amount,
                None => sums.push(money),
            }
        }
        (tag, sums)
    };
    fields.map(sum).collect()
}

/// The values by which rows are put together.
enum Values<'a> {
    Column(Shape, &'a Column),
    Small(Tag, Vec<(crate::domain::RecordId, crate::domain::Row)>),
    Derived(crate::query::Derived, Box<DerivedNumbers<'a>>),
    None,
}

impl<'a> Values<'a> {
    fn of(model: &'a Model, viewer: &Viewer, (kind, name): (Kind, &str)) -> Self {
        match query_field(model, kind, name) {
            Some(QueryField::Derived(derived)) => {
                Self::Derived(derived, Box::new(DerivedNumbers::new(model, viewer)))
            }
            Some(QueryField::Stored(field)) => match model.columns(kind) {
                Some(columns) => columns
                    .column_of(&field.path())
                    .map_or(Self::None, |column| Self::Column(field.path().value_shape(), column)),
                None => Self::Small(field.tag, model.small_rows(kind)),
            },
            None => Self::None,
        }
    }

    fn get(&self, row: u32) -> Value {
        let at = row as usize;
        match self {
            Self::Column(shape, column) => column.value(shape, at),
            Self::Small(tag, rows) => {
                rows.get(at).map_or(Value::Empty, |(_, fields)| fields.get(*tag).clone())
            }
            Self::Derived(derived, numbers) => {
                numbers.of(*derived, at).map_or(Value::Empty, Value::Int)
            }
            Self::None => Value::Empty,
        }
    }

    fn are_same(&self, a: u32, b: u32) -> bool {
        let (at, bt) = (a as usize, b as usize);
        match self {
            Self::Column(_, Column::Codes(codes)) => codes.rows().get(at) == codes.rows().get(bt),
            Self::Column(_, column @ (Column::Numbers(_) | Column::Texts(_))) => {
                column.number(at) == column.number(bt) && column.text(at) == column.text(bt)
            }
            Self::Derived(derived, numbers) => numbers.of(*derived, at) == numbers.of(*derived, bt),
            _ => self.get(a) == self.get(b),
        }
    }
}
