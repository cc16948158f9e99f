//! Lists in what lies over the window.

use eframe::egui::{ScrollArea, Ui};

use crate::ui::theme::measure;

/// A list that scrolls when it is higher than that, or than the window has room for.
///
/// What lies over the window is offered the height it had before, so that a list that was short once, because
/// little was found yet, would stay so.
pub fn scroll_list(ui: &Ui, highest: f32) -> ScrollArea {
    let room = ui.ctx().content_rect().height() - measure::AROUND_A_LIST;
    let highest = highest.min(room);
    ScrollArea::vertical().max_height(highest).min_scrolled_height(highest)
}
