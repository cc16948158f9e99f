//! Workbooks that cannot be streamed: xls, xlsb and ods. They are read by a process of their own
//! (see `workbook_child`), so that one made to do harm, or one the library cannot cope with, takes
//! neither the window nor the data with it.

use std::{
    io::{self, BufRead as _, BufReader, Write as _},
    process::{Child, Command, Stdio},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
        mpsc::{self, RecvTimeoutError},
    },
    thread,
    time::{Duration, Instant},
};

use crate::{
    domain::{Draft, Layout},
    error::{Error, Result},
};

use super::{
    Options, Reader, Watch, archive_guard,
    grid::{self, Grid},
    source::Source,
    workbook_child::{ChildLimits, Said},
};

/// Reads workbooks of Excel 97 to 2003, and older ones.
pub const XLS: Reader = Reader {
    kind: "xls",
    detect: |sniff| {
        !sniff.is_ole_with("EncryptedPackage")
            && (sniff.is_ole_with("Workbook") || sniff.is_ole_with("Book"))
    },
    open: |source, options| open("xls", source, options),
};

/// Reads binary workbooks of Excel 2007 and later.
pub const XLSB: Reader = Reader {
    kind: "xlsb",
    detect: |sniff| sniff.holds("xl/workbook.bin"),
    open: |source, options| open("xlsb", source, options),
};

/// Reads workbooks of LibreOffice and others.
pub const ODS: Reader = Reader {
    kind: "ods",
    detect: |sniff| sniff.holds("mimetype") && sniff.holds("content.xml"),
    open: |source, options| open("ods", source, options),
};

/// A workbook larger than this is refused.
const LARGEST: u64 = 64 << 20;

/// How the command is called that makes this program read a workbook for another process.
pub const CHILD_COMMAND: &str = "read-workbook";

fn open(kind: &'static str, source: &Source, options: &Options) -> Result<Vec<Draft>> {
    source.at_most(LARGEST)?;
    if kind != "xls" {
        archive_guard::check(source)?;
    }
    let grids = Process::start(kind, source, options)?.read(source, &options.watch)?;
    grid::drafts(source, grids, &Layout { kind, ..Layout::default() }, options)
}

/// What reading a file may take: little for a small one, whatever it claims to hold. An honest ods of
/// 100,000 rows has 3 MB and takes 200 MB.
fn limits(size: u64) -> ChildLimits {
    let megabytes = size >> 20;
    ChildLimits { memory: ((160 + megabytes * 64) << 20).min(1 << 30), seconds: 4 + megabytes * 2 }
}

/// The process that reads a workbook.
struct Process {
    child: Arc<Mutex<Child>>,
    lines: BufReader<std::process::ChildStdout>,
    /// Whether it was ended because its time was over.
    is_overdue: Arc<AtomicBool>,
    /// Whose end tells the watcher that there is nothing to watch any more.
    _watched: mpsc::Sender<()>,
}

impl Process {
    fn start(kind: &str, source: &Source, options: &Options) -> Result<Self> {
        let failed = |error: io::Error| {
            Error::other("cannot-start-reader").with("path", source.name()).because(error)
        };
        let bytes = source.bytes()?;
        let limits = limits(source.size());
        let program = match &options.program {
            Some(program) => program.clone(),
            None => std::env::current_exe().map_err(failed)?,
        };
        let mut command = Command::new(program);
        command.arg(CHILD_COMMAND).arg(kind);
        command.args([limits.memory.to_string(), limits.seconds.to_string()]);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        without_a_window(&mut command);
        let mut child = command.spawn().map_err(failed)?;
        let (Some(mut input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(failed(io::ErrorKind::BrokenPipe.into()));
        };
        let child = Arc::new(Mutex::new(child));
        let is_overdue = Arc::new(AtomicBool::new(false));
        let (watched, ended) = mpsc::channel();
        let watcher = Watcher {
            child: Arc::clone(&child),
            is_overdue: Arc::clone(&is_overdue),
            // The limit is one of work: a busy computer may take longer.
            deadline: Instant::now() + Duration::from_secs(limits.seconds * 3),
            watch: options.watch.clone(),
        };
        let named = thread::Builder::new().name("watch-reader".to_owned());
        named.spawn(move || watcher.run(&ended)).map_err(failed)?;
        // It writes nothing before it has everything. If it dies meanwhile, its end says so.
        if input.write_all(&bytes).is_err() {
            end(&child);
        }
        Ok(Self { child, lines: BufReader::new(output), is_overdue, _watched: watched })
    }

    /// Takes what the process says, to its end.
    fn read(mut self, source: &Source, watch: &Watch) -> Result<Vec<Grid>> {
        let mut grids: Vec<Grid> = Vec::new();
        let mut line = Vec::new();
        loop {
            line.clear();
            let count = self.lines.read_until(b'\n', &mut line);
            if count.map_err(|error| source.failed(error))? == 0 {
                return Err(self.died(source, watch));
            }
            let text = line.trim_ascii_end();
            let is_row = text.starts_with(b"{\"number\":");
            match (is_row, grids.last_mut()) {
                (true, Some(grid)) => {
                    if !grid.push_packed(text) {
                        return Err(grid::too_much(source));
                    }
                    watch.count_row();
                }
                _ => match serde_json::from_slice(text) {
                    Ok(Said::Sheet(name)) => grids.push(Grid::new(name)),
                    Ok(Said::End) => return Ok(grids),
                    Ok(said) => return Err(refusal(source, said)),
                    Err(_) => return Err(self.died(source, watch)),
                },
            }
        }
    }

    /// The error for a process that came to no end.
    fn died(&self, source: &Source, watch: &Watch) -> Error {
        let error = match () {
            () if watch.is_stopped() => Error::unreadable("reading-stopped"),
            () if self.is_overdue.load(Ordering::Relaxed) => Error::unreadable("reader-too-slow"),
            () => Error::unreadable("reader-gave-up"),
        };
        error.with("path", source.name())
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        end(&self.child);
    }
}

fn refusal(source: &Source, said: Said) -> Error {
    let error = match said {
        Said::Locked => Error::unreadable("password-protected"),
        Said::Damaged(reason) => Error::unreadable("damaged-file").because(reason),
        Said::Sheet(_) | Said::End => Error::unreadable("damaged-file"),
    };
    error.with("path", source.name())
}

/// Ends the process if it is still there, and waits for it, so that nothing of it stays.
fn end(child: &Mutex<Child>) {
    let mut child = child.lock().unwrap_or_else(PoisonError::into_inner);
    // It may have ended by itself, which is what is wanted.
    drop(child.kill());
    drop(child.wait());
}

/// Ends a process that takes too long or that nobody wants any more.
struct Watcher {
    child: Arc<Mutex<Child>>,
    is_overdue: Arc<AtomicBool>,
    deadline: Instant,
    watch: Watch,
}

impl Watcher {
    fn run(&self, ended: &mpsc::Receiver<()>) {
        while ended.recv_timeout(Duration::from_millis(50)) == Err(RecvTimeoutError::Timeout) {
            let is_overdue = Instant::now() > self.deadline;
            if is_overdue || self.watch.is_stopped() {
                self.is_overdue.store(is_overdue, Ordering::Relaxed);
                end(&self.child);
                return;
            }
        }
    }
}

#[cfg(windows)]
fn without_a_window(command: &mut Command) {
    use std::os::windows::process::CommandExt as _;
    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    command.creation_flags(CREATE_NO_WINDOW);
}

#[cfg(not(windows))]
fn without_a_window(_: &mut Command) {}
