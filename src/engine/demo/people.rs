//! The people of the company.

use super::plan::Plan;
use crate::{
    domain::{DAY_MS, Fields as _, Id, RecordId, Role, Row, User},
    i18n::Lang,
};

/// Marketing: answers for most campaigns.
pub(super) const MARKETING: usize = 0;
/// Business development.
pub(super) const BD: usize = 1;
/// Sales in Taiwan.
pub(super) const CHEWEI: usize = 2;
/// Sales in Taiwan, too.
pub(super) const YATING: usize = 3;
/// Sales in China.
pub(super) const LEI: usize = 4;
/// Sales everywhere else.
pub(super) const EMILY: usize = 5;
/// The sales director.
pub(super) const DIRECTOR: usize = 6;

/// Who stands at a booth.
pub(super) const CREW: &[usize] = &[MARKETING, BD, CHEWEI, YATING, LEI, EMILY];

const PEOPLE: &[(&str, &str, Role, &str, Lang)] = &[
    ("林佳蓉 Carol Lin", "carol", Role::Marketing, "Marketing", Lang::ZhTw),
    ("周文凱 Kevin Chou", "kevin", Role::Bd, "Marketing", Lang::ZhTw),
    ("許哲維 Che-Wei Hsu", "chewei", Role::Sales, "Sales", Lang::ZhTw),
    ("黃雅婷 Ya-Ting Huang", "yating", Role::Sales, "Sales", Lang::ZhTw),
    ("王磊", "wanglei", Role::Sales, "Sales", Lang::ZhCn),
    ("Emily Carter", "emily", Role::Sales, "Sales", Lang::En),
    ("張國華 David Chang", "david", Role::Director, "Sales", Lang::ZhTw),
    ("吳佩珊 Joanna Wu", "joanna", Role::Admin, "Office", Lang::ZhTw),
    ("Martin Keller", "martin", Role::Viewer, "Office", Lang::En),
];

/// The id of one of the people; they joined long before the season.
pub(super) fn id(plan: &Plan, person: usize) -> Id<User> {
    let joined = plan.calendar.now.plus_ms(-400 * DAY_MS);
    plan.id(joined, person as u16, person as u64)
}

/// Everyone.
pub(super) fn rows(plan: &Plan) -> Vec<(RecordId, Row)> {
    let people = PEOPLE.iter().enumerate();
    people
        .map(|(person, (name, login, role, team, lang))| {
            let user = User {
                name: (*name).to_owned(),
                login: (*login).to_owned(),
                role: *role,
                team: (*team).to_owned(),
                manager: (*role == Role::Sales).then(|| plan.person(DIRECTOR)),
                language: lang.code().to_owned(),
                ..User::default()
            };
            (plan.person(person).record(), user.to_row())
        })
        .collect()
}

/// Who sells to a company that speaks a language; in Taiwan there are two of them.
pub(super) fn seller(lang: Lang, company: u64) -> usize {
    match lang {
        Lang::ZhTw if company.is_multiple_of(2) => CHEWEI,
        Lang::ZhTw => YATING,
        Lang::ZhCn => LEI,
        Lang::En => EMILY,
    }
}
