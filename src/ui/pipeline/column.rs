//! A stage of the board and its cards: only those that are seen are drawn, however many there are.

use eframe::egui::{
    CornerRadius, DragAndDrop, Id, Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder, Vec2,
    WidgetInfo, accesskit::Role, pos2, vec2,
};

use super::{
    PipelineBoard,
    card::Content,
    moving::Deed,
    standing::{Stand, Standing},
    view::{HEAD, STEP, Wish},
};
use crate::{
    domain::{Kind, RecordId},
    i18n::{grouped, text, text_with},
    ui::{
        Cx,
        shown::{amount, choice, compact},
        theme::{measure, page, size, space},
        widgets::{galley, line, paragraph},
    },
};

/// Draws a stage.
pub(super) fn show(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    (board, standing, stand): (&PipelineBoard, &Standing, &Stand),
    deeds: &mut Vec<Deed>,
) {
    let rect = ui.max_rect();
    let words = head_words(cx, stand);
    let list = ui.interact(rect, Id::unique(("stage", stand.stage.id)), Sense::hover());
    list.widget_info(|| WidgetInfo::labeled(Role::List, true, &words));
    take_drop(ui, cx, (stand, rect), deeds);
    head(ui, cx, (standing, stand), rect.with_max_y(rect.top() + HEAD));
    let body = rect.with_min_y(rect.top() + HEAD);
    let mut ui = ui.new_child(UiBuilder::new().max_rect(body).id_salt("cards"));
    if stand.rows.is_empty() {
        ui.add_space(space::SMALL);
        let nothing = text(cx.lang, "deals-none");
        paragraph(&mut ui, &nothing, size::SMALL, cx.tokens.text_subdued);
        return;
    }
    cards(&mut ui, cx, (board, standing, stand), deeds);
}

/// The stage, how many deals stand there and what they are worth, in words.
fn head_words(cx: &Cx<'_>, stand: &Stand) -> String {
    let stage = choice(cx.lang, "pipeline_stage", stand.stage.id);
    let args = [
        ("stage", stage.into()),
        ("count", stand.total.count.into()),
        ("sum", amount(stand.total.sum).into()),
    ];
    text_with(cx.lang, "deals-column", &args).into_owned()
}

fn head(ui: &Ui, cx: &Cx<'_>, (standing, stand): (&Standing, &Stand), rect: Rect) {
    let (tokens, painter) = (cx.tokens, ui.painter());
    let inner = rect.shrink2(vec2(space::TINY, space::SMALL));
    let first = inner.with_max_y(inner.top() + measure::PILL);
    let count = grouped(stand.total.count as u64);
    let count = galley(painter, &count, size::BODY, tokens.text_subdued, inner.width());
    let at = pos2(first.right() - count.size().x, first.center().y - count.size().y / 2.0);
    let left_of_count = first.with_max_x(at.x - space::SMALL);
    painter.galley(at, count, tokens.text_subdued);
    let chance = format!("{} %", stand.stage.probability);
    let chance = galley(painter, &chance, size::SMALL, tokens.text_subdued, inner.width());
    let stage = choice(cx.lang, "pipeline_stage", stand.stage.id);
    // The chance gives way to the name, and the weighted sum to the sum.
    let whole = galley(painter, &stage, size::BODY_STRONG, tokens.text, f32::INFINITY).size().x;
    let room = left_of_count.with_max_x(left_of_count.right() - chance.size().x - space::SMALL);
    let fits = whole <= room.width();
    let room = if fits { room } else { left_of_count };
    let name = line(painter, room, &stage, size::BODY_STRONG, tokens.text);
    let at = pos2(name.right() + space::SMALL, first.center().y - chance.size().y / 2.0);
    if fits {
        painter.galley(at, chance, tokens.text_subdued);
    }
    let second = inner.with_min_y(first.bottom()).with_max_y(first.bottom() + space::LARGE);
    let total = &stand.total;
    let args = [("sum", compact(total.weighted, cx.lang).into())];
    let weighted = text_with(cx.lang, "deals-weighted", &args);
    let weighted = galley(painter, &weighted, size::SMALL, tokens.text_subdued, inner.width());
    let mut sum = compact(total.sum, cx.lang);
    for other in &total.others {
        sum = format!("{sum} + {}", compact(*other, cx.lang));
    }
    let at = pos2(second.right() - weighted.size().x, second.center().y - weighted.size().y / 2.0);
    let drawn = line(painter, second, &sum, size::SMALL_STRONG, tokens.text);
    if drawn.right() + space::SMALL <= at.x {
        painter.galley(at, weighted, tokens.text_subdued);
    }
    // How long the line is says how much of all this is.
    let most = standing.columns.iter().map(|it| it.total.sum.amount).max().unwrap_or_default();
    let share = total.sum.amount.checked_div(most).unwrap_or_default();
    let share: f32 = share.to_string().parse().unwrap_or_default();
    let line_at = rect.bottom() - space::SMALL;
    let track = Rect::from_x_y_ranges(inner.x_range(), line_at - measure::MARKER..=line_at);
    let radius = CornerRadius::same(measure::RADIUS_BAR as u8);
    painter.rect_filled(track, radius, tokens.sunken);
    let filled = track.with_max_x(track.left() + track.width() * share.clamp(0.0, 1.0));
    painter.rect_filled(filled, radius, tokens.accent);
}

