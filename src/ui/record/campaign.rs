//! What only a campaign has: what it cost, line by line, against its budget; and who takes part.

use eframe::egui::{Align, Layout, Sense, Ui, vec2};
use rust_decimal::Decimal;

use super::{
    actions::Subject,
    draft::{Calendar, Draft},
    editor::{self, Edited},
    lead::section,
    lines::amount,
};
use crate::{
    domain::{Campaign, CostLine, FieldType as _, Fields as _, Id, Money, Shape, value_to_json},
    engine::{Request, Set},
    i18n::{text, text_with},
    ui::{
        Cx, Intent, days,
        shown::choice,
        theme::{column, measure, page, size, space},
        widgets::{Button, Typed, icons, label, line, rule},
    },
};

/// The costs while they are edited.
#[derive(Default)]
pub(super) struct Costs {
    draft: Option<Draft>,
    /// What is wrong with what was typed.
    pub problem: Option<String>,
    /// The revision at which they were sent to be saved.
    pub sent: Option<u64>,
}

/// Draws the costs.
pub(super) fn middle(ui: &mut Ui, cx: &mut Cx<'_>, subject: &Subject<'_>, costs: &mut Costs) {
    let campaign = Campaign::read(subject.row);
    if costs.sent.is_some_and(|sent| cx.model.revision() > sent) {
        *costs = Costs::default();
    }
    section(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        head(ui, cx, subject, &campaign, costs);
        match costs.draft {
            Some(_) => costs.edit(ui, cx, subject),
            None => table(ui, cx, &campaign),
        }
        if let Some(problem) = &costs.problem {
            label(ui, problem, size::SMALL, cx.tokens.danger);
        }
    });
    rule(ui);
    section(ui, |ui| members(ui, cx, subject));
}

fn head(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    subject: &Subject<'_>,
    campaign: &Campaign,
    costs: &mut Costs,
) {
    let tokens = cx.tokens;
    ui.horizontal(|ui| {
        ui.set_height(page::FIELD_ROW);
        label(ui, &text(cx.lang, "field-cost_lines"), size::BODY_STRONG, tokens.text);
        if let Some(budget) = campaign.budget {
            let words = amount(cx, budget);
            let args = [("budget", words.as_str().into())];
            let words = text_with(cx.lang, "costs-budget", &args);
            label(ui, &words, size::SMALL, tokens.text_subdued);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let words = text(cx.lang, "costs-edit");
            let button = Button::secondary(&words).with_icon(icons::PENCIL);
            if ui.add(button.height(measure::BUTTON_SMALL).enabled(costs.draft.is_none())).clicked()
            {
                let value = subject.row.get(Campaign::cost_lines);
                costs.draft = Some(Draft::of(cx.model, &Vec::<CostLine>::SHAPE, value));
            }
        });
    });
}

impl Costs {
    fn edit(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, subject: &Subject<'_>) {
        let Some(draft) = &mut self.draft else { return };
        let name = text(cx.lang, "field-cost_lines");
        let id = eframe::egui::Id::unique(("costs", subject.record));
        let edited = Edited::of(&name, &Vec::<CostLine>::SHAPE);
        match editor::show(ui, cx, edited, draft, id) {
            Typed::Nothing => {}
            Typed::GaveUp => *self = Self::default(),
            Typed::Done => self.save(cx, subject),
        }
    }

    fn save(&mut self, cx: &mut Cx<'_>, subject: &Subject<'_>) {
        let shape: &Shape = &Vec::<CostLine>::SHAPE;
        let value = self.draft.as_ref().and_then(|draft| draft.value(shape, Calendar::of(cx)));
        let Some(value) = value else {
            self.problem = Some(text(cx.lang, "edit-unreadable").into_owned());
            return;
        };
        if value == *subject.row.get(Campaign::cost_lines) {
            *self = Self::default();
            return;
        }
        let values =
            [("cost_lines".to_owned(), value_to_json(shape, &value))].into_iter().collect();
        let set = Set { kind: subject.record.kind, ids: vec![subject.record.uuid], values };
        self.problem = None;
        self.sent = Some(cx.model.revision());
        cx.run(Request::Run(set.into()));
    }
}

