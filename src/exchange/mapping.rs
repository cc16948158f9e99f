//! Which column is which field: by its label if that is known, confirmed or told by its content,
//! corrected by a template or a person.

use sha2::{Digest as _, Sha256};

use crate::{domain::Line, error::Result};

use super::{
    content::{KINDS, Kind},
    labels::{self, Known, normalise},
    neighbours,
    targets::{Target, target},
    user_map::{self, Wish},
};

/// What the columns of a table mean.
#[derive(Clone, Debug, Default)]
pub struct Mapping {
    /// Every column of the table, in its order.
    pub columns: Vec<ColumnMap>,
}

/// What a column means.
#[derive(Clone, Debug)]
pub struct ColumnMap {
    /// Its label; empty if it has none.
    pub column: String,
    /// Where it stands, counted from 0.
    pub index: usize,
    /// The field it goes to; none if it is left out.
    pub target: Option<&'static Target>,
    /// How sure that is, 0 to 1.
    pub confidence: f32,
    /// Why: `known-label`, `content`, `template`, `user` or `unknown`; the text is `why-<code>`.
    pub why: &'static str,
    /// The column that says of which sort its values are (Google's `Phone 1 - Label`).
    pub beside: Option<usize>,
    /// The column to look into when this one holds nothing of use (Outlook's display name).
    pub spare: Option<usize>,
    /// The finer name of a known label.
    pub(super) canonical: &'static str,
    /// The language that its label belongs to, if it belongs to one only.
    pub(super) language: &'static str,
}

/// Guesses what the columns mean, from their labels and the first lines.
pub fn guess(headers: &[String], sample: &[Line]) -> Mapping {
    let width = sample.iter().map(|line| line.cells.len()).max().unwrap_or(0).max(headers.len());
    let label = |index: usize| headers.get(index).cloned().unwrap_or_default();
    let mut columns: Vec<ColumnMap> =
        (0..width).map(|index| ColumnMap::of_label(index, label(index))).collect();
    neighbours::settle(&mut columns);
    let values: Vec<Vec<&str>> = (0..width).map(|index| values_of(sample, index)).collect();
    for (column, values) in columns.iter_mut().zip(&values) {
        column.confirm(values);
    }
    tell_by_content(&mut columns, &values);
    neighbours::settle_parts(&mut columns, sample);
    Mapping { columns }
}

