//! What rules look at in a lead, read from the lead or from its fields.

use super::{
    Address, ChannelState, DecisionRole, Email, FieldType, Lead, Look, Phone, PhoneKind, Rating,
    Row, Stage, Tag, Value, ValueRef, email,
};

/// What the rules of score, grade and validity look at, borrowed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts<'a> {
    /// How promising it seems.
    pub rating: Option<Rating>,
    /// The person's part in a decision.
    pub decision_role: Option<DecisionRole>,
    /// The company as on the card.
    pub company: &'a str,
    /// The stable id of the industry; empty if none is chosen, as with the others.
    pub industry: &'a str,
    /// The stable id of the company's size.
    pub company_size: &'a str,
    /// The stable id of the territory.
    pub territory: &'a str,
    /// The stable id of the source.
    pub source: &'a str,
    /// The stable id of the reason why it is disqualified.
    pub disqualify_reason: &'a str,
    /// How much of what one wants to know is there and valid, in per cent.
    pub completeness: u32,
    /// Whether one of the numbers does not exist.
    pub has_dead_phone: bool,
    /// Whether mail to one of the addresses came back.
    pub has_bounced_mail: bool,
    /// Whether there is mail, but none at a company's domain.
    pub has_free_mail_only: bool,
    /// Whether its data is good; none if nobody has tried it.
    pub is_valid: Option<bool>,
}

impl<'a> Facts<'a> {
    /// What there is to know of a lead.
    pub fn of(lead: &'a Lead) -> Self {
        Self {
            rating: lead.rating,
            decision_role: lead.decision_role,
            company: &lead.company,
            industry: lead.industry.id(),
            company_size: lead.company_size.id(),
            territory: lead.territory.id(),
            source: lead.source.id(),
            disqualify_reason: lead.disqualify_reason.id(),
            completeness: share([
                !lead.name.is_empty(),
                !lead.company.is_empty(),
                lead.phones.iter().any(Phone::is_reachable),
                lead.emails.iter().any(Email::is_reachable),
                !lead.job_title.is_empty(),
                !lead.address.city.is_empty() || !lead.address.street.is_empty(),
            ]),
            has_dead_phone: lead.phones.iter().any(|phone| phone.state.is_bad()),
            has_bounced_mail: lead.emails.iter().any(|mail| mail.state.is_bad()),
            has_free_mail_only: !lead.emails.is_empty()
                && lead.emails.iter().all(|mail| is_free(&mail.address)),
            is_valid: lead.is_judged().then(|| lead.is_valid()),
        }
    }

    /// The same of its fields, without making a lead of them.
    pub fn of_fields(lead: impl Look<'a>) -> Self {
        let text = |tag| lead.look(tag).text();
        let pick = |tag| lead.look(tag).choice();
        let phones = Channels::of(lead.look(Lead::phones), Phone::state);
        let mails = Channels::of(lead.look(Lead::emails), Email::state);
        let place = match lead.look(Lead::address).lying() {
            Some(Value::Part(place)) => place,
            _ => const { &Row::new() },
        };
        let (stage, disqualify_reason) = (pick(Lead::stage), pick(Lead::disqualify_reason));
        let can_call = |(phone, state): (&Row, ChannelState)| {
            let kind: PhoneKind = of(phone.get(Phone::kind));
            !state.is_bad() && kind != PhoneKind::Fax && !of_part(phone, Phone::raw).is_empty()
        };
        let address = |(mail, _): (&'a Row, ChannelState)| of_part(mail, Email::address);
        let can_write = |it: (&'a Row, ChannelState)| !it.1.is_bad() && !address(it).is_empty();
        Self {
            rating: chosen(pick(Lead::rating), Rating::of_id),
            decision_role: chosen(pick(Lead::decision_role), DecisionRole::of_id),
            company: text(Lead::company),
            industry: pick(Lead::industry),
            company_size: pick(Lead::company_size),
            territory: pick(Lead::territory),
            source: pick(Lead::source),
            disqualify_reason,
            completeness: share([
                !text(Lead::name).is_empty(),
                !text(Lead::company).is_empty(),
                phones.iter().any(can_call),
                mails.iter().any(can_write),
                !text(Lead::job_title).is_empty(),
                [Address::city, Address::street].iter().any(|tag| !of_part(place, *tag).is_empty()),
            ]),
            has_dead_phone: phones.states().any(ChannelState::is_bad),
            has_bounced_mail: mails.states().any(ChannelState::is_bad),
            has_free_mail_only: mails.iter().next().is_some()
                && mails.iter().all(|mail| is_free(address(mail))),
            is_valid: is_valid((phones, mails, place), (stage, disqualify_reason)),
        }
    }
}

/// Whether the data of a lead is good; none if nobody has tried it.
fn is_valid(
    (phones, mails, place): (Channels<'_>, Channels<'_>, &Row),
    (stage, disqualify_reason): (&str, &str),
) -> Option<bool> {
    let is_called_invalid =
        is_of_data(disqualify_reason) && Stage::of_id(stage) == Some(Stage::Disqualified);
    let states = || {
        let place: Option<ChannelState> = of(place.get(Address::state));
        phones.states().chain(mails.states()).chain(place)
    };
    let is_judged = is_called_invalid || states().any(|it| it != ChannelState::Unverified);
    let is_good = || !is_called_invalid && states().any(|state| state == ChannelState::Ok);
    is_judged.then(is_good)
}

/// Phones or mails in a row.
#[derive(Clone, Copy)]
struct Channels<'a> {
    items: &'a [Value],
    /// The tag of the state of each.
    state: Tag,
}

impl<'a> Channels<'a> {
    fn of(list: ValueRef<'a>, state: Tag) -> Self {
        Self { items: list.lying().map_or(&[], Value::items), state }
    }

