//! Cards as text, one after the other: what QR codes hold, what a messenger passes on, what lies on
//! the clipboard. vCards may be written in one line, with `\n` for its ends.

use crate::{
    domain::{Draft, Layout, Line, Problem},
    error::Result,
};

use super::{
    Options, Reader, Sniff, card_row,
    encoding::{self, Spelling},
    mecard,
    source::Source,
    vcf,
};

/// Reads MECARD, BIZCARD and vCards of one line.
pub const READER: Reader = Reader { kind: "mecard", detect: is_cards, open };

/// A text larger than this is refused.
const LARGEST: u64 = 64 << 20;

/// How a vCard begins.
const VCARD: &str = "BEGIN:VCARD";

fn is_cards(sniff: &Sniff) -> bool {
    sniff.is_text() && sniff.text().lines().any(begins_card)
}

fn begins_card(line: &str) -> bool {
    mecard::is_card(line.trim_start()) || begins_vcard(line.trim_start())
}

fn begins_vcard(line: &str) -> bool {
    line.get(..VCARD.len()).is_some_and(|start| start.eq_ignore_ascii_case(VCARD))
}

fn open(source: &Source, options: &Options) -> Result<Vec<Draft>> {
    source.at_most(LARGEST)?;
    let spelling = match &options.encoding {
        Some(label) => Spelling::whole(encoding::by_label(label)?),
        None => encoding::detect(source).map_err(|error| source.failed(error))?,
    };
    let bytes = source.bytes()?;
    let text = spelling.encoding.decode(&bytes).0;
    let lines: Vec<Line> =
        lines(&text).into_iter().map(|(number, text)| line(number, &text)).collect();
    Ok(vec![draft(READER.kind, spelling, lines)])
}

/// Cards as a table.
pub fn draft(kind: &'static str, spelling: Spelling, lines: Vec<Line>) -> Draft {
    let layout = Layout { kind, encoding: Some(spelling.name()), ..Layout::default() };
    Draft {
        layout,
        headers: card_row::headers(),
        lines: Box::new(lines.into_iter().map(Ok)),
        notes: Vec::new(),
    }
}

/// The cards of a text, each with the line where it begins, counted from 1. What is no card is one
/// of its own, so that it is not passed over in silence.
fn lines(text: &str) -> Vec<(u32, String)> {
    let mut cards: Vec<(u32, String)> = Vec::new();
    let mut is_open = false;
    for (number, line) in (1..).zip(text.lines()) {
        let line = line.trim();
        if line.is_empty() {
            // A vCard may have empty lines in it.
            is_open &= cards.last().is_some_and(|(_, card)| begins_vcard(card));
            continue;
        }
        match cards.last_mut() {
            Some((_, card)) if is_open && !begins_card(line) => {
                card.push('\n');
                card.push_str(line);
            }
            _ => cards.push((number, line.to_owned())),
        }
        is_open = cards.last().is_some_and(|(_, card)| !is_whole(card));
    }
    cards
}

/// The cards of a text that begins with one; a text that is none stays whole.
pub fn cards(text: &str) -> Vec<String> {
    if !begins_card(text) {
        return vec![text.to_owned()];
    }
    lines(text).into_iter().map(|(_, card)| card).collect()
}

/// Whether nothing can follow that belongs to the card.
fn is_whole(card: &str) -> bool {
    if begins_vcard(card) {
        return card.to_ascii_uppercase().trim_end().ends_with("END:VCARD");
    }
    !mecard::is_card(card) || card.ends_with(";;")
}

/// One card as a line of a table.
pub fn line(number: u32, card: &str) -> Line {
    if begins_vcard(card) {
        let is_one_line = !card.contains('\n');
        let lines = if is_one_line {
            card.replace("\\r", "").replace("\\n", "\n")
        } else {
            card.to_owned()
        };
        return vcf::line_of(number, &lines);
    }
    match mecard::cells(card) {
        Some(cells) => Line { number, cells, problems: Vec::new() },
        None => Line {
            number,
            cells: vec![String::new(); card_row::headers().len()],
            problems: vec![Problem::rejection(number, "not-a-card").in_column("", card)],
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cards_are_told_apart_in_a_text() {
        let text = "MECARD:N:王;;\n\nhello\nMECARD:N:李;NOTE:a\nb;;\nBEGIN:VCARD\n\nFN:陳\nEND:VCARD\nbizcard:N:A;\n";
        let expected = [
            (1, "MECARD:N:王;;"),
            (3, "hello"),
            (4, "MECARD:N:李;NOTE:a\nb;;"),
            (6, "BEGIN:VCARD\nFN:陳\nEND:VCARD"),
            (10, "bizcard:N:A;"),
        ];
        let found = lines(text);
        let found: Vec<_> = found.iter().map(|(number, text)| (*number, text.as_str())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_code_may_hold_several_cards() {
        let two = "BEGIN:VCARD\nFN:王\nEND:VCARD\nBEGIN:VCARD\nFN:李\nEND:VCARD";
        assert_eq!(cards(two).len(), 2);
        assert_eq!(cards("hello\nworld"), ["hello\nworld"]);
        assert_eq!(cards("MECARD:N:王;;\nMECARD:N:李;;").len(), 2);
    }

    #[test]
    fn a_vcard_may_stand_in_one_line() {
        let line =
            line(7, "BEGIN:VCARD\\nVERSION:3.0\\nFN:张三\\nTEL;CELL:13001700186\\nEND:VCARD");
        assert!(line.cells.contains(&"张三".to_owned()) && line.problems.is_empty(), "{line:?}");
    }
}
