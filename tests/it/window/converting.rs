//! The fields of a conversion: what differs is asked, what is typed holds, each value says where it comes from.

use eframe::egui::{Event, Key, Modifiers, accesskit::Role, vec2};
use egui_kittest::kittest::Queryable as _;
use fairlead::i18n::{Lang, text};
use serde_json::json;

use super::{
    Window,
    list::{go, press},
    pictures,
    record::Filled,
    says,
};

/// A lead that is ready, of a company that is known with another web site.
fn filled() -> Filled {
    let mut filled = Filled::new();
    let address = json!([{"city": "上海市"}]);
    filled.create(
        "account",
        &json!({"name": "聯穗食品工業股份有限公司", "website": "https://old.example",
            "domain": "liansui.example", "addresses": address}),
    );
    filled.create(
        "lead",
        &json!({"name": "黃淑芬", "company": "聯穗食品工業", "job_title": "採購經理",
            "source": "sales_sourced", "industry": "food", "product_interest": ["立袋"],
            "website": "https://new.example", "concerns": "交期", "time_frame": "明年春天",
            "budget": {"amount": "6000000", "currency": "TWD"}, "address": {"city": "台北市"},
            "phones": [{"raw": "0933-880-127"}],
            "emails": [{"address": "sf.huang@liansui.example"}]}),
    );
    filled
}

/// Takes the first company that is ready.
fn begin(window: &mut Window, lang: Lang) {
    let convert = text(lang, "convert-do").into_owned();
    let button = window.harness.query_all_by_role(Role::Button).find(|node| {
        use egui_kittest::kittest::NodeT as _;
        node.accesskit_node().label().is_some_and(|label| label.starts_with(&convert))
    });
    button.unwrap().click();
}

/// The fields of the conversion.
fn fields(lang: Lang, size: eframe::egui::Vec2) -> Window {
    let mut window = filled().open(lang, size);
    let place = text(lang, "place-convert").into_owned();
    window.until("the window", |harness| says(harness, &place));
    go(&mut window, &place);
    window.until("the lead", |harness| says(harness, "聯穗食品工業"));
    begin(&mut window, lang);
    let existing = "聯穗食品工業股份有限公司";
    window.until("the account", |harness| says(harness, existing));
    window.harness.run_ok();
    for _ in 0..2 {
        window.until("the way on", |harness| says(harness, existing));
        press(&mut window, Modifiers::COMMAND, Key::Enter);
    }
    let only_empty = text(lang, "convert-only-empty").into_owned();
    window.until("the fields", |harness| says(harness, &only_empty));
    window
}

#[test]
fn that_no_record_may_be_meant_is_said_too() {
    let mut filled = Filled::new();
    filled.create(
        "lead",
        &json!({"name": "Haruka Yoshida", "company": "Ashby Co., Ltd.", "source": "sales_sourced"}),
    );
    let mut window = filled.open(Lang::En, vec2(1440.0, 900.0));
    window.until("the window", |harness| says(harness, "Convert"));
    go(&mut window, "Convert");
    window.until("the lead", |harness| says(harness, "Ashby Co., Ltd."));
    begin(&mut window, Lang::En);
    window.until_says("Ashby Co., Ltd. becomes a new account.");
    press(&mut window, Modifiers::COMMAND, Key::Enter);
    window.until_says("Account candidates");
    window.until_says("none found");
}

#[test]
fn what_speaks_against_a_candidate_is_said_too() {
    let mut window = fields(Lang::En, vec2(1440.0, 900.0));
    window.until_says("Same company");
    window.until_says("Different cities");
    window.until_says("−5");
}

#[test]
fn what_differs_is_asked_and_kept_unless_the_lead_is_chosen() {
    let mut window = fields(Lang::En, vec2(1440.0, 900.0));
    window.until_says("Website: https://old.example (Existing)");
    let lead = "Lead · Website: https://new.example";
    window.harness.get_by_role_and_label(Role::RadioButton, lead).click();
    window.until_says("Website: https://new.example (Lead)");
    let candidate = "Candidate · Website: https://old.example";
    window.harness.get_by_role_and_label(Role::RadioButton, candidate).click();
    window.until_says("Website: https://old.example (Existing)");
}

#[test]
fn what_is_typed_holds_and_can_be_taken_back() {
    let mut window = fields(Lang::En, vec2(1440.0, 900.0));
    window.until_says("Job title: 採購經理 (Lead)");
    window.harness.get_by_role_and_label(Role::Button, "Change Job title").click();
    window.harness.run_ok();
    press(&mut window, Modifiers::COMMAND, Key::A);
    window.harness.event(Event::Text("採購協理".to_owned()));
    window.harness.run_ok();
    press(&mut window, Modifiers::NONE, Key::Enter);
    window.until_says("Job title: 採購協理 (Typed)");
    let reset = "Take back the choice for Job title";
    window.harness.get_by_role_and_label(Role::Button, reset).click();
    window.until_says("Job title: 採購經理 (Lead)");
}

#[test]
fn what_goes_nowhere_is_listed_and_can_be_copied() {
    let mut window = fields(Lang::En, vec2(1440.0, 1400.0));
    window.until_says("Time frame");
    window.harness.get_by_role_and_label(Role::Link, "Copy to opportunity notes").click();
    window.until_says("Copied to the notes of the opportunity");
    for _ in 0..2 {
        press(&mut window, Modifiers::COMMAND, Key::Enter);
    }
    window.until("the opportunity", |harness| says(harness, "Log follow-up"));
    window.until_says("Concerns: 交期");
}

#[test]
fn every_step_can_be_pictured() {
    for (lang, size, name) in
        [(Lang::En, vec2(1440.0, 900.0), "en"), (Lang::ZhTw, vec2(1024.0, 640.0), "small-zh-TW")]
    {
        let mut window = fields(lang, size);
        pictures::keep(&mut window, &format!("convert-fields-{name}"));
        for (key, step) in [("convert-candidates", "candidates"), ("convert-confirm", "confirm")] {
            let tab = text(lang, key).into_owned();
            window.harness.get_by_role_and_label(Role::Tab, &tab).click();
            pictures::keep(&mut window, &format!("convert-{step}-{name}"));
        }
    }
}
