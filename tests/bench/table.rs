//! The table: a line for what was measured, a column for each size.

use super::figure::Row;

/// The table as it grows.
pub struct Table {
    sizes: Vec<usize>,
    lines: Vec<Line>,
}

struct Line {
    subject: &'static str,
    what: String,
    goal: &'static str,
    cells: Vec<String>,
}

impl Table {
    /// An empty table for so many leads in each of its columns.
    pub fn new(sizes: &[usize]) -> Self {
        Self { sizes: sizes.to_vec(), lines: Vec::new() }
    }

    /// Takes what was measured of a subject at the size of a column.
    pub fn put(&mut self, column: usize, subject: &'static str, rows: Vec<Row>) {
        for row in rows {
            let known = |line: &&mut Line| line.subject == subject && line.what == row.what;
            let line = match self.lines.iter_mut().find(known) {
                Some(line) => line,
                None => self.add(subject, &row),
            };
            if let Some(cell) = line.cells.get_mut(column) {
                *cell = row.figure.text();
            }
        }
    }

    /// A new line, behind the others of its subject.
    fn add(&mut self, subject: &'static str, row: &Row) -> &mut Line {
        let after = self.lines.iter().rposition(|line| line.subject == subject);
        let at = after.map_or(self.lines.len(), |last| last + 1);
        let cells = vec![String::new(); self.sizes.len()];
        let line = Line { subject, what: row.what.clone(), goal: row.goal, cells };
        self.lines.insert(at, line);
        &mut self.lines[at]
    }

    /// The table in Markdown.
    pub fn to_markdown(&self) -> String {
        let sizes = self.sizes.iter().map(|size| fairlead::i18n::grouped(*size as u64));
        let mut head =
            vec!["subject".to_owned(), "what".to_owned(), "goal at a million".to_owned()];
        head.extend(sizes);
        let mut text = format!("| {} |\n|{}\n", head.join(" | "), "---|".repeat(head.len()));
        let mut last = "";
        for line in &self.lines {
            let subject = if line.subject == last { "" } else { line.subject };
            last = line.subject;
            let cells = line.cells.join(" | ");
            text.push_str(&format!("| {subject} | {} | {} | {cells} |\n", line.what, line.goal));
        }
        text
    }
}
