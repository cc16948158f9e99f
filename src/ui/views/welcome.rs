//! A workspace without leads: who is here, and the ways in: a file of cards, or sample data.

use eframe::egui::{
    Align, CornerRadius, Id, Layout, Margin, Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder, pos2,
    vec2,
};

use crate::{
    domain::Settings,
    i18n::{Lang, text, text_with},
    ui::{
        Cx, Intent,
        settings::currencies,
        shell::Around,
        theme::{icon, measure, size, space},
        widgets::{
            Button, EditedLook, Icon, Link, Select, dashed, edited, icons, key_cap, label,
            medallion, paragraph, segments,
        },
    },
};

/// Leads of the sample.
const SAMPLE: usize = 400;

/// Draws the first page of a workspace, which fills the window.
pub(in crate::ui) fn first(ui: &mut Ui, cx: &mut Cx<'_>, around: &Around<'_>) {
    ui.painter().rect_filled(ui.max_rect(), 0.0, cx.tokens.bg);
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        column(ui, measure::WELCOME, |ui| {
            brand(ui, cx);
            ui.add_space(space::HUGE);
            person(ui, cx, around);
            ui.add_space(space::LARGE);
            zone(ui, cx);
            or(ui, cx);
            sample(ui, cx);
            ui.add_space(space::TINY);
            foot(ui, cx);
            ui.add_space(space::LARGE);
        });
    });
}

/// Draws the page of the leads while there are none.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    ui.painter().rect_filled(ui.max_rect(), 0.0, cx.tokens.bg);
    column(ui, measure::WELCOME, |ui| zone(ui, cx));
}

/// Draws the place to drop files on, as a page of its own.
pub(in crate::ui) fn zone_page(ui: &mut Ui, cx: &mut Cx<'_>) {
    show(ui, cx);
}

fn brand(ui: &mut Ui, cx: &Cx<'_>) {
    let tokens = cx.tokens;
    ui.horizontal(|ui| {
        let side = measure::BUTTON_LARGE;
        let (rect, _) = ui.allocate_exact_size(vec2(side, side), Sense::hover());
        let radius = CornerRadius::same(space::SMALL as u8);
        ui.painter().rect_filled(rect, radius, tokens.accent);
        let mark = side - space::MEDIUM;
        icons::BRAND.paint(ui.painter(), rect.center(), mark, tokens.accent_text);
        ui.add_space(space::TINY);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            label(ui, &text(cx.lang, "welcome-title"), size::DISPLAY, tokens.text);
            label(ui, &text(cx.lang, "welcome-hint"), size::BODY, tokens.text_subdued);
        });
    });
}

/// Language, name and currency, side by side.
fn person(ui: &mut Ui, cx: &mut Cx<'_>, around: &Around<'_>) {
    let all = ui.available_width() - 2.0 * space::LARGE;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::LARGE;
        named(ui, cx, "language", |ui, cx, _| {
            let names: Vec<&str> = Lang::ALL.iter().map(|lang| lang.own_name()).collect();
            let chosen = Lang::ALL.iter().position(|lang| *lang == cx.lang).unwrap_or_default();
            let clicked = segments(ui, all * 0.41, &names, chosen);
            if let Some(lang) = clicked.and_then(|at| Lang::ALL.get(at)) {
                cx.ask(Intent::SetLang(*lang));
            }
        });
        let user = around.desk.opened().and_then(|opened| opened.user);
        if let Some((id, user)) = user.and_then(|id| Some((id, cx.model.users.get(id)?))) {
            // The name that a new workspace gives its first user is nobody's.
            let is_given = user.login == "admin" && user.name == "Admin";
            let value = if is_given { "" } else { user.name.as_str() };
            named(ui, cx, "welcome-name", |ui, cx, name| {
                let hint = text(cx.lang, "welcome-name-hint");
                let look = EditedLook { width: all * 0.32, hint: &hint };
                let changed = edited(ui, Id::unique("welcome name"), name, value, look);
                if let Some(name) = changed.filter(|name| !name.is_empty()) {
                    cx.set(id.record(), "name", name);
                }
            });
        }
        named(ui, cx, "welcome-currency", |ui, cx, name| {
            let (codes, names) = currencies(cx.model, cx.lang);
            let chosen = cx.model.settings().base_currency();
            let chosen = codes.iter().position(|code| *code == chosen.code());
            let width = ui.available_width();
            let select = Select { name, entries: &names, chosen, hint: "", width };
            if let Some(code) = select.show(ui).and_then(|at| codes.get(at)) {
                cx.set(Settings::ID.record(), "currency", code.as_str());
            }
        });
    });
}

