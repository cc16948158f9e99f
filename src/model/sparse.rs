//! Few numbers among many rows that have none.

use super::{
    packed::{BLOCK, NOTHING},
    saved::{Reader, Saved, Writer},
};

/// Few numbers among many rows without one.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Sparse {
    len: usize,
    /// The rows that have one, in order.
    rows: Vec<u16>,
    numbers: Vec<i64>,
}

/// Bytes a number takes where few rows have one.
pub(super) const SPARSE: usize = size_of::<u16>() + size_of::<i64>();

impl Sparse {
    /// The numbers, without the rows that have none.
    pub fn of(numbers: &[i64]) -> Self {
        let known = numbers.iter().zip(0_u16..).filter(|(number, _)| **number != NOTHING);
        let (numbers_of, rows) = known.map(|(number, row)| (*number, row)).unzip();
        Self { len: numbers.len(), rows, numbers: numbers_of }
    }

    /// The numbers, those of rows that have none too.
    pub fn numbers(&self) -> Vec<i64> {
        let mut numbers = vec![NOTHING; self.len];
        for (row, number) in self.rows.iter().zip(&self.numbers) {
            if let Some(place) = numbers.get_mut(usize::from(*row)) {
                *place = *number;
            }
        }
        numbers
    }

    /// The number of a row.
    pub fn get(&self, row: usize) -> Option<i64> {
        let place = u16::try_from(row).ok().map(|row| self.rows.binary_search(&row));
        let number = place.and_then(Result::ok).and_then(|at| self.numbers.get(at).copied());
        (row < self.len).then(|| number.unwrap_or(NOTHING))
    }

    /// Changes or adds a row; false if that takes more than one step.
    pub fn put(&mut self, row: usize, number: i64) -> bool {
        let Ok(short) = u16::try_from(row) else { return false };
        match self.rows.binary_search(&short) {
            Ok(at) if number != NOTHING => {
                self.numbers.get_mut(at).map(|place| *place = number).is_some()
            }
            Err(at) if number == NOTHING || at == self.rows.len() => {
                if number != NOTHING {
                    self.rows.push(short);
                    self.numbers.push(number);
                }
                self.len = self.len.max(row + 1);
                true
            }
            _ => false,
        }
    }

    /// The numbers of a block of rows; how many there are.
    pub fn block(&self, from: usize, out: &mut [i64; BLOCK]) -> usize {
        out.fill(NOTHING);
        let first = self.rows.partition_point(|row| usize::from(*row) < from);
        let rows = self.rows.iter().zip(&self.numbers).skip(first);
        for (row, number) in rows.take_while(|(row, _)| usize::from(**row) < from + BLOCK) {
            if let Some(place) = out.get_mut(usize::from(*row) - from) {
                *place = *number;
            }
        }
        self.len.saturating_sub(from).min(BLOCK)
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Bytes in memory.
    pub fn bytes(&self) -> usize {
        self.numbers.capacity() * SPARSE
    }
}

impl Saved for Sparse {
    fn save(&self, out: &mut Writer<'_>) {
        out.number(self.len as u64);
        out.all(&self.rows, u16::to_le_bytes);
        out.all(&self.numbers, i64::to_le_bytes);
    }

    fn load(from: &mut Reader<'_>) -> Option<Self> {
        let len = usize::try_from(from.number()?).ok()?;
        let rows: Vec<u16> = from.all(u16::from_le_bytes)?;
        let numbers: Vec<i64> = from.all(i64::from_le_bytes)?;
        (rows.len() == numbers.len()).then_some(Self { len, rows, numbers })
    }
}
