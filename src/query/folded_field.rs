//! Fields that lie folded in the searched text: a filter by one of them reads no other text.

use memchr::{memchr, memmem::Finder, memrchr};

use super::{
    condition::Needle,
    row_set::RowSet,
    search::{bounds, rows_where},
};
use crate::{
    domain::{FieldInfo, Kind, Shape, Tag},
    model::{CHUNK, Column, Columns, TextPiece, Texts},
};

/// What stands between the texts of a record.
const BETWEEN: u8 = b'\n';

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
    let is_plain = |field: &&FieldInfo| field.spec.is_searched() && !field.spec.is_masked();
    let plain: Vec<&FieldInfo> = kind.fields().iter().filter(is_plain).collect();
    let is_it = |field: &FieldInfo| {
        field.tag == tag && field.shape == Shape::Text && field.spec.is_resident()
    };
    match *plain.as_slice() {
        [first, ..] if is_it(first) => Some(Place::First),
        [.., last] if is_it(last) => Some(Place::Last),
        _ => None,
    }
}

/// The folded texts of a field that stands at a known place of the searched text.
pub(super) struct FoldedField<'a> {
    raw: Vec<&'a TextPiece>,
    texts: &'a Texts,
    place: Place,
}

impl<'a> FoldedField<'a> {
    /// The texts of a field; none if its place is not known.
    pub fn new(columns: &'a Columns, tag: Tag) -> Option<Self> {
        let place = place_of(columns.kind(), tag)?;
        let Column::Texts(raw) = columns.column(tag)? else { return None };
        let texts = columns.plain_text();
        Some(Self { raw: raw.pieces().collect(), texts, place })
    }

    /// The rows among `among` whose text contains the needle, or is it.
    pub fn rows_with(&self, needle: &Needle, among: &RowSet) -> RowSet {
        let finder = Finder::new(needle.text.as_bytes());
        rows_where(self.texts, &needle.text, among, |row, lines| {
            is_in(needle, &finder, self.line(lines)) && !self.is_empty(row)
        })
    }

    /// Whether the field has no text: then another stands at its place.
    fn is_empty(&self, row: usize) -> bool {
        let piece = self.raw.get(row / CHUNK);
        piece
            .and_then(|piece| bounds(piece.ends(), row % CHUNK))
            .is_none_or(|(start, end)| start == end)
    }

    fn line<'t>(&self, lines: &'t [u8]) -> &'t [u8] {
        let lines = lines.strip_suffix(&[BETWEEN]).unwrap_or(lines);
        let line = match self.place {
            Place::First => lines.get(..memchr(BETWEEN, lines).unwrap_or(lines.len())),
            Place::Last => lines.get(memrchr(BETWEEN, lines).map_or(0, |at| at + 1)..),
        };
        line.unwrap_or_default()
    }
}

/// The rows among `among` with a mail, or else a phone number, that contains the needle, or is it.
pub(super) fn rows_with_contact(
    columns: &Columns,
    is_mail: bool,
    needle: &Needle,
    among: &RowSet,
) -> RowSet {
    let finder = Finder::new(needle.text.as_bytes());
    rows_where(columns.contact_text(), &needle.text, among, |_, lines| {
        let mut lines = lines.split(|byte| *byte == BETWEEN).filter(|line| !line.is_empty());
        lines.any(|line| is_in(needle, &finder, line) && memchr(b'@', line).is_some() == is_mail)
    })
}

fn is_in(needle: &Needle, finder: &Finder<'_>, text: &[u8]) -> bool {
    if needle.is_whole { text == needle.text.as_bytes() } else { finder.find(text).is_some() }
}

/// The rows whose first line is a folded text: for most kinds, the records of that name.
pub(super) fn rows_of_first_line(columns: &Columns, folded: &str) -> Vec<usize> {
    let line = format!("{folded}{}", char::from(BETWEEN));
    let live = RowSet::live(columns);
    let found =
        rows_where(columns.plain_text(), &line, &live, |_, text| text.starts_with(line.as_bytes()));
    found.iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

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
