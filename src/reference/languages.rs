//! Languages by name, in both of the reader's. Data: `assets/languages.tsv`.

use super::Lang;
use super::fold::fold;
use std::sync::LazyLock;

struct Language {
    tag: &'static str,
    en: &'static str,
    zh: &'static str,
}

static LANGUAGES: LazyLock<Vec<Language>> = LazyLock::new(|| {
    let parse = |line: &'static str| {
        let mut cells = line.split('\t');
        Some(Language { tag: cells.next()?, en: cells.next()?, zh: cells.next()? })
    };
    include_str!("../../assets/languages.tsv").lines().skip(1).filter_map(parse).collect()
});

fn tagged(tag: &str) -> Option<&'static Language> {
    LANGUAGES.iter().find(|it| it.tag.eq_ignore_ascii_case(tag))
}

/// The name of the language that a BCP 47 tag means; a region that is not known is passed over (`de-CH` is German).
pub fn language_name(tag: &str, lang: Lang) -> Option<&'static str> {
    let tag = tag.trim().replace('_', "-");
    let found = tagged(&tag).or_else(|| tagged(tag.split('-').next()?))?;
    Some(match lang {
        Lang::En => found.en,
        Lang::Zh => found.zh,
    })
}

/// The tag of a language that is written as a tag or by its name.
pub fn find_language(text: &str) -> Option<&'static str> {
    let wanted = fold(text);
    let named = |it: &&Language| fold(it.en) == wanted || it.zh == text.trim();
    tagged(text.trim()).or_else(|| LANGUAGES.iter().find(named)).map(|it| it.tag)
}

#[cfg(test)]
mod tests;
