//! What the keyboard does in a table.

use eframe::egui::{Event, EventFilter, Key, Modifiers, Popup, Rect, Response, Ui};

use super::{Answer, Deed, Rows, Table, TableState, position::Extent};

/// Does what the keys say; whether the keyboard has gone to another row.
pub(super) fn listen(
    ui: &Ui,
    (grid, extent): (&Response, Extent),
    (table, rows): (&Table<'_>, &dyn Rows),
    state: &mut TableState,
    answer: &mut Answer,
) -> bool {
    // Where nothing has the focus and nothing lies over the table, the keys are meant for it.
    let (nothing, is_covered) =
        ui.memory(|memory| (memory.focused().is_none(), !memory.allows_interaction(ui.layer_id())));
    if (!grid.has_focus() && !nothing) || is_covered || Popup::is_any_open(ui.ctx()) {
        return false;
    }
    let filter =
        EventFilter { vertical_arrows: true, horizontal_arrows: true, escape: true, tab: false };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(grid.id, filter));
    let is_heading = state.cursor.is_some_and(|row| rows.heading(row).is_some());
    let mut has_moved = false;
    let mut keys = ui.input(|input| pressed(&input.events));
    keys.retain(|(key, modifiers)| {
        let moved = step(table.rows, extent, state, *key);
        if let Some(row) = moved.filter(|_| !modifiers.command && !modifiers.alt) {
            has_moved = true;
            grid.request_focus();
            // The row one comes from belongs to what is ticked.
            let is_ticking = modifiers.shift && table.ticks.is_some();
            state.cursor = Some(row);
            answer.deeds.push(if is_ticking { Deed::TickedTo(row) } else { Deed::Chosen(row) });
            return true;
        }
        match deed(*key, *modifiers, (table, is_heading), state) {
            Some(Act::Deed(deed)) => answer.deeds.push(deed),
            Some(Act::Column) => {}
            None => return false,
        }
        true
    });
    ui.input_mut(|input| {
        for (key, modifiers) in keys {
            input.consume_key(modifiers, key);
        }
    });
    has_moved
}

/// Something a key does without going to another row.
enum Act {
    Deed(Deed),
    /// Goes to another cell of the row.
    Column,
}

fn deed(
    key: Key,
    modifiers: Modifiers,
    (table, is_heading): (&Table<'_>, bool),
    state: &mut TableState,
) -> Option<Act> {
    let row = state.cursor;
    let has_ticks = table.ticks.is_some();
    let act = match (key, row) {
        (Key::A, _) if modifiers.command_only() && has_ticks => Deed::TickedAll,
        _ if modifiers.command || modifiers.alt => return None,
        (Key::F10, Some(row)) if modifiers.shift => {
            Deed::Menu(row, state.column, Rect::NOTHING.min)
        }
        (Key::Enter | Key::Space, Some(row)) if is_heading => Deed::Folded(row),
        (Key::Enter, Some(row)) => Deed::Opened(row),
        (Key::Space, Some(row)) if has_ticks => Deed::Ticked(row),
        (Key::F2, Some(row)) => Deed::Edit(row, state.column),
        (Key::Escape, _) => {
            state.column = None;
            Deed::Cleared
        }
        (Key::ArrowLeft | Key::ArrowRight, Some(_)) if !is_heading => {
            let last = table.columns.len().saturating_sub(1);
            state.column = match (key, state.column) {
                (Key::ArrowRight, None) => Some(0),
                (Key::ArrowRight, Some(at)) => Some((at + 1).min(last)),
                (_, None | Some(0)) => None,
                (_, Some(at)) => Some(at - 1),
            };
            return Some(Act::Column);
        }
        _ => return None,
    };
    Some(Act::Deed(act))
}

/// The row a key goes to.
fn step(rows: usize, extent: Extent, state: &TableState, key: Key) -> Option<usize> {
    let last = rows.checked_sub(1)?;
    let page = (extent.visible as usize).saturating_sub(1).max(1);
    let (at, top) = (state.cursor, state.position.row);
    let row = match key {
        Key::ArrowDown => at.map_or(top, |row| row + 1),
        Key::ArrowUp => at.map_or(top, |row| row.saturating_sub(1)),
        Key::PageDown => at.unwrap_or(top) + page,
        Key::PageUp => at.unwrap_or(top).saturating_sub(page),
        Key::Home => 0,
        Key::End => last,
        _ => return None,
    };
    Some(row.min(last))
}

/// The keys that were pressed, one after another.
fn pressed(events: &[Event]) -> Vec<(Key, Modifiers)> {
    let pressed = events.iter().filter_map(|event| match event {
        Event::Key { key, pressed: true, modifiers, .. } => Some((*key, *modifiers)),
        _ => None,
    });
    pressed.collect()
}
