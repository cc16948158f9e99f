//! The lines of a table that are held in memory to be looked at: each cell once, packed.

use std::{path::PathBuf, sync::Arc};

use super::{Watch, stopped};
use crate::{
    domain::{Draft, Layout, Line, Problem},
    error::Result,
};

/// Lines that lie together.
const PARCEL: usize = 1_024;

/// More bytes than this are not held; a file of cards of this size has some two million rows.
const MOST_BYTES: usize = 256 << 20;

/// A table whose lines are held.
#[derive(Debug)]
pub struct Held {
    /// The file.
    pub path: PathBuf,
    /// Which of the tables of what was opened it is, counted from 0.
    pub place: usize,
    /// The content of the file, as its hash.
    pub hash: String,
    /// How it was read.
    pub layout: Layout,
    /// The labels of the columns.
    pub headers: Vec<String>,
    /// What is to be said of the file as a whole.
    pub notes: Vec<Problem>,
    /// Whether it is too large, so that only its first lines are held.
    pub is_cut: bool,
    parcels: Vec<Parcel>,
    lines: usize,
    bytes: usize,
}

/// Lines that lie together: of each cell its length, then its text.
#[derive(Debug, Default)]
struct Parcel {
    bytes: Vec<u8>,
    starts: Vec<u32>,
    numbers: Vec<u32>,
    /// The problems of lines, by their place in the parcel.
    problems: Vec<(u32, Problem)>,
}

impl Held {
    /// Reads a table. `watch` sees how far it is, and stops it.
    ///
    /// # Errors
    /// When the file cannot be read to its end, or it was stopped.
    pub fn read(
        draft: Draft,
        (path, place): (PathBuf, usize),
        hash: &str,
        watch: &Watch,
    ) -> Result<Arc<Self>> {
        let Draft { layout, headers, lines, notes } = draft;
        let mut held = Self {
            path,
            place,
            hash: hash.to_owned(),
            layout,
            headers,
            notes,
            is_cut: false,
            parcels: Vec::new(),
            lines: 0,
            bytes: 0,
        };
        for line in lines {
            if watch.is_stopped() {
                return Err(crate::error::Error::refused("cancelled"));
            }
            let line = line.map_err(|problem| stopped(&held.path, &problem))?;
            watch.count_row();
            if held.bytes > MOST_BYTES {
                held.is_cut = true;
                break;
            }
            held.add(&line);
        }
        Ok(Arc::new(held))
    }

    /// How many lines there are.
    pub fn len(&self) -> usize {
        self.lines
    }

    /// Whether there is no line.
    pub fn is_empty(&self) -> bool {
        self.lines == 0
    }

    /// The line at a place, counted from 0; an empty one if there is none.
    pub fn line(&self, place: u32) -> Line {
        let Some((parcel, at)) = self.parcel(place) else { return Line::default() };
        let problems = parcel.problems.iter().filter(|(line, _)| *line as usize == at);
        Line {
            number: parcel.numbers.get(at).copied().unwrap_or_default(),
            cells: parcel.cells(at).map(str::to_owned).collect(),
            problems: problems.map(|(_, problem)| problem.clone()).collect(),
        }
    }

    /// The line (or sheet row) where the line at a place stands in the file.
    pub fn number(&self, place: u32) -> u32 {
        let parcel = self.parcel(place);
        parcel.and_then(|(parcel, at)| parcel.numbers.get(at).copied()).unwrap_or_default()
    }

    /// The text of a cell, as it is in the file.
    pub fn cell(&self, place: u32, column: usize) -> &str {
        let parcel = self.parcel(place);
        parcel.and_then(|(parcel, at)| parcel.cells(at).nth(column)).unwrap_or_default()
    }

    /// Whether it is a table with rows, one of which may hold the labels; cards are none.
    pub fn is_table(&self) -> bool {
        !matches!(self.layout.kind, "vcf" | "mecard" | "qr")
    }

