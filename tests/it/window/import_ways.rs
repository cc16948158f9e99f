//! The ways by which cards come in: sheets of a workbook, archives, folders, several files at once.

use eframe::egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;

use super::{Window, has_row, says};

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
