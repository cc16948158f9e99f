//! Values that a conversion is given: they hold over what the leads say, as far as the person may say so.

use fairlead::domain::{Account, Contact, Fields as _, Kind, Opportunity, Role};
use fairlead::engine::Request;
use serde_json::json;

use crate::fixture::{Fixture, crm};

fn lead(fixture: &mut Fixture) -> fairlead::domain::Id<fairlead::domain::Lead> {
    fixture.lead_with(json!({"name": "黃淑芬", "company": "聯穗", "source": "sales_sourced",
        "website": "https://new.example", "industry": "food", "job_title": "採購經理",
        "budget": {"amount": "6000000", "currency": "TWD"}}))
}

#[test]
fn only_what_is_empty_is_filled_unless_a_value_is_given() {
    for (given, website) in [
        (json!({}), "https://old.example"),
        (json!({"account": {"website": "https://new.example"}}), "https://new.example"),
        (json!({"account": {"website": ""}}), ""),
    ] {
        let mut fixture = crm();
        let values = json!({"name": "聯穗", "website": "https://old.example"});
        let account = fixture.create(Kind::Account, values);
        let lead = lead(&mut fixture);
        let convert = json!({"leads": [lead], "account": account.uuid, "values": given});
        fixture.command("convert", convert).unwrap();
        let account = Account::from_row(fixture.row(account));
        assert_eq!((account.website.as_str(), account.industry.id()), (website, "food"));
    }
}

#[test]
fn what_is_typed_goes_into_each_of_the_three() {
    let mut fixture = crm();
    let lead = lead(&mut fixture);
    let values = json!({
        "account": {"name": "聯穗食品", "tax_id": "12345675"},
        "contact": {"job_title": "採購協理"},
        "opportunity": {"name": "立袋", "closes_on": "2027-01-15",
            "amount": {"amount": "5000000", "currency": "TWD"}},
    });
    let made = fixture.command("convert", json!({"leads": [lead], "values": values})).unwrap();
    let record = |kind| made.records.iter().copied().find(|it| it.kind == kind).unwrap();
    let account = Account::from_row(fixture.row(record(Kind::Account)));
    let contact = Contact::from_row(fixture.row(record(Kind::Contact)));
    let deal = Opportunity::from_row(fixture.row(record(Kind::Opportunity)));
    assert_eq!((account.name.as_str(), account.tax_id.as_str()), ("聯穗食品", "12345675"));
    assert_eq!((contact.name.as_str(), contact.job_title.as_str()), ("黃淑芬", "採購協理"));
    assert_eq!(deal.name, "立袋");
    assert_eq!(deal.closes_on, "2027-01-15".parse().ok());
    assert_eq!(deal.amount.unwrap().amount, 5_000_000.into());
    assert_eq!(deal.stage, "clarify_need");
    fixture.command("unconvert", json!({"lead": lead})).unwrap();
    assert_eq!(fixture.get(lead).stage.id(), "unsorted");
}

#[test]
fn an_existing_opportunity_gets_what_it_lacks() {
    let mut fixture = crm();
    let account = fixture.create(Kind::Account, json!({"name": "聯穗"}));
    let values = json!({"name": "舊案", "account": account.uuid});
    let deal = fixture.create(Kind::Opportunity, values);
    let lead = lead(&mut fixture);
    let convert = json!({"leads": [lead], "account": account.uuid, "opportunity": deal.uuid});
    fixture.command("convert", convert).unwrap();
    let deal = Opportunity::from_row(fixture.row(deal));
    assert_eq!((deal.name.as_str(), deal.contacts.len()), ("舊案", 1));
    assert_eq!(deal.amount.unwrap().amount, 6_000_000.into());
    assert_eq!(deal.lead, Some(lead));
}

#[test]
fn what_is_refused_leaves_nothing_half_done() {
    let mut fixture = crm();
    let values = json!({"name": "聯穗", "website": "https://old.example"});
    let account = fixture.create(Kind::Account, values);
    let lead = lead(&mut fixture);
    let lin = fixture.user("Lin", Role::Sales);
    fixture.command("assign", json!({"leads": [lead], "to": lin})).unwrap();
    let before = fixture.content();
    fixture.actor = Some(lin);
    let convert = |values: serde_json::Value| json!({"leads": [lead], "account": account.uuid, "values": values});
    for (values, code) in [
        // The account is somebody else's: what is empty may be filled, what is there may not be replaced.
        (json!({"account": {"website": "https://new.example"}}), "not-yours"),
        (json!({"opportunity": {"stage": "won"}}), "field-has-command"),
        (json!({"contact": {"no_such": "x"}}), "unknown-field"),
        (json!({"opportunity": {"closes_on": "soon"}}), "bad-value"),
        (json!({"deal": {}}), "bad-parameters"),
    ] {
        let refused = fixture.command("convert", convert(values)).unwrap_err();
        assert_eq!(refused.code(), code);
    }
    assert_eq!(fixture.content(), before);
    fixture.command("convert", convert(json!({}))).unwrap();
}

