//! The fields of a record by section: each is read as a row and edited in its place.

use eframe::egui::{
    Align, Align2, CornerRadius, CursorIcon, Frame, Id, Layout, Margin, Painter, Rect, Response,
    Sense, Stroke, Ui, Vec2, WidgetInfo, accesskit::Role, pos2, vec2,
};

use super::{
    editing::Editing,
    likely::Likely,
    lines::{ValueLine, lines, state_pill},
    sections::{PageField, sections},
};
use crate::{
    domain::{RecordId, Row, Tag, Value},
    i18n::{text, text_with},
    ui::{
        Cx, Place,
        shown::choice,
        theme::{icon, measure, page, size, space},
        widgets::{Button, Pill, focus_ring, galley, icons, label, rule, tag},
    },
};

/// What the fields of a page remember.
#[derive(Default)]
pub(super) struct Fields {
    pub editing: Option<Editing>,
    /// The sections whose empty fields are shown.
    open: Vec<&'static str>,
    /// A field that another part of the page has asked for.
    pub wanted: Option<Tag>,
    /// Who the record may be besides, as far as what was typed last tells.
    likely: Option<Likely>,
}

impl Fields {
    /// Draws all sections.
    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, record: RecordId, row: &Row) {
        self.close_ended(ui, cx);
        ui.spacing_mut().item_spacing.y = 0.0;
        let sections = sections(cx.model, record.kind, cx.lang);
        self.take_wanted(cx, (record, row), &sections);
        for (at, (title, fields)) in sections.iter().enumerate() {
            if at > 0 {
                rule(ui);
            }
            let margin = Margin::symmetric(space::LARGE as i8, space::MEDIUM as i8);
            Frame::new().inner_margin(margin).show(ui, |ui| {
                self.section(ui, cx, (record, row), (title, fields));
            });
        }
    }

    /// What was sent is saved once the model has moved on. While the pointer is pressed nothing moves: what it is on
    /// would not be there any more when it is let go.
    fn close_ended(&mut self, ui: &Ui, cx: &Cx<'_>) {
        let is_pressed = ui.input(|input| input.pointer.any_down());
        if !is_pressed && self.editing.as_ref().is_some_and(|editing| editing.is_ended(cx)) {
            self.editing = None;
        }
    }

    fn take_wanted(
        &mut self,
        cx: &Cx<'_>,
        (record, row): (RecordId, &Row),
        sections: &[(&'static str, Vec<PageField>)],
    ) {
        let Some(wanted) = self.wanted.take() else { return };
        let found = sections.iter().flat_map(|(_, fields)| fields).find(|it| it.tag == wanted);
        if let Some(field) = found.filter(|field| can_edit(cx, record, field)) {
            self.edit(cx, record, field, row.get(field.tag));
        }
    }

    fn section(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        (record, row): (RecordId, &Row),
        (title, fields): (&'static str, &[PageField]),
    ) {
        let is_open = self.open.contains(&title);
        let editing = self.editing.as_ref().map(|editing| editing.field.tag);
        let is_shown = |field: &&PageField| {
            let is_empty = row.get(field.tag).is_empty();
            is_open
                || !is_empty
                || field.is_main && !field.spec.is_ruled()
                || editing == Some(field.tag)
        };
        let shown: Vec<&PageField> = fields.iter().filter(is_shown).collect();
        let hidden = fields.len() - shown.len();
        head(ui, cx, record, (title, &shown));
        for field in shown {
            self.field(ui, cx, (record, field), row.get(field.tag));
            self.tell_likely(ui, cx, (record, row), field.tag);
        }
        if hidden > 0 {
            let words = text_with(cx.lang, "section-more", &[("fields", hidden.into())]);
            let button = Button::quiet(&words).with_icon(icons::CHEVRON_DOWN);
            if ui.add(button.height(measure::BUTTON_SMALL)).clicked() {
                self.open.push(title);
            }
        }
    }

    fn field(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        (record, field): (RecordId, &PageField),
        value: &Value,
    ) {
        if let Some(editing) = self.editing.as_mut().filter(|it| it.field.tag == field.tag) {
            editing.show(ui, cx, (record, value));
            return;
        }
        let can_edit = can_edit(cx, record, field);
        if read(ui, cx, (field, value), can_edit).clicked() && can_edit {
            self.edit(cx, record, field, value);
        }
    }

    fn edit(&mut self, cx: &Cx<'_>, record: RecordId, field: &PageField, value: &Value) {
        self.likely = Likely::of((record.kind, &field.name), field.tag);
        self.editing = Some(Editing::of(cx, field, value));
    }

    /// Says under a field who the record may be besides, with what is typed there.
    fn tell_likely(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        (record, row): (RecordId, &Row),
        tag: Tag,
    ) {
        let Some(likely) = self.likely.as_mut().filter(|likely| likely.tag == tag) else { return };
        let editing = self.editing.as_ref().filter(|editing| editing.field.tag == tag);
        let mut seen = row.clone();
        if let Some(typed) = editing.and_then(|editing| editing.typed(cx)) {
            seen.set(tag, typed);
        }
        likely.look(cx, record.kind, &seen);
        if likely.show(ui, cx, record) {
            self.likely = None;
        }
    }
}

/// Whether a field can be filled in directly: its rules have commands of their own else.
fn can_edit(cx: &Cx<'_>, record: RecordId, field: &PageField) -> bool {
    !field.spec.is_ruled() && !cx.viewer.hides(cx.model, record, field.tag)
}

/// The title of a section, and whether something in it is hidden from the reader.
fn head(ui: &mut Ui, cx: &Cx<'_>, record: RecordId, (title, shown): (&str, &[&PageField])) {
    let tokens = cx.tokens;
    ui.horizontal(|ui| {
        ui.set_height(page::FIELD_ROW - space::TINY);
        label(ui, &text(cx.lang, title), size::SMALL_STRONG, tokens.text_subdued);
        let is_hidden = shown.iter().any(|field| cx.viewer.hides(cx.model, record, field.tag));
        if is_hidden {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                label(ui, &text(cx.lang, "preview-hidden"), size::SMALL, tokens.text_subdued);
                let (rect, _) = ui.allocate_exact_size(Vec2::splat(icon::TINY), Sense::hover());
                icons::LOCK.paint(ui.painter(), rect.center(), icon::TINY, tokens.text_subdued);
            });
        }
    });
}

