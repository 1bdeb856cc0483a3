//! What forms do: fields that answer while they are typed, and the edit they become.

mod customer;
mod files;
mod order;
mod paths;
mod pause;
mod plan;
mod view;

pub(in crate::app) use customer::dossier_of;

use super::{
    App, Effect,
    form::{Field, Form, Name, Purpose, Value},
    modal::Modal,
};
use crate::command::Command;
use crate::domain::{Due, Edit, Now, Say, Stage, Text, when};
use crate::reference::{self, Candidates, Lang};
use chrono::NaiveDate;

impl App {
    pub(super) fn open_form(&mut self, form: Form) -> Vec<Effect> {
        self.modals.push(Modal::Form(Box::new(form)));
        let count = self.form().map_or(0, |form| form.fields.len());
        for at in 0..count {
            self.field_changed(at);
        }
        Vec::new()
    }

    pub(super) fn form(&self) -> Option<&Form> {
        match self.modals.last() {
            Some(Modal::Form(form)) => Some(form),
            _ => None,
        }
    }

    pub(super) fn form_mut(&mut self) -> Option<&mut Form> {
        match self.modals.last_mut() {
            Some(Modal::Form(form)) => Some(form),
            _ => None,
        }
    }

    /// Commands of a form and of a merge.
    pub(super) fn act_in_form(&mut self, command: Command) -> Vec<Effect> {
        match command {
            Command::NextField => self.focus_field(1),
            Command::PreviousField => self.focus_field(-1),
            Command::Toggle => self.turn_field(1),
            Command::ToggleBack => self.turn_field(-1),
            Command::AddRow => self.add_row(),
            Command::RemoveRow => self.remove_row(),
            _ => Vec::new(),
        }
    }

    fn focus_field(&mut self, by: isize) -> Vec<Effect> {
        if let Some(form) = self.form_mut() {
            let count = form.fields.len().max(1);
            form.focus = (form.focus + count).saturating_add_signed(by) % count;
        }
        Vec::new()
    }

    /// The next or the previous option of a choice, a toggle, a channel's kind, a merge's side.
    fn turn_field(&mut self, by: isize) -> Vec<Effect> {
        match self.modals.last() {
            Some(Modal::Merge(_)) => return self.turn_merge_side(),
            Some(Modal::Paste(_)) => return self.paste_kind(by),
            _ => {}
        }
        if matches!(self.modals.last(), Some(Modal::Reply(_))) {
            return self.turn_reply_language();
        }
        let Some(form) = self.form_mut() else { return Vec::new() };
        let at = form.focus;
        match form.fields.get_mut(at).map(|field| &mut field.value) {
            Some(Value::Choice { at, options }) => {
                let count = options.len().max(1);
                *at = (*at + count).saturating_add_signed(by) % count;
            }
            Some(Value::Toggle(on)) => *on = !*on,
            Some(Value::Channel { kind, .. }) => {
                let kinds = reference::kinds();
                let from = kinds.iter().position(|info| info.kind == *kind).unwrap_or(0);
                *kind = kinds[(from + kinds.len()).saturating_add_signed(by) % kinds.len()].kind;
            }
            Some(Value::Text(_) | Value::Person { .. }) | None => {}
        }
        self.field_changed(at);
        Vec::new()
    }

    /// A key in a field that takes no text: space and arrows turn it.
    pub(super) fn turn_by_key(&mut self, chord: crate::command::Chord) -> bool {
        use crate::command::Key;
        let turns =
            self.form().and_then(|form| form.fields.get(form.focus)).is_some_and(|field| field.value.input().is_none());
        match chord.key {
            Key::Char(' ') | Key::Right if turns => {
                self.turn_field(1);
                true
            }
            Key::Left if turns => {
                self.turn_field(-1);
                true
            }
            _ => false,
        }
    }

    /// Looks at a field again after its text changed: its error goes, its remark is made anew.
    pub(super) fn field_changed(&mut self, at: usize) {
        let Some(form) = self.form() else { return };
        let Some(field) = form.fields.get(at) else { return };
        let remark = self.remark_on(form, field);
        let channel = customer::recognised(field, form.country());
        let country = field.name == Name::Country;
        if let Some(form) = self.form_mut() {
            form.error = None;
            if let Some(field) = form.fields.get_mut(at) {
                field.error = None;
                field.remark = remark;
                if let (Some(found), Value::Channel { kind, .. }) = (channel, &mut field.value) {
                    *kind = found;
                }
            }
        }
        if country {
            let channels = self.form().map_or_else(Vec::new, |form| {
                (0..form.fields.len()).filter(|at| form.fields[*at].name == Name::Channel).collect()
            });
            channels.into_iter().for_each(|at| self.field_changed(at));
        }
    }

    fn remark_on(&self, form: &Form, field: &Field) -> Option<Say> {
        let text = field.value.input().map_or("", |input| input.value().trim());
        match field.name {
            Name::Direction if form.choice(Name::Direction) == 0 && matches!(form.purpose, Purpose::Log { .. }) => {
                self.fatigue()
            }
            Name::When | Name::Next => self.remark_on_date(form, text),
            Name::Country if !text.is_empty() => {
                let name = reference::country_name(reference::find_country(text)?, self.lang);
                (name != text).then(|| Say::new("form-country").with("country", name))
            }
            Name::Path if matches!(form.purpose, Purpose::Import) => files::remark(text),
            Name::Weary => self.remark_on_spared(form),
            Name::Channel => customer::remark_on_channel(form, field, self.lang),
            Name::OrderedOn | Name::ShippedOn => self.remark_on_date(form, text),
            Name::Amount | Name::Line => order::remark(form, field.name, text),
            Name::Via => self.remark_on_via(form, field),
            Name::Away if !text.is_empty() => self.remark_on_pause(form, text),
            Name::Tiers | Name::Stages | Name::Countries => view::remark(field.name, text, &self.tongue()),
            _ => None,
        }
    }

