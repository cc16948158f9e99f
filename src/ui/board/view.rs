//! Which campaign a board is of, which number is looked at, and how its tiles are laid out.

use eframe::egui::{Align, Frame, Layout, Margin, Panel, ScrollArea, Stroke, Ui, vec2};

use super::{
    explain,
    figures::{Figure, Sheets, number_and_unit},
};
use crate::{
    domain::{Campaign, Id, Kind, Timestamp},
    i18n::text,
    report::Cell,
    ui::{
        Cx, Intent,
        questions::{Answer, Question},
        theme::{Tone, measure, page, size, space},
        widgets::{
            Bar, Button, Select, StackPart, StatTile, bars, empty_state, icons, label, paragraph,
            stack,
        },
    },
};

/// The tiles, each with the metric beside it in small letters.
const TILES: &[(&str, &str)] = &[
    ("cards", ""),
    ("valid_rate", "judged"),
    ("mql", ""),
    ("sql", ""),
    ("won", "opportunities"),
    ("revenue", ""),
    ("cost", ""),
    ("campaign_roi", ""),
];

/// What sales said, in the order of the series.
const RESPONSES: [&str; 4] = ["accepted", "not_accepted", "not_reached", "awaiting_response"];

/// What one of each cost.
const COSTS: [&str; 6] = [
    "cost_per_lead",
    "cost_per_valid_lead",
    "cost_per_mql",
    "cost_per_sql",
    "cost_per_opportunity",
    "cost_per_win",
];

/// The grades, each with the number of a lead of it.
const GRADES: [(&str, u8); 4] = [("grade_a", 9), ("grade_b", 6), ("grade_c", 3), ("grade_d", 0)];

