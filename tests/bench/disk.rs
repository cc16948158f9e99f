//! How much of the disk a workspace takes, beside what is in it.

use super::{
    Result, Subject,
    figure::{Figure, Row},
    ground::{Ground, Open, size},
};

pub const SUBJECT: Subject = Subject { name: "disk", measure };

fn measure(ground: &Ground) -> Result<Vec<Row>> {
    let seconds = std::time::Duration::from_secs_f64(ground.seconds()?);
    let place = ground.workspace();
    let mut open = Open::of(&place)?;
    let report = open.crm.store_mut().check()?;
    let raw: u64 = report.trees.iter().map(|tree| tree.bytes).sum();
    open.crm.close()?;
    let taken = size(&place)?;
    Ok(vec![
        Row::new("`demo --leads N`: the sample is made", "≤ 2 min", Figure::Times(vec![seconds])),
        Row::new("records and history themselves", "", Figure::Bytes(raw)),
        Row::new("the workspace", "", Figure::Bytes(taken)),
        Row::new(
            "the workspace beside what is in it",
            "≤ 3 ×",
            Figure::Ratio(taken as f64 / raw as f64),
        ),
    ])
}
