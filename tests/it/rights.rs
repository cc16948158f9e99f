//! Rights are enforced in the engine: by role, by owner, by team.

use fairlead::{
    domain::{Kind, Role},
    engine::{COMMANDS, RIGHTS, Scope},
};
use serde_json::json;

use crate::fixture::crm;

#[test]
fn every_right_stands_in_the_table_once_and_every_command_needs_one() {
    for (right, _) in RIGHTS {
        assert_eq!(RIGHTS.iter().filter(|(other, _)| other == right).count(), 1);
    }
    for command in COMMANDS {
        assert!(RIGHTS.iter().any(|(right, _)| *right == command.right), "{}", command.name);
    }
    assert!(RIGHTS.iter().all(|(right, _)| right.scope(Role::Viewer) == Scope::No));
}

#[test]
fn a_viewer_changes_nothing_and_sales_only_what_is_theirs() {
    let mut fixture = crm();
    let lin = fixture.user("Lin", Role::Sales);
    let chen = fixture.user("Chen", Role::Sales);
    let viewer = fixture.user("Guest", Role::Viewer);
    let lead = fixture.lead("王小明", "大同");
    fixture.command("assign", json!({"leads": [lead], "to": lin})).unwrap();
    let set = json!({"kind": "lead", "ids": [lead], "values": {"need": "x"}});
    for (actor, refused) in [(viewer, Some("no-right")), (chen, Some("not-yours")), (lin, None)] {
        fixture.actor = Some(actor);
        let result = fixture.command("set", set.clone());
        assert_eq!(result.err().map(|err| err.code()), refused);
    }
    let user = json!({"kind": "user", "values": {"name": "x", "role": "admin"}});
    assert_eq!(fixture.command("create", user).unwrap_err().code(), "no-right");
}

#[test]
fn contact_data_in_the_pool_is_masked_for_sales_until_it_is_claimed() {
    let mut fixture = crm();
    let lin = fixture.user("Lin", Role::Sales);
    let lead = fixture.lead_with(json!({"name": "Ann", "phones": [{"raw": "13812348000"}]}));
    let pool = fixture.crm.model().pools.find(|pool| pool.hides_contact_data).unwrap().0;
    fixture.command("assign", json!({"leads": [lead], "pool": pool})).unwrap();
    let seen = |fixture: &crate::fixture::Fixture| {
        let viewer = fixture.crm.viewer(Some(lin));
        let row = viewer.seen(fixture.crm.model(), lead.record(), fixture.row(lead.record()));
        fairlead::domain::parts::<fairlead::domain::Phone>(row.get(fairlead::domain::Lead::phones))
            .next()
            .unwrap()
            .raw
    };
    assert_eq!(seen(&fixture), "138****8000");
    fixture.command("assign", json!({"leads": [lead], "to": lin})).unwrap();
    assert_eq!(seen(&fixture), "13812348000");
    assert_eq!(fixture.crm.model().columns(Kind::Lead).unwrap().len(), 1);
}
