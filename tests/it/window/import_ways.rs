//! The ways by which cards come in: sheets of a workbook, archives, folders, several files at once.

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
        mpsc,
    },
};

use eframe::egui::{self, accesskit::Role};
use egui_kittest::kittest::Queryable as _;
use fairlead::{
    engine::{Command, Crm, Env},
    exchange::{self, Options},
    i18n::Lang,
    ui::{FileOpener, WindowOptions},
};
use serde_json::json;

use super::{
    Window, cards_csv, has_row,
    import::{choose, click, make_a_field},
    navigation::press,
    says,
};

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

#[test]
fn every_problem_of_an_import_is_reached_page_by_page() {
    let mut window = Window::open(1);
    window.until_says("Drop a file of cards here");
    let mut text = "Name,Company,Phone\n".to_owned();
    for number in 1..=2_120 {
        text.push_str(&format!("Lead {number:05},公司 {number:05},12-{number}\n"));
    }
    text.push_str(",,\nLost,,9.12346E+08\n");
    window.look_at("cards.csv", text, "Import 2,120 leads");
    click(&mut window, "Import 2,120 leads");
    window.until_says("cards.csv: 2,120 new");
    window.harness.get_by_label("Close report").click();
    window.harness.get_by_role_and_label(Role::Tab, "Imports").click();
    window.until("the import", |harness| has_row(harness, "cards.csv, Today 12:00, 2,121"));
    window.harness.key_press(egui::Key::ArrowDown);
    window.until_says("1 × The number was shortened by a spreadsheet");
    window.harness.get_by_label_contains("2,120 × This is no number").click();
    window.until_says("1–50 of 2,120");
    window.until_says("Row 2 · Phone · 12-1");
    for page in 2..=21 {
        click(&mut window, "Next page");
        window.until_says(&format!("–{} of 2,120", super::grouped(page * 50)));
    }
    window.until_says("Row 1,051 · Phone · 12-1050");
    click(&mut window, "Page before");
    window.until_says("951–1,000 of 2,120");
    window.harness.get_by_label_contains("1 × The number was shortened").click();
    window.until_says("Row 2,123 · Phone · 9.12346E+08");
}

#[test]
fn an_archive_is_looked_at_and_says_what_it_leaves_out() {
    let mut window = Window::open(1);
    window.until_says("Drop a file of cards here");
    let archive = std::fs::read("tests/data/import/aside/nested.zip").unwrap();
    window.look_at("名片.zip", archive, "Import 1 lead");
    window.harness.get_by_role_and_label(Role::Tab, "Format").click();
    window.until_says("inner.zip");
    click(&mut window, "Import 1 lead");
    window.until_says("a.csv: 1 new");
}

#[test]
fn several_files_are_looked_at_and_imported_together() {
    let mut window = Window::open(1);
    window.until_says("Drop a file of cards here");
    let first = window.file("day1.csv", cards_csv(2));
    let second = window.file("day2.csv", "姓名,手機\n王小明,0912-345-678\n");
    let picture = std::fs::read("tests/data/import/aside/qr_two.png").unwrap();
    let third = window.file("codes.png", picture);
    window.drop_files(&[&first, &second, &third]);
    window.until_says("Import 5 leads");
    window.harness.get_by_role_and_label(Role::Tab, "Files").click();
    window.harness.run_ok();
    window.harness.get_by_role_and_label(Role::CheckBox, "day2.csv").click();
    window.until_says("Import 4 leads");
    click(&mut window, "Import 4 leads");
    window.until_says("codes.png: 2 new");
}

#[test]
fn two_files_that_are_dropped_at_once_come_in_with_one_button() {
    let mut window = Window::open(1);
    window.until_says("Drop a file of cards here");
    let first = window.file("day1.csv", cards_csv(2));
    let second = window.file("day2.csv", "姓名,手機\n王小明,0912-345-678\n");
    window.drop_files(&[&first, &second]);
    window.until_says("Import 3 leads");
    click(&mut window, "Import 3 leads");
    window.until_says("day2.csv: 1 new");
    window.until("the leads", |harness| super::rows(harness) == 3);
}

/// A window that writes files into a folder without asking.
fn window_that_writes() -> (Window, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("out");
    std::fs::create_dir_all(&to).unwrap();
    let options = WindowOptions {
        lang: Some(Lang::En),
        save_to: Some(to.clone()),
        ..WindowOptions::new(folder.path().join("workspace"), super::opener(1))
    };
    (Window::at(folder, options, egui::vec2(1440.0, 900.0)), to)
}