/// The lines with their sum, amounts at the right.
fn table(ui: &mut Ui, cx: &Cx<'_>, campaign: &Campaign) {
    let tokens = cx.tokens;
    if campaign.cost_lines.is_empty() {
        label(ui, &text(cx.lang, "costs-nothing"), size::BODY, tokens.text_subdued);
        return;
    }
    let today = cx.now().day(cx.model.settings().zone());
    for cost in &campaign.cost_lines {
        let day = cost.date.map(|day| days::short(day, today, cx.lang)).unwrap_or_default();
        let category = cost.category.id();
        let category = if category.is_empty() {
            String::new()
        } else {
            choice(cx.lang, "cost_category", category)
        };
        let money = cost.amount.map(|money| amount(cx, money)).unwrap_or_default();
        row(ui, cx, [&day, &category, &cost.note, &money], false);
    }
    // What is in several currencies has no plain sum; the board converts them by day.
    let currencies: Vec<_> =
        campaign.cost_lines.iter().filter_map(|cost| cost.amount).map(|it| it.currency).collect();
    if let Some(currency) =
        currencies.first().filter(|first| currencies.iter().all(|it| it == *first))
    {
        let sum: Decimal =
            campaign.cost_lines.iter().filter_map(|cost| cost.amount).map(|it| it.amount).sum();
        let sum = amount(cx, Money { amount: sum, currency: *currency });
        row(ui, cx, [&text(cx.lang, "costs-sum"), "", "", &sum], true);
    }
}

fn row(ui: &mut Ui, cx: &Cx<'_>, [day, category, note, money]: [&str; 4], is_sum: bool) {
    let tokens = cx.tokens;
    let extent = vec2(ui.available_width(), page::ROW);
    let (rect, response) = ui.allocate_exact_size(extent, Sense::hover());
    let said = [day, category, note, money].into_iter().filter(|words| !words.is_empty());
    let said = said.collect::<Vec<_>>().join(", ");
    response.widget_info(|| {
        eframe::egui::WidgetInfo::labeled(eframe::egui::accesskit::Role::Label, true, &said)
    });
    let letters = if is_sum { size::BODY_STRONG } else { size::BODY };
    let painter = ui.painter();
    let grid = eframe::egui::Stroke::new(measure::LINE, tokens.grid);
    painter.hline(rect.x_range(), rect.top(), grid);
    let (days, rest) = rect.split_left_right_at_x(rect.left() + column::COUNT);
    let (categories, rest) = rest.split_left_right_at_x(rest.left() + column::SOURCE);
    line(painter, days, day, letters, if is_sum { tokens.text } else { tokens.text_subdued });
    line(painter, categories, category, size::BODY, tokens.text);
    let money = crate::ui::widgets::galley(painter, money, letters, tokens.text, rest.width());
    let at =
        eframe::egui::pos2(rest.right() - money.size().x, rest.center().y - money.size().y / 2.0);
    let notes = rest.with_max_x(at.x - space::SMALL);
    painter.galley(at, money, tokens.text);
    line(painter, notes, note, size::BODY, tokens.text_subdued);
}

/// How many take part and how many of them responded, and the way to the board.
fn members(ui: &mut Ui, cx: &mut Cx<'_>, subject: &Subject<'_>) {
    let tokens = cx.tokens;
    let Some(id) = Id::<Campaign>::of(subject.record) else { return };
    let answer = super::related::of(cx, subject.record);
    let members =
        super::related::records_of(answer.as_deref(), crate::domain::Kind::Lead, "memberships");
    let responded = members
        .iter()
        .filter_map(|record| cx.model.leads.find(record.uuid))
        .filter_map(|row| cx.model.lead_derived(row))
        .filter(|lead| lead.memberships().any(|(campaign, yes)| campaign == id.0 && yes))
        .count();
    ui.horizontal(|ui| {
        ui.set_height(page::FIELD_ROW);
        label(ui, &text(cx.lang, "metric-members"), size::BODY_STRONG, tokens.text);
        let args = [("members", members.len().into()), ("responded", responded.into())];
        let words = text_with(cx.lang, "members-responded", &args);
        label(ui, &words, size::SMALL, tokens.text_subdued);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let words = text(cx.lang, "report-fair_result");
            let button = Button::secondary(&words).with_icon(icons::CHART_COLUMN);
            if ui.add(button.height(measure::BUTTON_SMALL)).clicked() {
                cx.ask(Intent::Board(id));
            }
        });
    });
}
