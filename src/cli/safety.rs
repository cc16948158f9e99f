//! Backup, restore, check, and sample data.

use std::path::Path;

use serde_json::json;

use super::{Output, Session, output::table};
use crate::{
    domain::Kind,
    engine::{Request, demo},
    error::{Error, Result},
    i18n::{self, Lang},
    store,
};

/// Writes the whole workspace into one verified file.
pub fn backup(session: &mut Session, file: &Path) -> Result<Output> {
    let report = session.crm.store_mut().backup(file)?;
    let args = [
        ("file", report.file.display().to_string().into()),
        ("entries", report.entries.into()),
        ("files", report.files.into()),
    ];
    let text = i18n::text_with(session.lang, "cli-backed-up", &args).into_owned();
    let document = json!({
        "file": report.file.display().to_string(),
        "entries": report.entries,
        "files": report.files,
        "bytes": report.bytes,
    });
    Ok(Output::both(document, text))
}

/// Makes the workspace what a backup holds.
pub fn restore(folder: &Path, file: &Path, lang: Lang) -> Result<Output> {
    let old = store::restore(file, folder)?;
    let old = old.map(|old| old.display().to_string());
    let text = match &old {
        Some(old) => i18n::text_with(lang, "cli-restored-beside", &[("old", old.as_str().into())]),
        None => i18n::text(lang, "cli-restored"),
    };
    Ok(Output::both(json!({"folder": folder.display().to_string(), "old": old}), text.into_owned()))
}

/// Reads everything and says whether it is as it was written.
pub fn check(session: &mut Session, is_memory: bool) -> Result<Output> {
    if is_memory {
        return Ok(memory(session));
    }
    let report = session.crm.store_mut().check()?;
    let rows: Vec<Vec<String>> = report
        .trees
        .iter()
        .map(|tree| {
            vec![
                tree.name.clone(),
                tree.entries.to_string(),
                tree.expected.to_string(),
                tree.damaged.to_string(),
            ]
        })
        .collect();
    let headers = ["part", "entries", "expected", "damaged"].map(str::to_owned);
    let mut text = table(&headers, &rows);
    let key = if report.is_sound { "cli-sound" } else { "cli-not-sound" };
    text.push_str(&i18n::text(session.lang, key));
    if !report.is_sound {
        return Err(Error::storage("check-failed").with("details", text));
    }
    let document =
        serde_json::to_value(&report).map_err(|err| Error::other("cannot-print").because(err))?;
    Ok(Output::both(document, text))
}

/// Fills an empty workspace with sample data.
pub fn demo(session: &mut Session, leads: usize, seed: u64) -> Result<Output> {
    let now = session.viewer().now;
    session.request(Request::Sample(demo::DemoOptions { leads, seed, now }))?;
    let kinds =
        [Kind::Lead, Kind::Activity, Kind::Account, Kind::Contact, Kind::Opportunity, Kind::Order];
    let counts = kinds
        .map(|kind| (kind, session.model().columns(kind).map_or(0, crate::model::Columns::len)));
    let document = counts.iter().map(|(kind, count)| (kind.name().to_owned(), json!(count)));
    let document = serde_json::Value::Object(document.collect());
    let rows: Vec<Vec<String>> = counts
        .iter()
        .map(|(kind, count)| {
            let name = i18n::text(session.lang, &format!("kind-{}-plural", kind.name()));
            vec![name.into_owned(), i18n::grouped(*count as u64)]
        })
        .collect();
    Ok(Output::both(document, table(&[String::new(), String::new()], &rows)))
}

/// What lies in memory, the largest first, and what the system says of the process.
fn memory(session: &Session) -> Output {
    let mut parts = session.model().memory();
    parts.sort_by_key(|part| std::cmp::Reverse(part.bytes));
    let all: usize = parts.iter().map(|part| part.bytes).sum();
    let rows = parts.iter().map(|part| (part.of, part.part, part.bytes));
    let rows = rows.chain([("", "all", all)]);
    let mut rows: Vec<(String, String, u64)> =
        rows.map(|(of, part, bytes)| (of.to_owned(), part.to_owned(), bytes as u64)).collect();
    let process = process_memory();
    rows.extend(process.iter().map(|(name, bytes)| (String::new(), name.clone(), *bytes)));
    let document: Vec<_> = rows
        .iter()
        .map(|(of, part, bytes)| json!({"of": of, "part": part, "bytes": bytes}))
        .collect();
    let rows: Vec<Vec<String>> =
        rows.into_iter().map(|(of, part, bytes)| vec![of, part, i18n::grouped(bytes)]).collect();
    let headers = ["of", "part", "bytes"].map(str::to_owned);
    Output::both(document.into(), table(&headers, &rows))
}

/// What Linux says of the process: resident memory, now and at most, in bytes; elsewhere nothing.
fn process_memory() -> Vec<(String, u64)> {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = |line: &str| {
        let (name, rest) = line.split_once(':')?;
        let name = match name {
            "VmRSS" => "resident",
            "VmHWM" => "resident_at_most",
            _ => return None,
        };
        let kibibytes: u64 = rest.trim().strip_suffix(" kB")?.trim().parse().ok()?;
        Some((name.to_owned(), kibibytes * 1024))
    };
    status.lines().filter_map(line).collect()
}
