//! Pairs of records that may be the same: found at an import, decided by a person, remembered.

use std::{fs, path::Path};

use fairlead::{
    domain::{Contact, Fields as _, Id, Kind, Lead, Pair, PairState, RecordId, Role, Row, Stage},
    engine::{ImportOptions, ImportReport, Request},
    exchange::{self, StageOptions},
    i18n::Lang,
    query::{
        self,
        duplicates::{self, Found, Search},
        review,
    },
};
use serde_json::json;

use crate::fixture::{Fixture, crm};

fn import(fixture: &mut Fixture, folder: &Path, text: &str) -> ImportReport {
    let path = folder.join("cards.csv");
    fs::write(&path, text).unwrap();
    let options = StageOptions {
        import: ImportOptions::default(),
        ..StageOptions::of(fixture.crm.model(), Lang::En)
    };
    let job = exchange::stage_file(&path, &options).unwrap().remove(0);
    fixture.request(Request::Import(Box::new(job))).unwrap().import.unwrap()
}

pub fn duplicates(fixture: &mut Fixture) -> Vec<Found> {
    fixture.crm.know_everyone().unwrap();
    let (model, store) = (fixture.crm.model(), fixture.crm.store());
    let read = |records: &[RecordId]| {
        let found = store.read_all(records)?;
        Ok(found.into_iter().map(|(record, stored)| (record, stored.row)).collect())
    };
    let search = Search { kinds: &[Kind::Lead, Kind::Contact], min: 70 };
    duplicates::pairs((model, model.keys()), search, &read, &|_| true).unwrap()
}

pub fn waiting(fixture: &Fixture) -> Vec<(RecordId, RecordId)> {
    review::waiting(fixture.crm.model()).into_iter().map(|it| (it.a, it.b)).collect()
}

/// Two leads that may be one person: the name and the company agree, the mobile does not.
pub fn doubtful(fixture: &mut Fixture) -> (Id<Lead>, Id<Lead>) {
    let mut lead = |phone: &str| {
        fixture.lead_with(
            json!({"name": "王小明", "company": "大同", "phones": [{"raw": phone, "kind": "mobile"}]}),
        )
    };
    (lead("0912-345-678"), lead("0955-111-222"))
}

pub fn pair(a: impl Into<RecordId>, b: impl Into<RecordId>) -> serde_json::Value {
    let json = |record: RecordId| json!({"kind": record.kind.name(), "id": record.uuid});
    json!({"a": json(a.into()), "b": json(b.into())})
}

/// Two people of one name in one building work for two companies, which their accounts alone tell.
#[test]
fn contacts_are_compared_by_the_companies_of_their_accounts() {
    let mut fixture = crm();
    let mut contact = |company: &str, phone: &str| {
        let account = fixture.create(Kind::Account, json!({"name": company}));
        let address = json!({"city": "台北市", "street": "市府路45號101樓", "postcode": "110"});
        fixture.create(
            Kind::Contact,
            json!({"name": "王小明", "address": address, "accounts": [{"account": account.uuid}],
                "phones": [{"raw": phone, "kind": "mobile"}]}),
        )
    };
    let (one, other) = (contact("聲寶", "0912-345-678"), contact("大同", "0955-111-222"));
    assert!(duplicates(&mut fixture).iter().all(|it| it.found.score < 90));
    let said = |fixture: &Fixture, record: RecordId| {
        let identity = fixture.crm.model().identity_of(record.kind, &fixture.row(record)).unwrap();
        identity.keys()
    };
    assert_ne!(said(&fixture, one), said(&fixture, other));
    let same = contact_at(&mut fixture, "大同股份有限公司");
    let found = duplicates(&mut fixture);
    let mates = [other, same].map(|record| record.uuid);
    assert!(
        found.iter().any(|it| mates.contains(&it.a.uuid) && mates.contains(&it.b.uuid)),
        "{found:?}"
    );
}

