//! The power is cut at any place: what was said to be saved is there.

use std::{fs, path::Path, process::Stdio, time::Duration};

use super::{
    Dice, deeds, last_words,
    ledger::Ledger,
    program, say,
    shim::shim,
    trace::{Disk, Trace},
};

/// Programs whose work is written down.
const TRACES: u64 = 4;

/// Cuts in the work of each.
const CUTS: usize = 50;

/// Starts of the program in one trace; all but the last are killed, so that recoveries are cut too.
const SESSIONS: u64 = 4;

/// Deeds of one start.
const DEEDS: u64 = 16;

#[derive(Default)]
struct Counts {
    cuts: usize,
    events: usize,
    acknowledged: usize,
    present: usize,
    slowest: Duration,
    failed: Vec<String>,
}

#[test]
fn a_power_cut_loses_nothing_that_was_said_to_be_saved() {
    let tools = tempfile::tempdir().unwrap();
    let Some(shim) = shim(tools.path()) else { return };
    let mut counts = Counts::default();
    for seed in 0..TRACES {
        cut_anywhere(&mut Dice(0xdead_ba77 + seed), &shim, &mut counts);
    }
    say(&format!(
        "{} power cuts in {TRACES} traces of {} operations: {} commands acknowledged before them, {} \
         workspaces not as they must be; {} commands present though not acknowledged; slowest opening {} ms",
        counts.cuts,
        counts.events,
        counts.acknowledged,
        counts.failed.len(),
        counts.present,
        counts.slowest.as_millis()
    ));
    assert!(counts.failed.is_empty(), "{}", counts.failed.join("\n"));
}

fn cut_anywhere(dice: &mut Dice, shim: &Path, counts: &mut Counts) {
    let desk = tempfile::tempdir().unwrap();
    let place = desk.path().join("place");
    fs::create_dir(&place).unwrap();
    let path = desk.path().join("trace");
    for session in 1..=SESSIONS {
        let mut command = program("deeds", &place);
        command
            .env("LD_PRELOAD", shim)
            .env("SHIM_FOLDER", &place)
            .env("SHIM_TRACE", &path)
            .env("FAULTS_SEED", dice.roll().to_string())
            .env("FAULTS_DEEDS", DEEDS.to_string())
            .stdout(Stdio::null());
        if session < SESSIONS {
            command.env(
                "SHIM_KILL",
                (50 + dice.below(if session == 1 { 400 } else { 500 })).to_string(),
            );
        }
        let status = command.status().unwrap();
        assert!(status.code().is_none_or(|code| code == 0), "{}", last_words(&place));
    }
    let trace = Trace::read(&path);
    let mut places: Vec<usize> =
        (0..CUTS).map(|_| 1 + dice.below(trace.len() as u64) as usize).collect();
    places.sort_unstable();
    counts.events += trace.len();
    let mut disk = Disk::of(&trace);
    for (number, cut) in places.into_iter().enumerate() {
        disk.play_to(cut);
        let left = desk.path().join(format!("cut {number}"));
        fs::create_dir(&left).unwrap();
        let ledger = Ledger::of(&disk.cut(dice, &place, &left, "/ledger"));
        look(&left.join("ws"), ledger, counts).unwrap_or_else(|reason| {
            counts.failed.push(format!("cut at {cut} of {}: {reason}", trace.len()));
        });
        fs::remove_dir_all(&left).unwrap();
    }
}

fn look(folder: &Path, mut ledger: Ledger, counts: &mut Counts) -> Result<(), String> {
    counts.cuts += 1;
    counts.acknowledged += ledger.acknowledged;
    ledger.present = 0;
    ledger.slowest = Duration::ZERO;
    let (crm, lines) = deeds::open(folder, &ledger)?;
    for line in lines {
        ledger.note(&line);
    }
    counts.present += ledger.present;
    counts.slowest = counts.slowest.max(ledger.slowest);
    crm.close().map_err(|err| format!("not closed: {err:?}"))?;
    // What was found is there for good; one in four is looked at again.
    if counts.cuts.is_multiple_of(4) { deeds::open(folder, &ledger).map(drop) } else { Ok(()) }
}
