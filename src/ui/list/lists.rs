//! The lists of all places, each as it was left.

use std::{collections::BTreeMap, sync::Arc};

use super::{Among, Found, KeptList, ListView};
use crate::{
    domain::Kind,
    error::{Error, Result},
    jobs::Jobs,
    model::Model,
    query::{Viewer, complete},
    ui::{Place, news::News, pipeline::PipelineBoard},
};
use crate::{i18n::Lang, query::Completion};

/// How lists are looked at, by the code of their place.
pub(in crate::ui) type KeptLists = BTreeMap<String, KeptList>;

/// The lists of all places.
#[derive(Default)]
pub(in crate::ui) struct Lists {
    open: Vec<ListView>,
    /// How those that were not opened yet were looked at before.
    kept: KeptLists,
}

/// Something worked out for the list of a place.
pub(in crate::ui) enum ListNews {
    /// What it shows.
    Rows(Box<Found>),
    /// How many records each of its tabs has.
    Counted(Place, Result<Vec<(String, usize)>>),
    /// What may stand in its filter.
    Completed(Place, (String, usize), Completion),
    /// How the deals of its board stand.
    Stands(Place, Box<crate::ui::pipeline::Found>),
    /// Why a field it asks for cannot be in memory.
    Refused(Place, Error),
}

/// The kinds that have a list.
const KINDS: &[Kind] = &[
    Kind::Lead,
    Kind::Campaign,
    Kind::Account,
    Kind::Contact,
    Kind::Opportunity,
    Kind::Order,
    Kind::Activity,
    Kind::User,
    Kind::Pool,
];

impl Lists {
    /// The kind of which a place is a list.
    pub fn kind_of(place: Place) -> Option<Kind> {
        match place {
            Place::List(kind) => Some(kind).filter(|kind| KINDS.contains(kind)),
            Place::Pool => Some(Kind::Lead),
            _ => None,
        }
    }

    /// The lists as they were left at the last start; each is looked at so when one comes to it.
    pub fn of(kept: KeptLists) -> Self {
        Self { open: Vec::new(), kept }
    }

    /// How all of them are looked at that are not as shipped.
    pub fn kept(&self) -> KeptLists {
        let mut kept = self.kept.clone();
        let changed = self.open.iter().filter_map(|list| {
            let shipped = ListView::new(list.place, list.kind()).kept();
            Some(list.kept()).filter(|kept| *kept != shipped).map(|kept| (list.place.code(), kept))
        });
        kept.extend(changed);
        kept
    }

    /// The list of a place, as far as one was there.
    pub fn at(&self, place: Place) -> Option<&ListView> {
        self.open.iter().find(|list| list.place == place)
    }

    /// The list of a place, if it is a place of a list.
    pub fn open(&mut self, place: Place) -> Option<&mut ListView> {
        let kind = Self::kind_of(place)?;
        if self.at(place).is_none() {
            self.open.push(ListView::new(place, kind));
        }
        self.open.iter_mut().find(|list| list.place == place)
    }

    /// Sees to it that the list of a place shows what it should.
    pub fn keep_up(
        &mut self,
        place: Place,
        (model, viewer, lang): (&Arc<Model>, Viewer, Lang),
        jobs: &Jobs<News>,
    ) {
        let kept = self.kept.remove(&place.code());
        let Some(list) = self.open(place) else { return };
        if let Some(kept) = kept {
            list.recall(&kept, model);
        }
        list.asking.keep_up(place, (model, viewer), jobs);
        if let Some(board) = &mut list.board {
            let filter = list.asking.question.filter.as_str();
            board.keep_up(place, (filter, model, viewer), jobs);
        }
        if let Some(tabs) = &mut list.tabs {
            tabs.keep_up(place, (model, viewer), jobs);
        }
        let kind = list.kind();
        let completing = &mut list.filter.completing;
        if let Some(wanted) = completing.wanted.clone()
            && completing.asked.as_ref() != Some(&wanted)
        {
            completing.asked = Some(wanted.clone());
            let model = Arc::clone(model);
            jobs.start("complete", move |_| {
                let found = complete(&model, kind, lang, &wanted.0, wanted.1);
                News::OfList(ListNews::Completed(place, wanted, found))
            });
        }
    }

    /// Limits the list of a kind to the records behind a number; its place, if there is such a list.
    pub fn limit(&mut self, among: Among) -> Option<Place> {
        let place = Place::List(among.kind);
        // How it was looked at before would hide some of them.
        self.kept.remove(&place.code());
        self.open(place)?.limit(Arc::new(among));
        Some(place)
    }

    /// What was asked for was refused: what was shown as if it were done is as it was before.
    pub fn refused(&mut self) {
        self.open
            .iter_mut()
            .filter_map(|list| list.board.as_mut())
            .for_each(PipelineBoard::refused);
    }

    /// Takes what was worked out.
    pub fn take(&mut self, news: ListNews, model: &Model) {
        match news {
            ListNews::Rows(found) => {
                if let Some(list) = self.open(found.place) {
                    list.take(*found, model);
                }
            }
            ListNews::Refused(place, problem) => {
                if let Some(list) = self.open(place) {
                    list.asking.refuse(problem);
                }
            }
            ListNews::Counted(place, counts) => {
                let tabs = self.open(place).and_then(|list| list.tabs.as_mut());
                // A tab that cannot be counted shows no number.
                if let (Some(tabs), Ok(counts)) = (tabs, counts) {
                    tabs.take(counts);
                }
            }
            ListNews::Stands(place, found) => {
                let list = self.open(place);
                if let Some(board) = list.and_then(|list| list.board.as_mut()) {
                    board.take(*found);
                }
            }
            ListNews::Completed(place, asked, found) => {
                let list = self.open(place);
                let completing = list.map(|list| &mut list.filter.completing);
                if let Some(completing) = completing.filter(|it| it.asked.as_ref() == Some(&asked))
                {
                    completing.found = Some(found);
                }
            }
        }
    }
}
