//! Every action: which command it comes to, and what it asks for.

use super::actions::{Action, Ask, Given, Rank, Subject, action, next_stage};
use crate::{
    domain::{
        Account, Campaign, DisqualifyReason, Id, Kind, Lead, LostReason, Opportunity, Order,
        Outcome, Picklist as _, Pool, Response, Shape, Stage, User, Value, pipeline, value_to_json,
    },
    engine::{
        AddToCampaign, Advance, ApproveOrder, Assign, CancelOrder, Claim, Command, ConfirmOrder,
        Convert, Create, Delete, Nurture, PlaceOrder, Respond, Return, SetStage, Target, Unconvert,
    },
    ui::{Place, widgets::icons},
};

const REASON: Ask = Ask { name: "reason", shape: Shape::Text, is_needed: true };
const NOTE: Ask = Ask { name: "note", shape: Shape::Text, is_needed: false };
const AMOUNT: Ask = Ask { name: "amount", shape: Shape::Money, is_needed: true };

const LEAD: &[Kind] = &[Kind::Lead];
const DEAL: &[Kind] = &[Kind::Opportunity];
const ORDER: &[Kind] = &[Kind::Order];
const ACCOUNT: &[Kind] = &[Kind::Account];

/// Every action, in the order in which they are offered.
pub(super) const ALL: &[Action] = &[
    action("to_usable", icons::CHECK, LEAD, |it, _| next(it, Stage::Unsorted, Stage::Usable))
        .ranked(Rank::Next),
    action("to_mql", icons::CHECK, LEAD, |it, _| next(it, Stage::Usable, Stage::Mql))
        .ranked(Rank::Next),
    action("to_sql", icons::CHECK, LEAD, |it, _| next(it, Stage::Mql, Stage::Sql))
        .ranked(Rank::Next),
    action("convert", icons::ARROW_LEFT_RIGHT, LEAD, convert)
        .ranked(Rank::Button)
        .leading_to(|record| Place::Convert(Id::of(record))),
    action("claim", icons::HAND, LEAD, |it, _| {
        let in_pool = !it.row.get(Lead::pool).is_empty();
        in_pool.then_some(Claim { leads: vec![it.lead()?] }.into())
    })
    .ranked(Rank::Button),
    action("accept", icons::CIRCLE_CHECK, LEAD, |it, _| respond(it, Response::Accepted, None))
        .ranked(Rank::Button),
    action("not_accept", icons::CIRCLE_X, LEAD, |it, given| {
        respond(it, Response::NotAccepted, given.reason())
    })
    .asking(&[REASON]),
    action("not_reached", icons::PHONE, LEAD, |it, _| respond(it, Response::NotReached, None)),
    action("nurture", icons::MOON, LEAD, |it, given| {
        let wake = given.date("wake_on");
        it.stage().is_open().then_some(())?;
        stage(it, Stage::Nurturing, (None, wake))
    })
    .asking(&[Ask { name: "wake_on", shape: Shape::Date, is_needed: true }])
    .ranked(Rank::Button),
    action("wake", icons::SUN, LEAD, |it, _| {
        (it.stage() == Stage::Nurturing).then_some(())?;
        let left = it.row.get(Lead::left_stage).as_text().and_then(Stage::of_id);
        stage(it, left.unwrap_or(Stage::Usable), (None, None))
    })
    .ranked(Rank::Button),
    action("disqualify", icons::BAN, LEAD, |it, given| {
        (it.stage().is_open() || it.stage() == Stage::Nurturing).then_some(())?;
        stage(it, Stage::Disqualified, (given.reason(), None))
    })
    .asking(&[
        Ask { name: "reason", shape: Shape::Choice(&DisqualifyReason::CHOICES), is_needed: true },
        NOTE,
    ])
    .ranked(Rank::Button),
    action("reopen", icons::REFRESH, LEAD, |it, given| {
        (it.stage() == Stage::Disqualified).then_some(())?;
        stage(it, Stage::Unsorted, (given.reason(), None))
    })
    .asking(&[REASON])
    .ranked(Rank::Button),
    action("return", icons::CORNER_DOWN_LEFT, LEAD, |it, given| {
        let (reason, pool) = (given.reason().unwrap_or_default(), given.link::<Pool>("pool"));
        (!it.row.get(Lead::owner).is_empty()).then_some(())?;
        Some(Return { leads: vec![it.lead()?], reason, pool }.into())
    })
    .asking(&[REASON, Ask { name: "pool", shape: Shape::Link(Kind::Pool), is_needed: false }])
    .ranked(Rank::Button),
    action("assign", icons::USER_PLUS, LEAD, |it, given| {
        let to = given.link::<User>("assignee");
        Some(Assign { leads: vec![it.lead()?], to, pool: None, reason: given.reason() }.into())
    })
    .asking(&[Ask { name: "assignee", shape: Shape::Link(Kind::User), is_needed: true }, NOTE]),
    action("add_to_campaign", icons::MEGAPHONE, LEAD, |it, given| {
        let campaign = given.link::<Campaign>("campaign")?;
        Some(AddToCampaign { campaign, leads: vec![it.lead()?], status: None }.into())
    })
    .asking(&[Ask { name: "campaign", shape: Shape::Link(Kind::Campaign), is_needed: true }]),
    action("unconvert", icons::UNDO, LEAD, |it, _| {
        (it.stage() == Stage::Converted).then_some(())?;
        Some(Unconvert { lead: it.lead()? }.into())
    })
    .ranked(Rank::Button),
    action("advance", icons::ARROW_RIGHT, DEAL, |it, _| {
        let (opportunity, deal) = it.deal()?;
        advance(opportunity, next_stage(&deal)?, None)
    })
    .ranked(Rank::Next),
    action("win", icons::CIRCLE_CHECK, DEAL, |it, _| {
        let (opportunity, deal) = it.deal()?;
        advance(opportunity, stage_of(&deal, Outcome::Won)?, None)
    })
    .ranked(Rank::Button),
    action("lose", icons::BAN, DEAL, |it, given| {
        let (opportunity, deal) = it.deal()?;
        advance(opportunity, stage_of(&deal, Outcome::Lost)?, Some(given))
    })
    .asking(&[
        Ask { name: "reason", shape: Shape::Choice(&LostReason::CHOICES), is_needed: true },
        Ask { name: "lost_competitor", shape: Shape::Text, is_needed: false },
    ])
    .ranked(Rank::Button),
    action("nurture_deal", icons::MOON, DEAL, |it, given| {
        let (opportunity, deal) = it.deal()?;
        (deal.outcome != Outcome::Won && deal.lead.is_some()).then_some(())?;
        let (reason, wake) = (given.reason(), given.date("wake_on")?);
        Some(Nurture { opportunity, wake, reason, competitor: None }.into())
    })
    .asking(&[
        Ask { name: "reason", shape: Shape::Choice(&LostReason::CHOICES), is_needed: true },
        Ask { name: "wake_on", shape: Shape::Date, is_needed: true },
    ]),
    action("place_order", icons::FILE_TEXT, DEAL, |it, given| {
        let (opportunity, _) = it.deal()?;
        Some(order(Some(opportunity), None, given).into())
    })
    .asking(&[AMOUNT])
    .ranked(Rank::Button),
    action("confirm_order", icons::CIRCLE_CHECK, ORDER, |it, _| {
        Some(ConfirmOrder { order: Id::of(it.record)? }.into())
    })
    .ranked(Rank::Next),
    action("approve_order", icons::CHECK, ORDER, |it, _| approve(it, true, None))
        .ranked(Rank::Button),
    action("reject_order", icons::X, ORDER, |it, given| approve(it, false, given.reason()))
        .asking(&[REASON]),
    action("cancel_order", icons::BAN, ORDER, |it, given| {
        let reason = given.reason().unwrap_or_default();
        Some(CancelOrder { order: Id::<Order>::of(it.record)?, reason }.into())
    })
    .asking(&[REASON])
    .ranked(Rank::Button),
    action("new_opportunity", icons::TARGET, ACCOUNT, |it, given| {
        let account = Value::Link(it.record);
        create(Kind::Opportunity, &[("account", &account)], given, &["name", "amount"])
    })
    .asking(&[Ask { name: "name", shape: Shape::Text, is_needed: true }, AMOUNT])
    .ranked(Rank::Button),
    action("new_order", icons::FILE_TEXT, ACCOUNT, |it, given| {
        Some(order(None, Id::of(it.record), given).into())
    })
    .asking(&[AMOUNT])
    .ranked(Rank::Button),
    action("delete", icons::TRASH, &[], |it, _| Some(Delete { records: vec![it.record] }.into())),
];

