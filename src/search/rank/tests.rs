use super::super::{Fields, highlights};
use super::*;
use proptest::prelude::*;

static GO: AtomicBool = AtomicBool::new(false);

fn full() -> Fields<'static> {
    Fields {
        name: "Müller Wassertechnik GmbH",
        people: vec!["Anna Schmidt"],
        handles: vec!["anna.s@wt.example", "+49 151 2345 6789"],
        digits: vec!["4915123456789"],
        country: vec!["DE", "Germany", "德国"],
        city: "Köln",
        tags: vec!["canton-fair"],
        notes: "prefers ocean freight, 样品已寄",
        ..Fields::default()
    }
}

fn index_of(names: &[&str]) -> Index {
    let mut index = Index::default();
    for (slot, name) in names.iter().enumerate() {
        index.set(slot as u32, &Fields { name, rank: 1, ..Fields::default() });
    }
    index
}

fn found(index: &Index, query: &str) -> Vec<u32> {
    let ranking = Ranker::new().rank(index, query, None, &GO).unwrap();
    assert_eq!(ranking.total, ranking.hits.len());
    ranking.hits.iter().map(|hit| hit.slot).collect()
}

#[test]
fn names_are_found_by_every_writing() {
    let cases = [
        ("Müller", "müller"),
        ("Müller", "muller"),
        ("Müller", "MUELLER"),
        ("Müller", "mllr"),
        ("Mueller", "müller"),
        ("义乌小商品", "义乌"),
        ("义乌小商品", "yiwu"),
        ("义乌", "yw"),
        ("重庆机械", "zhongqing"),
        ("重庆机械", "chongqing"),
        ("吕氏", "lv"),
        ("O'Brien", "obrien"),
        ("O’Brien", "o'brien"),
        ("São Paulo", "sao paulo"),
        ("İstanbul Makina", "istanbul"),
        ("Łódź", "lodz"),
        ("Ørsted", "orsted"),
        ("Ørsted", "oersted"),
        ("Groß", "gross"),
        ("Groß", "groß"),
        ("مؤسسة النور", "النور"),
        ("Иванов", "иванов"),
        ("Иванов", "ivanov"),
        ("Ivanov", "Иванов"),
        ("さくら商事", "さくら"),
        ("さくら", "sakura"),
        ("トヨタ", "toyota"),
        ("Al-Mulla Trading", "al mulla"),
        ("Al Mulla Trading", "al-mulla"),
        ("Müller Wassertechnik", "muwa"),
    ];
    for (name, query) in cases {
        assert_eq!(found(&index_of(&["Zzyzx", name]), query), [1], "{query} finds {name}");
        assert!(!highlights(query, name).is_empty(), "{query} marks {name}");
    }
}

#[test]
fn every_field_is_searched() {
    let mut index = Index::default();
    index.set(4, &full());
    index.set(5, &Fields { name: "Zzyzx", ..Fields::default() });
    let queries = [
        "anna schmidt",
        "wt.example",
        "germany",
        "德国",
        "deguo",
        "koln",
        "koeln",
        "canton",
        "ocean",
        "样品",
        "muller koln",
        "schm german",
        "anna.s@wt.example",
    ];
    for query in queries {
        assert_eq!(found(&index, query), [4], "{query}");
    }
    for query in ["muller paris", "x9", "prfrs", "gmy"] {
        assert!(found(&index, query).is_empty(), "{query}");
    }
}

#[test]
fn phones_in_any_writing() {
    let mut index = Index::default();
    index.set(4, &full());
    index.set(5, &Fields { name: "Zzyzx", digits: vec!["8613900001111"], ..Fields::default() });
    for query in [
        "151 2345",
        "+49-151",
        "0151 2345",
        "0151",
        "0049 151",
        "+49 (0)151 2345",
        "１５１２",
        "6789",
        "151 6789",
        "muller 2345",
    ] {
        assert_eq!(found(&index, query), [4], "{query}");
    }
    assert!(found(&index, "152 2345").is_empty());
    assert_eq!(found(&index, "0151 2").len(), 1);
}

