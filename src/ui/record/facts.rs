//! The key figures in the head of a page: small labels, each with a value under it.

use eframe::egui::{Align, Layout, Rect, Sense, Ui, Vec2, WidgetInfo, accesskit::Role, vec2};

use super::{lines::lines, sections::PageField};
use crate::{
    domain::{
        FieldInfo, Fields as _, Id, Kind, Lead, OrderStatus, Outcome, RecordId, Row, Shape, Stage,
        Value, score,
    },
    i18n::text,
    ui::{
        Cx, Place, days,
        list::glyph,
        shown::choice,
        theme::{Tone, measure, page, size, space},
        widgets::{Glyph, Link, Pill, avatar, galley, grade, icons, label},
    },
};

/// Key figures shown at most; the rest stands among the fields.
const MOST: usize = 8;

/// Fields that say nothing at a glance, or stand in the head anyway.
const ELSEWHERE: &[&str] =
    &["name", "number", "job_title", "phones", "emails", "accounts", "parent"];

/// Draws the figures side by side, in as many rows as they need.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, record: RecordId, row: &Row) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::HUGE, space::SMALL);
        if record.kind == Kind::Lead {
            lead(ui, cx, record, row);
        }
        let is_told = |field: &&FieldInfo| match record.kind {
            Kind::Lead => matches!(field.name, "source" | "campaign" | "captured_at"),
            _ => field.spec.is_listed() && !ELSEWHERE.contains(&field.name),
        };
        let fields = record.kind.fields().iter().filter(is_told);
        let filled = fields.filter(|field| !row.get(field.tag).is_empty());
        for field in filled.take(MOST) {
            let page = PageField::of(record.kind, field, cx.lang);
            figure(ui, cx, &page.label, |ui, cx| value(ui, cx, (record.kind, field), row));
        }
    });
}

