//! Why a command cannot be used now: the palette dims it, and a key says it.

use super::form::{Purpose, Value};
use super::{App, Phase, modal::Modal};
use crate::command::Command;
use crate::domain::{Bundle, ChannelKind, Say};
use crate::reference;

impl App {
    /// Whether a command can be used now, and if not, why not.
    pub fn availability(&self, command: Command) -> Result<(), Say> {
        use Command as C;
        if self.read_only && writes(command) {
            return Err(Say::new("why-read-only"));
        }
        if self.job.is_some() && writes(command) {
            return Err(Say::new("why-busy"));
        }
        match command {
            C::SetTier(_) | C::SetStage | C::Tags | C::Pause | C::Favourite | C::Archive | C::Plan | C::Delete => {
                if self.targets().is_empty() {
                    Err(Say::new("why-no-customer"))
                } else {
                    Ok(())
                }
            }
            C::Log | C::Why | C::Evidence | C::Reply | C::AddOrder | C::Edit | C::CustomerHistory | C::Merge => {
                self.some_customer().map(|_| ())
            }
            C::CopyHere if self.order_at_cursor().is_some() || self.follow_up_at_cursor().is_some() => Ok(()),
            C::CopyByKind | C::OpenByKind | C::CopyHere | C::OpenHere => match self.some_customer()?.channels[..] {
                [] => Err(Say::new("why-no-channels")),
                _ => Ok(()),
            },
            C::CopyNth(nth) => match self.some_customer()?.channels.get(usize::from(nth).saturating_sub(1)) {
                Some(_) => Ok(()),
                None => Err(Say::new("why-no-such-channel").with("number", usize::from(nth))),
            },
            C::CopyWhatsApp => self.some_channel(ChannelKind::WHATSAPP),
            C::CopySkype => self.some_channel(ChannelKind::SKYPE),
            C::CopyEmail => self.some_channel(ChannelKind::EMAIL),
            C::OrderStatus | C::DeleteOrder => {
                self.order_at_cursor().map(|_| ()).ok_or_else(|| Say::new("why-no-order"))
            }
            C::Rhythm if !self.settings.plans => Err(Say::new("why-no-rhythm")),
            C::Spread if self.board.before_day(self.now.today()).next().is_none() => {
                Err(Say::new("why-nothing-overdue"))
            }
            C::Done | C::DropFollowUp | C::Replan | C::DayLater | C::DayEarlier | C::WeekLater | C::Snooze => {
                self.follow_up_in_hand().map(|_| ()).ok_or_else(|| Say::new("why-nothing-planned"))
            }
            C::Submit | C::PlanAhead if self.nobody_ahead() => Err(Say::new("why-nobody-to-reach")),
            C::IncludeWeary => self.some_weary(),
            C::CheckOnline if self.online() == Some(super::online::Answer::Asking) => Err(Say::new("why-asking")),
            C::MergeTwin if self.study().is_none() => Err(Say::new("working")),
            C::MergeTwin => self.twin().map(|_| ()).ok_or_else(|| Say::new("why-no-twin")),
            C::Proceed if self.study().is_none() => Err(Say::new("working")),
            C::Country => match self.current() {
                None => Err(Say::new("why-no-customer")),
                Some(bundle) if bundle.customer.country.is_none() => Err(Say::new("why-no-country")),
                Some(_) => Ok(()),
            },
            C::Mark | C::MarkAll | C::Export if self.list.rows.is_empty() => Err(Say::new("why-empty-list")),
            C::DeleteView if !matches!(self.entry_at_cursor(), Some(super::views::Entry::Saved(_))) => {
                Err(Say::new("why-no-saved-view"))
            }
            C::Toggle | C::ToggleBack if !self.turns() => Err(Say::new("why-field-is-typed")),
            C::AddRow if !self.has_rows() => Err(Say::new("why-no-rows")),
            C::Submit if self.import_runs() => Err(Say::new("why-busy")),
            C::Demo if self.phase != Phase::Welcome => Err(Say::new("why-not-empty")),
            _ => Ok(()),
        }
    }

    fn some_customer(&self) -> Result<&Bundle, Say> {
        self.current().ok_or_else(|| Say::new("why-no-customer"))
    }

    fn some_channel(&self, kind: ChannelKind) -> Result<(), Say> {
        if self.some_customer()?.channels.iter().any(|channel| channel.kind == kind) {
            return Ok(());
        }
        let name = reference::kind(kind).map_or(kind.as_str(), |info| info.name(self.lang)).to_owned();
        Err(Say::new("why-no-channel-of-kind").with("kind", name))
    }

    /// Whether the open form takes another person, channel or product.
    fn has_rows(&self) -> bool {
        let purpose = self.form().map(|form| &form.purpose);
        matches!(purpose, Some(Purpose::Customer(_) | Purpose::Order { .. }))
    }

    /// Whether an import is being read or written: there is nothing to say yes to.
    fn import_runs(&self) -> bool {
        matches!(self.modals.last(), Some(Modal::Import(view)) if view.stage.running())
    }

    /// Whether there is something to turn by one: everything but a form's field of text.
    fn turns(&self) -> bool {
        let field = self.form().and_then(|form| form.fields.get(form.focus));
        field.is_none_or(|field| !matches!(field.value, Value::Text(_) | Value::Person { .. }))
    }
}

/// Whether a command changes the file.
const fn writes(command: Command) -> bool {
    use Command as C;
    matches!(
        command,
        C::SetTier(_)
            | C::SetStage
            | C::StageOn
            | C::StageBack
            | C::AddOrder
            | C::FileUnder(_)
            | C::FileAgain
            | C::PlanAhead
            | C::OrderStatus
            | C::DeleteOrder
            | C::Tags
            | C::Pause
            | C::Favourite
            | C::Archive
            | C::Plan
            | C::Replan
            | C::Delete
            | C::Log
            | C::Edit
            | C::New
            | C::Merge
            | C::Done
            | C::DropFollowUp
            | C::Rhythm
            | C::Spread
            | C::DayLater
            | C::DayEarlier
            | C::WeekLater
            | C::Snooze
            | C::SaveView
            | C::DeleteView
            | C::TakeOn(_)
            | C::TurnAway(_)
            | C::PutOff
            | C::Reply
            | C::Proceed
            | C::Rule(_)
            | C::Undo
            | C::Redo
            | C::Import
            | C::Paste
    )
}
