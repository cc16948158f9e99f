//! What stands in odd files, card by card: name, company, title, phones, mails, day.

use fairlead::{
    domain::{Fields as _, Kind, Lead},
    engine::Request,
    exchange::{self, StageOptions},
    i18n::Lang,
};

use crate::{
    fixture::crm,
    readers::{plain, sample},
};

/// The leads of a file, in their order.
fn leads(name: &str) -> Vec<String> {
    let mut fixture = crm();
    let options = StageOptions { read: plain(), ..StageOptions::of(fixture.crm.model(), Lang::En) };
    let path = sample(&if name.contains('/') { name.to_owned() } else { format!("aside/{name}") });
    for job in exchange::stage_path(fixture.folder(), &path, &options).unwrap() {
        fixture.request(Request::Import(Box::new(job))).unwrap();
    }
    let content = fixture.content().into_iter();
    let rows = content.filter(|(record, _)| record.kind == Kind::Lead);
    rows.map(|(_, row)| line(&Lead::from_row(row))).collect()
}

fn line(lead: &Lead) -> String {
    let phone = |phone: &fairlead::domain::Phone| match phone.extension.as_str() {
        "" => phone.best().to_owned(),
        extension => format!("{}x{extension}", phone.best()),
    };
    let mut parts = vec![lead.name.clone(), lead.company.clone(), lead.job_title.clone()];
    parts.extend(lead.phones.iter().map(phone));
    parts.extend(lead.emails.iter().map(|mail| mail.address.clone()));
    parts.retain(|part| !part.is_empty());
    parts.join(" | ")
}

#[track_caller]
fn check(name: &str, expected: &[&str]) {
    assert_eq!(leads(name), expected, "{name}");
}

#[test]
fn letters_of_every_script_come_in_whole() {
    check(
        "hkscs.csv",
        &[
            "陳啟晃 | 嚿嘢貿易有限公司 | +85223456789",
            "黃仔 | 㗎喎食品（香港）有限公司 | +85291234567",
            "李𨋢 | 香港電𨋢工程有限公司 | +85261234567",
        ],
    );
    check(
        "gb18030.csv",
        &[
            "㐀明 | 𠀀科技有限公司 | +8613800138000",
            "龦伟 | 示例科技有限公司 | +8613900139000",
            "朱镕基 | 名称测试公司 | +8613700137000",
        ],
    );
    check(
        "mixed.csv",
        &[
            "王小明 | 測試公司 | +886912345678",
            "李四 | 某某股份有限公司 | +886922333444",
            "陳五 | 第三公司 | +886933444555",
        ],
    );
    check("utf16le_nobom_han.csv", &["王小明 | 測試公司 | 經理", "李四 | 某公司 | 副理"]);
    // The second bytes of 許 and 功 are a backslash, those of 育 and 枯 a bar.
    check("big5_pipe.csv", &["許功蓋 | 育德企業 | 經理", "枯淡 | 珮玖公司 | 專員"]);
    check("w1252.csv", &["Jürgen Müller | Größe & Söhne GmbH | +4930123456 | j@example.de"]);
}

#[test]
fn a_script_of_one_country_tells_where_its_phones_are() {
    check(
        "sjis_ext.csv",
        &[
            "髙橋 太郎 | 株式会社①番 | +819012345678 | t@example.co.jp",
            "山﨑 花子 | ㈱テスト | +818012345678 | h@example.co.jp",
        ],
    );
    check(
        "euckr.csv",
        &[
            "김철수 | 삼성전자 | +821012345678 | kim@example.kr",
            "이영희 | 현대자동차 | +821098765432 | lee@example.kr",
        ],
    );
}

#[test]
fn phones_are_read_however_they_are_written() {
    check(
        "phones.csv",
        &[
            "王一 | 甲公司 | +886223456789x123 | +886912345678",
            "王二 | 乙公司 | +886223456789x123 | +886912345678",
            "王三 | 丙公司 | +886223456789x12 | +886912345678 | +886922333444",
            "王四 | 丁公司 | +886223456789 | +886912345678 | +886933444555",
            "王五 | 戊公司 | +886223456789x12 | +886912345678",
            "王六 | 己公司 | +886223456789 | +886912345678",
            "王七 | 庚公司 | +88647123456 | +886912345678",
            "王八 | 辛公司 | +886223456789 | +886955666777",
        ],
    );
    check(
        "three_kinds.vcf",
        &[
            "王小明 | 測試股份有限公司 | 經理 | +886912345678 | +886223456789x123 | xm@example.com.tw",
            "李四 | 某某科技 | +886922333444 | li@example.com",
            "陳五 | 他公司 | +886933444555 | +886223456789x102 | chen@example.com",
        ],
    );
}

#[test]
fn what_stands_in_one_cell_is_parted_and_what_lines_part_is_joined() {
    check(
        "name_company_cell.csv",
        &[
            "王小明 | 測試股份有限公司 | +886912345678",
            "李四 | 某某有限公司 | +886922333444",
            "John Smith | Acme Inc. | +886933444555",
        ],
    );
    check("html_gb.xls", &["张伟 | 示例科技有限公司 | +8613800138000"]);
}

