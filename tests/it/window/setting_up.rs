//! The first start, the settings, and what comes back on the next one.

use eframe::egui::{Event, Key, Modifiers, accesskit::Role, vec2};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use fairlead::{
    domain::Timestamp,
    engine::{Crm, Env},
    i18n::Lang,
    ui::{App, WindowOptions},
};

use super::{
    Window,
    navigation::{here, press},
    opener, says,
};

fn write(window: &mut Window, words: &str) {
    window.harness.event(Event::Text(words.to_owned()));
    window.harness.run_ok();
}

/// What a field that can be chosen or typed holds.
fn value(window: &Window, role: Role, name: &str) -> String {
    let node = window.harness.get_by_role_and_label(role, name);
    node.accesskit_node().value().unwrap_or_default()
}

fn choose(window: &mut Window, name: &str, entry: &str) {
    window.harness.get_by_role_and_label(Role::ComboBox, name).click();
    window.harness.run_ok();
    window.harness.get_by_role_and_label(Role::ListBoxOption, entry).click();
    window.harness.run_ok();
}

#[test]
fn the_first_page_asks_who_is_here_and_goes_when_something_is_brought_in() {
    let mut window = Window::open(3);
    window.until_says("Drop a file of cards here");
    assert!(here(&window).is_empty(), "no rail yet");
    window.harness.get_by_role_and_label(Role::TextInput, "Your name").focus();
    window.harness.run_ok();
    write(&mut window, "Lin Ya-ting");
    press(&mut window, Modifiers::NONE, Key::Enter);
    choose(&mut window, "Currency", "CNY Renminbi");
    window.until("the currency", |harness| {
        let node = harness.get_by_role_and_label(Role::ComboBox, "Currency");
        node.accesskit_node().value().is_some_and(|value| value.contains("CNY"))
    });
    assert_eq!(value(&window, Role::TextInput, "Your name"), "Lin Ya-ting");
    window.import(3);
    assert_eq!(here(&window), ["Leads"]);
}

#[test]
fn one_may_start_empty() {
    let mut window = Window::open(3);
    window.until_says("Drop a file of cards here");
    window.harness.get_by_label("Start empty").click();
    window
        .until("the rail", |harness| harness.query_by_role_and_label(Role::Tab, "Leads").is_some());
    window.until_says("Drop a file of cards here");
}

#[test]
fn the_sample_comes_and_goes_with_a_click() {
    let mut window = Window::open(3);
    window.until_says("Drop a file of cards here");
    window.harness.get_by_role_and_label(Role::Button, "Open the sample").click();
    window.until_says("400 leads");
    window.until_says("these people, companies and figures are made up");
    window.harness.get_by_role_and_label(Role::Button, "Remove the sample data").click();
    window.until_says("Open the sample");
    assert!(!says(&window.harness, "are made up"));
}

#[test]
fn settings_are_changed_by_commands_that_can_be_undone() {
    let mut window = Window::open(3);
    window.import(3);
    window.harness.get_by_role_and_label(Role::Tab, "Settings").click();
    window.harness.run_ok();
    window.harness.get_by_role_and_label(Role::Tab, "Workspace").click();
    window.harness.run_ok();
    choose(&mut window, "Time zone", "Asia/Tokyo");
    window.until("the zone", |harness| {
        let node = harness.get_by_role_and_label(Role::ComboBox, "Time zone");
        node.accesskit_node().value().as_deref() == Some("Asia/Tokyo")
    });
    window.until_says("Undo: Change fields (1 record)");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    window.until("the zone of before", |harness| {
        let node = harness.get_by_role_and_label(Role::ComboBox, "Time zone");
        node.accesskit_node().value().as_deref() == Some("Asia/Taipei")
    });
}

