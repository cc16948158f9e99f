//! The head of a page: who or what it is, its key figures, and what can be done with it now. What cannot be
//! done says why.

use eframe::egui::{
    Align, CornerRadius, Frame, Layout, Margin, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2,
    vec2,
};

use super::{
    actions::{Action, Rank, Subject},
    ask::name,
    facts,
};
use crate::{
    domain::{Contact, Fields as _, Id, Kind, Lead, Position, RecordId, Row, parts},
    i18n::{Lang, text},
    query,
    ui::{
        Cx, Place, places,
        theme::{icon, measure, size, space},
        widgets::{Button, Link, Menu, MenuEntry, MenuLine, avatar, icons, label},
    },
};

/// An action, and why it is impossible now.
pub(super) struct Offered {
    pub action: &'static Action,
    pub refusal: Option<Refusal>,
}

/// Why an action is impossible now.
pub(super) struct Refusal {
    /// The whole reason.
    pub words: String,
}

/// What a person asked for in the head.
pub(super) enum Wanted {
    /// To note what was done.
    Log,
    /// This action.
    Action(&'static Action),
}

/// Draws the head; what was asked for.
pub(super) fn show(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    subject: &Subject<'_>,
    offered: &[Offered],
) -> Option<Wanted> {
    let margin = Margin::symmetric(space::LARGE as i8, space::MEDIUM as i8);
    Frame::new()
        .inner_margin(margin)
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::MEDIUM;
            let extent = vec2(ui.available_width(), measure::AVATAR_LARGE + space::SMALL);
            let (row, _) = ui.allocate_exact_size(extent, Sense::hover());
            let layout = Layout::right_to_left(Align::Min);
            let mut right = ui.new_child(UiBuilder::new().max_rect(row).layout(layout));
            let wanted = buttons(&mut right, cx, subject, offered);
            // The name gives way to the buttons, what stands under it does not.
            let room = right.min_rect().left() - space::LARGE - row.left();
            let layout = Layout::left_to_right(Align::Min);
            let mut left = ui.new_child(UiBuilder::new().max_rect(row).layout(layout));
            title(&mut left, cx, subject, room);
            facts::show(ui, cx, subject.record, subject.row);
            wanted
        })
        .inner
}

/// Avatar, name, and who that is.
fn title(ui: &mut Ui, cx: &mut Cx<'_>, subject: &Subject<'_>, room: f32) {
    let (record, tokens) = (subject.record, cx.tokens);
    let name = query::label(cx.model, record);
    let (rect, _) = ui.allocate_exact_size(Vec2::splat(measure::AVATAR_LARGE), Sense::hover());
    if matches!(record.kind, Kind::Lead | Kind::Contact | Kind::User) {
        avatar(ui.painter(), rect.center(), measure::AVATAR_LARGE, &name, tokens);
    } else {
        let edge = Stroke::new(measure::LINE, tokens.border_strong);
        let radius = CornerRadius::same(measure::RADIUS as u8);
        ui.painter().rect(rect, radius, tokens.sunken, edge, StrokeKind::Inside);
        let picture = places::icon_of(record.kind);
        picture.paint(ui.painter(), rect.center(), icon::LARGE, tokens.text);
    }
    ui.add_space(space::TINY);
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::SMALL, 0.0);
        ui.horizontal(|ui| {
            ui.set_height(measure::BUTTON);
            ui.set_max_width((room - measure::AVATAR_LARGE - space::SMALL).max(0.0));
            label(ui, &name, size::DISPLAY, tokens.text);
            let latin = match record.kind {
                Kind::Lead | Kind::Contact => subject.row.get(Lead::latin_name).as_text(),
                _ => None,
            };
            label(ui, latin.unwrap_or_default(), size::BODY, tokens.text_subdued);
        });
        ui.horizontal(|ui| {
            ui.set_height(measure::PILL);
            second_line(ui, cx, subject);
        });
    });
}

fn second_line(ui: &mut Ui, cx: &mut Cx<'_>, subject: &Subject<'_>) {
    let tokens = cx.tokens;
    let (words, link) = about(cx, subject.record, subject.row);
    label(ui, &words, size::BODY, tokens.text_subdued);
    if let Some(link) = link {
        if !words.is_empty() {
            label(ui, "·", size::BODY, tokens.text_subdued);
        }
        if ui.add(Link::new(&query::label(cx.model, link))).clicked() {
            cx.go(Place::Record(link));
        }
    }
}

