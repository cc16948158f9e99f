//! Filters over the other kinds, and over fields that users made.

use std::collections::HashMap;

use fairlead::{
    domain::{
        Account, Activity, ActivityKind, Campaign, Change, Contact, CustomField, Email,
        Fields as _, Id, Kind, Lead, Membership, Opportunity, Order, Phone, RecordId, Row, Value,
        parse_money,
    },
    model::Model,
    query::{ListQuestion, Viewer, label, list},
};

use super::world::{id, now};

/// Two records of each kind, the second in relation to the first.
fn records() -> Vec<(RecordId, Row)> {
    let phone = Phone { raw: "02-2345-6789 分機 12".to_owned(), ..Phone::default() };
    let account =
        Account { name: "台灣光電".to_owned(), phones: vec![phone], ..Account::default() };
    let child = Account { name: "ACME".to_owned(), parent: Some(id(0)), ..Account::default() };
    let mail = Email { address: "Mary@Acme.tw".to_owned(), ..Email::default() };
    let membership = Membership { campaign: Some(id(0)), ..Membership::default() };
    let mary = Contact {
        name: "Mary Smith".to_owned(),
        emails: vec![mail],
        memberships: vec![membership],
        ..Contact::default()
    };
    let deal = Opportunity {
        name: "Lens".to_owned(),
        account: Some(id(1)),
        amount: parse_money("TWD 1200"),
        ..Opportunity::default()
    };
    let call = Activity {
        kind: ActivityKind::Call,
        about: vec![id::<Contact>(0).record()],
        text: "asked for a price".to_owned(),
        at: Some(now()),
        ..Activity::default()
    };
    let field = CustomField {
        kind_number: Some(Kind::Lead.number().into()),
        tag: Some(1000),
        name: "loyalty".to_owned(),
        shape: "number".to_owned(),
        ..CustomField::default()
    };
    let lead = Lead { name: "王小明".to_owned(), ..Lead::default() };
    let campaign = Campaign { name: "Foodex".to_owned(), ..Campaign::default() };
    let order = Order { number: "Q-7".to_owned(), account: Some(id(0)), ..Order::default() };
    vec![
        (id::<Campaign>(0).record(), campaign.to_row()),
        (id::<CustomField>(0).record(), field.to_row()),
        (id::<Account>(0).record(), account.to_row()),
        (id::<Account>(1).record(), child.to_row()),
        (id::<Contact>(0).record(), mary.to_row()),
        (
            id::<Contact>(1).record(),
            Contact { name: "Bo".to_owned(), ..Contact::default() }.to_row(),
        ),
        (id::<Opportunity>(0).record(), deal.to_row()),
        (id::<Order>(0).record(), order.to_row()),
        (id::<Activity>(0).record(), call.to_row()),
        (id::<Lead>(0).record(), lead.to_row().with(1000, Value::Decimal(7.into()))),
    ]
}

#[test]
fn every_kind_that_grows_is_filtered() {
    let rows: HashMap<RecordId, Row> = records().into_iter().collect();
    let changes: Vec<Change> =
        records().into_iter().map(|(record, row)| Change::creation(record, row)).collect();
    let model = Model::default().after(&changes);
    let viewer = Viewer::of(&model, None::<Id<_>>, now());
    let check = |kind: Kind, filter: &str, expected: &[&str]| {
        let sort = Some("-name".to_owned()).filter(|_| kind.field("name").is_some());
        let question = ListQuestion { filter: filter.to_owned(), sort, ..ListQuestion::all(kind) };
        let found =
            list(&model, &viewer, &question, &|record| Ok(rows.get(&record).cloned())).unwrap();
        let labels: Vec<String> = found.ids.iter().map(|record| label(&model, *record)).collect();
        assert_eq!(labels, expected, "{filter}");
    };
    check(Kind::Account, "phone:23456789 or 光电", &["台灣光電"]);
    check(Kind::Account, "parent~台灣光電", &["ACME"]);
    check(Kind::Account, "-parent:none or name=台湾光电", &["台灣光電", "ACME"]);
    check(Kind::Contact, "acme.tw", &["Mary Smith"]);
    check(Kind::Contact, "mail:acme member:foodex", &["Mary Smith"]);
    check(Kind::Contact, "member:none", &["Bo"]);
    check(Kind::Opportunity, "amount>=1200 account:acme", &["Lens"]);
    check(Kind::Opportunity, "amount>1000USD", &[]);
    check(Kind::Order, "q-7 account~台灣光電", &["Q-7"]);
    check(Kind::Activity, "kind:call about:\"mary smith\" price", &["call 2026-11-21"]);
    check(Kind::Lead, "loyalty>5", &["王小明"]);
    check(Kind::Lead, "loyalty:none", &[]);
}
