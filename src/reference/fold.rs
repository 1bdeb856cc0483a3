//! Names brought to one writing, so that `TÜRKİYE`, `Turkiye` and `türkiye` are one key.

use std::borrow::Cow;

/// Letters and digits of `text` in lower case and without diacritics; `the` is left out, `&` and `St` are spelt out.
/// Scripts other than Latin keep their letters.
pub(super) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut word = String::new();
    for c in text.chars() {
        if c == '&' {
            flush(&mut word, &mut out);
            out.push_str("and");
        } else if matches!(c, '\'' | '’' | '.') || is_mark(c) {
            // Within a word: `U.S.A.`, `d'Ivoire`.
        } else if c.is_alphanumeric() {
            c.to_lowercase().filter(|c| !is_mark(*c)).for_each(|c| word.push_str(&plain(c)));
        } else {
            flush(&mut word, &mut out);
        }
    }
    flush(&mut word, &mut out);
    out
}

fn flush(word: &mut String, out: &mut String) {
    match word.as_str() {
        "the" => {}
        "st" => out.push_str("saint"),
        other => out.push_str(other),
    }
    word.clear();
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{2b0}'..='\u{2ff}' | '\u{300}'..='\u{36f}' | '\u{640}' | '\u{64b}'..='\u{652}' | '\u{670}')
}

fn plain(c: char) -> Cow<'static, str> {
    match c {
        'ё' => "е".into(),
        'ά' => "α".into(),
        'έ' => "ε".into(),
        'ή' => "η".into(),
        'ί' => "ι".into(),
        'ό' => "ο".into(),
        'ύ' => "υ".into(),
        'ώ' => "ω".into(),
        '\u{c0}'..='\u{2af}' | '\u{1e00}'..='\u{1eff}' | '\u{ff01}'..='\u{ff5e}' => {
            deunicode::deunicode_char(c).map_or_else(|| c.to_string().into(), |s| s.to_ascii_lowercase().into())
        }
        _ => c.to_string().into(),
    }
}
