//! The board of deals: columns with sums, cards that are dragged or moved by keys, and what refuses them.

use eframe::egui::{Event, Key, Modifiers, Pos2, accesskit::Role, vec2};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use fairlead::{i18n::Lang, ui::App};
use serde_json::json;

use super::{
    Window,
    list::{go, press},
    pictures,
    record::Filled,
    rows, says,
};

/// Four deals in three stages; one has a task that is overdue.
fn filled() -> Filled {
    let mut filled = Filled::new();
    let account = filled.create("account", &json!({"name": "聯穗食品工業"}));
    for (name, amount, stage) in [
        ("立袋 Stand-up pouch", "6000000", None),
        ("充氮包裝", "1180000", None),
        ("捲膜三年約", "2450000", Some("proposal")),
        ("微波蓋膜", "1860000", Some("negotiation")),
    ] {
        let amount = json!({"amount": amount, "currency": "TWD"});
        let values = json!({"name": name, "account": account.uuid, "amount": amount, "closes_on": "2026-12-31"});
        let deal = filled.create("opportunity", &values);
        if let Some(stage) = stage {
            filled.run("advance", json!({"opportunity": deal.uuid, "stage": stage}));
        }
        if name == "捲膜三年約" {
            let about = json!([{"kind": "opportunity", "id": deal.uuid}]);
            let due = "2026-11-19T02:00:00Z";
            filled.run("log", json!({"about": about, "kind": "task", "text": "報價", "due": due}));
        }
    }
    filled
}

fn board(filled: Filled, user: Option<&str>) -> Window {
    let mut window = filled.open_as(user, Lang::En, vec2(1440.0, 900.0));
    window.until("the window", |harness| says(harness, "Opportunities"));
    go(&mut window, "Opportunities");
    window.until_says("Clarify need: 2 deals, TWD 7,180,000");
    window
}

/// The middle of a card.
fn card(window: &Window, name: &str) -> Pos2 {
    window.harness.get_by_label_contains(name).rect().center()
}

/// The middle of the column, or of the place for decided deals, that is called so.
fn place(window: &Window, name: &str) -> Pos2 {
    window.harness.get_by_label_contains(name).rect().center()
}

fn drag(window: &mut Window, from: Pos2, to: Pos2) {
    window.harness.hover_at(from);
    window.harness.step();
    window.harness.drag_at(from);
    window.harness.step();
    for step in 1..=4 {
        window.harness.hover_at(from + (to - from) * (step as f32 / 4.0));
        window.harness.step();
    }
    pictures::keep(window, "deals-dragged");
    window.harness.drop_at(to);
    window.harness.run_ok();
}

fn has(harness: &Harness<'static, App>, label: &str) -> bool {
    harness.query_all_by_label_contains(label).next().is_some()
}

#[test]
fn deals_stand_by_stage_with_what_they_add_up_to() {
    let mut window = board(filled(), None);
    for column in [
        "Clarify need: 2 deals, TWD 7,180,000",
        "Proposal: 1 deal, TWD 2,450,000",
        "Quotation or sample: 0 deals, TWD 0",
        "Negotiation: 1 deal, TWD 1,860,000",
    ] {
        assert!(has(&window.harness, column), "{column}: {:#?}", window.words());
    }
    // 10 % of 7.18 million, 30 % of 2.45 and 70 % of 1.86.
    window.until_says("Weighted pipeline: TWD 2.76M 24 %");
    window.until_says("Open amount: TWD 11.49M 4 deals");
    window.until_says("1 late");
    window.until_says("捲膜三年約, 聯穗食品工業, 2,450,000, close 31 Dec, 2 d late · Task");
    pictures::keep(&mut window, "deals-en");
    window.harness.set_size(vec2(1024.0, 640.0));
    pictures::keep(&mut window, "deals-small-en");
}

