//! From the text of a filter to what it says.

use super::{
    lexer::Scanner,
    place::error_at,
    syntax::{Comparison, Piece, Span, Term},
};
use crate::error::Result;

/// How deep parentheses may be nested.
const DEEPEST: usize = 50;

/// What a filter says. An empty filter holds for everything.
///
/// # Errors
/// Usage, with the place: a parenthesis or quote that is left open, an operator without its field
/// or value.
pub(super) fn parse(text: &str) -> Result<Term> {
    let mut parser = Parser { text, scanner: Scanner::new(text) };
    if parser.scanner.next_visible().is_none() {
        return Ok(Term::All(Vec::new()));
    }
    let term = parser.alternatives(0)?;
    match parser.scanner.next_visible() {
        None => Ok(term),
        Some(_) => Err(parser.error("parenthesis-close", 1)),
    }
}

/// The parts of a filter that must all hold, each with its place. One part if the filter has an `or` of its
/// own.
///
/// # Errors
/// As [`parse`].
pub(super) fn parts_of(text: &str) -> Result<Vec<(Span, Term)>> {
    let whole = parse(text)?;
    let mut parser = Parser { text, scanner: Scanner::new(text) };
    let mut parts = Vec::new();
    while parser.scanner.next_visible().is_some() {
        let start = parser.scanner.at();
        let term = parser.term(0)?;
        parts.push((start..parser.scanner.at(), term));
        if parser.scanner.keyword("or") {
            return Ok(vec![(0..text.len(), whole)]);
        }
        parser.scanner.keyword("and");
    }
    Ok(parts)
}

struct Parser<'a> {
    text: &'a str,
    scanner: Scanner<'a>,
}

impl Parser<'_> {
    fn alternatives(&mut self, depth: usize) -> Result<Term> {
        let first = self.all(depth)?;
        let mut terms = vec![first];
        while self.scanner.keyword("or") {
            terms.push(self.all(depth)?);
        }
        Ok(one_or(terms, Term::Any))
    }

    fn all(&mut self, depth: usize) -> Result<Term> {
        let mut terms = vec![self.term(depth)?];
        loop {
            let is_explicit = self.scanner.keyword("and");
            let is_over = match self.scanner.next_visible() {
                None | Some(')') => true,
                Some(_) => self.scanner.clone().keyword("or"),
            };
            if is_over && !is_explicit {
                return Ok(one_or(terms, Term::All));
            }
            terms.push(self.term(depth)?);
        }
    }

    fn term(&mut self, depth: usize) -> Result<Term> {
        let start = self.scanner.next_visible();
        let is_keyword = ["and", "or"].iter().any(|word| self.scanner.clone().keyword(word));
        if is_keyword || matches!(start, None | Some(')')) {
            return Err(self.error("term-missing", 0));
        }
        let mut is_negated = false;
        while self.scanner.negates() {
            is_negated = !is_negated;
        }
        let open = self.scanner.at();
        let term = if self.scanner.opens() { self.group(open, depth)? } else { self.leaf()? };
        Ok(if is_negated { Term::Not(Box::new(term)) } else { term })
    }

    fn group(&mut self, open: usize, depth: usize) -> Result<Term> {
        if depth >= DEEPEST {
            return Err(error_at("filter-too-deep", self.text, &self.here(open, 1)));
        }
        let term = self.alternatives(depth + 1)?;
        self.scanner.next_visible();
        if self.scanner.closes() {
            Ok(term)
        } else {
            Err(error_at("parenthesis-open", self.text, &self.here(open, 1)))
        }
    }

    fn leaf(&mut self) -> Result<Term> {
        let word = self.scanner.word()?;
        let before = self.scanner.at();
        let Some(operator) = self.scanner.operator() else {
            if word.span.is_empty() {
                return Err(self.error("term-missing", 0));
            }
            return Ok(Term::Word(word));
        };
        if word.span.is_empty() {
            return Err(error_at("field-missing", self.text, &(before..self.scanner.at())));
        }
        let mut values = vec![self.value()?];
        while self.scanner.comma() {
            values.push(self.value()?);
        }
        Ok(Term::Compare(Comparison { field: word, operator, values }))
    }

    fn value(&mut self) -> Result<Piece> {
        let value = self.scanner.value()?;
        if value.span.is_empty() {
            return Err(self.error("value-missing", 0));
        }
        Ok(value)
    }

    /// An error at the place that comes next.
    fn error(&self, code: &'static str, characters: usize) -> crate::error::Error {
        error_at(code, self.text, &self.here(self.scanner.at(), characters))
    }

    fn here(&self, start: usize, characters: usize) -> Span {
        let rest = self.text.get(start..).unwrap_or_default();
        start..start + rest.chars().take(characters).map(char::len_utf8).sum::<usize>()
    }
}