#[test]
fn rows_that_were_left_out_are_saved_mended_and_imported() {
    let (mut window, to) = window_that_writes();
    window.until_says("Drop a file of cards here");
    let text = "姓名,公司,手機\n王小明,甲公司,0912-345-678\n李四,\"乙, 公司\",9.12346E+08\n";
    window.look_at("cards.csv", text, "Import 1 lead");
    click(&mut window, "Import 1 lead");
    window.until_says("cards.csv: 1 new");
    click(&mut window, "Save rejected rows…");
    window.until_says("cards left out.csv");
    let saved = to.join("cards left out.csv");
    window.until("the file", |_| saved.is_file());
    let rows = std::fs::read_to_string(&saved).unwrap();
    let rows = rows.trim_start_matches('\u{feff}');
    let first = rows.lines().next().unwrap();
    assert_eq!(first, "Reason it was left out,姓名,公司,手機");
    assert!(rows.contains("The number was shortened by a spreadsheet"), "{rows}");
    assert!(rows.contains("\"乙, 公司\"") && !rows.contains("王小明"), "{rows}");
    // A person puts the number right, and drops the file as it is.
    let mended = rows.replace("9.12346E+08", "0922-333-444");
    std::fs::write(&saved, mended).unwrap();
    window.drop_files(&[&saved.to_string_lossy()]);
    window.until_says("Import 1 lead");
    assert!(has_row(&window.harness, "0922-333-444"), "the row that was put right");
    click(&mut window, "Import 1 lead");
    window.until_says("cards left out.csv: 1 new, 0 updated");
    window.until("both", |harness| super::rows(harness) == 2);
}

/// Lets a program read old workbooks that is killed in the middle as long as a file lies beside it.
#[cfg(unix)]
fn killed_reader(folder: &Path) -> (FileOpener, PathBuf) {
    use std::os::unix::fs::PermissionsExt as _;
    let (program, flag) = (folder.join("reader"), folder.join("is-killed"));
    let script = format!(
        "#!/bin/sh\ncat >/dev/null\necho '{{\"sheet\":{{\"name\":\"S\",\"is_hidden\":false}}}}'\n\
         echo '{{\"number\":1,\"cells\":[\"姓名\"],\"flaws\":[]}}'\n\
         echo '{{\"number\":2,\"cells\":[\"王小明\"],\"flaws\":[]}}'\n\
         [ -e '{}' ] && kill -9 $$\n\
         echo '{{\"number\":3,\"cells\":[\"李四\"],\"flaws\":[]}}'\necho '\"end\"'\n",
        flag.display()
    );
    std::fs::write(&program, script).unwrap();
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).unwrap();
    let opener = move |path: &Path, options: &Options| {
        exchange::open_path(path, &Options { program: Some(program.clone()), ..options.clone() })
    };
    (Arc::new(opener), flag)
}

#[cfg(unix)]
#[test]
fn a_reader_that_is_killed_in_the_middle_takes_neither_data_nor_window_with_it() {
    let tools = tempfile::tempdir().unwrap();
    let (opener, flag) = killed_reader(tools.path());
    let mut window = Window::with(opener, |options| options);
    window.until_says("Drop a file of cards here");
    let book = std::fs::read("tests/data/import/workbooks/date.xls").unwrap();
    // While it is looked at.
    std::fs::write(&flag, "").unwrap();
    window.look_at("cards.xls", &book, "ended in the middle. Nothing was imported.");
    assert!(!says(&window.harness, "王小明"), "half a file is not shown");
    std::fs::remove_file(&flag).unwrap();
    click(&mut window, "Try again");
    window.until_says("Import 2 leads");
    // While it is imported.
    std::fs::write(&flag, "").unwrap();
    click(&mut window, "Import 2 leads");
    window.until_says("ended in the middle. Nothing was imported.");
    std::fs::remove_file(&flag).unwrap();
    // Nothing of it was kept, and what is at hand still is: it is imported as a whole.
    window.until_says("Import 2 leads");
    click(&mut window, "Import 2 leads");
    window.until_says("cards.xls: 2 new, 0 updated");
    window.until("the leads", |harness| super::rows(harness) == 2);
}