#[test]
fn tables_below_each_other_are_read_without_their_titles() {
    check(
        "two_tables.csv",
        &[
            "王小明 | 測試公司 | +886912345678",
            "李四 | 某公司 | +886922333444",
            "陳五 | 他公司 | +886933444555",
        ],
    );
    check(
        "merged_two_row.xlsx",
        &[
            "王小明 | 測試公司 | 經理 | +886223456789x12 | +886912345678 | a@example.com",
            "李四 | 某公司 | 副理 | +886223456789 | +886922333444 | b@example.com",
        ],
    );
}

#[test]
fn days_are_read_as_spreadsheets_and_offices_write_them() {
    let mut fixture = crm();
    for name in ["roc_dates.csv", "xlwt.xls"] {
        let options =
            StageOptions { read: plain(), ..StageOptions::of(fixture.crm.model(), Lang::En) };
        let path = sample(&format!("aside/{name}"));
        let job = exchange::stage_path(fixture.folder(), &path, &options).unwrap().remove(0);
        fixture.request(Request::Import(Box::new(job))).unwrap();
    }
    let zone = fixture.crm.model().settings().zone();
    let content = fixture.content().into_iter();
    let rows = content.filter(|(record, _)| record.kind == Kind::Lead);
    let days = rows.map(|(_, row)| Lead::from_row(row).captured_at.unwrap().day(zone).to_string());
    assert_eq!(days.collect::<Vec<_>>(), vec!["2026-03-05"; 10]);
}

#[test]
fn exports_in_other_languages_come_in_whole() {
    let eva = "Eva Schmidt | Test AG | CEO";
    let wei = "张伟 | 示例科技 | 经理";
    check(
        "headers/outlook_de.csv",
        &["Jürgen Müller | Größe & Söhne GmbH | Leiter Einkauf | +49891234560 | +498912345699 | \
           +491711234567 | j@example.de"],
    );
    check("headers/hubspot_de.csv", &[&format!("{eva} | +4930123456 | eva@example.de")]);
    check(
        "headers/google_de.csv",
        &[&format!("{eva} | +4915112345678 | eva@example.de | e2@example.de")],
    );
    check(
        "headers/linkedin_de.csv",
        &["Hans Müller | Größe GmbH | Geschäftsführer", &format!("{eva} | eva@example.de")],
    );
    check(
        "headers/google_zh.csv",
        &[&format!("{wei} | +8613800138000 | +8613900139000 | +8675512345678 | zw@example.cn")],
    );
    for name in ["headers/salesforce_zh.csv", "headers/zoho_zh.csv"] {
        check(name, &[&format!("{wei} | +8675512345678 | +8613800138000 | zw@example.cn")]);
    }
    check(
        "headers/outlook_ja.csv",
        &["山田太郎 | テスト株式会社 | 部長 | +81331234569 | +81331234567 | +819012345678 | \
           t@example.jp"],
    );
    check(
        "headers/outlook_ko.csv",
        &["김철수 | 삼성전자 | 부장 | +8221234567 | +821012345678 | k@example.kr"],
    );
}

#[test]
fn a_row_tells_where_its_phones_are() {
    check(
        "eight_ja.csv",
        &[
            "山田太郎 | 株式会社山田商事 | 部長 | +81331234567 | +81331234568 | +81331234569 | \
             +819012345678 | taro@example.co.jp",
            "鈴木花子 | 有限会社鈴木 | 代表取締役 | +81663456789",
            "佐藤一郎 | 東京電機 | +81339876543 | +818098765432 | sato@example.jp",
        ],
    );
    check("iso2022jp.csv", &["山田太郎 | 株式会社テスト | +819012345678"]);
}

#[test]
fn cells_of_workbooks_say_what_they_show() {
    check(
        "links_and_numbers.xlsx",
        &[
            "王小明 | +886912345678 | +886223456789 | a@x.tw",
            "李四 | +886922333444 | +886223456789 | b@x.tw",
            "陳五 | +886933444555",
        ],
    );
    check("merged_down.ods", &["王小明 | 甲公司 | +886912345678", "李四 | 甲公司 | +886922333444"]);
}

#[test]
fn what_is_damaged_or_says_nothing_does_no_harm() {
    check("bom_over_big5.csv", &["許功蓋 | 測試公司"]);
    check(
        "lost_byte.csv",
        &[
            "王小明 | 甲公司 | +886912345678",
            "李 | 乙\u{fffd} | +886922333444",
            "陳五 | 丙公司 | +886933444555",
        ],
    );
    check("nothing_said.csv", &["王小明 | 甲公司", "李四 | li@example.com"]);
    check("totals.csv", &["王小明 | 甲公司 | +886912345678", "李四 | 乙公司 | +886922333444"]);
    check("qp_without_charset.vcf", &["张伟 | 示例科技有限公司 | +8613800138000"]);
    check(
        "groups_v4.vcf",
        &[
            "王小明 | 測試公司 | 經理 | +886912345678 | +886223456789x102 | xm@example.tw",
            "測試公司 | 測試公司 | +886223456789",
        ],
    );
    check(
        "html_spans_nested.xls",
        &[
            "王小明 | 甲公司 | +886912345678 | a@x.tw",
            "李四 | 甲公司 | +886922333444 | b@x.tw | c@x.tw",
            "隱 | 丙 | +886933444555",
        ],
    );
}
