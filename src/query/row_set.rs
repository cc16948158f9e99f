//! Which rows of a table are meant: one bit a row.

use std::thread;

use crate::model::{BLOCK, CHUNK, Columns, NOTHING, Packed};

/// Rows of a word.
const BITS: usize = BLOCK;

/// Words of a piece.
const PIECE: usize = CHUNK / BITS;

/// Some of the rows of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct RowSet {
    words: Vec<u64>,
}

impl RowSet {
    /// None of so many rows.
    pub fn none(rows: usize) -> Self {
        Self { words: vec![0; rows.div_ceil(BITS)] }
    }

    /// Every one of so many rows.
    pub fn all(rows: usize) -> Self {
        let mut words = vec![u64::MAX; rows.div_ceil(BITS)];
        if let Some(last) = words.last_mut().filter(|_| !rows.is_multiple_of(BITS)) {
            *last = (1 << (rows % BITS)) - 1;
        }
        Self { words }
    }

    /// The rows of the records that are there.
    pub fn live(columns: &Columns) -> Self {
        if columns.len() == columns.capacity() {
            return Self::all(columns.capacity());
        }
        Self::all(columns.capacity()).where_row(|row| columns.is_live(row))
    }

    /// The rows of a list.
    pub fn of(rows: usize, list: &[u32]) -> Self {
        let mut set = Self::none(rows);
        for row in list {
            set.insert(*row as usize);
        }
        set
    }

    /// The same rows of a table that has grown to so many.
    #[must_use]
    pub fn resized(mut self, rows: usize) -> Self {
        self.words.resize(rows.div_ceil(BITS), 0);
        self
    }

    /// How many rows there is room for.
    pub fn capacity(&self) -> usize {
        self.words.len() * BITS
    }

    /// Calls `found` with each block of rows that has any, and which of them: bit by bit.
    pub fn blocks(&self, mut found: impl FnMut(usize, u64)) {
        let words = self.words.iter().copied().enumerate();
        words.filter(|(_, word)| *word != 0).for_each(|(block, word)| found(block, word));
    }

    /// Takes a row.
    pub fn insert(&mut self, row: usize) {
        if let Some(word) = self.words.get_mut(row / BITS) {
            *word |= 1 << (row % BITS);
        }
    }

    /// Whether a row is among them.
    pub fn contains(&self, row: usize) -> bool {
        self.words.get(row / BITS).is_some_and(|word| word & (1 << (row % BITS)) != 0)
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    /// The rows, in their order.
    pub fn iter(&self) -> impl Iterator<Item = usize> {
        self.words
            .iter()
            .enumerate()
            .flat_map(|(at, word)| Bits(*word).map(move |bit| at * BITS + bit))
    }

    /// Those that are in both.
    #[must_use]
    pub fn and(mut self, other: &Self) -> Self {
        self.combine(other, |a, b| a & b);
        self
    }

    /// Those that are not in the other.
    #[must_use]
    pub fn without(mut self, other: &Self) -> Self {
        self.combine(other, |a, b| a & !b);
        self
    }

    /// Takes those of the other too.
    pub fn add(&mut self, other: &Self) {
        self.combine(other, |a, b| a | b);
    }

    fn combine(&mut self, other: &Self, how: impl Fn(u64, u64) -> u64) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word = how(*word, *other);
        }
    }

    /// Those of whose number in a column `passes` says yes.
    pub fn where_number(&self, column: &Packed, passes: impl Fn(i64) -> bool) -> Self {
        let mut numbers = [NOTHING; BLOCK];
        let word = |(block, among): (usize, &u64)| match among.count_ones() {
            0 => 0,
            // A look at each is dearer than a look at all when most are asked for.
            1..=8 => Bits(*among)
                .filter(|bit| passes(column.get(block * BITS + bit)))
                .fold(0, |word, bit| word | 1 << bit),
            _ => {
                column.block(block, &mut numbers);
                let numbers = numbers.iter().enumerate();
                numbers.fold(0, |word, (bit, number)| word | u64::from(passes(*number)) << bit)
                    & among
            }
        };
        Self { words: self.words.iter().enumerate().map(word).collect() }
    }

    /// Looks through a table piece by piece, in two halves at the same time: `look` takes the number of a
    /// piece and gives the rows found in it.
    pub(super) fn by_piece(rows: usize, look: impl Fn(usize) -> PieceRows + Sync) -> Self {
        let mut set = Self::none(rows);
        let mut pieces: Vec<(usize, &mut [u64])> =
            set.words.chunks_mut(PIECE).enumerate().collect();
        let look_at = |pieces: &mut [(usize, &mut [u64])]| {
            for (number, words) in pieces {
                let found = look(*number);
                words.iter_mut().zip(&found.words).for_each(|(word, found)| *word = *found);
            }
        };
        let half = pieces.len() / 2;
        let (first, second) = pieces.split_at_mut(half);
        if half < WORTH_A_THREAD {
            look_at(first);
            look_at(second);
        } else {
            thread::scope(|scope| {
                scope.spawn(|| look_at(first));
                look_at(second);
            });
        }
        set
    }

    /// The rows of a piece.
    pub(super) fn piece(&self, number: usize) -> PieceRows {
        let mut piece = PieceRows::default();
        let words = self.words.iter().skip(number * PIECE);
        piece.words.iter_mut().zip(words).for_each(|(word, own)| *word = *own);
        piece
    }

    /// Those of which `passes` says yes.
    pub fn where_row(&self, mut passes: impl FnMut(usize) -> bool) -> Self {
        let word = |(at, among): (usize, &u64)| {
            let rows = Bits(*among).filter(|bit| passes(at * BITS + bit));
            rows.fold(0, |word, bit| word | 1 << bit)
        };
        Self { words: self.words.iter().enumerate().map(word).collect() }
    }
}

