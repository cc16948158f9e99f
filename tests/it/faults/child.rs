//! The program that is killed, kept out, or left without a disk: this test binary again.

use std::{env, fs, io::Write as _, path::Path};

use super::{Dice, READY, deeds::Worker};

/// Does nothing when the tests are run; see `program`.
#[test]
fn child() {
    let Ok(work) = env::var("FAULTS_WORK") else { return };
    let folder = env::var("FAULTS_FOLDER").unwrap();
    let folder = Path::new(&folder);
    match work.as_str() {
        "deeds" => work_until_killed(folder),
        other => panic!("no such work: {other}"),
    }
}

/// Says something to whoever started this program.
pub fn tell(text: &str) {
    // Not `println`: the harness would keep it to itself.
    std::io::stdout().write_all(format!("\n{text}\n").as_bytes()).unwrap();
}

/// Does deeds, without end or as many as asked for; then ends in good order or not.
fn work_until_killed(place: &Path) {
    let number = |name: &str| env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    let dice = Dice(number("FAULTS_SEED").unwrap_or_default());
    fs::create_dir_all(place.join("ws")).unwrap();
    let mut worker = Worker::start(place, dice);
    tell(READY);
    for _ in 0..number("FAULTS_DEEDS").unwrap_or(u64::MAX) {
        worker.act();
        tell("#did");
    }
    if env::var("FAULTS_CRASH").is_ok() {
        std::process::abort();
    }
    worker.crm.close().unwrap();
}
