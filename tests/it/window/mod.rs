//! The window, asked by the names of its things, as a screen reader would.

mod list;
mod navigation;
mod pictures;
mod record;
mod results;
mod setting_up;
mod shell;
mod table;
mod typing;
mod views;

use std::{
    path::{Path, PathBuf},
    sync::{Arc, mpsc},
    time::Duration,
};

use eframe::egui::{self, DroppedFile, HoveredFile, Key, accesskit::Role, vec2};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use fairlead::{
    domain::{Email, Lead, Phone, Staged, Timestamp},
    engine::{Crm, Env, ImportJob, ImportOptions, ImportReport, OnMatch},
    error::Error,
    i18n::{Lang, grouped},
    ui::{App, ImportOpener, WindowOptions},
};
use tempfile::TempDir;

/// Noon in Taipei.
const NOW: i64 = 1_795_233_600_000;

/// The window on a workspace of its own.
struct Window {
    harness: Harness<'static, App>,
    folder: Option<TempDir>,
}

impl Window {
    /// Opens the window; a file dropped on it holds so many cards.
    fn open(cards: usize) -> Self {
        Self::with(opener(cards), |options| options)
    }

    fn with(opener: ImportOpener, change: impl FnOnce(WindowOptions) -> WindowOptions) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let options = WindowOptions {
            lang: Some(Lang::En),
            env: || Env::new(Arc::new(|| Timestamp(NOW)), 7),
            ..WindowOptions::new(folder.path().join("workspace"), opener)
        };
        Self::at(folder, change(options), vec2(1440.0, 900.0))
    }

    fn at(folder: TempDir, options: WindowOptions, size: egui::Vec2) -> Self {
        let harness = Harness::builder()
            .with_size(size)
            .with_theme(egui::Theme::Light)
            .with_max_steps(64)
            .build_eframe(|cc| App::new(&cc.egui_ctx, options).unwrap());
        Self { harness, folder: Some(folder) }
    }

    fn close(mut self) -> TempDir {
        self.folder.take().unwrap()
    }

    /// Draws frames until something is there to be seen.
    fn until(&mut self, what: &str, is: impl Fn(&Harness<'static, App>) -> bool) {
        let (_keep, clock) = mpsc::channel::<()>();
        for _ in 0..12_000 {
            self.harness.step();
            if is(&self.harness) {
                self.harness.run_ok();
                return;
            }
            clock.recv_timeout(Duration::from_millis(5)).unwrap_err();
        }
        panic!("{what} does not come; there is: {:#?}", self.words());
    }

    fn until_says(&mut self, words: &str) {
        self.until(words, |harness| says(harness, words));
    }

    fn words(&self) -> Vec<String> {
        let nodes = self.harness.root().children_recursive();
        let words = nodes.filter_map(|node| {
            let node = node.accesskit_node();
            node.label().or_else(|| node.value())
        });
        words.collect()
    }

    /// Lets go of files over the window.
    fn drop_files(&mut self, names: &[&str]) {
        let files = names
            .iter()
            .map(|name| Arc::new(File(name.into())) as Arc<dyn DroppedFile + Send + Sync>);
        self.harness.input_mut().dropped_files.extend(files);
        self.harness.step();
    }

    /// Imports a file and waits until it is there.
    fn import(&mut self, cards: usize) {
        self.until_says("Drop a file of cards here");
        self.drop_files(&["/stick/cards.csv"]);
        self.until_says(&format!("cards.csv: {} new, 0 updated", grouped(cards as u64)));
        self.until("the leads", |harness| rows(harness) > 0);
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        let closed = self.harness.state_mut().close();
        assert!(closed.is_ok() || std::thread::panicking(), "{closed:?}");
    }
}

#[derive(Debug)]
struct File(PathBuf);

impl DroppedFile for File {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("the test has no files".to_owned())
    }
}

fn hovering(names: &[&str]) -> Vec<HoveredFile> {
    let hover = |name: &&str| HoveredFile { path: Some(name.into()), ..HoveredFile::default() };
    names.iter().map(hover).collect()
}

/// Reads any file as so many cards.
fn opener(cards: usize) -> ImportOpener {
    Arc::new(move |path, _, lang| {
        Ok(vec![job(path, lang, (1..=cards).map(|number| Ok(card(number))))])
    })
}

