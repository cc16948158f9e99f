//! What is known of one record: what happened, what points to it, and what would be refused.

use fairlead::{
    domain::{ActivityKind, Id, Kind, Lead, Opportunity, RecordId, Value},
    engine::{Command, Happening},
    query::related,
};
use serde_json::{Value as Json, json};

use crate::fixture::{Fixture, crm};

/// What happened, the newest first: `made create`, `set need`, `call`.
fn told(fixture: &mut Fixture, record: RecordId) -> Vec<String> {
    let dossier = fixture.crm.dossier(fixture.actor, record, &[]).unwrap();
    let word = |happening: Happening| match happening {
        Happening::Made { command } => format!("made {command}"),
        Happening::Changed { command, fields, .. } => {
            let name =
                |tag: u16| record.kind.fields().iter().find(|it| it.tag == tag).unwrap().name;
            let names: Vec<_> = fields.iter().map(|field| name(field.tag)).collect();
            format!("{command} {}", names.join(" "))
        }
        Happening::Done(_, activity) => activity.kind.id().to_owned(),
    };
    dossier.events.into_iter().map(|event| word(event.happening)).collect()
}

/// Why a command would be refused; nothing if it would be done.
fn refusal(fixture: &mut Fixture, name: &str, json: Json) -> &'static str {
    let command = Command::from_json(name, json).unwrap();
    fixture.crm.try_out(fixture.actor, &command).err().map_or("", |err| err.code())
}

fn ready_lead(fixture: &mut Fixture, name: &str, company: &str) -> Id<Lead> {
    fixture.lead_with(json!({"name": name, "company": company, "source": "sales_sourced",
        "phones": [{"raw": "0912-345-678"}]}))
}

#[test]
fn what_happened_is_told_newest_first_and_follows_a_conversion() {
    let mut fixture = crm();
    let lead = ready_lead(&mut fixture, "王小明", "聯穗食品");
    let about = json!([{"kind": "lead", "id": lead}]);
    fixture
        .command("set", json!({"kind": "lead", "ids": [lead], "values": {"need": "pouches"}}))
        .unwrap();
    fixture
        .command("log", json!({"about": about, "kind": "note", "text": "asks for samples"}))
        .unwrap();
    assert_eq!(told(&mut fixture, lead.record()), ["note", "set need", "made create"]);
    let done = fixture.command("convert", json!({"leads": [lead]})).unwrap();
    let contact = done.records.iter().find(|record| record.kind == Kind::Contact).unwrap();
    let account = done.records.iter().find(|record| record.kind == Kind::Account).unwrap();
    assert_eq!(told(&mut fixture, *contact), ["made convert", "note"]);
    assert_eq!(told(&mut fixture, *account), ["made convert", "note"]);
    let dossier = fixture.crm.dossier(fixture.actor, *contact, &[]).unwrap();
    let note = dossier.events.iter().find_map(|event| match &event.happening {
        Happening::Done(_, activity) => Some(activity.kind),
        _ => None,
    });
    assert_eq!(note, Some(ActivityKind::Note));
}

#[test]
fn a_command_is_tried_by_its_own_rules_and_leaves_nothing() {
    let mut fixture = crm();
    let lead = fixture.lead("王小明", "");
    let before = fixture.content();
    for (name, json, expected) in [
        ("stage", json!({"leads": [lead], "to": "usable"}), "gate-not-met"),
        ("stage", json!({"leads": [lead], "to": "disqualified", "reason": "other"}), ""),
        ("claim", json!({"leads": [lead]}), "pool-not-claimable"),
        ("return", json!({"leads": [lead], "reason": "no time"}), "lead-not-owned"),
        ("convert", json!({"leads": [lead]}), "not-ready-to-convert"),
        ("set", json!({"kind": "lead", "ids": [lead], "values": {"need": "x"}}), ""),
    ] {
        assert_eq!(refusal(&mut fixture, name, json), expected, "{name}");
    }
    assert_eq!(fixture.content(), before);
    let asked = Command::from_json("claim", json!({"leads": [lead]})).unwrap();
    let dossier = fixture.crm.dossier(fixture.actor, lead.record(), &[asked]).unwrap();
    assert_eq!(dossier.verdicts[0].as_ref().unwrap().code(), "pool-not-claimable");
}

#[test]
fn what_points_to_a_record_is_found_by_kind_and_field() {
    let mut fixture = crm();
    let campaign = fixture.campaign("Food Taipei 2026");
    let lead = ready_lead(&mut fixture, "黃淑芬", "聯穗食品");
    let join = json!({"campaign": campaign, "leads": [lead], "status": "left_card"});
    fixture.command("add_to_campaign", join).unwrap();
    let done = fixture.command("convert", json!({"leads": [lead]})).unwrap();
    let account = *done.records.iter().find(|record| record.kind == Kind::Account).unwrap();
    let deal = *done.records.iter().find(|record| record.kind == Kind::Opportunity).unwrap();
    fixture
        .command(
            "place_order",
            json!({"opportunity": deal.uuid, "amount": {"amount": "100", "currency": "TWD"}}),
        )
        .unwrap();
    let found = |record: RecordId| -> Vec<(&'static str, &'static str, usize)> {
        let found = related(fixture.crm.model(), record).into_iter();
        found.map(|it| (it.kind.name(), it.field, it.records.len())).collect()
    };
    assert_eq!(
        found(account),
        [("contact", "accounts", 1), ("opportunity", "account", 1), ("order", "account", 1)]
    );
    assert_eq!(
        found(campaign.record()),
        [("lead", "memberships", 1), ("opportunity", "campaign", 1)]
    );
    assert_eq!(found(deal), [("order", "opportunity", 1)]);
}

#[test]
fn an_opportunity_begins_at_the_first_stage_and_belongs_to_who_makes_it() {
    let mut fixture = crm();
    let account = fixture.create(Kind::Account, json!({"name": "聯穗食品"}));
    let deal = fixture.create(Kind::Opportunity, json!({"name": "立袋", "account": account.uuid}));
    let row = fixture.row(deal);
    assert_eq!(row.get(Opportunity::stage).as_text(), Some("clarify_need"));
    assert_eq!(row.get(Opportunity::probability), &fairlead::domain::Value::Int(10));
    let owner = fixture.actor.map(Id::record);
    assert_eq!(row.get(Opportunity::owner).as_link(), owner);
    assert_eq!(fixture.row(account).get(fairlead::domain::Account::owner).as_link(), owner);
}

#[test]
fn fields_that_users_made_are_set_like_any_other() {
    let mut fixture = crm();
    let field = json!({"kind": "lead", "name": "line_speed", "shape": "number"});
    fixture.command("add_field", field).unwrap();
    let lead = fixture.lead("王小明", "聯穗食品");
    let set = |value: Json| json!({"kind": "lead", "ids": [lead], "values": {"line_speed": value}});
    fixture.command("set", set(json!("120"))).unwrap();
    assert_eq!(fixture.row(lead.record()).get(1000), &Value::Decimal(120.into()));
    let refused = fixture.command("set", set(json!("fast"))).unwrap_err();
    assert_eq!(refused.code(), "bad-value");
    assert!(refused.text(fairlead::i18n::Lang::En).contains("line_speed"));
}
