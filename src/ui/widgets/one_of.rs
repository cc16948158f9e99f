//! A menu of a few entries, one of which holds.

use eframe::egui::Response;

use super::{Menu, MenuEntry, MenuLine};

/// Shows the menu under a button while it is open; gives back the entry that was clicked.
pub fn one_of(button: &Response, name: &str, entries: &[&str], chosen: usize) -> Option<usize> {
    let lines: Vec<MenuLine<'_>> = entries
        .iter()
        .enumerate()
        .map(|(at, text)| MenuLine::Entry(MenuEntry::one_of(text, at == chosen)))
        .collect();
    Menu { name, lines: &lines }.show(button)
}
