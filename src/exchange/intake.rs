//! What a person hands over: a file, or a folder of files. Each file is kept with the workspace.

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
    sync::Arc,
    thread::{self, JoinHandle},
};

use super::{
    Adjustments, Mark, Options, StageOptions, Wish, archive::left_out, open, source::unreadable,
    staging::stage,
};
use crate::{
    domain::Draft,
    engine::{ImportJob, ImportOptions},
    error::{Error, Result},
    store,
};

/// More files than this in a folder are not read.
const MOST_FILES: usize = 500;

/// Folders within folders deeper than this are not looked into.
const DEEPEST: usize = 8;

/// Files that have been opened, and nothing more.
#[derive(Debug)]
pub struct Opened {
    tables: Vec<(PathBuf, Draft)>,
}

/// What a person said of one of the tables of what was opened.
#[derive(Clone, Debug, Default)]
pub struct TableOptions {
    /// Which table, counted from 0.
    pub place: usize,
    /// What was said of its columns.
    pub wishes: Vec<Wish>,
    /// What was put right.
    pub adjustments: Arc<Adjustments>,
    /// The content of its file when it was looked at, as its hash.
    pub hash: String,
}

/// Opens a file, or all files of a folder. Files of a folder that cannot be read are left out, and
/// the notes of the first table say so.
///
/// # Errors
/// When the file cannot be read, or none of the folder.
pub fn open_path(path: &Path, options: &Options) -> Result<Opened> {
    let (mut tables, mut notes) = (Vec::new(), Vec::new());
    let options = &Options { is_among_others: path.is_dir(), ..options.clone() };
    for file in files(path)? {
        match open(&file, options) {
            Ok(drafts) => tables.extend(drafts.into_iter().map(|draft| (file.clone(), draft))),
            Err(error) if file == path => return Err(error),
            Err(_) => notes.push(left_out(&file.display().to_string())),
        }
    }
    let Some((_, first)) = tables.first_mut() else {
        let names: Vec<String> = notes.into_iter().take(20).map(|note| note.value).collect();
        return Err(Error::unreadable("no-cards-inside")
            .with("path", path)
            .with("files", names.join("; ")));
    };
    first.notes.append(&mut notes);
    Ok(Opened { tables })
}

/// Makes an import of each table of a file or a folder. The files are kept with the workspace in
/// `workspace`, unless it is a dry run.
///
/// # Errors
/// As [`open_path`] and [`Opened::staged`]; nothing was written then.
pub fn stage_path(workspace: &Path, path: &Path, options: &StageOptions) -> Result<Vec<ImportJob>> {
    open_path(path, &options.read)?.staged(workspace, options)
}

impl Opened {
    /// Tables that were read already, each with its file.
    pub fn of(tables: Vec<(PathBuf, Draft)>) -> Self {
        Self { tables }
    }

    /// Makes an import of each table of which a person said something; the others are left out. The files
    /// are kept with the workspace in `workspace`.
    ///
    /// # Errors
    /// `file-changed-since` if a file is not what was looked at; else as [`Opened::staged`].
    pub fn staged_as(
        self,
        workspace: &Path,
        options: &StageOptions,
        said: &[TableOptions],
    ) -> Result<Vec<ImportJob>> {
        let mut jobs = Vec::with_capacity(said.len());
        let mut kept: Option<(PathBuf, String)> = None;
        for (place, (file, draft)) in self.tables.into_iter().enumerate() {
            let Some(table) = said.iter().find(|table| table.place == place) else { continue };
            let hash = match kept.take() {
                Some((last, hash)) if last == file => hash,
                _ => keep_source(workspace, &file)?,
            };
            if hash != table.hash {
                return Err(Error::unreadable("file-changed-since").with("path", &*file));
            }
            kept = Some((file.clone(), hash.clone()));
            let options = StageOptions {
                wishes: table.wishes.clone(),
                adjustments: Arc::clone(&table.adjustments),
                import: ImportOptions { file_hash: hash, ..options.import.clone() },
                ..options.clone()
            };
            jobs.push(stage(&file, draft, &options)?);
        }
        Ok(jobs)
    }

    /// Takes out the tables of files that were handed out and have come back.
    pub fn take_returned(&mut self) -> Vec<(PathBuf, Draft)> {
        self.tables.extract_if(.., |(_, draft)| Mark::in_draft(draft).is_some()).collect()
    }

