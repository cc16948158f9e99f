//! What may stand at the cursor of a filter that is being typed.

use std::{borrow::Cow, ops::Range};

use super::{
    derived::Derived,
    fields::{QueryField, field_label, field_names, parts_of, query_field},
    lexer::Scanner,
    names::{is_tree, label, small_names},
    row_set::RowSet,
    search::rows_with,
    syntax::{Operator, Piece},
};
use crate::{
    domain::{Kind, Shape, fold::fold, score::GRADES},
    i18n::{self, Lang},
    model::{Column, Model},
};

/// Up to how many candidates are offered.
const OFFERED: usize = 12;

/// What may stand at the cursor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Completion {
    /// The part of the filter that a candidate takes the place of, in bytes.
    pub replaced: Range<usize>,
    /// What may stand there, the likeliest first.
    pub candidates: Vec<Candidate>,
}

/// Something that may stand at the cursor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// What is written: a field with its `:`, an operator, or a value, in quotes where it must be.
    pub text: String,
    /// What is shown for it.
    pub label: String,
}

/// What may stand at the cursor of a filter over the records of a kind: fields, operators or values.
pub fn complete(model: &Model, kind: Kind, lang: Lang, text: &str, cursor: usize) -> Completion {
    let typed = text.get(..cursor).unwrap_or(text);
    match Spot::of(typed) {
        Spot::Word(word) => {
            let mut candidates = fields(model, kind, lang, &word.text);
            let mut replaced = word.span;
            if let Some(field) = query_field(model, kind, &word.text)
                && candidates.len() <= 1
            {
                candidates = operators(&field);
                replaced = typed.len()..typed.len();
            }
            Completion { replaced, candidates }
        }
        Spot::Value(field, value) => {
            let known = query_field(model, kind, &field);
            let values = known.map(|field| values(model, kind, lang, (&field, &value.text)));
            let candidates = matching(values.unwrap_or_default(), &value.text);
            Completion { replaced: value.span, candidates }
        }
    }
}

/// A value as a filter may hold it: in quotes where it would otherwise be misread.
pub fn quoted(text: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '@' | '+' | '/');
    let is_special = ["none", "me", "and", "or"].iter().any(|word| text.eq_ignore_ascii_case(word));
    if !text.is_empty() && text.chars().all(is_plain) && !text.starts_with('-') && !is_special {
        return text.to_owned();
    }
    let mut out = String::from("\"");
    for c in text.chars() {
        if matches!(c, '"' | '\\' | '“' | '”' | '＂') {
            out.push('\\');
        }
        out.push(c);
    }
    out.push('"');
    out
}

/// What is being typed at the end of a text.
#[derive(Debug)]
enum Spot {
    /// A word, which may become a field.
    Word(Piece),
    /// A value of a field.
    Value(String, Piece),
}

impl Spot {
    fn of(typed: &str) -> Self {
        let end = typed.len();
        let nothing = || Piece { text: String::new(), is_quoted: false, span: end..end };
        let mut scanner = Scanner::new(typed);
        while scanner.next_visible().is_some() {
            let start = scanner.at();
            while scanner.opens() || scanner.closes() || scanner.negates() {
                scanner.next_visible();
            }
            let Some(word) = piece_at(&mut scanner, typed, Scanner::word) else { break };
            if word.span.end == end {
                return Self::Word(word);
            }
            if scanner.operator().is_some()
                && let Some(value) = last_value(&mut scanner, typed)
            {
                return Self::Value(word.text, value);
            }
            if scanner.at() == start {
                break;
            }
        }
        Self::Word(nothing())
    }
}

/// The value at the end of the text, if the values here reach it.
fn last_value(scanner: &mut Scanner<'_>, typed: &str) -> Option<Piece> {
    loop {
        scanner.next_visible();
        let value = piece_at(scanner, typed, Scanner::value)?;
        if value.span.end == typed.len() {
            return Some(value);
        }
        let rest = typed.get(value.span.end..)?;
        if matches!(rest.trim_end(), "," | "，") {
            let span = typed.len()..typed.len();
            return Some(Piece { text: String::new(), is_quoted: false, span });
        }
        if !scanner.comma() {
            return None;
        }
    }
}

/// The next piece; a quote that is left open reaches to the end.
fn piece_at<'a>(
    scanner: &mut Scanner<'a>,
    typed: &str,
    read: impl Fn(&mut Scanner<'a>) -> crate::error::Result<Piece>,
) -> Option<Piece> {
    let start = scanner.at();
    match read(scanner) {
        Ok(piece) => Some(piece),
        Err(_) => {
            let mut characters = typed.get(start..)?.chars();
            characters.next();
            let text = characters.as_str().replace("\\\"", "\"");
            Some(Piece { text, is_quoted: true, span: start..typed.len() })
        }
    }
}