fn next(it: &Subject<'_>, from: Stage, to: Stage) -> Option<Command> {
    (it.stage() == from).then(|| stage(it, to, (None, None)))?
}

fn stage(
    it: &Subject<'_>,
    to: Stage,
    (reason, wake): (Option<String>, Option<chrono::NaiveDate>),
) -> Option<Command> {
    Some(SetStage { leads: vec![it.lead()?], to, reason, wake }.into())
}

fn convert(it: &Subject<'_>, _: &Given) -> Option<Command> {
    it.stage().is_open().then_some(())?;
    let command = Convert {
        leads: vec![it.lead()?],
        account: Target::New,
        contact: Target::New,
        opportunity: Target::New,
        owner: None,
        reason: None,
        values: Box::default(),
    };
    Some(command.into())
}

fn respond(it: &Subject<'_>, response: Response, reason: Option<String>) -> Option<Command> {
    (!it.row.get(Lead::hand_overs).is_empty()).then_some(())?;
    Some(Respond { lead: it.lead()?, response, reason }.into())
}

fn stage_of(deal: &Opportunity, outcome: Outcome) -> Option<&'static str> {
    (deal.outcome == Outcome::Open).then_some(())?;
    let stages = pipeline(&deal.pipeline).stages;
    stages.iter().find(|stage| stage.outcome == outcome).map(|stage| stage.id)
}

