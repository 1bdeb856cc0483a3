//! The plan as a whole: an overdue pile spread, a follow-up skipped with its reason, and how often they hear from us.

use crate::app::{
    App, Effect,
    modal::{Choice, Item, Menu},
};
use crate::domain::{Bundle, FollowUp, Say, fatigue};
use crate::reference::{Words, rhythm};

/// Two weeks.
const SPREAD_DAYS: u16 = 14;

impl App {
    /// `g p`: the overdue pile over two weeks, the dearest first; one step.
    pub(in crate::app) fn spread_menu(&mut self) -> Vec<Effect> {
        let today = self.now.today();
        let mut slots: Vec<_> = self.board.before_day(today).map(|(_, slot)| slot).collect();
        slots.sort_unstable();
        slots.dedup();
        let late = |bundle: &'_ Bundle, it: &'_ FollowUp| {
            let customer = &bundle.customer;
            let order = (customer.tier, std::cmp::Reverse(bundle.bought.count), it.here.on, it.id);
            (order, rhythm::Late { id: it.id, country: customer.country })
        };
        let bundles = slots.into_iter().filter_map(|slot| self.board.at(slot));
        let mut pile: Vec<_> = bundles
            .flat_map(|bundle| {
                // A promised time is not moved in a heap with others.
                let overdue = bundle.follow_ups.iter().filter(|it| it.here.on < today && it.due.time.is_none());
                overdue.map(|it| late(bundle, it)).collect::<Vec<_>>()
            })
            .collect();
        pile.sort_unstable_by_key(|(order, _)| *order);
        let pile: Vec<_> = pile.into_iter().map(|(_, late)| late).collect();
        let moves = rhythm::spread(&pile, self.board.rules(), &self.board.tally().load, today, SPREAD_DAYS);
        let (Some(last), count) = (moves.iter().map(|(_, due)| due.on).max(), moves.len()) else { return Vec::new() };
        let title = Say::new("menu-spread").with("count", count).with("date", self.day_in_words(last));
        let yes = Item { key: 'y', label: Say::new("menu-spread-yes"), choice: Choice::Moves(moves) };
        let no = Item { key: 'n', label: Say::new("menu-spread-no"), choice: Choice::Nothing };
        self.open_menu(Menu { title, items: vec![yes, no], cursor: 0 })
    }

    /// `x`: why a follow-up is skipped; the rhythm plans the next.
    pub(in crate::app) fn skip_menu(&mut self) -> Vec<Effect> {
        let Some((_, it)) = self.follow_up_in_hand() else { return Vec::new() };
        let id = it.id;
        let reasons: [(char, &'static str); 4] =
            [('n', "skip-no-need"), ('w', "skip-wait"), ('a', "skip-away"), ('d', "skip-double")];
        let words = Words::of(self.lang);
        let mut items: Vec<Item> = reasons
            .into_iter()
            .map(|(key, reason)| {
                let said = words.get(reason).to_string();
                Item { key, label: Say::new(reason), choice: Choice::Skip(id, said.into()) }
            })
            .collect();
        items.push(Item { key: 'x', label: Say::new("skip-no-reason"), choice: Choice::Skip(id, "".into()) });
        self.open_menu(Menu { title: Say::new("menu-skip"), items, cursor: 0 })
    }

    /// Whether the current customer would hear from us once too often (`S3.2`).
    pub(in crate::app) fn fatigue(&self) -> Option<Say> {
        let rules = self.board.rules();
        let sent = fatigue::sent(&self.detail()?.timeline, rules.fatigue, &self.now);
        fatigue::warning(sent, rules.fatigue)
    }
}
