//! A deal on the board: what it is, of whom, how much, until when, what comes next, whose it is.

use eframe::egui::{CornerRadius, Painter, Rect, Stroke, StrokeKind, pos2, vec2};

use super::standing::{Due, Standing};
use crate::{
    domain::{Money, Opportunity, RecordId, Value},
    i18n::{text, text_with},
    query,
    ui::{
        Cx, days,
        shown::{amount, decimal, without_account},
        theme::{Tokens, icon, measure, size, space},
        widgets::{Glyph, Pill, avatar, galley, icons, line},
    },
};

/// What stands on a card.
pub(super) struct Content {
    name: String,
    account: String,
    amount: String,
    closes: String,
    /// The day alone, where there is no room for more.
    closes_short: String,
    /// Whether it should be closed by now.
    is_late: bool,
    step: String,
    /// Whether anybody has said what comes next.
    is_planned: bool,
    /// When the next task is due; none if there is no task.
    due: Option<Due>,
    owner: String,
}

impl Content {
    /// What stands on the card of a deal.
    pub fn of(cx: &mut Cx<'_>, standing: &Standing, (record, row): (RecordId, u32)) -> Self {
        let (columns, at) = (&cx.model.opportunities, row as usize);
        let zone = cx.model.settings().zone();
        let today = cx.now().day(zone);
        let label = |tag| {
            let record = columns.link(tag, at);
            record.map_or_else(String::new, |record| query::label(cx.model, record))
        };
        let worth = match columns.value(Opportunity::amount, at) {
            Value::Money(money) => shown(cx, money),
            _ => String::new(),
        };
        let closes_on = match columns.value(Opportunity::closes_on, at) {
            Value::Date(day) => Some(day),
            _ => None,
        };
        let closes_short =
            closes_on.map_or_else(String::new, |day| days::short(day, today, cx.lang));
        let closes = match closes_short.as_str() {
            "" => String::new(),
            day => text_with(cx.lang, "deals-closes", &[("day", day.into())]).into_owned(),
        };
        let name = columns.text(Opportunity::name, at).to_owned();
        let (account, owner) = (label(Opportunity::account), label(Opportunity::owner));
        let planned = cx.row(record);
        let planned = planned.as_ref().and_then(|row| row.get(Opportunity::next_step).as_text());
        let planned = planned.unwrap_or_default();
        let due = standing.next_due(row).map(|due| due.day(zone));
        let step = step(cx, planned, (due, today));
        Self {
            name,
            account,
            amount: worth,
            closes,
            closes_short,
            is_late: closes_on.is_some_and(|day| day < today),
            step,
            is_planned: due.is_some() || !planned.is_empty(),
            due: due.map(|due| Due::of(due, today)),
            owner,
        }
    }

    /// What is read aloud.
    pub fn said(&self, cx: &Cx<'_>) -> String {
        let late =
            if self.is_late { text(cx.lang, "deals-late").into_owned() } else { String::new() };
        let parts = [&self.name, &self.account, &self.amount, &self.closes, &late, &self.step];
        let parts: Vec<&str> =
            parts.into_iter().map(String::as_str).filter(|it| !it.is_empty()).collect();
        parts.join(", ")
    }

    /// Draws it; whether it is lit by the pointer, and whether it is the chosen one.
    pub fn paint(
        &self,
        painter: &Painter,
        rect: Rect,
        (is_lit, is_chosen): (bool, bool),
        cx: &Cx<'_>,
    ) {
        let tokens = cx.tokens;
        let radius = CornerRadius::same(measure::RADIUS as u8);
        let (edge, width) = match (is_chosen, is_lit) {
            (true, _) => (tokens.focus, measure::FOCUS_LINE),
            (false, true) => (tokens.border_control, measure::LINE),
            (false, false) => (tokens.border, measure::LINE),
        };
        painter.rect(rect, radius, tokens.surface, Stroke::new(width, edge), StrokeKind::Inside);
        let inner = rect.shrink2(vec2(space::MEDIUM, space::SMALL));
        let row = |top: f32, height: f32| {
            Rect::from_min_size(pos2(inner.left(), inner.top() + top), vec2(inner.width(), height))
        };
        let name = without_account(&self.name, &self.account);
        line(painter, row(0.0, 22.0), name, size::BODY, tokens.text);
        line(painter, row(22.0, 16.0), &self.account, size::SMALL, tokens.text_subdued);
        let middle = row(44.0, 22.0);
        let worth = line(painter, middle, &self.amount, size::BODY_STRONG, tokens.text);
        self.paint_closing(painter, middle.with_min_x(worth.right() + space::SMALL), tokens);
        let foot = row(72.0, measure::AVATAR);
        if !self.owner.is_empty() {
            let center = pos2(foot.right() - measure::AVATAR / 2.0, foot.center().y);
            avatar(painter, center, measure::AVATAR, &self.owner, tokens);
        }
        let room = foot.with_max_x(foot.right() - measure::AVATAR - space::SMALL);
        self.paint_step(painter, room, tokens);
    }

    fn paint_closing(&self, painter: &Painter, room: Rect, tokens: &Tokens) {
        let color = if self.is_late { tokens.danger } else { tokens.text_subdued };
        let whole = galley(painter, &self.closes, size::SMALL, color, f32::INFINITY);
        let words = match whole.size().x <= room.width() - icon::TINY {
            true => whole,
            false => galley(painter, &self.closes_short, size::SMALL, color, room.width()),
        };
        let at = pos2(room.right() - words.size().x, room.center().y - words.size().y / 2.0);
        if self.is_late {
            let sign = pos2(at.x - space::TINY - icon::TINY / 2.0, room.center().y);
            icons::TRIANGLE_ALERT.paint(painter, sign, icon::TINY, color);
        }
        painter.galley(at, words, color);
    }

    fn paint_step(&self, painter: &Painter, room: Rect, tokens: &Tokens) {
        let (tone, glyph) = match self.due {
            Some(Due::Later) => (tokens.good(), icons::CALENDAR),
            Some(Due::Today) => (tokens.doubtful(), icons::CLOCK),
            Some(Due::Late) => (tokens.bad(), icons::TRIANGLE_ALERT),
            None if self.is_planned => (tokens.neutral(), icons::ARROW_RIGHT),
            None => (tokens.neutral(), icons::PLUS),
        };
        let pill = Pill { text: &self.step, glyph: Glyph::Icon(glyph), tone };
        pill.paint(painter, room);
    }
}

/// What comes next: free words last, so that only they are cut.
fn step(
    cx: &Cx<'_>,
    planned: &str,
    (due, today): (Option<chrono::NaiveDate>, chrono::NaiveDate),
) -> String {
    let Some(due) = due else {
        let nothing = || text(cx.lang, "deals-no-step").into_owned();
        return if planned.is_empty() { nothing() } else { planned.to_owned() };
    };
    let late = u64::try_from((today - due).num_days()).unwrap_or_default();
    let when = match Due::of(due, today) {
        Due::Later => days::short(due, today, cx.lang),
        Due::Today => text(cx.lang, "day-group-today").into_owned(),
        Due::Late => text_with(cx.lang, "deals-days-late", &[("days", late.into())]).into_owned(),
    };
    let task = text(cx.lang, "activity_kind-task");
    let what = if planned.is_empty() { task.as_ref() } else { planned };
    format!("{when} · {what}")
}

/// An amount; its currency only where it is not that of the workspace.
fn shown(cx: &Cx<'_>, money: Money) -> String {
    match money.currency == cx.model.settings().base_currency() {
        true => decimal(money.amount),
        false => amount(money),
    }
}
