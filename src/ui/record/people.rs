//! Who works at an account, or did: read from their own records, with where they were met.

use eframe::egui::{Align, Layout, Ui};

use crate::{
    domain::{Contact, DecisionRole, Fields as _, Id, Membership, Position, RecordId},
    i18n::{text, text_with},
    query,
    ui::{
        Cx, Place, days,
        shown::choice,
        theme::{page, size},
        widgets::{Link, label},
    },
};

/// People that are read at most.
const MOST: usize = 60;

/// Someone at an account.
pub(super) struct Person {
    pub record: RecordId,
    pub name: String,
    pub title: String,
    pub role: Option<DecisionRole>,
    /// Whether the person works there still.
    pub is_active: bool,
    pub reports_to: Option<RecordId>,
    memberships: Vec<Membership>,
}

/// The people of an account.
pub(super) struct People {
    pub list: Vec<Person>,
}

impl People {
    /// The people as far as their records have been read.
    pub fn of(cx: &mut Cx<'_>, account: RecordId, records: &[RecordId]) -> Self {
        let mut list = Vec::new();
        for record in records.iter().take(MOST) {
            let Some(row) = cx.row(*record) else { continue };
            let contact = Contact::from_row(row);
            let is_it = |position: &&Position| position.account.map(Id::record) == Some(account);
            let Some(position) = contact.accounts.iter().find(is_it) else { continue };
            let title = Some(&position.title).filter(|title| !title.is_empty());
            list.push(Person {
                record: *record,
                name: contact.name.clone(),
                title: title.unwrap_or(&contact.job_title).clone(),
                role: position.decision_role,
                is_active: position.active,
                reports_to: contact.reports_to.map(Id::record),
                memberships: contact.memberships.clone(),
            });
        }
        Self { list }
    }

    /// Whether anybody took part in a campaign.
    pub fn has_campaigns(&self) -> bool {
        self.list.iter().any(|person| !person.memberships.is_empty())
    }

    /// Draws the campaigns in which people took part, and what they said.
    pub fn campaigns(&self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let title = text(cx.lang, "account-campaigns");
        label(ui, &title, size::BODY_STRONG, cx.tokens.text);
        for person in &self.list {
            for membership in &person.memberships {
                one(ui, cx, (person, membership));
            }
        }
    }
}

/// A person in a campaign.
fn one(ui: &mut Ui, cx: &mut Cx<'_>, (person, membership): (&Person, &Membership)) {
    let Some(campaign) = membership.campaign else { return };
    let zone = cx.model.settings().zone();
    let when =
        membership.responded_at.map(|at| days::short(at.day(zone), cx.now().day(zone), cx.lang));
    let status = choice(cx.lang, "member_status", &membership.status);
    let args = [("person", person.name.as_str().into()), ("status", status.as_str().into())];
    let note = text_with(cx.lang, "account-took-part", &args).into_owned();
    ui.horizontal(|ui| {
        ui.set_height(page::FIELD_ROW);
        if ui.add(Link::new(&query::label(cx.model, campaign.record()))).clicked() {
            cx.go(Place::Record(campaign.record()));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            label(ui, &when.unwrap_or_default(), size::SMALL, cx.tokens.text_subdued);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                label(ui, &note, size::SMALL, cx.tokens.text_subdued);
            });
        });
    });
    if !membership.feedback.is_empty() {
        label(ui, &membership.feedback, size::BODY, cx.tokens.text);
    }
}
