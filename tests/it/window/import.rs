//! Files that are dropped: looked at, put right, imported and taken back.

use std::sync::{Arc, Mutex, mpsc};

use eframe::egui::{self, Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use fairlead::{
    domain::{Draft, Layout, Line, Problem},
    engine::{Command, Crm, Env},
    exchange::{self, Opened},
    i18n::Lang,
    ui::{FileOpener, WindowOptions},
};
use serde_json::json;

use super::{Window, cards_csv, has_row, hovering, navigation::press, pictures, says};

pub const DIRTY: &str = "姓名,公司,行動電話,Email,收集日期,配對代碼\n\
    林志豪,義禾食品股份有限公司,0928-551-705,ch.lin@yihe.example,2026-03-04,A\n\
    吳柏翰,旺禾集團台中廠,9.12346E+08,bohan.wu@wanghe.example,03/04/2026,B\n\
    林志豪,義禾食品股份有限公司,0928551705,ch.lin@yihe.example,03/05/2026,A\n\
    ,,,,,C\n\
    陳怡君,統和企業,0912-330-418,yc.chen@tonghe,2026-03-04,B\n";

/// How many rows a filter of the check says there are.
fn count(window: &Window, word: &str) -> u64 {
    let buttons = window.harness.query_all_by_role(Role::Button);
    let labels = buttons.filter_map(|button| button.accesskit_node().label());
    let mut found = labels.filter_map(|label| {
        let (name, count) = label.rsplit_once(' ')?;
        (name == word).then(|| count.replace(',', "").parse().ok())?
    });
    found.next_back().unwrap_or_default()
}

fn sum(window: &Window) -> u64 {
    let fates = ["New", "Update", "Duplicate", "Conflict", "Left out", "Error"];
    fates.iter().map(|fate| count(window, fate)).sum()
}

pub fn click(window: &mut Window, name: &str) {
    window.harness.get_by_role_and_label(Role::Button, name).click();
    window.harness.run_ok();
}

#[test]
fn files_that_hover_are_told_what_will_happen() {
    let mut window = Window::open(3);
    window.until_says("Drop a file of cards here");
    window.harness.input_mut().hovered_files =
        hovering(&["/stick/名片.xlsx", "/stick/a.mp4", "/stick/code.png"]);
    window.until_says("Drop to import 2 files");
    window.until_says("名片.xlsx");
    window.until_says("Left out: no cards");
    window.until_says("Read the QR code");
    window.harness.input_mut().hovered_files.clear();
    let cards = window.file("名片.csv", cards_csv(3));
    window.drop_files(&[&cards, "/stick/a.mp4"]);
    window.until_says("Import 3 leads");
    window.until_says("Left out, because these are no files of cards: a.mp4");
}

#[test]
fn a_dropped_file_is_imported_with_one_button_and_taken_back() {
    let mut window = Window::open(1_200);
    window.import(1_200);
    window.until_says("1,200 leads");
    assert!(has_row(&window.harness, "Lead 01200, 公司 01200"));
    window.until_says("Import report");
    window.until_says("Undo: Import (1,201 records)");
    window.harness.get_by_label("Undo this import").click();
    window.until_says("Drop a file of cards here");
    window.until_says("Redo: Import (1,201 records)");
    window.harness.get_by_label("Redo: Import (1,201 records)").click();
    window.until_says("1,200 leads");
}

#[test]
fn enter_imports_what_was_looked_at() {
    let mut window = Window::open(3);
    window.until_says("Drop a file of cards here");
    window.look_at("cards.csv", cards_csv(3), "Import 3 leads");
    press(&mut window, Modifiers::NONE, Key::Enter);
    window.until_says("cards.csv: 3 new, 0 updated");
}

#[test]
fn a_file_that_cannot_be_read_is_told_and_the_next_one_is_imported() {
    let mut window = Window::open(2);
    window.until_says("Drop a file of cards here");
    let (bad, good) = (window.file("bad.csv", ""), window.file("cards.csv", cards_csv(2)));
    window.drop_files(&[&bad, &good]);
    window.until_says("holds no rows.");
    window.until_says("Import 2 leads");
    click(&mut window, "Leave the file out");
    window.until("the file to go", |harness| !says(harness, "holds no rows."));
    click(&mut window, "Import 2 leads");
    window.until_says("cards.csv: 2 new");
    window.until_says("2 leads");
}

#[test]
fn a_job_that_panics_is_told() {
    let opener: FileOpener = Arc::new(|_, _| panic!("a reader that is broken"));
    let mut window = Window::with(opener, |options| options);
    window.until_says("Drop a file of cards here");
    let cards = window.file("cards.csv", cards_csv(2));
    window.drop_files(&[&cards]);
    window.until_says("stopped unexpectedly (a reader that is broken)");
}

/// Opens a file whose reading waits at a line, the second time it is opened: when it is imported.
fn waiting(wait: mpsc::Receiver<()>, opened: Arc<Mutex<usize>>) -> FileOpener {
    let wait = Arc::new(Mutex::new(wait));
    Arc::new(move |path, options| {
        if options.header_row == Some(0) {
            return exchange::open_path(path, options);
        }
        let mut times = opened.lock().unwrap();
        *times += 1;
        let waits = *times > 2;
        let wait = Arc::clone(&wait);
        let lines = (1..=5_000_u32).map(move |number| {
            if waits && (number == 1_100 || number == 2_100) {
                wait.lock().unwrap().recv().unwrap();
            }
            let cells = vec![format!("Lead {number:05}"), format!("{number}@x.example")];
            Ok::<Line, Problem>(Line { number, cells, problems: Vec::new() })
        });
        let draft = Draft {
            layout: Layout { kind: "csv", ..Layout::default() },
            headers: vec!["Name".to_owned(), "Email".to_owned()],
            lines: Box::new(lines),
            notes: Vec::new(),
        };
        Ok(Opened::of(vec![(path.to_owned(), draft)]))
    })
}

#[test]
fn an_import_on_its_way_is_shown_and_can_be_stopped() {
    let (go, wait) = mpsc::channel::<()>();
    let mut window = Window::with(waiting(wait, Arc::default()), |options| options);
    window.until_says("Drop a file of cards here");
    let (first, second) = (window.file("a.csv", "a"), window.file("b.csv", "b"));
    window.drop_files(&[&first, &second]);
    window.until_says("Import 10,000 leads");
    click(&mut window, "Import 10,000 leads");
    window.until_says("Importing a.csv");
    window.until_says("1 more file waits");
    go.send(()).unwrap();
    window.until_says("2,000 of 5,000");
    window.until_says("The leads appear here when the import is done");
    pictures::keep(&mut window, "import");
    click(&mut window, "Cancel import");
    window.until_says("stopping…");
    go.send(()).unwrap();
    window.until_says("Import of a.csv and of 1 more file cancelled.");
    // Nothing was imported, and what was looked at is still there.
    window.until_says("Import 10,000 leads");
}

#[test]
fn imports_are_listed_and_taken_back() {
    let mut window = Window::open(5);
    window.import(5);
    window.harness.get_by_label("Close report").click();
    window.harness.run();
    window.harness.get_by_role_and_label(Role::Tab, "Imports").click();
    window.until("the import", |harness| has_row(harness, "cards.csv, Today 12:00, 5, 5, 0, 0, 0"));
    window.harness.key_press(Key::ArrowDown);
    window.harness.run();
    window.harness.get_by_label("Undo this import").click();
    window.until_says("Import taken back: 6 reversed");
}

#[test]
fn the_counts_of_a_dirty_file_add_up_and_filter() {
    let mut window = Window::open(3);
    window.until_says("Drop a file of cards here");
    window.look_at("dirty.csv", DIRTY, "Import 3 leads");
    assert_eq!((sum(&window), count(&window, "All")), (5, 5));
    assert_eq!((count(&window, "Error"), count(&window, "Duplicate")), (2, 1));
    assert!(has_row(&window.harness, "last digits are lost"));
    assert!(has_row(&window.harness, "no name, company, phone or email"));
    assert!(has_row(&window.harness, "the person of row 2"));
    click(&mut window, "Error 2");
    window.until_says("2 of 5 rows");
    assert!(!has_row(&window.harness, "陳怡君"));
    click(&mut window, "Error 2");
    window.until_says("5 of 5 rows");
}

#[test]
fn a_problem_is_put_right_in_its_cell() {
    let mut window = Window::open(3);
    window.until_says("Drop a file of cards here");
    window.look_at("dirty.csv", DIRTY, "Import 3 leads");
    press(&mut window, Modifiers::NONE, Key::F8);
    window.until_says("Cannot be imported. Put it right here");
    press(&mut window, Modifiers::NONE, Key::F2);
    window.harness.run_ok();
    let input = window.harness.get_by_role_and_label(Role::TextInput, "行動電話");
    assert_eq!(input.accesskit_node().value().as_deref(), Some("9.12346E+08"));
    press(&mut window, Modifiers::COMMAND, Key::A);
    window.harness.event(egui::Event::Text("0912-346-007".to_owned()));
    window.harness.run_ok();
    press(&mut window, Modifiers::NONE, Key::Enter);
    window.until_says("Import 4 leads");
    assert_eq!((sum(&window), count(&window, "Error")), (5, 1));
    click(&mut window, "Import 4 leads");
    window.until_says("dirty.csv: 3 new, 1 updated, 1 rejected");
}

#[test]
fn a_rule_puts_a_whole_column_right() {
    let mut window = Window::open(3);
    window.until_says("Drop a file of cards here");
    window.look_at("dirty.csv", DIRTY, "Import 3 leads");
    let before = count(&window, "With a remark");
    click(&mut window, "Put right…");
    window.until_says("收集日期: which day is meant?");
    click(&mut window, "Day / month / year: 收集日期: which day is meant?");
    window.until("the remarks to go", |harness| !says(harness, "收集日期: which day is meant?"));
    click(&mut window, "Leave these values out: 行動電話: last digits are lost");
    window.until_says("Import 4 leads");
    assert!(count(&window, "With a remark") < before);
    assert_eq!((sum(&window), count(&window, "Error")), (5, 1));
}

/// Makes a field of a column, and waits until the column goes there.
pub fn make_a_field(window: &mut Window, column: &str) {
    click(window, &format!("Make a field of it {column}"));
    let label = format!("Field of {column}");
    window.until("the field", |harness| {
        harness.query_all_by_role(Role::ComboBox).any(|it| {
            let node = it.accesskit_node();
            node.label().as_deref() == Some(label.as_str())
                && node.value().as_deref() == Some(column)
        })
    });
}

#[test]
fn a_column_becomes_a_field_of_its_own() {
    let mut window = Window::open(3);
    window.until_says("Drop a file of cards here");
    window.look_at("dirty.csv", DIRTY, "Import 3 leads");
    window.harness.get_by_role_and_label(Role::Tab, "Columns").click();
    window.harness.run_ok();
    make_a_field(&mut window, "配對代碼");
    window.until_says("Import 3 leads");
    click(&mut window, "Import 3 leads");
    window.until_says("dirty.csv: 2 new, 1 updated, 2 rejected");
}

#[test]
fn the_same_file_again_offers_nothing_new() {
    let mut window = Window::open(3);
    window.import(3);
    window.look_at("again.csv", cards_csv(3), "The same file was imported on");
    window.until_says("Import 3 leads");
    assert_eq!((count(&window, "New"), count(&window, "Update")), (0, 3));
    click(&mut window, "Import 3 leads");
    window.until_says("again.csv: 0 new, 3 updated");
}

#[test]
fn what_is_at_hand_is_forgotten_when_one_thinks_better_of_it() {
    let mut window = Window::open(3);
    window.until_says("Drop a file of cards here");
    window.look_at("cards.csv", cards_csv(3), "Import 3 leads");
    click(&mut window, "Cancel import");
    window.until("the file to go", |harness| !says(harness, "Import 3 leads"));
    assert!(!says(&window.harness, "cards.csv"));
}

#[test]
fn a_picture_of_a_code_is_imported() {
    let mut window = Window::open(1);
    window.until_says("Drop a file of cards here");
    let picture = std::fs::read("tests/data/import/qr/qr0_utf8.png").unwrap();
    window.look_at("code.png", picture, "Import 1 lead");
    click(&mut window, "Import 1 lead");
    window.until_says("code.png: 1 new");
}

#[test]
fn a_folder_is_looked_at_table_by_table() {
    let mut window = Window::open(3);
    window.until_says("Drop a file of cards here");
    let first = window.file("day1.csv", cards_csv(2));
    window.file("day2.csv", "姓名,手機\n王小明,0912-345-678\n");
    let folder = std::path::Path::new(&first).parent().unwrap().to_string_lossy().into_owned();
    window.drop_files(&[&folder]);
    window.until_says("Import 3 leads");
    window.harness.get_by_role_and_label(Role::Tab, "day2.csv 1").click();
    window.until("the other table", |harness| has_row(harness, "王小明"));
    click(&mut window, "Import 3 leads");
    window.until_says("day2.csv: 1 new");
    window.until_says("3 leads");
}

#[test]
fn a_file_that_was_handed_out_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = folder.path().join("workspace");
    let mut crm = Crm::open(&workspace, Env::system()).unwrap();
    let actor = crm.only_user();
    let lead = json!({"kind": "lead", "values": {"name": "王小明", "company": "甲公司"}});
    let made = crm.run(actor, Command::from_json("create", lead).unwrap()).unwrap();
    let (id, since) = (made.records[0].uuid, made.sequence.unwrap());
    let here = json!({"kind": "lead", "ids": [id], "values": {"company": "丙公司"}});
    crm.run(actor, Command::from_json("set", here).unwrap()).unwrap();
    crm.close().unwrap();
    let options =
        WindowOptions { lang: Some(Lang::En), ..WindowOptions::new(workspace, super::opener(1)) };
    let mut window = Window::at(folder, options, egui::vec2(1440.0, 900.0));
    window.until_says("1 lead");
    let back =
        format!("Name,Company,Job title,fairlead lead {since} en\n王小明,乙公司,採購經理,{id}\n");
    window.look_at("back.csv", back, "back.csv: 1 records changed, 1 conflicts");
    window.until_says("1 rows read, 1 records changed, 1 changes kept back");
    window.until("the lead", |harness| has_row(harness, "丙公司"));
    assert!(!says(&window.harness, "Import 1 lead"));
}

