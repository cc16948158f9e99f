//! What is wrong in a large file: counted to the last row, and reached page by page afterwards.

use std::fs;

use fairlead::{
    engine::{ImportOptions, KeptReport, Request, batch_named},
    exchange::{self, KeptSource, StageOptions, Watch},
    i18n::Lang,
};

use crate::fixture::crm;

/// More rows with a problem than a report lists.
const ROWS: usize = 25_000;

#[test]
fn every_problem_of_a_large_file_is_counted_and_reached() {
    let mut fixture = crm();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cards.csv");
    let mut text = "姓名,公司,手機\n".to_owned();
    for number in 0..ROWS {
        let phone = if number % 2 == 0 { "9.12346E+08".to_owned() } else { format!("12-{number}") };
        text.push_str(&format!("王{number:05},公司{number:05},{phone}\n"));
    }
    fs::write(&path, text).unwrap();
    let options = |fixture: &crate::fixture::Fixture| StageOptions {
        import: ImportOptions { lang: Lang::En, ..ImportOptions::default() },
        ..StageOptions::of(fixture.crm.model(), Lang::En)
    };
    let job = exchange::stage_path(fixture.folder(), &path, &options(&fixture)).unwrap().remove(0);
    let report = fixture.request(Request::Import(Box::new(job))).unwrap().import.unwrap();
    let counts: Vec<(&str, bool, u64)> =
        report.problem_counts.iter().map(|it| (it.code, it.rejects, it.count)).collect();
    assert_eq!(counts, [("digits-lost", true, 12_500), ("phone-unread", false, 12_500)]);
    assert_eq!((report.rows, report.new, report.rejected), (25_000, 12_500, 12_500));
    assert_eq!((report.problems.len(), report.problem_count()), (10_000, 25_000));

    let model = fixture.crm.model();
    let (id, _) = batch_named(model, &report.batch).unwrap();
    let batch = model.import_batches.get(id).unwrap();
    let kept = KeptReport::of(batch);
    assert_eq!((kept.problem_count, kept.counts.len(), kept.counts[0].count), (25_000, 2, 12_500));
    let source = KeptSource::lay_out(model, batch, fixture.folder(), folder.path()).unwrap();
    let page = |code: &str, from, most| {
        let found = source.problems(code, (from, most), options(&fixture), &Watch::default());
        found.unwrap().iter().map(|problem| problem.row).collect::<Vec<u32>>()
    };
    assert_eq!(page("digits-lost", 0, 3), [2, 4, 6]);
    assert_eq!(page("digits-lost", 12_497, 100), [24_996, 24_998, 25_000]);
    assert_eq!(page("phone-unread", 12_499, 100), [25_001]);
    assert_eq!(page("ragged", 0, 100), [0_u32; 0]);
    let rejects = folder.path().join("left out.csv");
    assert_eq!(source.write_rejects(&rejects, options(&fixture)).unwrap(), 12_500);
    assert_eq!(fs::read_to_string(&rejects).unwrap().lines().count(), 12_501);
}
