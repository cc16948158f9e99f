//! Every file of the test data imported into a workspace of its own: what it is, what became of its
//! rows, what was said.
//!
//! How the rows below were found: the files were read by other means and looked at. Delimited text by the csv
//! module of Python, in every encoding that decodes it; workbooks by openpyxl (xlsx), xlrd (xls), and the XML
//! of their parts (ods, strict xlsx); vCards by their unfolded TEL, EMAIL, FN and ORG lines; numbers that can be
//! dialled by Python's copy of Google's library, for the country that the row gives (a column, its address, its
//! other numbers, the end of its mail address) or else Taiwan. Rows are those with something to be seen below the
//! header. Pictures of codes by another library for them (zxing-cpp: how many, and the text of each);
//! `html_table.xls` by eye; files with a password by what says so in them (the stream EncryptedPackage,
//! encryption-data in the manifest); the bomb by its directory (61 kB say that they are 63 MB); `errors.xlsx` by
//! eye: seven cells, each with an error. Those of `aside/` say what the script that made the files put into them
//! (openpyxl, xlwt, odfpy, qrcode; the xlsb record by record); exports in other languages too.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use fairlead::{
    engine::{ImportReport, Request},
    exchange::{self, StageOptions},
    i18n::Lang,
};

use crate::{
    fixture::crm,
    readers::{plain, sample},
};

