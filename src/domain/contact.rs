//! A contact: a person at an account.

use super::{
    Address, Campaign, Email, Employment, Handle, Id, Lead, Membership, Phone, Pick, Position,
    Response, Source, Timestamp, User, field, person::person_record,
};

person_record! {
    /// A person at an account.
    pub struct Contact {
        50: source: Pick<Source> => field().listed().resident(),
        51: campaign: Option<Id<Campaign>> => field().resident(),
        52: lead: Option<Id<Lead>> => field().resident(),
        53: response: Option<Response> => field().resident(),
        54: accounts: Vec<Position> => field().listed().resident(),
        55: reports_to: Option<Id<Contact>> => field().resident(),
        56: owner: Option<Id<User>> => field().listed().resident().ruled(),
        57: merged_into: Option<Id<Contact>> => field().ruled().resident(),
    }
}
