//! What a program did to the files of a folder, as the shim wrote it down, and what a power cut would
//! have left of it.
//!
//! What a sync of a file covered is kept. Of every later write to it half survive, and of these one in
//! three only in part, by sectors; `sync_file_range` counts for nothing. Names (create, rename, remove)
//! reach the disk in order, as on file systems with a journal: those before the last sync of a folder
//! have, of the later ones a part from the beginning.

use std::{
    collections::{BTreeMap, HashMap},
    fs,
    ops::Range,
    os::unix::fs::FileExt as _,
    path::{Path, PathBuf},
};

use super::Dice;

/// The length of a record without its paths and data.
const HEAD: usize = 33;

/// What survives of a torn write is made of these.
const SECTOR: usize = 512;

#[derive(Clone, Debug)]
enum Event {
    Create { inode: u64, path: String },
    Write { inode: u64, offset: usize, data: Range<usize> },
    Zero { inode: u64, offset: usize, length: usize },
    Truncate { inode: u64, length: usize },
    Sync { inode: u64 },
    Rename { from: String, to: String },
    Remove { path: String },
    Folder { inode: u64, path: String },
}

/// Everything that was done.
pub struct Trace {
    bytes: Vec<u8>,
    events: Vec<Event>,
}

impl Trace {
    /// Reads what the shim wrote.
    pub fn read(path: &Path) -> Self {
        let bytes = fs::read(path).unwrap();
        let mut events = Vec::new();
        let mut at = 0;
        while let Some(head) = bytes.get(at..at + HEAD) {
            let number = |from: usize, to: usize| {
                let mut number = [0; 8];
                number[..to - from].copy_from_slice(&head[from..to]);
                u64::from_le_bytes(number)
            };
            let (inode, offset) = (number(1, 9), number(9, 17) as usize);
            let length = number(17, 25) as usize;
            let paths = at + HEAD;
            let second = paths + number(25, 29) as usize;
            let data = second + number(29, 33) as usize;
            let text = |range: Range<usize>| String::from_utf8(bytes[range].to_vec()).unwrap();
            let path = text(paths..second);
            at = data;
            events.push(match head[0] {
                b'C' => Event::Create { inode, path },
                b'W' => {
                    at += length;
                    Event::Write { inode, offset, data: data..at }
                }
                b'Z' => Event::Zero { inode, offset, length },
                b'T' => Event::Truncate { inode, length: offset },
                b'S' => Event::Sync { inode },
                b'R' => Event::Rename { from: path, to: text(second..data) },
                b'U' => Event::Remove { path },
                b'M' => Event::Folder { inode, path },
                other => panic!("no such event: {other}"),
            });
        }
        Self { bytes, events }
    }

    /// How many things were done.
    pub fn len(&self) -> usize {
        self.events.len()
    }
}

/// A file, as far as the disk has it.
#[derive(Default)]
struct OnDisk {
    synced: Vec<u8>,
    /// Everything, had the power stayed.
    whole: Vec<u8>,
    /// Events since the last sync.
    pending: Vec<usize>,
}

/// The disk while the trace is played to it.
pub struct Disk<'a> {
    trace: &'a Trace,
    at: usize,
    files: Vec<OnDisk>,
    by_inode: HashMap<u64, usize>,
    /// Changes of names, with the file that a creation made.
    names: Vec<(usize, usize)>,
    durable_names: usize,
}

impl<'a> Disk<'a> {
    /// An empty disk.
    pub fn of(trace: &'a Trace) -> Self {
        let (files, by_inode, names) = (Vec::new(), HashMap::new(), Vec::new());
        Self { trace, at: 0, files, by_inode, names, durable_names: 0 }
    }

    /// Plays the trace up to an event.
    pub fn play_to(&mut self, end: usize) {
        for number in self.at..end {
            self.play(number);
        }
        self.at = end;
    }

