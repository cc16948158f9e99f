//! A lead: its card, what its path made of it, and what the touches say of its phone and mail.

use super::{
    card::{card, channels},
    dice::{Dice, Topic},
    events,
    path::{Path, Place},
    people::CREW,
    plan::{Event, Plan},
    products::{price_in, product},
    season::Script,
    texts::{COMPETITORS, CONCERNS, EVIDENCE, NEEDS, REFUSALS, TIME_FRAMES},
    touches::{Touch, touches},
};
use crate::{
    domain::{
        ActivityKind, ActivityOutcome, ChannelState, ContactState, Currency, Dimension, HandOver,
        Lead, Membership, MembershipStatus, Money, Pick, Rating, Response, Stage, Timestamp,
    },
    i18n::Lang,
};

/// A lead with what was done about it.
pub(super) struct Worked {
    pub path: Path,
    pub lead: Lead,
    pub touches: Vec<Touch>,
}

/// The lead of a number.
pub(super) fn worked(plan: &Plan, number: u64) -> Worked {
    let path = Path::of(plan, number);
    let touches = touches(plan, number, &path, channels(plan, number, &path));
    let mut lead = card(plan, number, &path);
    let mut dice = plan.dice(Topic::Card, number);
    take_origin(plan, number, &path, &mut lead);
    take_profile(&mut dice, &path, &mut lead);
    take_stage(plan, &mut dice, &path, &mut lead);
    take_evidence(plan, &mut dice, &path, &mut lead);
    for touch in &touches {
        follow(&mut lead, touch);
    }
    Worked { path, lead, touches }
}

/// How many activities there are about a lead.
pub(super) fn count_touches(plan: &Plan, number: u64) -> usize {
    let path = Path::of(plan, number);
    touches(plan, number, &path, channels(plan, number, &path)).len()
}

/// The currency of those who speak a language.
pub(super) fn currency_of(lang: Lang, country: &str) -> Currency {
    let code = match (lang, country) {
        (Lang::ZhTw, _) => "TWD",
        (Lang::ZhCn, _) => "CNY",
        (Lang::En, "DE") => "EUR",
        (Lang::En, _) => "USD",
    };
    Currency::of(code).unwrap_or_default()
}

fn take_origin(plan: &Plan, number: u64, path: &Path, lead: &mut Lead) {
    let script = path.event.script;
    let mut dice = plan.dice(Topic::Captured, number);
    let is_fair = script.kind == "trade_fair";
    let by = if is_fair { dice.pick(CREW) } else { path.steward };
    lead.campaign = Some(path.event.id);
    lead.source = Pick::new(source_of(script));
    lead.captured_at = Some(path.captured_at);
    lead.captured_by = Some(plan.person(by));
    lead.steward = Some(plan.person(path.steward));
    script.hall.clone_into(&mut lead.hall);
    script.booth.clone_into(&mut lead.booth);
    lead.batch = events::batch_of(plan, &path.event, number);
    if dice.chance(45) {
        script.gifts.clone_into(&mut lead.gift);
    }
    lead.memberships = memberships(plan, &mut dice, path, lead);
}

/// What the import of cards from a campaign of that kind says.
pub(super) fn source_of(script: &Script) -> &'static str {
    match script.kind {
        "edm" => "direct_mail",
        "seminar" => "seminar",
        _ => "trade_fair",
    }
}

