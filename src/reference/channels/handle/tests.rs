use super::*;
use crate::domain::ChannelKind;
use crate::reference::channels::spec;
use proptest::prelude::*;

/// What the rules say, however plain the address.
fn by_the_rules(text: &str) -> Option<String> {
    let spec = spec(ChannelKind::EMAIL).unwrap();
    match address::handle(spec, text) {
        Pasted::Plain => email(text.trim()).ok(),
        _ => None,
    }
}

#[test]
fn a_plain_address_needs_no_rules() {
    for text in ["anna@example.com", "Anna.B-C_d9@Sub-1.Example.CO", "1@2.3", "a@b.c"] {
        assert_eq!(plain_email(text), by_the_rules(text), "{text}");
        assert!(plain_email(text).is_some(), "{text}");
    }
    for text in [
        "www.anna@example.com",
        "a..b@c.de",
        "a@b",
        ".a@b.cd",
        "a@-b.cd",
        "a@b..cd",
        "a b@c.de",
        "ä@b.cd",
        "a@b@c.de",
        "",
    ] {
        assert_eq!(plain_email(text), None, "{text}");
    }
}

proptest! {
    #[test]
    fn plain_addresses_are_what_the_rules_say(text in "[aW1w_.-]{0,6}@?[aZ0.-]{0,5}\\.?[aZ0.-]{0,4}") {
        if let Some(norm) = plain_email(&text) {
            prop_assert_eq!(Some(norm), by_the_rules(&text));
        }
    }

    #[test]
    fn long_ones_too(local in "[a-z.]{50,70}", label in "[a-z-]{50,70}", times in 1..5_usize) {
        let text = format!("{local}@{}com", format!("{label}.").repeat(times));
        if let Some(norm) = plain_email(&text) {
            prop_assert_eq!(Some(norm), by_the_rules(&text));
        }
    }
}