#[test]
fn what_findings_weigh_is_set_and_taken_back() {
    let mut window = Window::open(3);
    window.import(3);
    window.harness.get_by_role_and_label(Role::Tab, "Settings").click();
    window.harness.run_ok();
    window.harness.get_by_role_and_label(Role::Tab, "Matching").click();
    window.harness.run_ok();
    super::pictures::keep(&mut window, "settings-matching");
    let value = |harness: &super::Harness<'_, fairlead::ui::App>, name: &str| {
        let node = harness.get_by_role_and_label(Role::TextInput, name);
        node.accesskit_node().value()
    };
    for (name, typed) in [("The same from", "95"), ("Same mobile number", "70")] {
        window.harness.get_by_role_and_label(Role::TextInput, name).focus();
        window.harness.run_ok();
        press(&mut window, Modifiers::COMMAND, Key::A);
        write(&mut window, typed);
        press(&mut window, Modifiers::NONE, Key::Enter);
        window.until(name, |harness| value(harness, name).as_deref() == Some(typed));
    }
    window.until_says("shipped with 85");
    window.until("the button", |harness| {
        harness.query_by_role_and_label(Role::Button, "Everything as shipped").is_some()
    });
    window.harness.get_by_role_and_label(Role::Button, "Everything as shipped").click();
    window.until("what is shipped", |harness| {
        value(harness, "The same from").as_deref() == Some("90")
            && value(harness, "Same mobile number").as_deref() == Some("85")
    });
}

#[test]
fn users_are_added_and_leave() {
    let mut window = Window::open(3);
    window.import(3);
    window.harness.get_by_role_and_label(Role::Tab, "Settings").click();
    window.harness.run_ok();
    window.harness.get_by_role_and_label(Role::Tab, "Users").click();
    window.harness.run_ok();
    window.harness.get_by_role_and_label(Role::TextInput, "Name of a new user").focus();
    window.harness.run_ok();
    write(&mut window, "Wang");
    choose(&mut window, "Role of the new user", "Salesperson");
    window.harness.get_by_role_and_label(Role::Button, "Add user").click();
    window.until("the new user", |harness| {
        harness.query_all_by_role_and_label(Role::Button, "Mark as left").count() == 2
    });
    window.harness.get_all_by_role_and_label(Role::Button, "Mark as left").last().unwrap().click();
    window.until_says("Mark as back");
}

#[test]
fn the_place_the_language_and_the_size_come_back() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = folder.path().join("workspace");
    let options = || WindowOptions {
        env: || Env::new(std::sync::Arc::new(|| Timestamp(super::NOW)), 7),
        lang: None,
        ..WindowOptions::new(workspace.clone(), opener(3))
    };
    let size = vec2(1440.0, 900.0);
    let mut window = Window::at(folder, options(), size);
    window.until("the first page", |harness| {
        harness.query_by_role_and_label(Role::RadioButton, "简体中文").is_some()
    });
    window.harness.get_by_role_and_label(Role::RadioButton, "简体中文").click();
    window.until_says("从空白开始");
    window.harness.get_by_label("从空白开始").click();
    window.harness.run_ok();
    window.harness.get_by_role_and_label(Role::Tab, "设置").click();
    window.harness.run_ok();
    assert_eq!(here(&window), ["设置", "个人"]);
    press(&mut window, Modifiers::COMMAND, Key::Plus);
    let folder = window.close();
    let mut window = Window::at(folder, options(), size);
    window.until_says("整体大小");
    assert_eq!(here(&window), ["设置", "个人"]);
    assert!((window.harness.ctx.zoom_factor() - 1.1).abs() < 1e-6);
    assert!(Crm::open(&workspace, Env::system()).is_err(), "the window has it");
    assert_eq!(Lang::ZhCn.own_name(), "简体中文");
}

#[test]
fn where_lead_fields_go_is_chosen_and_undone() {
    let mut window = Window::open(3);
    window.import(3);
    window.harness.get_by_role_and_label(Role::Tab, "Settings").click();
    window.harness.run_ok();
    window.harness.get_by_role_and_label(Role::Tab, "Conversion").click();
    window.harness.run_ok();
    super::pictures::keep(&mut window, "settings-conversion");
    let name = "Need: Opportunity";
    assert_eq!(value(&window, Role::ComboBox, name), "Nowhere");
    choose(&mut window, name, "Next step");
    window.until("the new way", |harness| {
        let node = harness.get_by_role_and_label(Role::ComboBox, name);
        node.accesskit_node().value().is_some_and(|value| value == "Next step")
    });
    press(&mut window, Modifiers::COMMAND, Key::Z);
    window.until("the way it was", |harness| {
        let node = harness.get_by_role_and_label(Role::ComboBox, name);
        node.accesskit_node().value().is_some_and(|value| value == "Nowhere")
    });
}