#[test]
fn an_import_that_was_taken_back_stays_listed() {
    let mut window = Window::open(3);
    window.import(3);
    window.harness.get_by_label("Close report").click();
    window.harness.get_by_role_and_label(Role::Tab, "Imports").click();
    window.until("the import", |harness| has_row(harness, "cards.csv, Today 12:00, 3, 3, 0, 0, 0"));
    window.harness.key_press(Key::ArrowDown);
    window.until_says("Undo this import");
    click(&mut window, "Open the kept file…");
    window.until_says("Import 3 leads");
    assert_eq!((count(&window, "New"), count(&window, "Update")), (0, 0), "the columns are shown");
    click(&mut window, "Cancel import");
    window.until_says("Undo this import");
    click(&mut window, "Undo this import");
    window.until("it to be taken back", |harness| has_row(harness, "Taken back"));
    window.until_says("4 reversed, 0 kept, 0 failed");
}

/// Chooses an entry of a list that opens below.
pub fn choose(window: &mut Window, list: &str, entry: &str) {
    window.harness.get_by_role_and_label(Role::ComboBox, list).click();
    window.harness.run_ok();
    window.harness.get_by_role_and_label(Role::ListBoxOption, entry).click();
    window.harness.run_ok();
}

#[test]
fn what_was_found_out_of_a_file_can_be_said_otherwise() {
    let mut window = Window::open(3);
    window.until_says("Drop a file of cards here");
    window.look_at("cards.csv", cards_csv(3), "Import 3 leads");
    choose(&mut window, "Header row", "No labels");
    window.until_says("4 of 4 rows");
    choose(&mut window, "Header row", "Row 1");
    window.until_says("3 of 3 rows");
    choose(&mut window, "Field of Name", "Leave out");
    choose(&mut window, "Field of Company", "Leave out");
    choose(&mut window, "Field of Phone", "Leave out");
    choose(&mut window, "Field of Email", "Leave out");
    window.until("nobody to be left", |harness| has_row(harness, "no name, company, phone"));
    assert_eq!((count(&window, "Error"), sum(&window)), (3, 3));
    choose(&mut window, "Field of Company", "Company");
    window.until_says("Import 3 leads");
}
