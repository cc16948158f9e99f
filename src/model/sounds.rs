//! A column of what texts sound like, for those who type Latin letters and mean Han characters.

use std::sync::Arc;

use super::chunks::CHUNK;
use crate::domain::{FieldInfo, Kind, Row, Shape, Value, sound::Sound};

/// A column of sounds: each piece is one long run of them and the places where its rows end.
#[derive(Clone, Debug, Default)]
pub struct Sounds {
    pieces: Vec<Arc<SoundPiece>>,
    len: usize,
}

/// One piece of a column of sounds.
#[derive(Clone, Debug, Default)]
pub struct SoundPiece {
    sounds: Vec<Sound>,
    ends: Vec<u32>,
}

/// What the names in a record sound like: [`Sound::NONE`] stands behind each and wherever a name breaks
/// off into another script.
pub(super) fn of(kind: Kind, row: &Row) -> Vec<Sound> {
    let mut sounds = Vec::new();
    for field in kind.fields().iter().filter(|field| is_name(field)) {
        match row.get(field.tag) {
            Value::Text(text) => append(text, &mut sounds),
            Value::List(items) => {
                items.iter().filter_map(Value::as_text).for_each(|it| append(it, &mut sounds));
            }
            _ => {}
        }
    }
    sounds
}

/// Whether a field holds a name of someone or something, which anyone may search.
pub fn is_name(field: &FieldInfo) -> bool {
    let is_short = matches!(field.shape, Shape::Text | Shape::List(Shape::Text));
    is_short && field.spec.is_searched() && !field.spec.is_masked() && !field.spec.is_multiline()
}

/// Appends what a text sounds like. Spaces are not heard.
pub fn append(text: &str, sounds: &mut Vec<Sound>) {
    let is_over = |sounds: &[Sound]| sounds.last().is_none_or(|last| *last == Sound::NONE);
    if text.is_ascii() {
        return;
    }
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        match Sound::of(c) {
            Some(sound) => sounds.push(sound),
            None if is_over(sounds) => {}
            None => sounds.push(Sound::NONE),
        }
    }
    if !is_over(sounds) {
        sounds.push(Sound::NONE);
    }
}

impl SoundPiece {
    /// All rows of the piece, one behind the other; no sound is the last of each that has any.
    pub fn sounds(&self) -> &[Sound] {
        &self.sounds
    }

    /// Where each row ends in [`SoundPiece::sounds`].
    pub fn ends(&self) -> &[u32] {
        &self.ends
    }

    /// The sounds of a row of the piece.
    pub fn get(&self, row: usize) -> &[Sound] {
        let end = self.ends.get(row).copied().unwrap_or_default() as usize;
        let start = row.checked_sub(1).and_then(|before| self.ends.get(before)).copied();
        self.sounds.get(start.unwrap_or_default() as usize..end).unwrap_or_default()
    }

    fn push(&mut self, sounds: &[Sound]) {
        self.sounds.extend_from_slice(sounds);
        self.ends.push(self.sounds.len() as u32);
    }

    /// The piece with some rows replaced; they are in order.
    fn replaced(&self, rows: &[(usize, Vec<Sound>)]) -> Self {
        let mut piece = Self {
            sounds: Vec::with_capacity(self.sounds.len()),
            ends: Vec::with_capacity(self.ends.len()),
        };
        let mut rows = rows.iter().peekable();
        for at in 0..self.ends.len() {
            match rows.next_if(|(row, _)| row % CHUNK == at) {
                Some((_, sounds)) => piece.push(sounds),
                None => piece.push(self.get(at)),
            }
        }
        piece
    }
}

impl Sounds {
    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Adds a row.
    pub fn push(&mut self, sounds: &[Sound]) {
        if self.len.is_multiple_of(CHUNK) {
            self.pieces.push(Arc::default());
        }
        if let Some(piece) = self.pieces.last_mut() {
            Arc::make_mut(piece).push(sounds);
            self.len += 1;
        }
    }

    /// Changes rows: a piece is written once, however many of its rows change. Rows that are not there
    /// are left alone.
    pub fn set_many(&mut self, mut rows: Vec<(usize, Vec<Sound>)>) {
        let old = |row: usize| self.pieces.get(row / CHUNK).map(|piece| piece.get(row % CHUNK));
        rows.retain(|(row, sounds)| old(*row).is_some_and(|old| old != sounds));
        rows.sort_by_key(|(row, _)| *row);
        for rows in rows.chunk_by(|(row, _), (next, _)| row / CHUNK == next / CHUNK) {
            let number = rows.first().map_or(0, |(row, _)| row / CHUNK);
            if let Some(piece) = self.pieces.get_mut(number) {
                *piece = Arc::new(piece.replaced(rows));
            }
        }
    }

    /// The pieces, for loops that must be fast.
    pub fn pieces(&self) -> impl Iterator<Item = &SoundPiece> {
        self.pieces.iter().map(Arc::as_ref)
    }

    /// The memory it takes, in bytes.
    pub fn bytes(&self) -> usize {
        let piece = |piece: &SoundPiece| piece.sounds.capacity() * 2 + piece.ends.capacity() * 4;
        self.pieces().map(piece).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Fields as _, Lead};

    fn heard(text: &str) -> Vec<Sound> {
        let mut sounds = Vec::new();
        append(text, &mut sounds);
        sounds
    }

    #[test]
    fn names_are_heard_one_by_one() {
        let of = |c: char| Sound::of(c).unwrap();
        let none = Sound::NONE;
        assert_eq!(heard("王 小明"), [of('王'), of('小'), of('明'), none]);
        assert_eq!(heard("光電 (TW) 股份"), [of('光'), of('電'), none, of('股'), of('份'), none]);
        assert_eq!([heard("Wang"), heard("Müller"), heard("")], [const { Vec::new() }; 3]);
        let (name, company) = ("王".to_owned(), "光".to_owned());
        let lead = Lead { name, company, supplier: "李".to_owned(), ..Lead::default() };
        assert_eq!(super::of(Kind::Lead, &lead.to_row()), [of('王'), none, of('光'), none]);
    }

    #[test]
    fn sounds_are_replaced_in_place() {
        let mut column = Sounds::default();
        for row in 0..CHUNK + 3 {
            column.push(&heard(if row % 2 == 0 { "王小明" } else { "Lee" }));
        }
        let snapshot = column.clone();
        let rows = [CHUNK + 1, 0, CHUNK + 9];
        column.set_many(rows.map(|row| (row, heard("李"))).to_vec());
        let at = |column: &Sounds, row: usize| {
            column.pieces().nth(row / CHUNK).unwrap().get(row % CHUNK).to_vec()
        };
        assert_eq!([at(&column, 0), at(&column, CHUNK + 1)], [heard("李"), heard("李")]);
        assert_eq!([at(&column, 2), at(&snapshot, 0)], [heard("王小明"), heard("王小明")]);
        assert_eq!((at(&column, CHUNK + 2), column.len()), (heard("王小明"), CHUNK + 3));
    }
}
