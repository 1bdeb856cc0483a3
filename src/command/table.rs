//! THE command table: every verb that a key can be bound to. Dispatch, hint bar, help, palette, key remapping and the
//! README's key reference all come from it.

use super::{Command, Group, Scope};
use crate::domain::{Ruling, Tier, view::Builtin};

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    pub command: Command,
    /// Name in the config and stem of the locale keys: `cmd-SLUG` (title), `cmd-SLUG-about` (a sentence).
    pub slug: &'static str,
    pub scopes: &'static [Scope],
    /// Default keys, as [`super::Keys`] reads them.
    pub keys: &'static [&'static str],
    pub group: Group,
    /// The hint bar shows it; smaller comes first.
    pub hint: Option<u8>,
}

macro_rules! table {
    ($($variant:ident $(($arg:expr))? as $slug:literal, [$($scope:ident),*], [$($key:literal),*], $group:ident $(, $hint:literal)?;)*) => {
        /// THE table.
        pub static TABLE: &[Row] = &[$(Row {
            command: Command::$variant $(($arg))?,
            slug: $slug,
            scopes: &[$(Scope::$scope),*],
            keys: &[$($key),*],
            group: Group::$group,
            hint: table!(@hint $($hint)?),
        }),*];
    };
    (@hint) => { None };
    (@hint $hint:literal) => { Some($hint) };
}

