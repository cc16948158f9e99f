//! How much memory the program has.

use super::{
    Result, Subject,
    figure::{Figure, Row},
    ground::Ground,
    process,
};

pub const SUBJECT: Subject = Subject { name: "memory", measure };

fn measure(ground: &Ground) -> Result<Vec<Row>> {
    let place = ground.copy("memory")?;
    // The first run may still have something to write beside the workspace.
    process::run(&place, &["list", "lead", "--limit", "50"])?;
    let ran = process::run(&place, &["list", "lead", "--limit", "50"])?;
    let peak =
        ran.peak.map_or_else(|| Figure::Words("not told by the system".to_owned()), Figure::Bytes);
    Ok(vec![Row::new("`list lead --limit 50`: peak, resident", "≤ 450 MiB", peak)])
}