#[test]
fn whoever_comes_in_with_an_earlier_file_is_known_by_the_next() {
    let mut window = Window::open(1);
    window.until_says("Drop a file of cards here");
    let first = window.file("day1.csv", "姓名,手機\n李四,0922-333-444\n王小明,0912-345-678\n");
    let second = window.file("day2.csv", "姓名,手機,Email\n王小明,0912-345-678,w@x.example\n");
    window.drop_files(&[&first, &second]);
    window.until_says("3 = 2 + 1 + 0 + 0");
    window.harness.get_by_role_and_label(Role::Tab, "day2.csv 1").click();
    window.until_says("day1.csv · Row 3");
    // What is said of the first holds for the second, too.
    window.harness.get_by_role_and_label(Role::Tab, "Files").click();
    window.harness.run_ok();
    window.harness.get_by_role_and_label(Role::CheckBox, "day1.csv").click();
    window.until_says("1 = 1 + 0 + 0 + 0");
    window.harness.get_by_role_and_label(Role::CheckBox, "day1.csv").click();
    window.until_says("3 = 2 + 1 + 0 + 0");
    click(&mut window, "Import 3 leads");
    window.until_says("day2.csv: 0 new, 1 updated");
}

#[test]
fn another_column_of_a_file_is_mapped_when_it_is_wanted() {
    let mut window = Window::open(1);
    window.until_says("Drop a file of cards here");
    let text = "姓名,手機,配對代碼\n王小明,0912-345-678,A1\n李四,0922-333-444,A2\n";
    window.look_at("cards.csv", text, "Import 2 leads");
    click(&mut window, "Import 2 leads");
    window.until_says("cards.csv: 2 new");
    window.harness.get_by_label("Close report").click();
    window.harness.get_by_role_and_label(Role::Tab, "Imports").click();
    window.until("the import", |harness| has_row(harness, "cards.csv, Today 12:00, 2"));
    window.harness.key_press(egui::Key::ArrowDown);
    window.until_says("Open the kept file…");
    click(&mut window, "Open the kept file…");
    window.until_says("Make a field of it");
    make_a_field(&mut window, "配對代碼");
    window.until_says("Import 2 leads");
    click(&mut window, "Import 2 leads");
    window.until_says("cards.csv: 0 new, 2 updated");
}

#[test]
fn a_cell_is_changed_or_left_as_it_was() {
    let mut window = Window::open(1);
    window.until_says("Drop a file of cards here");
    let text = "姓名,公司,手機\n王小明,甲公司,9.12346E+08\n李四,乙公司,0922-333-444\n";
    window.look_at("cards.csv", text, "Import 1 lead");
    let edit = |window: &mut Window, typed: &str, end: egui::Key| {
        press(window, egui::Modifiers::NONE, egui::Key::F2);
        window.harness.run_ok();
        press(window, egui::Modifiers::COMMAND, egui::Key::A);
        window.harness.event(egui::Event::Text(typed.to_owned()));
        window.harness.run_ok();
        press(window, egui::Modifiers::NONE, end);
        window.harness.run_ok();
    };
    press(&mut window, egui::Modifiers::NONE, egui::Key::F8);
    window.until_says("Cannot be imported. Put it right here");
    edit(&mut window, "0912-000-111", egui::Key::Escape);
    window.until_says("Import 1 lead");
    assert!(has_row(&window.harness, "9.12346E+08"));
    press(&mut window, egui::Modifiers::NONE, egui::Key::F8);
    edit(&mut window, "0912-000-111", egui::Key::Enter);
    window.until_says("Import 2 leads");
    assert!(has_row(&window.harness, "0912-000-111"));
}

#[test]
fn the_first_rows_are_shown_while_the_rest_is_read() {
    let (go_on, wait) = mpsc::channel();
    let (calls, wait) = (AtomicUsize::new(0), Mutex::new(wait));
    let opener: FileOpener = Arc::new(move |path, options| {
        // The first look is at the beginning.
        if calls.fetch_add(1, Ordering::SeqCst) == 1 {
            wait.lock().unwrap().recv().unwrap();
        }
        exchange::open_path(path, options)
    });
    let mut window = Window::with(opener, |options| options);
    window.until_says("Drop a file of cards here");
    window.look_at("cards.csv", "姓名,手機\n王小明,0912-345-678\n", "reading the file…");
    window.until("the first rows", |harness| has_row(harness, "2 王小明, 0912-345-678"));
    assert!(!says(&window.harness, "Import 1 lead"));
    go_on.send(()).unwrap();
    window.until_says("Import 1 lead");
}
