//! The order of a list.

use std::cmp::Ordering;

use super::{
    Read, Viewer,
    derived::{Derived, DerivedNumbers},
    fields::{QueryField, StoredField, field_at},
    order::{OrderKey, arranged, number_key},
    place::error_at,
    row_set::RowSet,
    sort_key::{SortKey, collation_of, sort_key},
};
use crate::{
    domain::{Kind, Row, Shape, Tag, Value, collation::is_whole},
    error::{Error, Result},
    model::{Codes, Column, Columns, KeptOrder, Model, Texts},
};

/// When less than one row in so many is to be sorted, the order of all is not worth a walk.
const FEW: usize = 32;

/// By which field a list is sorted, and in which direction. Rows without a value come last in both;
/// equal ones in the order of creation.
#[derive(Clone, Debug, PartialEq)]
pub struct Sort {
    kind: Kind,
    field: QueryField,
    name: String,
    is_descending: bool,
    viewer: Viewer,
}

impl Sort {
    /// Understands `field`, or `-field` for the largest first.
    ///
    /// # Errors
    /// Usage: `unknown-filter-field`; `not-sortable` for memberships.
    pub fn parse(kind: Kind, text: &str, model: &Model, viewer: &Viewer) -> Result<Self> {
        let trimmed = text.trim();
        let (is_descending, name) = match trimmed.strip_prefix(['-', '－']) {
            Some(rest) => (true, rest),
            None => (false, trimmed.strip_prefix('+').unwrap_or(trimmed)),
        };
        let start = text.len() - text.trim_start().len() + (trimmed.len() - name.len());
        let span = start..start + name.len();
        let field = field_at(model, kind, name, (text, &span))?;
        if field == QueryField::Derived(Derived::Member) {
            return Err(error_at("not-sortable", text, &span).with("field", name));
        }
        Ok(Self { kind, field, name: name.to_owned(), is_descending, viewer: *viewer })
    }

    /// The rows in order, only the first ones if there is a limit. They are those of [`super::Filter`].
    ///
    /// # Errors
    /// Refused, `masked-field`, when it sorts by contact data that is hidden from the viewer; or as `read`.
    pub fn order(
        &self,
        model: &Model,
        rows: &RowSet,
        limit: Option<usize>,
        read: &Read<'_>,
    ) -> Result<Vec<u32>> {
        let field = match self.field {
            QueryField::Derived(derived) => return Ok(self.by_derived(model, derived, rows, limit)),
            QueryField::Stored(field) => field,
        };
        let Some(columns) = model.columns(self.kind) else {
            let small = model.small_rows(self.kind);
            let values =
                rows.iter().map(|place| Ok((place, small.get(place).map(|it| it.1.clone()))));
            return self.by_record(model, &field, values, limit);
        };
        let is_hidden = || !rows.clone().and(&self.viewer.masked_rows(model)).is_empty();
        if field.is_masked && self.kind == Kind::Lead && is_hidden() {
            return Err(Error::refused("masked-field").with("field", self.name.as_str()));
        }
        let (column, shape) = (columns.column_of(&field.path()), field.path().value_shape());
        match column {
            Some(Column::Codes(codes)) => Ok(self.by_codes(model, (&shape, codes), rows, limit)),
            Some(Column::Numbers(_)) => {
                Ok(self.by_number(rows, limit, |row| column.and_then(|it| it.number(row))))
            }
            Some(Column::Texts(texts)) => {
                Ok(self.by_text(columns, (field.tag, texts), rows, limit))
            }
            Some(column) => {
                let key = |row| self.key(model, &shape, &column.value(&shape, row));
                let value = |row: usize| (row, key(row));
                Ok(self.by_key(rows.iter().map(value).collect(), limit))
            }
            None => {
                let values = rows.iter().map(|row| {
                    let record = columns.id(row).map_or(Ok(None), read)?;
                    Ok((row, record))
                });
                self.by_record(model, &field, values, limit)
            }
        }
    }

    fn by_derived(
        &self,
        model: &Model,
        derived: Derived,
        rows: &RowSet,
        limit: Option<usize>,
    ) -> Vec<u32> {
        let numbers = DerivedNumbers::new(model, &self.viewer);
        match derived {
            Derived::Score => self.by_number(rows, limit, |row| numbers.score(row)),
            _ => self.by_number(rows, limit, |row| numbers.of(derived, row)),
        }
    }

