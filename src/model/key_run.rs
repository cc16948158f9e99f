//! One sorted run of keys: eight bytes each, found through a directory of their upper bits.

use super::keys::Person;
use crate::domain::match_keys::{Key, KeyKind};

/// Rows a kind may have: what the bits for them hold. Records behind it are compared with nobody.
pub(super) const MOST_ROWS: usize = 1 << ROW_BITS;

const ROW_BITS: u32 = 28;

/// How many bits of an entry say whose key it is.
const OWNER_BITS: u32 = ROW_BITS + 1;

/// The bit of a group that says that its key is a name alone.
const NAME: u64 = 1;

/// The bit that says of such a key that there is nothing but the name.
const BARE: u64 = 2;

/// Entries to each start of a run's directory.
const SPACING: usize = 16;

/// One key of one person: bits of the hash, whether it is of a name alone, then the person. Entries
/// of one key lie side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Entry(pub u64);

/// Sorted entries, each once.
#[derive(Debug)]
pub(super) struct Run {
    pub entries: Vec<Entry>,
    /// Where the entries begin whose upper bits are at least the place's number. Hashes are spread
    /// evenly, so that few entries lie between two starts.
    starts: Vec<u32>,
    shift: u32,
}

impl Entry {
    pub fn new(key: Key, person: Person) -> Self {
        let owner = u64::from(person.is_contact) << ROW_BITS | u64::from(person.row);
        Self(Self::group_of(key) << OWNER_BITS | owner)
    }

    /// What entries of one key have in common: the upper bits of the hash, and in the last of them
    /// whether it is of a name alone.
    pub fn group_of(key: Key) -> u64 {
        let group = key.hash >> OWNER_BITS;
        match key.kind {
            KeyKind::Name => group & !BARE | NAME,
            KeyKind::BareName => group | BARE | NAME,
            _ => group & !NAME,
        }
    }

    pub fn group(self) -> u64 {
        self.0 >> OWNER_BITS
    }

    /// The same for those of a name alone and of nothing but that name.
    pub fn name_group(self) -> u64 {
        let group = self.group();
        if group & NAME == 0 { group } else { group | BARE }
    }

    /// Whether it is the key of someone who is nothing but a name.
    pub fn is_bare(self) -> bool {
        self.group() & (NAME | BARE) == NAME | BARE
    }

    pub fn person(self) -> Person {
        let row = (self.0 & (MOST_ROWS as u64 - 1)) as u32;
        Person { is_contact: self.0 >> ROW_BITS & 1 == 1, row }
    }
}

impl Run {
    pub fn new(entries: Vec<Entry>) -> Self {
        let bits = (entries.len() / SPACING).max(1).ilog2().max(1);
        let shift = u64::BITS - bits;
        let mut starts = Vec::with_capacity((1 << bits) + 1);
        for (at, entry) in entries.iter().enumerate() {
            let place = (entry.0 >> shift) as usize;
            if starts.len() <= place {
                starts.resize(place + 1, at as u32);
            }
        }
        starts.resize((1 << bits) + 1, entries.len() as u32);
        Self { entries, starts, shift }
    }

    pub fn bytes(&self) -> usize {
        self.entries.capacity() * size_of::<Entry>() + self.starts.capacity() * size_of::<u32>()
    }

    /// The people of a group.
    pub fn of(&self, group: u64) -> impl Iterator<Item = Person> {
        let first = group << OWNER_BITS;
        let place = (first >> self.shift) as usize;
        let bound = |place: usize| self.starts.get(place).map_or(0, |start| *start as usize);
        let near = self.entries.get(bound(place)..bound(place + 1)).unwrap_or_default();
        let from = near.partition_point(|entry| entry.0 < first);
        let equal = near.get(from..).unwrap_or_default().iter();
        equal.take_while(move |entry| entry.group() == group).map(|entry| entry.person())
    }
}

/// The pairs of those who share a key.
pub(super) fn add_pairs(same: &[Entry], pairs: &mut Vec<(Person, Person)>) {
    let of_name = same.first().is_some_and(|entry| entry.group() & NAME != 0);
    let bare = same.iter().filter(|entry| entry.is_bare()).count();
    let limit = if of_name { KeyKind::Name.limit() } else { KeyKind::Mobile.limit() };
    if same.len() - bare > limit {
        return;
    }
    for (at, first) in same.iter().enumerate() {
        for second in same.iter().skip(at + 1) {
            let (a, b) = (first.person(), second.person());
            if a != b && (!of_name || first.is_bare() || second.is_bare()) {
                pairs.push((a.min(b), a.max(b)));
            }
        }
    }
}

/// Two sorted lists as one, each entry once.
pub(super) fn merged(a: &[Entry], b: &[Entry]) -> Vec<Entry> {
    let mut out = Vec::with_capacity(a.len() + b.len());
    let (mut a, mut b) = (a.iter().peekable(), b.iter().peekable());
    loop {
        let next = match (a.peek(), b.peek()) {
            (Some(x), Some(y)) if x == y => {
                b.next();
                a.next()
            }
            (Some(x), Some(y)) if y < x => b.next(),
            (Some(_), _) => a.next(),
            (None, _) => b.next(),
        };
        match next {
            Some(entry) => out.push(*entry),
            None => return out,
        }
    }
}