/// A name for a set of labels, by which the mapping of the last file like it is found again.
pub fn signature(headers: &[String]) -> String {
    let mut hash = Sha256::new();
    for label in headers {
        hash.update(normalise(label));
        hash.update([0]);
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Mapping {
    /// Follows what a person wishes.
    ///
    /// # Errors
    ///
    /// `unknown-column` if there is no column of this label; nothing is changed then.
    pub fn with_user(&mut self, wishes: &[Wish]) -> Result<()> {
        for wish in wishes {
            if user_map::columns_of(wish, &self.columns).is_empty() {
                return Err(user_map::unknown_column(wish, &self.columns));
            }
        }
        self.follow(wishes, "user");
        Ok(())
    }

    /// Follows a mapping remembered from an earlier file. Columns that are gone are passed over.
    pub fn with_template(&mut self, wishes: &[Wish]) {
        let differs = |wish: &&Wish| {
            let columns = user_map::columns_of(wish, &self.columns);
            let mut columns = columns.iter().filter_map(|index| self.columns.get(*index));
            columns.any(|column| column.target != wish.target)
        };
        // What would have been guessed anyway keeps its own reason.
        let differing: Vec<Wish> = wishes.iter().filter(differs).cloned().collect();
        self.follow(&differing, "template");
    }

    /// How a column is called in a problem: by its label, else by its number.
    pub fn label(&self, index: usize) -> String {
        let column = self.columns.iter().find(|column| column.index == index);
        let label = column.map(|column| column.column.as_str()).filter(|it| !it.is_empty());
        label.map_or_else(|| format!("#{}", index + 1), str::to_owned)
    }

    /// The mapping as wishes, to be remembered. Columns without a label are named by their place.
    pub fn wishes(&self) -> Vec<Wish> {
        self.columns.iter().map(Wish::of_column).collect()
    }

    fn follow(&mut self, wishes: &[Wish], why: &'static str) {
        for wish in wishes {
            for index in user_map::columns_of(wish, &self.columns) {
                if let Some(column) = self.columns.get_mut(index) {
                    (column.target, column.confidence, column.why) = (wish.target, 1.0, why);
                }
            }
        }
    }
}

impl ColumnMap {
    fn of_label(index: usize, label: String) -> Self {
        let known = labels::lookup(&label).or_else(|| google(&label));
        let (canonical, language) =
            known.map_or(("", ""), |known| (known.canonical, known.language));
        let (confidence, why) =
            if known.is_some() { (1.0, "known-label") } else { (0.0, "unknown") };
        let target = known.map(|known| known.target);
        Self {
            column: label,
            index,
            target,
            confidence,
            why,
            beside: None,
            spare: None,
            canonical,
            language,
        }
    }

    /// Whether it goes to the field of this name.
    pub(super) fn is(&self, name: &str) -> bool {
        self.target.is_some_and(|target| target.name == name)
    }

    /// Gives it the field of this name.
    pub(super) fn set(&mut self, name: &str) {
        self.target = target(name);
    }

    /// Holds the label against the values. A label that says phone over a column of mail
    /// addresses is wrong; one over nothing like a phone is doubtful.
    fn confirm(&mut self, values: &[&str]) {
        let Some(target) = self.target else { return };
        if target.name == "external_id" && counts_up(values) {
            // The numbers of the rows would make everyone of two files the same person.
            self.set("ignore");
        }
        if target.name == "website" && values.iter().all(|value| value.contains("linkedin.com/in/"))
        {
            self.set(if values.is_empty() { "website" } else { "linkedin" });
            return;
        }
        if !matches!(
            target.name,
            "email" | "phone" | "mobile" | "fax" | "website" | "name" | "company"
        ) {
            return;
        }
        let own = Kind::of(target.name).and_then(|kind| kind.share(values));
        if values.len() < 2 || own.is_none_or(|share| share >= 0.2) {
            return;
        }
        let better = ["email", "website"].into_iter().filter_map(Kind::of).find(|kind| {
            kind.target != target.name
                && kind.share(values).is_some_and(|share| share >= kind.least)
        });
        if let Some(kind) = better {
            self.set(kind.target);
            (self.confidence, self.why) = (0.7, "content");
        } else if !matches!(target.name, "name" | "company") {
            self.confidence = 0.6;
        }
    }
}

/// Google's columns come in pairs, as many as the fullest card needs: `Phone 1 - Value`, `Telefon 1 – Wert`.
fn google(label: &str) -> Option<Known> {
    let (group, part) =
        label.rsplit_once([" - ", " – "].into_iter().find(|it| label.contains(it))?)?;
    let (name, number) = group.rsplit_once(' ')?;
    number.parse::<u8>().ok()?;
    let group = match normalise(name).as_str() {
        "phone" | "電話" | "电话" | "telefon" | "전화" => "phone",
        "email" | "電子郵件" | "电子邮件" | "メール" | "eメール" | "이메일" => {
            "email"
        }
        "website" | "網站" | "网站" | "ウェブサイト" | "웹사이트" => "website",
        "address" | "organization" | "地址" | "住所" | "adresse" | "機構" | "组织" => "",
        _ => return None,
    };
    let part = normalise(part);
    let canonical = match (group, part.as_str()) {
        ("", _) if !neighbours::SORTS.contains(&part.as_str()) => return None,
        (group, part) if neighbours::VALUES.contains(&part) => group,
        (_, part) if neighbours::SORTS.contains(&part) => "ignore",
        _ => return None,
    };
    target(canonical).map(|target| Known { canonical, target, language: "" })
}

/// Gives fields to columns whose label says nothing, by what they hold.
fn tell_by_content(columns: &mut [ColumnMap], values: &[Vec<&str>]) {
    for kind in KINDS {
        let is_free = !columns.iter().any(|column| column.is(kind.target));
        let takes_many = target(kind.target).is_some_and(|target| target.many);
        let is_sure = matches!(kind.target, "email" | "website" | "mobile");
        let mut found: Vec<(usize, f32)> = Vec::new();
        for (column, values) in
            columns.iter().zip(values).filter(|(column, _)| column.target.is_none())
        {
            // A label is worth more than a likeness: a number of seven digits may be an order.
            let may = (column.column.is_empty() || is_sure) && (is_free || takes_many);
            match kind.share(values) {
                Some(share) if may && share >= kind.least => found.push((column.index, share)),
                _ => {}
            }
        }
        if !takes_many {
            found.sort_by(|a, b| b.1.total_cmp(&a.1));
            found.truncate(1);
        }
        for (index, share) in found {
            if let Some(column) = columns.get_mut(index) {
                column.set(kind.target);
                (column.confidence, column.why) = (share * 0.8, "content");
            }
        }
    }
}

/// The values of a column that say anything, of the first fifty lines.
fn values_of(sample: &[Line], index: usize) -> Vec<&str> {
    let cells = sample.iter().take(50).filter_map(|line| line.cells.get(index));
    cells.map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect()
}

/// Whether the values are the numbers of the rows: 1, 2, 3…
fn counts_up(values: &[&str]) -> bool {
    let numbers: Option<Vec<u32>> = values.iter().map(|value| value.parse().ok()).collect();
    let numbers = numbers.unwrap_or_default();
    let first_is_low = numbers.first().is_some_and(|first| *first < 3);
    numbers.len() > 1 && first_is_low && numbers.is_sorted_by(|a, b| *b == a + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(headers: &str, rows: &[&str]) -> Mapping {
        let cells = |row: &str| row.split('|').map(str::to_owned).collect::<Vec<_>>();
        let line = |row: &&str| Line { cells: cells(row), ..Line::default() };
        guess(&cells(headers), &rows.iter().map(line).collect::<Vec<_>>())
    }

    #[track_caller]
    fn check(headers: &str, rows: &[&str], expected: &[&str]) {
        let mapping = table(headers, rows);
        let names = mapping.columns.iter().map(|column| column.target.map_or("", |t| t.name));
        assert_eq!(names.collect::<Vec<_>>(), expected, "{headers}");
    }

    #[test]
    fn labels_are_told_apart_by_the_company_they_keep() {
        check("Title|Last Name|Suffix", &[], &["honorific", "family_name", "honorific"]);
        check("Title|Job Title", &[], &["honorific", "job_title"]);
        check("Last Name|Title|Company", &[], &["family_name", "job_title", "company"]);
        check("姓名|頭銜", &[], &["name", "job_title"]);
        check("頭銜|職稱", &[], &["honorific", "job_title"]);
        check("名稱|聯絡人", &[], &["company", "name"]);
        check("名稱|公司", &[], &["name", "company"]);
        check("電話|電話|Email|", &[], &["phone", "phone", "email", ""]);
    }

    #[test]
    fn a_label_is_held_against_the_content() {
        let mapping = table("電話|姓名", &["a@x.com|王", "b@x.com|李", "c@x.com|陳"]);
        let first = mapping.columns.first().unwrap();
        assert_eq!((first.target.unwrap().name, first.why), ("email", "content"));
        check("序號|姓名", &["1|王", "2|李"], &["ignore", "name"]);
        check("編號|姓名", &["A7|王", "B2|李"], &["external_id", "name"]);
    }

    #[test]
    fn columns_without_labels_are_told_by_content() {
        check(
            "|||||",
            &[
                "王小明|測試精密工業股份有限公司|經理|0912-345-678|xm@example.com|請寄型錄",
                "张伟|示例科技（深圳）有限公司|采购总监|13800138000|zw@example.cn|微信同号",
                "John Smith|Acme, Inc.|Director, Marketing|+1-202-555-0143|j@example.com|call me",
            ],
            &["name", "company", "job_title", "mobile", "email", ""],
        );
    }

    #[test]
    fn google_and_outlook_say_beside_a_value_what_it_is() {
        let mapping = table(
            "Phone 3 - Label|Phone 3 - Value|E-mail 2 Address|E-mail 2 Type|E-mail 2 Display Name",
            &[],
        );
        let links: Vec<_> = mapping.columns.iter().map(|c| (c.beside, c.spare)).collect();
        assert_eq!(
            links,
            [(None, None), (Some(0), None), (Some(3), Some(4)), (None, None), (None, None)]
        );
        assert!(mapping.columns.first().unwrap().is("ignore"));
    }

    #[test]
    fn signatures_forgive_what_labels_forgive() {
        let of = |labels: [&str; 2]| signature(&labels.map(str::to_owned));
        assert_eq!(of(["姓名", "E-mail"]), of([" 姓名:", "email"]));
        assert_ne!(of(["姓名", "公司"]), of(["公司", "姓名"]));
        assert_eq!(of(["a", "b"]).len(), 64);
    }
}
