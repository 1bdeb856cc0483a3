//! WHO: an id, an address, a number in any writing, a handle, or text that matches exactly one customer.

use crate::support::Desk;

fn who(desk: &Desk, text: &str) -> i64 {
    desk.json(["show", "--json", "--", text])["id"].as_i64().unwrap()
}

#[test]
fn one_customer_has_many_names() {
    let desk = Desk::new().peopled();
    let german = [
        "1",
        "anna@mueller-wt.de",
        "ANNA@MUELLER-WT.DE",
        "+49 151 23456789",
        "0049 151 2345 6789",
        "0151/2345-6789",
        "15123456789",
        "+49 (0)151 23456789",
        "０１５１ ２３４５ ６７８９",
        "https://wa.me/4915123456789",
        "muller",
        "Müller",
        "wassertechnik",
        "müller wassertechnik gmbh",
    ];
    for text in german {
        assert_eq!(who(&desk, text), 1, "{text}");
    }
    for text in ["2", "mulligan", "+35318001234", "01 800 1234"] {
        assert_eq!(who(&desk, text), 2, "{text}");
    }
    for text in ["3", "yiwu_88", "yiwu", "义乌", "义乌贸易"] {
        assert_eq!(who(&desk, text), 3, "{text}");
    }
}

#[test]
fn a_number_of_another_system_is_no_id() {
    let desk = Desk::new().peopled();
    assert_eq!(desk.run(["add", "--name", "00002"]).code, 0);
    assert_eq!(desk.json(["show", "00002", "--json"])["name"], "00002");
    assert_eq!(who(&desk, "2"), 2);
}

#[test]
fn several_are_listed_and_nothing_is_done() {
    let desk = Desk::new().peopled();
    let said = desk.run(["tier", "C", "mul"]);
    assert_eq!((said.code, &*said.out), (1, ""), "{said:?}");
    assert!(said.err.contains("Müller Wassertechnik GmbH") && said.err.contains("Mulligan Pumps"), "{said:?}");
    assert!(!said.err.contains("义乌贸易"));
    assert_eq!(desk.json(["show", "2", "--json"])["tier"], "none");
    let said = desk.run(["tier", "C", "3", "mul"]);
    assert_eq!(said.code, 1);
    assert_eq!(desk.json(["show", "3", "--json"])["tier"], "none", "all or nothing");
}

#[test]
fn a_whole_name_is_that_customer() {
    let desk = Desk::new();
    assert_eq!(desk.add("Acme", [""; 0]), 1);
    assert_eq!(desk.add("Acme Tools", [""; 0]), 2);
    assert_eq!(desk.add("ACME", ["--country", "FR"]), 3);
    assert_eq!(who(&desk, "acme tools"), 2);
    assert_eq!(desk.run(["show", "acme"]).code, 1, "two are called so");
    assert_eq!(who(&desk, "tools"), 2);
}

#[test]
fn a_shared_address_is_nobody_s_own() {
    let desk = Desk::new();
    desk.add("One", ["--channel", "email=info@group.example"]);
    desk.add("Two", ["--channel", "email=info@group.example"]);
    let said = desk.run(["show", "info@group.example"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("One") && said.err.contains("Two"), "{said:?}");
}

#[test]
fn nobody_is_told() {
    let desk = Desk::new().peopled();
    for text in ["99", "zzzz", "nobody@nowhere.example", "+1 650 253 0000", ""] {
        let said = desk.run(["show", text]);
        assert_eq!((said.code, &*said.out), (1, ""), "{text}: {said:?}");
        assert_eq!(said.err.trim_end().lines().count(), 1);
    }
}

#[test]
fn a_handle_is_found_as_it_was_written_too() {
    let desk = Desk::new();
    desk.add("Skyper", ["--channel", "skype=anna.mueller"]);
    desk.add("Other", ["--channel", "telegram=@kim_lee"]);
    assert_eq!(who(&desk, "anna.mueller"), 1);
    assert_eq!(who(&desk, "@kim_lee"), 2);
    assert_eq!(who(&desk, "kim_lee"), 2);
    assert_eq!(who(&desk, "https://t.me/kim_lee"), 2);
}
