//! What was done to a workspace and must therefore be in it.
//!
//! The child writes a line before each command (`try`), after it (`ack`, it is saved) or when it took it
//! back (`drop`), and after each start what it found (`found`, with those of the unacknowledged commands
//! that are there). The lines are read again by the next child, or by the test.

use std::{collections::BTreeMap, fmt, path::Path, time::Duration};

/// Pairs of leads that are edited together.
pub const PAIRS: usize = 12;

/// Leads that are edited all at once, beside the pairs: with them a large command.
pub const BULK: usize = 1_000;

/// A command, of the kinds that are tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// The leads everything else is done to, in one import.
    Begin,
    /// Its number into three fields of both leads of a pair.
    Pair(usize),
    /// Its number into a field of all leads of the beginning: large.
    Bulk,
    /// So many leads under a new campaign: large.
    Import(usize),
    /// An import is taken back: large.
    TakeBack(u64),
    /// An edit of a pair or of all is taken back.
    Undo(u64),
    /// A lead to be converted.
    Seed,
    /// The lead of that number becomes an account, a contact and an opportunity.
    Convert(u64),
}

impl Deed {
    fn parse(text: &str) -> Self {
        let (name, number) = text.split_once(' ').unwrap_or((text, "0"));
        let number: u64 = number.parse().unwrap();
        match name {
            "begin" => Self::Begin,
            "pair" => Self::Pair(number as usize),
            "bulk" => Self::Bulk,
            "import" => Self::Import(number as usize),
            "take_back" => Self::TakeBack(number),
            "undo" => Self::Undo(number),
            "seed" => Self::Seed,
            "convert" => Self::Convert(number),
            other => panic!("no such deed: {other}"),
        }
    }
}

impl fmt::Display for Deed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Begin => write!(f, "begin"),
            Self::Pair(pair) => write!(f, "pair {pair}"),
            Self::Bulk => write!(f, "bulk"),
            Self::Import(rows) => write!(f, "import {rows}"),
            Self::TakeBack(number) => write!(f, "take_back {number}"),
            Self::Undo(number) => write!(f, "undo {number}"),
            Self::Seed => write!(f, "seed"),
            Self::Convert(number) => write!(f, "convert {number}"),
        }
    }
}

/// What is in a workspace, as far as deeds are concerned.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Content {
    pub has_begun: bool,
    /// The number in each pair.
    pub pairs: [u64; PAIRS],
    /// The number in all.
    pub bulk: u64,
    /// The imports that are there, with their rows.
    pub imports: BTreeMap<u64, usize>,
    /// The leads to be converted, and whether they are.
    pub seeds: BTreeMap<u64, bool>,
}

/// A deed that was begun.
#[derive(Clone, Debug)]
pub struct Entry {
    pub deed: Deed,
    /// What it replaced, of a pair or of all.
    replaced: u64,
    /// Its number in the history, once acknowledged.
    pub sequence: Option<u64>,
}

/// The lines, understood.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    /// What must be there, but for those in flight.
    pub content: Content,
    pub entries: BTreeMap<u64, Entry>,
    /// Begun and neither acknowledged nor taken back; the last began last.
    pub in_flight: Vec<u64>,
    pub acknowledged: usize,
    /// Found after a fault though nobody was told that they are saved.
    pub present: usize,
    pub slowest: Duration,
}

impl Ledger {
    /// Reads the lines in a file; none yet is an empty ledger.
    pub fn read(path: &Path) -> Self {
        Self::of(&std::fs::read_to_string(path).unwrap_or_default())
    }

    /// Understands lines; the last may be half written.
    pub fn of(text: &str) -> Self {
        let mut ledger = Self::default();
        for line in text.split_inclusive('\n').filter_map(|line| line.strip_suffix('\n')) {
            ledger.note(line);
        }
        ledger
    }

    /// The number of the next deed.
    pub fn next(&self) -> u64 {
        self.entries.keys().last().map_or(1, |last| last + 1)
    }

    /// Takes note of a line.
    pub fn note(&mut self, line: &str) {
        let (what, rest) = line.split_once(' ').unwrap_or((line, ""));
        let mut words = rest.splitn(2, ' ');
        let first: u64 = words.next().and_then(|word| word.parse().ok()).unwrap_or_default();
        match what {
            "try" => {
                let deed = Deed::parse(words.next().unwrap());
                let replaced = match deed {
                    Deed::Pair(pair) => self.content.pairs[pair],
                    Deed::Bulk => self.content.bulk,
                    _ => 0,
                };
                self.entries.insert(first, Entry { deed, replaced, sequence: None });
                self.in_flight.push(first);
            }
            "ack" => {
                self.content = self.after(&self.content, first);
                let sequence = words.next().and_then(|word| word.parse().ok());
                self.entries.get_mut(&first).unwrap().sequence = sequence;
                self.in_flight.retain(|number| *number != first);
                self.acknowledged += 1;
            }
            "drop" => self.in_flight.retain(|number| *number != first),
            "found" => {
                let numbers: Vec<u64> = rest.split_whitespace().flat_map(str::parse).collect();
                for number in &numbers {
                    self.content = self.after(&self.content, *number);
                }
                self.present += numbers.len();
                self.in_flight.clear();
            }
            "open" => self.slowest = self.slowest.max(Duration::from_micros(first)),
            other => panic!("no such line: {other}"),
        }
    }

    /// What is there after a deed.
    fn after(&self, content: &Content, number: u64) -> Content {
        let mut content = content.clone();
        match self.entries[&number].deed {
            Deed::Begin => content.has_begun = true,
            Deed::Pair(pair) => content.pairs[pair] = number,
            Deed::Bulk => content.bulk = number,
            Deed::Import(rows) => drop(content.imports.insert(number, rows)),
            Deed::TakeBack(import) => drop(content.imports.remove(&import)),
            Deed::Undo(undone) => {
                let entry = &self.entries[&undone];
                match entry.deed {
                    Deed::Pair(pair) => content.pairs[pair] = entry.replaced,
                    _ => content.bulk = entry.replaced,
                }
            }
            Deed::Seed => drop(content.seeds.insert(number, false)),
            Deed::Convert(seed) => drop(content.seeds.insert(seed, true)),
        }
        content
    }

    /// Which of the deeds in flight are there, if what was found is what must be there. At most a large
    /// command and a small one are: the small one may end before the large one, or begin when the large
    /// one is saved already and only being laid down.
    pub fn matching(&self, found: &Content) -> Option<Vec<u64>> {
        assert!(self.in_flight.len() <= 2, "one large command, and one small one");
        let one = self.in_flight.iter().map(|number| vec![*number]);
        let both = [self.in_flight.clone(), self.in_flight.iter().rev().copied().collect()];
        let mut there = std::iter::once(Vec::new()).chain(one).chain(both);
        there.find(|there| {
            let after = |content: Content, number: &u64| self.after(&content, *number);
            there.iter().fold(self.content.clone(), after) == *found
        })
    }
}
