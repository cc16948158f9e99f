//! All leads: a filter, a table of any length, and the chosen lead beside it.

use std::borrow::Cow;

use eframe::egui::{
    Align, Frame, Id, Key, Layout, Margin, Order as LayerOrder, Panel, Rect, Sense, Stroke,
    TextEdit, Ui, vec2,
};

use super::{Foot, lead_cells, lead_preview};
use crate::{
    domain::RecordId,
    i18n::{text, text_with},
    model::Model,
    ui::{
        Cx, Intent,
        lead_list::LeadList,
        theme::{icon, measure, size, space},
        widgets::{Button, Order, Table, TableState, icons, label},
    },
};

/// What the place remembers.
pub(in crate::ui) struct LeadsView {
    /// Which leads are shown, in which order.
    pub list: LeadList,
    table: TableState,
    chosen: Option<RecordId>,
    is_preview_open: bool,
}

impl LeadsView {
    pub(super) fn new() -> Self {
        // The newest cards first: they are what someone looks for after a fair.
        let order = Order { column: "captured_at", is_descending: true };
        Self {
            list: LeadList::new(order),
            table: TableState::default(),
            chosen: None,
            is_preview_open: true,
        }
    }

    /// How many leads there are and are shown, and the keys that help.
    pub fn foot(&self, cx: &Cx<'_>) -> Foot {
        let (shown, total) = (self.list.rows().len(), cx.model.leads.len());
        let counts = if self.is_filtered() {
            text_with(cx.lang, "status-shown", &[("shown", shown.into()), ("total", total.into())])
        } else {
            text_with(cx.lang, "status-leads", &[("total", total.into())])
        };
        let keys = if shown == 0 { Cow::Borrowed("") } else { text(cx.lang, "status-keys") };
        Foot { counts: counts.into_owned(), keys: keys.into_owned() }
    }

    /// Whether only some of the leads are meant to be shown.
    fn is_filtered(&self) -> bool {
        !self.list.question.filter.trim().is_empty()
    }

    /// Puts the cursor where the chosen lead is now.
    pub fn find_chosen(&mut self, model: &Model) {
        self.table.cursor = self.chosen.and_then(|record| self.list.place_of(model, record));
    }

    /// The lead that is shown beside the list.
    pub fn previewed(&self, model: &Model) -> Option<RecordId> {
        self.chosen.filter(|record| self.is_preview_open && model.has(*record))
    }

