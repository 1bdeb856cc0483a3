//! Types and rules of the trade. No I/O, no clock, no screen: everything here is a value or a pure function.

/// An enum whose every value has a name.
macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$vdoc])* $variant,)*
        }

        impl $name {
            /// The name on the command line and in locale keys.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)*
                }
            }
        }
    };
}

pub mod ahead;
pub mod authenticity;
pub mod bundle;
pub mod cadence;
pub mod care;
pub mod completeness;
pub mod customer;
pub mod edit;
pub mod fatigue;
pub mod fit;
pub mod follow_up;
pub mod funnel;
pub mod hours;
pub mod ids;
pub mod inquiry;
pub mod insight;
pub mod intern;
pub mod life;
pub mod mirror;
pub mod money;
pub mod next_channel;
pub mod now;
pub mod order;
pub mod reckoning;
pub mod rfm;
pub mod rules;
pub mod safe;
pub mod sales;
pub mod say;
pub mod silence;
pub mod suggest;
pub mod tally;
pub mod text;
pub mod view;
pub mod when;
pub mod workday;

pub use bundle::{Bundle, Detail};
pub use customer::*;
pub use edit::*;
pub use follow_up::{Due, FollowUp, FollowUpState, Made};
pub use ids::*;
pub use intern::{ChannelKind, Country, Slug, Stage, Tier};
pub use money::{Amount, Currency};
pub use now::Now;
pub use order::{Bought, LineStatus, NewOrder, Order, OrderFields, OrderLine, OrderStatus, Sale};
pub use safe::Safe;
pub use say::Say;
pub use text::Text;
pub use when::When;
pub use workday::{Holiday, LongHoliday, NextWorkday, Skip};
