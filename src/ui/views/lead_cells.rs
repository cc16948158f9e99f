//! The columns of the list of leads, and what stands in their cells.

use chrono_tz::Tz;

use crate::{
    domain::{Id, Lead, Stage, Timestamp},
    i18n::{Lang, text},
    model::Model,
    query::Viewer,
    ui::{
        Cx, days,
        shown::{choice, field_label},
        theme::column,
        widgets::{Cell, Column, Glyph, Pill, icons},
    },
};

/// The columns: name, width, which go first where there is no room, and what they hold.
const COLUMNS: &[(&str, f32, u8)] = &[
    ("name", column::NAME, 0),
    ("score", column::SCORE, 0),
    ("stage", column::STATE, 0),
    ("source", column::SOURCE, 4),
    ("campaign", column::CAMPAIGN, 1),
    ("owner", column::PERSON, 2),
    ("captured_at", column::DAY, 3),
];

/// The columns, with their labels.
pub(super) fn columns(lang: Lang) -> Vec<Column> {
    let made = |(id, width, rank): &(&'static str, f32, u8)| Column {
        id,
        label: label(lang, id),
        width: *width,
        is_flexible: ["name", "campaign"].contains(id),
        is_right: *id == "score",
        rank: *rank,
        can_sort: true,
    };
    COLUMNS.iter().map(made).collect()
}

fn label(lang: Lang, column: &str) -> String {
    match column {
        "name" => text(lang, "column-name-company").into_owned(),
        "owner" => text(lang, "column-owner-pool").into_owned(),
        other => field_label(lang, crate::domain::Kind::Lead, other),
    }
}

/// Draws the cells of leads.
pub(super) struct Cells<'a> {
    model: &'a Model,
    viewer: &'a Viewer,
    lang: Lang,
    zone: Tz,
}

impl<'a> Cells<'a> {
    pub fn new(cx: &Cx<'a>) -> Self {
        Self { model: cx.model, viewer: cx.viewer, lang: cx.lang, zone: cx.model.settings().zone() }
    }

    /// Draws the cell of a lead's row and a column.
    pub fn draw(&self, cell: &mut Cell<'_>, row: usize, column: &str) {
        let leads = &self.model.leads;
        match column {
            "name" => {
                let (name, company) = (leads.text(Lead::name, row), leads.text(Lead::company, row));
                match (name, company) {
                    ("", "") => {
                        cell.text(&text(self.lang, "lead-nameless"), cell.tokens().text_subdued);
                    }
                    ("", company) => cell.two_lines(company, &text(self.lang, "lead-nameless")),
                    (name, company) => cell.two_lines(name, company),
                }
            }
            "score" => {
                let score = self.model.score(row, self.viewer.now);
                cell.score(&score.to_string(), self.model.grade(row));
            }
            "stage" => stage(cell, self.lang, leads.text(Lead::stage, row)),
            "source" => {
                let id = leads.text(Lead::source, row);
                let words =
                    if id.is_empty() { String::new() } else { choice(self.lang, "source", id) };
                cell.text(&words, cell.tokens().text);
            }
            "campaign" => {
                let campaign = leads.link(Lead::campaign, row).and_then(Id::of);
                let campaign = campaign.and_then(|id| self.model.campaigns.get(id));
                let name = campaign.map_or("", |campaign| campaign.name.as_str());
                cell.text(name, cell.tokens().text);
            }
            "owner" => self.owner(cell, row),
            "captured_at" => {
                let at = leads.number(Lead::captured_at, row).map(Timestamp);
                let day = at.map(|at| days::near(at, self.viewer.now, self.zone, self.lang));
                cell.text(&day.unwrap_or_default(), cell.tokens().text_subdued);
            }
            _ => {}
        }
    }

    fn owner(&self, cell: &mut Cell<'_>, row: usize) {
        let leads = &self.model.leads;
        let owner = leads.link(Lead::owner, row).and_then(Id::of);
        if let Some(user) = owner.and_then(|id| self.model.users.get(id)) {
            return cell.person(&user.name);
        }
        let pool = leads.link(Lead::pool, row).and_then(Id::of);
        if let Some(pool) = pool.and_then(|id| self.model.pools.get(id)) {
            cell.place(icons::WAVES, &pool.name);
        }
    }
}

fn stage(cell: &mut Cell<'_>, lang: Lang, id: &str) {
    let stage = Stage::of_id(id).unwrap_or_default();
    let words = choice(lang, "stage", stage.id());
    let tone = cell.tokens().stage(stage);
    cell.pill(&Pill { text: &words, glyph: glyph(stage), tone });
}

/// The glyph of a stage: a pie that fills up, or what became of the lead.
pub(super) fn glyph(stage: Stage) -> Glyph {
    match stage {
        Stage::Unsorted => Glyph::Dashes,
        Stage::Usable => Glyph::Quarters(1),
        Stage::Mql => Glyph::Quarters(2),
        Stage::Sql => Glyph::Quarters(3),
        Stage::Converted => Glyph::Icon(icons::CIRCLE_CHECK),
        Stage::Nurturing => Glyph::Icon(icons::MOON),
        Stage::Disqualified => Glyph::Icon(icons::BAN),
        Stage::Merged => Glyph::Icon(icons::MERGE),
    }
}
