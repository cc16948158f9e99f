//! One box for everything: records by what they hold, places and actions by their names.

use eframe::egui::{
    Align, Id, Key, Layout, Modifiers, Rect, Response, Sense, Ui, Vec2, WidgetInfo,
    accesskit::Role, pos2, vec2,
};

use crate::{
    domain::fold::fold,
    i18n::{Lang, text},
    ui::{
        Cx, Intent, Place,
        actions::{self, ACTIONS, Action},
        finder::{Finder, Hit},
        places::{PLACES, PlaceInfo},
        record,
        theme::{icon, measure, size, space},
        views::Views,
        widgets::{
            Dialog, Icon, Input, galley, icons, is_entered, key_cap, key_cap_at_right, label, line,
            rule, scroll_list,
        },
    },
};

/// The box, while it is open and while it is not.
#[derive(Default)]
pub(in crate::ui) struct Palette {
    /// What is typed, and the records that were found for it.
    pub finder: Finder,
    is_open: bool,
    chosen: usize,
}

/// Something that can be chosen.
enum Entry<'a> {
    Record(&'a Hit),
    /// Something that can be done with the record whose page is shown.
    OfRecord(&'static record::Action),
    Place(&'static PlaceInfo),
    Action(&'static Action),
}

impl Palette {
    /// Opens the box, empty.
    pub fn open(&mut self) {
        self.finder.clear();
        self.chosen = 0;
        self.is_open = true;
    }

    /// Whether it is open.
    pub fn is_open(&self) -> bool {
        self.is_open
    }

    /// Draws the box if it is open.
    pub(super) fn show(&mut self, ui: &Ui, cx: &mut Cx<'_>) {
        if !self.is_open {
            return;
        }
        let name = text(cx.lang, "action-search");
        let dialog = Dialog::new(&name).width(measure::PALETTE).hung(measure::PALETTE_TOP);
        let (intent, is_closed) = dialog.show(ui, |ui| {
            ui.spacing_mut().item_spacing = Vec2::ZERO;
            let is_entered = self.question(ui, cx, &name);
            rule(ui);
            self.answers(ui, cx, is_entered)
        });
        if is_closed || intent.is_some() {
            self.is_open = false;
        }
        if let Some(intent) = intent {
            cx.ask(intent);
        }
    }

    /// The line in which one types; whether what is chosen was entered.
    fn question(&mut self, ui: &mut Ui, cx: &Cx<'_>, name: &str) -> bool {
        let (down, up) = ui.input_mut(|input| {
            let mut presses = |key| input.count_and_consume_key(Modifiers::NONE, key);
            (presses(Key::ArrowDown), presses(Key::ArrowUp))
        });
        self.chosen = (self.chosen + down).saturating_sub(up);
        let id = Id::unique("palette");
        let mut is_done = false;
        ui.horizontal(|ui| {
            let keys = measure::KEY_CAP * 2.0 + space::LARGE;
            let hint = text(cx.lang, "search-hint");
            let input = Input::new(&mut self.finder.question, name)
                .id(id)
                .hint(&hint)
                .with_icon(icons::SEARCH)
                .large()
                .bare()
                .width(ui.available_width() - keys);
            let response = input.show(ui);
            is_done = is_entered(ui, &response);
            if response.changed() {
                self.chosen = 0;
            }
            if !is_done {
                response.request_focus();
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.add_space(space::MEDIUM);
                key_cap(ui, "Esc");
            });
        });
        is_done
    }

    /// What can be chosen; what the choice asks for, if one was made.
    fn answers(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, is_entered: bool) -> Option<Intent> {
        let entries = entries(&self.finder, cx);
        self.chosen = self.chosen.min(entries.len().saturating_sub(1));
        if entries.is_empty() {
            ui.allocate_ui(vec2(ui.available_width(), measure::BUTTON_LARGE), |ui| {
                ui.centered_and_justified(|ui| {
                    let words = text(cx.lang, "search-nothing");
                    label(ui, &words, size::BODY, cx.tokens.text_subdued);
                });
            });
            return None;
        }
        let mut done = None;
        let scroll = scroll_list(ui, measure::PALETTE_LIST);
        scroll.auto_shrink([false, true]).show(ui, |ui| {
            let mut group = "";
            for (at, entry) in entries.iter().enumerate() {
                if entry.group() != group {
                    group = entry.group();
                    heading(ui, cx, group);
                }
                let is_chosen = at == self.chosen;
                let response = row(ui, cx, entry, is_chosen);
                if is_chosen {
                    response.scroll_to_me(None);
                }
                if response.clicked() || (is_chosen && is_entered) {
                    done = Some(entry.intent());
                }
            }
        });
        done
    }
}

impl Entry<'_> {
    fn group(&self) -> &'static str {
        match self {
            Self::Record(_) => "search-records",
            Self::Place(_) => "search-places",
            Self::OfRecord(_) => "search-of-record",
            Self::Action(_) => "search-actions",
        }
    }

    fn intent(&self) -> Intent {
        match self {
            Self::Record(hit) => Intent::Go(Place::Record(hit.record)),
            Self::OfRecord(action) => Intent::Act(action.id),
            Self::Place(info) => Intent::Go(info.place),
            Self::Action(action) => (action.intent)(),
        }
    }
}

