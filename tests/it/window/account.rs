//! The page of an account: what was sold and lost and why, who works there, where they were met.

use eframe::egui::{Key, Modifiers, accesskit::Role, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use fairlead::i18n::{Lang, text};
use serde_json::json;

use super::{
    Window,
    list::{go, press},
    pictures,
    record::Filled,
    says,
};

/// An account with people, deals that were won and lost, and orders of two years.
fn filled() -> Filled {
    let mut filled = Filled::new();
    let campaign = filled.create("campaign", &json!({"name": "台北食品展", "kind": "trade_fair"}));
    let account = filled.create("account", &json!({"name": "聯穗食品工業股份有限公司"}));
    let mut boss = None;
    for (name, title, role, active) in [
        ("羅景文", "總經理", Some("decision_maker"), true),
        ("黃淑芬", "採購經理", Some("budget_holder"), true),
        ("蕭家豪", "包材工程師", Some("champion"), true),
        ("蔡明宏", "研發副理", None, false),
    ] {
        let place = json!([{"account": account.uuid, "title": title, "decision_role": role, "active": active}]);
        let mut values = json!({"name": name, "source": "trade_fair", "accounts": place});
        if let (Some(boss), true) = (boss, active) {
            values["reports_to"] = json!(boss);
        }
        let contact = filled.create("contact", &values);
        boss = boss.or(Some(contact.uuid));
    }
    // Someone who came to the fair, and was converted since.
    let lead = filled.create(
        "lead",
        &json!({"name": "方郁婷", "company": "聯穗食品工業", "source": "sales_sourced"}),
    );
    let join = json!({"campaign": campaign.uuid, "leads": [lead.uuid], "status": "visited_booth"});
    filled.run("add_to_campaign", join);
    let convert = json!({"leads": [lead.uuid], "account": account.uuid, "opportunity": "skip"});
    filled.run("convert", convert);
    let mut deal = |name: &str, amount: &str| {
        let amount = json!({"amount": amount, "currency": "TWD"});
        let values = json!({"name": name, "account": account.uuid, "amount": amount});
        filled.create("opportunity", &values).uuid
    };
    let [_, lost, won] =
        [deal("立袋", "6000000"), deal("外銷紙盒", "1260000"), deal("海苔捲膜", "3180000")];
    filled.run("advance", json!({"opportunity": lost, "stage": "lost", "reason": "price"}));
    for (deal, amount, day) in
        [(Some(won), "3180000", "2026-08-29"), (None, "900000", "2025-03-02")]
    {
        let amount = json!({"amount": amount, "currency": "TWD"});
        let order = json!({"opportunity": deal, "account": account.uuid, "amount": amount, "ordered_on": day});
        let order = filled.run("place_order", order)[0];
        filled.run("confirm_order", json!({"order": order.uuid}));
    }
    filled
}

fn page(lang: Lang, size: eframe::egui::Vec2) -> Window {
    let mut window = filled().open(lang, size);
    let place = text(lang, "kind-account-plural").into_owned();
    window.until("the window", |harness| says(harness, &place));
    go(&mut window, &place);
    window.until("the account", |harness| says(harness, "聯穗食品工業"));
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::NONE, Key::Enter);
    window.until("the people", |harness| says(harness, "蕭家豪"));
    window
}

#[test]
fn an_account_says_what_was_sold_and_lost_and_who_decides() {
    let mut window = page(Lang::En, vec2(1440.0, 900.0));
    for words in [
        "Revenue in all: TWD 4.08M 2 orders",
        "Last 12 months: TWD 3.18M 1 order",
        "Open opportunities: TWD 6M 1 deal",
        "Win rate: 50 % 1 won, 1 lost",
        "Last order: 84 days ago",
        "1 open, 1 won, 1 lost · Price 1",
        "羅景文, 總經理, Decision maker",
        "蔡明宏, 研發副理, left",
        "4 work there, 1 left",
        "外銷紙盒, Lost · Price, 1,260,000",
        "方郁婷 · Visited the booth",
    ] {
        window.until_says(words);
    }
    pictures::keep(&mut window, "account-en");
    window.harness.get_by_role_and_label(Role::Link, "黃淑芬, 採購經理, Budget holder").click();
    window.until("the contact", |harness| says(harness, "Reports to"));
}

#[test]
fn the_page_of_an_account_can_be_pictured() {
    for (lang, size, name) in [
        (Lang::ZhTw, vec2(1440.0, 900.0), "account-zh-TW"),
        (Lang::ZhCn, vec2(1024.0, 640.0), "account-small-zh-CN"),
    ] {
        let mut window = page(lang, size);
        pictures::keep(&mut window, name);
    }
}

#[test]
fn a_figure_of_an_account_leads_to_the_records_it_counts() {
    for (figure, counts) in [
        ("Revenue in all: TWD 4.08M 2 orders", "2 orders"),
        ("Win rate: 50 % 1 won, 1 lost", "2 opportunities"),
    ] {
        let mut window = page(Lang::En, vec2(1440.0, 900.0));
        window.until_says(figure);
        window.harness.get_by_role_and_label(Role::Link, figure).click();
        window.until(counts, |harness| {
            super::rows(harness) == 2
                && harness.query_all_by_label_contains(counts).next().is_some()
        });
    }
    // The only one is gone to at once.
    for (figure, says_page) in [
        ("Open opportunities: TWD 6M 1 deal", "Clarify need"),
        ("Last 12 months: TWD 3.18M 1 order", "Order date"),
        ("Last order: 84 days ago", "Order date"),
    ] {
        let mut window = page(Lang::En, vec2(1440.0, 900.0));
        window.until_says(figure);
        let links = window.harness.query_all_by_role(Role::Link);
        let figures =
            links.filter(|it| it.accesskit_node().label().is_some_and(|it| it.contains(": ")));
        assert_eq!(figures.count(), 5, "each figure that can be clicked is looked at here");
        window.harness.get_by_role_and_label(Role::Link, figure).click();
        window.until(says_page, |harness| {
            says(harness, says_page) && !says(harness, "Revenue in all")
        });
    }
}
