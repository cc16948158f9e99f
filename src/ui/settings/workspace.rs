//! What holds for everyone who works in the workspace. Every change is a command, and can be undone.

use eframe::egui::{Id, Ui};

use super::{
    choices::{countries, currencies, zones},
    row::{heading, remark, row},
};
use crate::{
    domain::Settings,
    ui::{
        Cx,
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
