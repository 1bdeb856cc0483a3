//! From what is known of a customer to the zones that it may live in: the zone written, the city, the area code, the
//! country. Data: `assets/countries.tsv`, `assets/cities.tsv`, `assets/phone-zones.tsv`.

use super::{offsets, zone_name};
use crate::domain::Country;
use crate::reference::countries::{CountryInfo, countries, country as info};
use crate::reference::fold::fold;
use chrono::DateTime;
use std::collections::HashMap;
use std::sync::LazyLock;

/// The zones that a customer may live in. Never a guess: several stay several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Candidates {
    One(&'static str),
    /// The likeliest first.
    Several(Vec<&'static str>),
    Unknown,
}

impl Candidates {
    /// The zone to show first, if any.
    pub fn first(&self) -> Option<&'static str> {
        match self {
            Self::One(zone) => Some(zone),
            Self::Several(zones) => zones.first().copied(),
            Self::Unknown => None,
        }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        match self {
            Self::One(_) => 1,
            Self::Several(zones) => zones.len(),
            Self::Unknown => 0,
        }
    }

    fn of(zones: &[&'static str]) -> Self {
        match zones {
            [] => Self::Unknown,
            [one] => Self::One(one),
            more => Self::Several(more.to_vec()),
        }
    }
}

type Zones = Vec<&'static str>;

#[derive(Default)]
struct Tables {
    /// Of countries with several zones: those whose walls differ, the principal one first.
    distinct: HashMap<Country, Zones>,
    /// Zone -> the first zone of its country whose wall shows the same.
    twin: HashMap<&'static str, &'static str>,
    cities: HashMap<(Country, String), Zones>,
    /// A state's postal code, which counts only behind a comma.
    codes: HashMap<(Country, String), Zones>,
    /// City -> zone, where the country is not known; a name in two zones is in none.
    anywhere: HashMap<String, Zones>,
    prefixes: HashMap<&'static str, Zones>,
    longest: usize,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let mut tables = Tables::default();
    tables.load_countries();
    tables.load_cities(include_str!("../../../assets/cities.tsv"));
    tables.load_prefixes(include_str!("../../../assets/phone-zones.tsv"));
    tables
});

/// Offsets on days spread over three years: zones alike in all of them are one to a caller.
fn signature(zone: &str) -> Vec<i32> {
    const FIRST: i64 = 1_782_864_000; // 2026-07-01
    offsets(zone, (0..80).filter_map(|n| DateTime::from_timestamp(FIRST + n * 14 * 86_400, 0)))
}

impl Tables {
    fn load_countries(&mut self) {
        for country in countries() {
            if country.zones.len() > 1 {
                self.load_country(country);
            }
            for zone in &country.zones {
                self.add_anywhere(last_part(zone), zone);
            }
        }
    }

    fn load_country(&mut self, country: &'static CountryInfo) {
        let mut seen: Vec<(Vec<i32>, &'static str)> = Vec::new();
        for zone in &country.zones {
            let walls = signature(zone);
            match seen.iter().find(|(known, _)| *known == walls) {
                Some((_, first)) => self.twin.insert(zone, first),
                None => {
                    seen.push((walls, zone));
                    self.twin.insert(zone, zone)
                }
            };
            self.cities.entry((country.code, last_part(zone))).or_default().push(zone);
        }
        let mut zones: Zones = seen.into_iter().map(|(_, zone)| zone).collect();
        // All of China does business by Beijing time; Urumqi's own is written where it is meant.
        if country.code.as_str() == "CN" {
            zones.truncate(1);
        }
        self.distinct.insert(country.code, zones);
    }

    fn load_cities(&mut self, text: &'static str) {
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let mut cells = line.split('\t');
            let (Some(code), Some(zones), Some(_), Some(names)) =
                (cells.next().and_then(Country::new), cells.next(), cells.next(), cells.next())
            else {
                continue;
            };
            let zones: Zones = zones.split(',').filter_map(zone_name).collect();
            for name in names.split('|') {
                let (name, postal) = name.split_once('=').map_or((name, None), |(name, postal)| (name, Some(postal)));
                let entry = self.cities.entry((code, fold(name))).or_default();
                zones.iter().for_each(|zone| push_new(entry, zone));
                if let [zone] = zones[..] {
                    self.add_anywhere(fold(name), zone);
                }
                if let Some(postal) = postal {
                    self.codes.insert((code, fold(postal)), zones.clone());
                }
            }
        }
    }

    fn add_anywhere(&mut self, city: String, zone: &'static str) {
        push_new(self.anywhere.entry(city).or_default(), zone);
    }

