//! Lists of any kind: ticked, sorted, grouped, arranged, edited in place, done with by the many.

use eframe::egui::{
    Event, Key, Modifiers,
    accesskit::{Role, Toggled},
    vec2,
};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use fairlead::{
    domain::Kind,
    engine::{Create, Crm, Env},
    i18n::Lang,
    ui::WindowOptions,
};
use serde_json::{Value as Json, json};

use super::{Window, has_row, opener, pictures, rows, says};

/// The window on a workspace that holds these records.
pub fn window_on(records: &[(Kind, Json)]) -> Window {
    let folder = tempfile::tempdir().unwrap();
    let workspace = folder.path().join("workspace");
    let mut crm = Crm::open(&workspace, Env::system()).unwrap();
    let actor = crm.only_user();
    for (kind, values) in records {
        let Json::Object(values) = values.clone() else { panic!("fields") };
        crm.run(actor, Create { kind: *kind, values }).unwrap();
    }
    crm.close().unwrap();
    let options =
        WindowOptions { lang: Some(Lang::En), ..WindowOptions::new(workspace, opener(1)) };
    let mut window = Window::at(folder, options, vec2(1440.0, 900.0));
    window.until("the rows", |harness| rows(harness) > 0);
    window
}

pub fn leads() -> Vec<(Kind, Json)> {
    let lead = |(name, industry): &(&str, &str)| {
        (
            Kind::Lead,
            json!({"name": name, "company": "晨光", "industry": industry, "source": "fair"}),
        )
    };
    [("王小明", "food"), ("Ada Lin", "machinery"), ("陳怡君", "food"), ("Bob Hsu", "food")]
        .iter()
        .map(lead)
        .collect()
}

pub fn go(window: &mut Window, place: &str) {
    window.harness.get_by_role_and_label(Role::Tab, place).click();
    window.harness.run_ok();
}

pub fn press(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.harness.key_press_modifiers(modifiers, key);
    window.harness.run_ok();
}

fn ticked(window: &Window) -> usize {
    let boxes = window.harness.query_all_by_role(Role::CheckBox);
    let is_ticked = |node: &egui_kittest::Node<'_>| {
        let node = node.accesskit_node();
        node.toggled() == Some(Toggled::True)
            && node
                .label()
                .is_some_and(|label| label.starts_with("Select ") && label.contains("晨光"))
    };
    boxes.filter(is_ticked).count()
}

#[test]
fn rows_are_ticked_by_the_pointer_and_by_keys() {
    let mut window = window_on(&leads());
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::NONE, Key::Space);
    window.until_says("1 selected");
    press(&mut window, Modifiers::SHIFT, Key::ArrowDown);
    press(&mut window, Modifiers::SHIFT, Key::ArrowDown);
    window.until_says("3 selected");
    assert_eq!(ticked(&window), 3);
    window.harness.get_by_label("Select all 4").click();
    window.until_says("4 selected");
    press(&mut window, Modifiers::NONE, Key::Escape);
    window.until("no tick", |harness| !says(harness, "selected"));
    press(&mut window, Modifiers::COMMAND, Key::A);
    window.until_says("4 selected");
    window.harness.get_by_role_and_label(Role::CheckBox, "Select all").click();
    window.until("no tick", |harness| !says(harness, "selected"));
}

#[test]
fn what_is_ticked_is_deleted_at_once_and_taken_back() {
    let mut window = window_on(&leads());
    press(&mut window, Modifiers::COMMAND, Key::A);
    window.until_says("4 selected");
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::NONE, Key::Space);
    window.until_says("3 selected");
    pictures::keep(&mut window, "bulk");
    window.harness.get_by_label("More actions").click();
    window.harness.run_ok();
    pictures::keep(&mut window, "bulk-more");
    window.harness.get_by_role_and_label(Role::MenuItem, "Delete 3").click();
    window.until_says("1 lead");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    window.until_says("4 leads");
}

#[test]
fn the_menu_of_a_row_does_something_with_it() {
    let mut window = window_on(&leads());
    let row = "Ada Lin, 晨光";
    let found = window.harness.query_all_by_role(Role::Row);
    let is_it = |node: &egui_kittest::Node<'_>| {
        node.accesskit_node().label().is_some_and(|label| label.starts_with(row))
    };
    found.into_iter().find(is_it).unwrap().click_secondary();
    window.harness.run_ok();
    pictures::keep(&mut window, "row-menu");
    window.harness.get_by_role_and_label(Role::MenuItem, "Delete 1").click();
    window.until("the lead to go", |harness| !has_row(harness, row) && rows(harness) == 3);
}

