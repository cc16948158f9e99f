//! Files that are looked at before they are imported, and what is kept of them afterwards.

use std::{fmt::Write as _, fs, path::Path, sync::Arc};

use fairlead::{
    domain::{Decision, ImportBatch, Kind, PairState, RecordId, Timestamp, Value},
    engine::{
        Fate, ImportOptions, ImportReport, KeptReport, KeptUndo, OnMatch, Request, Verdict, With,
    },
    exchange::{
        self, Adjustments, Checked, DateOrder, Held, KeptSource, Opened, Options, StageOptions,
        Stager, TableOptions, Targets, Understood, Watch, Wish,
    },
    i18n::Lang,
};
use serde_json::json;

use crate::fixture::{Fixture, START, crm};

fn options(fixture: &Fixture, on_match: OnMatch) -> StageOptions {
    let import = ImportOptions { on_match, lang: Lang::En, ..ImportOptions::default() };
    StageOptions { import, ..StageOptions::of(fixture.crm.model(), Lang::En) }
}

fn held(path: &Path) -> Arc<Held> {
    let opened = exchange::open_path(path, &Options::default()).unwrap();
    let (file, draft) = opened.into_tables().remove(0);
    let hash = exchange::hash_source(&file).unwrap();
    Held::read(draft, (file, 0), &hash, &Watch::default()).unwrap()
}

fn check(fixture: &Fixture, held: &Arc<Held>, options: &StageOptions) -> (Arc<Stager>, Checked) {
    let own = understood(held, options);
    (Arc::clone(&own.stager), check_last(fixture, &[own], options))
}

fn understood(held: &Arc<Held>, options: &StageOptions) -> Understood {
    let stager = Stager::new(exchange::understood(held, options).unwrap(), options);
    Understood { held: Arc::clone(held), stager: Arc::new(stager) }
}

/// What becomes of the last of some tables that are imported one after the other.
fn check_last(fixture: &Fixture, tables: &[Understood], options: &StageOptions) -> Checked {
    let store = fixture.crm.store();
    let read = |records: &[RecordId]| {
        let found = store.read_all(records)?;
        Ok(found.into_iter().map(|(record, stored)| (record, stored.row)).collect())
    };
    let on = (fixture.crm.model().as_ref(), options.import.on_match, Timestamp(START));
    exchange::check(tables, on, &read, &Watch::default()).unwrap()
}

/// Imports a table as it was looked at.
fn import(fixture: &mut Fixture, held: &Held, options: &StageOptions) -> ImportReport {
    let opened: Opened = exchange::open_path(&held.path, &options.read).unwrap();
    let table = TableOptions {
        place: held.place,
        wishes: options.wishes.clone(),
        adjustments: Arc::clone(&options.adjustments),
        hash: held.hash.clone(),
    };
    let folder = fixture.folder().to_owned();
    let job = opened.staged_as(&folder, options, &[table]).unwrap().remove(0);
    fixture.request(Request::Import(Box::new(job))).unwrap().import.unwrap()
}

#[track_caller]
fn assert_kept(checked: &Checked, report: &ImportReport, of: &str) {
    let count = |fates: &[Fate]| fates.iter().map(|fate| checked.count(*fate) as u64).sum::<u64>();
    let promised = [
        count(&[Fate::New, Fate::Conflict]),
        count(&[Fate::Update, Fate::Duplicate]),
        count(&[Fate::Skip]),
        count(&[Fate::Error]),
    ];
    assert_eq!(promised, [report.new, report.updated, report.skipped, report.rejected], "{of}");
    assert_eq!(promised.iter().sum::<u64>(), report.rows, "{of}");
}

