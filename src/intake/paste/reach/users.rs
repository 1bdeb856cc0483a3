//! Names at messengers.

use super::handle;
use crate::domain::ChannelKind;
use crate::intake::paste::lines::Sheet;
use crate::intake::paste::scan::Marks;
use crate::intake::paste::words::find_word;
use crate::intake::paste::{Found, Handle, Source};
use crate::reference::phones::digit;
use crate::reference::{is_phone_like, kinds, normalise};
use std::ops::Range;

/// Words for messengers. Those that are common words too are not among them.
pub(super) fn aliases() -> &'static [(String, ChannelKind)] {
    static ALIASES: std::sync::LazyLock<Vec<(String, ChannelKind)>> = std::sync::LazyLock::new(|| {
        const NEVER: [&str; 6] = ["email", "phone", "website", "sms", "alibaba", "hangouts"];
        let mut all: Vec<(String, ChannelKind)> = Vec::new();
        for info in kinds().iter().filter(|info| !NEVER.contains(&info.kind.as_str())) {
            for word in [info.kind.as_str(), info.en, info.zh] {
                let word = word.to_lowercase();
                if word.chars().count() > 1 && !word.contains('(') && !all.iter().any(|(there, _)| *there == word) {
                    all.push((word, info.kind));
                }
            }
        }
        let more = [
            ("whats app", "whatsapp"),
            ("wa", "whatsapp"),
            ("واتساب", "whatsapp"),
            ("واتس اب", "whatsapp"),
            ("واتس", "whatsapp"),
            ("ватсап", "whatsapp"),
            ("微信号", "wechat"),
            ("weixin", "wechat"),
            ("insta", "instagram"),
            ("fb", "facebook"),
            ("телеграм", "telegram"),
            ("تيليجرام", "telegram"),
            ("line id", "line"),
        ];
        all.extend(more.iter().filter_map(|(word, kind)| Some(((*word).to_owned(), ChannelKind::new(kind)?))));
        all.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
        all
    });
    &ALIASES
}

/// `WeChat: anna_88`, `skype is live:anna`, `telegram @anna`.
pub(super) fn users(sheet: &Sheet<'_>, marks: &Marks, found: &mut Vec<Found<Handle>>) {
    for (_, line) in sheet.own() {
        let low = sheet.low_at(&line.range);
        let mut taken: Vec<Range<usize>> = Vec::new();
        for (word, kind) in aliases() {
            let mut from = 0;
            while let Some(at) = find_word(low, word, from) {
                from = at + word.len();
                if taken.iter().any(|t| t.start < from && at < t.end) {
                    continue;
                }
                taken.push(at..from);
                let Some(token) = user_after(low, from, word) else { continue };
                let range = line.range.start + token.start..line.range.start + token.end;
                if marks.covers(&range)
                    || sheet
                        .at(&range)
                        .starts_with(|c: char| c == '+' || digit(c).is_some_and(|_| is_number(sheet.at(&range))))
                {
                    continue;
                }
                if let Some(norm) = normalise(*kind, sheet.at(&range), None).filter(|_| !is_phone_like(*kind)) {
                    found.push(handle(sheet, *kind, &range, norm, Source::Label));
                }
            }
        }
    }
}

fn is_number(text: &str) -> bool {
    text.chars().all(|c| digit(c).is_some() || matches!(c, '-' | '.'))
}

/// The user name behind a messenger's name; a common word after it is none.
fn user_after(low: &str, from: usize, word: &str) -> Option<Range<usize>> {
    let mut at = from;
    let mut sure = word.ends_with("id") || word.ends_with('号');
    const FILL: [&str; 14] = [":", "：", "=", "is", "id", "号是", "号", "是", "为", "name", "no", "no.", "es", "ist"];
    loop {
        let rest = low.get(at..)?;
        let skipped = rest.len() - rest.trim_start_matches([' ', '\u{a0}', '(']).len();
        at += skipped;
        let rest = &low[at..];
        let fill = FILL.iter().find(|fill| {
            rest.starts_with(**fill)
                && rest[fill.len()..]
                    .chars()
                    .next()
                    .is_none_or(|c| !c.is_ascii_alphanumeric() || !fill.is_ascii() || fill.len() == 1)
        });
        let Some(fill) = fill else { break };
        sure = true;
        at += fill.len();
    }
    let rest = &low[at..];
    let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "._-@:+".contains(c))).unwrap_or(rest.len());
    let token = rest[..end].trim_end_matches(['.', ':', '-']);
    let looks = token.starts_with('@') || token.contains(|c: char| c.is_ascii_digit() || c == '_');
    (token.len() >= 3 && (sure || looks)).then_some(at..at + token.len())
}
