//! The menus of a list: of a column, of a row, and the columns there are.

use eframe::egui::{
    Id, Popup, PopupAnchor, PopupCloseBehavior, PopupKind, Pos2, RectAlign, Response, Ui, Vec2,
};

use super::{
    ListField, ListView,
    bulk::{ALL, Answered, Asks, Bulk},
    view::shipped_layout,
};
use crate::{
    engine::Request,
    i18n::{text, text_with},
    ui::{
        Cx,
        theme::{measure, space},
        widgets::{
            Button, Icon, Menu, MenuEntry, MenuLine, Tick, checkbox, icons, rule, scroll_list,
        },
    },
};

/// Lines of a row's menu before what can be done with the record at once.
const BEFORE_PLAIN: usize = 3;

/// A menu that is open.
pub(super) struct OpenMenu {
    at: Pos2,
    of: Of,
    /// Whether it was not drawn yet: the click that opened it is none outside it.
    is_fresh: bool,
}

#[derive(Clone, Copy)]
enum Of {
    /// The name of a column.
    Column(&'static str),
    /// A line.
    Row(usize),
}

/// What is done to a column by its menu.
#[derive(Clone, Copy)]
enum ColumnDeed {
    Sort(bool),
    Group,
    Pin,
    Hide,
    Shift(bool),
    Width,
}

impl OpenMenu {
    /// The menu of a column.
    pub fn of_column(name: &'static str, at: Pos2) -> Self {
        Self { at, of: Of::Column(name), is_fresh: true }
    }

    /// The menu of a row.
    pub fn of_row(line: usize, at: Pos2) -> Self {
        Self { at, of: Of::Row(line), is_fresh: true }
    }
}

impl ListView {
    /// Draws the menu that is open.
    pub(super) fn show_menu(&mut self, ui: &Ui, cx: &mut Cx<'_>) {
        let Some(menu) = self.menu.take() else { return };
        let mut is_open = true;
        let id = Id::unique("list menu");
        let popup = Popup::new(id, ui.ctx().clone(), PopupAnchor::Position(menu.at), ui.layer_id());
        let popup = popup.kind(PopupKind::Menu).align(RectAlign::BOTTOM_START);
        let popup = popup.open_bool(&mut is_open).accessible_name(text(cx.lang, "list-menu"));
        popup.show(|ui| match menu.of {
            Of::Column(name) => self.column_menu(ui, cx, name),
            Of::Row(line) => self.row_menu(ui, cx, line),
        });
        if is_open || menu.is_fresh {
            self.menu = Some(OpenMenu { is_fresh: false, ..menu });
        }
    }

    fn column_menu(&mut self, ui: &mut Ui, cx: &Cx<'_>, name: &'static str) {
        let kind = self.kind();
        let Some(field) = ListField::of(cx.model, kind, name) else { return };
        let is_pinned = self.layout.is_pinned(name);
        let is_group = self.asking.question.group.as_deref() == Some(name);
        let mut deeds: Vec<(ColumnDeed, &str, Icon)> = Vec::new();
        if field.can_sort(cx.model, kind) {
            deeds.push((ColumnDeed::Sort(false), "column-ascending", icons::ARROW_UP));
            deeds.push((ColumnDeed::Sort(true), "column-descending", icons::ARROW_DOWN));
        }
        if field.can_group(cx.model, kind) {
            let key = if is_group { "column-ungroup" } else { "column-group" };
            deeds.push((ColumnDeed::Group, key, icons::LAYERS));
        }
        let key = if is_pinned { "column-unpin" } else { "column-pin" };
        deeds.extend([
            (ColumnDeed::Pin, key, icons::PIN),
            (ColumnDeed::Shift(false), "column-left", icons::CHEVRON_LEFT),
            (ColumnDeed::Shift(true), "column-right", icons::CHEVRON_RIGHT),
            (ColumnDeed::Width, "column-width", icons::COLUMNS),
            (ColumnDeed::Hide, "column-hide", icons::EYE_OFF),
        ]);
        let words: Vec<_> = deeds.iter().map(|(_, key, _)| text(cx.lang, key)).collect();
        let entries = deeds.iter().zip(&words);
        let lines: Vec<MenuLine<'_>> = entries
            .map(|((_, _, icon), words)| MenuLine::Entry(MenuEntry::with_icon(*icon, words)))
            .collect();
        let clicked = Menu { name: "", lines: &lines }.lines(ui);
        if let Some((deed, ..)) = clicked.and_then(|at| deeds.get(at)) {
            self.column_deed(name, *deed);
        }
    }

    fn column_deed(&mut self, name: &'static str, deed: ColumnDeed) {
        let question = &mut self.asking.question;
        match deed {
            ColumnDeed::Sort(is_descending) => {
                let sign = if is_descending { "-" } else { "" };
                question.sort = format!("{sign}{name}");
            }
            ColumnDeed::Group => {
                let is_group = question.group.as_deref() == Some(name);
                question.group = (!is_group).then(|| name.to_owned());
            }
            ColumnDeed::Pin => self.layout.toggle_pin(name),
            ColumnDeed::Hide => self.layout.toggle(name),
            ColumnDeed::Shift(is_right) => self.layout.shift(name, is_right),
            ColumnDeed::Width => self.layout.resize(name, None),
        }
    }

