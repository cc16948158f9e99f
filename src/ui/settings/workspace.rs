//! What holds for everyone who works in the workspace. Every change is a command, and can be undone.

use chrono::NaiveDate;
use eframe::egui::{Id, Ui};
use serde_json::json;

use super::{
    choices::{countries, currencies, zones},
    row::{heading, remark, row},
};
use crate::{
    domain::{Money, SalesTarget, Settings, end_of_quarter, parse_money, start_of_quarter},
    ui::{
        Cx,
        shown::amount,
        theme::measure,
        widgets::{EditedLook, Select, edited},
    },
};

/// Draws the page.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    heading(ui, cx, "settings-workspace");
    let settings = Settings::ID.record();
    row(ui, cx, "settings-company", |ui, cx, name| {
        let look = EditedLook { width: measure::SETTING, hint: "" };
        let company = cx.model.settings().company.clone();
        let changed = edited(ui, Id::unique("company"), name, &company, look);
        if let Some(company) = changed {
            cx.set(settings, "company", company);
        }
    });
    let (codes, names) = currencies(cx.model, cx.lang);
    let own = cx.model.settings().base_currency().code().to_owned();
    choose(ui, cx, ("settings-currency", "currency"), (&codes, &names), &own);
    remark(ui, cx, "settings-currency-hint");
    let zones = zones(cx.model);
    let own = cx.model.settings().zone().name().to_owned();
    choose(ui, cx, ("settings-zone", "time_zone"), (&zones, &zones), &own);
    remark(ui, cx, "settings-zone-hint");
    let (codes, names) = countries(cx.model, cx.lang);
    let own = cx.model.settings().phone_country().to_owned();
    choose(ui, cx, ("settings-country", "country"), (&codes, &names), &own);
    remark(ui, cx, "settings-country-hint");
    let today = cx.now().day(cx.model.settings().zone());
    let next = end_of_quarter(today).succ_opt().unwrap_or(today);
    for (key, day) in [("settings-target", today), ("settings-target-next", next)] {
        target(ui, cx, key, day);
    }
    remark(ui, cx, "settings-target-hint");
}

/// Draws a line in which is said what sales is to win in the quarter of a day.
fn target(ui: &mut Ui, cx: &mut Cx<'_>, key: &str, day: NaiveDate) {
    let settings = cx.model.settings();
    let own = settings.sales_target(day).map(amount).unwrap_or_default();
    let currency = settings.base_currency();
    row(ui, cx, key, |ui, cx, name| {
        let look = EditedLook { width: measure::SETTING, hint: currency.code() };
        let Some(typed) = edited(ui, Id::unique(key), name, &own, look) else { return };
        let target = match parse_money(&typed) {
            Some(money) => Some(money),
            None => typed.replace(',', "").parse().ok().map(|amount| Money { amount, currency }),
        };
        // What is no amount leaves it as it was.
        if target.is_none() && !typed.is_empty() {
            return;
        }
        let mut targets = cx.model.settings().sales_targets.clone();
        let from = Some(start_of_quarter(day));
        targets.retain(|other| other.from != from);
        let of_day =
            target.map(|money| SalesTarget { from, amount: Some(money), ..SalesTarget::default() });
        targets.extend(of_day);
        let money = |it: Money| json!({"amount": it.amount, "currency": it.currency.code()});
        let json =
            targets.iter().map(|it| json!({"from": it.from, "amount": it.amount.map(money)}));
        cx.set(Settings::ID.record(), "sales_targets", json.collect::<Vec<_>>());
    });
}

/// Draws a line in which a field of the settings is chosen.
fn choose(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    (key, field): (&str, &str),
    (values, names): (&[String], &[String]),
    own: &str,
) {
    row(ui, cx, key, |ui, cx, name| {
        let chosen = values.iter().position(|value| value == own);
        let select = Select { name, entries: names, chosen, hint: "", width: measure::SETTING };
        if let Some(value) = select.show(ui).and_then(|at| values.get(at)) {
            cx.set(Settings::ID.record(), field, value.as_str());
        }
    });
}