fn fields(model: &Model, kind: Kind, lang: Lang, typed: &str) -> Vec<Candidate> {
    let shown = |name: String| Candidate {
        label: field_label(model, kind, &name, lang),
        text: format!("{name}:"),
    };
    matching(field_names(model, kind).into_iter().map(shown).collect(), typed)
}

fn operators(field: &QueryField) -> Vec<Candidate> {
    let shape = match field {
        QueryField::Stored(field) => Some(field.part.map_or(field.shape, |part| part.shape)),
        QueryField::Derived(_) => None,
    };
    let has_order = match field {
        QueryField::Derived(derived) => {
            matches!(derived, Derived::Score | Derived::Grade | Derived::Idle)
        }
        QueryField::Stored(_) => matches!(
            shape,
            Some(Shape::Int | Shape::Decimal | Shape::Money | Shape::Date | Shape::At)
        ),
    };
    let has_tree = match (field, shape) {
        (QueryField::Derived(derived), _) => *derived == Derived::Member,
        (_, Some(Shape::Link(kind))) => is_tree(kind),
        _ => false,
    };
    let suits = |operator: &&Operator| match operator {
        Operator::Has => true,
        Operator::Is => shape == Some(Shape::Text),
        Operator::Under => has_tree,
        _ => has_order,
    };
    let shown = |operator: &Operator| {
        let sign = operator.sign().to_owned();
        Candidate { label: sign.clone(), text: sign }
    };
    Operator::ALL.iter().filter(suits).map(shown).collect()
}

fn values(
    model: &Model,
    kind: Kind,
    lang: Lang,
    (field, typed): (&QueryField, &str),
) -> Vec<Candidate> {
    let words = |words: &[&str]| words.iter().map(|word| word_candidate(word)).collect();
    let mut out: Vec<Candidate> = match field {
        QueryField::Derived(Derived::Grade) => return words(&reversed(GRADES)),
        QueryField::Derived(Derived::Score) => return Vec::new(),
        QueryField::Derived(Derived::Idle) => return words(&["7d", "14d", "30d"]),
        QueryField::Derived(Derived::Member) => linked(model, Kind::Campaign, typed),
        QueryField::Derived(_) => words(&["yes", "no"]),
        QueryField::Stored(field) => {
            let shape = field.part.map_or(field.shape, |part| part.shape);
            let shape = if let Shape::List(inner) = shape { *inner } else { shape };
            let mut out = match shape {
                Shape::Part(_) => {
                    let parts = parts_of(&shape).iter();
                    parts.flat_map(|part| of_shape(model, lang, (&part.shape, typed))).collect()
                }
                shape => of_shape(model, lang, (&shape, typed)),
            };
            let column = model.columns(kind).and_then(|columns| columns.column_of(&field.path()));
            if let (Shape::Choice(choices), Some(Column::Codes(codes))) = (shape, column) {
                let used = codes.values().iter().filter_map(|value| value.as_text());
                let own = used.filter(|id| !choices.values.contains(id));
                out.extend(own.map(name_candidate));
            }
            out
        }
    };
    out.push(word_candidate("none"));
    out
}

fn of_shape(model: &Model, lang: Lang, (shape, typed): (&Shape, &str)) -> Vec<Candidate> {
    let words = |words: &[&str]| words.iter().map(|word| word_candidate(word)).collect();
    match shape {
        Shape::Flag => words(&["yes", "no"]),
        Shape::Date | Shape::At => words(&["today", "yesterday", "today-7d", "today-30d"]),
        Shape::Choice(choices) => {
            let shown = |id: &&str| {
                let label = i18n::known(lang, &format!("{}-{id}", choices.name));
                let label = label.map_or_else(|| (*id).to_owned(), Cow::into_owned);
                Candidate { text: quoted(id), label }
            };
            choices.values.iter().map(shown).collect()
        }
        Shape::Link(kind) => linked(model, *kind, typed),
        _ => Vec::new(),
    }
}

/// Names of records of a kind; of one that grows, of those that contain what was typed.
fn linked(model: &Model, kind: Kind, typed: &str) -> Vec<Candidate> {
    let mut out = Vec::new();
    if kind == Kind::User {
        out.push(word_candidate("me"));
    }
    if let Some(columns) = model.columns(kind) {
        let found = rows_with(columns.plain_text(), &fold(typed), &RowSet::live(columns));
        let found =
            found.iter().take(OFFERED).filter_map(|row| columns.id(row)).collect::<Vec<_>>();
        out.extend(found.into_iter().map(|record| name_candidate(&label(model, record))));
        return out;
    }
    let names = small_names(model, kind).into_iter();
    out.extend(names.filter_map(|(_, names)| names.first().map(|name| name_candidate(name))));
    out
}

