//! What is wrong in many rows of a column, and how all of them are put right at once.

use eframe::egui::{Popup, PopupCloseBehavior, RectAlign, Ui};

use super::{
    rows::short,
    session::{Outcome, StagedTable},
};
use crate::{
    domain::country::Country2,
    exchange::{ColumnRule, DateOrder, ProblemGroup},
    i18n::{grouped, text, text_with},
    ui::{
        Cx,
        settings::countries,
        theme::{measure, page, size, space},
        widgets::{Button, Link, icons, label, rule, scroll_list},
    },
};

/// Groups shown; the others come up as these are done.
const MOST: usize = 12;

/// Draws the button, and below it what is wrong with whole columns.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, table: &mut StagedTable, outcome: &Outcome) {
    let words = text(cx.lang, "staging-repair");
    let has_any = !outcome.checked.groups.is_empty() || table.adjustments.rules().next().is_some();
    let button = Button::secondary(&words).with_icon(icons::ZAP).enabled(has_any);
    let button = ui.add(button);
    let popup = Popup::menu(&button).accessible_name(&*words).gap(space::TINY);
    let popup = popup.close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    popup.align(RectAlign::BOTTOM_END).show(|ui| {
        ui.set_width(page::REPAIRS);
        scroll_list(ui, measure::MENU_HIGHEST).show(ui, |ui| {
            for group in outcome.checked.groups.iter().take(MOST) {
                one(ui, cx, table, outcome, group);
                rule(ui);
            }
            rules(ui, cx, table, outcome);
        });
    });
}

/// A problem of a column, how often, and what can be done about it.
fn one(ui: &mut Ui, cx: &Cx<'_>, table: &mut StagedTable, outcome: &Outcome, group: &ProblemGroup) {
    let tokens = cx.tokens;
    let title = group.column.map(|column| outcome.stager.mapping.label(column as usize));
    let reason = text(cx.lang, &short(group.code));
    let title = title.map_or_else(|| reason.clone().into_owned(), |it| format!("{it}: {reason}"));
    let color = if group.rejects { tokens.danger } else { tokens.warning };
    label(ui, &title, size::BODY, color);
    let count = grouped(group.rows as u64);
    let args = [
        ("rows", group.rows.into()),
        ("count", count.into()),
        ("value", group.value.as_str().into()),
    ];
    let key = if group.value.is_empty() { "staging-rows" } else { "staging-repair-rows" };
    let words = text_with(cx.lang, key, &args);
    label(ui, &words, size::SMALL, tokens.text_subdued);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::SMALL;
        let words = text(cx.lang, "staging-repair-look");
        let name = format!("{words}: {title}");
        if ui.add(Button::quiet(&words).named(&name).height(measure::BUTTON_SMALL)).clicked() {
            table.view.go(&outcome.checked, group.first);
        }
        let Some(column) = group.column else { return };
        match group.code {
            "date-unread" => dates(ui, cx, table, (column, &title)),
            "phone-unread" => phones(ui, cx, table, (column, &title)),
            _ => {}
        }
        if matches!(
            group.code,
            "date-unread" | "phone-unread" | "mail-unread" | "value-unread" | "digits-lost"
        ) {
            let words = text(cx.lang, "staging-leave-out");
            let name = format!("{words}: {title}");
            let button = Button::secondary(&words).named(&name).height(measure::BUTTON_SMALL);
            if ui.add(button).clicked() {
                table.put_right(|it| it.set_rule(column, |rule| rule.leaves_out = true));
            }
        }
    });
}

/// The orders in which a date may be written, with the keys of their names.
const ORDERS: [(DateOrder, &str); 3] = [
    (DateOrder::DayMonthYear, "date-dmy"),
    (DateOrder::MonthDayYear, "date-mdy"),
    (DateOrder::YearMonthDay, "date-ymd"),
];

fn dates(ui: &mut Ui, cx: &Cx<'_>, table: &mut StagedTable, (column, title): (u32, &str)) {
    for (order, key) in ORDERS {
        let words = text(cx.lang, key);
        let name = format!("{words}: {title}");
        let button = Button::secondary(&words).named(&name).height(measure::BUTTON_SMALL);
        if ui.add(button).clicked() {
            table.put_right(|it| it.set_rule(column, |rule| rule.dates = Some(order)));
        }
    }
}

fn phones(ui: &mut Ui, cx: &Cx<'_>, table: &mut StagedTable, (column, title): (u32, &str)) {
    let (codes, names) = countries(cx.model, cx.lang);
    let name = format!("{}: {title}", text(cx.lang, "staging-country"));
    let chosen = table.adjustments.rule(column).country;
    let chosen =
        codes.iter().position(|code| chosen.is_some() && Country2::from_code(code) == chosen);
    let hint = text(cx.lang, "staging-country");
    let words: Vec<&str> = names.iter().map(String::as_str).collect();
    let shown = chosen.and_then(|at| words.get(at)).copied().unwrap_or(&hint);
    let button = Button::secondary(shown).named(&name).menu().height(measure::BUTTON_SMALL);
    let button = ui.add(button);
    let clicked = crate::ui::widgets::one_of(&button, &name, &words, chosen.unwrap_or(usize::MAX));
    if let Some(code) = clicked.and_then(|at| codes.get(at)) {
        let country = Country2::from_code(code);
        table.put_right(|it| it.set_rule(column, |rule| rule.country = country));
    }
}

/// The rules that hold, each with a way to take it back.
fn rules(ui: &mut Ui, cx: &Cx<'_>, table: &mut StagedTable, outcome: &Outcome) {
    let rules: Vec<(u32, ColumnRule)> = table.adjustments.rules().collect();
    for (column, rule) in rules {
        let title = outcome.stager.mapping.label(column as usize);
        let order = ORDERS.iter().find(|(order, _)| Some(*order) == rule.dates);
        let words = [
            order.map(|(_, key)| text(cx.lang, key).into_owned()),
            rule.country.map(|country| country.to_string()),
            rule.leaves_out.then(|| text(cx.lang, "staging-leaves-out").into_owned()),
        ];
        let words = words.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        ui.horizontal(|ui| {
            label(ui, &format!("{title}: {words}"), size::SMALL, cx.tokens.text);
            let words = text(cx.lang, "staging-rule-back");
            if ui.add(Link::new(&words).small()).clicked() {
                table.put_right(|it| it.set_rule(column, |rule| *rule = ColumnRule::default()));
            }
        });
    }
}
