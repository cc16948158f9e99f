//! Which campaign a board is of, which number is looked at, and how its tiles are laid out.

use eframe::egui::{Align, Frame, Layout, Margin, Panel, ScrollArea, Stroke, Ui, Vec2, vec2};

use super::{
    charts::CHARTS,
    explain,
    figures::{Figure, Sheets, Table, number_and_unit},
};
use crate::{
    domain::{Campaign, Id, Kind, Timestamp},
    i18n::{text, text_with},
    ui::{
        Cx, Intent,
        questions::{Answer, Question},
        theme::{measure, page, size, space},
        widgets::{Button, Select, StatTile, empty_state, icons, label},
    },
};

/// The tiles, each with the metric beside it in small letters.
const TILES: &[(&str, &str)] = &[
    ("cards", "duplicates"),
    ("valid_rate", "judged"),
    ("mql", ""),
    ("sql", ""),
    ("won", "opportunities"),
    ("revenue", ""),
    ("cost", ""),
    ("campaign_roi", ""),
];

/// The metrics of which is said how large a part of the cards they are, each with its row of the funnel.
const FUNNEL: [(&str, usize); 2] = [("mql", 2), ("sql", 3)];

/// The column of the funnel with that share.
const SHARE_OF_FIRST: usize = 2;

/// The board of a fair.
#[derive(Default)]
pub(in crate::ui) struct BoardView {
    campaign: Option<Id<Campaign>>,
    looked_at: Option<Figure>,
    /// How high the cards of each row of charts were drawn.
    heights: Vec<f32>,
}

impl BoardView {
    /// Shows the board of a campaign.
    pub fn choose(&mut self, campaign: Id<Campaign>) {
        (self.campaign, self.looked_at) = (Some(campaign), None);
    }

    /// Draws the board.
    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let campaigns = campaigns(cx);
        let chosen = self.campaign.filter(|id| cx.model.campaigns.get(*id).is_some());
        let Some(campaign) = chosen.or_else(|| campaigns.first().map(|(id, _)| *id)) else {
            return nothing(ui, cx);
        };
        self.campaign = Some(campaign);
        self.bar(ui, cx, &campaigns);
        let answer = cx.answer(Question::Board(campaign));
        let Some(Answer::Board(sheets)) = answer.as_deref() else { return };
        if let Some(figure) = self.looked_at {
            let panel = Panel::right("board_explain").exact_size(measure::PREVIEW).resizable(false);
            let frame = Frame::new().fill(cx.tokens.surface);
            let name = cx.model.campaigns.get(campaign).map_or("", |it| it.name.as_str());
            let is_closed = panel
                .frame(frame)
                .show(ui, |ui| explain::show(ui, cx, (sheets, name), figure))
                .inner;
            if is_closed {
                self.looked_at = None;
            }
        }
        ui.painter().rect_filled(ui.available_rect_before_wrap(), 0.0, cx.tokens.bg);
        let scroll = ScrollArea::vertical().id_salt("board").auto_shrink(false);
        scroll.show(ui, |ui| {
            Frame::new().inner_margin(Margin::same(space::LARGE as i8)).show(ui, |ui| {
                ui.spacing_mut().item_spacing = vec2(space::MEDIUM, space::MEDIUM);
                self.tiles(ui, cx, sheets);
                self.charts(ui, cx, sheets);
            });
        });
    }

    /// The campaign, and what can be done with the board.
    fn bar(&mut self, ui: &mut Ui, cx: &Cx<'_>, campaigns: &[(Id<Campaign>, String)]) {
        let frame = Frame::new()
            .fill(cx.tokens.surface)
            .inner_margin(Margin::symmetric(space::LARGE as i8, 0));
        let bar = Panel::top("board_bar").exact_size(measure::FILTER_BAR).resizable(false);
        bar.frame(frame).show(ui, |ui| {
            ui.set_height(measure::FILTER_BAR);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let title = text(cx.lang, "report-fair_result");
                label(ui, &title, size::HEADING, cx.tokens.text);
                let names: Vec<String> = campaigns.iter().map(|(_, name)| name.clone()).collect();
                let at = campaigns.iter().position(|(id, _)| Some(*id) == self.campaign);
                let name = text(cx.lang, "kind-campaign");
                let width = page::FACT_MOST * 1.5;
                let select =
                    Select { name: &name, entries: &names, chosen: at, hint: &name, width };
                if let Some((id, _)) = select.show(ui).and_then(|at| campaigns.get(at)) {
                    self.choose(*id);
                }
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let hint = text(cx.lang, "board-hint");
                    label(ui, &hint, size::SMALL, cx.tokens.text_subdued);
                });
            });
        });
    }

    fn tiles(&mut self, ui: &mut Ui, cx: &Cx<'_>, sheets: &Sheets) {
        let width = ui.available_width();
        let fit = ((width + space::MEDIUM) / (page::TILE_WIDTH + space::MEDIUM)).floor();
        let fit = fit.clamp(1.0, TILES.len() as f32);
        // As many in each row, so that no tile stands alone.
        let rows = (TILES.len() as f32 / fit).ceil();
        let columns = (TILES.len() as f32 / rows).ceil();
        let each = (width - space::MEDIUM * (columns - 1.0)) / columns;
        for row in TILES.chunks(columns as usize) {
            ui.horizontal(|ui| {
                for (metric, beside) in row {
                    self.tile(ui, cx, sheets, (metric, beside, each.floor()));
                }
            });
        }
    }

    fn tile(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        sheets: &Sheets,
        (metric, beside, width): (&'static str, &str, f32),
    ) {
        let figure = Figure::Fair(metric);
        let name = text(cx.lang, &format!("metric-{metric}"));
        let (number, unit) = number_and_unit(sheets.cell(metric), cx.lang);
        // That nobody came twice goes without saying.
        let is_silent = beside.is_empty() || beside == "duplicates" && sheets.count(beside) == 0;
        let of_cards = FUNNEL.iter().find(|(of, _)| *of == metric);
        let of_cards = of_cards.and_then(|(_, row)| {
            let cells = sheets.table(Table::Funnel).rows.get(*row)?;
            let (share, unit) = number_and_unit(cells.get(SHARE_OF_FIRST), cx.lang);
            let args = [("share", format!("{share} {unit}").into())];
            (!unit.is_empty()).then(|| text_with(cx.lang, "board-of-cards", &args).into_owned())
        });
        let note = if let Some(share) = of_cards {
            share
        } else if is_silent {
            String::new()
        } else {
            let (number, _) = number_and_unit(sheets.cell(beside), cx.lang);
            format!("{} {number}", text(cx.lang, &format!("metric-{beside}")))
        };
        let is_chosen = self.looked_at == Some(figure);
        let tile = StatTile { label: &name, number: &number, unit: &unit, note: &note, is_chosen };
        if tile.show(ui, width).clicked() {
            self.looked_at = Some(figure);
        }
    }

    /// The charts, two side by side where there is room; those side by side are equally high.
    fn charts(&mut self, ui: &mut Ui, cx: &Cx<'_>, sheets: &Sheets) {
        let is_wide = ui.available_width() >= 2.0 * measure::PREVIEW;
        let columns = if is_wide { 2 } else { 1 };
        let gaps = space::MEDIUM * (columns as f32 - 1.0);
        let width = ((ui.available_width() - gaps) / columns as f32).floor();
        for (at, row) in CHARTS.chunks(columns).enumerate() {
            let least = self.heights.get(at).copied().unwrap_or_default();
            let mut height: f32 = 0.0;
            ui.horizontal_top(|ui| {
                for (title, draw) in row {
                    let clicked = card(ui, cx, (title, vec2(width, least)), |ui| {
                        let clicked = draw(ui, cx, sheets);
                        height = height.max(ui.min_rect().height());
                        clicked
                    });
                    self.looked_at = clicked.or(self.looked_at);
                }
            });
            self.heights.resize(self.heights.len().max(at + 1), 0.0);
            if let Some(known) = self.heights.get_mut(at).filter(|known| **known != height) {
                *known = height;
                ui.request_discard("cards side by side are equally high");
            }
        }
    }
}