#[test]
fn what_cannot_be_done_with_what_is_ticked_says_why() {
    let mut window = window_on(&leads());
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::NONE, Key::Space);
    window.until_says("1 selected");
    window.harness.get_by_label("More actions").click();
    window.harness.run_ok();
    let merge = window.harness.get_by_role_and_label(Role::MenuItem, "Merge 1…");
    let reason = merge.accesskit_node().data().description().map(ToOwned::to_owned);
    assert_eq!(reason.as_deref(), Some("Select two or more"));
    assert!(merge.accesskit_node().is_disabled());
}

#[test]
fn a_field_is_set_for_all_that_is_ticked() {
    let mut window = window_on(&leads());
    press(&mut window, Modifiers::COMMAND, Key::A);
    window.until_says("4 selected");
    window.harness.get_by_label("Set a field…").click();
    window.harness.run_ok();
    window.harness.get_by_role_and_label(Role::ComboBox, "Field").click();
    window.harness.run_ok();
    pictures::keep(&mut window, "bulk-set");
    window.harness.get_by_role_and_label(Role::ListBoxOption, "Company").click();
    window.harness.run_ok();
    window.harness.get_by_role_and_label(Role::TextInput, "Company").focus();
    window.harness.run_ok();
    window.harness.event(Event::Text("統和".to_owned()));
    window.harness.run_ok();
    window.harness.get_by_role_and_label(Role::Button, "Set").click();
    window.until("the new company", |harness| has_row(harness, "王小明, 統和"));
    assert!(has_row(&window.harness, "Bob Hsu, 統和"));
}

#[test]
fn a_cell_is_edited_in_its_place() {
    let mut window = window_on(&[
        (Kind::Lead, json!({"name": "王小明"})),
        (Kind::Account, json!({"name": "晨光"})),
    ]);
    go(&mut window, "Accounts");
    window.until("the account", |harness| has_row(harness, "晨光"));
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::NONE, Key::F2);
    window.harness.run_ok();
    pictures::keep(&mut window, "editor");
    window.harness.get_by_role_and_label(Role::TextInput, "Name").focus();
    press(&mut window, Modifiers::COMMAND, Key::A);
    window.harness.event(Event::Text("晨曦".to_owned()));
    window.harness.run_ok();
    press(&mut window, Modifiers::NONE, Key::Enter);
    window.until("the new name", |harness| has_row(harness, "晨曦"));
    // Escape leaves the value as it was.
    press(&mut window, Modifiers::NONE, Key::F2);
    window.harness.run_ok();
    window.harness.event(Event::Text("x".to_owned()));
    window.harness.run_ok();
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(has_row(&window.harness, "晨曦"));
}

#[test]
fn a_list_is_grouped_and_its_groups_fold() {
    let mut window = window_on(&leads());
    column_menu(&mut window, "Stage", "Group by this column");
    window.until_says("Grouped by Stage");
    window.until_says("Unsorted, 4");
    assert_eq!(rows(&window.harness), 4);
    window.harness.get_by_role_and_label(Role::RowHeader, "Unsorted, 4").click();
    window.until("the rows to go", |harness| rows(harness) == 0);
    pictures::keep(&mut window, "folded");
    window.harness.get_by_label("Grouped by Stage").click();
    window.harness.run_ok();
    window.harness.get_by_role_and_label(Role::MenuItem, "Do not group").click();
    window.until("the rows", |harness| rows(harness) == 4);
}

pub fn column_menu(window: &mut Window, column: &str, entry: &str) {
    window.harness.get_by_role_and_label(Role::ColumnHeader, column).click_secondary();
    window.harness.run_ok();
    window.harness.get_by_role_and_label(Role::MenuItem, entry).click();
    window.harness.run_ok();
}

pub fn headers(window: &Window) -> Vec<String> {
    let headers = window.harness.query_all_by_role(Role::ColumnHeader);
    headers.filter_map(|node| node.accesskit_node().label()).collect()
}

