//! How a made-up customer is reached: mail, and the messengers that its country uses.

use super::maker::{Draft, Maker, NUMBERED, Person};
use crate::domain::{ChannelDraft, ChannelKind, Tier};
use crate::reference::normalise;

/// Kinds whose handle is the phone's number.
const NUMBERS: [ChannelKind; 6] = [
    ChannelKind::PHONE,
    ChannelKind::SMS,
    ChannelKind::WHATSAPP,
    ChannelKind::VIBER,
    ChannelKind::ZALO,
    ChannelKind::SIGNAL,
];

impl Maker<'_> {
    /// Two on average: mail for nearly all, the country's first messenger for most.
    pub(super) fn channels(&mut self, draft: &mut Draft) {
        let kinds = self.kinds(draft);
        let number = self.number(&draft.home.phone);
        let tier = draft.dossier.fields.tier;
        let mut needs_emergency = tier == Tier::A && self.chance.percent(45);
        for (at, kind) in kinds.into_iter().enumerate() {
            let of_company = matches!(kind, ChannelKind::WEBSITE | ChannelKind::FACEBOOK | ChannelKind::INSTAGRAM);
            let person = (at > 1 && draft.people.len() > 1 && kind == ChannelKind::PHONE) as usize;
            let person = draft.people.get(person).map(|who| (person, who)).filter(|_| !of_company);
            let is_number = NUMBERS.contains(&kind);
            let handle = if is_number { number.clone() } else { self.handle(kind, draft, person.map(|(_, who)| who)) };
            let norm = if is_number {
                handle.chars().filter(|c| *c == '+' || c.is_ascii_digit()).collect()
            } else {
                normalise(kind, &handle, Some(draft.home.code)).unwrap_or_default()
            };
            draft.dossier.channels.push(ChannelDraft {
                id: None,
                contact: person.map(|(nth, _)| nth),
                kind,
                handle: handle.into(),
                norm: norm.into(),
                primary: at == 0,
                emergency: std::mem::take(&mut needs_emergency) && is_number,
            });
        }
    }

    /// The first is the primary one.
    fn kinds(&mut self, draft: &Draft) -> Vec<ChannelKind> {
        let mut kinds = Vec::with_capacity(4);
        if self.chance.percent(72) {
            kinds.extend(draft.home.kinds.first());
        }
        if kinds.is_empty() || self.chance.percent(78) {
            kinds.push(ChannelKind::EMAIL);
        }
        if self.chance.percent(24) {
            kinds.extend(self.chance.pick(draft.home.kinds.get(1..).unwrap_or_default()));
        }
        if self.chance.percent(12) {
            kinds.push(ChannelKind::PHONE);
        }
        if self.chance.percent(10) {
            kinds.push(ChannelKind::WEBSITE);
        }
        // Some prefer mail.
        if self.chance.percent(40) {
            kinds.sort_by_key(|kind| *kind != ChannelKind::EMAIL);
        }
        kinds
    }

    fn handle(&mut self, kind: ChannelKind, draft: &Draft, person: Option<&Person>) -> String {
        let latin = &draft.latin;
        let Some(person) = person.filter(|who| !who.given.is_empty() && !who.family.is_empty()) else {
            return match kind {
                ChannelKind::EMAIL => format!("info@{latin}.example"),
                ChannelKind::WEBSITE => format!("https://www.{latin}.example"),
                _ => latin.replace('-', "."),
            };
        };
        let (given, family) = (&person.given, &person.family);
        let tail = if self.nth >= NUMBERED { self.nth.to_string() } else { String::new() };
        match kind {
            ChannelKind::EMAIL => format!("{given}.{family}@{latin}.example"),
            ChannelKind::WECHAT => format!("{given}_{family}{tail}"),
            ChannelKind::TELEGRAM => format!("@{given}_{family}{tail}"),
            ChannelKind::SKYPE if self.chance.percent(40) => format!("live:{given}.{family}{tail}"),
            ChannelKind::LINKEDIN => format!("https://www.linkedin.com/in/{given}-{family}{tail}"),
            ChannelKind::X => format!("@{given}{}{tail}", family.get(..1).unwrap_or_default()),
            ChannelKind::SNAPCHAT | ChannelKind::KAKAOTALK | ChannelKind::LINE => {
                let short = family.get(..family.len().min(7)).unwrap_or_default();
                format!("{}.{short}{tail}", given.get(..given.len().min(6)).unwrap_or_default())
            }
            _ => format!("{given}.{family}{tail}"),
        }
    }

    /// A number of the country's pattern. On a board too large for the ranges of fiction its last seven digits are the
    /// customer's own.
    fn number(&self, pattern: &str) -> String {
        let holes = pattern.matches('#').count() as u32;
        // 387 has no factor of ten: neighbours get different numbers.
        let mut digits = self.nth * 387 + 13;
        if self.nth < NUMBERED {
            digits %= 10_usize.pow(holes);
        } else {
            digits %= 10_000_000;
        }
        let last = if self.nth < NUMBERED { 0 } else { 7 };
        let mut number: Vec<char> = pattern.chars().collect();
        let places = number.iter_mut().rev().filter(|c| **c == '#' || c.is_ascii_digit());
        for (filled, c) in places.enumerate() {
            if *c == '#' || filled < last {
                *c = char::from_digit((digits % 10) as u32, 10).unwrap_or('0');
                digits /= 10;
            }
        }
        number.into_iter().collect()
    }
}
