//! The window, frame by frame: `logic` takes what was found and carries out what was asked for, `ui` draws.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use eframe::{
    egui::{self, Context, Ui},
    glow,
};

use super::{
    Cx, FileOpener, Intent, Place, WindowOptions, actions,
    ahead::Ahead,
    days,
    desk::{Address, Desk},
    early::Early,
    export::Exports,
    frame_time::FrameTime,
    importing::Imports,
    importing::name_of,
    list::Lists,
    look::Look,
    memory::Memory,
    news::News,
    pairs::Scans,
    pasting,
    places::Trail,
    questions::Answers,
    rail_counts::RailCounts,
    row_cache::RowCache,
    shell::{self, Around, Shell},
    start::Closed,
    tasks::Tasks,
    theme::{self, Tokens},
    trace::Trace,
    views::Views,
    window_place,
};
use crate::{
    domain::{Header, Kind, Timestamp},
    engine::{Env, Published},
    error::Result,
    jobs::Jobs,
    model::{Model, Watch},
    query::Viewer,
};

/// The window.
pub struct App {
    pub(super) desk: Desk,
    /// What is shown before the workspace is open.
    pub(super) early: Option<Early>,
    pub(super) jobs: Jobs<News>,
    pub(super) model: Arc<Model>,
    pub(super) views: Views,
    pub(super) trail: Trail,
    pub(super) rows: RowCache,
    pub(super) answers: Answers,
    pub(super) imports: Imports,
    pub(super) scans: Scans,
    pub(super) counts: RailCounts,
    pub(super) exports: Exports,
    pub(super) shell: Shell,
    pub(super) look: Look,
    pub(super) trace: Trace,
    frame_time: FrameTime,
    pub(super) opener: FileOpener,
    pub(super) intents: Vec<Intent>,
    /// What undo and redo would take back.
    pub(super) undo_and_redo: (Option<Header>, Option<Header>),
    /// What the writer has not answered yet.
    pub(super) tasks: Tasks,
    /// What comes back on the next start.
    pub(super) memory: Memory,
    /// The place that stopped while it was drawn, and what it said.
    pub(super) broken: Option<(Place, String)>,
    /// Whether the window was seen to lie on a screen.
    is_placed: bool,
    /// Whether a dialog is open in which files are chosen.
    pub(super) is_picking: bool,
    pub(super) options: WindowOptions,
    clock: Env,
    pub(super) workspace: String,
    closed: Closed,
    last_frame: Instant,
    /// Whether the first page has been drawn as it is: what nobody waits for is begun then.
    pub(super) is_calm: bool,
}

impl App {
    /// The window on a workspace, which is opened beside it.
    ///
    /// # Errors
    /// When the trace cannot be written.
    pub fn new(ctx: &Context, options: WindowOptions) -> Result<Self> {
        Self::of(Ahead::begin(ctx.clone(), &options), options)
    }

    /// The window on a workspace that is being opened already.
    ///
    /// # Errors
    /// As [`App::new`].
    pub(super) fn of(mut ahead: Ahead, options: WindowOptions) -> Result<Self> {
        let mut trace = Trace::new(options.trace.as_deref(), options.begun)?;
        trace.window()?;
        ahead.wait_for_letters();
        theme::apply(&ahead.ctx);
        let Ahead { jobs, desk, memory, look, .. } = ahead;
        Ok(Self {
            desk,
            early: None,
            jobs,
            model: Arc::default(),
            views: Views::of(memory.lists.clone()),
            trail: Trail::from(Place::List(Kind::Lead)),
            rows: RowCache::default(),
            answers: Answers::default(),
            imports: Imports::default(),
            scans: Scans::default(),
            counts: RailCounts::default(),
            exports: Exports::default(),
            shell: Shell::default(),
            look,
            trace,
            frame_time: FrameTime::new(),
            opener: Arc::clone(&options.opener),
            intents: Vec::new(),
            undo_and_redo: (None, None),
            tasks: Tasks::default(),
            memory,
            broken: None,
            is_placed: false,
            is_picking: false,
            clock: (options.env)(),
            workspace: name_of(&options.folder),
            options,
            closed: Closed::default(),
            last_frame: Instant::now(),
            is_calm: false,
        })
    }

    /// Says where to leave what became of the workspace when the window was closed.
    pub(super) fn closing_into(mut self, closed: Closed) -> Self {
        self.closed = closed;
        self
    }

    /// Opens the workspace once more, after it could not be opened.
    pub(super) fn open_again(&mut self) {
        self.desk = Desk::open(&self.jobs, self.address());
    }

    /// Where the workspace lies and who is to act in it.
    pub(super) fn address(&self) -> Address {
        Address::of(&self.options, &self.memory)
    }

    /// Closes the workspace in good order: everything asked for is saved, an import on its way is taken
    /// back.
    ///
    /// # Errors
    /// As [`crate::engine::Writer::close`].
    pub fn close(&mut self) -> Result<()> {
        self.desk.settle(&self.jobs);
        match std::mem::replace(&mut self.desk, Desk::Opening(Watch::default())) {
            Desk::Open(opened) => {
                self.memory.note_look(&self.look);
                self.memory.lists = self.views.lists.kept();
                if self.options.user.is_none() {
                    self.memory.user = opened.user;
                }
                opened.writer.close()?;
                pasting::forget(&self.options.folder)?;
                self.memory.keep(&self.options.folder)
            }
            Desk::Opening(_) | Desk::Failed(_) => Ok(()),
        }
    }

