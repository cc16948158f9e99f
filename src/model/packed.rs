//! Whole numbers in as few bytes as they need: each piece of a column has the width of its own numbers.

use std::sync::Arc;

use super::{
    chunks::CHUNK,
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

/// The numbers of one piece. Where they are offsets, 0 is nothing, and 1 the least of them.
#[derive(Clone, Debug, PartialEq)]
enum Piece {
    /// All rows have the same.
    Same(i64, usize),
    Bytes(Offsets<u8>),
    Shorts(Offsets<u16>),
    Words(Offsets<u32>),
    Whole(Vec<i64>),
}

#[derive(Clone, Debug, PartialEq)]
struct Offsets<W> {
    least: i64,
    rows: Vec<W>,
}

impl<W: Copy + Into<u64> + TryFrom<u64>> Offsets<W> {
    fn of(least: i64, numbers: &[i64]) -> Option<Self> {
        let mut offsets = Self { least, rows: Vec::with_capacity(numbers.len()) };
        for number in numbers {
            let offset = offsets.offset(*number)?;
            offsets.rows.push(offset);
        }
        Some(offsets)
    }

    fn offset(&self, number: i64) -> Option<W> {
        if number == NOTHING {
            return W::try_from(0).ok();
        }
        let distance = u64::try_from(number.checked_sub(self.least)?).ok()?;
        W::try_from(distance.checked_add(1)?).ok()
    }

    fn number(&self, offset: W) -> i64 {
        match offset.into() {
            0 => NOTHING,
            offset => self.least.wrapping_add_unsigned(offset - 1),
        }
    }

    fn get(&self, row: usize) -> Option<i64> {
        self.rows.get(row).map(|offset| self.number(*offset))
    }

    /// Changes or adds a row; false if the number does not fit.
    fn put(&mut self, row: usize, number: i64) -> bool {
        let Some(offset) = self.offset(number) else { return false };
        match self.rows.get_mut(row) {
            Some(place) => *place = offset,
            None => self.rows.push(offset),
        }
        true
    }

    fn block(&self, from: usize, out: &mut [i64; BLOCK]) -> usize {
        let rows = self.rows.get(from..).unwrap_or_default();
        out.iter_mut().zip(rows).for_each(|(place, offset)| *place = self.number(*offset));
        rows.len().min(BLOCK)
    }
}

impl Piece {
    fn of(numbers: Vec<i64>) -> Self {
        let first = numbers.first().copied().unwrap_or(NOTHING);
        if numbers.iter().all(|number| *number == first) {
            return Self::Same(first, numbers.len());
        }
        let known = || numbers.iter().filter(|number| **number != NOTHING);
        let least = known().min().copied().unwrap_or_default();
        let most = known().max().copied().unwrap_or_default();
        // Two numbers may lie farther apart than one can say.
        let distance = u64::try_from(i128::from(most) - i128::from(least)).unwrap_or(u64::MAX);
        let packed = match distance {
            0..0xff => Offsets::of(least, &numbers).map(Self::Bytes),
            0xff..0xffff => Offsets::of(least, &numbers).map(Self::Shorts),
            0xffff..0xffff_ffff => Offsets::of(least, &numbers).map(Self::Words),
            _ => None,
        };
        packed.unwrap_or(Self::Whole(numbers))
    }

    fn len(&self) -> usize {
        match self {
            Self::Same(_, len) => *len,
            Self::Bytes(offsets) => offsets.rows.len(),
            Self::Shorts(offsets) => offsets.rows.len(),
            Self::Words(offsets) => offsets.rows.len(),
            Self::Whole(numbers) => numbers.len(),
        }
    }

    fn get(&self, row: usize) -> Option<i64> {
        match self {
            Self::Same(number, len) => (row < *len).then_some(*number),
            Self::Bytes(offsets) => offsets.get(row),
            Self::Shorts(offsets) => offsets.get(row),
            Self::Words(offsets) => offsets.get(row),
            Self::Whole(numbers) => numbers.get(row).copied(),
        }
    }

    /// Changes or adds a row; false if the number does not fit.
    fn put(&mut self, row: usize, number: i64) -> bool {
        match self {
            Self::Same(same, len) => {
                let fits = *same == number;
                *len = if fits { (*len).max(row + 1) } else { *len };
                fits
            }
            Self::Bytes(offsets) => offsets.put(row, number),
            Self::Shorts(offsets) => offsets.put(row, number),
            Self::Words(offsets) => offsets.put(row, number),
            Self::Whole(numbers) => {
                match numbers.get_mut(row) {
                    Some(place) => *place = number,
                    None => numbers.push(number),
                }
                true
            }
        }
    }

    fn numbers(&self) -> Vec<i64> {
        (0..self.len()).filter_map(|row| self.get(row)).collect()
    }

    /// The numbers of a block of rows; how many there are.
    fn block(&self, from: usize, out: &mut [i64; BLOCK]) -> usize {
        match self {
            Self::Same(number, len) => {
                out.fill(*number);
                len.saturating_sub(from).min(BLOCK)
            }
            Self::Bytes(offsets) => offsets.block(from, out),
            Self::Shorts(offsets) => offsets.block(from, out),
            Self::Words(offsets) => offsets.block(from, out),
            Self::Whole(numbers) => {
                let rows = numbers.get(from..).unwrap_or_default();
                out.iter_mut().zip(rows).for_each(|(place, number)| *place = *number);
                rows.len().min(BLOCK)
            }
        }
    }

    fn bytes(&self) -> usize {
        match self {
            Self::Same(..) => 0,
            Self::Bytes(offsets) => offsets.rows.capacity(),
            Self::Shorts(offsets) => offsets.rows.capacity() * 2,
            Self::Words(offsets) => offsets.rows.capacity() * 4,
            Self::Whole(numbers) => numbers.capacity() * 8,
        }
    }
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
        let last = Arc::make_mut(last);
        if !last.put(row, number) {
            *last = widened(last, number);
        }
        self.len += 1;
    }

    /// Changes a row that differs; one that is not there is left alone.
    pub fn set(&mut self, row: usize, number: i64) {
        self.set_many(std::iter::once((row, number)));
    }

    /// Changes the rows that differ; those that are not there are left alone.
    pub fn set_many(&mut self, rows: impl Iterator<Item = (usize, i64)>) {
        let rows = rows.filter(|(row, number)| *row < self.len && self.get(*row) != *number);
        let mut rows: Vec<(usize, i64)> = rows.collect();
        rows.sort_by_key(|(row, _)| *row);
        for rows in rows.chunk_by(|(row, _), (next, _)| row / CHUNK == next / CHUNK) {
            let number = rows.first().map_or(0, |(row, _)| row / CHUNK);
            if let Some(piece) = self.pieces.get_mut(number) {
                set_piece(Arc::make_mut(piece), rows);
            }
        }
    }

    /// Bytes in memory.
    pub fn bytes(&self) -> usize {
        self.pieces.iter().map(|piece| piece.bytes()).sum()
    }
}