/// A card that is let go of over the stage goes there; one that is held over it is shown where it would go.
fn take_drop(ui: &Ui, cx: &Cx<'_>, (stand, rect): (&Stand, Rect), deeds: &mut Vec<Deed>) {
    let Some(record) = held(ui, rect) else { return };
    let radius = CornerRadius::same(measure::RADIUS as u8);
    ui.painter().rect_filled(rect, radius, cx.tokens.accent_soft);
    if ui.input(|input| input.pointer.any_released()) {
        DragAndDrop::clear_payload(ui.ctx());
        deeds.push(Deed::Move(record, stand.stage.id));
    }
}

/// The deal that is held over a place.
pub(super) fn held(ui: &Ui, rect: Rect) -> Option<RecordId> {
    let record = DragAndDrop::payload::<RecordId>(ui.ctx())?;
    let at = ui.input(|input| input.pointer.interact_pos())?;
    let is_here = rect.intersect(ui.clip_rect()).contains(at);
    (is_here && record.kind == Kind::Opportunity).then_some(*record)
}

fn cards(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    (board, standing, stand): (&PipelineBoard, &Standing, &Stand),
    deeds: &mut Vec<Deed>,
) {
    ui.spacing_mut().item_spacing = Vec2::new(0.0, space::SMALL);
    let width = ui.available_width();
    let scroll = ScrollArea::vertical().id_salt(("stage", stand.stage.id)).auto_shrink(false);
    scroll.show_viewport(ui, |ui, seen| {
        let count = stand.rows.len();
        ui.set_height(STEP * count as f32);
        let (left, top) = (ui.max_rect().left(), ui.max_rect().top());
        let place = |at: usize| {
            let at = pos2(left, top + STEP * at as f32);
            Rect::from_min_size(at, vec2(width, page::BOARD_CARD))
        };
        if board.wish != Wish::Nothing
            && let Some(at) = board.place_in(cx, stand)
        {
            ui.scroll_to_rect(place(at), None);
        }
        let first = (seen.min.y / STEP).floor().max(0.0) as usize;
        let last = (seen.max.y / STEP).ceil().max(0.0) as usize;
        for at in first..last.min(count) {
            let Some(row) = stand.rows.get(at).copied() else { continue };
            let Some(record) = cx.model.opportunities.id(row as usize) else { continue };
            card(ui, cx, (board, standing), ((record, row), place(at)), deeds);
        }
    });
}

fn card(
    ui: &Ui,
    cx: &mut Cx<'_>,
    (board, standing): (&PipelineBoard, &Standing),
    ((record, row), rect): ((RecordId, u32), Rect),
    deeds: &mut Vec<Deed>,
) {
    let content = Content::of(cx, standing, (record, row));
    // The keyboard goes from card to card by itself.
    let sense = Sense::CLICK | Sense::DRAG;
    let response = ui.interact(rect, Id::unique(("deal", record.uuid)), sense);
    let said = content.said(cx);
    let is_chosen = board.cursor == Some(record);
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_chosen, &said));
    response.dnd_set_drag_payload(record);
    content.paint(ui.painter(), rect, (response.hovered(), is_chosen), cx);
    if response.dragged() {
        // What is under way is shown pale in the place that it leaves.
        let veil = cx.tokens.bg.gamma_multiply(0.6);
        let radius = CornerRadius::same(measure::RADIUS as u8);
        ui.painter().rect(rect, radius, veil, Stroke::NONE, eframe::egui::StrokeKind::Inside);
    }
    if response.double_clicked() {
        deeds.push(Deed::Open(record));
    } else if response.clicked() {
        deeds.push(Deed::Choose(record));
    } else if response.secondary_clicked() {
        let at = response.interact_pointer_pos().unwrap_or(rect.center());
        deeds.push(Deed::Menu(record, at, None));
    }
    // Who only hears it can ask for the same.
    if board.cursor == Some(record) && board.wish == Wish::Menu {
        deeds.push(Deed::Menu(record, rect.left_top() + vec2(space::HUGE, space::HUGE), Some(0)));
    }
}
