//! The tabs of the lead pool: all leads one may work on, each pool, those that sleep, and one's own.

use std::sync::Arc;

use eframe::egui::{Align, Frame, Layout as Direction, Margin, Panel, Stroke, Ui};

use super::{ListNews, ListView};
use crate::{
    domain::{Kind, Pool, RecordId},
    error::{Error, Result},
    i18n::{grouped, text, text_with},
    jobs::Jobs,
    model::Model,
    query::{Filter, Viewer, quoted},
    ui::{
        Cx, Intent, Place,
        news::News,
        theme::{measure, space},
        widgets::{Button, Tab, icons, tabs},
    },
};

/// The tabs of a list.
#[derive(Default)]
pub(in crate::ui) struct Tabs {
    /// The conditions of the one that is chosen.
    pub chosen: String,
    /// How many leads each has, as counted last.
    counts: Vec<(String, usize)>,
    /// The revision for which they were counted.
    asked: Option<u64>,
}

/// What may still be worked on.
const ALL: &str = "-stage:converted,merged";

/// Those that sleep.
const NURTURING: &str = "stage:nurturing";

/// One's own that are being worked on.
pub(super) const MINE: &str = "owner:me stage:unsorted,usable,mql,sql";

impl Tabs {
    /// The tab that is chosen first.
    pub fn new() -> Self {
        Self { chosen: ALL.to_owned(), ..Self::default() }
    }

    /// Chooses the tab of these conditions; whether there is such a tab.
    pub fn choose(&mut self, model: &Model, chosen: &str) -> bool {
        let is_known = conditions(model).iter().any(|(_, conditions)| conditions == chosen);
        if is_known {
            chosen.clone_into(&mut self.chosen);
        }
        is_known
    }

    /// How many leads conditions have, as counted last.
    pub fn count(&self, conditions: &str) -> Option<usize> {
        self.counts.iter().find(|(known, _)| known == conditions).map(|(_, count)| *count)
    }

    /// Has the leads of each tab counted, if the model has changed.
    pub fn keep_up(
        &mut self,
        place: Place,
        (model, viewer): (&Arc<Model>, Viewer),
        jobs: &Jobs<News>,
    ) {
        if self.asked == Some(model.revision()) {
            return;
        }
        self.asked = Some(model.revision());
        let model = Arc::clone(model);
        jobs.start("count", move |_| {
            let counted = conditions(&model).into_iter().map(|(_, conditions)| {
                let count = count(&model, &viewer, &conditions)?;
                Ok((conditions, count))
            });
            News::OfList(ListNews::Counted(place, counted.collect()))
        });
    }

    /// Takes what was counted.
    pub fn take(&mut self, counts: Vec<(String, usize)>) {
        self.counts = counts;
    }
}

/// The tabs: the key or the name of each, and its conditions.
fn conditions(model: &Model) -> Vec<(Name, String)> {
    let mut pools: Vec<(Option<i64>, String)> =
        model.pools.iter().map(|(_, pool): (_, &Pool)| (pool.order, pool.name.clone())).collect();
    pools.sort_by_key(|(order, _)| order.unwrap_or(i64::MAX));
    let pools = pools.into_iter().map(|(_, name)| {
        let conditions = format!("pool:{}", quoted(&name));
        (Name::Own(name), conditions)
    });
    let first = std::iter::once((Name::Key("pool-all"), ALL.to_owned()));
    let last = [
        (Name::Key("pool-nurturing"), NURTURING.to_owned()),
        (Name::Key("pool-mine"), MINE.to_owned()),
    ];
    first.chain(pools).chain(last).collect()
}

enum Name {
    Key(&'static str),
    Own(String),
}

fn count(model: &Model, viewer: &Viewer, conditions: &str) -> Result<usize> {
    let read = |_: RecordId| Err(Error::usage("filter-needs-disk"));
    let (filter, _) = Filter::parse(Kind::Lead, conditions, model, viewer)?;
    Ok(filter.row_set(model, viewer, &read)?.count())
}

impl ListView {
    /// Draws the tabs, if the list has some.
    pub(super) fn show_tabs(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let Some(of) = &self.tabs else { return };
        let known = conditions(cx.model);
        let named = known.iter().map(|(name, conditions)| Tab {
            text: match name {
                Name::Key(key) => text(cx.lang, key).into_owned(),
                Name::Own(name) => name.clone(),
            },
            count: of.count(conditions).map(|count| grouped(count as u64)).unwrap_or_default(),
        });
        let shown: Vec<Tab> = named.collect();
        let chosen = known.iter().position(|(_, it)| *it == of.chosen).unwrap_or_default();
        let margin = Margin { left: space::TINY as i8, right: space::LARGE as i8, ..Margin::ZERO };
        let bar = Frame::new().fill(cx.tokens.surface).inner_margin(margin);
        let panel = Panel::top("list_tabs").exact_size(measure::TABS).resizable(false).frame(bar);
        let clicked = panel.show(ui, |ui| {
            ui.set_height(measure::TABS);
            let line = Stroke::new(measure::LINE, cx.tokens.border);
            let rect = ui.max_rect();
            ui.painter().hline(rect.x_range(), rect.bottom() - measure::LINE / 2.0, line);
            ui.with_layout(Direction::right_to_left(Align::Center), |ui| {
                new_and_import(ui, cx, Kind::Lead, false);
                ui.with_layout(Direction::left_to_right(Align::Center), |ui| {
                    tabs(ui, &shown, chosen)
                })
                .inner
            })
            .inner
        });
        if let Some((_, conditions)) = clicked.inner.and_then(|at| known.into_iter().nth(at)) {
            self.asking.question.base.clone_from(&conditions);
            if let Some(of) = &mut self.tabs {
                of.chosen = conditions;
            }
            self.unchoose();
            self.selection.clear();
            ui.request_repaint();
        }
    }

    /// The limits that hold for who is looking, as far as they are used.
    pub(super) fn limits(&self, cx: &Cx<'_>) -> Option<String> {
        let owned = self.tabs.as_ref()?.count(MINE)?;
        let user = cx.viewer.user.and_then(|id| cx.model.users.get(id))?;
        let caps =
            user.cap.into_iter().chain(cx.model.pools.iter().filter_map(|(_, pool)| pool.cap));
        let most = caps.min().and_then(|cap| usize::try_from(cap).ok())?;
        let args = [("owned", owned.into()), ("most", most.into())];
        Some(text_with(cx.lang, "pool-owned", &args).into_owned())
    }
}

/// The ways to get more: an import, and one that is typed.
pub(super) fn new_and_import(ui: &mut Ui, cx: &mut Cx<'_>, kind: Kind, is_narrow: bool) {
    ui.spacing_mut().item_spacing.x = space::SMALL;
    if NEW.contains(&kind) {
        let words = text(cx.lang, &format!("new-{}", kind.name()));
        let button = match is_narrow {
            true => Button::icon_only(icons::PLUS, &words),
            false => Button::primary(&words).with_icon(icons::PLUS),
        };
        if ui.add(button).clicked() {
            cx.ask(Intent::New(kind));
        }
    }
    if kind == Kind::Lead {
        let words = text(cx.lang, "import-button");
        let button = match is_narrow {
            true => Button::icon_only(icons::DOWNLOAD, &words),
            false => Button::secondary(&words).with_icon(icons::DOWNLOAD),
        };
        if ui.add(button).clicked() {
            cx.ask(Intent::Pick);
        }
    }
}

/// Kinds of which one is made by a form.
pub(super) const NEW: &[Kind] =
    &[Kind::Lead, Kind::Account, Kind::Contact, Kind::Campaign, Kind::Opportunity];
