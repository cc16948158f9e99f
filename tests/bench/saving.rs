//! One command, saved: a power cut after it does not lose it.

use std::time::Duration;

use fairlead::{
    domain::{ActivityKind, Kind},
    engine::{Log, Set},
};
use serde_json::{Map, json};
use uuid::Uuid;

use super::{
    Result, Subject,
    figure::{Figure, Row, percentile, timed},
    ground::{Ground, Open},
};

pub const SUBJECT: Subject = Subject { name: "saving", measure };

/// Rounds, the first to warm up, and commands of each sort in one.
const ROUNDS: usize = 6;
const COMMANDS: usize = 200;

fn measure(ground: &Ground) -> Result<Vec<Row>> {
    let mut open = Open::of(&ground.copy("saving")?)?;
    let leads = open.changeable_leads(ground.leads)?;
    let step = (leads.len() / COMMANDS).max(1);
    let leads: Vec<Uuid> = leads.into_iter().step_by(step).collect();
    let mut rounds = Vec::new();
    for round in 0..ROUNDS {
        rounds.push(saves(&mut open, &leads, round)?);
    }
    open.crm.close()?;
    let slowest = |percent| {
        let of_round = rounds.iter().skip(1).map(|times| percentile(times, percent));
        Figure::Times(of_round.collect())
    };
    Ok(vec![
        Row::new(
            "a field set or an activity logged, all over the base: p50",
            "≤ 2 ms",
            slowest(50),
        ),
        Row::new("the same: p99", "≤ 10 ms", slowest(99)),
    ])
}

fn saves(open: &mut Open, leads: &[Uuid], round: usize) -> Result<Vec<Duration>> {
    let mut times = Vec::new();
    for lead in leads {
        let values =
            Map::from_iter([("department".to_owned(), json!(format!("Department {round}")))]);
        let set = Set { kind: Kind::Lead, ids: vec![*lead], values };
        times.push(timed(|| open.run(set))?.0);
        let about = vec![fairlead::domain::RecordId { kind: Kind::Lead, uuid: *lead }];
        let log = Log {
            about,
            kind: ActivityKind::Call,
            outcome: None,
            signal: None,
            text: Some(format!("called in round {round}")),
            next_step: None,
            at: None,
            due: None,
            assignee: None,
        };
        times.push(timed(|| open.run(log))?.0);
    }
    Ok(times)
}