    /// The tables, each with its file: for a preview.
    pub fn into_tables(self) -> Vec<(PathBuf, Draft)> {
        self.tables
    }

    /// Makes an import of each table.
    ///
    /// # Errors
    /// `file-comes-back` if one was handed out by this program: importing it would make new people of
    /// those it speaks of. Else when a file cannot be read or kept.
    pub fn staged(self, workspace: &Path, options: &StageOptions) -> Result<Vec<ImportJob>> {
        let mut kept: Option<(PathBuf, String)> = None;
        let is_one = self.tables.len() == 1;
        let mut jobs = Vec::with_capacity(self.tables.len());
        for (file, draft) in self.tables {
            if Mark::in_draft(&draft).is_some() {
                return Err(Error::refused("file-comes-back").with("path", &*file));
            }
            if is_one && !options.import.is_dry_run {
                let keeping = Keeping::begin(workspace, &file)?;
                jobs.push(stage(&file, draft, options)?.beside(|| keeping.finish()));
                continue;
            }
            let hash = match kept.take() {
                _ if options.import.is_dry_run => String::new(),
                Some((last, hash)) if last == file => hash,
                _ => keep_source(workspace, &file)?,
            };
            kept = Some((file.clone(), hash.clone()));
            let import = ImportOptions { file_hash: hash, ..options.import.clone() };
            jobs.push(stage(&file, draft, &StageOptions { import, ..options.clone() })?);
        }
        Ok(jobs)
    }
}

/// A source file being kept with the workspace, beside the import of what is in it.
struct Keeping(Option<JoinHandle<Result<String>>>);

impl Keeping {
    fn begin(workspace: &Path, path: &Path) -> Result<Self> {
        let (folder, path) = (workspace.to_owned(), path.to_owned());
        let thread = thread::Builder::new().name("keep-source".to_owned());
        let thread = thread.spawn(move || keep_source(&folder, &path));
        let thread = thread.map_err(|err| Error::other("no-thread").because(err))?;
        Ok(Self(Some(thread)))
    }

    /// Waits until it is kept, and gives the hash of its content.
    fn finish(mut self) -> Result<String> {
        let done = self.0.take().map(JoinHandle::join);
        done.and_then(std::result::Result::ok)
            .unwrap_or_else(|| Err(Error::other("no-thread").because("panic")))
    }
}

impl Drop for Keeping {
    fn drop(&mut self) {
        if let Some(thread) = self.0.take() {
            // Nobody wants it any more; it must not be left by halves.
            drop(thread.join());
        }
    }
}

/// The file itself, or those of a folder in the order of their names. What a system hides and what
/// only points elsewhere is passed over.
///
/// # Errors
/// When the folder cannot be read, or holds too many files.
pub fn files(path: &Path) -> Result<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut found = Vec::new();
    let mut folders = vec![(path.to_owned(), 0)];
    while let Some((folder, depth)) = folders.pop() {
        let failed = |error| unreadable(&folder, error);
        for entry in fs::read_dir(&folder).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            let kind = entry.file_type().map_err(failed)?;
            let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
            if kind.is_dir() && depth < DEEPEST && !is_hidden {
                folders.push((entry.path(), depth + 1));
            } else if kind.is_file() && !is_hidden {
                found.push(entry.path());
            }
            if found.len() > MOST_FILES {
                return Err(Error::unreadable("too-many-files")
                    .with("path", path)
                    .with("limit", MOST_FILES));
            }
        }
    }
    found.sort();
    Ok(found)
}

/// The content of a file, as the hash it is kept under.
///
/// # Errors
/// When it cannot be read.
pub fn hash_source(path: &Path) -> Result<String> {
    let content = File::open(path).and_then(store::hash_of);
    content.map_err(|error| unreadable(path, error))
}

/// Keeps a source file with the workspace in `folder`, so that a column can be mapped later. Gives the
/// hash of its content, by which the same file is known again.
///
/// # Errors
/// When the file cannot be read, or the workspace cannot be written.
pub fn keep_source(folder: &Path, path: &Path) -> Result<String> {
    if path.is_dir() {
        return Err(Error::unreadable("file-is-a-folder").with("path", path));
    }
    let content = File::open(path).map_err(|error| unreadable(path, error))?;
    store::keep_file(folder, content)
}
