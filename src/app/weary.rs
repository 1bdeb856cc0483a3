//! Who of those a bulk action is for has heard enough from us (`S3.2`): left out and named, unless asked for.

use super::{
    App, Effect,
    form::{Form, Name, Purpose, Value},
    modal::Modal,
};
use crate::domain::fatigue::Weary;
use crate::domain::{CustomerId, Say};

/// Names that are told.
const NAMED: usize = 3;

/// What is known of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spared {
    /// Those who may have; the others are not asked about.
    asked: Vec<CustomerId>,
    /// `None`: being counted.
    weary: Option<Weary>,
    /// They are written to all the same.
    pub include: bool,
}

impl Spared {
    /// What was found out.
    #[cfg(test)]
    pub fn told(weary: Weary) -> Self {
        Self { weary: Some(weary), ..Self::default() }
    }

    /// Whether it is known.
    pub const fn known(&self) -> bool {
        self.weary.is_some()
    }

    /// Those who have heard enough, and how many messages they had.
    pub fn weary(&self) -> &[(CustomerId, usize)] {
        self.weary.as_deref().unwrap_or_default()
    }

    /// How many messages the customer had, where these are enough.
    pub fn of(&self, id: CustomerId) -> Option<usize> {
        self.weary().iter().find(|(known, _)| *known == id).map(|(_, sent)| *sent)
    }

    /// Whether the customer is left out.
    pub fn spares(&self, id: CustomerId) -> bool {
        !self.include && self.of(id).is_some()
    }
}

impl App {
    /// Begins to find out; nobody but a bulk action asks.
    pub(super) fn spare(&self, customers: &[CustomerId]) -> (Spared, Vec<Effect>) {
        let fatigue = self.board.rules().fatigue;
        let may = |id: &&CustomerId| self.board.get(**id).is_some_and(|it| fatigue.may_weary(it, &self.now));
        let asked: Vec<CustomerId> =
            if customers.len() > 1 { customers.iter().filter(may).copied().collect() } else { Vec::new() };
        let weary = asked.is_empty().then(Weary::new);
        let effects = if asked.is_empty() { Vec::new() } else { vec![Effect::Weary(asked.clone())] };
        (Spared { asked, weary, include: false }, effects)
    }

    /// The answer, for whoever asked last.
    pub(super) fn weary_told(&mut self, asked: &[CustomerId], weary: Weary) -> Vec<Effect> {
        let spared = match self.modals.last_mut() {
            Some(Modal::Form(form)) => match &mut form.purpose {
                Purpose::Plan { spared, .. } => spared,
                _ => return Vec::new(),
            },
            Some(Modal::Ahead(view)) => &mut view.spared,
            _ => return Vec::new(),
        };
        if spared.known() || spared.asked != asked {
            return Vec::new();
        }
        spared.weary = Some(weary);
        self.name_weary()
    }

    /// In a form they get a field; what was sent off before they were known goes on, or shows them first.
    fn name_weary(&mut self) -> Vec<Effect> {
        let Some(form) = self.form_mut() else { return Vec::new() };
        let Purpose::Plan { spared, .. } = &form.purpose else { return Vec::new() };
        let any = !spared.weary().is_empty();
        let sent = std::mem::take(&mut form.waiting);
        if any {
            form.add(Name::Weary, Value::Toggle(false));
            let at = form.fields.len() - 1;
            self.field_changed(at);
            return Vec::new();
        }
        if sent { self.submit_form() } else { Vec::new() }
    }

    /// One key: they are in after all, or out again.
    pub(super) fn include_weary(&mut self) -> Vec<Effect> {
        if let Some(Modal::Ahead(view)) = self.modals.last_mut() {
            view.spared.include = !view.spared.include;
            return Vec::new();
        }
        let Some(form) = self.form_mut() else { return Vec::new() };
        let Some(at) = form.fields.iter().position(|field| field.name == Name::Weary) else { return Vec::new() };
        if let Value::Toggle(on) = &mut form.fields[at].value {
            *on = !*on;
        }
        self.field_changed(at);
        Vec::new()
    }

    /// Whether there is anybody to include.
    pub(super) fn some_weary(&self) -> Result<(), Say> {
        let some = match self.modals.last() {
            Some(Modal::Ahead(view)) => !view.spared.weary().is_empty(),
            Some(Modal::Form(form)) => form.field(Name::Weary).is_some(),
            _ => false,
        };
        if some { Ok(()) } else { Err(Say::new("why-nobody-weary")) }
    }

    /// Who is left out and why; or that they are not.
    pub fn remark_on_weary(&self, spared: &Spared, include: bool) -> Option<Say> {
        let weary = spared.weary();
        let name = |(id, _): &(CustomerId, usize)| self.board.get(*id).map(|it| it.customer.name.to_string());
        let mut names: Vec<String> = weary.iter().take(NAMED).filter_map(name).collect();
        if weary.len() > NAMED {
            names.push(format!("+{}", weary.len() - NAMED));
        }
        let fatigue = self.board.rules().fatigue;
        let key = if include { "weary-included" } else { "weary-left-out" };
        let say = Say::new(key).with("count", weary.len()).with("names", names.join(", "));
        (!weary.is_empty()).then(|| say.with("most", usize::from(fatigue.most)).with("days", usize::from(fatigue.days)))
    }

    /// What the form's toggle says of them.
    pub(super) fn remark_on_spared(&self, form: &Form) -> Option<Say> {
        let Purpose::Plan { spared, .. } = &form.purpose else { return None };
        self.remark_on_weary(spared, form.toggle(Name::Weary))
    }
}
