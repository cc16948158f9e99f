//! Leads counted by a field, for a tile of a dashboard.

use fairlead::{
    domain::{Kind, RecordId},
    error::Error,
    model::Model,
    query::{Grouping, RowSet},
};

use super::{
    Result, Subject,
    figure::{Row, times},
    ground::{Ground, Open},
    rival,
};

pub const SUBJECT: Subject = Subject { name: "grouping", measure };

fn measure(ground: &Ground) -> Result<Vec<Row>> {
    let open = Open::of(&ground.workspace())?;
    let db = rival::leads(ground)?;
    let model: &Model = open.crm.model();
    let (rows, viewer) = (RowSet::live(&model.leads), open.crm.viewer(None));
    // All of it is in memory.
    let read = |_: RecordId| Err(Error::other("read"));
    let counted = |by: &str, and: Option<&str>| {
        let grouping = Grouping::parse(Kind::Lead, (by, and), None, model)?;
        times(|| grouping.groups(model, &viewer, &rows, &read))
    };
    let group = |sql: &'static str| {
        times(|| -> Result<usize> {
            let mut select = db.prepare(sql)?;
            Ok(select.query_map([], |row| row.get::<_, i64>(0))?.count())
        })
    };
    Ok(vec![
        Row::new("by stage", "≤ 5 ms", counted("stage", None)?),
        Row::new("by month of capture", "≤ 5 ms", counted("captured_at.month", None)?),
        Row::rival(
            "SQLite, by stage, with an index",
            group("select count(*) from lead group by stage")?,
        ),
        Row::new("by stage and owner", "≤ 8 ms", counted("stage", Some("owner"))?),
        Row::rival(
            "SQLite, by stage and owner",
            group("select count(*) from lead group by stage, owner")?,
        ),
    ])
}
