//! The program as a person starts it.

use std::{
    fs,
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use super::Result;

/// The program under test.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_fairlead");

/// What became of a run.
pub struct Ran {
    /// From start to end.
    pub time: Duration,
    /// The most memory it had, in bytes; none where the system does not say.
    pub peak: Option<u64>,
}

/// Runs the program on a workspace to its end.
pub fn run(workspace: &Path, arguments: &[&str]) -> Result<Ran> {
    let said = tempfile::NamedTempFile::new()?;
    let mut command = Command::new(PROGRAM);
    command.arg("--data").arg(workspace).args(arguments).stdin(Stdio::null());
    command.stdout(Stdio::null()).stderr(said.reopen()?);
    let started = Instant::now();
    let mut child = command.spawn()?;
    let peak = watched(&child);
    let status = child.wait()?;
    let time = started.elapsed();
    if !status.success() {
        let said = fs::read_to_string(said.path())?;
        return Err(format!("fairlead {}: {status}: {said}", arguments.join(" ")).into());
    }
    Ok(Ran { time, peak })
}

/// What the program answers as JSON.
pub fn answer(workspace: &Path, arguments: &[&str]) -> Result<serde_json::Value> {
    let mut command = Command::new(PROGRAM);
    command.arg("--data").arg(workspace).args(arguments).stdin(Stdio::null());
    let answered = command.output()?;
    if !answered.status.success() {
        let said = String::from_utf8_lossy(&answered.stderr).into_owned();
        return Err(format!("fairlead {}: {said}", arguments.join(" ")).into());
    }
    Ok(serde_json::from_slice(&answered.stdout)?)
}

/// The most memory a process has until it ends. The system forgets it with the process, so that it is
/// asked again and again; that it only ever grows makes the last answer a good one.
fn watched(child: &Child) -> Option<u64> {
    let place = format!("/proc/{}/status", child.id());
    let mut peak = None;
    while let Ok(status) = fs::read_to_string(&place) {
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        // A process that has ended has no memory any more.
        let Some(kilobytes) = line.and_then(|line| line.trim().strip_suffix(" kB")) else { break };
        peak = kilobytes.parse::<u64>().ok().map(|kilobytes| kilobytes << 10);
        std::thread::park_timeout(Duration::from_millis(2));
    }
    peak
}
