//! The window when it opens: a fresh workspace, one in use, and what is told of both.

use eframe::egui::{accesskit::Role, vec2};
use egui_kittest::kittest::Queryable as _;
use fairlead::{
    engine::{Crm, Env},
    i18n::Lang,
    ui::WindowOptions,
};

use super::{Window, opener};

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
    assert_eq!((&imports[0]["state"], &imports[1]["state"]), (&"asked".into(), &"shown".into()));
    assert_eq!((&imports[2]["state"], &imports[2]["rows"]), (&"ready".into(), &4.into()));
    assert_eq!(imports[3]["state"], "started");
    assert_eq!((&imports[4]["state"], &imports[4]["new"]), (&"done".into(), &4.into()));
}