/// Cards of few people, many of them twice, some almost: the same numbers for everyone who runs it.
fn alike(rows: u64, seed: u64) -> String {
    let mut text = "姓名,公司,手機,Email,收集日期\n".to_owned();
    let mut state = seed;
    let mut next = |below: u64| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    for _ in 0..rows {
        let (name, company) = (next(23), next(7));
        let mobile =
            if next(3) == 0 { String::new() } else { format!("0912{:06}", 700 + next(40)) };
        let mail =
            if next(3) == 0 { String::new() } else { format!("n{}@c{company}.example", next(30)) };
        let name =
            ["王小明", "李大華", "陳怡君", "林志豪", "張家瑜", "黃淑芬"][(name % 6) as usize];
        let day = 1 + next(27);
        writeln!(text, "{name},公司{company}股份有限公司,{mobile},{mail},2026-03-{day:02}")
            .unwrap();
    }
    text
}

#[test]
fn the_check_promises_what_the_import_does() {
    for (seed, on_match) in [
        (1, OnMatch::Fill),
        (2, OnMatch::Overwrite),
        (3, OnMatch::Keep),
        (4, OnMatch::Skip),
        (5, OnMatch::New),
        (6, OnMatch::Fill),
    ] {
        let mut fixture = crm();
        for (file, rows) in [("known.csv", 150), ("cards.csv", 1_300)] {
            let path = fixture.folder().join(file);
            fs::write(&path, alike(rows, seed + rows)).unwrap();
            let options = options(&fixture, on_match);
            let held = held(&path);
            let (_, checked) = check(&fixture, &held, &options);
            let report = import(&mut fixture, &held, &options);
            assert_kept(&checked, &report, &format!("{file} {seed} {on_match:?}"));
            assert_eq!(checked.count(Fate::Conflict) > 0, report.to_review > 0);
        }
    }
}

#[test]
fn files_that_come_together_are_checked_one_after_the_other() {
    for (seed, on_match) in
        [(11, OnMatch::Fill), (12, OnMatch::Overwrite), (13, OnMatch::Skip), (14, OnMatch::New)]
    {
        let mut fixture = crm();
        let options = options(&fixture, on_match);
        let files = [("a.csv", 90), ("b.csv", 1_100), ("c.csv", 200)].map(|(file, rows)| {
            let path = fixture.folder().join(file);
            fs::write(&path, alike(rows, seed + rows)).unwrap();
            held(&path)
        });
        let tables = files.each_ref().map(|held| understood(held, &options));
        let checked: Vec<Checked> = (1..=3)
            .map(|tables_at_hand| check_last(&fixture, &tables[..tables_at_hand], &options))
            .collect();
        for (held, checked) in files.iter().zip(&checked) {
            let report = import(&mut fixture, held, &options);
            assert_kept(checked, &report, &format!("{} {on_match:?}", held.path.display()));
        }
        let earlier = |it: &&Verdict| matches!(it.with, With::Earlier(0 | 1, _));
        assert_eq!(checked[2].verdicts.iter().any(|it| earlier(&it)), on_match != OnMatch::New);
    }
}

#[test]
fn what_a_person_decides_is_done() {
    let mut fixture = crm();
    let known = fixture.lead_with(json!({
        "name": "王小明", "company": "大同", "phones": [{"raw": "0912-345-678"}],
    }));
    let path = fixture.folder().join("cards.csv");
    let rows =
        "姓名,公司,手機\n陳大文,聲寶,0912-345-678\n王小明,大同,0912 345 678\n林怡,甲,\n林怡,乙,\n";
    fs::write(&path, rows).unwrap();
    let mut options = options(&fixture, OnMatch::Fill);
    let held = held(&path);
    let (_, before) = check(&fixture, &held, &options);
    assert_eq!(before.verdict(0).fate, Fate::Conflict, "one mobile, two names");
    assert_eq!(before.verdict(1).fate, Fate::Update);
    let mut decided = Adjustments::default();
    decided.decide(0, Some(Decision::Known(known.record())));
    decided.decide(1, Some(Decision::Skip));
    decided.decide(3, Some(Decision::Row(2)));
    options.adjustments = Arc::new(decided);
    let (_, checked) = check(&fixture, &held, &options);
    let fates: Vec<Fate> = checked.verdicts.iter().map(|verdict| verdict.fate).collect();
    assert_eq!(fates, [Fate::Update, Fate::Skip, Fate::New, Fate::Duplicate]);
    let report = import(&mut fixture, &held, &options);
    assert_kept(&checked, &report, "decided");
    assert_eq!(fixture.crm.model().leads.len(), 2);
}

