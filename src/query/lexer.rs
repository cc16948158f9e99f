//! Takes a filter apart into signs, words and values, each with its place in the text.
//!
//! What a sign means depends on what came before (`:` in `site:https://x`), so that the parser asks for
//! what may stand next. Full-width signs are understood like those of ASCII.

use super::{
    place::error_at,
    syntax::{Operator, Piece},
};
use crate::error::Result;

/// Reads a filter from left to right.
#[derive(Clone)]
pub(super) struct Scanner<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Scanner<'a> {
    /// At the start of a filter.
    pub fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// The next character is this far from the start, in bytes.
    pub fn at(&self) -> usize {
        self.at
    }

    /// Goes to the next character that is no space; none at the end.
    pub fn next_visible(&mut self) -> Option<char> {
        self.at += self.rest().len() - self.rest().trim_start().len();
        self.peek()
    }

    /// Takes an opening parenthesis.
    pub fn opens(&mut self) -> bool {
        self.take(|c| c == '(')
    }

    /// Takes a closing parenthesis.
    pub fn closes(&mut self) -> bool {
        self.take(|c| c == ')')
    }

    /// Takes a minus, if something stands right behind it.
    pub fn negates(&mut self) -> bool {
        let before = self.at;
        if self.take(|c| c == '-') && self.peek().is_some_and(|c| !c.is_whitespace()) {
            return true;
        }
        self.at = before;
        false
    }

    /// Takes `and` or `or`.
    pub fn keyword(&mut self, word: &str) -> bool {
        self.next_visible();
        let Some(found) = self.rest().get(..word.len()) else { return false };
        let behind = self.rest().get(word.len()..).and_then(|rest| rest.chars().next()).map(ascii);
        let ends = behind.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | ')' | '"'));
        if !ends || !found.eq_ignore_ascii_case(word) {
            return false;
        }
        self.at += word.len();
        true
    }

    /// Takes an operator, with the spaces before it.
    pub fn operator(&mut self) -> Option<Operator> {
        let before = self.at;
        self.next_visible();
        let taken = |scanner: &mut Self, operator: &Operator| {
            let start = scanner.at;
            let whole = operator.sign().chars().all(|sign| scanner.take(|c| c == sign));
            if !whole {
                scanner.at = start;
            }
            whole
        };
        let Some(found) = Operator::ALL.iter().copied().find(|it| taken(self, it)) else {
            self.at = before;
            return None;
        };
        // `score:>60`, as other programs write it.
        let order = [Operator::AtLeast, Operator::AtMost, Operator::Above, Operator::Below];
        let second = order.iter().copied().find(|it| found == Operator::Has && taken(self, it));
        Some(second.unwrap_or(found))
    }

    /// Takes a comma, if another value follows it.
    pub fn comma(&mut self) -> bool {
        if !self.take(|c| c == ',') {
            return false;
        }
        let is_close = self.peek().is_some_and(|c| !c.is_whitespace());
        let start = self.at;
        if self.next_visible().is_none_or(|c| c == ')') {
            return false;
        }
        if is_close {
            return true;
        }
        // `stage:mql, score>60`: what follows is no value but another field.
        let mut ahead = self.clone();
        let is_field = ahead.word().is_ok() && ahead.operator().is_some();
        if is_field {
            self.at = start;
        }
        !is_field
    }

    /// Takes a word: in quotes, or up to a space, an operator or a parenthesis.
    pub fn word(&mut self) -> Result<Piece> {
        self.piece(|c| matches!(c, ':' | '=' | '~' | '>' | '<'))
    }

    /// Takes a value: in quotes, or up to a space, a comma or a parenthesis.
    pub fn value(&mut self) -> Result<Piece> {
        self.next_visible();
        self.piece(|c| c == ',')
    }

    fn piece(&mut self, ends: impl Fn(char) -> bool) -> Result<Piece> {
        let start = self.at;
        if self.take(is_quote) {
            let text = self.quoted(start)?;
            return Ok(Piece { text, is_quoted: true, span: start..self.at });
        }
        let mut depth = 0_usize;
        while let Some(c) = self.peek() {
            match c {
                '(' if self.at > start && self.closes_at_once() => depth += 1,
                ')' if depth > 0 => depth -= 1,
                '(' | ')' => break,
                c if c.is_whitespace() || ends(c) => break,
                _ => {}
            }
            self.advance();
        }
        let text = self.text.get(start..self.at).unwrap_or_default().to_owned();
        Ok(Piece { text, is_quoted: false, span: start..self.at })
    }

    /// Whether the parenthesis here belongs to a word, as in `ACME(Taiwan)`.
    fn closes_at_once(&self) -> bool {
        let behind = self.rest().chars().map(ascii).skip(1);
        behind.take_while(|c| !c.is_whitespace() && !matches!(c, '(' | '"')).any(|c| c == ')')
    }

    fn quoted(&mut self, start: usize) -> Result<String> {
        let mut text = String::new();
        while let Some(c) = self.rest().chars().next() {
            self.advance();
            let next = self.rest().chars().next();
            match (c, next) {
                (c, _) if is_quote(ascii(c)) => return Ok(text),
                ('\\', Some(next)) if next == '\\' || is_quote(ascii(next)) => {
                    self.advance();
                    text.push(next);
                }
                _ => text.push(c),
            }
        }
        Err(error_at("quote-open", self.text, &(start..start + 1)))
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next().map(ascii)
    }

    fn advance(&mut self) {
        self.at += self.rest().chars().next().map_or(0, char::len_utf8);
    }

    fn take(&mut self, is: impl Fn(char) -> bool) -> bool {
        let taken = self.peek().is_some_and(is);
        if taken {
            self.advance();
        }
        taken
    }
}

/// The sign of ASCII that a full-width one stands for.
fn ascii(c: char) -> char {
    match c {
        '：' => ':',
        '，' => ',',
        '（' => '(',
        '）' => ')',
        '＝' => '=',
        '～' => '~',
        '＞' => '>',
        '＜' => '<',
        '－' | '−' => '-',
        '＂' | '“' | '”' => '"',
        c => c,
    }
}

fn is_quote(c: char) -> bool {
    c == '"'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_end_where_they_should() {
        let check = |input: &str, word: &str, value: &str| {
            let found =
                |piece: Result<Piece>| piece.map_or_else(|e| e.code().to_owned(), |it| it.text);
            assert_eq!(found(Scanner::new(input).word()), word, "{input}");
            assert_eq!(found(Scanner::new(input).value()), value, "{input}");
        };
        check("stage:mql,sql rest", "stage", "stage:mql");
        check("ACME(Taiwan)) x", "ACME(Taiwan)", "ACME(Taiwan)");
        check("ACME(a b)", "ACME", "ACME");
        check("王，李", "王，李", "王");
        check("\"a \\\" b\\\\\" c", "a \" b\\", "a \" b\\");
        check("“台北 電腦展”：", "台北 電腦展", "台北 電腦展");
        check("\"open", "quote-open", "quote-open");
        check("2026-06-01T10:00:00Z", "2026-06-01T10", "2026-06-01T10:00:00Z");
    }

    #[test]
    fn operators_are_read() {
        for (input, operator) in [
            (":", Some(Operator::Has)),
            (" >= 5", Some(Operator::AtLeast)),
            ("＞＝5", Some(Operator::AtLeast)),
            (":>5", Some(Operator::Above)),
            ("~x", Some(Operator::Under)),
            ("<x", Some(Operator::Below)),
            ("x", None),
        ] {
            assert_eq!(Scanner::new(input).operator(), operator, "{input}");
        }
    }
}
