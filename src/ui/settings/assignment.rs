//! The rules by which leads are given away: what each of them says, their order, and what would come of them.

use eframe::egui::{Align, Frame, Layout, Margin, Popup, PopupCloseBehavior, Stroke, Ui, vec2};
use serde_json::{Map, Value as Json, json};

use super::row::heading;
use crate::{
    domain::{AssignmentRule, Choices, Id, Kind, Share, fold::fold},
    engine::{Create, Delete, Request, Right, Scope, Set, rules::assignment::in_order},
    i18n::{text, text_with},
    query::{self, Filter, Viewer},
    ui::{
        Cx, sharing,
        shown::choice,
        theme::{measure, size, space},
        widgets::{
            Button, EditedLook, Input, Select, Tick, checkbox, edited, icons, is_entered, label,
            paragraph,
        },
    },
};

/// Between the numbers of two rules, so that another fits in without touching them.
const STEP: i64 = 1_000;

/// What the page remembers.
#[derive(Default)]
pub(super) struct AssignmentPage {
    /// The name of a rule that is being made.
    name: String,
    /// Whether one wants to know what would come of the rules.
    is_tried: bool,
}

/// Where a rule may send leads: its name, and the fields that say so.
struct Target {
    words: String,
    fields: Map<String, Json>,
    is_chosen: bool,
}

/// Draws the page.
pub(super) fn show(page: &mut AssignmentPage, ui: &mut Ui, cx: &mut Cx<'_>) {
    heading(ui, cx, "settings-assignment");
    let hint = text(cx.lang, "settings-assignment-hint");
    paragraph(ui, &hint, size::SMALL, cx.tokens.text_subdued);
    let can_change = cx.viewer.is_alone || Right::EditRules.scope(cx.viewer.role) != Scope::No;
    let rules = in_order(cx.model);
    let mut is_understood = true;
    for (at, (id, rule)) in rules.iter().enumerate() {
        let frame = Frame::new()
            .stroke(Stroke::new(measure::LINE, cx.tokens.border))
            .corner_radius(measure::RADIUS)
            .inner_margin(Margin::same(space::MEDIUM as i8));
        frame.show(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(space::SMALL, space::SMALL);
            ui.add_enabled_ui(can_change, |ui| {
                head(ui, cx, &rules, at);
                is_understood &= filter(ui, cx, (*id, rule));
                target(ui, cx, (*id, rule));
            });
        });
    }
    if can_change {
        add(&mut page.name, ui, cx, &rules);
    }
    let is_any = rules.iter().any(|(_, rule)| !rule.inactive);
    if is_any {
        page.is_tried &= is_understood;
        trial(&mut page.is_tried, ui, cx, is_understood);
    }
}

/// What would come of the rules if they were asked now.
fn trial(is_tried: &mut bool, ui: &mut Ui, cx: &mut Cx<'_>, is_understood: bool) {
    ui.add_space(space::SMALL);
    heading(ui, cx, "assignment-trial");
    let hint = text(cx.lang, "assignment-trial-hint");
    paragraph(ui, &hint, size::SMALL, cx.tokens.text_subdued);
    if *is_tried {
        sharing::show(ui, cx, None);
        return;
    }
    let words = text(cx.lang, "assignment-try");
    let button = Button::secondary(&words).with_icon(icons::EYE).enabled(is_understood);
    *is_tried = ui.add(button).clicked();
}

/// Its name, its place among the others, and whether it is asked at all.
fn head(ui: &mut Ui, cx: &mut Cx<'_>, rules: &[(Id<AssignmentRule>, &AssignmentRule)], at: usize) {
    let Some((id, rule)) = rules.get(at) else { return };
    line(ui, |ui| {
        let number = format!("{}.", at + 1);
        label(ui, &number, size::BODY_STRONG, cx.tokens.text_subdued);
        let look = EditedLook { width: measure::SETTING - space::HUGE, hint: "" };
        let name = text(cx.lang, "field-name");
        let id_of = eframe::egui::Id::unique(("assignment name", id));
        let changed = edited(ui, id_of, &name, &rule.name, look);
        if let Some(name) = changed.filter(|name| !name.is_empty()) {
            cx.set(id.record(), "name", name);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let words = text(cx.lang, "assignment-remove");
            let named = format!("{words}: {}", rule.name);
            if ui.add(Button::icon_only(icons::TRASH, &named)).clicked() {
                cx.run(Request::Run(Delete { records: vec![id.record()] }.into()));
            }
            for (icon, key, to) in [
                (icons::CHEVRON_DOWN, "assignment-later", at.checked_add(1)),
                (icons::CHEVRON_UP, "assignment-sooner", at.checked_sub(1)),
            ] {
                let named = format!("{}: {}", text(cx.lang, key), rule.name);
                let to = to.filter(|to| *to < rules.len());
                let button = Button::icon_only(icon, &named).enabled(to.is_some());
                if let (true, Some(to)) = (ui.add(button).clicked(), to) {
                    move_to(cx, rules, (at, to));
                }
            }
            let key = if rule.inactive { "assignment-on" } else { "assignment-off" };
            let words = text(cx.lang, key);
            let named = format!("{words}: {}", rule.name);
            if ui.add(Button::quiet(&words).named(&named)).clicked() {
                cx.set(id.record(), "inactive", !rule.inactive);
            }
            if rule.inactive {
                label(ui, &text(cx.lang, "assignment-is-off"), size::BODY, cx.tokens.warning);
            }
        });
    });
}

