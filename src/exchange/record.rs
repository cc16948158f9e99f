//! One row of delimited text, before it becomes a line.

use std::ops::Range;

use super::tidy::MOST_COLUMNS;

/// One record: its cells lie one after another in one buffer, which is used again.
#[derive(Debug, Default)]
pub struct Record {
    /// The line where it starts, counted from 1.
    pub line: u32,
    /// The line where it ends.
    pub last_line: u32,
    /// Whether a quote was opened and never closed, so that it was read without quotes.
    pub is_unclosed: bool,
    text: Vec<u8>,
    /// Where each cell ends in the text.
    ends: Vec<usize>,
}

impl Record {
    /// The cells. The text is UTF-8, unless the file changed while it was read.
    pub fn cells(&self) -> impl Iterator<Item = &[u8]> {
        let mut start = 0;
        self.ends.iter().map(move |end| {
            let cell = self.text.get(start..*end).unwrap_or_default();
            start = *end;
            cell
        })
    }

    /// All cells as one text, if it is UTF-8, and where each of them lies in it.
    pub fn text(&self) -> Option<(&str, impl Iterator<Item = Range<usize>>)> {
        let mut start = 0;
        let ranges = self.ends.iter().map(move |end| std::mem::replace(&mut start, *end)..*end);
        std::str::from_utf8(&self.text).ok().map(|text| (text, ranges))
    }

    /// Begins the record that starts at this line.
    pub fn clear(&mut self, line: u32) {
        (self.line, self.last_line, self.is_unclosed) = (line, line, false);
        self.text.clear();
        self.ends.clear();
    }

    /// Adds to the cell that has not ended yet.
    pub fn push(&mut self, bytes: &[u8]) {
        self.text.extend_from_slice(bytes);
    }

    /// Ends a cell. Of the cells beyond the last column that is read one stays, to be noticed.
    pub fn end_cell(&mut self) {
        let start = self.ends.last().copied().unwrap_or(0);
        if self.ends.len() <= MOST_COLUMNS {
            self.ends.push(self.text.len());
        } else if let [.., before, last] = self.ends.as_mut_slice()
            && last == before
        {
            *last = self.text.len();
        } else {
            self.text.truncate(start);
        }
    }
}
