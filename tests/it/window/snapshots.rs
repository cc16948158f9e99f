//! Every place as it looked when it was last looked at by a person: `UPDATE_SNAPSHOTS=1` takes new pictures.
//! They are drawn at half their size by software, so that they stay small and another machine draws the same.

use std::{sync::mpsc, time::Duration};

use eframe::egui::{Key, Modifiers, ThemePreference, Vec2, accesskit::Role, vec2};
use egui_kittest::{SnapshotOptions, SnapshotResults, kittest::Queryable as _};
use fairlead::i18n::Lang;
use serde_json::json;

use super::{Window, list::press, record::Filled};

/// How much a pixel may differ, and how many may differ more: letters are not drawn alike everywhere.
const THRESHOLD: f32 = 2.0;
const PIXELS: usize = 400;

/// Pixels to a point.
const SCALE: f32 = 0.5;

/// The places of the rail, by their names in files, in its order.
const PLACES: [&str; 8] =
    ["campaigns", "pool", "leads", "convert", "accounts", "contacts", "opportunities", "orders"];

fn filled() -> Filled {
    let mut filled = Filled::new();
    filled.worked_lead();
    let account = filled.create("account", &json!({"name": "聯穗食品工業", "industry": "food"}));
    let place = json!([{"account": account.uuid, "title": "採購經理", "decision_role": "budget_holder", "active": true}]);
    let contact = json!({"name": "黃淑芬", "source": "trade_fair", "accounts": place});
    filled.create("contact", &contact);
    for (name, amount, stage) in [
        ("立袋", "6000000", "clarify_need"),
        ("捲膜三年約", "2450000", "proposal"),
        ("微波蓋膜", "1860000", "negotiation"),
    ] {
        let amount = json!({"amount": amount, "currency": "TWD"});
        let values = json!({"name": name, "account": account.uuid, "amount": amount});
        let deal = filled.create("opportunity", &values);
        if stage != "clarify_need" {
            filled.run("advance", json!({"opportunity": deal.uuid, "stage": stage}));
        }
    }
    filled.create(
        "lead",
        &json!({"name": "簡士傑", "company": "聯穗食品工業", "source": "sales_sourced", "industry": "food"}),
    );
    filled
}

/// Waits for what is worked out beside the window.
fn settle(window: &mut Window) {
    let (_keep, clock) = mpsc::channel::<()>();
    for _ in 0..60 {
        window.harness.step();
        clock.recv_timeout(Duration::from_millis(5)).unwrap_err();
    }
    window.harness.run_ok();
}

fn open(filled: Filled, (lang, theme): (Lang, ThemePreference), size: Vec2) -> Window {
    let mut window = filled.drawn_as(None, lang, (size, SCALE));
    window.until("the window", |harness| harness.query_all_by_role(Role::Tab).count() > 8);
    let title = fairlead::i18n::text(lang, "user-menu").into_owned();
    window.harness.get_by_role_and_label(Role::Button, &title).click();
    window.harness.run_ok();
    let key = if theme == ThemePreference::Dark { "look-dark" } else { "look-light" };
    let look = fairlead::i18n::text(lang, key).into_owned();
    window.harness.get_by_role_and_label(Role::MenuItemRadio, &look).click();
    settle(&mut window);
    window
}

fn snap(window: &mut Window, name: &str, results: &mut SnapshotResults) {
    settle(window);
    window.harness.remove_cursor();
    window.harness.run_ok();
    let options = SnapshotOptions::new().threshold(THRESHOLD).max_failed_pixels(PIXELS);
    results.add(window.harness.try_snapshot_options(name, &options));
}

#[test]
fn every_place_looks_as_it_did() {
    // Without something to draw with there is nothing to compare.
    if std::env::var_os("VK_ICD_FILENAMES").is_none() {
        return;
    }
    let mut results = SnapshotResults::new();
    for (name, look, size) in [
        ("light-en", (Lang::En, ThemePreference::Light), vec2(1440.0, 900.0)),
        ("dark-zh-TW", (Lang::ZhTw, ThemePreference::Dark), vec2(1440.0, 900.0)),
        ("light-zh-CN-small", (Lang::ZhCn, ThemePreference::Light), vec2(1024.0, 640.0)),
    ] {
        let mut window = open(filled(), look, size);
        for (at, place) in PLACES.into_iter().enumerate() {
            window.harness.query_all_by_role(Role::Tab).nth(at).unwrap().click();
            snap(&mut window, &format!("{place}-{name}"), &mut results);
            if ["accounts", "opportunities"].contains(&place) {
                press(&mut window, Modifiers::NONE, Key::ArrowDown);
                press(&mut window, Modifiers::NONE, Key::Enter);
                snap(&mut window, &format!("{place}-page-{name}"), &mut results);
            }
        }
        let mut empty = open(Filled::new(), look, size);
        snap(&mut empty, &format!("welcome-{name}"), &mut results);
    }
}
