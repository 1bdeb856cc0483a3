use super::*;
use std::path::PathBuf;

#[test]
fn the_files_read_and_keep_their_order() {
    assert!(FREE.len() > 400 && DISPOSABLE.lines().count() > 9_000);
    let names = &NAMES.file;
    assert!(names.brands.len() > 20 && names.platforms.len() > 30 && names.shorteners.len() > 20);
    assert!(NAMES.plain.len() > 100);
    let lines: Vec<&str> = DISPOSABLE.lines().collect();
    assert!(lines.windows(2).all(|two| two[0] < two[1]), "searched by halving: sorted, each once");
    for domain in FREE.iter().chain(&lines) {
        assert_eq!(domain.to_lowercase(), **domain);
        assert!(domain.contains('.') && !domain.contains(char::is_whitespace), "{domain}");
    }
}

#[test]
fn every_line_is_found() {
    for domain in DISPOSABLE.lines().step_by(7).chain(DISPOSABLE.lines().last()) {
        assert!(is_disposable(domain), "{domain}");
    }
    for not in ["", "a", "zzzzzz.zz", "gmail.com", "0-mail.co", "yopmail.co"] {
        assert!(!is_disposable(not), "{not}");
    }
}

#[test]
fn what_can_be_registered() {
    let of = |host| registrable(host);
    assert_eq!(of("www.Example.co.uk.").as_deref(), Some("example.co.uk"));
    assert_eq!(of("a.b.one.github.io").as_deref(), Some("one.github.io"));
    assert_eq!(of("www.食狮.公司.cn").as_deref(), Some("食狮.公司.cn"));
    assert_eq!(of("www.xn--85x722f.xn--55qx5d.cn").as_deref(), Some("食狮.公司.cn"));
    for none in ["co.uk", "com", "", ".", "a..com", "10.0.0.1", "[::1]", "localhost"] {
        assert_eq!(of(none), None, "{none}");
    }
}

/// The list's own tests, in the team's data: `null` stands for none.
#[test]
fn as_the_public_suffix_list_tests_itself() {
    let folder = std::env::var_os("TRADEWIND_DATA")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data"), PathBuf::from);
    let Ok(text) = std::fs::read_to_string(folder.join("F11_country/input/tests/tests.txt")) else {
        println!("no data: the list's own tests are passed over");
        return;
    };
    let mut faults = Vec::new();
    let mut count = 0;
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//")) {
        let mut words = line.split_whitespace();
        let (Some(host), Some(expected)) = (words.next(), words.next()) else { continue };
        let expected = Some(expected).filter(|word| *word != "null").map(readable);
        // A leading dot and no dot at all are no hosts here.
        let found = registrable(host);
        count += 1;
        if found != expected {
            faults.push(format!("{host}: {found:?}, not {expected:?}"));
        }
    }
    assert!(count > 50 && faults.is_empty(), "{count}: {faults:#?}");
}

#[test]
fn one_slip_of_the_fingers() {
    for (a, b) in [
        ("gmial", "gmail"),
        ("gmal", "gmail"),
        ("gmaill", "gmail"),
        ("gnail", "gmail"),
        ("mgail", "gmail"),
        ("gmai", "gmail"),
    ] {
        assert!(one_slip(a, b) && one_slip(b, a), "{a}");
    }
    for (a, b) in [("gmail", "gmail"), ("gmla", "gmail"), ("mgial", "gmail"), ("", "gmail"), ("gm", "gmail")] {
        assert!(!one_slip(a, b), "{a}");
    }
}

#[test]
fn endings() {
    for known in ["a.com", "a.co.uk", "a.公司.cn", "a.xn--p1ai", "a.museum", "a.example", "a.tech"] {
        assert!(ending_known(known), "{known}");
    }
    for unknown in ["a.con", "a.cmo", "a.comm", "a"] {
        assert!(!ending_known(unknown), "{unknown}");
    }
}

#[test]
fn no_well_known_name_looks_like_another() {
    let names = &NAMES.file;
    for domain in FREE.iter().copied().chain(names.platforms.iter().map(String::as_str)) {
        assert_eq!(lookalike(domain), None, "{domain}");
    }
}
