//! Saved views: every filter in one form, with or without a name (`v`).

use super::super::{
    App, Effect, Tongue,
    form::{Form, Name, Purpose, Value},
};
use super::customer::split_list;
use crate::domain::view::{DueState, Sort, ViewQuery};
use crate::domain::{Country, Edit, Say, Stage, Tier, ViewId};
use crate::reference;

const DUE: [&str; 4] = ["due-overdue", "due-today", "due-week", "due-nothing"];
const SORTS: [&str; 10] = [
    "sort-next",
    "sort-name",
    "sort-tier",
    "sort-country",
    "sort-last",
    "sort-created",
    "sort-stage",
    "sort-silence",
    "sort-window",
    "sort-worth",
];

impl App {
    /// `v`: what is shown now, to be changed, and saved under a name.
    pub(in crate::app) fn open_view_form(&mut self) -> Vec<Effect> {
        let query = &self.list.query;
        let saved = self.board.views().iter().find(|view| Some(view.id) == self.list.saved);
        let tongue = self.tongue();
        let join = |parts: Vec<String>| parts.join(", ");
        let due = std::iter::once(Say::new("due-any")).chain(DUE.into_iter().map(Say::new)).collect();
        let at = query.due.and_then(|due| DueState::ALL.iter().position(|other| *other == due));
        let fields = vec![
            (Name::ViewName, Value::text(saved.map_or("", |view| &view.name))),
            (Name::Search, Value::text(&query.text)),
            (Name::Tiers, Value::text(&join(query.tiers.iter().map(|tier| tier.to_string()).collect()))),
            (Name::Stages, Value::text(&join(query.stages.iter().map(|stage| tongue.stage(Some(*stage))).collect()))),
            (Name::Countries, Value::text(&join(query.countries.iter().map(|it| it.to_string()).collect()))),
            (Name::Tags, Value::text(&query.tags.join(", "))),
            (Name::Due, Value::Choice { at: at.map_or(0, |at| at + 1), options: due }),
            (
                Name::Sort,
                Value::Choice {
                    at: Sort::ALL.iter().position(|sort| *sort == query.sort).unwrap_or(0),
                    options: SORTS.into_iter().map(Say::new).collect(),
                },
            ),
            (Name::Reverse, Value::Toggle(query.reverse)),
        ];
        let id = saved.map(|view| view.id);
        self.open_form(Form::new(Purpose::View { id }, Say::new("form-view"), fields))
    }

    pub(super) fn submit_view(&mut self, id: Option<ViewId>) -> Vec<Effect> {
        let Some(form) = self.form() else { return Vec::new() };
        let query = match query_from(form, &self.list.query, |part| self.find_stage(part)) {
            Ok(query) => query,
            Err((name, say)) => return self.fail(name, say),
        };
        let name = form.text(Name::ViewName).to_owned();
        let taken = self.board.views().iter().find(|view| *view.name == *name);
        let id = taken.map(|view| view.id).or(id.filter(|_| taken.is_some()));
        let mut effects = self.take_query(query.clone(), id.filter(|_| !name.is_empty()));
        if name.is_empty() {
            self.modals.pop();
        } else {
            effects.extend(self.commit_form(Edit::SaveView { id, name: name.into(), query: Box::new(query) }));
        }
        effects
    }
}

impl App {
    /// A stage by any word for it, or one that somebody is still at though the configuration does not know it any more.
    fn find_stage(&self, text: &str) -> Option<Stage> {
        let there = |stage: &Stage| self.board.bundles().any(|bundle| bundle.customer.stage == Some(*stage));
        reference::find_stage(text, &self.board.rules().funnel)
            .or_else(|| Stage::new(&text.to_lowercase()).filter(there))
    }
}

/// What a list of names was understood as.
pub fn remark(name: Name, text: &str, tongue: &Tongue<'_>) -> Option<Say> {
    let known: Vec<String> = split_list(text)
        .iter()
        .filter_map(|part| match name {
            Name::Countries => {
                reference::find_country(part).map(|it| reference::country_name(it, tongue.lang).to_owned())
            }
            Name::Stages => reference::find_stage(part, tongue.stages).map(|stage| tongue.stage(Some(stage))),
            _ => None,
        })
        .collect();
    (!known.is_empty()).then(|| Say::new("form-list").with("list", known.join(", ")))
}

fn query_from(
    form: &Form,
    before: &ViewQuery,
    find_stage: impl Fn(&str) -> Option<Stage>,
) -> Result<ViewQuery, (Name, Say)> {
    let list = |name| split_list(form.text(name));
    let unknown = |name, part: &str| (name, Say::new("form-not-known").with("text", part));
    let tiers: Vec<Tier> = split_list(&form.text(Name::Tiers).replace(' ', ","))
        .iter()
        .map(|part| Tier::parse(part).ok_or_else(|| unknown(Name::Tiers, part)))
        .collect::<Result<_, _>>()?;
    let stages: Vec<Stage> = list(Name::Stages)
        .iter()
        .map(|part| find_stage(part).ok_or_else(|| unknown(Name::Stages, part)))
        .collect::<Result<_, _>>()?;
    let countries: Vec<Country> = list(Name::Countries)
        .iter()
        .map(|part| reference::find_country(part).ok_or_else(|| unknown(Name::Countries, part)))
        .collect::<Result<_, _>>()?;
    Ok(ViewQuery {
        builtin: before.builtin,
        text: form.text(Name::Search).into(),
        tiers,
        stages,
        countries,
        tags: list(Name::Tags),
        due: form.choice(Name::Due).checked_sub(1).and_then(|at| DueState::ALL.get(at).copied()),
        sort: Sort::ALL.get(form.choice(Name::Sort)).copied().unwrap_or_default(),
        reverse: form.toggle(Name::Reverse),
    })
}