    fn row_menu(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, line: usize) {
        let (Some(record), Some(row)) = (self.record_at(cx.model, line), self.row_at(line)) else {
            return;
        };
        let key = if self.selection.has(row) { "row-untick" } else { "row-tick" };
        let (open, tick) = (text(cx.lang, "row-open"), text(cx.lang, key));
        let space = text(cx.lang, "key-space");
        let entry = |icon, text, keys| {
            MenuLine::Entry(MenuEntry { keys, ..MenuEntry::with_icon(icon, text) })
        };
        let mut lines = vec![
            entry(icons::EYE, &open, "Enter"),
            entry(icons::CHECK, &tick, &space),
            MenuLine::Rule,
        ];
        let kind = self.kind();
        let is_plain =
            |bulk: &&Bulk| bulk.is_of(kind) && bulk.asks == Asks::Nothing && bulk.range.0 == 1;
        let plain: Vec<&Bulk> = ALL.iter().filter(is_plain).collect();
        let words: Vec<(String, String)> = plain
            .iter()
            .map(|bulk| {
                let refusal = bulk.refusal(cx.viewer, kind, cx.lang, 1).unwrap_or_default();
                (bulk.label(cx.lang, 1), refusal)
            })
            .collect();
        lines.extend(plain.iter().zip(&words).map(|(bulk, (words, reason))| {
            let is_danger = bulk.is_danger();
            let entry = MenuEntry::with_icon(bulk.icon, words);
            MenuLine::Entry(MenuEntry { reason, is_danger, ..entry })
        }));
        match (Menu { name: "", lines: &lines }).lines(ui) {
            Some(0) => self.open(cx, record),
            Some(1) => self.selection.toggle(&self.asking.answer, row),
            Some(at) => {
                let bulk = at.checked_sub(BEFORE_PLAIN).and_then(|at| plain.get(at));
                let command =
                    bulk.and_then(|bulk| bulk.command(kind, vec![record], Answered::Nothing));
                if let Some(command) = command {
                    cx.run(Request::Run(command));
                }
            }
            None => {}
        }
    }

    /// By what the list is grouped, and what can be done about it.
    pub(super) fn group_button(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let question = &self.asking.question;
        let name = question.group.as_deref().unwrap_or_default();
        let Some(field) = ListField::of(cx.model, question.kind, name) else { return };
        let field = field.label(cx.model, cx.lang, question.kind);
        let words = text_with(cx.lang, "list-grouped", &[("field", field.into())]);
        let button = ui.add(Button::secondary(&words).height(measure::BUTTON_SMALL).menu());
        let words = ["group-fold", "group-unfold", "column-ungroup"].map(|key| text(cx.lang, key));
        let lines = words.each_ref().map(|words| MenuLine::Entry(MenuEntry::new(words)));
        let name = text(cx.lang, "column-group");
        match (Menu { name: &name, lines: &lines }).show(&button) {
            Some(at @ (0 | 1)) => self.lines.fold_all(&self.asking.answer, at == 0),
            Some(_) => self.asking.question.group = None,
            None => {}
        }
    }

    /// The columns there are: those that are shown first, in their order.
    fn columns_there_are(&self, cx: &Cx<'_>) -> Vec<ListField> {
        let shown = self.layout.fields(cx.model, self.kind()).into_iter().map(|(field, _)| field);
        let others = ListField::all(cx.model, self.kind()).into_iter();
        let others = others.filter(|field| !self.layout.has(field.name()));
        shown.chain(others).collect()
    }

    /// The columns there are, under a button.
    pub(super) fn choose_columns(&mut self, cx: &Cx<'_>, button: &Response) {
        let words = text(cx.lang, "list-columns");
        let popup = Popup::menu(button).accessible_name(words.as_ref()).gap(space::TINY);
        let popup = popup.align(RectAlign::BOTTOM_END);
        let popup = popup.close_behavior(PopupCloseBehavior::CloseOnClickOutside);
        let kind = self.kind();
        popup.show(|ui| {
            ui.spacing_mut().item_spacing = Vec2::ZERO;
            ui.set_width(measure::MENU + space::HUGE);
            let scroll = scroll_list(ui, measure::MENU_HIGHEST);
            scroll.show(ui, |ui| {
                for field in self.columns_there_are(cx) {
                    let tick = if self.layout.has(field.name()) { Tick::All } else { Tick::None };
                    let label = field.label(cx.model, cx.lang, kind);
                    if checkbox(ui, tick, &label).clicked() {
                        self.layout.toggle(field.name());
                    }
                }
            });
            rule(ui);
            let words = text(cx.lang, "columns-shipped");
            let line = [MenuLine::Entry(MenuEntry::with_icon(icons::UNDO, &words))];
            if (Menu { name: "", lines: &line }).lines(ui).is_some() {
                self.layout = shipped_layout(self.place, kind);
            }
        });
    }
}