/// A field as it is read; a click edits it.
fn read(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    (field, value): (&PageField, &Value),
    can_edit: bool,
) -> Response {
    let tokens = cx.tokens;
    let lines = match (field.name.as_str(), value) {
        ("pipeline", Value::Text(id)) => vec![ValueLine::plain(choice(cx.lang, "pipeline", id))],
        _ => lines(cx, &field.shape, value),
    };
    let width = ui.available_width();
    let names = names(width);
    let room = width - names - space::SMALL;
    let placed = place(ui.painter(), cx, &lines, room);
    let bottoms = placed.iter().map(|line| line.rect.bottom() + line.below);
    let height = bottoms.fold(page::FIELD_ROW, f32::max);
    let sense = if can_edit { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), sense);
    let said: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
    let said = format!("{}: {}", field.label, said.join(", "));
    let role = if can_edit { Role::Button } else { Role::Label };
    response.widget_info(|| WidgetInfo::labeled(role, true, &said));
    let ground = rect.expand2(vec2(space::SMALL, 0.0));
    let is_lit = can_edit && (response.hovered() || response.has_focus());
    if is_lit {
        ui.painter().rect_filled(ground, CornerRadius::same(measure::RADIUS as u8), tokens.hover);
        // Where a pill stands at the right, the ground alone says it.
        if lines.iter().all(|line| line.state.is_none()) {
            let at = pos2(rect.right() - icon::SMALL / 2.0, rect.top() + page::FIELD_ROW / 2.0);
            icons::PENCIL.paint(ui.painter(), at, icon::SMALL, tokens.text_subdued);
        }
    }
    if response.has_focus() {
        focus_ring(ui.painter(), ground, tokens);
    }
    let first = Rect::from_min_size(rect.min, vec2(names, page::FIELD_ROW));
    let words = galley(ui.painter(), &field.label, size::BODY, tokens.text_subdued, first.width());
    let at = pos2(first.left(), first.center().y - words.size().y / 2.0);
    ui.painter().galley(at, words, tokens.text_subdued);
    let origin = rect.min + vec2(names + space::SMALL, 0.0);
    if lines.is_empty() {
        let at = pos2(origin.x, first.center().y);
        ui.painter().text(at, Align2::LEFT_CENTER, "–", size::BODY.font(), tokens.text_subdued);
    }
    for (at, (line, placed)) in lines.iter().zip(placed).enumerate() {
        let place = PlacedLine { rect: placed.rect.translate(origin.to_vec2()), ..placed };
        draw(ui, cx, (line, place), response.id.with(at));
    }
    response.on_hover_cursor(if can_edit { CursorIcon::Text } else { CursorIcon::Default })
}

/// How wide the names of fields are where there is so much room for all of it.
pub(super) fn names(room: f32) -> f32 {
    if room > page::FIELDS { page::LABEL_WIDE } else { page::LABEL }
}

