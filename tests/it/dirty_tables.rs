//! What the specification of imports says of tables, where no file of the test data shows it.

use std::fs::{self, File};

use encoding_rs::{EUC_KR, Encoding, WINDOWS_1252};
use fairlead::{
    engine::Request,
    exchange::{self, StageOptions},
    i18n::Lang,
};

use crate::{
    fixture::crm,
    readers::{plain, read_bytes, summary},
};

fn read(bytes: &[u8]) -> String {
    read_bytes("cards.xls", bytes, &plain())
}

#[test]
fn encodings_of_other_countries_are_found() {
    let check = |text: &str, encoding: &'static Encoding, expected: &str| {
        assert_eq!(read(&encoding.encode(text).0), expected);
    };
    check(
        "이름,회사,직책,전화\n홍길동,주식회사 테스트,부장,02-123-4567\n김철수,테스트 산업,과장,010-1234-5678\n",
        EUC_KR,
        "csv EUC-KR ',' @1 2 홍길동",
    );
    check(
        "Vorname;Nachname;Firma;Straße\nJürgen;Müller;Größe & Söhne GmbH;Königstraße 5\n",
        WINDOWS_1252,
        "csv windows-1252 ';' @1 1 Jürgen",
    );
    let wide: Vec<u8> =
        "姓名,公司\r\n王小明,甲\r\n".encode_utf16().flat_map(u16::to_be_bytes).collect();
    assert_eq!(read(&wide), "csv UTF-16BE ',' @1 1 王小明");
}

/// The fields of the columns of a header, with the first row below it.
fn fields(header: &str, row: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.csv");
    fs::write(&path, format!("{header}\n{row}\n")).unwrap();
    let draft = exchange::open(&path, &plain()).unwrap().remove(0);
    let lines: Vec<_> = draft.lines.map(Result::unwrap).collect();
    let mapping = exchange::guess(&draft.headers, &lines);
    let names = mapping.columns.iter().map(|column| column.target.map_or("-", |it| it.name));
    names.collect::<Vec<_>>().join(" ")
}

#[test]
fn labels_are_known_in_the_languages_of_the_cards_and_never_by_a_part() {
    for (header, row, expected) in [
        ("姓名,公司電話,公司,電子郵件地址,地址", "", "name phone company email address"),
        (
            "会社名,部署名,役職,氏名,携帯電話,郵便番号,住所,名刺交換日",
            "",
            "company department job_title name mobile postcode address captured_at",
        ),
        ("이름,회사명,직책,휴대폰,이메일", "", "name company job_title mobile email"),
        (
            "Vorname,Nachname,Firma,Position,Handy,E-Mail-Adresse",
            "",
            "given_name family_name company job_title mobile email",
        ),
        ("姓名 ,公司1,公司2,手 機：,ＥＭＡＩＬ", "", "name company company mobile email"),
        ("Full Name,Email Opt Out,Email,Order #", "", "name do_not_mail email external_id"),
        ("統一編號,LINE ID,微信,行业,展位号", "", "tax_id line wechat industry booth"),
        ("姓名/Name,公司 Company,手機(必填)", "", "name company mobile"),
        ("姓名,欄A,欄B", "王小明,a@x.example,https://x.example", "name email website"),
    ] {
        assert_eq!(fields(header, row), expected, "{header}");
    }
}

#[test]
fn a_row_says_who_it_is_whatever_stands_around_it() {
    let check = |text: &str, expected: &[&str]| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        fs::write(&path, text).unwrap();
        let mut fixture = crm();
        let options = StageOptions::of(fixture.crm.model(), Lang::En);
        let job = exchange::stage_file(&path, &options).unwrap().remove(0);
        fixture.request(Request::Import(Box::new(job))).unwrap();
        let leads = &fixture.crm.model().leads;
        let said = leads.rows().filter_map(|row| leads.id(row)).map(|id| {
            let lead = fixture.get(fairlead::domain::Id::of(id).unwrap());
            let phones: Vec<&str> = lead.phones.iter().map(|phone| phone.e164.as_str()).collect();
            let day = lead.captured_at.map(|at| at.iso()).unwrap_or_default();
            let day = day.get(..10).unwrap_or_default();
            format!(
                "{}|{}|{}|{}|{day}",
                lead.name,
                lead.honorific,
                lead.job_title,
                phones.join(" ")
            )
        });
        assert_eq!(said.collect::<Vec<_>>(), expected, "{text}");
    };
    check(
        "姓名,手機,建立日期\n王小明 經理,912345678,115/3/5 12:00\n",
        &["王小明||經理|+886912345678|2026-03-05"],
    );
    check("姓名,電話,國家\n\"張\n偉\",13800138000,中國\n", &["張 偉|||+8613800138000|2026-11-21"]);
    check(
        "姓名,電話,建立日期\n陳先生 ,\"=\"\"0223456789\"\"\",2026年3月5日 12:00\n　,\u{200b},\n",
        &["陳先生|||+886223456789|2026-03-05"],
    );
}

#[test]
fn files_beyond_the_limits_are_refused_before_they_are_read() {
    let folder = tempfile::tempdir().unwrap();
    let text = "王小明,甲\n".repeat(16 << 10);
    for (name, head, size) in [
        ("text", text.as_bytes(), (2 << 30) + 1),
        ("cards", b"BEGIN:VCARD\n", (64 << 20) + 1),
        ("page", b"<html>", (64 << 20) + 1),
        ("picture", b"\x89PNG\r\n", (64 << 20) + 1),
        ("archive", b"PK\x03\x04", (64 << 20) + 1),
        ("xml", b"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">", (64 << 20) + 1),
    ] {
        let path = folder.path().join(name);
        fs::write(&path, head).unwrap();
        // The rest is a hole that takes no place on the disk.
        File::options().write(true).open(&path).unwrap().set_len(size).unwrap();
        assert_eq!(summary(&path, &plain()), "error file-too-large", "{name}");
    }
}
