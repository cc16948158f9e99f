//! A way of looking at a list, kept under a name.

use super::{Id, User, field, record::record};

record! {
    /// A way of looking at a list, kept under a name: which records, in which order, with which columns.
    pub struct SavedView {
        1: name: String => field().required().searched().listed().resident(),
        2: kind: String => field().required().listed(),
        3: filter: String => field().listed(),
        4: sort: String => field(),
        5: group: String => field(),
        6: columns: Vec<String> => field(),
        7: shared: bool => field().listed(),
        8: owner: Option<Id<User>> => field().listed(),
    }
}