/// The campaign that brought the card, and for some the mailing that followed.
fn memberships(plan: &Plan, dice: &mut Dice, path: &Path, lead: &Lead) -> Vec<Membership> {
    let script = path.event.script;
    let is_cold = !path.is_good();
    let (status, is_response) = match script.kind {
        "edm" => ("replied", true),
        "seminar" if is_cold && dice.chance(22) => ("no_show", false),
        "seminar" => ("attended", true),
        _ => ("left_card", true),
    };
    let mut list = vec![membership(path.event, (status, is_response), path.captured_at)];
    let mailing = plan.events.iter().find(|event| event.script.kind == "edm");
    if let Some(mailing) = mailing.filter(|it| it.number > path.event.number)
        && path.stage != Stage::Converted
        && !lead.emails.is_empty()
        && dice.chance(35)
    {
        let at = plan.calendar.moment(mailing.starts, dice.between(9, 20) * 3_600_000);
        let status = dice.weighted(&[
            (55, ("sent", false)),
            (33, ("opened", false)),
            (9, ("clicked", true)),
            (3, ("unsubscribed", false)),
        ]);
        list.push(membership(*mailing, status, at));
    }
    list
}

fn membership(event: Event, (status, is_response): (&str, bool), at: Timestamp) -> Membership {
    let entry =
        MembershipStatus { status: status.to_owned(), at: Some(at), ..MembershipStatus::default() };
    Membership {
        campaign: Some(event.id),
        status: status.to_owned(),
        joined_at: Some(at),
        responded_at: is_response.then_some(at),
        history: vec![entry],
        ..Membership::default()
    }
}

fn take_profile(dice: &mut Dice, path: &Path, lead: &mut Lead) {
    let lang = path.lang;
    let is_sorted = path.times.usable.is_some();
    let is_good = path.is_good();
    // Of products the first is what is bought, if anything is.
    let wanted = product(dice);
    if is_good || dice.chance(if is_sorted { 82 } else { 35 }) {
        lead.product_interest.push(Pick::new(wanted.name));
        let other = product(dice).name;
        if other != wanted.name && dice.chance(20) {
            lead.product_interest.push(Pick::new(other));
        }
        if is_good || dice.chance(45) {
            lead.need = NEEDS.about(dice, lang, wanted.name);
        }
    }
    let (hot, warm, cold) = (Some(Rating::Hot), Some(Rating::Warm), Some(Rating::Cold));
    lead.rating = match (is_good, is_sorted) {
        (true, _) => dice.weighted(&[(55, hot), (45, warm)]),
        (_, true) => dice.weighted(&[(8, hot), (42, warm), (42, cold), (8, Some(Rating::None))]),
        _ => dice.weighted(&[(50, None), (10, hot), (22, warm), (18, cold)]),
    };
    if is_good && dice.chance(55) {
        lead.time_frame = TIME_FRAMES.any(dice, lang);
        lead.concerns = CONCERNS.any(dice, lang);
    }
    if is_good && dice.chance(18) {
        dice.pick(COMPETITORS).clone_into(&mut lead.competitor);
    }
    if path.response == Some(Response::Accepted) {
        lead.intent = Pick::new(dice.weighted(&[(45, "high"), (40, "medium"), (15, "low")]));
    }
    if path.times.sql.is_some() {
        let currency = currency_of(lang, &lead.address.country);
        let price = price_in(currency.code(), wanted.price * dice.between(2, 8));
        lead.budget = Some(Money::whole(price, currency));
        lead.credit_level = Pick::new(dice.weighted(&[(30, "a"), (50, "b"), (20, "c")]));
    }
}

