//! Looks for a text in the arenas of a table: one pass over memory, no index.

use memchr::memmem::Finder;

use super::row_set::{PieceRows, RowSet};
use crate::model::{CHUNK, TextPiece, Texts};

/// Below one row of a piece in so many, rows are looked at one by one.
pub(super) const SPARSE: usize = 6;

/// The rows among `among` whose text contains a folded text.
pub(super) fn rows_with(texts: &Texts, needle: &str, among: &RowSet) -> RowSet {
    rows_where(texts, needle, among, |_, _| true)
}

/// The rows among `among` whose text contains a folded text, and of which `passes` says yes.
pub(super) fn rows_where(
    texts: &Texts,
    needle: &str,
    among: &RowSet,
    passes: impl Fn(usize, &[u8]) -> bool + Sync,
) -> RowSet {
    let finder = Finder::new(needle.as_bytes());
    let pieces: Vec<&TextPiece> = texts.pieces().collect();
    let rows = pieces.iter().map(|piece| piece.ends().len()).sum::<usize>();
    RowSet::by_piece(rows, |number| {
        let mut found = PieceRows::default();
        if let Some(piece) = pieces.get(number) {
            search_among(piece, &finder, &among.piece(number), |row, text| {
                if passes(number * CHUNK + row, text) {
                    found.insert(row);
                }
            });
        }
        found
    })
}

/// Calls `found` for each row of the piece that is among those asked of and has a hit, with its text. Rows
/// are numbered from the start of the piece.
pub(super) fn search_among(
    piece: &TextPiece,
    finder: &Finder<'_>,
    among: &PieceRows,
    mut found: impl FnMut(usize, &[u8]),
) {
    if finder.needle().is_empty() || among.count() * SPARSE < piece.ends().len() {
        for row in among.iter() {
            let bounds = bounds(piece.ends(), row);
            let text = bounds.and_then(|(start, end)| piece.all().as_bytes().get(start..end));
            if let Some(text) = text.filter(|text| finder.find(text).is_some()) {
                found(row, text);
            }
        }
        return;
    }
    search_piece(piece, finder, |row, text| {
        if among.contains(row) {
            found(row, text);
        }
    });
}

/// Calls `found` for each row of the piece with a hit, with its text.
fn search_piece(piece: &TextPiece, finder: &Finder<'_>, mut found: impl FnMut(usize, &[u8])) {
    let (text, ends) = (piece.all().as_bytes(), piece.ends());
    let (mut row, mut from) = (0, 0);
    while let Some(hit) = text.get(from..).and_then(|rest| finder.find(rest)) {
        row = row_at(ends, row, (from + hit) as u32);
        let Some((start, end)) = bounds(ends, row) else { return };
        found(row, text.get(start..end).unwrap_or_default());
        // One hit a row is enough.
        (row, from) = (row + 1, end);
    }
}

/// The row, from `row` on, in which a place of the text lies.
pub(super) fn row_at(ends: &[u32], row: usize, place: u32) -> usize {
    let (mut low, mut step) = (row, 1);
    // Common words are near, rare ones far.
    while ends.get(low + step - 1).is_some_and(|end| *end <= place) {
        low += step;
        step *= 2;
    }
    let high = (low + step).min(ends.len());
    let within = ends.get(low..high).unwrap_or_default();
    low + within.partition_point(|end| *end <= place)
}

/// Where the text of a row starts and ends.
pub(super) fn bounds(ends: &[u32], row: usize) -> Option<(usize, usize)> {
    let start = row.checked_sub(1).map_or(Some(0), |before| ends.get(before).copied())?;
    Some((start as usize, *ends.get(row)? as usize))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hits_find_their_row() {
        let mut texts = Texts::default();
        let words = ["", "abc\n", "bca\n", "", "cab\nab\n", "ccc\n"];
        let rows = CHUNK * 9 + 100;
        for row in 0..rows {
            texts.push(words[row * row % 7 % words.len()]);
        }
        for needle in ["", "a", "ab", "bc", "cc", "x", "cabc"] {
            for step in [1, 5, 100] {
                let among = RowSet::all(rows).where_row(|row| row.is_multiple_of(step));
                let naive: Vec<usize> =
                    among.iter().filter(|row| texts.get(*row).contains(needle)).collect();
                let found = rows_with(&texts, needle, &among);
                assert_eq!(found.iter().collect::<Vec<_>>(), naive, "{needle} {step}");
            }
        }
    }
}
