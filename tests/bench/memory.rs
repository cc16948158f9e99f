//! How much memory the program has, and for what.

use std::collections::BTreeMap;

use super::{
    Result, Subject,
    figure::{Figure, Row},
    ground::{Ground, Open},
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
    let open = Open::of(&place)?;
    let mut parts: BTreeMap<&str, u64> = BTreeMap::new();
    for part in open.crm.model().memory() {
        *parts.entry(part.of).or_default() += part.bytes as u64;
    }
    open.crm.close()?;
    let mut rows = vec![Row::new("`list lead --limit 50`: peak, resident", "≤ 450 MiB", peak)];
    for (kind, bytes) in parts {
        rows.push(Row::new(format!("of it columns and texts: {kind}"), "", Figure::Bytes(bytes)));
    }
    Ok(rows)
}
