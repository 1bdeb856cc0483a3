//! Leaving customers in peace until a day: they announced an absence, or the exporter decides so.

use super::super::{
    App, Effect,
    form::{Form, Name, Purpose, Value},
    modal::{Choice, Item, Menu, Modal},
};
use crate::domain::silence::{self, Absence};
use crate::domain::{Bundle, CustomerId, Edit, Now, Pause, Say, when};

/// The pause as its line in a form: a day, and why.
pub(super) fn written(pause: Option<&Pause>) -> String {
    pause.map_or_else(String::new, |pause| format!("{} {}", pause.until, pause.note).trim_end().to_owned())
}

/// Reads that line; an empty one is no pause. A day that has come is none, unless it `stood` there before.
pub(super) fn read(text: &str, stood: Option<&Pause>, now: &Now) -> Result<Option<Box<Pause>>, Say> {
    if text.is_empty() {
        return Ok(None);
    }
    let Some((found, rest)) = when::split(text, now) else {
        return Err(when::parse(text, now).err().map_or_else(|| Say::new("when-empty"), |error| error.say()));
    };
    let pause = Pause { until: found.on, note: rest.trim().into() };
    if found.on <= now.today() && stood != Some(&pause) {
        return Err(Say::new("form-pause-past"));
    }
    Ok(Some(Box::new(pause)))
}

impl App {
    /// `P`: until when, and why; what they announced themselves stands there already.
    pub(in crate::app) fn open_pause_form(&mut self) -> Vec<Effect> {
        let customers = self.targets();
        let name = customers.first().and_then(|id| self.board.get(*id)).map_or("", |it| &*it.customer.name).to_owned();
        let until = match &customers[..] {
            [only] => self.board.get(*only).map_or_else(String::new, |bundle| self.pause_line(bundle)),
            _ => String::new(),
        };
        let title = Say::new("form-pause").with("name", name).with("count", customers.len());
        self.open_form(Form::new(Purpose::Pause { customers }, title, vec![(Name::Away, Value::text(&until))]))
    }

    fn pause_line(&self, bundle: &Bundle) -> String {
        match bundle.away(self.now.today()) {
            Some(pause) => written(Some(pause)),
            None => self.announced(bundle).map_or_else(String::new, |absence| line_of(&absence)),
        }
    }

    /// The absence that the current customer announced in what was read of its timeline.
    pub fn announced(&self, bundle: &Bundle) -> Option<Absence> {
        let detail = self.detail().filter(|_| self.current == Some(bundle.customer.id))?;
        silence::announced(&detail.timeline, &self.now)
    }

    pub(super) fn submit_pause(&mut self) -> Vec<Effect> {
        let Some(form) = self.form() else { return Vec::new() };
        let Purpose::Pause { customers } = &form.purpose else { return Vec::new() };
        let pause = match read(form.text(Name::Away), None, &self.now) {
            Ok(pause) => pause.map(|pause| *pause),
            Err(say) => return self.fail(Name::Away, say),
        };
        let customers = customers.clone();
        self.commit_form(Edit::Pause { customers, pause })
    }

    /// What a pause to that day does to what is planned.
    pub(super) fn remark_on_pause(&self, form: &Form, text: &str) -> Option<Say> {
        let pause = read(text, None, &self.now).ok()??;
        let customers = match &form.purpose {
            Purpose::Pause { customers } => customers.clone(),
            Purpose::Customer(dossier) => dossier.id.into_iter().collect(),
            _ => Vec::new(),
        };
        let planned = customers.iter().filter_map(|id| self.board.get(*id)).flat_map(|bundle| &bundle.follow_ups);
        let before = planned.filter(|it| it.here.on < pause.until);
        let (promised, moved): (Vec<_>, Vec<_>) = before.partition(|it| it.due.time.is_some());
        let key = if promised.is_empty() { "form-pause-moves" } else { "form-pause-promised" };
        let say = Say::new(key).with("date", self.day_in_words(pause.until)).with("count", moved.len());
        Some(say.with("promised", promised.len()))
    }

    /// After something they wrote was logged: the absence that it announces is offered as a pause.
    pub(in crate::app) fn offer_pause(&mut self) {
        let Some((customer, absence)) = self.offer.take() else { return };
        let Some(bundle) = self.board.get(customer) else { return };
        let title =
            Say::new("menu-away").with("name", &*bundle.customer.name).with("date", self.day_in_words(absence.until));
        let pause = Pause { until: absence.until, note: absence.said.trim().into() };
        let items = vec![
            Item { key: 'y', label: Say::new("menu-away-yes"), choice: Choice::Pause(customer, Box::new(pause)) },
            Item { key: 'n', label: Say::new("menu-away-no"), choice: Choice::Nothing },
        ];
        self.modals.push(Modal::Menu(Menu { title, items, cursor: 0 }));
    }

    /// Notes what a message announces, to be offered once it is on the disk.
    pub(super) fn hear(&mut self, customer: CustomerId, text: &str) {
        let known = self.board.get(customer).and_then(|bundle| bundle.away(self.now.today())).map(|pause| pause.until);
        let heard = silence::announced_in(text, &self.now).filter(|absence| Some(absence.until) != known);
        self.offer = heard.map(|absence| (customer, absence));
    }
}

fn line_of(absence: &Absence) -> String {
    format!("{} {}", absence.until, absence.said.trim())
}
