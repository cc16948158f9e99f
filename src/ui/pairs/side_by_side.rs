//! Records beside each other: which one stays, and whose value each field gets.

use eframe::egui::{
    Id, Painter, Rect, ScrollArea, Sense, Stroke, Ui, WidgetInfo, accesskit::Role, pos2, vec2,
};

use super::merge_form::{FieldLine, MergeForm, Together};
use crate::{
    domain::{FieldInfo, Kind, Lead, RecordId, Row, Stage, Timestamp, Value},
    i18n::{Lang, text, text_with},
    query,
    ui::{
        Cx, Place, days,
        list::glyph,
        record::lines,
        shown::{choice, field_label},
        theme::{icon, measure, page, size, space},
        widgets::{Glyph, Link, Pill, focus_ring, label, line, radio, rule},
    },
};

/// Draws the records.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, form: &mut MergeForm, rows: &[(RecordId, Row)]) {
    let Some(survivor) = form.survivor(rows) else { return };
    let least = page::LABEL + 2.0 * space::LARGE + page::MERGED * rows.len() as f32;
    let width = least.max(ui.available_width());
    let scroll = ScrollArea::both().id_salt("side by side").auto_shrink(false);
    scroll.show(ui, |ui| {
        ui.set_min_width(width);
        ui.spacing_mut().item_spacing.y = 0.0;
        heads(ui, cx, form, (rows, survivor));
        let mut group = None;
        for field in form.lines(cx, rows, survivor) {
            if group != Some(field.together) {
                group = Some(field.together);
                heading(ui, cx.lang, field.together, cx);
            }
            one(ui, cx, (form, rows, survivor), &field);
        }
    });
}

/// The place of the label, and of each record.
fn columns(rect: Rect, count: usize) -> (Rect, Vec<Rect>) {
    let inner = rect.shrink2(vec2(space::LARGE, 0.0));
    let each = (inner.width() - page::LABEL) / count.max(1) as f32;
    let place = |at: usize| {
        let left = inner.left() + page::LABEL + each * at as f32;
        Rect::from_min_size(pos2(left, rect.top()), vec2(each - space::SMALL, rect.height()))
    };
    let label = inner.with_max_x(inner.left() + page::LABEL - space::SMALL);
    (label, (0..count).map(place).collect())
}

fn heads(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    form: &mut MergeForm,
    (rows, survivor): (&[(RecordId, Row)], RecordId),
) {
    let extent = vec2(ui.available_width(), page::MERGED_HEAD);
    let (rect, _) = ui.allocate_exact_size(extent, Sense::hover());
    let (own, places) = columns(rect, rows.len());
    let words = text(cx.lang, "merge-stays");
    line(ui.painter(), own, &words, size::SMALL, cx.tokens.text_subdued);
    for ((record, row), place) in rows.iter().zip(places) {
        if head(ui, cx, (*record, row), (place, *record == survivor, form.can_stay(*record))) {
            form.keep(*record);
        }
    }
    rule(ui);
}

/// The head of a record; whether it was chosen to stay.
fn head(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    (record, row): (RecordId, &Row),
    (place, stays, can_stay): (Rect, bool, bool),
) -> bool {
    let tokens = cx.tokens;
    let name = query::label(cx.model, record);
    let card = place.shrink2(vec2(0.0, space::SMALL));
    let sense = if can_stay { Sense::click() } else { Sense::hover() };
    let response = ui.interact(card, Id::unique(("stays", record)), sense);
    let said = text_with(cx.lang, "merge-keep", &[("name", name.as_str().into())]);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, can_stay, stays, &said));
    let painter = ui.painter();
    if response.hovered() && can_stay {
        painter.rect_filled(card, measure::RADIUS, tokens.hover);
    }
    let mark = pos2(card.left() + icon::SMALL, card.top() + space::LARGE);
    if can_stay {
        radio(painter, mark, stays, tokens);
    }
    if response.has_focus() {
        focus_ring(painter, card, tokens);
    }
    let inner = card.with_min_x(card.left() + icon::BODY + space::SMALL + space::TINY);
    let half = inner.height() / 2.0;
    let below = inner.with_min_y(inner.top() + half);
    let pill = Sort::of(record, row).paint(painter, cx, below);
    let beside = below.with_min_x(pill.right() + space::SMALL);
    line(painter, beside, &facts(cx, record, row), size::SMALL, tokens.text_subdued);
    let first = inner.with_max_y(inner.top() + half);
    let mut inside = ui.new_child(eframe::egui::UiBuilder::new().max_rect(first));
    inside.set_clip_rect(first.intersect(ui.clip_rect()));
    if inside.horizontal_centered(|ui| ui.add(Link::new(&name))).inner.clicked() {
        cx.go(Place::Record(record));
    }
    response.clicked()
}

/// What a record is, as a pill.
enum Sort {
    Stage(Stage),
    Kind(Kind),
}

