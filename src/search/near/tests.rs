use super::super::Fields;
use super::*;

static GO: AtomicBool = AtomicBool::new(false);

fn index_of(names: &[&str]) -> Index {
    let mut index = Index::default();
    for (slot, name) in (0..).zip(names) {
        index.set(slot, &Fields { name, notes: "prefers ocean freight, samples were sent", ..Fields::default() });
    }
    index
}

#[test]
fn a_slip_finds_whom_it_meant() {
    let index = index_of(&["Müller Wassertechnik", "Bhattacharya Water", "Schmidt Pumpen", "Pemberton & Sons"]);
    for (typed, slot) in [
        ("mulller", 0),
        ("müllet", 0),
        ("bhatttacharya", 1),
        ("schmitd", 2),
        ("schmidr pumpen", 2),
        ("pemberrton", 3),
        ("pembetron", 3),
    ] {
        let found = Ranker::new().rank_or_near(&index, typed, &GO).unwrap();
        assert_eq!(found.hits.first().map(|hit| hit.slot), Some(slot), "{typed}");
        assert!(found.near && found.query == typed && found.total == found.hits.len(), "{typed}");
    }
}

#[test]
fn what_is_found_as_it_is_written_is_not_guessed() {
    let index = index_of(&["Müller Wassertechnik", "Schmidt Pumpen"]);
    let found = Ranker::new().rank_or_near(&index, "muller", &GO).unwrap();
    assert!(!found.near && found.total == 1);
    // A number is no word, and a short word says too little.
    for typed in ["12345678", "qxz", "zzzzzzzz"] {
        let none = Ranker::new().rank_or_near(&index, typed, &GO).unwrap();
        assert!(!none.near && none.total == 0, "{typed}");
    }
    assert!(Ranker::new().rank_or_near(&index, "mulller", &AtomicBool::new(true)).is_none());
}

#[test]
fn one_letter_is_left_out_at_a_time() {
    assert_eq!(slips("aabbc"), ["abbc", "aabc", "aabb"]);
    assert_eq!(slips("ab hallo"), ["ab allo", "ab hllo", "ab halo", "ab hall"]);
    assert!(slips(&"x".repeat(400)).len() <= TRIES && slips("12345 a-bcde").is_empty());
}