/// File; kind, encoding and header row; rows, new, updated and rejected; what was said how often.
const EXPECTED: &[(&str, &str, [u64; 4], &str)] = &[
    ("aside/bom_over_big5.csv", "csv UTF-8 + Big5 @1", [1, 1, 0, 0], "1 mixed-encoding"),
    ("aside/eight_ja.csv", "csv Shift_JIS @8", [3, 3, 0, 0], ""),
    ("aside/eras.csv", "csv UTF-8 @1", [7, 7, 0, 0], ""),
    ("aside/groups_v4.vcf", "vcf UTF-8 @0", [3, 2, 0, 1], "1 card-of-a-group"),
    ("aside/html_spans_nested.xls", "html UTF-8 @3", [3, 3, 0, 0], ""),
    ("aside/iso2022jp.csv", "csv ISO-2022-JP @1", [1, 1, 0, 0], ""),
    ("aside/links_and_numbers.xlsx", "xlsx - @1", [3, 3, 0, 0], "1 formula-empty, 1 mail-unread"),
    ("aside/merged_down.ods", "ods - @1", [2, 2, 0, 0], ""),
    ("aside/lost_byte.csv", "csv UTF-8 @1", [3, 3, 0, 0], "1 mixed-encoding, 1 undecodable"),
    ("aside/nothing_said.csv", "csv UTF-8 @1", [2, 2, 0, 0], ""),
    ("aside/qp_without_charset.vcf", "vcf UTF-8 @0", [1, 1, 0, 0], ""),
    ("aside/totals.csv", "csv UTF-8 @1", [6, 2, 0, 4], "4 totals-row"),
    ("headers/google_de.csv", "csv UTF-8 @1", [1, 1, 0, 0], ""),
    ("headers/google_zh.csv", "csv UTF-8 @1", [1, 1, 0, 0], ""),
    ("headers/hubspot_de.csv", "csv UTF-8 @1", [1, 1, 0, 0], ""),
    ("headers/linkedin_de.csv", "csv UTF-8 @4", [2, 2, 0, 0], ""),
    ("headers/outlook_de.csv", "csv windows-1252 @1", [1, 1, 0, 0], ""),
    ("headers/outlook_ja.csv", "csv Shift_JIS @1", [1, 1, 0, 0], ""),
    ("headers/outlook_ko.csv", "csv EUC-KR @1", [1, 1, 0, 0], ""),
    ("headers/salesforce_zh.csv", "csv UTF-8 @1", [1, 1, 0, 0], ""),
    ("headers/zoho_zh.csv", "csv UTF-8 @1", [1, 1, 0, 0], ""),
    ("aside/big5_pipe.csv", "csv Big5 @1", [2, 2, 0, 0], ""),
    ("aside/big5_names.zip", "csv UTF-8 @1", [1, 1, 0, 0], ""),
    ("aside/bomb.zip", "", [0, 0, 0, 0], "inflates-too-much"),
    ("aside/cards.ods", "ods - @1", [2, 2, 0, 0], ""),
    ("aside/cards.xlsb", "xlsb - @1", [2, 2, 0, 0], "1 sheet-left-out"),
    ("aside/euckr.csv", "csv EUC-KR @1", [2, 2, 0, 0], ""),
    ("aside/gb18030.csv", "csv GBK @1", [3, 3, 0, 0], ""),
    ("aside/gbk_names.zip", "csv UTF-8 @1", [1, 1, 0, 0], ""),
    ("aside/hkscs.csv", "csv Big5 @1", [3, 3, 0, 0], ""),
    ("aside/html_gb.xls", "html GBK @2", [1, 1, 0, 0], ""),
    ("aside/mac.zip", "csv UTF-8 @1", [1, 1, 0, 0], ""),
    ("aside/mecard.txt", "mecard UTF-8 @0", [2, 2, 0, 0], ""),
    ("aside/merged_two_row.xlsx", "xlsx - @4", [4, 2, 0, 2], "1 formula-empty, 2 totals-row"),
    ("aside/mixed.csv", "csv UTF-8 + Big5 @1", [3, 3, 0, 0], "1 mixed-encoding"),
    ("aside/name_company_cell.csv", "csv UTF-8 @1", [3, 3, 0, 0], ""),
    ("aside/nested.zip", "csv UTF-8 @1", [1, 1, 0, 0], "1 file-left-out"),
    ("aside/no_final_newline_cr.csv", "csv UTF-8 @1", [2, 2, 0, 0], ""),
    ("aside/phones.csv", "csv UTF-8 @1", [8, 8, 0, 0], ""),
    ("aside/qr.jpg", "qr UTF-8 @0", [1, 1, 0, 0], ""),
    ("aside/qr_23.png", "qr UTF-8 @0", [1, 1, 0, 0], ""),
    ("aside/qr_90.png", "qr UTF-8 @0", [1, 1, 0, 0], ""),
    ("aside/qr_inverse.png", "qr UTF-8 @0", [1, 1, 0, 0], ""),
    ("aside/qr_two_cards_in_one.png", "qr UTF-8 @0", [2, 2, 0, 0], ""),
    ("aside/qr_two.png", "qr UTF-8 @0", [2, 2, 0, 0], ""),
    ("aside/roc_dates.csv", "csv UTF-8 @1", [8, 8, 0, 0], ""),
    (
        "aside/serials.xlsx",
        "xlsx - @1; xlsx - @1",
        [3, 3, 0, 0],
        "2 formula-empty, 1 formula-error; ",
    ),
    (
        "aside/several_tables.xlsx",
        "xlsx - @1",
        [5, 3, 0, 2],
        "1 phone-unread, 1 repeated-header, 1 totals-row",
    ),
    ("aside/sjis_ext.csv", "csv Shift_JIS @1", [2, 2, 0, 0], ""),
    ("aside/tabs_quotes.txt", "csv UTF-8 @1", [2, 2, 0, 0], ""),
    ("aside/three_kinds.vcf", "vcf UTF-8 @0", [3, 3, 0, 0], ""),
    ("aside/traversal.zip", "csv UTF-8 @1", [1, 1, 0, 0], "1 file-left-out"),
    (
        "aside/two_tables.csv",
        "csv UTF-8 @2",
        [5, 3, 0, 2],
        "1 phone-unread, 1 ragged, 1 repeated-header, 1 title-row",
    ),
    ("aside/utf16be_nobom.csv", "csv UTF-16BE @1", [2, 2, 0, 0], ""),
    ("aside/utf16le_nobom.csv", "csv UTF-16LE @1", [2, 2, 0, 0], ""),
    ("aside/utf16le_nobom_han.csv", "csv UTF-16LE @1", [2, 2, 0, 0], ""),
    ("aside/w1252.csv", "csv windows-1252 @1", [1, 1, 0, 0], ""),
    ("aside/wechat.vcf", "vcf GBK @0", [1, 1, 0, 0], ""),
    ("aside/wide_comma.csv", "csv UTF-8 @1", [2, 2, 0, 0], ""),
    ("aside/xlwt.xls", "xls - @1", [2, 2, 0, 0], "1 sheet-left-out"),
    ("attack/formula_injection.csv", "csv UTF-8 @1", [3, 3, 0, 0], "2 phone-unread"),
    ("attack/truncated.xlsx", "", [0, 0, 0, 0], "damaged-file"),
    ("attack/two_corner_cells.xlsx", "xlsx - @0", [2, 0, 0, 2], "2 nobody, 1 too-many-columns"),
    ("attack/xxe_entities.xlsx", "", [0, 0, 0, 0], "damaged-file"),
    ("dirty/biff8_merged.xls", "xls - @1", [3, 3, 0, 0], ""),
    ("dirty/big5_cp950.csv", "csv Big5 @1", [30, 1, 29, 0], ""),
    ("dirty/big5_cp950_short.csv", "csv Big5 @1", [1, 1, 0, 0], ""),
    ("dirty/blank_rows_invisible.xlsx", "xlsx - @1", [1, 1, 0, 0], ""),
    ("dirty/bom_only.csv", "", [0, 0, 0, 0], "empty-file"),
    ("dirty/csv_named.xls", "csv Big5 @1", [1, 1, 0, 0], ""),
    ("dirty/duplicate_headers.csv", "csv UTF-8 @1", [1, 1, 0, 0], "1 phone-unread"),
    ("dirty/empty.csv", "", [0, 0, 0, 0], "empty-file"),
    ("dirty/excel_text_escape.csv", "csv UTF-8 @1", [3, 3, 0, 0], ""),
    ("dirty/excel_unicode_text_utf16le_tab.txt", "csv UTF-16LE @1", [3, 3, 0, 0], ""),
    ("dirty/formulas_no_cached_values.xlsx", "xlsx - @1", [1, 1, 0, 0], "3 formula-empty"),
    ("dirty/gbk.csv", "csv GBK @1", [30, 1, 29, 0], ""),
    ("dirty/gbk_short.csv", "csv GBK @1", [1, 1, 0, 0], ""),
    ("dirty/gbk_traditional_in_gbk.csv", "csv GBK @1", [1, 1, 0, 0], ""),
    ("dirty/header_only_big5.csv", "csv Big5 @1", [0, 0, 0, 0], ""),
    ("dirty/html_table.xls", "html UTF-8 @1", [1, 1, 0, 0], ""),
    ("dirty/multi_sheet_hidden.xlsx", "xlsx - @1", [4, 2, 2, 0], "3 sheet-left-out"),
    ("dirty/multi_value_cells.csv", "csv UTF-8 @1", [6, 6, 0, 0], ""),
    ("dirty/no_header.csv", "csv UTF-8 @0", [3, 3, 0, 0], ""),
    ("dirty/nul_bytes.csv", "csv UTF-8 @1", [1, 1, 0, 0], ""),
    ("dirty/phones_as_numbers.xlsx", "xlsx - @1", [3, 3, 0, 0], ""),
    ("dirty/pipe.csv", "csv UTF-8 @1", [3, 3, 0, 0], ""),
    ("dirty/ragged.csv", "csv UTF-8 @1", [3, 3, 0, 0], "2 ragged"),
    ("dirty/scientific_phone.csv", "csv UTF-8 @1", [4, 1, 0, 3], "3 digits-lost"),
    ("dirty/semicolon_bom.csv", "csv UTF-8 @1", [3, 3, 0, 0], ""),
    ("dirty/sep_line_excel.csv", "csv UTF-8 @2", [3, 3, 0, 0], ""),
    ("dirty/sjis_cp932.csv", "csv Shift_JIS @1", [1, 1, 0, 0], ""),
    ("dirty/title_rows_above_header.csv", "csv UTF-8 @4", [4, 3, 0, 1], "1 totals-row"),
    (
        "dirty/title_rows_merged_cells.xlsx",
        "xlsx - @5",
        [6, 4, 0, 2],
        "1 formula-empty, 2 totals-row",
    ),
    ("dirty/utf16be_bom.csv", "csv UTF-16BE @1", [3, 3, 0, 0], ""),
    ("dirty/utf8_bom.csv", "csv UTF-8 @1", [3, 3, 0, 0], ""),
    ("dirty/utf8_nobom.csv", "csv UTF-8 @1", [3, 3, 0, 0], ""),
    ("headers/android_zh_vcard21_qp_utf8.vcf", "vcf UTF-8 @0", [1, 1, 0, 0], ""),
    ("headers/camcard_intsig_redacted.vcf", "vcf UTF-8 @0", [1, 1, 0, 0], ""),
    ("headers/camcard_zh_TW.utf8sig.csv", "csv UTF-8 @1", [3, 3, 0, 0], ""),
    ("headers/eventbrite_attendees.utf8.csv", "csv UTF-8 @1", [3, 3, 0, 0], ""),
    ("headers/eventyay_leads.utf8.csv", "csv UTF-8 @1", [3, 3, 0, 0], ""),
    ("headers/fair_zh_TW_event_checkin.utf8.csv", "csv UTF-8 @1", [3, 3, 0, 0], ""),
    ("headers/fair_zh_TW_generic.utf8sig.csv", "csv UTF-8 @1", [3, 3, 0, 0], ""),
    ("headers/google_contacts_new.utf8.csv", "csv UTF-8 @1", [3, 3, 0, 0], ""),
    ("headers/hubspot_contact.utf8.csv", "csv UTF-8 @1", [3, 3, 0, 0], ""),
    ("headers/linkedin_connections.utf8.csv", "csv UTF-8 @4", [3, 3, 0, 0], ""),
    ("headers/mecard_payloads.txt", "mecard UTF-8 @0", [4, 4, 0, 0], "1 phone-unread"),
    ("headers/outlook_en.utf8.csv", "csv UTF-8 @1", [3, 3, 0, 0], ""),
    ("headers/outlook_zh_TW.cp950.csv", "csv Big5 @1", [3, 3, 0, 0], ""),
    ("headers/outlook_zh_TW_vcard21_qp_big5.vcf", "vcf UTF-8 @0", [1, 1, 0, 0], ""),
    ("headers/salesforce_lead.utf8.csv", "csv UTF-8 @1", [3, 3, 0, 0], ""),
    ("headers/thunderbird_en.utf8.csv", "csv UTF-8 @1", [3, 3, 0, 0], ""),
    ("headers/zoho_lead.utf8.csv", "csv UTF-8 @1", [3, 3, 0, 0], ""),
    ("qr/qr0_big5.png", "qr Big5 @0", [1, 1, 0, 0], ""),
    ("qr/qr0_gbk.png", "qr GBK @0", [1, 1, 0, 0], ""),
    ("qr/qr0_sjis.png", "qr Shift_JIS @0", [1, 1, 0, 0], ""),
    ("qr/qr0_utf8.png", "qr UTF-8 @0", [1, 1, 0, 0], ""),
    ("vcards/John_Doe_ANDROID.vcf", "vcf UTF-8 @0", [6, 6, 0, 0], "1 mail-unread, 8 phone-unread"),
    ("vcards/John_Doe_BLACK_BERRY.vcf", "vcf UTF-8 @0", [1, 1, 0, 0], ""),
    ("vcards/John_Doe_EVOLUTION.vcf", "vcf UTF-8 @0", [1, 1, 0, 0], ""),
    ("vcards/John_Doe_GMAIL.vcf", "vcf UTF-8 @0", [1, 1, 0, 0], "2 phone-unread"),
    ("vcards/John_Doe_IPHONE.vcf", "vcf UTF-8 @0", [1, 1, 0, 0], ""),
    ("vcards/John_Doe_LOTUS_NOTES.vcf", "vcf UTF-8 @0", [1, 1, 0, 0], "1 phone-unread"),
    ("vcards/John_Doe_MAC_ADDRESS_BOOK.vcf", "vcf UTF-8 @0", [1, 1, 0, 0], ""),
    ("vcards/John_Doe_MS_OUTLOOK.vcf", "vcf UTF-8 @0", [1, 1, 0, 0], ""),
    ("vcards/fullcontact.vcf", "vcf UTF-8 @0", [1, 1, 0, 0], "9 phone-unread"),
    ("vcards/gmail-list.vcf", "vcf UTF-8 @0", [3, 3, 0, 0], ""),
    ("vcards/gmail-single.vcf", "vcf UTF-8 @0", [1, 1, 0, 0], "2 phone-unread"),
    ("vcards/gmail-single2.vcf", "vcf UTF-8 @0", [1, 1, 0, 0], "10 phone-unread"),
    ("vcards/issue114.vcf", "vcf UTF-8 @0", [1, 1, 0, 0], ""),
    ("vcards/outlook-2003.vcf", "vcf UTF-8 @0", [1, 1, 0, 0], "4 phone-unread"),
    ("vcards/outlook-2007.vcf", "vcf UTF-8 @0", [1, 1, 0, 0], "4 phone-unread"),
    ("vcards/rfc2426-example.vcf", "vcf UTF-8 @0", [2, 2, 0, 0], ""),
    ("vcards/rfc6350-example.vcf", "vcf UTF-8 @0", [1, 1, 0, 0], ""),
    (
        "vcards/thunderbird-MoreFunctionsForAddressBook-extension.vcf",
        "vcf UTF-8 @0",
        [1, 1, 0, 0],
        "4 phone-unread",
    ),
    ("workbooks/any_sheets.xlsx", "xlsx - @0", [4, 0, 0, 4], "4 nobody, 2 sheet-left-out"),
    ("workbooks/biff5_write.xls", "xls - @0", [4, 0, 0, 4], "4 nobody"),
    ("workbooks/date.xls", "xls - @0", [3, 0, 0, 3], "3 nobody"),
    ("workbooks/date.xlsx", "xlsx - @0", [3, 0, 0, 3], "3 nobody"),
    ("workbooks/errors.xlsx", "", [0, 0, 0, 0], "errors-only"),
    ("workbooks/has_x000D_.xlsx", "xlsx - @0", [1, 1, 0, 0], ""),
    ("workbooks/inlineStr_with_value.xlsx", "xlsx - @1", [1, 1, 0, 0], ""),
    ("workbooks/merge_cells.xls", "xls - @0", [2, 2, 0, 0], ""),
    ("workbooks/merge_cells.xlsx", "xlsx - @0", [2, 2, 0, 0], ""),
    ("workbooks/merged_cells.ods", "ods - @0", [3, 0, 0, 3], "3 nobody"),
    ("workbooks/pass_protected.ods", "", [0, 0, 0, 0], "password-protected"),
    ("workbooks/pass_protected.xlsx", "", [0, 0, 0, 0], "password-protected"),
    ("workbooks/rph.xlsx", "xlsx - @0", [1, 0, 0, 1], "1 nobody"),
    ("workbooks/strict_iso_paths.xlsx", "xlsx - @1", [75, 0, 0, 75], "75 nobody"),
    ("workbooks/whitespace_trim.xlsx", "xlsx - @0; xlsx - @0", [6, 0, 0, 6], "3 nobody; 3 nobody"),
];

