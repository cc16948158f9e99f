//! Days: typed as people write them, gone through by keys, taken from a month.

use eframe::egui::{Event, Key, Modifiers, accesskit::Role, vec2};
use egui_kittest::kittest::Queryable as _;
use fairlead::i18n::Lang;
use serde_json::json;

use super::{
    Window,
    list::{go, press},
    pictures,
    record::Filled,
    says,
};

/// The page of a deal that is expected to close at the end of the year, its day being edited.
fn editing(lang: Lang) -> Window {
    let mut filled = Filled::new();
    let account = filled.create("account", &json!({"name": "聯穗"}));
    let values = json!({"name": "立袋", "account": account.uuid, "closes_on": "2026-12-31"});
    filled.create("opportunity", &values);
    let mut window = filled.open(lang, vec2(1440.0, 900.0));
    let place = fairlead::i18n::text(lang, "kind-opportunity-plural").into_owned();
    window.until("the window", |harness| says(harness, &place));
    go(&mut window, &place);
    window.until("the deal", |harness| says(harness, "立袋, 聯穗"));
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::NONE, Key::Enter);
    let label = fairlead::i18n::text(lang, "field-closes_on").into_owned();
    window.until("the day", |harness| says(harness, &format!("{label}: ")));
    window.harness.get_by_label_contains(&format!("{label}: ")).click();
    window.harness.run_ok();
    window
}

fn type_over(window: &mut Window, words: &str) {
    press(window, Modifiers::COMMAND, Key::A);
    window.harness.event(Event::Text(words.to_owned()));
    window.harness.run_ok();
}

#[test]
fn a_day_is_typed_as_people_write_days() {
    for (typed, expected) in [
        ("2026-06-01", "1 Jun 2026"),
        ("115/6/2", "2 Jun 2026"),
        ("today+7d", "28 Nov 2026"),
        ("+2w", "5 Dec 2026"),
    ] {
        let mut window = editing(Lang::En);
        type_over(&mut window, typed);
        press(&mut window, Modifiers::NONE, Key::Enter);
        window.until_says(&format!("Expected close: {expected}"));
    }
}

#[test]
fn a_day_is_taken_from_the_month_by_a_click() {
    let mut window = editing(Lang::En);
    window.until_says("Dec 2026");
    pictures::keep(&mut window, "date-en");
    window.harness.get_by_role_and_label(Role::Button, "Month after").click();
    window.until_says("Jan 2027");
    // Going to another month ends nothing.
    window.harness.get_by_role_and_label(Role::Button, "15 Jan 2027").click();
    window.until_says("Expected close: 15 Jan 2027");
}

#[test]
fn keys_go_from_day_to_day() {
    let mut window = editing(Lang::En);
    for key in [Key::ArrowDown, Key::ArrowRight, Key::PageUp, Key::ArrowUp] {
        press(&mut window, Modifiers::NONE, key);
    }
    // 31 December + 7 + 1 days is 8 January; a month before and a week before is 1 December.
    press(&mut window, Modifiers::NONE, Key::Enter);
    window.until_says("Expected close: 1 Dec 2026");
}

#[test]
fn what_is_no_day_is_not_saved_and_escape_leaves_all_as_it_was() {
    let mut window = editing(Lang::En);
    type_over(&mut window, "someday");
    press(&mut window, Modifiers::NONE, Key::Enter);
    window.until_says("This cannot be read as a value of this field");
    press(&mut window, Modifiers::NONE, Key::Escape);
    window.until_says("Expected close: 31 Dec 2026");
    let window = editing(Lang::ZhTw);
    // In Taiwan a week begins on Sunday.
    let first = window.harness.query_all_by_role(Role::Button);
    let first = first.filter_map(|node| {
        use egui_kittest::kittest::NodeT as _;
        node.accesskit_node().label().filter(|label| label.starts_with("2026/11/"))
    });
    assert_eq!(first.min(), Some("2026/11/29".to_owned()));
}

#[test]
fn a_condition_on_days_is_taken_from_a_month_and_changed() {
    let mut filled = Filled::new();
    let account = filled.create("account", &json!({"name": "晨光"}));
    for (name, day) in [("立袋", "2026-12-24"), ("捲膜", "2027-03-31")] {
        let values = json!({"name": name, "account": account.uuid, "closes_on": day});
        filled.create("opportunity", &values);
    }
    let mut window = filled.open(Lang::En, vec2(1440.0, 900.0));
    window.until("the window", |harness| says(harness, "Opportunities"));
    go(&mut window, "Opportunities");
    window.until_says("Clarify need");
    window.harness.get_by_role_and_label(Role::RadioButton, "Table").click();
    window.until("both", |harness| super::rows(harness) == 2);
    window.harness.get_by_role_and_label(Role::Button, "Filter").click();
    window.harness.run_ok();
    window.harness.get_by_role_and_label(Role::MenuItem, "Expected close").click();
    window.until_says("Apply");
    pictures::keep(&mut window, "filter-days");
    window.harness.get_by_role_and_label(Role::TextInput, "From").focus();
    window.harness.run_ok();
    window.harness.event(Event::Text("2027-01-01".to_owned()));
    window.harness.run_ok();
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    window.until("the later one", |harness| {
        super::rows(harness) == 1 && super::has_row(harness, "捲膜")
    });
    window.harness.get_by_role_and_label(Role::Button, "Expected close ≥ 1 Jan 2027").click();
    window.until_says("Apply");
    window.harness.get_by_role_and_label(Role::Button, "Next 30 days").click();
    window.until("none of these days", |harness| says(harness, "next 30 days"));
}
