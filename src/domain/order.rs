//! An order: a deal done.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::{
    Account, Campaign, Id, Lead, Money, Opportunity, ProductLine, Response, Timestamp, User,
    choice::choice, field, record::record,
};

choice! {
    /// Where an order stands. Only confirmed orders count in metrics.
    pub enum OrderStatus "order_status" {
        /// Being written.
        Draft "draft",
        /// A discount waits for a director.
        AwaitingApproval "awaiting_approval",
        /// Binding.
        Confirmed "confirmed",
        /// Taken back.
        Cancelled "cancelled",
    }
}

record! {
    /// A quotation or an order.
    pub struct Order {
        1: number: String => field().searched().listed().resident().ruled(),
        2: account: Option<Id<Account>> => field().required().listed().resident(),
        3: opportunity: Option<Id<Opportunity>> => field().listed().resident(),
        4: ordered_on: Option<NaiveDate> => field().listed().resident(),
        5: lines: Vec<ProductLine> => field(),
        6: discount: Option<Decimal> => field(),
        7: amount: Option<Money> => field().listed().resident(),
        8: special_requirements: String => field().multiline(),
        9: status: OrderStatus => field().listed().resident().ruled(),
        10: lead: Option<Id<Lead>> => field().resident().ruled(),
        11: campaign: Option<Id<Campaign>> => field().listed().resident(),
        12: response: Option<Response> => field().ruled(),
        13: confirmed_at: Option<Timestamp> => field().resident().ruled(),
        14: owner: Option<Id<User>> => field().listed().resident().ruled(),
        15: submitted_by: Option<Id<User>> => field().ruled(),
        16: approved_by: Option<Id<User>> => field().ruled(),
        17: approval_reason: String => field().ruled(),
    }
}

impl Order {
    /// The effective discount of a line in per cent: 1 − net / list price, the lowered unit price,
    /// the line's and the order's discount together. None without a list price.
    pub fn effective_discount(&self, line: &ProductLine) -> Option<Decimal> {
        let list = line.list_price.filter(|price| !price.is_zero())?;
        let hundred = Decimal::ONE_HUNDRED;
        let kept = |discount: Option<Decimal>| (hundred - discount.unwrap_or_default()) / hundred;
        let net = line.unit_price.unwrap_or(list) * kept(line.discount) * kept(self.discount);
        Some((Decimal::ONE - net / list) * hundred)
    }

    /// What the lines add up to, after all discounts.
    pub fn total(&self) -> Decimal {
        let hundred = Decimal::ONE_HUNDRED;
        let kept = |discount: Option<Decimal>| (hundred - discount.unwrap_or_default()) / hundred;
        let lines = self.lines.iter().map(|line| {
            let price = line.unit_price.or(line.list_price).unwrap_or_default();
            price * line.quantity.unwrap_or(Decimal::ONE) * kept(line.discount)
        });
        lines.sum::<Decimal>() * kept(self.discount)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(list: i64, unit: i64, discount: i64) -> ProductLine {
        ProductLine {
            list_price: Some(Decimal::from(list)),
            unit_price: Some(Decimal::from(unit)),
            discount: Some(Decimal::from(discount)),
            ..ProductLine::default()
        }
    }

    /// The golden cases of the specification.
    #[test]
    fn discounts_work_together() {
        let order = Order { discount: Some(Decimal::from(6)), ..Order::default() };
        assert_eq!(order.effective_discount(&line(100, 90, 0)), Some(Decimal::new(1540, 2)));
        let plain = Order::default();
        assert_eq!(plain.effective_discount(&line(100, 85, 0)), Some(Decimal::new(15, 0)));
        assert_eq!(plain.effective_discount(&ProductLine::default()), None);
    }
}
