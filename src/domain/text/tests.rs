use super::*;
use proptest::prelude::*;
use std::collections::HashMap;

#[test]
fn a_text_takes_sixteen_bytes_and_so_does_one_that_may_be_missing() {
    assert_eq!(size_of::<Text>(), 16);
    assert_eq!(size_of::<Option<Text>>(), 16);
}

#[test]
fn short_ones_take_nothing_besides_and_long_ones_are_shared() {
    for (text, long) in [("", false), ("+4915123456789", false), ("+49151234567890", true), ("穆勒贸易", false)] {
        assert_eq!(Text::from(text).is_long(), long, "{text}");
    }
    let long = Text::from("anna@mueller-wassertechnik.de");
    assert_eq!(long.as_ptr(), long.clone().as_ptr());
}

proptest! {
    #[test]
    fn it_is_the_text_that_went_in(a in "\\PC{0,8}|.{0,40}", b in "\\PC{0,3}") {
        let (x, y) = (Text::from(&*a), Text::from(&*b));
        prop_assert_eq!(&*x, &*a);
        prop_assert_eq!(x == y, a == b);
        prop_assert_eq!(x.cmp(&y), a.cmp(&b));
        let shown = [format!("{x:?} {x:>20}"), format!("{a:?} {a:>20}")];
        prop_assert_eq!(&shown[0], &shown[1]);
        prop_assert_eq!(serde_json::to_string(&x).unwrap(), serde_json::to_string(&a).unwrap());
        let read: Text = serde_json::from_str(&serde_json::to_string(&a).unwrap()).unwrap();
        prop_assert_eq!(&read, &x);
        let map = HashMap::from([(x, 1)]);
        prop_assert_eq!(map.get(&*a), Some(&1));
    }
}
