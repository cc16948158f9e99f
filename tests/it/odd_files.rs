//! The readers, over files with odd bytes, large files, and files made to do harm.

use std::{
    fs,
    io::{Cursor, Write as _},
};

use fairlead::exchange;
use proptest::prelude::*;
use zip::write::SimpleFileOptions;

use crate::readers::{plain, read_bytes, sample, values};

#[test]
fn odd_texts_are_read() {
    let read = |bytes: &[u8]| read_bytes("cards.csv", bytes, &plain());
    assert_eq!(read("姓名，公司\n王小明，甲\n".as_bytes()), "csv UTF-8 '，' @1 1 王小明");
    assert_eq!(read("姓名,公司\r王小明,甲\r李四,乙\r".as_bytes()), "csv UTF-8 ',' @1 2 王小明");
    assert_eq!(
        read("姓名,公司,職稱\n王小明,\"甲,經理\n李四,乙,專員\n陳五,\"丙, 丁\",助理\n".as_bytes()),
        "csv UTF-8 ',' @1 3 王小明 2:unclosed-quote"
    );
    assert_eq!(
        read("聯絡人,,公司,,聯絡方式,\n姓名,職稱,名稱,部門,手機,Email\n王小明,a,b,c,1,d@x\n合計,,,,,1\n".as_bytes()),
        "csv UTF-8 ',' @2 2 王小明 4:totals-row!"
    );
    let wide: Vec<u8> =
        "姓名,公司\r\n王小明,甲\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(read(&wide), "csv UTF-16LE ',' @1 1 王小明");
    let mut mixed = "姓名,公司\n王小明,測試公司\n".as_bytes().to_vec();
    mixed.extend_from_slice(&encoding_rs::BIG5.encode("許功蓋,測試股份有限公司\n").0);
    assert_eq!(read(&mixed), "csv UTF-8 + Big5 ',' @1 2 王小明 3:mixed-encoding");
    let rare = encoding_rs::GB18030
        .encode("姓名,公司,地址\n张𠮷,示例科技有限公司,北京市海淀区中关村大街一号\n")
        .0;
    assert_eq!(read(&rare), "csv GBK ',' @1 1 张𠮷");
    let eight = "株式会社サンプルのEightで生成された名刺リストです。\r\n合計 1 件\r\n注1\r\n注2\r\n注3\r\n\r\n\r\n\
                 会社名,部署名,役職,姓,名,e-mail,郵便番号,住所,TEL会社,携帯電話,名刺交換日\r\n\
                 株式会社テスト,営業部,部長,山田,太郎,taro@example.co.jp,100-0001,東京都,03-1234-5678,090-1234-5678,2026/3/5\r\n";
    assert_eq!(read(&encoding_rs::SHIFT_JIS.encode(eight).0), "csv Shift_JIS ',' @8 1 太郎");
    let long = format!("姓名,備註\n王小明,\"{}\"\n", "很長的備註".repeat(200_000));
    assert_eq!(read(long.as_bytes()), "csv UTF-8 ',' @1 1 王小明 2:cell-cut");
    let endless = format!("姓名,備註\n王小明,{}\n李四,b\n", "x".repeat(17 << 20));
    assert_eq!(read(endless.as_bytes()), "csv UTF-8 ',' @1 2 王小明 2:cell-cut");
    assert_eq!(
        read("\u{feff}\n\n\n姓名,公司\n\n王小明,甲\n".as_bytes()),
        "csv UTF-8 ',' @4 1 王小明"
    );
}

