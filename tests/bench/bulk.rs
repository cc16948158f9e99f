//! Many leads changed by one command, and what single saves take meanwhile.

use std::{
    sync::mpsc,
    time::{Duration, Instant},
};

use fairlead::{
    domain::{Id, Kind, Lead, Role},
    engine::{Assign, Command, Request, Set, Writer},
};
use serde_json::{Map, json};
use uuid::Uuid;

use super::{
    Result, Subject,
    figure::{Figure, Row, percentile},
    ground::{Ground, Open},
};

pub const SUBJECT: Subject = Subject { name: "bulk", measure };

/// Between one save and the next.
const PAUSE: Duration = Duration::from_millis(20);

fn measure(ground: &Ground) -> Result<Vec<Row>> {
    let open = Open::of(&ground.copy("bulk")?)?;
    let leads = open.changeable_leads(ground.leads)?;
    let seller = open.crm.model().users.find(|user| user.role == Role::Sales && !user.inactive);
    let seller = seller.map(|(id, _)| id).ok_or("nobody sells")?;
    let actor = open.actor;
    let writer = Writer::start(open.crm, || {})?;
    let mut rows = Vec::new();
    for (what, goal, leads) in amounts(&leads) {
        let values = Map::from_iter([(
            "supplier".to_owned(),
            json!(format!("Supplier of {}", leads.len())),
        )]);
        let set = Set { kind: Kind::Lead, ids: leads.to_vec(), values };
        let assign = Assign {
            leads: leads.iter().map(|lead| Id::<Lead>::new(*lead)).collect(),
            to: Some(seller),
            pool: None,
            reason: None,
        };
        for (name, command) in [("set", Command::from(set)), ("assign", Command::from(assign))] {
            let (time, saves) = run(&writer, actor, command, leads)?;
            rows.push(Row::new(format!("{name} {what}"), goal, Figure::Times(vec![time])));
            let (p50, most) = (percentile(&saves, 50), percentile(&saves, 100));
            rows.push(Row::new(
                format!("saves during {name} {what}: p50"),
                "",
                Figure::Times(vec![p50]),
            ));
            rows.push(Row::new(
                format!("the slowest save during {name} {what}"),
                "≤ 50 ms",
                Figure::Times(vec![most]),
            ));
        }
    }
    writer.close()?;
    Ok(rows)
}

/// So many leads, with their goals.
fn amounts(leads: &[Uuid]) -> Vec<(&'static str, &'static str, &[Uuid])> {
    let mut amounts = Vec::new();
    if let Some(some) = leads.get(..100_000) {
        amounts.push(("100,000 leads", "≤ 5 s", some));
    }
    amounts.push(("every lead that may be changed", "≤ 60 s", leads));
    amounts
}

/// Runs a command while a field of single leads is set again and again. Gives how long the command takes,
/// and each of the saves.
fn run(
    writer: &Writer,
    actor: Option<Id<fairlead::domain::User>>,
    command: Command,
    leads: &[Uuid],
) -> Result<(Duration, Vec<Duration>)> {
    let (answer, answers) = mpsc::channel();
    let started = Instant::now();
    writer.request(actor, Request::Run(command), move |result| {
        // Nobody listens any more if the benchmark has failed.
        drop(answer.send((Instant::now(), result.map(drop))));
    });
    let mut saves = Vec::new();
    for number in 0.. {
        if let Ok((ended, result)) = answers.recv_timeout(PAUSE) {
            result?;
            return Ok((ended - started, saves));
        }
        let lead = leads[number * 7_919 % leads.len()];
        let values =
            Map::from_iter([("department".to_owned(), json!(format!("Department {number}")))]);
        let set = Set { kind: Kind::Lead, ids: vec![lead], values };
        saves.push(save(writer, actor, set)?);
    }
    Ok((started.elapsed(), saves))
}

fn save(writer: &Writer, actor: Option<Id<fairlead::domain::User>>, set: Set) -> Result<Duration> {
    let (answer, answers) = mpsc::channel();
    let started = Instant::now();
    writer.request(actor, Request::Run(set.into()), move |result| {
        // As above.
        drop(answer.send(result.map(drop)));
    });
    answers.recv()??;
    Ok(started.elapsed())
}
