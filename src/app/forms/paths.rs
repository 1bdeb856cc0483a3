//! Paths as they are typed, or as a terminal pastes them when files are dropped there: quoted, or with escaped spaces.

use std::path::{Path, PathBuf};

/// Endings of files that are imported: what stands behind one and a space is another file.
const ENDINGS: [&str; 10] = ["csv", "tsv", "txt", "xlsx", "xlsm", "xls", "ods", "eml", "mbox", "mbx"];

/// The one file meant, whatever spaces its name has.
pub(super) fn one(text: &str) -> PathBuf {
    match &words(text.trim())[..] {
        [(only, _)] => PathBuf::from(only),
        _ => PathBuf::from(text.trim()),
    }
}

/// Each of several files. A name with spaces is whole where it is quoted or its spaces are escaped; where they are not,
/// it goes on until its ending.
pub(super) fn read(text: &str) -> Vec<PathBuf> {
    let mut paths: Vec<String> = Vec::new();
    let mut open = false;
    for (word, bare) in words(text) {
        match paths.last_mut().filter(|_| open && bare) {
            Some(path) => {
                path.push(' ');
                path.push_str(&word);
            }
            None => paths.push(word),
        }
        open = bare && !paths.last().is_some_and(|path| ends(path));
    }
    paths.into_iter().map(PathBuf::from).collect()
}

/// The inverse of [`read`].
pub(super) fn written(paths: &[PathBuf]) -> String {
    let word = |path: &Path| match path.to_string_lossy() {
        path if paths.len() > 1 && path.contains([' ', '\\', '"', '\'']) => {
            format!("'{}'", path.replace('\'', "'\\''"))
        }
        path => path.into_owned(),
    };
    paths.iter().map(|path| word(path)).collect::<Vec<_>>().join(" ")
}

fn ends(path: &str) -> bool {
    let ending = Path::new(path).extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&&*ending))
}

/// Words as a shell takes them, and whether each stands there as it is: without quotes or escapes. A backslash before
/// anything but a space or a quote is itself: Windows writes paths with it.
fn words(text: &str) -> Vec<(String, bool)> {
    let (mut words, mut word, mut bare, mut quote) = (Vec::new(), String::new(), true, None);
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            _ if quote == Some(c) => quote = None,
            '\\' if quote != Some('\'')
                && rest.peek().is_some_and(|next| matches!(next, ' ' | '\'' | '"' | '(' | ')' | '&')) =>
            {
                word.extend(rest.next());
                bare = false;
            }
            '\'' | '"' if quote.is_none() && (word.is_empty() || !bare) => {
                quote = Some(c);
                bare = false;
            }
            c if c.is_whitespace() && quote.is_none() => {
                if !word.is_empty() {
                    words.push((std::mem::take(&mut word), bare));
                }
                bare = true;
            }
            c => word.push(c),
        }
    }
    if !word.is_empty() {
        words.push((word, bare));
    }
    words
}

#[cfg(test)]
mod tests;
