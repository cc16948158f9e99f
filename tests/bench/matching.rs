//! Who is found to be the same, on people of whom that is known: precision and recall of pairs.
//!
//! Each set goes the way of a file in a person's hands: `import` with a mapping, every row a new lead, then
//! `duplicates`. The weights are those that are shipped. For the Chinese set they were tuned on the people with an
//! even number; what a street or a birthday weighs was chosen with all of the other sets in view. Each line says what
//! comes out for all people, and in brackets for those with an odd number alone.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use serde_json::{Value as Json, json};

use super::{
    Result,
    figure::{Figure, Row},
    process,
};

/// The name on the command line.
pub const NAME: &str = "matching";

/// Where the sets lie.
const PLACE: &str = "FAIRLEAD_DEDUP";

/// From this score on two records are one person.
const SAME: u64 = 90;

/// From this score on a person looks.
const REVIEW: u64 = 70;

/// People of whom it is known who is the same.
struct Set {
    name: &'static str,
    file: &'static str,
    /// The columns and their fields.
    map: &'static [(&'static str, Option<&'static str>)],
    /// What says who a row is.
    truth: Truth,
    same_goal: &'static str,
    found_goal: &'static str,
}

enum Truth {
    /// A column of the file.
    Column(&'static str),
    /// The middle of the row's own id: `rec-N-dup-K`.
    Id,
}

const CARDS: &[(&str, Option<&str>)] = &[
    ("unique_id", Some("external_id")),
    ("name", Some("name")),
    ("company", Some("company")),
    ("title", Some("job_title")),
    ("mobile", Some("mobile")),
    ("email", Some("email")),
    ("region", None),
    ("cluster", None),
];

const FAKE: &[(&str, Option<&str>)] = &[
    ("unique_id", Some("external_id")),
    ("first_name", Some("given_name")),
    ("surname", Some("family_name")),
    ("dob", Some("birthday")),
    ("city", Some("city")),
    ("email", Some("email")),
    ("cluster", None),
];

const FEBRL: &[(&str, Option<&str>)] = &[
    ("rec_id", Some("external_id")),
    ("given_name", Some("given_name")),
    ("surname", Some("family_name")),
    ("street_number", Some("street")),
    ("address_1", Some("street")),
    ("address_2", Some("street")),
    ("suburb", Some("city")),
    ("postcode", Some("postcode")),
    ("state", Some("region")),
    ("date_of_birth", Some("birthday")),
    ("soc_sec_id", None),
];

const SETS: &[Set] = &[
    Set {
        name: "zh_namecards_synth",
        file: "zh_namecards_synth.csv",
        map: CARDS,
        truth: Truth::Column("cluster"),
        same_goal: "precision ≥ 0.995, recall ≥ 0.97",
        found_goal: "recall ≥ 0.985",
    },
    Set {
        name: "fake_1000",
        file: "splink_fake_1000.csv",
        map: FAKE,
        truth: Truth::Column("cluster"),
        same_goal: "",
        found_goal: "F1 ≥ 0.951 (Splink: 0.997, 0.909)",
    },
    febrl("FEBRL 1", "febrl/dataset1.csv", "F1 ≥ 0.99 (0.997)"),
    febrl("FEBRL 2", "febrl/dataset2.csv", "F1 ≥ 0.99 (0.996)"),
    febrl("FEBRL 3", "febrl/dataset3.csv", "F1 ≥ 0.99 (0.993)"),
];

const fn febrl(name: &'static str, file: &'static str, found_goal: &'static str) -> Set {
    Set { name, file, map: FEBRL, truth: Truth::Id, same_goal: "", found_goal }
}

/// Measures every set in the folder; says of those that are not there that they were not measured.
pub fn measure() -> Result<Vec<Row>> {
    let folder = std::env::var_os(PLACE).map(PathBuf::from);
    let mut rows = Vec::new();
    for set in SETS {
        let file =
            folder.as_ref().map(|folder| folder.join(set.file)).filter(|file| file.is_file());
        let [same, found] = match file {
            Some(file) => measured(set, &file)?,
            None => {
                let words = format!("not measured: {PLACE} names no folder with {}", set.file);
                [words.clone(), words]
            }
        };
        let row = |what: &str, goal, words| {
            Row::new(format!("{}: {what}", set.name), goal, Figure::Words(words))
        };
        rows.push(row("surely the same (≥ 90), in groups", set.same_goal, same));
        rows.push(row("with what a person looks at (≥ 70), in groups", set.found_goal, found));
    }
    Ok(rows)
}

/// Two rows, the smaller one first.
type Pair = (String, String);

/// What is found in a set: of pairs that are surely the same, and of those that a person looks at too.
fn measured(set: &Set, file: &Path) -> Result<[String; 2]> {
    let scratch = tempfile::tempdir()?;
    let (map, workspace) = (scratch.path().join("map.json"), scratch.path().join("workspace"));
    let fields: BTreeMap<_, _> = set.map.iter().copied().collect();
    fs::write(&map, serde_json::to_string(&fields)?)?;
    let (file, map) = (file.to_string_lossy(), map.to_string_lossy());
    process::run(&workspace, &["import", &file, "--map", &map, "--on-match", "new"])?;
    let leads =
        process::answer(&workspace, &["list", "lead", "--columns", "external_id", "--json"])?;
    let text = |json: &Json, name: &str| json[name].as_str().unwrap_or_default().to_owned();
    let leads = leads.as_array().cloned().unwrap_or_default();
    let rows: BTreeMap<String, String> =
        leads.iter().map(|lead| (text(lead, "id"), text(lead, "external_id"))).collect();
    let people = people(set, &file, rows.values())?;
    let found = process::answer(&workspace, &["duplicates", "--min", "70", "--json"])?;
    let found = found.as_array().cloned().unwrap_or_else(|| vec![json!(null)]);
    let pairs: Vec<(Pair, u64)> = found
        .iter()
        .filter_map(|pair| {
            let (a, b) = (rows.get(&text(pair, "a"))?, rows.get(&text(pair, "b"))?);
            Some((ordered(a, b), pair["score"].as_u64()?))
        })
        .collect();
    Ok([SAME, REVIEW].map(|least| {
        let sure: Vec<&Pair> =
            pairs.iter().filter(|(_, score)| *score >= least).map(|(pair, _)| pair).collect();
        let held = |row: &String| people.get(row).is_some_and(|person| person % 2 == 1);
        format!("{} ({})", figures(&people, &sure, |_| true), figures(&people, &sure, held))
    }))
}

/// Which person each row is, by number.
fn people<'a>(
    set: &Set,
    file: &str,
    rows: impl Iterator<Item = &'a String>,
) -> Result<BTreeMap<String, u64>> {
    let number = |text: &str| text.trim().parse::<u64>().ok();
    let Truth::Column(column) = set.truth else {
        let of_id = |row: &String| Some((row.clone(), number(row.split('-').nth(1)?)?));
        return Ok(rows.filter_map(of_id).collect());
    };
    let text = fs::read_to_string(file)?;
    let mut lines = text.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let head = lines.next().unwrap_or_default();
    let place = |name: &str| head.iter().position(|label| label.trim() == name);
    let (Some(id), Some(cluster)) = (place("unique_id"), place(column)) else {
        return Err(format!("{file} has no column {column}").into());
    };
    let from_end = head.len() - cluster;
    let of_line = |line: Vec<&str>| {
        let cluster = line.len().checked_sub(from_end).and_then(|at| line.get(at))?;
        Some(((*line.get(id)?).to_owned(), number(cluster)?))
    };
    Ok(lines.filter_map(of_line).collect())
}

