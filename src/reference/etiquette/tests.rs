use super::*;
use crate::reference::country;

#[test]
fn the_countries_that_are_traded_with_have_notes_in_both_languages() {
    let lines = include_str!("../../../assets/etiquette.tsv").lines().filter(|line| !line.starts_with('#'));
    assert_eq!(lines.count(), TABLE.len(), "every line is read, and no country twice");
    assert!(TABLE.len() >= 60);
    for (code, found) in TABLE.iter() {
        assert!(country(*code).is_some(), "{code}");
        assert!(found.currency.len() == 3 && found.currency.bytes().all(|b| b.is_ascii_uppercase()), "{code}");
        for lang in Lang::ALL {
            let notes: Vec<&str> = found.notes(lang).collect();
            assert!((1..=3).contains(&notes.len()), "{code}");
            assert!(
                notes.iter().all(|note| !note.trim().is_empty() && note.chars().count() <= 160),
                "{code} {notes:?}"
            );
        }
        assert_eq!(found.notes(Lang::En).count(), found.notes(Lang::Zh).count(), "{code}");
    }
    assert!(etiquette(Country::new("DE").unwrap()).unwrap().notes(Lang::En).next().unwrap().contains("Herr"));
    assert_eq!(etiquette(Country::new("AQ").unwrap()), None);
}
