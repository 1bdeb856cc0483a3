use super::*;
use proptest::prelude::*;

#[test]
fn names_fold_as_people_type_them() {
    let cases = [
        ("Müller", "muller"),
        ("MÜLLER & Söhne", "muller sohne"),
        ("Groß", "gross"),
        ("O'Brien", "obrien"),
        ("O’Brien", "obrien"),
        ("São Paulo", "sao paulo"),
        ("İstanbul", "istanbul"),
        ("Iğdır", "igdir"),
        ("Łódź", "lodz"),
        ("Ørsted", "orsted"),
        ("Åsa Ångström", "asa angstrom"),
        ("Mu\u{308}ller", "muller"),
        ("Al-Mulla  Trading, L.L.C.", "al mulla trading l l c"),
        ("ＡＢＣ　１２", "abc 12"),
        ("Иванов", "ivanov"),
        ("トヨタ", "toyota"),
        ("义乌", "yiwu"),
        ("ABC贸易Ltd", "abc maoyi ltd"),
        ("吕", "lv"),
        ("", ""),
        (" -- ", ""),
    ];
    for (text, folded) in cases {
        assert_eq!(fold(text), folded, "{text}");
    }
}

#[test]
fn every_reading_is_a_key() {
    let cases: [(&str, &[&str]); 9] = [
        ("Müller", &["muller", "mueller"]),
        ("Ørsted", &["orsted", "oersted"]),
        ("义乌", &["yiwu", "yw", "义乌"]),
        ("重庆", &["zhongqing", "chongqing", "zq", "cq"]),
        ("吕", &["lv"]),
        ("单雄", &["shanxiong", "danxiong"]),
        ("عربي", &["عربي"]),
        ("Кузнецов", &["kuznetsov", "кузнецов"]),
        ("さくら", &["sakura", "さくら"]),
    ];
    for (text, wanted) in cases {
        let keys = keys_of(text);
        for key in wanted {
            assert!(keys.iter().any(|one| one == key), "{text} has no {key}: {keys:?}");
        }
    }
}

#[test]
fn long_chinese_names_stay_bounded() {
    let keys = keys_of("重庆单县长乐行重庆单县长乐行重庆单县长乐行有限公司");
    assert!(keys.len() <= 2 * READINGS + 1, "{}", keys.len());
}

#[test]
fn digits_of_any_writing() {
    assert_eq!(fold_digits("+49 (151) 23-45"), "491512345");
    assert_eq!(fold_digits("＋８６１３８"), "86138");
    assert_eq!(fold_digits("٠١٢٣ ۴۵"), "012345");
    assert_eq!(fold_digits("none"), "");
}

proptest! {
    #[test]
    fn folded_is_plain_and_stays(text in "\\PC{0,40}") {
        let folded = fold(&text);
        prop_assert!(folded.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b' ')), "{folded:?}");
        prop_assert!(!folded.starts_with(' ') && !folded.ends_with(' ') && !folded.contains("  "));
        prop_assert_eq!(fold(&folded), folded);
    }

    #[test]
    fn each_byte_is_traced_to_a_character(text in "\\PC{0,40}") {
        for form in forms(&text, true).into_iter().chain(raw(&text, true)) {
            prop_assert_eq!(form.text.len(), form.from.len());
            for (start, end) in form.from {
                prop_assert!(text.get(start as usize..end as usize).is_some());
            }
        }
    }
}