#[test]
fn fields_go_where_the_workspace_sends_them() {
    let mut fixture = crm();
    for (kind, name) in [("lead", "tons"), ("opportunity", "volume")] {
        let field = json!({"kind": kind, "name": name, "shape": "number", "choices": []});
        fixture.command("add_field", field).unwrap();
    }
    for (from, kind, to) in [
        ("need", "opportunity", Some("notes")),
        ("tons", "opportunity", Some("volume")),
        ("website", "account", Some("")),
        ("budget", "opportunity", Some("")),
        ("industry", "account", Some("")),
        // What is taken back goes by itself again.
        ("industry", "account", None),
    ] {
        let map = json!({"from": from, "kind": kind, "to": to});
        fixture.command("map_field", map).unwrap();
    }
    for (from, kind, to, code) in [
        ("company", "account", "tax_id", "field-not-mapped"),
        ("need", "account", "addresses", "field-not-mapped"),
        ("need", "lead", "notes", "field-not-mapped"),
        ("no_such", "account", "name", "unknown-field"),
        ("need", "account", "no_such", "unknown-field"),
    ] {
        let map = json!({"from": from, "kind": kind, "to": to});
        assert_eq!(fixture.command("map_field", map).unwrap_err().code(), code, "{from} {to}");
    }
    let lead =
        fixture.lead_with(json!({"name": "黃淑芬", "company": "聯穗", "source": "sales_sourced",
        "website": "https://new.example", "industry": "food", "need": "立袋", "tons": 12,
        "budget": {"amount": "6000000", "currency": "TWD"}}));
    let fixture = &mut fixture.reopened();
    let made = fixture.command("convert", json!({"leads": [lead]})).unwrap();
    let record = |kind| made.records.iter().copied().find(|it| it.kind == kind).unwrap();
    let account = Account::from_row(fixture.row(record(Kind::Account)));
    let row = fixture.row(record(Kind::Opportunity));
    let volume = fixture.crm.model().field(Kind::Opportunity, "volume").unwrap().tag;
    assert!(!row.get(volume).is_empty(), "{row:?}");
    let deal = Opportunity::from_row(row);
    assert_eq!((account.website.as_str(), account.industry.id()), ("", "food"));
    assert_eq!((deal.notes.as_str(), deal.amount), ("立袋", None));
}

#[test]
fn the_lead_of_a_lost_deal_goes_back_to_nurturing_and_is_converted_again() {
    let mut fixture = crm();
    let lead = lead(&mut fixture);
    let made = fixture.command("convert", json!({"leads": [lead]})).unwrap();
    let deal = made.records.iter().copied().find(|it| it.kind == Kind::Opportunity).unwrap();
    let nurture = |reason: Option<&str>| json!({"opportunity": deal.uuid, "wake": "2027-03-01", "reason": reason});
    let err = fixture.command("nurture", nurture(None)).unwrap_err();
    assert_eq!(err.code(), "reason-needed");
    fixture.command("nurture", nurture(Some("timing"))).unwrap();
    let lost = Opportunity::from_row(fixture.row(deal));
    assert_eq!((lost.stage.as_str(), lost.lost_reason.id()), ("lost", "timing"));
    assert_eq!(lost.lost_in, "clarify_need");
    let sleeping = fixture.get(lead);
    assert_eq!((sleeping.stage.id(), sleeping.wake_on), ("nurturing", "2027-03-01".parse().ok()));
    assert!(sleeping.converted_account.is_some(), "what came of it stays");
    // One command, one step back.
    fixture.request(Request::Undo).unwrap();
    assert_eq!(fixture.get(lead).stage.id(), "converted");
    assert_eq!(Opportunity::from_row(fixture.row(deal)).stage, "clarify_need");
    fixture.request(Request::Redo).unwrap();
    // It wakes to where it stood before, and can become a customer's next deal.
    fixture.command("stage", json!({"leads": [lead], "to": "unsorted"})).unwrap();
    let account = sleeping.converted_account.unwrap();
    let again = json!({"leads": [lead], "account": account, "contact": sleeping.converted_contact});
    let again = fixture.command("convert", again).unwrap();
    assert_eq!(again.records.iter().filter(|it| it.kind == Kind::Opportunity).count(), 1);
    assert_eq!(fixture.crm.model().accounts.len(), 1);
}

#[test]
fn only_the_lead_of_a_deal_that_is_not_won_goes_back_to_nurturing() {
    let mut fixture = crm();
    let lead = lead(&mut fixture);
    let made = fixture.command("convert", json!({"leads": [lead]})).unwrap();
    let deal = made.records.iter().copied().find(|it| it.kind == Kind::Opportunity).unwrap();
    let nurture = json!({"opportunity": deal.uuid, "wake": "2027-03-01", "reason": "timing"});
    let advance =
        |stage: &str| json!({"opportunity": deal.uuid, "stage": stage, "reason": "price"});
    fixture.command("advance", advance("won")).unwrap();
    assert_eq!(fixture.command("nurture", nurture.clone()).unwrap_err().code(), "deal-is-won");
    fixture.command("advance", advance("lost")).unwrap();
    fixture.command("nurture", nurture.clone()).unwrap();
    let lost = Opportunity::from_row(fixture.row(deal));
    assert_eq!(lost.lost_reason.id(), "price", "why it was lost is known already");
    assert_eq!(fixture.command("nurture", nurture).unwrap_err().code(), "no-lead-to-nurture");
    let account = fixture.create(Kind::Account, json!({"name": "晨光"}));
    let own = json!({"name": "立袋", "account": account.uuid});
    let own = fixture.create(Kind::Opportunity, own);
    let nurture = json!({"opportunity": own.uuid, "wake": "2027-03-01", "reason": "timing"});
    assert_eq!(fixture.command("nurture", nurture).unwrap_err().code(), "no-lead-to-nurture");
    assert_eq!(Opportunity::from_row(fixture.row(own)).stage, "clarify_need");
}
