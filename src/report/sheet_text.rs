//! A sheet for the terminal: columns under each other, in any script.

use super::{Cell, Sheet, Unit};
use crate::i18n::{self, Lang};

impl Sheet {
    /// The sheet as aligned text: title, window, table, total, notes. Ids are left out.
    pub fn to_text(&self, lang: Lang) -> String {
        let mut lines = vec![i18n::text(lang, &format!("report-{}", self.report)).into_owned()];
        lines.extend(self.window_line(lang));
        lines.push(String::new());
        lines.extend(self.table(lang));
        if !self.notes.is_empty() {
            lines.push(String::new());
        }
        lines.extend(self.notes.iter().map(|note| note.text(lang).into_owned()));
        lines.push(String::new());
        lines.join("\n")
    }

    fn window_line(&self, lang: Lang) -> Option<String> {
        let (key, days) = match (self.from, self.to) {
            (None, None) => return None,
            (Some(from), None) => ("report-window-from", vec![("from", from)]),
            (None, Some(to)) => ("report-window-to", vec![("to", to)]),
            (Some(from), Some(to)) => ("report-window", vec![("from", from), ("to", to)]),
        };
        let args: Vec<_> =
            days.into_iter().map(|(name, day)| (name, day.to_string().into())).collect();
        Some(i18n::text_with(lang, key, &args).into_owned())
    }

    fn table(&self, lang: Lang) -> Vec<String> {
        let shown: Vec<usize> = self
            .columns
            .iter()
            .enumerate()
            .filter(|(_, it)| it.unit != Unit::Id)
            .map(|(at, _)| at)
            .collect();
        let cells = |row: &Vec<Cell>| -> Vec<(String, bool)> {
            let cells = shown.iter().filter_map(|at| row.get(*at));
            cells.map(|cell| (cell.to_text(lang), cell.is_number())).collect()
        };
        let body: Vec<_> = self.rows.iter().chain(&self.total).map(cells).collect();
        // A head stands as the cells below it.
        let is_right = |at: usize| body.first().and_then(|row| row.get(at)).is_some_and(|it| it.1);
        let heads = shown.iter().filter_map(|at| self.columns.get(*at)).enumerate();
        let head: Vec<_> =
            heads.map(|(at, head)| (head.label(lang).into_owned(), is_right(at))).collect();
        let widest = |at: usize| {
            let column = body.iter().chain([&head]).filter_map(|row| row.get(at));
            column.map(|(text, _)| width(text)).max().unwrap_or_default()
        };
        let widths: Vec<usize> = (0..shown.len()).map(widest).collect();
        let total = usize::from(self.total.is_some());
        let mut lines = vec![line(&head, &widths)];
        lines.extend(body.iter().map(|row| line(row, &widths)));
        if total == 1 {
            lines.insert(
                lines.len() - 1,
                "-".repeat(widths.iter().sum::<usize>() + 2 * widths.len().saturating_sub(1)),
            );
        }
        lines
    }
}

/// Cells beside each other, two spaces between them.
fn line(cells: &[(String, bool)], widths: &[usize]) -> String {
    let padded = cells.iter().zip(widths).map(|((text, is_right), widest)| {
        let space = " ".repeat(widest.saturating_sub(width(text)));
        if *is_right { format!("{space}{text}") } else { format!("{text}{space}") }
    });
    padded.collect::<Vec<_>>().join("  ").trim_end().to_owned()
}

/// How many places a text takes in a terminal.
fn width(text: &str) -> usize {
    text.chars().map(places).sum()
}

/// Han, kana, hangul and their full-width signs take two places, marks above letters none.
fn places(c: char) -> usize {
    match u32::from(c) {
        0x0300..=0x036F | 0x200B..=0x200F | 0xFE00..=0xFE0F => 0,
        0x1100..=0x115F
        | 0x2E80..=0x303E
        | 0x3041..=0xA4CF
        | 0xAC00..=0xD7A3
        | 0xF900..=0xFAFF
        | 0xFE30..=0xFE6F
        | 0xFF00..=0xFF60
        | 0xFFE0..=0xFFE6
        | 0x1F300..=0x1F64F
        | 0x1F900..=0x1F9FF
        | 0x20000..=0x3FFFD => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn han_takes_two_places() {
        for (text, places) in [("abc", 3), ("包裝展", 6), ("Taipei 展，", 11), ("e\u{301}", 1)]
        {
            assert_eq!(width(text), places, "{text}");
        }
    }
}
