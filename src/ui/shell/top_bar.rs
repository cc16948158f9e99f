//! The bar at the top: where one is, the search, something new, undo and redo, language and user.

use std::borrow::Cow;

use eframe::egui::{
    Align, Layout, Margin, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    accesskit::Role, pos2, vec2,
};

use super::{Around, user_menu};
use crate::{
    domain::{Header, Kind},
    i18n::{Lang, text, text_with},
    query,
    ui::{
        Cx, Intent,
        actions::{self, ACTIONS},
        theme::{Tokens, icon, measure, size, space},
        widgets::{
            Button, Link, Menu, MenuEntry, MenuLine, galley, icons, key_cap_at_right, label, line,
        },
    },
};

/// Draws the bar.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, around: &Around<'_>) {
    let margin = Margin::symmetric(space::LARGE as i8, 0);
    eframe::egui::Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.set_height(measure::TOP_BAR);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = space::TINY;
            let is_open = around.desk.opened().is_some();
            user_menu::show(ui, cx, around);
            language(ui, cx);
            divider(ui, cx.tokens);
            undo_and_redo(ui, cx, around);
            divider(ui, cx.tokens);
            new(ui, cx, is_open);
            ui.add_space(space::TINY);
            if search(ui, cx, is_open).clicked() {
                cx.ask(Intent::Find);
            }
            ui.add_space(space::LARGE);
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
        label(ui, &name, size::BODY_STRONG, tokens.text);
        return;
    }
    if ui.add(Link::new(&name).quiet()).clicked() {
        cx.go(info.place);
    }
    if let Some(record) = here.record() {
        step(ui, tokens);
        label(ui, &query::label(cx.model, record), size::BODY_STRONG, tokens.text);
    }
}

/// The sign between the steps of a path.
fn step(ui: &mut Ui, tokens: &Tokens) {
    let (rect, _) = ui.allocate_exact_size(vec2(space::MEDIUM, space::MEDIUM), Sense::hover());
    icons::CHEVRON_RIGHT.paint(ui.painter(), rect.center(), space::MEDIUM, tokens.text_subdued);
}

fn divider(ui: &mut Ui, tokens: &Tokens) {
    let (rect, _) = ui.allocate_exact_size(vec2(space::LARGE, space::LARGE), Sense::hover());
    let line = Stroke::new(measure::LINE, tokens.border);
    ui.painter().vline(rect.center().x, rect.y_range(), line);
}

/// The box that opens the palette.
fn search(ui: &mut Ui, cx: &Cx<'_>, is_enabled: bool) -> Response {
    let tokens = cx.tokens;
    let words = text(cx.lang, "search-hint");
    // In a small window the path goes before the box.
    let width = measure::SEARCH.min(ui.available_width() / 2.0);
    let sense = if is_enabled { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(width, measure::BUTTON), sense);
    let name = text(cx.lang, "action-search");
    response.widget_info(|| WidgetInfo::labeled(Role::Button, is_enabled, &name));
    let painter = ui.painter();
    let fill = if response.hovered() { tokens.hover } else { tokens.surface };
    let (edge, width) = match response.has_focus() {
        true => (tokens.focus, measure::FOCUS_LINE),
        false => (tokens.border_strong, measure::LINE),
    };
    painter.rect(rect, measure::RADIUS, fill, Stroke::new(width, edge), StrokeKind::Inside);
    let inner = rect.shrink2(vec2(space::SMALL, 0.0));
    let keys = ACTIONS.iter().find(|action| action.name == "action-search");
    let keys = keys.and_then(|action| action.keys.first());
    let keys = keys.map(|keys| actions::written(ui.ctx(), *keys)).unwrap_or_default();
    let rest = key_cap_at_right(painter, inner, &keys, tokens);
    let center = pos2(rest.left() + icon::BODY / 2.0, rest.center().y);
    icons::SEARCH.paint(painter, center, icon::BODY, tokens.text_subdued);
    let rest: Rect = rest.with_min_x(rest.left() + icon::BODY + space::SMALL);
    let whole = galley(painter, &words, size::BODY, tokens.text_subdued, f32::INFINITY);
    let short = text(cx.lang, "search-hint-short");
    let words = if whole.size().x <= rest.width() { &words } else { &short };
    line(painter, rest, words, size::BODY, tokens.text_subdued);
    response
}

/// What can be made, or brought in.
fn new(ui: &mut Ui, cx: &mut Cx<'_>, is_enabled: bool) {
    let name = text(cx.lang, "new");
    let button = Button::icon_only(icons::PLUS, &name).with_edge().enabled(is_enabled);
    let button = ui.add(button);
    let made = [
        ("action-new-lead", Intent::New(Kind::Lead)),
        ("action-new-account", Intent::New(Kind::Account)),
        ("action-new-contact", Intent::New(Kind::Contact)),
        ("action-new-opportunity", Intent::New(Kind::Opportunity)),
        ("action-new-campaign", Intent::New(Kind::Campaign)),
        ("action-import", Intent::Pick),
    ];
    let entries = made.each_ref().map(|(key, _)| (text(cx.lang, key), action_of(ui, key)));
    let mut lines: Vec<MenuLine<'_>> = entries
        .iter()
        .map(|(words, (icon, keys))| {
            MenuLine::Entry(MenuEntry { keys, ..MenuEntry::with_icon(*icon, words) })
        })
        .collect();
    lines.insert(made.len() - 1, MenuLine::Rule);
    let clicked = Menu { name: &name, lines: &lines }.show(&button);
    // The rule stands before the last entry.
    let clicked = clicked.map(|at| at.min(made.len() - 1));
    if let Some((_, intent)) = clicked.and_then(|at| made.into_iter().nth(at)) {
        cx.ask(intent);
    }
}

/// The icon and the keys of an action.
fn action_of(ui: &Ui, name: &str) -> (crate::ui::widgets::Icon, String) {
    let Some(action) = ACTIONS.iter().find(|action| action.name == name) else {
        return (icons::PLUS, String::new());
    };
    let keys = action.keys.first().map(|keys| actions::written(ui.ctx(), *keys));
    (action.icon, keys.unwrap_or_default())
}

fn undo_and_redo(ui: &mut Ui, cx: &mut Cx<'_>, around: &Around<'_>) {
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
    let name = text(cx.lang, "language");
    let short = text(cx.lang, "language-short");
    let button = ui.add(Button::quiet(&short).named(&name).with_icon(icons::GLOBE).menu());
    let lines: Vec<MenuLine<'_>> = Lang::ALL
        .iter()
        .map(|lang| MenuLine::Entry(MenuEntry::one_of(lang.own_name(), *lang == cx.lang)))
        .collect();
    let clicked = Menu { name: &name, lines: &lines }.show(&button);
    if let Some(lang) = clicked.and_then(|at| Lang::ALL.get(at)) {
        cx.ask(Intent::SetLang(*lang));
    }
}
