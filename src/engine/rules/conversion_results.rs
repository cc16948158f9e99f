//! What a conversion makes of leads: the account, the contacts and the opportunity. Of records that are there
//! already only what is empty is filled, unless the command names a value.

use serde_json::{Map, Value as Json};

use super::{
    conversion_map,
    custom_fields::carry,
    deals, person,
    records::{normalised, read_values},
};
use crate::{
    domain::{
        Account, Contact, Fields as _, Id, Kind, Lead, Opportunity, Party, PhoneKind, Pick,
        Position, Record, RecordId, Row, TeamMember, User,
        email::{domain_of, is_free_mail},
    },
    engine::{Convert, Edit, Right, Target},
    error::{Error, Result},
};

/// The account of a lead, made or completed, and whose the results are.
///
/// # Errors
/// When there is to be none, it would have no name, or a value is none.
pub(super) fn account(
    edit: &mut Edit<'_>,
    lead: &Lead,
    command: &Convert,
) -> Result<(Id<Account>, Option<Id<User>>)> {
    let owner = command.owner;
    let lead_owner = owner.or(lead.owner).or(edit.actor());
    let existing = match command.account {
        Target::Skip => return Err(Error::usage("account-needed")),
        Target::Existing(id) => Some(id),
        Target::New => None,
    };
    let Some(id) = existing else {
        let account = Account { owner: lead_owner, ..Account::default() };
        let account = take_company(edit, account, lead);
        let mut account = named(edit, (None, account), &command.values.account)?;
        account.owner = account.owner.or(lead_owner);
        if account.name.is_empty() {
            return Err(Error::refused("company-needed").with("lead", lead.title()));
        }
        return Ok((edit.create(&account)?, lead_owner));
    };
    let account = take_company(edit, edit.get(id)?, lead);
    let mut account = named(edit, (Some(id.record()), account), &command.values.account)?;
    let owner = owner.or(account.owner).or(lead_owner);
    if account.owner.is_none() {
        account.owner = owner;
    }
    let is_on_it = |user: Id<User>| account.team.iter().any(|member| member.user == Some(user));
    if let Some(user) = lead.owner.filter(|user| Some(*user) != account.owner && !is_on_it(*user)) {
        let role = "collaborator".to_owned();
        account.team.push(TeamMember { user: Some(user), role, ..TeamMember::default() });
    }
    edit.put(id.record(), account.to_row())?;
    Ok((id, owner))
}

/// An account with what a lead knows of its company; only what is empty is filled.
fn take_company(edit: &Edit<'_>, mut account: Account, whole: &Lead) -> Account {
    let lead = &conversion_map::seen_by(edit, Kind::Account, whole);
    let fill = |target: &mut String, value: &str| {
        if target.is_empty() {
            value.clone_into(target);
        }
    };
    fill(&mut account.name, &lead.company);
    fill(&mut account.tax_id, &lead.tax_id);
    fill(&mut account.website, &lead.website);
    let domains = lead.emails.iter().filter_map(|mail| domain_of(&mail.address));
    if let Some(domain) = domains.clone().find(|domain| !is_free_mail(domain)) {
        fill(&mut account.domain, domain);
    }
    if account.industry.is_empty() {
        account.industry = lead.industry.clone();
    }
    if account.size.is_empty() {
        account.size = lead.company_size.clone();
    }
    if account.territory.is_empty() {
        account.territory = lead.territory.clone();
    }
    if account.credit_level.is_empty() {
        account.credit_level = lead.credit_level.clone();
    }
    if account.product_interest.is_empty() {
        account.product_interest.clone_from(&lead.product_interest);
    }
    if account.addresses.is_empty() && !lead.address.to_row().is_empty() {
        account.addresses.push(lead.address.clone());
    }
    if account.phones.is_empty() {
        let of_place = |phone: &&crate::domain::Phone| phone.kind == PhoneKind::Landline;
        account.phones.extend(lead.phones.iter().filter(of_place).cloned());
    }
    carry(edit.model, (Kind::Lead, &lead.unknown), (Kind::Account, &mut account.unknown));
    let mut row = account.to_row();
    conversion_map::carry(edit, Kind::Account, whole, &mut row);
    Account::from_row(row)
}

