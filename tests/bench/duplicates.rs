//! Pairs of leads and contacts that may be the same, in the whole base.

use super::{
    Result, Subject,
    figure::{Figure, Row},
    ground::Ground,
    process,
};

pub const SUBJECT: Subject = Subject { name: "duplicates", measure };

fn measure(ground: &Ground) -> Result<Vec<Row>> {
    let place = ground.copy("duplicates")?;
    let ran = process::run(&place, &["duplicates", "--json"])?;
    let found = Figure::Times(vec![ran.time]);
    Ok(vec![Row::new(
        "`duplicates --json`, from start to end of the program, once",
        "≤ 60 s",
        found,
    )])
}
