//! A card is a dated snapshot of where its person works. A newer card with another company closes the old
//! employment and opens the new; an older one never rolls back the present.

use std::borrow::Cow;

use chrono::NaiveDate;
use chrono_tz::Tz;

use crate::{
    domain::{
        Account, Contact, Employment, Id, ImportBatch, Lead, Tag, Timestamp, are_other_employers,
    },
    engine::OnMatch,
    model::Model,
};

/// The fields of leads that are looked at here, and changed.
pub const OF_WORK: &[Tag] = &[
    Lead::company,
    Lead::job_title,
    Lead::department,
    Lead::tax_id,
    Lead::website,
    Lead::address,
    Lead::employments,
    Lead::captured_at,
    Lead::batch,
];

/// What a card says of its person, and as of when.
pub struct Snapshot<'a> {
    /// The card, at least its [`OF_WORK`]. It is dated if it says when it was captured.
    pub card: &'a Lead,
    /// Its day; of a card without a date the day on which it comes in.
    pub day: NaiveDate,
    /// The zone that decides days.
    pub zone: Tz,
    /// The import it comes with.
    pub batch: Option<Id<ImportBatch>>,
    /// What is done with those who are known.
    pub on_match: OnMatch,
}

/// Where someone works, as far as it is known.
struct Job {
    company: String,
    tax_id: String,
    title: String,
    department: String,
    /// The newest day of which it is known.
    since: Option<NaiveDate>,
    batch: Option<Id<ImportBatch>>,
}

/// What a card means for an employment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Turn {
    /// Nothing new.
    Nothing,
    /// The person works elsewhere now.
    Moved,
    /// The card is older than what is known.
    Older,
}

impl Snapshot<'_> {
    fn is_dated(&self) -> bool {
        self.card.captured_at.is_some()
    }

    /// Whether it changes more than phones, mails and memberships.
    fn is_taken(&self) -> bool {
        !matches!(self.on_match, OnMatch::Keep | OnMatch::Skip)
    }

    fn opened(&self) -> Employment {
        Employment {
            company: self.card.company.clone(),
            title: self.card.job_title.clone(),
            department: self.card.department.clone(),
            from: self.is_dated().then_some(self.day),
            batch: self.batch,
            ..Employment::default()
        }
    }
}

/// Takes what a card says of where a lead works, of which the [`OF_WORK`] are enough. Gives back the card without
/// what it must not say.
pub fn of_lead<'a>(lead: &mut Lead, snapshot: &Snapshot<'a>) -> Cow<'a, Lead> {
    if !snapshot.is_taken() {
        return Cow::Borrowed(snapshot.card);
    }
    let captured = lead.captured_at.map(|at| at.day(snapshot.zone));
    let job = Job {
        company: lead.company.clone(),
        tax_id: lead.tax_id.clone(),
        title: lead.job_title.clone(),
        department: lead.department.clone(),
        since: known_on(&lead.employments).or(captured),
        batch: lead.batch,
    };
    let turn = take(&mut lead.employments, &job, snapshot);
    let card = snapshot.card;
    if turn == Turn::Moved {
        lead.company.clone_from(&card.company);
        lead.tax_id.clone_from(&card.tax_id);
        lead.job_title.clone_from(&card.job_title);
        lead.department.clone_from(&card.department);
        if !card.website.is_empty() {
            lead.website.clone_from(&card.website);
        }
        if card.address != crate::domain::Address::default() {
            lead.address = card.address.clone();
        }
    }
    said(turn, card, &job)
}

