//! A field of a record that would be made or changed: what the lead says, what will be saved, what stands there
//! now; and from where the value comes.

use eframe::egui::{
    CursorIcon, Id, Rect, Response, Sense, Stroke, Ui, UiBuilder, WidgetInfo, accesskit::Role,
    pos2, vec2,
};

use super::{chosen::Chosen, fields::columns};
use crate::{
    domain::{FieldInfo, Kind, Shape, Stage, Value, value_to_json},
    i18n::{text, text_with},
    query::{conversion_map, field_label},
    ui::{
        Cx,
        record::{Calendar, Draft, Edited, edit, lines},
        shown::choice,
        theme::{icon, measure, page, size, space},
        widgets::{Button, Glyph, Pill, Typed, focus_ring, galley, icons, line, radio},
    },
};

/// Lists whose items are added to those that are there: nothing has to be chosen.
const UNITED: &[&str] = &["phones", "emails", "tags", "handles", "accounts", "contacts"];

/// A value that is being typed.
pub(super) struct Editing {
    of: (Kind, &'static str),
    draft: Draft,
    is_wrong: bool,
    is_fresh: bool,
}

/// Where a value of the result comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Origin {
    Lead,
    Existing,
    Typed,
    Rule,
}

/// A field with its values.
pub(super) struct FieldRow<'a> {
    pub kind: Kind,
    pub field: &'static FieldInfo,
    pub lead: &'a Value,
    pub result: Value,
    pub candidate: &'a Value,
    /// Whether the record is there already.
    pub is_existing: bool,
    pub can_change: bool,
}

/// Whether a value can be typed where it stands.
pub(super) fn can_change(field: &FieldInfo) -> bool {
    let is_part =
        matches!(field.shape, Shape::Part(_) | Shape::List(Shape::Part(_) | Shape::AnyLink));
    !is_part && !field.spec.is_ruled() && field.shape != Shape::AnyLink
}

