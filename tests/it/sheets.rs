//! Workbooks with several sheets: what is said of each, and which are read.

use fairlead::{
    exchange::{self, Options},
    i18n::Lang,
};

use crate::readers::{plain, sample, summary};

fn named(names: &[&str]) -> Options {
    Options {
        sheets: names.iter().map(|name| (*name).to_owned()).collect(),
        counts_sheets: true,
        ..plain()
    }
}

/// The sheets of a workbook, each with what is said of it; + is read.
fn said(name: &str, options: &Options) -> Vec<String> {
    let drafts = exchange::open(&sample(name), options).unwrap();
    let sheets = drafts.first().unwrap().layout.sheets.iter();
    let mark = |is_read| if is_read { "+" } else { "-" };
    let words = |it| exchange::sheet_words(it, Lang::En);
    sheets.map(|it| format!("{}{}: {}", mark(it.is_read), it.name, words(it))).collect()
}

const BOOK: &str = "dirty/multi_sheet_hidden.xlsx";

#[test]
fn every_sheet_is_offered_with_its_rows_and_its_look() {
    assert_eq!(
        said(BOOK, &named(&[])),
        [
            "-說明: 1 row · words",
            "+3月5日: 2 rows · looks like cards",
            "+3月6日: 1 row · looks like cards",
            "+3月7日: 1 row · looks like cards",
            "-隱藏_選項: 1 row · another table · hidden",
            "-vh: 1 row · words · hidden",
        ]
    );
    assert_eq!(
        said("workbooks/any_sheets.xlsx", &named(&[])),
        [
            "+Visible: 4 rows · another table",
            "-Hidden: empty · hidden",
            "-VeryHidden: empty · hidden"
        ]
    );
}

#[test]
fn any_of_them_can_be_chosen_and_several_too() {
    let read = |names: &[&str]| summary(&sample(BOOK), &named(names));
    assert_eq!(read(&["3月7日"]), "xlsx - 3月7日 @1 1 3月7日王");
    assert_eq!(read(&["3月7日", "3月5日"]), "xlsx - 3月5日, 3月7日 @1 3 3月5日王");
    assert_eq!(read(&["3月7日", "vh"]), "xlsx - 3月7日 @1 1 3月7日王\nxlsx - vh @0 1 ");
    assert_eq!(read(&["3月8日"]), "error unknown-sheet");
    let among = Options { is_among_others: true, ..named(&["3月8日", "3月7日"]) };
    assert_eq!(summary(&sample(BOOK), &among), "xlsx - 3月7日 @1 1 3月7日王");
}
