//! Whether one row answers a query, and in which class.
//!
//! The bar for letters that don't stand together: the first starts a word, each later one follows at once, or starts
//! one of the next words, or comes after a few letters left out, all within one segment. How many may be left out
//! grows with what was typed: none for two letters, one for three, two for four and five, three from there. So `mllr`
//! finds Müller and `muwa` Müller Wassertechnik, and `mul` doesn't find all that has an m, a u and an l somewhere.

use super::{
    index::Key,
    pack::{FIRST, FIRST_IS_WORD, Marks, first_bits, name_bit, phone_bits, phone_start_bit, start_bit},
    query::{Alt, Query, Term, is_word},
};
use fuzzy_matcher::{FuzzyMatcher, skim::SkimMatcherV2};
use memchr::{memchr, memchr_iter, memrchr};
use std::cmp::Reverse;

/// Points of one class over the next weigh more than any score within a class.
pub(super) const CLASS: i32 = 1000;

const NAME_WHOLE: i32 = 130;
const NAME_HEAD_WORD: i32 = 125;
const NAME_HEAD: i32 = 120;
const NAME_WORD_WHOLE: i32 = 112;
const NAME_WORD: i32 = 110;
const OTHER_WHOLE: i32 = 105;
const OTHER_HEAD: i32 = 100;
const PHONE: i32 = 95;
const OTHER_WORD: i32 = 90;
const NAME_INSIDE: i32 = 80;
const NAME_SCATTERED: i32 = 70;
const STRICT_WHOLE: i32 = 60;
const OTHER_INSIDE: i32 = 50;
const PHONE_PART: i32 = 45;
const OTHER_SCATTERED: i32 = 40;
const STRICT_WORD: i32 = 30;
const STRICT_INSIDE: i32 = 20;
const PHONE_DIGIT: i32 = 15;
/// For several words that stand together in the row as in the query, on top of their own points.
const PHRASE_HEAD: i32 = 20;
const PHRASE_WORD: i32 = 15;
const PHRASE_INSIDE: i32 = 8;

/// Scattered letters of longer words aren't looked for.
const SCATTERED_MAX: usize = 24;
/// Runs of this many letters may match inside a word of the notes.
const INSIDE_MIN: usize = 4;

/// What the query says of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Neither this query nor any that starts with it.
    Never,
    /// Not this query, but perhaps a longer one.
    Later,
    /// Found, with the score of its class.
    Found(i32),
}

/// The widest slack.
const SLACK: usize = 3;

/// How many letters may be left out of a scattered match.
pub(super) const fn slack(typed: usize) -> usize {
    match typed {
        0..=2 => 0,
        3 => 1,
        4..=5 => 2,
        _ => SLACK,
    }
}

/// A match in the fuzzy section.
#[derive(Clone, Copy)]
struct Spot {
    points: i32,
    at: usize,
    left_out: usize,
}

/// Judges one row. Words of one letter go by the marks alone, which is enough to find; the text tells them apart.
pub(super) fn judge(query: &Query, key: &Key, marks: Marks) -> Verdict {
    let mut letters = query.terms.iter().filter_map(Term::letter);
    if letters.any(|letter| letter_points(letter, marks).is_none()) {
        return Verdict::Later;
    }
    weigh(query, key, marks, |term| match term.letter() {
        Some(letter) => Answer::of(letter_points(letter, marks), true),
        None => term_points(term, key, marks),
    })
}

/// Judges one row that reaches a screen, by its text.
pub(super) fn judge_closely(query: &Query, key: &Key, marks: Marks) -> Verdict {
    weigh(query, key, marks, |term| term_points(term, key, marks))
}

fn weigh(query: &Query, key: &Key, marks: Marks, answer: impl Fn(&Term) -> Answer) -> Verdict {
    let (mut points, mut all) = (0, true);
    for term in &query.terms {
        match answer(term) {
            Answer::Never => return Verdict::Never,
            Answer::Later => all = false,
            Answer::Found(found) => points += found,
        }
    }
    if !all {
        points = 0;
    }
    if let Some(found) = phone_points(query, key, marks) {
        points = points.max(found);
    }
    match points {
        0 => Verdict::Later,
        _ => Verdict::Found((points + phrase_points(query, key)) * CLASS),
    }
}

/// What one term says of a row. `Never` holds for every longer term too: that is what narrowing relies on.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Answer {
    Never,
    Later,
    Found(i32),
}

impl Answer {
    fn of(points: Option<i32>, candidate: bool) -> Self {
        match points {
            Some(points) => Self::Found(points),
            None if candidate => Self::Later,
            None => Self::Never,
        }
    }
}

