//! The list of leads: chosen, found and sorted.

use eframe::egui::{self, Key, accesskit::Role};
use egui_kittest::kittest::Queryable as _;

use super::{Window, has_row, rows, says};

#[test]
fn keys_choose_a_lead_and_show_it() {
    let mut window = Window::open(300);
    window.import(300);
    window.harness.get_by_label("Close report").click();
    window.harness.run();
    window.harness.key_press(Key::ArrowDown);
    window.until_says("02-00000300");
    window.until_says("a300@x.example");
    window.harness.key_press(Key::End);
    window.until("the last row", |harness| has_row(harness, "Lead 00001"));
    window.until_says("02-00000001");
    window.harness.key_press(Key::PageUp);
    window.harness.key_press(Key::Home);
    window.until_says("02-00000300");
    window.harness.key_press(Key::Escape);
    window.until("the preview to go", |harness| !says(harness, "a300@x.example"));
}

#[test]
fn words_filter_and_headers_sort() {
    let mut window = Window::open(300);
    window.import(300);
    window.harness.get_by_role_and_label(Role::ColumnHeader, "Name / company").click();
    window.until("the first name", |harness| has_row(harness, "Lead 00001"));
    window.harness.get_by_role_and_label(Role::ColumnHeader, "Name / company").click();
    window.until("the last name", |harness| has_row(harness, "Lead 00300"));
    let filter = window.harness.get_by_role_and_label(Role::TextInput, "Type to filter");
    filter.focus();
    window.harness.run();
    window.harness.event(egui::Event::Text("00299".to_owned()));
    window.until_says("1 shown of 300");
    assert!(has_row(&window.harness, "Lead 00299"));
    window.harness.event(egui::Event::Text("x".to_owned()));
    window.until_says("No leads fit the filter");
    window.harness.get_by_label("Clear the filter").click();
    window.until_says("300 leads");
}

#[test]
fn a_wrong_filter_says_so_and_keeps_the_list() {
    let mut window = Window::open(30);
    window.import(30);
    window.harness.get_by_role_and_label(Role::TextInput, "Type to filter").focus();
    window.harness.run();
    window.harness.event(egui::Event::Text("nofield:3".to_owned()));
    window.until_says("nofield");
    window.until("the rows to stay", |harness| rows(harness) > 10);
}