/// Precision, recall and their harmonic mean, of the groups that pairs come to.
fn figures(
    people: &BTreeMap<String, u64>,
    pairs: &[&Pair],
    is_meant: impl Fn(&String) -> bool,
) -> String {
    let rows: Vec<&String> = people.keys().filter(|row| is_meant(row)).collect();
    let mut of_person: BTreeMap<u64, Vec<&String>> = BTreeMap::new();
    for row in &rows {
        of_person.entry(people[*row]).or_default().push(row);
    }
    let truth: BTreeSet<Pair> = of_person.values().flat_map(|rows| all_pairs(rows)).collect();
    let mut group: BTreeMap<&String, usize> = rows.iter().copied().zip(0..).collect();
    let mut members: Vec<Vec<&String>> = rows.iter().map(|row| vec![*row]).collect();
    for (a, b) in pairs {
        let (Some(a), Some(b)) = (group.get(a).copied(), group.get(b).copied()) else { continue };
        if a != b {
            let moved = std::mem::take(&mut members[b]);
            for row in &moved {
                group.insert(row, a);
            }
            members[a].extend(moved);
        }
    }
    let found: BTreeSet<Pair> = members.iter().flat_map(|rows| all_pairs(rows)).collect();
    let right = found.intersection(&truth).count() as f64;
    let precision = if found.is_empty() { 1.0 } else { right / found.len() as f64 };
    let recall = if truth.is_empty() { 1.0 } else { right / truth.len() as f64 };
    let f1 = 2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE);
    format!("precision {precision:.4}, recall {recall:.4}, F1 {f1:.4}")
}

fn all_pairs(rows: &[&String]) -> Vec<Pair> {
    let pairs = rows
        .iter()
        .enumerate()
        .flat_map(|(at, a)| rows.iter().skip(at + 1).map(move |b| ordered(a, b)));
    pairs.collect()
}

fn ordered(a: &str, b: &str) -> Pair {
    if a <= b { (a.to_owned(), b.to_owned()) } else { (b.to_owned(), a.to_owned()) }
}
