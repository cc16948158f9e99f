//! How a list is looked at, kept until the next start.

use serde::{Deserialize, Serialize};

use super::{Layout, ListField, ListFilter, ListView, view::shipped_layout};
use crate::{domain::Id, model::Model};

/// How a list is looked at: what it shows, in which order and in which columns.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(in crate::ui) struct KeptList {
    filter: String,
    sort: String,
    group: Option<String>,
    /// As [`Layout::words`].
    columns: Vec<String>,
    /// The conditions of the chosen tab, where the list has tabs.
    tab: Option<String>,
    /// The saved view that is used.
    view: Option<uuid::Uuid>,
    /// The pipeline of the board, and whether that is shown; none where the list has no board.
    board: Option<(String, bool)>,
    is_preview_closed: bool,
}

impl ListView {
    /// How it is looked at now.
    pub fn kept(&self) -> KeptList {
        let question = &self.asking.question;
        KeptList {
            filter: question.filter.clone(),
            sort: question.sort.clone(),
            group: question.group.clone(),
            columns: self.layout.words(),
            tab: self.tabs.as_ref().map(|tabs| tabs.chosen.clone()),
            view: self.used.map(|view| view.0),
            board: self.board.as_ref().map(|board| (board.pipeline_id(), board.is_shown)),
            is_preview_closed: !self.is_preview_open,
        }
    }

    /// Has it looked at as it was kept; what there is no more is as shipped.
    pub fn recall(&mut self, kept: &KeptList, model: &Model) {
        let kind = self.kind();
        self.filter = ListFilter::of(&kept.filter);
        self.asking.question.filter = self.filter.text();
        let field = |name: &str| ListField::of(model, kind, name);
        let sorts = field(kept.sort.trim_start_matches('-'));
        if kept.sort.is_empty() || sorts.is_some_and(|field| field.can_sort(model, kind)) {
            self.asking.question.sort.clone_from(&kept.sort);
        }
        let group = kept
            .group
            .as_deref()
            .filter(|name| field(name).is_some_and(|field| field.can_group(model, kind)));
        self.asking.question.group = group.map(str::to_owned);
        self.layout = Layout::from_words(&kept.columns);
        if self.layout.fields(model, kind).is_empty() {
            self.layout = shipped_layout(self.place, kind);
        }
        if let (Some(tabs), Some(tab)) = (&mut self.tabs, &kept.tab)
            && tabs.choose(model, tab)
        {
            self.asking.question.base.clone_from(tab);
        }
        let view = kept.view.map(Id::new);
        self.used = view.filter(|view| model.saved_views.get(*view).is_some());
        if let (Some(board), Some((pipeline, is_shown))) = (&mut self.board, &kept.board) {
            board.choose(pipeline);
            board.is_shown = *is_shown;
        }
        self.is_preview_open = !kept.is_preview_closed;
    }
}
