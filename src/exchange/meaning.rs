//! What a line says, once it is known what its columns mean: one value at a time.

use std::{borrow::Cow, sync::LazyLock};

use crate::domain::{Line, word_list::Words};

use super::{
    mapping::{ColumnMap, Mapping},
    targets::{Target, target},
    values::{PhoneHint, is_exchange_name, is_one_email, is_one_phone, split_emails, split_phones},
};

/// One value of a line: a field, and what it says.
#[derive(Clone, Debug, PartialEq)]
pub struct Meaning<'a> {
    /// The column it comes from, counted from 0.
    pub column: usize,
    /// The field. A phone that is said to be a mobile comes as `mobile`, wherever it stood.
    pub target: &'static Target,
    /// What the file says of a phone.
    pub hint: Option<PhoneHint>,
    /// The value, trimmed, never empty.
    pub text: Cow<'a, str>,
}

impl Mapping {
    /// What a line says, in the order of its columns. Columns that are left out say nothing.
    ///
    /// Cells that hold several values are taken apart: phones, mails, tags, and what Google joins
    /// by `:::`. Of a field that takes one value, each column may give one; the first counts.
    pub fn values<'a>(&self, line: &'a Line) -> Vec<Meaning<'a>> {
        let mut found = Vec::with_capacity(self.columns.len());
        for column in &self.columns {
            if let Some(target) = column.target.filter(|target| target.name != "ignore") {
                let text = cell(line, Some(column.index));
                read(column, target, text, line, &mut found);
            }
        }
        found
    }
}

fn cell(line: &Line, index: Option<usize>) -> &str {
    index.and_then(|index| line.cells.get(index)).map_or("", |cell| cell.trim())
}

fn read<'a>(
    column: &ColumnMap,
    target: &'static Target,
    text: &'a str,
    line: &'a Line,
    found: &mut Vec<Meaning<'a>>,
) {
    let text = if is_placeholder(text, target) { "" } else { text };
    let mut add = |target, hint, text: Cow<'a, str>| {
        if !text.is_empty() {
            found.push(Meaning { column: column.index, target, hint, text });
        }
    };
    match target.name {
        "mobile" | "phone" | "fax" => {
            let said = label_hint(cell(line, column.beside));
            if is_one_phone(text) {
                return add(of_hint(target, said), said, text.into());
            }
            let text = if text.contains(":::") {
                Cow::from(text.replace(":::", ";"))
            } else {
                text.into()
            };
            for (hint, number) in split_phones(&text) {
                let hint = hint.or(said);
                add(of_hint(target, hint), hint, number.into());
            }
        }
        "email" => {
            let is_internal = cell(line, column.beside).eq_ignore_ascii_case("ex");
            if !is_internal && is_one_email(text) {
                return add(target, None, text.into());
            }
            let mails = if is_internal || is_exchange_name(text) {
                let spare = split_emails(cell(line, column.spare));
                spare.into_iter().filter(|mail| mail.contains('@')).collect()
            } else {
                split_emails(text)
            };
            mails.into_iter().for_each(|mail| add(target, None, mail.into()));
        }
        "tags" | "product_interest" => {
            // Google's own groups are marked with a star.
            let parts = text.split([';', '；', ',', '，', '、', '\n']).flat_map(|p| p.split(":::"));
            let tags = parts.map(str::trim).filter(|part| !part.starts_with("* "));
            tags.for_each(|tag| add(target, None, tag.into()));
        }
        "website" | "wechat" | "line" | "whatsapp" | "qq" | "skype" | "facebook" => {
            let parts = text.split(['\n', ';', '；', '、']).flat_map(|part| part.split(" ::: "));
            parts.for_each(|part| add(target, None, part.trim().into()));
        }
        // Almost no text has as much as a colon, which is found much faster.
        _ if text.contains(':') && text.contains(" ::: ") => {
            text.split(":::").for_each(|part| add(target, None, part.trim().into()));
        }
        _ => add(target, None, text.into()),
    }
}