/// Below so many pieces a half, a second thread costs more than it does.
const WORTH_A_THREAD: usize = 4;

/// Some of the rows of a piece of a table, numbered from its start.
pub(super) struct PieceRows {
    words: [u64; PIECE],
}

impl Default for PieceRows {
    fn default() -> Self {
        Self { words: [0; PIECE] }
    }
}

impl PieceRows {
    /// Takes a row.
    pub fn insert(&mut self, row: usize) {
        if let Some(word) = self.words.get_mut(row / BITS) {
            *word |= 1 << (row % BITS);
        }
    }

    /// Whether a row is among them.
    pub fn contains(&self, row: usize) -> bool {
        self.words.get(row / BITS).is_some_and(|word| word & (1 << (row % BITS)) != 0)
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// The rows, in their order.
    pub fn iter(&self) -> impl Iterator<Item = usize> {
        let words = self.words.iter().enumerate();
        words.flat_map(|(at, word)| Bits(*word).map(move |bit| at * BITS + bit))
    }

    /// Those that are not in the other.
    #[must_use]
    pub fn without(mut self, other: &Self) -> Self {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= !other);
        self
    }
}

/// The places of the bits that are set.
struct Bits(u64);

impl Iterator for Bits {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let bit = (self.0 != 0).then(|| self.0.trailing_zeros() as usize)?;
        self.0 &= self.0 - 1;
        Some(bit)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_is_a_set(rows in 1..300_usize, list in prop::collection::vec(0..300_u32, 0..300), step in 1..9_usize) {
            let list: Vec<u32> = list.into_iter().filter(|row| (*row as usize) < rows).collect();
            let set = RowSet::of(rows, &list);
            let naive: std::collections::BTreeSet<usize> = list.iter().map(|row| *row as usize).collect();
            let mut values = Packed::default();
            (0..rows).for_each(|row| values.push(row as i64));
            let is_step = |row: &usize| row.is_multiple_of(step);
            let stepped: Vec<usize> = naive.iter().copied().filter(is_step).collect();
            prop_assert_eq!(set.iter().collect::<Vec<_>>(), naive.iter().copied().collect::<Vec<_>>());
            prop_assert_eq!(set.count(), naive.len());
            let is_number = |number: i64| is_step(&(number as usize));
            prop_assert_eq!(set.where_number(&values, is_number).iter().collect::<Vec<_>>(), stepped.clone());
            let every = RowSet::all(rows).where_row(|row| is_step(&row));
            prop_assert_eq!(RowSet::all(rows).count(), rows);
            prop_assert_eq!(set.clone().and(&every).iter().collect::<Vec<_>>(), stepped);
            prop_assert!(set.clone().without(&set).is_empty());
        }
    }
}