fn set_piece(piece: &mut Piece, rows: &[(usize, i64)]) {
    if rows.iter().all(|(row, number)| piece.put(row % CHUNK, *number)) {
        return;
    }
    let mut numbers = piece.numbers();
    for (row, number) in rows {
        if let Some(place) = numbers.get_mut(row % CHUNK) {
            *place = *number;
        }
    }
    *piece = Piece::of(numbers);
}

/// The piece with one more row, whose number does not fit.
fn widened(piece: &Piece, number: i64) -> Piece {
    let is_below = match piece {
        Piece::Bytes(offsets) => number < offsets.least,
        Piece::Shorts(offsets) => number < offsets.least,
        Piece::Words(offsets) => number < offsets.least,
        Piece::Same(..) | Piece::Whole(_) => false,
    };
    let mut numbers = piece.numbers();
    numbers.push(number);
    // Numbers that fall row by row would not fit again and again.
    if is_below && number != NOTHING { Piece::Whole(numbers) } else { Piece::of(numbers) }
}

impl Saved for Packed {
    fn save(&self, out: &mut Writer<'_>) {
        out.number(self.pieces.len() as u64);
        for piece in &self.pieces {
            match piece.as_ref() {
                Piece::Same(number, len) => out.numbers(&[0, *number, *len as i64]),
                Piece::Bytes(offsets) => {
                    out.numbers(&[1, offsets.least]);
                    out.bytes(&offsets.rows);
                }
                Piece::Shorts(offsets) => {
                    out.numbers(&[2, offsets.least]);
                    out.all(&offsets.rows, |row| row.to_le_bytes());
                }
                Piece::Words(offsets) => {
                    out.numbers(&[4, offsets.least]);
                    out.all(&offsets.rows, |row| row.to_le_bytes());
                }
                Piece::Whole(numbers) => {
                    out.numbers(&[8]);
                    out.all(numbers, |row| row.to_le_bytes());
                }
            }
        }
    }

    fn load(from: &mut Reader<'_>) -> Option<Self> {
        let mut packed = Self::default();
        for _ in 0..from.number()? {
            let piece = match from.signed()? {
                0 => Piece::Same(from.signed()?, usize::try_from(from.signed()?).ok()?),
                1 => Piece::Bytes(Offsets { least: from.signed()?, rows: from.bytes()?.to_vec() }),
                2 => Piece::Shorts(Offsets {
                    least: from.signed()?,
                    rows: from.all(u16::from_le_bytes)?,
                }),
                4 => Piece::Words(Offsets {
                    least: from.signed()?,
                    rows: from.all(u32::from_le_bytes)?,
                }),
                8 => Piece::Whole(from.all(i64::from_le_bytes)?),
                _ => return None,
            };
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