/// Whether a cell says that there is nothing, in whatever words: it is empty then.
fn is_placeholder(text: &str, target: &Target) -> bool {
    static NOTHING: LazyLock<Words> = LazyLock::new(|| {
        Words::of(&[
            "n/a",
            "#n/a",
            "null",
            "無",
            "无",
            "沒有",
            "没有",
            "なし",
            "없음",
            "(無)",
            "（無）",
            "未提供",
        ])
    });
    static NO_VALUE: LazyLock<Words> = LazyLock::new(|| {
        Words::of(&[
            "none",
            "nil",
            "na",
            "keine",
            "x",
            "0",
            "0-0-0",
            "0/0/00",
            "0/0/0000",
            "0000-00-00",
            "同上",
        ])
    });
    if text.is_empty() || text.len() > 12 || target.own.is_some() || target.name == "notes" {
        return false;
    }
    let is_value = || {
        let values = ["mobile", "phone", "fax", "email", "website", "captured_at", "birthday"];
        values.contains(&target.name)
    };
    let is_sign =
        |c| matches!(c, '-' | '–' | '—' | '－' | '_' | '/' | '\\' | '.' | '．' | '。' | '?' | '？');
    text.chars().all(is_sign)
        || NOTHING.has_in_any_case(text)
        || NO_VALUE.has_in_any_case(text) && is_value()
}

/// What a label in a cell of its own says of the number beside it.
fn label_hint(label: &str) -> Option<PhoneHint> {
    if label.is_empty() {
        return None;
    }
    let label = label.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| label.contains(word));
    if has(&["fax", "傳真", "传真", "ファックス", "팩스"]) {
        Some(PhoneHint::Fax)
    } else if has(&["mobil", "cell", "手機", "手机", "行動", "移动", "携帯", "휴대"]) {
        Some(PhoneHint::Mobile)
    } else if has(&[
        "work",
        "home",
        "main",
        "公司",
        "工作",
        "住家",
        "住宅",
        "geschäft",
        "privat",
        "勤務先",
        "직장",
    ]) {
        Some(PhoneHint::Landline)
    } else {
        None
    }
}

fn of_hint(own: &'static Target, hint: Option<PhoneHint>) -> &'static Target {
    let name = match hint {
        Some(PhoneHint::Mobile) => "mobile",
        Some(PhoneHint::Fax) => "fax",
        Some(PhoneHint::Landline) => "phone",
        None => return own,
    };
    target(name).unwrap_or(own)
}

#[cfg(test)]
mod tests {
    use super::{super::mapping::guess, *};

    #[track_caller]
    fn check(headers: &[&str], cells: &[&str], expected: &[(&str, &str)]) {
        let owned = |texts: &[&str]| texts.iter().map(|t| (*t).to_owned()).collect::<Vec<_>>();
        let line = Line { number: 2, cells: owned(cells), problems: Vec::new() };
        let mapping = guess(&owned(headers), &[]);
        let values = mapping.values(&line);
        let found: Vec<_> = values.iter().map(|v| (v.target.name, v.text.as_ref())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn cells_say_one_value_at_a_time() {
        check(
            &["姓名", "手機", "Email", "標籤", "簽約機率"],
            &[" 王小明 ", "0912345678/公司:02-2345-6789", "a@x.com;b@x.com", "甲、乙;", "5%"],
            &[
                ("name", "王小明"),
                ("mobile", "0912345678"),
                ("phone", "02-2345-6789"),
                ("email", "a@x.com"),
                ("email", "b@x.com"),
                ("tags", "甲"),
                ("tags", "乙"),
            ],
        );
    }

    #[test]
    fn words_for_nothing_are_nothing() {
        let headers = &["姓名", "電話", "Email", "生日", "公司", "備註"];
        check(
            headers,
            &["王", "N/A", "無", "0-0-0", "—", "無"],
            &[("name", "王"), ("notes", "無")],
        );
        check(
            headers,
            &["Na Li", "-", "none", "", "X", ""],
            &[("name", "Na Li"), ("company", "X")],
        );
    }

    #[test]
    fn google_s_labels_are_heard() {
        check(
            &["Labels", "Phone 1 - Label", "Phone 1 - Value", "Phone 2 - Label", "Phone 2 - Value"],
            &["* myContacts ::: 2026 台北展", "Mobile", "0912 ::: 0913", "Work Fax", "02"],
            &[("tags", "2026 台北展"), ("mobile", "0912"), ("mobile", "0913"), ("fax", "02")],
        );
    }

    #[test]
    fn outlook_s_internal_addresses_give_way_to_the_display_name() {
        let headers = &["E-mail Address", "E-mail Type", "E-mail Display Name"];
        check(headers, &["/O=X/CN=Y", "EX", "王 (wang@x.com)"], &[("email", "wang@x.com")]);
        check(headers, &["/O=X/CN=Y", "EX", "王"], &[]);
        check(headers, &["a@x.com", "SMTP", "b@x.com"], &[("email", "a@x.com")]);
    }
}
