//! To whom leads of a sort are given: what *by the rules* means.

use super::{Id, Pool, User, choice::choice, field, record::record};

choice! {
    /// How the leads of a rule are shared among its users.
    pub enum Share "share" {
        /// In turn: whoever was given a lead longest ago comes next.
        InTurn "in_turn",
        /// Whoever has the fewest open leads.
        LeastLoaded "least_loaded",
        /// Whoever has the fewest open leads for the cap they have.
        ByCapacity "by_capacity",
        /// Whoever won the largest part of what came of leads of the same territory; who has too few cases
        /// comes after those.
        BestPerformer "best_performer",
    }
}

record! {
    /// To whom leads of a sort are given: to users, a team or a department, or into a pool. Of the rules, in their order, the
    /// first holds whose filter a lead passes and that has room for it.
    pub struct AssignmentRule {
        1: name: String => field().required().searched().listed().resident(),
        2: order: Option<i64> => field().listed(),
        3: filter: String => field().listed(),
        4: users: Vec<Id<User>> => field().listed(),
        5: team: String => field().listed(),
        6: pool: Option<Id<Pool>> => field().listed(),
        7: share: Share => field().listed(),
        8: inactive: bool => field().listed(),
        9: department: String => field().listed(),
    }
}
