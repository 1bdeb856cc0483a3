//! Channels of the current customer: copied and opened.

use crate::app::{
    App, Effect,
    modal::{Choice, Item, Menu},
};
use crate::domain::{Channel, ChannelKind, Say};
use crate::reference;

impl App {
    pub(in crate::app) fn place_of(&self, channel: &Channel) -> Option<usize> {
        self.current()?.channels.iter().position(|other| other.id == channel.id)
    }

    /// Copies the channel at that place of the current customer.
    pub fn copy_channel(&mut self, at: usize) -> Vec<Effect> {
        let Some(channel) = self.current().and_then(|bundle| bundle.channels.get(at)) else {
            self.tell(Say::new("why-no-such-channel").with("number", at + 1), false);
            return Vec::new();
        };
        let phone = reference::is_phone_like(channel.kind) && !channel.norm.is_empty();
        let text = if phone { channel.norm.to_string() } else { channel.handle.trim().to_owned() };
        let info = reference::kind(channel.kind);
        let kind = info.map_or(channel.kind.as_str(), |info| info.name(self.lang)).to_owned();
        let retired = info.and_then(|info| info.retired.as_ref());
        let say = match retired {
            Some(retired) => Say::new("said-copied-retired").with("successor", retired.successor),
            None => Say::new("said-copied"),
        };
        let say = say.with("kind", kind).with("handle", text.as_str());
        self.tell(say, true);
        vec![Effect::Copy(text)]
    }

    pub(in crate::app) fn copy_kind(&mut self, kind: ChannelKind) -> Vec<Effect> {
        let channels = self.current().map_or(&[][..], |bundle| &bundle.channels);
        let at = channels.iter().position(|channel| channel.kind == kind);
        at.map_or_else(Vec::new, |at| self.copy_channel(at))
    }

    pub(in crate::app) fn open_channel(&mut self, at: usize) -> Vec<Effect> {
        let Some(channel) = self.current().and_then(|bundle| bundle.channels.get(at)) else {
            self.tell(Say::new("why-no-such-channel").with("number", at + 1), false);
            return Vec::new();
        };
        match reference::link(channel.kind, &channel.handle, &channel.norm) {
            Some(link) => {
                self.tell(Say::new("said-opening").with("link", link.as_str()), true);
                vec![Effect::Open(link)]
            }
            None => {
                let name = reference::kind(channel.kind).map_or("", |info| info.name(self.lang)).to_owned();
                self.tell(Say::new("why-no-link").with("kind", name), false);
                Vec::new()
            }
        }
    }

    /// The current customer's channels by the letter of their kind; a kind's second one goes by its number.
    pub(in crate::app) fn channel_menu(&mut self, title: &'static str, choice: fn(usize) -> Choice) -> Vec<Effect> {
        let Some(bundle) = self.current() else { return Vec::new() };
        let mut items: Vec<Item> = Vec::new();
        for (at, channel) in bundle.channels.iter().enumerate() {
            let info = reference::kind(channel.kind);
            let letter = info.map(|info| info.key).filter(|key| items.iter().all(|item| item.key != *key));
            let digit = char::from_digit(u32::try_from(at + 1).unwrap_or(0) % 10, 10).unwrap_or('0');
            let kind = info.map_or(channel.kind.as_str(), |info| info.name(self.lang)).to_owned();
            let purpose = info.filter(|info| info.retired.is_none()).map_or("", |info| info.purpose(self.lang));
            let key = if purpose.is_empty() { "menu-channel" } else { "menu-channel-purpose" };
            let label = Say::new(key).with("kind", kind).with("handle", &*channel.handle).with("purpose", purpose);
            items.push(Item { key: letter.unwrap_or(digit), label, choice: choice(at) });
        }
        self.open_menu(Menu { title: Say::new(title), items, cursor: 0 })
    }
}
