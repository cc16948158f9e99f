//! Who reports to whom at an account, and what part each has in a decision.

use std::collections::HashSet;

use eframe::egui::{
    Color32, CornerRadius, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    accesskit::Role, pos2, vec2,
};

use super::people::{People, Person};
use crate::{
    domain::{DecisionRole, RecordId},
    i18n::{text, text_with},
    ui::{
        Cx, Place,
        shown::choice,
        theme::{Tokens, icon, measure, page, size, space},
        widgets::{Icon, avatar, focus_ring, galley, icons, label, line},
    },
};

/// Between cards, side by side and one below the other.
const GAP: eframe::egui::Vec2 = vec2(space::MEDIUM, space::HUGE);

/// Draws the chart; those to whom nobody reports and who report to nobody stand below it.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, people: &People) {
    let active = people.list.iter().filter(|person| person.is_active).count();
    let args = [("active", active.into()), ("left", (people.list.len() - active).into())];
    ui.horizontal(|ui| {
        ui.set_height(page::FIELD_ROW);
        label(ui, &text(cx.lang, "account-org"), size::BODY_STRONG, cx.tokens.text);
        let note = text_with(cx.lang, "account-working", &args);
        label(ui, &note, size::SMALL, cx.tokens.text_subdued);
    });
    let chart = Chart::of(people);
    if !chart.places.is_empty() {
        let scroll = ScrollArea::horizontal().id_salt("org").auto_shrink([false, true]);
        scroll.show(ui, |ui| chart.draw(ui, cx, people));
    }
    let alone: Vec<&Person> =
        people.list.iter().filter(|person| !chart.has(person.record)).collect();
    if alone.is_empty() {
        return;
    }
    ui.add_space(space::SMALL);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::MEDIUM, space::MEDIUM);
        for person in alone {
            let (rect, _) = ui.allocate_exact_size(page::ORG_CARD, Sense::hover());
            card(ui, cx, person, rect);
        }
    });
}

/// Where each person stands, in cards from the left and rows from the top.
struct Chart {
    places: Vec<(RecordId, f32, usize)>,
    width: f32,
    depth: usize,
}

impl Chart {
    /// The chart of those who report to somebody, or to whom somebody does.
    fn of(people: &People) -> Self {
        let is_known = |record: RecordId| people.list.iter().any(|person| person.record == record);
        let boss = |person: &Person| person.reports_to.filter(|boss| is_known(*boss));
        let has_reports = |record: RecordId| people.list.iter().any(|it| boss(it) == Some(record));
        let mut chart = Self { places: Vec::new(), width: 0.0, depth: 0 };
        let mut seen = HashSet::new();
        let roots = people.list.iter().filter(|it| boss(it).is_none() && has_reports(it.record));
        for root in roots {
            chart.put(people, (root.record, 0), &mut seen);
        }
        chart
    }

    fn has(&self, record: RecordId) -> bool {
        self.places.iter().any(|(other, ..)| *other == record)
    }

    /// Puts a person over those who report to them; gives back where the person stands.
    fn put(
        &mut self,
        people: &People,
        (record, depth): (RecordId, usize),
        seen: &mut HashSet<RecordId>,
    ) -> f32 {
        seen.insert(record);
        self.depth = self.depth.max(depth + 1);
        let reports: Vec<RecordId> = people
            .list
            .iter()
            .filter(|it| it.reports_to == Some(record) && !seen.contains(&it.record))
            .map(|it| it.record)
            .collect();
        let mut places = Vec::new();
        for report in reports {
            if !seen.contains(&report) {
                places.push(self.put(people, (report, depth + 1), seen));
            }
        }
        let place = match (places.first(), places.last()) {
            (Some(first), Some(last)) => f32::midpoint(*first, *last),
            _ => {
                self.width += 1.0;
                self.width - 1.0
            }
        };
        self.places.push((record, place, depth));
        place
    }