    /// Who is looking, now.
    pub(super) fn viewer(&self) -> Viewer {
        let opened = self.desk.opened().map(|opened| opened.user);
        let early = || self.early.as_ref().and_then(|early| early.user);
        let user = opened.unwrap_or_else(early);
        Viewer::of(&self.model, user, self.now()).reading(self.look.lang)
    }

    /// What time it is.
    pub(super) fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Whether the list on the screen can be used.
    pub(super) fn is_list_answered(&self) -> bool {
        self.views.lists.at(self.trail.here()).is_some_and(|list| list.is_answered())
    }

    /// Whether nothing is being worked out beside the window.
    pub fn is_at_rest(&self) -> bool {
        self.jobs.are_done()
    }

    /// Takes the newest snapshot.
    pub(super) fn keep_up(&mut self) {
        match self.desk.model() {
            Some(model) => self.model = model,
            None => self.keep_early_up(),
        }
        if let Some(damage) = self.desk.published().and_then(Published::take_damage) {
            self.complain(&damage);
        }
    }

    /// Notes that the first page is drawn: a list when it is answered, others at once.
    fn note_calm(&mut self, ctx: &Context) {
        let is_drawn = self.is_list_answered() || Lists::kind_of(self.trail.here()).is_none();
        if !self.is_calm && is_drawn && self.desk.opened().is_some() {
            self.is_calm = true;
            ctx.request_repaint();
        }
    }

    /// Begins what nobody waits for, when the first page is there.
    fn begin_the_rest(&mut self) {
        if self.is_calm {
            if let Some(opened) = self.desk.opened() {
                opened.writer.read_rest();
            }
            self.keep_counts_up();
        }
    }

    /// Whether someone did something, or moves something.
    fn is_asked(ctx: &Context) -> bool {
        ctx.input(|input| {
            let raw = &input.raw;
            !raw.events.is_empty() || !raw.dropped_files.is_empty() || !raw.hovered_files.is_empty()
        })
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &Context, frame: &mut eframe::Frame) {
        if let Some(taken) = self.frame_time.begin(ctx) {
            let traced = self.trace.frame(&taken, frame.info().cpu_usage);
            self.note(traced);
        }
        if !std::mem::replace(&mut self.is_placed, true) {
            window_place::bring_back(frame);
        }
        self.keep_up();
        self.note_early_use(ctx);
        let found = self.jobs.collect();
        let intents = std::mem::take(&mut self.intents);
        let is_idle = self.imports.is_idle() && !self.views.staging.is_busy();
        let is_quiet = found.is_empty() && intents.is_empty() && is_idle;
        if is_quiet && !Self::is_asked(ctx) {
            self.note_wake(self.last_frame);
        }
        for find in found {
            if let Some((job, took)) = find.job {
                let traced = self.trace.job(job, took);
                self.note(traced);
            }
            self.take(find.found);
        }
        self.keep_up();
        for intent in intents.into_iter().chain(actions::asked(ctx)) {
            if !self.is_too_early(&intent) {
                self.carry_out(intent, ctx, frame);
            }
        }
        self.go_on_importing();
        self.keep_staging_up();
        self.keep_imports_up();
        if self.desk.opened().is_some() || self.is_list_early() {
            let viewer = self.viewer();
            let now = (&self.model, viewer, self.look.lang);
            self.views.lists.keep_up(self.trail.here(), now, &self.jobs);
            if self.shell.palette.is_open() {
                self.shell.palette.finder.keep_up(&self.model, viewer, &self.jobs);
            }
        }
        self.begin_the_rest();
        self.look.keep_up(ctx);
        if self.desk.opened().is_some() {
            self.memory.note(self.trail.here(), ctx);
        }
    }

    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        if self.trace.is_wanted() {
            self.frame_time.mark(ui, frame);
        }
        let viewer = self.viewer();
        let model = Arc::clone(&self.model);
        let tokens = Tokens::of(ui.theme());
        let around = Around {
            desk: &self.desk,
            look: &self.look,
            imports: &self.imports,
            scans: &self.scans,
            counts: self.counts.found(),
            exports: &self.exports,
            undo_and_redo: &self.undo_and_redo,
            workspace: &self.workspace,
            tasks: &self.tasks,
            broken: self.broken.as_ref().filter(|(place, _)| *place == self.trail.here()),
            is_welcomed: self.memory.is_welcomed,
            is_early: self.early.is_some(),
        };
        let mut cx = Cx {
            model: &model,
            viewer: &viewer,
            lang: self.look.lang,
            tokens,
            here: self.trail.here(),
            folder: &self.options.folder,
            look: &self.look,
            is_scanning: self.scans.going().is_some(),
            rows: &self.rows,
            answers: &self.answers,
            intents: &mut self.intents,
        };
        shell::show(ui, &mut cx, &around, &mut self.views, &mut self.shell);
        if !self.intents.is_empty() {
            ui.request_repaint();
        }
        let left = days::until_midnight(viewer.now, model.settings().zone());
        ui.request_repaint_after(Duration::from_millis(left));
        if let Some(left) = self.tasks.until_long() {
            ui.request_repaint_after(left);
        }
        if self.is_list_answered() {
            let traced = self.trace.opened(model.leads.len());
            self.note(traced);
        }
        self.note_calm(ui.ctx());
        self.last_frame = Instant::now();
        self.frame_time.end();
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }

    fn on_exit(&mut self, _gl: Option<&glow::Context>) {
        let result = self.close();
        if let Ok(mut closed) = self.closed.lock() {
            *closed = Some(result);
        }
    }
}
