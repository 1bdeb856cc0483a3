use super::*;
use proptest::prelude::*;

fn marked(query: &str, text: &str) -> Vec<String> {
    highlights(query, text).into_iter().map(|range| text[range].to_string()).collect()
}

#[test]
fn marks_what_was_matched_as_written() {
    let cases: [(&str, &str, &[&str]); 16] = [
        ("mul", "Müller GmbH", &["Mül"]),
        ("mueller", "Müller GmbH", &["Müller"]),
        ("muller gmbh", "Müller GmbH", &["Müller", "GmbH"]),
        ("mllr", "Müller", &["M", "ll", "r"]),
        ("yiwu", "浙江义乌小商品", &["义乌"]),
        ("yw", "义乌", &["义乌"]),
        ("chongqing", "重庆机械", &["重庆"]),
        ("cq", "重庆", &["重庆"]),
        ("义乌", "浙江义乌", &["义乌"]),
        ("النور", "مؤسسة النور", &["النور"]),
        ("иван", "Иванов", &["Иван"]),
        ("0151 23", "+49 151 2345", &["151 23"]),
        ("+49-151", "+49 151 2345", &["49 151"]),
        ("gross", "Groß", &["Groß"]),
        ("obrien", "O'Brien", &["O", "Brien"]),
        ("muwa", "Müller Wassertechnik", &["Mü", "Wa"]),
    ];
    for (query, text, wanted) in cases {
        assert_eq!(marked(query, text), wanted, "{query} in {text}");
    }
}

#[test]
fn marks_nothing_elsewhere() {
    for (query, text) in [("", "Müller"), ("mul", ""), ("paris", "Müller"), ("m", "Camel"), ("151", "a1 b5 c1")] {
        assert!(highlights(query, text).is_empty(), "{query} in {text}");
    }
    assert_eq!(marked("muller paris", "Müller"), ["Müller"]);
}

proptest! {
    #[test]
    fn ranges_lie_on_characters_in_order(query in "\\PC{0,8}", text in "\\PC{0,40}") {
        let mut end = 0;
        for range in highlights(&query, &text) {
            prop_assert!(text.get(range.clone()).is_some_and(|part| !part.is_empty()));
            prop_assert!(range.start >= end);
            end = range.end;
        }
    }

    #[test]
    fn a_text_is_marked_by_its_own_letters(text in "[A-Za-zäöüßéłØ义乌重庆贸易]{1,20}") {
        prop_assert!(!highlights(&text, &text).is_empty());
    }
}
