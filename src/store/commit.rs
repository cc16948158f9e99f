//! Small commands: one frame, one sync, then sled.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    CHANGES, HEADERS, Store, TOUCHED, codec,
    database::Write,
    encoded::NewRecord,
    files::{Files, LONGEST_TEXT},
    journal::Place,
};
use crate::{
    domain::{Change, Header, Kind, RecordId, Row},
    error::{Error, Result},
};

/// The longest piece of the history, in bytes: sled keeps larger values apart, without a sync.
const PIECE: usize = 6 << 10;

/// Records listed in one piece of a command's list of touched records.
const TOUCHED_PIECE: usize = 256;

/// A [`super::Stored`] that is written without being copied first: the same bytes.
#[derive(Serialize)]
struct Sealed<'a> {
    created_in: u64,
    changed_in: u64,
    row: &'a Row,
}

/// What a frame of the journal says. Append only: the order of the variants is on disk.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Frame {
    /// A whole small command.
    Command(Vec<Write>),
    /// A large command begins.
    Begin(u64),
    /// What a large command creates: applied at once, invisible until its end.
    Fresh(u64, Vec<Write>),
    /// What a large command changes: applied after its end.
    Later(u64, Vec<Write>),
    /// A large command ends: all of it counts. Without an end, nothing of it does.
    End(u64, Vec<Write>),
}

impl Frame {
    /// The writes that take effect at once.
    pub fn at_once(&self) -> &[Write] {
        match self {
            Self::Command(writes) | Self::Fresh(_, writes) | Self::End(_, writes) => writes,
            Self::Begin(_) | Self::Later(..) => &[],
        }
    }
}

impl Store {
    /// Saves a command: when this returns, a power cut does not lose it.
    ///
    /// # Errors
    /// When the disk is full or gone: nothing happened then. `saved-not-applied` if the command is
    /// saved but sled failed; the next start applies it.
    pub fn commit(&mut self, header: &Header, changes: &[Change]) -> Result<()> {
        self.usable()?;
        self.make_way(changes)?;
        let mut writes = Vec::with_capacity(changes.len() * 3 + 2);
        for change in changes {
            self.write_change(&mut writes, header.sequence, change)?;
        }
        let touched: Vec<(RecordId, bool)> =
            changes.iter().map(|change| (change.record, change.is_creation())).collect();
        write_touched(&mut writes, header.sequence, 0, &touched)?;
        write_header(&mut writes, header)?;
        self.disk().save(&Frame::Command(writes))?;
        self.sequence = self.sequence.max(header.sequence);
        self.clock = self.clock.max(header.clock);
        self.checkpoint_if_due();
        Ok(())
    }

    /// Saves a frame, see [`super::disk::Disk::append`].
    pub(super) fn append(&mut self, frame: &Frame) -> Result<(u64, Place)> {
        self.disk().append(frame)
    }

    /// Applies writes that are saved, see [`super::disk::Disk::lay_down`].
    pub(super) fn lay_down(&mut self, writes: &[Write], lsn: u64) -> Result<()> {
        self.disk().lay_down(writes, lsn)
    }

    pub(super) fn usable(&self) -> Result<()> {
        self.disk().usable()
    }

    /// The record, and what changed in it.
    pub(super) fn write_change(
        &self,
        writes: &mut Vec<Write>,
        sequence: u64,
        change: &Change,
    ) -> Result<()> {
        writes.push(written(&self.files, sequence, change)?);
        self.write_changes(writes, sequence, change)
    }

    /// What changed in it, in pieces. A creation has none: the record itself says who made it.
    fn write_changes(&self, writes: &mut Vec<Write>, sequence: u64, change: &Change) -> Result<()> {
        let mut pieces = vec![Vec::new()];
        let mut size = 0;
        for field in &change.fields {
            let mut field = field.clone();
            self.files.spill_value(&mut field.before)?;
            self.files.spill_value(&mut field.after)?;
            let length = codec::encode(&field)
                .map_err(|err| Error::other("cannot-encode").because(err))?
                .len();
            if size + length > PIECE && size > 0 {
                pieces.push(Vec::new());
                size = 0;
            }
            size += length;
            if let Some(piece) = pieces.last_mut() {
                piece.push(field);
            }
        }
        for (number, piece) in pieces.iter().enumerate().filter(|(_, piece)| !piece.is_empty()) {
            let key = change_key(change.record, sequence, number as u16);
            writes.push(sealed(CHANGES, key, piece, true)?);
        }
        Ok(())
    }
}

