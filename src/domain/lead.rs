//! A lead: a person not yet qualified; never a company.

use chrono::NaiveDate;

use super::{
    Account, Address, Campaign, Channel, Contact, DecisionRole, Email, Employment, Handle, Id,
    ImportBatch, Membership, Money, Opportunity, Phone, Pick, Pool, Rating, Response, Source, Tag,
    Timestamp, User,
    choice::choice,
    field,
    person::person_record,
    picklists::{CompanySize, CreditLevel, DisqualifyReason, Industry, Intent, Product, Territory},
    record::part,
    score_facts::is_of_data,
};

choice! {
    /// Where a lead stands. Changed by transitions only.
    pub enum Stage "stage" {
        /// A card nobody has looked at.
        Unsorted "unsorted",
        /// A name, a company and a way to reach the person.
        Usable "usable",
        /// Qualified by marketing.
        Mql "mql",
        /// Qualified by sales.
        Sql "sql",
        /// Turned into an account, a contact and an opportunity.
        Converted "converted",
        /// Not now; sleeps until its wake date.
        Nurturing "nurturing",
        /// Not worth pursuing, for a reason.
        Disqualified "disqualified",
        /// The same as another lead, which it points to.
        Merged "merged",
    }
}

impl Stage {
    /// Whether the lead is being worked on.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Unsorted | Self::Usable | Self::Mql | Self::Sql)
    }

    /// Whether the lead may still be changed.
    pub fn is_read_only(self) -> bool {
        matches!(self, Self::Converted | Self::Merged)
    }
}

choice! {
    /// What happened last between us and the lead.
    pub enum ContactState "contact_state" {
        /// Nobody has tried.
        NotContacted "not_contacted",
        /// Tried, not reached.
        Attempted "attempted",
        /// Spoken to.
        Connected "connected",
        /// Reached at a bad time.
        BadTiming "bad_timing",
    }
}

part! {
    /// One of the four dimensions of qualification, with its evidence.
    pub struct Dimension {
        1: score: Option<i64> => field(),
        2: note: String => field(),
        3: author: Option<Id<User>> => field(),
        4: at: Option<Timestamp> => field(),
    }
}

part! {
    /// The event that gave an open lead to a user acting for sales, and what became of it.
    pub struct HandOver {
        1: to: Option<Id<User>> => field(),
        2: at: Option<Timestamp> => field(),
        3: response: Option<Response> => field(),
        4: reason: String => field(),
        5: responded_at: Option<Timestamp> => field(),
    }
}

person_record! {
    /// A person not yet qualified.
    pub struct Lead {
        50: stage: Stage => field().listed().resident().ruled(),
        51: contact_state: ContactState => field().resident().ruled(),
        52: response: Option<Response> => field().resident().ruled(),
        53: owner: Option<Id<User>> => field().listed().resident().ruled(),
        54: pool: Option<Id<Pool>> => field().listed().resident().ruled(),
        55: steward: Option<Id<User>> => field().resident(),
        56: source: Pick<Source> => field().listed().resident(),
        57: channel: Pick<Channel> => field(),
        58: campaign: Option<Id<Campaign>> => field().listed().resident(),
        59: batch: Option<Id<ImportBatch>> => field().resident().ruled(),
        60: captured_at: Option<Timestamp> => field().listed().resident(),
        61: captured_by: Option<Id<User>> => field().resident(),
        62: hall: String => field(),
        63: booth: String => field(),
        64: supplier: String => field().resident(),
        65: company: String => field().searched().listed().resident(),
        66: company_size: Pick<CompanySize> => field().resident(),
        67: industry: Pick<Industry> => field().resident(),
        68: product_interest: Vec<Pick<Product>> => field(),
        69: decision_role: Option<DecisionRole> => field().resident(),
        70: budget: Option<Money> => field(),
        71: time_frame: String => field(),
        72: concerns: String => field().multiline(),
        73: competitor: String => field(),
        74: need: String => field().multiline(),
        75: intent: Pick<Intent> => field(),
        76: credit_level: Pick<CreditLevel> => field(),
        77: gift: String => field(),
        78: rating: Option<Rating> => field().listed().resident(),
        79: background: Dimension => field().ruled(),
        80: requirement: Dimension => field().ruled(),
        81: potential: Dimension => field().ruled(),
        82: possibility: Dimension => field().ruled(),
        83: hand_overs: Vec<HandOver> => field().ruled(),
        84: disqualify_reason: Pick<DisqualifyReason> => field().resident().ruled(),
        85: wake_on: Option<NaiveDate> => field().resident().ruled(),
        86: left_stage: Option<Stage> => field().ruled(),
        87: stage_reason: String => field().ruled(),
        88: merged_into: Option<Id<Lead>> => field().ruled(),
        89: converted_account: Option<Id<Account>> => field().ruled(),
        90: converted_contact: Option<Id<Contact>> => field().ruled(),
        91: converted_opportunity: Option<Id<Opportunity>> => field().ruled(),
        92: blocked: bool => field().resident(),
        93: entered_pool_at: Option<Timestamp> => field().resident().ruled(),
        94: owned_since: Option<Timestamp> => field().resident().ruled(),
        95: owner_why: String => field().ruled(),
        96: territory: Pick<Territory> => field().resident(),
        97: tax_id: String => field(),
        98: created_results: Vec<super::RecordId> => field().ruled(),
        99: response_reason: String => field().ruled(),
        100: usable_at: Option<Timestamp> => field().resident().ruled(),
        101: mql_at: Option<Timestamp> => field().resident().ruled(),
        102: sql_at: Option<Timestamp> => field().resident().ruled(),
        103: converted_at: Option<Timestamp> => field().resident().ruled(),
        104: stage_since: Option<Timestamp> => field().resident().ruled(),
    }
}