#[test]
fn better_matches_come_first() {
    let names = ["Mxu Lyons", "Famulus", "Old Mulberry", "Mulligan Pumps", "Mul", "Mual"];
    assert_eq!(found(&index_of(&names), "mul")[..4], [4, 3, 2, 1]);
    let names = ["Trading Mulla Al", "Al Mulla Trading", "The Al Mulla"];
    assert_eq!(found(&index_of(&names), "al mulla")[..2], [1, 2]);
}

#[test]
fn scores_do_not_depend_on_what_was_scored_before() {
    let mut index = index_of(&["Müller", "Müller"]);
    index.set(1, &Fields { name: "Müller", people: vec!["贸易mulMüller"], ..Fields::default() });
    let mut used = Ranker::new();
    for query in ["m", "mm", "mmü", "mmül", "mmüll"] {
        assert_eq!(used.rank(&index, query, None, &GO), Ranker::new().rank(&index, query, None, &GO), "{query}");
    }
}

/// Two letters take a way of their own, which must find what the long way round finds.
#[test]
fn two_letters_and_digits_go_by_marks() {
    let names = ["Maier United", "Famulus", "Ma Ru", "Mxu", "Max", "3M 21 Trading", "Route 66"];
    assert_eq!(found(&index_of(&names), "mu"), [1, 0]);
    assert_eq!(found(&index_of(&names), "21"), [5]);
    assert_eq!(found(&index_of(&names), "6"), [6]);
    assert_eq!(found(&index_of(&names), "01"), Vec::<u32>::new());
    let mut index = index_of(&["Zzyzx"]);
    index.set(3, &Fields { name: "Xy", digits: vec!["4915101", "8613"], notes: "asks for 21 mu", ..Fields::default() });
    for query in ["4", "8", "49", "86", "086", "21", "mu", "x 8", "8 x", "491"] {
        assert_eq!(found(&index, query), [3], "{query}");
    }
    for query in ["1", "15", "61", "2", "sk", "9 x"] {
        assert!(found(&index, query).is_empty(), "{query}");
    }
}

#[test]
fn one_letter_prefers_names_that_start_with_it() {
    let names = ["Camel", "Old Mill", "Mill", "M Trading", "M", "Anna"];
    assert_eq!(found(&index_of(&names), "m"), [4, 3, 2, 1]);
}

#[test]
fn ties_go_by_rank_class_then_slot() {
    let mut index = Index::default();
    for (slot, rank) in [(0, 2), (1, 0), (2, 2), (3, 1)] {
        index.set(slot, &Fields { name: "Same", rank, ..Fields::default() });
    }
    assert_eq!(found(&index, "same"), [1, 3, 0, 2]);
    assert_eq!(found(&index, ""), [1, 3, 0, 2]);
    index.set_rank(2, 0);
    assert_eq!(found(&index, "sa"), [1, 2, 3, 0]);
}

#[test]
fn scattered_letters_meet_a_bar() {
    let index = index_of(&["Metal Union Local", "Marvelous Buildings", "Campus Oil", "Mauritius Shell"]);
    assert_eq!(found(&index, "mul"), [0], "initials of the words, and nothing else");
}

#[test]
fn a_filter_limits_and_a_stop_stops() {
    let index = index_of(&["Mulla one", "Mulla two", "Mulla three"]);
    let mut ranker = Ranker::new();
    let slots = |ranking: Ranking| ranking.hits.iter().map(|hit| hit.slot).collect::<Vec<_>>();
    assert_eq!(slots(ranker.rank(&index, "mul", Some(&[0b101]), &GO).unwrap()), [0, 2]);
    assert_eq!(slots(ranker.rank(&index, "mull", None, &GO).unwrap()), [0, 1, 2]);
    assert_eq!(slots(ranker.rank(&index, "mulla", Some(&[]), &GO).unwrap()), Vec::<u32>::new());
    assert!(ranker.rank(&index, "mulla", None, &AtomicBool::new(true)).is_none());
}

