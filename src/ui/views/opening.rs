//! While the workspace is being opened.

use eframe::egui::{Align2, Ui};

use crate::{
    i18n::text,
    ui::{Cx, theme::size, widgets::label},
};

/// Says that the workspace is being opened.
pub(in crate::ui) fn show(ui: &mut Ui, cx: &Cx<'_>) {
    say(ui, cx, &text(cx.lang, "opening"));
}

/// Says something in the middle of a place where there is nothing else yet.
pub(in crate::ui) fn say(ui: &mut Ui, cx: &Cx<'_>, words: &str) {
    let center = ui.max_rect().center();
    let galley =
        ui.painter().layout_no_wrap(words.to_owned(), size::BODY.font(), cx.tokens.text_subdued);
    let rect = Align2::CENTER_CENTER.anchor_size(center, galley.size());
    let mut place = ui.new_child(eframe::egui::UiBuilder::new().max_rect(rect));
    label(&mut place, words, size::BODY, cx.tokens.text_subdued);
}