/// The board of a fair.
#[derive(Default)]
pub(in crate::ui) struct BoardView {
    campaign: Option<Id<Campaign>>,
    looked_at: Option<Figure>,
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
        let note = if beside.is_empty() {
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

    /// The charts, two side by side where there is room.
    fn charts(&mut self, ui: &mut Ui, cx: &Cx<'_>, sheets: &Sheets) {
        type Draw = fn(&mut BoardView, &mut Ui, &Cx<'_>, &Sheets);
        let charts: [(&str, Draw); 4] = [
            ("report-funnel", Self::funnel),
            ("board-responses", Self::responses),
            ("board-grades", Self::grades),
            ("board-costs", Self::costs),
        ];
        let is_wide = ui.available_width() >= 2.0 * measure::PREVIEW;
        let columns = if is_wide { 2 } else { 1 };
        let width =
            (ui.available_width() - space::MEDIUM * (columns as f32 - 1.0)) / columns as f32;
        for row in charts.chunks(columns) {
            ui.horizontal_top(|ui| {
                for (title, draw) in row {
                    card(ui, cx, (title, width.floor()), |ui| draw(self, ui, cx, sheets));
                }
            });
        }
    }

    fn funnel(&mut self, ui: &mut Ui, cx: &Cx<'_>, sheets: &Sheets) {
        let rows: Vec<(String, f64, String, String)> = sheets
            .funnel
            .rows
            .iter()
            .map(|row| {
                let words = |at: usize| row.get(at).map(|cell| cell.to_text(cx.lang));
                let count = match row.get(1) {
                    Some(Cell::Count(count)) => *count as f64,
                    _ => 0.0,
                };
                let (share, unit) = number_and_unit(row.get(3), cx.lang);
                let share = format!("{share} {unit}");
                (words(0).unwrap_or_default(), count, words(1).unwrap_or_default(), share)
            })
            .collect();
        let shown: Vec<Bar<'_>> = rows
            .iter()
            .map(|(label, value, number, note)| Bar {
                label,
                value: *value,
                number,
                note: note.trim_end(),
                color: None,
            })
            .collect();
        if let Some(row) = bars(ui, &shown) {
            self.looked_at = Some(Figure::Funnel(row));
        }
    }

    fn responses(&mut self, ui: &mut Ui, cx: &Cx<'_>, sheets: &Sheets) {
        let all = sheets.count("handed_over");
        if all == 0 {
            let words = text(cx.lang, "board-no-responses");
            paragraph(ui, &words, size::BODY, cx.tokens.text_subdued);
            return;
        }
        let tones: [Tone; 4] =
            [cx.tokens.series(0), cx.tokens.series(1), cx.tokens.series(5), cx.tokens.neutral()];
        let words = RESPONSES.map(|metric| {
            let (number, _) = number_and_unit(sheets.cell(metric), cx.lang);
            (text(cx.lang, &format!("metric-{metric}")), number)
        });
        let parts: Vec<StackPart<'_>> = RESPONSES
            .iter()
            .zip(&words)
            .zip(tones)
            .map(|((metric, (label, number)), tone)| StackPart {
                label,
                value: sheets.count(metric),
                number,
                tone,
            })
            .collect();
        if let Some(metric) = stack(ui, &parts).and_then(|at| RESPONSES.get(at)) {
            self.looked_at = Some(Figure::Fair(metric));
        }
    }

    fn grades(&mut self, ui: &mut Ui, cx: &Cx<'_>, sheets: &Sheets) {
        let all = sheets.count("cards").max(1) as f64;
        let words = GRADES.map(|(metric, _)| {
            let (number, _) = number_and_unit(sheets.cell(metric), cx.lang);
            let share = format!("{:.0} %", sheets.count(metric) as f64 * 100.0 / all);
            (text(cx.lang, &format!("metric-{metric}")), number, share)
        });
        let shown: Vec<Bar<'_>> = GRADES
            .iter()
            .zip(&words)
            .map(|((metric, grade), (label, number, share))| Bar {
                label,
                value: sheets.count(metric) as f64,
                number,
                note: share,
                // The lightest grade has no fill of its own: its text stands for it.
                color: Some(match *grade {
                    0 => cx.tokens.grade(0).text,
                    grade => cx.tokens.grade(grade).fill,
                }),
            })
            .collect();
        if let Some((metric, _)) = bars(ui, &shown).and_then(|at| GRADES.get(at)) {
            self.looked_at = Some(Figure::Fair(metric));
        }
    }

    fn costs(&mut self, ui: &mut Ui, cx: &Cx<'_>, sheets: &Sheets) {
        use rust_decimal::prelude::ToPrimitive as _;
        let words = COSTS.map(|metric| {
            let (number, unit) = number_and_unit(sheets.cell(metric), cx.lang);
            let value = match sheets.cell(metric) {
                Some(Cell::Money(money)) => money.amount.to_f64().unwrap_or_default(),
                _ => 0.0,
            };
            (text(cx.lang, &format!("metric-{metric}")), number, unit, value)
        });
        let shown: Vec<Bar<'_>> = words
            .iter()
            .map(|(label, number, unit, value)| Bar {
                label,
                value: *value,
                number,
                note: unit,
                color: Some(cx.tokens.series(6).fill),
            })
            .collect();
        if let Some(metric) = bars(ui, &shown).and_then(|at| COSTS.get(at)) {
            self.looked_at = Some(Figure::Fair(metric));
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

fn card(ui: &mut Ui, cx: &Cx<'_>, (title, width): (&str, f32), draw: impl FnOnce(&mut Ui)) {
    let tokens = cx.tokens;
    let frame = Frame::new()
        .fill(tokens.surface)
        .stroke(Stroke::new(measure::LINE, tokens.border))
        .corner_radius(measure::RADIUS)
        .inner_margin(Margin::same(space::MEDIUM as i8));
    ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
        frame.show(ui, |ui| {
            ui.set_width(width - 2.0 * space::MEDIUM - 2.0 * measure::LINE);
            label(ui, &text(cx.lang, title), size::BODY_STRONG, tokens.text);
            draw(ui);
        });
    });
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