#[test]
fn a_workspace_begins_in_the_language_of_the_window() {
    let change = |options| WindowOptions { lang: Some(Lang::ZhTw), ..options };
    let mut window = Window::with(opener(3), change);
    window.until_says("把名片檔案拖到這裡");
    window.harness.get_by_label("從空白開始").click();
    window.until("the rail", |harness| {
        harness.query_by_role_and_label(Role::Tab, "線索池").is_some()
    });
    window.harness.get_by_role_and_label(Role::Tab, "線索池").click();
    window.until_says("待分派");
    window.until_says("業務線索池");
}

/// Writes into a field, and takes it with Enter.
fn enter(window: &mut Window, name: &str, words: &str) {
    window.harness.get_by_role_and_label(Role::TextInput, name).focus();
    window.harness.run_ok();
    write(window, words);
    press(window, Modifiers::NONE, Key::Enter);
}

#[test]
fn assignment_rules_are_made_ordered_tried_and_carried_out() {
    let mut window = Window::open(5);
    window.import(5);
    window.harness.get_by_role_and_label(Role::Tab, "Settings").click();
    window.harness.run_ok();
    window.harness.get_by_role_and_label(Role::Tab, "Assignment").click();
    window.harness.run_ok();
    for name in ["Rest", "First"] {
        enter(&mut window, "Name of a new rule", name);
        window.until_button(&format!("Remove: {name}"));
    }
    let target = |at: usize| {
        move |harness: &Harness<'static, App>| {
            let all = harness.query_all_by_role_and_label(Role::ComboBox, "Go to");
            all.map(|node| node.accesskit_node().value().unwrap_or_default()).nth(at)
        }
    };
    let send = |window: &mut Window, at: usize, to: &str| {
        window
            .harness
            .query_all_by_role_and_label(Role::ComboBox, "Go to")
            .nth(at)
            .unwrap()
            .click();
        window.harness.run_ok();
        window.harness.get_by_role_and_label(Role::ListBoxOption, to).click();
        window.until(to, |harness| target(at)(harness).as_deref() == Some(to));
    };
    send(&mut window, 0, "Pool: Sales pool");
    // Of those who are named, nobody yet: all go to the rule before.
    window.harness.get_by_role_and_label(Role::Button, "Try the rules").click();
    window.until_says("Give out 5 leads");
    // A rule that comes first takes what it speaks of.
    window.harness.get_by_role_and_label(Role::Button, "Ask sooner: First").click();
    window.until("the order", |harness| target(0)(harness).as_deref() == Some("People by name"));
    window.harness.get_by_role_and_label(Role::Button, "Users: Nobody yet").click();
    window.harness.run_ok();
    let own = window.harness.query_all_by_role(Role::CheckBox).next().unwrap();
    own.click();
    window.until("who is named", |harness| {
        harness.query_by_role_and_label(Role::Button, "Users: Nobody yet").is_none()
    });
    press(&mut window, Modifiers::NONE, Key::Escape);
    window
        .harness
        .query_all_by_role_and_label(Role::TextInput, "Leads that fit")
        .next()
        .unwrap()
        .focus();
    window.harness.run_ok();
    write(&mut window, "nonsense:1");
    press(&mut window, Modifiers::NONE, Key::Enter);
    window.until_says("nonsense");
    window.until("what is not understood is not tried", |harness| !says(harness, "Give out"));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    window.until_button("Try the rules");
    window.harness.get_by_role_and_label(Role::Button, "Try the rules").click();
    window.until_says("Give out 5 leads");
    window.until_says("First");
    super::pictures::keep(&mut window, "settings-assignment");
    window.harness.get_by_label_contains("Give out 5 leads").click();
    window.until_says("There is no lead to give.");
    window.until_says("Undo: Assign by the rules");
}
