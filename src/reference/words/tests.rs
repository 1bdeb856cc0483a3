use super::*;
use std::collections::{BTreeMap, BTreeSet};

type Messages = BTreeMap<String, BTreeSet<String>>;

/// Key -> the variables it uses, read from the text itself; and the keys that are there twice.
fn messages(files: &[&'static str]) -> (Messages, Vec<String>) {
    let (mut all, mut twice) = (Messages::new(), Vec::new());
    let mut current = String::new();
    for line in files.iter().flat_map(|text| text.lines()).filter(|line| !line.starts_with('#')) {
        if let Some(key) = keys_in(line).next() {
            if all.insert(key.to_owned(), BTreeSet::new()).is_some() {
                twice.push(key.to_owned());
            }
            current = key.to_owned();
        }
        for part in line.split('$').skip(1) {
            let end = part.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '-')).unwrap_or(part.len());
            // A dollar sign in the text is no variable; and what only selects a plural has no work in Chinese.
            let selects = part[end..].trim_start().starts_with("->");
            if end > 0 && !selects {
                all.entry(current.clone()).or_default().insert(part[..end].to_owned());
            }
        }
    }
    (all, twice)
}

#[test]
fn both_languages_say_the_same_things() {
    let ((en, en_twice), (zh, zh_twice)) = (messages(EN), messages(ZH));
    let mut faults: Vec<String> = Vec::new();
    faults.extend(en_twice.iter().map(|key| format!("en: `{key}` is there twice")));
    faults.extend(zh_twice.iter().map(|key| format!("zh-CN: `{key}` is there twice")));
    for key in en.keys().chain(zh.keys()).collect::<BTreeSet<_>>() {
        match (en.get(key), zh.get(key)) {
            (Some(one), Some(other)) if one != other => {
                faults.push(format!("`{key}`: {one:?} in en, {other:?} in zh-CN"))
            }
            (Some(_), None) => faults.push(format!("`{key}` is missing in zh-CN")),
            (None, Some(_)) => faults.push(format!("`{key}` is missing in en")),
            _ => {}
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn every_file_is_well_formed_and_every_key_found() {
    let mut faults = Vec::new();
    for text in EN.iter().chain(ZH) {
        let Err((_, errors)) = FluentResource::try_new((*text).to_owned()) else { continue };
        for error in errors {
            let broken = error.slice.as_ref().and_then(|range| text.get(range.clone())).unwrap_or_default();
            faults.push(format!("{:?} in {broken}", error.kind));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
    for lang in Lang::ALL {
        let words = Words::of(lang);
        for key in words.keys() {
            assert!(words.bundle.has_message(key), "{lang:?} {key}");
        }
    }
}

#[test]
fn the_reader_is_spoken_to_in_one_way() {
    let polite: Vec<&str> = ZH.iter().flat_map(|text| text.lines()).filter(|line| line.contains('您')).collect();
    assert!(polite.is_empty(), "你, never 您: {polite:#?}");
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
fn a_step_says_nothing_of_what_did_not_happen() {
    let label = |detail: &str| Label { key: "op-rhythm".into(), name: "".into(), count: 6, detail: detail.into() };
    let said = |detail: &str| Words::of(Lang::En).label(&label(detail)).to_string();
    assert!(!said("0").contains("latest day") && said("2").contains("; 2 after their latest day"), "{}", said("0"));
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
