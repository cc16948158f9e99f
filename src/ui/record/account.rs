//! What only an account has: what was sold, what was won and lost and why, who works there, where they were met,
//! and who looks after it.

use eframe::egui::{
    Align, CornerRadius, Layout, Rect, Sense, Ui, WidgetInfo, accesskit::Role, pos2, vec2,
};

use super::{actions::Subject, lead::section, lines::amount, org_chart, people::People};
use crate::{
    domain::{
        Account, Fields as _, Id, LostReason, Money, Opportunity, Order, OrderStatus, Outcome,
        Picklist as _, RecordId, Value,
    },
    i18n::{grouped, text, text_with},
    query,
    report::{AccountFigures, Worth},
    ui::{
        Among, Cx, Intent, Place, days,
        questions::{Answer, Question},
        shown::{choice, compact, decimal, rounded, without_account},
        theme::{measure, page, size, space},
        widgets::{Bar, Glyph, Link, Pill, bars, focus_ring, icons, label, line, rule},
    },
};

/// Deals and orders shown at once.
const MOST: usize = 8;

/// What the page of an account remembers.
#[derive(Default)]
pub(super) struct AccountPage {
    shows_all_deals: bool,
    shows_all_orders: bool,
}

impl AccountPage {
    /// Draws it.
    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, subject: &Subject<'_>) {
        let Some(id) = Id::<Account>::of(subject.record) else { return };
        let answer = cx.answer(Question::Account(id));
        let Some(Answer::Account(known, people)) = answer.as_deref() else { return };
        section(ui, |ui| figures(ui, cx, subject.record, known));
        let people = People::of(cx, subject.record, people);
        if !people.list.is_empty() {
            rule(ui);
            section(ui, |ui| org_chart::show(ui, cx, &people));
        }
        if !known.deals.is_empty() {
            rule(ui);
            section(ui, |ui| self.deals(ui, cx, known));
        }
        if !known.orders.is_empty() {
            rule(ui);
            section(ui, |ui| self.orders(ui, cx, known));
        }
        if known.years.len() > 1 {
            rule(ui);
            section(ui, |ui| years(ui, cx, known));
        }
        if people.has_campaigns() {
            rule(ui);
            section(ui, |ui| people.campaigns(ui, cx));
        }
        rule(ui);
        section(ui, |ui| team(ui, cx, &Account::read(subject.row)));
    }

    fn deals(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, known: &AccountFigures) {
        let args = [
            ("open", known.open.count().into()),
            ("won", known.won.count().into()),
            ("lost", known.lost.count().into()),
        ];
        let mut note = text_with(cx.lang, "account-deals", &args).into_owned();
        let reasons: Vec<String> = known
            .lost_reasons
            .iter()
            .map(|(reason, count)| {
                let reason = choice(cx.lang, LostReason::CHOICES.name, reason);
                format!("{reason} {count}")
            })
            .collect();
        if !reasons.is_empty() {
            note = format!("{note} · {}", reasons.join(", "));
        }
        let title = text(cx.lang, "kind-opportunity-plural");
        head(ui, cx, (&title, &note), (known.deals.len(), &mut self.shows_all_deals));
        for record in shown(&known.deals, self.shows_all_deals) {
            deal(ui, cx, *record);
        }
    }

    fn orders(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, known: &AccountFigures) {
        let args = [("count", known.revenue.count().into())];
        let note = text_with(cx.lang, "account-confirmed", &args).into_owned();
        let title = text(cx.lang, "kind-order-plural");
        head(ui, cx, (&title, &note), (known.orders.len(), &mut self.shows_all_orders));
        for record in shown(&known.orders, self.shows_all_orders) {
            order(ui, cx, *record);
        }
    }
}

fn shown(records: &[RecordId], is_all: bool) -> &[RecordId] {
    let most = if is_all { records.len() } else { MOST };
    records.get(..most).unwrap_or(records)
}

/// The title of a part, what is said of it, and a way to all of it.
fn head(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (title, note): (&str, &str),
    (count, is_all): (usize, &mut bool),
) {
    ui.horizontal(|ui| {
        ui.set_height(page::FIELD_ROW);
        label(ui, title, size::BODY_STRONG, cx.tokens.text);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if count > MOST && !*is_all {
                let args = [("count", count.into())];
                let words = text_with(cx.lang, "account-all", &args);
                *is_all = ui.add(Link::new(&words)).clicked();
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                label(ui, note, size::SMALL, cx.tokens.text_subdued);
            });
        });
    });
}

