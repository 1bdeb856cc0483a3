use super::Candidates::{One, Several, Unknown};
use super::*;

fn at(country: &str, city: &str, e164: &str) -> Candidates {
    zones_of(Country::new(country), city, "", Some(e164).filter(|e| !e.is_empty()))
}

#[test]
fn an_explicit_zone_wins() {
    let us = Country::new("US");
    assert_eq!(zones_of(us, "New York", "america/los_angeles", None), One("America/Los_Angeles"));
    assert_eq!(zones_of(us, "New York", "Nowhere/Here", None), One("America/New_York"));
}

#[test]
fn a_country_of_one_wall_has_one_zone() {
    assert_eq!(at("DE", "Munich", ""), One("Europe/Berlin"));
    assert_eq!(at("NO", "", "+4915112345678"), One("Europe/Oslo"));
    assert_eq!(at("AR", "", ""), One("America/Argentina/Buenos_Aires"));
    assert_eq!(at("CN", "", ""), One("Asia/Shanghai"));
    assert_eq!(at("CN", "Urumqi", ""), One("Asia/Urumqi"));
}

#[test]
fn the_city_decides() {
    assert_eq!(at("US", "Chicago", "+12125550100"), One("America/Chicago"));
    assert_eq!(at("US", "dallas, tx", ""), One("America/Chicago"));
    assert_eq!(at("US", "Nowhereville, California", ""), One("America/Los_Angeles"));
    assert_eq!(at("US", "Portland, OR", ""), One("America/Los_Angeles"));
    assert_eq!(at("US", "El Paso, Texas", ""), One("America/Denver"));
    assert_eq!(at("US", "Springdale AR", ""), One("America/Chicago"));
    assert_eq!(at("US", "Washington, DC", ""), One("America/New_York"));
    assert_eq!(at("US", "Washington", "+12065550100"), One("America/Los_Angeles"));
    assert_eq!(at("BR", "SAO PAULO", ""), One("America/Sao_Paulo"));
    assert_eq!(at("RU", "Новосибирск", ""), One("Asia/Novosibirsk"));
    assert_eq!(at("CA", "London", ""), One("America/Toronto"));
    assert_eq!(at("", "Dubai", ""), One("Asia/Dubai"));
}

#[test]
fn two_cities_of_one_name_stay_two_until_the_phone_decides() {
    let portland = at("US", "Portland", "");
    assert_eq!(portland, Several(vec!["America/New_York", "America/Los_Angeles"]));
    assert_eq!(at("US", "Portland", "+12075550100"), One("America/New_York"));
    assert_eq!(at("US", "Portland", "+12065550100"), One("America/Los_Angeles"));
}

#[test]
fn the_area_code_decides() {
    assert_eq!(at("US", "", "+12125550100"), One("America/New_York"));
    assert_eq!(at("US", "", "+13125550100"), One("America/Chicago"));
    assert_eq!(at("CA", "", "+16045550100"), One("America/Vancouver"));
    assert_eq!(at("BR", "", "+5511987654321"), One("America/Sao_Paulo"));
    assert_eq!(at("ES", "", "+34928123456"), One("Atlantic/Canary"));
    assert_eq!(at("", "", "+442079460958"), One("Europe/London"));
    assert_eq!(at("", "", "+8613812345678"), One("Asia/Shanghai"));
}

#[test]
fn a_number_of_another_country_says_nothing() {
    assert_eq!(at("US", "", "+16045550100").count(), at("US", "", "").count());
    assert_eq!(at("US", "", "+442079460958").count(), at("US", "", "").count());
}

#[test]
fn several_stay_several_the_principal_first() {
    let us = at("US", "", "");
    assert_eq!(us.first(), Some("America/New_York"));
    assert!((6..=9).contains(&us.count()), "{us:?}");
    assert_eq!(at("ES", "", ""), Several(vec!["Europe/Madrid", "Atlantic/Canary"]));
    assert_eq!(at("RU", "", "+79161234567").first(), Some("Europe/Moscow"));
    assert_eq!(at("", "", ""), Unknown);
    assert_eq!(at("BV", "", ""), Unknown);
    assert_eq!(at("XX", "Atlantis", "+999"), Unknown);
}

#[test]
fn every_zone_of_the_assets_exists() {
    for text in [include_str!("../../../../assets/cities.tsv"), include_str!("../../../../assets/phone-zones.tsv")] {
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let cell = line.split('\t').find(|cell| cell.contains('/') || cell.is_empty()).unwrap();
            for zone in cell.split(',').filter(|zone| !zone.is_empty()) {
                assert!(zone_name(zone).is_some(), "{zone}");
            }
        }
    }
}