/// A contact of whom nothing but the name and the account is known.
pub fn contact_at(fixture: &mut Fixture, company: &str) -> RecordId {
    let account = fixture.create(Kind::Account, json!({"name": company}));
    fixture
        .create(Kind::Contact, json!({"name": "王小明", "accounts": [{"account": account.uuid}]}))
}

#[test]
fn what_an_import_is_not_sure_of_waits_for_a_person() {
    let mut fixture = crm();
    let folder = tempfile::tempdir().unwrap();
    let known = fixture.lead_with(
        json!({"name": "王小明", "company": "大同", "phones": [{"raw": "0912-345-678", "kind": "mobile"}]}),
    );
    let before = fixture.content();
    let report = import(
        &mut fixture,
        folder.path(),
        "姓名,公司,手機\n王小明,大同,0955-111-222\n李四,聲寶,\n",
    );
    assert_eq!((report.new, report.updated, report.to_review), (2, 0, 1));
    let [(a, b)] = waiting(&fixture)[..] else { panic!("one pair") };
    assert_eq!(a, known.record());
    assert_eq!(query::label(fixture.crm.model(), b), "王小明");
    let found = review::waiting(fixture.crm.model())[0];
    assert!((70..90).contains(&found.score), "{found:?}");
    let mut fixture = fixture.reopened();
    assert_eq!(waiting(&fixture), [(a, b)]);
    fixture.request(Request::Undo).unwrap();
    assert_eq!(fixture.content(), before, "the pair goes with its import");
    assert_eq!(waiting(&fixture), []);
}

#[test]
fn pairs_within_one_file_wait_too() {
    let mut fixture = crm();
    let folder = tempfile::tempdir().unwrap();
    let text = "姓名,公司,手機\n王小明,大同,0912-345-678\n王小明,大同,0955-111-222\n";
    assert_eq!(import(&mut fixture, folder.path(), text).to_review, 1);
    assert_eq!(waiting(&fixture).len(), 1);
}

#[test]
fn who_was_told_apart_is_never_asked_about_again() {
    let mut fixture = crm();
    let (a, b) = doubtful(&mut fixture);
    assert_eq!(duplicates(&mut fixture).len(), 1);
    fixture.command("tell_apart", pair(b, a)).unwrap();
    assert!(duplicates(&mut fixture).is_empty());
    let mut fixture = fixture.reopened();
    assert!(duplicates(&mut fixture).is_empty());
    fixture.request(Request::Undo).unwrap();
    assert_eq!(duplicates(&mut fixture).len(), 1);
    fixture.request(Request::Redo).unwrap();
    assert!(duplicates(&mut fixture).is_empty());
    let noted = json!({"pairs": [{"a": {"kind": "lead", "id": a}, "b": {"kind": "lead", "id": b}, "score": 80}]});
    fixture.command("note_pairs", noted).unwrap();
    assert_eq!(waiting(&fixture), [], "what is known is not asked again");
}

#[test]
fn a_pair_is_done_with_when_its_records_become_one() {
    let mut fixture = crm();
    let (a, b) = doubtful(&mut fixture);
    let noted = json!({"pairs": [{"a": {"kind": "lead", "id": a}, "b": {"kind": "lead", "id": b}, "score": 80}]});
    fixture.command("note_pairs", noted).unwrap();
    assert_eq!(waiting(&fixture), [(a.record(), b.record())]);
    let merge =
        json!({"survivor": {"kind": "lead", "id": b}, "losers": [{"kind": "lead", "id": a}]});
    fixture.command("merge", merge).unwrap();
    assert_eq!(waiting(&fixture), []);
    let state = |fixture: &Fixture| fixture.crm.model().pairs.iter().next().unwrap().1.state;
    assert_eq!(state(&fixture), PairState::Merged);
    assert!(duplicates(&mut fixture).is_empty(), "a merged lead stands for nobody");
    fixture.request(Request::Undo).unwrap();
    assert_eq!(state(&fixture), PairState::Open);
    assert_eq!(waiting(&fixture), [(a.record(), b.record())]);
}

