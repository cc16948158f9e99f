//! The lines of a list: its rows, and the headings of groups, some of which are put away.

use std::collections::HashSet;

use super::{Answer, Group};

/// What stands in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Line {
    /// The heading of a group.
    Heading(usize),
    /// A place among the rows.
    Row(usize),
}

/// Which line holds what.
#[derive(Clone, Debug, Default)]
pub(in crate::ui) struct Lines {
    /// The first line of each group.
    starts: Vec<usize>,
    count: usize,
    /// What folded groups have in common, as it is written for comparing.
    folded: HashSet<String>,
}

impl Lines {
    /// How many lines there are.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Takes the rows and groups of a new answer.
    pub fn take(&mut self, answer: &Answer) {
        self.starts.clear();
        let mut next = 0;
        for group in &answer.groups {
            self.starts.push(next);
            next += 1 + if self.is_folded(group) { 0 } else { group.rows.len() };
        }
        self.count = if answer.groups.is_empty() { answer.rows().len() } else { next };
    }

    /// Puts the rows of a group away, or shows them again.
    pub fn fold(&mut self, answer: &Answer, group: usize) {
        let Some(group) = answer.groups.get(group) else { return };
        let key = key(group);
        if !self.folded.remove(&key) {
            self.folded.insert(key);
        }
        self.take(answer);
    }

    /// Puts the rows of all groups away, or shows them again.
    pub fn fold_all(&mut self, answer: &Answer, is_folded: bool) {
        self.folded.clear();
        if is_folded {
            self.folded.extend(answer.groups.iter().map(key));
        }
        self.take(answer);
    }

    /// Whether the rows of a group are put away.
    pub fn is_folded(&self, group: &Group) -> bool {
        !self.folded.is_empty() && self.folded.contains(&key(group))
    }

    /// What stands in a line.
    pub fn at(&self, answer: &Answer, line: usize) -> Option<Line> {
        if self.starts.is_empty() {
            return (line < self.count).then_some(Line::Row(line));
        }
        let at = self.starts.partition_point(|start| *start <= line).checked_sub(1)?;
        let start = *self.starts.get(at)?;
        if line == start {
            return Some(Line::Heading(at));
        }
        let place = answer.groups.get(at)?.rows.start + (line - start - 1);
        (line < self.count).then_some(Line::Row(place))
    }

    /// The line of a place among the rows; that of its heading if its group is put away.
    pub fn of_place(&self, answer: &Answer, place: usize) -> usize {
        let after = answer.groups.partition_point(|group| group.rows.start <= place);
        let at = after.checked_sub(1);
        match at.and_then(|at| Some((*self.starts.get(at)?, answer.groups.get(at)?))) {
            Some((start, group)) if self.is_folded(group) => start,
            Some((start, group)) => start + 1 + (place - group.rows.start),
            None => place,
        }
    }
}

fn key(group: &Group) -> String {
    format!("{:?}", group.value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Value;

    #[test]
    fn lines_count_headings_and_leave_out_what_is_folded() {
        let mut answer = Answer::of_rows((0..6).collect(), 6);
        let group = |name: &str, rows| Group { value: Value::Text(name.to_owned()), rows };
        answer.groups = vec![group("a", 0..2), group("b", 2..5), group("c", 5..6)];
        let mut lines = Lines::default();
        lines.take(&answer);
        let written = |lines: &Lines| -> Vec<Line> {
            (0..lines.count()).map(|line| lines.at(&answer, line).unwrap()).collect()
        };
        use Line::{Heading, Row};
        let all =
            [Heading(0), Row(0), Row(1), Heading(1), Row(2), Row(3), Row(4), Heading(2), Row(5)];
        assert_eq!(written(&lines), all);
        lines.fold(&answer, 1);
        assert_eq!(written(&lines), [Heading(0), Row(0), Row(1), Heading(1), Heading(2), Row(5)]);
        let of: Vec<usize> = (0..6).map(|place| lines.of_place(&answer, place)).collect();
        assert_eq!(of, [1, 2, 3, 3, 3, 5]);
        assert_eq!(lines.at(&answer, 6), None);
        lines.fold(&answer, 1);
        assert_eq!(written(&lines), all);
        lines.fold_all(&answer, true);
        assert_eq!(written(&lines), [Heading(0), Heading(1), Heading(2)]);
    }
}
