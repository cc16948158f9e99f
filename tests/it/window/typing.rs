//! Text as it comes from a keyboard, an input method or the clipboard.

use eframe::egui::{Event, ImeEvent, Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::{Window, navigation::press, says};

/// What input methods send for 测试, each frame by itself, as those of the systems do it.
fn composed() -> [(&'static str, Vec<Vec<Event>>); 3] {
    let preedit = |text: &str| {
        let text = text.to_owned();
        Event::Ime(ImeEvent::Preedit { text, active_range_chars: None })
    };
    let commit = |text: &str| Event::Ime(ImeEvent::Commit(text.to_owned()));
    let typed = || vec![vec![preedit("c")], vec![preedit("ce")], vec![preedit("ceshi")]];
    let with = |end: Vec<Vec<Event>>| typed().into_iter().chain(end).collect();
    [
        ("macOS", with(vec![vec![preedit(""), commit("测试")]])),
        ("Wayland", with(vec![vec![preedit(""), commit("测试"), preedit("")], vec![preedit("")]])),
        ("Windows", with(vec![vec![preedit("测试")], vec![preedit(""), commit("测试")]])),
    ]
}

fn enter() -> Event {
    Event::Key {
        key: Key::Enter,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    }
}

fn name(window: &Window) -> String {
    let input = window.harness.get_by_role_and_label(Role::TextInput, "Name");
    input.accesskit_node().value().unwrap_or_default()
}

#[test]
fn what_input_methods_compose_is_taken_once_and_their_enter_submits_nothing() {
    for (system, frames) in composed() {
        let mut window = Window::open(3);
        window.import(3);
        press(&mut window, Modifiers::COMMAND, Key::N);
        window.until_says("New lead");
        let last = frames.len() - 1;
        for (at, mut events) in frames.into_iter().enumerate() {
            // Some let the Enter through that chose the characters.
            events.extend((at == last).then(enter));
            // All of a frame comes at once; the harness would give each a frame of its own.
            window.harness.input_mut().events.append(&mut events);
            window.harness.step();
        }
        window.harness.run_ok();
        assert_eq!(name(&window), "测试", "{system}");
        assert!(says(&window.harness, "New lead"), "{system}: submitted");
        press(&mut window, Modifiers::NONE, Key::Enter);
        window.until_says("Lead created: 测试");
    }
}

#[test]
fn a_copied_table_is_imported_where_no_text_has_the_focus() {
    let mut window = Window::open(3);
    window.import(3);
    window.harness.event(Event::Paste("姓名\t公司\n王小明\t聯穗食品".to_owned()));
    window.until_says("Import 1 lead");
    press(&mut window, Modifiers::NONE, Key::Enter);
    window.until_says("Pasted 2026-11-21 12.00.00.txt: 1 new");
    window.until_says("4 leads");
    let filter = window.harness.get_by_role_and_label(Role::TextInput, "Type to filter");
    filter.focus();
    window.harness.run_ok();
    window.harness.event(Event::Paste("00002".to_owned()));
    window.until_says("1 shown of 4");
}