#[test]
fn whoever_was_told_apart_from_a_loser_is_not_the_survivor() {
    let mut fixture = crm();
    let (a, b) = doubtful(&mut fixture);
    let c = fixture.lead_with(json!({"name": "王小明", "company": "大同", "phones": [{"raw": "0933-222-333", "kind": "mobile"}]}));
    fixture.command("tell_apart", pair(a, c)).unwrap();
    let noted = json!({"pairs": [{"a": {"kind": "lead", "id": b}, "b": {"kind": "lead", "id": c}, "score": 80}]});
    fixture.command("note_pairs", noted).unwrap();
    let before = fixture.content();
    let merge =
        json!({"survivor": {"kind": "lead", "id": b}, "losers": [{"kind": "lead", "id": a}]});
    fixture.command("merge", merge).unwrap();
    assert_eq!(waiting(&fixture), []);
    let model = fixture.crm.model();
    let pairs: Vec<&Pair> = model.pairs.iter().map(|(_, pair)| pair).collect();
    assert_eq!(pairs.len(), 1, "one of the two is enough");
    assert_eq!(pairs[0].records(), Some((b.record(), c.record())));
    assert_eq!(pairs[0].state, PairState::Apart);
    fixture.request(Request::Undo).unwrap();
    assert_eq!(fixture.content(), before);
}

#[test]
fn a_merge_takes_the_values_that_were_chosen() {
    let mut fixture = crm();
    let kept = fixture.lead_with(json!({"name": "王小明", "company": "大同", "job_title": "經理",
        "address": {"city": "台北市", "street": "中山北路1號"}}));
    let lost = fixture
        .lead_with(json!({"name": "王小明", "company": "大同公司", "job_title": "副理",
        "address": {"city": "新竹市", "street": "光復路2號", "postcode": "300"}}));
    let before = fixture.content();
    let merge = |take| json!({"survivor": {"kind": "lead", "id": kept}, "losers": [{"kind": "lead", "id": lost}], "take": take});
    fixture.command("merge", merge(json!({"job_title": lost, "address": lost}))).unwrap();
    let lead = fixture.get(kept);
    assert_eq!((lead.company.as_str(), lead.job_title.as_str()), ("大同", "副理"));
    assert_eq!(
        (lead.address.city.as_str(), lead.address.street.as_str(), lead.address.postcode.as_str()),
        ("新竹市", "光復路2號", "300"),
        "an address is taken as a block"
    );
    fixture.request(Request::Undo).unwrap();
    assert_eq!(fixture.content(), before);
    for take in
        [json!({"stage": lost}), json!({"phones": lost}), json!({"company": uuid::Uuid::nil()})]
    {
        let code = fixture.command("merge", merge(take)).unwrap_err();
        assert_eq!(code.code(), "merge-cannot-take");
    }
    assert_eq!(fixture.content(), before);
}

