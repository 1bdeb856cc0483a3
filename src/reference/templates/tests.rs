use super::*;

const WITH: Filling<'static> =
    Filling { name: "Anna {me}", product: "UV lamps", me: "Li Wei", company: "Bright UV", signature: "" };

#[test]
fn every_template_is_read_named_and_written_in_every_language() {
    assert_eq!(all().len(), FILES.len());
    for template in all() {
        for lang in Lang::ALL {
            assert!(template.name.contains_key(lang.tag()), "{} {}", template.slug, lang.tag());
        }
        for language in &LANGUAGES {
            let text = template.text.get(language.tag).unwrap_or_else(|| panic!("{} {}", template.slug, language.tag));
            assert!(text.contains("{name}") && text.contains("{signature}"), "{} {}", template.slug, language.tag);
        }
        assert_eq!(template.text.len(), LANGUAGES.len(), "{}", template.slug);
    }
}

#[test]
fn places_are_filled_once() {
    for template in all() {
        for at in 0..LANGUAGES.len() {
            let text = template.fill(at, &WITH);
            assert!(text.contains("Anna {me}"), "a name is not looked into");
            assert!(text.ends_with("Li Wei\nBright UV"), "{text}");
            assert_eq!(text.matches('{').count(), text.matches("Anna {me}").count(), "{text}");
        }
    }
}

#[test]
fn the_customers_language_comes_before_the_countrys() {
    let at = |tag, country| LANGUAGES[language_of(tag, Country::new(country))].tag;
    assert_eq!(at("", "DE"), "de");
    assert_eq!(at("en-GB", "DE"), "en");
    assert_eq!(at("zh", ""), "zh-CN");
    assert_eq!(at("xx", "BR"), "pt");
    assert_eq!(at("", "FI"), "en");
}
