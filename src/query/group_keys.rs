//! The group each row belongs to, as a number.

use std::{borrow::Cow, collections::HashMap};

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::{
    DateStep, Read, Viewer,
    derived::{Derived, DerivedNumbers},
    fields::QueryField,
    row_set::RowSet,
};
use crate::{
    domain::{DAY_MS, Kind, RecordId, Shape, Timestamp, Value, score::grade_name},
    error::Result,
    model::{BLOCK, Codes, Column, Model, NOTHING, Packed, Texts},
};

/// Where the values of a field come from.
pub(super) enum Values<'a> {
    /// A column.
    Column(&'a Column, Shape),
    /// What follows from leads.
    Derived(&'a Model, Derived, Box<DerivedNumbers<'a>>),
    /// Read for the rows that are asked of.
    Known(HashMap<usize, Value>),
}

impl<'a> Values<'a> {
    /// The values of a field in some rows: in memory, or read.
    ///
    /// # Errors
    /// As `read`.
    pub fn of(
        model: &'a Model,
        viewer: &Viewer,
        (kind, field): (Kind, QueryField),
        (rows, read): (&RowSet, &Read<'_>),
    ) -> Result<Self> {
        let path = match field {
            QueryField::Derived(derived) => {
                let numbers = Box::new(DerivedNumbers::new(model, viewer));
                return Ok(Self::Derived(model, derived, numbers));
            }
            QueryField::Stored(field) => field.path(),
        };
        let Some(columns) = model.columns(kind) else {
            let small = model.small_rows(kind);
            let value = |row: usize| Some((row, path.value(&small.get(row)?.1).into_owned()));
            return Ok(Self::Known(rows.iter().filter_map(value).collect()));
        };
        if let Some(column) = columns.column_of(&path) {
            return Ok(Self::Column(column, path.value_shape()));
        }
        let record = |row: usize| columns.id(row).map_or(Ok(None), read);
        let value = |row: usize| {
            let record = record(row)?.unwrap_or_default();
            Ok((row, path.value(&record).into_owned()))
        };
        Ok(Self::Known(rows.iter().map(value).collect::<Result<_>>()?))
    }

    /// The value of a row.
    pub fn get(&self, row: usize) -> Value {
        match self {
            Self::Column(column, shape) => column.value(shape, row),
            Self::Derived(model, derived, numbers) => {
                derived_value(model, (*derived, numbers), row)
            }
            Self::Known(values) => values.get(&row).cloned().unwrap_or_default(),
        }
    }
}

fn derived_value(
    model: &Model,
    (derived, numbers): (Derived, &DerivedNumbers<'_>),
    row: usize,
) -> Value {
    let number = numbers.of(derived, row);
    match derived {
        Derived::Score | Derived::Idle => number.map_or(Value::Empty, Value::Int),
        Derived::Grade => Value::Text(grade_name(model.grade(row)).to_owned()),
        Derived::Valid | Derived::Judged | Derived::Attempted | Derived::Reached => {
            number.map_or(Value::Empty, |number| Value::Flag(number != 0))
        }
        Derived::Member => {
            let campaigns = model.lead_derived(row).into_iter().flat_map(|it| it.memberships());
            let link = |(uuid, _)| Value::Link(RecordId { kind: Kind::Campaign, uuid });
            let links: Vec<Value> = campaigns.map(link).collect();
            if links.is_empty() { Value::Empty } else { Value::List(links) }
        }
    }
}

/// The group of each row.
pub(super) struct Keys<'v> {
    values: Cow<'v, [Value]>,
    groups: Groups<'v>,
}

enum Groups<'v> {
    /// The numbers of a column; nothing is 0.
    Codes(&'v Packed),
    /// By the distance of a number from the least.
    Numbers(&'v Packed, i64, Vec<u32>),
    /// By the day of a moment.
    Moments(&'v Packed, Days),
    /// Found row by row.
    Each(Vec<u32>),
}

/// Up to so many numbers from the least to the largest have a table; more are looked up.
const MOST_IN_TABLE: i64 = 1 << 16;

impl<'v> Keys<'v> {
    /// The groups of some rows by their values.
    pub fn of(values: &'v Values<'v>, step: DateStep, (rows, zone): (&RowSet, Tz)) -> Self {
        let in_table = match values {
            Values::Column(Column::Codes(codes), _) => return Self::of_codes(codes),
            Values::Column(Column::Numbers(numbers), shape) => {
                Self::of_numbers(numbers, shape, (step, zone))
            }
            Values::Column(Column::Texts(texts), _) => Some(Self::of_texts(texts, rows)),
            _ => None,
        };
        in_table.unwrap_or_else(|| Self::of_each(values, step, (rows, zone)))
    }

    /// The value of each group.
    pub fn values(&self) -> &[Value] {
        &self.values
    }

    /// The groups of a block of rows.
    pub fn block(&self, block: usize, out: &mut [u32; BLOCK]) {
        let mut numbers = [NOTHING; BLOCK];
        match &self.groups {
            Groups::Codes(column) => {
                column.block(block, &mut numbers);
                out.iter_mut()
                    .zip(&numbers)
                    .for_each(|(group, code)| *group = (*code).max(0) as u32);
            }
            Groups::Numbers(column, least, table) => {
                column.block(block, &mut numbers);
                let group = |number: i64| {
                    let place = usize::try_from(number.wrapping_sub(*least)).ok();
                    place.and_then(|at| table.get(at)).copied().unwrap_or_default()
                };
                out.iter_mut().zip(&numbers).for_each(|(place, number)| *place = group(*number));
            }
            Groups::Moments(column, days) => {
                column.block(block, &mut numbers);
                out.iter_mut().zip(&numbers).for_each(|(place, at)| *place = days.group(*at));
            }
            Groups::Each(groups) => {
                let from = groups.get(block * BLOCK..).unwrap_or_default();
                out.fill(0);
                out.iter_mut().zip(from).for_each(|(place, group)| *place = *group);
            }
        }
    }

    fn of_codes(codes: &'v Codes) -> Self {
        let values = match codes.values() {
            [] => Cow::Owned(vec![Value::Empty]),
            values => Cow::Borrowed(values),
        };
        Self { values, groups: Groups::Codes(codes.rows()) }
    }

    /// Groups of numbers that are near to each other; group 0 is nothing.
    fn of_numbers(
        numbers: &'v Packed,
        shape: &Shape,
        (step, zone): (DateStep, Tz),
    ) -> Option<Self> {
        let Some((least, most)) = bounds(numbers) else {
            let values = vec![Value::Empty].into();
            return Some(Self { values, groups: Groups::Each(Vec::new()) });
        };
        if *shape == Shape::At {
            let days = Days::of((least, most), step, zone)?;
            let values = days.values.clone().into();
            return Some(Self { values, groups: Groups::Moments(numbers, days) });
        }
        if most.checked_sub(least)? >= MOST_IN_TABLE {
            return None;
        }
        let mut values = vec![Value::Empty];
        let mut table = Vec::new();
        for number in least..=most {
            let value = match shape {
                Shape::Flag => Value::Flag(number != 0),
                Shape::Date => Value::Date(step.first_of(day_of(number)?)),
                _ => Value::Int(number),
            };
            // Days follow each other, so that a group is complete before the next begins.
            if values.last() != Some(&value) {
                values.push(value);
            }
            table.push(values.len() as u32 - 1);
        }
        Some(Self { values: values.into(), groups: Groups::Numbers(numbers, least, table) })
    }

    fn of_texts(texts: &Texts, rows: &RowSet) -> Self {
        let mut known: HashMap<&str, u32> = HashMap::from([("", 0)]);
        let mut found = vec![Value::Empty];
        let mut groups = vec![0; rows.capacity()];
        for row in rows.iter() {
            let text = texts.get(row);
            let group = *known.entry(text).or_insert_with(|| {
                found.push(Value::Text(text.to_owned()));
                found.len() as u32 - 1
            });
            if let Some(place) = groups.get_mut(row) {
                *place = group;
            }
        }
        Self { values: found.into(), groups: Groups::Each(groups) }
    }

    fn of_each(values: &Values<'_>, step: DateStep, (rows, zone): (&RowSet, Tz)) -> Self {
        let mut known: HashMap<String, u32> = HashMap::new();
        let mut found = vec![Value::Empty];
        let mut groups = vec![0; rows.capacity()];
        for row in rows.iter() {
            let value = match values.get(row) {
                Value::At(at) => Value::Date(step.first_of(at.day(zone))),
                Value::Date(day) => Value::Date(step.first_of(day)),
                Value::Decimal(number) => Value::Decimal(number.normalize()),
                value => value,
            };
            if value.is_empty() {
                continue;
            }
            // Values that no map can hold are known by how they are written.
            let group = *known.entry(format!("{value:?}")).or_insert_with(|| {
                found.push(value);
                found.len() as u32 - 1
            });
            if let Some(place) = groups.get_mut(row) {
                *place = group;
            }
        }
        Self { values: found.into(), groups: Groups::Each(groups) }
    }
}

/// The days between two moments, each with its group.
struct Days {
    /// When each day begins, and when the last one ends.
    starts: Vec<i64>,
    groups: Vec<u32>,
    values: Vec<Value>,
    /// Whether every day has 24 hours.
    is_even: bool,
}

/// So many days have a table.
const MOST_DAYS: i64 = 40_000;

impl Days {
    /// The days from the first moment to the last; none if there are too many.
    fn of((least, most): (i64, i64), step: DateStep, zone: Tz) -> Option<Self> {
        if most.checked_sub(least)? > MOST_DAYS * DAY_MS {
            return None;
        }
        let (mut day, last) = (Timestamp(least).day(zone), Timestamp(most).day(zone));
        let mut days = Self {
            starts: vec![Timestamp::start_of(day, zone).0],
            groups: Vec::new(),
            values: vec![Value::Empty],
            is_even: true,
        };
        while day <= last {
            let value = Value::Date(step.first_of(day));
            if days.values.last() != Some(&value) {
                days.values.push(value);
            }
            days.groups.push(days.values.len() as u32 - 1);
            day = day.succ_opt()?;
            let (start, end) = (days.starts.last().copied()?, Timestamp::start_of(day, zone).0);
            days.is_even &= end - start == DAY_MS;
            days.starts.push(end);
        }
        Some(days)
    }

    fn group(&self, at: i64) -> u32 {
        let Some(start) = self.starts.first().filter(|_| at != NOTHING) else { return 0 };
        let mut day = (at.wrapping_sub(*start) as u64 / DAY_MS as u64) as usize;
        if !self.is_even {
            // A change of the clocks moves a day by hours only.
            let begins_later = self.starts.get(day).is_some_and(|start| at < *start);
            let has_ended = self.starts.get(day + 1).is_some_and(|end| at >= *end);
            day = if begins_later { day.saturating_sub(1) } else { day + usize::from(has_ended) };
        }
        self.groups.get(day).copied().unwrap_or_default()
    }
}

/// The least and the largest number; none if there is none.
fn bounds(numbers: &Packed) -> Option<(i64, i64)> {
    let mut block = [NOTHING; BLOCK];
    let (mut least, mut most) = (i64::MAX, NOTHING);
    for at in 0..numbers.len().div_ceil(BLOCK) {
        let count = numbers.block(at, &mut block);
        for number in block.iter().take(count) {
            most = most.max(*number);
            least = least.min(if *number == NOTHING { i64::MAX } else { *number });
        }
    }
    (most != NOTHING).then_some((least, most))
}

fn day_of(number: i64) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(i32::try_from(number).ok()?)
}
