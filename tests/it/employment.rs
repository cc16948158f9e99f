//! A card is a dated snapshot of where its person works, in whichever order cards come in.

use std::{fs, path::Path};

use fairlead::{
    domain::{Contact, Employment, Fields as _, Id, Kind, Lead},
    engine::{ImportOptions, OnMatch, Request},
    exchange::{self, StageOptions},
    i18n::Lang,
};
use serde_json::json;

use crate::fixture::{Fixture, crm};

const HEAD: &str = "姓名,公司,職稱,手機,收集日期\n";
const OLD: &str = "王小明,大同股份有限公司,經理,0912-345-678,2024-06-05\n";
const NEW: &str = "王小明,聲寶股份有限公司,副總經理,0912-345-678,2026-05-20\n";

fn import(fixture: &mut Fixture, folder: &Path, rows: &str, on_match: OnMatch) {
    let path = folder.join("cards.csv");
    fs::write(&path, format!("{HEAD}{rows}")).unwrap();
    let import = ImportOptions { on_match, ..ImportOptions::default() };
    let options = StageOptions { import, ..StageOptions::of(fixture.crm.model(), Lang::En) };
    let job = exchange::stage_file(&path, &options).unwrap().remove(0);
    let report = fixture.request(Request::Import(Box::new(job))).unwrap().import.unwrap();
    let is_captured =
        |column: &fairlead::engine::MappedColumn| column.field.as_deref() == Some("captured_at");
    assert!(report.mapping.iter().any(is_captured), "{:?}", report.mapping);
}

fn only_lead(fixture: &Fixture) -> Lead {
    let leads = &fixture.crm.model().leads;
    let rows: Vec<usize> = leads.rows().collect();
    let [row] = rows[..] else { panic!("one lead") };
    fixture.get(Id::of(leads.id(row).unwrap()).unwrap())
}

/// Each employment as `company title from..to`.
fn told(employments: &[Employment]) -> Vec<String> {
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let told = employments
        .iter()
        .map(|it| format!("{} {} {}..{}", it.company, it.title, day(it.from), day(it.to)));
    told.collect()
}

#[test]
fn a_newer_card_closes_the_old_employment_and_opens_the_new() {
    for on_match in [OnMatch::Fill, OnMatch::Overwrite] {
        let mut fixture = crm();
        let folder = tempfile::tempdir().unwrap();
        import(&mut fixture, folder.path(), OLD, on_match);
        let before = fixture.content();
        import(&mut fixture, folder.path(), NEW, on_match);
        let lead = only_lead(&fixture);
        assert_eq!(
            (lead.company.as_str(), lead.job_title.as_str()),
            ("聲寶股份有限公司", "副總經理")
        );
        let expected =
            ["大同股份有限公司 經理 ..2026-05-20", "聲寶股份有限公司 副總經理 2026-05-20.."];
        assert_eq!(told(&lead.employments), expected);
        let after = fixture.content();
        fixture.request(Request::Undo).unwrap();
        assert_eq!(fixture.content(), before);
        fixture.request(Request::Redo).unwrap();
        assert_eq!(fixture.content(), after);
    }
}

#[test]
fn an_older_card_never_rolls_back_the_present() {
    for on_match in [OnMatch::Fill, OnMatch::Overwrite] {
        let mut fixture = crm();
        let folder = tempfile::tempdir().unwrap();
        import(&mut fixture, folder.path(), NEW, on_match);
        import(&mut fixture, folder.path(), OLD, on_match);
        let lead = only_lead(&fixture);
        assert_eq!(
            (lead.company.as_str(), lead.job_title.as_str()),
            ("聲寶股份有限公司", "副總經理")
        );
        assert_eq!(told(&lead.employments), ["大同股份有限公司 經理 2024-06-05..2026-05-20"]);
        import(&mut fixture, folder.path(), OLD, on_match);
        assert_eq!(only_lead(&fixture), lead, "the same card again says nothing new");
    }
}

#[test]
fn both_cards_in_one_file_come_to_the_same() {
    for rows in [format!("{OLD}{NEW}"), format!("{NEW}{OLD}")] {
        let mut fixture = crm();
        let folder = tempfile::tempdir().unwrap();
        import(&mut fixture, folder.path(), &rows, OnMatch::Fill);
        let lead = only_lead(&fixture);
        assert_eq!(lead.company, "聲寶股份有限公司", "{rows}");
        let past: Vec<&Employment> = lead.employments.iter().filter(|it| it.to.is_some()).collect();
        assert_eq!((past.len(), past[0].company.as_str()), (1, "大同股份有限公司"));
    }
}

#[test]
fn a_card_of_the_same_company_confirms_and_a_card_between_is_older() {
    let mut fixture = crm();
    let folder = tempfile::tempdir().unwrap();
    let card = |company: &str, day: &str| format!("王小明,{company},經理,0912-345-678,{day}\n");
    import(&mut fixture, folder.path(), &card("聲寶股份有限公司", "2024-01-10"), OnMatch::Fill);
    import(&mut fixture, folder.path(), &card("聲寶", "2026-03-01"), OnMatch::Fill);
    assert_eq!(told(&only_lead(&fixture).employments), ["聲寶股份有限公司 經理 2024-01-10.."]);
    import(&mut fixture, folder.path(), &card("大同股份有限公司", "2025-07-01"), OnMatch::Fill);
    assert_eq!(only_lead(&fixture).company, "聲寶股份有限公司");
}

#[test]
fn nothing_moves_where_only_phones_and_mails_are_added() {
    for on_match in [OnMatch::Keep, OnMatch::Skip] {
        let mut fixture = crm();
        let folder = tempfile::tempdir().unwrap();
        import(&mut fixture, folder.path(), OLD, on_match);
        import(&mut fixture, folder.path(), NEW, on_match);
        let lead = only_lead(&fixture);
        assert_eq!((lead.company.as_str(), lead.employments.len()), ("大同股份有限公司", 0));
    }
}

#[test]
fn an_undated_card_of_a_company_one_has_left_is_old() {
    let mut fixture = crm();
    let folder = tempfile::tempdir().unwrap();
    import(&mut fixture, folder.path(), &format!("{OLD}{NEW}"), OnMatch::Fill);
    let before = only_lead(&fixture);
    let undated = "王小明,大同股份有限公司,經理,0912-345-678,\n";
    import(&mut fixture, folder.path(), undated, OnMatch::Fill);
    assert_eq!(only_lead(&fixture).company, before.company);
}

#[test]
fn a_contact_who_moved_holds_no_position_at_the_old_company() {
    let mut fixture = crm();
    let folder = tempfile::tempdir().unwrap();
    let old = fixture.create(Kind::Account, json!({"name": "大同股份有限公司"}));
    let contact = fixture.create(
        Kind::Contact,
        json!({"name": "王小明", "source": "referral", "job_title": "經理",
            "phones": [{"raw": "0912-345-678", "kind": "mobile"}],
            "accounts": [{"account": old.uuid, "title": "經理", "active": true}]}),
    );
    let before = fixture.content();
    let card = "王小明,聲寶股份有限公司,副總經理,0912-345-678,2026-12-20\n";
    import(&mut fixture, folder.path(), card, OnMatch::Fill);
    let moved = Contact::from_row(fixture.row(contact));
    assert_eq!(moved.job_title, "副總經理");
    let expected = ["大同股份有限公司 經理 ..2026-12-20", "聲寶股份有限公司 副總經理 2026-12-20.."];
    assert_eq!(told(&moved.employments), expected);
    assert!(!moved.accounts[0].active);
    fixture.request(Request::Undo).unwrap();
    assert_eq!(fixture.content(), before);
}
