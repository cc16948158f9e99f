//! A value being changed: typed where it is words or a number, chosen where it is one of several.

use eframe::egui::{
    Id, Key, Modifiers, Popup, PopupAnchor, PopupKind, Rect, RectAlign, Ui, UiBuilder,
};
use serde_json::{Map, Value as Json};

use super::{ListField, ListView};
use crate::{
    domain::{Kind, Money, RecordId, Shape, Value, parse_value, value_to_json},
    engine::{Request, Set},
    i18n::text,
    model::Model,
    query,
    ui::{
        Cx,
        date_field::DateField,
        days,
        shown::choice,
        theme::measure,
        widgets::{Input, Menu, MenuEntry, MenuLine, Select, is_entered, scroll_list},
    },
};

/// A value being changed.
#[derive(Default)]
pub(super) struct Draft {
    words: String,
    /// What is chosen, of one that is one of several.
    chosen: Option<usize>,
}

/// One of several values: what it is called, and the value.
type Choice = (String, Value);

impl ListField {
    /// Whether its values are simple enough to be changed where they stand.
    pub fn can_edit(self) -> bool {
        let Self::Stored(field) = self else { return false };
        let is_simple = match field.shape {
            Shape::Link(kind) => is_few(kind),
            Shape::List(Shape::Text) | Shape::Text | Shape::Int | Shape::Decimal => true,
            Shape::Flag | Shape::Date | Shape::Money | Shape::Choice(_) => true,
            _ => false,
        };
        is_simple && !field.spec.is_ruled() && !field.spec.is_multiline()
    }
}

/// Whether there are so few records of a kind that one is chosen from a menu.
fn is_few(kind: Kind) -> bool {
    matches!(kind, Kind::User | Kind::Pool | Kind::Campaign)
}

impl Draft {
    /// A value as it is.
    pub fn of(cx: &Cx<'_>, field: ListField, value: &Value) -> Self {
        let chosen = choices(cx, field).iter().position(|(_, other)| other == value);
        let words = match value {
            Value::Text(text) => text.clone(),
            Value::Date(day) => day.to_string(),
            Value::Int(number) => number.to_string(),
            Value::Decimal(number) => number.to_string(),
            Value::Money(money) => format!("{} {}", money.amount, money.currency.code()),
            Value::List(items) => {
                let items = items.iter().filter_map(Value::as_text);
                items.collect::<Vec<_>>().join("; ")
            }
            _ => String::new(),
        };
        Self { words, chosen }
    }

    /// Draws it; whether it was entered.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        (field, name): (ListField, &str),
        width: f32,
    ) -> bool {
        let choices = choices(cx, field);
        if choices.is_empty() {
            let is_wrong = self.value(cx, field).is_none();
            if field.shape() == Some(&Shape::Date) {
                let date = DateField::new(&mut self.words, name, Id::unique(("draft", name)));
                let input = date.width(width).wrong(is_wrong).show(ui, cx);
                return is_entered(ui, &input);
            }
            let input = Input::new(&mut self.words, name).width(width).wrong(is_wrong).show(ui);
            return is_entered(ui, &input);
        }
        let entries: Vec<String> = choices.into_iter().map(|(words, _)| words).collect();
        let hint = text(cx.lang, "form-choose");
        let select = Select { name, entries: &entries, chosen: self.chosen, hint: &hint, width };
        self.chosen = select.show(ui).or(self.chosen);
        false
    }

    /// The value; none if what was typed is none.
    pub fn value(&self, cx: &Cx<'_>, field: ListField) -> Option<Value> {
        let shape = field.shape()?;
        let choices = choices(cx, field);
        if !choices.is_empty() {
            return Some(
                self.chosen.and_then(|at| choices.get(at)).map_or(Value::Empty, |it| it.1.clone()),
            );
        }
        let plain = || {
            let amount = parse_value(&Shape::Decimal, &self.words)?;
            let Value::Decimal(amount) = amount else { return None };
            Some(Value::Money(Money { amount, currency: cx.model.settings().base_currency() }))
        };
        let money = (*shape == Shape::Money).then(plain).flatten();
        if *shape == Shape::Date && !self.words.trim().is_empty() {
            let today = cx.now().day(cx.model.settings().zone());
            return days::read(&self.words, today).map(Value::Date);
        }
        money.or_else(|| parse_value(shape, &self.words))
    }

    /// The value as a command has it.
    pub fn json(&self, cx: &Cx<'_>, field: ListField) -> Option<Json> {
        Some(value_to_json(field.shape()?, &self.value(cx, field)?))
    }
}

