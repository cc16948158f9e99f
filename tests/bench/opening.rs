//! From start to the first list: with the checkpoint of the columns, without it, and after a crash.

use std::{
    fs,
    path::Path,
    sync::mpsc::{self, Receiver, RecvTimeoutError},
    thread,
    time::{Duration, Instant},
};

use fairlead::{
    domain::{Kind, Timestamp},
    engine::{Crm, Env, Set},
    model::Watch,
    query::{self, ListQuestion, Viewer},
};
use serde_json::{Map, json};

use super::{
    Result, Subject,
    figure::{Figure, RUNS, Row, repeated, timed, times},
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
    let anew = (0..=COPIES).map(|_| opened_anew(&place)).collect::<Result<Vec<_>>>()?;
    let (first, whole) = anew.into_iter().skip(1).unzip();
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
        Row::new("without checkpoint, to the list of leads", "≤ 3 s", Figure::Times(first)),
        Row::new("without checkpoint, until everything is read", "", Figure::Times(whole)),
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

/// Opens a workspace without its checkpoint, as the window does: how long it takes to the first page of leads,
/// and until everything is read.
fn opened_anew(workspace: &Path) -> Result<(Duration, Duration)> {
    fs::remove_file(workspace.join(CHECKPOINT))?;
    let watch = Watch::eager();
    let (is_going_on, is_over) = mpsc::channel::<()>();
    let begun = Instant::now();
    let (first, whole, crm) = thread::scope(|scope| {
        let seen = watch.clone();
        let first = scope.spawn(move || first_page(&seen, &is_over).map(|()| begun.elapsed()));
        let crm = Crm::open_watched(workspace, Env::system(), &watch);
        let whole = begun.elapsed();
        drop(is_going_on);
        (first.join(), whole, crm)
    });
    crm?.close()?;
    let first = first.ok().flatten().ok_or("there was no list before the rest was read")?;
    Ok((first, whole))
}

/// Lists the first page as soon as leads are there; none if they never are.
fn first_page(watch: &Watch, is_over: &Receiver<()>) -> Option<()> {
    let model = loop {
        let waited = is_over.recv_timeout(Duration::from_millis(1));
        match (watch.early(), waited) {
            (Some(model), _) => break model,
            (None, Err(RecvTimeoutError::Timeout)) => {}
            (None, _) => return None,
        }
    };
    let sort = Some("-captured_at".to_owned());
    let question = ListQuestion { limit: Some(PAGE), sort, ..ListQuestion::all(Kind::Lead) };
    let viewer = Viewer::of(&model, None, Timestamp(0));
    query::list(&model, &viewer, &question, &|_| Ok(None)).ok().map(drop)
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
