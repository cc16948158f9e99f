//! The board of a pipeline: what all adds up to, a column for each stage, and where deals end.

use eframe::egui::{
    Frame, Id, Margin, Panel, Rect, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, accesskit::Role,
    vec2,
};

use super::{
    card::Content,
    column,
    moving::{CardMenu, Deed},
    question::Asked,
    standing::Standing,
};
use crate::{
    domain::{Kind, PIPELINES, Pipeline, RecordId, pipeline},
    i18n::{text, text_with},
    ui::{
        Cx,
        record::Asking,
        shown::choice,
        theme::{measure, page, space},
        views::opening,
        widgets::{Button, icons, one_of, segments},
    },
};

/// What the board remembers.
pub(in crate::ui) struct PipelineBoard {
    /// Whether it is shown instead of the table.
    pub is_shown: bool,
    /// Whether the chosen deal is shown beside it.
    pub is_preview_open: bool,
    pub(super) pipeline: &'static Pipeline,
    pub(super) asked: Option<Asked>,
    pub(super) standing: Option<Standing>,
    /// The deal the keyboard is at.
    pub(super) cursor: Option<RecordId>,
    /// What is to be done with that deal as soon as it is drawn.
    pub(super) wish: Wish,
    pub(super) menu: Option<CardMenu>,
    /// The deal that is being ended, and what is asked about it.
    pub(super) ending: Option<(RecordId, Asking)>,
}

/// What is to be done with the deal the keyboard is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wish {
    Nothing,
    /// It is scrolled to.
    Sight,
    /// Its menu is opened.
    Menu,
}

impl Default for PipelineBoard {
    fn default() -> Self {
        Self {
            is_shown: true,
            is_preview_open: false,
            pipeline: pipeline(""),
            asked: None,
            standing: None,
            cursor: None,
            wish: Wish::Nothing,
            menu: None,
            ending: None,
        }
    }
}

impl PipelineBoard {
    /// The id of the pipeline it shows.
    pub fn pipeline_id(&self) -> String {
        self.pipeline.id.to_owned()
    }

    /// Shows the pipeline of an id.
    pub fn choose(&mut self, id: &str) {
        *self = Self { pipeline: pipeline(id), is_shown: self.is_shown, ..Self::default() };
    }

    /// Draws the choice between the board and the table, and which pipeline the board shows.
    pub fn switch(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let words = [text(cx.lang, "deals-board"), text(cx.lang, "deals-table")];
        let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
        let chosen = usize::from(!self.is_shown);
        if let Some(at) = segments(ui, page::BOARD_SWITCH, &words, chosen) {
            self.is_shown = at == 0;
            ui.request_repaint();
        }
        if !self.is_shown {
            return;
        }
        let names: Vec<String> =
            PIPELINES.iter().map(|it| choice(cx.lang, "pipeline", it.id)).collect();
        let chosen = PIPELINES.iter().position(|it| it.id == self.pipeline.id).unwrap_or_default();
        let name = names.get(chosen).cloned().unwrap_or_default();
        let said = text_with(cx.lang, "deals-pipeline", &[("name", name.as_str().into())]);
        let button = ui.add(Button::secondary(&name).named(&said).menu());
        let entries: Vec<&str> = names.iter().map(String::as_str).collect();
        let clicked = one_of(&button, &text(cx.lang, "field-pipeline"), &entries, chosen);
        if let Some(other) = clicked.and_then(|at| PIPELINES.get(at)) {
            self.choose(other.id);
            ui.request_repaint();
        }
    }

