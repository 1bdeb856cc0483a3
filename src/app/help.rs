//! The keys of where the exporter was, laid into lines: what is longer than a line goes on below it.

use super::App;
use crate::command::{Command, Group, Keys, Row, Scope, table::TABLE};
use crate::domain::safe::cells::{width, wrap};
use crate::reference::Words;

/// The keys of where the exporter was.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Help {
    /// The scopes that were in force.
    pub scopes: Vec<Scope>,
    pub top: usize,
}

/// The help, laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpPage {
    /// Cells of the keys' column, two before the next.
    pub keys: usize,
    /// Cells of the names' column, one before what is said of them.
    pub title: usize,
    pub lines: Vec<HelpLine>,
}

/// A line of the help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HelpLine {
    /// A group's locale key.
    Group(&'static str),
    /// A command: its keys, its name, the first line of what it does.
    Row {
        keys: String,
        title: String,
        about: String,
    },
    /// What a command does, going on.
    More(String),
    /// A mark that stands beside a name, by its place in the legend.
    Dot(usize),
    Blank,
}

/// States of a desk that have a mark of their own.
pub const DOTS: usize = 6;
/// The help's widest layer.
pub const WIDEST: u16 = 110;
/// Lines that one command may take.
const MOST: usize = 6;

impl App {
    /// The commands of where the exporter was, by group. One line stands for the nine keys of one family.
    pub fn help_page(&self, help: &Help) -> HelpPage {
        let words = Words::of(self.lang);
        let groups: Vec<(&'static str, Vec<(String, &'static Row)>)> = Group::ALL
            .into_iter()
            .map(|group| {
                let here = |row: &Row| {
                    row.group == group
                        && !matches!(row.command, Command::CopyNth(2..))
                        && row.scopes.iter().any(|scope| help.scopes.contains(scope))
                };
                let rows = (0..).zip(TABLE).filter(|(_, row)| here(row));
                (group.key(), rows.map(|(at, row)| (self.keys_written(at, row), row)).collect())
            })
            .filter(|(_, rows): &(_, Vec<_>)| !rows.is_empty())
            .collect();
        let all = || groups.iter().flat_map(|(_, rows)| rows);
        let keys = all().map(|(keys, _)| width(keys)).max().unwrap_or(0).clamp(6, 16);
        let cells = self.layer_cells(WIDEST);
        let title = (cells / 4).clamp(18, 26);
        let room = cells.saturating_sub(keys + 2 + title + 1).max(1);
        let mut lines = Vec::new();
        for (group, rows) in groups {
            if !lines.is_empty() {
                lines.push(HelpLine::Blank);
            }
            lines.push(HelpLine::Group(group));
            for (keys, row) in rows {
                let slug = if row.command == Command::CopyNth(1) { "copy-nth" } else { row.slug };
                let title = words.get(&format!("cmd-{slug}")).as_str().to_owned();
                let mut about = wrap(words.get(&format!("cmd-{slug}-about")).as_str(), room, MOST).into_iter();
                lines.push(HelpLine::Row { keys, title, about: about.next().unwrap_or_default() });
                lines.extend(about.map(HelpLine::More));
            }
        }
        if help.scopes.contains(&Scope::Board) {
            lines.extend([HelpLine::Blank, HelpLine::Group("help-dots")]);
            lines.extend((0..DOTS).map(HelpLine::Dot));
        }
        HelpPage { keys, title, lines }
    }

    /// The keys of a row; the nine that copy a channel are said by the first.
    fn keys_written(&self, at: usize, row: &Row) -> String {
        let keymap = &self.settings.keymap;
        if row.command == Command::CopyNth(1) {
            let nth = |row: &Row| matches!(row.command, Command::CopyNth(_));
            let rows = (0..).zip(TABLE).filter(|(_, row)| nth(row));
            let keys: Vec<String> = rows.filter_map(|(at, _)| keymap.keys_of(at).first().map(Keys::written)).collect();
            return match &keys[..] {
                [first, .., last] => format!("{first} … {last}"),
                _ => keys.concat(),
            };
        }
        let words: Vec<String> = keymap.keys_of(at).iter().take(2).map(Keys::written).collect();
        words.join(", ")
    }

    /// Cells of a line in a layer that wants to be `most` wide: a narrow terminal gives it all.
    pub fn layer_cells(&self, most: u16) -> usize {
        let width = self.size.0;
        usize::from(if width < 100 { width } else { (width - 2).min(most) }).saturating_sub(4)
    }
}
