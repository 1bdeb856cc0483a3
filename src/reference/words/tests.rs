use super::*;
use std::collections::{BTreeMap, BTreeSet};

/// Key -> the variables it uses, read from the text itself.
fn messages(files: &[&'static str]) -> BTreeMap<String, BTreeSet<String>> {
    let mut all = BTreeMap::new();
    let mut current = String::new();
    for line in files.iter().flat_map(|text| text.lines()).filter(|line| !line.starts_with('#')) {
        if let Some(key) = keys_in(line).next() {
            assert!(all.insert(key.to_owned(), BTreeSet::new()).is_none(), "`{key}` is there twice");
            current = key.to_owned();
        }
        for part in line.split('$').skip(1) {
            let end = part.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '-')).unwrap_or(part.len());
            all.entry(current.clone()).or_default().insert(part[..end].to_owned());
        }
    }
    all
}

#[test]
fn both_languages_say_the_same_things() {
    let (en, zh) = (messages(&EN), messages(&ZH));
    for (key, variables) in &en {
        assert_eq!(Some(variables), zh.get(key), "zh-CN differs at `{key}`");
    }
    assert_eq!(en.keys().collect::<Vec<_>>(), zh.keys().collect::<Vec<_>>());
}

#[test]
fn every_file_is_well_formed_and_every_key_found() {
    for text in EN.iter().chain(&ZH) {
        if let Err((_, errors)) = FluentResource::try_new((*text).to_owned()) {
            panic!("{errors:?} in {}", text.lines().next().unwrap_or_default());
        }
    }
    for lang in Lang::ALL {
        let words = Words::of(lang);
        for key in words.keys() {
            assert!(words.bundle.has_message(key), "{lang:?} {key}");
        }
    }
}

fn sample() -> Words {
    Words::load(
        langid!("en"),
        &["plain = Hello\nname = Hello { $name }!\ncount = { $n ->\n    [one] one day\n   *[other] { $n } days\n }\n"],
    )
}

#[test]
fn counts_agree_and_names_are_harmless() {
    let words = sample();
    assert_eq!(words.get("plain").as_str(), "Hello");
    assert_eq!(words.say(&Say::new("count").with("n", 1usize)).as_str(), "one day");
    assert_eq!(words.say(&Say::new("count").with("n", 12_345usize)).as_str(), "12345 days");
    assert_eq!(words.with("name", &[("name", "a\u{202e}b\x1b[2J".into())]).as_str(), "Hello a‹202E›b‹001B›[2J!");
}

#[test]
fn what_is_missing_shows_itself() {
    assert_eq!(sample().get("nowhere").as_str(), "‹nowhere›");
    assert_eq!(sample().get("name").as_str(), "Hello {$name}!");
}

#[test]
fn tags() {
    assert_eq!(Lang::from_env_tag("zh_CN.UTF-8"), Lang::Zh);
    assert_eq!(Lang::from_env_tag("C.UTF-8"), Lang::En);
    assert_eq!(Lang::parse("ZH-Hans"), Some(Lang::Zh));
    assert_eq!(Lang::parse("fr"), None);
    assert!(Lang::ALL.iter().all(|lang| Lang::parse(lang.tag()) == Some(*lang)));
}

#[test]
fn words_are_shared_by_threads() {
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| assert_eq!(Words::of(Lang::Zh).get("x-none").as_str(), "‹x-none›"));
        }
    });
}
