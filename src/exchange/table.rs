//! Records as a table: which columns it has, and what stands in them for a person, a program or a workbook.

use serde_json::{Map, Value as Json, json};

use super::{ExportColumn, Mark, choice_label, shown_field};
use crate::{
    domain::{
        ActivityOutcome, Choices, DisqualifyReason, FieldInfo, Kind, Picklist as _, RecordId, Row,
        Shape, Value, row_to_json, score::grade_name, value_to_json,
    },
    engine::OUTCOME,
    error::{Error, Result},
    i18n::Lang,
    model::Model,
    query::{self, Derived, DerivedNumbers, QueryField, Viewer, query_field},
};

/// The records of a kind as a table, and whoever looks at them.
pub struct Table<'a> {
    model: &'a Model,
    lang: Lang,
    kind: Kind,
    /// The fields of the kind, those of users among them.
    fields: Vec<FieldInfo>,
    columns: Vec<Column>,
    /// Whether someone named the columns; a document shows all there is otherwise.
    are_named: bool,
    numbers: DerivedNumbers<'a>,
}

/// A column, with the name it has in documents.
struct Column {
    name: String,
    shows: Shows,
}

enum Shows {
    Id,
    Field(QueryField),
}

impl<'a> Table<'a> {
    /// The columns of the names, or those a list shows if none are named.
    ///
    /// # Errors
    /// Usage, `unknown-field`.
    pub fn listed(
        looking: (&'a Model, &Viewer, Lang),
        kind: Kind,
        names: &[String],
    ) -> Result<Self> {
        Self::of(looking, kind, names, |field| field.spec.is_listed())
    }

    /// The columns of the names, or all there are if none are named.
    ///
    /// # Errors
    /// Usage, `unknown-field`.
    pub fn all(looking: (&'a Model, &Viewer, Lang), kind: Kind, names: &[String]) -> Result<Self> {
        Self::of(looking, kind, names, |_| true)
    }

    /// The sort of its records.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    fn of(
        (model, viewer, lang): (&'a Model, &Viewer, Lang),
        kind: Kind,
        names: &[String],
        is_shown: impl Fn(&FieldInfo) -> bool,
    ) -> Result<Self> {
        let fields: Vec<FieldInfo> = model.fields(kind).copied().collect();
        let shown = fields.iter().filter(|field| is_shown(field));
        let unnamed: Vec<String> = shown.map(|field| field.name.to_owned()).collect();
        let are_named = !names.is_empty();
        let names = if are_named { names } else { &unnamed };
        let columns = names.iter().map(|name| column(model, kind, name)).collect::<Result<_>>()?;
        let numbers = DerivedNumbers::new(model, viewer);
        Ok(Self { model, lang, kind, fields, columns, are_named, numbers })
    }

    /// The columns' labels.
    pub fn labels(&self) -> Vec<String> {
        let label = |it: &Column| query::field_label(self.model, self.kind, &it.name, self.lang);
        self.columns.iter().map(label).collect()
    }

    /// The columns as a workbook has them that can be filled in and come back: what may be chosen in each, for
    /// leads the outcome of a call, to be written down, and the ids, hidden. `since` is the last command of the
    /// history that the workbook knows.
    pub fn for_handing_out(&self, since: u64) -> Vec<ExportColumn> {
        let mut columns = self.for_workbook();
        if self.kind == Kind::Lead {
            columns.push(ExportColumn {
                label: query::field_label(self.model, self.kind, OUTCOME, self.lang),
                choices: labels(self.lang, &ActivityOutcome::CHOICES),
                is_hidden: false,
            });
        }
        let label = Mark { kind: self.kind, since, lang: self.lang }.label();
        columns.push(ExportColumn { label, choices: Vec::new(), is_hidden: true });
        columns
    }

    /// A record's cells in such a workbook.
    pub fn handed_out(&self, record: RecordId, row: &Row) -> Vec<String> {
        let mut cells = self.cells(record, row);
        if self.kind == Kind::Lead {
            cells.push(String::new());
        }
        cells.push(record.uuid.to_string());
        cells
    }

    fn for_workbook(&self) -> Vec<ExportColumn> {
        let lang = self.lang;
        let choices = |column: &Column| match &column.shows {
            // Why a lead is refused is a text; what is said most often is offered.
            _ if column.name == "response_reason" => labels(lang, &DisqualifyReason::CHOICES),
            Shows::Field(QueryField::Stored(field)) => match field.path().value_shape() {
                Shape::Choice(choices) => labels(lang, choices),
                _ => Vec::new(),
            },
            _ => Vec::new(),
        };
        let choices = self.columns.iter().map(choices);
        let column = |(label, choices)| ExportColumn { label, choices, is_hidden: false };
        self.labels().into_iter().zip(choices).map(column).collect()
    }

    /// A record's cells, for a person.
    pub fn cells(&self, record: RecordId, row: &Row) -> Vec<String> {
        let cell = |column: &Column| match column.shows {
            Shows::Id => record.uuid.to_string(),
            Shows::Field(QueryField::Stored(field)) => {
                let (shape, value) = (field.path().value_shape(), field.path().value(row));
                shown_field((self.model, self.lang), (self.kind, &column.name), &shape, &value)
            }
            Shows::Field(QueryField::Derived(derived)) => {
                let (shape, value) = self.derived(derived, record);
                super::shown_value(self.model, self.lang, &shape, &value)
            }
        };
        self.columns.iter().map(cell).collect()
    }

    /// A record as JSON: whole, or the columns that were named.
    pub fn document(&self, record: RecordId, row: &Row) -> Json {
        let mut out = Map::new();
        out.insert("id".to_owned(), json!(record.uuid.to_string()));
        if !self.are_named {
            out.extend(row_to_json(&self.fields, row));
            for derived in [Derived::Score, Derived::Grade] {
                if derived.is_of(self.kind) {
                    let (shape, value) = self.derived(derived, record);
                    out.insert(derived.name().to_owned(), value_to_json(&shape, &value));
                }
            }
            return Json::Object(out);
        }
        for column in &self.columns {
            let json = match column.shows {
                Shows::Id => json!(record.uuid.to_string()),
                Shows::Field(QueryField::Stored(field)) => {
                    value_to_json(&field.path().value_shape(), &field.path().value(row))
                }
                Shows::Field(QueryField::Derived(derived)) => {
                    let (shape, value) = self.derived(derived, record);
                    value_to_json(&shape, &value)
                }
            };
            if !json.is_null() {
                out.insert(column.name.clone(), json);
            }
        }
        Json::Object(out)
    }

    fn derived(&self, derived: Derived, record: RecordId) -> (Shape, Value) {
        let model = self.model;
        let row = model.leads.find(record.uuid).filter(|_| record.kind == Kind::Lead);
        let Some(row) = row else { return (Shape::Text, Value::Empty) };
        let number = self.numbers.of(derived, row);
        let is_so = number.map_or(Value::Empty, |number| Value::Flag(number != 0));
        match derived {
            Derived::Score | Derived::Idle => (Shape::Int, number.map_or(Value::Empty, Value::Int)),
            Derived::Grade => (Shape::Text, Value::Text(grade_name(model.grade(row)).to_owned())),
            Derived::Valid | Derived::Judged | Derived::Attempted | Derived::Reached => {
                (Shape::Flag, is_so)
            }
            Derived::Member => {
                let campaigns = model.lead_derived(row).into_iter().flat_map(|it| it.memberships());
                let link = |(uuid, _)| Value::Link(RecordId { kind: Kind::Campaign, uuid });
                (
                    Shape::List(&Shape::Link(Kind::Campaign)),
                    Value::List(campaigns.map(link).collect()),
                )
            }
        }
    }
}

/// What may be chosen of a list.
fn labels(lang: Lang, choices: &Choices) -> Vec<String> {
    choices.values.iter().map(|id| choice_label(lang, choices.name, id)).collect()
}

fn column(model: &Model, kind: Kind, name: &str) -> Result<Column> {
    if name == "id" {
        return Ok(Column { name: name.to_owned(), shows: Shows::Id });
    }
    let found = query_field(model, kind, name);
    let field = found.ok_or_else(|| unknown_field(kind, name))?;
    let name = match field {
        QueryField::Derived(derived) => derived.name().to_owned(),
        QueryField::Stored(stored) => {
            let whole = model.field_of_tag(kind, stored.tag);
            let whole = whole.map_or(name, |field| field.name);
            stored.part.map_or(whole.to_owned(), |part| format!("{whole}.{}", part.name))
        }
    };
    Ok(Column { name, shows: Shows::Field(field) })
}

/// There is no such field.
pub fn unknown_field(kind: Kind, name: &str) -> Error {
    Error::usage("unknown-field").with("field", name).with("kind", format!("@kind-{}", kind.name()))
}
