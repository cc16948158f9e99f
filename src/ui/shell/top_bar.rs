//! The bar at the top: where one is, import, undo and redo, language, look and user.

use std::borrow::Cow;

use eframe::egui::{
    Align, Layout, Margin, Sense, ThemePreference, Ui, WidgetInfo, accesskit::Role, vec2,
};

use super::Around;
use crate::{
    domain::Header,
    i18n::{Lang, text, text_with},
    query,
    ui::{
        Cx, Intent,
        theme::{Tokens, measure, size, space},
        widgets::{Button, Icon, Link, Menu, avatar, icons, label},
    },
};

/// The looks there are, in the order of the menu.
const LOOKS: [(ThemePreference, &str, Icon); 3] = [
    (ThemePreference::System, "look-system", icons::MONITOR),
    (ThemePreference::Light, "look-light", icons::SUN),
    (ThemePreference::Dark, "look-dark", icons::MOON),
];

/// Draws the bar.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, around: &Around<'_>) {
    let margin = Margin::symmetric(space::LARGE as i8, 0);
    eframe::egui::Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.set_height(measure::TOP_BAR);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            user(ui, cx, around);
            language(ui, cx);
            look(ui, cx, around.look.theme);
            ui.add_space(space::SMALL);
            undo_and_redo(ui, cx, around);
            ui.add_space(space::SMALL);
            import(ui, cx, around);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| path(ui, cx));
        });
    });
}

/// Where one is, and the ways up from there.
fn path(ui: &mut Ui, cx: &mut Cx<'_>) {
    let here = cx.here;
    let Some(info) = here.info() else { return };
    let tokens = cx.tokens;
    ui.spacing_mut().item_spacing.x = space::SMALL;
    if !info.group.is_empty() {
        label(ui, &text(cx.lang, info.group), size::BODY, tokens.text_subdued);
        step(ui, tokens);
    }
    let name = text(cx.lang, info.label);
    if here == info.place {
        label(ui, &name, size::BODY, tokens.text);
        return;
    }
    if ui.add(Link::new(&name).quiet()).clicked() {
        cx.go(info.place);
    }
    if let Some(record) = here.record() {
        step(ui, tokens);
        label(ui, &query::label(cx.model, record), size::BODY, tokens.text);
    }
}

/// The sign between the steps of a path.
fn step(ui: &mut Ui, tokens: &Tokens) {
    let (rect, _) = ui.allocate_exact_size(vec2(space::MEDIUM, space::MEDIUM), Sense::hover());
    icons::CHEVRON_RIGHT.paint(ui.painter(), rect.center(), space::MEDIUM, tokens.text_subdued);
}

fn import(ui: &mut Ui, cx: &mut Cx<'_>, around: &Around<'_>) {
    let words = text(cx.lang, "import-button");
    let button = Button::secondary(&words).with_icon(icons::DOWNLOAD);
    if ui.add(button.enabled(around.desk.opened().is_some())).clicked() {
        cx.ask(Intent::Pick);
    }
}

fn undo_and_redo(ui: &mut Ui, cx: &mut Cx<'_>, around: &Around<'_>) {
    ui.spacing_mut().item_spacing.x = space::TINY;
    let (undo, redo) = around.undo_and_redo;
    let words = would(cx.lang, redo.as_ref(), ["redo-what", "redo-nothing"]);
    if ui.add(Button::icon_only(icons::REDO, &words).enabled(redo.is_some())).clicked() {
        cx.ask(Intent::Redo);
    }
    let words = would(cx.lang, undo.as_ref(), ["undo-what", "undo-nothing"]);
    if ui.add(Button::icon_only(icons::UNDO, &words).enabled(undo.is_some())).clicked() {
        cx.ask(Intent::Undo);
    }
}

/// What undo or redo would take back, in words.
fn would(lang: Lang, header: Option<&Header>, [what, nothing]: [&str; 2]) -> Cow<'static, str> {
    match header {
        Some(header) => {
            let command = text(lang, &format!("command-{}", header.command));
            let args = [("command", command.as_ref().into()), ("records", header.records.into())];
            text_with(lang, what, &args)
        }
        None => text(lang, nothing),
    }
}

fn language(ui: &mut Ui, cx: &mut Cx<'_>) {
    let names: Vec<&str> = Lang::ALL.iter().map(|lang| lang.own_name()).collect();
    let name = text(cx.lang, "language");
    let button = Button::quiet(cx.lang.own_name()).named(&name).with_icon(icons::GLOBE).menu();
    let button = ui.add(button);
    let chosen = Lang::ALL.iter().position(|lang| *lang == cx.lang).unwrap_or_default();
    let clicked = Menu { name: &name, entries: &names, chosen }.show(&button);
    if let Some(lang) = clicked.and_then(|at| Lang::ALL.get(at)) {
        cx.ask(Intent::SetLang(*lang));
    }
}

fn look(ui: &mut Ui, cx: &mut Cx<'_>, theme: ThemePreference) {
    let chosen = LOOKS.iter().position(|(look, ..)| *look == theme).unwrap_or_default();
    let names: Vec<_> = LOOKS.iter().map(|(_, key, _)| text(cx.lang, key)).collect();
    let entries: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    let name = text(cx.lang, "look");
    let picture = LOOKS.get(chosen).map_or(icons::MONITOR, |(.., picture)| *picture);
    let button = ui.add(Button::icon_only(picture, &name));
    let clicked = Menu { name: &name, entries: &entries, chosen }.show(&button);
    if let Some((look, ..)) = clicked.and_then(|at| LOOKS.get(at)) {
        cx.ask(Intent::SetTheme(*look));
    }
}

fn user(ui: &mut Ui, cx: &Cx<'_>, around: &Around<'_>) {
    let user = around.desk.opened().and_then(|opened| opened.user);
    let Some(user) = user.and_then(|id| cx.model.users.get(id)) else { return };
    label(ui, &user.name, size::BODY, cx.tokens.text);
    let extent = vec2(measure::AVATAR, measure::AVATAR);
    let (rect, response) = ui.allocate_exact_size(extent, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &user.name));
    avatar(ui.painter(), rect.center(), measure::AVATAR, &user.name, cx.tokens);
}
