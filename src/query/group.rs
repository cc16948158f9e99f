//! Records put together by one or two fields: how many there are, and what a field adds up to.

use std::{cmp::Reverse, collections::HashMap};

use rust_decimal::Decimal;

use super::{
    DateStep, Read, Viewer,
    derived::Derived,
    fields::{QueryField, query_field},
    group_keys::{Keys, Values},
    row_set::RowSet,
};
use crate::{
    domain::{Currency, FieldPath, Kind, Shape, Value},
    error::{Error, Result},
    model::{BLOCK, Model},
};

/// By what records are put together.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupBy {
    /// The field, or what follows from records.
    pub field: QueryField,
    /// How dates are put together.
    pub step: DateStep,
    name: String,
}

/// What is asked of records that are put together.
#[derive(Clone, Debug, PartialEq)]
pub struct Grouping {
    kind: Kind,
    by: GroupBy,
    and: Option<GroupBy>,
    sum: Option<GroupBy>,
}

/// Records that have their values in common.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Group {
    /// The value of each field; of dates, the first day of the group. [`Value::Empty`] where there is none.
    pub values: Vec<Value>,
    /// How many records there are. One with several values of a field is in several groups.
    pub count: usize,
    /// What the summed field adds up to, by currency.
    pub sums: Vec<Sum>,
}

/// What the values of a field add up to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sum {
    /// The currency, of amounts of money.
    pub currency: Option<Currency>,
    /// The sum.
    pub amount: Decimal,
    /// How many values there were.
    pub count: usize,
}

/// Up to so many groups are counted in a table; more are looked up.
const MOST_IN_TABLE: u64 = 1 << 20;

/// Tables side by side, so that equal neighbours need not wait for each other.
const LANES: usize = 4;

impl GroupBy {
    /// Understands `field`, or a date with its step behind it: `captured_at.month`; without one, by day.
    ///
    /// # Errors
    /// Usage, `unknown-field`.
    pub fn parse(kind: Kind, text: &str, model: &Model) -> Result<Self> {
        let name = text.trim();
        let whole = || Some((query_field(model, kind, name)?, DateStep::Day));
        let stepped = || {
            let (field, step) = name.rsplit_once('.')?;
            let step = DateStep::ALL.iter().find(|it| it.name() == step)?;
            Some((query_field(model, kind, field)?, *step))
        };
        let (field, step) = whole().or_else(stepped).ok_or_else(|| {
            Error::usage("unknown-field")
                .with("field", name)
                .with("kind", format!("@kind-{}", kind.name()))
        })?;
        Ok(Self { field, step, name: name.to_owned() })
    }

    /// The field, if it lies in records.
    fn path(&self) -> Option<FieldPath> {
        match self.field {
            QueryField::Stored(field) => Some(field.path()),
            QueryField::Derived(_) => None,
        }
    }

    fn is_date(&self) -> bool {
        let shape = self.path().map(|path| path.value_shape());
        matches!(shape, Some(Shape::Date | Shape::At))
    }
}

impl Grouping {
    /// Records of a kind by one or two fields, each written as [`GroupBy::parse`] has it, and a field
    /// that is added up.
    ///
    /// # Errors
    /// Usage: `unknown-field`, or `not-summable`.
    pub fn parse(
        kind: Kind,
        (by, and): (&str, Option<&str>),
        sum: Option<&str>,
        model: &Model,
    ) -> Result<Self> {
        let parse = |text: &str| GroupBy::parse(kind, text, model);
        let (by, and) = (parse(by)?, and.map(parse).transpose()?);
        let sum = sum.map(parse).transpose()?;
        if let Some(sum) = sum.as_ref().filter(|sum| !is_summable(sum)) {
            return Err(Error::usage("not-summable").with("field", sum.name.as_str()));
        }
        Ok(Self { kind, by, and, sum })
    }

