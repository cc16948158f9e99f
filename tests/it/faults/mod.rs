//! Faults survived. What is done to a workspace here, anyone may see happen at a fair: the battery is
//! empty, the program is killed, a stick has bad blocks, the disk is full, a second window is opened.
//!
//! The test binary starts itself as the program that is killed, see `child`; what it did and what must
//! therefore be there is written down in a `ledger`. Counts go to stderr past the test harness, so that
//! they are seen.

mod child;
mod deeds;
mod kill;
mod ledger;
#[cfg(target_os = "linux")]
mod power;
#[cfg(target_os = "linux")]
mod shim;
#[cfg(target_os = "linux")]
mod trace;

use std::{
    env, fs,
    io::{self, BufRead as _, BufReader, Write as _},
    path::Path,
    process::{Child, ChildStdout, Command, Stdio},
    sync::mpsc::{self, Receiver, RecvTimeoutError},
    thread,
    time::Duration,
};

/// What a child says when it is open and goes to work.
const READY: &str = "#ready";

/// No child takes as long as this, however busy the machine.
const PATIENCE: Duration = Duration::from_secs(300);

/// Says something past the test harness, which keeps to itself what a passing test prints.
fn say(text: &str) {
    io::stderr().write_all(format!("faults: {text}\n").as_bytes()).unwrap();
}

/// SplitMix64: what happens follows from a seed, so that it can happen again.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.roll() % end.max(1)
    }

    fn one_in(&mut self, count: u64) -> bool {
        self.below(count) == 0
    }
}

/// This binary as another program: runs `child::child` with a piece of work in a folder. What it says of
/// its end goes to the file `stderr` there.
fn program(work: &str, folder: &Path) -> Command {
    let mut command = Command::new(env::current_exe().unwrap());
    let log = fs::File::options().create(true).append(true).open(folder.join("stderr")).unwrap();
    command
        .args(["--exact", "faults::child::child", "--nocapture", "--test-threads=1"])
        .env("RUST_BACKTRACE", "0")
        .env("FAULTS_WORK", work)
        .env("FAULTS_FOLDER", folder)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(log);
    command
}

/// A program that was started and what it says.
struct Running {
    child: Child,
    lines: Receiver<String>,
    reader: thread::JoinHandle<()>,
}

/// What was heard of a program.
#[derive(Debug, PartialEq)]
enum Heard {
    Line(String),
    Nothing,
    End,
}

impl Running {
    fn start(mut command: Command) -> Self {
        let mut child = command.spawn().unwrap();
        let (sender, lines) = mpsc::channel();
        let output = child.stdout.take().unwrap();
        let reader = thread::Builder::new().name("child".to_owned());
        let reader = reader.spawn(move || read_lines(output, &sender)).unwrap();
        Self { child, lines, reader }
    }

    /// Waits for the next line that is meant for us.
    fn hear(&self, patience: Duration) -> Heard {
        match self.lines.recv_timeout(patience) {
            Ok(line) => Heard::Line(line),
            Err(RecvTimeoutError::Timeout) => Heard::Nothing,
            Err(RecvTimeoutError::Disconnected) => Heard::End,
        }
    }

    /// Kills it, whatever it is doing. False if it had ended by itself, and in which way is in `stderr`.
    fn kill(mut self) -> bool {
        // It may be over already: then there is nothing to kill, and its status says so.
        drop(self.child.kill());
        let status = self.child.wait().unwrap();
        self.reader.join().unwrap();
        status.code().is_none()
    }

    /// Waits for its end. True if all went well.
    fn end(mut self) -> bool {
        let status = self.child.wait().unwrap();
        self.reader.join().unwrap();
        status.success()
    }
}

fn read_lines(output: ChildStdout, sender: &mpsc::Sender<String>) {
    for line in BufReader::new(output).lines().map_while(Result::ok) {
        // The harness writes to the same line before and after.
        if let Some((_, said)) = line.split_once('#')
            && sender.send(format!("#{said}")).is_err()
        {
            return;
        }
    }
}

/// The last of what a child said of its end.
fn last_words(folder: &Path) -> String {
    let words = fs::read_to_string(folder.join("stderr")).unwrap_or_default();
    let lines: Vec<&str> = words.lines().collect();
    lines[lines.len().saturating_sub(30)..].join("\n")
}
