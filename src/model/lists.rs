//! Columns of lists: each piece is one long list and the places where its rows end.

use std::{ops::Range, sync::Arc};

use super::{
    chunks::CHUNK,
    saved::{Reader, Saved, Writer},
};

/// A column of lists of items of one size.
#[derive(Clone, Debug)]
pub struct Lists<T> {
    pieces: Vec<Arc<Piece<T>>>,
    len: usize,
}

#[derive(Clone, Debug)]
struct Piece<T> {
    items: Vec<T>,
    ends: Vec<u32>,
}

impl<T> Default for Lists<T> {
    fn default() -> Self {
        Self { pieces: Vec::new(), len: 0 }
    }
}

impl<T> Default for Piece<T> {
    fn default() -> Self {
        Self { items: Vec::new(), ends: Vec::new() }
    }
}

impl<T: Copy> Piece<T> {
    fn get(&self, row: usize) -> Option<&[T]> {
        let end = *self.ends.get(row)? as usize;
        let start = match row.checked_sub(1) {
            Some(before) => *self.ends.get(before)? as usize,
            None => 0,
        };
        self.items.get(start..end)
    }

    fn push(&mut self, list: &[T]) {
        self.items.extend_from_slice(list);
        self.ends.push(self.items.len() as u32);
    }

    /// The piece with some rows replaced; they are in order, each named once.
    fn replaced(&self, rows: &[(usize, Vec<T>)]) -> Self {
        let mut fresh = Self {
            items: Vec::with_capacity(self.items.len()),
            ends: Vec::with_capacity(self.ends.len()),
        };
        for (row, list) in rows {
            fresh.take_over(self, row % CHUNK);
            fresh.push(list);
        }
        fresh.take_over(self, self.ends.len());
        fresh
    }

    /// Takes the rows of another piece from the next one on up to another.
    fn take_over(&mut self, from: &Self, to: usize) {
        let range = take_over(&mut self.ends, self.items.len(), &from.ends, to);
        self.items.extend_from_slice(from.items.get(range).unwrap_or_default());
    }
}

/// Takes over where rows end, from the next one on up to another; `length` is that of all rows so far.
/// Gives where these rows lie.
pub(super) fn take_over(
    ends: &mut Vec<u32>,
    length: usize,
    from: &[u32],
    to: usize,
) -> Range<usize> {
    let next = ends.len();
    let rows = from.get(next..to).unwrap_or_default();
    let start = next.checked_sub(1).and_then(|last| from.get(last)).copied().unwrap_or_default();
    ends.extend(rows.iter().map(|end| end - start + length as u32));
    let end = rows.last().copied().unwrap_or(start);
    start as usize..end as usize
}