    fn draw(&self, ui: &mut Ui, cx: &mut Cx<'_>, people: &People) {
        let step = page::ORG_CARD + GAP;
        let extent = vec2(step.x * self.width - GAP.x, step.y * self.depth as f32 - GAP.y);
        let (whole, _) = ui.allocate_exact_size(extent, Sense::hover());
        let rect = |place: f32, depth: usize| {
            let at = whole.min + vec2(step.x * place, step.y * depth as f32);
            Rect::from_min_size(at, page::ORG_CARD)
        };
        let wire = Stroke::new(measure::LINE, cx.tokens.border_strong);
        let find = |record: RecordId| self.places.iter().find(|(other, ..)| *other == record);
        for (record, place, depth) in &self.places {
            let Some(person) = people.list.iter().find(|it| it.record == *record) else { continue };
            let here = rect(*place, *depth);
            if let Some((_, above, depth)) =
                person.reports_to.and_then(find).filter(|it| it.2 < *depth)
            {
                let from = rect(*above, *depth).center_bottom();
                let to = here.center_top();
                let middle = f32::midpoint(from.y, to.y);
                let painter = ui.painter();
                painter.vline(from.x, from.y..=middle, wire);
                let (left, right) = (from.x.min(to.x), from.x.max(to.x));
                painter.hline(left..=right, middle, wire);
                painter.vline(to.x, middle..=to.y, wire);
            }
            card(ui, cx, person, here);
        }
    }
}

/// Someone, with the part they have in a decision; a click leads to their page.
fn card(ui: &Ui, cx: &mut Cx<'_>, person: &Person, rect: Rect) {
    let tokens = cx.tokens;
    let id = ui.scope_id().with(("person", person.record));
    let response = ui.interact(rect, id, Sense::click());
    let role = person.role.map(|role| choice(cx.lang, DecisionRole::CHOICES.name, role.id()));
    let role = match (person.is_active, role) {
        (false, _) => text(cx.lang, "account-left").into_owned(),
        (true, role) => role.unwrap_or_default(),
    };
    let said = format!("{}, {}, {role}", person.name, person.title);
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, said.trim_end_matches(", ")));
    let (picture, color) = look(person, tokens);
    let edge = if person.role.is_some() && person.is_active { color } else { tokens.border_strong };
    let radius = CornerRadius::same(measure::RADIUS as u8);
    let fill = if response.hovered() { tokens.hover } else { tokens.surface };
    let line_width = Stroke::new(measure::LINE, edge);
    ui.painter().rect(rect, radius, fill, line_width, StrokeKind::Inside);
    let inner = rect.shrink(space::SMALL);
    let upper = inner.with_max_y(inner.top() + measure::AVATAR);
    let side = measure::AVATAR;
    let center = upper.left_center() + vec2(side / 2.0, 0.0);
    avatar(ui.painter(), center, side, &person.name, tokens);
    let name_at = upper.with_min_x(upper.left() + side + space::SMALL);
    let ink = if person.is_active { tokens.text } else { tokens.text_subdued };
    line(ui.painter(), name_at, &person.name, size::BODY, ink);
    let lower = inner.with_min_y(inner.bottom() - space::LARGE);
    let words = galley(ui.painter(), &role, size::SMALL, color, lower.width());
    let at = pos2(lower.right() - words.size().x, lower.center().y - words.size().y / 2.0);
    let mut room = lower;
    if !role.is_empty() {
        let sign = pos2(at.x - space::TINY - icon::TINY / 2.0, lower.center().y);
        picture.paint(ui.painter(), sign, icon::TINY, color);
        room = lower.with_max_x(sign.x - space::SMALL);
    }
    ui.painter().galley(at, words, color);
    line(ui.painter(), room, &person.title, size::SMALL, tokens.text_subdued);
    if response.has_focus() {
        focus_ring(ui.painter(), rect, tokens);
    }
    if response.clicked() {
        cx.go(Place::Record(person.record));
    }
}

/// The sign and the colour of a part in a decision.
fn look(person: &Person, tokens: &Tokens) -> (Icon, Color32) {
    if !person.is_active {
        return (icons::BAN, tokens.text_subdued);
    }
    match person.role {
        Some(DecisionRole::DecisionMaker) => (icons::FLAG, tokens.link),
        Some(DecisionRole::BudgetHolder) => (icons::BANKNOTE, tokens.link),
        Some(DecisionRole::Champion) => (icons::CIRCLE_CHECK, tokens.success),
        Some(DecisionRole::Gatekeeper) => (icons::LOCK, tokens.warning),
        Some(DecisionRole::Blocker) => (icons::BAN, tokens.danger),
        _ => (icons::USER, tokens.text_subdued),
    }
}
