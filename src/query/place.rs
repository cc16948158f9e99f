//! Points at a place in the text of a filter.

use super::syntax::Span;
use crate::error::Error;

/// How much of a filter an error shows before and behind the place.
const SHOWN: usize = 40;

/// An error that points at a place: the arguments `position` (characters, from 1) and `pointer`, two lines of their own: the filter, and marks below the place.
pub(super) fn error_at(code: &'static str, text: &str, span: &Span) -> Error {
    Error::usage(code)
        .with("position", text.get(..span.start).unwrap_or(text).chars().count() + 1)
        .with("pointer", format!("\n{}", pointer(text, span)))
}

/// The part of the text around the place, and marks below it. Han characters are two columns wide.
pub(super) fn pointer(text: &str, span: &Span) -> String {
    let (mut shown, mut marks) = (String::new(), String::new());
    let at = text.get(..span.start).unwrap_or(text).chars().count();
    let first = at.saturating_sub(SHOWN);
    if first > 0 {
        shown.push('…');
        marks.push(' ');
    }
    for (place, c) in text.char_indices().skip(first).take(at - first + SHOWN) {
        shown.push(if c.is_whitespace() || c.is_control() { ' ' } else { c });
        if place >= span.end.max(span.start + 1) {
            continue;
        }
        let mark = if place < span.start { ' ' } else { '^' };
        marks.extend(std::iter::repeat_n(mark, width(c)));
    }
    if span.start >= text.len() {
        marks.push('^');
    }
    format!("{shown}\n{marks}")
}

fn width(c: char) -> usize {
    let is_wide = matches!(c, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff60}'
        | '\u{ffe0}'..='\u{ffe6}' | '\u{1f300}'..='\u{1faff}' | '\u{20000}'..='\u{3fffd}');
    1 + usize::from(is_wide)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_pointed_at() {
        let check = |text: &str, span: Span, expected: &str| {
            assert_eq!(pointer(text, &span), expected, "{text}");
        };
        check("stage:mql stge:x", 10..14, "stage:mql stge:x\n          ^^^^");
        check("王 stge:x", 4..8, "王 stge:x\n   ^^^^");
        check("stage:", 6..6, "stage:\n      ^");
        check("", 0..0, "\n^");
        let long = format!("{} x:1", "a".repeat(60));
        check(&long, 61..62, &format!("…{} x:1\n{}^", "a".repeat(39), " ".repeat(41)));
    }
}
