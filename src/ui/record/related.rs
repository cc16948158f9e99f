//! What points to a record, by kind and with counts, each a click away.

use std::sync::Arc;

use eframe::egui::{
    Align, CornerRadius, CursorIcon, Frame, Layout, Margin, Rect, Sense, Ui, WidgetInfo,
    accesskit::Role, pos2, vec2,
};

use super::options;
use crate::{
    domain::{Kind, RecordId},
    i18n::{grouped, text},
    query::Related,
    ui::{
        Cx, Place, places,
        questions::{Answer, Question},
        shown::field_label,
        theme::{icon, measure, page, size, space},
        widgets::{Button, focus_ring, label, line, rule},
    },
};

/// Records of a group shown at once.
const MOST: usize = 8;

/// What the related records remember: the groups of which all are shown.
#[derive(Default)]
pub(super) struct RelatedList {
    open: Vec<(Kind, &'static str)>,
}

/// What points to a record, once that was found out.
pub(super) fn of(cx: &mut Cx<'_>, record: RecordId) -> Option<Arc<Answer>> {
    cx.answer(Question::Related(record))
}

/// The records of a kind of which a field points to the record.
pub(super) fn records_of(answer: Option<&Answer>, kind: Kind, field: &str) -> Vec<RecordId> {
    let Some(Answer::Related(groups)) = answer else { return Vec::new() };
    let own = groups.iter().find(|group| group.kind == kind && group.field == field);
    own.map(|group| group.records.clone()).unwrap_or_default()
}

impl RelatedList {
    /// Draws the groups but those that the page shows in a form of its own.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        record: RecordId,
        elsewhere: &[(Kind, &str)],
    ) {
        let answer = of(cx, record);
        let Some(Answer::Related(groups)) = answer.as_deref() else { return };
        let shown = groups.iter().filter(|it| !elsewhere.contains(&(it.kind, it.field)));
        for group in shown {
            rule(ui);
            let margin = Margin::symmetric(space::LARGE as i8, space::MEDIUM as i8);
            Frame::new().inner_margin(margin).show(ui, |ui| self.group(ui, cx, (record, group)));
        }
    }

    fn group(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, (record, group): (RecordId, &Related)) {
        ui.spacing_mut().item_spacing.y = 0.0;
        let key = (group.kind, group.field);
        let is_open = self.open.contains(&key);
        let is_named_like_it = group.field == record.kind.name();
        ui.horizontal(|ui| {
            ui.set_height(page::FIELD_ROW);
            let title = text(cx.lang, &format!("kind-{}-plural", group.kind.name()));
            label(ui, &title, size::BODY_STRONG, cx.tokens.text);
            let count = grouped(group.records.len() as u64);
            label(ui, &count, size::SMALL, cx.tokens.text_subdued);
            if !is_named_like_it {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let by = field_label(cx.lang, group.kind, group.field);
                    label(ui, &by, size::SMALL, cx.tokens.text_subdued);
                });
            }
        });
        // What was made last is the most likely to be looked for.
        let most = if is_open { group.records.len().min(MOST * MOST) } else { MOST };
        for record in group.records.iter().rev().take(most) {
            row(ui, cx, *record);
        }
        if group.records.len() > most && !is_open {
            let words = text(cx.lang, "related-all");
            if ui.add(Button::quiet(&words).height(measure::BUTTON_SMALL)).clicked() {
                self.open.push(key);
            }
        }
    }
}

/// A record that is a click away.
pub(in crate::ui) fn row(ui: &mut Ui, cx: &mut Cx<'_>, record: RecordId) {
    let option = options::option_of(cx, record);
    let extent = vec2(ui.available_width(), page::FIELD_ROW);
    let (rect, response) = ui.allocate_exact_size(extent, Sense::click());
    let tokens = cx.tokens;
    let said = if option.hint.is_empty() {
        option.label.clone()
    } else {
        format!("{}, {}", option.label, option.hint)
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &said));
    let ground = rect.expand2(vec2(space::SMALL, 0.0));
    if response.hovered() {
        ui.painter().rect_filled(ground, CornerRadius::same(measure::RADIUS as u8), tokens.hover);
    }
    if response.has_focus() {
        focus_ring(ui.painter(), ground, tokens);
    }
    let picture = places::icon_of(record.kind);
    let at = pos2(rect.left() + icon::SMALL / 2.0, rect.center().y);
    picture.paint(ui.painter(), at, icon::SMALL, tokens.text_subdued);
    let inner = rect.with_min_x(rect.left() + icon::BODY + space::SMALL);
    let drawn: Rect = line(ui.painter(), inner, &option.label, size::BODY, tokens.link);
    let rest = inner.with_min_x((drawn.right() + space::SMALL).min(inner.right()));
    line(ui.painter(), rest, &option.hint, size::SMALL, tokens.text_subdued);
    if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
        cx.go(Place::Record(record));
    }
}