#[test]
fn a_lead_becomes_the_contact_it_is() {
    let mut fixture = crm();
    let campaign = fixture.campaign("Computex");
    let contact = fixture.create(Kind::Contact, json!({"name": "王小明", "source": "referral"}));
    let lead = fixture.lead_with(
        json!({"name": "王小明", "company": "大同", "phones": [{"raw": "0912-345-678"}], "tags": ["展"]}),
    );
    fixture.command("add_to_campaign", json!({"leads": [lead], "campaign": campaign})).unwrap();
    let about = json!({"about": [{"kind": "lead", "id": lead}], "kind": "call"});
    fixture.command("log", about).unwrap();
    fixture.command("note_pairs", json!({"pairs": [{"a": {"kind": "contact", "id": contact.uuid}, "b": {"kind": "lead", "id": lead}, "score": 75}]})).unwrap();
    let before = fixture.content();
    let merge = json!({"survivor": {"kind": "contact", "id": contact.uuid}, "losers": [{"kind": "lead", "id": lead}]});
    fixture.command("merge", merge).unwrap();
    let merged = Contact::from_row(fixture.row(contact));
    assert_eq!((merged.phones.len(), merged.tags.len(), merged.memberships.len()), (1, 1, 1));
    assert_eq!(merged.employments[0].company, "大同");
    let lost = fixture.get(lead);
    assert_eq!(lost.stage, Stage::Merged);
    assert_eq!(lost.converted_contact.map(|id| id.record()), Some(contact));
    assert_eq!(fixture.crm.model().activities_about(contact).count(), 1);
    assert_eq!(waiting(&fixture), []);
    fixture.request(Request::Undo).unwrap();
    assert_eq!(fixture.content(), before);
    let back = json!({"survivor": {"kind": "lead", "id": lead}, "losers": [{"kind": "contact", "id": contact.uuid}]});
    assert_eq!(fixture.command("merge", back).unwrap_err().code(), "merge-same-kind");
}

#[test]
fn merged_contacts_have_each_phone_and_position_once() {
    let mut fixture = crm();
    let account = fixture.create(Kind::Account, json!({"name": "大同"}));
    let mut contact = |phone: &str, title: &str| {
        fixture.create(
            Kind::Contact,
            json!({"name": "王小明", "source": "referral", "phones": [{"raw": phone}],
                "accounts": [{"account": account.uuid, "title": title, "active": true}]}),
        )
    };
    let (kept, lost) = (contact("0912-345-678", "經理"), contact("0912 345 678", "副理"));
    let merge = json!({"survivor": {"kind": "contact", "id": kept.uuid}, "losers": [{"kind": "contact", "id": lost.uuid}]});
    fixture.command("merge", merge).unwrap();
    let merged = Contact::from_row(fixture.row(kept));
    assert_eq!((merged.phones.len(), merged.accounts.len()), (1, 1));
}

#[test]
fn only_those_who_may_merge_decide() {
    let mut fixture = crm();
    let (a, b) = doubtful(&mut fixture);
    fixture.user("Admin", Role::Admin);
    let sales = fixture.user("Lin", Role::Sales);
    fixture.actor = Some(sales);
    assert_eq!(fixture.command("tell_apart", pair(a, b)).unwrap_err().code(), "no-right");
    let account = RecordId { kind: Kind::Pool, uuid: uuid::Uuid::nil() };
    fixture.actor = None;
    let marketing = fixture.crm.model().users.find(|user| user.role == Role::Admin).unwrap().0;
    fixture.actor = Some(marketing);
    assert_eq!(fixture.command("tell_apart", pair(a, account)).unwrap_err().code(), "merge-kind");
    assert_eq!(fixture.command("tell_apart", pair(a, a)).unwrap_err().code(), "merge-same-kind");
}

#[test]
fn a_search_can_be_called_off_and_knows_how_far_it_is() {
    let mut fixture = crm();
    doubtful(&mut fixture);
    fixture.crm.know_everyone().unwrap();
    let (model, store) = (fixture.crm.model(), fixture.crm.store());
    let read = |records: &[RecordId]| {
        let found = store.read_all(records)?;
        Ok(found
            .into_iter()
            .map(|(record, stored)| (record, stored.row))
            .collect::<Vec<(RecordId, Row)>>())
    };
    let search = Search { kinds: &[Kind::Lead], min: 70 };
    let told = std::cell::RefCell::new(Vec::new());
    let go_on = |progress: query::Progress| {
        told.borrow_mut().push(progress);
        true
    };
    let found = duplicates::pairs((model, model.keys()), search, &read, &go_on).unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!(told.borrow()[0], query::Progress { read: 0, of: Some(2) });
    assert!(told.borrow().contains(&query::Progress::comparing()));
    let stopped = duplicates::pairs((model, model.keys()), search, &read, &|_| false);
    assert_eq!(stopped.unwrap_err().code(), "cancelled");
    let made = duplicates::keys_of_everyone(model, &read, &|_| true).unwrap();
    let again = duplicates::pairs((model, &made), search, &read, &|_| true).unwrap();
    assert_eq!(again.len(), 1, "keys made of the records find the same");
}

