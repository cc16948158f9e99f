//! A csv of cards becomes leads: read, understood, matched, saved, searchable.

use std::path::PathBuf;

use super::{
    Result, Subject, cards,
    figure::{Figure, Row, timed},
    ground::Ground,
    process, rival,
};

pub const SUBJECT: Subject = Subject { name: "importing", measure };

/// Cards up to which an import is measured three times, after once to warm up; beyond, once.
const OFTEN: usize = 100_000;

fn measure(ground: &Ground) -> Result<Vec<Row>> {
    let cards = file(ground, ground.leads)?;
    let (warm_up, runs) = if ground.leads > OFTEN { (0, 1) } else { (1, 3) };
    let rate = |seconds: f64| ground.leads as f64 / seconds;
    let (mut own, mut rivals) = (Vec::new(), Vec::new());
    let mut peak = None;
    for _ in 0..warm_up + runs {
        let place = ground.empty("importing")?;
        let path = cards.to_string_lossy();
        let ran = process::run(&place, &["import", &path, "--campaign", "Fair", "--json"])?;
        own.push(rate(ran.time.as_secs_f64()));
        peak = ran.peak;
        let (time, _) = timed(|| rival::import(&cards, &ground.scratch("importing.sqlite")))?;
        rivals.push(rate(time.as_secs_f64()));
    }
    let measured = |rates: Vec<f64>| Figure::Rates(rates.into_iter().skip(warm_up).collect());
    let mut rows = vec![
        Row::new(
            "so many cards into an empty workspace, from start to end of the program",
            "≥ 50,000/s",
            measured(own),
        ),
        Row::rival("SQLite with indexes and FTS5 trigram, in Rust", measured(rivals)),
    ];
    rows.extend(peak.map(|peak| Row::new("memory of the import: peak", "", Figure::Bytes(peak))));
    Ok(rows)
}

/// A file of so many cards; it is made if it is not there.
pub fn file(ground: &Ground, count: usize) -> Result<PathBuf> {
    let path = ground.beside(&format!("cards-{count}.csv"));
    if !path.exists() {
        let aside = path.with_extension("half-made");
        cards::write(&aside, count)?;
        std::fs::rename(&aside, &path)?;
    }
    Ok(path)
}
