//! Files of whatever kind, told apart by what they hold, on their way to one plan: the same from the command line and
//! from the board.

use super::mail::{self, Mails};
use super::orders::{self, Items, KnownOrders};
use super::{IntakeError, Known, Options, Plan, Records, load, plan, records};
use crate::domain::{Bundle, CustomerId, Interaction, Now};
use std::ops::ControlFlow;
use std::panic::resume_unwind;
use std::path::Path;
use std::thread;

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
        Self::read_beside(paths, kind, options, now, each, || ()).map(|(files, ())| files)
    }

    /// [`Files::read`], and `beside` it something that waits for a disk: not before every file has turned out to be
    /// one that can be read.
    pub fn read_beside<P: AsRef<Path>, T: Send>(
        paths: &[P],
        kind: Kind,
        options: &Options,
        now: &Now,
        each: &mut dyn FnMut(usize, usize),
        beside: impl FnOnce() -> T + Send,
    ) -> Result<(Self, T), IntakeError> {
        let letters = paths.iter().filter(|path| kind.of(path.as_ref()) == Kind::Mail).count();
        if letters > 0 && letters < paths.len() {
            return Err(IntakeError::Mixed);
        }
        if letters > 0 {
            let mut mails = Mails::default();
            for (at, path) in paths.iter().enumerate() {
                each(at, paths.len());
                mails.append(mail::load(path.as_ref(), options)?);
            }
            return Ok((Self::Mails(mails), beside()));
        }
        // The first file's headers tell; where they are no order list's, what was read of it is a list of customers.
        let mut first = match (kind, paths.first()) {
            (Kind::Auto, Some(path)) => Some(load(path.as_ref(), options)?),
            _ => None,
        };
        if kind == Kind::Orders || first.as_ref().is_some_and(|sheet| orders::looks_like(&sheet.header)) {
            let options = Options { orders: true, ..options.clone() };
            let mut all = Items::default();
            for (at, path) in paths.iter().enumerate() {
                each(at, paths.len());
                orders::items(&mut all, &load(path.as_ref(), &options)?, &options, now);
            }
            return Ok((Self::Orders(Box::new(all)), beside()));
        }
        let (mut all, mut beside) = (Records::default(), Some(beside));
        for (at, path) in paths.iter().enumerate() {
            each(at, paths.len());
            let sheet = first.take().map_or_else(|| load(path.as_ref(), options), Ok)?;
            if at + 1 < paths.len() {
                all.append(records(&sheet, options, now));
                continue;
            }
            let Some(beside) = beside.take() else { continue };
            let (read, other) = thread::scope(|scope| {
                let other = scope.spawn(beside);
                let read = records(&sheet, options, now);
                (read, other.join().unwrap_or_else(|panic| resume_unwind(panic)))
            });
            all.append(read);
            return Ok((Self::Records(all), other));
        }
        // No file at all.
        let other = beside.map(|beside| beside());
        other.map(|other| (Self::Records(all), other)).ok_or(IntakeError::Mixed)
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