impl Lead {
    /// The fields that are looked at for what follows from a lead: score, grade, validity, hand-overs,
    /// memberships.
    pub const OF_DERIVED: &[Tag] = &[
        Self::name,
        Self::job_title,
        Self::phones,
        Self::emails,
        Self::address,
        Self::memberships,
        Self::stage,
        Self::source,
        Self::company,
        Self::company_size,
        Self::industry,
        Self::decision_role,
        Self::rating,
        Self::hand_overs,
        Self::disqualify_reason,
        Self::territory,
    ];

    /// The four dimensions in their order: background, requirement, potential, possibility.
    pub fn dimensions(&self) -> [&Dimension; 4] {
        [&self.background, &self.requirement, &self.potential, &self.possibility]
    }

    /// The sum of the four dimensions, out of twelve.
    pub fn dimension_sum(&self) -> i64 {
        self.dimensions().iter().filter_map(|dimension| dimension.score).sum()
    }

    /// The words a list shows for the lead: its name, else its company, else a phone or mail.
    pub fn title(&self) -> &str {
        let phone = self.phones.first().map(|phone| phone.raw.as_str());
        let mail = self.emails.first().map(|mail| mail.address.as_str());
        [Some(self.name.as_str()), Some(self.company.as_str()), phone, mail]
            .into_iter()
            .flatten()
            .find(|text| !text.is_empty())
            .unwrap_or_default()
    }

    /// Whether there is anything to know the lead by: a name, a company, a phone or a mail.
    pub fn is_anyone(&self) -> bool {
        !self.title().is_empty()
    }

    /// Whether a phone or mail may reach the person.
    pub fn is_reachable(&self) -> bool {
        self.phones.iter().any(Phone::is_reachable) || self.emails.iter().any(Email::is_reachable)
    }

    /// Whether any phone, mail or address has been tried, or the reason given speaks of validity.
    pub fn is_judged(&self) -> bool {
        self.channel_states().any(|state| state != super::ChannelState::Unverified)
            || self.is_invalid_for_a_reason()
    }

    /// Whether the data is judged and good: at least one channel works and no reason says otherwise.
    pub fn is_valid(&self) -> bool {
        self.channel_states().any(|state| state == super::ChannelState::Ok)
            && !self.is_invalid_for_a_reason()
    }

    fn is_invalid_for_a_reason(&self) -> bool {
        self.stage == Stage::Disqualified && is_of_data(self.disqualify_reason.id())
    }

    fn channel_states(&self) -> impl Iterator<Item = super::ChannelState> {
        let phones = self.phones.iter().map(|phone| phone.state);
        let mails = self.emails.iter().map(|mail| mail.state);
        phones.chain(mails).chain(self.address.state)
    }
}