/// Something under its name.
fn named(ui: &mut Ui, cx: &mut Cx<'_>, key: &str, add: impl FnOnce(&mut Ui, &mut Cx<'_>, &str)) {
    let name = text(cx.lang, key);
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = space::TINY;
        label(ui, &name, size::SMALL, cx.tokens.text_subdued);
        add(ui, cx, &name);
    });
}

/// The place to drop files on.
fn zone(ui: &mut Ui, cx: &mut Cx<'_>) {
    let tokens = cx.tokens;
    let extent = vec2(ui.available_width(), measure::DROP_ZONE);
    let (rect, _) = ui.allocate_exact_size(extent, Sense::hover());
    let radius = CornerRadius::same(measure::RADIUS as u8);
    ui.painter().rect_filled(rect, radius, tokens.surface);
    dashed(ui.painter(), rect, tokens.focus);
    let inner = rect.shrink(space::HUGE);
    let layout = Layout::top_down(Align::Center);
    let mut ui = ui.new_child(UiBuilder::new().max_rect(inner).layout(layout));
    let colors = (tokens.accent_soft, tokens.link);
    medallion(&mut ui, measure::MEDALLION, icons::DOWNLOAD, colors);
    ui.add_space(space::SMALL);
    ui.spacing_mut().item_spacing.y = space::TINY;
    label(&mut ui, &text(cx.lang, "welcome-drop"), size::HEADING, tokens.text);
    label(&mut ui, &text(cx.lang, "welcome-drop-hint"), size::BODY, tokens.text_subdued);
    ui.add_space(space::SMALL);
    let words = text(cx.lang, "welcome-choose");
    let button = Button::primary(&words).with_icon(icons::FILE_SPREADSHEET);
    if ui.add(button.height(measure::BUTTON_LARGE)).clicked() {
        cx.ask(Intent::Pick);
    }
    ui.add_space(space::MEDIUM);
    kinds(&mut ui, cx);
}

/// What can be brought in, each sort with its icon, and the key that pastes it.
fn kinds(ui: &mut Ui, cx: &Cx<'_>) {
    const KINDS: [(Icon, &str); 3] = [
        (icons::FILE_SPREADSHEET, "welcome-excel"),
        (icons::FILE_TEXT, "welcome-text"),
        (icons::CONTACT, "welcome-vcard"),
    ];
    let color = cx.tokens.text_subdued;
    let words = KINDS.map(|(picture, key)| (picture, text(cx.lang, key)));
    let paste = text(cx.lang, "welcome-paste");
    let wide = |words: &str| {
        let galley = ui.painter().layout_no_wrap(words.to_owned(), size::SMALL.font(), color);
        galley.size().x + icon::SMALL + space::TINY + space::LARGE
    };
    let width = words.iter().map(|(_, words)| wide(words)).sum::<f32>()
        + wide(&paste)
        + measure::KEY_CAP * 2.0;
    let extent = vec2(width.min(ui.available_width()), measure::KEY_CAP);
    ui.allocate_ui_with_layout(extent, Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = space::TINY;
        for (picture, words) in words {
            let (rect, _) = ui.allocate_exact_size(vec2(icon::SMALL, icon::SMALL), Sense::hover());
            picture.paint(ui.painter(), rect.center(), icon::SMALL, color);
            label(ui, &words, size::SMALL, color);
            ui.add_space(space::MEDIUM);
        }
        key_cap(ui, "Ctrl V");
        label(ui, &paste, size::SMALL, color);
    });
}