    /// How many columns there are.
    pub fn width(&self) -> usize {
        let first = (0..self.len().min(50) as u32).filter_map(|place| self.parcel(place));
        let widths = first.map(|(parcel, at)| parcel.cells(at).count());
        widths.max().unwrap_or_default().max(self.headers.len())
    }

    /// The first lines.
    pub fn first(&self, lines: usize) -> Vec<Line> {
        (0..lines.min(self.len()) as u32).map(|place| self.line(place)).collect()
    }

    fn parcel(&self, place: u32) -> Option<(&Parcel, usize)> {
        let place = place as usize;
        Some((self.parcels.get(place / PARCEL)?, place % PARCEL))
    }

    fn add(&mut self, line: &Line) {
        if self.lines.is_multiple_of(PARCEL) {
            if let Some(last) = self.parcels.last_mut() {
                last.bytes.shrink_to_fit();
            }
            self.parcels.push(Parcel::default());
        }
        if let Some(parcel) = self.parcels.last_mut() {
            let before = parcel.bytes.len();
            parcel.add(line);
            self.bytes += parcel.bytes.len() - before;
            self.lines += 1;
        }
    }
}

impl Parcel {
    fn add(&mut self, line: &Line) {
        let at = self.numbers.len() as u32;
        self.starts.push(self.bytes.len() as u32);
        self.numbers.push(line.number);
        for cell in &line.cells {
            let mut length = cell.len();
            // Seven bits a byte; the highest says that more follow.
            while length > 0x7f {
                self.bytes.push(length as u8 | 0x80);
                length >>= 7;
            }
            self.bytes.push(length as u8);
            self.bytes.extend_from_slice(cell.as_bytes());
        }
        self.problems.extend(line.problems.iter().map(|problem| (at, problem.clone())));
    }

    fn cells(&self, at: usize) -> Cells<'_> {
        let start = self.starts.get(at).map_or(self.bytes.len(), |start| *start as usize);
        let end = self.starts.get(at + 1).map_or(self.bytes.len(), |end| *end as usize);
        Cells(self.bytes.get(start..end).unwrap_or_default())
    }
}

struct Cells<'a>(&'a [u8]);

impl<'a> Iterator for Cells<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let (mut length, mut shift) = (0_usize, 0_u32);
        loop {
            let (byte, rest) = self.0.split_first()?;
            self.0 = rest;
            length |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                break;
            }
            shift += 7;
        }
        let (cell, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        std::str::from_utf8(cell).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_held_as_they_are_in_the_file() {
        let long = "長".repeat(50_000);
        let line = |number: u32| Line {
            number,
            cells: vec![format!("n{number}"), String::new(), long.clone()],
            problems: number
                .is_multiple_of(7)
                .then(|| Problem::warning(number, "ragged"))
                .into_iter()
                .collect(),
        };
        let lines: Vec<Line> = (10..1_300).map(line).collect();
        let draft = Draft {
            layout: Layout::default(),
            headers: vec!["a".to_owned()],
            lines: Box::new(lines.clone().into_iter().map(Ok)),
            notes: Vec::new(),
        };
        let held = Held::read(draft, ("x.csv".into(), 0), "", &Watch::default()).unwrap();
        assert_eq!((held.len(), held.width(), held.is_cut), (1_290, 3, false));
        for (place, line) in (0..).zip(&lines) {
            assert_eq!(held.line(place), *line);
        }
        assert_eq!((held.number(1_029), held.cell(1_029, 0)), (1_039, "n1039"));
        assert_eq!((held.cell(5, 9), held.line(5_000)), ("", Line::default()));
    }

    #[test]
    fn reading_can_be_stopped() {
        let draft = Draft {
            layout: Layout::default(),
            headers: Vec::new(),
            lines: Box::new(std::iter::repeat_with(|| Ok(Line::default()))),
            notes: Vec::new(),
        };
        let watch = Watch::default();
        watch.stop();
        let stopped = Held::read(draft, ("x.csv".into(), 0), "", &watch).unwrap_err();
        assert_eq!(stopped.code(), "cancelled");
    }
}
