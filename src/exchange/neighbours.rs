//! Labels that mean one thing by themselves and another beside their neighbours.

use super::{labels::normalise, mapping::ColumnMap};
use crate::domain::Line;

/// How programs call the column of a pair that holds the value.
pub const VALUES: &[&str] = &["value", "值", "wert", "値", "값"];

/// How they call the one that says of which sort it is.
pub const SORTS: &[&str] =
    &["label", "type", "標籤", "标签", "類型", "类型", "typ", "ラベル", "라벨"];

/// Settles what the columns of a table mean beside each other, and finds those that say something
/// of another one.
pub fn settle(columns: &mut [ColumnMap]) {
    settle_titles(columns);
    settle_names(columns);
    settle_pairs(columns);
    link(columns);
}

/// `Title` and 頭銜 are an honorific beside Suffix or Job Title, else the job title.
fn settle_titles(columns: &mut [ColumnMap]) {
    let is_title = |column: &ColumnMap| {
        matches!(normalise(&column.column).as_str(), "title" | "頭銜" | "头衔" | "標題" | "标题")
    };
    let has_partner = columns
        .iter()
        .any(|column| !is_title(column) && matches!(column.canonical, "suffix" | "job_title"));
    for column in columns.iter_mut().filter(|column| is_title(column)) {
        column.set(if has_partner { "honorific" } else { "job_title" });
    }
}

/// 名稱 is the company's beside 聯絡人, else the person's.
fn settle_names(columns: &mut [ColumnMap]) {
    let is_plain =
        |column: &ColumnMap| matches!(normalise(&column.column).as_str(), "名稱" | "名称" | "name");
    let has_company = columns.iter().any(|column| column.is("company"));
    let has_person =
        columns.iter().any(|column| column.canonical == "full_name" && !is_plain(column));
    if has_person && !has_company {
        columns
            .iter_mut()
            .filter(|column| is_plain(column))
            .for_each(|column| column.set("company"));
    }
}

/// An address at home gives way to the one at work, so that they are not mixed; a birthday in three
/// columns is none.
fn settle_pairs(columns: &mut [ColumnMap]) {
    let labels: Vec<String> = columns.iter().map(|column| normalise(&column.column)).collect();
    let has = |start: &str| labels.iter().any(|label| label.starts_with(start));
    let has_work = has("work") || has("business");
    for (column, label) in columns.iter_mut().zip(&labels) {
        let is_address =
            ["street", "city", "region", "postcode", "country"].iter().any(|n| column.is(n));
        let is_at_home = has_work && is_address && label.starts_with("home");
        if is_at_home || (label == "birthday" && has("birthmonth")) {
            (column.target, column.confidence, column.why) = (None, 0.0, "unknown");
        }
    }
}

/// 이름 beside 성, and `Name` beside `Vorname`, hold one part of a name and not the whole of it: what the other
/// column says stands nowhere in them.
pub fn settle_parts(columns: &mut [ColumnMap], sample: &[Line]) {
    let only = |name: &str| {
        let mut found = columns.iter().filter(|column| column.is(name));
        found.next().filter(|_| found.next().is_none()).map(|column| column.index)
    };
    let (Some(whole), family, given) = (only("name"), only("family_name"), only("given_name"))
    else {
        return;
    };
    let (part, other) = match (family, given) {
        (Some(family), None) => (family, "given_name"),
        (None, Some(given)) => (given, "family_name"),
        _ => return,
    };
    let cell = |line: &Line, index: usize| {
        line.cells.get(index).map(|cell| cell.trim().to_owned()).filter(|cell| !cell.is_empty())
    };
    let pairs = sample.iter().filter_map(|line| Some((cell(line, whole)?, cell(line, part)?)));
    let (mut all, mut within) = (0_usize, 0_usize);
    let is_han = |text: &str| text.contains(crate::domain::fold::is_han);
    for (name, part) in pairs {
        all += 1;
        // 王小明 beside Xiao-Ming is a whole name all the same.
        within += usize::from(name.contains(&part) || is_han(&name) != is_han(&part));
    }
    if all > 0
        && within * 2 < all
        && let Some(column) = columns.iter_mut().find(|column| column.index == whole)
    {
        column.set(other);
    }
}

/// Finds the columns that say something of their neighbours.
fn link(columns: &mut [ColumnMap]) {
    let labels: Vec<String> = columns.iter().map(|column| normalise(&column.column)).collect();
    let place = |label: &str, from: &str, to: &[&str]| {
        let mut others = to.iter().map(|to| label.replacen(from, to, 1));
        others.find_map(|other| labels.iter().position(|l| *l == other && *l != label))
    };
    for (column, label) in columns.iter_mut().zip(&labels) {
        if let Some(value) = VALUES.iter().find(|value| label.ends_with(**value)) {
            column.beside = place(label, value, SORTS);
        } else if column.is("email") {
            column.beside =
                place(label, "address", &["type"]).or(place(label, "地址", &["類型", "类型"]));
            column.spare = place(label, "address", &["displayname"]).or(place(
                label,
                "地址",
                &["顯示名稱", "显示名称", "显示名"],
            ));
        }
    }
}
