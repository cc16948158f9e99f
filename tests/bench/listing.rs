//! Filter, sort, first page.

use fairlead::{domain::Kind, query::ListQuestion};

use super::{
    Result, Subject,
    figure::{Row, times},
    ground::{Ground, Open},
    rival,
};

pub const SUBJECT: Subject = Subject { name: "listing", measure };

/// A filter and an order, and the same question for SQLite.
const QUESTIONS: &[(&str, &str, &str)] = &[
    (
        "stage:mql",
        "-captured_at",
        "select id from lead where stage = 'mql' order by captured_at desc limit 50",
    ),
    ("stage:usable", "name", "select id from lead where stage = 'usable' order by name limit 50"),
    (
        "stage:sql grade>=B score>40",
        "-captured_at",
        "select id from lead where stage = 'sql' and grade >= 6 and score > 40 order by captured_at desc limit 50",
    ),
    ("", "name", "select id from lead order by name limit 50"),
    ("", "-captured_at", "select id from lead order by captured_at desc limit 50"),
];

/// How long a page should take.
const GOAL: &str = "≤ 10 ms";

fn measure(ground: &Ground) -> Result<Vec<Row>> {
    let open = Open::of(&ground.workspace())?;
    let db = rival::leads(ground)?;
    let mut rows = Vec::new();
    for (filter, sort, sql) in QUESTIONS {
        let question = ListQuestion {
            kind: Kind::Lead,
            filter: (*filter).to_owned(),
            sort: Some((*sort).to_owned()),
            limit: Some(50),
        };
        let what = match *filter {
            "" => format!("no filter, by `{sort}`"),
            filter => format!("`{filter}`, by `{sort}`"),
        };
        let page = times(|| open.list(&question))?;
        rows.push(Row::new(what.as_str(), GOAL, page));
        let page = times(|| -> Result<Vec<i64>> {
            let mut select = db.prepare(sql)?;
            let found = select.query_map([], |row| row.get(0))?;
            Ok(found.collect::<rusqlite::Result<_>>()?)
        })?;
        rows.push(Row::rival(&format!("SQLite, with indexes: {what}"), page));
    }
    open.crm.close()?;
    Ok(rows)
}
