//! One type per kind of row, so that a contact's number cannot be handed in for a customer's.

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

ids! {
    /// A buying company or person.
    CustomerId;
    /// A person at a customer.
    ContactId;
    /// A way to reach a customer.
    ChannelId;
    /// One thing said or written, in or out.
    InteractionId;
    /// A planned contact.
    FollowUpId;
    /// A birthday or another day to greet on.
    CareDateId;
    /// A saved view.
    ViewId;
    /// An order.
    OrderId;
    /// One committed, undoable step.
    OpId;
}
