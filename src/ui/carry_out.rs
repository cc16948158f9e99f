//! What an intent does, between frames.

use std::{path::PathBuf, time::Instant};

use eframe::egui::{Context, ViewportCommand};
use serde_json::{Map, Value as Json};

use super::{
    Among, App, Intent, Place,
    importing::name_of,
    list::KeptLists,
    news::News,
    questions::{self, Look, Question},
    safekeeping::FASTEST,
    shell::{QuickAdd, Toast, is_card_file},
    tasks,
    views::Views,
};
use crate::{
    domain::{Campaign, Id, Kind, RecordId, Role},
    engine::{BeginIn, Command, Create, Request, demo::DemoOptions},
    error::Error,
    i18n::{Lang, text, text_with},
};

/// The endings of files that hold cards, for the dialog in which they are chosen.
const ENDINGS: &[&str] = &[
    "csv", "tsv", "txt", "xlsx", "xlsm", "xlsb", "xls", "ods", "vcf", "zip", "png", "jpg", "jpeg",
];

impl App {
    /// Carries out what a view asked for.
    pub(super) fn carry_out(&mut self, intent: Intent, ctx: &Context, frame: &eframe::Frame) {
        match intent {
            Intent::Run(request) => self.request(request),
            Intent::Undo if self.undo_and_redo.0.is_some() => self.request(Request::Undo),
            Intent::Redo if self.undo_and_redo.1.is_some() => self.request(Request::Redo),
            Intent::Undo | Intent::Redo => {}
            Intent::Sample => self.request(Request::Sample(DemoOptions::of(self.viewer().now))),
            Intent::StartEmpty => self.memory.is_welcomed = true,
            Intent::Backup => self.choose_backup(frame),
            Intent::PickBackup => self.choose_restore(frame),
            Intent::Restore(backup) => self.restore(backup),
            Intent::KeepWorkspace => self.shell.to_restore = None,
            Intent::OpenFolder => self.open_folder(),
            Intent::CancelTask => self.cancel_task(),
            Intent::Scan => self.scan(),
            Intent::CancelScan => self.cancel_scan(),
            Intent::CancelExport => self.cancel_export(),
            Intent::Act(action) => self.views.record.want(action),
            Intent::Broke(words) => self.put_away_what_broke(words),
            Intent::Mend => self.broken = None,
            Intent::Paste(pasted) => self.paste(pasted),
            Intent::Open(paths) => self.take_files(paths),
            Intent::Pick => self.pick(frame),
            Intent::Go(place) if Views::is_there(place, &self.model) => self.trail.go(place),
            Intent::Go(_) => {}
            Intent::Limit(among) => self.limit(*among),
            Intent::Back => self.trail.back(|place| Views::is_there(place, &self.model)),
            Intent::Forth => self.trail.forth(|place| Views::is_there(place, &self.model)),
            Intent::Find if self.desk.opened().is_some() => self.shell.palette.open(),
            Intent::Find => {}
            Intent::New(kind) => self.begin_new(kind),
            Intent::Create(kind, values) => self.create(kind, values),
            Intent::ShowKeys => self.shell.is_showing_keys = true,
            Intent::ToggleRail => self.look.is_rail_narrow = !self.look.is_rail_narrow,
            Intent::Zoom(zoom) => self.look.zoom = zoom.from(self.look.zoom),
            Intent::SetLang(lang) => {
                self.look.choose(lang);
                self.begin_in(lang);
            }
            Intent::SetTheme(theme) => self.look.theme = theme,
            Intent::CommitStaging => self.commit_staging(),
            Intent::ForgetStaging => self.forget_staging(),
            Intent::SaveRejects(batch) => self.save_rejects(*batch, frame),
            Intent::ReadProblems(question) => self.read_problems(question),
            Intent::OpenKept(batch) => self.open_kept(*batch),
            Intent::CancelImport => self.cancel_import(),
            Intent::CloseReport => self.imports.close_report(),
            Intent::CloseToast(number) => self.shell.toasts.close(number),
            Intent::Fetch(records) => self.fetch(records),
            Intent::Export(export) => self.export(*export, frame),
            Intent::Look(look) => self.look_at(*look),
            Intent::Question(question) => self.question(question),
            Intent::Board(campaign) => self.board_of(campaign),
            Intent::Preview(written, command) => self.preview(written, *command),
            Intent::OpenAgain => self.open_again(),
            Intent::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
        }
    }

    /// Shows just the records behind a number.
    fn limit(&mut self, among: Among) {
        if let Some(place) = self.views.lists.limit(among) {
            self.trail.go(place);
        }
    }

    /// Opens the form for something new.
    fn begin_new(&mut self, kind: Kind) {
        if self.desk.opened().is_some() {
            self.shell.quick_add = QuickAdd::of(kind, &self.model);
        }
    }

    fn board_of(&mut self, campaign: Id<Campaign>) {
        self.views.board.choose(campaign);
        self.trail.go(Place::Dashboards);
    }

    fn cancel_task(&mut self) {
        self.tasks.cancel();
        if let Some(published) = self.desk.published() {
            published.cancel();
        }
    }

