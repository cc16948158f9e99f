//! The campaigns a report has rows for: a tree, parents before their children.

use std::collections::{HashMap, HashSet};

use super::Question;
use crate::domain::{Campaign, Id};

/// A campaign with a row of its own.
#[derive(Clone, Debug)]
pub(super) struct Listed {
    pub id: Id<Campaign>,
    pub name: String,
    /// How deep it lies in the tree; a campaign without a parent is at 0.
    pub level: u64,
}

/// The campaigns a question is about, in the order of the tree.
#[derive(Debug)]
pub(super) struct CampaignList {
    pub campaigns: Vec<Listed>,
    children: HashMap<Id<Campaign>, Vec<Id<Campaign>>>,
}

impl CampaignList {
    /// The campaigns the question names, else all.
    pub fn of(question: &Question<'_>) -> Self {
        let table = &question.model.campaigns;
        let mut children: HashMap<_, Vec<_>> = HashMap::new();
        let mut roots = Vec::new();
        for (id, campaign) in table.iter() {
            match campaign.parent.filter(|parent| table.get(*parent).is_some()) {
                Some(parent) => children.entry(parent).or_default().push(id),
                None => roots.push(id),
            }
        }
        let mut list = Self { campaigns: Vec::new(), children };
        let mut seen = HashSet::new();
        // Campaigns that are each other's parents hang on no root: they follow at the end.
        for root in roots.into_iter().chain(table.iter().map(|(id, _)| id)) {
            for (id, level) in list.walk(root, &mut seen) {
                let name = table.get(id).map(|it| it.name.clone()).unwrap_or_default();
                list.campaigns.push(Listed { id, name, level });
            }
        }
        if let Some(asked) = question.campaigns {
            let asked: HashSet<_> = asked.iter().copied().collect();
            list.campaigns.retain(|listed| asked.contains(&listed.id));
        }
        list
    }

    /// A campaign and everything below it, each once.
    pub fn subtree(&self, root: Id<Campaign>) -> Vec<Id<Campaign>> {
        self.walk(root, &mut HashSet::new()).into_iter().map(|(id, _)| id).collect()
    }

    /// The subtrees of all campaigns of the list, each campaign once.
    pub fn whole(&self) -> Vec<Id<Campaign>> {
        let mut seen = HashSet::new();
        let walks = self.campaigns.iter().flat_map(|listed| self.walk(listed.id, &mut seen));
        walks.map(|(id, _)| id).collect()
    }

    /// The ids of the list.
    pub fn ids(&self) -> Vec<Id<Campaign>> {
        self.campaigns.iter().map(|listed| listed.id).collect()
    }

    /// What lies at and below a campaign and was not seen yet, with its depth below it.
    fn walk(
        &self,
        root: Id<Campaign>,
        seen: &mut HashSet<Id<Campaign>>,
    ) -> Vec<(Id<Campaign>, u64)> {
        let mut found = Vec::new();
        let mut open = vec![(root, 0)];
        while let Some((id, level)) = open.pop() {
            if seen.insert(id) {
                found.push((id, level));
                let below = self.children.get(&id).into_iter().flatten().rev();
                open.extend(below.map(|child| (*child, level + 1)));
            }
        }
        found
    }
}
