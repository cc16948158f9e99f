//! The parts of a filter that hold together, each by itself: what a window shows side by side.

use super::{
    parse::parts_of,
    syntax::{Comparison, Term},
};
use crate::error::Result;

/// A part of a filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// How it is written.
    pub text: String,
    /// What it asks, if it asks one thing of one field.
    pub asks: Option<Asks>,
    /// Whether it is a single word.
    pub is_word: bool,
}

/// What a condition asks of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asks {
    /// The field, as written.
    pub field: String,
    /// The operator, as written.
    pub operator: &'static str,
    /// The values of which one is enough.
    pub values: Vec<String>,
    /// Whether it must not hold.
    pub is_negated: bool,
}

/// The parts of a filter that must all hold. One part if the filter has an `or` of its own.
///
/// # Errors
/// What is wrong with its signs.
pub fn conditions(text: &str) -> Result<Vec<Condition>> {
    let parts = parts_of(text)?.into_iter();
    let condition = |(span, term): (std::ops::Range<usize>, Term)| Condition {
        text: text.get(span).unwrap_or_default().trim().to_owned(),
        asks: asks(&term, false),
        is_word: matches!(term, Term::Word(_)),
    };
    Ok(parts.map(condition).collect())
}

fn asks(term: &Term, is_negated: bool) -> Option<Asks> {
    match term {
        Term::Not(inner) => asks(inner, !is_negated),
        Term::Compare(Comparison { field, operator, values }) => Some(Asks {
            field: field.text.clone(),
            operator: operator.sign(),
            values: values.iter().map(|value| value.text.clone()).collect(),
            is_negated,
        }),
        Term::All(_) | Term::Any(_) | Term::Word(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_is_taken_apart() {
        let check = |input: &str, expected: &[&str]| {
            let found = conditions(input);
            let found = found.map(|parts| {
                parts
                    .into_iter()
                    .map(|part| match part.asks {
                        Some(asks) => format!(
                            "{} = {}{}{}{}",
                            part.text,
                            if asks.is_negated { "not " } else { "" },
                            asks.field,
                            asks.operator,
                            asks.values.join("/")
                        ),
                        None => part.text,
                    })
                    .collect::<Vec<_>>()
            });
            assert_eq!(found.unwrap_or_default(), expected, "{input}");
        };
        check("", &[]);
        check("王 stage:mql", &["王", "stage:mql = stage:mql"]);
        check(
            "stage:mql, sql and -campaign: \"Computex 2026\" (a or b)",
            &[
                "stage:mql, sql = stage:mql/sql",
                "-campaign: \"Computex 2026\" = not campaign:Computex 2026",
                "(a or b)",
            ],
        );
        check("a b or c", &["a b or c"]);
        check("stage:", &[]);
    }
}
