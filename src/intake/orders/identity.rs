//! What makes an order the same when it is read again.

use crate::domain::{CustomerId, OrderFields, OrderId};
use std::collections::HashMap;

/// The orders of the file that came from lists.
#[derive(Debug, Default)]
pub struct KnownOrders {
    found: HashMap<(CustomerId, u64), (OrderId, u64)>,
}

impl KnownOrders {
    /// One more, with its identity as the file has it.
    pub fn add(&mut self, id: OrderId, customer: CustomerId, identity: &str) {
        let read = |from: usize, to: usize| u64::from_str_radix(identity.get(from..to)?, 16).ok();
        if let Some((key, digest)) = read(0, 16).zip(read(16, 32)) {
            self.found.insert((customer, key), (id, digest));
        }
    }

    /// The order of that identity, and what it said.
    pub(super) fn get(&self, customer: CustomerId, identity: Identity) -> Option<(OrderId, u64)> {
        self.found.get(&(customer, identity.key)).copied()
    }
}

/// Which order it is, and what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Identity {
    pub key: u64,
    pub digest: u64,
}

impl Identity {
    /// `repeat`: how often the same content stood before it in this list; of a numbered order nobody counts.
    pub fn of(order: &OrderFields, repeat: u32) -> Self {
        let content = content(order);
        let mut key = Hash::new();
        if order.number.is_empty() {
            key.number(content).number(repeat.into());
        } else {
            key.text("#").text(&order.number);
        }
        let mut digest = Hash::new();
        let shipped = order.shipped_on.map_or(0, |on| i64::from(on.to_epoch_days()));
        digest.number(content).text(order.status.as_str()).number(shipped.cast_unsigned());
        Self { key: key.end(), digest: digest.end() }
    }

    pub fn written(self) -> String {
        format!("{:016x}{:016x}", self.key, self.digest)
    }
}

/// What an order says, but for how far it is.
pub(super) fn content(order: &OrderFields) -> u64 {
    let mut hash = Hash::new();
    let day = i64::from(order.ordered_on.to_epoch_days());
    hash.number(day.cast_unsigned()).text(order.currency.as_str()).number(order.amount.0.cast_unsigned());
    for line in &order.lines {
        hash.text(&line.product).number(line.quantity.0.cast_unsigned()).number(line.amount.0.cast_unsigned());
    }
    hash.end()
}

/// FNV-1a, mixed at the end: the same on every machine and in every version, for it is kept in the file.
struct Hash(u64);

impl Hash {
    const fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    fn bytes(&mut self, bytes: &[u8]) -> &mut Self {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
        self
    }

    fn text(&mut self, text: &str) -> &mut Self {
        self.bytes(text.as_bytes()).bytes(&[0xff])
    }

    fn number(&mut self, n: u64) -> &mut Self {
        self.bytes(&n.to_le_bytes())
    }

    const fn end(&self) -> u64 {
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}