/// A record as a change leaves it; its long texts go into files.
pub(super) fn written(files: &Files, sequence: u64, change: &Change) -> Result<Write> {
    let created_in = change.created_in.unwrap_or(sequence);
    let tree = change.record.kind.number();
    let key = change.record.uuid.as_bytes().to_vec();
    let (changed_in, is_fresh) = (sequence, change.created_in.is_none());
    let stored = Sealed { created_in, changed_in, row: &change.row };
    let write = sealed(tree, key, &stored, is_fresh)?;
    // Almost every record is shorter as a whole than the shortest of long texts.
    if write.size() <= LONGEST_TEXT || !Files::is_long(&change.row) {
        return Ok(write);
    }
    let mut row = change.row.clone();
    files.spill(&mut row)?;
    sealed(tree, write.key, &Sealed { created_in, changed_in, row: &row }, is_fresh)
}

/// A record that a command makes; its long texts go into files.
pub(super) fn written_as_made(files: &Files, sequence: u64, made: &NewRecord) -> Result<Write> {
    let (tree, key) = (made.record.kind.number(), made.record.uuid.as_bytes().to_vec());
    let value = codec::seal_before(tree, &key, &(sequence, sequence), made.row.bytes())
        .map_err(|err| Error::other("cannot-encode").because(err))?;
    let write = Write { tree, key, value: Some(value), is_fresh: true };
    if write.size() <= LONGEST_TEXT {
        return Ok(write);
    }
    written(files, sequence, &Change::creation(made.record, made.row.row()?))
}

/// The records a command touched, in pieces numbered from `first`. Gives the next number.
pub(super) fn write_touched(
    writes: &mut Vec<Write>,
    sequence: u64,
    first: u32,
    touched: &[(RecordId, bool)],
) -> Result<u32> {
    let mut number = first;
    for piece in touched.chunks(TOUCHED_PIECE) {
        let key = [sequence.to_be_bytes().as_slice(), &number.to_be_bytes()].concat();
        writes.push(sealed(TOUCHED, key, &piece.to_vec(), true)?);
        number += 1;
    }
    Ok(number)
}

/// The command's header.
pub(super) fn write_header(writes: &mut Vec<Write>, header: &Header) -> Result<()> {
    writes.push(sealed(HEADERS, header.sequence.to_be_bytes().to_vec(), header, false)?);
    Ok(())
}

/// Where a record's changes lie: record, sequence number, piece, so that a timeline is one range.
pub(super) fn change_key(record: RecordId, sequence: u64, piece: u16) -> Vec<u8> {
    let mut key = record_key(record);
    key.extend_from_slice(&sequence.to_be_bytes());
    key.extend_from_slice(&piece.to_be_bytes());
    key
}

/// What the keys of all changes of a record begin with.
pub(super) fn record_key(record: RecordId) -> Vec<u8> {
    record.to_bytes().to_vec()
}

/// The record whose changes lie under a key.
pub(super) fn record_of_key(key: &[u8]) -> Option<RecordId> {
    let (number, rest) = key.split_first_chunk()?;
    let kind = Kind::of_number(u16::from_be_bytes(*number))?;
    Some(RecordId { kind, uuid: Uuid::from_slice(rest.get(..16)?).ok()? })
}

/// The command whose changes lie under a key.
pub(super) fn sequence_of_key(key: &[u8]) -> Option<u64> {
    Some(u64::from_be_bytes(key.get(18..26)?.try_into().ok()?))
}

fn sealed<T: Serialize>(tree: u16, key: Vec<u8>, value: &T, is_fresh: bool) -> Result<Write> {
    let bytes =
        codec::seal(tree, &key, value).map_err(|err| Error::other("cannot-encode").because(err))?;
    Ok(Write { tree, key, value: Some(bytes), is_fresh })
}
