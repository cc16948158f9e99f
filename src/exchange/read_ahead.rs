//! Reading goes on while earlier rows are written: lines are read and understood on a thread of
//! their own, and handed over in parcels.

use std::{
    path::Path,
    sync::mpsc::{self, Receiver},
    thread,
};

use super::{Stager, stopped};
use crate::{
    domain::{Line, Problem},
    engine::StagedCard,
    error::{Error, Result},
};

/// Lines handed over at once between the reader's thread and the writer's.
const PARCEL: usize = 512;

/// Parcels read ahead.
const AHEAD: usize = 8;

/// Reads and understands lines on a thread of their own, so that it goes on while others are written.
pub fn read_ahead(
    path: &Path,
    lines: impl Iterator<Item = Result<Line, Problem>> + Send + 'static,
    stager: Stager,
) -> Result<Parcels> {
    let (give, take) = mpsc::sync_channel::<Vec<Result<StagedCard>>>(AHEAD);
    let path = path.to_owned();
    let work = move || {
        let mut parcel = Vec::with_capacity(PARCEL);
        for (place, line) in (0..).zip(lines) {
            let line = line.map_err(|problem| stopped(&path, &problem));
            let card = line.and_then(|line| StagedCard::of(stager.staged(place, &line)));
            let is_over = card.is_err();
            parcel.push(card);
            if parcel.len() == PARCEL || is_over {
                let full = std::mem::replace(&mut parcel, Vec::with_capacity(PARCEL));
                // Nobody takes any more: the import was cancelled.
                if give.send(full).is_err() || is_over {
                    return;
                }
            }
        }
        if give.send(parcel).is_err() {
            // The same, at the very end.
        }
    };
    thread::Builder::new()
        .name("read-file".to_owned())
        .spawn(work)
        .map_err(|err| Error::other("no-thread").because(err))?;
    Ok(Parcels { take, current: Vec::new().into_iter() })
}

/// The lines of the parcels, one by one.
pub struct Parcels {
    take: Receiver<Vec<Result<StagedCard>>>,
    current: std::vec::IntoIter<Result<StagedCard>>,
}

impl Iterator for Parcels {
    type Item = Result<StagedCard>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(line) = self.current.next() {
                return Some(line);
            }
            self.current = self.take.recv().ok()?.into_iter();
        }
    }
}
