//! The list of deals as a board: the same filter, the same deals, by stage.

use eframe::egui::Ui;

use super::{ListView, empty, preview};
use crate::ui::{Cx, pipeline::BoardDeed, theme::measure};

impl ListView {
    /// Whether the board is shown instead of the table.
    pub(super) fn is_board(&self) -> bool {
        self.board.as_ref().is_some_and(|board| board.is_shown)
    }

    /// Whether the chosen record is shown beside the list. A board has no room for it unless it is asked for.
    pub(super) fn preview_switch(&mut self) -> &mut bool {
        match self.board.as_mut().filter(|board| board.is_shown) {
            Some(board) => &mut board.is_preview_open,
            None => &mut self.is_preview_open,
        }
    }

    /// Draws the board, and the chosen deal beside it.
    pub(super) fn show_board(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        if self.asking.is_answered() && self.asking.answer.rows().is_empty() {
            return self.show_empty(ui, cx);
        }
        let previewed = self.previewed(cx.model);
        let is_wide = ui.content_rect().width() >= measure::WIDE;
        if let (Some(record), true) = (previewed, is_wide) {
            *self.preview_switch() = !preview::beside(ui, cx, record);
        }
        let room = ui.available_rect_before_wrap();
        let chosen = self.chosen;
        let deed = self.board.as_mut().and_then(|board| board.show(ui, cx, chosen));
        match deed {
            Some(BoardDeed::Unchoose) => self.unchoose(),
            Some(BoardDeed::Choose(record) | BoardDeed::Menu(record, ..)) => {
                self.chosen = Some(record);
            }
            Some(BoardDeed::Open(_) | BoardDeed::Move(..) | BoardDeed::Nurture(_)) | None => {}
        }
        if let (Some(record), false) = (previewed, is_wide) {
            *self.preview_switch() = !preview::over(ui, cx, room, record);
        }
    }

    /// Says why nothing is shown, and what may be done about it.
    pub(super) fn show_empty(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let is_filtered = !self.filter.is_empty() || self.asking.question.among.is_some();
        if empty::show(ui, cx, &self.asking, is_filtered) {
            self.filter.clear();
            self.asking.question.among = None;
            self.asking.question.filter.clear();
        }
    }
}
