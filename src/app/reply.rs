//! A message from a template: chosen, filled in, copied, its channel opened, and written down as sent.

use super::{App, Effect, modal::Modal, triage::Decided};
use crate::domain::{ChannelKind, Closing, CustomerId, Direction, Edit, FollowUp, NewInteraction, Say, Text};
use crate::domain::{
    care::{self, Occasion},
    view::Builtin,
};
use crate::reference::{self, templates};

/// The layer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reply {
    pub customer: CustomerId,
    /// Index into [`templates::all`].
    pub template: usize,
    /// Index into [`templates::LANGUAGES`].
    pub language: usize,
    /// Places of the customer's channels, the best first.
    pub channels: Vec<usize>,
    /// Index into `channels`.
    pub channel: usize,
    pub waiting: bool,
}

impl App {
    /// Opens the choice of template and channel for the current customer.
    pub(super) fn open_reply(&mut self) -> Vec<Effect> {
        let Some(bundle) = self.current() else { return Vec::new() };
        let advised: Vec<ChannelKind> = self.study().map_or_else(Vec::new, |study| {
            study.advice.order.iter().filter(|one| one.works()).map(|one| one.kind).collect()
        });
        // Whoever wrote gets the answer where they wrote, unless that does not work.
        let said = self.detail().and_then(|detail| detail.timeline.iter().find(|it| it.direction == Direction::In));
        let same = said.and_then(|said| said.kind).filter(|kind| advised.is_empty() || advised.contains(kind));
        let rank = |kind: ChannelKind| match same {
            Some(same) if same == kind => 0,
            _ => 1 + advised.iter().position(|other| *other == kind).unwrap_or(advised.len()),
        };
        let spoken = |kind: ChannelKind| kind != ChannelKind::WEBSITE && kind != ChannelKind::YOUTUBE;
        let mut channels: Vec<usize> =
            (0..bundle.channels.len()).filter(|at| spoken(bundle.channels[*at].kind)).collect();
        channels.sort_by_key(|at| (rank(bundle.channels[*at].kind), !bundle.channels[*at].primary));
        let customer = bundle.customer.id;
        let language = templates::language_of(&bundle.customer.language, bundle.customer.country);
        // After the first answer comes the second message.
        let greeting = care::near(bundle, self.board.rules().feasts, self.now.today())
            .filter(|_| self.list.query.builtin == Builtin::Care)
            .and_then(|(_, occasion)| {
                let slug = if matches!(occasion, Occasion::Own(_)) { "greeting" } else { "greeting-holiday" };
                templates::all().iter().position(|it| it.slug == slug)
            });
        let template = greeting.unwrap_or_else(|| usize::from(bundle.last_out.is_some()));
        let reply = Reply { customer, template, language, channels, channel: 0, waiting: false };
        self.modals.push(Modal::Reply(Box::new(reply)));
        Vec::new()
    }

    /// The text as it would be sent.
    pub fn reply_text(&self, reply: &Reply) -> String {
        let Some(bundle) = self.board.get(reply.customer) else { return String::new() };
        let customer = &bundle.customer;
        let person = bundle.contacts.iter().map(|contact| &*contact.name).find(|name| !name.is_empty());
        let filling = templates::Filling {
            name: person.unwrap_or(&customer.name),
            product: customer.interests.split([',', ';', '，', '；', '、', '\n']).next().unwrap_or_default().trim(),
            me: &self.settings.me.name,
            company: &self.settings.me.company,
            signature: &self.settings.me.signature,
        };
        templates::all().get(reply.template).map_or_else(String::new, |it| it.fill(reply.language, &filling))
    }

    /// Another channel, by left and right.
    pub(super) fn turn_reply_channel(&mut self, by: i64) -> Vec<Effect> {
        if let Some(Modal::Reply(reply)) = self.modals.last_mut() {
            reply.channel = turned(reply.channel, reply.channels.len(), by > 0);
        }
        Vec::new()
    }

    /// Another language.
    pub(super) fn turn_reply_language(&mut self) -> Vec<Effect> {
        if let Some(Modal::Reply(reply)) = self.modals.last_mut() {
            reply.language = turned(reply.language, templates::LANGUAGES.len(), true);
        }
        Vec::new()
    }

    /// Copies, opens and writes down.
    pub(super) fn submit_reply(&mut self) -> Vec<Effect> {
        let Some(Modal::Reply(reply)) = self.modals.last_mut() else { return Vec::new() };
        if std::mem::replace(&mut reply.waiting, true) {
            return Vec::new();
        }
        let reply = reply.clone();
        let text = self.reply_text(&reply);
        let Some(bundle) = self.board.get(reply.customer) else { return self.close_reply() };
        let channel = reply.channels.get(reply.channel).and_then(|at| bundle.channels.get(*at));
        let link = channel.and_then(|it| reference::link(it.kind, &it.handle, &it.norm));
        let interaction = NewInteraction {
            at: self.now.instant,
            direction: Direction::Out,
            kind: channel.map(|channel| channel.kind).or_else(|| self.platform()),
            text: text.as_str().into(),
            outcome: Text::default(),
            template: templates::all().get(reply.template).map_or("", |it| it.slug.as_str()).into(),
        };
        let done = self.closed_by_contact(&bundle.follow_ups);
        let next = self.first_follow_up(bundle, bundle.customer.tier);
        let mut effects = vec![Effect::Copy(text)];
        effects.extend(link.map(Effect::Open));
        effects.extend(self.commit(Edit::Log { customer: reply.customer, interaction, done, next }));
        if self.triage().is_some() {
            effects.extend(self.decided(vec![reply.customer], Decided::Replied));
        }
        effects
    }

    /// Where they wrote last: without a channel of their own, the answer goes there.
    fn platform(&self) -> Option<ChannelKind> {
        self.detail()?.timeline.iter().find(|said| said.direction == Direction::In)?.kind
    }

    fn close_reply(&mut self) -> Vec<Effect> {
        self.modals.pop();
        self.tell(Say::new("why-no-customer"), false);
        Vec::new()
    }

    /// A contact does what was due by today.
    pub(super) fn closed_by_contact(&self, open: &[FollowUp]) -> Vec<Closing> {
        let today = self.now.today();
        let due = open.iter().filter(|it| it.here.on <= today);
        due.map(|it| Closing { id: it.id, late: it.here.on < today }).collect()
    }
}

const fn turned(at: usize, len: usize, on: bool) -> usize {
    match (len, on) {
        (0, _) => 0,
        (_, true) => (at + 1) % len,
        (_, false) => (at + len - 1) % len,
    }
}
