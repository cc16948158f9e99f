//! Columns whose rows differ in length, texts and lists: each piece is one long text or list and the places
//! where its rows end.

use std::{fmt::Debug, ops::Range, sync::Arc};

use super::{
    chunks::CHUNK,
    saved::{Reader, Saved, Writer},
};
use crate::domain::sound::Sound;

/// A column of texts.
pub type Texts = Varied<String>;

/// A piece of a column of texts.
pub type TextPiece = Piece<String>;

/// A piece of a column of the sounds of names.
pub type SoundPiece = Piece<Vec<Sound>>;

/// A column of lists of items of one size.
pub type Lists<T> = Varied<Vec<T>>;

/// What the rows of a piece lie in, one behind the other.
pub trait Arena: Clone + Debug + Default {
    /// One row of it, where it lies.
    type Row: ?Sized + PartialEq;

    /// All that is in it.
    fn all(&self) -> &Self::Row;

    /// A part of it; empty if there is no such part.
    fn part(&self, range: Range<usize>) -> &Self::Row;

    /// Adds what stands in a row.
    fn add(&mut self, row: &Self::Row);

    /// Where the next row would begin.
    fn end(&self) -> usize;

    /// An empty one with room for as much as this one holds.
    fn as_large(&self) -> Self;

    /// Gives back room that nothing stands in.
    fn fit(&mut self);

    /// Bytes it takes.
    fn bytes(&self) -> usize;
}

impl Arena for String {
    type Row = str;

    fn all(&self) -> &str {
        self
    }

    fn part(&self, range: Range<usize>) -> &str {
        self.get(range).unwrap_or_default()
    }

    fn add(&mut self, row: &str) {
        self.push_str(row);
    }

    fn end(&self) -> usize {
        self.len()
    }

    fn as_large(&self) -> Self {
        Self::with_capacity(self.len())
    }

    fn fit(&mut self) {
        self.shrink_to_fit();
    }

    fn bytes(&self) -> usize {
        self.capacity()
    }
}

impl<T: Copy + Debug + PartialEq> Arena for Vec<T> {
    type Row = [T];

    fn all(&self) -> &[T] {
        self
    }

    fn part(&self, range: Range<usize>) -> &[T] {
        self.get(range).unwrap_or_default()
    }

    fn add(&mut self, row: &[T]) {
        self.extend_from_slice(row);
    }

    fn end(&self) -> usize {
        self.len()
    }

    fn as_large(&self) -> Self {
        Self::with_capacity(self.len())
    }

    fn fit(&mut self) {
        self.shrink_to_fit();
    }

    fn bytes(&self) -> usize {
        self.capacity() * size_of::<T>()
    }
}

/// A column whose rows differ in length.
#[derive(Clone, Debug, Default)]
pub struct Varied<A> {
    pieces: Vec<Arc<Piece<A>>>,
    len: usize,
}

/// One piece of such a column.
#[derive(Clone, Debug, Default)]
pub struct Piece<A> {
    rows: A,
    ends: Vec<u32>,
}

impl<A: Arena> Piece<A> {
    /// All rows, one behind the other.
    pub fn all(&self) -> &A::Row {
        self.rows.all()
    }

    /// Where each row ends in [`Piece::all`].
    pub fn ends(&self) -> &[u32] {
        &self.ends
    }

    /// A row; empty if there is no such row.
    fn get(&self, row: usize) -> &A::Row {
        let end = |row: usize| self.ends.get(row).map(|end| *end as usize);
        let start = row.checked_sub(1).map_or(Some(0), end);
        self.rows.part(start.zip(end(row)).map_or(0..0, |(start, end)| start..end))
    }

    fn push(&mut self, row: &A::Row) {
        self.push_with(|rows| rows.add(row));
    }

    fn push_with(&mut self, add: impl FnOnce(&mut A)) {
        add(&mut self.rows);
        self.ends.push(self.rows.end() as u32);
    }

    /// The piece with some rows replaced; they are in order, each named once.
    fn replaced(&self, rows: &[(usize, A)]) -> Self {
        let ends = Vec::with_capacity(self.ends.len());
        let mut fresh = Self { rows: self.rows.as_large(), ends };
        for (row, new) in rows {
            fresh.take_over(self, row % CHUNK);
            fresh.push(new.all());
        }
        fresh.take_over(self, self.ends.len());
        fresh
    }

    /// Takes the rows of another piece from the next one on up to another.
    fn take_over(&mut self, from: &Self, to: usize) {
        let next = self.ends.len();
        let ends = from.ends.get(next..to).unwrap_or_default();
        let last = next.checked_sub(1).and_then(|last| from.ends.get(last));
        let start = last.copied().unwrap_or_default();
        let length = self.rows.end() as u32;
        self.ends.extend(ends.iter().map(|end| end - start + length));
        let end = ends.last().copied().unwrap_or(start);
        self.rows.add(from.rows.part(start as usize..end as usize));
    }
}

