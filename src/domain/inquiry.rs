//! Which inquiries want a decision (`S0.1`, `S1.5`).

use super::{Bundle, Now, Stage, Status};

/// Whether the inquiry is ours to decide now. One that is put off until a day waits for it, and one that was answered
/// waits for them: until they write again, or until the follow-up that was planned for it is due. What the rhythm plans
/// for an inquiry that nobody answered yet puts nothing off.
pub fn wants_decision(bundle: &Bundle, now: &Now) -> bool {
    let customer = &bundle.customer;
    let open = customer.stage == Some(Stage::INQUIRY) && customer.status == Status::Active;
    open && bundle.away(now.today()).is_none() && (!is_answered(bundle) || is_due(bundle, now))
}

/// Whether we spoke last.
pub fn is_answered(bundle: &Bundle) -> bool {
    bundle.last_out.is_some() && bundle.last_out >= bundle.last_in
}

fn is_due(bundle: &Bundle, now: &Now) -> bool {
    bundle.next_follow_up().is_some_and(|next| next.here.on <= now.today())
}

#[cfg(test)]
mod tests;
