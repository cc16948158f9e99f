//! The whole job, from a card to the result of the fair: by the keyboard alone, and by the pointer alone.

use eframe::egui::{Event, Key, Modifiers, accesskit::Role, vec2};
use egui_kittest::{
    Node,
    kittest::{NodeT as _, Queryable as _},
};
use fairlead::i18n::Lang;
use serde_json::json;

use super::{Window, has_row, list::press, record::Filled, says};

/// A card of a fair, of someone who needs no qualification by marketing.
const CARD: [[&str; 2]; 7] = [
    ["Name", "王小明"],
    ["Company", "聯穗食品工業"],
    ["Phone", "0912-345-678"],
    ["Email", "xm@liansui.example"],
    ["Source", "Sales-sourced"],
    ["Campaign", "台北食品展"],
    ["Budget", "TWD 6000000"],
];

/// The table of the card, its cells parted so.
fn table(parted: &str) -> String {
    let line = |at: usize| CARD.map(|column| column[at]).join(parted);
    format!("{}\n{}\n", line(0), line(1))
}

fn window() -> Window {
    let mut filled = Filled::new();
    let values = json!({"name": "台北食品展", "kind": "trade_fair", "starts_on": "2026-11-18"});
    filled.create("campaign", &values);
    let mut window = filled.open(Lang::En, vec2(1440.0, 900.0));
    window.until_says("Drop a file of cards here");
    window
}

/// Whether something of that name can be used now.
fn is_there(window: &Window, role: Role, name: &str) -> bool {
    window.harness.query_all_by_role(role).any(|node| is_called(&node, name))
}

fn is_called(node: &Node<'_>, name: &str) -> bool {
    let node = node.accesskit_node();
    !node.is_disabled() && node.label().is_some_and(|label| label.starts_with(name))
}

/// Goes with Tab until something of that name has the focus, and presses it.
fn enter(window: &mut Window, role: Role, name: &str) {
    let what = format!("{name} to be there");
    window
        .until(&what, |harness| harness.query_all_by_role(role).any(|node| is_called(&node, name)));
    for _ in 0..200 {
        press(window, Modifiers::NONE, Key::Tab);
        let mut found = window.harness.query_all_by_role(role);
        if found.any(|node| node.is_focused() && is_called(&node, name)) {
            drop(found);
            return press(window, Modifiers::NONE, Key::Space);
        }
    }
    panic!("{name} cannot be reached with Tab");
}

/// Clicks what is called so.
fn click(window: &mut Window, role: Role, name: &str) {
    let what = format!("{name} to be there");
    window
        .until(&what, |harness| harness.query_all_by_role(role).any(|node| is_called(&node, name)));
    let mut found = window.harness.query_all_by_role(role);
    found.find(|node| is_called(node, name)).unwrap().click();
    drop(found);
    window.harness.run_ok();
}

fn result(window: &mut Window) {
    window.until_says("Cards: 1");
    window.until_says("Won: 1");
    window.until_says("Won revenue: 6,000,000 TWD");
}

#[test]
fn the_whole_job_is_done_by_keyboard() {
    let mut window = window();
    window.harness.event(Event::Paste(table("\t")));
    window.until_says("Import 1 lead");
    press(&mut window, Modifiers::NONE, Key::Enter);
    window.until_says("1 new");
    window.until("the lead", |harness| has_row(harness, "王小明"));
    enter(&mut window, Role::Button, "Close report");
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::NONE, Key::Enter);
    enter(&mut window, Role::Button, "Mark as usable");
    window.until_says("Usable");
    enter(&mut window, Role::RadioButton, "Requirement 2");
    window.harness.event(Event::Text("立袋月用 40 萬只".to_owned()));
    window.harness.run_ok();
    enter(&mut window, Role::Button, "Save with 2");
    enter(&mut window, Role::Button, "Convert");
    window.until_says("Are they ready?");
    for step in ["Adds 王小明 as a new contact", "Account candidates", "Only", "One click takes"]
    {
        if step != "Only" {
            window.until_says(step);
        }
        window.until("the way on", |harness| says(harness, "Adds 王小明"));
        press(&mut window, Modifiers::COMMAND, Key::Enter);
    }
    enter(&mut window, Role::Button, "Write order");
    window.until("the question", |harness| {
        harness.query_by_role_and_label(Role::Dialog, "Write order").is_some()
    });
    press(&mut window, Modifiers::NONE, Key::Enter);
    enter(&mut window, Role::Link, "O-");
    enter(&mut window, Role::Button, "Confirm order");
    window.until_says("Confirmed");
    press(&mut window, Modifiers::COMMAND, Key::Num9);
    result(&mut window);
}

#[test]
fn the_whole_job_is_done_by_the_pointer() {
    let mut window = window();
    window.look_at("cards.csv", table(","), "Import 1 lead");
    click(&mut window, Role::Button, "Import 1 lead");
    window.until_says("1 new");
    window.until("the lead", |harness| has_row(harness, "王小明"));
    click(&mut window, Role::Button, "Close report");
    let row = window.harness.query_all_by_role(Role::Row).find(|row| is_called(row, "王小明"));
    row.unwrap().click_secondary();
    window.harness.run_ok();
    click(&mut window, Role::MenuItem, "Open");
    click(&mut window, Role::Button, "Mark as usable");
    window.until_says("Usable");
    click(&mut window, Role::RadioButton, "Requirement 2");
    click(&mut window, Role::Button, "Save with 2");
    click(&mut window, Role::Button, "Convert");
    window.until_says("Are they ready?");
    for _ in 0..3 {
        window.until("the way on", |harness| says(harness, "Adds 王小明"));
        click(&mut window, Role::Button, "Next");
    }
    click(&mut window, Role::Button, "Convert");
    click(&mut window, Role::Button, "Write order…");
    window.until("the question", |harness| {
        harness.query_by_role_and_label(Role::Dialog, "Write order").is_some()
    });
    // The amount is that of the opportunity, so that nothing has to be typed.
    let mut order = window.harness.query_all_by_role(Role::Button);
    let is_it = |node: &Node<'_>| node.accesskit_node().label().as_deref() == Some("Write order");
    order.rfind(is_it).unwrap().click();
    drop(order);
    window.harness.run_ok();
    click(&mut window, Role::Link, "O-");
    click(&mut window, Role::Button, "Confirm order");
    window.until_says("Confirmed");
    assert!(is_there(&window, Role::Tab, "Fair result"));
    click(&mut window, Role::Tab, "Fair result");
    result(&mut window);
}