    /// Each with its state.
    fn iter(self) -> impl Iterator<Item = (&'a Row, ChannelState)> {
        self.items.iter().filter_map(move |item| match item {
            Value::Part(part) => Some((part, of(part.get(self.state)))),
            _ => None,
        })
    }

    fn states(self) -> impl Iterator<Item = ChannelState> {
        self.iter().map(|(_, state)| state)
    }
}

/// Whether a reason says that the data is no good.
pub(super) fn is_of_data(disqualify_reason: &str) -> bool {
    ["dead_number", "bounced_mail", "no_such_person"].contains(&disqualify_reason)
}

/// How much is there of what one wants to know, in per cent: name, company, phone, mail, title, place.
fn share(filled: [bool; 6]) -> u32 {
    const WEIGHTS: [u32; 6] = [20, 20, 20, 20, 10, 10];
    filled.iter().zip(WEIGHTS).filter(|(filled, _)| **filled).map(|(_, weight)| weight).sum()
}

fn is_free(address: &str) -> bool {
    email::domain_of(address).is_some_and(email::is_free_mail)
}

fn of<T: FieldType>(value: &Value) -> T {
    T::from_value(value).unwrap_or_default()
}

fn chosen<T>(id: &str, of_id: impl Fn(&str) -> Option<T>) -> Option<T> {
    Some(id).filter(|id| !id.is_empty()).and_then(of_id)
}

fn of_part(part: &Row, tag: Tag) -> &str {
    match part.get(tag) {
        Value::Text(text) => text,
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::{Fields as _, Pick};

    fn channel() -> impl Strategy<Value = (ChannelState, PhoneKind, String, String)> {
        let states = prop::sample::select(ChannelState::ALL);
        let kinds = prop::sample::select(PhoneKind::ALL);
        let address = prop::sample::select(vec!["", "a@gmail.com", "a@example.com.tw", "nobody"]);
        (states, kinds, "[0-9]{0,2}", address.prop_map(str::to_owned))
    }

    proptest! {
        #[test]
        fn a_row_says_what_its_lead_says(
            phones in prop::collection::vec(channel(), 0..3),
            mails in prop::collection::vec(channel(), 0..3),
            texts in prop::collection::vec("[a-z]{0,1}", 5),
            place in prop::option::of(prop::sample::select(ChannelState::ALL)),
            rating in prop::option::of(prop::sample::select(Rating::ALL)),
            stage in prop::sample::select(Stage::ALL),
            reason in prop::sample::select(vec!["", "dead_number", "competitor_or_supplier"]),
        ) {
            let [name, company, job_title, city, source] = texts.try_into().unwrap();
            let phone = |(state, kind, raw, _)| Phone { raw, kind, state, ..Phone::default() };
            let mail = |(state, _, _, address)| Email { address, state, ..Email::default() };
            let lead = Lead {
                name,
                company,
                job_title,
                phones: phones.into_iter().map(phone).collect(),
                emails: mails.into_iter().map(mail).collect(),
                address: Address { city, state: place, ..Address::default() },
                rating,
                stage,
                source: Pick::new(source),
                industry: Pick::new("machinery"),
                disqualify_reason: Pick::new(reason),
                decision_role: rating.map(|_| DecisionRole::DecisionMaker),
                ..Lead::default()
            };
            let row = lead.to_row();
            prop_assert_eq!(Facts::of_fields(&row), Facts::of(&lead));
        }
    }
}