fn take_stage(plan: &Plan, dice: &mut Dice, path: &Path, lead: &mut Lead) {
    let times = path.times;
    lead.stage = path.stage;
    lead.left_stage = path.left;
    lead.stage_since = Some(path.since);
    lead.usable_at = times.usable;
    lead.mql_at = times.mql;
    lead.sql_at = times.sql;
    lead.converted_at = times.ended.filter(|_| path.stage == Stage::Converted);
    lead.disqualify_reason = Pick::new(path.reason);
    lead.stage_reason = path.reason.to_owned();
    lead.wake_on = path.wake_on;
    if path.stage == Stage::Nurturing {
        lead.stage_reason = TIME_FRAMES.any(dice, path.lang);
    }
    let seller = plan.person(path.seller);
    let refusal = REFUSALS.any(dice, path.lang);
    if let Some(at) = times.handed_over {
        let mut event = HandOver {
            to: Some(seller),
            at: Some(at),
            response: path.response,
            ..HandOver::default()
        };
        event.responded_at = times.responded;
        if path.response == Some(Response::NotAccepted) {
            event.reason.clone_from(&refusal);
            lead.response_reason.clone_from(&refusal);
            lead.owner_why.clone_from(&refusal);
            if path.stage == Stage::Usable {
                lead.stage_reason = refusal;
            }
        }
        lead.hand_overs.push(event);
        lead.response = path.response;
    }
    let pool = match path.place {
        Place::Intake => plan.intake,
        Place::SalesPool => plan.sales_pool.or(plan.intake),
        Place::Seller => None,
    };
    match pool {
        Some(pool) => {
            lead.pool = Some(pool);
            lead.entered_pool_at = Some(path.placed_at);
        }
        // A workspace without pools: whoever answers for the lead has it.
        None => {
            let is_handed_over = path.place == Place::Seller;
            lead.owner = if is_handed_over { Some(seller) } else { lead.steward };
            lead.owned_since = Some(path.placed_at);
        }
    }
}

/// The four dimensions: all of them before the gate of sales, some of them on the way there.
fn take_evidence(plan: &Plan, dice: &mut Dice, path: &Path, lead: &mut Lead) {
    let Some(responded) = path.times.responded else { return };
    if path.response != Some(Response::Accepted) {
        return;
    }
    let is_whole = path.times.sql.is_some();
    let until = path.times.sql.unwrap_or(plan.calendar.now);
    let strong = dice.below(4) as usize;
    let dimensions =
        [&mut lead.background, &mut lead.requirement, &mut lead.potential, &mut lead.possibility];
    let known = if is_whole { 4 } else { 1 + dice.below(2) as usize };
    for (at, (dimension, texts)) in dimensions.into_iter().zip(&EVIDENCE).take(known).enumerate() {
        let score = if at == strong || dice.chance(35) { 3 } else { 2 };
        let length = (until.0 - responded.0).max(0) / 5 * (at as i64 + 1);
        *dimension = Dimension {
            score: Some(if is_whole { score } else { score - 1 }),
            note: texts.any(dice, path.lang),
            author: Some(plan.person(path.seller)),
            at: Some(responded.plus_ms(length)),
            ..Dimension::default()
        };
    }
}

/// What a touch says of the contact state and the channels, as logging it would.
fn follow(lead: &mut Lead, touch: &Touch) {
    use ActivityOutcome::{BadTiming, Bounced, NoAnswer, NumberDead, Reached, WrongNumber};
    if !touch.kind.is_attempt() {
        return;
    }
    let (contact, channel) = match touch.outcome {
        Some(Reached) => (ContactState::Connected, Some((touch.kind, ChannelState::Ok))),
        Some(BadTiming) => (ContactState::BadTiming, None),
        Some(NumberDead | WrongNumber) => {
            (ContactState::Attempted, Some((ActivityKind::Call, ChannelState::Dead)))
        }
        Some(Bounced) => {
            (ContactState::Attempted, Some((ActivityKind::Email, ChannelState::Bounced)))
        }
        Some(NoAnswer) | None => (ContactState::Attempted, None),
    };
    let is_first = lead.contact_state == ContactState::NotContacted;
    if contact != ContactState::Attempted || is_first {
        lead.contact_state = contact;
    }
    match channel {
        Some((ActivityKind::Call, state)) => {
            let phone = lead.phones.iter_mut().find(|phone| phone.is_reachable());
            if let Some(phone) = phone {
                phone.state = state;
            }
        }
        Some((ActivityKind::Email, state)) => {
            let mail = lead.emails.iter_mut().find(|mail| mail.is_reachable());
            if let Some(mail) = mail {
                mail.state = state;
            }
        }
        _ => {}
    }
}
