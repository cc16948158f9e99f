//! Where the leads of the files at hand go, what happens to those known already, and the sums.

use eframe::egui::{Align, Id, Layout, Popup, PopupCloseBehavior, RectAlign, Ui, vec2};

use super::session::{Batch, Staging, To};
use crate::{
    domain::{Choices, Picklist as _, Source},
    engine::{Fate, OnMatch, rules::assignment::in_order as rules_in_order},
    i18n::{grouped, text, text_with},
    ui::{
        Cx,
        shown::choice,
        theme::{column, measure, size, space},
        widgets::{
            Button, EditedLook, PickOption, Picked, Picker, PickerState, Select, edited, icons,
            label,
        },
    },
};

/// The choices of the foot, as wide as there is room for.
const CHOICE: f32 = 184.0;

/// How high something under its name is.
const HEIGHT: f32 = 52.0;

/// The sums.
const SUMS: f32 = 250.0;

/// Draws where the leads go.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, staging: &mut Staging) {
    let before = staging.batch.on_match;
    let width = ((ui.available_width() - measure::BUTTON - 4.0 * space::MEDIUM) / 4.0)
        .clamp(column::STATE - space::LARGE, CHOICE);
    ui.spacing_mut().item_spacing.x = space::MEDIUM;
    let batch = &mut staging.batch;
    under(ui, cx, ("field-campaign", width), |ui, cx, name| campaign(ui, cx, batch, name, width));
    under(ui, cx, ("field-source", width), |ui, cx, name| source(ui, cx, batch, name, width));
    under(ui, cx, ("staging-to", width), |ui, cx, name| target(ui, cx, batch, name, width));
    under(ui, cx, ("staging-known", width), |ui, cx, name| known(ui, cx, batch, name, width));
    more(ui, cx, batch);
    if before != staging.batch.on_match {
        staging.check_again();
    }
    let on_match = staging.batch.on_match;
    staging.tables.iter_mut().for_each(|table| table.view.on_match = on_match);
}

/// Draws what the rows add up to, as the report will.
pub(super) fn sums(ui: &mut Ui, cx: &Cx<'_>, staging: &Staging) {
    if staging.taken().any(|table| table.held.is_cut) || staging.taken().next().is_none() {
        return;
    }
    let count = |fates: &[Fate]| fates.iter().map(|fate| staging.count(*fate)).sum::<usize>();
    let sums = [
        count(&[Fate::New, Fate::Conflict]),
        count(&[Fate::Update, Fate::Duplicate]),
        count(&[Fate::Skip]),
        count(&[Fate::Error]),
    ];
    let all: usize = sums.iter().sum();
    let parts = sums.map(|count| grouped(count as u64)).join(" + ");
    let layout = Layout::top_down(Align::Max);
    ui.allocate_ui_with_layout(vec2(SUMS, HEIGHT), layout, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.add_space(space::TINY);
        label(ui, &text(cx.lang, "staging-sums"), size::SMALL, cx.tokens.text_subdued);
        let words = format!("{} = {parts}", grouped(all as u64));
        label(ui, &words, size::BODY, cx.tokens.text);
    });
}

/// Something under its name.
fn under(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    (key, width): (&str, f32),
    add: impl FnOnce(&mut Ui, &mut Cx<'_>, &str),
) {
    let name = text(cx.lang, key);
    ui.allocate_ui_with_layout(vec2(width, HEIGHT), Layout::top_down(Align::Min), |ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing.y = space::TINY;
        label(ui, &name, size::SMALL, cx.tokens.text_subdued);
        add(ui, cx, &name);
    });
}

/// The campaign: one that is there, or the name of a new one.
fn campaign(ui: &mut Ui, cx: &Cx<'_>, batch: &mut Batch, name: &str, width: f32) {
    let Some(mut state) = batch.picking.take() else {
        let none = text(cx.lang, "staging-no-campaign");
        let chosen = batch.campaign.trim();
        let entries = [if chosen.is_empty() { none.into_owned() } else { chosen.to_owned() }];
        let button = Button::secondary(entries.first().map_or("", String::as_str)).menu();
        let said = format!("{name}: {}", entries.first().map_or("", String::as_str));
        ui.scope(|ui| {
            ui.set_max_width(width);
            if ui.add(button.named(&said)).clicked() {
                batch.picking = Some(PickerState::fresh());
            }
        });
        return;
    };
    let wanted = crate::domain::fold::fold(state.text.trim());
    let campaigns = cx.model.campaigns.iter().rev().map(|(_, campaign)| campaign);
    let fits = campaigns.filter(|it| crate::domain::fold::fold(&it.name).contains(&wanted));
    let mut options: Vec<PickOption> = fits
        .take(20)
        .map(|it| PickOption { label: it.name.clone(), ..PickOption::default() })
        .collect();
    let is_known = options.iter().any(|it| crate::domain::fold::fold(&it.label) == wanted);
    let typed = state.text.trim().to_owned();
    if typed.is_empty() {
        let label = text(cx.lang, "staging-no-campaign").into_owned();
        options.insert(0, PickOption { label, ..PickOption::default() });
    } else if !is_known {
        let hint = text(cx.lang, "staging-new-campaign").into_owned();
        options.push(PickOption { label: typed.clone(), hint, is_chosen: false });
    }
    let hint = text(cx.lang, "staging-campaign-hint");
    let nothing = text(cx.lang, "staging-new-campaign");
    let picker = Picker { name, hint: &hint, options: &options, nothing: &nothing, width };
    match picker.show(ui, &mut state) {
        Picked::Nothing => batch.picking = Some(state),
        Picked::Entry(0) if typed.is_empty() => batch.campaign.clear(),
        Picked::Entry(at) => {
            if let Some(option) = options.get(at) {
                batch.campaign.clone_from(&option.label);
            }
        }
        Picked::Words => batch.campaign = typed,
        Picked::Left if !typed.is_empty() => batch.campaign = typed,
        Picked::GaveUp | Picked::Left => {}
    }
}

