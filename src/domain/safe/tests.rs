use super::*;

#[test]
fn no_scalar_gets_through_that_hides_or_reorders() {
    for c in ('\0'..=char::MAX).filter(|c| *c as u32 != 0) {
        let text = format!("a{c}b");
        let safe = Safe::new(&text);
        for out in safe.as_str().chars() {
            assert!(!out.is_control(), "{:04X} let {:04X} through", c as u32, out as u32);
            assert!(
                !matches!(out, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
                    | '\u{feff}' | '\u{e0000}'..='\u{e0fff}'),
                "{:04X} let {:04X} through",
                c as u32,
                out as u32
            );
        }
    }
}

#[test]
fn shows_what_it_took_out() {
    assert_eq!(Safe::new("a\u{202e}b").as_str(), "a‹202E›b");
    assert_eq!(Safe::new("a\x1b[2Jb").as_str(), "a‹001B›[2Jb");
    assert_eq!(Safe::new("one\ntwo\tthree").as_str(), "one two three");
}

#[test]
fn keeps_what_people_write() {
    for text in ["Müller GmbH", "义乌市小商品", "شركة الأمل", "e\u{301}clair", "한국", "🚢 Ltd"] {
        assert_eq!(Safe::new(text).as_str(), text);
    }
}

#[test]
fn caps_marks_on_one_base() {
    let zalgo = format!("a{}b", "\u{301}".repeat(200));
    assert_eq!(Safe::new(&zalgo).as_str().chars().count(), 2 + MARKS);
}
