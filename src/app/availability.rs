//! Why a command cannot be used now: the palette dims it, and a key says it.

use super::{App, Phase};
use crate::command::Command;
use crate::domain::Say;

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
            C::SetTier(_) | C::SetStage | C::Tags | C::Favourite | C::Archive | C::Plan | C::Delete => {
                if self.targets().is_empty() { Err(Say::new("why-no-customer")) } else { Ok(()) }
            }
            C::OrderStatus | C::DeleteOrder => {
                self.order_at_cursor().map(|_| ()).ok_or_else(|| Say::new("why-no-order"))
            }
            C::Log
            | C::Why
            | C::Evidence
            | C::Reply
            | C::AddOrder
            | C::Edit
            | C::CustomerHistory
            | C::Merge
            | C::CopyByKind
            | C::OpenByKind
            | C::CopyNth(_)
            | C::CopyWhatsApp
            | C::CopySkype
            | C::CopyEmail
            | C::CopyHere
            | C::OpenHere => self.current().map(|_| ()).ok_or_else(|| Say::new("why-no-customer")),
            C::Done | C::DropFollowUp | C::DayLater | C::DayEarlier | C::WeekLater | C::Snooze => {
                self.follow_up_in_hand().map(|_| ()).ok_or_else(|| Say::new("why-nothing-planned"))
            }
            C::CheckOnline if self.online() == Some(false) => Err(Say::new("why-asking")),
            C::Proceed if self.study().is_none() => Err(Say::new("working")),
            C::Mark | C::MarkAll | C::Export if self.list.rows.is_empty() => Err(Say::new("why-empty-list")),
            C::DeleteView if !matches!(self.entry_at_cursor(), Some(super::views::Entry::Saved(_))) => {
                Err(Say::new("why-no-saved-view"))
            }
            C::Demo if self.phase != Phase::Welcome => Err(Say::new("why-not-empty")),
            _ => Ok(()),
        }
    }
}

/// Whether a command changes the file.
const fn writes(command: Command) -> bool {
    use Command as C;
    matches!(
        command,
        C::SetTier(_)
            | C::SetStage
            | C::AddOrder
            | C::OrderStatus
            | C::DeleteOrder
            | C::Tags
            | C::Favourite
            | C::Archive
            | C::Plan
            | C::Delete
            | C::Log
            | C::Edit
            | C::New
            | C::Merge
            | C::Done
            | C::DropFollowUp
            | C::DayLater
            | C::DayEarlier
            | C::WeekLater
            | C::Snooze
            | C::SaveView
            | C::DeleteView
            | C::TakeOn(_)
            | C::TurnAway(_)
            | C::PutOff
            | C::MergeTwin
            | C::Reply
            | C::Proceed
            | C::Rule(_)
            | C::Undo
            | C::Redo
            | C::Import
            | C::Paste
    )
}
