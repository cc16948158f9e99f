//! Places, and the ways between them.

use eframe::egui::{
    Event, Key, Modifiers, PointerButton,
    accesskit::{Role, Toggled},
    pos2,
};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::{Window, says};

/// The place that the rail marks.
pub fn here(window: &Window) -> Vec<String> {
    let tabs = window.harness.query_all_by_role(Role::Tab);
    let selected = tabs.filter(|tab| tab.accesskit_node().toggled() == Some(Toggled::True));
    selected.filter_map(|tab| tab.accesskit_node().label()).collect()
}

pub fn press(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.harness.key_press_modifiers(modifiers, key);
    window.harness.run_ok();
}

fn click(window: &mut Window, button: PointerButton) {
    let pos = pos2(700.0, 400.0);
    for pressed in [true, false] {
        let modifiers = Modifiers::NONE;
        window.harness.event(Event::PointerButton { pos, button, pressed, modifiers });
        window.harness.step();
    }
    window.harness.run_ok();
}

#[test]
fn keys_and_the_mouse_go_to_places_and_back() {
    let mut window = Window::open(3);
    window.import(3);
    assert_eq!(here(&window), ["Leads"]);
    press(&mut window, Modifiers::COMMAND, Key::Num8);
    assert_eq!(here(&window), ["Orders"]);
    press(&mut window, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(here(&window), ["Leads"]);
    press(&mut window, Modifiers::ALT, Key::ArrowRight);
    assert_eq!(here(&window), ["Orders"]);
    click(&mut window, PointerButton::Extra1);
    assert_eq!(here(&window), ["Leads"]);
    click(&mut window, PointerButton::Extra2);
    assert_eq!(here(&window), ["Orders"]);
    // Further back than to where one began is nowhere.
    press(&mut window, Modifiers::ALT, Key::ArrowLeft);
    press(&mut window, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(here(&window), ["Leads"]);
    assert!(says(&window.harness, "Marketing"));
}
