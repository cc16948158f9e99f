//! Columns in pieces that snapshots share: writing copies only the pieces it touches.

use std::sync::Arc;

use super::{
    lists::take_over,
    saved::{Reader, Saved, Writer},
};

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

/// A column of texts: each piece is one long text and the places where its rows end.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    pieces: Vec<Arc<TextPiece>>,
    len: usize,
}

/// One piece of a column of texts.
#[derive(Clone, Debug, Default)]
pub struct TextPiece {
    text: String,
    ends: Vec<u32>,
}

impl TextPiece {
    /// All rows of the piece, one behind the other.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where each row ends in [`TextPiece::text`].
    pub fn ends(&self) -> &[u32] {
        &self.ends
    }

    fn get(&self, row: usize) -> Option<&str> {
        let end = *self.ends.get(row)? as usize;
        let start = match row.checked_sub(1) {
            Some(before) => *self.ends.get(before)? as usize,
            None => 0,
        };
        self.text.get(start..end)
    }

    /// The piece with some rows replaced; they are in order, each named once.
    fn replaced(&self, rows: &[(usize, String)]) -> Self {
        let mut fresh = Self {
            text: String::with_capacity(self.text.len()),
            ends: Vec::with_capacity(self.ends.len()),
        };
        for (row, text) in rows {
            fresh.take_over(self, row % CHUNK);
            fresh.push(text);
        }
        fresh.take_over(self, self.ends.len());
        fresh
    }

    /// Takes the rows of another piece from the next one on up to another.
    fn take_over(&mut self, from: &Self, to: usize) {
        let range = take_over(&mut self.ends, self.text.len(), &from.ends, to);
        self.text.push_str(from.text.get(range).unwrap_or_default());
    }

    fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.ends.push(self.text.len() as u32);
    }
}

impl Texts {
    /// A column of one piece, of [`CHUNK`] rows at most: their texts, and where each of them ends.
    pub fn of_piece(text: String, ends: Vec<u32>) -> Self {
        let len = ends.len();
        let piece = || vec![Arc::new(TextPiece { text, ends })];
        Self { pieces: if len == 0 { Vec::new() } else { piece() }, len }
    }

    /// The text of a row; empty if there is no such row.
    pub fn get(&self, row: usize) -> &str {
        let piece = self.pieces.get(row / CHUNK);
        piece.and_then(|piece| piece.get(row % CHUNK)).unwrap_or_default()
    }

    /// Adds a row.
    pub fn push(&mut self, text: &str) {
        if self.len.is_multiple_of(CHUNK) {
            self.pieces.push(Arc::default());
        }
        if let Some(piece) = self.pieces.last_mut() {
            Arc::make_mut(piece).push(text);
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

    /// Changes rows, each named once: a piece is written once, however many of its rows change. Rows that
    /// are not there are left alone.
    pub fn set_many(&mut self, mut rows: Vec<(usize, String)>) {
        rows.retain(|(row, text)| *row < self.len && self.get(*row) != text);
        rows.sort_by_key(|(row, _)| *row);
        rows.dedup_by_key(|(row, _)| *row);
        for rows in rows.chunk_by(|(row, _), (next, _)| row / CHUNK == next / CHUNK) {
            let number = rows.first().map_or(0, |(row, _)| row / CHUNK);
            if let Some(piece) = self.pieces.get_mut(number) {
                *piece = Arc::new(piece.replaced(rows));
            }
        }
    }

    /// The pieces, for loops that must be fast.
    pub fn pieces(&self) -> impl Iterator<Item = &TextPiece> {
        self.pieces.iter().map(Arc::as_ref)
    }

    /// Bytes in memory.
    pub fn bytes(&self) -> usize {
        let size = |piece: &Arc<TextPiece>| {
            piece.text.capacity() + piece.ends.capacity() * size_of::<u32>()
        };
        self.pieces.iter().map(size).sum()
    }
}

impl Saved for Texts {
    fn save(&self, out: &mut Writer<'_>) {
        out.number(self.pieces.len() as u64);
        for piece in &self.pieces {
            out.all(&piece.ends, u32::to_le_bytes);
            out.bytes(piece.text.as_bytes());
        }
    }

    fn load(from: &mut Reader<'_>) -> Option<Self> {
        let mut texts = Self::default();
        for _ in 0..from.number()? {
            let ends: Vec<u32> = from.all(u32::from_le_bytes)?;
            let piece = TextPiece { ends, text: from.text()?.to_owned() };
            texts.len += piece.ends.len();
            texts.pieces.push(Arc::new(piece));
        }
        Some(texts)
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

    #[test]
    fn texts_are_replaced_in_place() {
        let mut texts = Texts::default();
        for text in ["王小明", "", "John"] {
            texts.push(text);
        }
        let snapshot = texts.clone();
        texts.set_many(vec![(1, "張伟".to_owned())]);
        assert_eq!(
            [texts.get(0), texts.get(1), texts.get(2), texts.get(3)],
            ["王小明", "張伟", "John", ""]
        );
        assert_eq!(snapshot.get(1), "");
    }
}