#[test]
fn odd_cards_are_read() {
    let read = |bytes: &[u8]| read_bytes("cards.csv", bytes, &plain());
    let card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:王小明\r\nTEL;CELL:0912345678\r\nEND:VCARD\r\n";
    let wide: Vec<u8> = card.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(read(&wide), "vcf UTF-16LE  @0 1 王小明");
    assert_eq!(read(card.replace("\r\n", "\r\r\n").as_bytes()), "vcf UTF-8  @0 1 王小明");
    let old =
        "BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=BIG5:許;功蓋;;;\nFN;CHARSET=BIG5:許功蓋\nEND:VCARD\n";
    assert_eq!(read(&encoding_rs::BIG5.encode(old).0), "vcf Big5  @0 1 許功蓋");
    let unfinished = format!("{}{card}", card.replace("END:VCARD\r\n", ""));
    assert_eq!(read(unfinished.as_bytes()), "vcf UTF-8  @0 2 王小明 1:card-unfinished");
    let agent = card.replace("END:", "AGENT:\r\nBEGIN:VCARD\r\nFN:李四\r\nEND:VCARD\r\nEND:");
    assert_eq!(read(agent.as_bytes()), "vcf UTF-8  @0 1 王小明");
}

/// A workbook with one sheet.
fn workbook(sheet: &str, styles: &str) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relation = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>")
    };
    let relations =
        |inner: &str| format!("<Relationships xmlns=\"{RELATIONS}\">{inner}</Relationships>");
    let parts = [
        ("_rels/.rels", relations(&relation("r1", "officeDocument", "xl/workbook.xml"))),
        (
            "xl/_rels/workbook.xml.rels",
            relations(
                &(relation("r1", "worksheet", "worksheets/sheet1.xml")
                    + &relation("r2", "styles", "styles.xml")),
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><workbookPr date1904=\"1\"/><sheets>\
                 <sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            ),
        ),
        ("xl/styles.xml", format!("<styleSheet xmlns=\"{MAIN}\">{styles}</styleSheet>")),
        (
            "xl/worksheets/sheet1.xml",
            format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{sheet}</sheetData></worksheet>"),
        ),
    ];
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(name, SimpleFileOptions::default()).expect("a new part");
        archive.write_all(text.as_bytes()).expect("memory");
    }
    archive.finish().expect("an archive").into_inner()
}

fn text_cell(place: &str, text: &str) -> String {
    format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

#[test]
fn odd_workbooks_are_read() {
    let read = |sheet: &str| read_bytes("cards.csv", &workbook(sheet, ""), &plain());
    let header =
        format!("<row r=\"1\">{}{}</row>", text_cell("A1", "姓名"), text_cell("B1", "手機"));
    let row = format!(
        "<row r=\"2\">{}{}</row>",
        text_cell("A2", "王小明"),
        text_cell("B2", "9.12346E+08")
    );
    assert_eq!(read(&format!("{header}{row}")), "xlsx - S @1 1 王小明 2:digits-lost!");
    let wide = "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"SS2\"><v>2</v></c></row>";
    assert_eq!(read(&format!("{header}{wide}")), "xlsx - S @1 1 1 2:too-many-columns");
    let shared = "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>4000000</v></c></row>";
    assert_eq!(read(&format!("{header}{shared}")), "error damaged-file");
    let far =
        header.clone() + &"<row/>".repeat(30) + "<row r=\"99\"><c r=\"!99\"><v>1</v></c></row>";
    assert_eq!(read(&far), "error damaged-file");
    let rows: String = (2..40)
        .map(|n| format!("<row r=\"{n}\">{}</row>", text_cell(&format!("A{n}"), "王")))
        .collect();
    assert_eq!(read(&format!("{header}{rows}<row r=\"41\"><c r=\"A41\"")), "stopped damaged-file");
    assert_eq!(read(""), "error empty-file");
}

#[test]
fn dates_of_1904_are_counted_from_there() {
    let styles = "<cellXfs count=\"1\"><xf numFmtId=\"14\"/></cellXfs>";
    let sheet = format!(
        "<row r=\"1\">{}{}</row><row r=\"2\">{}<c r=\"B2\" s=\"0\"><v>44624</v></c></row>",
        text_cell("A1", "姓名"),
        text_cell("B1", "生日"),
        text_cell("A2", "王小明"),
    );
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.xlsx");
    fs::write(&path, workbook(&sheet, styles)).unwrap();
    let rows = values(&path);
    assert_eq!(rows, [[("name", "王小明".to_owned()), ("birthday", "2026-03-05".to_owned())]]);
}

#[test]
fn an_archive_that_inflates_to_far_more_is_refused() {
    let sheet = format!("<row r=\"1\">{}</row>", text_cell("A1", &"x".repeat(32 << 20)));
    let bytes = workbook(&sheet, "");
    assert!(bytes.len() < 100 << 10, "{}", bytes.len());
    assert_eq!(read_bytes("a.xlsx", &bytes, &plain()), "error inflates-too-much");
}

#[test]
fn a_file_that_grows_while_it_is_read_is_not_believed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.csv");
    fs::write(&path, "姓名,公司\n王小明,甲\n").unwrap();
    let draft = exchange::open(&path, &plain()).unwrap().remove(0);
    fs::OpenOptions::new()
        .append(true)
        .open(&path)
        .unwrap()
        .write_all("李四,乙\n".as_bytes())
        .unwrap();
    let problem = draft.lines.last().unwrap().unwrap_err();
    assert_eq!(problem.code, "file-changed");
    assert!(exchange::stopped(&path, &problem).to_string().contains("a.csv"));
}

