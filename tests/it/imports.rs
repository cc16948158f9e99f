//! Files of cards become leads, once, and can be taken back.

use std::{fs, path::Path};

use fairlead::{
    domain::{Id, Kind, Lead},
    engine::{Begun, ImportOptions, ImportReport, OnMatch, Request, batch_named},
    exchange::{self, StageOptions},
    i18n::Lang,
};
use serde_json::json;

use crate::fixture::{Fixture, crm};

const CARDS: &str = "tests/data/cards_big5.csv";

fn options(fixture: &Fixture, import: ImportOptions) -> StageOptions {
    StageOptions { import, ..StageOptions::of(fixture.crm.model(), Lang::En) }
}

fn import(fixture: &mut Fixture, path: &Path, import: ImportOptions) -> ImportReport {
    let options = options(fixture, import);
    let job = exchange::stage_file(path, &options).unwrap().remove(0);
    let report = fixture.request(Request::Import(Box::new(job))).unwrap().import.unwrap();
    assert_eq!(report.rows, report.new + report.updated + report.skipped + report.rejected);
    report
}

fn campaign(name: &str) -> ImportOptions {
    ImportOptions { campaign: Some(name.to_owned()), ..ImportOptions::default() }
}

/// A file of so many different people.
fn cards(folder: &Path, count: usize) -> std::path::PathBuf {
    let path = folder.join("cards.csv");
    let mut text = "姓名,公司,行動電話,Email\r\n".to_owned();
    for number in 0..count {
        text.push_str(&format!("王{number:05},公司{number:05}股份有限公司,0912{number:06},n{number}@c{number}.example\r\n"));
    }
    fs::write(&path, text).unwrap();
    path
}

#[test]
fn a_big5_file_gives_the_right_names_and_the_second_time_nothing_new() {
    let mut fixture = crm();
    let report = import(&mut fixture, Path::new(CARDS), campaign("Computex 2026"));
    assert_eq!(report.layout.encoding.as_deref(), Some("Big5"));
    assert_eq!((report.rows, report.new, report.rejected), (30, 1, 0));
    let again = import(&mut fixture, Path::new(CARDS), campaign("Computex 2026"));
    assert_eq!((again.rows, again.new), (30, 0));
    let model = fixture.crm.model();
    let row = model.leads.rows().next().unwrap();
    assert_eq!(model.leads.text(fairlead::domain::Lead::name, row), "王小明");
    assert_eq!(model.leads.text(fairlead::domain::Lead::company, row), "測試精密工業股份有限公司");
    let (id, computex) = model.campaigns.iter().next().unwrap();
    assert_eq!(computex.name, "Computex 2026");
    assert_eq!(model.lead_derived(row).unwrap().memberships().collect::<Vec<_>>(), [(id.0, true)]);
}

#[test]
fn a_large_import_is_one_command_that_is_undone_and_redone() {
    let mut fixture = crm();
    let folder = tempfile::tempdir().unwrap();
    let path = cards(folder.path(), 2_500);
    let before = fixture.content();
    let report = import(&mut fixture, &path, campaign("展"));
    assert_eq!((report.rows, report.new), (2_500, 2_500));
    assert_eq!(fixture.crm.model().leads.len(), 2_500);
    let after = fixture.content();
    let undone = fixture.request(Request::Undo).unwrap().undo.unwrap();
    assert_eq!((undone.command.as_str(), undone.kept.len(), undone.failed.len()), ("import", 0, 0));
    assert_eq!(fixture.content(), before);
    assert_eq!(fixture.crm.model().leads.len(), 0);
    fixture.request(Request::Redo).unwrap();
    assert_eq!(fixture.content(), after);
    let mut fixture = fixture.crashed();
    assert_eq!(fixture.content(), after);
    assert_eq!(import(&mut fixture, &path, campaign("展")).new, 0);
}

#[test]
fn what_was_edited_since_an_import_is_kept_when_it_is_undone() {
    let mut fixture = crm();
    let folder = tempfile::tempdir().unwrap();
    let report = import(&mut fixture, &cards(folder.path(), 3), campaign("展"));
    let leads = &fixture.crm.model().leads;
    let edited = leads.id(leads.rows().next().unwrap()).unwrap();
    fixture
        .command("set", json!({"kind": "lead", "ids": [edited.uuid], "values": {"need": "x"}}))
        .unwrap();
    let (_, command) = batch_named(fixture.crm.model(), &report.batch).unwrap();
    let undone = fixture.request(Request::UndoCommand(command)).unwrap().undo.unwrap();
    // The campaign that the import made stays with who is left of it.
    let joined = fixture.get(Id::<Lead>::of(edited).unwrap()).memberships;
    let campaign = joined.first().unwrap().campaign.unwrap().record();
    assert_eq!(undone.kept, [edited, campaign]);
    assert_eq!(fixture.crm.model().leads.len(), 1);
    assert!(fixture.crm.model().has(campaign));
}

#[test]
fn a_dry_run_and_a_cancelled_import_leave_nothing() {
    let mut fixture = crm();
    let folder = tempfile::tempdir().unwrap();
    let path = cards(folder.path(), 1_500);
    let before = fixture.content();
    let dry = ImportOptions { is_dry_run: true, ..campaign("展") };
    assert_eq!(import(&mut fixture, &path, dry).new, 1_500);
    assert_eq!(fixture.content(), before);
    let job = exchange::stage_file(&path, &options(&fixture, campaign("展"))).unwrap().remove(0);
    let Begun::Large(mut large) =
        fixture.crm.begin(fixture.actor, Request::Import(Box::new(job))).unwrap()
    else {
        panic!("an import is large");
    };
    assert!(fixture.crm.step(&mut large).unwrap());
    assert_eq!(fixture.crm.model().leads.len(), 0, "nothing is seen before the end");
    fixture.command("create", json!({"kind": "lead", "values": {"name": "between"}})).unwrap();
    fixture.crm.abort(&mut large);
    assert_eq!(fixture.crm.model().leads.len(), 1);
    assert!(fixture.crm.store_mut().check().unwrap().is_sound);
    assert_eq!(fixture.reopened().crm.model().leads.len(), 1);
}