impl<A: Arena> Varied<A> {
    /// A column of one piece, of [`CHUNK`] rows at most: what they hold, and where each of them ends.
    pub fn of_piece(rows: A, ends: Vec<u32>) -> Self {
        let len = ends.len();
        let piece = || vec![Arc::new(Piece { rows, ends })];
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

    /// What stands in a row; empty if there is no such row.
    pub fn get(&self, row: usize) -> &A::Row
    where
        for<'a> &'a A::Row: Default,
    {
        self.pieces.get(row / CHUNK).map(|piece| piece.get(row % CHUNK)).unwrap_or_default()
    }

    /// Adds a row.
    pub fn push(&mut self, row: &A::Row) {
        self.push_with(|rows| rows.add(row));
    }

    /// Adds a row which is put where it stays: `add` adds to what it is given.
    pub fn push_with(&mut self, add: impl FnOnce(&mut A)) {
        if self.len.is_multiple_of(CHUNK) {
            // A full piece takes no more than it needs.
            if let Some(full) = self.pieces.last_mut().and_then(Arc::get_mut) {
                full.rows.fit();
            }
            self.pieces.push(Arc::default());
        }
        if let Some(piece) = self.pieces.last_mut() {
            Arc::make_mut(piece).push_with(add);
            self.len += 1;
        }
    }

    /// Adds the rows of another column.
    pub fn append(&mut self, other: Self) {
        if self.len.is_multiple_of(CHUNK) {
            self.len += other.len;
            self.pieces.extend(other.pieces);
            return;
        }
        for piece in &other.pieces {
            (0..piece.ends.len()).for_each(|row| self.push(piece.get(row)));
        }
    }

    /// Adds empty rows until there are so many.
    pub fn grow(&mut self, len: usize) {
        let empty = A::default();
        while self.len < len {
            self.push(empty.all());
        }
    }

    /// Changes rows that differ: a piece is written once, however many of its rows change. Rows that are
    /// not there are left alone; of a row that is named twice, the last counts.
    pub fn set_many(&mut self, mut rows: Vec<(usize, A)>) {
        rows.sort_by_key(|(row, _)| *row);
        rows.reverse();
        rows.dedup_by_key(|(row, _)| *row);
        rows.reverse();
        rows.retain(|(row, new)| {
            let piece = self.pieces.get(row / CHUNK);
            *row < self.len && piece.is_some_and(|piece| piece.get(row % CHUNK) != new.all())
        });
        for rows in rows.chunk_by(|(row, _), (next, _)| row / CHUNK == next / CHUNK) {
            let number = rows.first().map_or(0, |(row, _)| row / CHUNK);
            if let Some(piece) = self.pieces.get_mut(number) {
                *piece = Arc::new(piece.replaced(rows));
            }
        }
    }

    /// The pieces, for loops that must be fast.
    pub fn pieces(&self) -> impl Iterator<Item = &Piece<A>> {
        self.pieces.iter().map(Arc::as_ref)
    }

    /// Bytes in memory.
    pub fn bytes(&self) -> usize {
        let size =
            |piece: &Arc<Piece<A>>| piece.rows.bytes() + piece.ends.capacity() * size_of::<u32>();
        self.pieces.iter().map(size).sum()
    }

    /// Writes where the rows of each piece end, and its rows as they are to be written.
    fn write(&self, out: &mut Writer<'_>, rows: impl Fn(&mut Writer<'_>, &A)) {
        out.number(self.pieces.len() as u64);
        for piece in &self.pieces {
            out.all(&piece.ends, u32::to_le_bytes);
            rows(out, &piece.rows);
        }
    }

    /// Reads what was written.
    fn read<'a>(
        from: &mut Reader<'a>,
        rows: impl Fn(&mut Reader<'a>) -> Option<A>,
    ) -> Option<Self> {
        let mut column = Self::default();
        for _ in 0..from.number()? {
            let piece = Piece { ends: from.all(u32::from_le_bytes)?, rows: rows(from)? };
            column.len += piece.ends.len();
            column.pieces.push(Arc::new(piece));
        }
        Some(column)
    }
}

impl<T: Copy + Debug + PartialEq> Lists<T> {
    /// Writes the lists, each item as so many bytes.
    pub fn save<const N: usize>(&self, out: &mut Writer<'_>, to: impl Fn(T) -> [u8; N]) {
        self.write(out, |out, items| out.all(items, &to));
    }

    /// Reads lists.
    pub fn load<const N: usize>(from: &mut Reader<'_>, of: impl Fn([u8; N]) -> T) -> Option<Self> {
        Self::read(from, |from| from.all(&of))
    }
}

impl<T: Copy> Lists<Option<T>> {
    /// The same lists, if every item is one.
    pub fn of_some(self) -> Option<Lists<T>> {
        let piece = |piece: Arc<Piece<Vec<Option<T>>>>| {
            // Collected, they would take up to twice the room.
            let mut rows = Vec::with_capacity(piece.rows.len());
            for item in &piece.rows {
                rows.push((*item)?);
            }
            Some(Arc::new(Piece { rows, ends: piece.ends.clone() }))
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

impl Saved for Texts {
    fn save(&self, out: &mut Writer<'_>) {
        self.write(out, |out, text| out.bytes(text.as_bytes()));
    }

    fn load(from: &mut Reader<'_>) -> Option<Self> {
        Self::read(from, |from| from.text().map(str::to_owned))
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
