//! How is it found? Filters, search, sorting and lists: pure over a snapshot of the model.
//!
//! ```text
//! text -> lexer -> parse -> syntax -> bind -> plan -> scan -> rows -> sort -> list
//! ```
//!
//! Whatever is asked, [`Viewer`] says who asks: contact data that is hidden from them is neither found nor
//! sorted by. Records that are not in memory are read last, through [`Read`].

mod bind;
mod bind_value;
pub mod candidates;
mod completion;
mod condition;
mod conditions;
pub mod conversion_map;
mod date_step;
mod dates;
mod derived;
pub mod duplicates;
mod fields;
mod filter;
mod folded_field;
mod group;
mod group_keys;
pub mod known;
mod lexer;
mod list;
mod lookup;
mod names;
mod note;
mod order;
mod parse;
mod people;
mod place;
mod plan;
mod ranges;
mod record_view;
mod related;
mod resolve;
pub mod review;
mod row_set;
mod scan;
mod search;
mod sort;
mod sort_key;
mod source;
mod spelling;
mod survivor;
mod syntax;
mod turn;
pub mod typed;
mod values;
mod viewpoint;
mod wanted;
mod word;

pub use completion::{Candidate, Completion, complete, quoted};
pub use conditions::{Asks, Condition, conditions};
pub use date_step::DateStep;
pub use dates::relative_day;
pub use derived::{Derived, DerivedNumbers};
pub use fields::{
    OwnField, QueryField, StoredField, field_label, field_names, own_fields, query_field,
};
pub use filter::{Filter, Read};
pub use group::{Group, GroupBy, Grouping, Sum};
pub use list::{List, ListQuestion, Rows, list, record_ids, rows};
pub use lookup::Lookup;
pub use names::label;
pub use note::Note;
pub use people::Progress;
pub use related::{Related, followed, people_of, pointing_by, related};
pub use resolve::{Resolved, resolve};
pub use row_set::RowSet;
pub use sort::Sort;
pub use survivor::survivor;
pub use turn::Turn;
pub use viewpoint::Viewer;
pub use wanted::{wanted_column, wanted_columns};