fn advance(opportunity: Id<Opportunity>, stage: &str, given: Option<&Given>) -> Option<Command> {
    let competitor = given.map(|given| given.text("lost_competitor")).filter(|it| !it.is_empty());
    let reason = given.and_then(Given::reason);
    Some(Advance { opportunity, stage: stage.to_owned(), reason, competitor }.into())
}

fn order(
    opportunity: Option<Id<Opportunity>>,
    account: Option<Id<Account>>,
    given: &Given,
) -> PlaceOrder {
    let amount = match given.value("amount") {
        Value::Money(money) => Some(*money),
        _ => None,
    };
    PlaceOrder {
        opportunity,
        account,
        amount,
        lines: Vec::new(),
        discount: None,
        ordered_on: None,
        special_requirements: None,
        campaign: None,
    }
}

fn approve(it: &Subject<'_>, approve: bool, reason: Option<String>) -> Option<Command> {
    let status = it.row.get(Order::status).as_text();
    (status == Some("awaiting_approval")).then_some(())?;
    Some(ApproveOrder { order: Id::of(it.record)?, approve, reason }.into())
}

fn create(kind: Kind, fixed: &[(&str, &Value)], given: &Given, names: &[&str]) -> Option<Command> {
    let named = names.iter().map(|name| (*name, given.value(name)));
    let values = fixed.iter().copied().chain(named).filter_map(|(name, value)| {
        let field = kind.field(name)?;
        Some((name.to_owned(), value_to_json(&field.shape, value)))
    });
    Some(Create { kind, values: values.collect() }.into())
}