/// A figure: its label above its value.
pub(super) fn figure(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    name: &str,
    draw: impl FnOnce(&mut Ui, &mut Cx<'_>),
) {
    let layout = Layout::top_down(Align::Min);
    // It begins a new row where not even its name has room.
    let words = galley(ui.painter(), name, size::SMALL, cx.tokens.text_subdued, f32::INFINITY);
    let least = words.size().x.clamp(page::FACT, page::FACT_MOST);
    ui.allocate_ui_with_layout(vec2(least, 2.0 * measure::PILL), layout, |ui| {
        ui.set_max_width(page::FACT_MOST);
        ui.spacing_mut().item_spacing = Vec2::new(space::TINY, 0.0);
        ui.spacing_mut().interact_size.y = measure::PILL;
        label(ui, name, size::SMALL, cx.tokens.text_subdued);
        ui.horizontal(|ui| {
            ui.set_height(measure::AVATAR);
            draw(ui, cx);
        });
    });
}

/// What only leads have: stage, score and grade, whose it is, how the talks stand.
fn lead(ui: &mut Ui, cx: &mut Cx<'_>, record: RecordId, row: &Row) {
    let lead = Lead::read(row);
    let tokens = cx.tokens;
    let name = text(cx.lang, "field-stage");
    figure(ui, cx, &name, |ui, cx| {
        let words = choice(cx.lang, "stage", lead.stage.id());
        ui.add(Pill { text: &words, glyph: glyph(lead.stage), tone: tokens.stage(lead.stage) });
    });
    let name = text(cx.lang, "fact-score");
    figure(ui, cx, &name, |ui, cx| score_and_grade(ui, cx, record, &lead));
    let owner = lead.owner.map(Id::record).or(lead.pool.map(Id::record));
    if let Some(owner) = owner {
        let key = if lead.owner.is_some() { "field-owner" } else { "field-pool" };
        let name = text(cx.lang, key);
        figure(ui, cx, &name, |ui, cx| person(ui, cx, owner));
    }
    let name = text(cx.lang, "field-contact_state");
    figure(ui, cx, &name, |ui, cx| {
        use crate::domain::ContactState::{Attempted, BadTiming, Connected, NotContacted};
        let (tone, icon) = match lead.contact_state {
            NotContacted => (tokens.neutral(), icons::MINUS),
            Attempted => (tokens.doubtful(), icons::PHONE),
            Connected => (tokens.good(), icons::CHECK),
            BadTiming => (tokens.doubtful(), icons::CLOCK),
        };
        pill(ui, &choice(cx.lang, "contact_state", lead.contact_state.id()), icon, tone);
    });
    if let Some(response) = lead.response {
        use crate::domain::Response::{Accepted, NotAccepted, NotReached};
        let name = text(cx.lang, "field-response");
        figure(ui, cx, &name, |ui, cx| {
            let (tone, icon) = match response {
                Accepted => (tokens.good(), icons::CHECK),
                NotAccepted => (tokens.bad(), icons::X),
                NotReached => (tokens.doubtful(), icons::PHONE),
            };
            pill(ui, &choice(cx.lang, "response", response.id()), icon, tone);
        });
    }
    if let (Stage::Nurturing, Some(day)) = (lead.stage, lead.wake_on) {
        let name = text(cx.lang, "field-wake_on");
        let words = days::short(day, cx.now().day(cx.model.settings().zone()), cx.lang);
        figure(ui, cx, &name, |ui, cx| {
            label(ui, &words, size::BODY, cx.tokens.text);
        });
    }
    let name = text(cx.lang, "fact-complete");
    let percent = score::completeness(&lead);
    figure(ui, cx, &name, |ui, cx| complete(ui, cx, percent));
}

fn pill(ui: &mut Ui, words: &str, icon: crate::ui::widgets::Icon, tone: Tone) {
    ui.add(Pill { text: words, glyph: Glyph::Icon(icon), tone });
}

/// The score with its grade; what it is made of under the pointer.
fn score_and_grade(ui: &mut Ui, cx: &Cx<'_>, record: RecordId, lead: &Lead) {
    let Some(row) = cx.model.leads.find(record.uuid) else { return };
    let (points, third) = (cx.model.score(row, cx.now()), cx.model.grade(row));
    let drawn = label(ui, &points.to_string(), size::BODY_STRONG, cx.tokens.text);
    let (rect, response) = ui.allocate_exact_size(measure::GRADE, Sense::hover());
    let name = score::grade_name(third);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name));
    grade(ui.painter(), rect, third, cx.tokens);
    let id = Id::new(record.uuid);
    for response in [drawn, response] {
        response.on_hover_ui(|ui| contributions(ui, cx, id, lead));
    }
}

/// What a score is made of, the largest first.
fn contributions(ui: &mut Ui, cx: &Cx<'_>, id: Id<Lead>, lead: &Lead) {
    ui.set_max_width(page::FACT_MOST);
    for part in cx.model.contributions(id, lead, cx.now()) {
        let sign = if part.points < 0.0 { "−" } else { "+" };
        let points = format!("{sign}{:.0}", part.points.abs());
        ui.horizontal(|ui| {
            label(ui, &choice(cx.lang, "score_rule", part.rule), size::SMALL, cx.tokens.text);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                label(ui, &points, size::SMALL, cx.tokens.text_subdued);
            });
        });
    }
}

/// How much of what one wants to know is there, as a bar and in per cent.
fn complete(ui: &mut Ui, cx: &Cx<'_>, percent: u32) {
    let tokens = cx.tokens;
    let (rect, _) =
        ui.allocate_exact_size(vec2(page::CURRENCY, measure::RADIUS_SMALL), Sense::hover());
    ui.painter().rect_filled(rect, measure::RADIUS_BAR, tokens.sunken);
    let width = rect.width() * percent as f32 / 100.0;
    let filled = Rect::from_min_size(rect.min, vec2(width, rect.height()));
    ui.painter().rect_filled(filled, measure::RADIUS_BAR, tokens.accent);
    label(ui, &format!("{percent} %"), size::BODY, tokens.text);
}

