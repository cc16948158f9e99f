//! Mappings that are remembered: how files with the same labels were understood before, and those that
//! were given a name.

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use serde_json::{Map, Value as Json};

use super::{Mapping, Targets, Wish, signature};
use crate::{domain::fold::fold, model::Model};

/// The mappings of earlier imports.
#[derive(Clone, Debug, Default)]
pub struct Templates(Arc<Remembered>);

#[derive(Debug, Default)]
struct Remembered {
    /// By the signature of their labels.
    by_labels: HashMap<String, Vec<Wish>>,
    /// By the name they were saved under.
    by_name: BTreeMap<String, Vec<Wish>>,
}

impl Templates {
    /// The newest mapping of each set of labels and of each name. Of an import that was taken back the
    /// mapping is forgotten: it may be why.
    pub fn of(model: &Model) -> Self {
        let targets = Targets::of(model);
        let mut known = Remembered::default();
        for (_, batch) in model.import_batches.iter().filter(|(_, it)| !it.mapping.is_empty()) {
            let wishes = Self::read(&batch.mapping, &targets);
            if !batch.template.is_empty() {
                known.by_name.insert(batch.template.clone(), wishes.clone());
            }
            if !batch.header_signature.is_empty() {
                known.by_labels.insert(batch.header_signature.clone(), wishes);
            }
        }
        Self(Arc::new(known))
    }

    /// What was said of a table with these labels. Without labels tables are not known again.
    pub fn get(&self, labels: &[String]) -> Option<&[Wish]> {
        let is_labelled = labels.iter().any(|label| !label.is_empty());
        is_labelled.then(|| self.0.by_labels.get(&signature(labels)))?.map(Vec::as_slice)
    }

    /// What was saved under a name.
    pub fn named(&self, name: &str) -> Option<&[Wish]> {
        let wanted = fold(name.trim());
        let mut named = self.0.by_name.iter();
        named.find(|(name, _)| fold(name) == wanted).map(|(_, wishes)| wishes.as_slice())
    }

    /// The names there are.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.by_name.keys().map(String::as_str)
    }

    /// The wishes of a mapping that was kept. Fields that this version does not know are passed over.
    pub fn read(mapping: &str, targets: &Targets) -> Vec<Wish> {
        let pairs: Map<String, Json> = serde_json::from_str(mapping).unwrap_or_default();
        let wish =
            |(column, field): (String, Json)| Wish::among(targets, &column, field.as_str()).ok();
        pairs.into_iter().filter_map(wish).collect()
    }

    /// A mapping as it is kept with its import.
    pub fn written(mapping: &Mapping) -> String {
        let wishes = mapping.wishes();
        let pairs =
            wishes.iter().map(|wish| (wish.column.clone(), wish.target.map(|it| it.name).into()));
        Json::Object(pairs.collect()).to_string()
    }
}
