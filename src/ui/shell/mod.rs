//! What is always there, whatever the place: the rail, the bars, toasts, what lies over the window.

mod keys;
mod overlay;
mod palette;
mod quick_add;
mod rail;
mod status_bar;
mod task_bar;
mod toasts;
mod top_bar;
mod user_menu;

use eframe::egui::{CentralPanel, Frame, Panel, Ui};
pub(super) use overlay::is_card_file;
pub(super) use palette::Palette;
pub(super) use quick_add::QuickAdd;
pub(super) use toasts::{Toast, Toasts};

use super::{
    Cx,
    app::Look,
    desk::Desk,
    importing::Imports,
    theme::{measure, space},
    views::{self, Views},
};
use crate::domain::Header;

/// What the shell shows of the program's state.
pub(super) struct Around<'a> {
    pub desk: &'a Desk,
    pub look: &'a Look,
    pub imports: &'a Imports,
    /// What undo and redo would take back.
    pub undo_and_redo: &'a (Option<Header>, Option<Header>),
    /// The name of the workspace.
    pub workspace: &'a str,
    /// Whether something is being saved.
    pub is_saving: bool,
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
    if let (Some(going), Some(published)) = (around.imports.going(), around.desk.published()) {
        fixed(Panel::bottom("task_bar"), measure::TASK_BAR)
            .frame(bar(tokens.accent_soft))
            .show(ui, |ui| task_bar::show(ui, cx, (going, around.imports), published));
    }
    // What was chosen in the list goes before the report, which is there again when that is put away.
    let report = around.imports.report().filter(|_| !views.has_preview(cx));
    if let Some((finished, reports)) = report {
        Panel::right("report")
            .default_size(measure::PREVIEW)
            .size_range(measure::PREVIEW_RANGE)
            .frame(bar(tokens.surface))
            .show(ui, |ui| views::import_report::show(ui, cx, finished, reports));
    }
    CentralPanel::no_frame().frame(bar(tokens.surface)).show(ui, |ui| match around.desk {
        Desk::Opening => views::opening::show(ui, cx),
        Desk::Failed(err) => views::trouble::show(ui, cx, err),
        Desk::Open(_) => views.show(ui, cx, around.imports),
    });
    over(ui, cx, shell);
    shell.toasts.show(ui, cx, rail + space::LARGE);
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
    shell.palette.show(ui, cx);
    overlay::show(ui, cx);
}