fn one_or(mut terms: Vec<Term>, many: impl Fn(Vec<Term>) -> Term) -> Term {
    match (terms.pop(), terms.is_empty()) {
        (Some(only), true) => only,
        (last, _) => {
            terms.extend(last);
            many(terms)
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The filter written out with every group and quote.
    fn shown(term: &Term) -> String {
        let join = |terms: &[Term], between: &str| {
            format!("({})", terms.iter().map(shown).collect::<Vec<_>>().join(between))
        };
        match term {
            Term::All(terms) => join(terms, " & "),
            Term::Any(terms) => join(terms, " | "),
            Term::Not(term) => format!("!{}", shown(term)),
            Term::Word(word) => word.text.clone(),
            Term::Compare(it) => {
                let values = it.values.iter().map(|it| format!("'{}'", it.text));
                let values = values.collect::<Vec<_>>().join(",");
                format!("{}{}{values}", it.field.text, it.operator.sign())
            }
        }
    }

    #[test]
    fn filters_are_understood() {
        let check = |input: &str, expected: &str| {
            let found =
                parse(input).map_or_else(|error| error.code().to_owned(), |term| shown(&term));
            assert_eq!(found, expected, "{input}");
        };
        check("", "()");
        check("王", "王");
        check("a b or c and d", "((a & b) | (c & d))");
        check("a (b OR c)", "(a & (b | c))");
        check("-a --b -(c d)", "(!a & b & !(c & d))");
        check(
            "stage:mql grade>=B owner:me campaign:\"Computex 2026\" score>60 idle>14d 王",
            "(stage:'mql' & grade>='B' & owner:'me' & campaign:'Computex 2026' & score>'60' & idle>'14d' & 王)",
        );
        check("stage：mql，sql （a or b）", "(stage:'mql','sql' & (a | b))");
        check("stage:mql, sql score > 60", "(stage:'mql','sql' & score>'60')");
        check("stage:mql, score>60", "(stage:'mql' & score>'60')");
        check("(stage:mql,)", "stage:'mql'");
        check("score:>60 x", "(score>'60' & x)");
        check("website:https://x.tw/?a=b", "website:'https://x.tw/?a=b'");
        check("campaign~\"Fairs 2026\"", "campaign~'Fairs 2026'");
        check("orchid and android", "(orchid & android)");
        check("a - b", "(a & - & b)");
        check("ACME(台灣)", "ACME(台灣)");
        check("a or", "term-missing");
        check("and a", "term-missing");
        check("()", "term-missing");
        check("(a", "parenthesis-open");
        check("a)", "parenthesis-close");
        check("stage:", "value-missing");
        check("stage: )", "value-missing");
        check(":x", "field-missing");
        check("a \"b", "quote-open");
        check(&"(".repeat(100_000), "filter-too-deep");
        check(&format!("{}a", "-".repeat(100_001)), "!a");
    }

    proptest! {
        #[test]
        fn nothing_makes_it_panic(text in any::<String>(), signs in "[-:()\",=~<>：，（）“” aor王\\\\]{0,40}") {
            let _ = (parse(&text).is_ok(), parse(&signs).is_ok());
        }
    }
}