    /// Draws the board; the deal that was chosen on it, if one was.
    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, chosen: Option<RecordId>) -> Option<Deed> {
        let Some(standing) = self.standing.take() else {
            opening::say(ui, cx, &text(cx.lang, "list-counting"));
            return None;
        };
        if self.cursor.is_none_or(|cursor| chosen.is_some_and(|it| it != cursor)) {
            self.cursor = chosen;
        }
        let tokens = cx.tokens;
        let margin = Margin::symmetric(space::LARGE as i8, 0);
        let fixed = |panel: Panel, size: f32, fill| {
            let frame = Frame::new().fill(fill).inner_margin(margin);
            panel.exact_size(size).resizable(false).frame(frame)
        };
        fixed(Panel::top("deals_strip"), page::BOARD_STRIP, tokens.surface)
            .show(ui, |ui| super::strip::show(ui, cx, &standing));
        let mut deeds = Vec::new();
        fixed(Panel::bottom("deals_ends"), page::DROP_BAR, tokens.bg)
            .show(ui, |ui| super::ends::show(ui, cx, (self.pipeline, &standing), &mut deeds));
        self.columns(ui, cx, &standing, &mut deeds);
        self.ghost(ui, cx, &standing);
        self.standing = Some(standing);
        self.show_menu(ui, cx, &mut deeds);
        self.show_ending(ui, cx);
        let mut last = None;
        for deed in deeds {
            last = self.take_deed(cx, deed).or(last);
            ui.request_repaint();
        }
        last
    }

    fn columns(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        standing: &Standing,
        deeds: &mut Vec<Deed>,
    ) {
        let room = ui.available_rect_before_wrap();
        ui.painter().rect_filled(room, 0.0, cx.tokens.bg);
        let grid = ui.interact(room, Id::unique("deals"), Sense::focusable_noninteractive());
        let name = text(cx.lang, "kind-opportunity-plural");
        grid.widget_info(|| WidgetInfo::labeled(Role::Grid, true, name.as_ref()));
        self.listen(ui, cx, (&grid, standing), deeds);
        let count = standing.columns.len().max(1) as f32;
        let gaps = space::MEDIUM * (count - 1.0) + 2.0 * space::LARGE;
        let width = ((room.width() - gaps) / count).max(page::BOARD_COLUMN_LEAST).floor();
        let scroll = ScrollArea::horizontal().id_salt(("deals", self.pipeline.id));
        scroll.auto_shrink(false).show(ui, |ui| {
            let size = vec2(gaps + width * count, ui.available_height());
            let (whole, _) = ui.allocate_exact_size(size, Sense::hover());
            let mut left = whole.left() + space::LARGE;
            for stand in &standing.columns {
                let rect = Rect::from_min_size(
                    eframe::egui::pos2(left, whole.top()),
                    vec2(width, whole.height()),
                );
                left += width + space::MEDIUM;
                let builder = UiBuilder::new().max_rect(rect).id_salt(stand.stage.id);
                let mut ui = ui.new_child(builder);
                column::show(&mut ui, cx, (self, standing, stand), deeds);
            }
        });
        self.wish = Wish::Nothing;
    }

    /// The card that is being dragged, at the pointer.
    fn ghost(&self, ui: &Ui, cx: &mut Cx<'_>, standing: &Standing) {
        let Some(dragged) = eframe::egui::DragAndDrop::payload::<RecordId>(ui.ctx()) else {
            return;
        };
        let row = cx.model.opportunities.find(dragged.uuid);
        let at = ui.input(|input| input.pointer.interact_pos());
        let (Some(row), Some(at)) = (row, at) else { return };
        if dragged.kind != Kind::Opportunity {
            return;
        }
        let layer = eframe::egui::LayerId::new(
            eframe::egui::Order::Tooltip,
            Id::unique("the deal that is dragged"),
        );
        let painter = ui.ctx().layer_painter(layer);
        let size = vec2(page::BOARD_COLUMN_LEAST, page::BOARD_CARD);
        let rect = Rect::from_min_size(at - vec2(space::HUGE, space::HUGE), size);
        let content = Content::of(cx, standing, (*dragged, row as u32));
        content.paint(&painter, rect, (true, false), cx);
    }
}

/// The icon of what ends a deal.
pub(super) fn end_icon(outcome: crate::domain::Outcome) -> crate::ui::widgets::Icon {
    match outcome {
        crate::domain::Outcome::Lost => icons::BAN,
        _ => icons::CIRCLE_CHECK,
    }
}

/// How high a card and the gap below it are.
pub(super) const STEP: f32 = page::BOARD_CARD + space::SMALL;

/// The height of the head of a column.
pub(super) const HEAD: f32 = measure::FILTER_BAR + space::LARGE;