    fn by_number(
        &self,
        rows: &RowSet,
        limit: Option<usize>,
        number: impl Fn(usize) -> Option<i64>,
    ) -> Vec<u32> {
        let key = |row: usize| {
            let key = number(row).map_or(u64::EMPTY, number_key);
            (key.directed(self.is_descending), row as u32)
        };
        arranged(rows.iter().map(key), limit, |_, _, _| Ordering::Equal)
    }

    /// Each different value is compared once; rows go by its rank.
    fn by_codes(
        &self,
        model: &Model,
        (shape, codes): (&Shape, &Codes),
        rows: &RowSet,
        limit: Option<usize>,
    ) -> Vec<u32> {
        let keys: Vec<Option<SortKey>> =
            codes.values().iter().map(|value| self.key(model, shape, value)).collect();
        let mut known: Vec<&SortKey> = keys.iter().flatten().collect();
        known.sort_unstable();
        known.dedup();
        let rank = |key: &Option<SortKey>| {
            let key = key.as_ref()?;
            known.binary_search(&key).ok().map(|rank| rank as i64)
        };
        let ranks: Vec<Option<i64>> = keys.iter().map(rank).collect();
        self.by_number(rows, limit, |row| ranks.get(codes.code(row)).copied().flatten())
    }

    /// The rows in the order of a text: by their place in the kept order, or each by its own if there are
    /// few.
    fn by_text(
        &self,
        columns: &Columns,
        (tag, texts): (Tag, &Texts),
        rows: &RowSet,
        limit: Option<usize>,
    ) -> Vec<u32> {
        let collation = collation_of(self.viewer.lang, self.kind, tag);
        let is_worth_it = rows.count() * FEW > columns.capacity();
        if let Some(order) = is_worth_it.then(|| columns.order(tag, collation)).flatten() {
            return self.by_order(&order, rows, limit);
        }
        let text = |row: u32| texts.get(row as usize);
        let key = |row: usize| {
            let key = collation.key(texts.get(row)).unwrap_or(u128::EMPTY);
            (key.directed(self.is_descending), row as u32)
        };
        let ties = |key: u128, a: u32, b: u32| {
            if is_whole(key.directed(self.is_descending)) {
                return Ordering::Equal;
            }
            let order = collation.compare(text(a), text(b));
            if self.is_descending { order.reverse() } else { order }
        };
        arranged(rows.iter().map(key), limit, ties)
    }

    fn by_order(&self, order: &KeptOrder, rows: &RowSet, limit: Option<usize>) -> Vec<u32> {
        let wanted = |in_order: &mut dyn Iterator<Item = u32>| {
            let found = in_order.chain(order.empty()).filter(|row| rows.contains(*row as usize));
            found.take(limit.unwrap_or(usize::MAX)).collect()
        };
        match self.is_descending {
            true => wanted(&mut order.groups().rev().flatten()),
            false => wanted(&mut order.groups().flatten()),
        }
    }

    fn key(&self, model: &Model, shape: &Shape, value: &Value) -> Option<SortKey> {
        sort_key(model, self.viewer.lang, shape, value)
    }

    fn by_record(
        &self,
        model: &Model,
        field: &StoredField,
        rows: impl Iterator<Item = Result<(usize, Option<Row>)>>,
        limit: Option<usize>,
    ) -> Result<Vec<u32>> {
        let key = |record: Option<Row>| {
            let record = record?;
            let value = record.get(field.tag);
            let Some(part) = field.part else { return self.key(model, &field.shape, value) };
            let whole = value.items().first().unwrap_or(value);
            match whole {
                Value::Part(fields) => self.key(model, &part.shape, fields.get(part.tag)),
                _ => None,
            }
        };
        let keys: Result<Vec<_>> =
            rows.map(|row| row.map(|(row, record)| (row, key(record)))).collect();
        Ok(self.by_key(keys?, limit))
    }

    fn by_key(&self, mut rows: Vec<(usize, Option<SortKey>)>, limit: Option<usize>) -> Vec<u32> {
        rows.sort_by(|(_, a), (_, b)| match (a, b) {
            (Some(a), Some(b)) if self.is_descending => b.cmp(a),
            (Some(a), Some(b)) => a.cmp(b),
            _ => a.is_none().cmp(&b.is_none()),
        });
        let rows = rows.into_iter().take(limit.unwrap_or(usize::MAX));
        rows.map(|(row, _)| row as u32).collect()
    }
}
