//! From a lead to what comes of it: conversion by keyboard, the board of a fair.

use eframe::egui::{Key, Modifiers, accesskit::Role, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use fairlead::i18n::Lang;
use serde_json::json;

use super::{Window, pictures, record::Filled, says};

/// A lead that needs no qualification, and the account it belongs to.
fn sourced(filled: &mut Filled) {
    filled.create(
        "account",
        &json!({"name": "聯穗食品工業股份有限公司", "tax_id": "12345675", "domain": "liansui.example"}),
    );
    for (name, mail) in [("黃淑芬", "sf.huang@liansui.example"), ("簡士傑", "sj@liansui.example")]
    {
        filled.create(
            "lead",
            &json!({"name": name, "company": "聯穗食品工業", "job_title": "採購經理",
                "source": "sales_sourced", "industry": "food", "product_interest": ["立袋"],
                "budget": {"amount": "6000000", "currency": "TWD"}, "concerns": "交期",
                "phones": [{"raw": "0933-880-127"}], "emails": [{"address": mail}],
                "decision_role": "decision_maker"}),
        );
    }
}

/// Goes to a place of the rail.
fn go(window: &mut Window, place: &str) {
    window
        .until("the window", |harness| harness.query_by_role_and_label(Role::Tab, place).is_some());
    window.harness.get_by_role_and_label(Role::Tab, place).click();
    window.harness.run_ok();
}

fn next(window: &mut Window) {
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    window.harness.run_ok();
}

#[test]
fn leads_of_one_company_are_converted_by_keyboard_and_taken_back() {
    let mut filled = Filled::new();
    sourced(&mut filled);
    let mut window = filled.open(Lang::En, vec2(1440.0, 900.0));
    go(&mut window, "Convert");
    window.until_says("2 leads of 1 companies are ready to be converted");
    window.harness.get_by_role_and_label(Role::Button, "Convert 2").click();
    window.until_says("Are they ready?");
    window.until_says("Adds 黃淑芬 as a new contact.");
    next(&mut window);
    // The account of the same company is taken by itself, with what speaks for it.
    window.until_says("Uses the existing account 聯穗食品工業股份有限公司");
    window.until_says("Same company");
    window.until_says("+90");
    next(&mut window);
    window.until_says("Only empty fields are filled");
    window.until_says("Lead fields without a target stay in the lead: Concerns");
    pictures::keep(&mut window, "convert-fields-en");
    next(&mut window);
    window.until_says("One click takes it back");
    next(&mut window);
    window
        .until("the opportunity", |harness| says(harness, "Clarify need") && says(harness, "Won"));
    pictures::keep(&mut window, "record-deal-en");
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    go(&mut window, "Convert");
    window.until_says("2 leads of 1 companies are ready to be converted");
}

#[test]
fn a_number_of_the_board_leads_to_its_meaning_and_its_records() {
    let mut filled = Filled::new();
    filled.worked_lead();
    let mut window = filled.open(Lang::En, vec2(1440.0, 900.0));
    go(&mut window, "Fair result");
    window.until_says("Cards: 1");
    window.until_says("Actual cost: 114,000 TWD");
    window.until_says("ROI: −100.0 %");
    window.harness.get_by_role_and_label(Role::Button, "Accepted: 1").click();
    window.until_says("Hand-overs that sales accepted.");
    window.until_says("Records: 1");
    window.harness.get_by_role_and_label(Role::Link, "李伟, 上海晨光食品科技有限公司").click();
    window.until_says("Log follow-up");
}

#[test]
fn results_can_be_pictured() {
    for (lang, size, name) in
        [(Lang::ZhTw, vec2(1440.0, 900.0), "zh-TW"), (Lang::En, vec2(1024.0, 640.0), "small-en")]
    {
        let mut filled = Filled::new();
        filled.worked_lead();
        sourced(&mut filled);
        let mut window = filled.open(lang, size);
        let tab = |key: &str| fairlead::i18n::text(lang, key).into_owned();
        go(&mut window, &tab("report-fair_result"));
        window.until("the board", |harness| says(harness, "114,000"));
        pictures::keep(&mut window, &format!("board-{name}"));
        go(&mut window, &tab("place-convert"));
        window.until("the leads", |harness| says(harness, "聯穗食品工業"));
        pictures::keep(&mut window, &format!("convert-ready-{name}"));
        go(&mut window, &tab("kind-campaign-plural"));
        window.until("the campaign", |harness| says(harness, "2026 台北國際食品展"));
        window.harness.key_press(Key::ArrowDown);
        window.harness.run_ok();
        window.harness.key_press(Key::Enter);
        window.until("the costs", |harness| says(harness, "98,000"));
        pictures::keep(&mut window, &format!("record-campaign-{name}"));
    }
}

/// The numbers of the board that can be asked about, each with what it says.
fn figures(window: &Window) -> Vec<(String, String)> {
    let buttons = window.harness.query_all_by_role(Role::Button);
    let said = buttons.filter_map(|node| {
        let said = node.accesskit_node().label()?;
        let (_, number) = said.split_once(": ")?;
        let number = number.split(' ').next()?.to_owned();
        Some((said, number))
    });
    said.collect()
}

/// The count that stands at the foot of a list.
fn counted(words: &[String]) -> Option<String> {
    let is_foot = |word: &&String| {
        let mut parts = word.split(' ');
        let count = parts.next().is_some_and(|it| it.replace(',', "").parse::<u64>().is_ok());
        let kinds = [
            "lead",
            "leads",
            "opportunity",
            "opportunities",
            "order",
            "orders",
            "campaign",
            "campaigns",
        ];
        count && parts.next().is_some_and(|kind| kinds.contains(&kind)) && parts.next().is_none()
    };
    words.iter().find(is_foot).and_then(|word| word.split(' ').next().map(str::to_owned))
}

/// What the panel says it lists.
fn listed(window: &Window) -> Option<String> {
    let words = window.words();
    words.iter().find_map(|word| word.strip_prefix("Records: ").map(str::to_owned))
}

#[test]
fn every_number_of_the_board_counts_what_its_list_shows() {
    let mut filled = Filled::new();
    filled.sample();
    let mut window = filled.open(Lang::En, vec2(1440.0, 1600.0));
    go(&mut window, "Fair result");
    window.until_says("Cost per lead: ");
    let figures = figures(&window);
    assert!(figures.len() > 40, "{figures:?}");
    let (mut lists, mut counts) = (0, 0);
    for (said, number) in &figures {
        go(&mut window, "Fair result");
        window.until("the number", |harness| {
            harness.query_by_role_and_label(Role::Button, said).is_some()
        });
        window.harness.get_by_role_and_label(Role::Button, said).click();
        window.harness.run_ok();
        let Some(records) = listed(&window) else { panic!("{said} opens nothing") };
        // Money and shares say what they are made of; a lead may have been handed over more than once.
        let is_count = number.replace(',', "").parse::<u64>().is_ok();
        let is_of_money = said.contains("TWD");
        if is_count && !is_of_money {
            assert_eq!(&records, number, "{said}");
            counts += 1;
        }
        let link = window.harness.query_by_role_and_label(Role::Link, "Open as a list");
        let Some(link) = link else {
            // Nothing is behind a zero; what a fair cost stands in the fair.
            assert!(records == "0" || is_of_money || number.contains('.'), "{said}: {records}");
            continue;
        };
        link.click();
        window.until(&format!("the list of {said} with {records}"), |harness| {
            let nodes = harness.root().children_recursive();
            let words = nodes.filter_map(|node| {
                let node = node.accesskit_node();
                node.label().or_else(|| node.value())
            });
            counted(&words.collect::<Vec<_>>()).as_ref() == Some(&records)
        });
        lists += 1;
    }
    assert!(lists > 30 && counts > 30, "{lists} lists, {counts} counts");
}

#[test]
fn a_number_of_the_board_counts_what_its_list_shows() {
    let mut filled = Filled::new();
    filled.worked_lead();
    sourced(&mut filled);
    let mut window = filled.open(Lang::En, vec2(1440.0, 900.0));
    for (figure, count) in [
        ("Cards: 1", "1 lead"),
        ("MQL: 1 100.0 % of the cards", "1 lead"),
        ("Accepted: 1", "1 lead"),
    ] {
        go(&mut window, "Fair result");
        window.until_says(figure);
        window.harness.get_by_role_and_label(Role::Button, figure).click();
        window.until_says("Records: 1");
        window.harness.get_by_role_and_label(Role::Link, "Open as a list").click();
        window.until("the list", |harness| {
            harness.query_by_label(count).is_some() && super::rows(harness) == 1
        });
    }
    pictures::keep(&mut window, "board-list-en");
    // All of them are there again when the sign is taken away.
    let sign = "Remove Counted in Accepted · 2026 台北國際食品展";
    window.harness.get_by_role_and_label(Role::Button, sign).click();
    window.until("all leads", |harness| harness.query_by_label("3 leads").is_some());
}
