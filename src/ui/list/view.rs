//! The list of a place: a filter, a table of any length, and the chosen record beside it.

use eframe::egui::{
    Align, Frame, Layout as Direction, Margin, Panel, ScrollArea, Ui,
    scroll_area::ScrollBarVisibility,
};

use super::{
    Asking, Layout, Lines, ListField, ListFilter, Question, Selection, Tabs, bulk_form::BulkForm,
    cells::ListRows, editor::Editor, menus::OpenMenu, pools::new_and_import, preview,
    saved::Naming,
};
use crate::{
    domain::{Id, Kind, RecordId, SavedView},
    i18n::text,
    model::Model,
    ui::{
        Cx, Place,
        export::ExportForm,
        pairs::MergeDialog,
        pipeline::PipelineBoard,
        sharing::SharingDialog,
        theme::{measure, page, size, space},
        views::opening,
        widgets::{Button, Column, Order, Table, TableState, Ticks, icons, paragraph},
    },
};

/// What the list of a place remembers.
pub(in crate::ui) struct ListView {
    pub(super) place: Place,
    pub(super) asking: Asking,
    pub(super) filter: ListFilter,
    pub(super) layout: Layout,
    pub(super) lines: Lines,
    pub(super) table: TableState,
    pub(super) selection: Selection,
    pub(super) chosen: Option<RecordId>,
    pub(super) is_preview_open: bool,
    pub(super) menu: Option<OpenMenu>,
    pub(super) form: Option<BulkForm>,
    /// Ticked records that are about to become one.
    pub(super) merging: Option<MergeDialog>,
    pub(super) sharing: Option<SharingDialog>,
    /// What is asked about records that are about to be written into a file.
    pub(super) exporting: Option<ExportForm>,
    pub(super) editor: Option<Editor>,
    pub(super) tabs: Option<Tabs>,
    /// The board of deals, which may be shown instead of the table.
    pub(super) board: Option<PipelineBoard>,
    /// The saved view that is used.
    pub(super) used: Option<Id<SavedView>>,
    pub(super) naming: Option<Naming>,
}

/// By which field the list of a kind is sorted unless a person says otherwise.
pub(super) fn shipped_sort(place: Place, kind: Kind) -> &'static str {
    match kind {
        // Who takes a lead wants the best one.
        Kind::Lead if place == Place::Pool => "-score",
        // The newest cards first: they are what someone looks for after a fair.
        Kind::Lead => "-captured_at",
        Kind::Campaign => "-starts_on",
        Kind::Opportunity => "closes_on",
        Kind::Order => "-ordered_on",
        Kind::Activity => "-at",
        Kind::ImportBatch => "-imported_at",
        _ => "name",
    }
}

/// The columns of the list of a place unless a person says otherwise.
pub(super) fn shipped_layout(place: Place, kind: Kind) -> Layout {
    match place {
        // Who takes a lead wants to reach it.
        Place::Pool => {
            Layout::of(["name", "score", "stage", "source", "campaign", "owner", "phones"])
        }
        _ => Layout::shipped(kind),
    }
}

impl ListView {
    /// The list of a kind at a place.
    pub fn new(place: Place, kind: Kind) -> Self {
        let tabs = (place == Place::Pool).then(Tabs::new);
        let base = tabs.as_ref().map(|tabs| tabs.chosen.clone()).unwrap_or_default();
        let question = Question {
            kind,
            base,
            among: None,
            filter: String::new(),
            sort: shipped_sort(place, kind).to_owned(),
            group: None,
        };
        Self {
            place,
            asking: Asking::new(question),
            filter: ListFilter::default(),
            layout: shipped_layout(place, kind),
            lines: Lines::default(),
            table: TableState::default(),
            selection: Selection::default(),
            chosen: None,
            is_preview_open: true,
            menu: None,
            form: None,
            merging: None,
            sharing: None,
            exporting: None,
            editor: None,
            tabs,
            board: (kind == Kind::Opportunity).then(PipelineBoard::default),
            used: None,
            naming: None,
        }
    }

    /// What sort of records it shows.
    pub fn kind(&self) -> Kind {
        self.asking.question.kind
    }

    /// Whether there was an answer.
    pub fn is_answered(&self) -> bool {
        self.asking.is_answered()
    }

