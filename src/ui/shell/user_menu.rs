//! Who is at the keyboard, and how they want it: the look, the keys.

use eframe::egui::{
    Color32, CornerRadius, Response, Sense, ThemePreference, Ui, WidgetInfo, accesskit::Role, pos2,
    vec2,
};

use super::Around;
use crate::{
    i18n::text,
    ui::{
        Cx, Intent, Place,
        theme::{icon, measure, size, space},
        views::Views,
        widgets::{Menu, MenuEntry, MenuLine, avatar, focus_ring, galley, icons, line},
    },
};

/// The looks there are, in the order of the menu.
pub(in crate::ui) const LOOKS: [(ThemePreference, &str); 3] = [
    (ThemePreference::System, "look-system"),
    (ThemePreference::Light, "look-light"),
    (ThemePreference::Dark, "look-dark"),
];

/// Draws the button and, while it is open, the menu.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, around: &Around<'_>) {
    let user = around.desk.opened().and_then(|opened| opened.user);
    let user = user.and_then(|id| cx.model.users.get(id));
    let button = button(ui, cx, user.map_or("", |user| user.name.as_str()));
    let name = text(cx.lang, "user-menu");
    let heading = text(cx.lang, "look");
    let looks = LOOKS.map(|(look, key)| (text(cx.lang, key), look == around.look.theme));
    let (keys, settings) = (text(cx.lang, "action-keys"), text(cx.lang, "place-settings"));
    let mut lines = vec![MenuLine::Heading(&heading)];
    lines.extend(looks.iter().map(|(words, is)| MenuLine::Entry(MenuEntry::one_of(words, *is))));
    lines.push(MenuLine::Rule);
    let first = lines.len();
    lines.push(MenuLine::Entry(MenuEntry {
        keys: "F1",
        ..MenuEntry::with_icon(icons::KEYBOARD, &keys)
    }));
    if Views::is_there(Place::Settings, cx.model) {
        lines.push(MenuLine::Entry(MenuEntry::with_icon(icons::SLIDERS, &settings)));
    }
    match (Menu { name: &name, lines: &lines }.show(&button)) {
        Some(at) if at == first => cx.ask(Intent::ShowKeys),
        Some(at) if at > first => cx.go(Place::Settings),
        Some(at) => {
            // The heading is the first line.
            if let Some((look, _)) = at.checked_sub(1).and_then(|at| LOOKS.get(at)) {
                cx.ask(Intent::SetTheme(*look));
            }
        }
        None => {}
    }
}

fn button(ui: &mut Ui, cx: &Cx<'_>, user: &str) -> Response {
    let tokens = cx.tokens;
    let most = measure::USER_NAME;
    let words = galley(ui.painter(), user, size::BODY, Color32::PLACEHOLDER, most);
    let name = if user.is_empty() { 0.0 } else { words.size().x + space::SMALL };
    let width = space::SMALL * 2.0 + measure::AVATAR + name + space::TINY + icon::SMALL;
    let (rect, response) = ui.allocate_exact_size(vec2(width, measure::BUTTON), Sense::click());
    let label = text(cx.lang, "user-menu");
    response.widget_info(|| WidgetInfo {
        current_text_value: Some(user.to_owned()),
        ..WidgetInfo::labeled(Role::Button, true, &label)
    });
    let painter = ui.painter();
    if response.hovered() {
        painter.rect_filled(rect, CornerRadius::same(measure::RADIUS as u8), tokens.hover);
    }
    let mut inner = rect.shrink2(vec2(space::SMALL, 0.0));
    let at = pos2(inner.left() + measure::AVATAR / 2.0, inner.center().y);
    avatar(painter, at, measure::AVATAR, if user.is_empty() { "?" } else { user }, tokens);
    inner.min.x += measure::AVATAR + space::SMALL;
    line(painter, inner.with_max_x(inner.left() + name), user, size::BODY, tokens.text);
    let at = pos2(inner.right() - icon::SMALL / 2.0, inner.center().y);
    icons::CHEVRON_DOWN.paint(painter, at, icon::SMALL, tokens.text_subdued);
    if response.has_focus() {
        focus_ring(painter, rect, tokens);
    }
    response
}
