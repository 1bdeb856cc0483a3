//! What to ask a customer for next (`S0.6`).

use super::{Bundle, ChannelKind, Order, OrderStatus, Say, Stage, next_channel::Advice};

/// Something that is missing, the most pressing first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// Goods may be on their way and nobody can be called: ask in good time.
    Emergency,
    /// No way to reach them at all.
    AnyChannel,
    /// One way only; the kinds worth asking for.
    SecondChannel(Vec<ChannelKind>),
    /// Without it no clock, no calendar and no messenger is known.
    Country,
    /// Quotations and documents go by mail.
    Email,
    /// Nobody's name is known.
    Person,
}

impl Missing {
    /// The name in locale keys (`ask-emergency`).
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Emergency => "emergency",
            Self::AnyChannel => "any-channel",
            Self::SecondChannel(_) => "second-channel",
            Self::Country => "country",
            Self::Email => "email",
            Self::Person => "person",
        }
    }

    /// The sentence; `name` gives a kind's name.
    pub fn say(&self, name: impl Fn(ChannelKind) -> String) -> Say {
        match self {
            Self::Emergency => Say::new("ask-emergency"),
            Self::AnyChannel => Say::new("ask-any-channel"),
            Self::SecondChannel(kinds) => {
                let names: Vec<String> = kinds.iter().map(|kind| name(*kind)).collect();
                Say::new("ask-second-channel").with("count", names.len()).with("kinds", names.join(", "))
            }
            Self::Country => Say::new("ask-country"),
            Self::Email => Say::new("ask-email"),
            Self::Person => Say::new("ask-person"),
        }
    }
}

/// Whether goods are made or under way: an order says so, or else the customer's stage.
pub fn order_open(bundle: &Bundle, orders: &[Order]) -> bool {
    let open = |order: &Order| matches!(order.fields.status, OrderStatus::Open | OrderStatus::Shipped);
    bundle.customer.stage == Some(Stage::ORDER) || orders.iter().any(open)
}

/// What is missing of a customer with these orders.
pub fn missing(bundle: &Bundle, orders: &[Order], advice: &Advice) -> Vec<Missing> {
    let mut found = Vec::new();
    let working = advice.order.iter().filter(|one| one.works()).count();
    if order_open(bundle, orders) && !bundle.channels.iter().any(|channel| channel.emergency) {
        found.push(Missing::Emergency);
    }
    match working {
        0 => found.push(Missing::AnyChannel),
        1 => found.push(Missing::SecondChannel(advice.ask.clone())),
        _ => {}
    }
    if bundle.customer.country.is_none() {
        found.push(Missing::Country);
    }
    if working > 0 && !bundle.channels.iter().any(|channel| channel.kind == ChannelKind::EMAIL) {
        found.push(Missing::Email);
    }
    if bundle.contacts.iter().all(|contact| contact.name.is_empty()) {
        found.push(Missing::Person);
    }
    found
}

#[cfg(test)]
mod tests;
