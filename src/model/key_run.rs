//! One sorted run of keys: eight bytes each, found through a directory of their upper bits.

use super::{key_filter::Filter, keys::Person};
use crate::domain::match_keys::{Key, KeyKind};

/// Rows a kind may have: what the bits for them hold. Records behind it are compared with nobody.
pub(super) const MOST_ROWS: usize = 1 << ROW_BITS;

const ROW_BITS: u32 = 28;

/// How many bits of an entry say whose key it is.
pub(super) const OWNER_BITS: u32 = ROW_BITS + 1;

/// How many people there may be.
const OWNERS: u64 = 1 << OWNER_BITS;

/// The bit of a group that says that its key is a name alone.
const NAME: u64 = 1;

/// The bit that says of such a key that there is nothing but the name; of any other, that it is weak.
const BARE: u64 = 2;
const WEAK: u64 = BARE;

/// Entries to each start of a run's directory.
const SPACING: usize = 8;

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
    filter: Filter,
}

impl Entry {
    pub fn new(key: Key, person: Person) -> Self {
        let owner = u64::from(person.is_contact) << ROW_BITS | u64::from(person.row);
        Self(Self::group_of(key) << OWNER_BITS | owner)
    }

    /// What entries of one key have in common: the upper bits of the hash, and in the last of them
    /// what sort of key it is.
    pub fn group_of(key: Key) -> u64 {
        let group = key.hash >> OWNER_BITS;
        match key.kind {
            KeyKind::Name => group & !BARE | NAME,
            KeyKind::BareName => group | BARE | NAME,
            kind if kind.is_weak() => group & !NAME | WEAK,
            _ => group & !NAME & !WEAK,
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
        person_of(self.0)
    }

    fn owner(self) -> u64 {
        self.0 & (OWNERS - 1)
    }
}

/// The person that the last bits say.
fn person_of(bits: u64) -> Person {
    let row = (bits & (MOST_ROWS as u64 - 1)) as u32;
    Person { is_contact: bits >> ROW_BITS & 1 == 1, row }
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
        let filter = Filter::of(&entries);
        Self { entries, starts, shift, filter }
    }

    pub fn bytes(&self) -> usize {
        let directory = self.starts.capacity() * size_of::<u32>();
        self.entries.capacity() * size_of::<Entry>() + directory + self.filter.bytes()
    }

    /// The entries among which those of a group are.
    fn near(&self, group: u64) -> &[Entry] {
        let place = (group << OWNER_BITS >> self.shift) as usize;
        let bound = |place: usize| self.starts.get(place).map_or(0, |start| *start as usize);
        self.entries.get(bound(place)..bound(place + 1)).unwrap_or_default()
    }

    /// Looks at what tells whether a group is here, so that it is near when it is asked for.
    pub fn touch_filter(&self, group: u64) -> u64 {
        self.filter.touch(group)
    }

    /// The same of where the group is, if it may be here.
    pub fn touch(&self, group: u64) -> u64 {
        if !self.filter.may_have(group) {
            return 0;
        }
        let near = self.near(group);
        let seen = |entry: Option<&Entry>| entry.map_or(0, |entry| entry.0);
        seen(near.first()) ^ seen(near.last())
    }

    /// The people of a group.
    pub fn of(&self, group: u64) -> impl Iterator<Item = Person> {
        let first = group << OWNER_BITS;
        let near = if self.filter.may_have(group) { self.near(group) } else { &[] };
        let from = near.partition_point(|entry| entry.0 < first);
        let equal = near.get(from..).unwrap_or_default().iter();
        equal.take_while(move |entry| entry.group() == group).map(|entry| entry.person())
    }
}

/// Two people, the smaller one first, in eight bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PersonPair(u64);

impl PersonPair {
    fn of(a: Entry, b: Entry) -> Self {
        let (a, b) = (a.owner(), b.owner());
        Self(a.min(b) << OWNER_BITS | a.max(b))
    }

    /// Both people.
    pub fn people(self) -> (Person, Person) {
        (person_of(self.0 >> OWNER_BITS), person_of(self.0 & (OWNERS - 1)))
    }
}

/// The pairs of those who share a key; nobody if more share it than its kind allows.
pub(super) fn add_pairs(same: &[Entry], pairs: &mut Vec<PersonPair>) {
    let Some(first) = same.first() else { return };
    let of_name = first.group() & NAME != 0;
    let bare = same.iter().filter(|entry| entry.is_bare()).count();
    let limit = match (of_name, first.group() & WEAK != 0) {
        (true, _) => KeyKind::Name.limit(),
        (false, true) => KeyKind::NamePostcode.limit(),
        (false, false) => KeyKind::Mobile.limit(),
    };
    let named = if of_name { same.len() - bare } else { same.len() };
    if named > limit || bare > KeyKind::Mobile.limit() && of_name {
        return;
    }
    for (at, first) in same.iter().enumerate() {
        for second in same.iter().skip(at + 1) {
            let is_one = first.owner() == second.owner();
            if !is_one && (!of_name || first.is_bare() || second.is_bare()) {
                pairs.push(PersonPair::of(*first, *second));
            }
        }
    }
}

/// Two sorted lists as one, each entry once.
pub(super) fn merged(a: &[Entry], b: &[Entry]) -> Vec<Entry> {
    let mut out = Vec::with_capacity(a.len() + b.len());
    let (mut at, mut beside) = (0, 0);
    // Which of the two is next nobody can foresee: counting takes less time than a wrong guess.
    while let (Some(x), Some(y)) = (a.get(at), b.get(beside)) {
        out.push(*x.min(y));
        at += usize::from(x <= y);
        beside += usize::from(y <= x);
    }
    out.extend_from_slice(a.get(at..).unwrap_or_default());
    out.extend_from_slice(b.get(beside..).unwrap_or_default());
    out
}
