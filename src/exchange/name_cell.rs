//! A name as people write it into one cell: 王小明 經理, 李四(Leo Lee), Dr. Hans Müller, PhD.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization as _;

use crate::domain::{
    Lead,
    fold::is_han,
    person_name::{ends_with_title, is_title},
};

/// The short titles that may stand right behind a name. Longer ones are no part of one anyway.
const GLUED: &[&str] = &["先生", "小姐", "女士", "經理", "经理", "様", "さん", "님", "씨"];

/// Words by which people are addressed; every other title is what they do.
const ADDRESSES: &[&str] = &[
    "先生", "小姐", "女士", "太太", "夫人", "老師", "老师", "博士", "教授", "さん", "様", "씨",
    "님",
];

/// The same around a name in Latin letters.
const LATIN: &[&str] = &[
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "herr", "frau", "mme", "phd", "md", "mba", "esq",
];

/// Takes apart what stands in the cell of a name. What is not surely something else stays.
pub fn settle(lead: &mut Lead) {
    if is_plain(&lead.name) {
        return;
    }
    if lead.company.is_empty()
        && let Some((name, company)) = company_beside(&lead.name)
    {
        (lead.name, lead.company) = (name, company);
    }
    let folded = plain_forms(&lead.name).into_owned();
    let (name, inside) = without_brackets(folded.trim());
    match inside {
        Some(inside) if is_han_name(name) && is_latin(inside) => {
            first(&mut lead.latin_name, inside);
            lead.name = name.to_owned();
        }
        Some(inside) if is_title(inside) => {
            address(lead, inside);
            lead.name = name.to_owned();
        }
        _ => lead.name = folded.trim().to_owned(),
    }
    while let Some((name, title)) = title_behind(&lead.name) {
        let (name, title) = (name.to_owned(), title.to_owned());
        address(lead, &title);
        lead.name = name;
    }
    latin_titles(lead);
}

/// The text with full-width letters and the like in their plain forms.
fn plain_forms(text: &str) -> Cow<'_, str> {
    if text.is_ascii() { text.into() } else { text.nfkc().collect::<String>().into() }
}

/// Whether there is nothing to take apart, as in almost every cell: two characters of a name and two
/// of a title are four.
fn is_plain(name: &str) -> bool {
    name.chars().all(is_han) && name.chars().count() < 4
}

/// The name and the company that stand in one cell, where a border parts them and the company says that it is
/// one: 王小明 測試股份有限公司, Acme Inc. / John Smith, 李四（某某有限公司）.
fn company_beside(cell: &str) -> Option<(String, String)> {
    let folded = plain_forms(cell);
    let text = folded.trim();
    let told = |name: &str, company: &str| {
        let fits = is_company(company) && !is_company(name) && is_person(name);
        fits.then(|| (name.to_owned(), company.to_owned()))
    };
    if let (name, Some(inside)) = without_brackets(text)
        && let Some(found) = told(name, inside).or_else(|| told(inside, name))
    {
        return Some(found);
    }
    text.char_indices().filter(|(_, c)| " /|,;、\n".contains(*c)).find_map(|(at, c)| {
        let (before, behind) = (text.get(..at)?.trim(), text.get(at + c.len_utf8()..)?.trim());
        // Words in Latin letters are parted by spaces themselves.
        let is_border = c != ' ' || before.ends_with(is_han) || behind.starts_with(is_han);
        is_border.then(|| told(before, behind).or_else(|| told(behind, before)))?
    })
}

/// Whether a text ends, or in Japan begins, as only companies do.
fn is_company(text: &str) -> bool {
    let ends = ["公司", "企業社", "企业社", "工作室", "事務所", "事务所", "株式会社", "㈱"];
    let is_short = |word: &str| LATIN_COMPANIES.contains(&word);
    let last = text.rsplit([' ', ',']).next().unwrap_or_default().replace('.', "").to_lowercase();
    ends.iter().any(|end| text.len() > end.len() && text.ends_with(end))
        || text.starts_with("株式会社")
        || text.contains([' ', ',']) && is_short(&last)
}

/// The words that end the name of a company in Latin letters, without points.
const LATIN_COMPANIES: &[&str] =
    &["inc", "ltd", "llc", "corp", "corporation", "gmbh", "limited", "plc", "co", "company"];

/// Whether a text may be a person, with a title behind the name or not.
fn is_person(text: &str) -> bool {
    let first = text.split(' ').next().unwrap_or_default();
    let words = text.split_whitespace().count();
    let is_latin_name = (2..=4).contains(&words) && is_latin(text);
    is_han_name(first) && words <= 2 || is_latin_name
}

fn first(target: &mut String, text: &str) {
    if target.is_empty() {
        text.clone_into(target);
    }
}

/// Keeps a title where it belongs.
fn address(lead: &mut Lead, title: &str) {
    if ADDRESSES.contains(&title) {
        first(&mut lead.honorific, title);
    } else {
        first(&mut lead.job_title, title);
    }
}

/// The name before a bracket that ends the cell, and what it holds.
fn without_brackets(name: &str) -> (&str, Option<&str>) {
    let parted = name.strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    parted.map_or((name, None), |(name, inside)| (name.trim(), Some(inside.trim())))
}

fn is_han_name(name: &str) -> bool {
    (2..=5).contains(&name.chars().count()) && name.chars().all(is_han)
}

fn is_latin(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
        && text.chars().all(|c| (c.is_alphabetic() && !is_han(c)) || " .-'".contains(c))
}

