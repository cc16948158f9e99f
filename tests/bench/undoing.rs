//! An import is taken back.

use fairlead::{
    engine::Request,
    exchange::{StageOptions, stage_file},
    i18n::Lang,
};

use super::{
    Result, Subject,
    figure::{Figure, Row, timed},
    ground::{Ground, Open},
    importing,
};

pub const SUBJECT: Subject = Subject { name: "undoing", measure };

/// Cards that are imported and taken back; no more than there are leads.
const CARDS: usize = 100_000;

/// How often, after once to warm up.
const RUNS: usize = 3;

fn measure(ground: &Ground) -> Result<Vec<Row>> {
    let count = CARDS.min(ground.leads);
    let cards = importing::file(ground, count)?;
    let mut open = Open::of(&ground.copy("undoing")?)?;
    let (mut imports, mut undos) = (Vec::new(), Vec::new());
    for _ in 0..=RUNS {
        let options = StageOptions::of(open.crm.model(), Lang::En);
        let job = stage_file(&cards, &options)?.pop().ok_or("no table in the file")?;
        let (time, _) = timed(|| open.request(Request::Import(Box::new(job))))?;
        imports.push(time);
        let (time, outcome) = timed(|| open.request(Request::Undo))?;
        let undone = outcome.undo.ok_or("nothing was undone")?;
        if !(undone.kept.is_empty() && undone.failed.is_empty()) {
            return Err("not everything was taken back".into());
        }
        undos.push(time);
    }
    open.crm.close()?;
    let rate = |times: Vec<std::time::Duration>| {
        times.into_iter().skip(1).map(|time| count as f64 / time.as_secs_f64()).collect()
    };
    Ok(vec![
        Row::new(
            "import of 100,000 cards (10,000 at 10,000 leads) into so many leads",
            "≥ 50,000/s",
            Figure::Rates(rate(imports)),
        ),
        Row::new(
            "undo of that import",
            "≤ 5 s",
            Figure::Times(undos.into_iter().skip(1).collect()),
        ),
    ])
}
