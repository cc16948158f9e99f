//! Words typed letter by letter: all hits counted and the first page given, after each letter.

use std::time::Duration;

use fairlead::{
    domain::Kind,
    query::{Filter, ListQuestion, Lookup, quoted, record_ids},
};
use rusqlite::Connection;

use super::{
    Result, Subject,
    figure::{RUNS, Row, percentile, repeated, timed, times},
    ground::{Ground, Open},
    rival,
};

pub const SUBJECT: Subject = Subject { name: "search", measure };

/// The words, one a line.
const WORDS: &str = include_str!("queries.txt");

/// Leads on a page.
const PAGE: usize = 50;

/// So common that nobody waits for the last hit: told apart.
const COMMON: &[&str] = &["a", "com"];

fn measure(ground: &Ground) -> Result<Vec<Row>> {
    let open = Open::of(&ground.workspace())?;
    let typed = keystrokes();
    let slowest = |percent| {
        repeated(RUNS, || -> Result<Duration> {
            let times = typed.iter().map(|text| timed(|| found(&open, text)).map(|(time, _)| time));
            Ok(percentile(&times.collect::<Result<Vec<_>>>()?, percent))
        })
    };
    let as_typed = |percent| {
        repeated(RUNS, || -> Result<Duration> {
            let words: Result<Vec<_>> = words().map(|word| typed_on(&open, word)).collect();
            Ok(percentile(&words?.concat(), percent))
        })
    };
    let mut rows = vec![
        Row::new("40 words letter by letter, each cold, all hits counted: p50", "", slowest(50)?),
        Row::new("the same: p95", "≤ 16 ms", slowest(95)?),
        Row::new(
            "the same as they are typed, each from the hits of the last: p50",
            "",
            as_typed(50)?,
        ),
        Row::new("the same: p95, as they are typed", "≤ 16 ms", as_typed(95)?),
    ];
    for text in COMMON {
        rows.push(Row::new(format!("`{text}` alone"), "", times(|| found(&open, text))?));
    }
    open.crm.close()?;
    rows.extend(in_sqlite(ground)?);
    Ok(rows)
}

fn found(open: &Open, text: &str) -> Result<usize> {
    let question =
        ListQuestion { filter: quoted(text), limit: Some(PAGE), ..ListQuestion::all(Kind::Lead) };
    Ok(open.list(&question)?.total)
}

/// How long each letter of a word takes when it is typed after the others.
fn typed_on(open: &Open, word: &str) -> Result<Vec<Duration>> {
    let lookup = Lookup::default();
    let (model, viewer) = (open.crm.model(), open.crm.viewer(open.actor));
    let mut times = Vec::new();
    for text in letters(word).filter(|text| !COMMON.contains(text)) {
        let (time, _) = timed(|| -> Result<_> {
            let (filter, _) = Filter::parse(Kind::Lead, &quoted(text), model, &viewer)?;
            let found = lookup.rows(&lookup.turn(), &filter, (model, &viewer), &open.reader())?;
            let rows = found.ok_or("a newer question came")?;
            let page: Vec<u32> = rows.iter().take(PAGE).map(|row| row as u32).collect();
            Ok((rows.count(), record_ids(model, Kind::Lead, &page)))
        })?;
        times.push(time);
    }
    Ok(times)
}

/// What stands in the search box after each letter of all words.
fn keystrokes() -> Vec<&'static str> {
    words().flat_map(letters).filter(|text| !COMMON.contains(text)).collect()
}

/// What stands there after each letter of a word.
fn letters(word: &str) -> impl Iterator<Item = &str> {
    let ends = word.char_indices().map(|(at, c)| at + c.len_utf8());
    let typed = ends.map(|end| &word[..end]);
    // A space at the end changes nothing.
    typed.filter(|text| !text.ends_with(' '))
}

fn words() -> impl Iterator<Item = &'static str> {
    WORDS.lines().filter(|line| !line.starts_with('#') && !line.is_empty())
}

/// Whole words only: a letter at a time would take SQLite minutes.
fn in_sqlite(ground: &Ground) -> Result<Vec<Row>> {
    let db = rival::leads(ground)?;
    let slowest = |words: &[&str], count: fn(&Connection, &str) -> Result<i64>| {
        repeated(1, || -> Result<Duration> {
            let times = words.iter().map(|word| timed(|| count(&db, word)).map(|(time, _)| time));
            Ok(percentile(&times.collect::<Result<Vec<_>>>()?, 95))
        })
    };
    let words: Vec<&str> = words().filter(|word| !COMMON.contains(word)).collect();
    let long: Vec<&str> = words.iter().copied().filter(|word| word.chars().count() >= 3).collect();
    Ok(vec![
        Row::rival("SQLite `LIKE`, whole words: p95", slowest(&words, like)?),
        Row::rival(
            "SQLite FTS5 trigram, those of three letters or more: p95",
            slowest(&long, trigram)?,
        ),
    ])
}

fn like(db: &Connection, text: &str) -> Result<i64> {
    let mut count = db.prepare("select count(*) from lead where text like '%' || ? || '%'")?;
    Ok(count.query_row([text], |row| row.get(0))?)
}

fn trigram(db: &Connection, text: &str) -> Result<i64> {
    let mut count = db.prepare("select count(*) from found where found match ?")?;
    Ok(count.query_row([format!("\"{text}\"")], |row| row.get(0))?)
}
