//! The tabs of the lead pool, and ways of looking at a list that were kept under a name.

use eframe::egui::{Event, Key, Modifiers, accesskit::Role, vec2};
use egui_kittest::kittest::Queryable as _;

use super::{
    Window, has_row,
    list::{go, leads, press, window_on},
    pictures, rows,
};

#[test]
fn leads_go_from_the_pool_to_whom_they_are_assigned() {
    let mut window = window_on(&leads());
    go(&mut window, "Lead pool");
    window.until("the counts", |harness| {
        harness.query_by_role_and_label(Role::Tab, "Intake 4").is_some()
            && harness.query_by_role_and_label(Role::Tab, "Mine 0").is_some()
    });
    tab(&mut window, "Mine 0");
    window.until("an empty list", |harness| rows(harness) == 0);
    tab(&mut window, "Intake 4");
    window.until("the leads", |harness| rows(harness) == 4);
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::NONE, Key::Space);
    window.until_says("1 selected");
    pictures::keep(&mut window, "pool");
    window.harness.set_size(vec2(1024.0, 640.0));
    pictures::keep(&mut window, "pool-small");
    window.harness.set_size(vec2(1440.0, 900.0));
    window.harness.run_ok();
    window.harness.get_by_role_and_label(Role::Button, "Assign…").click();
    window.harness.run_ok();
    pictures::keep(&mut window, "assign");
    window.harness.get_by_role_and_label(Role::MenuItem, "Admin").click();
    window.until("the lead to go", |harness| {
        rows(harness) == 3 && harness.query_by_role_and_label(Role::Tab, "Mine 1").is_some()
    });
}

fn tab(window: &mut Window, name: &str) {
    window.harness.get_by_role_and_label(Role::Tab, name).click();
    window.harness.run_ok();
}

#[test]
fn a_way_of_looking_is_kept_under_a_name() {
    let mut window = window_on(&leads());
    window.harness.get_by_role_and_label(Role::TextInput, "Type to filter").focus();
    window.harness.run_ok();
    window.harness.event(Event::Text("industry:food".to_owned()));
    window.until("the food", |harness| rows(harness) == 3);
    press(&mut window, Modifiers::NONE, Key::Escape);
    press(&mut window, Modifiers::NONE, Key::Escape);
    view(&mut window, "View: As shipped", "Save as new view…");
    window.harness.get_by_role_and_label(Role::TextInput, "Name").focus();
    window.harness.run_ok();
    window.harness.event(Event::Text("Food only".to_owned()));
    window.harness.run_ok();
    pictures::keep(&mut window, "view");
    window.harness.get_by_role_and_label(Role::Button, "Save view").click();
    window.harness.run_ok();
    view(&mut window, "View: As shipped", "As shipped");
    window.until("all leads", |harness| rows(harness) == 4);
    view(&mut window, "View: As shipped", "Food only");
    window.until("the food", |harness| rows(harness) == 3);
    assert!(!has_row(&window.harness, "Ada Lin"));
    view(&mut window, "View: Food only", "Delete view");
    window.until("the view to go", |harness| {
        harness.query_by_role_and_label(Role::Button, "View: As shipped").is_some()
    });
}

/// Chooses an entry of the menu of views.
fn view(window: &mut Window, button: &str, entry: &str) {
    window.harness.get_by_role_and_label(Role::Button, button).click();
    let is_there = |harness: &egui_kittest::Harness<'static, fairlead::ui::App>| {
        let entries = [Role::MenuItem, Role::MenuItemRadio];
        entries.iter().any(|role| harness.query_by_role_and_label(*role, entry).is_some())
    };
    window.until(entry, is_there);
    window.harness.get_by_label(entry).click();
    window.harness.run_ok();
}
