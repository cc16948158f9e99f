//! Everything that lists show of a workspace, written down, so that two ways of opening it can be compared.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use fairlead::{
    domain::{Kind, Timestamp},
    model::{GROWN, Model, Opened, Watch},
    query::{self, ListQuestion, Viewer},
    store::Store,
};

use crate::fixture::START;

/// The file that keeps what is in memory.
pub const CHECKPOINT: &str = "columns.cache";

/// Questions for a list of leads: what is filtered by columns, by derived values, by text, by what was done.
const QUESTIONS: &[(&str, &str)] = &[
    ("", "name"),
    ("stage:mql", "-captured_at"),
    ("grade>=C score>10", "-score"),
    ("idle>30d", "company"),
    ("chen", "name"),
    ("陳", "-name"),
    ("0912", "name"),
];

/// What was read, and from where.
pub struct Seen {
    pub lists: BTreeMap<String, Vec<String>>,
    pub opened: Opened,
}

/// Opens the workspace in a folder, reads all lists and closes it as a crash does.
pub fn seen(workspace: &Path) -> Seen {
    let mut store = Store::open(workspace).unwrap();
    let (model, opened) = Model::open(&mut store, &Watch::default()).unwrap();
    Seen { lists: lists(&model, &store), opened }
}

/// The same of a copy that has no checkpoint.
pub fn rebuilt(workspace: &Path) -> Seen {
    let folder = tempfile::tempdir().unwrap();
    copy(workspace, folder.path());
    drop(fs::remove_file(folder.path().join(CHECKPOINT)));
    let seen = seen(folder.path());
    assert_eq!(seen.opened, Opened::Records);
    seen
}

pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path: PathBuf = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(path, target).unwrap();
        }
    }
}

pub fn lists(model: &Model, store: &Store) -> BTreeMap<String, Vec<String>> {
    let now = Timestamp(START);
    let mut lists = BTreeMap::new();
    for kind in GROWN {
        let columns = model.columns(*kind).unwrap();
        let fields = || kind.fields().iter().filter(|field| columns.column(field.tag).is_some());
        let line = |row: usize| {
            let id = columns.id(row).unwrap();
            let values: Vec<_> = fields().map(|field| columns.value(field.tag, row)).collect();
            let done: Vec<_> = model.activities_about(id).collect();
            let texts = (columns.plain_text().get(row), columns.contact_text().get(row));
            format!("{id:?} {values:?} {done:?} {texts:?}")
        };
        lists.insert(kind.name().to_owned(), columns.rows().map(line).collect());
    }
    let derived = |row: usize| {
        let derived = model.lead_derived(row).unwrap();
        let (score, grade) = (model.score(row, now), model.grade(row));
        let done = (derived.is_attempted(), derived.is_reached(), derived.last_activity_at());
        let handed = (derived.handed_over_at(), derived.hand_overs(), derived.responses());
        let memberships: Vec<_> = derived.memberships().collect();
        format!("{score} {grade} {:?} {done:?} {handed:?} {memberships:?}", derived.validity())
    };
    lists.insert("derived".to_owned(), model.leads.rows().map(derived).collect());
    for kind in [Kind::User, Kind::Campaign, Kind::Pool, Kind::ImportBatch, Kind::Settings] {
        let rows = model.small_rows(kind).into_iter().map(|row| format!("{row:?}"));
        lists.insert(kind.name().to_owned(), rows.collect());
    }
    let viewer = Viewer::of(model, None, now);
    let read = |record| Ok(store.read(record)?.map(|stored| stored.row));
    for (filter, sort) in QUESTIONS {
        let question = ListQuestion {
            filter: (*filter).to_owned(),
            sort: Some((*sort).to_owned()),
            ..ListQuestion::all(Kind::Lead)
        };
        let found = query::list(model, &viewer, &question, &read).unwrap();
        let ids = found.ids.iter().map(|id| id.uuid.to_string());
        lists.insert(format!("{filter} by {sort}"), ids.collect());
    }
    lists
}
