//! Which value of a record is meant: a field, or a field of its parts.

use std::borrow::Cow;

use super::{FieldInfo, Row, Shape, Tag, Value};

/// A field, or a field of its parts (`address.city`).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FieldPath {
    /// The number of the field.
    pub tag: Tag,
    /// What the whole field holds.
    pub shape: Shape,
    /// The field of its parts, if that is meant.
    pub part: Option<&'static FieldInfo>,
}

impl FieldPath {
    /// A whole field.
    pub fn of(field: &FieldInfo) -> Self {
        Self { tag: field.tag, shape: field.shape, part: None }
    }

    /// What a record holds there: of a list of parts, a list of what each part holds.
    pub fn value<'r>(&self, row: &'r Row) -> Cow<'r, Value> {
        let whole = row.get(self.tag);
        let Some(part) = self.part else { return Cow::Borrowed(whole) };
        match whole {
            Value::Part(fields) => Cow::Borrowed(fields.get(part.tag)),
            Value::List(items) => {
                let of_part = |item: &Value| match item {
                    Value::Part(fields) => fields.get(part.tag).clone(),
                    _ => Value::Empty,
                };
                Cow::Owned(Value::List(items.iter().map(of_part).collect()))
            }
            _ => Cow::Owned(Value::Empty),
        }
    }

    /// The shape of [`FieldPath::value`].
    pub fn value_shape(&self) -> Shape {
        match (self.part, self.shape) {
            (None, whole) => whole,
            (Some(part), Shape::List(_)) => Shape::List(&part.shape),
            (Some(part), _) => part.shape,
        }
    }

    /// The fields of the part, or of the parts of the list, that the whole field is.
    pub fn parts(&self) -> &'static [FieldInfo] {
        match &self.shape {
            Shape::Part(fields) | Shape::List(Shape::Part(fields)) => fields,
            _ => &[],
        }
    }

    /// Whether another path leads to the same values, however their shape is described.
    pub fn is_same(&self, other: &Self) -> bool {
        self.tag == other.tag && self.part.map(|part| part.tag) == other.part.map(|part| part.tag)
    }
}
