//! What the fields are called that a column can go to.

use crate::{
    domain::Kind,
    exchange::{Target, Targets},
    i18n::{Lang, known},
    model::Model,
    query,
};

/// The fields that a column can go to, with their names.
pub(super) struct FieldNames {
    /// The fields; none leaves the column out.
    pub targets: Vec<Option<&'static Target>>,
    /// Their names, in the same order.
    pub names: Vec<String>,
}

impl FieldNames {
    /// The fields of a workspace. The first leaves a column out.
    pub fn of(model: &Model, lang: Lang) -> Self {
        let targets = Targets::of(model);
        let fields = targets.iter().filter(|target| target.name != "ignore").map(Some);
        let targets: Vec<_> = std::iter::once(None).chain(fields).collect();
        let names = targets.iter().map(|target| name_of(model, lang, *target)).collect();
        Self { targets, names }
    }

    /// Where a field stands.
    pub fn place(&self, target: Option<&'static Target>) -> usize {
        let target = target.filter(|target| target.name != "ignore");
        self.targets.iter().position(|known| *known == target).unwrap_or_default()
    }
}

/// The name of a field that a column can go to.
pub(in crate::ui) fn name_of(model: &Model, lang: Lang, target: Option<&Target>) -> String {
    let name = target.map_or("ignore", |target| target.name);
    known(lang, &format!("target-{name}"))
        .map_or_else(|| query::field_label(model, Kind::Lead, name, lang), |text| text.into_owned())
}
