//! Whole numbers in as few bytes as they need: each piece of a column has the width of its own numbers.

use std::sync::Arc;

use super::{
    chunks::CHUNK,
    piece::Piece,
    saved::{Reader, Saved, Writer},
};

/// What stands for no value.
pub const NOTHING: i64 = i64::MIN;

/// Rows that are looked at together: the rows of one word of a set of rows.
pub const BLOCK: usize = 64;

/// A column of whole numbers, any of which may be [`NOTHING`].
#[derive(Clone, Debug, Default)]
pub struct Packed {
    pieces: Vec<Arc<Piece>>,
    len: usize,
}

impl Packed {
    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The number of a row; [`NOTHING`] if there is none.
    pub fn get(&self, row: usize) -> i64 {
        let piece = self.pieces.get(row / CHUNK);
        piece.and_then(|piece| piece.get(row % CHUNK)).unwrap_or(NOTHING)
    }

    /// The numbers, in the order of the rows.
    pub fn iter(&self) -> impl Iterator<Item = i64> {
        self.pieces.iter().flat_map(|piece| (0..piece.len()).filter_map(|row| piece.get(row)))
    }

    /// The numbers of the rows from `block` × 64 on, for loops that must be fast; how many there are.
    pub fn block(&self, block: usize, out: &mut [i64; BLOCK]) -> usize {
        let from = block * BLOCK;
        self.pieces.get(from / CHUNK).map_or(0, |piece| piece.block(from % CHUNK, out))
    }

    /// Adds a row.
    pub fn push(&mut self, number: i64) {
        let row = self.len % CHUNK;
        if row == 0 {
            // A full piece takes no more than it needs.
            if let Some(full) = self.pieces.last_mut().filter(|full| full.bytes() > 0) {
                *full = Arc::new(Piece::of(full.numbers()));
            }
            self.pieces.push(Arc::new(Piece::Same(number, 0)));
        }
        let Some(last) = self.pieces.last_mut() else { return };
        Arc::make_mut(last).push(number);
        self.len += 1;
    }

    /// Adds the rows of another column.
    pub fn append(&mut self, other: Self) {
        if !self.len.is_multiple_of(CHUNK) {
            return other.iter().for_each(|number| self.push(number));
        }
        self.len += other.len;
        self.pieces.extend(other.pieces);
    }

    /// Changes a row that differs; one that is not there is left alone.
    pub fn set(&mut self, row: usize, number: i64) {
        self.set_many(std::iter::once((row, number)));
    }

    /// Changes the rows that differ; those that are not there are left alone.
    pub fn set_many(&mut self, rows: impl Iterator<Item = (usize, i64)>) {
        let rows = rows.filter(|(row, number)| *row < self.len && self.get(*row) != *number);
        let mut rows: Vec<(usize, usize, i64)> =
            rows.map(|(row, number)| (row / CHUNK, row % CHUNK, number)).collect();
        rows.sort_by_key(|(piece, ..)| *piece);
        for rows in rows.chunk_by(|(piece, ..), (next, ..)| piece == next) {
            let piece = rows.first().and_then(|(piece, ..)| self.pieces.get_mut(*piece));
            let rows: Vec<(usize, i64)> =
                rows.iter().map(|(_, row, number)| (*row, *number)).collect();
            if let Some(piece) = piece {
                Arc::make_mut(piece).set(&rows);
            }
        }
    }

    /// Bytes in memory.
    pub fn bytes(&self) -> usize {
        self.pieces.iter().map(|piece| piece.bytes()).sum()
    }
}

impl FromIterator<i64> for Packed {
    fn from_iter<I: IntoIterator<Item = i64>>(numbers: I) -> Self {
        let mut packed = Self::default();
        let mut numbers = numbers.into_iter();
        loop {
            let piece: Vec<i64> = numbers.by_ref().take(CHUNK).collect();
            if piece.is_empty() {
                return packed;
            }
            packed.len += piece.len();
            packed.pieces.push(Arc::new(Piece::of(piece)));
        }
    }
}

impl Saved for Packed {
    fn save(&self, out: &mut Writer<'_>) {
        out.number(self.pieces.len() as u64);
        self.pieces.iter().for_each(|piece| piece.save(out));
    }

    fn load(from: &mut Reader<'_>) -> Option<Self> {
        let mut packed = Self::default();
        for _ in 0..from.number()? {
            let piece = Piece::load(from)?;
            packed.len += piece.len();
            packed.pieces.push(Arc::new(piece));
        }
        Some(packed)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::saved::reread;

    fn number() -> impl Strategy<Value = i64> {
        prop_oneof![
            Just(NOTHING),
            0..200_i64,
            -70_000..70_000_i64,
            1_700_000_000_000..1_700_009_000_000_i64,
            any::<i64>(),
        ]
    }

    proptest! {
        #[test]
        fn it_is_a_list_of_numbers(
            runs in prop::collection::vec((number(), 1..9_000_usize), 1..6),
            changes in prop::collection::vec((0..40_000_usize, number()), 0..20),
        ) {
            let mut naive: Vec<i64> = Vec::new();
            let mut packed = Packed::default();
            for (number, times) in &runs {
                for step in 0..*times {
                    // Falling, rising and equal numbers.
                    let number = match times % 3 {
                        0 => *number,
                        1 => number.saturating_sub(step as i64),
                        _ => number.saturating_add(step as i64),
                    };
                    naive.push(number);
                    packed.push(number);
                }
            }
            let snapshot = packed.clone();
            let before = naive.clone();
            packed.set_many(changes.iter().copied());
            for (row, number) in changes {
                if let Some(place) = naive.get_mut(row) {
                    *place = number;
                }
            }
            prop_assert_eq!(packed.iter().collect::<Vec<_>>(), naive.clone());
            prop_assert_eq!(snapshot.iter().collect::<Vec<_>>(), before);
            let mut buffer = [0; BLOCK];
            let blocks = (0..=naive.len() / BLOCK).flat_map(|block| {
                let count = packed.block(block, &mut buffer);
                buffer[..count].to_vec()
            });
            prop_assert_eq!(blocks.collect::<Vec<_>>(), naive.clone());
            let loaded = reread(&packed).unwrap();
            prop_assert_eq!(loaded.iter().collect::<Vec<_>>(), naive);
        }
    }

    #[test]
    fn narrow_numbers_take_little_memory() {
        let mut packed = Packed::default();
        for row in 0..CHUNK * 2 {
            packed.push((row % 7) as i64);
        }
        packed.push(0);
        assert!(packed.bytes() < CHUNK * 2 + 1_000, "{}", packed.bytes());
    }
}