    /// The record that is shown beside the list.
    pub fn previewed(&self, model: &Model) -> Option<RecordId> {
        let is_open = match self.board.as_ref().filter(|board| board.is_shown) {
            Some(board) => board.is_preview_open,
            None => self.is_preview_open,
        };
        self.chosen.filter(|record| is_open && model.is_whole() && model.has(*record))
    }

    /// Gives up what was chosen, for something newer at the side.
    pub fn unchoose(&mut self) {
        self.chosen = None;
        self.table.cursor = None;
    }

    /// Draws the list.
    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let tokens = cx.tokens;
        let margin = Margin::symmetric(space::LARGE as i8, 0);
        let bar = Frame::new().fill(tokens.surface).inner_margin(margin);
        let fixed = |panel: Panel, size: f32| panel.exact_size(size).resizable(false);
        self.show_tabs(ui, cx);
        fixed(Panel::top("filter_bar"), measure::FILTER_BAR)
            .frame(bar)
            .show(ui, |ui| self.filter_bar(ui, cx));
        self.remark(ui, cx);
        if let Some(patience) = self.asking.patience() {
            ui.request_repaint_after(patience);
        }
        self.show_export(ui, cx);
        if self.is_board() {
            return self.show_board(ui, cx);
        }
        let chosen = self.previewed(cx.model);
        let is_wide = ui.content_rect().width() >= measure::WIDE;
        if let (Some(record), true) = (chosen, is_wide) {
            self.is_preview_open = !preview::beside(ui, cx, record);
        }
        self.bulk_bar(ui, cx);
        let room = ui.available_rect_before_wrap();
        self.table(ui, cx);
        if let (Some(record), false) = (chosen, is_wide) {
            self.is_preview_open = !preview::over(ui, cx, room, record);
        }
    }

    fn filter_bar(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        ui.set_height(measure::FILTER_BAR);
        let kind = self.kind();
        ui.with_layout(Direction::right_to_left(Align::Center), |ui| {
            self.view_buttons(ui, cx);
            ui.with_layout(Direction::left_to_right(Align::Center), |ui| {
                if let Some(board) = &mut self.board {
                    board.switch(ui, cx);
                    ui.add_space(space::TINY);
                }
                // More conditions than have room are reached by scrolling.
                let scroll = ScrollArea::horizontal().id_salt("filter").auto_shrink(false);
                let scroll = scroll.scroll_bar_visibility(ScrollBarVisibility::AlwaysHidden);
                scroll.show(ui, |ui| self.filter_input(ui, cx, kind));
            });
        });
    }

    fn filter_input(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, kind: Kind) {
        self.among_chip(ui, cx);
        let problem = self.asking.problem.as_ref();
        if self.filter.show(ui, cx, (kind, problem)) {
            self.asking.question.filter = self.filter.text();
            ui.request_repaint();
        }
    }

    /// How the list is shown: its columns, and what stands beside it.
    fn view_buttons(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        // The choice of a board, and of its pipeline, stand in the same line.
        let taken = if self.board.is_some() { 2.0 * page::BOARD_SWITCH } else { 0.0 };
        let is_narrow = ui.available_width() - taken < measure::BAR_WIDE;
        ui.spacing_mut().item_spacing.x = space::TINY;
        // Where there are tabs, these stand beside them.
        if self.tabs.is_none() {
            new_and_import(ui, cx, self.kind(), is_narrow);
            ui.add_space(space::TINY);
        }
        ui.spacing_mut().item_spacing.x = space::TINY;
        let words = text(cx.lang, "list-preview");
        let is_open = self.preview_switch();
        if ui.add(Button::icon_only(icons::PANEL_RIGHT, &words).pressed(*is_open)).clicked() {
            *is_open = !*is_open;
        }
        if !self.is_board() {
            let words = text(cx.lang, "list-columns");
            let button = ui.add(Button::icon_only(icons::COLUMNS, &words));
            self.choose_columns(cx, &button);
        }
        self.export_button(ui, cx);
        self.view_menu(ui, cx, is_narrow);
        if !self.is_board() {
            self.group_button(ui, cx);
        }
    }

    /// What is wrong with the filter, or should be said of it.
    fn remark(&self, ui: &mut Ui, cx: &Cx<'_>) {
        // What is still being typed is not wrong yet.
        if self.filter.completing.is_shown {
            return;
        }
        let tokens = cx.tokens;
        let (words, color, fill) = match (&self.asking.problem, self.asking.answer.notes.first()) {
            (Some(err), _) => (err.text(cx.lang), tokens.danger, tokens.danger_soft),
            (None, Some(note)) => (note.text(cx.lang), tokens.warning, tokens.warning_soft),
            (None, None) => return,
        };
        // The place is marked where it was typed.
        let words = words.lines().next().unwrap_or_default();
        let margin = Margin::symmetric(space::LARGE as i8, space::SMALL as i8);
        let frame = Frame::new().fill(fill).inner_margin(margin);
        Panel::top("filter_remark").resizable(false).frame(frame).show(ui, |ui| {
            paragraph(ui, words, size::SMALL, color);
        });
    }

    fn table(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let asking = &self.asking;
        if !asking.is_answered() {
            if asking.is_slow() {
                opening::say(ui, cx, &text(cx.lang, "list-counting"));
            }
            return;
        }
        if asking.answer.rows().is_empty() {
            return self.show_empty(ui, cx);
        }
        let kind = self.kind();
        let name = text(cx.lang, &format!("kind-{}-plural", kind.name()));
        let shown = self.layout.fields(cx.model, kind);
        let columns = columns(cx, kind, &shown);
        let fields: Vec<ListField> = shown.iter().map(|(field, _)| *field).collect();
        let (all, one) = (text(cx.lang, "list-tick-all"), text(cx.lang, "list-tick"));
        let table = Table {
            name: &name,
            columns: &columns,
            pinned: self.layout.pinned(cx.model, kind),
            is_arranged: true,
            rows: self.lines.count(),
            row_height: row_height(kind),
            order: order(&fields, &asking.question.sort),
            ticks: Some(Ticks {
                of_all: self.selection.of_all(&asking.answer),
                all: &all,
                one: &one,
            }),
        };
        let mut rows = ListRows {
            cx,
            list: asking,
            lines: &self.lines,
            selection: &self.selection,
            fields: &fields,
            whole: None,
        };
        let answer = table.show(ui, &mut self.table, &mut rows);
        self.prefetch(cx, answer.shown.clone(), &fields);
        self.take_deeds(ui, cx, &fields, &answer);
        self.show_editor(ui, cx, answer.cell);
        self.show_menu(ui, cx);
    }

    /// Has the records read that will be looked at next.
    fn prefetch(&self, cx: &mut Cx<'_>, shown: std::ops::Range<usize>, fields: &[ListField]) {
        let kind = self.kind();
        let Some(columns) = cx.model.columns(kind) else { return };
        let is_read = |field: &ListField| match field {
            ListField::Stored(info) => {
                columns.column(info.tag).is_none() || (kind, info.name) == (Kind::Lead, "name")
            }
            ListField::Derived(_) => false,
        };
        let page = shown.len();
        let range = match fields.iter().any(is_read) {
            true => shown.start.saturating_sub(page)..shown.end + page,
            // The neighbours are the next that the arrows reach.
            false => self.table.cursor.map_or(0..0, |at| at.saturating_sub(1)..at + 2),
        };
        let records: Vec<RecordId> =
            range.filter_map(|line| self.record_at(cx.model, line)).collect();
        records.into_iter().for_each(|record| cx.prefetch(record));
    }
}

/// The height of a row: a lead's holds its company too.
fn row_height(kind: Kind) -> f32 {
    if kind == Kind::Lead { measure::TABLE_ROW_TWO } else { measure::TABLE_ROW }
}

fn columns(cx: &Cx<'_>, kind: Kind, shown: &[(ListField, Option<f32>)]) -> Vec<Column> {
    let column = |(at, (field, width)): (usize, &(ListField, Option<f32>))| Column {
        label: field.title(cx.model, cx.lang, kind),
        width: width.unwrap_or_else(|| field.width()),
        is_flexible: width.is_none() && (at == 0 || field.is_long()),
        is_right: field.is_number(),
        can_sort: field.can_sort(cx.model, kind),
    };
    shown.iter().enumerate().map(column).collect()
}

/// The column by which the list is sorted, if it is shown.
fn order(fields: &[ListField], sort: &str) -> Option<Order> {
    let name = sort.trim_start_matches('-');
    let column = fields.iter().position(|field| field.name() == name)?;
    Some(Order { column, is_descending: sort.starts_with('-') })
}