#[test]
fn who_is_told_to_be_another_person_is_not_asked_about_again() {
    let mut fixture = crm();
    let known = json!({"name": "王小明", "phones": [{"raw": "0912-345-678"}]});
    fixture.lead_with(known);
    let path = fixture.folder().join("cards.csv");
    fs::write(&path, "姓名,手機\n陳大文,0912-345-678\n").unwrap();
    let mut options = options(&fixture, OnMatch::Fill);
    let held = held(&path);
    let mut decided = Adjustments::default();
    decided.decide(0, Some(Decision::New));
    options.adjustments = Arc::new(decided);
    let (_, checked) = check(&fixture, &held, &options);
    assert_eq!(checked.count(Fate::New), 1);
    let report = import(&mut fixture, &held, &options);
    assert_eq!((report.new, report.to_review), (1, 0));
    let pairs: Vec<PairState> =
        fixture.crm.model().pairs.iter().map(|(_, pair)| pair.state).collect();
    assert_eq!(pairs, [PairState::Apart]);
}

#[test]
fn rules_and_cells_put_rows_right() {
    let fixture = crm();
    let path = fixture.folder().join("cards.csv");
    let rows = "姓名,手機,收集日期,Email\n王小明,9.12346E+08,03/04/2026,a@b\n李四,13800138000,2026-03-04,\n";
    fs::write(&path, rows).unwrap();
    let mut options = options(&fixture, OnMatch::Fill);
    let held = held(&path);
    let (_, before) = check(&fixture, &held, &options);
    assert_eq!((before.count(Fate::Error), before.groups.len()), (1, 3));
    let mut put_right = Adjustments::default();
    put_right.set_cell(0, 1, "0912-345-678");
    put_right.set_rule(2, |rule| rule.dates = Some(DateOrder::DayMonthYear));
    put_right.set_rule(3, |rule| rule.leaves_out = true);
    options.adjustments = Arc::new(put_right);
    let (stager, checked) = check(&fixture, &held, &options);
    assert!(checked.groups.is_empty(), "{:?}", checked.groups);
    let lead = stager.staged(0, &held.line(0)).lead;
    assert_eq!(lead.phones[0].e164, "+886912345678");
    assert!(lead.captured_at.unwrap().iso().starts_with("2026-04-0"));
    assert_eq!(lead.notes, "", "what is left out is not kept in the notes either");
}

#[test]
fn a_column_goes_to_a_field_that_users_made_and_the_mapping_is_saved_by_name() {
    let mut fixture = crm();
    for (name, shape, choices) in
        [("tons", "number", json!([])), ("plan", "picklist", json!(["Gold plan", "Silver"]))]
    {
        let field = json!({"kind": "lead", "name": name, "shape": shape, "choices": choices});
        fixture.command("add_field", field).unwrap();
    }
    let path = fixture.folder().join("cards.csv");
    fs::write(&path, "姓名,數量,方案\n王小明,\"1,200.5\",gold plan\n李四,many,Bronze\n").unwrap();
    let model = fixture.crm.model();
    let targets = Targets::of(model);
    let wish = |column: &str, field: &str| Wish::among(&targets, column, Some(field)).unwrap();
    let mut options = options(&fixture, OnMatch::Fill);
    options.wishes = vec![wish("數量", "tons"), wish("方案", "plan")];
    options.import.template = "展會名單".to_owned();
    let held = held(&path);
    let report = import(&mut fixture, &held, &options);
    let unread: Vec<&str> = report.problems.iter().map(|it| it.problem.code).collect();
    assert_eq!((report.new, unread), (2, vec!["value-unread", "value-unread"]));
    let tag = |name: &str| fixture.crm.model().field(Kind::Lead, name).unwrap().tag;
    let rows =
        fixture.crm.model().leads.rows().map(|row| fixture.crm.model().leads.id(row).unwrap());
    let rows: Vec<_> = rows.map(|id| fixture.row(id)).collect();
    let with = rows.iter().find(|row| !row.get(tag("plan")).is_empty()).unwrap();
    assert_eq!(with.get(tag("plan")), &Value::Choice("Gold plan".into()));
    assert_eq!(with.get(tag("tons")), &Value::Decimal("1200.5".parse().unwrap()));
    let saved = exchange::named_map(fixture.crm.model(), "展會名單").unwrap();
    assert!(saved.contains(&wish("數量", "tons")));
    assert!(exchange::named_map(fixture.crm.model(), "no such name").is_err());
}

