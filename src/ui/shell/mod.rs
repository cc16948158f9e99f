//! What is always there, whatever the place: the rail, the bars, toasts, what lies over the window.

mod keys;
mod overlay;
mod palette;
mod quick_add;
mod rail;
mod restore;
mod sample_bar;
mod status_bar;
mod task_bar;
mod toasts;
mod top_bar;
mod user_menu;

use std::path::PathBuf;

use eframe::egui::{CentralPanel, Frame, Panel, Ui};
pub(super) use overlay::is_card_file;
pub(super) use palette::Palette;
pub(super) use quick_add::QuickAdd;
pub(super) use toasts::{Toast, Toasts};
pub(super) use user_menu::LOOKS;

use super::{
    Cx, Intent, Place,
    desk::Desk,
    export::Exports,
    guard::guarded,
    importing::Imports,
    look::Look,
    pairs::Scans,
    rail_counts::Counts,
    tasks::Tasks,
    theme::{measure, space},
    views::{self, Views},
};
use crate::{
    domain::{Header, Kind},
    i18n::text,
};

/// What the shell shows of the program's state.
pub(super) struct Around<'a> {
    pub desk: &'a Desk,
    pub look: &'a Look,
    pub imports: &'a Imports,
    pub scans: &'a Scans,
    pub counts: &'a Counts,
    pub exports: &'a Exports,
    /// What undo and redo would take back.
    pub undo_and_redo: &'a (Option<Header>, Option<Header>),
    /// The name of the workspace.
    pub workspace: &'a str,
    /// What the writer has not answered yet.
    pub tasks: &'a Tasks,
    /// Whether the first page has been left.
    pub is_welcomed: bool,
    /// Whether the list of leads can be shown while the rest is being read.
    pub is_early: bool,
    /// The place one is at, if it stopped while it was drawn, and what it said.
    pub broken: Option<&'a (Place, String)>,
}

/// What the shell remembers from frame to frame.
#[derive(Default)]
pub(super) struct Shell {
    pub toasts: Toasts,
    pub palette: Palette,
    /// Something new that is being filled in.
    pub quick_add: Option<QuickAdd>,
    /// Whether the sheet of keys is open.
    pub is_showing_keys: bool,
    /// A backup that was chosen, of which the person is asked once more.
    pub to_restore: Option<PathBuf>,
}

/// Draws the whole window.
pub(super) fn show(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    around: &Around<'_>,
    views: &mut Views,
    shell: &mut Shell,
) {
    let tokens = cx.tokens;
    let is_first = matches!(around.desk, Desk::Open(_)) && !around.is_welcomed;
    if is_first
        && Views::is_fresh(cx.model)
        && around.imports.is_idle()
        && views.staging.is_empty()
        && around.tasks.long().is_none()
    {
        CentralPanel::no_frame().show(ui, |ui| views::welcome::first(ui, cx, around));
        over(ui, cx, shell);
        return shell.toasts.show(ui, cx, space::LARGE);
    }
    let is_narrow = around.look.is_rail_narrow || ui.content_rect().width() < measure::MEDIUM;
    let bar = |fill| Frame::new().fill(fill);
    let rail = if is_narrow { measure::RAIL_NARROW } else { measure::RAIL };
    let fixed = |panel: Panel, size: f32| panel.exact_size(size).resizable(false);
    fixed(Panel::left("rail"), rail)
        .frame(bar(tokens.bg))
        .show(ui, |ui| rail::show(ui, cx, around, is_narrow));
    fixed(Panel::top("top_bar"), measure::TOP_BAR)
        .frame(bar(tokens.surface))
        .show(ui, |ui| top_bar::show(ui, cx, around));
    fixed(Panel::bottom("status_bar"), measure::STATUS_BAR)
        .frame(bar(tokens.bg))
        .show(ui, |ui| status_bar::show(ui, cx, &views.foot(cx)));
    task_bar(ui, cx, around);
    if cx.model.settings().is_sample {
        fixed(Panel::top("sample_bar"), measure::NOTE_BAR)
            .frame(bar(tokens.info_soft))
            .show(ui, |ui| sample_bar::show(ui, cx));
    }
    // What was chosen in the list goes before the report, which is there again when that is put away. Other
    // places need their room; *Imports* tells all of it.
    let is_list = matches!(cx.here, Place::List(_) | Place::Pool);
    let report = around.imports.report().filter(|_| is_list && !views.has_preview(cx));
    if let Some((finished, reports)) = report {
        Panel::right("report")
            .default_size(measure::PREVIEW)
            .size_range(measure::PREVIEW_RANGE)
            .frame(bar(tokens.surface))
            .show(ui, |ui| views::import_report::show(ui, cx, finished, reports));
    }
    CentralPanel::no_frame().frame(bar(tokens.surface)).show(ui, |ui| match around.desk {
        Desk::Opening(_) if around.is_early && cx.here == Place::List(Kind::Lead) => {
            place(ui, cx, around, views);
        }
        Desk::Opening(_) if around.is_early => {
            views::opening::say(ui, cx, &text(cx.lang, "early-elsewhere"));
        }
        Desk::Opening(watch) => views::opening::show(ui, cx, watch.progress()),
        Desk::Failed(err) => views::trouble::show(ui, cx, err),
        Desk::Open(_) => place(ui, cx, around, views),
    });
    over(ui, cx, shell);
    shell.toasts.show(ui, cx, rail + space::LARGE);
}

/// The place one is at. If it panics, the window lives and says so.
fn place(ui: &mut Ui, cx: &mut Cx<'_>, around: &Around<'_>, views: &mut Views) {
    if let Some((_, words)) = around.broken {
        return views::trouble::broken(ui, cx, words);
    }
    if let Err(words) = guarded(|| views.show(ui, cx, around.imports)) {
        cx.ask(Intent::Broke(words));
    }
}

/// What takes its time, above the status bar.
fn task_bar(ui: &mut Ui, cx: &mut Cx<'_>, around: &Around<'_>) {
    let panel = Panel::bottom("task_bar").exact_size(measure::TASK_BAR).resizable(false);
    let panel = panel.frame(Frame::new().fill(cx.tokens.accent_soft));
    if let (Desk::Opening(watch), true) = (around.desk, around.is_early) {
        panel.show(ui, |ui| task_bar::rest(ui, cx, watch.progress()));
        return;
    }
    let Some(published) = around.desk.published() else { return };
    if let Some(going) = around.imports.going() {
        panel.show(ui, |ui| task_bar::import(ui, cx, (going, around.imports), published));
    } else if let Some(task) = around.tasks.long() {
        panel.show(ui, |ui| task_bar::task(ui, cx, task, published));
    } else if let Some(writing) = around.exports.going() {
        panel.show(ui, |ui| task_bar::export(ui, cx, writing));
    } else if let Some(scanning) = around.scans.going() {
        panel.show(ui, |ui| task_bar::scan(ui, cx, scanning));
    }
}

/// What lies over the window.
fn over(ui: &mut Ui, cx: &mut Cx<'_>, shell: &mut Shell) {
    if shell.is_showing_keys && keys::show(ui, cx) {
        shell.is_showing_keys = false;
    }
    if let Some(form) = &mut shell.quick_add
        && form.show(ui, cx)
    {
        shell.quick_add = None;
    }
    if let Some(backup) = &shell.to_restore {
        restore::show(ui, cx, backup);
    }
    shell.palette.show(ui, cx);
    overlay::show(ui, cx);
}
