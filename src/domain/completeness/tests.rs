use super::*;
use crate::domain::next_channel::{Standing, Suggestion};
use crate::domain::{Amount, Channel, ChannelId, Contact, Country, Currency, OrderFields, OrderId};

fn advice(kinds: &[ChannelKind]) -> Advice {
    let one = |kind: &ChannelKind| Suggestion {
        kind: *kind,
        channel: ChannelId(1),
        standing: Standing::Untried,
        detail: Say::new("channel-untried"),
    };
    Advice { order: kinds.iter().map(one).collect(), ask: vec![ChannelKind::WHATSAPP] }
}

fn bundle(kinds: &[ChannelKind]) -> Bundle {
    let mut bundle = Bundle::default();
    bundle.customer.fields.country = Country::new("DE");
    bundle.contacts.push(Contact { name: "Anna".into(), ..Contact::default() });
    bundle.channels.extend(kinds.iter().map(|kind| Channel {
        id: ChannelId(1),
        contact: None,
        kind: *kind,
        handle: "x".into(),
        norm: "x".into(),
        primary: false,
        emergency: false,
    }));
    bundle
}

#[test]
fn what_is_asked_for() {
    let (mail, both) = ([ChannelKind::EMAIL], [ChannelKind::EMAIL, ChannelKind::PHONE]);
    assert_eq!(missing(&bundle(&both), &[], &advice(&both)), []);
    assert_eq!(missing(&bundle(&mail), &[], &advice(&mail)), [Missing::SecondChannel(vec![ChannelKind::WHATSAPP])]);
    let nothing = missing(&Bundle::default(), &[], &advice(&[]));
    assert_eq!(nothing, [Missing::AnyChannel, Missing::Country, Missing::Person]);
    let messengers = [ChannelKind::WHATSAPP, ChannelKind::PHONE];
    assert_eq!(missing(&bundle(&messengers), &[], &advice(&messengers)), [Missing::Email]);
}

#[test]
fn an_open_order_wants_an_emergency_contact() {
    let both = [ChannelKind::EMAIL, ChannelKind::PHONE];
    let mut open = bundle(&both);
    open.customer.fields.stage = Some(Stage::ORDER);
    assert_eq!(missing(&open, &[], &advice(&both)), [Missing::Emergency]);
    open.channels[1].emergency = true;
    assert_eq!(missing(&open, &[], &advice(&both)), []);
}

#[test]
fn goods_under_way_want_one_too_whatever_the_stage() {
    let both = [ChannelKind::EMAIL, ChannelKind::PHONE];
    let of = |status| {
        let fields = OrderFields { status, ..order_fields() };
        missing(&bundle(&both), &[Order { id: OrderId(1), source: "".into(), fields }], &advice(&both))
    };
    for status in OrderStatus::ALL {
        let wanted = matches!(status, OrderStatus::Open | OrderStatus::Shipped);
        assert_eq!(of(status) == [Missing::Emergency], wanted, "{}", status.as_str());
    }
}

fn order_fields() -> OrderFields {
    OrderFields {
        number: "".into(),
        ordered_on: "2026-10-01".parse().unwrap(),
        currency: Currency::NONE,
        amount: Amount(0),
        status: OrderStatus::Delivered,
        shipped_on: None,
        note: "".into(),
        lines: Vec::new(),
    }
}
