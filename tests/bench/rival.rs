//! SQLite on the same data: what a capable person would put together in an afternoon.

use std::{collections::HashMap, fs, path::Path, sync::Arc};

use fairlead::domain::{Fields as _, Kind, Lead};
use rusqlite::{Connection, params};

use super::{
    Result,
    ground::{Ground, Open},
};

/// The sample's leads in SQLite, with the indexes that help the questions asked and with full-text search by
/// trigrams. Made once and kept. All of it fits into its cache.
pub fn leads(ground: &Ground) -> Result<Connection> {
    let path = ground.beside("leads.sqlite");
    if !path.exists() {
        let aside = ground.beside("half-made.sqlite");
        remove(&aside)?;
        make(ground, &aside)?;
        fs::rename(&aside, &path)?;
    }
    let db = Connection::open(&path)?;
    db.pragma_update(None, "cache_size", -2_000_000)?;
    Ok(db)
}

fn make(ground: &Ground, path: &Path) -> Result<()> {
    let mut open = Open::of(&ground.workspace())?;
    let (model, now) = (Arc::clone(open.crm.model()), open.crm.viewer(None).now);
    let mut db = Connection::open(path)?;
    db.pragma_update(None, "journal_mode", "off")?;
    db.pragma_update(None, "synchronous", "off")?;
    db.execute_batch(
        "create table lead(id integer primary key, name, company, text, stage, grade, score, owner, \
         campaign, captured_at);",
    )?;
    let all = db.transaction()?;
    {
        let mut insert = all.prepare("insert into lead values(null, ?, ?, ?, ?, ?, ?, ?, ?, ?)")?;
        for entry in open.crm.store_mut().scan(Kind::Lead)? {
            let (record, stored) = entry?;
            let lead = Lead::from_row(stored.row);
            let row = model.leads.find(record.uuid).unwrap_or_default();
            insert.execute(params![
                lead.name,
                lead.company,
                searched(&lead),
                lead.stage.id(),
                model.grade(row),
                model.score(row, now),
                lead.owner.map(|id| id.to_string()),
                lead.campaign.map(|id| id.to_string()),
                lead.captured_at.map(|at| at.0),
            ])?;
        }
    }
    all.commit()?;
    db.execute_batch(
        "create index by_name on lead(name);
         create index by_stage on lead(stage, captured_at);
         create index by_campaign on lead(campaign, stage);
         create virtual table found using fts5(text, content='lead', content_rowid='id', \
             tokenize='trigram');
         insert into found(found) values('rebuild');
         analyze;",
    )?;
    Ok(())
}

/// What Fairlead searches of a lead.
fn searched(lead: &Lead) -> String {
    let mut texts = vec![lead.name.clone(), lead.latin_name.clone(), lead.company.clone()];
    texts.extend(lead.emails.iter().map(|mail| mail.address.clone()));
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    for phone in &lead.phones {
        texts.extend([digits(&phone.raw), digits(&phone.e164)]);
    }
    texts.join("\n")
}

/// Imports a file of cards: mobile numbers and mails in one spelling, whoever has either of them already is
/// left out, five indexes, full-text search by trigrams. Gives how many were kept.
pub fn import(cards: &Path, path: &Path) -> Result<usize> {
    remove(path)?;
    let mut db = Connection::open(path)?;
    db.pragma_update(None, "journal_mode", "wal")?;
    db.pragma_update(None, "synchronous", "normal")?;
    db.execute_batch(
        "create table lead(id integer primary key, name, company, title, department, mobile, phone, mail, \
         address, site, note, grade, interest, own_mobile, own_mail);",
    )?;
    let mut known: HashMap<String, ()> = HashMap::new();
    let mut kept = 0;
    let mut reader = csv::Reader::from_path(cards)?;
    let all = db.transaction()?;
    {
        let mut insert = all.prepare(
            "insert into lead(name, company, title, department, mobile, phone, mail, address, site, note, grade, \
             interest, own_mobile, own_mail) values(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )?;
        for record in reader.records() {
            let record = record?;
            let cell = |at: usize| record.get(at).unwrap_or_default();
            let (mobile, mail) = (own_mobile(cell(4)), cell(6).trim().to_lowercase());
            let keys = [&mobile, &mail].into_iter().filter(|key| !key.is_empty());
            if keys.clone().any(|key| known.contains_key(key)) {
                continue;
            }
            known.extend(keys.map(|key| (key.clone(), ())));
            kept += 1;
            let cells = record.iter().chain([mobile.as_str(), mail.as_str()]);
            insert.execute(rusqlite::params_from_iter(cells))?;
        }
    }
    all.commit()?;
    db.execute_batch(
        "create index by_mobile on lead(own_mobile);
         create index by_mail on lead(own_mail);
         create index by_company on lead(company);
         create index by_name on lead(name);
         create index by_grade on lead(grade, interest);
         create virtual table found using fts5(name, company, mail, note, content='lead', \
             content_rowid='id', tokenize='trigram');
         insert into found(found) values('rebuild');
         pragma wal_checkpoint(truncate);",
    )?;
    Ok(kept)
}

fn own_mobile(text: &str) -> String {
    let digit = |c: char| match c {
        '０'..='９' => char::from_digit(c as u32 - '０' as u32, 10),
        _ => c.is_ascii_digit().then_some(c),
    };
    let digits: String = text.chars().filter_map(digit).collect();
    match digits.strip_prefix("09") {
        Some(rest) => format!("8869{rest}"),
        None => digits,
    }
}

fn remove(path: &Path) -> Result<()> {
    for end in ["", "-wal", "-shm"] {
        let file = format!("{}{end}", path.display());
        if Path::new(&file).exists() {
            fs::remove_file(file)?;
        }
    }
    Ok(())
}