/// A name in characters, and the title behind it. Glued to it only the most usual ones are believed,
/// and only where a name stays: 陳小姐 has none, and 君 or 博 may end a given name.
fn title_behind(name: &str) -> Option<(&str, &str)> {
    if !ends_with_title(name) {
        return None;
    }
    let last = name.rsplit_once(' ').map(|(name, title)| (name.trim(), title));
    if let Some((name, title)) =
        last.filter(|(name, title)| name.contains(is_character) && is_title(title))
    {
        return Some((name, title));
    }
    // The longest one counts: 王總經理 is not 王總 with the title of a manager.
    let (at, _) = name.char_indices().find(|(at, _)| name.get(*at..).is_some_and(is_title))?;
    let (name, title) = name.split_at_checked(at)?;
    let is_told = GLUED.contains(&title) || title.chars().count() > 2;
    let is_name = (2..=6).contains(&name.chars().count())
        && name.chars().all(|c| is_character(c) || c == ' ');
    (is_told && is_name).then_some((name, title))
}

/// Whether names that are written in it begin with the family and end with a title.
pub fn is_character(c: char) -> bool {
    is_han(c) || matches!(c, '\u{3041}'..='\u{30ff}' | '\u{ac00}'..='\u{d7a3}')
}

/// Dr. before and PhD behind a name, if two words stay.
fn latin_titles(lead: &mut Lead) {
    let is_title = |word: &str| {
        let bare: String = word.chars().filter(char::is_ascii_alphabetic).collect();
        LATIN.contains(&bare.to_lowercase().as_str()) && bare.len() + 3 > word.len()
    };
    let words: Vec<&str> = lead.name.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let before = words.iter().take_while(|word| is_title(word)).count();
    let behind = words.iter().rev().take_while(|word| is_title(word)).count();
    if before + behind == 0 || words.len() < before + behind + 2 {
        return;
    }
    let names = words.get(before..words.len() - behind).unwrap_or_default().join(" ");
    let titles = words.iter().take(before).chain(words.iter().skip(words.len() - behind));
    let titles = titles.copied().collect::<Vec<_>>().join(" ");
    first(&mut lead.honorific, &titles);
    lead.name = names;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_company_in_the_cell_of_a_name_is_told() {
        for (cell, name, company, job_title) in [
            ("王小明 測試股份有限公司", "王小明", "測試股份有限公司", ""),
            ("測試股份有限公司 王小明 經理", "王小明", "測試股份有限公司", "經理"),
            ("李四／某某有限公司", "李四", "某某有限公司", ""),
            ("李四（某某有限公司）", "李四", "某某有限公司", ""),
            ("John Smith (Acme Inc.)", "John Smith", "Acme Inc.", ""),
            ("Acme Trading Co., Ltd. / John Smith", "John Smith", "Acme Trading Co., Ltd.", ""),
            ("張三\n大同公司", "張三", "大同公司", ""),
            ("John Smith Acme Inc.", "John Smith Acme Inc.", "", ""),
            ("測試股份有限公司", "測試股份有限公司", "", ""),
            ("王 小明", "王 小明", "", ""),
            ("Smith, John", "Smith, John", "", ""),
        ] {
            let mut lead = Lead { name: cell.to_owned(), ..Lead::default() };
            settle(&mut lead);
            let found = (&*lead.name, &*lead.company, &*lead.job_title);
            assert_eq!(found, (name, company, job_title), "{cell}");
        }
        let mut lead = Lead {
            name: "王小明 測試股份有限公司".to_owned(),
            company: "大同".to_owned(),
            ..Lead::default()
        };
        settle(&mut lead);
        assert_eq!((&*lead.name, &*lead.company), ("王小明 測試股份有限公司", "大同"));
    }

    #[test]
    fn names_are_told_from_what_stands_around_them() {
        for (cell, name, honorific, job_title, latin_name) in [
            ("王小明", "王小明", "", "", ""),
            ("王小明 經理", "王小明", "", "經理", ""),
            ("王小明經理", "王小明", "", "經理", ""),
            ("張三 先生", "張三", "先生", "", ""),
            ("張三先生", "張三", "先生", "", ""),
            ("陳小姐", "陳小姐", "", "", ""),
            ("王總經理", "王總經理", "", "", ""),
            ("歐陽小明總經理", "歐陽小明", "", "總經理", ""),
            ("林博君", "林博君", "", "", ""),
            ("李四(Leo Lee)", "李四", "", "", "Leo Lee"),
            ("李四（Leo Lee）", "李四", "", "", "Leo Lee"),
            ("李四（先生）", "李四", "先生", "", ""),
            ("李四(業務部)", "李四(業務部)", "", "", ""),
            ("ＣＨＥＮ　Ｗｕ", "CHEN Wu", "", "", ""),
            ("Dr. Hans Müller, PhD", "Hans Müller", "Dr. PhD", "", ""),
            ("Smith, John", "Smith, John", "", "", ""),
            ("Mr. Bean", "Mr. Bean", "", "", ""),
            ("王 小明", "王 小明", "", "", ""),
            ("山田 太郎様", "山田 太郎", "様", "", ""),
            ("山田太郎 様", "山田太郎", "様", "", ""),
            ("김철수 님", "김철수", "님", "", ""),
            ("김철수님", "김철수", "님", "", ""),
            ("=HYPERLINK(1)", "=HYPERLINK(1)", "", "", ""),
            ("", "", "", "", ""),
        ] {
            let mut lead = Lead { name: cell.to_owned(), ..Lead::default() };
            settle(&mut lead);
            let found = (&*lead.name, &*lead.honorific, &*lead.job_title, &*lead.latin_name);
            assert_eq!(found, (name, honorific, job_title, latin_name), "{cell}");
        }
    }
}