fn term_points(term: &Term, key: &Key, marks: Marks) -> Answer {
    let raw = Answer::of(term.raw.as_ref().and_then(|raw| raw_points(raw, key)), false);
    let ascii = match term.digits {
        true => digit_answer(term, key, marks),
        false => term.alts.iter().map(|alt| letters_answer(alt, key, marks)).max().unwrap_or(Answer::Never),
    };
    raw.max(ascii)
}

/// A candidate has the letters as a run anywhere, or scattered with the widest slack.
fn letters_answer(alt: &Alt, key: &Key, marks: Marks) -> Answer {
    if let [first, second] = *alt.text {
        return pair_answer(alt, (first, second), key, marks);
    }
    let spot = fuzzy_spot(alt, key, marks.fuzzy);
    let near = spot.map(|spot| spot.points).filter(|_| spot.is_some_and(|spot| spot.left_out <= slack(alt.text.len())));
    if near.is_some_and(|points| points > STRICT_WHOLE) {
        return Answer::of(near, true);
    }
    let candidate = alt.text.len() == 1 || spot.is_some();
    match alt.mask & !marks.strict == 0 && alt.finder.find(key.strict()).is_some() {
        true => Answer::of(near.max(strict_points(alt, key)), true),
        false => Answer::of(near, candidate),
    }
}

/// Two letters, which most rows have somewhere: whether they meet is looked up before where. Nothing may be left out
/// between them, so that apart they must start two words; which rows may answer a longer query is said generously.
fn pair_answer(alt: &Alt, pair: (u8, u8), key: &Key, Marks { fuzzy, strict, .. }: Marks) -> Answer {
    let within = alt.mask & !fuzzy == 0;
    let starts = start_bit(pair.0) & !fuzzy == 0;
    let near = match () {
        () if !within => None,
        () if meet(key.fuzzy(), pair) => together(alt, key),
        () if starts && start_bit(pair.1) & !fuzzy == 0 => scattered(alt, key, fuzzy),
        () => None,
    };
    let near = near.filter(|spot| spot.left_out == 0).map(|spot| spot.points);
    if near.is_some_and(|points| points > STRICT_WHOLE) {
        return Answer::of(near, true);
    }
    match alt.mask & !strict == 0 && meet(key.strict(), pair) {
        true => Answer::of(near.max(strict_points(alt, key)), true),
        false => Answer::of(near, within && starts),
    }
}

/// Whether one byte follows the other anywhere. Compares a block at a time without a way out, which compilers turn
/// into a few wide instructions.
fn meet(text: &[u8], (first, second): (u8, u8)) -> bool {
    let Some(behind) = text.get(1..) else { return false };
    let pairs = |(one, two): (&[u8], &[u8])| {
        one.iter().zip(two).fold(0, |met, (one, two)| met | (u8::from(*one == first) & u8::from(*two == second)))
    };
    text.chunks(64).zip(behind.chunks(64)).any(|blocks| pairs(blocks) != 0)
}

/// A query of one letter needs no text: the marks tell what words start with.
pub(super) fn judge_letter(letter: u8, marks: Marks) -> Verdict {
    letter_points(letter, marks).map_or(Verdict::Later, |points| Verdict::Found(points * CLASS))
}

fn letter_points(letter: u8, Marks { fuzzy, starts, .. }: Marks) -> Option<i32> {
    Some(match () {
        () if starts & FIRST == first_bits(letter) => match starts & FIRST_IS_WORD != 0 {
            true => NAME_HEAD_WORD,
            false => NAME_HEAD,
        },
        () if starts & name_bit(letter) != 0 => NAME_WORD,
        () if fuzzy & start_bit(letter) != 0 => OTHER_WORD,
        () => return None,
    })
}

fn raw_points(raw: &memchr::memmem::Finder, key: &Key) -> Option<i32> {
    let within = |text: &[u8], whole: i32, head: i32, word: i32| {
        let spots = raw.find_iter(text).map(|at| {
            let starts = at == 0 || text[at - 1] == b'\n';
            let ends = text.get(at + raw.needle().len()).is_none_or(|next| *next == b'\n');
            if starts && ends {
                whole
            } else if starts {
                head
            } else {
                word
            }
        });
        spots.max()
    };
    within(key.raw_name(), NAME_WHOLE, NAME_HEAD, NAME_WORD)
        .or_else(|| within(key.raw_other(), OTHER_WHOLE, OTHER_HEAD, OTHER_WORD))
        .or_else(|| within(key.raw_strict(), STRICT_WHOLE, STRICT_WORD, STRICT_WORD))
}

