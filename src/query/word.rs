//! A word without a field: what it is looked for in, and which records have it.

use memchr::memmem::Finder;

use super::{
    condition::{Condition, Needle},
    row_set::{PieceRows, RowSet},
    search::{SPARSE, search_among},
    spelling::Spelling,
    turn::Turn,
};
use crate::{
    domain::{FieldInfo, Kind, Shape, Tag, fold::fold},
    model::{CHUNK, Columns, Model, SoundPiece, TextPiece, is_name},
};

/// From how many digits on a word may be a part of a phone number.
const FEWEST_DIGITS: usize = 3;

/// Whether the searched texts of a record contain a word.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct WordQuestion {
    /// The folded word.
    pub word: String,
    /// Its digits, if it is written like a phone number.
    digits: Option<String>,
    /// What it spells, if it may be Pinyin: names that sound so are found as well.
    spelling: Option<Spelling>,
    /// The same, asked field by field: what, and whether it is contact data.
    pub fields: Vec<(Tag, Condition, bool)>,
    /// Whether what is searched is in memory.
    pub is_at_hand: bool,
}

impl WordQuestion {
    /// The question whether records of a kind contain a word.
    pub fn of(model: &Model, kind: Kind, text: &str) -> Self {
        let word = fold(text);
        let is_number = word.chars().all(|c| c.is_ascii_digit() || "+-() ./#".contains(c));
        let digits: String = word.chars().filter(char::is_ascii_digit).collect();
        let digits =
            (is_number && digits.len() >= FEWEST_DIGITS && digits != word).then_some(digits);
        let spelling = Spelling::of(&word);
        let is_searched = |field: &&FieldInfo| field.spec.is_searched();
        let fields = kind.fields().iter().filter(is_searched).map(|field| {
            let forms = [Some(word.as_str()), digits.as_deref()].into_iter().flatten();
            let mut asked: Vec<Condition> =
                forms.map(|form| contains(&field.shape, form)).collect();
            if let Some(spelling) = spelling.as_ref().filter(|_| is_name(field)) {
                asked.push(sounds_like(&field.shape, spelling));
            }
            (field.tag, Condition::Any(asked), field.spec.is_masked())
        });
        let is_at_hand = model.columns(kind).is_none_or(Columns::has_texts);
        Self { fields: fields.collect(), word, digits, spelling, is_at_hand }
    }

    /// Whether every record with this word has the other one too.
    pub fn narrows(&self, wider: &Self) -> bool {
        let is_known = |form: &str| {
            let mut wider = [Some(&wider.word), wider.digits.as_ref()].into_iter().flatten();
            wider.any(|wider| form.contains(wider.as_str()))
        };
        let sounds_narrower = match (&self.spelling, &wider.spelling) {
            (Some(own), Some(wider)) => own.extends(wider),
            (own, _) => own.is_none(),
        };
        is_known(&self.word) && self.digits.as_deref().is_none_or(is_known) && sounds_narrower
    }

    /// The rows among `among` with the word; in contact data it is looked for in those `seen`. Incomplete
    /// once the turn is over.
    pub fn rows(&self, columns: &Columns, among: &RowSet, seen: &RowSet, turn: &Turn) -> RowSet {
        let forms = [Some(&self.word), self.digits.as_ref()].into_iter().flatten();
        let finders: Vec<Finder<'_>> = forms.map(|form| Finder::new(form.as_bytes())).collect();
        let plain: Vec<&TextPiece> = columns.plain_text().pieces().collect();
        let contact: Vec<&TextPiece> = columns.contact_text().pieces().collect();
        let sounds: Vec<&SoundPiece> = columns.sounds().pieces().collect();
        RowSet::by_piece(columns.capacity(), |number| {
            let mut found = PieceRows::default();
            if turn.is_over() {
                return found;
            }
            for (pieces, among) in [(&plain, among), (&contact, seen)] {
                let Some(piece) = pieces.get(number) else { continue };
                // What is common is found everywhere: few rows are left to be looked at again.
                let rest = among.piece(number).without(&found);
                for finder in &finders {
                    search_among(piece, finder, &rest, |row, _| found.insert(row));
                }
            }
            if let (Some(spelling), Some(piece)) = (&self.spelling, sounds.get(number)) {
                let rest = among.piece(number).without(&found);
                let names = Names { columns, piece, first: number * CHUNK };
                names.search(spelling, &rest, |row| found.insert(row));
            }
            found
        })
    }
}

/// What the names of a piece sound like.
struct Names<'a> {
    columns: &'a Columns,
    piece: &'a SoundPiece,
    /// Its first row in the table.
    first: usize,
}

impl Names<'_> {
    /// Calls `found` for each row of the piece that is among those asked of and sounds so.
    fn search(&self, spelling: &Spelling, among: &PieceRows, mut found: impl FnMut(usize)) {
        if among.count() * SPARSE < self.piece.ends().len() {
            let sounds = |row: usize| self.columns.sounds().get(self.first + row);
            among.iter().filter(|row| spelling.is_heard_in(sounds(*row))).for_each(found);
            return;
        }
        spelling.search(self.piece, |row| {
            if among.contains(row) {
                found(row);
            }
        });
    }
}

/// Whether a searched field contains a word.
fn contains(shape: &Shape, word: &str) -> Condition {
    let needle = Needle { text: word.to_owned(), is_whole: false };
    match shape {
        Shape::List(inner) => Condition::Item(Box::new(contains(inner, word))),
        Shape::Part(fields) => {
            let is_phone = super::bind::is_phone(fields);
            let is_searched = |field: &&FieldInfo| matches!(field.name, "raw" | "e164" | "address");
            let one = |field: &FieldInfo| {
                let needle = needle.clone();
                (
                    field.tag,
                    if is_phone { Condition::Phone(needle) } else { Condition::Text(needle) },
                )
            };
            Condition::Part(fields.iter().filter(is_searched).map(one).collect())
        }
        _ => Condition::Text(needle),
    }
}

fn sounds_like(shape: &Shape, spelling: &Spelling) -> Condition {
    match shape {
        Shape::List(inner) => Condition::Item(Box::new(sounds_like(inner, spelling))),
        _ => Condition::Sound(spelling.clone()),
    }
}
