//! While the workspace is being opened.

use std::time::Duration;

use eframe::egui::{Align2, Rect, Ui, UiBuilder, vec2};

use crate::{
    i18n::{grouped, text, text_with},
    ui::{
        Cx,
        theme::{measure, size, space},
        widgets::{label, progress_bar},
    },
};

/// How often it is seen how far the opening is.
const LOOK: Duration = Duration::from_millis(100);

/// Says that the workspace is being opened, and how far that is when all records must be read.
pub(in crate::ui) fn show(ui: &mut Ui, cx: &Cx<'_>, (done, of): (usize, usize)) {
    ui.ctx().request_repaint_after(LOOK);
    if of == 0 {
        return say(ui, cx, &text(cx.lang, "opening"));
    }
    let counts = [("done", grouped(done as u64).into()), ("of", grouped(of as u64).into())];
    let words = text_with(cx.lang, "opening-records", &counts);
    say(ui, cx, &words);
    let extent = vec2(measure::PROGRESS, measure::PROGRESS_LINE);
    let below = vec2(0.0, space::HUGE);
    let place = Rect::from_center_size(ui.max_rect().center() + below, extent);
    let mut place = ui.new_child(UiBuilder::new().max_rect(place));
    progress_bar(&mut place, measure::PROGRESS, done as f32 / of as f32, &words);
}

/// Says something in the middle of a place where there is nothing else yet.
pub(in crate::ui) fn say(ui: &mut Ui, cx: &Cx<'_>, words: &str) {
    let center = ui.max_rect().center();
    let galley =
        ui.painter().layout_no_wrap(words.to_owned(), size::BODY.font(), cx.tokens.text_subdued);
    let rect = Align2::CENTER_CENTER.anchor_size(center, galley.size());
    let mut place = ui.new_child(UiBuilder::new().max_rect(rect));
    label(&mut place, words, size::BODY, cx.tokens.text_subdued);
}