impl<T: Copy + PartialEq> Lists<T> {
    /// A column of one piece, of [`CHUNK`] rows at most: their items, and where those of each end.
    pub fn of_piece(items: Vec<T>, ends: Vec<u32>) -> Self {
        let len = ends.len();
        let piece = || vec![Arc::new(Piece { items, ends })];
        Self { pieces: if len == 0 { Vec::new() } else { piece() }, len }
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The list of a row; empty if there is no such row.
    pub fn get(&self, row: usize) -> &[T] {
        let piece = self.pieces.get(row / CHUNK);
        piece.and_then(|piece| piece.get(row % CHUNK)).unwrap_or_default()
    }

    /// Adds a row.
    pub fn push(&mut self, list: &[T]) {
        if self.len.is_multiple_of(CHUNK) {
            self.pieces.push(Arc::default());
        }
        if let Some(piece) = self.pieces.last_mut() {
            Arc::make_mut(piece).push(list);
            self.len += 1;
        }
    }

    /// Adds the rows of another column.
    pub fn append(&mut self, other: Self) {
        if self.len.is_multiple_of(CHUNK) {
            self.len += other.len;
            self.pieces.extend(other.pieces);
        } else {
            (0..other.len).for_each(|row| self.push(other.get(row)));
        }
    }

    /// Adds empty rows until there are so many.
    pub fn grow(&mut self, len: usize) {
        while self.len < len {
            self.push(&[]);
        }
    }

    /// Changes rows that differ: a piece is written once, however many of its rows change. Rows that are
    /// not there are left alone; of a row that is named twice, the last counts.
    pub fn set_many(&mut self, mut rows: Vec<(usize, Vec<T>)>) {
        rows.sort_by_key(|(row, _)| *row);
        rows.reverse();
        rows.dedup_by_key(|(row, _)| *row);
        rows.reverse();
        rows.retain(|(row, list)| *row < self.len && self.get(*row) != list.as_slice());
        for rows in rows.chunk_by(|(row, _), (next, _)| row / CHUNK == next / CHUNK) {
            let number = rows.first().map_or(0, |(row, _)| row / CHUNK);
            if let Some(piece) = self.pieces.get_mut(number) {
                *piece = Arc::new(piece.replaced(rows));
            }
        }
    }

    /// The pieces, for loops that must be fast: all items of each, and where its rows end.
    pub fn pieces(&self) -> impl Iterator<Item = (&[T], &[u32])> {
        self.pieces.iter().map(|piece| (piece.items.as_slice(), piece.ends.as_slice()))
    }

    /// Bytes in memory.
    pub fn bytes(&self) -> usize {
        let size = |piece: &Arc<Piece<T>>| {
            piece.items.capacity() * size_of::<T>() + piece.ends.capacity() * size_of::<u32>()
        };
        self.pieces.iter().map(size).sum()
    }

    /// Writes the lists, each item as so many bytes.
    pub fn save<const N: usize>(&self, out: &mut Writer<'_>, to: impl Fn(T) -> [u8; N]) {
        out.number(self.pieces.len() as u64);
        for piece in &self.pieces {
            out.all(&piece.ends, u32::to_le_bytes);
            out.all(&piece.items, &to);
        }
    }

    /// Reads lists.
    pub fn load<const N: usize>(from: &mut Reader<'_>, of: impl Fn([u8; N]) -> T) -> Option<Self> {
        let mut lists = Self::default();
        for _ in 0..from.number()? {
            let piece = Piece { ends: from.all(u32::from_le_bytes)?, items: from.all(&of)? };
            lists.len += piece.ends.len();
            lists.pieces.push(Arc::new(piece));
        }
        Some(lists)
    }
}

impl<T: Copy> Lists<Option<T>> {
    /// The same lists, if every item is one.
    pub fn of_some(self) -> Option<Lists<T>> {
        let piece = |piece: Arc<Piece<Option<T>>>| {
            // Collected, they would take up to twice the room.
            let mut items = Vec::with_capacity(piece.items.len());
            for item in &piece.items {
                items.push((*item)?);
            }
            Some(Arc::new(Piece { items, ends: piece.ends.clone() }))
        };
        let pieces = self.pieces.into_iter().map(piece).collect::<Option<Vec<_>>>()?;
        Some(Lists { pieces, len: self.len })
    }
}

impl Saved for Lists<u32> {
    fn save(&self, out: &mut Writer<'_>) {
        Self::save(self, out, u32::to_le_bytes);
    }

    fn load(from: &mut Reader<'_>) -> Option<Self> {
        Self::load(from, u32::from_le_bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::saved::reread;

    #[test]
    fn rows_change_and_snapshots_do_not() {
        let mut lists = Lists::default();
        lists.grow(CHUNK);
        lists.push(&[1_u32, 2]);
        lists.push(&[]);
        let snapshot = lists.clone();
        lists.set_many(vec![
            (CHUNK, vec![9]),
            (0, vec![5, 6]),
            (CHUNK, vec![7]),
            (CHUNK * 9, vec![1]),
        ]);
        let rows = |lists: &Lists<u32>| [0, 1, CHUNK, CHUNK + 1].map(|row| lists.get(row).to_vec());
        assert_eq!(rows(&lists), [vec![5, 6], vec![], vec![7], vec![]]);
        assert_eq!(rows(&snapshot), [vec![], vec![], vec![1, 2], vec![]]);
        let loaded: Lists<u32> = reread(&lists).unwrap();
        assert_eq!((loaded.len(), rows(&loaded)), (CHUNK + 2, rows(&lists)));
    }
}