#[test]
fn small_commands_run_between_the_slices_of_a_large_one() {
    let mut fixture = crm();
    let leads: Vec<String> =
        (0..1_200).map(|number| fixture.lead(&format!("n{number}"), "").to_string()).collect();
    let set = json!({"kind": "lead", "ids": leads, "values": {"hall": "A"}});
    let command = fairlead::engine::Command::from_json("set", set).unwrap();
    let Begun::Large(mut large) = fixture.crm.begin(fixture.actor, Request::Run(command)).unwrap()
    else {
        panic!("1,200 records are large");
    };
    assert!(fixture.crm.step(&mut large).unwrap());
    let between = json!({"kind": "lead", "ids": [leads[0]], "values": {"booth": "7"}});
    fixture.command("set", between).unwrap();
    while fixture.crm.step(&mut large).unwrap() {}
    fixture.crm.finish(*large).unwrap();
    let mut fixture = fixture.crashed();
    let content = fixture.content();
    let halls =
        content.values().filter(|row| row.get(fairlead::domain::Lead::hall).as_text() == Some("A"));
    assert_eq!(halls.count(), 1_200);
    let booths = content
        .values()
        .filter(|row| row.get(fairlead::domain::Lead::booth).as_text() == Some("7"));
    assert_eq!(booths.count(), 1, "what was saved in between is not lost");
}

#[test]
fn a_known_person_is_filled_overwritten_kept_or_skipped() {
    for (on_match, company, title, counted) in [
        // A newer card says where someone works now.
        (OnMatch::Fill, "新公司", "經理", "updated"),
        (OnMatch::Overwrite, "新公司", "經理", "updated"),
        (OnMatch::Keep, "舊公司", "", "updated"),
        (OnMatch::Skip, "舊公司", "", "skipped"),
    ] {
        let mut fixture = crm();
        let folder = tempfile::tempdir().unwrap();
        let known = fixture.lead_with(
            json!({"name": "王小明", "company": "舊公司", "phones": [{"raw": "0912-345-678"}]}),
        );
        let path = folder.path().join("one.csv");
        fs::write(&path, "姓名,公司,職稱,手機\n王小明,新公司,經理,0912 345 678\n").unwrap();
        let report = import(&mut fixture, &path, ImportOptions { on_match, ..campaign("展") });
        let lead = fixture.get(known);
        assert_eq!(
            (lead.company.as_str(), lead.job_title.as_str()),
            (company, title),
            "{on_match:?}"
        );
        assert_eq!(
            (report.new, report.updated, report.skipped),
            (0, u64::from(counted == "updated"), u64::from(counted == "skipped"))
        );
        assert_eq!((lead.phones.len(), lead.memberships.len()), (1, 1));
    }
}

#[test]
fn every_row_is_counted_and_every_rejection_has_its_sentence() {
    let mut fixture = crm();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mixed.csv");
    fs::write(&path, "姓名,手機,公司\n王小明,9.12346E+08,大同\n,,\n李四,0911-111-111,\n　,,\n")
        .unwrap();
    let report = import(&mut fixture, &path, ImportOptions::default());
    assert_eq!((report.new, report.rejected), (1, 1));
    let rejected: Vec<_> = report.problems.iter().filter(|it| it.problem.rejects).collect();
    assert_eq!(
        (rejected.len(), rejected[0].problem.row, rejected[0].problem.code),
        (1, 2, "digits-lost")
    );
    assert!(!rejected[0].reason.starts_with("problem-"));
    assert_eq!(fixture.crm.model().columns(Kind::Lead).unwrap().len(), 1);
}

#[test]
fn a_table_is_written_and_read_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("out.csv");
    let rows = [vec!["王小明".to_owned(), "+886 912-345-678".to_owned()]];
    let headers = ["姓名".to_owned(), "手機".to_owned()];
    assert_eq!(exchange::write_csv(&path, &headers, rows.into_iter().map(Ok)).unwrap(), 1);
    let mut fixture = crm();
    assert_eq!(import(&mut fixture, &path, ImportOptions::default()).new, 1);
}

/// A disqualified lead that comes again is updated, and a person is asked whether to reopen it.
#[test]
fn a_disqualified_lead_that_comes_again_is_listed() {
    let mut fixture = crm();
    let folder = tempfile::tempdir().unwrap();
    let path = cards(folder.path(), 3);
    import(&mut fixture, &path, campaign("展"));
    let leads = &fixture.crm.model().leads;
    let gone = leads.id(leads.rows().next().unwrap()).unwrap();
    let stage = json!({"leads": [gone.uuid], "to": "disqualified", "reason": "no_interest"});
    fixture.command("stage", stage).unwrap();
    let report = import(&mut fixture, &path, campaign("Next"));
    let asked: Vec<_> = report.problems.iter().filter(|it| it.problem.code == "reopen").collect();
    assert_eq!(asked.len(), 1, "{report:?}");
    assert_eq!(asked[0].problem.value, fixture.get(Id::<Lead>::of(gone).unwrap()).name);
    assert_eq!(report.updated, 3);
}