fn digit_answer(term: &Term, key: &Key, marks: Marks) -> Answer {
    let candidate = term.alts.last().is_some_and(|bare| {
        bare.text.len() < 3
            || in_phones(bare, key, marks)
            || bare.mask & !marks.fuzzy == 0 && bare.finder.find(key.fuzzy()).is_some()
            || bare.mask & !marks.strict == 0 && bare.finder.find(key.strict()).is_some()
    });
    let points = term.alts.iter().filter(|alt| candidate && !alt.text.is_empty());
    Answer::of(points.filter_map(|alt| digit_points(alt, key, marks)).max(), candidate)
}

fn in_phones(digits: &Alt, key: &Key, marks: Marks) -> bool {
    phone_bits(digits.mask) & !marks.strict == 0 && digits.finder.find(key.digits()).is_some()
}

/// One or two digits are in almost every phone number: they count only where it, or another word, starts.
fn digit_points(alt: &Alt, key: &Key, marks: Marks) -> Option<i32> {
    let (first, short) = (*alt.text.first()?, alt.text.len() < 3);
    let within = alt.mask & !marks.fuzzy == 0 && !(short && start_bit(first) & marks.fuzzy == 0);
    let text = within.then(|| together(alt, key)).flatten().map(|spot| spot.points);
    let text = text.filter(|points| !(short && matches!(*points, NAME_INSIDE | OTHER_INSIDE)));
    let strict = (alt.mask & !marks.strict == 0).then(|| strict_points(alt, key)).flatten();
    let phone = if short {
        let starts = phone_start_bit(first) & marks.strict != 0;
        let mut phones = key.digits().split(|byte| *byte == b'\n');
        (starts && (alt.text.len() == 1 || phones.any(|phone| phone.starts_with(&alt.text)))).then_some(PHONE_DIGIT)
    } else {
        in_phones(alt, key, marks).then_some(PHONE_PART)
    };
    text.max(phone).max(strict)
}

/// A whole query of digits as one phone number.
fn phone_points(query: &Query, key: &Key, marks: Marks) -> Option<i32> {
    let mut long = query.phone.iter().filter(|digits| digits.text.len() > 2);
    long.any(|digits| in_phones(digits, key, marks)).then_some(PHONE * query.terms.len() as i32)
}

fn phrase_points(query: &Query, key: &Key) -> i32 {
    let Some(phrase) = &query.phrase else { return 0 };
    let text = key.fuzzy();
    let spots = phrase.find_iter(text).map(|at| match at.checked_sub(1).map(|before| text[before]) {
        None | Some(b'\n') => PHRASE_HEAD,
        Some(b' ') => PHRASE_WORD,
        _ => PHRASE_INSIDE,
    });
    spots.max().unwrap_or_default()
}

/// The best match of one spelling among names and the like.
fn fuzzy_spot(alt: &Alt, key: &Key, fuzzy: u64) -> Option<Spot> {
    if alt.mask & !fuzzy != 0 || alt.text.len() == 1 && start_bit(alt.text[0]) & fuzzy == 0 {
        return None;
    }
    together(alt, key).or_else(|| scattered(alt, key, fuzzy))
}

/// The letters as one run.
fn together(alt: &Alt, key: &Key) -> Option<Spot> {
    let (text, letters) = (key.fuzzy(), alt.text.len());
    let mut best: Option<Spot> = None;
    for at in alt.finder.find_iter(text) {
        let before = if at == 0 { b'\n' } else { text[at - 1] };
        let after = text.get(at + letters).copied().unwrap_or(b'\n');
        if letters <= 1 && is_word(before) {
            continue;
        }
        let name = at < usize::from(key.ends.name);
        let points = match (before, after, name) {
            (b'\n', b'\n', true) => NAME_WHOLE,
            (b'\n', b' ', true) => NAME_HEAD_WORD,
            (b'\n', _, true) => NAME_HEAD,
            (b' ', b' ' | b'\n', true) => NAME_WORD_WHOLE,
            (b' ', _, true) => NAME_WORD,
            (_, _, true) => NAME_INSIDE,
            (b'\n', b'\n', false) => OTHER_WHOLE,
            (b'\n', _, false) => OTHER_HEAD,
            (b' ', _, false) => OTHER_WORD,
            _ => OTHER_INSIDE,
        };
        if best.is_none_or(|best| points > best.points) {
            best = Some(Spot { points, at, left_out: 0 });
        }
        // Nothing that follows can be better.
        if points == NAME_WHOLE
            || letters < 3 && points >= NAME_HEAD
            || !name && best.is_some_and(|best| best.points >= OTHER_WHOLE)
        {
            break;
        }
    }
    best
}

