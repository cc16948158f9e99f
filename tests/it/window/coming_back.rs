//! What comes back on the next start: where one was, and how each list is looked at.

use eframe::egui::{Event, Key, Modifiers, accesskit::Role, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use fairlead::{i18n::Lang, ui::WindowOptions};
use serde_json::json;
use tempfile::TempDir;

use super::{
    Window,
    list::{column_menu, go, headers, leads, press, window_on},
    opener,
    record::Filled,
    rows, says,
};

/// Closes the window and opens it again on the same workspace.
fn again(window: Window) -> Window {
    let (folder, options) = closed(window);
    Window::at(folder, options, vec2(1440.0, 900.0))
}

fn closed(window: Window) -> (TempDir, WindowOptions) {
    let folder = window.close();
    let workspace = folder.path().join("workspace");
    (folder, WindowOptions { lang: Some(Lang::En), ..WindowOptions::new(workspace, opener(1)) })
}

fn is_shown(window: &Window, switch: &str) -> bool {
    let switch = window.harness.get_by_role_and_label(Role::RadioButton, switch);
    switch.accesskit_node().toggled() == Some(eframe::egui::accesskit::Toggled::True)
        || switch.accesskit_node().is_selected() == Some(true)
}

#[test]
fn a_list_is_looked_at_as_it_was_left() {
    let mut window = window_on(&leads());
    column_menu(&mut window, "Score", "Hide column");
    column_menu(&mut window, "Campaign", "Move left");
    column_menu(&mut window, "Stage", "Group by this column");
    column_menu(&mut window, "Name / company", "Sort ascending");
    window.harness.get_by_role_and_label(Role::TextInput, "Type to filter").focus();
    window.harness.run_ok();
    window.harness.event(Event::Text("industry:food ".to_owned()));
    window.until_says("3 shown of 4 leads");
    press(&mut window, Modifiers::NONE, Key::Enter);
    let left = headers(&window);
    let order = row_names(&window);
    press(&mut window, Modifiers::COMMAND, Key::B);
    let narrow = rail(&window);

    let mut window = again(window);
    window.until_says("3 shown of 4 leads");
    assert_eq!(headers(&window), left);
    assert_eq!(row_names(&window), order);
    assert!(says(&window.harness, "Grouped by Stage"));
    window.harness.get_by_role_and_label(Role::Button, "Industry Food");
    assert_eq!(rail(&window), narrow);
}

#[test]
fn the_last_place_and_its_table_come_back() {
    let mut filled = Filled::new();
    filled.create("lead", &json!({"name": "王小明", "company": "晨光"}));
    let account = filled.create("account", &json!({"name": "晨光"}));
    filled.create("opportunity", &json!({"name": "立袋", "account": account.uuid}));
    let mut window = filled.open(Lang::En, vec2(1440.0, 900.0));
    window.until("the lead", |harness| rows(harness) == 1);
    go(&mut window, "Lead pool");
    window.until("the pool", |harness| rows(harness) == 1);
    let tabs: Vec<_> = window.harness.query_all_by_role(Role::Tab).collect();
    let is_it = |tab: &&egui_kittest::Node<'_>| {
        tab.accesskit_node().label().is_some_and(|label| label.starts_with("Nurturing"))
    };
    tabs.iter().find(is_it).unwrap().click();
    drop(tabs);
    window.until("none that sleeps", |harness| rows(harness) == 0);
    go(&mut window, "Opportunities");
    window.until_says("Clarify need");
    window.harness.get_by_role_and_label(Role::RadioButton, "Table").click();
    window.until("the deal", |harness| rows(harness) == 1);

    let mut window = again(window);
    window.until("the deal", |harness| rows(harness) == 1);
    assert!(is_shown(&window, "Table"));
    // What was left elsewhere is there when one goes there.
    go(&mut window, "Lead pool");
    window.until_says("0 leads");
    assert_eq!(rows(&window.harness), 0);
    // What was not opened this time is not forgotten.
    let mut window = again(again(window));
    window.until_says("0 leads");
    go(&mut window, "Opportunities");
    window.until("the deal", |harness| rows(harness) == 1);
    assert!(is_shown(&window, "Table"));
}

fn rail(window: &Window) -> f32 {
    window.harness.get_by_role_and_label(Role::Tab, "Leads").rect().width()
}

fn row_names(window: &Window) -> Vec<String> {
    let rows = window.harness.query_all_by_role(Role::Row);
    rows.filter_map(|row| row.accesskit_node().label()).collect()
}

#[test]
fn files_that_are_dropped_before_everything_is_read_are_looked_at_then() {
    let mut window = window_on(&leads());
    go(&mut window, "Settings");
    let (folder, options) = closed(window);
    let mut window = Window::opening_at(folder, options, (vec2(1440.0, 900.0), 1.0));
    window.look_at("cards.csv", super::cards_csv(3), "Import 3 leads");
}

#[test]
fn who_acted_comes_back_among_others() {
    let who = |window: &Window| {
        let menu = window.harness.get_by_role_and_label(Role::Button, "You and your settings");
        menu.accesskit_node().value()
    };
    let mut window = Window::open(1);
    window.until_says("Drop a file of cards here");
    window.harness.get_by_role_and_label(Role::Button, "Open the sample").click();
    window.until_says("400 leads");
    assert_eq!(who(&window).as_deref(), Some("Admin"));
    // Among the made-up people is another administrator, who joined before.
    let window = again(window);
    assert_eq!(who(&window).as_deref(), Some("Admin"));
}