/// Which leads it speaks of. Whether that is understood.
fn filter(ui: &mut Ui, cx: &mut Cx<'_>, (id, rule): (Id<AssignmentRule>, &AssignmentRule)) -> bool {
    let viewer = Viewer { is_alone: true, ..*cx.viewer };
    let parsed = Filter::parse(Kind::Lead, &rule.filter, cx.model, &viewer);
    part(ui, cx, "assignment-filter", |ui, cx, name| {
        let hint = text(cx.lang, "assignment-filter-hint");
        let look = EditedLook { width: ui.available_width(), hint: &hint };
        let id_of = eframe::egui::Id::unique(("assignment filter", id));
        if let Some(words) = edited(ui, id_of, name, &rule.filter, look) {
            cx.set(id.record(), "filter", words);
        }
    });
    let words = match &parsed {
        Ok((_, notes)) => notes.first().map(|note| (note.text(cx.lang), cx.tokens.warning)),
        Err(err) => Some((err.text(cx.lang), cx.tokens.danger)),
    };
    if let Some((words, color)) = words {
        part(ui, cx, "", |ui, _, _| {
            paragraph(ui, &words, size::SMALL, color);
        });
    }
    parsed.is_ok() || rule.inactive
}

/// To whom it gives them, and how they are shared out.
fn target(ui: &mut Ui, cx: &mut Cx<'_>, (id, rule): (Id<AssignmentRule>, &AssignmentRule)) {
    let targets = targets(cx, rule);
    let names: Vec<String> = targets.iter().map(|target| target.words.clone()).collect();
    part(ui, cx, "assignment-to", |ui, cx, name| {
        let chosen = targets.iter().position(|target| target.is_chosen);
        let width = measure::FILTER;
        let select = Select { name, entries: &names, chosen, hint: "", width };
        if let Some(target) = select.show(ui).and_then(|at| targets.get(at)) {
            let (kind, ids) = (Kind::AssignmentRule, vec![id.record().uuid]);
            cx.run(Request::Run(Set { kind, ids, values: target.fields.clone() }.into()));
        }
        // The first of the targets are people by name.
        if chosen == Some(0) {
            people(ui, cx, (id, rule));
        }
    });
    if rule.pool.is_some() {
        return;
    }
    part(ui, cx, "field-share", |ui, cx, name| {
        let choices: &Choices = &Share::CHOICES;
        let names: Vec<String> =
            choices.values.iter().map(|id| choice(cx.lang, choices.name, id)).collect();
        let chosen = Share::ALL.iter().position(|share| *share == rule.share);
        let width = measure::SETTING;
        let select = Select { name, entries: &names, chosen, hint: "", width };
        if let Some(share) = select.show(ui).and_then(|at| choices.values.get(at)) {
            cx.set(id.record(), "share", *share);
        }
    });
}

/// The people whom a rule names, under a button.
fn people(ui: &mut Ui, cx: &mut Cx<'_>, (id, rule): (Id<AssignmentRule>, &AssignmentRule)) {
    let names: Vec<String> =
        rule.users.iter().map(|user| query::label(cx.model, user.record())).collect();
    let words = match names.is_empty() {
        true => text(cx.lang, "assignment-nobody-named").into_owned(),
        false => names.join(", "),
    };
    let said = format!("{}: {words}", text(cx.lang, "field-users"));
    let button = ui
        .scope(|ui| {
            ui.set_max_width(ui.available_width());
            ui.add(Button::secondary(&words).menu().named(&said))
        })
        .inner;
    let popup = Popup::menu(&button).accessible_name(text(cx.lang, "field-users").as_ref());
    let popup = popup.gap(space::TINY).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    popup.show(|ui| {
        ui.set_width(measure::FILTER);
        for (user, known) in cx.model.users.iter().filter(|(_, known)| !known.inactive) {
            let tick = if rule.users.contains(&user) { Tick::All } else { Tick::None };
            if checkbox(ui, tick, &known.name).clicked() {
                let mut users = rule.users.clone();
                match users.iter().position(|it| *it == user) {
                    Some(at) => drop(users.remove(at)),
                    None => users.push(user),
                }
                let users: Vec<String> = users.iter().map(ToString::to_string).collect();
                cx.set(id.record(), "users", json!(users));
            }
        }
    });
}

