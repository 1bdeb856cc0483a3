//! The card's channels: what to copy, and whom to call when goods are in port.

use super::super::{Screen, text};
use super::{KIND, Place};
use crate::domain::{Bundle, Channel};
use crate::reference;
use ratatui::style::Style;

/// `1 WhatsApp  +49 151 23456789      ✓ ⚑`
pub(super) fn line(place: &mut Place<'_, '_>, channel: &Channel, at: usize, cursor: bool) {
    let (screen, theme) = (place.screen, place.screen.theme);
    let number = if at < 9 { (at + 1).to_string() } else { " ".to_owned() };
    place.put(&number, theme.key).put(" ", theme.text());
    place.cell(&kind_word(screen, channel), KIND, theme.dim).put(" ", theme.text());
    let info = reference::kind(channel.kind);
    let handle = shown_handle(channel);
    let room = place.pen.room();
    let mut flags = String::new();
    let retired = info.and_then(|info| info.retired.as_ref());
    if let Some(retired) = retired {
        let long = screen.with("card-retired", &[("next", retired.successor.to_owned().into())]);
        let short = format!("→ {}", retired.successor);
        let fits = |words: &str| text::width(&handle) + text::width(words) < room;
        let word = screen.get("card-retired-word");
        flags = [long, short, word].into_iter().find(|words| fits(words)).unwrap_or_else(|| "⊘".to_owned());
    }
    let signs = [(channel.primary, "✓"), (channel.emergency, "⚑")];
    for (_, sign) in signs.into_iter().filter(|(on, _)| *on) {
        if !flags.is_empty() {
            flags.push(' ');
        }
        flags.push_str(sign);
    }
    let style = if retired.is_some() { theme.dim } else { Style { bg: None, ..theme.strong } };
    let style =
        if cursor || channel.primary { style } else { Style { add_modifier: theme.text().add_modifier, ..style } };
    let used = text::width(&flags);
    place.pen.keep(if used > 0 { used + 1 } else { 0 });
    let left = place.pen.room();
    place.cell(&handle, left, style);
    place.pen.free(if used > 0 { used + 1 } else { 0 });
    let style = if retired.is_some() { theme.warn } else { theme.good };
    place.pen.end_with(&flags, style.patch(place.ground));
}

fn kind_word(screen: Screen<'_>, channel: &Channel) -> String {
    reference::kind(channel.kind).map_or_else(
        || channel.kind.to_string(),
        |info| {
            let name = info.name(screen.app.lang);
            if text::width(name) <= KIND { name.to_owned() } else { info.short.to_owned() }
        },
    )
}

/// A phone number in groups, everything else as it was written.
fn shown_handle(channel: &Channel) -> String {
    let number = Some(&*channel.norm).filter(|norm| norm.starts_with('+') && reference::is_phone_like(channel.kind));
    number.and_then(reference::phones::shown).unwrap_or_else(|| channel.handle.to_string())
}

pub(super) fn emergency(place: &mut Place<'_, '_>, bundle: &Bundle) {
    let (screen, theme) = (place.screen, place.screen.theme);
    match bundle.channels.iter().find(|channel| channel.emergency) {
        Some(channel) => {
            let args = [("kind", kind_word(screen, channel).into()), ("handle", shown_handle(channel).into())];
            place.put("⚑ ", theme.good).put(&screen.with("card-emergency", &args), theme.dim);
        }
        None => drop(place.put("⚑ ", theme.warn).put(&screen.get("card-no-emergency"), theme.dim)),
    }
}
