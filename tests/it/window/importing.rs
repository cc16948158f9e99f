//! Files dropped on the window: what is said of them, what comes of them, how they are taken back.

use std::sync::{Arc, mpsc};

use eframe::egui::{Key, accesskit::Role};
use egui_kittest::kittest::Queryable as _;
use fairlead::{error::Error, ui::ImportOpener};

use super::{Window, card, has_row, hovering, job, opener, pictures};

#[test]
fn files_that_hover_are_told_what_will_happen() {
    let mut window = Window::open(3);
    window.until_says("Drop a file of cards here");
    window.harness.input_mut().hovered_files = hovering(&["/stick/名片.xlsx", "/stick/a.mp4"]);
    window.until_says("Drop to import the file");
    window.until_says("名片.xlsx");
    window.until_says("Left out: no cards");
    window.harness.input_mut().hovered_files.clear();
    window.drop_files(&["/stick/名片.xlsx", "/stick/a.mp4"]);
    window.until_says("名片.xlsx: 3 new");
    window.until_says("Left out, because these are no files of cards: a.mp4");
}

#[test]
fn a_dropped_file_is_imported_and_taken_back() {
    let mut window = Window::open(1_200);
    window.import(1_200);
    window.until_says("1,200 leads");
    assert!(has_row(&window.harness, "Lead 01200, 公司 01200"));
    window.until_says("Import report");
    window.until_says("No row had a problem.");
    window.until_says("Undo: Import (1,201 records)");
    window.harness.get_by_label("Undo this import").click();
    window.until_says("Drop a file of cards here");
    window.until_says("Redo: Import (1,201 records)");
    window.harness.get_by_label("Redo: Import (1,201 records)").click();
    window.until_says("1,200 leads");
}

#[test]
fn a_file_that_cannot_be_read_is_told_and_the_next_one_is_imported() {
    let good = opener(2);
    let opener: ImportOpener = Arc::new(move |path, model, lang| {
        if path.ends_with("bad.csv") {
            return Err(Error::unreadable("empty-file").with("path", path));
        }
        good(path, model, lang)
    });
    let mut window = Window::with(opener, |options| options);
    window.until_says("Drop a file of cards here");
    window.drop_files(&["/stick/bad.csv", "/stick/cards.csv"]);
    window.until_says("“/stick/bad.csv” holds no rows.");
    window.until_says("cards.csv: 2 new");
    window.until_says("2 leads");
}

#[test]
fn a_job_that_panics_is_told() {
    let opener: ImportOpener = Arc::new(|_, _, _| panic!("a reader that is broken"));
    let mut window = Window::with(opener, |options| options);
    window.until_says("Drop a file of cards here");
    window.drop_files(&["/stick/cards.csv"]);
    window.until_says("stopped unexpectedly (a reader that is broken)");
    window.until_says("Drop a file of cards here");
}

#[test]
fn an_import_on_its_way_is_shown_and_can_be_stopped() {
    let (go, wait) = mpsc::channel::<()>();
    let wait = Arc::new(std::sync::Mutex::new(wait));
    let opener: ImportOpener = Arc::new(move |path, _, lang| {
        let wait = Arc::clone(&wait);
        let rows = (1..=5_000).map(move |number| {
            // The reader waits before the second and the third slice until it is told to go on.
            if number == 1_001 || number == 2_001 {
                wait.lock().unwrap().recv().unwrap();
            }
            Ok(card(number))
        });
        Ok(vec![job(path, lang, rows)])
    });
    let mut window = Window::with(opener, |options| options);
    window.until_says("Drop a file of cards here");
    window.drop_files(&["/stick/a.csv", "/stick/b.csv"]);
    window.until_says("Importing a.csv");
    window.until_says("1 more file waits");
    go.send(()).unwrap();
    window.until_says("2,000 rows");
    window.until_says("The leads appear here when the import is done");
    pictures::keep(&mut window, "import");
    window.harness.get_by_label("Cancel import").click();
    window.until_says("stopping…");
    go.send(()).unwrap();
    window.until_says("Import of a.csv and of 1 more file cancelled.");
    window.until_says("Drop a file of cards here");
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
