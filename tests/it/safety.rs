//! Damaged files are noticed, a second program is refused, a backup brings everything back.

use std::{
    collections::BTreeMap,
    fs,
    io::Write as _,
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
};

use fairlead::{
    domain::{Kind, RecordId, Row},
    engine::{Crm, Env},
    error::Result,
    model::{Model, Watch},
    store::{self, Store},
};
use serde_json::json;

use crate::fixture::{Fixture, crm};

/// How often a file is damaged, all in all.
const TIMES: usize = 300;

type Content = BTreeMap<RecordId, Row>;

fn filled() -> Fixture {
    let mut fixture = crm();
    let campaign = fixture.campaign("Computex 2026");
    for number in 0..60 {
        let long = "長".repeat(if number % 20 == 0 { 2_000 } else { 3 });
        let lead = fixture.lead_with(json!({
            "name": format!("王{number}"), "company": "大同", "campaign": campaign, "notes": long,
        }));
        fixture.command("qualify", json!({"lead": lead, "background": 2})).unwrap();
    }
    fixture
}

/// Everything in the workspace, read through every check there is.
fn read(folder: &Path) -> Result<Content> {
    let mut store = Store::open(folder)?;
    Model::load(&mut store, &Watch::default())?;
    let mut content = Content::new();
    for kind in store.kinds() {
        for entry in store.scan(kind)? {
            let (record, stored) = entry?;
            content.insert(record, stored.row);
        }
    }
    let report = store.check()?;
    if report.is_sound { Ok(content) } else { Err(fairlead::error::Error::storage("check-failed")) }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}

/// Bits flipped, pages zeroed, tails cut, in any file: it is said, or everything reads as before.
#[test]
fn damage_is_noticed_or_harmless_never_wrong() {
    let mut fixture = filled();
    fixture.crm.store_mut().checkpoint().unwrap();
    fixture.lead("after the checkpoint", "");
    let whole = tempfile::tempdir().unwrap();
    copy(fixture.folder(), whole.path());
    let before = read(whole.path()).unwrap();
    let whole = tempfile::tempdir().unwrap();
    copy(fixture.folder(), whole.path());
    drop(fixture);

    let mut random = 7_u64;
    let mut next = move |below: usize| {
        random =
            random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (random >> 33) as usize % below.max(1)
    };
    let (mut noticed, mut harmless) = (0, 0);
    let victims: Vec<PathBuf> = files(whole.path())
        .iter()
        .filter(|path| path.file_name().is_some_and(|name| name != "lock"))
        .filter(|path| fs::metadata(path).unwrap().len() > 0)
        .map(|path| path.strip_prefix(whole.path()).unwrap().to_owned())
        .collect();
    for victim in &victims {
        for time in 0..TIMES.div_ceil(victims.len()).max(6) {
            let folder = tempfile::tempdir().unwrap();
            copy(whole.path(), folder.path());
            let path = folder.path().join(victim);
            let mut bytes = fs::read(&path).unwrap();
            // Most of a journal is empty: what matters lies at its beginning.
            let used = bytes.iter().rposition(|byte| *byte != 0).unwrap_or(0) + 1;
            let at = next(used);
            match time % 3 {
                0 => bytes[at] ^= 1 << next(8),
                1 => bytes[at..].iter_mut().take(4_096).for_each(|byte| *byte = 0),
                _ => bytes.truncate(at),
            }
            fs::write(&path, &bytes).unwrap();
            match catch_unwind(AssertUnwindSafe(|| read(folder.path()))).expect("no panic") {
                Err(_) => noticed += 1,
                Ok(content) => {
                    assert_eq!(
                        content,
                        before,
                        "wrong data after damage {time} at {at} of {}",
                        victim.display()
                    );
                    harmless += 1;
                }
            }
        }
    }
    assert!(noticed > 0);
    let said = format!(
        "damage: {} times in {} files: {noticed} noticed, {harmless} harmless, 0 wrong\n",
        noticed + harmless,
        victims.len()
    );
    std::io::stderr().write_all(said.as_bytes()).unwrap();
}

#[test]
fn a_second_program_is_told_who_holds_the_workspace() {
    let fixture = crm();
    let refused = Crm::open(fixture.folder(), Env::system()).err().unwrap();
    assert_eq!((refused.code(), refused.class().exit_status()), ("locked", 5));
    assert!(refused.to_string().contains(&std::process::id().to_string()), "{refused}");
}

#[test]
fn a_newer_workspace_is_refused_and_not_written() {
    let fixture = crm();
    let folder = tempfile::tempdir().unwrap();
    copy(fixture.folder(), folder.path());
    let path = folder.path().join("MANIFEST");
    let text = fs::read_to_string(&path).unwrap().replace("\"format\": 1", "\"format\": 9");
    let json = text.trim_end().rsplit_once('\n').unwrap().0.to_owned();
    fs::write(&path, format!("{json}\n{:08x}\n", crc32fast::hash(json.as_bytes()))).unwrap();
    let before = files(folder.path()).len();
    let refused = Crm::open(folder.path(), Env::system()).err().unwrap();
    assert_eq!((refused.code(), files(folder.path()).len()), ("newer-workspace", before));
}

#[test]
fn a_backup_brings_everything_back_and_a_damaged_one_nothing() {
    let mut fixture = filled();
    let before = fixture.content();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("all.flbak");
    let report = fixture.crm.store_mut().backup(&file).unwrap();
    assert!(report.files >= 1 && report.entries > 60);
    let place = folder.path().join("restored");
    assert_eq!(store::restore(&file, &place).unwrap(), None);
    let mut restored = Store::open(&place).unwrap();
    let leads = restored.scan(Kind::Lead).unwrap().collect::<Result<Vec<_>>>().unwrap();
    assert_eq!(leads.len(), before.keys().filter(|record| record.kind == Kind::Lead).count());
    assert!(leads.iter().all(|(record, stored)| before[record] == stored.row));
    assert!(restored.check().unwrap().is_sound);
    restored.close().unwrap();

    let mut bytes = fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&file, bytes).unwrap();
    assert_eq!(store::restore(&file, &place).err().unwrap().code(), "damaged-backup");
    assert!(Store::open(&place).is_ok());
}
