//! Backup, restore and the folder itself: dialogs of the system, work beside the window, and what is said
//! of it.

use std::{
    path::PathBuf,
    time::{Duration, Instant},
};

use super::{
    App,
    desk::{Desk, Opened},
    news::News,
    shell::Toast,
};
use crate::{
    error::{Error, Result},
    i18n::{text, text_with},
    model::Watch,
    store::BackupReport,
};

/// The ending of backups.
const ENDING: &str = "flbackup";

/// The least time in which a person could put away a dialog.
pub(super) const FASTEST: Duration = Duration::from_millis(300);

/// What became of a backup, or of the folder.
pub(super) enum SafekeepingNews {
    /// A backup was written: the number of its task.
    BackedUp(u64, Result<BackupReport>),
    /// Where a backup is to go was chosen; none if the person thought better of it.
    BackupChosen(Result<Option<PathBuf>>),
    /// The backup that is to be restored was chosen.
    RestoreChosen(Result<Option<PathBuf>>),
    /// A backup was restored: the workspace as it is now, and where it lies as it was before.
    Restored(Box<Result<Opened>>, Result<Option<PathBuf>>),
    /// The folder was opened, or could not be.
    FolderOpened(Result<()>),
}

impl App {
    /// Takes note of what became of a backup, or of the folder.
    pub(super) fn take_safekeeping(&mut self, news: SafekeepingNews) {
        match news {
            SafekeepingNews::BackedUp(task, result) => {
                self.tasks.end(task);
                self.take_backup(result);
            }
            SafekeepingNews::BackupChosen(result) => self.take_backup_file(result),
            SafekeepingNews::RestoreChosen(result) => self.take_file_to_restore(result),
            SafekeepingNews::Restored(opened, old) => self.take_restored(*opened, old),
            SafekeepingNews::FolderOpened(Err(err)) => self.complain(&err),
            SafekeepingNews::FolderOpened(Ok(())) => {}
        }
    }

    /// Opens a dialog in which a person says where a backup goes.
    pub(super) fn choose_backup(&mut self, frame: &eframe::Frame) {
        if std::mem::replace(&mut self.is_picking, true) {
            return;
        }
        let today = self.viewer().now.day(self.model.settings().zone());
        let lang = self.look.lang;
        let asked = rfd::AsyncFileDialog::new()
            .set_parent(frame)
            .set_title(text(lang, "backup-title"))
            .set_file_name(format!("{} {today}.{ENDING}", self.workspace))
            .add_filter(text(lang, "backup-kind"), &[ENDING])
            .save_file();
        self.jobs.start("pick", move |_| {
            News::Safekeeping(SafekeepingNews::BackupChosen(answer(asked)))
        });
    }

    /// Where the backup goes was said.
    fn take_backup_file(&mut self, chosen: Result<Option<PathBuf>>) {
        self.is_picking = false;
        match (chosen, self.desk.opened()) {
            (Ok(Some(path)), Some(opened)) => {
                let words = text(self.look.lang, "backup-going").into_owned();
                let (task, post) = (self.tasks.begin(words, None), self.jobs.post());
                opened.writer.backup(path, move |report| {
                    post.put(News::Safekeeping(SafekeepingNews::BackedUp(task, report)));
                });
            }
            (Ok(_), _) => {}
            (Err(err), _) => self.complain(&err),
        }
    }

    /// A backup was written, or was not.
    fn take_backup(&mut self, report: Result<BackupReport>) {
        let report = match report {
            Ok(report) => report,
            Err(err) => return self.complain(&err),
        };
        let args = [
            ("file", report.file.display().to_string().into()),
            ("entries", report.entries.into()),
        ];
        let words = text_with(self.look.lang, "backup-done", &args);
        self.shell.toasts.add(Toast::done(words.into_owned(), None));
    }

    /// Opens a dialog in which the backup is chosen that the workspace shall become.
    pub(super) fn choose_restore(&mut self, frame: &eframe::Frame) {
        if std::mem::replace(&mut self.is_picking, true) {
            return;
        }
        let lang = self.look.lang;
        let asked = rfd::AsyncFileDialog::new()
            .set_parent(frame)
            .set_title(text(lang, "restore-title"))
            .add_filter(text(lang, "backup-kind"), &[ENDING])
            .add_filter(text(lang, "pick-all"), &["*"])
            .pick_file();
        self.jobs.start("pick", move |_| {
            News::Safekeeping(SafekeepingNews::RestoreChosen(answer(asked)))
        });
    }

    /// The backup was chosen; the person is asked once more, because this cannot be undone.
    fn take_file_to_restore(&mut self, chosen: Result<Option<PathBuf>>) {
        self.is_picking = false;
        match chosen {
            Ok(path) => self.shell.to_restore = path,
            Err(err) => self.complain(&err),
        }
    }

    /// Makes the workspace what a backup holds.
    pub(super) fn restore(&mut self, backup: PathBuf) {
        self.shell.to_restore = None;
        let desk = std::mem::replace(&mut self.desk, Desk::Opening(Watch::default()));
        self.desk = desk.restore(&self.jobs, self.address(), backup);
    }

    /// The backup was restored, or was not: the workspace is open again in any case.
    fn take_restored(&mut self, opened: Result<Opened>, old: Result<Option<PathBuf>>) {
        self.take_workspace(opened);
        match old {
            Ok(old) => {
                let lang = self.look.lang;
                let words = match old.map(|old| old.display().to_string()) {
                    Some(old) => text_with(lang, "restore-done-beside", &[("old", old.into())]),
                    None => text(lang, "restore-done"),
                };
                self.shell.toasts.add(Toast::done(words.into_owned(), None));
            }
            Err(err) => self.complain(&err),
        }
    }

    /// Shows the folder in the program of the system that shows folders.
    pub(super) fn open_folder(&self) {
        let folder = self.options.folder.clone();
        self.jobs.start("folder", move |_| {
            let opened = open::that_detached(&folder);
            let opened = opened.map_err(|err| Error::file("@operation-read", &folder, err));
            News::Safekeeping(SafekeepingNews::FolderOpened(opened))
        });
    }
}

/// What a dialog was answered with, waited for beside the window.
fn answer(asked: impl Future<Output = Option<rfd::FileHandle>>) -> Result<Option<PathBuf>> {
    let begun = Instant::now();
    match pollster::block_on(asked) {
        Some(file) => Ok(Some(file.path().to_owned())),
        // Nobody closes a dialog that fast: there was none.
        None if begun.elapsed() < FASTEST => Err(Error::other("no-file-dialog")),
        None => Ok(None),
    }
}
