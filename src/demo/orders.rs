//! What a made-up customer ordered: from a stream of chance of its own, so that the rest of the board stays as it is.

use super::chance::Chance;
use super::maker::{Draft, Maker};
use super::plot::Plot;
use crate::domain::{
    Amount, Currency, LineStatus, NewOrder, OrderFields, OrderLine, OrderStatus, Stage, Text, Tier, money,
};
use chrono::{Days, NaiveDate};

/// Countries that are paid in euro here.
const EURO: [&str; 14] = ["DE", "FR", "IT", "ES", "NL", "BE", "AT", "IE", "PT", "FI", "GR", "SK", "SI", "EE"];

impl Maker<'_> {
    pub(super) fn orders(&mut self, draft: &mut Draft, seed: u64) {
        let mut chance = Chance::of(seed ^ 0x06de_5500, self.nth);
        let fields = &draft.dossier.fields;
        let (tier, stage) = (fields.tier, fields.stage);
        let count = how_many(&mut chance, self.plot, stage, tier);
        if count == 0 {
            return;
        }
        let currency = fields.country.map_or("USD", |country| match country.as_str() {
            "GB" => "GBP",
            code if EURO.contains(&code) => "EUR",
            _ => "USD",
        });
        let currency = Currency::parse(currency).unwrap_or_default();
        let asleep = matches!(self.plot, Plot::Archived | Plot::OpenSea);
        let mut on = back(self.now.today(), if asleep { chance.between(150, 420) } else { chance.between(2, 75) });
        let every = chance.between(22, 110);
        // Some grow, some shrink: what they are filed under is not always what they buy.
        let trend = chance.between(-12, 12);
        let size = size(&mut chance, tier);
        let mut orders = Vec::with_capacity(count);
        for nth in 0..count {
            let grown = size * (100 - trend * i64::try_from(nth).unwrap_or(0)).clamp(30, 200) / 100;
            let line = line(&mut chance, draft.product, &self.words.trade.products, grown);
            let open = nth == 0 && !asleep && (self.now.today() - on).num_days() < 40;
            let status = match chance.below(100) {
                0..3 => OrderStatus::Cancelled,
                3..5 if !open => OrderStatus::Returned,
                _ if open => OrderStatus::Open,
                _ => OrderStatus::Delivered,
            };
            let sent = matches!(status, OrderStatus::Delivered | OrderStatus::Returned);
            let shipped = on.checked_add_days(Days::new(chance.between(7, 24).unsigned_abs()));
            orders.push(NewOrder {
                fields: OrderFields {
                    number: format!("PI-{}-{:03}", on.format("%y%m"), (self.nth * 7 + nth) % 1_000).into(),
                    ordered_on: on,
                    currency,
                    amount: line.iter().map(|line| line.amount).sum(),
                    status,
                    shipped_on: shipped.filter(|day| sent && *day <= self.now.today()),
                    note: Text::default(),
                    lines: line,
                },
                identity: Text::default(),
            });
            on = back(on, (every + chance.between(-15, 25)).max(6));
        }
        orders.reverse();
        draft.dossier.orders = orders;
    }
}

fn how_many(chance: &mut Chance, plot: Plot, stage: Option<Stage>, tier: Tier) -> usize {
    if plot == Plot::Inquiry {
        return 0;
    }
    match stage {
        Some(Stage::REPEAT) => 2 + chance.below(if tier == Tier::A { 9 } else { 6 }),
        Some(Stage::ORDER) => 1 + chance.below(3),
        Some(Stage::LOST) => chance.below(3),
        _ if chance.percent(18) => 1 + chance.below(3),
        _ => 0,
    }
}

/// What an order comes to, about, in wholes.
fn size(chance: &mut Chance, tier: Tier) -> i64 {
    let (least, most) = match tier {
        Tier::A => (6_000, 32_000),
        Tier::B => (1_800, 9_000),
        Tier::C | Tier::None => (250, 2_400),
    };
    // One in eight buys like another tier.
    let times = if chance.percent(12) { chance.between(3, 9) } else { 1 };
    chance.between(least, most) * times
}

fn line(chance: &mut Chance, product: &str, others: &[String], size: i64) -> Vec<OrderLine> {
    let mut lines = vec![one(chance, product, size)];
    if chance.percent(35) {
        let other = chance.word(others);
        if other != product {
            lines.push(one(chance, other, size / 4));
        }
    }
    lines
}

fn one(chance: &mut Chance, product: &str, size: i64) -> OrderLine {
    // Prices end in .5 or .00, quantities are round.
    let price = Amount(chance.between(4, 160) * money::ONE / 2);
    let pieces = (size.max(10) * money::ONE / price.0.max(1)).max(1);
    let round = if pieces > 200 {
        50
    } else if pieces > 20 {
        5
    } else {
        1
    };
    let quantity = Amount::whole((pieces / round * round).max(1));
    OrderLine { product: product.into(), quantity, amount: price.times(quantity), status: LineStatus::Sold }
}

fn back(day: NaiveDate, days: i64) -> NaiveDate {
    day.checked_sub_days(Days::new(days.unsigned_abs())).unwrap_or(day)
}