    fn load_prefixes(&mut self, text: &'static str) {
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let Some((zones, prefixes)) = line.split_once('\t') else { continue };
            let zones: Zones = zones.split(',').filter_map(zone_name).collect();
            for prefix in prefixes.split(' ') {
                self.longest = self.longest.max(prefix.len());
                self.prefixes.insert(prefix, zones.clone());
            }
        }
        // Dial codes of one country need no table of prefixes.
        for country in countries() {
            self.longest = self.longest.max(country.dial.len());
            if !self.prefixes.contains_key(country.dial) {
                let zones = self.distinct.get(&country.code).unwrap_or(&country.zones).clone();
                self.prefixes.insert(country.dial, zones);
            }
        }
    }

    fn alike(&self, zone: &'static str) -> &'static str {
        self.twin.get(zone).copied().unwrap_or(zone)
    }

    /// Without those whose wall shows the same as an earlier one's.
    fn collapse(&self, zones: &[&'static str]) -> Zones {
        let mut out: Zones = Vec::new();
        for zone in zones {
            if !out.iter().any(|known| self.alike(known) == self.alike(zone)) {
                out.push(zone);
            }
        }
        out
    }

    /// `Portland`, `Portland, OR`, `Austin (Texas)`: every part that is known narrows what the others leave.
    fn by_city(&self, country: Option<Country>, city: &str) -> Zones {
        let find = |part: &str| match country {
            Some(code) => self.cities.get(&(code, fold(part))),
            None => self.anywhere.get(&fold(part)).filter(|zones| zones.len() == 1),
        };
        if let Some(zones) = find(city) {
            return self.collapse(zones);
        }
        let mut left: Option<Zones> = None;
        for (at, part) in self.parts(country, city).into_iter().enumerate() {
            let code = country.filter(|_| at > 0).and_then(|c| self.codes.get(&(c, fold(part))));
            let Some(zones) = code.or_else(|| find(part)) else { continue };
            let both = |left: Zones| -> Zones {
                let kept: Zones = left.iter().copied().filter(|zone| self.has_alike(zones, zone)).collect();
                if kept.is_empty() { left } else { kept }
            };
            left = Some(left.map_or_else(|| zones.clone(), both));
        }
        self.collapse(&left.unwrap_or_default())
    }

    /// The parts of a written place; `Miami FL` has two, with or without a comma.
    fn parts<'t>(&self, country: Option<Country>, city: &'t str) -> Vec<&'t str> {
        let is_code = |tail: &str| country.is_some_and(|c| self.codes.contains_key(&(c, fold(tail))));
        match city.trim().rsplit_once(' ') {
            Some((name, code)) if !name.ends_with([',', '，']) && is_code(code) => vec![name, code],
            _ => city.split([',', '，', '(', ')', '/']).collect(),
        }
    }

    fn has_alike(&self, zones: &[&'static str], zone: &'static str) -> bool {
        zones.iter().any(|other| self.alike(other) == self.alike(zone))
    }

    /// The longest prefix known; only zones of the country, for a number abroad says nothing of where its owner sits.
    fn by_phone(&self, country: Option<Country>, e164: &str) -> Zones {
        let digits = e164.strip_prefix('+').unwrap_or(e164);
        let found = (1..=self.longest.min(digits.len()))
            .rev()
            .filter_map(|len| digits.get(..len))
            .find_map(|prefix| self.prefixes.get(prefix));
        let zones = self.collapse(found.map_or(&[][..], Vec::as_slice));
        match country.and_then(info) {
            Some(info) => zones.into_iter().filter(|zone| self.has_alike(&info.zones, zone)).collect(),
            None => zones,
        }
    }
}

fn last_part(zone: &str) -> String {
    fold(&zone.rsplit('/').next().unwrap_or_default().replace('_', " "))
}

fn push_new(zones: &mut Zones, zone: &'static str) {
    if !zones.contains(&zone) {
        zones.push(zone);
    }
}

/// The zones of a customer. An explicit zone wins, then the city, then the area code of a phone, then the country.
pub fn zones_of(country: Option<Country>, city: &str, zone: &str, e164: Option<&str>) -> Candidates {
    if let Some(zone) = Some(zone).filter(|zone| !zone.is_empty()).and_then(zone_name) {
        return Candidates::One(zone);
    }
    let own = country.and_then(info).map(|info| info.zones.as_slice());
    if let Some([only]) = own {
        return Candidates::One(only);
    }
    let tables = &*TABLES;
    let own = country.and_then(|code| tables.distinct.get(&code)).map_or(&[][..], Vec::as_slice);
    let by_city = if city.trim().is_empty() { Vec::new() } else { tables.by_city(country, city) };
    if let [one] = by_city[..] {
        return Candidates::One(one);
    }
    if let [only] = own {
        return Candidates::One(only);
    }
    let by_phone = e164.map_or_else(Vec::new, |e164| tables.by_phone(country, e164));
    let both: Zones = by_city.iter().copied().filter(|zone| tables.has_alike(&by_phone, zone)).collect();
    [both, by_city, by_phone]
        .iter()
        .find(|zones| !zones.is_empty())
        .map_or_else(|| Candidates::of(own), |zones| Candidates::of(zones))
}

#[cfg(test)]
mod tests;
