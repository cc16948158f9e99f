//! What recycling would do, without doing it.

use super::{Result, Subject, figure::Row, ground::Ground};

pub const SUBJECT: Subject = Subject { name: "pool", measure };

fn measure(_: &Ground) -> Result<Vec<Row>> {
    Ok(vec![Row::missing("dry run of the recycle rules over all leads", "≤ 1 s")])
}
