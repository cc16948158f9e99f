//! Conversion: a lead becomes an account, a contact and an opportunity, in one step.

use super::{activities::open_tasks, custom_fields::carry, deals, person, stage, undo::UndoRun};
use crate::{
    domain::{
        Account, BYPASS_SOURCES, Contact, Fields as _, Id, Kind, Lead, Opportunity, Party,
        PhoneKind, Position, RecordId, Role, Row, Stage, TeamMember, User,
        email::{domain_of, is_free_mail},
    },
    engine::{Convert, Edit, Right, Target, Unconvert},
    error::{Error, Result},
};

/// Turns leads of one company into an account, contacts and an opportunity. All checks come first.
///
/// # Errors
/// When a lead is not ready, or a target is gone.
pub fn convert(edit: &mut Edit<'_>, command: &Convert) -> Result<()> {
    let mut leads = Vec::new();
    for id in &command.leads {
        edit.require_of(Right::Convert, id.record())?;
        let lead = edit.get(*id)?;
        check_gate(edit, &lead, command)?;
        leads.push((*id, lead));
    }
    let Some((first_id, first)) = leads.first().cloned() else {
        return Err(Error::usage("convert-nobody"));
    };
    let owner = command.owner;
    let (account, owner) = account(edit, &first, command.account, owner)?;
    let mut contacts = Vec::new();
    for (_, lead) in &leads {
        let target = if leads.len() == 1 { command.contact } else { Target::New };
        contacts.push(contact(edit, lead, account, target, owner)?);
    }
    for ((id, lead), contact) in leads.iter().zip(&contacts) {
        edit.update(*contact, |contact: &mut Contact| {
            contact.lead = contact.lead.or(Some(*id));
            contact.response = contact.response.or(lead.response);
        })?;
    }
    let parties: Vec<_> = leads.iter().zip(&contacts).map(|((_, lead), id)| (*id, lead)).collect();
    let opportunity =
        opportunity(edit, (first_id, &first), account, &parties, (command.opportunity, owner))?;
    if let Some(deal) = opportunity {
        take_custom_fields(edit, deal, &leads)?;
    }
    for ((id, lead), contact) in leads.iter().zip(contacts) {
        finish(edit, (*id, lead.clone()), account, contact, (opportunity, owner))?;
    }
    edit.outcome.records.insert(0, account.record());
    if let Some(reason) = &command.reason {
        edit.note.clone_from(reason);
    }
    Ok(())
}

/// Takes a conversion back: the lead is as it was, and what was made is gone.
///
/// # Errors
/// `depends-on-conversion` with what depends on the results.
pub fn unconvert(edit: &mut Edit<'_>, command: &Unconvert) -> Result<()> {
    let record = command.lead.record();
    edit.require_of(Right::Convert, record)?;
    let lead = edit.get(command.lead)?;
    if lead.stage != Stage::Converted {
        return Err(Error::refused("not-converted"));
    }
    let sequence =
        converting_command(edit, record)?.ok_or_else(|| Error::refused("not-converted"))?;
    let mut made = Vec::new();
    for touched in edit.store().touched(sequence)? {
        let (record, was_made) = touched?;
        if was_made {
            made.push(record);
        }
    }
    let dependents = dependents(edit, &made);
    if !dependents.is_empty() {
        let names: Vec<String> = dependents.iter().take(5).map(|it| name_of(edit, *it)).collect();
        return Err(Error::refused("depends-on-conversion").with("records", names.join(", ")));
    }
    let mut run = UndoRun::new(edit.store(), sequence)?;
    while run.step(edit)? {}
    edit.outcome.records.push(record);
    edit.outcome.undo = Some(run.into_report());
    Ok(())
}

