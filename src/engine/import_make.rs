//! What becomes of a row of an import: a new lead, or more of someone known.

use super::{
    Edit, OnMatch, StagedCard,
    import::ImportJob,
    import_take::{Taking, take_row},
    rules::{
        owner::{self, Owner},
        person, records,
    },
};
use crate::{
    domain::{
        Campaign, FieldType, Id, Kind, Lead, Membership, Pick, RecordId, Row, Stage, Tag,
        Timestamp, User, fold::fold,
    },
    error::Result,
    store::EncodedRow,
};

/// The fields of a new lead that an import settles itself; where it only completes them, by what the card says.
pub(super) const SETTLED: &[Tag] = &[
    Lead::memberships,
    Lead::stage,
    Lead::response,
    Lead::owner,
    Lead::pool,
    Lead::steward,
    Lead::source,
    Lead::campaign,
    Lead::batch,
    Lead::captured_at,
    Lead::captured_by,
    Lead::supplier,
    Lead::hand_overs,
    Lead::entered_pool_at,
    Lead::owned_since,
    Lead::owner_why,
    Lead::stage_since,
];

/// What new leads have beside what their cards say of the person.
pub(super) struct Settled {
    /// What a card says of it.
    card: Row,
    /// Whom a card names as owner.
    owner: Option<String>,
    /// For which campaign, and when.
    of: (Option<Id<Campaign>>, Timestamp),
    row: EncodedRow,
}

impl Settled {
    /// Whether the lead of a card has the same.
    fn is_of(&self, card: &StagedCard, of: (Option<Id<Campaign>>, Timestamp)) -> bool {
        self.of == of && self.owner == card.owner && self.card == card.settled
    }
}

impl ImportJob {
    /// Makes a lead of a row: what the row says, and what the import says of all of them.
    pub(super) fn make(
        &mut self,
        edit: &mut Edit<'_>,
        card: &StagedCard,
        campaign: Option<Id<Campaign>>,
    ) -> Result<RecordId> {
        self.report.new += 1;
        let last = self.settled.take().filter(|last| last.is_of(card, (campaign, edit.now())));
        let settled = match last {
            Some(last) => last,
            None => self.settle(edit, card, campaign)?,
        };
        let record = edit.new_record(Kind::Lead);
        edit.create_encoded(record, card.fields.with(&settled.row)?)?;
        // Rules give the next lead to someone else.
        self.settled = self.rules.is_none().then_some(settled);
        Ok(record)
    }

    /// What a new lead has beside what its card says of the person.
    fn settle(
        &mut self,
        edit: &Edit<'_>,
        card: &StagedCard,
        campaign: Option<Id<Campaign>>,
    ) -> Result<Settled> {
        let mut lead = card.settled.clone();
        let now = edit.now();
        let captured_at = get::<Option<Timestamp>>(&lead, Lead::captured_at).unwrap_or(now);
        set(&mut lead, Lead::stage, Stage::Unsorted);
        set(&mut lead, Lead::stage_since, Some(now));
        set(&mut lead, Lead::batch, self.batch);
        set(&mut lead, Lead::campaign, campaign);
        set(&mut lead, Lead::captured_at, Some(captured_at));
        set_empty(&mut lead, Lead::captured_by, || edit.actor());
        set_empty(&mut lead, Lead::source, || Pick::<crate::domain::Source>::new(self.source()));
        set_empty(&mut lead, Lead::supplier, || self.options.supplier.clone().unwrap_or_default());
        set_empty(&mut lead, Lead::steward, || records::steward_of(edit, campaign));
        let mut memberships: Vec<Membership> = get(&lead, Lead::memberships);
        self.join(&mut memberships, campaign, captured_at);
        set(&mut lead, Lead::memberships, memberships);
        let (to, why) = self.owner_of(edit, (card, &lead))?;
        own(edit, &mut lead, (to, &why))?;
        Ok(Settled {
            card: card.settled.clone(),
            owner: card.owner.clone(),
            of: (campaign, now),
            row: EncodedRow::of(&lead)?,
        })
    }

