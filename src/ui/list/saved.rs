//! Ways of looking at a list that were kept under a name.

use eframe::egui::{Align, Id as UiId, Layout as Direction, Ui};
use serde_json::{Map, Value as Json, json};

use super::{
    Layout, ListFilter, ListView,
    view::{shipped_layout, shipped_sort},
};
use crate::{
    domain::{Id, Kind, SavedView},
    engine::{Create, Delete, Request, Set},
    i18n::{text, text_with},
    ui::{
        Cx,
        theme::{measure, size, space},
        widgets::{
            Button, Dialog, Input, Menu, MenuEntry, MenuLine, Tick, checkbox, icons, is_entered,
            label,
        },
    },
};

/// A view that is being given a name.
#[derive(Default)]
pub(super) struct Naming {
    name: String,
    is_shared: bool,
}

/// What the menu of views can do.
#[derive(Clone, Copy)]
enum Deed {
    Shipped,
    Use(Id<SavedView>),
    Keep,
    Change(Id<SavedView>),
    Delete(Id<SavedView>),
}

impl ListView {
    /// The views of the list that the viewer may use, by name.
    fn views<'m>(&self, cx: &Cx<'m>) -> Vec<(Id<SavedView>, &'m SavedView)> {
        let kind = self.kind().name();
        let is_seen = |view: &SavedView| view.shared || view.owner == cx.viewer.user;
        let views = cx.model.saved_views.iter();
        let mut views: Vec<_> =
            views.filter(|(_, view)| view.kind == kind && is_seen(view)).collect();
        views.sort_by(|(_, a), (_, b)| a.name.cmp(&b.name));
        views
    }

    /// The button that says which view is used, and its menu.
    pub(super) fn view_menu(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, is_narrow: bool) {
        let views = self.views(cx);
        let used = self.used.filter(|used| views.iter().any(|(id, _)| id == used));
        let shipped = text(cx.lang, "view-shipped");
        let name = used.and_then(|used| cx.model.saved_views.get(used));
        let name = name.map_or_else(|| shipped.as_ref().to_owned(), |view| view.name.clone());
        let said = text_with(cx.lang, "view-named", &[("name", name.as_str().into())]);
        let button = match is_narrow {
            true => Button::icon_only(icons::BOOKMARK, &said),
            false => Button::secondary(&name).named(&said).with_icon(icons::BOOKMARK).menu(),
        };
        let button = ui.add(button);
        let words = ["view-keep", "view-change", "view-delete"].map(|key| text(cx.lang, key));
        let [keep, change, delete] = words.each_ref().map(AsRef::as_ref);
        let mut lines = vec![MenuLine::Entry(MenuEntry::one_of(&shipped, used.is_none()))];
        let mut deeds = vec![Some(Deed::Shipped)];
        for (id, view) in &views {
            lines.push(MenuLine::Entry(MenuEntry::one_of(&view.name, used == Some(*id))));
            deeds.push(Some(Deed::Use(*id)));
        }
        lines.extend([MenuLine::Rule, MenuLine::Entry(MenuEntry::with_icon(icons::PLUS, keep))]);
        deeds.extend([None, Some(Deed::Keep)]);
        if let Some(used) = used {
            lines.push(MenuLine::Entry(MenuEntry::with_icon(icons::CHECK, change)));
            let delete = MenuEntry::with_icon(icons::TRASH, delete);
            lines.push(MenuLine::Entry(MenuEntry { is_danger: true, ..delete }));
            deeds.extend([Some(Deed::Change(used)), Some(Deed::Delete(used))]);
        }
        let menu = text(cx.lang, "kind-saved_view-plural");
        let clicked = Menu { name: &menu, lines: &lines }.show(&button);
        if let Some(deed) = clicked.and_then(|at| deeds.get(at).copied().flatten()) {
            self.view_deed(cx, deed);
        }
        self.name_view(ui, cx);
    }

    fn view_deed(&mut self, cx: &mut Cx<'_>, deed: Deed) {
        match deed {
            Deed::Shipped => {
                self.asking.question.among = None;
                self.used = None;
                self.filter.clear();
                self.layout = shipped_layout(self.place, self.kind());
                shipped_sort(self.place, self.kind()).clone_into(&mut self.asking.question.sort);
                self.asking.question.filter.clear();
                self.asking.question.group = None;
            }
            Deed::Use(id) => {
                if let Some(view) = cx.model.saved_views.get(id) {
                    self.use_view(id, view);
                }
            }
            Deed::Keep => self.naming = Some(Naming::default()),
            Deed::Change(id) => {
                let (kind, ids) = (Kind::SavedView, vec![id.0]);
                cx.run(Request::Run(Set { kind, ids, values: self.values() }.into()));
            }
            Deed::Delete(id) => {
                self.used = None;
                cx.run(Request::Run(Delete { records: vec![id.record()] }.into()));
            }
        }
    }

    fn use_view(&mut self, id: Id<SavedView>, view: &SavedView) {
        self.used = Some(id);
        self.filter = ListFilter::of(&view.filter);
        if !view.columns.is_empty() {
            self.layout = Layout::from_words(&view.columns);
        }
        let question = &mut self.asking.question;
        question.among = None;
        question.filter = self.filter.text();
        question.sort.clone_from(&view.sort);
        question.group = (!view.group.is_empty()).then(|| view.group.clone());
    }

    /// How the list is looked at now.
    fn values(&self) -> Map<String, Json> {
        let question = &self.asking.question;
        Map::from_iter([
            ("filter".to_owned(), json!(question.filter)),
            ("sort".to_owned(), json!(question.sort)),
            ("group".to_owned(), json!(question.group.clone().unwrap_or_default())),
            ("columns".to_owned(), json!(self.layout.words())),
        ])
    }

    /// Asks for the name of a view.
    fn name_view(&mut self, ui: &Ui, cx: &mut Cx<'_>) {
        let Some(mut naming) = self.naming.take() else { return };
        let title = text(cx.lang, "view-keep");
        let title = title.trim_end_matches('…');
        let (done, is_away) = Dialog::new(title).show(ui, |ui| naming.show(ui, cx, title));
        match done {
            Some(true) => {
                let mut values = self.values();
                values.insert("name".to_owned(), json!(naming.name.trim()));
                values.insert("kind".to_owned(), json!(self.kind().name()));
                values.insert("shared".to_owned(), json!(naming.is_shared));
                if let Some(user) = cx.viewer.user {
                    values.insert("owner".to_owned(), json!(user));
                }
                cx.run(Request::Run(Create { kind: Kind::SavedView, values }.into()));
            }
            None if !is_away => self.naming = Some(naming),
            Some(false) | None => {}
        }
    }
}