#[test]
fn the_target_of_the_quarter_stands_beside_what_is_open() {
    let mut window = board(filled(), None);
    assert!(!has(&window.harness, "Target, quarter"), "nobody has said what is to be won");
    go(&mut window, "Settings");
    window.harness.get_by_role_and_label(Role::Tab, "Workspace").click();
    window.harness.run_ok();
    let target = "Sales target, this quarter";
    window.harness.get_by_role_and_label(Role::TextInput, target).focus();
    window.harness.run_ok();
    window.harness.event(eframe::egui::Event::Text("6,000,000".to_owned()));
    press(&mut window, Modifiers::NONE, Key::Enter);
    window.until("the target", |harness| {
        let node = harness.get_by_role_and_label(Role::TextInput, target);
        node.accesskit_node().value().is_some_and(|value| value == "TWD 6,000,000")
    });
    go(&mut window, "Opportunities");
    window.until_says("Target, quarter: TWD 6M 0 % with commit");
    // 11.49 million are open, and nothing is won.
    window.until_says("Coverage: 1.9 × of the rest");
    pictures::keep(&mut window, "deals-target");
    window.harness.set_size(vec2(1024.0, 640.0));
    pictures::keep(&mut window, "deals-target-small");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    window.until("no target", |harness| !has(harness, "Target, quarter"));
}

#[test]
fn a_card_is_dragged_to_another_stage_and_taken_back() {
    let mut window = board(filled(), None);
    let (from, to) = (card(&window, "立袋 Stand-up pouch"), place(&window, "Quotation or sample:"));
    drag(&mut window, from, to);
    window.until_says("Quotation or sample: 1 deal, TWD 6,000,000");
    window.until_says("Clarify need: 1 deal, TWD 1,180,000");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    window.until_says("Clarify need: 2 deals, TWD 7,180,000");
}

#[test]
fn a_deal_is_lost_for_a_reason_only() {
    let mut window = board(filled(), None);
    let (from, to) = (card(&window, "充氮包裝"), place(&window, "Lost, asks for"));
    drag(&mut window, from, to);
    window.until("the question", |harness| {
        harness.query_by_role_and_label(Role::Dialog, "Lost").is_some()
    });
    press(&mut window, Modifiers::NONE, Key::Escape);
    window.until_says("Clarify need: 2 deals, TWD 7,180,000");
    drag(&mut window, from, to);
    window.until("the question", |harness| has(harness, "Lost"));
    window.harness.get_by_role_and_label(Role::Button, "Reason").click();
    window.harness.run_ok();
    window.harness.get_by_role_and_label(Role::MenuItemRadio, "Price").click();
    window.harness.run_ok();
    window.harness.get_by_role_and_label(Role::Button, "Lost").click();
    window.until_says("Clarify need: 1 deal, TWD 6,000,000");
    window.until_says("Win rate: 0 %");
}

#[test]
fn a_deal_is_dropped_where_its_lead_goes_back_to_nurturing() {
    let mut filled = filled();
    let lead = filled.create(
        "lead",
        &json!({"name": "黃淑芬", "company": "晨光食品", "source": "sales_sourced"}),
    );
    filled.run("convert", json!({"leads": [lead.uuid]}));
    let mut window = filled.open(Lang::En, vec2(1440.0, 900.0));
    window.until("the window", |harness| says(harness, "Opportunities"));
    go(&mut window, "Opportunities");
    window.until_says("Clarify need: 3 deals");
    let (from, to) = (card(&window, "晨光食品"), place(&window, "Back to nurturing, asks for"));
    drag(&mut window, from, to);
    window.until("the question", |harness| {
        harness.query_by_role_and_label(Role::Dialog, "Back to nurturing").is_some()
    });
    window.harness.get_by_role_and_label(Role::Button, "Reason").click();
    window.harness.run_ok();
    window.harness.get_by_role_and_label(Role::MenuItemRadio, "Timing").click();
    window.harness.run_ok();
    window.harness.get_by_role_and_label(Role::TextInput, "Wakes on").focus();
    window.harness.run_ok();
    window.harness.event(eframe::egui::Event::Text("2027-03-01".to_owned()));
    window.harness.run_ok();
    pictures::keep(&mut window, "deals-nurture");
    window.harness.get_by_role_and_label(Role::Button, "Back to nurturing").click();
    window.until_says("its lead is back in nurturing");
    window.until_says("Clarify need: 2 deals, TWD 7,180,000");
}

