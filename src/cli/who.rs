//! From what was written to one customer: an id, an address, a phone number in any writing, a handle, or text that
//! matches exactly one. Several are never guessed between.

use super::{Context, Fault, fault::Candidate};
use crate::domain::{Bundle, ChannelKind, CustomerId, Safe, Say};
use crate::reference::{digits, is_phone_like, kinds, normalise, parse_phone, recognise};
use crate::search::{fold, keys_of};
use crate::store::Store;
use std::collections::BTreeSet;

/// Shorter numbers are part of too many.
const SHORTEST_PHONE: usize = 6;

/// No subscriber's number is shorter.
const SHORTEST_WHOLE: usize = 7;

/// Customers listed where several match.
const LISTED: usize = 20;

/// The customer that `text` names.
pub fn one(text: &str, store: &Store, context: &Context) -> Result<Bundle, Fault> {
    let text = text.trim();
    if let Some(bundle) = by_id(text, store)? {
        return Ok(bundle);
    }
    let norms = norms(text);
    let norms: Vec<&str> = norms.iter().map(|norm| &**norm).collect();
    let mut ids: BTreeSet<CustomerId> = store.find_norms(&norms)?.into_iter().map(|(id, _)| id).collect();
    if ids.is_empty() {
        ids = scan(text, store)?;
    }
    let mut ids = ids.into_iter();
    match (ids.next(), ids.len()) {
        (None, _) => Err(Fault::Failed(Say::new("cli-who-nobody").with("who", text))),
        (Some(id), 0) => store.bundle(id)?.ok_or_else(|| Fault::Failed(Say::new("cli-who-nobody").with("who", text))),
        (Some(id), more) => several(text, more + 1, std::iter::once(id).chain(ids), store, context),
    }
}

/// The customers that the texts name, each once.
pub fn all(texts: &[String], store: &Store, context: &Context) -> Result<Vec<Bundle>, Fault> {
    let mut found: Vec<Bundle> = Vec::with_capacity(texts.len());
    for text in texts {
        let bundle = one(text, store, context)?;
        if found.iter().all(|other| other.customer.id != bundle.customer.id) {
            found.push(bundle);
        }
    }
    Ok(found)
}

fn several<T>(
    text: &str,
    count: usize,
    ids: impl Iterator<Item = CustomerId>,
    store: &Store,
    context: &Context,
) -> Result<T, Fault> {
    let mut listed = Vec::new();
    for id in ids.take(LISTED) {
        if let Some(bundle) = store.bundle(id)? {
            listed.push(candidate(&bundle, context));
        }
    }
    let say = Say::new("cli-who-several").with("who", text).with("count", count);
    Err(Fault::Several { say, listed, more: count.saturating_sub(LISTED) })
}

fn candidate(bundle: &Bundle, context: &Context) -> Candidate {
    let customer = &bundle.customer;
    let who = bundle.contacts.iter().map(|contact| &*contact.name).find(|name| !name.is_empty()).unwrap_or_default();
    let country = customer.country.map(|code| crate::reference::country_name(code, context.lang)).unwrap_or_default();
    Candidate { id: customer.id, cells: [&*customer.name, who, country].map(Safe::new) }
}

/// `00111` is a customer's name in another system; as a number of ours it is written 111.
fn by_id(text: &str, store: &Store) -> Result<Option<Bundle>, Fault> {
    match text.parse::<i64>() {
        Ok(id) if id > 0 && id.to_string() == text => Ok(store.bundle(CustomerId(id))?),
        _ => Ok(None),
    }
}

/// The normalised forms that `text` may be, as a handle of any kind.
fn norms(text: &str) -> BTreeSet<String> {
    let mut norms = BTreeSet::new();
    if text.is_empty() {
        return norms;
    }
    if let Some((kind, handle)) = recognise(text) {
        norms.extend(normalise(kind, &handle, None));
        norms.insert(handle);
    }
    // An address is nobody's user name.
    let address = text.contains('@') && !text.starts_with('@') && !text.contains(char::is_whitespace);
    let fits = |kind: ChannelKind| (kind == ChannelKind::EMAIL) == address && !is_phone_like(kind);
    norms.extend(kinds().iter().filter(|info| fits(info.kind)).filter_map(|info| normalise(info.kind, text, None)));
    if looks_like_phone(text) {
        norms.extend(parse_phone(text, None).e164);
    }
    norms.insert(text.to_owned());
    norms
}

