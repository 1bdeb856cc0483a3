//! Logging a contact and planning the next: one line each.

use super::super::{
    App, Effect,
    form::{Field, Form, Name, Purpose, Value},
    weary::Spared,
};
use crate::domain::{
    Bundle, ChannelKind, CustomerId, Direction, Edit, Made, NewFollowUp, NewInteraction, Say, Text, rules,
};
use crate::reference::{self, rhythm};

impl App {
    /// `l`: what was said, on which channel, and the next follow-up by the cadence (`S4.3`).
    pub(in crate::app) fn open_log_form(&mut self) -> Vec<Effect> {
        let Some(bundle) = self.current() else { return Vec::new() };
        let customer = &bundle.customer;
        let today = self.now.today();
        let planned = bundle.follow_ups.iter().find(|it| it.here.on > today && it.made == Made::Hand);
        let next = match planned {
            Some(_) => String::new(),
            None => self.proposed(bundle),
        };
        let title = Say::new("form-log").with("name", &*customer.name);
        let id = customer.id;
        let options = self.via(id).into_iter().map(|kind| self.kind_label(kind)).collect();
        let fields = vec![
            (Name::Text, Value::text("")),
            (Name::Via, Value::Choice { at: 0, options }),
            (
                Name::Direction,
                Value::Choice { at: 0, options: vec![Say::new("direction-out"), Say::new("direction-in")] },
            ),
            (Name::Next, Value::text(&next)),
            (Name::Outcome, Value::text("")),
        ];
        let planned = planned.map(|it| self.day_in_words(it.here.on));
        let effects = self.open_form(Form::new(Purpose::Log { customer: id }, title, fields));
        if let (Some(day), Some(form)) = (planned, self.form_mut())
            && let Some(field) = form.field_mut(Name::Next)
        {
            field.remark = Some(Say::new("form-planned-already").with("date", day));
        }
        effects
    }

    /// The channels to choose from: the customer's own, the primary one first, then the others, then none at all.
    fn via(&self, customer: CustomerId) -> Vec<Option<ChannelKind>> {
        let mut kinds: Vec<Option<ChannelKind>> = Vec::new();
        if let Some(bundle) = self.board.get(customer) {
            let mut own: Vec<_> = bundle.channels.iter().collect();
            own.sort_by_key(|channel| !channel.primary);
            kinds.extend(own.into_iter().map(|channel| Some(channel.kind)));
        }
        kinds.extend(reference::kinds().iter().filter(|info| info.retired.is_none()).map(|info| Some(info.kind)));
        kinds.push(None);
        let mut seen = std::collections::HashSet::new();
        kinds.retain(|kind| seen.insert(*kind));
        kinds
    }

    /// What the chosen channel is good for (`S2.1`).
    pub(super) fn remark_on_via(&self, form: &Form, field: &Field) -> Option<Say> {
        let (Purpose::Log { customer }, Value::Choice { at, .. }) = (&form.purpose, &field.value) else { return None };
        let kind = self.via(*customer).get(*at).copied().flatten()?;
        let purpose = reference::kind(kind)?.purpose(self.lang);
        (!purpose.is_empty()).then(|| Say::new("form-purpose").with("purpose", purpose))
    }

    fn kind_label(&self, kind: Option<ChannelKind>) -> Say {
        match kind {
            Some(kind) => {
                let name = reference::kind(kind).map_or(kind.as_str(), |info| info.name(self.lang)).to_owned();
                Say::new("form-kind").with("kind", name)
            }
            None => Say::new("form-in-person"),
        }
    }

    pub(super) fn submit_log(&mut self, customer: CustomerId) -> Vec<Effect> {
        let Some(form) = self.form() else { return Vec::new() };
        if form.text(Name::Text).is_empty() {
            return self.fail(Name::Text, Say::new("form-text-needed"));
        }
        // What the rhythm proposed, it plans itself.
        let proposed = self.board.get(customer).map_or_else(String::new, |bundle| self.proposed(bundle));
        let left = self.settings.plans && form.text(Name::Next) == proposed;
        let next = if form.text(Name::Next).is_empty() || left {
            None
        } else {
            match self.due_of(form, Name::Next) {
                Ok((due, note)) => Some(NewFollowUp { due, note: note.into(), made: Made::Hand }),
                Err(say) => return self.fail(Name::Next, say),
            }
        };
        let interaction = NewInteraction {
            at: self.now.instant,
            direction: if form.choice(Name::Direction) == 0 { Direction::Out } else { Direction::In },
            kind: self.via(customer).get(form.choice(Name::Via)).copied().flatten(),
            text: form.text(Name::Text).into(),
            outcome: form.text(Name::Outcome).into(),
            template: Text::default(),
        };
        let done = self.board.get(customer).map_or_else(Vec::new, |bundle| {
            let open = bundle.follow_ups.iter().map(|it| (it.id, it.here.on));
            rules::closed_by_contact(open, self.now.today())
        });
        if interaction.direction == Direction::In {
            self.hear(customer, &interaction.text);
        }
        self.commit_form(Edit::Log { customer, interaction, done, next })
    }

    /// The day that the rhythm asks for after a contact today, as a form writes it.
    fn proposed(&self, bundle: &Bundle) -> String {
        let (rules, load) = (self.board.rules(), &self.board.tally().load);
        rhythm::after_contact(bundle, rules, load, &self.now).map_or_else(String::new, |spot| spot.on.to_string())
    }

