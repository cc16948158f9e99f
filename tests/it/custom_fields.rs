//! Fields that users make: from their definition to what becomes of their values.

use fairlead::{
    domain::{CustomField, DELETED_AT, Fields as _, Id, Kind, Lead, RecordId, Role, Value},
    engine::Request,
    error::Result,
    query::{ListQuestion, field_names, list},
};
use serde_json::{Value as Json, json};

use crate::fixture::{Fixture, crm};

fn add(fixture: &mut Fixture, kind: &str, name: &str, shape: &str, choices: &Json) -> Result<()> {
    let field = json!({"kind": kind, "name": name, "shape": shape, "choices": choices});
    fixture.command("add_field", field).map(drop)
}

fn field(fixture: &Fixture, name: &str) -> (RecordId, CustomField) {
    let found = fixture.crm.model().custom_fields.find(|field| field.name == name).unwrap();
    (found.0.record(), found.1.clone())
}

/// The names of the leads of a filter, in the order of a sort.
fn names(fixture: &Fixture, filter: &str, sort: &str) -> Result<Vec<String>> {
    let sort = Some(sort.to_owned());
    let question =
        ListQuestion { filter: filter.to_owned(), sort, ..ListQuestion::all(Kind::Lead) };
    let store = fixture.crm.store();
    let read = |record| Ok(store.read(record)?.map(|stored| stored.row));
    let viewer = fixture.crm.viewer(fixture.actor);
    let found = list(fixture.crm.model(), &viewer, &question, &read)?;
    Ok(found.ids.iter().map(|it| fixture.get(Id::of(*it).unwrap()).name).collect())
}

#[test]
fn a_field_of_every_shape_is_set_filtered_and_sorted() {
    let mut fixture = crm();
    let list = json!(["Gold plan", "Silver", "銅"]);
    for (name, shape, choices) in [
        ("Note 2", "text", json!([])),
        ("tons", "number", json!([])),
        ("deposit", "money", json!([])),
        ("signed_on", "date", json!([])),
        ("has_nda", "yes_no", json!([])),
        ("plan", "picklist", list.clone()),
        ("lines", "multi_picklist", list),
    ] {
        add(&mut fixture, "lead", name, shape, &choices).unwrap();
    }
    fixture.lead_with(json!({
        "name": "Ann", "note_2": "感謝", "tons": "2.5", "deposit": "TWD 900", "signed_on": "2026-05-01",
        "has_nda": true, "plan": "silver", "lines": ["gold plan", "銅"],
    }));
    fixture.lead_with(json!({
        "name": "Bo", "tons": 12, "deposit": "USD 100", "signed_on": "2026-04-01", "plan": "Gold plan",
    }));
    fixture.lead("Cy", "");
    let fixture = fixture.reopened();
    for (filter, sort, expected) in [
        ("note_2:谢", "name", ["Ann"].as_slice()),
        ("tons>=2.5", "-tons", &["Bo", "Ann"]),
        ("tons:none", "name", &["Cy"]),
        ("deposit:100USD", "name", &["Bo"]),
        ("", "deposit", &["Bo", "Ann", "Cy"]),
        ("signed_on<2026-05", "name", &["Bo"]),
        ("", "signed_on", &["Bo", "Ann", "Cy"]),
        ("has_nda:yes", "name", &["Ann"]),
        ("-has_nda:yes", "name", &["Bo", "Cy"]),
        ("plan:\"gold plan\",silver", "plan", &["Bo", "Ann"]),
        ("plan:gold", "name", &[]),
        ("lines:铜", "name", &["Ann"]),
        ("-lines:none", "lines", &["Ann"]),
    ] {
        assert_eq!(names(&fixture, filter, sort).unwrap(), expected, "{filter} {sort}");
    }
}