    fn play(&mut self, number: usize) {
        let trace = self.trace;
        match &trace.events[number] {
            Event::Create { inode, .. } => {
                self.by_inode.insert(*inode, self.files.len());
                self.names.push((number, self.files.len()));
                self.files.push(OnDisk::default());
            }
            Event::Rename { .. } | Event::Remove { .. } => self.names.push((number, 0)),
            Event::Folder { inode, .. } => {
                // It may have been that of a file which is gone.
                self.by_inode.remove(inode);
                self.names.push((number, 0));
            }
            Event::Sync { inode } => match self.by_inode.get(inode) {
                Some(file) => {
                    let file = &mut self.files[*file];
                    file.synced.clone_from(&file.whole);
                    file.pending.clear();
                }
                // No file: a folder.
                None => self.durable_names = self.names.len(),
            },
            Event::Write { inode, .. }
            | Event::Zero { inode, .. }
            | Event::Truncate { inode, .. } => {
                let file = &mut self.files[self.by_inode[inode]];
                file.pending.push(number);
                apply(trace, &mut file.whole, number, |_| true);
            }
        }
    }

    /// Cuts the power: lays out in a folder what is left. `kept`, a file that is no part of what is
    /// tried, is given as it was.
    pub fn cut(&self, dice: &mut Dice, from: &Path, to: &Path, kept: &str) -> String {
        let later = self.names.len() - self.durable_names;
        let survived = self.durable_names + dice.below(later as u64 + 1) as usize;
        let end = if dice.one_in(2) { self.names.len() } else { survived };
        let mut found: BTreeMap<PathBuf, usize> = BTreeMap::new();
        let mut text = String::new();
        for (number, (event, file)) in self.names.iter().enumerate() {
            let place = |path: &str| to.join(Path::new(path).strip_prefix(from).unwrap());
            match &self.trace.events[*event] {
                Event::Create { path, .. } if path.ends_with(kept) => {
                    text = String::from_utf8(self.files[*file].whole.clone()).unwrap();
                }
                _ if number >= end => {}
                Event::Create { path, .. } => drop(found.insert(place(path), *file)),
                Event::Rename { from, to } => {
                    let file = found.remove(&place(from)).unwrap();
                    found.insert(place(to), file);
                }
                Event::Remove { path } => drop(found.remove(&place(path))),
                Event::Folder { path, .. } => fs::create_dir_all(place(path)).unwrap(),
                _ => {}
            }
        }
        for (path, file) in found {
            let left = self.survivors(&self.files[file], dice);
            write_sparse(&path, &left);
        }
        text
    }

    fn survivors(&self, file: &OnDisk, dice: &mut Dice) -> Vec<u8> {
        let mut left = file.synced.clone();
        for number in &file.pending {
            if dice.one_in(2) {
                let is_torn = dice.one_in(3);
                apply(self.trace, &mut left, *number, |_| !is_torn || dice.one_in(2));
            }
        }
        left
    }
}

/// Applies a change of a file's content, of a write those sectors that survive.
fn apply(
    trace: &Trace,
    content: &mut Vec<u8>,
    number: usize,
    mut survives: impl FnMut(usize) -> bool,
) {
    let (offset, length) = match &trace.events[number] {
        Event::Write { offset, data, .. } => (*offset, data.len()),
        Event::Zero { offset, length, .. } => (*offset, *length),
        Event::Truncate { length, .. } => return content.resize(*length, 0),
        _ => return,
    };
    let mut at = offset;
    while at < offset + length {
        let end = ((at / SECTOR + 1) * SECTOR).min(offset + length);
        if survives(at) {
            if content.len() < end {
                content.resize(end, 0);
            }
            match &trace.events[number] {
                Event::Write { data, .. } => {
                    let from = data.start + at - offset;
                    content[at..end].copy_from_slice(&trace.bytes[from..from + end - at]);
                }
                _ => content[at..end].fill(0),
            }
        }
        at = end;
    }
}

/// Writes a file and leaves out what is zero in it.
pub fn write_sparse(path: &Path, content: &[u8]) {
    const BLOCK: usize = 4096;
    let file = fs::File::create(path).unwrap();
    file.set_len(content.len() as u64).unwrap();
    for (number, block) in content.chunks(BLOCK).enumerate() {
        if *block != [0; BLOCK][..block.len()] {
            file.write_all_at(block, (number * BLOCK) as u64).unwrap();
        }
    }
}
