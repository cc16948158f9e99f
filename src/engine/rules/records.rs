//! Records of any kind: making, changing, the bin, and what holds of every one.

use serde_json::{Map, Value as Json};

use super::{custom_fields, deals, owner};
use crate::{
    domain::{
        Account, Campaign, Contact, DELETED_AT, FIRST_CUSTOM_TAG, FieldInfo, Fields as _, Id, Kind,
        Lead, Opportunity, RecordId, Row, Settings, Shape, Stage, Tag, Value, phone::parse_phone,
        value_from_json,
    },
    engine::{Create, Delete, Edit, Restore, Right, Set},
    error::{Error, Result},
    model::Model,
};

/// Makes a record.
///
/// # Errors
/// When a right or a rule says no.
pub fn create(edit: &mut Edit<'_>, command: &Create) -> Result<()> {
    if command.kind == Kind::CustomField {
        return Err(Error::usage("add-field-instead"));
    }
    let right = match command.kind {
        Kind::Lead => Right::CreateLeads,
        kind => Right::to_edit(kind),
    };
    edit.require(right)?;
    let mut row = Row::new();
    for (tag, value) in read_values(edit, command.kind, &command.values)? {
        row.set(tag, value);
    }
    let record = match command.kind {
        Kind::Settings => Settings::ID.record(),
        kind => edit.new_record(kind),
    };
    if edit.model.has(record) {
        return Err(Error::refused("only-one-settings"));
    }
    let row = completed(edit, command.kind, row)?;
    edit.create_row(record, row)?;
    edit.outcome.records.push(record);
    Ok(())
}

/// Changes fields of records.
///
/// # Errors
/// When a right or a rule says no, of any of them.
pub fn set(edit: &mut Edit<'_>, command: &Set) -> Result<()> {
    let values = read_values(edit, command.kind, &command.values)?;
    let changes_contact = values.iter().any(|(tag, _)| [Lead::phones, Lead::emails].contains(tag));
    for uuid in &command.ids {
        let record = RecordId { kind: command.kind, uuid: *uuid };
        edit.require_of(Right::to_edit(command.kind), record)?;
        let mut row = edit.row(record)?;
        let stage = row.get(Lead::stage).as_text().and_then(Stage::of_id);
        if command.kind == Kind::Lead && stage.is_some_and(Stage::is_read_only) {
            return Err(Error::refused("lead-read-only"));
        }
        for (tag, value) in &values {
            row.set(*tag, value.clone());
        }
        // Contacts are persons as leads are and have the same tags.
        if changes_contact {
            row = normalised(edit, row, command.kind);
        }
        edit.put(record, row)?;
        edit.outcome.records.push(record);
    }
    Ok(())
}

/// Puts records in the bin.
///
/// # Errors
/// When a right says no.
pub fn delete(edit: &mut Edit<'_>, command: &Delete) -> Result<()> {
    for record in &command.records {
        edit.require_of(Right::Delete, *record)?;
        edit.require(Right::to_edit(record.kind))?;
        edit.row(*record)?;
        if record.kind == Kind::Pool
            && edit
                .model
                .leads
                .rows()
                .any(|row| edit.model.leads.link(Lead::pool, row) == Some(*record))
        {
            return Err(Error::refused("pool-not-empty"));
        }
        if record.kind == Kind::Settings {
            return Err(Error::refused("only-one-settings"));
        }
        edit.set_deleted(*record, true)?;
        edit.outcome.records.push(*record);
    }
    Ok(())
}

/// Takes records out of the bin.
///
/// # Errors
/// When a right says no.
pub fn restore(edit: &mut Edit<'_>, command: &Restore) -> Result<()> {
    for record in &command.records {
        edit.require(Right::to_edit(record.kind))?;
        edit.require_of(Right::Delete, *record)?;
        edit.set_deleted(*record, false)?;
        edit.outcome.records.push(*record);
    }
    Ok(())
}

/// What holds of every record that is kept.
///
/// # Errors
/// `field-required`, or what is wrong with a lead or a field of a user.
pub fn check(model: &Model, record: RecordId, row: &Row) -> Result<()> {
    check_filled(record.kind, |tag| !row.get(tag).is_empty())?;
    if record.kind == Kind::CustomField && row.get(DELETED_AT).is_empty() {
        custom_fields::check(model, record, row)?;
    }
    Ok(())
}

/// The same as far as it depends on which fields are filled alone.
///
/// # Errors
/// `field-required`, or what is wrong with a lead.
pub fn check_filled(kind: Kind, is_filled: impl Fn(Tag) -> bool) -> Result<()> {
    let missing = |field: &&FieldInfo| field.spec.is_required() && !is_filled(field.tag);
    if let Some(field) = kind.fields().iter().find(missing) {
        return Err(
            Error::refused("field-required").with("field", format!("@field-{}", field.name))
        );
    }
    if kind == Kind::Lead {
        if is_filled(Lead::owner) == is_filled(Lead::pool) {
            return Err(Error::refused("owner-or-pool"));
        }
        let known_by = [Lead::name, Lead::company, Lead::phones, Lead::emails];
        if !known_by.into_iter().any(is_filled) {
            return Err(Error::refused("lead-is-nobody"));
        }
    }
    Ok(())
}