fn word_candidate(word: &str) -> Candidate {
    Candidate { text: word.to_owned(), label: word.to_owned() }
}

fn name_candidate(name: &str) -> Candidate {
    Candidate { text: quoted(name), label: name.to_owned() }
}

fn reversed<'a>(words: &[&'a str]) -> Vec<&'a str> {
    words.iter().rev().copied().collect()
}

/// Those that contain what was typed, those that begin with it first.
fn matching(candidates: Vec<Candidate>, typed: &str) -> Vec<Candidate> {
    let typed = fold(typed);
    let likeness = |candidate: &Candidate| {
        let names = [fold(candidate.text.trim_start_matches('"')), fold(&candidate.label)];
        if names.iter().any(|name| name.starts_with(&typed)) {
            Some(0)
        } else {
            names.iter().any(|name| name.contains(&typed)).then_some(1)
        }
    };
    let mut found: Vec<(i32, Candidate)> =
        candidates.into_iter().filter_map(|it| Some((likeness(&it)?, it))).collect();
    found.sort_by_key(|(likeness, _)| *likeness);
    found.dedup_by(|a, b| a.1.text == b.1.text);
    found.into_iter().take(OFFERED).map(|(_, candidate)| candidate).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::{Campaign, Change, Fields as _, Id};

    fn model() -> Model {
        let campaigns = ["Computex 2026", "Foodex", "none"];
        let change = |(number, name): (usize, &&str)| {
            let id = Id::<Campaign>::new(uuid::Uuid::from_u128(number as u128 + 1));
            let campaign = Campaign { name: (*name).to_owned(), ..Campaign::default() };
            Change::creation(id.record(), campaign.to_row())
        };
        Model::default().after(&campaigns.iter().enumerate().map(change).collect::<Vec<_>>())
    }

    #[test]
    fn candidates_fit_the_place() {
        let model = model();
        let check = |typed: &str, expected: &[&str]| {
            let found = complete(&model, Kind::Lead, Lang::En, typed, typed.len());
            let results: Vec<String> = found
                .candidates
                .iter()
                .take(expected.len().max(1))
                .map(|it| format!("{}{}", &typed[..found.replaced.start], it.text))
                .collect();
            assert_eq!(results, expected, "{typed}");
        };
        check("sta", &["stage:", "stage_reason:", "stage_since:"]);
        check("王 -(gra", &["王 -(grade:"]);
        check("wake_on", &["wake_on:", "wake_on>=", "wake_on<=", "wake_on>", "wake_on<"]);
        check("stage:m", &["stage:mql", "stage:merged"]);
        check("stage:mql,s", &["stage:mql,sql"]);
        check("stage:mql,", &["stage:mql,unsorted"]);
        check("campaign:comp", &["campaign:\"Computex 2026\""]);
        check("campaign: \"Computex 20", &["campaign: \"Computex 2026\""]);
        check("campaign:no", &["campaign:\"none\"", "campaign:none"]);
        check("owner:", &["owner:me", "owner:none"]);
        check("grade>=B", &["grade>=B+", "grade>=B", "grade>=B-"]);
        check("phone:de", &["phone:dead"]);
        check("nonsense:x", &[]);
        check("stage:mql zzz", &[]);
    }

    #[test]
    fn quotes_stand_where_they_must() {
        for (text, expected) in [
            ("mql", "mql"),
            ("Computex 2026", "\"Computex 2026\""),
            ("none", "\"none\""),
            ("a\"b\\", "\"a\\\"b\\\\\""),
            ("", "\"\""),
        ] {
            assert_eq!(quoted(text), expected);
        }
    }

    proptest! {
        #[test]
        fn nothing_makes_it_panic(text in any::<String>(), signs in "[-:()\",=~> ：，“a王s]{0,20}", cursor in 0..30_usize) {
            let model = model();
            for text in [&text, &signs] {
                let found = complete(&model, Kind::Lead, Lang::ZhTw, text, cursor);
                prop_assert!(text.get(found.replaced).is_some());
            }
        }

        #[test]
        fn a_quoted_value_is_read_back(text in "[ -~王：，“”]{0,12}") {
            let written = format!("name:{}", quoted(&text));
            let mut scanner = Scanner::new(&written);
            prop_assert!(scanner.word().is_ok() && scanner.operator().is_some());
            prop_assert_eq!(scanner.value().map(|value| value.text).ok(), Some(text));
            prop_assert_eq!(scanner.at(), written.len());
        }
    }
}
