//! One piece of a column of whole numbers, in as few bytes as its own numbers need.

use super::{
    packed::{BLOCK, NOTHING},
    saved::{Reader, Saved, Writer},
    sparse::{SPARSE, Sparse},
};

/// The numbers of one piece. Where they are offsets, 0 is nothing, and 1 the least of them.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Piece {
    /// All rows have the same.
    Same(i64, usize),
    Bytes(Offsets<u8>),
    Shorts(Offsets<u16>),
    Words(Offsets<u32>),
    Fives(Offsets<Five>),
    Whole(Vec<i64>),
    Sparse(Sparse),
}

/// Five bytes: the milliseconds of 34 years.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Five([u8; 5]);

impl From<Five> for u64 {
    fn from(Five([a, b, c, d, e]): Five) -> Self {
        Self::from_le_bytes([a, b, c, d, e, 0, 0, 0])
    }
}

impl TryFrom<u64> for Five {
    type Error = ();

    fn try_from(number: u64) -> Result<Self, ()> {
        match number.to_le_bytes() {
            [a, b, c, d, e, 0, 0, 0] => Ok(Self([a, b, c, d, e])),
            _ => Err(()),
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Offsets<W> {
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
    /// The numbers in as few bytes as they need.
    pub fn of(numbers: Vec<i64>) -> Self {
        let first = numbers.first().copied().unwrap_or(NOTHING);
        if numbers.iter().all(|number| *number == first) {
            return Self::Same(first, numbers.len());
        }
        let known = || numbers.iter().filter(|number| **number != NOTHING);
        let count = known().count();
        let least = known().min().copied().unwrap_or_default();
        let most = known().max().copied().unwrap_or_default();
        // Two numbers may lie farther apart than one can say.
        let distance = u64::try_from(i128::from(most) - i128::from(least)).unwrap_or(u64::MAX);
        let width = match distance {
            0..0xff => 1,
            0xff..0xffff => 2,
            0xffff..0xffff_ffff => 4,
            0xffff_ffff..0xff_ffff_ffff => 5,
            _ => 8,
        };
        if count * SPARSE < numbers.len() * width {
            return Self::Sparse(Sparse::of(&numbers));
        }
        let packed = match width {
            1 => Offsets::of(least, &numbers).map(Self::Bytes),
            2 => Offsets::of(least, &numbers).map(Self::Shorts),
            4 => Offsets::of(least, &numbers).map(Self::Words),
            5 => Offsets::of(least, &numbers).map(Self::Fives),
            _ => None,
        };
        packed.unwrap_or(Self::Whole(numbers))
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        match self {
            Self::Same(_, len) => *len,
            Self::Bytes(offsets) => offsets.rows.len(),
            Self::Shorts(offsets) => offsets.rows.len(),
            Self::Words(offsets) => offsets.rows.len(),
            Self::Fives(offsets) => offsets.rows.len(),
            Self::Sparse(sparse) => sparse.len(),
            Self::Whole(numbers) => numbers.len(),
        }
    }

    /// The number of a row.
    pub fn get(&self, row: usize) -> Option<i64> {
        match self {
            Self::Same(number, len) => (row < *len).then_some(*number),
            Self::Bytes(offsets) => offsets.get(row),
            Self::Shorts(offsets) => offsets.get(row),
            Self::Words(offsets) => offsets.get(row),
            Self::Fives(offsets) => offsets.get(row),
            Self::Sparse(sparse) => sparse.get(row),
            Self::Whole(numbers) => numbers.get(row).copied(),
        }
    }

    /// Changes or adds a row; false if the number does not fit.
    pub fn put(&mut self, row: usize, number: i64) -> bool {
        match self {
            Self::Same(same, len) => {
                let fits = *same == number;
                *len = if fits { (*len).max(row + 1) } else { *len };
                fits
            }
            Self::Bytes(offsets) => offsets.put(row, number),
            Self::Shorts(offsets) => offsets.put(row, number),
            Self::Words(offsets) => offsets.put(row, number),
            Self::Fives(offsets) => offsets.put(row, number),
            Self::Sparse(sparse) => sparse.put(row, number),
            Self::Whole(numbers) => {
                match numbers.get_mut(row) {
                    Some(place) => *place = number,
                    None => numbers.push(number),
                }
                true
            }
        }
    }

    /// The numbers, unpacked.
    pub fn numbers(&self) -> Vec<i64> {
        match self {
            Self::Sparse(sparse) => sparse.numbers(),
            _ => (0..self.len()).filter_map(|row| self.get(row)).collect(),
        }
    }

    /// The numbers of a block of rows; how many there are.
    pub fn block(&self, from: usize, out: &mut [i64; BLOCK]) -> usize {
        match self {
            Self::Same(number, len) => {
                out.fill(*number);
                len.saturating_sub(from).min(BLOCK)
            }
            Self::Bytes(offsets) => offsets.block(from, out),
            Self::Shorts(offsets) => offsets.block(from, out),
            Self::Words(offsets) => offsets.block(from, out),
            Self::Fives(offsets) => offsets.block(from, out),
            Self::Sparse(sparse) => sparse.block(from, out),
            Self::Whole(numbers) => {
                let rows = numbers.get(from..).unwrap_or_default();
                out.iter_mut().zip(rows).for_each(|(place, number)| *place = *number);
                rows.len().min(BLOCK)
            }
        }
    }

    /// Bytes in memory.
    pub fn bytes(&self) -> usize {
        match self {
            Self::Same(..) => 0,
            Self::Bytes(offsets) => offsets.rows.capacity(),
            Self::Shorts(offsets) => offsets.rows.capacity() * 2,
            Self::Words(offsets) => offsets.rows.capacity() * 4,
            Self::Fives(offsets) => offsets.rows.capacity() * 5,
            Self::Sparse(sparse) => sparse.bytes(),
            Self::Whole(numbers) => numbers.capacity() * 8,
        }
    }

    /// Changes rows that are there.
    pub fn set(&mut self, rows: &[(usize, i64)]) {
        if rows.iter().all(|(row, number)| self.put(*row, *number)) {
            return;
        }
        let mut numbers = self.numbers();
        for (row, number) in rows {
            if let Some(place) = numbers.get_mut(*row) {
                *place = *number;
            }
        }
        *self = Self::of(numbers);
    }

    /// Adds a row.
    pub fn push(&mut self, number: i64) {
        if self.put(self.len(), number) {
            return;
        }
        let is_below = match self {
            Self::Bytes(offsets) => number < offsets.least,
            Self::Shorts(offsets) => number < offsets.least,
            Self::Words(offsets) => number < offsets.least,
            Self::Fives(offsets) => number < offsets.least,
            Self::Same(..) | Self::Whole(_) | Self::Sparse(_) => false,
        };
        let mut numbers = self.numbers();
        numbers.push(number);
        // Numbers that fall row by row would not fit again and again.
        let falls = is_below && number != NOTHING;
        *self = if falls { Self::Whole(numbers) } else { Self::of(numbers) };
    }
}

impl Saved for Piece {
    fn save(&self, out: &mut Writer<'_>) {
        match self {
            Self::Same(number, len) => out.numbers(&[0, *number, *len as i64]),
            Self::Bytes(offsets) => {
                out.numbers(&[1, offsets.least]);
                out.bytes(&offsets.rows);
            }
            Self::Shorts(offsets) => {
                out.numbers(&[2, offsets.least]);
                out.all(&offsets.rows, u16::to_le_bytes);
            }
            Self::Words(offsets) => {
                out.numbers(&[4, offsets.least]);
                out.all(&offsets.rows, u32::to_le_bytes);
            }
            Self::Fives(offsets) => {
                out.numbers(&[5, offsets.least]);
                out.all(&offsets.rows, |Five(bytes)| bytes);
            }
            Self::Whole(numbers) => {
                out.numbers(&[8]);
                out.all(numbers, i64::to_le_bytes);
            }
            Self::Sparse(sparse) => {
                out.numbers(&[9]);
                sparse.save(out);
            }
        }
    }

    fn load(from: &mut Reader<'_>) -> Option<Self> {
        Some(match from.signed()? {
            0 => Self::Same(from.signed()?, usize::try_from(from.signed()?).ok()?),
            1 => Self::Bytes(Offsets { least: from.signed()?, rows: from.bytes()?.to_vec() }),
            2 => {
                Self::Shorts(Offsets { least: from.signed()?, rows: from.all(u16::from_le_bytes)? })
            }
            4 => {
                Self::Words(Offsets { least: from.signed()?, rows: from.all(u32::from_le_bytes)? })
            }
            5 => Self::Fives(Offsets { least: from.signed()?, rows: from.all(Five)? }),
            8 => Self::Whole(from.all(i64::from_le_bytes)?),
            9 => Self::Sparse(Sparse::load(from)?),
            _ => return None,
        })
    }
}