/// The contact of a lead at an account, made or completed.
///
/// # Errors
/// When the contact is gone, or a value is none.
pub(super) fn contact(
    edit: &mut Edit<'_>,
    lead: &Lead,
    (account, owner): (Id<Account>, Option<Id<User>>),
    (target, values): (Target<Contact>, Option<&Map<String, Json>>),
) -> Result<Id<Contact>> {
    let (id, mut row) = match target {
        Target::Existing(id) => (id, edit.row(id.record())?),
        Target::New | Target::Skip => (edit.new_id(), Row::new()),
    };
    let is_new = row.is_empty();
    let card = conversion_map::seen_by(edit, Kind::Contact, lead).to_row();
    person::fill(Kind::Contact, &mut row, &card);
    carry(edit.model, (Kind::Lead, &card), (Kind::Contact, &mut row));
    conversion_map::carry(edit, Kind::Contact, lead, &mut row);
    let mut contact = Contact::from_row(row);
    for membership in &lead.memberships {
        if !contact.memberships.iter().any(|known| known.campaign == membership.campaign) {
            contact.memberships.push(membership.clone());
        }
    }
    contact.source = if contact.source.is_empty() { lead.source.clone() } else { contact.source };
    contact.campaign = contact.campaign.or(lead.campaign);
    contact.owner = contact.owner.or(owner);
    if !contact.accounts.iter().any(|position| position.account == Some(account)) {
        contact.accounts.push(Position {
            account: Some(account),
            title: lead.job_title.clone(),
            decision_role: lead.decision_role,
            active: true,
            ..Position::default()
        });
    }
    if is_new && contact.name.is_empty() {
        lead.title().clone_into(&mut contact.name);
    }
    if let Some(values) = values {
        let known = (!is_new).then(|| id.record());
        contact = named(edit, (known, contact), values)?;
        contact = Contact::from_row(normalised(edit, contact.to_row(), Kind::Contact));
    }
    if is_new {
        edit.create_as(id, &contact)?;
    } else {
        edit.put(id.record(), contact.to_row())?;
    }
    edit.outcome.records.push(id.record());
    Ok(id)
}

/// The opportunity of leads, made or completed; none if it is left out.
///
/// # Errors
/// When the opportunity is gone, or a value is none.
pub(super) fn opportunity(
    edit: &mut Edit<'_>,
    (lead_id, lead): (Id<Lead>, &Lead),
    (account, owner): (Id<Account>, Option<Id<User>>),
    parties: &[(Id<Contact>, &Lead)],
    command: &Convert,
) -> Result<Option<Id<Opportunity>>> {
    let party = |(contact, lead): &(Id<Contact>, &Lead)| Party {
        contact: Some(*contact),
        decision_role: lead.decision_role,
        ..Party::default()
    };
    let existing = match command.opportunity {
        Target::Skip => return Ok(None),
        Target::Existing(id) => Some(id),
        Target::New => None,
    };
    let mut deal = match existing {
        Some(id) => edit.get(id)?,
        None => Opportunity { owner, account: Some(account), ..Opportunity::default() },
    };
    if deal.name.is_empty() {
        deal.name = deal_name(&edit.get(account)?.name, lead);
    }
    let is_known =
        |contact: Id<Contact>| deal.contacts.iter().any(|it| it.contact == Some(contact));
    let more: Vec<Party> = parties.iter().filter(|(id, _)| !is_known(*id)).map(party).collect();
    deal.contacts.extend(more);
    deal.campaign = deal.campaign.or(primary_campaign(lead));
    let seen = conversion_map::seen_by(edit, Kind::Opportunity, lead);
    deal.amount = deal.amount.or(seen.budget);
    deal.lead = deal.lead.or(Some(lead_id));
    deal.response = deal.response.or(lead.response);
    for (_, lead) in parties {
        let seen = conversion_map::seen_by(edit, Kind::Opportunity, lead);
        let mut row = deal.to_row();
        carry(edit.model, (Kind::Lead, &seen.unknown), (Kind::Opportunity, &mut row));
        conversion_map::carry(edit, Kind::Opportunity, lead, &mut row);
        deal = Opportunity::from_row(row);
    }
    let known = existing.map(Id::record);
    deal = named(edit, (known, deal), &command.values.opportunity)?;
    let id = match existing {
        Some(id) => {
            edit.put(id.record(), deal.to_row())?;
            id
        }
        None => {
            let deal = deals::begun(edit, deal);
            edit.create(&deal)?
        }
    };
    edit.outcome.records.push(id.record());
    Ok(Some(id))
}

/// The company and what it wants.
fn deal_name(account: &str, lead: &Lead) -> String {
    match lead.product_interest.first().map(Pick::id).filter(|product| !product.is_empty()) {
        Some(product) => format!("{account} – {product}"),
        None => account.to_owned(),
    }
}

/// A record with the values that the command names. What was there already may be changed so by whoever may
/// edit it.
fn named<T: Record>(
    edit: &Edit<'_>,
    (known, record): (Option<RecordId>, T),
    values: &Map<String, Json>,
) -> Result<T> {
    if values.is_empty() {
        return Ok(record);
    }
    if let Some(known) = known {
        edit.require_of(Right::to_edit(T::KIND), known)?;
    }
    let mut row = record.to_row();
    for (tag, value) in read_values(edit, T::KIND, values)? {
        row.set(tag, value);
    }
    Ok(T::from_row(row))
}

/// The campaign that decides ROI: the person's most recent responded membership, else the lead's.
fn primary_campaign(lead: &Lead) -> Option<Id<crate::domain::Campaign>> {
    let responded = lead.memberships.iter().filter(|it| it.responded_at.is_some());
    responded.max_by_key(|it| it.responded_at).and_then(|it| it.campaign).or(lead.campaign)
}
