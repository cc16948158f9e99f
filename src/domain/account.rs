//! An account: a company we sell to.

use super::{
    Address, Id, Money, Phone, Pick, Pool, User, field,
    picklists::{CompanySize, CreditLevel, Industry, Product, Territory, Tier},
    record::{part, record},
};

part! {
    /// Someone who works on an account, an opportunity or a campaign, and as what.
    pub struct TeamMember {
        1: user: Option<Id<User>> => field(),
        2: role: String => field(),
    }
}

record! {
    /// A company we sell to.
    pub struct Account {
        1: name: String => field().required().searched().listed().resident(),
        2: aliases: Vec<String> => field().searched(),
        3: tax_id: String => field().listed().resident(),
        4: domain: String => field().resident(),
        5: phones: Vec<Phone> => field().searched(),
        6: addresses: Vec<Address> => field(),
        7: industry: Pick<Industry> => field().listed().resident(),
        8: size: Pick<CompanySize> => field(),
        9: employees: Option<i64> => field(),
        10: annual_revenue: Option<Money> => field(),
        11: territory: Pick<Territory> => field().listed().resident(),
        12: product_interest: Vec<Pick<Product>> => field(),
        13: owner: Option<Id<User>> => field().listed().resident().ruled(),
        14: team: Vec<TeamMember> => field(),
        15: parent: Option<Id<Account>> => field().resident(),
        16: tier: Pick<Tier> => field().listed().resident(),
        17: credit_level: Pick<CreditLevel> => field(),
        18: tags: Vec<String> => field(),
        19: notes: String => field().multiline(),
        20: pool: Option<Id<Pool>> => field().resident().ruled(),
        21: website: String => field(),
        22: merged_into: Option<Id<Account>> => field().ruled().resident(),
    }
}