/// A line and where it stands, from the top left of the value.
struct PlacedLine {
    rect: Rect,
    galley: std::sync::Arc<eframe::egui::Galley>,
    /// The room below it for its state; none where that stands beside it.
    below: f32,
}

/// Lays lines out: tags side by side, all others one below the other.
fn place(painter: &Painter, cx: &Cx<'_>, lines: &[ValueLine], room: f32) -> Vec<PlacedLine> {
    let tokens = cx.tokens;
    let (mut left, mut top) = (0.0, 0.0);
    let mut placed = Vec::with_capacity(lines.len());
    for line in lines {
        if line.is_tag {
            let galley = galley(painter, &line.text, size::SMALL, tokens.text, room);
            let width = (galley.size().x + 2.0 * measure::PILL_PADDING).min(room);
            if left > 0.0 && left + width > room {
                (left, top) = (0.0, top + page::FIELD_ROW - space::TINY);
            }
            let rect = Rect::from_min_size(pos2(left, top), vec2(width, page::FIELD_ROW));
            left += width + space::TINY;
            placed.push(PlacedLine { rect, galley, below: 0.0 });
            continue;
        }
        let color = match (line.link, line.state) {
            (Some(_), _) => tokens.link,
            (_, Some(state)) if state.is_bad() => tokens.text_subdued,
            _ => tokens.text,
        };
        let indent = if line.icon.is_some() { icon::BODY + space::TINY } else { 0.0 };
        let state = line.state.map_or(0.0, |state| state_width(painter, cx, state));
        let lay = |room: f32| {
            let room = room.max(icon::LARGE);
            painter.layout(line.text.clone(), size::BODY.font(), color, room)
        };
        let mut galley = lay(room - indent - state);
        // Where words would break beside their state, it stands below them.
        let is_below = state > 0.0 && galley.rows.len() > 1;
        if is_below {
            galley = lay(room - indent);
        }
        let height = (galley.size().y + space::SMALL).max(page::FIELD_ROW);
        let below = if is_below { measure::PILL + space::TINY } else { 0.0 };
        let rect = Rect::from_min_size(pos2(0.0, top), vec2(room, height));
        top += height + below;
        placed.push(PlacedLine { rect, galley, below });
    }
    placed
}

fn state_width(painter: &Painter, cx: &Cx<'_>, state: crate::domain::ChannelState) -> f32 {
    let (words, ..) = state_pill(cx, state);
    let words = galley(painter, &words, size::SMALL, cx.tokens.text, f32::INFINITY);
    let around = 2.0 * measure::PILL_PADDING + icon::TINY + space::TINY;
    words.size().x.ceil() + around + space::SMALL
}

fn draw(ui: &mut Ui, cx: &mut Cx<'_>, (line, placed): (&ValueLine, PlacedLine), id: Id) {
    let PlacedLine { rect, galley, below } = placed;
    let tokens = cx.tokens;
    if line.is_tag {
        tag(ui.painter(), rect, &line.text, tokens);
        return;
    }
    let mut left = rect.left();
    if let Some(picture) = line.icon {
        let at = pos2(left + icon::SMALL / 2.0, rect.center().y);
        picture.paint(ui.painter(), at, icon::SMALL, tokens.text_subdued);
        left += icon::BODY + space::TINY;
    }
    let at = pos2(left, rect.center().y - galley.size().y / 2.0);
    let words = Rect::from_min_size(at, galley.size());
    ui.painter().galley(at, galley, tokens.text);
    if let Some(state) = line.state {
        let (text, glyph, tone) = state_pill(cx, state);
        let width = state_width(ui.painter(), cx, state) - space::SMALL;
        let place = match below > 0.0 {
            true => Rect::from_min_size(pos2(left, rect.bottom()), vec2(width, below)),
            false => rect.with_min_x(rect.right() - width),
        };
        Pill { text: &text, glyph, tone }.paint(ui.painter(), place);
        if state.is_bad() {
            let struck = Stroke::new(measure::LINE, tokens.text_subdued);
            ui.painter().hline(words.x_range(), words.center().y, struck);
        }
    }
    let Some(record) = line.link else { return };
    let link = ui.interact(words, id, Sense::click());
    link.widget_info(|| WidgetInfo::labeled(Role::Link, true, &line.text));
    if link.hovered() || link.has_focus() {
        let under = Stroke::new(measure::LINE, tokens.link);
        ui.painter().hline(words.x_range(), words.bottom() - measure::FOCUS_LINE, under);
    }
    if link.on_hover_cursor(CursorIcon::PointingHand).clicked() {
        cx.go(Place::Record(record));
    }
}