/// The campaigns, those that began last first.
fn campaigns(cx: &Cx<'_>) -> Vec<(Id<Campaign>, String)> {
    let mut campaigns: Vec<_> = cx.model.campaigns.iter().collect();
    let zone = cx.model.settings().zone();
    let today = cx.now().day(zone);
    // One that has not begun has no result yet.
    campaigns.sort_by_key(|(id, campaign)| {
        let began = campaign.starts_on.filter(|day| *day <= today);
        let began = began.map(|day| Timestamp::start_of(day, zone));
        (std::cmp::Reverse(began), std::cmp::Reverse(*id))
    });
    campaigns.into_iter().map(|(id, campaign)| (id, campaign.name.clone())).collect()
}

fn card(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (title, least): (&str, Vec2),
    draw: impl FnOnce(&mut Ui) -> Option<Figure>,
) -> Option<Figure> {
    let tokens = cx.tokens;
    let frame = Frame::new()
        .fill(tokens.surface)
        .stroke(Stroke::new(measure::LINE, tokens.border))
        .corner_radius(measure::RADIUS)
        .inner_margin(Margin::same(space::MEDIUM as i8));
    let layout = Layout::top_down(Align::Min);
    let drawn = ui.allocate_ui_with_layout(vec2(least.x, 0.0), layout, |ui| {
        let drawn = frame.show(ui, |ui| {
            ui.set_width(least.x - 2.0 * space::MEDIUM - 2.0 * measure::LINE);
            ui.set_min_height(least.y);
            let inner = ui.vertical(|ui| {
                label(ui, &text(cx.lang, title), size::BODY_STRONG, tokens.text);
                draw(ui)
            });
            inner.inner
        });
        drawn.inner
    });
    drawn.inner
}

fn nothing(ui: &mut Ui, cx: &mut Cx<'_>) {
    let (title, hint) = (text(cx.lang, "board-nothing"), text(cx.lang, "board-nothing-hint"));
    empty_state(ui, icons::CHART_COLUMN, (&title, &hint), |ui| {
        ui.add_space(space::SMALL);
        let words = text(cx.lang, "new-campaign");
        if ui.add(Button::secondary(&words).with_icon(icons::PLUS)).clicked() {
            cx.ask(Intent::New(Kind::Campaign));
        }
    });
}
