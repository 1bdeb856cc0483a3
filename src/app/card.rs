//! The card of the current customer: channels, what to do, timeline.

use super::{App, Effect};
use crate::domain::suggest::{Growth, growth};
use crate::domain::{
    Bundle, Channel, CustomerId, Detail, FollowUp, Holiday, Order, Ruling, Status, completeness::Missing, hours::Usual,
    insight::Study,
};
use crate::reference;
use chrono::{Days, NaiveDate};

/// Orders on a card that has not the focus.
const FEW_ORDERS: usize = 3;

/// Columns of the card from which an interaction stands on one line.
const WIDE: u16 = 48;

/// The pane's own state.
#[derive(Clone, Debug, Default)]
pub struct CardPane {
    /// What was read for the customer it belongs to.
    pub detail: Option<(CustomerId, Detail)>,
    /// What was told of the customer it belongs to.
    pub study: Option<(CustomerId, Box<Study>)>,
    /// Index into [`App::card_lines`], when the card has the focus.
    pub cursor: usize,
    /// The first line on the screen.
    pub top: usize,
}

/// A line of the card, as the view draws it and the mouse meets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// Star, tier, stage, country, city.
    Standing,
    /// Where the customer is in its life with us, and the next move (`S2.10`).
    Life,
    /// How this tier is served (`S2.5`).
    Policy,
    /// The company, where it differs from the name.
    Company,
    /// What the customer is held to be, and the finding that tells most.
    Verdict,
    /// How long it is silent, and the first cause.
    Silence,
    /// Index into what is missing: what to ask for next.
    Ask(usize),
    /// Local time there.
    Clock,
    /// Until when it is open, or when it opens; or that they are away.
    Window,
    /// The hours in which they answer, once that is known.
    Answers,
    /// A public holiday there, today or soon.
    DayOff,
    /// How business is done there, in a line.
    Manners,
    /// Language, source and cadence.
    Facts,
    Tags,
    Interests,
    /// Special requirements, which stand out.
    Requirements,
    /// A heading: a locale key.
    Heading(&'static str),
    /// Index into the bundle's contacts.
    Person(usize),
    /// Index into the bundle's channels.
    Channel(usize),
    /// Who to call when goods are in port; or that nobody is known.
    Emergency,
    /// Nothing is there, and what to do about it: a locale key.
    Hint(&'static str),
    /// Index into the open follow-ups.
    FollowUp(usize),
    /// Index into the care dates.
    Care(usize),
    /// A day near on which their country is greeted.
    Feast,
    /// Index into the timeline; on a narrow card without its text.
    Interaction(usize),
    /// The text of that interaction, on a line of its own where the card is narrow.
    Said(usize),
    /// How many orders, and what they come to.
    Bought,
    /// That a small customer grows.
    Growing,
    /// Index into the orders.
    Order(usize),
    /// A product of the order under the cursor: indexes into the orders and its lines.
    Product(usize, usize),
    /// A line of the notes.
    Note(usize),
    Blank,
}

impl Line {
    /// Whether the cursor stops here.
    pub const fn chosen(&self) -> bool {
        matches!(self, Self::Channel(_) | Self::FollowUp(_) | Self::Interaction(_) | Self::Order(_) | Self::Note(_))
    }
}

impl App {
    /// Makes a customer the current one and reads its timeline.
    pub fn show(&mut self, id: Option<CustomerId>) -> Vec<Effect> {
        if self.current != id {
            self.card.cursor = 0;
            self.card.top = 0;
        }
        self.current = id;
        match id {
            Some(id) if self.card.detail.as_ref().is_none_or(|(of, _)| *of != id) => {
                vec![Effect::Load(id), Effect::Study(id)]
            }
            _ => Vec::new(),
        }
    }

    /// The timeline of the current customer, once it was read.
    pub fn detail(&self) -> Option<&Detail> {
        self.card.detail.as_ref().filter(|(id, _)| Some(*id) == self.current).map(|(_, detail)| detail)
    }

    /// What was told of the current customer, once it was.
    pub fn study(&self) -> Option<&Study> {
        self.card.study.as_ref().filter(|(id, _)| Some(*id) == self.current).map(|(_, study)| &**study)
    }

    /// The card's lines, top to bottom; empty without a customer.
    pub fn card_lines(&self) -> Vec<Line> {
        let Some(bundle) = self.current() else { return Vec::new() };
        let mut lines = self.head(bundle);
        let study = self.study();
        let telling = |study: &Study| !study.assessment.evidence.is_empty();
        if bundle.customer.verdict != Ruling::Undecided || study.is_some_and(telling) {
            lines.push(Line::Verdict);
        }
        if study.is_some_and(|study| study.why.silent_days > 0) {
            lines.push(Line::Silence);
        }
        if !self.settings.policies[bundle.customer.tier.index()].is_empty() {
            lines.insert(1, Line::Policy);
        }
        // The next move of who was archived is nobody's.
        if bundle.customer.status == Status::Active {
            lines.insert(1, Line::Life);
        }
        lines.push(Line::Heading("card-channels"));
        for (at, channel) in bundle.channels.iter().enumerate() {
            let person = channel.contact;
            let before = at.checked_sub(1).map(|before| bundle.channels[before].contact);
            if bundle.contacts.len() > 1 && before != Some(person) {
                let at = bundle.contacts.iter().position(|contact| Some(contact.id) == person);
                lines.extend(at.map(Line::Person));
            }
            lines.push(Line::Channel(at));
        }
        let silent = |contact: &crate::domain::Contact| bundle.channels.iter().all(|it| it.contact != Some(contact.id));
        for (at, contact) in bundle.contacts.iter().enumerate() {
            if silent(contact) || (bundle.contacts.len() == 1 && !contact.name.is_empty()) {
                lines.push(Line::Person(at));
            }
        }
        if bundle.channels.is_empty() {
            lines.push(Line::Hint("card-no-channels"));
        }
        lines.push(Line::Emergency);
        let asks = study.map_or(&[][..], |study| &study.missing);
        let said = |one: &Missing| matches!(one, Missing::Emergency | Missing::SecondChannel(_) | Missing::Email);
        lines.extend(asks.iter().enumerate().filter(|(_, one)| said(one)).map(|(at, _)| Line::Ask(at)));
        lines.push(Line::Heading("card-next"));
        lines.extend((0..bundle.follow_ups.len()).map(Line::FollowUp));
        if bundle.follow_ups.is_empty() {
            lines.push(Line::Hint("card-nothing-planned"));
        }
        lines.extend((0..bundle.care_dates.len()).map(Line::Care));
        let feast = self.board.rules().feasts.near(bundle.customer.country, self.now.today());
        lines.extend(feast.map(|_| Line::Feast));
        self.add_orders(bundle, &mut lines);
        lines.push(Line::Heading("card-timeline"));
        match self.detail() {
            Some(detail) if detail.timeline.is_empty() => lines.push(Line::Hint("card-no-timeline")),
            Some(detail) if self.card_is_narrow() => {
                lines.extend((0..detail.timeline.len()).flat_map(|at| [Line::Interaction(at), Line::Said(at)]));
            }
            Some(detail) => lines.extend((0..detail.timeline.len()).map(Line::Interaction)),
            None => {}
        }
        if !bundle.customer.notes.is_empty() {
            lines.push(Line::Heading("card-notes"));
            lines.extend((0..bundle.customer.notes.lines().count()).map(Line::Note));
        }
        lines
    }

    /// Whether day, channel and text of an interaction have no room on one line.
    pub fn card_is_narrow(&self) -> bool {
        self.regions().and_then(|regions| regions.card).is_none_or(|card| card.width < WIDE)
    }

    /// How the current customer grows, where it is a small one.
    pub fn growth(&self, bundle: &Bundle) -> Option<Growth> {
        let orders = &self.detail()?.orders;
        growth(bundle.customer.tier, orders, &self.settings.reckoning.suggest, self.now.today())
    }

    /// The newest orders; with the card in focus all that were read, and the products of the one under the cursor.
    fn add_orders(&self, bundle: &Bundle, lines: &mut Vec<Line>) {
        let orders = self.detail().map_or(&[][..], |detail| &detail.orders);
        if orders.is_empty() && !bundle.ever_bought() {
            return;
        }
        lines.push(Line::Heading("card-orders"));
        lines.push(Line::Bought);
        lines.extend(self.growth(bundle).map(|_| Line::Growing));
        let focused = self.focus == super::Pane::Card;
        let shown = if focused { orders.len() } else { orders.len().min(FEW_ORDERS) };
        for (at, order) in orders.iter().enumerate().take(shown) {
            let cursor = lines.iter().filter(|line| line.chosen()).count() == self.card.cursor;
            lines.push(Line::Order(at));
            if focused && cursor {
                lines.extend((0..order.fields.lines.len()).map(|line| Line::Product(at, line)));
            }
        }
    }

    fn line_at_cursor(&self) -> Option<Line> {
        self.card_lines().into_iter().filter(Line::chosen).nth(self.card.cursor)
    }

    /// The channel under the card's cursor.
    pub fn channel_at_cursor(&self) -> Option<&Channel> {
        match self.line_at_cursor() {
            Some(Line::Channel(at)) => self.current()?.channels.get(at),
            _ => None,
        }
    }

    /// The follow-up under the card's cursor, where the card has the focus.
    pub fn follow_up_at_cursor(&self) -> Option<&FollowUp> {
        match self.line_at_cursor().filter(|_| self.focus == super::Pane::Card) {
            Some(Line::FollowUp(at)) => self.current()?.follow_ups.get(at),
            _ => None,
        }
    }

    /// The order under the card's cursor, where the card has the focus.
    pub fn order_at_cursor(&self) -> Option<&Order> {
        match self.line_at_cursor().filter(|_| self.focus == super::Pane::Card) {
            Some(Line::Order(at)) => self.detail()?.orders.get(at),
            _ => None,
        }
    }
}

/// A holiday there is told so many days before.
const SOON: u64 = 14;

impl App {
    /// What the head of the card says of their clock and calendar.
    fn desk_lines(&self, bundle: &Bundle) -> Vec<Line> {
        let mut lines = vec![Line::Clock];
        let known = self.board.slot_of(bundle.customer.id).and_then(|slot| self.board.presence(slot).local);
        if known.is_some() || bundle.away(self.now.today()).is_some() {
            lines.push(Line::Window);
        }
        if self.answering_hours(bundle).is_some() {
            lines.push(Line::Answers);
        }
        if self.day_off_there(bundle).is_some() {
            lines.push(Line::DayOff);
        }
        lines
    }

    /// The hours on their wall in which they answer, once enough answers are known.
    pub fn answering_hours(&self, bundle: &Bundle) -> Option<Usual> {
        self.board.insight(self.board.slot_of(bundle.customer.id)?).hours
    }

    /// The public holiday there today, or the next one within a fortnight, and its day.
    pub fn day_off_there(&self, bundle: &Bundle) -> Option<(NaiveDate, &'static Holiday)> {
        let country = bundle.customer.country?;
        let slot = self.board.slot_of(bundle.customer.id)?;
        let today = self.board.presence(slot).local.map_or_else(|| self.now.today(), |local| local.date());
        let until = today.checked_add_days(Days::new(SOON))?;
        reference::holidays_between(country, today, until).next()
    }

    fn head(&self, bundle: &Bundle) -> Vec<Line> {
        let customer = &bundle.customer;
        let mut lines = vec![Line::Standing];
        if !customer.company.is_empty() && customer.company != customer.name {
            lines.push(Line::Company);
        }
        lines.extend(self.desk_lines(bundle));
        if !customer.source.is_empty() || !customer.language.is_empty() || customer.cadence_days.is_some() {
            lines.push(Line::Facts);
        }
        if customer.country.is_some_and(|country| reference::etiquette(country).is_some()) {
            lines.push(Line::Manners);
        }
        if !customer.tags.is_empty() {
            lines.push(Line::Tags);
        }
        if !customer.interests.is_empty() {
            lines.push(Line::Interests);
        }
        if !customer.requirements.is_empty() {
            lines.push(Line::Requirements);
        }
        lines
    }
}