table! {
Search as "search", [Board], ["/"], Find, 2;
ClearSearch as "clear-search", [Board], ["esc"], Find;
SortNext as "sort", [Board], ["r"], Find;
SortReverse as "sort-reverse", [Board], ["R"], Find;
SaveView as "save-view", [Board], ["v"], Find;
DeleteView as "delete-view", [Views], ["x", "delete"], Find, 50;
FilterTier(Tier::A) as "filter-a", [Board], ["A"], Find;
FilterTier(Tier::B) as "filter-b", [Board], ["B"], Find;
FilterTier(Tier::C) as "filter-c", [Board], ["C"], Find;
FilterTier(Tier::None) as "filter-none", [Board], ["N"], Find;

CopyNth(1) as "copy-1", [Board], ["1"], Reach;
CopyNth(2) as "copy-2", [Board], ["2"], Reach;
CopyNth(3) as "copy-3", [Board], ["3"], Reach;
CopyNth(4) as "copy-4", [Board], ["4"], Reach;
CopyNth(5) as "copy-5", [Board], ["5"], Reach;
CopyNth(6) as "copy-6", [Board], ["6"], Reach;
CopyNth(7) as "copy-7", [Board], ["7"], Reach;
CopyNth(8) as "copy-8", [Board], ["8"], Reach;
CopyNth(9) as "copy-9", [Board], ["9"], Reach;
CopyWhatsApp as "copy-whatsapp", [List, Card, Views], ["w"], Reach, 40;
CopySkype as "copy-skype", [List, Card, Views], ["s"], Reach;
CopyEmail as "copy-email", [Board], ["e"], Reach;
CopyByKind as "copy-kind", [Board, Triage, Why, Funnel], ["y"], Reach;
OpenByKind as "open-kind", [Board, Triage, Why, Funnel], ["o"], Reach, 41;
CopyHere as "copy-here", [Card], ["enter"], Reach, 10;
OpenHere as "open-here", [Card], ["O"], Reach, 11;

SetTier(Tier::A) as "tier-a", [Board, Funnel], ["a"], Work, 1;
SetTier(Tier::B) as "tier-b", [Board, Funnel], ["b"], Work, 1;
SetTier(Tier::C) as "tier-c", [Board, Funnel], ["c"], Work, 1;
SetTier(Tier::None) as "tier-none", [Board, Funnel], ["0"], Work;
Mark as "mark", [List], ["space"], Work, 30;
MarkAll as "mark-all", [List], ["*"], Work;
Log as "log", [Views, List, Card, Agenda], ["l"], Work, 20;
Plan as "plan", [Board], ["f"], Work, 21;
Replan as "change-plan", [Board], ["F"], Work;
Done as "done", [List, Agenda], ["enter"], Work, 22;
DropFollowUp as "drop", [Agenda, List], ["x"], Work;
Rfm as "segments", [Board], ["g S"], Decide;
Drift as "drift", [Board], ["g D"], Decide;
FileUnder(Tier::A) as "file-a", [Drift], ["a"], Decide, 1;
FileUnder(Tier::B) as "file-b", [Drift], ["b"], Decide, 1;
FileUnder(Tier::C) as "file-c", [Drift], ["c"], Decide, 1;
FileAgain as "file-again", [Drift], ["."], Decide, 3;
MarkDrifting as "mark-drifting", [Drift], ["space"], Decide, 4;
MarkAllDrifting as "mark-all-drifting", [Drift], ["*"], Decide, 6;
ListDrifting as "list-drifting", [Drift], ["l"], Decide, 5;
Submit as "file-suggested", [Drift], ["enter"], Decide, 2;
Ahead as "before-holidays", [Board], ["g H"], Calendar;
Submit as "list-ahead", [Ahead], ["enter"], Calendar, 1;
PlanAhead as "plan-before", [Ahead], ["f"], Calendar, 2;
IncludeWeary as "include-weary", [Ahead], ["i"], Calendar, 3;
IncludeWeary as "include-weary-too", [Form], ["C-t"], Window, 5;
Submit as "show-segment", [Rfm], ["enter"], Decide, 1;
AddOrder as "order", [Board], ["$"], Work;
OrderStatus as "order-status", [Card], ["%"], Work;
DeleteOrder as "delete-order", [Card], ["x"], Work;
SetStage as "stage", [Board, Funnel], ["S"], Work;
Country as "country", [Board], ["K"], Reach;
Pause as "pause", [Board], ["P"], Work;
Tags as "tags", [Board], ["T"], Work;
Favourite as "favourite", [Board], ["!"], Work;
Archive as "archive", [Board], ["Z"], Work;

Triage as "triage", [Board], ["t"], Decide, 3;
Triage as "triage-here", [Inquiries], ["enter"], Decide, 1;
Why as "why", [Board], ["W"], Decide;
Why as "why-here", [Waiting], ["enter"], Decide, 1;
Evidence as "evidence", [Board, Triage, Why], ["V"], Decide;
Reply as "write", [Board], ["M"], Decide;
Reply as "reply", [Triage, Why], ["r"], Decide, 12;
TakeOn(Tier::A) as "take-on-a", [Triage], ["a"], Decide, 1;
TakeOn(Tier::B) as "take-on-b", [Triage], ["b"], Decide, 1;
TakeOn(Tier::C) as "take-on-c", [Triage], ["c"], Decide, 1;
TurnAway(Ruling::Fake) as "turn-away-fake", [Triage], ["x"], Decide, 2;
TurnAway(Ruling::NotTarget) as "turn-away-not-target", [Triage], ["z"], Decide, 3;
PutOff as "put-off", [Triage], ["s"], Decide, 10;
MergeTwin as "merge-twin", [Triage], ["m"], Decide, 11;
Proceed as "proceed", [Why], ["enter"], Decide, 1;
Rule(Ruling::Real) as "rule-real", [Evidence], ["r"], Decide, 1;
Rule(Ruling::Doubtful) as "rule-doubtful", [Evidence], ["d"], Decide, 2;
Rule(Ruling::Fake) as "rule-fake", [Evidence], ["x"], Decide, 3;
Rule(Ruling::NotTarget) as "rule-not-target", [Evidence], ["z"], Decide, 4;
CheckOnline as "check-online", [Evidence], ["o"], Decide, 8;
Rule(Ruling::Undecided) as "rule-undecided", [Evidence], ["0"], Decide, 5;

DayLater as "day-later", [List, Card, Month, Agenda], ["+", "="], Calendar, 31;
DayEarlier as "day-earlier", [List, Card, Month, Agenda], ["-"], Calendar;
WeekLater as "week-later", [List, Card, Month, Agenda], [">"], Calendar;
Snooze as "snooze", [Month, Agenda], ["s", "z"], Calendar, 32;
Snooze as "snooze-customer", [List, Card, Views], ["z"], Calendar;
Rhythm as "rhythm", [Board], [], Calendar;
Spread as "spread", [Board], ["g p"], Calendar;
Today as "today", [Board], ["g t"], Calendar;
NextMonth as "next-month", [Month, Agenda], ["]", "pagedown"], Calendar;
PreviousMonth as "previous-month", [Month, Agenda], ["[", "pageup"], Calendar;
WeekMode as "week", [Month, Agenda], ["w"], Calendar, 33;

New as "new", [Board], ["n"], Edit;
Edit as "edit", [Board, Triage], ["E"], Edit;
Paste as "paste", [Board, Welcome], ["p"], Edit;
Delete as "delete", [List, Card], ["D", "delete"], Edit;
Merge as "merge", [Board], ["m"], Edit;
Undo as "undo", [Board, History, Triage, Why, Evidence, Drift, Ahead, Funnel], ["u"], Edit, 61;
Redo as "redo", [Board, History, Triage, Why, Evidence, Drift, Ahead, Funnel], ["C-r"], Edit;
History as "history", [Board], ["H"], Edit;
CustomerHistory as "customer-history", [Board], ["g h"], Edit;

Down as "down", [Views, List, Card, Month, Agenda, Help, History, Merge, Import, Paste, Welcome, Triage, Reply, Why, Evidence, Statistics, Rfm, Drift, Ahead, Funnel], ["j", "down"], Move;
Up as "up", [Views, List, Card, Month, Agenda, Help, History, Merge, Import, Paste, Welcome, Triage, Reply, Why, Evidence, Statistics, Rfm, Drift, Ahead, Funnel], ["k", "up"], Move;
Down as "menu-down", [Menu, Palette, Search], ["down", "C-n", "C-j"], Window;
Up as "menu-up", [Menu, Palette, Search], ["up", "C-p", "C-k"], Window;
Left as "left", [Month, Merge, Reply, Funnel], ["h", "left"], Move;
Right as "right", [Month, Merge, Reply, Funnel], ["l", "right"], Move;
PageDown as "page-down", [List, Card, Help, History, Import, Triage, Why, Evidence, Statistics, Drift, Ahead, Funnel], ["C-d", "pagedown"], Move;
PageUp as "page-up", [List, Card, Help, History, Import, Triage, Why, Evidence, Statistics, Drift, Ahead, Funnel], ["C-u", "pageup"], Move;
First as "first", [Views, List, Card, Agenda, Help, History, Import, Drift, Ahead, Funnel], ["g g", "home"], Move;
Last as "last", [Views, List, Card, Agenda, Help, History, Import, Drift, Ahead, Funnel], ["G", "end"], Move;
Accept as "choose", [Views, Month], ["enter"], Move, 10;
FocusNext as "focus-next", [Board], ["tab"], Move;
FocusPrevious as "focus-previous", [Board], ["backtab"], Move;
FocusViews as "go-views", [Board], ["g v"], Move;
FocusList as "go-list", [Board], ["g l"], Move;
FocusCard as "go-card", [Board], ["g c"], Move;
FocusCalendar as "go-calendar", [Board], ["g m"], Move;
FocusAgenda as "go-agenda", [Board], ["g a"], Move;
GoView(Builtin::All) as "go-all", [Board], ["g e"], Move;
GoView(Builtin::Due) as "go-due", [Board], ["g d"], Move;
GoView(Builtin::Inquiries) as "go-inquiries", [Board], ["g i"], Move;
GoView(Builtin::Reachable) as "go-reachable", [Board], ["g r"], Move;
GoView(Builtin::Waiting) as "go-waiting", [Board], ["g w"], Move;
GoView(Builtin::Favourites) as "go-favourites", [Board], ["g f"], Move;
GoView(Builtin::Amber) as "go-amber", [Board], ["g y"], Move;
GoView(Builtin::Red) as "go-red", [Board], ["g u"], Move;
GoView(Builtin::Care) as "go-care", [Board], ["g b"], Move;
GoView(Builtin::OpenSea) as "go-open-sea", [Board], ["g o"], Move;
GoView(Builtin::Archived) as "go-archived", [Board], ["g z"], Move;

Funnel as "funnel", [Board], ["g k"], Decide;
StageOn as "stage-on", [Funnel], [">"], Decide, 1;
StageBack as "stage-back", [Funnel], ["<"], Decide, 1;
Submit as "funnel-land", [Funnel], ["enter"], Decide, 2;
Statistics as "statistics", [Board], ["g s"], Decide;
NextPage as "next-page", [Statistics], ["tab", "l", "right"], Decide, 1;
PreviousPage as "previous-page", [Statistics], ["backtab", "h", "left"], Decide;

Import as "import", [Board, Welcome], ["i"], Program;
Export as "export", [Board], ["X"], Program;
Backup as "backup", [Board], [], Program;
Demo as "demo", [Welcome], ["d"], Program;
New as "first-customer", [Welcome], ["n"], Program;
Palette as "palette", [Board], [":"], Program, 24;
Help as "help", [Board, History, Merge, Import, Welcome, Triage, Reply, Why, Evidence, Statistics, Rfm, Drift, Ahead, Funnel], ["?", "f1"], Program, 23;
Theme as "theme", [Board], [], Program;
Language as "language", [Board], [], Program;
Language as "first-language", [Welcome], ["l"], Program;
Redraw as "redraw", [Board], ["C-l"], Program;
Suspend as "suspend", [Board], ["C-z"], Program;
Quit as "quit", [Board, Welcome], ["q", "C-c"], Program;

Close as "close", [Help, History, Triage, Why, Evidence, Statistics, Rfm, Drift, Ahead, Funnel], ["esc", "q", "C-c"], Window, 9;
Submit as "submit", [Form, Search, Menu, Palette, Merge, Import, Paste, Line, Welcome, Reply], ["enter"], Window, 1;
Submit as "save", [Form], ["C-s"], Window;
Submit as "paste-read", [Text], ["C-s"], Window, 1;
Cancel as "cancel", [Form, Search, Menu, Palette, Merge, Import, Paste, Line, Text, Reply], ["esc", "C-c"], Window, 9;
NextField as "next-field", [Form], ["tab", "down"], Window, 2;
PreviousField as "previous-field", [Form], ["backtab", "up"], Window;
Toggle as "toggle", [Form], ["C-n"], Window, 3;
Toggle as "choose-side", [Merge], ["space", "tab"], Window, 2;
Toggle as "turn-language", [Reply], ["tab"], Window, 2;
ToggleBack as "toggle-back", [Form, Paste], ["C-p"], Window;
AddRow as "add-row", [Form], ["C-a"], Window, 4;
RemoveRow as "remove-row", [Form], ["C-x"], Window;
PasteTake as "paste-take", [Paste], ["space"], Window, 2;
Toggle as "paste-kind", [Paste], ["C-n"], Window;
PasteEdit as "paste-edit", [Paste], ["e"], Window, 3;
NextBuyer as "paste-next", [Paste], ["tab"], Window, 4;
PreviousBuyer as "paste-previous", [Paste], ["backtab"], Window;
PasteAnew as "paste-anew", [Paste], ["p"], Window;
}

/// The row of a slug.
pub fn row(slug: &str) -> Option<&'static Row> {
    TABLE.iter().find(|row| row.slug == slug)
}
