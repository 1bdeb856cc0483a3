//! Which part of a text a query matched.

use super::{
    fold::{Form, digit, forms, raw},
    grade::{follow, slack},
    query::{Query, Term, is_word, phone_forms},
};
use memchr::memmem::Finder;
use std::ops::Range;

/// In longer texts only runs of letters are marked: that is all that matches there.
const SCATTERED_IN: usize = 160;

/// The byte ranges of `text` that `query` matched, in order; empty when it matched elsewhere. They lie on character
/// boundaries: `yiwu` marks 义乌, `mueller` marks Müller.
pub fn highlights(query: &str, text: &str) -> Vec<Range<usize>> {
    let parsed = Query::new(query);
    if parsed.is_empty() || text.is_empty() {
        return Vec::new();
    }
    if !parsed.phone.is_empty()
        && let Some(range) = phone(query, text)
    {
        return vec![range];
    }
    let (forms, raw) = (forms(text, true), raw(text, true));
    let found = parsed.terms.iter().flat_map(|term| one(term, &forms, raw.as_ref())).collect();
    merged(found)
}

/// The digits of a phone number, with what is written between them.
fn phone(query: &str, text: &str) -> Option<Range<usize>> {
    let digits: Vec<(u8, Range<usize>)> =
        (text.char_indices()).filter_map(|(at, c)| Some((digit(c)? as u8, at..at + c.len_utf8()))).collect();
    let run: Vec<u8> = digits.iter().map(|(digit, _)| *digit).collect();
    phone_forms(query).iter().find_map(|wanted| {
        let at = Finder::new(wanted).find(&run)?;
        let (first, last) = (digits.get(at)?, digits.get(at + wanted.len() - 1)?);
        // Letters between them: two numbers, or none.
        let between = text.get(first.1.end..last.1.start).unwrap_or_default();
        (!between.chars().any(char::is_alphabetic)).then_some(first.1.start..last.1.end)
    })
}

/// Where one term matched, in the best of the forms.
fn one(term: &Term, forms: &[Form], raw: Option<&Form>) -> Vec<Range<usize>> {
    if let (Some(wanted), Some(form)) = (&term.raw, raw)
        && let Some(at) = wanted.find(&form.text)
    {
        return places(form, at..at + wanted.needle().len());
    }
    let pairs = || {
        term.alts.iter().filter(|alt| !alt.text.is_empty()).flat_map(|alt| forms.iter().map(move |form| (alt, form)))
    };
    let starts = |form: &Form, at: usize| at == 0 || !is_word(form.text[at - 1]);
    let runs = pairs().filter_map(|(alt, form)| {
        let (spots, len) = (|| alt.finder.find_iter(&form.text), alt.text.len());
        let inside = || spots().next().filter(|_| len > 1);
        let at = spots().find(|at| starts(form, *at)).or_else(inside)?;
        Some((!starts(form, at), form, at..at + len))
    });
    if let Some((_, form, range)) = runs.min_by_key(|(inside, ..)| *inside) {
        return places(form, range);
    }
    let scattered =
        pairs().filter(|(_, form)| !term.digits && form.text.len() <= SCATTERED_IN).filter_map(|(alt, form)| {
            let (first, rest) = alt.text.split_first().filter(|(_, rest)| !rest.is_empty())?;
            let tries = memchr::memchr_iter(*first, &form.text).filter(|at| starts(form, *at)).filter_map(|at| {
                let mut path = Vec::new();
                let left_out = follow(&form.text, at + 1, rest, slack(alt.text.len()), Some(&mut path))?;
                path.push(at);
                Some((left_out, path))
            });
            tries.min_by_key(|(left_out, _)| *left_out).map(|(left_out, path)| (left_out, form, path))
        });
    let Some((_, form, path)) = scattered.min_by_key(|(left_out, ..)| *left_out) else { return Vec::new() };
    path.into_iter().rev().flat_map(|at| places(form, at..at + 1)).collect()
}

/// The characters behind the bytes of a form.
fn places(form: &Form, bytes: Range<usize>) -> Vec<Range<usize>> {
    let from = form.from.get(bytes).unwrap_or_default();
    from.iter().map(|(start, end)| *start as usize..*end as usize).filter(|range| !range.is_empty()).collect()
}

/// In order, without overlaps; neighbours become one.
fn merged(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_unstable_by_key(|range| (range.start, range.end));
    let mut all: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match all.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => all.push(range),
        }
    }
    all
}

#[cfg(test)]
mod tests;
