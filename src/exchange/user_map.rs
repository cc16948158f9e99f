//! What a person says of columns: the file of `--map`, and remembered templates.
//!
//! `{"聯絡窗口": "name", "#5": "notes", "內部編號": null}` — by label, or by the column's place; null
//! leaves a column out.

use std::{fs, path::Path};

use serde_json::{Map, Value};

use crate::{
    error::{Error, Result},
    model::Model,
};

use super::{
    labels::normalise,
    mapping::ColumnMap,
    source::unreadable,
    targets::{Target, Targets},
    templates::Templates,
};

/// A column, and the field a person wants it to go to.
#[derive(Clone, Debug, PartialEq)]
pub struct Wish {
    /// The label of the column, or `#` and its number from 1.
    pub column: String,
    /// The field; none leaves the column out.
    pub target: Option<&'static Target>,
}

impl Wish {
    /// A wish in words, for one of the shipped fields.
    ///
    /// # Errors
    ///
    /// `unknown-target` if no field has this name.
    pub fn new(column: &str, field: Option<&str>) -> Result<Self> {
        Self::among(&Targets::default(), column, field)
    }

    /// A wish in words, for one of these fields.
    ///
    /// # Errors
    ///
    /// As [`Wish::new`].
    pub fn among(targets: &Targets, column: &str, field: Option<&str>) -> Result<Self> {
        let found = field.map(|name| {
            targets.get(name.trim()).ok_or_else(|| {
                let names: Vec<&str> = targets.iter().map(|target| target.name).collect();
                Error::usage("unknown-target")
                    .with("field", name)
                    .with("column", column)
                    .with("fields", names.join(", "))
            })
        });
        Ok(Self { column: column.to_owned(), target: found.transpose()? })
    }

    pub(super) fn of_column(column: &ColumnMap) -> Self {
        let by_place = || format!("#{}", column.index + 1);
        let name = if column.column.is_empty() { by_place() } else { column.column.clone() };
        Self { column: name, target: column.target }
    }
}

/// What a person says of columns on the command line: a file, or the name of a mapping that was saved.
///
/// # Errors
///
/// As [`read_map`], if it is neither.
pub fn named_map(model: &Model, text: &str) -> Result<Vec<Wish>> {
    let path = Path::new(text);
    if !path.exists()
        && let Some(wishes) = Templates::of(model).named(text)
    {
        return Ok(wishes.to_vec());
    }
    read_map(path, &Targets::of(model))
}

/// Reads a file of wishes.
///
/// # Errors
///
/// If it cannot be read, is not an object of labels and field names, or names no field.
pub fn read_map(path: &Path, targets: &Targets) -> Result<Vec<Wish>> {
    let text = fs::read_to_string(path).map_err(|error| unreadable(path, error))?;
    let text = text.trim_start_matches('\u{feff}');
    let not_a_map = || Error::usage("not-a-map").with("path", path);
    let map: Map<String, Value> =
        serde_json::from_str(text).map_err(|error| not_a_map().because(error))?;
    map.iter()
        .map(|(column, field)| match field {
            Value::Null => Wish::among(targets, column, None),
            Value::String(name) => Wish::among(targets, column, Some(name)),
            _ => Err(not_a_map().because(column.clone())),
        })
        .collect()
}

/// The columns a wish speaks of: those of this very label, else those that are the same in
/// normal form, else the one at this place.
pub(super) fn columns_of(wish: &Wish, columns: &[ColumnMap]) -> Vec<usize> {
    let of = |is: &dyn Fn(&ColumnMap) -> bool| {
        columns.iter().filter(|column| is(column)).map(|c| c.index).collect::<Vec<_>>()
    };
    let same = of(&|column| column.column == wish.column);
    let normal = normalise(&wish.column);
    if !same.is_empty() {
        return same;
    }
    let alike = of(&|column| !normal.is_empty() && normalise(&column.column) == normal);
    if !alike.is_empty() {
        return alike;
    }
    let place = wish.column.strip_prefix('#').and_then(|number| number.parse::<usize>().ok());
    of(&|column| place == Some(column.index + 1))
}

/// The error for a wish that speaks of no column.
pub(super) fn unknown_column(wish: &Wish, columns: &[ColumnMap]) -> Error {
    let labels: Vec<&str> = columns
        .iter()
        .map(|column| column.column.as_str())
        .filter(|label| !label.is_empty())
        .collect();
    Error::usage("unknown-column")
        .with("column", wish.column.as_str())
        .with("columns", labels.join(", "))
}

#[cfg(test)]
mod tests {
    use super::{super::mapping::guess, *};

    #[test]
    fn wishes_are_followed_by_label_or_place() {
        let mut mapping = guess(&["A b".to_owned(), String::new(), "姓名".to_owned()], &[]);
        let wishes = [
            Wish::new("a-B", Some("need")).unwrap(),
            Wish::new("#2", Some("notes")).unwrap(),
            Wish::new("姓名", None).unwrap(),
        ];
        mapping.with_user(&wishes).unwrap();
        let names: Vec<_> = mapping.columns.iter().map(|c| c.target.map(|t| t.name)).collect();
        assert_eq!(names, [Some("need"), Some("notes"), None]);
        assert!(mapping.columns.iter().all(|column| column.why == "user"));
        assert_eq!(mapping.wishes().get(1).unwrap().column, "#2");
    }

    #[test]
    fn wishes_for_nothing_are_errors() {
        let mut mapping = guess(&["姓名".to_owned()], &[]);
        let wish = Wish::new("電話", Some("phone")).unwrap();
        assert_eq!(
            mapping.with_user(std::slice::from_ref(&wish)).unwrap_err().code(),
            "unknown-column"
        );
        mapping.with_template(&[wish]);
        assert_eq!(Wish::new("姓名", Some("nom")).unwrap_err().code(), "unknown-target");
    }
}
