//! The keys under which people meet, of all leads and contacts: eight bytes each, sorted.
//!
//! They lie in runs like the tables of a log-structured store: what is new comes as a small run, and a run
//! that is not several times as long as the one after it is merged with it, so that there are few.
//! Snapshots share the runs. A key proposes and never decides, so that none has to be taken out: one of a
//! name that has changed since, or of a record in the bin, is found out when the two are compared, and
//! gone when the keys are built anew.

use std::{borrow::Cow, sync::Arc};

use super::{
    key_run::{Entry, MOST_ROWS, PersonPair, Run, add_pairs, merged},
    lazy::Lazy,
    saved::{Reader, Writer},
};
use crate::domain::{Kind, match_keys::Key};

/// A run is merged with the next one unless it is so many times as long.
const STEP: usize = 4;

/// Entries that are written to the checkpoint at once, and read at once.
const PIECE: usize = 1 << 16;

/// Pairs that are kept before those that come twice are sorted out.
const LEAST_ROOM: usize = 4 << 20;

/// The keys of everyone in memory.
#[derive(Clone, Debug)]
pub struct Keys {
    /// What lies in the checkpoint. None if it is missing: a scan of the records does not build it.
    older: Lazy<Option<Runs>>,
    /// What has been added since, longer runs first.
    runs: Runs,
}

type Runs = Vec<Arc<Run>>;

impl Default for Keys {
    fn default() -> Self {
        Self { older: Lazy::new(Some(Vec::new())), runs: Vec::new() }
    }
}

/// Whose a key is: a row of the leads or of the contacts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Person {
    /// Whether it is a contact; a lead if not.
    pub is_contact: bool,
    /// The row in the columns of its kind.
    pub row: u32,
}

/// New keys, to be taken at once.
#[derive(Debug, Default)]
pub struct NewKeys(Vec<Entry>);

impl Person {
    /// The row of a record of a kind; none if such records are no people.
    pub fn of(kind: Kind, row: usize) -> Option<Self> {
        let is_contact = match kind {
            Kind::Lead => false,
            Kind::Contact => true,
            _ => return None,
        };
        (row < MOST_ROWS).then_some(Self { is_contact, row: row as u32 })
    }

    /// What sort of record it is.
    pub fn kind(self) -> Kind {
        if self.is_contact { Kind::Contact } else { Kind::Lead }
    }
}

impl NewKeys {
    /// Adds the keys of a person.
    pub fn add(&mut self, person: Person, keys: &[Key]) {
        self.0.extend(keys.iter().map(|key| Entry::new(*key, person)));
    }

    /// Adds the keys of others.
    pub fn append(&mut self, mut others: Self) {
        self.0.append(&mut others.0);
    }
}

impl Keys {
    /// Keys that are read when someone asks for one.
    pub(super) fn behind(read: impl FnOnce() -> Option<Vec<Arc<Run>>> + Send + 'static) -> Self {
        Self { older: Lazy::behind(read), runs: Vec::new() }
    }

    /// The keys of nobody, while there are people.
    pub(super) fn missing() -> Self {
        Self { older: Lazy::new(None), runs: Vec::new() }
    }

    /// Whether the keys of older records are there.
    pub(super) fn is_whole(&self) -> bool {
        self.older.is_some()
    }

    /// Whether the keys of older records are missing, as far as that is known without reading any.
    pub(super) fn is_missing(&self) -> bool {
        self.older.is_there() && !self.is_whole()
    }

    /// The keys of everyone.
    pub fn of_everyone(everyone: NewKeys) -> Self {
        let mut keys = Self::default();
        keys.add(everyone);
        keys
    }

    /// Takes the keys of older records, which were missing.
    pub(super) fn complete(&mut self, older: NewKeys) {
        let whole = Self::of_everyone(older);
        self.older = Lazy::new(Some(whole.runs));
    }

    /// Writes them to the checkpoint, unless some are missing.
    pub(super) fn save(&self, out: &mut Writer<'_>) {
        out.number(self.is_whole().into());
        let runs: Vec<&Arc<Run>> = self.all().filter(|_| self.is_whole()).collect();
        out.number(runs.len() as u64);
        for run in runs {
            out.number(run.entries.len() as u64);
            run.entries.chunks(PIECE).for_each(|piece| out.all(piece, |it| it.0.to_le_bytes()));
        }
    }

    /// Whether what was written is whole, which is said before all else.
    pub(super) fn read_whole(from: &mut Reader<'_>) -> Option<bool> {
        from.number().map(|number| number != 0)
    }