fn looks_like_phone(text: &str) -> bool {
    let plain =
        |c: char| c.is_whitespace() || "+＋-–—.()（）/".contains(c) || crate::reference::phones::digit(c).is_some();
    text.chars().all(plain) && digits(text).len() >= SHORTEST_PHONE
}

/// Looks at every customer: at the phones where a number was written, else at names, people and handles.
fn scan(text: &str, store: &Store) -> Result<BTreeSet<CustomerId>, Fault> {
    if text.is_empty() {
        return Ok(BTreeSet::new());
    }
    // A bare number too short for a phone is an id that is not there, and no part of anything.
    let stray = text.len() < SHORTEST_WHOLE && text.bytes().all(|b| b.is_ascii_digit());
    let phone = (looks_like_phone(text) && !stray).then(|| dialled(text));
    let wanted = Wanted { raw: text.to_lowercase(), folded: fold(text), plain: text.is_ascii() };
    let (mut by_phone, mut exact, mut within, mut sounding) =
        <(BTreeSet<_>, BTreeSet<_>, BTreeSet<_>, BTreeSet<_>)>::default();
    store.bundles(&mut |bundle| {
        let id = bundle.customer.id;
        if phone.as_deref().is_some_and(|digits| has_phone(&bundle, digits)) {
            by_phone.insert(id);
        }
        match wanted.look(&bundle) {
            Some(Match::Whole) => exact.insert(id),
            Some(Match::Within) => within.insert(id),
            Some(Match::Sounding) => sounding.insert(id),
            None => false,
        };
    })?;
    if stray {
        return Ok(exact);
    }
    Ok([by_phone, exact, within, sounding].into_iter().find(|ids| !ids.is_empty()).unwrap_or_default())
}

/// The digits without what is dialled before them.
fn dialled(text: &str) -> String {
    digits(text).trim_start_matches('0').to_owned()
}

/// Whether a phone of the customer is that number; a country or trunk prefix may be missing on either side.
fn has_phone(bundle: &Bundle, wanted: &str) -> bool {
    let phones = bundle.channels.iter().filter(|channel| is_phone_like(channel.kind));
    phones.into_iter().any(|channel| {
        let known = dialled(if channel.norm.is_empty() { &channel.handle } else { &channel.norm });
        let (long, short) = if known.len() > wanted.len() { (&*known, wanted) } else { (wanted, &*known) };
        short.len() >= SHORTEST_PHONE && long.ends_with(short)
    })
}

/// How well a customer matches, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Match {
    /// A name is the text.
    Whole,
    /// A name or handle holds the text.
    Within,
    /// A name holds it once accents and scripts are folded, though the text itself has some.
    Sounding,
}

struct Wanted {
    raw: String,
    folded: String,
    /// Text without accents stands for text with them: `muller` is Müller; but `Müller` is not Muller.
    plain: bool,
}

impl Wanted {
    fn look(&self, bundle: &Bundle) -> Option<Match> {
        let customer = &bundle.customer;
        let people = bundle.contacts.iter().map(|contact| &*contact.name);
        let names = [&*customer.name, &*customer.company].into_iter().chain(people).filter(|name| !name.is_empty());
        let best = names.filter_map(|name| self.name(name)).min();
        if best == Some(Match::Whole) {
            return best;
        }
        let mut handles = bundle.channels.iter().map(|channel| &*channel.handle);
        let handle = handles.any(|handle| handle.to_lowercase().contains(&self.raw));
        if handle { Some(Match::Within) } else { best }
    }

    fn name(&self, name: &str) -> Option<Match> {
        let lower = name.to_lowercase();
        if lower == self.raw {
            return Some(Match::Whole);
        }
        if lower.contains(&self.raw) {
            return Some(Match::Within);
        }
        if self.folded.is_empty() || name.is_ascii() && self.plain {
            return None;
        }
        let keys = keys_of(name);
        match self.plain {
            true if keys.contains(&self.folded) => Some(Match::Whole),
            true if keys.iter().any(|key| key.contains(&self.folded)) => Some(Match::Within),
            false if keys.iter().any(|key| key.contains(&self.folded)) => Some(Match::Sounding),
            _ => None,
        }
    }
}
