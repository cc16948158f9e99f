//! Records on their way into a file.

use std::{path::PathBuf, sync::Arc};

use super::{
    App,
    list::{ListField, cell_text},
    news::News,
};
use crate::{
    domain::{Kind, RecordId},
    engine::Reader,
    error::{Error, Result},
    exchange,
    i18n::{Lang, text},
    model::Model,
    query::Viewer,
};

/// Records read at once.
const SLICE: usize = 1_000;

/// What is to be written.
pub struct Export {
    /// What sort of records.
    pub kind: Kind,
    /// Which, in their order.
    pub records: Vec<RecordId>,
    /// The fields, in their order.
    pub columns: Vec<String>,
}

/// Who reads the records, and for whom.
struct Writing {
    model: Arc<Model>,
    viewer: Viewer,
    lang: Lang,
    reader: Reader,
}

impl App {
    /// Asks where records are to be written, and writes them there beside the window.
    pub(super) fn export(&self, export: Export, frame: &eframe::Frame) {
        let Some(opened) = self.desk.opened() else { return };
        let lang = self.look.lang;
        let kind = text(lang, &format!("kind-{}-plural", export.kind.name()));
        let picked = rfd::AsyncFileDialog::new()
            .set_parent(frame)
            .set_title(text(lang, "export-title"))
            .set_file_name(format!("{kind}.csv"))
            .add_filter("CSV", &["csv"])
            .save_file();
        let viewer = self.viewer();
        let reader = opened.writer.reader();
        let writing = Writing { model: Arc::clone(&self.model), viewer, lang, reader };
        self.jobs.start("export", move |_| {
            let file = pollster::block_on(picked).map(|file| file.path().to_owned());
            News::Exported(file.map(|path| {
                let count = writing.write(&export, &path);
                count.map(|count| (count, path))
            }))
        });
    }

    /// Says that records were written.
    pub(super) fn take_export(&mut self, result: Option<Result<(usize, PathBuf)>>) {
        match result {
            Some(Ok((count, path))) => {
                let file = super::importing::name_of(&path);
                let args = [("count", count.into()), ("file", file.into())];
                let words = crate::i18n::text_with(self.look.lang, "toast-exported", &args);
                self.shell.toasts.add(super::shell::Toast::done(words.into_owned(), None));
            }
            Some(Err(err)) => self.complain(&err),
            None => {}
        }
    }
}

impl Writing {
    fn write(&self, export: &Export, path: &std::path::Path) -> Result<usize> {
        let Export { kind, records, columns } = export;
        let fields = columns.iter().filter_map(|name| ListField::of(&self.model, *kind, name));
        let fields: Vec<ListField> = fields.collect();
        let headers: Vec<String> =
            fields.iter().map(|field| field.label(&self.model, self.lang, *kind)).collect();
        let rows = records.chunks(SLICE).flat_map(|slice| match self.slice(slice, &fields) {
            Ok(rows) => rows.into_iter().map(Ok).collect::<Vec<_>>(),
            Err(err) => vec![Err(err)],
        });
        exchange::write_csv(path, &headers, rows)
    }

    fn slice(&self, records: &[RecordId], fields: &[ListField]) -> Result<Vec<Vec<String>>> {
        let rows =
            self.reader.rows(records.to_vec()).ok_or_else(|| Error::other("writer-gone"))??;
        let cells = rows.into_iter().map(|(record, row)| {
            let row = self.viewer.seen(&self.model, record, row);
            let at = (self.model.as_ref(), &self.viewer, self.lang);
            fields.iter().map(|field| cell_text(at, (record, &row), *field)).collect()
        });
        Ok(cells.collect())
    }
}