    /// The fields it would read from records, and that can be columns.
    pub fn wanted_columns(&self, model: &Model) -> Vec<FieldPath> {
        let fields = [Some(&self.by), self.and.as_ref(), self.sum.as_ref()].into_iter().flatten();
        let name = |it: &GroupBy| match it.path() {
            Some(path) => super::wanted::wanted_path(model, self.kind, path),
            None => None,
        };
        fields.filter_map(name).collect()
    }

    /// The groups of rows, the largest first; those of dates in the order of the calendar. The rows are
    /// those of [`super::Filter`].
    ///
    /// # Errors
    /// Refused, `masked-field`, when contact data is asked for that is hidden from the viewer; or as `read`.
    pub fn groups(
        &self,
        model: &Model,
        viewer: &Viewer,
        rows: &RowSet,
        read: &Read<'_>,
    ) -> Result<Vec<Group>> {
        let values = |by: &GroupBy| {
            self.check_mask(model, viewer, (rows, by))?;
            Values::of(model, viewer, (self.kind, by.field), (rows, read))
        };
        let (by, and) = (values(&self.by)?, self.and.as_ref().map(values).transpose()?);
        let zone = model.settings().zone();
        let by = Keys::of(&by, self.by.step, (rows, zone));
        let and = and.as_ref().zip(self.and.as_ref());
        let and = and.map(|(values, by)| Keys::of(values, by.step, (rows, zone)));
        let cells = Cells { by: &by, and: and.as_ref() };
        let counts = cells.counts(rows);
        let mut sums: HashMap<u64, Vec<Sum>> = HashMap::new();
        if let Some(sum) = &self.sum {
            let values = values(sum)?;
            cells.each(rows, |cell, row| {
                let sums = sums.entry(cell).or_default();
                add(sums, &values.get(row));
            });
        }
        let groups = counts.into_iter().map(|(cell, count)| {
            let sums = sums.remove(&cell).unwrap_or_default();
            Group { values: cells.values(cell), count, sums }
        });
        let mut groups = apart(groups.collect());
        let is_date = self.by.is_date();
        let day = |group: &Group| match group.values.first() {
            Some(Value::Date(day)) => Some(*day),
            _ => None,
        };
        groups.sort_by_cached_key(|group| {
            let day = is_date.then(|| (day(group).is_none(), day(group)));
            (day, Reverse(group.count), format!("{:?}", group.values))
        });
        Ok(groups)
    }

    /// Whoever may not see contact data may not count by it.
    fn check_mask(
        &self,
        model: &Model,
        viewer: &Viewer,
        (rows, by): (&RowSet, &GroupBy),
    ) -> Result<()> {
        let is_masked = matches!(by.field, QueryField::Stored(field) if field.is_masked);
        let is_hidden = || !rows.clone().and(&viewer.masked_rows(model)).is_empty();
        if is_masked && self.kind == Kind::Lead && is_hidden() {
            return Err(Error::refused("masked-field").with("field", by.name.as_str()));
        }
        Ok(())
    }
}

fn is_summable(by: &GroupBy) -> bool {
    match by.field {
        QueryField::Derived(derived) => matches!(derived, Derived::Score | Derived::Idle),
        QueryField::Stored(field) => {
            matches!(field.path().value_shape(), Shape::Int | Shape::Decimal | Shape::Money)
        }
    }
}

/// The groups of one field, or of two crossed.
struct Cells<'k, 'v> {
    by: &'k Keys<'v>,
    and: Option<&'k Keys<'v>>,
}

impl Cells<'_, '_> {
    fn width(&self) -> u64 {
        self.and.map_or(1, |keys| keys.values().len() as u64)
    }

