//! What is on disk stays readable: tags and shapes only grow.

use std::{collections::BTreeSet, fmt::Write as _, fs};

use fairlead::domain::{Fields as _, Kind, Lead, Row, Shape, Value};

/// Lines may be added to this file, never changed. Written anew with `UPDATE_EXPECT=1`.
const LOCK: &str = "tests/data/schema.txt";

#[test]
fn the_schema_only_grows() {
    let mut now = String::new();
    for kind in Kind::ALL {
        let mut tags = BTreeSet::new();
        for field in kind.fields() {
            assert!(tags.insert(field.tag), "{} {} is used twice", kind.name(), field.tag);
            let shape = field.shape.describe();
            writeln!(now, "{} {} {} {} {shape}", kind.number(), kind.name(), field.tag, field.name)
                .unwrap();
        }
    }
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(LOCK, &now).unwrap();
    }
    let kept = fs::read_to_string(LOCK).unwrap();
    for line in kept.lines() {
        assert!(now.lines().any(|it| it == line), "gone or changed: {line}");
    }
    assert_eq!(now, kept, "new fields: run again with UPDATE_EXPECT=1");
}

#[test]
fn a_field_of_a_newer_version_survives() {
    let row = Lead { name: "王小明".to_owned(), ..Lead::default() }
        .to_row()
        .with(999, Value::Text("from the future".to_owned()))
        .with(1_001, Value::Int(7))
        .with(Lead::rating, Value::Choice("a rating of a newer version".into()));
    let lead = Lead::from_row(row.clone());
    assert_eq!((lead.name.as_str(), lead.rating), ("王小明", None));
    assert_eq!(lead.to_row(), row);
    assert_eq!(Lead::from_row(Row::new()), Lead::default());
}

#[test]
fn parts_have_tags_of_their_own() {
    fn check(shape: &Shape) {
        match shape {
            Shape::List(inner) => check(inner),
            Shape::Part(fields) => {
                let tags: BTreeSet<u16> = fields.iter().map(|field| field.tag).collect();
                assert_eq!(tags.len(), fields.len());
                fields.iter().for_each(|field| check(&field.shape));
            }
            _ => {}
        }
    }
    for field in Kind::ALL.iter().flat_map(|kind| kind.fields()) {
        check(&field.shape);
    }
}