impl FieldRow<'_> {
    /// Draws the row, and takes what is chosen or typed in it.
    pub fn show(
        &self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        (chosen, editing): (&mut Chosen, &mut Option<Editing>),
    ) {
        let tokens = cx.tokens;
        let extent = vec2(ui.available_width(), page::ROW);
        let (rect, response) = ui.allocate_exact_size(extent, Sense::hover());
        let cells = columns(rect);
        let [name_at, lead_at, result_at, candidate_at] = cells;
        let is_asked = self.is_asked(cx);
        let ground = Rect::from_x_y_ranges(
            result_at.left() - space::SMALL..=result_at.right(),
            rect.y_range(),
        );
        match is_asked {
            true => ui.painter().rect_filled(rect, 0.0, tokens.warning_soft),
            false => ui.painter().rect_filled(ground, 0.0, tokens.bg),
        };
        let grid = Stroke::new(measure::LINE, tokens.grid);
        ui.painter().hline(rect.x_range(), rect.bottom(), grid);
        let name = field_label(cx.model, self.kind, self.field.name, cx.lang);
        line(ui.painter(), name_at, &name, size::BODY, tokens.text_subdued);
        let origin = self.origin(chosen);
        let word = text(cx.lang, origin.key());
        let all = format!("{name}: {} ({word})", words(cx, self.field, &self.result));
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &all));
        if is_asked {
            self.ask(ui, cx, (lead_at, candidate_at, &name), (chosen, origin));
        } else {
            let lead = words(cx, self.field, self.lead);
            line(ui.painter(), lead_at, &lead, size::BODY, tokens.text);
            self.candidate(ui, cx, candidate_at);
        }
        let is_edited = editing.as_ref().is_some_and(|it| it.of == (self.kind, self.field.name));
        if is_edited {
            self.edit(ui, cx, (result_at, &name), (chosen, editing));
        } else if self.result(ui, cx, (result_at, &name), origin) {
            let draft = Draft::of(cx.model, &self.field.shape, &self.result);
            let of = (self.kind, self.field.name);
            *editing = Some(Editing { of, draft, is_wrong: false, is_fresh: true });
            ui.request_repaint();
        }
        if chosen.values(self.kind).contains_key(self.field.name) && !is_asked {
            self.reset(ui, cx, (candidate_at, &name), chosen);
        }
    }

    /// Whether the lead says something else than what stands there, so that a person has to choose.
    fn is_asked(&self, cx: &Cx<'_>) -> bool {
        let can_choose = self.can_change
            && !UNITED.contains(&self.field.name)
            && conversion_map::source(cx.model, self.kind, self.field)
                .is_some_and(|it| it.shape == self.field.shape);
        self.is_existing
            && can_choose
            && !self.lead.is_empty()
            && !self.candidate.is_empty()
            && words(cx, self.field, self.lead) != words(cx, self.field, self.candidate)
    }

    fn origin(&self, chosen: &Chosen) -> Origin {
        let named = chosen.values(self.kind).get(self.field.name);
        let of_lead = value_to_json(&self.field.shape, self.lead);
        match named {
            Some(named) if !self.lead.is_empty() && *named == of_lead => Origin::Lead,
            Some(_) => Origin::Typed,
            None if self.result.is_empty() => Origin::Rule,
            None if *self.candidate == self.result => Origin::Existing,
            None if !self.lead.is_empty() => Origin::Lead,
            None => Origin::Rule,
        }
    }

    /// Draws both values, one of which holds.
    fn ask(
        &self,
        ui: &Ui,
        cx: &Cx<'_>,
        (lead_at, candidate_at, name): (Rect, Rect, &str),
        (chosen, origin): (&mut Chosen, Origin),
    ) {
        let keep = text(cx.lang, "convert-keep");
        let mark = galley(ui.painter(), &keep, size::SMALL, cx.tokens.warning, f32::INFINITY);
        let left = candidate_at.right() - mark.size().x;
        let at = pos2(left, candidate_at.center().y - mark.size().y / 2.0);
        let sign = pos2(left - space::TINY - icon::TINY / 2.0, candidate_at.center().y);
        icons::CIRCLE_HELP.paint(ui.painter(), sign, icon::TINY, cx.tokens.warning);
        ui.painter().galley(at, mark, cx.tokens.warning);
        let candidate_at = candidate_at.with_max_x(sign.x - space::SMALL);
        let (of_lead, of_candidate) = (origin == Origin::Lead, origin == Origin::Existing);
        let lead = (text(cx.lang, "kind-lead"), self.lead, of_lead);
        let candidate = (text(cx.lang, "convert-candidate"), self.candidate, of_candidate);
        for (at, (whose, value, is_taken)) in [(lead_at, lead), (candidate_at, candidate)] {
            let value = words(cx, self.field, value);
            let said = format!("{whose} · {name}: {value}");
            let id = ui.scope_id().with((self.field.name, whose.as_ref()));
            let response = ui.interact(at, id, Sense::click());
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_taken, &said));
            let center = pos2(at.left() + icon::SMALL / 2.0, at.center().y);
            radio(ui.painter(), center, is_taken, cx.tokens);
            let words_at = at.with_min_x(at.left() + icon::SMALL + space::SMALL);
            line(ui.painter(), words_at, &value, size::BODY, cx.tokens.text);
            focused(ui, cx, &response);
            if response.clicked() {
                let values = chosen.values_mut(self.kind);
                match at == lead_at {
                    true => {
                        let json = value_to_json(&self.field.shape, self.lead);
                        values.insert(self.field.name.to_owned(), json)
                    }
                    false => values.remove(self.field.name),
                };
                ui.request_repaint();
            }
        }
    }

    /// Draws what stands there now, and how the result compares with it.
    fn candidate(&self, ui: &Ui, cx: &Cx<'_>, at: Rect) {
        let painter = ui.painter();
        let key = match (self.is_existing, self.candidate.is_empty()) {
            (true, true) if !self.result.is_empty() => Some("convert-was-empty"),
            (true, false) if *self.candidate == self.result && !self.lead.is_empty() => {
                Some("convert-unchanged")
            }
            _ => None,
        };
        let mut room = at;
        if let Some(key) = key {
            let color = cx.tokens.text_subdued;
            let note = galley(painter, &text(cx.lang, key), size::SMALL, color, f32::INFINITY);
            room = at.with_max_x(at.right() - note.size().x - space::SMALL);
            let place = pos2(at.right() - note.size().x, at.center().y - note.size().y / 2.0);
            painter.galley(place, note, color);
        }
        line(painter, room, &words(cx, self.field, self.candidate), size::BODY, cx.tokens.text);
    }

    /// Draws what will be saved, and from where it comes; whether it is to be changed.
    fn result(&self, ui: &Ui, cx: &Cx<'_>, (at, name): (Rect, &str), origin: Origin) -> bool {
        let tokens = cx.tokens;
        let mut room = at;
        if !self.result.is_empty() || origin == Origin::Typed {
            let (glyph, tone) = match origin {
                Origin::Lead => (icons::USER, tokens.stage(Stage::Mql)),
                Origin::Existing => (icons::BUILDING, tokens.neutral()),
                Origin::Typed => (icons::PENCIL, tokens.stage(Stage::Sql)),
                Origin::Rule => (icons::ZAP, tokens.good()),
            };
            let word = text(cx.lang, origin.key());
            let pill = Pill { text: &word, glyph: Glyph::Icon(glyph), tone };
            let left = at.right() - pill.width(ui.painter()) - space::TINY;
            pill.paint(ui.painter(), at.with_min_x(left));
            room = at.with_max_x(left - space::SMALL);
        }
        let value = words(cx, self.field, &self.result);
        line(ui.painter(), room, &value, size::BODY, tokens.text);
        if !self.can_change {
            return false;
        }
        let id = ui.scope_id().with((self.field.name, "result"));
        let response = ui.interact(room, id, Sense::click()).on_hover_cursor(CursorIcon::Text);
        let said = text_with(cx.lang, "convert-type", &[("field", name.into())]);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, said.as_ref()));
        if response.hovered() {
            let edge = Stroke::new(measure::LINE, tokens.border_control);
            let rect = room.expand2(vec2(space::TINY, -space::TINY));
            let kind = eframe::egui::StrokeKind::Inside;
            ui.painter().rect_stroke(rect, measure::RADIUS_SMALL, edge, kind);
        }
        focused(ui, cx, &response);
        response.clicked()
    }

    /// Draws the editor in the place of the result.
    fn edit(
        &self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        (at, name): (Rect, &str),
        (chosen, editing): (&mut Chosen, &mut Option<Editing>),
    ) {
        let Some(mut now) = editing.take() else { return };
        let id = Id::unique(("convert", self.kind.number(), self.field.name));
        let edited = Edited { is_wrong: now.is_wrong, ..Edited::of(name, &self.field.shape) };
        let rect = Rect::from_center_size(at.center(), vec2(at.width(), measure::INPUT));
        let mut place = ui.new_child(UiBuilder::new().max_rect(rect));
        let typed = edit(&mut place, cx, edited, &mut now.draft, id);
        if std::mem::take(&mut now.is_fresh) {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        match typed {
            Typed::Nothing => *editing = Some(now),
            Typed::GaveUp => {}
            Typed::Done => match now.draft.value(&self.field.shape, Calendar::of(cx)) {
                Some(value) if value == self.result => {}
                Some(value) => {
                    let json = value_to_json(&self.field.shape, &value);
                    chosen.values_mut(self.kind).insert(self.field.name.to_owned(), json);
                }
                None => {
                    (now.is_wrong, now.is_fresh) = (true, true);
                    *editing = Some(now);
                }
            },
        }
        ui.request_repaint();
    }

    /// Draws the way back to what the rules would say.
    fn reset(&self, ui: &mut Ui, cx: &Cx<'_>, (at, name): (Rect, &str), chosen: &mut Chosen) {
        let side = measure::BUTTON_SMALL;
        let at =
            Rect::from_center_size(pos2(at.right() - side / 2.0, at.center().y), vec2(side, side));
        let said = text_with(cx.lang, "convert-untype", &[("field", name.into())]);
        let button = Button::icon_only(icons::UNDO, &said).height(side);
        if ui.place(at, button).clicked() {
            chosen.values_mut(self.kind).remove(self.field.name);
            ui.request_repaint();
        }
    }
}

impl Origin {
    fn key(self) -> &'static str {
        match self {
            Self::Lead => "origin-lead",
            Self::Existing => "origin-existing",
            Self::Typed => "origin-typed",
            Self::Rule => "origin-rule",
        }
    }
}

fn focused(ui: &Ui, cx: &Cx<'_>, response: &Response) {
    if response.has_focus() {
        focus_ring(ui.painter(), response.rect, cx.tokens);
    }
}

/// A value on one line.
pub(super) fn words(cx: &Cx<'_>, field: &FieldInfo, value: &Value) -> String {
    if field.name == "stage" {
        return value
            .as_text()
            .map_or_else(String::new, |id| choice(cx.lang, "pipeline_stage", id));
    }
    let lines = lines(cx, &field.shape, value).into_iter().map(|line| line.text);
    let words: Vec<String> = lines.collect();
    if words.is_empty() { "–".to_owned() } else { words.join(", ") }
}