fn or(ui: &mut Ui, cx: &Cx<'_>) {
    let words = text(cx.lang, "welcome-or");
    let extent = vec2(ui.available_width(), measure::BUTTON_LARGE);
    let (rect, _) = ui.allocate_exact_size(extent, Sense::hover());
    let tokens = cx.tokens;
    let painter = ui.painter();
    let galley = painter.layout_no_wrap(words.into_owned(), size::BODY.font(), tokens.text_subdued);
    let half = galley.size().x / 2.0 + space::MEDIUM;
    let line = Stroke::new(measure::LINE, tokens.border);
    painter.hline(rect.left()..=rect.center().x - half, rect.center().y, line);
    painter.hline(rect.center().x + half..=rect.right(), rect.center().y, line);
    painter.galley(rect.center() - galley.size() / 2.0, galley, tokens.text_subdued);
}

/// A look around in a season that never was.
fn sample(ui: &mut Ui, cx: &mut Cx<'_>) {
    let tokens = cx.tokens;
    let card = eframe::egui::Frame::new()
        .fill(tokens.surface)
        .stroke(Stroke::new(measure::LINE, tokens.border))
        .corner_radius(measure::RADIUS)
        .inner_margin(Margin::same(space::LARGE as i8));
    card.show(ui, |ui| {
        let extent = vec2(ui.available_width(), measure::SAMPLE);
        ui.allocate_ui_with_layout(extent, Layout::right_to_left(Align::Center), |ui| {
            let words = text(cx.lang, "welcome-sample-open");
            if ui.add(Button::secondary(&words).height(measure::BUTTON_LARGE)).clicked() {
                cx.ask(Intent::Sample);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let side = measure::BUTTON_LARGE;
                let (rect, _) = ui.allocate_exact_size(vec2(side, side), Sense::hover());
                ui.painter().rect_filled(rect, measure::RADIUS, tokens.sunken);
                icons::EYE.paint(ui.painter(), rect.center(), icon::LARGE, tokens.text_subdued);
                ui.add_space(space::SMALL);
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    let title = text(cx.lang, "welcome-sample");
                    label(ui, &title, size::BODY_STRONG, tokens.text);
                    let args = [("leads", SAMPLE.into())];
                    let words = text_with(cx.lang, "welcome-sample-hint", &args);
                    paragraph(ui, &words, size::BODY, tokens.text_subdued);
                });
            });
        });
    });
}

fn foot(ui: &mut Ui, cx: &mut Cx<'_>) {
    let tokens = cx.tokens;
    let extent = vec2(ui.available_width(), measure::PILL);
    ui.allocate_ui_with_layout(extent, Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = space::LARGE;
        if ui.add(Link::new(&text(cx.lang, "welcome-restore")).small()).clicked() {
            cx.ask(Intent::PickBackup);
        }
        if ui.add(Link::new(&text(cx.lang, "welcome-empty")).small()).clicked() {
            cx.ask(Intent::StartEmpty);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = space::TINY;
            let (rect, _) = ui.allocate_exact_size(vec2(icon::SMALL, icon::SMALL), Sense::hover());
            icons::LOCK.paint(ui.painter(), rect.center(), icon::SMALL, tokens.text_subdued);
            label(ui, &text(cx.lang, "welcome-offline"), size::SMALL, tokens.text_subdued);
        });
    });
}

/// A column in the middle of a page, a little above its middle.
pub(super) fn column(ui: &mut Ui, width: f32, add: impl FnOnce(&mut Ui)) {
    let page = ui.max_rect();
    let width = width.min(page.width() - 2.0 * space::LARGE);
    // A low window has no room to spare above.
    let above = if page.height() < measure::LOW { 0.0 } else { page.height() * measure::PAGE_TOP };
    let top = page.top() + above.max(space::LARGE);
    let left = page.center().x - width / 2.0;
    let rect = Rect::from_min_max(pos2(left, top), pos2(left + width, page.bottom()));
    let layout = Layout::top_down(Align::Min);
    let mut inner = ui.new_child(UiBuilder::new().max_rect(rect).layout(layout));
    add(&mut inner);
    let used = inner.min_rect();
    ui.advance_cursor_after_rect(used);
}
