//! Names in the order of another language.

use super::{Result, Subject, figure::Row, ground::Ground};

pub const SUBJECT: Subject = Subject { name: "language", measure };

fn measure(_: &Ground) -> Result<Vec<Row>> {
    Ok(vec![Row::missing("another language with its order of names", "≤ 2 s")])
}
