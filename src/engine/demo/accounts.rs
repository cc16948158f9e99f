//! What leads were turned into: an account and its contacts.

use super::{
    dice::{Dice, Topic},
    leads::{Worked, worked},
    path::company_of_account,
    people::{BD, seller},
    plan::{Plan, Seat},
};
use crate::{
    domain::{
        Account, ChannelState, Contact, Fields as _, Kind, Lead, Phone, PhoneKind, Pick, Position,
        Row, TeamMember, email::domain_of,
    },
    engine::rules::person,
    i18n::Lang,
};

/// Tiers, small ones mostly unnamed.
const TIERS: &[(u32, &str)] =
    &[(24, ""), (44, "general"), (20, "key"), (6, "strategic"), (6, "small")];

/// The chance of an account beyond the first roll, which decides when it was made.
fn dice_of(plan: &Plan, account: u64) -> Dice {
    let mut dice = plan.dice(Topic::Account, account);
    dice.roll();
    dice
}

/// The tier of an account.
pub(super) fn tier_of(plan: &Plan, account: u64) -> &'static str {
    dice_of(plan, account).weighted(TIERS)
}

/// Who owns what came of an account's leads.
pub(super) fn owner_of(account: u64, lang: Lang) -> usize {
    seller(lang, company_of_account(account))
}

/// An account, as the conversion of its first lead made it.
pub(super) fn account(plan: &Plan, number: u64) -> Row {
    let Worked { path, lead, .. } = worked(plan, plan.lead_in(Seat { account: number, number: 0 }));
    let mut dice = dice_of(plan, number);
    let tier = dice.weighted(TIERS);
    let domain = lead.emails.first().and_then(|mail| domain_of(&mail.address));
    let english = super::companies::company(plan, path.company, path.lang, true).latin_name;
    let helper = TeamMember {
        user: Some(plan.person(BD)),
        role: "collaborator".to_owned(),
        ..TeamMember::default()
    };
    let account = Account {
        domain: domain.unwrap_or_default().to_owned(),
        aliases: if english.is_empty() { Vec::new() } else { vec![english] },
        phones: switchboard(&lead),
        addresses: vec![lead.address],
        industry: lead.industry,
        employees: Some(employees(&mut dice, lead.company_size.id())),
        size: lead.company_size,
        territory: lead.territory,
        product_interest: lead.product_interest,
        owner: Some(plan.person(owner_of(number, path.lang))),
        team: if dice.chance(25) { vec![helper] } else { Vec::new() },
        tier: Pick::new(tier),
        credit_level: lead.credit_level,
        website: lead.website,
        name: lead.company,
        ..Account::default()
    };
    account.to_row()
}

/// A contact, as the conversion of its lead made it.
pub(super) fn contact(plan: &Plan, seat: Seat) -> Row {
    let number = plan.lead_in(seat);
    let Worked { path, lead, .. } = worked(plan, number);
    let mut row = Row::new();
    person::fill(Kind::Contact, &mut row, &lead.to_row());
    let mut contact = Contact::from_row(row);
    contact.source = lead.source;
    contact.campaign = lead.campaign;
    contact.lead = Some(plan.lead_id(number));
    contact.response = lead.response;
    contact.owner = Some(plan.person(owner_of(seat.account, path.lang)));
    contact.memberships = lead.memberships;
    contact.accounts.push(Position {
        account: Some(plan.account_id(seat.account)),
        title: lead.job_title,
        decision_role: lead.decision_role,
        active: true,
        ..Position::default()
    });
    contact.to_row()
}

fn employees(dice: &mut Dice, size: &str) -> i64 {
    match size {
        "over_1000" => dice.between(10, 60) * 100,
        "250_999" => dice.between(25, 99) * 10,
        _ => dice.between(50, 249),
    }
}

/// The number of the company itself, without anyone's extension.
fn switchboard(lead: &Lead) -> Vec<Phone> {
    let of_place = lead.phones.iter().filter(|phone| phone.kind == PhoneKind::Landline);
    of_place
        .map(|phone| Phone {
            raw: phone.raw.split(" 分機").next().unwrap_or_default().to_owned(),
            extension: String::new(),
            state: ChannelState::Unverified,
            ..phone.clone()
        })
        .collect()
}