/// The key figures side by side, each with a way to the records it is made of.
fn figures(ui: &mut Ui, cx: &mut Cx<'_>, account: RecordId, known: &AccountFigures) {
    let figures = all_figures(cx, known);
    let room = ui.available_width();
    let columns = ((room / page::ACCOUNT_FIGURE) as usize).clamp(1, figures.len());
    let width = room / columns as f32;
    for of_row in figures.chunks(columns) {
        let (rect, _) = ui.allocate_exact_size(vec2(room, 2.0 * measure::BUTTON), Sense::hover());
        for (at, figure) in of_row.iter().enumerate() {
            let left = rect.left() + width * at as f32;
            let cell = Rect::from_x_y_ranges(left..=left + width - space::SMALL, rect.y_range());
            if one_figure(ui, cx, cell, figure) {
                look_behind(cx, account, figure);
            }
        }
    }
}

/// A key figure: the key of its name, the number, what else is said of it, and the records it is made of.
struct Figure {
    key: &'static str,
    number: String,
    note: String,
    behind: Vec<RecordId>,
}

fn all_figures(cx: &Cx<'_>, known: &AccountFigures) -> [Figure; 5] {
    let today = cx.now().day(cx.model.settings().zone());
    let nothing = || text(cx.lang, "not-applicable").into_owned();
    let worth = |key, worth: &Worth, note: &str| {
        let note = text_with(cx.lang, note, &[("count", worth.count().into())]).into_owned();
        let (number, behind) = (compact(worth.sum, cx.lang), worth.records.clone());
        Figure { key, number, note, behind }
    };
    let decided = known.won.count() + known.lost.count();
    let rate = (decided > 0).then(|| {
        let rate = rust_decimal::Decimal::from(known.won.count() * 100)
            / rust_decimal::Decimal::from(decided);
        format!("{} %", rounded(rate, 0))
    });
    let last = known.last_order.and_then(|(day, _)| u64::try_from((today - day).num_days()).ok());
    let last = last
        .map(|days| text_with(cx.lang, "account-days-ago", &[("days", days.into())]).into_owned());
    let args = [("won", known.won.count().into()), ("lost", known.lost.count().into())];
    [
        worth("account-revenue", &known.revenue, "account-orders"),
        worth("account-revenue-year", &known.revenue_lately, "account-orders"),
        worth("account-open", &known.open, "deals-count"),
        Figure {
            key: "metric-win_rate",
            number: rate.unwrap_or_else(nothing),
            note: text_with(cx.lang, "account-won-lost", &args).into_owned(),
            behind: [known.won.records.as_slice(), known.lost.records.as_slice()].concat(),
        },
        Figure {
            key: "account-last-order",
            number: last.unwrap_or_else(nothing),
            note: String::new(),
            behind: known.last_order.map(|(_, order)| order).into_iter().collect(),
        },
    ]
}

/// Goes to the records a figure is made of: to the only one, or to a list of just these.
fn look_behind(cx: &mut Cx<'_>, account: RecordId, figure: &Figure) {
    match figure.behind.as_slice() {
        [] => {}
        [one] => cx.go(Place::Record(*one)),
        [first, ..] => {
            let (name, figure_name) = (query::label(cx.model, account), text(cx.lang, figure.key));
            cx.ask(Intent::Limit(Box::new(Among {
                kind: first.kind,
                title: format!("{name} · {figure_name}"),
                records: figure.behind.clone(),
            })));
        }
    }
}

