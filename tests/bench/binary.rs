//! The program itself.

use std::fs;

use super::{
    Result, Subject,
    figure::{Figure, Row},
    ground::Ground,
    process::PROGRAM,
};

pub const SUBJECT: Subject = Subject { name: "binary", measure };

fn measure(_: &Ground) -> Result<Vec<Row>> {
    let size = fs::metadata(PROGRAM)?.len();
    Ok(vec![Row::new("the program, with its fonts", "≤ 50 MB", Figure::Bytes(size))])
}
