//! From start to the first list: with the checkpoint of the columns, without it, and after a crash.

use std::{fs, path::Path, time::Duration};

use fairlead::{domain::Kind, engine::Set, query::ListQuestion};
use serde_json::{Map, json};

use super::{
    Result, Subject,
    figure::{RUNS, Row, repeated, timed, times},
    ground::{Ground, Open, copied},
    process,
};

pub const SUBJECT: Subject = Subject { name: "opening", measure };

/// Changes that are in the journal alone when the program is killed.
const CHANGES: usize = 50_000;

/// Records that one command changes at most without becoming a large one.
const SMALL: usize = 1_000;

/// Leads on a page.
const PAGE: usize = 50;

/// Runs where each takes long, or needs a copy of the workspace.
const COPIES: usize = 3;

/// The file that keeps what is in memory.
const CHECKPOINT: &str = "columns.cache";

fn measure(ground: &Ground) -> Result<Vec<Row>> {
    let place = ground.copy("opening")?;
    let with = repeated(RUNS, || first_list(&place))?;
    let page = PAGE.to_string();
    let listed = times(|| process::run(&place, &["list", "lead", "--limit", &page]))?;
    let without = repeated(COPIES, || {
        fs::remove_file(place.join(CHECKPOINT))?;
        first_list(&place)
    })?;
    let killed = ground.scratch("opening-killed");
    let changes = kill(&place, &killed)?;
    let after = repeated(COPIES, || first_list(&copied(&killed, &place)?))?;
    let after_kill = format!(
        "after kill -9, with {} changes to replay",
        fairlead::i18n::grouped(changes as u64)
    );
    Ok(vec![
        Row::new("open to the first list, with checkpoint", "≤ 0.6 s", with),
        Row::new("`list lead --limit 50`: from start to end of the program", "", listed),
        Row::new("without checkpoint", "≤ 3 s", without),
        Row::new(after_kill, "≤ 1.5 s", after),
    ])
}

/// Opens a workspace and lists the first page. Closing it is not part of the time.
fn first_list(workspace: &Path) -> Result<Duration> {
    let (time, open) = timed(|| -> Result<Open> {
        let open = Open::of(workspace)?;
        let question = ListQuestion { limit: Some(PAGE), ..ListQuestion::all(Kind::Lead) };
        open.list(&question)?;
        Ok(open)
    })?;
    open.crm.close()?;
    Ok(time)
}

/// What is on the disk when the program is killed after many commands. Gives how many changes they were.
fn kill(workspace: &Path, killed: &Path) -> Result<usize> {
    let mut open = Open::of(workspace)?;
    let ids = open.changeable_leads(CHANGES)?;
    for (number, ids) in ids.chunks(SMALL).enumerate() {
        let values = Map::from_iter([("supplier".to_owned(), json!(format!("Supplier {number}")))]);
        open.run(Set { kind: Kind::Lead, ids: ids.to_vec(), values })?;
    }
    copied(workspace, killed)?;
    open.crm.close()?;
    Ok(ids.len())
}