#[test]
fn a_definition_that_cannot_be_is_refused_with_the_reason() {
    let mut fixture = crm();
    add(&mut fixture, "lead", "plan", "picklist", &json!(["a"])).unwrap();
    for (kind, name, shape, choices, code) in [
        ("lead", "stage", "text", json!([]), "custom-field-clash"),
        ("lead", "phone", "text", json!([]), "custom-field-clash"),
        ("lead", "idle", "text", json!([]), "custom-field-clash"),
        ("lead", "ID", "text", json!([]), "custom-field-clash"),
        ("lead", "Plan", "text", json!([]), "custom-field-clash"),
        ("lead", "a.b", "text", json!([]), "custom-field-name"),
        ("lead", "2nd", "text", json!([]), "custom-field-name"),
        ("order", "size", "text", json!([]), "custom-field-kind"),
        ("lead", "size", "picklist", json!([]), "custom-field-choices"),
        ("lead", "size", "text", json!(["a"]), "custom-field-choices"),
        ("lead", "size", "picklist", json!(["a", "Ａ"]), "custom-field-choices-alike"),
        ("lead", "size", "picklist", json!(["a;b"]), "custom-field-choices-alike"),
        ("lead", "size", "hologram", json!([]), "bad-parameters"),
    ] {
        let refused = add(&mut fixture, kind, name, shape, &choices).unwrap_err();
        assert_eq!(refused.code(), code, "{kind} {name} {shape}");
    }
    // The same name is another field in another kind, and an order has no idle days to clash with.
    add(&mut fixture, "account", "plan", "picklist", &json!(["a"])).unwrap();
    add(&mut fixture, "account", "idle", "number", &json!([])).unwrap();
    assert_eq!(
        fixture
            .command("create", json!({"kind": "custom_field", "values": {}}))
            .unwrap_err()
            .code(),
        "add-field-instead"
    );
}

#[test]
fn only_administrators_make_fields_and_bring_them_back() {
    let mut fixture = crm();
    add(&mut fixture, "lead", "plan", "text", &json!([])).unwrap();
    let (plan, _) = field(&fixture, "plan");
    fixture.command("delete", json!({"records": [plan]})).unwrap();
    for role in [Role::Marketing, Role::Director] {
        let user = fixture.user(role.id(), role);
        let admin = fixture.actor.replace(user);
        let refused = add(&mut fixture, "lead", "size", "text", &json!([])).unwrap_err();
        assert_eq!(refused.code(), "no-right");
        let restored = fixture.command("restore", json!({"records": [plan]}));
        assert_eq!(restored.unwrap_err().code(), "no-right");
        fixture.actor = admin;
    }
}

#[test]
fn values_must_fit_and_what_fixes_a_field_stays() {
    let mut fixture = crm();
    add(&mut fixture, "lead", "plan", "picklist", &json!(["Gold", "Silver"])).unwrap();
    let lead = fixture.lead("Ann", "");
    let set = |fixture: &mut Fixture, record: RecordId, values: Json| {
        let command = json!({"kind": record.kind, "ids": [record.uuid], "values": values});
        fixture.command("set", command)
    };
    let refused = set(&mut fixture, lead.record(), json!({"plan": "Bronze"})).unwrap_err();
    assert_eq!(refused.code(), "bad-value");
    assert!(refused.text(fairlead::i18n::Lang::En).contains("Gold, Silver"));
    let (plan, _) = field(&fixture, "plan");
    for fixed in ["tag", "kind_number", "shape"] {
        let refused = set(&mut fixture, plan, json!({fixed: "1"})).unwrap_err();
        assert_eq!(refused.code(), "field-has-command");
    }
    let refused = set(&mut fixture, plan, json!({"name": "stage"})).unwrap_err();
    assert_eq!(refused.code(), "custom-field-clash");
    set(&mut fixture, lead.record(), json!({"plan": "silver"})).unwrap();
    set(&mut fixture, plan, json!({"name": "tariff", "choices": ["Gold", "Bronze"]})).unwrap();
    assert_eq!(names(&fixture, "tariff:bronze", "tariff").unwrap(), [""; 0]);
    // A choice that is no longer offered is still found where it was made.
    assert_eq!(names(&fixture, "tariff:silver", "tariff").unwrap(), ["Ann"]);
}

