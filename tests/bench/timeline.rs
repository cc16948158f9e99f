//! Everything that happened to one record: what was done about it, and what was changed in it by whom.

use std::time::Duration;

use fairlead::domain::{Activity, Fields as _, RecordId};

use super::{
    Result, Subject,
    figure::{RUNS, Row, percentile, repeated, timed},
    ground::{Ground, Open},
};

pub const SUBJECT: Subject = Subject { name: "timeline", measure };

/// How many leads are looked at, from all over the base.
const LEADS: usize = 200;

fn measure(ground: &Ground) -> Result<Vec<Row>> {
    let place = ground.copy("timeline")?;
    let open = Open::of(&place)?;
    let leads = &open.crm.model().leads;
    let step = (leads.capacity() / LEADS).max(1);
    let records: Vec<RecordId> =
        (0..leads.capacity()).step_by(step).filter_map(|row| leads.id(row)).collect();
    let slowest = |percent| {
        repeated(RUNS, || -> Result<Duration> {
            let times =
                records.iter().map(|record| timed(|| read(&open, *record)).map(|(time, _)| time));
            Ok(percentile(&times.collect::<Result<Vec<_>>>()?, percent))
        })
    };
    let rows = vec![
        Row::new("a lead, its activities and its history, read from disk: p50", "", slowest(50)?),
        Row::new("the same: p99", "≤ 20 ms", slowest(99)?),
    ];
    open.crm.close()?;
    Ok(rows)
}

/// Gives how many entries the timeline has.
fn read(open: &Open, record: RecordId) -> Result<usize> {
    let store = open.crm.store();
    let mut count = 0;
    for id in open.crm.model().activities_about(record) {
        let activity = store.read(id.record())?.map(|stored| Activity::from_row(stored.row));
        count += usize::from(activity.is_some());
    }
    let made_in = store.read(record)?.map(|stored| stored.created_in);
    for sequence in
        made_in.into_iter().chain(store.timeline(record)?.into_iter().map(|(sequence, _)| sequence))
    {
        count += usize::from(store.header(sequence)?.is_some());
    }
    Ok(count)
}