#[test]
fn an_edit_between_keystrokes_is_seen() {
    let mut index = index_of(&["Mulla", "Zzyzx"]);
    let mut ranker = Ranker::new();
    assert_eq!(ranker.rank(&index, "mul", None, &GO).unwrap().total, 1);
    index.set(1, &Fields { name: "Mulligan", ..Fields::default() });
    index.set(5000, &Fields { name: "Mullet", ..Fields::default() });
    assert_eq!(ranker.rank(&index, "mull", None, &GO).unwrap().total, 3);
    index.clear(0);
    assert_eq!(ranker.rank(&index, "mul", None, &GO).unwrap().total, 2);
}

#[test]
fn many_rows_on_two_threads_keep_their_order() {
    let mut index = Index::default();
    for slot in 0..20_000 {
        let name = format!("{} {slot}", ["Mulla", "Old Mill", "Camel"][slot as usize % 3]);
        index.set(slot, &Fields { name: &name, rank: (slot % 4) as u8, ..Fields::default() });
    }
    let first = Ranker::new().rank(&index, "m", None, &GO).unwrap();
    assert_eq!(first.total, 13_334);
    assert_eq!(first, Ranker::new().rank(&index, "m", None, &GO).unwrap());
    assert!(first.hits.is_sorted_by_key(|hit| std::cmp::Reverse(hit.score)));
}

const PARTS: [&str; 16] = [
    "Müller",
    "mul",
    "la",
    "al",
    "义乌",
    "重庆",
    "贸易",
    "Groß",
    "O'Brien",
    "0151",
    "49",
    "Иван",
    "عربي",
    "さくら",
    "gmbh",
    "m",
];

fn phrase(parts: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    let part = (0..PARTS.len(), prop_oneof![Just(""), Just(" "), Just("-")])
        .prop_map(|(at, gap)| format!("{}{gap}", PARTS[at]));
    prop::collection::vec(part, parts).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_row_is_found_by_its_own_name(names in prop::collection::vec(phrase(1..5), 1..40), more in "\\PC{1,20}") {
        let mut all: Vec<&str> = names.iter().map(String::as_str).collect();
        all.push(&more);
        let index = index_of(&all);
        for name in &all {
            if Query::new(name).is_empty() {
                continue;
            }
            let page = found(&index, name);
            let place = page.iter().position(|slot| all[*slot as usize] == *name);
            prop_assert!(place.is_some_and(|place| place < 41), "{name:?}");
        }
    }

    #[test]
    fn narrowing_finds_what_a_fresh_search_finds(rows in prop::collection::vec((phrase(1..6), phrase(0..4), phrase(0..4)), 1..30), query in phrase(1..5)) {
        let mut index = Index::default();
        for (slot, (name, person, notes)) in rows.iter().enumerate() {
            index.set(slot as u32, &Fields { name, people: vec![person], notes, digits: vec!["4915101", "0151"], ..Fields::default() });
        }
        let mut ranker = Ranker::new();
        let ends: Vec<usize> = query.char_indices().map(|(at, c)| at + c.len_utf8()).collect();
        for end in ends.iter().chain(ends.iter().rev().skip(1)) {
            let typed = &query[..*end];
            prop_assert_eq!(ranker.rank(&index, typed, None, &GO), Ranker::new().rank(&index, typed, None, &GO), "{}", typed);
        }
    }

    #[test]
    fn snapshots_do_not_change(names in prop::collection::vec(phrase(1..4), 1..20), later in phrase(1..4), query in phrase(1..3)) {
        let all: Vec<&str> = names.iter().map(String::as_str).collect();
        let mut index = index_of(&all);
        let snapshot = index.clone();
        let before = found(&snapshot, &query);
        for slot in 0..all.len() as u32 {
            index.set(slot, &Fields { name: &later, ..Fields::default() });
        }
        index.clear(0);
        prop_assert_eq!(found(&snapshot, &query), before);
    }
}