/// A figure: its name, the number and what else is said of it, one below the other; whether it was clicked.
fn one_figure(ui: &Ui, cx: &Cx<'_>, cell: Rect, figure: &Figure) -> bool {
    let Figure { key, number, note, behind } = figure;
    let (name, can_click) = (text(cx.lang, key), !behind.is_empty());
    let said = format!("{name}: {number} {note}");
    let sense = if can_click { Sense::click() } else { Sense::hover() };
    let response = ui.interact(cell, ui.scope_id().with(*key), sense);
    let role = if can_click { Role::Link } else { Role::Label };
    response.widget_info(|| WidgetInfo::labeled(role, true, said.trim_end()));
    let ground = cell.expand2(vec2(space::TINY, 0.0));
    let radius = CornerRadius::same(measure::RADIUS as u8);
    if can_click && response.hovered() {
        ui.painter().rect_filled(ground, radius, cx.tokens.hover);
    }
    if response.has_focus() {
        focus_ring(ui.painter(), ground, cx.tokens);
    }
    let (upper, lower) = cell.split_top_bottom_at_fraction(0.33);
    let (middle, lower) = lower.split_top_bottom_at_fraction(0.5);
    let subdued = cx.tokens.text_subdued;
    line(ui.painter(), upper, &name, size::SMALL, subdued);
    line(ui.painter(), middle, number, size::HEADING, cx.tokens.text);
    line(ui.painter(), lower, note, size::SMALL, subdued);
    response.clicked()
}

/// A row that leads to its record; its cells are drawn into what is given.
fn row(ui: &mut Ui, cx: &mut Cx<'_>, record: RecordId, said: &str) -> Rect {
    let extent = vec2(ui.available_width(), page::ROW);
    let (rect, response) = ui.allocate_exact_size(extent, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, said));
    let ground = rect.expand2(vec2(space::SMALL, 0.0));
    let radius = CornerRadius::same(measure::RADIUS as u8);
    if response.hovered() {
        ui.painter().rect_filled(ground, radius, cx.tokens.hover);
    }
    if response.has_focus() {
        focus_ring(ui.painter(), ground, cx.tokens);
    }
    if response.clicked() {
        cx.go(Place::Record(record));
    }
    rect
}

/// Where the cells of a row are: its name, two small ones, its amount at the right, and where it stands.
fn cells(rect: Rect) -> [Rect; 4] {
    let at = |from: f32, to: f32| {
        let x = |share: f32| rect.left() + rect.width() * share;
        Rect::from_x_y_ranges(x(from)..=x(to) - space::SMALL, rect.y_range())
    };
    [at(0.0, 0.34), at(0.34, 0.64), at(0.64, 0.84), at(0.84, 1.0)]
}

fn at_right(ui: &Ui, rect: Rect, words: &str, cx: &Cx<'_>) {
    let color = cx.tokens.text;
    let galley = crate::ui::widgets::galley(ui.painter(), words, size::BODY, color, rect.width());
    let at = pos2(rect.right() - galley.size().x, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, color);
}

fn deal(ui: &mut Ui, cx: &mut Cx<'_>, record: RecordId) {
    let columns = &cx.model.opportunities;
    let Some(at) = columns.find(record.uuid) else { return };
    let outcome = Outcome::of_id(columns.text(Opportunity::outcome, at)).unwrap_or_default();
    let stage = choice(cx.lang, "pipeline_stage", columns.text(Opportunity::stage, at));
    let reason = columns.text(Opportunity::lost_reason, at);
    let stands = match outcome {
        Outcome::Lost if !reason.is_empty() => {
            let reason = choice(cx.lang, LostReason::CHOICES.name, reason);
            format!("{stage} · {reason}")
        }
        _ => stage,
    };
    let worth = money(&columns.value(Opportunity::amount, at), cx);
    let day = day(&columns.value(Opportunity::closes_on, at), cx);
    let name = query::label(cx.model, record);
    let rect = row(ui, cx, record, &format!("{name}, {stands}, {worth}, {day}"));
    let [name_at, stage_at, amount_at, day_at] = cells(rect);
    let account = columns.link(Opportunity::account, at);
    let account = account.map_or_else(String::new, |account| query::label(cx.model, account));
    let short = without_account(&name, &account);
    line(ui.painter(), name_at, short, size::BODY, cx.tokens.text);
    let (tone, glyph) = match outcome {
        Outcome::Open => (cx.tokens.told(), Glyph::Quarters(2)),
        Outcome::Won => (cx.tokens.good(), Glyph::Icon(icons::CIRCLE_CHECK)),
        Outcome::Lost => (cx.tokens.bad(), Glyph::Icon(icons::BAN)),
    };
    Pill { text: &stands, glyph, tone }.paint(ui.painter(), stage_at);
    at_right(ui, amount_at, &worth, cx);
    at_right(ui, day_at, &day, cx);
}