/// The letters in order, but not as one run.
fn scattered(alt: &Alt, key: &Key, fuzzy: u64) -> Option<Spot> {
    let letters = alt.text.as_slice();
    let (first, rest) = letters.split_first()?;
    if rest.is_empty() || letters.len() > SCATTERED_MAX || start_bit(*first) & fuzzy == 0 {
        return None;
    }
    let (text, bar) = (key.fuzzy(), slack(letters.len()));
    let spots = memchr_iter(*first, text).filter(|at| *at == 0 || !is_word(text[at - 1])).filter_map(|at| {
        let left_out = follow(text, at + 1, rest, SLACK, None)?;
        let base = if at < usize::from(key.ends.name) { NAME_SCATTERED } else { OTHER_SCATTERED };
        Some(Spot { points: base - 2 * left_out as i32, at, left_out })
    });
    // Over the bar first: a near miss in the name doesn't hide a match elsewhere.
    spots.max_by_key(|spot| (spot.left_out <= bar, spot.points, Reverse(spot.at)))
}

/// How many letters are left out when `letters` go on at `at`; `None` when it is more than `slack`. `path` gets the
/// places, last first.
pub(super) fn follow(
    text: &[u8],
    at: usize,
    letters: &[u8],
    slack: usize,
    mut path: Option<&mut Vec<usize>>,
) -> Option<usize> {
    let Some((letter, rest)) = letters.split_first() else { return Some(0) };
    let mut best: Option<usize> = None;
    let mut try_at = |place: usize, cost: usize, best: &mut Option<usize>| {
        let allowed = best.map_or(slack, |best| best.saturating_sub(1));
        if text.get(place) != Some(letter) || cost > allowed || *best == Some(0) {
            return;
        }
        let mut tail = Vec::new();
        let found = follow(text, place + 1, rest, allowed - cost, path.is_some().then_some(&mut tail));
        if let Some(more) = found {
            *best = Some(cost + more);
            if let Some(path) = &mut path {
                path.clear();
                path.append(&mut tail);
                path.push(place);
            }
        }
    };
    let word_ends = text[at..].iter().position(|byte| !is_word(*byte)).map_or(text.len(), |len| at + len);
    for place in at..word_ends.min(at + slack + 1) {
        try_at(place, place - at, &mut best);
    }
    let mut words = 0;
    let mut gap = word_ends;
    while text.get(gap) == Some(&b' ') && words <= slack {
        try_at(gap + 1, words, &mut best);
        words += 1;
        gap = text[gap + 1..].iter().position(|byte| !is_word(*byte)).map_or(text.len(), |len| gap + 1 + len);
    }
    best
}

/// Country, tags, notes: whole words, starts of words, and longer runs inside them.
fn strict_points(alt: &Alt, key: &Key) -> Option<i32> {
    let (text, letters) = (key.strict(), alt.text.len());
    if letters < 2 {
        return None;
    }
    let spots = alt.finder.find_iter(text).filter_map(|at| {
        let starts = at == 0 || !is_word(text[at - 1]);
        let ends = text.get(at + letters).is_none_or(|next| !is_word(*next));
        match (starts, ends) {
            (true, true) => Some(STRICT_WHOLE),
            (true, false) if letters > 2 => Some(STRICT_WORD),
            _ if letters >= INSIDE_MIN => Some(STRICT_INSIDE),
            _ => None,
        }
    });
    spots.max()
}

/// What fuzzy-matcher gives for the segments that matched: the order within a class. Each match has a matcher of its
/// own: a used one keeps cells of the text before, and reads them where it has written none.
pub(super) fn polish(query: &Query, key: &Key, fuzzy: u64) -> i32 {
    let text = key.fuzzy();
    let of_term = |term: &Term| {
        let spots = term.alts.iter().filter_map(|alt| Some((alt, fuzzy_spot(alt, key, fuzzy)?)));
        let (alt, spot) =
            spots.filter(|(alt, spot)| spot.left_out <= slack(alt.text.len())).max_by_key(|(_, spot)| spot.points)?;
        let start = memrchr(b'\n', &text[..spot.at]).map_or(0, |at| at + 1);
        let end = memchr(b'\n', &text[spot.at..]).map_or(text.len(), |len| spot.at + len);
        let (segment, letters) = (str::from_utf8(&text[start..end]).ok()?, str::from_utf8(&alt.text).ok()?);
        SkimMatcherV2::default().ignore_case().fuzzy_match(segment, letters)
    };
    let total: i64 = query.terms.iter().filter(|term| !term.digits).filter_map(of_term).sum();
    total.clamp(0, i64::from(CLASS) - 1) as i32
}