/// Everyone a rule may send leads to: people by name, teams, departments, pools.
fn targets(cx: &Cx<'_>, rule: &AssignmentRule) -> Vec<Target> {
    let nowhere = [("pool", Json::Null), ("team", json!("")), ("department", json!(""))];
    let only = |field: &'static str, value: Json| -> Map<String, Json> {
        let with = nowhere.iter().cloned().chain([(field, value)]);
        with.map(|(field, value)| (field.to_owned(), value)).collect()
    };
    let named =
        |key: &str, name: &str| text_with(cx.lang, key, &[("name", name.into())]).into_owned();
    let is = |wanted: &str, own: &str| rule.pool.is_none() && fold(wanted) == fold(own);
    let is_by_name = rule.pool.is_none() && rule.team.is_empty() && rule.department.is_empty();
    let users: Vec<String> = rule.users.iter().map(ToString::to_string).collect();
    let mut targets = vec![Target {
        words: text(cx.lang, "assignment-people").into_owned(),
        fields: only("users", json!(users)),
        is_chosen: is_by_name,
    }];
    for (key, field, own) in [
        ("assignment-team", "team", &rule.team),
        ("assignment-department", "department", &rule.department),
    ] {
        let mut names: Vec<&str> = cx
            .model
            .users
            .iter()
            .map(|(_, user)| if field == "team" { &user.team } else { &user.department })
            .map(String::as_str)
            .chain([own.as_str()])
            .filter(|name| !name.is_empty())
            .collect();
        names.sort_unstable();
        names.dedup();
        targets.extend(names.into_iter().map(|name| Target {
            words: named(key, name),
            fields: only(field, json!(name)),
            is_chosen: is(own, name),
        }));
    }
    targets.extend(cx.model.pools.iter().map(|(id, pool)| Target {
        words: named("assignment-pool", &pool.name),
        fields: only("pool", json!(id.to_string())),
        is_chosen: rule.pool == Some(id),
    }));
    targets
}

/// Moves a rule to the place of another.
fn move_to(
    cx: &mut Cx<'_>,
    rules: &[(Id<AssignmentRule>, &AssignmentRule)],
    (from, to): (usize, usize),
) {
    let mut sorted: Vec<(Id<AssignmentRule>, Option<i64>)> =
        rules.iter().map(|(id, rule)| (*id, rule.order)).collect();
    let moved = sorted.remove(from);
    sorted.insert(to, moved);
    let number = |at: Option<usize>| sorted.get(at?).map(|(_, order)| *order);
    // Past either end there is room without bound.
    let before = number(to.checked_sub(1)).unwrap_or(Some(0)).unwrap_or(i64::MAX);
    let after = match number(to.checked_add(1)) {
        Some(order) => order.unwrap_or(i64::MAX),
        None => before.saturating_add(2 * STEP),
    };
    let middle = before.saturating_add(after.saturating_sub(before) / 2);
    if after < i64::MAX && before < middle && middle < after {
        return cx.set(moved.0.record(), "order", middle);
    }
    for (order, (id, known)) in (1..).map(|at| at * STEP).zip(sorted) {
        if known != Some(order) {
            cx.set(id.record(), "order", order);
        }
    }
}

/// A new rule, in a line of its own.
fn add(
    name: &mut String,
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    rules: &[(Id<AssignmentRule>, &AssignmentRule)],
) {
    line(ui, |ui| {
        let hint = text(cx.lang, "assignment-new");
        let input = Input::new(name, &hint).id(eframe::egui::Id::unique("new assignment rule"));
        let response = input.hint(&hint).width(measure::SETTING).show(ui);
        let is_done = is_entered(ui, &response);
        let is_filled = !name.trim().is_empty();
        let words = text(cx.lang, "assignment-add");
        let button = Button::secondary(&words).with_icon(icons::PLUS).enabled(is_filled);
        if ui.add(button).clicked() || (is_done && is_filled) {
            let last = rules.iter().filter_map(|(_, rule)| rule.order).max().unwrap_or_default();
            let values =
                [("name", json!(name.trim())), ("order", json!(last.saturating_add(STEP)))];
            let values = values.into_iter().map(|(name, value)| (name.to_owned(), value));
            let values: Map<String, Json> = values.collect();
            cx.run(Request::Run(Create { kind: Kind::AssignmentRule, values }.into()));
            name.clear();
        }
    });
}

/// A part of a rule: what it is at the left, how it is set at the right.
fn part(ui: &mut Ui, cx: &mut Cx<'_>, key: &str, add: impl FnOnce(&mut Ui, &mut Cx<'_>, &str)) {
    let name = if key.is_empty() { "".into() } else { text(cx.lang, key) };
    ui.horizontal(|ui| {
        let extent = vec2(measure::FIELD_LABEL, measure::INPUT);
        ui.allocate_ui_with_layout(extent, Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_width(measure::FIELD_LABEL);
            label(ui, &name, size::BODY, cx.tokens.text_subdued);
        });
        add(ui, cx, &name);
    });
}

fn line(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    let extent = vec2(ui.available_width(), measure::INPUT);
    ui.allocate_ui_with_layout(extent, Layout::left_to_right(Align::Center), add);
}
