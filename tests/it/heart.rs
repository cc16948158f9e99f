//! The heart of the program: any list of commands, undone to the start, gives the first state; redone,
//! the last; reopened, the same.

use fairlead::{
    domain::{Kind, RecordId, Stage},
    engine::Request,
};
use proptest::prelude::*;
use serde_json::json;

use crate::fixture::{Fixture, crm};

type Step = (u8, u32, u32);

/// Runs the step's command on records picked by its numbers. Rules may refuse it.
fn run(fixture: &mut Fixture, (what, first, second): Step) -> bool {
    let lead = pick(fixture, Kind::Lead, first);
    let other = pick(fixture, Kind::Lead, second);
    let id = |record: Option<RecordId>| record.map(|record| record.uuid.to_string());
    let both = (json!({"kind": "lead", "id": id(lead)}), json!({"kind": "lead", "id": id(other)}));
    let stages = Stage::ALL;
    let result = match what {
        0 | 1 => fixture.command(
            "create",
            json!({"kind": "lead", "values": {"name": format!("王{first}"), "company": format!("公司{}", second % 5),
                "phones": [{"raw": format!("0912{:06}", first % 1_000_000)}], "source": "sales_sourced"}}),
        ),
        2 => fixture.command("create", json!({"kind": "campaign", "values": {"name": format!("展{first}")}})),
        3 => fixture.command(
            "set",
            json!({"kind": "lead", "ids": [id(lead)], "values": {"job_title": format!("t{second}"), "tags": ["a", "b"]}}),
        ),
        4 => fixture.command("set", json!({"kind": "lead", "ids": [id(lead), id(other)], "values": {"need": null, "hall": format!("{first}")}})),
        5 => fixture.command("delete", json!({"records": [{"kind": "lead", "id": id(lead)}]})),
        6 => fixture.command("qualify", json!({"lead": id(lead), "background": second % 4, "potential": first % 4})),
        7 => {
            let to = stages[second as usize % stages.len()].id();
            fixture.command("stage", json!({"leads": [id(lead)], "to": to, "reason": "r", "wake": "2027-01-01"}))
        }
        8 => {
            let user = pick(fixture, Kind::User, second);
            fixture.command("assign", json!({"leads": [id(lead), id(other)], "to": id(user)}))
        }
        9 => fixture.command("return", json!({"leads": [id(lead)], "reason": "r"})),
        10 => fixture.command("claim", json!({"leads": [id(lead)]})),
        11 => fixture.command("respond", json!({"lead": id(lead), "response": "not_accepted", "reason": "r"})),
        12 => fixture.command(
            "log",
            json!({"about": [{"kind": "lead", "id": id(lead)}], "kind": "call", "outcome": "number_dead"}),
        ),
        13 | 14 => fixture.command("convert", json!({"leads": [id(lead)]})),
        15 => fixture.command("unconvert", json!({"lead": id(lead)})),
        16 => fixture.command("merge", json!({"survivor": both.0, "losers": [both.1]})),
        17 => {
            let deal = pick(fixture, Kind::Opportunity, first);
            fixture.command("place_order", json!({"opportunity": id(deal), "amount": {"amount": second + 1, "currency": "TWD"}}))
        }
        18 => {
            let order = pick(fixture, Kind::Order, first);
            fixture.command("confirm_order", json!({"order": id(order)}))
        }
        19 => fixture.command("tell_apart", json!({"a": both.0, "b": both.1})),
        20 => {
            let pairs = json!([{"a": both.0, "b": both.1, "score": 80}]);
            fixture.command("note_pairs", json!({ "pairs": pairs }))
        }
        _ => {
            let campaign = pick(fixture, Kind::Campaign, second);
            fixture.command("add_to_campaign", json!({"leads": [id(lead)], "campaign": id(campaign), "status": "left_card"}))
        }
    };
    result.is_ok_and(|outcome| outcome.sequence.is_some())
}