/// The same of a contact. Whoever has left a company holds no position there any more.
pub fn of_contact<'a>(
    model: &Model,
    (id, contact): (Id<Contact>, &mut Contact),
    snapshot: &Snapshot<'a>,
) -> Cow<'a, Lead> {
    if !snapshot.is_taken() {
        return Cow::Borrowed(snapshot.card);
    }
    let name_of = |account: Option<Id<Account>>| {
        let row = account.and_then(|account| model.accounts.find(account.0));
        row.map_or("", |row| model.accounts.text(Account::name, row))
    };
    let open = contact.employments.iter().rev().find(|job| job.to.is_none());
    let active = contact.accounts.iter().find(|position| position.active);
    let made = Timestamp::of_uuid(id.0).map(|at| at.day(snapshot.zone));
    let job = Job {
        company: match open {
            Some(open) => open.company.clone(),
            None => active.map_or("", |position| name_of(position.account)).to_owned(),
        },
        tax_id: String::new(),
        title: contact.job_title.clone(),
        department: contact.department.clone(),
        since: known_on(&contact.employments).or(made),
        batch: open.and_then(|open| open.batch),
    };
    let turn = take(&mut contact.employments, &job, snapshot);
    let card = snapshot.card;
    if turn == Turn::Moved {
        contact.job_title.clone_from(&card.job_title);
        contact.department.clone_from(&card.department);
        for position in contact.accounts.iter_mut().filter(|position| position.active) {
            position.active =
                are_other_employers((name_of(position.account), ""), (&job.company, ""));
        }
    } else if job.company.is_empty() && !card.company.is_empty() {
        contact.employments.push(snapshot.opened());
    }
    said(turn, card, &job)
}

/// The newest day of which the present employment is known.
fn known_on(employments: &[Employment]) -> Option<NaiveDate> {
    let open = employments.iter().rev().find(|job| job.to.is_none())?;
    open.confirmed_on.max(open.from)
}

fn take(employments: &mut Vec<Employment>, job: &Job, snapshot: &Snapshot<'_>) -> Turn {
    let card = snapshot.card;
    if card.company.is_empty() || job.company.is_empty() {
        return Turn::Nothing;
    }
    let is_older = snapshot.is_dated() && job.since.is_some_and(|since| snapshot.day < since);
    let is_other = |company: &str| are_other_employers((company, ""), (card.company.as_str(), ""));
    if !are_other_employers((&job.company, &job.tax_id), (&card.company, &card.tax_id)) {
        if snapshot.is_dated() && !is_older && job.since.is_some_and(|since| since < snapshot.day) {
            change_open(employments, job, |entry| {
                entry.from = entry.from.or(job.since);
                entry.confirmed_on = Some(snapshot.day);
            });
        }
        return if is_older { Turn::Older } else { Turn::Nothing };
    }
    let mut past = employments.iter().filter(|known| known.to.is_some());
    let has_left = past.any(|known| !is_other(&known.company));
    // A card without a date says nothing against what is known to be past.
    if is_older || has_left && !snapshot.is_dated() {
        if !has_left {
            let to = job.since.or(Some(snapshot.day));
            employments.insert(0, Employment { to, ..snapshot.opened() });
        }
        return Turn::Older;
    }
    change_open(employments, job, |entry| entry.to = Some(snapshot.day));
    employments.push(snapshot.opened());
    Turn::Moved
}

/// Changes the entry of the present employment, which is made if there is none.
fn change_open(employments: &mut Vec<Employment>, job: &Job, change: impl FnOnce(&mut Employment)) {
    let at = employments.iter().rposition(|known| known.to.is_none());
    let mut entry = match at {
        Some(at) => employments.remove(at),
        None => Employment { batch: job.batch, ..Employment::default() },
    };
    // What was typed since counts for what the entry says.
    entry.company.clone_from(&job.company);
    if !job.title.is_empty() {
        entry.title.clone_from(&job.title);
    }
    if !job.department.is_empty() {
        entry.department.clone_from(&job.department);
    }
    change(&mut entry);
    employments.push(entry);
}

/// The card without what it must not say: of an older one, where the person works and as what.
fn said<'a>(turn: Turn, card: &'a Lead, job: &Job) -> Cow<'a, Lead> {
    if turn != Turn::Older {
        return Cow::Borrowed(card);
    }
    let is_elsewhere =
        are_other_employers((&job.company, &job.tax_id), (&card.company, &card.tax_id));
    let mut card = card.clone();
    card.company.clear();
    if is_elsewhere || !job.title.is_empty() {
        card.job_title.clear();
    }
    if is_elsewhere || !job.department.is_empty() {
        card.department.clear();
    }
    if is_elsewhere {
        card.tax_id.clear();
        card.website.clear();
        card.address = crate::domain::Address::default();
    }
    Cow::Owned(card)
}
