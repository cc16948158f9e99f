//! The bar of something that takes its time: how far, how fast, how long still, and how to stop it.

use std::{
    borrow::Cow,
    time::{Duration, Instant},
};

use eframe::egui::{Align, Frame, Layout, Margin, Sense, Ui, vec2};

use crate::{
    engine::Published,
    i18n::{text, text_with},
    ui::{
        Cx, Intent,
        export::Writing,
        importing::{Going, Imports},
        pairs::Scanning,
        tasks::Task,
        theme::{icon, measure, size, space},
        widgets::{Button, Icon, icons, label, progress_bar},
    },
};

/// How often it is seen how far the reading is.
const LOOK: Duration = Duration::from_millis(100);

/// Something that takes its time.
struct Work {
    icon: Icon,
    title: String,
    /// What is said of how far it is, where nothing can be counted yet.
    state: Option<Cow<'static, str>>,
    done: u64,
    total: Option<u64>,
    begun: Instant,
    is_cancelled: bool,
}

/// Draws the bar of an import.
pub(super) fn import(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    (going, imports): (&Going, &Imports),
    published: &Published,
) {
    let mut title =
        text_with(cx.lang, "import-going", &[("file", going.file.as_str().into())]).into_owned();
    if imports.waiting() > 0 {
        let args = [("files", imports.waiting().into())];
        title.push(' ');
        title.push_str(&text_with(cx.lang, "import-waiting", &args));
    }
    let done = published.progress();
    let work = Work {
        icon: icons::DOWNLOAD,
        title,
        state: (done == 0).then(|| text(cx.lang, "import-reading")),
        done,
        total: Some(going.rows).filter(|rows| *rows >= done && *rows > 0),
        begun: going.begun,
        is_cancelled: going.is_cancelled,
    };
    if show(ui, cx, &work, "import-cancel") {
        cx.ask(Intent::CancelImport);
    }
}

/// Draws the bar of a large change.
pub(super) fn task(ui: &mut Ui, cx: &mut Cx<'_>, task: &Task, published: &Published) {
    let done = published.progress();
    let work = Work {
        icon: icons::REFRESH,
        title: task.words.clone(),
        state: (done == 0).then(|| text(cx.lang, "task-begun")),
        done,
        total: task.total.filter(|total| *total >= done),
        begun: task.begun,
        is_cancelled: task.is_cancelled,
    };
    if show(ui, cx, &work, "task-cancel") {
        cx.ask(Intent::CancelTask);
    }
}

/// Draws the bar of a search for duplicates.
pub(super) fn scan(ui: &mut Ui, cx: &mut Cx<'_>, scanning: &Scanning) {
    let progress = scanning.progress();
    let work = Work {
        icon: icons::MERGE,
        title: text(cx.lang, "pairs-scanning").into_owned(),
        state: progress.is_none().then(|| text(cx.lang, "pairs-comparing")),
        done: progress.map_or(0, |(done, _)| done),
        total: progress.map(|(_, total)| total),
        begun: scanning.begun,
        is_cancelled: scanning.is_cancelled,
    };
    if show(ui, cx, &work, "task-cancel") {
        cx.ask(Intent::CancelScan);
    }
}

/// Draws the bar of what is still being read of the workspace, and says what waits for it.
pub(super) fn rest(ui: &mut Ui, cx: &Cx<'_>, (done, of): (usize, usize)) {
    ui.ctx().request_repaint_after(LOOK);
    let margin = Margin::symmetric(space::LARGE as i8, 0);
    Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.set_height(measure::TASK_BAR);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let title = text(cx.lang, "early-title");
            label(ui, &title, size::BODY_STRONG, cx.tokens.text);
            progress_bar(ui, measure::PROGRESS, done as f32 / of.max(1) as f32, &title);
            label(ui, &text(cx.lang, "early-state"), size::BODY, cx.tokens.text_subdued);
        });
    });
}

/// Draws the bar of records on their way into a file.
pub(super) fn export(ui: &mut Ui, cx: &mut Cx<'_>, writing: &Writing) {
    let progress = writing.progress();
    let work = Work {
        icon: icons::UPLOAD,
        title: text(cx.lang, "export-going").into_owned(),
        state: None,
        done: progress.map_or(0, |(done, _)| done),
        total: progress.map(|(_, total)| total),
        begun: writing.begun,
        is_cancelled: writing.is_cancelled,
    };
    if show(ui, cx, &work, "task-cancel") {
        cx.ask(Intent::CancelExport);
    }
}

/// Draws the bar; whether the work shall stop.
fn show(ui: &mut Ui, cx: &Cx<'_>, work: &Work, cancel: &str) -> bool {
    let tokens = cx.tokens;
    let margin = Margin::symmetric(space::LARGE as i8, 0);
    let mut is_stopped = false;
    Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.set_height(measure::TASK_BAR);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let words = text(cx.lang, cancel);
            let cancel = Button::secondary(&words).enabled(!work.is_cancelled);
            is_stopped = ui.add(cancel).clicked();
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let (rect, _) =
                    ui.allocate_exact_size(vec2(icon::BODY, icon::BODY), Sense::hover());
                work.icon.paint(ui.painter(), rect.center(), icon::BODY, tokens.link);
                label(ui, &work.title, size::BODY_STRONG, tokens.text);
                if let Some(total) = work.total.filter(|total| *total > 0) {
                    let share = work.done as f32 / total as f32;
                    progress_bar(ui, measure::PROGRESS, share, &work.title);
                }
                label(ui, &state(cx, work), size::BODY, tokens.text_subdued);
            });
        });
    });
    is_stopped
}

/// How far, how fast, how long still.
fn state(cx: &Cx<'_>, work: &Work) -> String {
    if work.is_cancelled {
        return text(cx.lang, "import-stopping").into_owned();
    }
    if let Some(state) = &work.state {
        return state.clone().into_owned();
    }
    let seconds = work.begun.elapsed().as_secs_f64().max(0.001);
    let rate = work.done as f64 / seconds;
    let mut args = vec![("rows", work.done.into()), ("rate", (rate as u64).into())];
    let Some(total) = work.total else {
        return text_with(cx.lang, "import-progress", &args).into_owned();
    };
    args.push(("total", total.into()));
    args.push(("seconds", seconds_left(work.done, total, rate).into()));
    text_with(cx.lang, "task-progress", &args).into_owned()
}

/// Whole seconds until all is done, if it goes on as fast.
fn seconds_left(done: u64, total: u64, rate: f64) -> u64 {
    let left = total.saturating_sub(done) as f64;
    (left / rate.max(1.0)).ceil() as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_left_follows_from_the_rate() {
        for (done, total, rate, left) in
            [(500, 1_000, 100.0, 5), (0, 1_000, 0.0, 1_000), (999, 1_000, 900.0, 1), (5, 5, 1.0, 0)]
        {
            assert_eq!(seconds_left(done, total, rate), left, "{done} of {total} at {rate}");
        }
    }
}
