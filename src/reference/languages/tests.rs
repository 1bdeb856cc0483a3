use super::*;
use crate::reference::countries;

#[test]
fn a_language_is_called_by_its_name() {
    assert_eq!(language_name("ms", Lang::En), Some("Malay"));
    assert_eq!(language_name("ms", Lang::Zh), Some("马来语"));
    assert_eq!(language_name("zh-Hant", Lang::En), Some("Traditional Chinese"));
    assert_eq!(language_name("de_CH", Lang::En), Some("German"));
    assert_eq!(language_name("Klingon", Lang::En), None);
    assert_eq!(language_name("", Lang::En), None);
}

#[test]
fn a_language_is_found_by_tag_and_by_name() {
    for text in ["DE", "german", " German ", "德语"] {
        assert_eq!(find_language(text), Some("de"), "{text}");
    }
    assert_eq!(find_language("whatever they speak"), None);
}

#[test]
fn the_language_of_every_country_has_a_name() {
    for country in countries().iter().filter(|country| !country.language.is_empty()) {
        assert!(language_name(country.language, Lang::Zh).is_some(), "{}", country.language);
    }
}
