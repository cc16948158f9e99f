//! The days of a fair: when cards came and by whom, how soon someone called, why leads were given up.

use fairlead::{
    domain::{Activity, ActivityKind, Id, Lead, Pick, Rating, Stage, Timestamp, User},
    report::{Behind, Cell, Sheet},
};
use serde_json::{Value as Json, json};

use super::world::{Asked, World, all, at, cell, count_of, of, run};

const HOUR_MS: i64 = 3_600_000;

fn rows(sheet: &Sheet) -> Vec<Vec<Json>> {
    sheet.rows.iter().map(|row| row.iter().map(Cell::to_json).collect()).collect()
}

/// Every number of a sheet that counts leads lists as many.
fn lists_what_it_counts(sheet: &Sheet) {
    for (row, cells) in sheet.rows.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            if let (Cell::Count(count), Some(behind)) = (cell, sheet.behind(row, column)) {
                assert_eq!(behind.len() as u64, *count, "{}: {row}, {column}", sheet.report);
            }
        }
    }
}

#[test]
fn cards_are_counted_in_the_hours_of_the_workspace() {
    let mut world = World::new();
    let fair = world.campaign("展", None, &[]);
    // 02:00 in Greenwich is ten in the morning in Taipei.
    for captured in [
        "2026-06-24T02:00:00Z",
        "2026-06-24T02:59:59Z",
        "2026-06-24T03:00:00Z",
        "2026-06-24T16:00:00Z",
    ] {
        let captured_at = Some(at(captured));
        world.add(&Lead { campaign: Some(fair), captured_at, ..Lead::default() });
    }
    let merged = Lead {
        stage: Stage::Merged,
        captured_at: Some(at("2026-06-24T02:00:00Z")),
        ..Lead::default()
    };
    world.add(&Lead { campaign: Some(fair), ..merged });
    world.add(&Lead { campaign: Some(fair), ..Lead::default() });
    world.add(&Lead { captured_at: Some(at("2026-06-24T02:00:00Z")), ..Lead::default() });
    let model = world.model();
    let sheet = of(&model, "cards_per_hour", &[fair]);
    let expected = [
        json!(["2026-06-24", 10.0, 2]),
        json!(["2026-06-24", 11.0, 1]),
        json!(["2026-06-25", 0.0, 1]),
    ];
    assert_eq!(rows(&sheet), expected.map(|row| row.as_array().unwrap().clone()));
    assert_eq!(sheet.behind(0, 2), Some(Behind::Leads(vec![0, 1])));
    assert_eq!((sheet.notes[0].code, sheet.notes[0].count), ("leads-without-capture", 1));
    lists_what_it_counts(&sheet);
    let days = Some(("2026-06-25", "2026-06-26"));
    assert_eq!(run(&model, "cards_per_hour", &Asked { days, ..Asked::default() }).rows.len(), 1);
}

#[test]
fn cards_are_counted_for_who_captured_them() {
    let mut world = World::new();
    let user = world.add(&User { name: "林雅婷".to_owned(), ..User::default() });
    for captured_by in [Some(user), Some(user), None] {
        world.add(&Lead { captured_by, ..Lead::default() });
    }
    let sheet = all(&world.model(), "cards_by_person");
    assert_eq!(cell(&sheet, "林雅婷", "cards"), 2);
    assert_eq!(cell(&sheet, "no_person", "cards"), 1);
    lists_what_it_counts(&sheet);
}

#[test]
fn how_long_people_waited_is_counted_from_the_capture_to_the_first_attempt() {
    let mut world = World::new();
    let captured = at("2026-06-24T02:00:00Z");
    let lead = |world: &mut World| -> Id<Lead> {
        world.add(&Lead { captured_at: Some(captured), ..Lead::default() })
    };
    // Hours after the capture, and the place of the column.
    let waits = [(-1, 1), (4, 1), (5, 2), (24, 2), (25, 3), (48, 3), (72, 4), (73, 5)];
    for (hours, _) in waits {
        let lead = lead(&mut world);
        for (kind, hours) in [
            (ActivityKind::Call, hours),
            (ActivityKind::Email, hours + 100),
            // A note is no attempt to reach anybody.
            (ActivityKind::Note, -9),
        ] {
            let moment = Some(Timestamp(captured.0 + hours * HOUR_MS));
            let about = vec![lead.record()];
            world.add(&Activity { kind, at: moment, about, ..Activity::default() });
        }
    }
    lead(&mut world);
    world.add(&Lead { rating: Some(Rating::Hot), ..Lead::default() });
    let model = world.model();
    let sheet = all(&model, "first_contact");
    let grades: Vec<Json> = sheet.rows.iter().map(|row| row[0].to_json()).collect();
    assert_eq!(grades, ["grade_a", "grade_b", "grade_c", "grade_d"]);
    let found: Vec<u64> = sheet.rows[3][1..].iter().map(count_of).collect();
    let naive = (1..=5).map(|place| waits.iter().filter(|it| it.1 == place).count() as u64);
    assert_eq!(found, naive.chain([1]).collect::<Vec<_>>());
    assert_eq!((sheet.notes[0].code, sheet.notes[0].count), ("leads-without-capture", 1));
    lists_what_it_counts(&sheet);
}

#[test]
fn reasons_are_counted_of_leads_that_stand_as_disqualified() {
    let mut world = World::new();
    for (stage, reason) in [
        (Stage::Disqualified, "dead_number"),
        (Stage::Disqualified, "no_budget"),
        (Stage::Disqualified, "dead_number"),
        (Stage::Disqualified, ""),
        (Stage::Usable, "other"),
    ] {
        let disqualify_reason = Pick::new(reason);
        world.add(&Lead { stage, disqualify_reason, ..Lead::default() });
    }
    let sheet = all(&world.model(), "invalid_reasons");
    assert_eq!(sheet.rows.len(), 3);
    assert_eq!(rows(&sheet)[0], *json!(["dead_number", 2, 50.0]).as_array().unwrap());
    assert_eq!(cell(&sheet, "no_reason", "disqualified"), 1);
    assert_eq!(cell(&sheet, "no_budget", "share_of_disqualified"), 25.0);
    lists_what_it_counts(&sheet);
}
