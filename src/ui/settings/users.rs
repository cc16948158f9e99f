//! Who works with the workspace, and what each of them does here.

use eframe::egui::{Align, Id, Layout, Ui, vec2};
use serde_json::{Map, Value as Json, json};

use super::row::heading;
use crate::{
    domain::{Id as RecordOf, Kind, Role, User, fold::fold},
    engine::{Create, Request},
    i18n::{Lang, text},
    ui::{
        Cx,
        shown::choice,
        theme::{column, icon, measure, size, space},
        widgets::{
            Button, EditedLook, Input, Select, avatar, edited, icons, is_entered, label, rule,
        },
    },
};

/// Someone new, as far as they are filled in.
#[derive(Default)]
pub(super) struct NewUser {
    name: String,
    role: usize,
}

/// Draws the page.
pub(super) fn show(new: &mut NewUser, ui: &mut Ui, cx: &mut Cx<'_>) {
    heading(ui, cx, "settings-users");
    label(ui, &text(cx.lang, "settings-users-hint"), size::SMALL, cx.tokens.text_subdued);
    let users: Vec<(RecordOf<User>, &User)> = cx.model.users.iter().collect();
    for (id, user) in users {
        row(ui, cx, id, user);
        rule(ui);
    }
    ui.add_space(space::SMALL);
    add(new, ui, cx);
}

fn row(ui: &mut Ui, cx: &mut Cx<'_>, id: RecordOf<User>, user: &User) {
    line(ui, |ui| {
        let side = measure::AVATAR;
        let (rect, _) = ui.allocate_exact_size(vec2(side, side), eframe::egui::Sense::hover());
        avatar(ui.painter(), rect.center(), side, &user.name, cx.tokens);
        let look = EditedLook { width: column::NAME, hint: "" };
        let name = text(cx.lang, "field-name");
        let changed = edited(ui, Id::unique(("user", id)), &name, &user.name, look);
        if let Some(name) = changed.filter(|name| !name.is_empty()) {
            cx.set(id.record(), "name", name);
        }
        let roles = roles(cx.lang);
        let names: Vec<String> = roles.iter().map(|(_, name)| name.clone()).collect();
        let chosen = Role::ALL.iter().position(|role| *role == user.role);
        let name = text(cx.lang, "field-role");
        let width = column::PERSON + space::HUGE;
        let select = Select { name: &name, entries: &names, chosen, hint: "", width };
        if let Some((role, _)) = select.show(ui).and_then(|at| roles.get(at)) {
            cx.set(id.record(), "role", role.as_str());
        }
        if user.inactive {
            label(ui, &text(cx.lang, "user-inactive"), size::BODY, cx.tokens.text_subdued);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let key = if user.inactive { "user-activate" } else { "user-deactivate" };
            let words = text(cx.lang, key);
            if ui.add(Button::quiet(&words)).clicked() {
                cx.set(id.record(), "inactive", !user.inactive);
            }
        });
    });
    line(ui, |ui| place(ui, cx, id, user));
}

/// Where someone belongs, and how many open leads they take: what assignment rules look at.
fn place(ui: &mut Ui, cx: &mut Cx<'_>, id: RecordOf<User>, user: &User) {
    ui.add_space(measure::AVATAR + space::SMALL);
    let cap = user.cap.map(|cap| cap.to_string()).unwrap_or_default();
    for (field, value, key, width) in [
        ("team", &user.team, "field-team", column::PERSON),
        ("department", &user.department, "field-department", column::PERSON),
        ("cap", &cap, "user-cap", column::COUNT),
    ] {
        let name = text(cx.lang, key);
        label(ui, &name, size::SMALL, cx.tokens.text_subdued);
        let said = format!("{name}: {}", user.name);
        let look = EditedLook { width, hint: "" };
        match edited(ui, Id::unique((field, id)), &said, value, look) {
            Some(words) if field == "cap" => {
                // What is no number is no cap, and is seen not to be taken.
                if let Ok(cap) = words.parse::<i64>() {
                    cx.set(id.record(), field, cap);
                } else if words.is_empty() {
                    cx.set(id.record(), field, Json::Null);
                }
            }
            Some(words) => cx.set(id.record(), field, words),
            None => {}
        }
    }
}

/// Someone new, in a line of their own.
fn add(new: &mut NewUser, ui: &mut Ui, cx: &mut Cx<'_>) {
    line(ui, |ui| {
        let side = measure::AVATAR;
        let (rect, _) = ui.allocate_exact_size(vec2(side, side), eframe::egui::Sense::hover());
        icons::USER_PLUS.paint(ui.painter(), rect.center(), icon::BODY, cx.tokens.text_subdued);
        let hint = text(cx.lang, "user-new");
        let input = Input::new(&mut new.name, &hint).id(Id::unique("new user"));
        let response = input.hint(&hint).width(column::NAME).show(ui);
        let is_done = is_entered(ui, &response);
        let roles = roles(cx.lang);
        let names: Vec<String> = roles.iter().map(|(_, name)| name.clone()).collect();
        let name = text(cx.lang, "user-new-role");
        let width = column::PERSON + space::HUGE;
        let select =
            Select { name: &name, entries: &names, chosen: Some(new.role), hint: "", width };
        new.role = select.show(ui).unwrap_or(new.role);
        let is_filled = !new.name.trim().is_empty();
        let words = text(cx.lang, "user-add");
        let button = Button::secondary(&words).with_icon(icons::PLUS).enabled(is_filled);
        if ui.add(button).clicked() || (is_done && is_filled) {
            let role = roles.get(new.role).map_or("", |(role, _)| role.as_str());
            let values = values(new.name.trim(), role);
            cx.run(Request::Run(Create { kind: Kind::User, values }.into()));
            new.name.clear();
        }
    });
}

fn values(name: &str, role: &str) -> Map<String, Json> {
    let login = fold(name).replace(' ', ".");
    let values = [("name", json!(name)), ("login", json!(login)), ("role", json!(role))];
    values.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// The roles, each with its name.
fn roles(lang: Lang) -> Vec<(String, String)> {
    let named = |role: &Role| {
        let id = role.id().to_owned();
        let name = choice(lang, "role", &id);
        (id, name)
    };
    Role::ALL.iter().map(named).collect()
}

fn line(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    let extent = vec2(ui.available_width(), measure::INPUT);
    ui.allocate_ui_with_layout(extent, Layout::left_to_right(Align::Center), add);
}
