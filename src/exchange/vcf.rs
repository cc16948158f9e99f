//! vCards: 2.1, 3.0 and 4.0, any number in a file. One card is one line.

use std::{
    io::{self, BufRead as _, BufReader, Read},
    panic::catch_unwind,
};

use calcard::{Entry, Parser, vcard::VCard};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::{
    domain::{Draft, Layout, Line, Problem},
    error::Result,
};

use super::{
    Options, Reader, Sniff, card_row,
    decode::Decoded,
    encoding::{self, Spelling},
    source::{Source, Stream},
    tidy::cut,
    vcard,
    vcard_lines::{named_charset, plain_lines},
};

/// Reads vCards.
pub const READER: Reader = Reader { kind: "vcf", detect: is_cards, open };

/// A file larger than this is refused.
const LARGEST: u64 = 64 << 20;

/// A card in one line, with `\\n` for its ends, is another matter.
fn is_cards(sniff: &Sniff) -> bool {
    let first = sniff.text().lines().next().unwrap_or_default();
    first.trim_end().eq_ignore_ascii_case("BEGIN:VCARD")
}

fn open(source: &Source, options: &Options) -> Result<Vec<Draft>> {
    let failed = |error| source.failed(error);
    source.at_most(LARGEST)?;
    let spelling = match &options.encoding {
        Some(label) => Spelling::whole(encoding::by_label(label)?),
        None => match encoding::detect(source).map_err(failed)? {
            found if found.encoding == UTF_8 => found,
            found => named(source).map_err(failed)?.map_or(found, Spelling::whole),
        },
    };
    let file = source.open()?;
    let is_sure =
        options.encoding.is_some() || [UTF_8, UTF_16LE, UTF_16BE].contains(&spelling.encoding);
    // A card may name the encoding of each of its lines: what is not sure is left as it is.
    let lines: Stream = if is_sure { Box::new(Decoded::new(file, spelling)) } else { file };
    let layout = Layout { kind: READER.kind, encoding: Some(spelling.name()), ..Layout::default() };
    let cards = Cards {
        source: BufReader::new(lines),
        fallback: spelling.encoding,
        number: 0,
        again: None,
        is_done: false,
    };
    Ok(vec![Draft {
        layout,
        headers: card_row::headers(),
        lines: Box::new(cards),
        notes: Vec::new(),
    }])
}

/// The charset that the first cards name for their bare bytes: surer than a guess.
fn named(source: &Source) -> io::Result<Option<&'static Encoding>> {
    let mut head = Vec::new();
    source.open_at(0)?.take(64 << 10).read_to_end(&mut head)?;
    let lines = head.split(|b| *b == b'\n').filter(|line| !line.is_ascii());
    Ok(lines.filter_map(named_charset).find(|encoding| *encoding != UTF_8))
}

/// The cards of a file.
struct Cards {
    source: BufReader<Stream>,
    /// The encoding of lines that are not UTF-8 and name none.
    fallback: &'static Encoding,
    number: u32,
    /// A line that ended one card by beginning the next.
    again: Option<Vec<u8>>,
    is_done: bool,
}

impl Iterator for Cards {
    type Item = Result<Line, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.is_done {
            return None;
        }
        match self.card() {
            Ok(Some(card)) => Some(Ok(line(card, self.fallback))),
            Ok(None) => {
                self.is_done = true;
                None
            }
            Err(error) => {
                self.is_done = true;
                let problem = Problem::rejection(self.number, "read-failed");
                Some(Err(problem.in_column("", &error.to_string())))
            }
        }
    }
}

/// The lines of one card, as they are in the file.
struct Card {
    number: u32,
    lines: Vec<Vec<u8>>,
    is_whole: bool,
}

impl Cards {
    /// The next card, from BEGIN to END. A card within a card (an AGENT) stays in it.
    fn card(&mut self) -> io::Result<Option<Card>> {
        let mut card = Card { number: 0, lines: Vec::new(), is_whole: false };
        let mut depth = 0_u32;
        while let Some(line) = self.line()? {
            if is_mark(&line, b"BEGIN:VCARD") {
                let is_agent = card.lines.last().is_some_and(|last| is_agent(last));
                if depth > 0 && !is_agent {
                    self.again = Some(line);
                    self.number -= 1;
                    return Ok(Some(card));
                }
                if depth == 0 {
                    card.number = self.number;
                }
                depth += 1;
            }
            let ends = is_mark(&line, b"END:VCARD");
            if depth > 0 {
                card.lines.push(line);
            }
            if ends && depth > 0 {
                depth -= 1;
                if depth == 0 {
                    card.is_whole = true;
                    return Ok(Some(card));
                }
            }
        }
        Ok((depth > 0).then_some(card))
    }

    /// The next line without its end.
    fn line(&mut self) -> io::Result<Option<Vec<u8>>> {
        self.number = self.number.saturating_add(1);
        if let Some(line) = self.again.take() {
            return Ok(Some(line));
        }
        let mut line = Vec::new();
        if self.source.read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        let end = line.iter().rposition(|b| !matches!(b, b'\n' | b'\r')).map_or(0, |at| at + 1);
        line.truncate(end);
        Ok(Some(line))
    }
}

fn is_mark(line: &[u8], mark: &[u8]) -> bool {
    let line = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line);
    line.trim_ascii().eq_ignore_ascii_case(mark)
}

/// Whether a line says that the card is no person and no company, but a list of others.
fn is_group(line: &[u8]) -> bool {
    let line = line.trim_ascii().to_ascii_lowercase();
    line.ends_with(b"kind:group") && (line.len() == 10 || line.starts_with(b"x-"))
}

fn is_agent(line: &[u8]) -> bool {
    let start = line.get(..5).unwrap_or_default();
    start.eq_ignore_ascii_case(b"AGENT") && line.trim_ascii_end().ends_with(b":")
}

/// The card of a text, as the line of a table.
pub fn line_of(number: u32, text: &str) -> Line {
    let lines: Vec<Vec<u8>> =
        text.lines().map(|line| line.trim_end().as_bytes().to_vec()).collect();
    let is_whole = lines.last().is_some_and(|last| is_mark(last, b"END:VCARD"));
    line(Card { number, lines, is_whole }, UTF_8)
}

/// A card as a line. One that cannot be read is a line that says so.
fn line(card: Card, fallback: &'static Encoding) -> Line {
    let Card { number, lines, is_whole } = card;
    let parsed = catch_unwind(|| parse(&plain_lines(&lines, fallback))).ok().flatten();
    let mut line = Line { number, cells: Vec::new(), problems: Vec::new() };
    if !is_whole {
        line.problems.push(Problem::warning(number, "card-unfinished"));
    }
    if lines.iter().any(|line| is_group(line)) {
        line.problems.push(Problem::rejection(number, "card-of-a-group"));
    }
    match parsed {
        Some(parsed) => {
            line.cells = vcard::cells(&parsed);
            for (cell, label) in line.cells.iter_mut().zip(card_row::headers()) {
                if let Some(short) = cut(cell).map(str::to_owned) {
                    let problem = Problem::warning(number, "cell-cut");
                    line.problems.push(problem.in_column(&label, cell));
                    *cell = short;
                }
            }
        }
        None => {
            line.cells = vec![String::new(); card_row::headers().len()];
            line.problems.push(Problem::rejection(number, "damaged-card"));
        }
    }
    line
}

fn parse(text: &str) -> Option<VCard> {
    match Parser::new(text).entry() {
        Entry::VCard(card) => Some(card),
        _ => None,
    }
}
