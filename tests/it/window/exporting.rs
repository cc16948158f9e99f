//! Records of a list in a file: which of them, in which format, with which columns.

use eframe::egui::{Key, Modifiers, accesskit::Role, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use fairlead::{domain::Kind, i18n::Lang, ui::WindowOptions};
use serde_json::json;

use super::{
    Window,
    list::{leads, press, window_on},
    opener, pictures, rows,
};

/// The window on four leads, and the folder that files go to.
fn window() -> (Window, std::path::PathBuf) {
    let folder = window_on(&leads()).close();
    let to = folder.path().join("out");
    std::fs::create_dir_all(&to).unwrap();
    let options = WindowOptions {
        lang: Some(Lang::En),
        save_to: Some(to.clone()),
        ..WindowOptions::new(folder.path().join("workspace"), opener(1))
    };
    let mut window = Window::at(folder, options, vec2(1440.0, 900.0));
    window.until_rows(4);
    (window, to)
}

fn choose(window: &mut Window, words: &str) {
    let choices: Vec<_> = window.harness.query_all_by_role(Role::RadioButton).collect();
    let is_it = |node: &&egui_kittest::Node<'_>| {
        node.accesskit_node().label().is_some_and(|label| label.starts_with(words))
    };
    choices.iter().find(is_it).unwrap_or_else(|| panic!("{words}")).click();
    drop(choices);
    window.harness.run_ok();
}

fn export(window: &mut Window, file: &str, count: usize) {
    window.harness.get_by_role_and_label(Role::Button, "Export…").click();
    window.until_says(&format!("{file}: {count} record"));
}

#[test]
fn all_that_match_go_into_a_file_of_each_format() {
    let (mut window, to) = window();
    for (format, file) in [
        ("Excel workbook", "Leads.xlsx"),
        ("Table (.csv)", "Leads.csv"),
        ("Contact cards", "Leads.vcf"),
        ("Whole records", "Leads.jsonl"),
    ] {
        window.harness.get_by_role_and_label(Role::Button, "Export").click();
        window.until_says("Export leads");
        choose(&mut window, format);
        pictures::keep(&mut window, &format!("export-{file}"));
        export(&mut window, file, 4);
    }
    let csv = std::fs::read_to_string(to.join("Leads.csv")).unwrap();
    let head = csv.lines().next().unwrap();
    assert_eq!(head.split(',').count(), 6, "{head}");
    assert_eq!(csv.lines().count(), 5);
    assert!(csv.contains("王小明"));
    let cards = std::fs::read_to_string(to.join("Leads.vcf")).unwrap();
    assert_eq!(cards.matches("BEGIN:VCARD").count(), 4);
    let documents = std::fs::read_to_string(to.join("Leads.jsonl")).unwrap();
    let document: serde_json::Value =
        serde_json::from_str(documents.lines().next().unwrap()).unwrap();
    assert!(document.get("industry").is_some() && document.get("id").is_some());
    assert!(std::fs::read(to.join("Leads.xlsx")).unwrap().starts_with(b"PK"));
    // Nothing half written is left behind.
    assert_eq!(std::fs::read_dir(&to).unwrap().count(), 4);
}

#[test]
fn what_is_ticked_goes_into_a_file_with_every_field() {
    let (mut window, to) = window();
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::NONE, Key::Space);
    window.until_says("1 selected");
    window.harness.get_by_role_and_label(Role::Button, "More actions").click();
    window.harness.run_ok();
    window.harness.get_by_role_and_label(Role::MenuItem, "Export…").click();
    window.until_says("The 1 that are selected");
    choose(&mut window, "Table (.csv)");
    choose(&mut window, "All fields");
    export(&mut window, "Leads.csv", 1);
    let csv = std::fs::read_to_string(to.join("Leads.csv")).unwrap();
    assert_eq!(csv.lines().count(), 2);
    assert!(csv.lines().next().unwrap().split(',').count() > 20);
    // The same form writes the others when one thinks better of it.
    window.harness.get_by_role_and_label(Role::Button, "Export").click();
    window.until_says("The 1 that are selected");
    choose(&mut window, "All 4 that match");
    choose(&mut window, "Table (.csv)");
    press(&mut window, Modifiers::NONE, Key::Enter);
    window.until_says("Leads.csv: 4 records");
}

#[test]
fn a_workbook_that_comes_back_changes_nothing_by_itself() {
    let (mut window, to) = window();
    window.harness.get_by_role_and_label(Role::Button, "Export").click();
    window.until_says("Export leads");
    export(&mut window, "Leads.xlsx", 4);
    let file = to.join("Leads.xlsx").to_string_lossy().into_owned();
    window.drop_files(&[&file]);
    window.until_says("Leads.xlsx: 0 records changed, 0 conflicts");
}

#[test]
fn what_went_out_stands_in_the_history_and_nothing_else_moves() {
    let (mut window, _) = window();
    let undo = |window: &Window| {
        let words = window.words().into_iter();
        words.filter(|word| word.starts_with("Undo")).collect::<Vec<_>>()
    };
    let before = undo(&window);
    // The page is looked at before, so that it has to notice.
    let history = |window: &mut Window| {
        super::list::go(window, "Settings");
        window.harness.get_by_role_and_label(Role::Tab, "History").click();
        window.until_says("What was done in this workspace");
    };
    history(&mut window);
    window.until("what was done", |harness| rows(harness) >= 4);
    let entries = rows(&window.harness);
    super::list::go(&mut window, "Leads");
    window.until("the rows", |harness| rows(harness) == 4);
    window.harness.get_by_role_and_label(Role::Button, "Export").click();
    window.until_says("Export leads");
    choose(&mut window, "Table (.csv)");
    export(&mut window, "Leads.csv", 4);
    history(&mut window);
    window.until("the export", |harness| rows(harness) == entries + 1);
    assert!(super::has_row(&window.harness, "Leads · Table (.csv) · all"), "{:?}", window.words());
    pictures::keep(&mut window, "settings-history");
    assert_eq!(undo(&window), before, "it is no step of undo");
}

#[test]
fn what_is_no_person_has_no_card() {
    let mut window = window_on(&[
        (Kind::Lead, json!({"name": "王小明"})),
        (Kind::Account, json!({"name": "晨光"})),
    ]);
    super::list::go(&mut window, "Accounts");
    window.until("the account", |harness| rows(harness) == 1);
    window.harness.get_by_role_and_label(Role::Button, "Export").click();
    window.until_says("Export accounts");
    assert!(!super::says(&window.harness, "Contact cards"));
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(!super::says(&window.harness, "Export accounts"));
}
