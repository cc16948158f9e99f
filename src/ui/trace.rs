//! What the window does, a line of JSON each, for those who measure it: `fairlead --trace FILE`.
//!
//! `open` with the milliseconds to the first usable list, `frame` with its time on the processor,
//! `wake` for a frame nobody asked for, `import` and `job` with how they went.

use std::{
    fs::{File, OpenOptions},
    io::Write as _,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use serde_json::{Value as Json, json};

use crate::{
    engine::ImportReport,
    error::{Error, Result},
};

/// Writes the events, if anyone wants them.
pub(super) struct Trace {
    file: Option<(File, PathBuf)>,
    begun: Instant,
    is_open: bool,
}

impl Trace {
    /// Appends to a file; without one nothing is written.
    pub fn new(path: Option<&Path>) -> Result<Self> {
        let file = match path {
            Some(path) => {
                let file = OpenOptions::new().create(true).append(true).open(path);
                let file = file.map_err(|err| Error::file("@operation-write", path, err))?;
                Some((file, path.to_owned()))
            }
            None => None,
        };
        Ok(Self { file, begun: Instant::now(), is_open: false })
    }

    /// The first list that can be used is on the screen.
    pub fn opened(&mut self, leads: usize) -> Result<()> {
        if std::mem::replace(&mut self.is_open, true) {
            return Ok(());
        }
        let ms = self.begun.elapsed().as_millis() as u64;
        self.write(&json!({"event": "open", "ms": ms, "leads": leads}))
    }

    /// A frame was drawn. `whole` is the time of the frame before, painting included, in seconds.
    pub fn frame(&mut self, begun: Instant, whole: Option<f32>) -> Result<()> {
        let ui = begun.elapsed().as_micros() as u64;
        let cpu = whole.map_or(ui, |seconds| (seconds * 1e6) as u64);
        self.write(&json!({"event": "frame", "cpu_us": cpu, "ui_us": ui}))
    }

    /// A frame came without anything having happened.
    pub fn woken(&mut self) -> Result<()> {
        self.write(&json!({"event": "wake"}))
    }

    /// A job ended.
    pub fn job(&mut self, job: &str, took: Duration) -> Result<()> {
        let ms = took.as_secs_f64() * 1e3;
        self.write(&json!({"event": "job", "job": job, "ms": ms}))
    }

    /// Files were read and checked, and wait for a person.
    pub fn import_ready(&mut self, rows: usize) -> Result<()> {
        self.write(&json!({"event": "import", "state": "ready", "rows": rows}))
    }

    /// An import began.
    pub fn import_started(&mut self, file: &str) -> Result<()> {
        self.write(&json!({"event": "import", "state": "started", "file": file}))
    }

    /// An import ended well.
    pub fn import_done(&mut self, report: &ImportReport) -> Result<()> {
        self.write(&json!({
            "event": "import", "state": "done", "file": report.file, "rows": report.rows,
            "new": report.new, "updated": report.updated, "skipped": report.skipped,
            "rejected": report.rejected, "seconds": report.seconds,
        }))
    }

    /// An import did not end well.
    pub fn import_failed(&mut self, file: &str, err: &Error) -> Result<()> {
        let (code, message) = (err.code(), err.to_string());
        self.write(&json!({
            "event": "import", "state": "failed", "file": file, "code": code, "message": message,
        }))
    }

    /// Writes a line at once, so that it is there whatever happens next. After a failure nothing more
    /// is written.
    fn write(&mut self, event: &Json) -> Result<()> {
        let Some((file, path)) = &mut self.file else { return Ok(()) };
        let written = writeln!(file, "{event}");
        let written = written.map_err(|err| Error::file("@operation-write", path, err));
        written.inspect_err(|_| self.file = None)
    }
}