    /// The place one is at stopped. What it remembers is half changed and must not be drawn again.
    fn put_away_what_broke(&mut self, words: String) {
        self.broken = Some((self.trail.here(), words));
        self.views = Views::of(KeptLists::new());
    }

    fn cancel_import(&mut self) {
        if self.imports.cancel()
            && let Some(published) = self.desk.published()
        {
            published.cancel();
        }
    }

    /// Makes what was filled in; the form stays until it is there.
    fn create(&mut self, kind: Kind, values: Map<String, Json>) {
        if self.desk.opened().is_some() {
            let request = Request::Run(Create { kind, values }.into());
            let task = self.tasks.begin(tasks::name(&request, self.look.lang), None);
            let news = move |result| News::Created(task, result);
            self.desk.request(self.jobs.post(), request, news);
        }
    }

    pub(super) fn request(&mut self, request: Request) {
        if self.desk.opened().is_some() {
            let size = tasks::size(&request, &self.undo_and_redo);
            let task = self.tasks.begin(tasks::name(&request, self.look.lang), size);
            let news = move |result| News::Done(task, result);
            self.desk.request(self.jobs.post(), request, news);
        }
    }

    /// A workspace that holds nothing yet begins in the language of the window.
    pub(super) fn begin_in(&mut self, lang: Lang) {
        let is_new = self.model.leads.is_empty() && self.model.accounts.is_empty();
        let is_said = self.model.settings().language == lang.code();
        let user = self.desk.opened().and_then(|opened| opened.user);
        let user = user.and_then(|id| self.model.users.get(id));
        if is_new && !is_said && user.is_some_and(|user| user.role == Role::Admin) {
            let language = lang.code().to_owned();
            let request = Request::Run(BeginIn { language }.into());
            self.desk.request(self.jobs.post(), request, News::Begun);
        }
    }

    fn fetch(&mut self, mut records: Vec<RecordId>) {
        let revision = self.model.revision();
        let Some(opened) = self.desk.opened() else { return };
        records.retain(|record| self.rows.lacks(*record, revision));
        records.iter().for_each(|record| self.rows.asked(*record, revision));
        if !records.is_empty() {
            let post = self.jobs.post();
            opened.writer.rows(records, move |rows| post.put(News::Rows(rows)));
        }
    }

    fn look_at(&mut self, look: Look) {
        let revision = self.model.revision();
        let Look { record, asked } = look;
        let (names, commands): (Vec<_>, Vec<_>) = asked.into_iter().unzip();
        if let (Some(opened), true) =
            (self.desk.opened(), self.answers.lacks_dossier(record, revision, &names))
        {
            self.answers.asked_dossier(record, revision, names.clone());
            let post = self.jobs.post();
            let found = move |dossier| post.put(News::Dossier(names, Box::new(dossier)));
            opened.writer.dossier(opened.user, record, commands, found);
        }
    }

    fn preview(&mut self, written: String, command: Command) {
        let revision = self.model.revision();
        if let (Some(opened), true) =
            (self.desk.opened(), self.answers.lacks_preview(&written, revision))
        {
            self.answers.asked_preview(written.clone(), revision);
            let post = self.jobs.post();
            let found = move |changes| post.put(News::Previewed(written, Box::new(changes)));
            opened.writer.preview(opened.user, command, found);
        }
    }

    fn question(&mut self, question: Question) {
        let revision = self.model.revision();
        let Some(opened) = self.desk.opened() else { return };
        if self.answers.lacks(&question, revision) {
            let reader = opened.writer.reader();
            self.answers.asked(&question, revision);
            questions::start(&self.jobs, (&self.model, reader), self.viewer(), question);
        }
    }

    /// Takes files that were dropped; those that are surely no cards are left out, and named.
    fn take_files(&mut self, paths: Vec<PathBuf>) {
        let (cards, others): (Vec<_>, Vec<_>) =
            paths.into_iter().partition(|path| is_card_file(path));
        self.stage(cards);
        if !others.is_empty() {
            let names: Vec<String> = others.iter().map(|path| name_of(path)).collect();
            let args = [("files", names.join(", ").into())];
            let words = text_with(self.look.lang, "toast-left-out", &args);
            self.shell.toasts.add(Toast::wrong(words.into_owned()));
        }
    }

    /// Opens a dialog in which files are chosen. It is made here, because some systems want that of the
    /// window's thread, and waited for elsewhere.
    fn pick(&mut self, frame: &eframe::Frame) {
        if std::mem::replace(&mut self.is_picking, true) {
            return;
        }
        let lang = self.look.lang;
        let picked = rfd::AsyncFileDialog::new()
            .set_parent(frame)
            .set_title(text(lang, "pick-title"))
            .add_filter(text(lang, "pick-cards"), ENDINGS)
            .add_filter(text(lang, "pick-all"), &["*"])
            .pick_files();
        self.jobs.start("pick", move |_| {
            let begun = Instant::now();
            News::Picked(match pollster::block_on(picked) {
                Some(files) => Ok(files.iter().map(|file| file.path().to_owned()).collect()),
                // Nobody closes a dialog that fast: there was none.
                None if begun.elapsed() < FASTEST => Err(Error::other("no-file-dialog")),
                None => Ok(Vec::new()),
            })
        });
    }
}
