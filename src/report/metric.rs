//! The metrics: their stable ids and units, and how a number of each is made.
//!
//! What a metric means is told by the text `metric-<id>-explain`; its label is `metric-<id>`.

use rust_decimal::{Decimal, RoundingStrategy};

use super::{Cell, Unit, behind::Counted};
use crate::domain::Money;

/// A metric.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Metric {
    /// The stable name, in snake case: of a row of a board, or of a column.
    pub id: &'static str,
    /// What it is counted in.
    pub unit: Unit,
}

/// A cell, with what it was made of if it is a number.
#[derive(Clone, Debug)]
pub(super) struct Figure {
    pub cell: Cell,
    pub origin: Option<Origin>,
}

/// What a number was made of.
#[derive(Clone, Debug)]
pub(super) struct Origin {
    pub metric: &'static str,
    /// What was counted or summed.
    pub counted: Counted,
    /// What it was divided by, if it is a share.
    pub of: Option<Counted>,
}

macro_rules! metrics {
    ($( $NAME:ident $id:literal $unit:ident; )*) => {
        $( pub(super) const $NAME: Metric = Metric { id: $id, unit: Unit::$unit }; )*

        /// Every metric.
        pub const ALL: &[Metric] = &[$( $NAME, )*];
    };
}

metrics! {
    CARDS "cards" Count;
    JUDGED "judged" Count;
    VALID "valid" Count;
    VALID_RATE "valid_rate" Percent;
    DUPLICATES "duplicates" Count;
    UNSORTED "unsorted" Count;
    USABLE "usable" Count;
    MQL "mql" Count;
    SQL "sql" Count;
    OPPORTUNITIES "opportunities" Count;
    WON "won" Count;
    LOST "lost" Count;
    REVENUE "revenue" Money;
    COST "cost" Money;
    CAMPAIGN_ROI "campaign_roi" Percent;
    SUBTREE_CARDS "subtree_cards" Count;
    SUBTREE_VALID "subtree_valid" Count;
    SUBTREE_REVENUE "subtree_revenue" Money;
    SUBTREE_COST "subtree_cost" Money;
    SUBTREE_ROI "subtree_roi" Percent;
    SUBTREE_COST_PER_VALID_LEAD "subtree_cost_per_valid_lead" Money;
    COST_PER_LEAD "cost_per_lead" Money;
    COST_PER_VALID_LEAD "cost_per_valid_lead" Money;
    COST_PER_MQL "cost_per_mql" Money;
    COST_PER_SQL "cost_per_sql" Money;
    COST_PER_OPPORTUNITY "cost_per_opportunity" Money;
    COST_PER_WIN "cost_per_win" Money;
    HANDED_OVER "handed_over" Count;
    ACCEPTED "accepted" Count;
    NOT_ACCEPTED "not_accepted" Count;
    NOT_REACHED "not_reached" Count;
    AWAITING_RESPONSE "awaiting_response" Count;
    ACCEPTANCE_RATE "acceptance_rate" Percent;
    ATTEMPTED "attempted" Count;
    REACHED "reached" Count;
    CONTACT_RATE "contact_rate" Percent;
    GRADE_A "grade_a" Count;
    GRADE_B "grade_b" Count;
    GRADE_C "grade_c" Count;
    GRADE_D "grade_d" Count;
    MEMBERS "members" Count;
    CONTACTED "contacted" Count;
    RESPONDED "responded" Count;
    RESPONSE_RATE "response_rate" Percent;
    EVER_REACHED "ever_reached" Count;
    SHARE_OF_FIRST "share_of_first" Percent;
    SHARE_OF_PREVIOUS "share_of_previous" Percent;
    FURTHEST "furthest" Count;
    ENTRIES "entries" Count;
    WITHIN_4_HOURS "within_4_hours" Count;
    WITHIN_24_HOURS "within_24_hours" Count;
    WITHIN_48_HOURS "within_48_hours" Count;
    WITHIN_72_HOURS "within_72_hours" Count;
    AFTER_72_HOURS "after_72_hours" Count;
    UNTOUCHED "untouched" Count;
    DISQUALIFIED "disqualified" Count;
    SHARE_OF_DISQUALIFIED "share_of_disqualified" Percent;
    ASSIGNED_OPEN "assigned_open" Count;
    IDLE "idle" Count;
    IDLE_RATE "idle_rate" Percent;
    WIN_RATE "win_rate" Percent;
    WON_AMOUNT "won_amount" Money;
    LOST_AMOUNT "lost_amount" Money;
    WIN_RATE_BY_AMOUNT "win_rate_by_amount" Percent;
    OPEN_OPPORTUNITIES "open_opportunities" Count;
    OPEN_AMOUNT "open_amount" Money;
    WEIGHTED_PIPELINE "weighted_pipeline" Money;
}

impl Metric {
    /// How many there are.
    pub(super) fn count(self, counted: Counted) -> Figure {
        self.figure(Cell::Count(counted.count), counted, None)
    }

    /// How much they add up to; n/a if that is not known.
    pub(super) fn money(self, amount: Option<Money>, counted: Counted) -> Figure {
        self.figure(amount.map_or(Cell::Missing, money), counted, None)
    }

    /// How large a part is of the whole, in per cent.
    pub(super) fn share(self, part: Counted, whole: Counted) -> Figure {
        let percent = percent(Decimal::from(part.count), Decimal::from(whole.count));
        self.percent(percent, part, Some(whole))
    }

    /// A share that is already computed.
    pub(super) fn percent(
        self,
        percent: Option<Decimal>,
        counted: Counted,
        of: Option<Counted>,
    ) -> Figure {
        self.figure(percent.map_or(Cell::Missing, Cell::Percent), counted, of)
    }

    /// What one of them cost.
    pub(super) fn money_per(self, total: Option<Money>, counted: Counted) -> Figure {
        let one = total.and_then(|total| {
            let amount = total.amount.checked_div(Decimal::from(counted.count))?;
            Some(Money { amount, ..total })
        });
        self.money(one, counted)
    }

    fn figure(self, cell: Cell, counted: Counted, of: Option<Counted>) -> Figure {
        Figure { cell, origin: Some(Origin { metric: self.id, counted, of }) }
    }
}

impl From<Cell> for Figure {
    fn from(cell: Cell) -> Self {
        Self { cell, origin: None }
    }
}

/// A part of a whole in per cent, to two decimals; none of nothing.
pub(super) fn percent(part: Decimal, whole: Decimal) -> Option<Decimal> {
    let share = part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)?;
    Some(rounded(share))
}

/// An amount as it is shown: to two decimals, halves away from zero.
fn money(money: Money) -> Cell {
    Cell::Money(Money { amount: rounded(money.amount), ..money })
}

fn rounded(number: Decimal) -> Decimal {
    number.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_rounded_to_two_decimals_and_nothing_has_none() {
        for (part, whole, expected) in [
            (8_600, 11_400, Some("75.44")),
            (-100, 100, Some("-100")),
            (1, 8, Some("12.5")),
            (1, 3, Some("33.33")),
            (2, 3, Some("66.67")),
            (5, 0, None),
        ] {
            let found = percent(Decimal::from(part), Decimal::from(whole));
            assert_eq!(found, expected.map(|text| text.parse().unwrap()), "{part} of {whole}");
        }
    }
}