/// The values a field may have, if it is one of several; nothing is one of them.
fn choices(cx: &Cx<'_>, field: ListField) -> Vec<Choice> {
    let none = (text(cx.lang, "filter-none").into_owned(), Value::Empty);
    let values: Vec<Choice> = match field.shape() {
        Some(Shape::Flag) => {
            vec![(text(cx.lang, "value-yes").into_owned(), Value::Flag(true))]
        }
        Some(Shape::Choice(choices)) => {
            let value = |id: &&str| {
                (choice(cx.lang, choices.name, id), Value::Choice((*id).to_owned().into()))
            };
            choices.values.iter().map(value).collect()
        }
        Some(Shape::Link(kind)) if is_few(*kind) => linked(cx.model, *kind),
        _ => return Vec::new(),
    };
    std::iter::once(none).chain(values).collect()
}

fn linked(model: &Model, kind: Kind) -> Vec<Choice> {
    let records: Vec<RecordId> = match kind {
        Kind::User => {
            let active = model.users.iter().filter(|(_, user)| !user.inactive);
            active.map(|(id, _)| id.record()).collect()
        }
        Kind::Pool => model.pools.iter().map(|(id, _)| id.record()).collect(),
        Kind::Campaign => model.campaigns.iter().rev().map(|(id, _)| id.record()).collect(),
        _ => Vec::new(),
    };
    let named = |record: RecordId| (query::label(model, record), Value::Link(record));
    records.into_iter().map(named).collect()
}

/// A cell that is being edited.
pub(super) struct Editor {
    record: RecordId,
    field: ListField,
    draft: Draft,
    /// Whether it has the keyboard already.
    is_begun: bool,
}

/// What became of an editor in a frame.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Open,
    Saved,
    Cancelled,
}

impl ListView {
    /// Begins to edit a cell of the row the keyboard is at; the first that can be if none is named.
    pub(super) fn edit(
        &mut self,
        cx: &mut Cx<'_>,
        fields: &[ListField],
        (line, column): (usize, Option<usize>),
    ) {
        let first = || fields.iter().position(|field| field.can_edit());
        let Some(column) = column.or_else(first) else { return };
        let Some(field) = fields.get(column).copied().filter(|field| field.can_edit()) else {
            return;
        };
        let (Some(record), Some(row)) = (self.record_at(cx.model, line), self.row_at(line)) else {
            return;
        };
        let ListField::Stored(info) = field else { return };
        let known = super::values::at_hand(cx, &self.asking.answer, self.kind(), (row, info));
        let value = known.or_else(|| cx.row(record).map(|whole| whole.get(info.tag).clone()));
        let Some(value) = value else { return };
        self.table.cursor = Some(line);
        self.table.column = Some(column);
        let draft = Draft::of(cx, field, &value);
        self.editor = Some(Editor { record, field, draft, is_begun: false });
    }

    /// Draws the editor over its cell.
    pub(super) fn show_editor(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, cell: Option<Rect>) {
        let (Some(mut editor), Some(cell)) = (self.editor.take(), cell) else { return };
        let name = editor.field.label(cx.model, cx.lang, self.kind());
        let choices = choices(cx, editor.field);
        let end = if choices.is_empty() {
            editor.typed(ui, cx, (cell, &name))
        } else {
            editor.chosen(ui, &choices, (cell, &name))
        };
        match end {
            End::Open => self.editor = Some(editor),
            End::Saved => self.save(cx, &editor),
            End::Cancelled => {}
        }
        if end != End::Open {
            self.table.column = None;
            ui.request_repaint();
        }
    }

