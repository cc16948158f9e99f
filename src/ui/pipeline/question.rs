//! What the board should show, worked out beside the window whenever the question or the model has
//! changed; the last answer stays until the next is there.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{PipelineBoard, standing::Standing};
use crate::{
    domain::Pipeline,
    error::Result,
    jobs::Jobs,
    model::Model,
    query::Viewer,
    ui::{Place, list::ListNews, news::News},
};

/// A question, of a model and a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    revision: u64,
    today: NaiveDate,
    user: Option<crate::domain::Id<crate::domain::User>>,
    pipeline: &'static str,
    filter: String,
}

/// What was found for the board.
pub(in crate::ui) struct Found {
    asked: Asked,
    standing: Result<Option<Standing>>,
}

impl PipelineBoard {
    /// Sees to it that the newest question is being answered.
    pub fn keep_up(
        &mut self,
        place: Place,
        (filter, model, viewer): (&str, &Arc<Model>, Viewer),
        jobs: &Jobs<News>,
    ) {
        let asked = Asked {
            revision: model.revision(),
            today: viewer.now.day(model.settings().zone()),
            user: viewer.user,
            pipeline: self.pipeline.id,
            filter: filter.to_owned(),
        };
        if !self.is_shown || self.asked.as_ref() == Some(&asked) {
            return;
        }
        self.asked = Some(asked.clone());
        let (model, pipeline): (_, &'static Pipeline) = (Arc::clone(model), self.pipeline);
        jobs.start("board", move |_| {
            let standing = Standing::of((&model, &viewer), pipeline, &asked.filter);
            News::OfList(ListNews::Stands(place, Box::new(Found { asked, standing })))
        });
    }

    /// Takes an answer, unless it answers what nobody wants to know any more. What is wrong with a filter is
    /// said by the list, which is asked the same.
    pub fn take(&mut self, found: Found) {
        if self.asked.as_ref() == Some(&found.asked)
            && let Ok(Some(standing)) = found.standing
        {
            self.standing = Some(standing);
        }
    }

    /// What was asked for was refused: each card is where it was before.
    pub fn refused(&mut self) {
        self.asked = None;
    }
}
