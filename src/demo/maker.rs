//! Who a made-up customer is: country, names, tier, stage, and what the exporter wrote down.

use super::chance::Chance;
use super::plot::Plot;
use super::words::{Culture, Home, Name, Order, Words};
use crate::domain::{
    CareDate, CareDateId, ContactDraft, CustomerFields, Dossier, Now, Pause, Stage, Status, Text, Tier, rules::Rules,
};
use crate::reference::country;
use chrono::{Datelike, Days};

/// From this customer on names carry a number: the lists are not long enough to be told apart by.
pub(super) const NUMBERED: usize = 250;

/// Makes one customer.
pub(super) struct Maker<'a> {
    pub words: &'static Words,
    pub now: &'a Now,
    pub rules: Rules,
    pub nth: usize,
    pub plot: Plot,
    pub chance: Chance,
    /// For what came later: the rest of the board stays as it is.
    pub aside: Chance,
}

/// A customer in the making.
pub(super) struct Draft {
    pub home: &'static Home,
    pub city: &'static Name,
    /// How its addresses are spelt: `mullerwassertechnik`.
    pub latin: String,
    pub people: Vec<Person>,
    pub product: &'static str,
    pub dossier: Dossier,
}

/// Somebody at a customer.
pub(super) struct Person {
    pub given: String,
    pub family: String,
    pub shown: String,
}

impl<'a> Maker<'a> {
    pub fn new(nth: usize, plot: Plot, seed: u64, now: &'a Now) -> Self {
        Self {
            words: Words::get(),
            now,
            rules: Rules::default(),
            nth,
            plot,
            chance: Chance::of(seed, nth),
            aside: Chance::of(seed ^ 0x7e3b_1a7e, nth),
        }
    }

    /// The whole customer, as it is now.
    pub fn dossier(mut self, seed: u64) -> Dossier {
        self.whole(seed).map(|draft| draft.dossier).unwrap_or_default()
    }

    /// With its way through the funnel.
    pub fn lived(mut self, seed: u64) -> Dossier {
        let Some(mut draft) = self.whole(seed) else { return Dossier::default() };
        self.past(&mut draft, seed);
        draft.dossier
    }

    fn whole(&mut self, seed: u64) -> Option<Draft> {
        let mut draft = self.draft()?;
        self.fields(&mut draft);
        self.channels(&mut draft);
        self.care_dates(&mut draft);
        self.history(&mut draft);
        self.orders(&mut draft, seed);
        Some(draft)
    }

    /// Where and who; `None` without word lists.
    fn draft(&mut self) -> Option<Draft> {
        let home = self.home()?;
        let culture = self.words.cultures.get(&home.culture)?;
        let city = self.chance.pick(&home.cities)?;
        let mut people: Vec<Person> = (0..self.head_count()).filter_map(|_| self.person(culture)).collect();
        people.dedup_by(|a, b| a.shown == b.shown);
        let (company, latin) = self.company(home, culture, city)?;
        let product = self.chance.word(&self.words.trade.products);
        let mut dossier = Dossier::default();
        let fields = &mut dossier.fields;
        match people.first() {
            // Some buy for themselves.
            Some(person) if self.nth % 12 == 5 => fields.name = person.shown.as_str().into(),
            _ => fields.name = company.into(),
        }
        for person in &people {
            let role = self.chance.word(&self.words.trade.roles).into();
            dossier.contacts.push(ContactDraft { id: None, name: person.shown.as_str().into(), role });
        }
        Some(Draft { home, city, latin, people, product, dossier })
    }