    fn save(&self, cx: &mut Cx<'_>, editor: &Editor) {
        let Some(json) = editor.draft.json(cx, editor.field) else { return };
        let values = Map::from_iter([(editor.field.name().to_owned(), json)]);
        let ids = vec![editor.record.uuid];
        cx.run(Request::Run(Set { kind: self.kind(), ids, values }.into()));
    }
}

impl Editor {
    fn typed(&mut self, ui: &mut Ui, cx: &Cx<'_>, (cell, name): (Rect, &str)) -> End {
        let id = Id::unique("cell editor");
        let is_wrong = self.draft.value(cx, self.field).is_none();
        let width = cell.width().max(measure::EDITOR);
        let rect = Rect::from_center_size(cell.center(), [width, measure::INPUT].into());
        let rect = rect.translate(eframe::egui::vec2((cell.left() - rect.left()).max(0.0), 0.0));
        let mut place = ui.new_child(UiBuilder::new().max_rect(rect));
        let escape = ui.input(|input| input.key_pressed(Key::Escape));
        let words = &mut self.draft.words;
        let input = if self.field.shape() == Some(&Shape::Date) {
            DateField::new(words, name, id).width(width).wrong(is_wrong).show(&mut place, cx)
        } else {
            Input::new(words, name).id(id).width(width).wrong(is_wrong).show(&mut place)
        };
        if !self.is_begun {
            self.is_begun = true;
            input.request_focus();
            return End::Open;
        }
        match (input.lost_focus(), escape, is_wrong) {
            (false, ..) => End::Open,
            (true, true, _) => End::Cancelled,
            (true, false, true) => {
                input.request_focus();
                End::Open
            }
            (true, false, false) => End::Saved,
        }
    }

    fn chosen(&mut self, ui: &Ui, choices: &[Choice], (cell, name): (Rect, &str)) -> End {
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let last = choices.len().saturating_sub(1);
        let at = self.draft.chosen.unwrap_or_default();
        if pressed(Key::Escape) {
            return End::Cancelled;
        }
        if pressed(Key::ArrowDown) {
            self.draft.chosen = Some((at + 1).min(last));
        }
        if pressed(Key::ArrowUp) {
            self.draft.chosen = Some(at.saturating_sub(1));
        }
        if pressed(Key::Enter) {
            return End::Saved;
        }
        let lit = self.draft.chosen;
        let lines: Vec<MenuLine<'_>> = choices
            .iter()
            .enumerate()
            .map(|(at, (words, _))| {
                MenuLine::Entry(MenuEntry { is_lit: lit == Some(at), ..MenuEntry::new(words) })
            })
            .collect();
        let mut is_open = true;
        let anchor = PopupAnchor::ParentRect(cell);
        let popup = Popup::new(Id::unique("cell choices"), ui.ctx().clone(), anchor, ui.layer_id());
        let popup = popup.kind(PopupKind::Menu).align(RectAlign::BOTTOM_START);
        let popup = popup.open_bool(&mut is_open).accessible_name(name);
        let shown = popup.show(|ui| {
            let scroll = scroll_list(ui, measure::MENU_HIGHEST);
            scroll.show(ui, |ui| Menu { name, lines: &lines }.lines(ui)).inner
        });
        let is_fresh = !std::mem::replace(&mut self.is_begun, true);
        match shown.and_then(|shown| shown.inner) {
            Some(clicked) => {
                self.draft.chosen = Some(clicked);
                End::Saved
            }
            None if is_open || is_fresh => End::Open,
            None => End::Cancelled,
        }
    }
}
