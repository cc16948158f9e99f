//! Pairs that may be the same: decided by keys, taken back, found in a search; and who is being typed.

use eframe::egui::{Event, Key, Modifiers, accesskit::Role, vec2};
use egui_kittest::kittest::Queryable as _;
use fairlead::i18n::Lang;
use serde_json::{Value as Json, json};

use super::{
    Window, has_row,
    list::{go, press},
    record::Filled,
    says,
};

const SIZE: eframe::egui::Vec2 = vec2(1440.0, 900.0);

fn lead(filled: &mut Filled, phone: &str, title: &str) -> Json {
    let record = filled.create(
        "lead",
        &json!({"name": "王小明", "company": "大同", "job_title": title,
            "phones": [{"raw": phone, "kind": "mobile"}]}),
    );
    json!({"kind": "lead", "id": record.uuid})
}

/// The place with one pair that waits.
fn waiting() -> Window {
    let mut filled = Filled::new();
    let a = lead(&mut filled, "0912-345-678", "經理");
    let b = lead(&mut filled, "0955-111-222", "副理");
    filled.run("note_pairs", json!({"pairs": [{"a": a, "b": b, "score": 74}]}));
    let mut window = filled.open(Lang::En, SIZE);
    window.until_says("Duplicates");
    go(&mut window, "Duplicates");
    window.until_says("One pair to review");
    window.until_says("stays and takes in");
    window
}

#[test]
fn a_pair_is_merged_with_the_values_that_were_chosen_and_taken_back() {
    let mut window = waiting();
    for words in ["Same name at the same company", "Different mobile numbers", "74 — may be"] {
        assert!(says(&window.harness, words), "{words}");
    }
    window.harness.get_by_role_and_label(Role::RadioButton, "Job title: 副理").click();
    window.harness.run_ok();
    window.until_says("2 of its fields change");
    press(&mut window, Modifiers::NONE, Key::M);
    window.until_says("Merged into 王小明");
    window.until_says("No duplicates to review");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    window.until_says("One pair to review");
}

#[test]
fn who_is_not_the_same_is_remembered_and_not_found_again() {
    let mut window = waiting();
    press(&mut window, Modifiers::NONE, Key::N);
    window.until_says("are not the same");
    window.until_says("No duplicates to review");
    window.harness.get_by_role_and_label(Role::Button, "Search everyone").click();
    window.harness.run_ok();
    window.until_says("no pair that is not known already");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    window.until_says("One pair to review");
}

#[test]
fn a_search_brings_pairs_to_be_reviewed() {
    let mut filled = Filled::new();
    lead(&mut filled, "0912-345-678", "經理");
    lead(&mut filled, "0955-111-222", "副理");
    let mut window = filled.open(Lang::En, SIZE);
    window.until_says("Duplicates");
    go(&mut window, "Duplicates");
    window.until_says("No duplicates to review");
    window.harness.get_by_role_and_label(Role::Button, "Search everyone").click();
    window.harness.run_ok();
    window.until_says("One pair to review");
}

#[test]
fn whoever_is_typed_and_known_is_opened_instead() {
    let mut filled = Filled::new();
    lead(&mut filled, "0912-345-678", "經理");
    let mut window = filled.open(Lang::En, SIZE);
    window.until("the lead", |harness| has_row(harness, "王小明"));
    press(&mut window, Modifiers::COMMAND, Key::N);
    window.until_says("New lead");
    window.harness.event(Event::Text("王小明".to_owned()));
    window.harness.run_ok();
    window.harness.get_by_role_and_label(Role::TextInput, "Company").focus();
    window.harness.run_ok();
    window.harness.event(Event::Text("大同股份有限公司".to_owned()));
    window.harness.run_ok();
    window.until_says("Is it one of these?");
    window.until_says("Same name at the same company");
    window.harness.get_by_role_and_label(Role::Button, "Open 王小明 instead").click();
    window.harness.run_ok();
    window.until_says("經理");
    assert!(!says(&window.harness, "Is it one of these?"));
}