/// Someone with an avatar, or a pool.
pub(super) fn person(ui: &mut Ui, cx: &mut Cx<'_>, record: RecordId) {
    let name = crate::query::label(cx.model, record);
    let (rect, _) = ui.allocate_exact_size(Vec2::splat(measure::AVATAR), Sense::hover());
    if record.kind == Kind::User {
        avatar(ui.painter(), rect.center(), measure::AVATAR, &name, cx.tokens);
    } else {
        let side = crate::ui::theme::icon::BODY;
        icons::WAVES.paint(ui.painter(), rect.center(), side, cx.tokens.text_subdued);
    }
    label(ui, &name, size::BODY, cx.tokens.text);
}

fn value(ui: &mut Ui, cx: &mut Cx<'_>, (kind, field): (Kind, &FieldInfo), row: &Row) {
    let value = row.get(field.tag);
    match (field.name, value) {
        ("stage" | "status" | "outcome", Value::Text(_) | Value::Choice(_)) => {
            let id = value.as_text().unwrap_or_default();
            state(ui, cx, kind, (field, id));
        }
        (_, Value::Link(record)) if matches!(record.kind, Kind::User | Kind::Pool) => {
            person(ui, cx, *record);
        }
        (_, Value::Date(day)) => {
            let today = cx.now().day(cx.model.settings().zone());
            label(ui, &days::short(*day, today, cx.lang), size::BODY, cx.tokens.text);
        }
        (_, Value::At(at)) => {
            let words = days::near(*at, cx.now(), cx.model.settings().zone(), cx.lang);
            label(ui, &words, size::BODY, cx.tokens.text);
        }
        ("probability", Value::Int(percent)) => {
            label(ui, &format!("{percent} %"), size::BODY, cx.tokens.text);
        }
        _ => {
            let letters = if field.shape == Shape::Money { size::BODY_STRONG } else { size::BODY };
            for line in lines(cx, &field.shape, value).into_iter().take(1) {
                match line.link {
                    Some(record) => {
                        if ui.add(Link::new(&line.text)).clicked() {
                            cx.go(Place::Record(record));
                        }
                    }
                    None => drop(label(ui, &line.text, letters, cx.tokens.text)),
                }
            }
        }
    }
}

/// Where a record of another kind than leads stands, as a pill.
fn state(ui: &mut Ui, cx: &Cx<'_>, kind: Kind, (field, id): (&FieldInfo, &str)) {
    let tokens = cx.tokens;
    let (tone, icon) = match (kind, id) {
        (Kind::Opportunity, id) if Outcome::of_id(id) == Some(Outcome::Won) => {
            (tokens.good(), icons::CIRCLE_CHECK)
        }
        (Kind::Opportunity, id) if Outcome::of_id(id) == Some(Outcome::Lost) => {
            (tokens.bad(), icons::BAN)
        }
        (Kind::Order, id) => match OrderStatus::of_id(id).unwrap_or_default() {
            OrderStatus::Draft => (tokens.neutral(), icons::PENCIL),
            OrderStatus::AwaitingApproval => (tokens.doubtful(), icons::CLOCK),
            OrderStatus::Confirmed => (tokens.good(), icons::CIRCLE_CHECK),
            OrderStatus::Cancelled => (tokens.bad(), icons::BAN),
        },
        (Kind::Campaign, "active") => (tokens.good(), icons::ZAP),
        (Kind::Campaign, "completed") => (tokens.neutral(), icons::CHECK),
        (Kind::Campaign, "aborted") => (tokens.bad(), icons::BAN),
        _ => (tokens.told(), icons::ARROW_RIGHT),
    };
    let list = match &field.shape {
        Shape::Choice(choices) => choices.name,
        _ => "pipeline_stage",
    };
    pill(ui, &choice(cx.lang, list, id), icon, tone);
}
