//! Where a file of records goes, and how it is written beside the window.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, Instant},
};

use crate::{
    domain::{Kind, RecordId, Row},
    engine::{NoteExport, Reader, Request},
    error::{Error, Result},
    exchange::{self, Format, Table},
    i18n::{Lang, text, text_with},
    jobs::Cancel,
    model::{Model, Watch},
    query::Viewer,
    ui::{App, importing::name_of, news::News, shell::Toast},
};

/// Records read at once.
const SLICE: usize = 1_000;

/// How often the window is told how far it is.
const BEAT: Duration = Duration::from_millis(100);

/// What is to be written.
pub struct Export {
    /// What sort of records.
    pub kind: Kind,
    /// Which, in their order.
    pub records: Vec<RecordId>,
    /// In which format.
    pub format: Format,
    /// The fields, in their order; all there are if none is named.
    pub columns: Vec<String>,
    /// The filter by which they were found.
    pub filter: String,
    /// Whether they were picked one by one.
    pub is_picked: bool,
}

/// The file that is being written, if one is.
#[derive(Default)]
pub(in crate::ui) struct Exports(Option<Writing>);

/// A file that is being written.
pub(in crate::ui) struct Writing {
    watch: Watch,
    /// What the history will say of it.
    noted: NoteExport,
    /// When it was asked for.
    pub begun: Instant,
    /// Whether the person has asked for it to stop.
    pub is_cancelled: bool,
}

impl Exports {
    /// The file that is being written; none while the person still says where it goes.
    pub fn going(&self) -> Option<&Writing> {
        self.0.as_ref().filter(|writing| writing.progress().is_some())
    }
}

impl Writing {
    /// Records written, and how many there are.
    pub fn progress(&self) -> Option<(u64, u64)> {
        let (done, of) = self.watch.progress();
        (of > 0).then_some((done as u64, of as u64))
    }
}

/// Who reads the records, and for whom.
struct Source {
    model: Arc<Model>,
    viewer: Viewer,
    lang: Lang,
    reader: Reader,
}

impl App {
    /// Asks where records are to be written, and writes them there beside the window.
    pub(in crate::ui) fn export(&mut self, export: Export, frame: &eframe::Frame) {
        let Some(opened) = self.desk.opened().filter(|_| self.exports.0.is_none()) else { return };
        let lang = self.look.lang;
        let (format, ending) = (export.format, export.format.ending());
        let kind = text(lang, &format!("kind-{}-plural", export.kind.name()));
        let (name, folder) = (format!("{kind}.{ending}"), self.options.save_to.clone());
        let asked = folder.is_none().then(|| {
            rfd::AsyncFileDialog::new()
                .set_parent(frame)
                .set_title(text(lang, "export-title"))
                .set_file_name(&name)
                .add_filter(text(lang, &format!("export-{ending}")), &[ending])
                .save_file()
        });
        let (model, viewer) = (Arc::clone(&self.model), self.viewer());
        let source = Source { model, viewer, lang, reader: opened.writer.reader() };
        let (watch, post) = (Watch::default(), self.jobs.post());
        let (seen, noted) = (watch.clone(), export.noted());
        self.jobs.start("export", move |_: &Cancel| {
            let picked = asked.and_then(pollster::block_on).map(|file| file.path().to_owned());
            let path = picked.or_else(|| Some(folder?.join(name)));
            let wake = move || post.wake();
            News::Exported(path.map(|path| {
                let path = with_ending(path, format);
                let count = source.write_whole(&export, &path, (&seen, &wake));
                count.map(|count| (count, path))
            }))
        });
        self.exports.0 = Some(Writing { watch, noted, begun: Instant::now(), is_cancelled: false });
    }

    /// Asks the writing to stop.
    pub(in crate::ui) fn cancel_export(&mut self) {
        if let Some(writing) = &mut self.exports.0 {
            writing.watch.cancel();
            writing.is_cancelled = true;
        }
    }

    /// The writing came to no end.
    pub(in crate::ui) fn export_is_broken(&mut self) {
        self.exports.0 = None;
    }

