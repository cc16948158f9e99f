//! The window as it looks.

use std::path::Path;

use eframe::egui::{Key, Modifiers, ThemePreference, accesskit::Role, vec2};
use egui_kittest::kittest::Queryable as _;
use fairlead::i18n::{Lang, text};

use super::{Window, hovering, navigation::press};

/// The window in every language, light and dark, small and large. Letters that are missing fail the
/// test, whether or not pictures are kept.
#[test]
fn the_window_can_be_pictured() {
    for (look, lang) in [("Light", Lang::En), ("Dark", Lang::ZhTw), ("Light", Lang::ZhCn)] {
        let mut window = Window::open(40);
        window.until_says("Drop a file of cards here");
        let name = |what: &str| format!("{what}-{}", lang.code());
        window.import(40);
        choose(&mut window, "You and your settings", look);
        choose(&mut window, "Language", lang.own_name());
        keep(&mut window, &name("report"));
        window.harness.key_press(Key::ArrowDown);
        window.until_says("02-00000040");
        keep(&mut window, &name("leads"));
        over(&mut window, &name);
        window.harness.set_size(vec2(1024.0, 640.0));
        keep(&mut window, &name("small"));
        window.harness.input_mut().hovered_files =
            hovering(&["/stick/食品展名片_1120.xlsx", "/a/b.mp4"]);
        keep(&mut window, &name("overlay"));
        window.harness.input_mut().hovered_files.clear();
        window.harness.get_all_by_role(Role::Tab).last().unwrap().click();
        window.harness.run_ok();
        keep(&mut window, &name("imports"));
        settings(&mut window, lang, &name);
    }
}

/// The first page of a workspace in every language, light and dark, large and small; then its sample.
#[test]
fn the_first_start_can_be_pictured() {
    for (look, lang) in [("Dark", Lang::En), ("Light", Lang::ZhTw), ("Dark", Lang::ZhCn)] {
        let mut window = Window::open(40);
        window.until_says("Drop a file of cards here");
        let name = |what: &str| format!("{what}-{}", lang.code());
        let theme = if look == "Dark" { ThemePreference::Dark } else { ThemePreference::Light };
        window.harness.get_by_role_and_label(Role::RadioButton, lang.own_name()).click();
        window.harness.run_ok();
        keep(&mut window, &name("welcome"));
        window.harness.set_size(vec2(1024.0, 640.0));
        window.harness.ctx.set_theme(theme);
        keep(&mut window, &name("welcome-small"));
        window.harness.set_size(vec2(1440.0, 900.0));
        window.harness.run_ok();
        let open = text(lang, "welcome-sample-open");
        window.harness.get_by_role_and_label(Role::Button, &open).click();
        window.until("the sample", |harness| super::rows(harness) > 10);
        keep(&mut window, &name("sample"));
    }
}

/// Every page of the settings.
fn settings(window: &mut Window, lang: Lang, name: &dyn Fn(&str) -> String) {
    window.harness.set_size(vec2(1440.0, 900.0));
    window.harness.run_ok();
    for key in [
        "place-settings",
        "settings-workspace",
        "settings-users",
        "settings-assignment",
        "settings-data",
    ] {
        window.harness.get_by_role_and_label(Role::Tab, &text(lang, key)).click();
        window.harness.run_ok();
        keep(window, &name(key));
    }
}

/// What can lie over the window.
fn over(window: &mut Window, name: &dyn Fn(&str) -> String) {
    for (what, modifiers, key) in [
        ("palette", Modifiers::COMMAND, Key::K),
        ("new", Modifiers::COMMAND, Key::N),
        ("keys", Modifiers::NONE, Key::F1),
    ] {
        press(window, modifiers, key);
        keep(window, &name(what));
        press(window, Modifiers::NONE, Key::Escape);
    }
    for (at, what) in [(0, "user"), (1, "language"), (4, "plus")] {
        let bar = window.harness.get_all_by_role(Role::Button).nth(at).unwrap();
        bar.click();
        window.harness.run_ok();
        keep(window, &name(what));
        press(window, Modifiers::NONE, Key::Escape);
    }
}

/// Chooses an entry of a menu in the top bar.
fn choose(window: &mut Window, menu: &str, entry: &str) {
    window.harness.get_by_role_and_label(Role::Button, menu).click();
    window.harness.run_ok();
    window.harness.get_by_role_and_label(Role::MenuItemRadio, entry).click();
    window.harness.run_ok();
}

/// Keeps a picture under `target/tmp/pictures` for people to look at, where there is something to draw
/// with.
pub fn keep(window: &mut Window, name: &str) {
    window.harness.run_ok();
    if std::env::var_os("VK_ICD_FILENAMES").is_none() {
        return;
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pictures");
    std::fs::create_dir_all(&folder).unwrap();
    window.harness.render().unwrap().save(folder.join(name).with_extension("png")).unwrap();
}
