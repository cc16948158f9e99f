//! What the window does, a line of JSON each, for those who measure it: `fairlead --trace FILE`.
//!
//! `window` when there is something to draw on, `open` with the milliseconds to the first usable list, `frame` with
//! its time on the processor, `wake` for a frame nobody asked for, `import` and `job` with how they went.
//! `at_ms` is when: milliseconds since the program began.

use std::{
    fs::{File, OpenOptions},
    io::Write as _,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use serde_json::{Value as Json, json};

use super::frame_time::Taken;

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
    pub fn new(path: Option<&Path>, begun: Instant) -> Result<Self> {
        let file = match path {
            Some(path) => {
                let file = OpenOptions::new().create(true).append(true).open(path);
                let file = file.map_err(|err| Error::file("@operation-write", path, err))?;
                Some((file, path.to_owned()))
            }
            None => None,
        };
        Ok(Self { file, begun, is_open: false })
    }

    /// Whether anyone wants to know.
    pub fn is_wanted(&self) -> bool {
        self.file.is_some()
    }

    /// There is something to draw on.
    pub fn window(&mut self) -> Result<()> {
        self.write(json!({"event": "window"}))
    }

    /// The first list that can be used is on the screen.
    pub fn opened(&mut self, leads: usize) -> Result<()> {
        if std::mem::replace(&mut self.is_open, true) {
            return Ok(());
        }
        let ms = self.begun.elapsed().as_millis() as u64;
        self.write(json!({"event": "open", "ms": ms, "leads": leads}))
    }

    /// A frame was drawn. `whole` is how long it took by the clock, drawing included, in seconds.
    pub fn frame(&mut self, taken: &Taken, whole: Option<f32>) -> Result<()> {
        let at = taken.at.saturating_duration_since(self.begun).as_millis() as u64;
        let (own, drawing) = (taken.own.as_micros() as u64, taken.drawing.as_micros() as u64);
        let whole = whole.map(|seconds| (seconds * 1e6) as u64);
        self.write(json!({
            "event": "frame", "at_ms": at, "cpu_us": own, "draw_us": drawing, "frame_us": whole,
        }))
    }

    /// A frame came without anything having happened.
    pub fn woken(&mut self) -> Result<()> {
        self.write(json!({"event": "wake"}))
    }

    /// A job ended.
    pub fn job(&mut self, job: &str, took: Duration) -> Result<()> {
        let ms = took.as_secs_f64() * 1e3;
        self.write(json!({"event": "job", "job": job, "ms": ms}))
    }

    /// Someone wants files to be looked at.
    pub fn import_asked(&mut self, files: usize) -> Result<()> {
        self.write(json!({"event": "import", "state": "asked", "files": files}))
    }

    /// The first rows of a file are there to be looked at.
    pub fn import_shown(&mut self) -> Result<()> {
        self.write(json!({"event": "import", "state": "shown"}))
    }

    /// Files were read and checked, and wait for a person.
    pub fn import_ready(&mut self, rows: usize) -> Result<()> {
        self.write(json!({"event": "import", "state": "ready", "rows": rows}))
    }

    /// An import began.
    pub fn import_started(&mut self, file: &str) -> Result<()> {
        self.write(json!({"event": "import", "state": "started", "file": file}))
    }

    /// An import ended well.
    pub fn import_done(&mut self, report: &ImportReport) -> Result<()> {
        self.write(json!({
            "event": "import", "state": "done", "file": report.file, "rows": report.rows,
            "new": report.new, "updated": report.updated, "skipped": report.skipped,
            "rejected": report.rejected, "seconds": report.seconds,
        }))
    }

    /// An import did not end well.
    pub fn import_failed(&mut self, file: &str, err: &Error) -> Result<()> {
        let (code, message) = (err.code(), err.to_string());
        self.write(json!({
            "event": "import", "state": "failed", "file": file, "code": code, "message": message,
        }))
    }

    /// Writes a line at once, so that it is there whatever happens next. After a failure nothing more
    /// is written.
    fn write(&mut self, mut event: Json) -> Result<()> {
        let Some((file, path)) = &mut self.file else { return Ok(()) };
        if let Some(fields) = event.as_object_mut() {
            let now = self.begun.elapsed().as_millis() as u64;
            fields.entry("at_ms").or_insert_with(|| now.into());
        }
        let written = writeln!(file, "{event}");
        let written = written.map_err(|err| Error::file("@operation-write", path, err));
        written.inspect_err(|_| self.file = None)
    }
}