    /// Says that records were written, and notes it in the history.
    pub(in crate::ui) fn take_export(&mut self, result: Option<Result<(usize, PathBuf)>>) {
        let writing = self.exports.0.take();
        match (result, writing) {
            (Some(Err(_)), Some(writing)) if writing.is_cancelled => {}
            (Some(Ok(written)), Some(writing)) => {
                let noted = NoteExport { records: written.0 as u64, ..writing.noted };
                let request = Request::Run(noted.into());
                self.desk.request(self.jobs.post(), request, News::Noted);
                self.take_written(Ok(written));
            }
            (Some(result), _) => self.take_written(result),
            (None, _) => {}
        }
    }

    /// Says that rows were written into a file.
    pub(in crate::ui) fn take_written(&mut self, result: Result<(usize, PathBuf)>) {
        match result {
            Ok((count, path)) => {
                let args = [("count", count.into()), ("file", name_of(&path).into())];
                let words = text_with(self.look.lang, "toast-exported", &args);
                self.shell.toasts.add(Toast::done(words.into_owned(), None));
            }
            Err(err) => self.complain(&err),
        }
    }
}

impl Export {
    fn noted(&self) -> NoteExport {
        NoteExport {
            kind: self.kind,
            records: self.records.len() as u64,
            format: self.format.ending().to_owned(),
            filter: self.filter.clone(),
            picked: self.is_picked,
        }
    }
}

/// The path with the ending of its format, which a person may have left out.
fn with_ending(path: PathBuf, format: Format) -> PathBuf {
    match Format::of_path(&path) {
        Ok(named) if named == format => path,
        _ => added(&path, format.ending()),
    }
}

fn added(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    PathBuf::from(name)
}

impl Source {
    /// Writes the records beside the file, which is replaced only when all are written.
    fn write_whole(
        &self,
        export: &Export,
        path: &Path,
        heard: (&Watch, &dyn Fn()),
    ) -> Result<usize> {
        let part = added(path, "part");
        let written = self.write(export, &part, heard).and_then(|count| {
            let named = fs::rename(&part, path);
            named.map_err(|err| Error::file("@operation-write", path, err)).map(|()| count)
        });
        if written.is_err() && part.exists() {
            fs::remove_file(&part).map_err(|err| Error::file("@operation-write", &part, err))?;
        }
        written
    }

    fn write(
        &self,
        export: &Export,
        path: &Path,
        (watch, wake): (&Watch, &dyn Fn()),
    ) -> Result<usize> {
        let Export { kind, records, format, columns, .. } = export;
        let looking = (self.model.as_ref(), &self.viewer, self.lang);
        let table = Table::all(looking, *kind, columns)?;
        let since = self.reader.ask(|store| Ok(store.last_sequence()))?;
        let (of, mut done, mut beat) = (records.len(), 0, Instant::now());
        watch.note((0, of));
        let rows = records.chunks(SLICE).flat_map(|slice| {
            done += slice.len();
            watch.note((done, of));
            if beat.elapsed() > BEAT {
                beat = Instant::now();
                wake();
            }
            match watch.goes_on().and_then(|()| self.slice(slice)) {
                Ok(rows) => rows.into_iter().map(Ok).collect::<Vec<_>>(),
                Err(err) => vec![Err(err)],
            }
        });
        exchange::export(path, *format, (&table, since), rows)
    }

    fn slice(&self, records: &[RecordId]) -> Result<Vec<(RecordId, Row)>> {
        let rows = self.reader.rows(records.to_vec());
        let rows = rows.ok_or_else(|| Error::other("writer-gone"))??;
        let seen = |(record, row)| (record, self.viewer.seen(&self.model, record, row));
        Ok(rows.into_iter().map(seen).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_the_ending_of_its_format() {
        for (path, format, expected) in [
            ("/stick/Leads.xlsx", Format::Xlsx, "/stick/Leads.xlsx"),
            ("/stick/Leads.CSV", Format::Csv, "/stick/Leads.CSV"),
            ("/stick/Leads", Format::Vcf, "/stick/Leads.vcf"),
            ("/stick/Leads 1.5", Format::Csv, "/stick/Leads 1.5.csv"),
            ("/stick/Leads.csv", Format::Jsonl, "/stick/Leads.csv.jsonl"),
        ] {
            assert_eq!(with_ending(path.into(), format), Path::new(expected));
        }
    }
}