#[test]
fn a_card_with_a_million_numbers_ends() {
    let card = format!("BEGIN:VCARD\nFN:王小明\n{}END:VCARD\n", "TEL:1\nNOTE:x\n".repeat(200_000));
    assert_eq!(read_bytes("a.vcf", card.as_bytes(), &plain()), "vcf UTF-8  @0 1 王小明");
}

#[test]
fn lines_may_be_left_unread() {
    let rows: String = (1..5_000)
        .map(|n| format!("<row r=\"{n}\">{}</row>", text_cell(&format!("A{n}"), "王")))
        .collect();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.xlsx");
    fs::write(&path, workbook(&rows, "")).unwrap();
    let mut draft = exchange::open(&path, &plain()).unwrap().remove(0);
    assert_eq!(draft.lines.next().unwrap().unwrap().number, 1);
}

/// Reads everything there is to read; the result does not matter, only that there is one.
fn survive(bytes: &[u8]) {
    read_bytes("any", bytes, &plain());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_makes_it_panic(text in "[a-z王\",;\t|\n\r=:@0-9\u{0}\u{feff}，]{0,200}") {
        survive(text.as_bytes());
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..300), start in 0..5_usize) {
        let starts: [&[u8]; 5] = [b"", b"BEGIN:VCARD\n", b"\xFF\xFE", b"PK\x03\x04", b"\xD0\xCF\x11\xE0"];
        survive(&[starts.get(start).unwrap(), &*bytes].concat());
    }

    #[test]
    fn no_card_makes_it_panic(text in "(BEGIN:VCARD|END:VCARD|N|FN|TEL|ADR|ORG|NOTE|[;:=,\\\\\"\n ]|CHARSET=BIG5|ENCODING=QUOTED-PRINTABLE|=[0-9A-F]{2}|王){0,60}") {
        survive(format!("BEGIN:VCARD\n{text}").as_bytes());
    }

    #[test]
    fn no_sheet_makes_it_panic(text in "(<row r=\"[0-9]{1,8}\">|<row>|</row>|<c r=\"[A-Z]{0,4}[0-9]{0,8}\"|<c| t=\"(s|n|b|e|str|d|inlineStr)\"| s=\"[0-9]{1,4}\"|>|<v>[0-9.E+-]{0,20}</v>|<f>A1</f>|<is><t>王</t></is>|</c>|/>){0,60}") {
        survive(&workbook(&text, "<cellXfs><xf numFmtId=\"14\"/><xf numFmtId=\"46\"/></cellXfs>"));
    }

    #[test]
    fn no_damage_makes_it_panic(at in any::<prop::sample::Index>(), value in any::<u8>(), file in 0..4_usize) {
        let names = [
            "dirty/phones_as_numbers.xlsx",
            "headers/outlook_zh_TW.cp950.csv",
            "headers/android_zh_vcard21_qp_utf8.vcf",
            "dirty/utf16be_bom.csv",
        ];
        let mut bytes = fs::read(sample(names.get(file).unwrap())).unwrap();
        let at = at.index(bytes.len());
        *bytes.get_mut(at).unwrap() = value;
        survive(&bytes);
    }
}