    /// Who gets a new lead, and by which rule.
    fn owner_of(
        &mut self,
        edit: &Edit<'_>,
        (card, settled): (&StagedCard, &Row),
    ) -> Result<(Owner, String)> {
        let named = card.owner.as_deref();
        let owner = self.options.owner.or_else(|| user_named(edit, named?));
        if let (None, Some(rules)) = (owner, &mut self.rules) {
            let lead = card.fields.with(&EncodedRow::of(settled)?)?.row()?;
            let next = rules.next(edit.model, &lead);
            self.report.give(edit.model, next.as_ref().ok().map(|(to, _)| *to));
            if let Ok((to, rule)) = next {
                return Ok((to, rule.to_string()));
            }
        }
        let to = match (owner, self.options.pool) {
            (Some(user), _) => Owner::User(user),
            (None, Some(pool)) => Owner::Pool(pool),
            (None, None) => Owner::Pool(owner::intake(edit)?),
        };
        Ok((to, String::new()))
    }

    /// Gives someone known what a row says.
    pub(super) fn update(
        &mut self,
        edit: &mut Edit<'_>,
        record: RecordId,
        card: &Row,
        campaign: Option<Id<Campaign>>,
    ) -> Result<RecordId> {
        let record = person::survivor(record, |lead| edit.look(lead, person::became))?;
        let (on_match, now) = (self.options.on_match, edit.now());
        if on_match == OnMatch::Skip {
            self.report.skipped += 1;
        } else {
            self.report.updated += 1;
        }
        let mut row = edit.row(record)?;
        take_row(edit.model, (record, &mut row), card, Taking { on_match, now, batch: self.batch });
        let mut memberships: Vec<Membership> = get(&row, Lead::memberships);
        let known = memberships.len();
        let captured_at = get::<Option<Timestamp>>(card, Lead::captured_at).unwrap_or(now);
        self.join(&mut memberships, campaign, captured_at);
        if memberships.len() > known {
            set(&mut row, Lead::memberships, memberships);
        }
        edit.put(record, row)?;
        Ok(record)
    }
}

/// Gives a new lead its owner.
fn own(edit: &Edit<'_>, lead: &mut Row, (to, why): (Owner, &str)) -> Result<()> {
    let mut owned = Lead {
        stage: get(lead, Lead::stage),
        response: get(lead, Lead::response),
        hand_overs: get(lead, Lead::hand_overs),
        ..Lead::default()
    };
    owner::change(edit, &mut owned, to, why)?;
    set(lead, Lead::owner, owned.owner);
    set(lead, Lead::pool, owned.pool);
    set(lead, Lead::entered_pool_at, owned.entered_pool_at);
    set(lead, Lead::owned_since, owned.owned_since);
    set(lead, Lead::owner_why, owned.owner_why);
    set(lead, Lead::response, owned.response);
    set(lead, Lead::hand_overs, owned.hand_overs);
    Ok(())
}

fn get<T: FieldType>(row: &Row, tag: Tag) -> T {
    T::from_value(row.get(tag)).unwrap_or_default()
}

fn set(row: &mut Row, tag: Tag, value: impl FieldType) {
    row.set(tag, value.into_value());
}

fn set_empty<T: FieldType>(row: &mut Row, tag: Tag, value: impl FnOnce() -> T) {
    if row.get(tag).is_empty() {
        set(row, tag, value());
    }
}

fn user_named(edit: &Edit<'_>, name: &str) -> Option<Id<User>> {
    let wanted = fold(name);
    let found =
        edit.model.users.find(|user| fold(&user.name) == wanted || fold(&user.login) == wanted);
    found.filter(|(_, user)| !user.inactive).map(|(id, _)| id)
}