    fn remark_on_date(&self, form: &Form, text: &str) -> Option<Say> {
        if text.is_empty() {
            return None;
        }
        let now = self.wall_of(form);
        let (found, rest) = when::split(text, &now)?;
        let rest = rest.trim();
        let say = match (found.time, rest) {
            (None, "") => Say::new("form-date"),
            (None, _) => Say::new("form-date-note"),
            (Some(_), "") => Say::new("form-date-time"),
            (Some(_), _) => Say::new("form-date-time-note"),
        };
        let time = found.time.map_or_else(String::new, |time| time.format("%H:%M").to_string());
        let day = self.day_in_words(found.on);
        // Nothing forbids it, but it is seldom meant.
        let day = match found.on < now.today() {
            true => reference::Words::of(self.lang).with("form-date-past", &[("date", day.into())]).to_string(),
            false => day,
        };
        let say = say.with("date", day).with("time", time).with("rest", rest);
        Some(say)
    }

    /// A date as the exporter reads it: `Fri 27 Nov 2026`, `2026年11月27日 周五`.
    pub(super) fn day_in_words(&self, day: NaiveDate) -> String {
        use chrono::Datelike;
        match self.lang {
            Lang::En => day.format("%a %-d %b %Y").to_string(),
            Lang::Zh => {
                const DAYS: [&str; 7] = ["一", "二", "三", "四", "五", "六", "日"];
                let weekday = DAYS[day.weekday().num_days_from_monday() as usize];
                format!("{}年{}月{}日 周{weekday}", day.year(), day.month(), day.day())
            }
        }
    }

    /// The wall that a form's dates are read from: the customer's when `theirs` is switched on.
    fn wall_of(&self, form: &Form) -> Now {
        match self.zone_of(form) {
            Ok(Some(zone)) => match reference::offset_at(&zone, self.now.instant) {
                Some(offset) => Now { zone: (*zone).into(), offset, ..self.now.clone() },
                None => self.now.clone(),
            },
            Ok(None) | Err(_) => self.now.clone(),
        }
    }

    /// `None`: the exporter's own. An error when the customer's zone is not one.
    fn zone_of(&self, form: &Form) -> Result<Option<Text>, Say> {
        if !form.toggle(Name::Theirs) {
            return Ok(None);
        }
        let Purpose::Plan { customers, id, .. } = &form.purpose else { return Ok(None) };
        let Some(bundle) = customers.first().and_then(|id| self.board.get(*id)) else { return Ok(None) };
        // What was promised on a wall stays on that wall, wherever the customer has moved since.
        let promised = bundle.follow_ups.iter().find(|it| Some(it.id) == *id).and_then(|it| it.due.zone.clone());
        if promised.is_some() {
            return Ok(promised);
        }
        let customer = &bundle.customer;
        let phone = bundle.channels.iter().find(|it| it.norm.starts_with('+')).map(|it| &*it.norm);
        match reference::zones_of(customer.country, &customer.city, &customer.zone, phone) {
            Candidates::One(zone) => Ok(Some(zone.into())),
            Candidates::Several(zones) => Err(Say::new("form-several-zones").with("count", zones.len())),
            Candidates::Unknown => Err(Say::new("form-no-zone")),
        }
    }

    /// Reads a date field, with what is left of its line.
    pub(super) fn due_of(&self, form: &Form, name: Name) -> Result<(Due, String), Say> {
        let zone = self.zone_of(form)?;
        let now = self.wall_of(form);
        let text = form.text(name);
        match when::split(text, &now) {
            Some((found, rest)) => {
                let zone = if found.time.is_some() { zone } else { None };
                Ok((found.due(zone), rest.trim().to_owned()))
            }
            None => Err(when::parse(text, &now).err().map_or_else(|| Say::new("when-empty"), |error| error.say())),
        }
    }

    /// Checks the open form and sends off what it becomes; the form stays until the disk has it.
    pub(super) fn submit_form(&mut self) -> Vec<Effect> {
        let Some(form) = self.form().filter(|form| !form.waiting) else { return Vec::new() };
        match form.purpose {
            Purpose::Customer(_) => self.submit_customer(),
            Purpose::Log { customer } => self.submit_log(customer),
            Purpose::Plan { .. } => self.submit_plan(),
            Purpose::Pause { .. } => self.submit_pause(),
            Purpose::Tags { .. } => self.submit_tags(),
            Purpose::Lost { ref customers } => {
                let (customers, reason) = (customers.clone(), form.text(Name::LostReason).into());
                self.commit_form(Edit::SetStage { customers, stage: Some(Stage::LOST), reason })
            }
            Purpose::View { id } => self.submit_view(id),
            Purpose::Order { customer, id } => self.submit_order(customer, id),
            Purpose::Import => self.submit_import_form(),
            Purpose::Export => self.submit_export(),
        }
    }

    /// Sends a form's edit off and waits for it.
    fn commit_form(&mut self, edit: crate::domain::Edit) -> Vec<Effect> {
        if let Some(form) = self.form_mut() {
            form.waiting = true;
        }
        self.commit(edit)
    }

    /// Says what is wrong with a field.
    fn fail(&mut self, name: Name, say: Say) -> Vec<Effect> {
        if let Some(form) = self.form_mut() {
            match form.fields.iter().position(|field| field.name == name) {
                Some(at) => form.fail(at, say),
                None => form.error = Some(say),
            }
        }
        Vec::new()
    }
}
