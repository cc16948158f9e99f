//! What leads and contacts share: the person on the card.

use super::{
    Account, Campaign, Currency, FieldType, Id, ImportBatch, Item, Shape, Timestamp, Value,
    choice::choice, field, record::part,
};
use chrono::NaiveDate;

choice! {
    /// What sort of line a phone number is.
    pub enum PhoneKind "phone_kind" {
        /// A person's own number.
        Mobile "mobile",
        /// A number of a place.
        Landline "landline",
        /// A fax machine.
        Fax "fax",
        /// Not known.
        Other "other",
    }
}

choice! {
    /// Whether a phone, mail or address has been tried.
    pub enum ChannelState "channel_state" {
        /// Nobody has tried it yet.
        Unverified "unverified",
        /// It reached the person.
        Ok "ok",
        /// The number does not exist.
        Dead "dead",
        /// The mail came back.
        Bounced "bounced",
        /// The post came back.
        Returned "returned",
    }
}

impl ChannelState {
    /// Whether it has been tried and does not work.
    pub fn is_bad(self) -> bool {
        matches!(self, Self::Dead | Self::Bounced | Self::Returned)
    }
}

choice! {
    /// The part someone plays in a decision to buy.
    pub enum DecisionRole "decision_role" {
        /// Decides.
        DecisionMaker "decision_maker",
        /// Holds the budget.
        BudgetHolder "budget_holder",
        /// Judges the technology.
        TechnicalEvaluator "technical_evaluator",
        /// Will use it.
        User "user",
        /// Is listened to.
        Influencer "influencer",
        /// Buys.
        Purchasing "purchasing",
        /// Wants us.
        Champion "champion",
        /// Does not want us.
        Blocker "blocker",
        /// Decides who gets through.
        Gatekeeper "gatekeeper",
    }
}

choice! {
    /// What sales says of a lead that marketing handed over.
    pub enum Response "response" {
        /// Worth the time.
        Accepted "accepted",
        /// Not worth the time; the reason is kept.
        NotAccepted "not_accepted",
        /// Nobody answered.
        NotReached "not_reached",
    }
}

choice! {
    /// How promising a lead seems: set by a person or an import.
    pub enum Rating "rating" {
        /// Hot, or A.
        Hot "hot",
        /// Warm, or B.
        Warm "warm",
        /// Cold, or C.
        Cold "cold",
        /// D: not at all.
        None "none",
    }
}

part! {
    /// A phone number as it stood on the card, and what is known of it.
    pub struct Phone {
        1: raw: String => field(),
        2: kind: PhoneKind => field(),
        3: e164: String => field(),
        4: extension: String => field(),
        5: state: ChannelState => field(),
    }
}

part! {
    /// A mail address, and what is known of it.
    pub struct Email {
        1: address: String => field(),
        2: state: ChannelState => field(),
    }
}

part! {
    /// A postal address. A one-line address stands in `street`.
    pub struct Address {
        1: country: String => field(),
        2: region: String => field(),
        3: city: String => field(),
        4: street: String => field(),
        5: postcode: String => field(),
        6: state: Option<ChannelState> => field(),
    }
}

part! {
    /// A name in a messenger or network that has no field of its own.
    pub struct Handle {
        1: kind: String => field(),
        2: value: String => field(),
    }
}

part! {
    /// Where a person worked, and what for; a newer card closes it, or confirms it.
    pub struct Employment {
        1: company: String => field(),
        2: title: String => field(),
        3: department: String => field(),
        4: from: Option<NaiveDate> => field(),
        5: to: Option<NaiveDate> => field(),
        6: batch: Option<Id<ImportBatch>> => field(),
        7: confirmed_on: Option<NaiveDate> => field(),
    }
}

part! {
    /// Taking part in a campaign.
    pub struct Membership {
        1: campaign: Option<Id<Campaign>> => field(),
        2: status: String => field(),
        3: joined_at: Option<Timestamp> => field(),
        4: responded_at: Option<Timestamp> => field(),
        5: feedback: String => field(),
        6: history: Vec<MembershipStatus> => field(),
    }
}

part! {
    /// A status a member had, and since when.
    pub struct MembershipStatus {
        1: status: String => field(),
        2: at: Option<Timestamp> => field(),
    }
}

part! {
    /// A contact's place at an account.
    pub struct Position {
        1: account: Option<Id<Account>> => field(),
        2: title: String => field(),
        3: decision_role: Option<DecisionRole> => field(),
        4: active: bool => field(),
    }
}

/// Declares a record of a person: the fields that leads and contacts share come first, with the
/// same tags, then the record's own from 50 on.
macro_rules! person_record {
    ( $(#[$doc:meta])* pub struct $Name:ident { $($own:tt)* } ) => {
        $crate::domain::record::record! {
            $(#[$doc])*
            pub struct $Name {
                1: name: String => field().searched().listed().resident(),
                2: nickname: String => field(),
                3: given_name: String => field(),
                4: family_name: String => field(),
                5: honorific: String => field(),
                6: latin_name: String => field().searched(),
                8: job_title: String => field().listed(),
                9: department: String => field(),
                10: phones: Vec<Phone> => field().searched().listed().masked(),
                11: emails: Vec<Email> => field().searched().listed().masked(),
                12: wechat: String => field().masked(),
                13: line: String => field().masked(),
                14: whatsapp: String => field().masked(),
                15: linkedin: String => field(),
                16: website: String => field(),
                17: address: Address => field(),
                18: handles: Vec<Handle> => field().masked(),
                19: employments: Vec<Employment> => field(),
                20: birthday: Option<chrono::NaiveDate> => field(),
                21: gender: String => field(),
                22: external_id: String => field(),
                23: preferred_language: String => field(),
                24: do_not_call: bool => field(),
                25: do_not_mail: bool => field(),
                26: consent_at: Option<Timestamp> => field(),
                27: consent_by: String => field(),
                28: tags: Vec<String> => field(),
                29: notes: String => field().multiline(),
                30: memberships: Vec<Membership> => field().ruled(),
                $($own)*
            }
        }
    };
}
pub(super) use person_record;

impl Phone {
    /// Whether it is a number that may reach the person.
    pub fn is_reachable(&self) -> bool {
        !self.state.is_bad() && self.kind != PhoneKind::Fax && !self.raw.is_empty()
    }

    /// The number in its best form: E.164 if it could be read.
    pub fn best(&self) -> &str {
        if self.e164.is_empty() { &self.raw } else { &self.e164 }
    }
}

impl Email {
    /// Whether mail may reach the person.
    pub fn is_reachable(&self) -> bool {
        !self.state.is_bad() && !self.address.is_empty()
    }
}

impl FieldType for Option<Currency> {
    const SHAPE: Shape = Shape::Text;

    fn to_value(&self) -> Value {
        self.map_or(Value::Empty, |currency| Value::Text(currency.code().to_owned()))
    }

    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Empty => Some(None),
            Value::Text(code) => Currency::of(code).map(Some),
            _ => None,
        }
    }
}

/// The first mobile number, else the first number that may reach the person.
pub fn main_phone(phones: &[Phone]) -> Option<&Phone> {
    let mobile =
        phones.iter().find(|phone| phone.kind == PhoneKind::Mobile && phone.is_reachable());
    mobile.or_else(|| phones.iter().find(|phone| phone.is_reachable()))
}

/// The parts of a value of parts, such as the phones of a row.
pub fn parts<T: Item>(value: &Value) -> impl Iterator<Item = T> {
    value.items().iter().filter_map(T::from_item)
}