#[test]
fn someone_who_is_typed_is_known() {
    use fairlead::query::typed::{Typed, likely};
    let mut fixture = crm();
    let known = fixture.lead_with(
        json!({"name": "王小明", "company": "大同股份有限公司", "phones": [{"raw": "0912-345-678", "kind": "mobile"}]}),
    );
    let account = fixture.create(Kind::Account, json!({"name": "大同股份有限公司"}));
    let (model, store) = (fixture.crm.model(), fixture.crm.store());
    let read = |records: &[RecordId]| {
        let found = store.read_all(records)?;
        Ok(found.into_iter().map(|(record, stored)| (record, stored.row)).collect())
    };
    let check = |kind, typed: Typed, expected: Option<RecordId>| {
        let found = likely(model, (kind, None), &typed, &read).unwrap();
        assert_eq!(found.first().map(|it| it.record), expected, "{typed:?} {found:?}");
    };
    let person = |name: &str, company: &str, phone: &str| Typed {
        name: name.to_owned(),
        company: company.to_owned(),
        phones: vec![phone.to_owned()],
        ..Typed::default()
    };
    check(Kind::Lead, person("王小明", "大同", ""), Some(known.record()));
    check(Kind::Contact, person("", "", "+886 912 345 678"), Some(known.record()));
    check(Kind::Lead, person("王小明", "聲寶", ""), None);
    check(Kind::Lead, person("", "", ""), None);
    check(Kind::Account, person("", "大同", ""), Some(account));
    assert!(!Typed::default().says_something());
}

#[test]
fn few_people_are_learnt_when_their_workspace_is_opened() {
    let mut fixture = crm();
    let (a, b) = doubtful(&mut fixture);
    let mut fixture = fixture.crashed();
    assert!(fixture.crm.model().knows_everyone());
    let found = duplicates(&mut fixture);
    assert_eq!((found[0].a, found[0].b), (a.record(), b.record()));
}

#[test]
fn a_pair_follows_a_lead_that_is_converted() {
    let mut fixture = crm();
    let (one, other) = doubtful(&mut fixture);
    let found = json!({"pairs": [{"a": {"kind": "lead", "id": one}, "b": {"kind": "lead", "id": other}, "score": 80}]});
    fixture.command("note_pairs", found).unwrap();
    assert_eq!(waiting(&fixture), [(one.record(), other.record())]);
    let how = json!({"leads": [other], "opportunity": "skip", "reason": "x"});
    fixture.command("convert", how).unwrap();
    // The review goes on with the contact that the lead has become.
    let contact = match waiting(&fixture).as_slice() {
        [(a, b)] if *a == one.record() => *b,
        left => panic!("{left:?}"),
    };
    assert_eq!(contact.kind, Kind::Contact);
    fixture.command("unconvert", json!({"lead": other})).unwrap();
    assert_eq!(waiting(&fixture), [(one.record(), other.record())]);
    fixture.request(Request::Undo).unwrap();
    assert_eq!(waiting(&fixture), [(one.record(), contact)]);
    // Converted into the same contact, it is settled.
    let how =
        json!({"leads": [one], "contact": contact.uuid, "opportunity": "skip", "reason": "x"});
    fixture.command("convert", how).unwrap();
    assert_eq!(waiting(&fixture), []);
    let pair = fixture.crm.model().pairs.iter().next().unwrap().1;
    assert_eq!(pair.state, PairState::Merged);
}
