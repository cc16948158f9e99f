//! Columns in pieces that snapshots share: writing copies only the pieces it touches.

use std::sync::Arc;

use super::saved::{Reader, Writer};

/// Rows in a piece.
pub const CHUNK: usize = 16_384;

/// A column of values of one size.
#[derive(Clone, Debug)]
pub struct Chunks<T> {
    pieces: Vec<Arc<Vec<T>>>,
    len: usize,
}

impl<T> Default for Chunks<T> {
    fn default() -> Self {
        Self { pieces: Vec::new(), len: 0 }
    }
}

impl<T: Clone> Chunks<T> {
    /// A column of one piece, of [`CHUNK`] rows at most.
    pub fn of_piece(rows: Vec<T>) -> Self {
        let len = rows.len();
        let pieces = if len == 0 { Vec::new() } else { vec![Arc::new(rows)] };
        Self { pieces, len }
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The value of a row.
    pub fn get(&self, row: usize) -> Option<&T> {
        self.pieces.get(row / CHUNK)?.get(row % CHUNK)
    }

    /// Adds a row.
    pub fn push(&mut self, value: T) {
        if self.len.is_multiple_of(CHUNK) {
            self.pieces.push(Arc::new(Vec::new()));
        }
        if let Some(piece) = self.pieces.last_mut() {
            Arc::make_mut(piece).push(value);
            self.len += 1;
        }
    }

    /// Adds the rows of another column.
    pub fn append(&mut self, other: Self) {
        if self.len.is_multiple_of(CHUNK) {
            self.len += other.len;
            self.pieces.extend(other.pieces);
        } else {
            other.iter().for_each(|value| self.push(value.clone()));
        }
    }

    /// Changes a row; a row that is not there is left alone.
    pub fn set(&mut self, row: usize, value: T) {
        let piece = self.pieces.get_mut(row / CHUNK);
        if let Some(place) = piece.and_then(|piece| Arc::make_mut(piece).get_mut(row % CHUNK)) {
            *place = value;
        }
    }

    /// The values, in the order of the rows.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.pieces.iter().flat_map(|piece| piece.iter())
    }

    /// The pieces, for loops that must be fast.
    pub fn pieces(&self) -> impl Iterator<Item = &[T]> {
        self.pieces.iter().map(|piece| piece.as_slice())
    }

    /// Bytes in memory, those the values themselves point to not counted.
    pub fn bytes(&self) -> usize {
        self.pieces.iter().map(|piece| piece.capacity() * size_of::<T>()).sum()
    }

    /// Writes the values, each as so many bytes.
    pub fn save<const N: usize>(&self, out: &mut Writer<'_>, to: impl Fn(T) -> [u8; N])
    where
        T: Copy,
    {
        out.number(self.pieces.len() as u64);
        for piece in &self.pieces {
            out.all(piece, &to);
        }
    }

    /// Reads values.
    pub fn load<const N: usize>(from: &mut Reader<'_>, of: impl Fn([u8; N]) -> T) -> Option<Self> {
        let mut chunks = Self::default();
        for _ in 0..from.number()? {
            let piece: Vec<T> = from.all(&of)?;
            chunks.len += piece.len();
            chunks.pieces.push(Arc::new(piece));
        }
        Some(chunks)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_snapshot_does_not_see_later_writes() {
        let mut column = Chunks::default();
        for number in 0..CHUNK + 3 {
            column.push(number);
        }
        let snapshot = column.clone();
        column.set(CHUNK + 1, 7);
        assert_eq!(
            (snapshot.get(CHUNK + 1), column.get(CHUNK + 1)),
            (Some(&(CHUNK + 1)), Some(&7))
        );
        assert_eq!(
            (column.len(), column.iter().count(), column.get(CHUNK + 3)),
            (CHUNK + 3, CHUNK + 3, None)
        );
    }
}