    /// Every country once, then by weight.
    fn home(&mut self) -> Option<&'static Home> {
        if let Some(home) = self.words.countries.get(self.nth) {
            return Some(home);
        }
        let mut at = self.chance.below(self.words.weight);
        self.words.countries.iter().find(|home| {
            let found = at < home.weight;
            at = at.saturating_sub(home.weight);
            found
        })
    }

    fn head_count(&mut self) -> usize {
        match self.chance.below(100) {
            0..4 => 0,
            4..78 => 1,
            _ => 2,
        }
    }

    fn person(&mut self, culture: &'static Culture) -> Option<Person> {
        let given = self.chance.pick(&culture.given)?;
        let family = self.chance.pick(&culture.family)?;
        let shown = match culture.order {
            Order::Given => format!("{} {}", given.native, family.native),
            Order::Family => format!("{} {}", family.native, given.native),
            Order::FamilyJoined => format!("{}{}", family.native, given.native),
        };
        Some(Person { given: given.latin.clone(), family: family.latin.clone(), shown })
    }

    /// The company's name, and how addresses spell it.
    fn company(&mut self, home: &Home, culture: &Culture, city: &Name) -> Option<(String, String)> {
        let family = self.chance.pick(&culture.family)?;
        let partner = self.chance.pick(&culture.family)?;
        let trade = self.chance.pick(&culture.trade)?;
        let legal = self.chance.word(&home.legal);
        // 貿易 is said once where the legal form begins with it.
        let legal = legal.strip_prefix(&*trade.native).unwrap_or(legal);
        let pattern = self.chance.word(&culture.company);
        let named = pattern.contains("{f}");
        let mut company = pattern
            .replacen("{f}", &family.native, 1)
            .replace("{f}", &partner.native)
            .replace("{c}", &city.native)
            .replace("{t}", &trade.native)
            .replace("{l}", legal);
        let mut latin = format!("{}-{}", if named { &family.latin } else { &city.latin }, trade.latin);
        if self.nth >= NUMBERED {
            company.push_str(&format!(" {}", self.nth));
            latin.push_str(&format!("-{}", self.nth));
        }
        Some((company, latin))
    }

    fn fields(&mut self, draft: &mut Draft) {
        let trade = &self.words.trade;
        let tier = self.tier();
        let stage = self.stage();
        let fields = &mut draft.dossier.fields;
        *fields = CustomerFields {
            name: std::mem::take(&mut fields.name),
            country: Some(draft.home.code),
            city: draft.city.native.as_str().into(),
            language: country(draft.home.code).map_or("", |info| info.language).into(),
            tier,
            stage,
            favourite: self.chance.percent(if tier == Tier::A { 45 } else { 4 }),
            status: if self.plot == Plot::Archived { Status::Archived } else { Status::Active },
            tags: self.tags(),
            source: self.chance.word(&trade.sources).into(),
            interests: draft.product.into(),
            requirements: self.perhaps(22, &trade.requirements),
            notes: self.perhaps(35, &trade.notes),
            cadence_days: self.chance.percent(5).then_some(21),
            pause: self.pause(),
            ..CustomerFields::default()
        };
    }

    /// Some of those with nothing planned are away for a while.
    fn pause(&self) -> Option<Box<Pause>> {
        let away = self.plot == Plot::Quiet && self.nth % 5 == 2;
        let until = self.now.today().checked_add_days(Days::new(6 + self.nth as u64 % 20))?;
        away.then(|| Box::new(Pause { until, note: "travelling".into() }))
    }

    /// A few A, many C.
    fn tier(&mut self) -> Tier {
        if self.plot == Plot::Inquiry {
            return Tier::None;
        }
        match self.chance.below(100) {
            0..10 => Tier::A,
            10..34 => Tier::B,
            34..86 => Tier::C,
            _ => Tier::None,
        }
    }

    fn stage(&mut self) -> Option<Stage> {
        match self.plot {
            Plot::Inquiry => return Some(Stage::INQUIRY),
            Plot::Archived => return Some(Stage::LOST),
            _ => {}
        }
        // Past the inquiry: those are counted.
        let stage = self.chance.pick(self.words.trade.stage.get(1..).unwrap_or_default())?;
        Stage::new(&stage.name)
            .filter(|stage| *stage != Stage::LOST || matches!(self.plot, Plot::OpenSea | Plot::Quiet))
    }

    fn tags(&mut self) -> Vec<Text> {
        let mut tags: Vec<Text> = Vec::new();
        for _ in 0..self.chance.below(4) {
            let tag = self.chance.word(&self.words.trade.tags);
            if !tags.iter().any(|there| &**there == tag) {
                tags.push(tag.into());
            }
        }
        tags
    }

    fn perhaps(&mut self, percent: usize, from: &[String]) -> Text {
        if self.chance.percent(percent) { self.chance.word(from).into() } else { Text::default() }
    }

    /// Birthdays; now and then one in the days to come.
    fn care_dates(&mut self, draft: &mut Draft) {
        let soon = self.nth % 40 == 7;
        if draft.people.is_empty() || !(soon || self.chance.percent(14)) {
            return;
        }
        let days = self.chance.below(if soon { 10 } else { 365 }) as u64;
        let date = self.now.today().checked_add_days(Days::new(days)).unwrap_or(self.now.today());
        draft.dossier.care_dates.push(CareDate {
            id: CareDateId::default(),
            kind: "birthday".into(),
            month: date.month() as u8,
            day: date.day() as u8,
            year: self.chance.percent(50).then(|| self.chance.between(1958, 1999) as i32),
            note: Text::default(),
        });
    }
}
