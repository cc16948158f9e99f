//! Titles in the middle of a table: a row with one cell, right above the labels that come again. Files are
//! pasted together from several, each with its title.

use std::iter::Peekable;

use crate::domain::{Draft, Line, Problem};

type Item = Result<Line, Problem>;

/// The draft, with such rows left out for that reason.
pub fn told(draft: Draft) -> Draft {
    let lines = Told(draft.lines.peekable());
    Draft { lines: Box::new(lines), ..draft }
}

struct Told(Peekable<Box<dyn Iterator<Item = Item> + Send>>);

impl Iterator for Told {
    type Item = Item;

    fn next(&mut self) -> Option<Item> {
        let mut line = self.0.next()?;
        if let Ok(line) = &mut line
            && stands_alone(line)
            && self.0.peek().is_some_and(is_header_again)
        {
            let title = line.cells.iter().find(|cell| !cell.is_empty()).cloned();
            let problem = Problem::rejection(line.number, "title-row");
            line.problems.push(problem.in_column("", &title.unwrap_or_default()));
        }
        Some(line)
    }
}

/// Whether only one cell of several says something, and nothing is said of the row yet.
fn stands_alone(line: &Line) -> bool {
    let mut filled = line.cells.iter().filter(|cell| !cell.is_empty());
    filled.next().is_some()
        && filled.next().is_none()
        && line.cells.len() > 1
        && !line.problems.iter().any(|problem| problem.rejects)
}

fn is_header_again(line: &Item) -> bool {
    let problems = line.as_ref().map_or(&[][..], |line| &line.problems);
    problems.iter().any(|problem| problem.code == "repeated-header")
}