fn order(ui: &mut Ui, cx: &mut Cx<'_>, record: RecordId) {
    let columns = &cx.model.orders;
    let Some(at) = columns.find(record.uuid) else { return };
    let status = OrderStatus::of_id(columns.text(Order::status, at)).unwrap_or_default();
    let stands = choice(cx.lang, OrderStatus::CHOICES.name, status.id());
    let worth = money(&columns.value(Order::amount, at), cx);
    let day = day(&columns.value(Order::ordered_on, at), cx);
    let name = query::label(cx.model, record);
    let rect = row(ui, cx, record, &format!("{name}, {stands}, {worth}, {day}"));
    let [name_at, status_at, amount_at, day_at] = cells(rect);
    line(ui.painter(), name_at, &name, size::BODY, cx.tokens.text);
    let (tone, icon) = match status {
        OrderStatus::Draft => (cx.tokens.neutral(), icons::PENCIL),
        OrderStatus::AwaitingApproval => (cx.tokens.doubtful(), icons::CLOCK),
        OrderStatus::Confirmed => (cx.tokens.good(), icons::CIRCLE_CHECK),
        OrderStatus::Cancelled => (cx.tokens.bad(), icons::BAN),
    };
    Pill { text: &stands, glyph: Glyph::Icon(icon), tone }.paint(ui.painter(), status_at);
    at_right(ui, amount_at, &worth, cx);
    at_right(ui, day_at, &day, cx);
}

fn money(value: &Value, cx: &Cx<'_>) -> String {
    match value {
        Value::Money(money) if money.currency == cx.model.settings().base_currency() => {
            decimal(money.amount)
        }
        Value::Money(money) => amount(cx, *money),
        _ => "–".to_owned(),
    }
}

fn day(value: &Value, cx: &Cx<'_>) -> String {
    let today = cx.now().day(cx.model.settings().zone());
    match value {
        Value::Date(day) => days::short(*day, today, cx.lang),
        _ => String::new(),
    }
}

/// Revenue by year.
fn years(ui: &mut Ui, cx: &Cx<'_>, known: &AccountFigures) {
    let title = text(cx.lang, "account-years");
    let currency = cx.model.settings().base_currency();
    label(ui, &title, size::BODY_STRONG, cx.tokens.text);
    ui.add_space(space::TINY);
    let most = known.years.iter().map(|(_, sum)| *sum).max().unwrap_or_default();
    let shown: Vec<Bar> = known
        .years
        .iter()
        .map(|(year, sum)| {
            let share = sum.checked_div(most).unwrap_or_default();
            Bar {
                label: year.to_string(),
                value: share.to_string().parse().unwrap_or_default(),
                number: compact(Money { amount: *sum, currency }, cx.lang),
                note: String::new(),
                color: None,
            }
        })
        .collect();
    bars(ui, &shown);
}

/// Who looks after the account.
fn team(ui: &mut Ui, cx: &mut Cx<'_>, account: &Account) {
    ui.spacing_mut().item_spacing.y = space::TINY;
    let owner =
        account.owner.map(|owner| (owner.record(), text(cx.lang, "field-owner").into_owned()));
    let members = account.team.iter().filter_map(|member| {
        Some((member.user?.record(), choice(cx.lang, "team_role", &member.role)))
    });
    let all: Vec<(RecordId, String)> = owner.into_iter().chain(members).collect();
    let args = [("count", grouped(all.len() as u64).into())];
    ui.horizontal(|ui| {
        ui.set_height(page::FIELD_ROW);
        label(ui, &text(cx.lang, "field-team"), size::BODY_STRONG, cx.tokens.text);
        label(
            ui,
            &text_with(cx.lang, "account-people", &args),
            size::SMALL,
            cx.tokens.text_subdued,
        );
    });
    for (user, role) in all {
        ui.horizontal(|ui| {
            ui.set_height(page::FIELD_ROW);
            super::facts::person(ui, cx, user);
            label(ui, &role, size::SMALL, cx.tokens.text_subdued);
        });
    }
}
