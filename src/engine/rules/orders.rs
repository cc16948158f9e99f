//! Orders: writing, discounts over the limit, confirming.

use rust_decimal::Decimal;
use serde::{Deserialize as _, Deserializer, de};

use super::deals;
use crate::{
    domain::{
        Account, Fields, Item as _, Money, Opportunity, Order, OrderStatus, ProductLine, Role,
        Shape, tier_limit, value_from_json,
    },
    engine::{ApproveOrder, CancelOrder, ConfirmOrder, Edit, PlaceOrder, Right},
    error::{Error, Result},
};

/// Writes an order: a draft until it is confirmed.
///
/// # Errors
/// When it has no account, no amount, or a campaign beside an opportunity.
pub fn place(edit: &mut Edit<'_>, command: &PlaceOrder) -> Result<()> {
    edit.require(Right::EditDeals)?;
    let deal = match command.opportunity {
        Some(id) => {
            edit.require_of(Right::EditDeals, id.record())?;
            Some(edit.get(id)?)
        }
        None => None,
    };
    let account = command.account.or(deal.as_ref().and_then(|deal| deal.account));
    let account = account.ok_or_else(|| Error::refused("order-needs-account"))?;
    edit.get::<Account>(account)?;
    let today = edit.now().day(edit.model.settings().zone());
    let mut order = Order {
        number: number(edit),
        account: Some(account),
        opportunity: command.opportunity,
        ordered_on: Some(command.ordered_on.unwrap_or(today)),
        lines: command.lines.clone(),
        discount: command.discount,
        special_requirements: command.special_requirements.clone().unwrap_or_default(),
        campaign: if deal.is_none() { command.campaign } else { None },
        owner: deal.as_ref().and_then(|deal| deal.owner).or(edit.actor()),
        ..Order::default()
    };
    let given = command.amount.or(deal.and_then(|deal| deal.amount));
    let currency = given.map_or(edit.model.settings().base_currency(), |money| money.currency);
    order.amount = if order.lines.is_empty() {
        given
    } else {
        Some(Money { amount: order.total().round_dp(2), currency })
    };
    if order.amount.is_none_or(|money| money.amount <= Decimal::ZERO) {
        return Err(Error::refused("order-needs-amount"));
    }
    let id = edit.create(&order)?;
    edit.outcome.records.push(id.record());
    Ok(())
}

/// Confirms an order: its origin is fixed and its opportunity is won. An order with a discount over
/// the limit of the account's tier is submitted for approval instead.
///
/// # Errors
/// When the order is not a draft.
pub fn confirm(edit: &mut Edit<'_>, command: &ConfirmOrder) -> Result<()> {
    let record = command.order.record();
    edit.require_of(Right::EditDeals, record)?;
    let mut order = edit.get(command.order)?;
    if order.status != OrderStatus::Draft {
        return Err(Error::refused("order-not-draft").with("status", status_key(&order)));
    }
    edit.outcome.records.push(record);
    if is_over_limit(edit, &order)? && !edit.viewer.is_alone {
        order.status = OrderStatus::AwaitingApproval;
        order.submitted_by = edit.actor();
        return edit.put(record, order.to_row());
    }
    settle(edit, command.order, order)
}

/// Approves or rejects an order whose discount is over the limit. Nobody approves their own.
///
/// # Errors
/// When the order does not wait for it, or a rejection has no reason.
pub fn approve(edit: &mut Edit<'_>, command: &ApproveOrder) -> Result<()> {
    edit.require(Right::ApproveDiscounts)?;
    let mut order = edit.get(command.order)?;
    if order.status != OrderStatus::AwaitingApproval {
        return Err(Error::refused("order-not-waiting").with("status", status_key(&order)));
    }
    let is_own = order.submitted_by.is_some() && order.submitted_by == edit.actor();
    if is_own || !matches!(edit.viewer.role, Role::Director | Role::Admin) {
        return Err(Error::refused("own-approval"));
    }
    let reason = command.reason.clone().unwrap_or_default();
    if !command.approve && reason.trim().is_empty() {
        return Err(Error::refused("reason-needed"));
    }
    order.approval_reason.clone_from(&reason);
    edit.note = reason;
    edit.outcome.records.push(command.order.record());
    if command.approve {
        order.approved_by = edit.actor();
        settle(edit, command.order, order)
    } else {
        order.status = OrderStatus::Draft;
        edit.put(command.order.record(), order.to_row())
    }
}

/// Cancels an order.
///
/// # Errors
/// When it is cancelled already, or there is no reason.
pub fn cancel(edit: &mut Edit<'_>, command: &CancelOrder) -> Result<()> {
    let record = command.order.record();
    edit.require_of(Right::EditDeals, record)?;
    if command.reason.trim().is_empty() {
        return Err(Error::refused("reason-needed"));
    }
    let mut order = edit.get(command.order)?;
    if order.status == OrderStatus::Cancelled {
        return Err(Error::refused("order-not-draft").with("status", status_key(&order)));
    }
    order.status = OrderStatus::Cancelled;
    edit.note.clone_from(&command.reason);
    edit.outcome.records.push(record);
    edit.put(record, order.to_row())
}

/// Lines as JSON, each with the field names of a product line.
///
/// # Errors
/// When a field is unknown or not of its shape.
pub fn lines_from_json<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Vec<ProductLine>, D::Error> {
    let lines = Vec::<serde_json::Value>::deserialize(deserializer)?;
    let field = crate::domain::FieldInfo {
        tag: 1,
        name: "lines",
        shape: Shape::Part(<ProductLine as Fields>::INFOS),
        spec: crate::domain::field(),
    };
    let line = |json: &serde_json::Value| {
        let value = value_from_json(&field, json).map_err(|bad| de::Error::custom(bad.expected))?;
        ProductLine::from_item(&value).ok_or_else(|| de::Error::custom("a line"))
    };
    lines.iter().map(line).collect()
}

fn settle(edit: &mut Edit<'_>, id: crate::domain::Id<Order>, mut order: Order) -> Result<()> {
    if let Some(deal_id) = order.opportunity {
        let deal: Opportunity = edit.get(deal_id)?;
        order.campaign = deal.campaign;
        order.lead = deal.lead;
        order.response = deal.response;
        deals::win(edit, deal_id)?;
    }
    order.status = OrderStatus::Confirmed;
    order.confirmed_at = Some(edit.now());
    edit.put(id.record(), order.to_row())
}

/// Whether a line's effective discount is over the limit of the account's tier.
fn is_over_limit(edit: &Edit<'_>, order: &Order) -> Result<bool> {
    let account = order.account.ok_or_else(|| Error::refused("order-needs-account"))?;
    let tier = edit.get::<Account>(account)?.tier;
    let limit = Decimal::from(tier_limit(tier.id()));
    let discounts = order.lines.iter().filter_map(|line| order.effective_discount(line));
    let whole = order.discount.unwrap_or_default();
    Ok(whole > limit || discounts.into_iter().any(|discount| discount > limit))
}

/// A number no other laptop gives: the prefix, the device's code, and how many there have been.
fn number(edit: &Edit<'_>) -> String {
    let prefix = match edit.model.settings().order_prefix.as_str() {
        "" => "O",
        own => own,
    };
    let device: String = edit.store().device().simple().to_string().chars().rev().take(4).collect();
    let count = edit.model.orders.capacity() + 1;
    format!("{prefix}-{}-{count:05}", device.to_uppercase())
}

fn status_key(order: &Order) -> String {
    format!("@order_status-{}", order.status.id())
}
