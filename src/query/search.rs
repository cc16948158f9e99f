//! Looks for a text in the arenas of a table: one pass over memory, no index.

use memchr::memmem::Finder;

use super::{condition::Needle, row_set::RowSet};
use crate::{
    domain::{Kind, Shape, Tag},
    model::{CHUNK, Columns, TextPiece, Texts},
};

/// What stands between the texts of a record.
const BETWEEN: char = '\n';

/// Below one row in so many, rows are looked at one by one.
const SPARSE: usize = 24;

/// The rows among `among` whose text contains a folded text.
pub(super) fn rows_with(texts: &Texts, needle: &str, among: &RowSet) -> RowSet {
    if needle.is_empty() {
        return among.clone();
    }
    let finder = Finder::new(needle.as_bytes());
    let rows = texts.pieces().map(|piece| piece.ends().len()).sum::<usize>();
    if among.count() < rows / SPARSE {
        return among.where_row(|row| finder.find(texts.get(row).as_bytes()).is_some());
    }
    let mut found = RowSet::none(rows);
    for (at, piece) in texts.pieces().enumerate() {
        search_piece(piece, &finder, |row| found.insert(at * CHUNK + row));
    }
    found.and(among)
}

/// Calls `found` for each row of the piece with a hit, in their order.
fn search_piece(piece: &TextPiece, finder: &Finder<'_>, mut found: impl FnMut(usize)) {
    let (text, ends) = (piece.text().as_bytes(), piece.ends());
    let (mut row, mut from) = (0, 0);
    while let Some(hit) = text.get(from..).and_then(|rest| finder.find(rest)) {
        row = row_at(ends, row, (from + hit) as u32);
        let Some(end) = ends.get(row) else { return };
        found(row);
        // One hit a row is enough.
        (row, from) = (row + 1, *end as usize);
    }
}

/// The row, from `row` on, in which a place of the text lies.
fn row_at(ends: &[u32], row: usize, place: u32) -> usize {
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

/// Where in the searched text of a record a field stands, if that can be told without its neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// It is the first line, if it is not empty.
    First,
    /// It is the last line, if it is not empty.
    Last,
}

/// Where the texts of a field stand in the searched text of a kind.
pub(super) fn place_of(kind: Kind, tag: Tag) -> Option<Place> {
    let is_plain = |field: &&crate::domain::FieldInfo| {
        field.spec.is_searched() && !field.spec.is_masked()
    };
    let plain: Vec<_> = kind.fields().iter().filter(is_plain).collect();
    let is_it = |field: Option<&&crate::domain::FieldInfo>| {
        field.is_some_and(|it| it.tag == tag && it.shape == Shape::Text && it.spec.is_resident())
    };
    match plain.as_slice() {
        [first, ..] if is_it(Some(first)) => Some(Place::First),
        [.., last] if is_it(Some(last)) => Some(Place::Last),
        _ => None,
    }
}

/// The folded texts of a field that stands at a known place of the searched text.
pub(super) struct FoldedField<'a> {
    raw: &'a Texts,
    plain: &'a Texts,
    place: Place,
}

impl<'a> FoldedField<'a> {
    /// The texts of a field; none if its place is not known.
    pub fn new(columns: &'a Columns, tag: Tag) -> Option<Self> {
        let place = place_of(columns.kind(), tag)?;
        let crate::model::Column::Texts(raw) = columns.column(tag)? else { return None };
        Some(Self { raw, plain: columns.plain_text(), place })
    }

    /// The folded text of a row.
    pub fn get(&self, row: usize) -> &'a str {
        if self.raw.get(row).is_empty() {
            return "";
        }
        let lines = self.plain.get(row).strip_suffix(BETWEEN).unwrap_or_default();
        match self.place {
            Place::First => lines.split_once(BETWEEN).map_or(lines, |(first, _)| first),
            Place::Last => lines.rsplit_once(BETWEEN).map_or(lines, |(_, last)| last),
        }
    }

    /// The rows among `among` whose text contains the needle, or is it.
    pub fn rows_with(&self, needle: &Needle, among: &RowSet) -> RowSet {
        let found = rows_with(self.plain, &needle.text, among);
        found.where_row(|row| {
            let text = self.get(row);
            needle.is_in(text) && !self.raw.get(row).is_empty()
        })
    }
}

/// The rows among `among` with a mail, or else a phone number, that contains the needle, or is it.
pub(super) fn rows_with_contact(
    columns: &Columns,
    is_mail: bool,
    needle: &Needle,
    among: &RowSet,
) -> RowSet {
    let texts = columns.contact_text();
    let found = rows_with(texts, &needle.text, among);
    found.where_row(|row| {
        let lines = texts.get(row).split_terminator(BETWEEN);
        lines.into_iter().any(|line| line.contains('@') == is_mail && needle.is_in(line))
    })
}

/// The rows whose first line is a folded text: for most kinds, the records of that name.
pub(super) fn rows_of_first_line(columns: &Columns, folded: &str) -> Vec<usize> {
    let line = format!("{folded}{BETWEEN}");
    let found = rows_with(columns.plain_text(), &line, &RowSet::live(columns));
    found.iter().filter(|row| columns.plain_text().get(*row).starts_with(&line)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hits_find_their_row() {
        let mut texts = Texts::default();
        let words = ["", "abc\n", "bca\n", "", "cab\nab\n", "ccc\n"];
        let rows = CHUNK * 2 + 100;
        for row in 0..rows {
            texts.push(words[row * row % 7 % words.len()]);
        }
        for needle in ["a", "ab", "bc", "cc", "x", "cabc"] {
            let naive: Vec<usize> = (0..rows).filter(|row| texts.get(*row).contains(needle)).collect();
            let among = RowSet::all(rows);
            assert_eq!(rows_with(&texts, needle, &among).iter().collect::<Vec<_>>(), naive, "{needle}");
            let few = among.where_row(|row| row.is_multiple_of(100));
            let naive: Vec<usize> = naive.into_iter().filter(|row| row.is_multiple_of(100)).collect();
            assert_eq!(rows_with(&texts, needle, &few).iter().collect::<Vec<_>>(), naive, "{needle}");
        }
    }

    #[test]
    fn names_and_companies_have_a_place() {
        use crate::domain::{Account, Lead, Order};
        for (kind, tag, place) in [
            (Kind::Lead, Lead::name, Some(Place::First)),
            (Kind::Lead, Lead::company, Some(Place::Last)),
            (Kind::Lead, Lead::latin_name, None),
            (Kind::Lead, Lead::supplier, None),
            (Kind::Account, Account::name, Some(Place::First)),
            (Kind::Account, Account::phones, None),
            (Kind::Order, Order::number, Some(Place::First)),
        ] {
            assert_eq!(place_of(kind, tag), place, "{kind:?} {tag}");
        }
    }
}
