//! A list of just the records behind a number.

use std::sync::Arc;

use eframe::egui::Ui;

use super::ListView;
use crate::{
    domain::{Kind, RecordId, Row},
    i18n::text,
    model::Model,
    query::RowSet,
    ui::{Cx, widgets::Chip},
};

/// The records behind a number.
#[derive(Debug, PartialEq, Eq)]
pub struct Among {
    /// What sort of records.
    pub kind: Kind,
    /// What the number says.
    pub title: String,
    /// The records, each once.
    pub records: Vec<RecordId>,
}

impl Among {
    /// The records as rows of a list; of a kind that stays small, as places among its records.
    pub(super) fn rows(
        &self,
        model: &Model,
        (small, capacity): (&[(RecordId, Row)], usize),
    ) -> RowSet {
        let place = |record: &RecordId| match model.columns(self.kind) {
            Some(columns) => columns.find(record.uuid),
            None => small.iter().position(|(other, _)| other == record),
        };
        let rows = self.records.iter().filter_map(place);
        let rows: Vec<u32> = rows.filter_map(|row| u32::try_from(row).ok()).collect();
        RowSet::of(capacity, &rows)
    }
}

impl ListView {
    /// Shows the records behind a number, and nothing else.
    pub fn limit(&mut self, among: Arc<Among>) {
        self.filter.clear();
        self.used = None;
        let question = &mut self.asking.question;
        question.filter.clear();
        question.group = None;
        question.among = Some(among);
        self.selection.clear();
        self.unchoose();
        // A board tells of all deals.
        if let Some(board) = &mut self.board {
            board.is_shown = false;
        }
    }

    /// The sign that the list is limited, and the way back to all of it.
    pub(super) fn among_chip(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let Some(among) = self.asking.question.among.clone() else { return };
        let (field, remove) = (text(cx.lang, "list-among"), text(cx.lang, "filter-remove"));
        ui.spacing_mut().item_spacing.x = crate::ui::theme::space::SMALL;
        let chip = Chip { field: &field, value: &among.title, remove: &remove };
        if chip.show(ui) == Some(true) {
            self.asking.question.among = None;
            ui.request_repaint();
        }
    }
}
