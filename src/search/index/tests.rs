use super::*;

fn named(name: &str) -> Fields<'_> {
    Fields { name, ..Fields::default() }
}

#[test]
fn rows_are_counted_once() {
    let mut index = Index::default();
    index.set(5, &named("a"));
    index.set(5, &named("b"));
    index.set(3000, &named("c"));
    index.clear(7);
    index.clear(90_000);
    assert_eq!((index.len(), index.chunks.len()), (2, 3));
    index.clear(5);
    index.clear(5);
    assert_eq!(index.len(), 1);
}

#[test]
fn a_snapshot_keeps_what_it_had() {
    let mut index = Index::default();
    index.set(0, &named("before"));
    index.set(2000, &named("other"));
    let snapshot = index.clone();
    index.set(0, &named("after"));
    assert_eq!(snapshot.chunks[0].key(0).unwrap().fuzzy(), b"before\n");
    assert_eq!(index.chunks[0].key(0).unwrap().fuzzy(), b"after\n");
    assert!(Arc::ptr_eq(&snapshot.chunks[1], &index.chunks[1]), "only the chunk that changed is copied");
}

#[test]
fn rewriting_a_row_does_not_grow_the_index() {
    let mut index = Index::default();
    for round in 0..20_000 {
        let name = format!("Müller number {round} of many, with a long tail of words behind it");
        index.set(round % 50, &named(&name));
    }
    assert!(index.bytes() < 150_000, "{}", index.bytes());
    let key = index.chunks[0].key(49).unwrap();
    assert!(key.fuzzy().starts_with(b"muller number 19999 "), "{:?}", str::from_utf8(key.fuzzy()));
}

#[test]
fn huge_fields_are_cut_on_characters() {
    let long = "义乌贸易".repeat(5_000);
    let many: Vec<&str> = vec![&long; 3];
    let fields =
        Fields { name: &long, company: "x", people: many.clone(), notes: &long, tags: many, ..Fields::default() };
    let mut index = Index::default();
    index.set(0, &fields);
    let key = index.chunks[0].key(0).unwrap();
    for part in [key.raw_name(), key.raw_other(), key.raw_strict(), key.fuzzy(), key.strict()] {
        assert!(str::from_utf8(part).is_ok());
    }
}
