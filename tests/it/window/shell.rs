//! What is there whatever the place: the palette, something new, the rail, sizes, keys.

use eframe::egui::{Event, Id, Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::Queryable as _;

use super::{
    Window,
    navigation::{here, press},
    says,
};

fn write(window: &mut Window, words: &str) {
    window.harness.event(Event::Text(words.to_owned()));
    window.harness.run_ok();
}

#[test]
fn the_palette_finds_places_and_actions_in_any_language() {
    let mut window = Window::open(3);
    window.import(3);
    for (lang, words) in [("简体中文", "导入"), ("繁體中文", "匯入"), ("English", "IMPORTS")]
    {
        press(&mut window, Modifiers::COMMAND, Key::K);
        write(&mut window, lang);
        press(&mut window, Modifiers::NONE, Key::Enter);
        press(&mut window, Modifiers::COMMAND, Key::K);

        write(&mut window, words);
        press(&mut window, Modifiers::NONE, Key::Enter);
        assert_eq!(here(&window).len(), 1, "{lang}");
        assert!(!says(&window.harness, "Esc"), "{lang}: the palette is still there");
        press(&mut window, Modifiers::ALT, Key::ArrowLeft);
    }
}

#[test]
fn the_palette_says_that_it_found_nothing_and_goes_with_escape() {
    let mut window = Window::open(3);
    window.import(3);
    window.harness.get_by_role_and_label(Role::Button, "Search records and commands").click();
    window.until_says("Imports");
    let height = |window: &Window| {
        let dialog = Id::unique(("dialog", "Search records and commands"));
        window.harness.ctx.memory(|memory| memory.area_rect(dialog)).unwrap().height()
    };
    let full = height(&window);
    write(&mut window, "qqqq");
    window.until_says("Nothing is called that.");
    assert!(height(&window) < full / 2.0);
    for _ in "qqqq".chars() {
        press(&mut window, Modifiers::NONE, Key::Backspace);
    }
    assert_eq!(height(&window), full, "what was low once does not stay so");
    write(&mut window, "qqqq");
    window.until_says("Nothing is called that.");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(!says(&window.harness, "Nothing is called that."));
}

#[test]
fn the_arrows_choose_in_the_palette() {
    let mut window = Window::open(3);
    window.import(3);
    press(&mut window, Modifiers::COMMAND, Key::K);
    write(&mut window, "appearance");
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::NONE, Key::Enter);
    let theme = window.harness.ctx.theme();
    assert_eq!(theme, eframe::egui::Theme::Dark);
}

#[test]
fn a_lead_is_made_from_anywhere_and_taken_back() {
    let mut window = Window::open(3);
    window.import(3);
    press(&mut window, Modifiers::COMMAND, Key::N);
    window.until_says("New lead");
    write(&mut window, "王小明");
    let phones = window.harness.get_by_role_and_label(Role::TextInput, "Phones");
    phones.focus();
    window.harness.run_ok();
    write(&mut window, "0912-345-678");
    press(&mut window, Modifiers::NONE, Key::Enter);
    window.until_says("Lead created: 王小明");
    // One is taken to its page, and back to the list when it is gone.
    window.until_says("Log follow-up");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    window.until_says("3 leads");
}

#[test]
fn a_form_that_is_refused_keeps_what_was_filled_in() {
    let mut window = Window::open(3);
    window.import(3);
    window.harness.get_by_role_and_label(Role::Button, "New").click();
    window.harness.run_ok();
    window.harness.get_by_role_and_label(Role::MenuItem, "New account").click();
    window.harness.run_ok();
    let site = window.harness.get_by_role_and_label(Role::TextInput, "Website");
    site.focus();
    window.harness.run_ok();
    write(&mut window, "x.example");
    window.harness.get_by_role_and_label(Role::Button, "Create account").click();
    window.until_says("Name");
    window.until("what is wrong", |harness| {
        says(harness, "must not be empty")
            || says(harness, "is required")
            || says(harness, "needed")
    });
    assert!(says(&window.harness, "New account"));
    window.harness.get_by_role_and_label(Role::Button, "Cancel").click();
    window.harness.run_ok();
    assert!(!says(&window.harness, "New account"));
}

#[test]
fn everything_grows_and_shrinks_within_its_limits() {
    let mut window = Window::open(3);
    window.import(3);
    for (key, presses, expected) in
        [(Key::Plus, 1, 1.1), (Key::Num0, 1, 1.0), (Key::Minus, 9, 0.75)]
    {
        for _ in 0..presses {
            press(&mut window, Modifiers::COMMAND, key);
        }
        assert_eq!(window.harness.ctx.zoom_factor(), expected, "{key:?}");
    }
}

#[test]
fn keys_are_listed() {
    let mut window = Window::open(3);
    window.import(3);
    press(&mut window, Modifiers::NONE, Key::F1);
    window.until_says("Keyboard shortcuts");
    window.until_says("Ctrl K");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(!says(&window.harness, "Ctrl K"));
}

#[test]
fn the_rail_is_collapsed_and_expanded() {
    let mut window = Window::open(3);
    window.import(3);
    assert!(says(&window.harness, "Offline"));
    let wide = window.harness.get_by_role_and_label(Role::Tab, "Leads").rect().width();
    press(&mut window, Modifiers::COMMAND, Key::B);
    let narrow = window.harness.get_by_role_and_label(Role::Tab, "Leads").rect().width();
    assert!(narrow < wide / 2.0, "{narrow} of {wide}");
    press(&mut window, Modifiers::COMMAND, Key::B);
    assert_eq!(window.harness.get_by_role_and_label(Role::Tab, "Leads").rect().width(), wide);
}