/// An import of cards, each of which becomes a lead.
fn job(
    path: &Path,
    lang: Lang,
    rows: impl Iterator<Item = Result<Staged, Error>> + Send + 'static,
) -> ImportJob {
    let file = path.file_name().unwrap().to_string_lossy().into_owned();
    let report = ImportReport { file, ..ImportReport::default() };
    let options = ImportOptions { lang, on_match: OnMatch::New, ..ImportOptions::default() };
    ImportJob::new(options, Box::new(rows), report)
}

fn card(number: usize) -> Staged {
    let lead = Lead {
        name: format!("Lead {number:05}"),
        company: format!("公司 {number:05}"),
        job_title: "採購經理".to_owned(),
        phones: vec![Phone { raw: format!("02-{number:08}"), ..Phone::default() }],
        emails: vec![Email { address: format!("a{number}@x.example"), ..Email::default() }],
        // The later in the file, the later captured: the last one is shown first.
        captured_at: Some(Timestamp(NOW - 1_000_000 + number as i64)),
        ..Lead::default()
    };
    Staged { row: number as u32 + 1, lead: Box::new(lead), ..Staged::default() }
}

fn says(harness: &Harness<'static, App>, words: &str) -> bool {
    harness.query_all_by_label_contains(words).next().is_some()
}

fn rows(harness: &Harness<'static, App>) -> usize {
    harness.query_all_by_role(Role::Row).count()
}

fn has_row(harness: &Harness<'static, App>, words: &str) -> bool {
    harness
        .query_all_by_role(Role::Row)
        .any(|row| row.accesskit_node().label().is_some_and(|label| label.contains(words)))
}

#[test]
fn a_fresh_workspace_welcomes_in_any_language() {
    let mut window = Window::open(3);
    window.until_says("Drop a file of cards here");
    for (lang, words) in [
        ("繁體中文", "把名片檔案拖到這裡"),
        ("简体中文", "把名片文件拖到这里"),
        ("English", "Drop a file of cards here"),
    ] {
        window.harness.get_by_role_and_label(Role::RadioButton, lang).click();
        window.until_says(words);
    }
}

#[test]
fn the_language_is_switched_in_the_menu() {
    let mut window = Window::open(3);
    window.import(3);
    window.until_says("3 leads");
    window.harness.get_by_role_and_label(Role::Button, "Language").click();
    window.harness.run();
    window.harness.get_by_role_and_label(Role::MenuItemRadio, "繁體中文").click();
    window.until_says("3 筆潛在客戶");
    window.harness.get_by_role_and_label(Role::ColumnHeader, "姓名 / 公司");
}

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
fn a_workspace_in_use_is_told_and_opened_when_it_is_free() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = folder.path().join("workspace");
    let crm = Crm::open(&workspace, Env::system()).unwrap();
    let options =
        WindowOptions { lang: Some(Lang::En), ..WindowOptions::new(workspace, opener(1)) };
    let mut window = Window::at(folder, options, vec2(1024.0, 640.0));
    window.until_says("The workspace cannot be opened");
    window.until_says("is already open in another Fairlead");
    crm.close().unwrap();
    window.harness.get_by_label("Try again").click();
    window.until_says("Drop a file of cards here");
}

#[test]
fn the_trace_tells_what_happened() {
    let folder = tempfile::tempdir().unwrap();
    let trace = folder.path().join("trace");
    let path = trace.clone();
    let mut window =
        Window::with(opener(4), move |options| WindowOptions { trace: Some(path), ..options });
    window.import(4);
    drop(window);
    let lines = std::fs::read_to_string(trace).unwrap();
    let events: Vec<serde_json::Value> =
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let count = |event: &str| events.iter().filter(|line| line["event"] == event).count();
    assert_eq!(count("open"), 1);
    assert!(count("frame") > 2 && count("job") >= 3);
    let imports: Vec<_> = events.iter().filter(|line| line["event"] == "import").collect();
    assert_eq!(imports[0]["state"], "started");
    assert_eq!((&imports[1]["state"], &imports[1]["new"]), (&"done".into(), &4.into()));
}