    /// Reads what was written; none if it cannot be used.
    pub(super) fn read(from: &mut Reader<'_>) -> Option<Vec<Arc<Run>>> {
        let is_whole = Self::read_whole(from)?;
        let mut runs = Vec::new();
        for _ in 0..from.number()? {
            let length = usize::try_from(from.number()?).ok()?;
            let mut entries: Vec<Entry> = Vec::new();
            entries.try_reserve_exact(length).ok()?;
            for _ in 0..length.div_ceil(PIECE) {
                entries.extend(from.all(|bytes| Entry(u64::from_le_bytes(bytes)))?);
            }
            if !entries.is_sorted() {
                return None;
            }
            add(&mut runs, entries);
        }
        is_whole.then_some(runs)
    }

    fn all(&self) -> impl Iterator<Item = &Arc<Run>> {
        self.older.iter().flatten().chain(&self.runs)
    }

    /// Takes new keys.
    pub fn add(&mut self, new: NewKeys) {
        let mut entries = new.0;
        if entries.is_empty() {
            return;
        }
        entries.sort_unstable();
        entries.dedup();
        add(&mut self.runs, entries);
    }

    /// Who has a key; nobody if more have it than its kind allows: it says nothing then.
    pub fn sharing(&self, key: Key, found: &mut Vec<Person>) {
        let before = found.len();
        let most = before + key.kind.limit();
        for run in self.all() {
            found.extend(run.of(Entry::group_of(key)).take(most + 1 - found.len()));
            if found.len() > most {
                found.truncate(before);
                return;
            }
        }
    }

    /// Brings near what will be asked for soon. Waiting for memory takes most of the time that it takes to look
    /// for a key among millions; here all of them wait together.
    pub fn touch(&self, keys: impl Iterator<Item = Key>) {
        let groups: Vec<u64> = keys.map(Entry::group_of).collect();
        let mut seen = 0;
        for run in self.all() {
            groups.iter().for_each(|group| seen ^= run.touch_filter(*group));
        }
        for run in self.all() {
            groups.iter().for_each(|group| seen ^= run.touch(*group));
        }
        std::hint::black_box(seen);
    }

    /// The pairs of wanted people who share a key, the smaller one first, each pair once, in their order. A
    /// key that more share than its kind allows says nothing, and a name alone only where one of the two
    /// is nothing but a name.
    pub fn pairs(&self, is_wanted: impl Fn(Person) -> bool) -> Vec<PersonPair> {
        let runs: Vec<&Arc<Run>> = self.all().collect();
        let entries = match runs.as_slice() {
            [only] => Cow::Borrowed(only.entries.as_slice()),
            runs => Cow::Owned(runs.iter().fold(Vec::new(), |all, run| merged(&run.entries, &all))),
        };
        let (mut pairs, mut wanted) = (Vec::new(), Vec::new());
        let mut room = LEAST_ROOM;
        for same in entries.chunk_by(|a, b| a.name_group() == b.name_group()) {
            if same.len() < 2 {
                continue;
            }
            wanted.clear();
            wanted.extend(same.iter().filter(|entry| is_wanted(entry.person())));
            add_pairs(&wanted, &mut pairs);
            // Most pairs share several keys: they need not all be kept until the end.
            if pairs.len() > room {
                pairs.sort_unstable();
                pairs.dedup();
                room = room.max(pairs.len() * 2);
            }
        }
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    }