    /// Puts the preview away, for something newer at the side.
    pub fn close_preview(&mut self) {
        self.is_preview_open = false;
    }

    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let tokens = cx.tokens;
        let bar = Frame::new()
            .fill(tokens.surface)
            .inner_margin(Margin::symmetric(space::LARGE as i8, 0));
        Panel::top("filter_bar")
            .exact_size(measure::FILTER_BAR)
            .resizable(false)
            .frame(bar)
            .show(ui, |ui| self.filter_bar(ui, cx));
        let chosen = self.previewed(cx.model);
        let is_wide = ui.content_rect().width() >= measure::WIDE;
        if let (Some(record), true) = (chosen, is_wide) {
            let panel = Panel::right("preview")
                .default_size(measure::PREVIEW)
                .size_range(measure::PREVIEW_RANGE)
                .frame(Frame::new().fill(tokens.surface));
            let drawn = panel.show(ui, |ui| lead_preview::show(ui, cx, record));
            self.is_preview_open = !drawn.inner;
        }
        let room = ui.available_rect_before_wrap();
        self.table(ui, cx);
        if let (Some(record), false) = (chosen, is_wide) {
            self.over_the_table(ui, cx, room, record);
        }
    }

    /// The preview in a small window lies over the table.
    fn over_the_table(&mut self, ui: &Ui, cx: &mut Cx<'_>, room: Rect, record: RecordId) {
        let tokens = cx.tokens;
        let width = measure::PREVIEW.min(room.width());
        let rect = room.with_min_x(room.right() - width);
        let area = eframe::egui::Area::new(Id::unique("preview over the table"));
        let area = area.order(LayerOrder::Middle).fixed_pos(rect.min).constrain(false);
        area.fade_in(false).show(ui.ctx(), |ui| {
            ui.set_max_size(rect.size());
            ui.painter().rect_filled(rect, 0.0, tokens.surface);
            let edge = Stroke::new(measure::LINE, tokens.border_strong);
            ui.painter().vline(rect.left(), rect.y_range(), edge);
            ui.allocate_rect(rect, Sense::CLICK);
            let mut inner = ui.new_child(eframe::egui::UiBuilder::new().max_rect(rect));
            inner.shrink_clip_rect(rect);
            self.is_preview_open = !lead_preview::show(&mut inner, cx, record);
        });
    }

    fn filter_bar(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let tokens = cx.tokens;
        ui.set_height(measure::FILTER_BAR);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let words = text(cx.lang, "filter-hint");
            let filter = &mut self.list.question.filter;
            let edit = TextEdit::singleline(filter)
                .hint_text(words.as_ref())
                .margin(Margin {
                    left: (space::SMALL + icon::SMALL + space::SMALL) as i8,
                    right: space::SMALL as i8,
                    ..Margin::same(space::TINY as i8)
                })
                .align(eframe::egui::Align2::LEFT_CENTER)
                .min_size(vec2(measure::FILTER, measure::INPUT))
                .desired_width(measure::FILTER);
            let edit = ui.add(edit).accessible_name(words.as_ref());
            let at = edit.rect.left_center() + vec2(space::SMALL + icon::SMALL / 2.0, 0.0);
            icons::LIST_FILTER.paint(ui.painter(), at, icon::SMALL, tokens.text_subdued);
            let escaped = edit.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape));
            if !filter.is_empty() {
                let words = text(cx.lang, "filter-clear");
                let clear =
                    ui.add(Button::icon_only(icons::X, &words).height(measure::BUTTON_SMALL));
                if clear.clicked() || escaped {
                    filter.clear();
                }
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let words = text(cx.lang, "import-button");
                if ui.add(Button::secondary(&words).with_icon(icons::DOWNLOAD)).clicked() {
                    cx.ask(Intent::Pick);
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| self.remarks(ui, cx));
            });
        });
    }

    /// What is wrong with the filter, or should be said of it.
    fn remarks(&self, ui: &mut Ui, cx: &Cx<'_>) {
        if let Some(err) = self.list.problem() {
            label(ui, &err.text(cx.lang), size::SMALL, cx.tokens.danger);
        } else if let Some(note) = self.list.notes().first() {
            label(ui, &note.text(cx.lang), size::SMALL, cx.tokens.warning);
        }
    }

    fn table(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        if self.list.rows().is_empty() && self.list.is_answered() {
            return self.nothing_found(ui, cx);
        }
        let name = text(cx.lang, "kind-lead-plural");
        let columns = lead_cells::columns(cx.lang);
        let order = self.list.question.order;
        let rows = self.list.rows();
        let table = Table {
            name: &name,
            columns: &columns,
            rows: rows.len(),
            row_height: measure::TABLE_ROW_TWO,
            order: Some(order),
        };
        let cells = lead_cells::Cells::new(cx);
        let answer = table.show(ui, &mut self.table, |cell, place, column| {
            if let Some(row) = rows.get(place) {
                cells.draw(cell, *row as usize, column);
            }
        });
        let record_at =
            |place: usize| rows.get(place).and_then(|row| cx.model.leads.id(*row as usize));
        if let Some(place) = answer.chosen.or(answer.opened) {
            self.chosen = record_at(place);
            self.is_preview_open = true;
        }
        if answer.is_cleared {
            self.chosen = None;
        }
        // The neighbours are the next that the arrows reach.
        if let Some(at) = self.table.cursor {
            let next_to = [at.checked_sub(1), at.checked_add(1)].into_iter().flatten();
            next_to.filter_map(record_at).for_each(|record| cx.prefetch(record));
        }
        if let Some(column) = answer.sorted {
            let is_descending = order.column == column && !order.is_descending;
            self.list.question.order = Order { column, is_descending };
        }
    }

    fn nothing_found(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let tokens = cx.tokens;
        if !self.is_filtered() {
            return super::opening::say(ui, cx, &text(cx.lang, "leads-coming"));
        }
        ui.add_space(measure::PAGE_TOP * ui.available_height());
        ui.vertical_centered(|ui| {
            let side = measure::MEDALLION;
            let (rect, _) = ui.allocate_exact_size(vec2(side, side), Sense::hover());
            ui.painter().circle_filled(rect.center(), side / 2.0, tokens.sunken);
            icons::SEARCH.paint(ui.painter(), rect.center(), icon::LARGE, tokens.text_subdued);
            label(ui, &text(cx.lang, "filter-nothing"), size::HEADING, tokens.text);
            label(ui, &text(cx.lang, "filter-nothing-hint"), size::BODY, tokens.text_subdued);
            let words = text(cx.lang, "filter-show-all");
            if ui.add(Button::secondary(&words)).clicked() {
                self.list.question.filter.clear();
            }
        });
    }
}
