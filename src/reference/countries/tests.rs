use super::*;
use crate::reference::zone_exists;

fn code(text: &str) -> Option<String> {
    find_country(text).map(|c| c.to_string())
}

#[test]
fn every_row_parses_and_is_in_order() {
    assert_eq!(countries().len(), 249);
    assert!(countries().is_sorted_by_key(|info| info.code));
    for info in countries() {
        assert!(info.dial.bytes().all(|b| b.is_ascii_digit()) && !info.dial.is_empty(), "{}", info.code);
        assert!(!info.zones.is_empty() || ["BV", "HM"].contains(&info.code.as_str()), "{}", info.code);
        assert!(info.opens < info.closes);
    }
}

#[test]
fn every_zone_is_in_the_bundled_database() {
    for info in countries() {
        for zone in &info.zones {
            assert!(zone_exists(zone), "{} {zone}", info.code);
        }
    }
}

#[test]
fn names_as_people_write_them() {
    for (text, want) in [
        ("UK", "GB"),
        ("U.K.", "GB"),
        ("U.S.A.", "US"),
        ("usa", "US"),
        ("us", "US"),
        ("Korea, South", "KR"),
        ("Korea, Republic of", "KR"),
        ("Korea, Democratic People's Republic of", "KP"),
        ("Korea (South)", "KR"),
        ("France Metropolitan", "FR"),
        ("France, Metropolitan", "FR"),
        ("Türkiye", "TR"),
        ("TÜRKİYE", "TR"),
        ("turkey", "TR"),
        ("Viet Nam", "VN"),
        ("Vietnam", "VN"),
        ("阿联酋", "AE"),
        ("UAE", "AE"),
        ("U.A.E", "AE"),
        ("Deutschland", "DE"),
        ("Alemania", "DE"),
        ("Германия", "DE"),
        ("ألمانيا", "DE"),
        ("德国", "DE"),
        ("德國", "DE"),
        ("Côte d’Ivoire", "CI"),
        ("cote d'ivoire", "CI"),
        ("Ivory Coast", "CI"),
        ("Brasil", "BR"),
        ("Holland", "NL"),
        ("the Netherlands", "NL"),
        ("Congo, The Republic of Congo", "CG"),
        ("Hong Kong, China", "HK"),
        ("Congo, The Democratic Republic Of The", "CD"),
        ("DRC", "CD"),
        ("China (Mainland)", "CN"),
        ("P.R.China", "CN"),
        ("Iran, Islamic Republic of", "IR"),
        ("Tanzania, United Republic of", "TZ"),
        ("Trinidad & Tobago", "TT"),
        ("St. Lucia", "LC"),
        ("Saint Lucia", "LC"),
        ("Bosnia & Herzegovina", "BA"),
        ("Atlanta, Georgia, USA", "US"),
        ("Virgin Islands (British)", "VG"),
        ("Sweden ", "SE"),
        ("🇩🇪", "DE"),
        ("ΕΛΛΑΔΑ", "GR"),
        ("ＵＫ", "GB"),
        ("대한민국", "KR"),
        ("Schweiz", "CH"),
        ("Niger", "NE"),
        ("Nigeria", "NG"),
        ("ru", "RU"),
        ("DEU", "DE"),
        ("Dominica", "DM"),
        ("Dominican Republic", "DO"),
        ("Guinea", "GN"),
        ("Österreich", "AT"),
        ("Swaziland", "SZ"),
    ] {
        assert_eq!(code(text).as_deref(), Some(want), "{text}");
    }
}

#[test]
fn what_names_no_country() {
    for text in ["", " ", "-", "XX", "Atlantis", "unknown", "N/A", "(", ",", "🇽🇽", "🇩", "12345"] {
        assert_eq!(code(text), None, "{text}");
    }
}

#[test]
fn own_names_find_their_country() {
    for info in countries() {
        for text in [info.en, info.zh, info.alpha3, info.code.as_str()] {
            assert_eq!(find_country(text), Some(info.code), "{text}");
        }
    }
}

#[test]
fn names_in_both_languages() {
    let de = Country::new("de").unwrap();
    assert_eq!((country_name(de, Lang::En), country_name(de, Lang::Zh)), ("Germany", "德国"));
    assert_eq!(country_name(Country::new("xx").unwrap(), Lang::En), "");
}