fn entries<'a>(finder: &'a Finder, cx: &mut Cx<'_>) -> Vec<Entry<'a>> {
    let possible = match cx.here {
        Place::Record(record) => record::possible(cx, record),
        _ => Vec::new(),
    };
    let words: Vec<String> = finder.question.split_whitespace().map(fold).collect();
    // Whoever knows the English word finds it in any language.
    let is_meant = |key: &str| {
        let names = [cx.lang, Lang::En].map(|lang| fold(&text(lang, key)));
        words.iter().all(|word| names.iter().any(|name| name.contains(word.as_str())))
    };
    let can_be_opened = |hit: &&Hit| Views::is_there(Place::Record(hit.record), cx.model);
    let of_record = possible.into_iter().filter(|action| is_meant(&name_of(action)));
    let of_record = of_record.map(Entry::OfRecord);
    let hits = finder.hits().iter().filter(can_be_opened).map(Entry::Record);
    let places = PLACES.iter().filter(|info| is_meant(info.label)).map(Entry::Place);
    let actions = ACTIONS.iter().filter(|action| action.name != "action-search");
    let actions = actions.filter(|action| is_meant(action.name)).map(Entry::Action);
    hits.chain(of_record).chain(places).chain(actions).collect()
}

/// The key of the name of something that can be done with a record.
fn name_of(action: &record::Action) -> String {
    format!("action-{}", action.id)
}

fn heading(ui: &mut Ui, cx: &Cx<'_>, key: &str) {
    let extent = vec2(ui.available_width(), measure::RAIL_ENTRY);
    let (rect, _) = ui.allocate_exact_size(extent, Sense::hover());
    let inner = rect.shrink2(vec2(space::MEDIUM, 0.0));
    line(ui.painter(), inner, &text(cx.lang, key), size::SMALL, cx.tokens.text_subdued);
}

fn row(ui: &mut Ui, cx: &Cx<'_>, entry: &Entry<'_>, is_chosen: bool) -> Response {
    let extent = vec2(ui.available_width(), measure::PALETTE_ROW);
    let (rect, response) = ui.allocate_exact_size(extent, Sense::click());
    let (picture, name, detail, right) = match entry {
        Entry::Record(hit) => {
            let picture = Place::List(hit.record.kind).icon();
            let kind = text(cx.lang, &format!("kind-{}", hit.record.kind.name()));
            (picture, hit.name.clone(), hit.detail.as_str(), Right::Words(kind.into_owned()))
        }
        Entry::Place(info) => {
            let keys = actions::key_of(info.place).map(|keys| actions::written(ui.ctx(), keys));
            (info.icon, text(cx.lang, info.label).into_owned(), "", Right::Keys(keys))
        }
        Entry::OfRecord(action) => {
            let name = text(cx.lang, &name_of(action)).into_owned();
            (action.icon, name, "", Right::Keys(None))
        }
        Entry::Action(action) => {
            let keys = action.keys.first().map(|keys| actions::written(ui.ctx(), *keys));
            (action.icon, text(cx.lang, action.name).into_owned(), "", Right::Keys(keys))
        }
    };
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_chosen, &name));
    paint(ui, cx, (rect, is_chosen || response.hovered()), picture, (&name, detail, right));
    response
}

/// What stands at the right of a row.
enum Right {
    Words(String),
    Keys(Option<String>),
}

fn paint(
    ui: &Ui,
    cx: &Cx<'_>,
    (rect, is_lit): (Rect, bool),
    picture: Icon,
    (name, detail, right): (&str, &str, Right),
) {
    let tokens = cx.tokens;
    let painter = ui.painter();
    if is_lit {
        painter.rect_filled(rect, 0.0, tokens.selection);
    }
    let mut inner = rect.shrink2(vec2(space::MEDIUM, 0.0));
    match right {
        Right::Words(words) => {
            let words = galley(painter, &words, size::SMALL, tokens.text_subdued, inner.width());
            let left = inner.right() - words.size().x;
            let at = pos2(left, inner.center().y - words.size().y / 2.0);
            painter.galley(at, words, tokens.text_subdued);
            inner.max.x = left - space::SMALL;
        }
        Right::Keys(Some(keys)) => {
            inner = key_cap_at_right(painter, inner, &keys, tokens);
        }
        Right::Keys(None) => {}
    }
    let center = pos2(inner.left() + icon::BODY / 2.0, inner.center().y);
    picture.paint(painter, center, icon::BODY, tokens.text_subdued);
    inner.min.x += icon::BODY + space::MEDIUM;
    let drawn = line(painter, inner, name, size::BODY, tokens.text);
    let rest = inner.with_min_x(drawn.right() + space::SMALL);
    line(painter, rest, detail, size::SMALL, tokens.text_subdued);
}
