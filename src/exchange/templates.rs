//! Mappings that are remembered: how files with the same labels were understood before.

use std::{collections::HashMap, sync::Arc};

use serde_json::{Map, Value as Json};

use super::{Mapping, Wish, signature};
use crate::model::Model;

/// The mappings of earlier imports, by the signature of their labels.
#[derive(Clone, Debug, Default)]
pub struct Templates(Arc<HashMap<String, Vec<Wish>>>);

impl Templates {
    /// The newest mapping of each set of labels. One that was taken back is remembered too: it may
    /// be why.
    pub fn of(model: &Model) -> Self {
        let mut known = HashMap::new();
        for (_, batch) in model.import_batches.iter() {
            if !batch.header_signature.is_empty() && !batch.mapping.is_empty() {
                known.insert(batch.header_signature.clone(), read(&batch.mapping));
            }
        }
        Self(Arc::new(known))
    }

    /// What was said of a table with these labels. Without labels tables are not known again.
    pub fn get(&self, labels: &[String]) -> Option<&[Wish]> {
        let is_labelled = labels.iter().any(|label| !label.is_empty());
        is_labelled.then(|| self.0.get(&signature(labels)))?.map(Vec::as_slice)
    }

    /// A mapping as it is kept with its import.
    pub fn written(mapping: &Mapping) -> String {
        let wishes = mapping.wishes();
        let pairs =
            wishes.iter().map(|wish| (wish.column.clone(), wish.target.map(|it| it.name).into()));
        Json::Object(pairs.collect()).to_string()
    }
}

/// The wishes of a kept mapping. Fields that this version does not know are passed over.
fn read(mapping: &str) -> Vec<Wish> {
    let pairs: Map<String, Json> = serde_json::from_str(mapping).unwrap_or_default();
    let wish = |(column, field): (String, Json)| Wish::new(&column, field.as_str()).ok();
    pairs.into_iter().filter_map(wish).collect()
}