fn pick(fixture: &Fixture, kind: Kind, number: u32) -> Option<RecordId> {
    let model = fixture.crm.model();
    let ids: Vec<RecordId> = match model.columns(kind) {
        Some(columns) => columns.rows().filter_map(|row| columns.id(row)).collect(),
        None => model.small_rows(kind).into_iter().map(|(record, _)| record).collect(),
    };
    (!ids.is_empty()).then(|| ids[number as usize % ids.len()])
}

/// What the model says, which must be what is on disk.
fn assert_in_memory_as_on_disk(fixture: &mut Fixture) {
    let content = fixture.content();
    let model = fixture.crm.model();
    for kind in [Kind::Lead, Kind::Account, Kind::Contact, Kind::Opportunity, Kind::Order] {
        let columns = model.columns(kind).unwrap();
        assert_eq!(columns.len(), content.keys().filter(|it| it.kind == kind).count());
        for row in columns.rows() {
            let stored = &content[&columns.id(row).unwrap()];
            for field in kind.fields().iter().filter(|field| field.spec.is_resident()) {
                assert_eq!(columns.value(field.tag, row), *stored.get(field.tag), "{}", field.name);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_was_done_can_be_undone_and_redone(
        steps in prop::collection::vec((0_u8..22, any::<u32>(), any::<u32>()), 1..40)
    ) {
        let mut fixture = crm();
        fixture.user("Lin", fairlead::domain::Role::Sales);
        for number in 0..3 {
            fixture.lead(&format!("陳{number}"), "大同");
        }
        let first = fixture.content();
        let done = steps.iter().filter(|step| run(&mut fixture, **step)).count();
        let last = fixture.content();
        assert_in_memory_as_on_disk(&mut fixture);
        for _ in 0..done {
            fixture.request(Request::Undo).unwrap();
        }
        prop_assert_eq!(&fixture.content(), &first);
        assert_in_memory_as_on_disk(&mut fixture);
        let mut fixture = fixture.reopened();
        for _ in 0..done {
            fixture.request(Request::Redo).unwrap();
        }
        prop_assert_eq!(&fixture.content(), &last);
        let mut fixture = fixture.crashed();
        prop_assert_eq!(&fixture.content(), &last);
        assert_in_memory_as_on_disk(&mut fixture);
        prop_assert!(fixture.crm.store_mut().check().unwrap().is_sound);
    }
}

#[test]
fn the_whole_job_is_undone_and_redone() {
    let mut fixture = crm();
    let first = fixture.content();
    let lead =
        fixture.lead_with(json!({"name": "王小明", "company": "大同", "source": "sales_sourced"}));
    fixture.command("convert", json!({"leads": [lead]})).unwrap();
    let deal = pick(&fixture, Kind::Opportunity, 0).unwrap();
    fixture
        .command(
            "place_order",
            json!({"opportunity": deal.uuid, "amount": {"amount": 5, "currency": "TWD"}}),
        )
        .unwrap();
    let order = pick(&fixture, Kind::Order, 0).unwrap();
    fixture.command("confirm_order", json!({"order": order.uuid})).unwrap();
    let last = fixture.content();
    for _ in 0..4 {
        fixture.request(Request::Undo).unwrap();
    }
    assert_eq!(fixture.content(), first);
    assert!(fixture.request(Request::Undo).is_err());
    for _ in 0..4 {
        fixture.request(Request::Redo).unwrap();
    }
    assert_eq!(fixture.content(), last);
    let kept = fixture.get(lead);
    let link = |kind| pick(&fixture, kind, 0).map(|record| record.uuid);
    assert_eq!(kept.converted_account.map(|id| id.0), link(Kind::Account));
    assert_eq!(kept.converted_contact.map(|id| id.0), link(Kind::Contact));
    assert_eq!(kept.converted_opportunity.map(|id| id.0), Some(deal.uuid));
}