/// The fields of a command's values, checked.
pub(super) fn read_values(
    edit: &Edit<'_>,
    kind: Kind,
    values: &Map<String, Json>,
) -> Result<Vec<(Tag, Value)>> {
    let mut out = Vec::with_capacity(values.len());
    for (name, json) in values {
        let field = edit.model.field(kind, name).ok_or_else(|| {
            Error::usage("unknown-field")
                .with("field", name.as_str())
                .with("kind", format!("@kind-{}", kind.name()))
        })?;
        if field.spec.is_ruled() {
            return Err(Error::refused("field-has-command").with("field", format!("@field-{name}")));
        }
        let value = value_from_json(field, json).map_err(|bad| {
            let is_custom = field.tag >= FIRST_CUSTOM_TAG;
            let label = if is_custom { bad.field } else { format!("@field-{}", bad.field) };
            Error::usage("bad-value").with("field", label).with("expected", bad.expected)
        })?;
        check_links(edit, &value)?;
        out.push((field.tag, value));
    }
    Ok(out)
}

/// A link must lead somewhere.
fn check_links(edit: &Edit<'_>, value: &Value) -> Result<()> {
    match value {
        Value::Link(record) if matches!(record.kind, Kind::Custom(_)) => Ok(()),
        Value::Link(record) => edit.row(*record).map(drop),
        Value::List(items) => items.iter().try_for_each(|item| check_links(edit, item)),
        Value::Part(row) => row.iter().try_for_each(|(_, value)| check_links(edit, value)),
        _ => Ok(()),
    }
}

/// A new record with what is filled in for everyone.
fn completed(edit: &mut Edit<'_>, kind: Kind, row: Row) -> Result<Row> {
    let mut row = normalised(edit, row, kind);
    // Whoever makes a record answers for it, until it is given to someone else.
    let owner = edit.actor().map_or(Value::Empty, |actor| Value::Link(actor.record()));
    match kind {
        Kind::Lead => {
            let mut lead = Lead::from_row(row);
            lead.stage = Stage::Unsorted;
            lead.stage_since = Some(edit.now());
            lead.captured_at = lead.captured_at.or(Some(edit.now()));
            lead.captured_by = lead.captured_by.or(edit.actor());
            lead.steward = lead.steward.or_else(|| steward(edit, &lead));
            owner::begin_in_default_pool(edit, &mut lead)?;
            row = lead.to_row();
        }
        Kind::Account => drop(row.set(Account::owner, owner)),
        Kind::Contact => drop(row.set(Contact::owner, owner)),
        Kind::Opportunity => row = deals::begun(edit, Opportunity::from_row(row)).to_row(),
        Kind::Campaign if row.get(Campaign::owner).is_empty() => {
            row.set(Campaign::owner, owner);
        }
        _ => {}
    }
    // What a choice is when nobody chose: a campaign is planned, a user reads.
    for field in kind.fields() {
        if let (Shape::Choice(choices), true) = (&field.shape, row.get(field.tag).is_empty())
            && !choices.open
            && default_is_first(kind, field)
            && let Some(first) = choices.values.first()
        {
            row.set(field.tag, Value::Choice((*first).into()));
        }
    }
    Ok(row)
}

/// Whether a choice that was not made is the first of its list, rather than none at all.
fn default_is_first(kind: Kind, field: &FieldInfo) -> bool {
    match kind {
        Kind::Campaign => field.name == "status",
        Kind::User => field.name == "role",
        Kind::Opportunity => matches!(field.name, "outcome" | "forecast_category"),
        Kind::Order => field.name == "status",
        Kind::Activity => field.name == "kind",
        _ => false,
    }
}

/// Who answers for a lead until it is handed over: the campaign's owner, else who brought it.
pub fn steward(edit: &Edit<'_>, lead: &Lead) -> Option<Id<crate::domain::User>> {
    steward_of(edit, lead.campaign)
}

/// The same of the leads of a campaign.
pub fn steward_of(
    edit: &Edit<'_>,
    campaign: Option<Id<Campaign>>,
) -> Option<Id<crate::domain::User>> {
    let campaign = campaign.and_then(|id| edit.model.campaigns.get(id));
    campaign.and_then(|campaign| campaign.owner).or(edit.actor())
}

/// A record's phones and mails in their comparable form.
pub(super) fn normalised(edit: &Edit<'_>, row: Row, kind: Kind) -> Row {
    use crate::domain::{country::Country2, email::clean_email};
    let country =
        Country2::from_code(edit.model.settings().phone_country()).unwrap_or(Country2::TW);
    let fix_phones = |phones: &mut Vec<crate::domain::Phone>| {
        for phone in phones.iter_mut().filter(|phone| phone.e164.is_empty()) {
            let parsed = parse_phone(&phone.raw, country);
            phone.e164 = parsed.e164.unwrap_or_default();
            // An extension that was given beside the number is not in it.
            if let Some(extension) = parsed.extension {
                phone.extension = extension;
            }
        }
    };
    let fix_mails = |mails: &mut Vec<crate::domain::Email>| {
        for mail in mails.iter_mut() {
            if let Some(clean) = clean_email(&mail.address) {
                mail.address = clean;
            }
        }
    };
    match kind {
        Kind::Lead => {
            let mut lead = Lead::from_row(row);
            fix_phones(&mut lead.phones);
            fix_mails(&mut lead.emails);
            lead.to_row()
        }
        Kind::Contact => {
            let mut contact = Contact::from_row(row);
            fix_phones(&mut contact.phones);
            fix_mails(&mut contact.emails);
            contact.to_row()
        }
        _ => row,
    }
}
