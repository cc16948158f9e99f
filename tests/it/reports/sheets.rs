//! Sheets as they are printed and explained, and the texts they need.

use fairlead::{
    domain::Stage,
    i18n::{Lang, known},
    model::Model,
    report::{self, Behind},
};
use serde_json::{Value as Json, json};

use super::world::{Asked, World, all, of, run, twd};

#[test]
fn a_number_can_be_explained() {
    let mut world = World::new();
    let campaign = world.campaign("展", None, &["TWD 100"]);
    let order = world.order(Some(campaign), "TWD 150");
    let model = world.model();
    let board = of(&model, "fair_result", &[campaign]);
    let place =
        |metric: &str| board.rows.iter().position(|row| row[0].to_json() == metric).unwrap();
    let explained = board.explain(place("campaign_roi"), 1).unwrap();
    assert_eq!(explained.metric, "campaign_roi");
    assert_eq!(explained.counted, Behind::Records(vec![order.record()]));
    assert_eq!(explained.of, Some(Behind::Records(vec![campaign.record()])));
    assert!(board.explain(place("campaign_roi"), 0).is_none());
}

#[test]
fn a_sheet_is_printed_for_scripts_and_for_people() {
    let mut world = World::new();
    let campaign = world.campaign("包裝展", None, &["TWD 1234.5"]);
    world.lead(Some(campaign), Stage::Usable);
    let model = world.model();
    let asked = Asked { days: Some(("2026-06-01", "2026-07-01")), ..Asked::default() };
    let sheet = run(&model, "cost_per_lead", &asked);
    let json = sheet.to_json(Lang::ZhTw);
    let keys: Vec<_> = json.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["report", "from", "to", "columns", "rows", "notes"]);
    assert_eq!((&json["from"], &json["to"]), (&json!("2026-06-01"), &json!("2026-07-01")));
    assert_eq!(json["columns"][0], json!({"name": "campaign", "unit": "text"}));
    assert_eq!(json["rows"][0][1], twd("1234.50"));
    assert_eq!(
        json["rows"][0].as_array().unwrap().len(),
        json["columns"].as_array().unwrap().len()
    );
    assert_eq!(json["rows"][0].as_array().unwrap().last(), Some(&json!(campaign.to_string())));
    let open = all(&model, "funnel");
    assert_eq!(open.to_json(Lang::En)["from"], Json::Null);
    let text = sheet.to_text(Lang::ZhTw);
    assert!(text.starts_with("每筆潛在客戶成本\n2026-06-01 起，2026-07-01 之前\n"), "{text}");
    assert!(text.contains("包裝展    TWD 1,234.50"), "{text}");
    assert!(!text.contains(&campaign.to_string()), "{text}");
}

#[test]
fn every_report_runs_on_an_empty_workspace() {
    for report in report::ALL {
        let sheet = all(&Model::default(), report.name);
        assert_eq!(sheet.report, report.name);
        assert!(sheet.notes.is_empty());
        for lang in Lang::ALL {
            assert!(sheet.to_text(*lang).lines().count() >= 3);
        }
    }
}

/// Notes in which languages a text is missing.
fn need(key: &str, missing: &mut Vec<String>) {
    let lacking = Lang::ALL.iter().filter(|lang| known(**lang, key).is_none());
    missing.extend(lacking.map(|lang| format!("{}: {key}", lang.code())));
}

#[test]
fn every_report_metric_and_column_is_told_in_every_language() {
    let mut missing = Vec::new();
    for report in report::ALL {
        need(&format!("report-{}", report.name), &mut missing);
        need(&format!("report-{}-explain", report.name), &mut missing);
        for head in all(&Model::default(), report.name).columns {
            need(&format!("unit-{}", head.unit.id()), &mut missing);
            let is_metric = report::METRICS.iter().any(|metric| metric.id == head.name);
            let area = if is_metric { "metric" } else { "column" };
            need(&format!("{area}-{}", head.name), &mut missing);
        }
    }
    for metric in report::METRICS {
        need(&format!("metric-{}", metric.id), &mut missing);
        need(&format!("metric-{}-explain", metric.id), &mut missing);
        need(&format!("unit-{}", metric.unit.id()), &mut missing);
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn names_of_reports_and_metrics_are_unique() {
    let reports = report::ALL.iter().map(|report| report.name);
    let metrics = report::METRICS.iter().map(|metric| metric.id);
    for mut names in [reports.collect::<Vec<_>>(), metrics.collect()] {
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all);
    }
}

#[test]
fn every_note_row_and_stage_is_told_in_every_language() {
    let mut missing = Vec::new();
    for (area, ids) in [
        (
            "note",
            [
                "without-rate",
                "without-amount",
                "without-date",
                "too-large",
                "merged-leads",
                "leads-without-capture",
                "orders-without-campaign",
                "cost-needs-campaign",
                "deals-without-date",
                "whole-campaigns",
                "without-window",
            ]
            .as_slice(),
        ),
        ("group", &["all", "no_campaign", "no_owner", "no_supplier", "no_person", "no_reason"]),
        ("funnel_stage", &["unsorted", "usable", "mql", "sql", "opportunity", "won", "repeat"]),
        ("report", &["window", "window-from", "window-to"]),
    ] {
        for id in ids {
            need(&format!("{area}-{id}"), &mut missing);
        }
    }
    need("not-applicable", &mut missing);
    need("error-empty-window", &mut missing);
    assert!(missing.is_empty(), "{missing:#?}");
}