/// A lead is ready when sales has qualified it, or its source needs no qualification.
fn check_gate(edit: &Edit<'_>, lead: &Lead, command: &Convert) -> Result<()> {
    if lead.stage.is_read_only() {
        return Err(Error::refused("lead-read-only"));
    }
    let bypasses = BYPASS_SOURCES.contains(&lead.source.id()) && lead.stage.is_open();
    if lead.stage == Stage::Sql || bypasses {
        return Ok(());
    }
    let may = edit.viewer.is_alone || matches!(edit.viewer.role, Role::Director | Role::Admin);
    let has_reason = command.reason.as_ref().is_some_and(|reason| !reason.trim().is_empty());
    if may && has_reason && lead.stage.is_open() {
        return Ok(());
    }
    Err(Error::refused("not-ready-to-convert")
        .with("lead", lead.title())
        .with("stage", format!("@stage-{}", lead.stage.id())))
}

fn account(
    edit: &mut Edit<'_>,
    lead: &Lead,
    target: Target<Account>,
    owner: Option<Id<User>>,
) -> Result<(Id<Account>, Option<Id<User>>)> {
    let lead_owner = owner.or(lead.owner).or(edit.actor());
    let existing = match target {
        Target::Skip => return Err(Error::usage("account-needed")),
        Target::Existing(id) => Some(id),
        Target::New => None,
    };
    let Some(id) = existing else {
        let mut account = Account { owner: lead_owner, ..Account::default() };
        take_company(edit, &mut account, lead);
        if account.name.is_empty() {
            return Err(Error::refused("company-needed").with("lead", lead.title()));
        }
        return Ok((edit.create(&account)?, lead_owner));
    };
    let mut account = edit.get(id)?;
    take_company(edit, &mut account, lead);
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

/// What a lead knows of its company; only what is empty is filled.
fn take_company(edit: &Edit<'_>, account: &mut Account, lead: &Lead) {
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
}

fn contact(
    edit: &mut Edit<'_>,
    lead: &Lead,
    account: Id<Account>,
    target: Target<Contact>,
    owner: Option<Id<User>>,
) -> Result<Id<Contact>> {
    let (id, mut row) = match target {
        Target::Existing(id) => (id, edit.row(id.record())?),
        Target::New | Target::Skip => (edit.new_id(), Row::new()),
    };
    let is_new = row.is_empty();
    let card = lead.to_row();
    person::fill(Kind::Contact, &mut row, &card);
    carry(edit.model, (Kind::Lead, &card), (Kind::Contact, &mut row));
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
    if is_new {
        if contact.name.is_empty() {
            lead.title().clone_into(&mut contact.name);
        }
        edit.create_as(id, &contact)?;
    } else {
        edit.put(id.record(), contact.to_row())?;
    }
    edit.outcome.records.push(id.record());
    Ok(id)
}

fn opportunity(
    edit: &mut Edit<'_>,
    (lead_id, lead): (Id<Lead>, &Lead),
    account: Id<Account>,
    parties: &[(Id<Contact>, &Lead)],
    (target, owner): (Target<Opportunity>, Option<Id<User>>),
) -> Result<Option<Id<Opportunity>>> {
    let party = |(contact, lead): &(Id<Contact>, &Lead)| Party {
        contact: Some(*contact),
        decision_role: lead.decision_role,
        ..Party::default()
    };
    let id = match target {
        Target::Skip => return Ok(None),
        Target::Existing(id) => {
            edit.update(id, |deal: &mut Opportunity| {
                deal.contacts.extend(parties.iter().map(party));
                deal.lead = deal.lead.or(Some(lead_id));
            })?;
            id
        }
        Target::New => {
            let account_name = edit.get(account)?.name;
            let product = lead.product_interest.first().map(|pick| pick.id().to_owned());
            let product = product.filter(|product| !product.is_empty());
            let name = match product {
                Some(product) => format!("{account_name} – {product}"),
                None => account_name,
            };
            let deal = Opportunity {
                name,
                account: Some(account),
                contacts: parties.iter().map(party).collect(),
                campaign: primary_campaign(lead),
                amount: lead.budget,
                owner,
                lead: Some(lead_id),
                response: lead.response,
                ..Opportunity::default()
            };
            let deal = deals::begun(edit, deal);
            edit.create(&deal)?
        }
    };
    edit.outcome.records.push(id.record());
    Ok(Some(id))
}

/// What users' own fields of the leads say, where the deal has fields of the same names.
fn take_custom_fields(
    edit: &mut Edit<'_>,
    deal: Id<Opportunity>,
    leads: &[(Id<Lead>, Lead)],
) -> Result<()> {
    let model = edit.model;
    edit.update(deal, |deal: &mut Opportunity| {
        for (_, lead) in leads {
            carry(model, (Kind::Lead, &lead.unknown), (Kind::Opportunity, &mut deal.unknown));
        }
    })
}

/// The campaign that decides ROI: the person's most recent responded membership, else the lead's.
fn primary_campaign(lead: &Lead) -> Option<Id<crate::domain::Campaign>> {
    let responded = lead.memberships.iter().filter(|it| it.responded_at.is_some());
    responded.max_by_key(|it| it.responded_at).and_then(|it| it.campaign).or(lead.campaign)
}

fn finish(
    edit: &mut Edit<'_>,
    (id, mut lead): (Id<Lead>, Lead),
    account: Id<Account>,
    contact: Id<Contact>,
    (opportunity, owner): (Option<Id<Opportunity>>, Option<Id<User>>),
) -> Result<()> {
    let sequence_tasks = open_tasks(edit, id.record())?;
    for task in sequence_tasks {
        edit.update(task, |task: &mut crate::domain::Activity| task.assignee = owner)?;
    }
    stage::enter(edit, &mut lead, Stage::Converted, "");
    lead.converted_account = Some(account);
    lead.converted_contact = Some(contact);
    lead.converted_opportunity = opportunity;
    edit.put(id.record(), lead.to_row())
}

/// The command that converted a lead last.
fn converting_command(edit: &Edit<'_>, lead: RecordId) -> Result<Option<u64>> {
    let timeline = edit.store().timeline(lead)?;
    let converts = |changes: &[crate::domain::FieldChange]| {
        changes.iter().any(|change| {
            change.tag == Lead::stage && change.after.as_text() == Some(Stage::Converted.id())
        })
    };
    Ok(timeline.iter().rev().find(|(_, changes)| converts(changes)).map(|(number, _)| *number))
}

/// What was made since and refers to what a conversion made.
fn dependents(edit: &Edit<'_>, made: &[RecordId]) -> Vec<RecordId> {
    use crate::domain::Order;
    let model = edit.model;
    let mut found = Vec::new();
    for (columns, tags) in [
        (&model.opportunities, [Opportunity::account, Opportunity::lead].as_slice()),
        (&model.orders, &[Order::account, Order::opportunity]),
        (&model.accounts, &[Account::parent]),
    ] {
        for row in columns.rows() {
            let Some(record) = columns.id(row).filter(|record| !made.contains(record)) else {
                continue;
            };
            let linked = tags.iter().filter_map(|tag| columns.link(*tag, row));
            if linked.into_iter().any(|link| made.contains(&link)) {
                found.push(record);
            }
        }
    }
    for row in model.contacts.rows() {
        let positions = model.contacts.value(Contact::accounts, row);
        let mut accounts = crate::domain::parts::<Position>(&positions).filter_map(|it| it.account);
        if let Some(record) = model.contacts.id(row).filter(|record| !made.contains(record))
            && accounts.any(|account| made.contains(&account.record()))
        {
            found.push(record);
        }
    }
    let activities = made.iter().flat_map(|record| model.activities_about(*record));
    found.extend(activities.map(|id| id.record()));
    found
}

fn name_of(edit: &Edit<'_>, record: RecordId) -> String {
    let name = edit
        .model
        .columns(record.kind)
        .and_then(|columns| columns.find(record.uuid).map(|row| columns.text(1, row).to_owned()));
    name.filter(|name| !name.is_empty()).unwrap_or_else(|| record.kind.name().to_owned())
}