impl Naming {
    fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, title: &str) -> Option<bool> {
        label(ui, title, size::HEADING, cx.tokens.text);
        ui.add_space(space::SMALL);
        let name = text(cx.lang, "field-name");
        let id = UiId::unique("view name");
        if ui.memory(|memory| memory.focused().is_none()) {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        let width = ui.available_width();
        let input = Input::new(&mut self.name, &name).id(id).hint(&name).width(width).show(ui);
        let mut done = None;
        let can_keep = !self.name.trim().is_empty();
        if can_keep && is_entered(ui, &input) {
            done = Some(true);
        }
        let tick = if self.is_shared { Tick::All } else { Tick::None };
        if checkbox(ui, tick, &text(cx.lang, "view-shared")).clicked() {
            self.is_shared = !self.is_shared;
        }
        ui.add_space(space::SMALL);
        ui.with_layout(Direction::right_to_left(Align::Center), |ui| {
            ui.set_height(measure::BUTTON);
            let words = text(cx.lang, "view-keep-do");
            if ui.add(Button::primary(&words).enabled(can_keep)).clicked() {
                done = Some(true);
            }
            if ui.add(Button::secondary(&text(cx.lang, "form-cancel"))).clicked() {
                done = Some(false);
            }
        });
        done
    }
}
