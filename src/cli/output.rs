//! What a command prints: one JSON document, or text for a person.

use std::{
    io::{self, Write as _},
    process::ExitCode,
};

use serde_json::{Value as Json, json};

use crate::{
    error::{Error, Result},
    i18n::Lang,
};

/// What a command has to say, in both forms.
pub struct Output {
    json: Json,
    text: String,
    notes: Vec<String>,
}

impl Output {
    /// Nothing to say.
    pub fn none() -> Self {
        Self { json: Json::Null, text: String::new(), notes: Vec::new() }
    }

    /// Text only.
    pub fn text(text: String) -> Self {
        Self { json: json!(text), text, notes: Vec::new() }
    }

    /// A JSON document, and the same for a person.
    pub fn both(json: Json, text: String) -> Self {
        Self { json, text, notes: Vec::new() }
    }

    /// Adds remarks, which go to standard error.
    #[must_use]
    pub fn with_notes(mut self, notes: Vec<String>) -> Self {
        self.notes = notes;
        self
    }

    /// Adds remarks that come before the others.
    #[must_use]
    pub fn with_remarks(mut self, remarks: Vec<String>) -> Self {
        self.notes.splice(0..0, remarks);
        self
    }

    /// Prints it.
    ///
    /// # Errors
    /// When standard output is closed.
    pub fn print(self, is_json: bool) -> Result<()> {
        let printed = self.write(is_json);
        match printed {
            // Whoever reads has had enough (`| head`): no error.
            Err(err) if err.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            other => other.map_err(|err| Error::other("cannot-print").because(err)),
        }
    }

    fn write(self, is_json: bool) -> io::Result<()> {
        let mut errors = io::stderr().lock();
        for note in &self.notes {
            writeln!(errors, "{note}")?;
        }
        let mut out = io::BufWriter::new(io::stdout().lock());
        if is_json {
            serde_json::to_writer(&mut out, &self.json)?;
            writeln!(out)?;
        } else if !self.text.is_empty() {
            writeln!(out, "{}", self.text.trim_end_matches('\n'))?;
        }
        out.flush()
    }
}

/// Says what went wrong, and gives the exit status.
pub fn fail(err: &Error, lang: Lang, is_json: bool) -> ExitCode {
    let sentence = err.text(lang);
    let mut errors = io::stderr().lock();
    let told = writeln!(errors, "{sentence}");
    if is_json {
        let document = json!({"error": {"code": err.code(), "message": sentence}});
        let printed = writeln!(io::stdout().lock(), "{document}");
        if printed.is_err() && told.is_err() {
            return ExitCode::FAILURE;
        }
    }
    ExitCode::from(err.class().exit_status())
}

/// Rows of text in columns as wide as their widest cell; Han characters are two wide.
pub fn table(headers: &[String], rows: &[Vec<String>]) -> String {
    let mut widths: Vec<usize> = headers.iter().map(|header| width(header)).collect();
    for row in rows {
        for (cell, widest) in row.iter().zip(&mut widths) {
            *widest = (*widest).max(width(cell));
        }
    }
    let mut out = String::new();
    for row in std::iter::once(headers).chain(rows.iter().map(Vec::as_slice)) {
        for (at, (cell, widest)) in row.iter().zip(&widths).enumerate() {
            out.push_str(cell);
            if at + 1 < row.len() {
                out.extend(std::iter::repeat_n(' ', widest.saturating_sub(width(cell)) + 2));
            }
        }
        out.push('\n');
    }
    out
}

/// How many places a text takes in a terminal.
fn width(text: &str) -> usize {
    let wide = |c: char| {
        matches!(u32::from(c), 0x1100..=0x115f | 0x2e80..=0xa4cf | 0xac00..=0xd7a3 | 0xf900..=0xfaff
            | 0xfe30..=0xfe4f | 0xff00..=0xff60 | 0xffe0..=0xffe6 | 0x1f300..=0x1faff | 0x2_0000..=0x3_fffd)
    };
    text.chars().map(|c| if wide(c) { 2 } else { 1 }).sum()
}