fn source(ui: &mut Ui, cx: &Cx<'_>, batch: &mut Batch, name: &str, width: f32) {
    let choices: &Choices = &Source::CHOICES;
    let mut names = vec![text(cx.lang, "staging-by-campaign").into_owned()];
    names.extend(choices.values.iter().map(|id| choice(cx.lang, choices.name, id)));
    let at = batch.source.as_ref().and_then(|id| choices.values.iter().position(|it| it == id));
    let chosen = Some(at.map_or(0, |at| at + 1));
    let select = Select { name, entries: &names, chosen, hint: "", width };
    if let Some(clicked) = select.show(ui) {
        let id = clicked.checked_sub(1).and_then(|at| choices.values.get(at));
        batch.source = id.map(|id| (*id).to_owned());
    }
}

fn target(ui: &mut Ui, cx: &Cx<'_>, batch: &mut Batch, name: &str, width: f32) {
    let pools = cx.model.pools.iter().map(|(id, pool)| (To::Pool(id), pool.name.clone()));
    let active = cx.model.users.iter().filter(|(_, user)| !user.inactive);
    let users = active.map(|(id, user)| (To::User(id), user.name.clone()));
    let first = (To::Intake, text(cx.lang, "staging-intake").into_owned());
    let rules = rules_in_order(cx.model).into_iter().filter(|(_, rule)| !rule.inactive);
    let mut rules: Vec<(To, String)> = rules
        .map(|(id, rule)| {
            let args = [("rule", rule.name.as_str().into())];
            let words = text_with(cx.lang, "staging-by-rule", &args);
            (To::Rules(Some(id)), words.into_owned())
        })
        .collect();
    if !rules.is_empty() {
        rules.insert(0, (To::Rules(None), text(cx.lang, "staging-by-rules").into_owned()));
    }
    let all: Vec<(To, String)> =
        std::iter::once(first).chain(rules).chain(pools).chain(users).collect();
    let names: Vec<String> = all.iter().map(|(_, name)| name.clone()).collect();
    let chosen = all.iter().position(|(to, _)| *to == batch.to);
    let select = Select { name, entries: &names, chosen, hint: "", width };
    if let Some((to, _)) = select.show(ui).and_then(|at| all.get(at)) {
        batch.to = *to;
    }
}

fn known(ui: &mut Ui, cx: &Cx<'_>, batch: &mut Batch, name: &str, width: f32) {
    let word = |it: OnMatch| text(cx.lang, &format!("on_match-{}", it.name())).into_owned();
    let names = OnMatch::ALL.map(word);
    let chosen = OnMatch::ALL.iter().position(|it| *it == batch.on_match);
    let select = Select { name, entries: &names, chosen, hint: "", width };
    if let Some(it) = select.show(ui).and_then(|at| OnMatch::ALL.get(at)) {
        batch.on_match = *it;
    }
}

/// What few say of a batch: who supplied it, who handed it over.
fn more(ui: &mut Ui, cx: &Cx<'_>, batch: &mut Batch) {
    let words = text(cx.lang, "staging-more");
    let has_any = !batch.supplier.is_empty() || !batch.handed_over_by.is_empty();
    let layout = Layout::top_down(Align::Min);
    ui.allocate_ui_with_layout(vec2(measure::BUTTON, HEIGHT), layout, |ui| {
        ui.add_space(measure::PILL + 1.0);
        let button = Button::icon_only(icons::ELLIPSIS, &words).outlined().pressed(has_any);
        let button = ui.add(button);
        let popup = Popup::menu(&button).accessible_name(&*words).gap(space::TINY);
        let popup = popup.close_behavior(PopupCloseBehavior::CloseOnClickOutside);
        popup.align(RectAlign::TOP_START).show(|ui| {
            ui.set_width(measure::FILTER);
            for (key, value) in [
                ("field-supplier", &mut batch.supplier),
                ("field-handed_over_by", &mut batch.handed_over_by),
            ] {
                let name = text(cx.lang, key);
                label(ui, &name, size::SMALL, cx.tokens.text_subdued);
                let look = EditedLook { width: measure::FILTER, hint: "" };
                if let Some(words) = edited(ui, Id::unique(key), &name, value, look) {
                    *value = words;
                }
            }
        });
    });
}
