use super::*;
use proptest::prelude::*;

fn read_as(country: &str, raw: &str) -> (Option<String>, bool) {
    let phone = parse_phone(raw, Country::new(country));
    (phone.e164, phone.valid)
}

#[test]
fn any_writing_is_the_same_number() {
    for raw in [
        "+49 151 23456789",
        "0151 23456789",
        "0049 151 23456789",
        "+49 (0)151 23456789",
        "(+49) 151/234-567-89",
        "＋４９ １５１ ２３４５６７８９",
        "+٤٩ ١٥١ ٢٣٤٥٦٧٨٩",
        "tel:+49-151-23456789",
        "4915123456789",
        "+49\u{a0}151\u{202f}23456789",
    ] {
        assert_eq!(read_as("DE", raw), (Some("+4915123456789".into()), true), "{raw}");
    }
}

#[test]
fn a_prefix_needs_no_country() {
    for raw in ["+8613812345678", "008613812345678", "86 138 1234 5678"] {
        let phone = parse_phone(raw, None);
        assert_eq!((phone.e164.as_deref(), phone.valid), (Some("+8613812345678"), true), "{raw}");
        assert_eq!(phone.country, Country::new("CN"));
    }
    assert_eq!(parse_phone("0151 23456789", None).e164, None);
}

#[test]
fn a_number_abroad_is_of_its_own_country() {
    let phone = parse_phone("+44 20 7946 0958", Country::new("DE"));
    assert_eq!((phone.country, phone.e164.as_deref()), (Country::new("GB"), Some("+442079460958")));
    assert_eq!(parse_phone("+1 604 555 4729", Country::new("US")).country, Country::new("CA"));
    assert_eq!(parse_phone("0044 20 7946 0958", Country::new("US")).e164.as_deref(), Some("+442079460958"));
}

#[test]
fn a_number_within_its_area_is_not_to_be_linked() {
    let phone = parse_phone("(5) 555-4729", Country::new("MX"));
    assert_eq!((phone.possible, phone.dialable, phone.valid), (true, false, false));
}

#[test]
fn an_extension_is_not_of_the_number() {
    assert_eq!(read_as("US", "(212) 736-5000 ext. 12").0.as_deref(), Some("+12127365000"));
}

#[test]
fn what_is_no_number() {
    for raw in ["", "n/a", "12", "call me", "++", "0", "----", "anna@example.com"] {
        let phone = parse_phone(raw, Country::new("DE"));
        assert!(!phone.valid, "{raw}");
    }
    assert_eq!(parse_phone(&"1".repeat(500), Country::new("DE")).e164, None);
    assert_eq!(digits("Tel. ١٢٣ / ４５６"), "123456");
}

#[test]
fn written_for_reading() {
    assert_eq!(format_international("+4915123456789").as_deref(), Some("+49 1512 3456789"));
    assert_eq!(format_international("nonsense"), None);
}

/// What the library says of a number, for a quick answer to agree with.
fn agrees(raw: &str, country: Option<Country>) -> bool {
    let Some(quick) = quick::e164(raw, country) else { return false };
    let phone = parse_phone(raw, country);
    assert_eq!(phone.e164.filter(|_| phone.dialable), Some(quick), "{raw} {country:?}");
    true
}

#[test]
fn a_quick_answer_is_the_library_s() {
    let mut quick = 0;
    let mut all = 0;
    for (home, length) in
        crate::reference::countries().iter().flat_map(|home| (5..13).map(move |length| (home, length)))
    {
        for start in ["", "0", "1", "2", "30", "5", "8", "9", "011", "810"] {
            let digits = format!("{start}{}", &"1527394860915273948"[..length]);
            for raw in [format!("+{}{digits}", home.dial), format!("+{} {digits}", home.dial), digits.clone()] {
                // One foreign country each, in turn.
                let foreign = Country::new(["DE", "US", "CN"][all % 3]);
                for country in [Some(home.code), None, foreign] {
                    all += 1;
                    quick += usize::from(agrees(&raw, country));
                }
            }
        }
    }
    assert!(quick * 8 > all, "{quick} of {all}");
}

#[test]
fn common_numbers_are_read_quickly() {
    for (country, raw) in [
        ("DE", "+4915123456789"),
        ("DE", "+49 30 1234567"),
        ("DE", "030 1234567"),
        ("US", "(212) 736-5000"),
        ("US", "+1 212-736-5000"),
        ("GB", "020 7946 0958"),
        ("FR", "06.31.96.65.43"),
        ("US", "+1-212-736-5000"),
        ("IN", "+91 98765 43210"),
        ("IT", "02 3661 8300"),
        ("DE", "+1 212 736 5000"),
        ("US", "+49 30 1234567"),
    ] {
        assert!(agrees(raw, Country::new(country)), "{country} {raw}");
    }
}

proptest! {
    #[test]
    fn a_quick_answer_to_anything_is_the_library_s(raw in "[+]?[0-9 ().-]{5,20}", at in 0usize..249, own: bool) {
        let country = crate::reference::countries()[at].code;
        let dial = crate::reference::countries()[at].dial.to_owned();
        let raw = if own { format!("+{dial}{}", raw.trim_start_matches('+')) } else { raw };
        agrees(raw.trim(), Some(country));
        agrees(raw.trim(), None);
    }

    #[test]
    fn nothing_makes_it_fall(raw in ".{0,40}", code in "[A-Z]{2}") {
        let phone = parse_phone(&raw, Country::new(&code));
        if let Some(e164) = phone.e164 {
            prop_assert!(e164.starts_with('+') && e164[1..].bytes().all(|b| b.is_ascii_digit()), "{e164}");
        }
    }

    #[test]
    fn numbers_do_not_either(raw in "[+0-9 ()./-]{0,24}", at in 0usize..249) {
        let country = crate::reference::countries()[at].code;
        let phone = parse_phone(&raw, Some(country));
        if let Some(e164) = phone.e164 {
            prop_assert!(e164.starts_with('+') && e164[1..].bytes().all(|b| b.is_ascii_digit()), "{e164}");
        }
    }
}
