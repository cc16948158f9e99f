//! Leads counted by a field, for a tile of a dashboard.

use fairlead::{
    domain::{Kind, Lead},
    query::count_by,
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
    let model = open.crm.model();
    let rows: Vec<u32> = model.leads.rows().map(|row| row as u32).collect();
    let one = times(|| count_by(model, Kind::Lead, Lead::stage, &rows).ok_or("not resident"))?;
    let group = |sql: &'static str| {
        times(|| -> Result<usize> {
            let mut select = db.prepare(sql)?;
            Ok(select.query_map([], |row| row.get::<_, i64>(0))?.count())
        })
    };
    Ok(vec![
        Row::new("by stage", "≤ 5 ms", one),
        Row::rival(
            "SQLite, by stage, with an index",
            group("select count(*) from lead group by stage")?,
        ),
        Row::missing("by stage and owner", "≤ 8 ms"),
        Row::rival(
            "SQLite, by stage and owner",
            group("select count(*) from lead group by stage, owner")?,
        ),
    ])
}