#[test]
fn columns_are_hidden_moved_and_chosen() {
    let mut window = window_on(&leads());
    let shipped = ["Name / company", "Score", "Stage", "Campaign", "Owner / pool", "Captured at"];
    assert_eq!(headers(&window), shipped);
    column_menu(&mut window, "Score", "Hide column");
    column_menu(&mut window, "Campaign", "Move left");
    assert_eq!(
        headers(&window),
        ["Name / company", "Campaign", "Stage", "Owner / pool", "Captured at"]
    );
    window.harness.get_by_label("Columns").click();
    window.harness.run_ok();
    pictures::keep(&mut window, "columns");
    window.harness.get_by_role_and_label(Role::CheckBox, "Job title").click();
    window.harness.run_ok();
    assert!(headers(&window).contains(&"Job title".to_owned()));
    window.harness.get_by_label("Columns as shipped").click();
    window.harness.run_ok();
    assert_eq!(headers(&window), shipped);
}

#[test]
fn conditions_become_chips_and_go_again() {
    let mut window = window_on(&leads());
    window.harness.get_by_role_and_label(Role::TextInput, "Type to filter").focus();
    window.harness.run_ok();
    window.harness.event(Event::Text("industry:mach".to_owned()));
    window.until("a candidate", |harness| {
        harness.query_by_role_and_label(Role::MenuItem, "Machinery").is_some()
    });
    pictures::keep(&mut window, "completion");
    press(&mut window, Modifiers::NONE, Key::Tab);
    press(&mut window, Modifiers::NONE, Key::Enter);
    window.until_says("1 shown of 4 leads");
    window.harness.get_by_role_and_label(Role::Button, "Industry Machinery");
    assert!(has_row(&window.harness, "Ada Lin"));
    window.harness.get_by_label("Remove Industry Machinery").click();
    window.until_says("4 leads");
}

#[test]
fn a_field_that_is_not_at_hand_is_taken_into_memory() {
    let mut records = leads();
    let (_, Json::Object(first)) = &mut records[0] else { panic!("fields") };
    first.insert("need".to_owned(), json!("frozen dumplings"));
    let mut window = window_on(&records);
    window.harness.get_by_role_and_label(Role::TextInput, "Type to filter").focus();
    window.harness.run_ok();
    window.harness.event(Event::Text("need:dumplings".to_owned()));
    window.until("the one lead", |harness| rows(harness) == 1 && has_row(harness, "王小明"));
}

#[test]
fn every_place_of_a_list_shows_its_records() {
    let records = [
        (Kind::Lead, json!({"name": "王小明", "company": "晨光"})),
        (Kind::Account, json!({"name": "統和企業"})),
        (Kind::Campaign, json!({"name": "Computex", "kind": "trade_fair"})),
        (Kind::Contact, json!({"name": "林志豪"})),
    ];
    let mut window = window_on(&records);
    for (place, row) in [
        ("Lead pool", "王小明, 晨光"),
        ("Leads", "王小明, 晨光"),
        ("Accounts", "統和企業"),
        ("Campaigns", "Computex, Trade fair, Planned"),
        ("Contacts", "林志豪"),
    ] {
        go(&mut window, place);
        window.until(place, |harness| has_row(harness, row));
    }
    go(&mut window, "Orders");
    window.until_says("No orders yet");
}

#[test]
fn a_list_is_grouped_by_a_field_of_ones_own() {
    let mut filled = super::record::Filled::new();
    let field = json!({"kind": "lead", "name": "plan", "label_en": "Plan", "shape": "picklist",
        "choices": ["gold", "silver"]});
    filled.run("add_field", field);
    for (name, plan) in [("王小明", "gold"), ("Ada Lin", "silver"), ("Bob Hsu", "gold")] {
        filled.create("lead", &json!({"name": name, "plan": plan}));
    }
    let view =
        json!({"name": "By plan", "kind": "lead", "columns": ["name!", "plan"], "shared": true});
    filled.create("saved_view", &view);
    let mut window = filled.open(Lang::En, vec2(1440.0, 900.0));
    window.until_rows(3);
    window.harness.get_by_role_and_label(Role::Button, "View: As shipped").click();
    window.harness.run_ok();
    window.harness.get_by_role_and_label(Role::MenuItemRadio, "By plan").click();
    window.harness.run_ok();
    column_menu(&mut window, "Plan", "Group by this column");
    window.until_says("Grouped by Plan");
    window.until_says("gold, 2");
    window.until_says("silver, 1");
}