    /// How many keys there are.
    pub fn len(&self) -> usize {
        self.all().map(|run| run.entries.len()).sum()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Bytes in memory.
    pub fn bytes(&self) -> usize {
        self.all().map(|run| run.bytes()).sum()
    }
}

/// Puts sorted entries behind the runs; those that are not long enough to stand before them become one with
/// them.
fn add(runs: &mut Runs, mut entries: Vec<Entry>) {
    while let Some(last) = runs.pop_if(|last| last.entries.len() < entries.len() * STEP) {
        entries = merged(&last.entries, &entries);
    }
    runs.push(Arc::new(Run::new(entries)));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::match_keys::KeyKind;

    fn lead(row: u32) -> Person {
        Person { is_contact: false, row }
    }

    fn key(hash: u64, kind: KeyKind) -> Key {
        Key { hash, kind }
    }

    fn sharing(keys: &Keys, key: Key) -> Vec<Person> {
        let mut found = Vec::new();
        keys.sharing(key, &mut found);
        found.sort_unstable();
        found
    }

    fn added(keys: &mut Keys, person: Person, of: &[Key]) {
        let mut new = NewKeys::default();
        new.add(person, of);
        keys.add(new);
    }

    #[test]
    fn a_snapshot_does_not_see_later_keys() {
        let mail = key(u64::MAX, KeyKind::Mail);
        let mut keys = Keys::default();
        added(&mut keys, lead(3), &[mail]);
        let snapshot = keys.clone();
        added(&mut keys, Person { is_contact: true, row: 7 }, &[mail]);
        assert_eq!(sharing(&snapshot, mail), [lead(3)]);
        assert_eq!(sharing(&keys, mail), [lead(3), Person { is_contact: true, row: 7 }]);
        assert_eq!(sharing(&keys, key(1, KeyKind::Mail)), []);
    }

    #[test]
    fn what_many_share_says_nothing() {
        let check = |kind: KeyKind| {
            let mut keys = Keys::default();
            let shared = key(0x1234_5678_9abc_def0, kind);
            for row in 0..kind.limit() as u32 {
                added(&mut keys, lead(row), &[shared]);
            }
            assert_eq!(sharing(&keys, shared).len(), kind.limit());
            added(&mut keys, lead(1_000_000), &[shared]);
            assert_eq!(sharing(&keys, shared), []);
            assert_eq!(keys.pairs(|_| true), []);
        };
        check(KeyKind::Name);
        check(KeyKind::NameCompany);
        check(KeyKind::NamePostcode);
    }

    fn people(keys: &Keys) -> Vec<(Person, Person)> {
        keys.pairs(|_| true).into_iter().map(PersonPair::people).collect()
    }

    #[test]
    fn pairs_share_a_key_that_says_something() {
        let mut keys = Keys::default();
        let [mail, name] = [key(1 << 60, KeyKind::Mail), key(2 << 60, KeyKind::Name)];
        let bare = Key { kind: KeyKind::BareName, ..name };
        added(&mut keys, lead(1), &[mail, name]);
        added(&mut keys, lead(2), &[name]);
        assert_eq!(people(&keys), [], "a name alone says nothing");
        added(&mut keys, lead(3), &[mail]);
        added(&mut keys, lead(4), &[name, bare]);
        let pairs = [(1, 3), (1, 4), (2, 4)].map(|(a, b)| (lead(a), lead(b)));
        assert_eq!(people(&keys), pairs);
        let without = keys.pairs(|person| person.row != 4);
        assert_eq!(without.len(), 1, "who is not wanted is in no pair");
    }

    fn reread(keys: &Keys) -> Keys {
        let mut bytes = Vec::new();
        let mut writer = Writer::new(&mut bytes);
        keys.save(&mut writer);
        writer.finish().unwrap();
        Keys::behind(move || Keys::read(&mut Reader::new(&mut bytes.as_slice())))
    }

    #[test]
    fn keys_are_read_as_they_were_written() {
        let mut keys = Keys::default();
        let mail = key(u64::MAX / 3, KeyKind::Mail);
        (0..200).for_each(|row| added(&mut keys, lead(row), &[mail]));
        assert_eq!(sharing(&reread(&keys), mail), sharing(&keys, mail));
        let people = PIECE as u32 + 3;
        let mut many = NewKeys::default();
        (0..people)
            .for_each(|row| many.add(lead(row), &[key(u64::from(row) << 40, KeyKind::Mail)]));
        let many = reread(&Keys::of_everyone(many));
        let is_known =
            |row: u32| sharing(&many, key(u64::from(row) << 40, KeyKind::Mail)) == [lead(row)];
        assert!((0..people).all(is_known) && many.len() == people as usize);
        let mut missing = Keys::missing();
        added(&mut missing, lead(7), &[mail]);
        assert!(!reread(&missing).is_whole(), "they are built anew");
    }

    proptest! {
        #[test]
        fn finds_what_a_search_through_all_finds(
            people in prop::collection::vec((0_u32..50, prop::collection::vec(0_u64..40, 0..6)), 0..120),
        ) {
            // Spread over all hashes, as real ones are.
            let spread = |number: u64| key(number.wrapping_mul(0x9e37_79b9_7f4a_7c15), KeyKind::Mail);
            let mut keys = Keys::default();
            for (row, of) in &people {
                let of: Vec<Key> = of.iter().map(|number| spread(*number)).collect();
                added(&mut keys, lead(*row), &of);
            }
            for number in 0..40 {
                let having = people.iter().filter(|(_, of)| of.contains(&number));
                let mut expected: Vec<Person> = having.map(|(row, _)| lead(*row)).collect();
                expected.sort_unstable();
                expected.dedup();
                let mut found = sharing(&keys, spread(number));
                found.dedup();
                prop_assert_eq!(found, expected);
            }
        }
    }
}
