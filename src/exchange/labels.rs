//! What the labels of columns mean, in the languages of the cards.
//!
//! The table is `assets/import/header_synonyms.tsv`: a canonical name, a language, a label and
//! where it was seen. A label is compared in its normal form and must be equal: parts of words
//! are a trap (公司 lies in 公司電話, `email` in `Email Opt Out`).

use std::{collections::HashMap, sync::OnceLock};

use unicode_normalization::UnicodeNormalization as _;

use super::targets::{TARGETS, Target, target};

/// What a label is known to mean.
#[derive(Clone, Copy, Debug)]
pub struct Known {
    /// The name in the table; finer than the target (`company_en`, `suffix`).
    pub canonical: &'static str,
    /// Where such a column goes.
    pub target: &'static Target,
    /// The language of the label (`ja`), if it is one of no other; else empty.
    pub language: &'static str,
}

/// The normal form of a label: compatibility forms folded, lower case, no spaces or punctuation.
///
/// `#` stays: `Order #` is a number, `Order` is not.
pub fn normalise(label: &str) -> String {
    let folded = label.nfkc().flat_map(char::to_lowercase);
    folded.filter(|c| c.is_alphanumeric() || *c == '#').collect()
}

/// What a label means, if it is known.
///
/// Tried in turn: the label itself; without its number (`公司1`, `Business Street 2`); without a
/// remark in brackets (`手機(必填)`); as one label in two scripts (`姓名 Name`).
pub fn lookup(label: &str) -> Option<Known> {
    if label.len() > 200 {
        return None;
    }
    exact(label)
        .or_else(|| without_brackets(label).and_then(|bare| exact(&bare)))
        .or_else(|| in_two_scripts(label))
}

fn exact(label: &str) -> Option<Known> {
    let normal = normalise(label);
    // A label of signs alone is none.
    let known = table().get(normal.as_str()).copied().filter(|_| !normal.is_empty());
    known.or_else(|| table().get(without_number(&normal)?.as_str()).copied())
}

/// The label without the one short number in it.
fn without_number(normal: &str) -> Option<String> {
    let digits = normal.chars().filter(char::is_ascii_digit).count();
    let bare = normal.replace(|c: char| c.is_ascii_digit(), "");
    ((1..=2).contains(&digits) && !bare.is_empty()).then_some(bare)
}

fn without_brackets(label: &str) -> Option<String> {
    let folded: String = label.nfkc().collect();
    let (head, rest) = folded.split_once(['(', '[', '【', '<'])?;
    let tail = rest.split_once([')', ']', '】', '>']).map_or("", |(_, tail)| tail);
    Some(format!("{head}{tail}"))
}

/// A label that says the same thing in Han and in Latin letters. Both halves must be known and
/// agree, or the Latin one must be known beside a Han one that is.
fn in_two_scripts(label: &str) -> Option<Known> {
    let is_latin = |c: &char| c.is_ascii_alphabetic();
    let is_other = |c: &char| c.is_alphabetic() && !c.is_ascii();
    let latin: String = label.chars().filter(|c| !is_other(c)).collect();
    let other: String = label.chars().filter(|c| !is_latin(c)).collect();
    let (latin, other) = (exact(&latin)?, exact(&other)?);
    (latin.target == other.target).then_some(other)
}

type Table = HashMap<String, Known>;

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(load)
}

fn load() -> Table {
    let source = include_str!("../../assets/import/header_synonyms.tsv");
    let mut table = Table::new();
    for row in source.lines().skip(1) {
        let mut cells = row.split('\t');
        let (Some(canonical), Some(language), Some(label)) =
            (cells.next(), cells.next(), cells.next())
        else {
            continue;
        };
        let Some(target) = target(target_name(canonical)) else { continue };
        let known = table.entry(normalise(label)).or_insert(Known { canonical, target, language });
        if known.language != language {
            known.language = "";
        }
    }
    // Our own exports come back with the names of the fields.
    for target in TARGETS {
        let known = Known { canonical: target.name, target, language: "" };
        table.entry(normalise(target.name)).or_insert(known);
    }
    table
}

/// The field for a canonical name of the table. Names that are fields stand for themselves.
fn target_name(canonical: &'static str) -> &'static str {
    match canonical {
        "full_name" => "name",
        "name_en" => "latin_name",
        "last_name" => "family_name",
        "first_name" => "given_name",
        "prefix" | "suffix" => "honorific",
        "company_en" | "company_2" => "company",
        "phone_work" | "phone_work_2" | "phone_direct" | "phone_dept" | "phone_main"
        | "phone_home" | "phone_other" => "phone",
        "email_2" | "email_3" => "email",
        "line_id" => "line",
        "postal_code" => "postcode",
        "employees" => "company_size",
        "lead_source" => "source",
        "event" => "campaign",
        "interest" => "product_interest",
        // No field holds these. The file is kept, so that such a column can be mapped later.
        "middle_name"
        | "name_phonetic"
        | "name_phonetic_first"
        | "name_phonetic_last"
        | "email_type"
        | "email_display"
        | "revenue"
        | "status"
        | "profile_url" => "ignore",
        own => own,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(label: &str, expected: Option<&str>) {
        assert_eq!(lookup(label).map(|known| known.target.name), expected, "{label}");
    }

    #[test]
    fn labels_are_known_in_their_normal_form() {
        for (label, field) in [
            ("姓名", "name"),
            (" 姓 名 ", "name"),
            ("*姓名：", "name"),
            ("公司1", "company"),
            ("E-mail 1 - Value", "email"),
            ("Ｅｍａｉｌ", "email"),
            ("商務 - 街 2", "street"),
            ("商務 - 縣/市", "region"),
            ("手機（必填）", "mobile"),
            ("行動電話(自訂格式)", "mobile"),
            ("姓名 Name", "name"),
            ("公司名稱/Company Name", "company"),
            ("Order #", "external_id"),
            ("job_title", "job_title"),
            ("携帯電話 ", "mobile"),
            ("Telefon geschäftlich", "phone"),
            ("Email Opt Out", "do_not_mail"),
            ("不要通話", "do_not_call"),
            ("Mobiltelefonnummer", "mobile"),
            ("Land/Region", "country"),
            ("市区町村 (会社)", "city"),
            ("姓（カナ）", "ignore"),
            ("휴대폰 번호", "mobile"),
            ("省/自治区/直辖市", "region"),
        ] {
            check(label, Some(field));
        }
    }

    #[test]
    fn a_part_of_a_label_is_not_the_label() {
        for label in [
            "公司電話機型",
            "電子郵件地址類別",
            "Order",
            "簽約機率",
            "",
            "〒",
            "--",
            "42",
            "公司 Booth",
        ] {
            check(label, None);
        }
    }

    #[test]
    fn every_name_of_the_table_has_a_target() {
        let source = include_str!("../../assets/import/header_synonyms.tsv");
        for row in source.lines().skip(1) {
            let canonical = row.split('\t').next().unwrap();
            assert!(target(target_name(canonical)).is_some(), "{row}");
        }
    }
}