    /// The values of a group.
    fn values(&self, cell: u64) -> Vec<Value> {
        let value = |keys: &Keys<'_>, at: u64| {
            usize::try_from(at)
                .ok()
                .and_then(|at| keys.values().get(at))
                .cloned()
                .unwrap_or_default()
        };
        let width = self.width();
        let by = value(self.by, cell / width);
        std::iter::once(by).chain(self.and.map(|keys| value(keys, cell % width))).collect()
    }

    /// How many rows each group has that has any.
    fn counts(&self, rows: &RowSet) -> Vec<(u64, usize)> {
        let cells = (self.by.values().len() as u64).saturating_mul(self.width());
        if cells > MOST_IN_TABLE {
            let mut counts: HashMap<u64, usize> = HashMap::new();
            self.each(rows, |cell, _| *counts.entry(cell).or_default() += 1);
            return counts.into_iter().collect();
        }
        let cells = cells as usize;
        let mut table = vec![0_u32; cells * LANES];
        self.each(rows, |cell, row| {
            if let Some(count) = table.get_mut(row % LANES * cells + cell as usize) {
                *count += 1;
            }
        });
        let count = |cell: usize| {
            let lanes = (0..LANES).filter_map(|lane| table.get(lane * cells + cell));
            (cell as u64, lanes.map(|count| *count as usize).sum())
        };
        (0..cells).map(count).filter(|(_, count)| *count > 0).collect()
    }

    /// Calls `found` with the group of each row.
    fn each(&self, rows: &RowSet, mut found: impl FnMut(u64, usize)) {
        let width = self.width();
        let (mut by, mut and) = ([0_u32; BLOCK], [0_u32; BLOCK]);
        rows.blocks(|block, bits| {
            self.by.block(block, &mut by);
            if let Some(keys) = self.and {
                keys.block(block, &mut and);
            }
            let mut cell = |at: usize, (by, and): (&u32, &u32)| {
                found(u64::from(*by) * width + u64::from(*and), block * BLOCK + at);
            };
            let pairs = by.iter().zip(&and).enumerate();
            match bits {
                u64::MAX => pairs.for_each(|(at, pair)| cell(at, pair)),
                bits => pairs
                    .filter(|(at, _)| bits >> at & 1 == 1)
                    .for_each(|(at, pair)| cell(at, pair)),
            }
        });
    }
}

/// Groups whose values are lists, once for each value of them.
fn apart(groups: Vec<Group>) -> Vec<Group> {
    let has_list = |group: &Group| group.values.iter().any(|value| !value.items().is_empty());
    if !groups.iter().any(has_list) {
        return groups;
    }
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut out: Vec<Group> = Vec::new();
    for group in groups {
        for values in combinations(&group.values) {
            let place = *places.entry(format!("{values:?}")).or_insert(out.len());
            match out.get_mut(place) {
                Some(known) => {
                    known.count += group.count;
                    group.sums.iter().for_each(|sum| add_sum(&mut known.sums, *sum));
                }
                None => out.push(Group { values, ..group.clone() }),
            }
        }
    }
    out
}

fn combinations(values: &[Value]) -> Vec<Vec<Value>> {
    let mut out = vec![Vec::new()];
    for value in values {
        let mut items: Vec<Value> = Vec::new();
        for item in value.items() {
            if !items.contains(item) {
                items.push(item.clone());
            }
        }
        if items.is_empty() {
            items.push(value.clone());
        }
        let longer = |before: Vec<Value>| {
            let with = |item: &Value| before.iter().chain([item]).cloned().collect();
            items.iter().map(with).collect::<Vec<_>>()
        };
        out = out.into_iter().flat_map(longer).collect();
    }
    out
}

fn add(sums: &mut Vec<Sum>, value: &Value) {
    let (currency, amount) = match value {
        Value::Int(number) => (None, Decimal::from(*number)),
        Value::Decimal(number) => (None, *number),
        Value::Money(money) => (Some(money.currency), money.amount),
        _ => return,
    };
    add_sum(sums, Sum { currency, amount, count: 1 });
}

fn add_sum(sums: &mut Vec<Sum>, more: Sum) {
    match sums.iter_mut().find(|sum| sum.currency == more.currency) {
        Some(sum) => {
            // Beyond 28 digits nobody counts.
            sum.amount = sum.amount.saturating_add(more.amount);
            sum.count += more.count;
        }
        None => sums.push(more),
    }
}
