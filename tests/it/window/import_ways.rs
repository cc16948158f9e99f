//! The ways by which cards come in: sheets of a workbook, archives, folders, several files at once.

use eframe::egui::{self, accesskit::Role};
use egui_kittest::kittest::Queryable as _;
use fairlead::{
    engine::{Command, Crm, Env},
    i18n::Lang,
    ui::WindowOptions,
};
use serde_json::json;

use super::{Window, cards_csv, has_row, says};

fn click(window: &mut Window, name: &str) {
    window.harness.get_by_role_and_label(Role::Button, name).click();
    window.harness.run_ok();
}

#[test]
fn the_sheets_of_a_workbook_are_chosen() {
    let mut window = Window::open(1);
    window.until_says("Drop a file of cards here");
    let book = std::fs::read("tests/data/import/dirty/multi_sheet_hidden.xlsx").unwrap();
    window.look_at("三天.xlsx", book, "Import 4 leads");
    click(&mut window, "Sheet: 3 of 6 sheets");
    assert!(says(&window.harness, "隱藏_選項 · 1 row · another table · hidden"));
    let sheet = "3月5日 · 2 rows · looks like cards";
    window.harness.get_by_role_and_label(Role::CheckBox, sheet).click();
    window.until_says("Import 2 leads");
    assert!(!has_row(&window.harness, "3月5日王") && has_row(&window.harness, "3月7日王"));
    window.until_says("Sheet: 2 of 6 sheets");
}

/// Chooses an entry of a list that opens below.
fn choose(window: &mut Window, list: &str, entry: &str) {
    window.harness.get_by_role_and_label(Role::ComboBox, list).click();
    window.harness.run_ok();
    window.harness.get_by_role_and_label(Role::ListBoxOption, entry).click();
    window.harness.run_ok();
}

#[test]
fn the_rules_say_who_gets_what_before_anything_is_saved() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = folder.path().join("workspace");
    let mut crm = Crm::open(&workspace, Env::system()).unwrap();
    let actor = crm.only_user();
    for values in [
        json!({"name": "rest", "order": 2, "users": [actor.unwrap().0]}),
        json!({"name": "first", "order": 1, "filter": "name:00002", "pool": pool(&crm)}),
    ] {
        let rule = json!({"kind": "assignment_rule", "values": values});
        crm.run(actor, Command::from_json("create", rule).unwrap()).unwrap();
    }
    crm.close().unwrap();
    let options =
        WindowOptions { lang: Some(Lang::En), ..WindowOptions::new(workspace, super::opener(1)) };
    let mut window = Window::at(folder, options, egui::vec2(1440.0, 900.0));
    window.until_says("Drop a file of cards here");
    window.look_at("cards.csv", cards_csv(3), "Import 3 leads");
    choose(&mut window, "Into", "By the rules");
    window.until_says("Admin: 2 leads · Sales pool: 1 lead");
    window.until_says("Import 3 leads");
    click(&mut window, "Import 3 leads");
    window.until_says("cards.csv: 3 new");
    window.until_says("Admin: 2 leads");
}

/// The pool from which sales claims.
fn pool(crm: &Crm) -> uuid::Uuid {
    crm.model().pools.find(|pool| pool.name == "Sales pool").unwrap().0.0
}