fn told(report: &ImportReport) -> String {
    let mut codes: BTreeMap<&str, usize> = BTreeMap::new();
    for found in &report.problems {
        *codes.entry(found.problem.code).or_default() += 1;
    }
    let codes = codes.iter().map(|(code, count)| format!("{count} {code}"));
    codes.collect::<Vec<_>>().join(", ")
}

fn imported(path: &Path) -> (String, [u64; 4], String) {
    let mut fixture = crm();
    let options = StageOptions { read: plain(), ..StageOptions::of(fixture.crm.model(), Lang::En) };
    let jobs = match exchange::stage_path(fixture.folder(), path, &options) {
        Ok(jobs) => jobs,
        Err(error) => return (String::new(), [0; 4], error.code().to_owned()),
    };
    let (mut kinds, mut counts, mut said) = (Vec::new(), [0; 4], Vec::new());
    for job in jobs {
        let report = fixture.request(Request::Import(Box::new(job))).unwrap().import.unwrap();
        assert_eq!(report.rows, report.new + report.updated + report.skipped + report.rejected);
        let layout = &report.layout;
        let encoding = layout.encoding.clone().unwrap_or_else(|| "-".to_owned());
        kinds.push(format!("{} {encoding} @{}", layout.kind, layout.header_row.unwrap_or(0)));
        for (sum, count) in
            counts.iter_mut().zip([report.rows, report.new, report.updated, report.rejected])
        {
            *sum += count;
        }
        said.push(told(&report));
    }
    (kinds.join("; "), counts, said.join("; "))
}

#[test]
fn every_sample_file_becomes_what_it_says() {
    let mut wrong = Vec::new();
    for path in files(&sample("")) {
        let name = path.strip_prefix(sample("")).unwrap().display().to_string();
        let (kind, counts, said) = imported(&path);
        let found = (name.as_str(), kind.as_str(), counts, said.as_str());
        if !EXPECTED.contains(&found) {
            wrong.push(format!("{found:?},"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.file_name().is_some_and(|name| name != "README.md") {
            found.push(path);
        }
    }
    found.sort();
    found
}
