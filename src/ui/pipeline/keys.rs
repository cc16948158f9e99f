//! What the keyboard does on the board: the arrows go from card to card, Enter opens the page, M or Shift+F10 the
//! menu by which a deal goes to another stage.

use eframe::egui::{EventFilter, Key, Modifiers, Popup, Response, Ui};

use super::{PipelineBoard, moving::Deed, standing::Standing, view::Wish};
use crate::{domain::RecordId, ui::Cx};

/// Where the keyboard goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Up,
    Down,
    Left,
    Right,
    First,
    Last,
}

const STEPS: [(Key, Step); 6] = [
    (Key::ArrowUp, Step::Up),
    (Key::ArrowDown, Step::Down),
    (Key::ArrowLeft, Step::Left),
    (Key::ArrowRight, Step::Right),
    (Key::Home, Step::First),
    (Key::End, Step::Last),
];

impl PipelineBoard {
    /// Does what the keys say.
    pub(super) fn listen(
        &mut self,
        ui: &Ui,
        cx: &Cx<'_>,
        (grid, standing): (&Response, &Standing),
        deeds: &mut Vec<Deed>,
    ) {
        // Where nothing has the focus and nothing lies over the board, the keys are meant for it.
        let (nothing, is_covered) = ui.memory(|memory| {
            (memory.focused().is_none(), !memory.allows_interaction(ui.layer_id()))
        });
        let is_elsewhere = self.menu.is_some() || Popup::is_any_open(ui.ctx());
        if !(grid.has_focus() || nothing) || is_covered || is_elsewhere {
            return;
        }
        let filter = EventFilter {
            vertical_arrows: true,
            horizontal_arrows: true,
            escape: true,
            tab: false,
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(grid.id, filter));
        let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
        for (key, step) in STEPS {
            if pressed(Modifiers::NONE, key)
                && let Some(record) = self.step(cx, standing, step)
            {
                grid.request_focus();
                (self.cursor, self.wish) = (Some(record), Wish::Sight);
                deeds.push(Deed::Choose(record));
            }
        }
        let Some(cursor) = self.cursor else { return };
        if pressed(Modifiers::SHIFT, Key::F10) || pressed(Modifiers::NONE, Key::M) {
            self.wish = Wish::Menu;
        } else if pressed(Modifiers::NONE, Key::Enter) {
            deeds.push(Deed::Open(cursor));
        } else if pressed(Modifiers::NONE, Key::Escape) {
            deeds.push(Deed::Unchoose);
        }
    }

    /// The deal that a step leads to.
    fn step(&self, cx: &Cx<'_>, standing: &Standing, step: Step) -> Option<RecordId> {
        let columns = &cx.model.opportunities;
        let row = self.cursor.and_then(|cursor| columns.find(cursor.uuid));
        let here = row.and_then(|row| standing.place_of(row as u32));
        let row = neighbour(standing, here, step)?;
        columns.id(row as usize)
    }
}

/// The row beside a place, passing over stages where nothing stands.
fn neighbour(standing: &Standing, here: Option<(usize, usize)>, step: Step) -> Option<u32> {
    let filled = |at: &usize| standing.columns.get(*at).is_some_and(|it| !it.rows.is_empty());
    let count = standing.columns.len();
    let Some((column, place)) = here else {
        let first = (0..count).find(filled)?;
        return standing.columns.get(first)?.rows.first().copied();
    };
    let (column, place) = match step {
        Step::Up => (column, place.saturating_sub(1)),
        Step::Down => (column, place + 1),
        Step::First => (column, 0),
        Step::Last => (column, usize::MAX),
        Step::Left => ((0..column).rev().find(filled)?, place),
        Step::Right => ((column + 1..count).find(filled)?, place),
    };
    let rows = &standing.columns.get(column)?.rows;
    rows.get(place.min(rows.len().checked_sub(1)?)).copied()
}