/// What stands under the name, and where it leads.
fn about(cx: &Cx<'_>, record: RecordId, row: &Row) -> (String, Option<RecordId>) {
    let joined = |words: &[&str]| {
        let said: Vec<&str> = words.iter().copied().filter(|words| !words.is_empty()).collect();
        said.join(" · ")
    };
    match record.kind {
        Kind::Lead => {
            let lead = Lead::read(row);
            let company = if lead.name.is_empty() { "" } else { &lead.company };
            let account = lead.converted_account.map(Id::record).filter(|it| cx.model.has(*it));
            let company = if account.is_some() { "" } else { company };
            (joined(&[&lead.job_title, &lead.department, company]), account)
        }
        Kind::Contact => {
            let title = row.get(Contact::job_title).as_text().unwrap_or_default();
            let positions = row.get(Contact::accounts);
            let account = parts::<Position>(positions).find_map(|it| it.account);
            (title.to_owned(), account.map(Id::record).filter(|it| cx.model.has(*it)))
        }
        kind => {
            let account = kind.field("account").and_then(|field| row.get(field.tag).as_link());
            let name = text(cx.lang, &format!("kind-{}", kind.name()));
            (name.into_owned(), account.filter(|it| cx.model.has(*it)))
        }
    }
}

/// The buttons from the right, and the menu of all others.
fn buttons(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    subject: &Subject<'_>,
    offered: &[Offered],
) -> Option<Wanted> {
    ui.spacing_mut().item_spacing.x = space::SMALL;
    let is_button = |it: &&Offered| match it.action.rank {
        Rank::Next => true,
        Rank::Button => it.refusal.is_none(),
        Rank::Menu => false,
    };
    // In a narrow window only what comes next keeps its button.
    let room = ui.available_width() - measure::PREVIEW;
    let most = (room / (measure::TOAST_BUTTONS - space::SMALL)).max(1.0) as usize;
    let words = text(cx.lang, "action-log");
    let log = Button::primary(&words).with_icon(icons::PHONE).shortcut("Alt L");
    // The name of the record keeps some room, however long the words on the buttons are.
    let mut left = ui.available_width() - log.width(ui.painter()) - measure::BUTTON - measure::MENU;
    let mut has_room = |it: &&Offered| {
        let words = named(cx, it.action);
        let button = Button::secondary(&words).with_icon(it.action.icon);
        left -= button.width(ui.painter()) + space::SMALL;
        left > 0.0
    };
    let buttons = offered.iter().filter(is_button).take(most.saturating_sub(1));
    let shown: Vec<&Offered> = buttons.take_while(|it| has_room(it)).collect();
    let rest: Vec<&Offered> = offered
        .iter()
        .filter(|it| !shown.iter().any(|other| other.action.id == it.action.id))
        .collect();
    let mut wanted = menu(ui, cx, &rest).map(Wanted::Action);
    for it in shown.iter().rev() {
        if button(ui, cx, subject, it) {
            wanted = Some(Wanted::Action(it.action));
        }
    }
    if ui.add(log).clicked() {
        wanted = Some(Wanted::Log);
    }
    wanted
}

fn button(ui: &mut Ui, cx: &Cx<'_>, subject: &Subject<'_>, offered: &Offered) -> bool {
    let action = offered.action;
    let mut words = named(cx, action);
    let Some(refusal) = &offered.refusal else {
        return ui.add(Button::secondary(&words).with_icon(action.icon)).clicked();
    };
    let missing = super::lead::missing(cx, subject, action.stage());
    if missing > 0 {
        let args = [("missing", missing.into())];
        let more = crate::i18n::text_with(cx.lang, "action-missing", &args);
        words = format!("{}{more}", name(cx, action));
    }
    let button = Button::secondary(&words).with_icon(icons::LOCK).enabled(false);
    ui.add(button).on_hover_text(&refusal.words);
    false
}

/// The name on a button or in a menu: an ellipsis where more will be asked.
fn named(cx: &Cx<'_>, action: &Action) -> String {
    let name = name(cx, action);
    if action.asks.is_empty() { name } else { format!("{name}…") }
}

/// The menu of the actions without a button; those that are impossible say why.
fn menu(ui: &mut Ui, cx: &Cx<'_>, rest: &[&Offered]) -> Option<&'static Action> {
    if rest.is_empty() {
        return None;
    }
    let words = text(cx.lang, "action-more");
    let button = ui.add(Button::icon_only(icons::ELLIPSIS, &words).outlined());
    let mut sorted: Vec<&Offered> = rest.to_vec();
    sorted.sort_by_key(|it| it.refusal.is_some());
    let said: Vec<(String, &str)> = sorted
        .iter()
        .map(|it| {
            let reason = it.refusal.as_ref().map(|it| first_sentence(&it.words, cx.lang));
            (named(cx, it.action), reason.unwrap_or_default())
        })
        .collect();
    let mut lines = Vec::with_capacity(sorted.len());
    for (it, (words, reason)) in sorted.iter().zip(&said) {
        let entry = MenuEntry::with_icon(it.action.icon, words);
        let is_danger = it.action.is_destructive();
        lines.push(MenuLine::Entry(MenuEntry { reason, is_danger, ..entry }));
    }
    let clicked = Menu { name: &words, lines: &lines }.show(&button)?;
    sorted.get(clicked).map(|it| it.action)
}

/// The first sentence says what is missing; what was kept and what to do follow it.
fn first_sentence(words: &str, lang: Lang) -> &str {
    let end = if lang == Lang::En { ". " } else { "。" };
    words.split_once(end).map_or(words, |(first, _)| first)
}
