//! Files of whatever kind, told apart by what they hold, on their way to one plan: the same from the command line and
//! from the board.

use super::mail::{self, Mails};
use super::orders::{self, Items, KnownOrders};
use super::{IntakeError, Known, Options, Plan, Records, load, plan, records};
use crate::domain::{Bundle, CustomerId, Interaction, Now};
use std::ops::ControlFlow;
use std::path::Path;

/// What the files hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Found out.
    #[default]
    Auto,
    Customers,
    Orders,
    Mail,
}

/// What was read.
#[derive(Debug)]
pub enum Files {
    Records(Records),
    Orders(Box<Items>),
    Mails(Mails),
}

/// What of one customer's timeline is compared with new mail.
pub const TIMELINE: usize = 1_000_000;

/// What a plan compares with.
pub struct Beside<'a> {
    pub known: &'a Known,
    pub lookup: &'a dyn Fn(CustomerId) -> Option<Bundle>,
    /// What was said with a customer: [`TIMELINE`] lines of it.
    pub timeline: &'a dyn Fn(CustomerId) -> Vec<Interaction>,
    /// The orders that came from lists, read only where orders come.
    pub orders: &'a dyn Fn() -> KnownOrders,
}

impl Kind {
    /// What a file is taken for.
    pub fn of(self, path: &Path) -> Self {
        match self {
            Self::Auto if mail::is_mail(path) => Self::Mail,
            Self::Auto => Self::Customers,
            named => named,
        }
    }
}

impl Files {
    /// All files, or none: one that cannot be read is an error before anything is planned. `each` hears how many of
    /// how many are read.
    pub fn read<P: AsRef<Path>>(
        paths: &[P],
        kind: Kind,
        options: &Options,
        now: &Now,
        each: &mut dyn FnMut(usize, usize),
    ) -> Result<Self, IntakeError> {
        let letters = paths.iter().filter(|path| kind.of(path.as_ref()) == Kind::Mail).count();
        if letters > 0 && letters < paths.len() {
            return Err(IntakeError::Mixed);
        }
        if kind == Kind::Orders || (kind == Kind::Auto && letters == 0 && are_orders(paths, options)?) {
            let options = Options { orders: true, ..options.clone() };
            let mut all = Items::default();
            for (at, path) in paths.iter().enumerate() {
                each(at, paths.len());
                orders::items(&mut all, &load(path.as_ref(), &options)?, &options, now);
            }
            return Ok(Self::Orders(Box::new(all)));
        }
        let (mut all, mut mails) = (Records::default(), Mails::default());
        for (at, path) in paths.iter().enumerate() {
            each(at, paths.len());
            if letters > 0 {
                mails.append(mail::load(path.as_ref(), options)?);
            } else {
                all.append(records(&load(path.as_ref(), options)?, options, now));
            }
        }
        Ok(if letters > 0 { Self::Mails(mails) } else { Self::Records(all) })
    }

    /// Decides about everything read; `progress` may break off, which leaves no edit.
    pub fn plan(
        self,
        beside: &Beside<'_>,
        options: &Options,
        now: &Now,
        progress: &mut dyn FnMut(usize, usize) -> ControlFlow<()>,
    ) -> Plan {
        let Beside { known, lookup, timeline, orders } = beside;
        match self {
            Self::Orders(all) => {
                let is_there = |id| lookup(id).is_some();
                orders::plan(*all, known, &orders(), &is_there, progress)
            }
            Self::Records(all) => plan(all, known, lookup, options, now, progress),
            Self::Mails(mails) => mail::plan(mails, known, lookup, timeline, options, now, progress),
        }
    }
}

/// Whether the first file's headers are an order list's.
fn are_orders<P: AsRef<Path>>(paths: &[P], options: &Options) -> Result<bool, IntakeError> {
    match paths.first() {
        Some(path) => Ok(orders::looks_like(&load(path.as_ref(), options)?.header)),
        None => Ok(false),
    }
}