#[test]
fn a_batch_keeps_its_report_its_file_and_what_was_taken_back() {
    let mut fixture = crm();
    let path = fixture.folder().join("cards.csv");
    fs::write(&path, "姓名,手機,代號\n王小明,9.12346E+08,A1\n李四,0911-111-111,A2\n").unwrap();
    let opts = options(&fixture, OnMatch::Fill);
    let held = held(&path);
    let report = import(&mut fixture, &held, &opts);
    assert_eq!((report.new, report.rejected), (1, 1));
    let (id, batch) =
        fixture.crm.model().import_batches.iter().next().map(|(id, it)| (id, it.clone())).unwrap();
    let kept = KeptReport::of(&batch);
    assert_eq!((kept.problem_count, kept.problems[0].code.as_str()), (1, "digits-lost"));
    fs::remove_file(&path).unwrap();
    let folder = fixture.folder().join("again");
    let source =
        KeptSource::lay_out(fixture.crm.model(), &batch, fixture.folder(), &folder).unwrap();
    let rejects = fixture.folder().join("rejects.csv");
    assert_eq!(source.write_rejects(&rejects, opts.clone()).unwrap(), 1);
    assert!(fs::read_to_string(&rejects).unwrap().contains("9.12346E+08"));
    // Another column of the kept file is mapped: who is known already gets it.
    let mut more = opts;
    more.wishes = vec![Wish::new("代號", Some("external_id")).unwrap()];
    let again = import(&mut fixture, &self::held(&source.path), &more);
    assert_eq!((again.new, again.updated), (0, 1));
    let command = u64::try_from(batch.command.unwrap()).unwrap();
    let undone = fixture.request(Request::UndoCommand(command)).unwrap().undo.unwrap();
    assert_eq!(undone.kept.len(), 1, "the lead was changed since");
    assert!(fixture.crm.model().import_batches.get(id).is_none());
    let row = fixture.row(id.record());
    let batch = <ImportBatch as fairlead::domain::Fields>::from_row(row);
    let told = KeptUndo::of(&batch).unwrap();
    assert!(batch.undone_at.is_some());
    assert_eq!((told.reversed, told.kept_count), (undone.reversed, 1));
    assert_eq!(told.kept().collect::<Vec<_>>(), undone.kept);
    fixture.request(Request::Redo).unwrap();
    let again = fixture.crm.model().import_batches.get(id).unwrap();
    assert!(again.undone_at.is_none() && again.undone.is_empty());
}

#[test]
fn a_file_that_changed_since_it_was_looked_at_is_not_imported() {
    let fixture = crm();
    let path = fixture.folder().join("cards.csv");
    fs::write(&path, "姓名\n王小明\n").unwrap();
    let held = held(&path);
    fs::write(&path, "姓名\n李四\n").unwrap();
    let options = options(&fixture, OnMatch::Fill);
    let opened = exchange::open_path(&path, &Options::default()).unwrap();
    let table = TableOptions { hash: held.hash.clone(), ..TableOptions::default() };
    let refused = opened.staged_as(fixture.folder(), &options, &[table]).err().unwrap();
    assert_eq!(refused.code(), "file-changed-since");
}
