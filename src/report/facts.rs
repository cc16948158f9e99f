//! What is true of a lead as far as reports count it, in one number.

use crate::model::{LeadDerived, Validity};

/// Something that is true of a lead or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Fact {
    /// It is a card: the first stage of the funnel, which every lead has reached.
    Unsorted,
    /// It reached *usable*, or a later stage of the funnel.
    Usable,
    /// It reached MQL or later.
    Mql,
    /// It reached SQL or later.
    Sql,
    /// It has an opportunity.
    Opportunity,
    /// It has a won opportunity.
    Won,
    /// The account of a won opportunity has ordered again.
    Repeat,
    /// Its phone, mail or address has been tried.
    Judged,
    /// It is judged, and good.
    Valid,
    /// Someone has tried to reach the person.
    Attempted,
    /// Someone has tried and reached the person.
    Reached,
    /// It was handed over to sales.
    HandedOver,
    /// Sales accepted it, at least once.
    Accepted,
    /// Sales did not accept it, at least once.
    NotAccepted,
    /// Sales did not reach the person, at least once.
    NotReached,
    /// A hand-over waits for the answer of sales.
    AwaitingResponse,
    /// Its grade is A or A−.
    GradeA,
    /// Its grade is B+, B or B−.
    GradeB,
    /// Its grade is C+, C or C−.
    GradeC,
    /// Its grade is D+ or D.
    GradeD,
}

/// How many facts there are.
pub(super) const FACTS: usize = Fact::GradeD as usize + 1;

/// The stages of the funnel, in their order. Each lead has one furthest stage and counts in all before
/// it, whatever became of it.
pub(super) const FUNNEL: [Fact; 7] = [
    Fact::Unsorted,
    Fact::Usable,
    Fact::Mql,
    Fact::Sql,
    Fact::Opportunity,
    Fact::Won,
    Fact::Repeat,
];

/// All facts that are true of a lead; none for a lead that does not count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Facts(u32);

impl Facts {
    /// What follows from the data of a lead and from what was done about it: all but the funnel.
    pub const OF_DATA: Self = Self(!Self::reached(Fact::Repeat).0);

    /// These.
    pub fn these(facts: &[Fact]) -> Self {
        facts.iter().fold(Self::default(), |all, fact| all.with_if(*fact, true))
    }

    /// A lead whose furthest stage is this; and so it reached all stages before it.
    pub const fn reached(furthest: Fact) -> Self {
        Self((2 << furthest as u8) - 1)
    }

    /// What follows from the data of the lead and from what was done about it.
    pub fn of(derived: LeadDerived<'_>) -> Self {
        let [accepted, not_accepted, not_reached] = derived.responses();
        let handed_over = derived.hand_overs();
        let answered = accepted.saturating_add(not_accepted).saturating_add(not_reached);
        let grade = match derived.parts().grade {
            8.. => Fact::GradeA,
            5..8 => Fact::GradeB,
            2..5 => Fact::GradeC,
            0..2 => Fact::GradeD,
        };
        [
            (Fact::Judged, derived.validity() != Validity::Unjudged),
            (Fact::Valid, derived.validity() == Validity::Valid),
            (Fact::Attempted, derived.is_attempted()),
            (Fact::Reached, derived.is_attempted() && derived.is_reached()),
            (Fact::HandedOver, handed_over > 0),
            (Fact::Accepted, accepted > 0),
            (Fact::NotAccepted, not_accepted > 0),
            (Fact::NotReached, not_reached > 0),
            (Fact::AwaitingResponse, handed_over > answered),
            (grade, true),
        ]
        .into_iter()
        .fold(Self::default(), |facts, (fact, is_true)| facts.with_if(fact, is_true))
    }

    /// Both together.
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Those that are among others too.
    pub const fn only(self, others: Self) -> Self {
        Self(self.0 & others.0)
    }

    /// Whether a fact is true.
    pub const fn has(self, fact: Fact) -> bool {
        self.0 & (1 << fact as u8) != 0
    }

    /// Whether the lead does not count at all.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The numbers of the facts that are true.
    pub fn numbers(self) -> impl Iterator<Item = usize> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let number = left.trailing_zeros();
            left &= left.wrapping_sub(1);
            (number < u32::BITS).then_some(number as usize)
        })
    }

    const fn with_if(self, fact: Fact, is_true: bool) -> Self {
        Self(self.0 | (is_true as u32) << fact as u8)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_furthest_stage_holds_all_before_it() {
        for (at, furthest) in FUNNEL.into_iter().enumerate() {
            let facts = Facts::reached(furthest);
            let reached: Vec<bool> = FUNNEL.iter().map(|stage| facts.has(*stage)).collect();
            let expected: Vec<bool> = (0..FUNNEL.len()).map(|stage| stage <= at).collect();
            assert_eq!(reached, expected, "{furthest:?}");
            assert_eq!(facts.numbers().count(), at + 1);
        }
    }
}