    /// `f`: a date and a note, in one line.
    pub(in crate::app) fn open_plan_form(&mut self) -> Vec<Effect> {
        let customers = self.targets();
        self.plan_form(customers, "")
    }

    /// After the last follow-up was done: when next, by the cadence.
    pub(in crate::app) fn propose_next(&mut self, customer: CustomerId) {
        let Some(bundle) = self.board.get(customer) else { return };
        let next = self.proposed(bundle);
        drop(self.plan_form(vec![customer], &next));
    }

    fn plan_form(&mut self, customers: Vec<CustomerId>, when: &str) -> Vec<Effect> {
        let name = customers.first().and_then(|id| self.board.get(*id)).map_or("", |it| &*it.customer.name).to_owned();
        let title = Say::new("form-plan").with("name", name).with("count", customers.len());
        let fields =
            vec![(Name::When, Value::text(when)), (Name::Note, Value::text("")), (Name::Theirs, Value::Toggle(false))];
        let (spared, asks) = self.spare(&customers);
        let mut effects = self.open_form(Form::new(Purpose::Plan { customers, id: None, spared }, title, fields));
        effects.extend(asks);
        effects
    }

    /// `F`: the follow-up in hand as it stands, to be changed.
    pub(in crate::app) fn open_replan_form(&mut self) -> Vec<Effect> {
        let Some((bundle, it)) = self.follow_up_in_hand() else { return Vec::new() };
        let title = Say::new("form-replan").with("name", &*bundle.customer.name);
        let when = match it.due.time {
            Some(time) => format!("{} {}", it.due.on, time.format("%H:%M")),
            None => it.due.on.to_string(),
        };
        let fields = vec![
            (Name::When, Value::text(&when)),
            (Name::Note, Value::text(&it.note)),
            (Name::Theirs, Value::Toggle(it.due.zone.is_some())),
        ];
        let purpose = Purpose::Plan { customers: vec![bundle.customer.id], id: Some(it.id), spared: Spared::default() };
        self.open_form(Form::new(purpose, title, fields))
    }

    pub(super) fn submit_plan(&mut self) -> Vec<Effect> {
        let Some(form) = self.form() else { return Vec::new() };
        let Purpose::Plan { customers, id, spared } = &form.purpose else { return Vec::new() };
        let all = form.toggle(Name::Weary);
        let customers: Vec<CustomerId> = customers.iter().filter(|id| all || !spared.spares(**id)).copied().collect();
        if id.is_none() && customers.is_empty() {
            return self.fail(Name::Weary, Say::new("why-all-weary"));
        }
        let known = id.is_some() || spared.known();
        let (due, rest) = match self.due_of(form, Name::When) {
            Ok(read) => read,
            Err(say) => return self.fail(Name::When, say),
        };
        let note: Text = match (form.text(Name::Note), &*rest) {
            ("", rest) => rest.into(),
            (note, "") => note.into(),
            (note, rest) => format!("{rest} {note}").into(),
        };
        let follow_up = NewFollowUp { due, note, made: Made::Hand };
        let edit = match id {
            Some(id) => Edit::Replan { id: *id, follow_up },
            None => Edit::Plan { customers, follow_up },
        };
        if !known {
            // Whom to leave out is being counted: it goes off once that is known.
            if let Some(form) = self.form_mut() {
                form.waiting = true;
            }
            return Vec::new();
        }
        self.commit_form(edit)
    }

    /// `T`: tags to add, and with a minus to take away.
    pub(in crate::app) fn open_tags_form(&mut self) -> Vec<Effect> {
        let customers = self.targets();
        let name = self.current().map_or("", |it| &*it.customer.name).to_owned();
        let title = Say::new("form-tags").with("name", name).with("count", customers.len());
        let own = match &customers[..] {
            [only] => self.board.get(*only).map_or_else(String::new, |it| it.customer.tags.join(", ")),
            _ => String::new(),
        };
        let fields = vec![(Name::Tags, Value::text(&own))];
        self.open_form(Form::new(Purpose::Tags { customers }, title, fields))
    }

    pub(super) fn submit_tags(&mut self) -> Vec<Effect> {
        let Some(form) = self.form() else { return Vec::new() };
        let Purpose::Tags { customers } = &form.purpose else { return Vec::new() };
        let written = super::customer::split_list(form.text(Name::Tags));
        let customers = customers.clone();
        let (mut add, mut remove): (Vec<Text>, Vec<Text>) = (Vec::new(), Vec::new());
        for tag in written {
            match tag.strip_prefix('-').filter(|_| customers.len() > 1) {
                Some(gone) => remove.push(gone.trim().into()),
                None => add.push(tag),
            }
        }
        // One customer's tags are shown to be edited: what was deleted is taken away.
        if let [only] = &customers[..]
            && let Some(bundle) = self.board.get(*only)
        {
            let there = &bundle.customer.tags;
            remove.extend(there.iter().filter(|tag| !add.contains(tag)).cloned());
            // What stood there already is no part of the step.
            add.retain(|tag| !there.contains(tag));
        }
        self.commit_form(Edit::Tag { customers, add, remove })
    }
}
