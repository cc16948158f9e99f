//! Pairs and keys of people keep up with what became of leads, and with the names of accounts.

use fairlead::{domain::Pair, query::duplicates::Found};
use serde_json::json;

use crate::{
    fixture::{Fixture, crm},
    pairs::{contact_at, doubtful, duplicates, pair, waiting},
};

#[test]
fn pairs_of_leads_that_were_converted_before_are_followed_when_there_is_time() {
    let mut fixture = crm();
    let (first, second) = doubtful(&mut fixture);
    let third = fixture.lead("王小明", "大同");
    let how = json!({"leads": [first], "opportunity": "skip", "reason": "x"});
    fixture.command("convert", how).unwrap();
    let contact = fixture.get(first).converted_contact.unwrap().record();
    // As an older program left them: pairs of the lead itself.
    for other in [second, third] {
        let mut found = pair(first.record(), other.record());
        found["score"] = json!(80);
        fixture.command("note_pairs", json!({"pairs": [found]})).unwrap();
    }
    assert_eq!(waiting(&fixture), []);
    let mut fixture = fixture.reopened();
    while fixture.crm.rest().unwrap() {}
    let mut found = waiting(&fixture);
    found.sort_unstable();
    let mut expected = [second, third].map(|lead| Pair::key(contact, lead.record()));
    expected.sort_unstable();
    assert_eq!(found, expected);
    // There is nothing left to follow: nothing is written at another start.
    let before = fixture.crm.store().last_sequence();
    fixture = fixture.reopened();
    while fixture.crm.rest().unwrap() {}
    assert_eq!(fixture.crm.store().last_sequence(), before);
}

#[test]
fn contacts_are_found_by_the_new_name_of_their_account() {
    let mut fixture = crm();
    let contact = contact_at(&mut fixture, "大同");
    let account = fixture.crm.model().accounts.id(0).unwrap();
    let found = |fixture: &mut Fixture| {
        let lead = fixture.lead("王小明", "友嘉");
        let pairs = duplicates(fixture);
        let is_it = |pair: &Found| {
            [pair.a, pair.b].contains(&contact) && [pair.a, pair.b].contains(&lead.record())
        };
        let found = pairs.iter().any(is_it);
        fixture.command("delete", json!({"records": [{"kind": "lead", "id": lead}]})).unwrap();
        found
    };
    assert!(!found(&mut fixture));
    let renamed = json!({"kind": "account", "ids": [account.uuid], "values": {"name": "友嘉"}});
    fixture.command("set", renamed).unwrap();
    assert!(found(&mut fixture));
}