impl Sort {
    fn of(record: RecordId, row: &Row) -> Self {
        let stage = row.get(Lead::stage).as_text().and_then(Stage::of_id);
        match record.kind {
            Kind::Lead => Self::Stage(stage.unwrap_or_default()),
            kind => Self::Kind(kind),
        }
    }

    fn paint(&self, painter: &Painter, cx: &Cx<'_>, rect: Rect) -> Rect {
        match self {
            Self::Stage(stage) => {
                let words = choice(cx.lang, "stage", stage.id());
                let tone = cx.tokens.stage(*stage);
                Pill { text: &words, glyph: glyph(*stage), tone }.paint(painter, rect)
            }
            Self::Kind(kind) => {
                let words = text(cx.lang, &format!("kind-{}", kind.name()));
                let picture = Glyph::Icon(crate::ui::places::icon_of(*kind));
                let tone = cx.tokens.neutral();
                Pill { text: &words, glyph: picture, tone }.paint(painter, rect)
            }
        }
    }
}

/// How old a record is, and how much it says.
fn facts(cx: &Cx<'_>, record: RecordId, row: &Row) -> String {
    let zone = cx.model.settings().zone();
    let made = Timestamp::of_uuid(record.uuid);
    let made = made.map(|at| days::short(at.day(zone), cx.now().day(zone), cx.lang));
    let args = [("made", made.unwrap_or_default().into()), ("fields", row.len().into())];
    text_with(cx.lang, "merge-facts", &args).into_owned()
}

fn heading(ui: &mut Ui, lang: Lang, together: Together, cx: &Cx<'_>) {
    let key = match together {
        Together::Chosen => "merge-chosen",
        Together::United => "merge-united",
        Together::Filled => "merge-filled",
        Together::Same => "merge-the-same",
    };
    ui.add_space(space::SMALL);
    ui.horizontal(|ui| {
        ui.add_space(space::LARGE);
        label(ui, &text(lang, key), size::SMALL_STRONG, cx.tokens.text_subdued);
    });
    ui.add_space(space::TINY);
}

/// A field of all records; a click on a value takes it.
fn one(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (form, rows, survivor): (&mut MergeForm, &[(RecordId, Row)], RecordId),
    field: &FieldLine,
) {
    let tokens = cx.tokens;
    let extent = vec2(ui.available_width(), page::ROW);
    let (rect, _) = ui.allocate_exact_size(extent, Sense::hover());
    let (own, places) = columns(rect, rows.len());
    let name = field_label(cx.lang, survivor.kind, field.field.name);
    line(ui.painter(), own, &name, size::BODY, tokens.text_subdued);
    let cells = rows.iter().zip(&field.values).zip(places).enumerate();
    for (at, (((record, _), value), place)) in cells {
        let words = words(cx, field.field, value);
        if field.together == Together::Chosen && !value.is_empty() {
            let is_taken = field.taken == Some(at);
            if cell(ui, cx, (place, *record), (&name, &words, is_taken), field.field) {
                form.take(field.field, *record, survivor);
            }
        } else {
            let color =
                if field.together == Together::Same { tokens.text_subdued } else { tokens.text };
            plain(ui.painter(), place, &words, color);
        }
    }
    let under = Stroke::new(measure::LINE, tokens.grid);
    ui.painter().hline(rect.x_range(), rect.bottom(), under);
}

fn plain(painter: &Painter, place: Rect, words: &str, color: eframe::egui::Color32) {
    let inner = place.with_min_x(place.left() + icon::BODY + space::SMALL + space::TINY);
    line(painter, inner, words, size::BODY, color);
}

/// A value that may be taken; whether it was.
fn cell(
    ui: &Ui,
    cx: &Cx<'_>,
    (place, record): (Rect, RecordId),
    (name, words, is_taken): (&str, &str, bool),
    field: &FieldInfo,
) -> bool {
    let tokens = cx.tokens;
    let response = ui.interact(place, Id::unique(("take", field.tag, record)), Sense::click());
    let said = format!("{name}: {words}");
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_taken, &said));
    let painter = ui.painter();
    let ground = place.shrink2(vec2(0.0, measure::LINE));
    if is_taken {
        painter.rect_filled(ground, measure::RADIUS_SMALL, tokens.accent_soft);
    } else if response.hovered() {
        painter.rect_filled(ground, measure::RADIUS_SMALL, tokens.hover);
    }
    let mark = pos2(place.left() + icon::SMALL, place.center().y);
    radio(painter, mark, is_taken, tokens);
    plain(painter, place, words, if is_taken { tokens.text } else { tokens.text_subdued });
    if response.has_focus() {
        focus_ring(painter, ground, tokens);
    }
    let is_clicked = response.clicked();
    response.on_hover_text(words);
    is_clicked
}

/// A value on one line.
fn words(cx: &Cx<'_>, field: &FieldInfo, value: &Value) -> String {
    let lines = lines(cx, &field.shape, value).into_iter().map(|line| line.text);
    let words: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    if words.is_empty() { "–".to_owned() } else { words.join(", ") }
}