#[test]
fn the_keyboard_goes_from_card_to_card_and_moves_them() {
    let mut window = board(filled(), None);
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    // The stage between has no deal and is passed over.
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    press(&mut window, Modifiers::NONE, Key::M);
    window.until("the menu", |harness| {
        harness.query_by_role_and_label(Role::MenuItem, "Lost…").is_some()
    });
    pictures::keep(&mut window, "deals-menu");
    for _ in 0..4 {
        press(&mut window, Modifiers::NONE, Key::ArrowDown);
    }
    press(&mut window, Modifiers::NONE, Key::Enter);
    window.until_says("To be signed: 1 deal, TWD 1,860,000");
    press(&mut window, Modifiers::NONE, Key::Enter);
    window.until_says("Log follow-up");
}

#[test]
fn what_may_not_be_moved_goes_back_and_says_why() {
    let mut filled = filled();
    let values = json!({"name": "Chen", "login": "chen", "role": "sales"});
    filled.create("user", &values);
    let mut window = board(filled, Some("chen"));
    let (from, to) = (card(&window, "立袋 Stand-up pouch"), place(&window, "Proposal:"));
    drag(&mut window, from, to);
    window.until_says("Your role allows this only");
    window.until("the card to go back", |harness| {
        let card = harness.get_by_label_contains("立袋 Stand-up pouch").rect();
        (card.center().x - from.x).abs() < 1.0
    });
    assert!(has(&window.harness, "Proposal: 1 deal, TWD 2,450,000"));
}

#[test]
fn board_and_table_have_one_filter() {
    let mut window = board(filled(), None);
    window.harness.get_by_role_and_label(Role::TextInput, "Type to filter").focus();
    window.harness.run_ok();
    window.harness.event(Event::Text("amount>2000000".to_owned()));
    window.until_says("Clarify need: 1 deal, TWD 6,000,000");
    window.until_says("Negotiation: 0 deals, TWD 0");
    window.harness.get_by_role_and_label(Role::RadioButton, "Table").click();
    window.until("the same deals", |harness| rows(harness) == 2);
    window.harness.get_by_role_and_label(Role::RadioButton, "Board").click();
    window.until_says("Clarify need: 1 deal, TWD 6,000,000");
}

#[test]
fn only_the_cards_that_are_seen_are_drawn() {
    let mut filled = Filled::new();
    let account = filled.create("account", &json!({"name": "A"}));
    for number in 0..400 {
        let amount = json!({"amount": (1_000 + number).to_string(), "currency": "TWD"});
        let values =
            json!({"name": format!("Deal {number}"), "account": account.uuid, "amount": amount});
        filled.create("opportunity", &values);
    }
    let mut window = filled.open(Lang::En, vec2(1440.0, 900.0));
    window.until("the window", |harness| says(harness, "Opportunities"));
    go(&mut window, "Opportunities");
    window.until_says("Clarify need: 400 deals");
    let cards = window.harness.query_all_by_role(Role::ListItem).count();
    assert!((3..20).contains(&cards), "{cards}");
    // The largest stands first; the last one is reached by a key.
    window.until_says("Deal 399");
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::NONE, Key::End);
    window.until("the smallest", |harness| {
        let mut cards = harness.query_all_by_role(Role::ListItem);
        cards.any(|card| card.accesskit_node().label().is_some_and(|it| it.starts_with("Deal 0,")))
    });
}

#[test]
fn a_deal_is_made_from_the_list_with_its_account() {
    let mut window = board(filled(), None);
    window.harness.get_by_role_and_label(Role::Button, "New opportunity").click();
    window.until_says("Create opportunity");
    window.harness.event(Event::Text("紙盒".to_owned()));
    window.harness.run_ok();
    let account = window.harness.get_by_role_and_label(Role::TextInput, "Account");
    account.focus();
    window.harness.run_ok();
    window.harness.event(Event::Text("聯穗".to_owned()));
    window.until("the account", |harness| {
        harness.query_by_role_and_label(Role::ListBoxOption, "聯穗食品工業").is_some()
    });
    press(&mut window, Modifiers::NONE, Key::Enter);
    pictures::keep(&mut window, "new-deal");
    window.harness.get_by_role_and_label(Role::Button, "Create opportunity").click();
    window.until_says("Opportunity created: 紙盒");
}