#[test]
fn a_retired_field_keeps_its_values_and_its_number() {
    let mut fixture = crm();
    add(&mut fixture, "lead", "plan", "text", &json!([])).unwrap();
    let (plan, definition) = field(&fixture, "plan");
    let lead = fixture.lead_with(json!({"name": "Ann", "plan": "Gold"}));
    fixture.command("delete", json!({"records": [plan]})).unwrap();
    assert_eq!(names(&fixture, "plan:gold", "name").unwrap_err().code(), "unknown-filter-field");
    assert!(!field_names(fixture.crm.model(), Kind::Lead).contains(&"plan".to_owned()));
    add(&mut fixture, "lead", "plan", "number", &json!([])).unwrap();
    let (other, another) = field(&fixture, "plan");
    assert!(another.tag > definition.tag);
    let refused = fixture.command("restore", json!({"records": [plan]})).unwrap_err();
    assert_eq!(refused.code(), "custom-field-clash");
    fixture.command("delete", json!({"records": [other]})).unwrap();
    fixture.command("restore", json!({"records": [plan]})).unwrap();
    assert_eq!(names(&fixture, "plan:gold", "name").unwrap(), ["Ann"]);
    let tag = u16::try_from(definition.tag.unwrap()).unwrap();
    assert_eq!(*fixture.row(lead.record()).get(tag), Value::Text("Gold".to_owned()));
}

#[test]
fn a_field_whose_making_was_taken_back_shares_its_number_with_none() {
    let mut fixture = crm();
    add(&mut fixture, "lead", "plan", "text", &json!([])).unwrap();
    let (plan, _) = field(&fixture, "plan");
    fixture.request(Request::Undo).unwrap();
    assert!(!fixture.row(plan).get(DELETED_AT).is_empty());
    add(&mut fixture, "lead", "size", "number", &json!([])).unwrap();
    fixture.command("restore", json!({"records": [plan]})).unwrap();
    assert_ne!(field(&fixture, "plan").1.tag, field(&fixture, "size").1.tag);
}

#[test]
fn values_follow_a_lead_into_what_it_becomes() {
    let mut fixture = crm();
    for kind in ["lead", "account", "contact", "opportunity"] {
        add(&mut fixture, kind, "plan", "text", &json!([])).unwrap();
    }
    add(&mut fixture, "lead", "bulk", "picklist", &json!(["big", "small"])).unwrap();
    add(&mut fixture, "account", "bulk", "picklist", &json!(["big"])).unwrap();
    add(&mut fixture, "contact", "bulk", "number", &json!([])).unwrap();
    let values = json!({"name": "Ann", "company": "ACME", "plan": "Gold", "bulk": "big"});
    let lead = fixture.lead_with(values);
    let convert = json!({"leads": [lead], "reason": "a test"});
    let made = fixture.command("convert", convert).unwrap().records;
    let value = |kind: Kind, name: &str| {
        let record = made.iter().find(|record| record.kind == kind).unwrap();
        let field = fixture.crm.model().field(kind, name).unwrap();
        fixture.row(*record).get(field.tag).clone()
    };
    let (gold, big) = (Value::Text("Gold".to_owned()), Value::Choice("big".into()));
    for (kind, name, expected) in [
        (Kind::Account, "plan", &gold),
        (Kind::Contact, "plan", &gold),
        (Kind::Opportunity, "plan", &gold),
        (Kind::Account, "bulk", &big),
        (Kind::Contact, "bulk", &Value::Empty),
    ] {
        assert_eq!(value(kind, name), *expected, "{kind:?} {name}");
    }
}

#[test]
fn a_merged_lead_leaves_its_values_to_the_survivor() {
    let mut fixture = crm();
    add(&mut fixture, "lead", "plan", "text", &json!([])).unwrap();
    add(&mut fixture, "lead", "tons", "number", &json!([])).unwrap();
    let survivor = fixture.lead_with(json!({"name": "Ann", "plan": "Gold"}));
    let loser = fixture.lead_with(json!({"name": "Anne", "plan": "Silver", "tons": 5}));
    let merge = json!({"survivor": survivor.record(), "losers": [loser.record()]});
    fixture.command("merge", merge).unwrap();
    let row = fixture.row(survivor.record());
    let tag = |name: &str| fixture.crm.model().field(Kind::Lead, name).unwrap().tag;
    assert_eq!(*row.get(tag("plan")), Value::Text("Gold".to_owned()));
    assert_eq!(*row.get(tag("tons")), Value::Decimal(5.into()));
    assert_eq!(Lead::from_row(row).name, "Ann");
}
