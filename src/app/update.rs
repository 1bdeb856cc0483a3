//! What happened, taken in: messages from the runtime and keys, in one place each.

mod arrive;
mod keys;
mod mouse;

use super::{App, Effect, Msg, Toast, import::Stage, modal::Modal};
use crate::domain::{Now, Say};
use chrono::Duration;

/// How long a toast stays where no key takes it away.
const TOAST: Duration = Duration::seconds(8);

impl App {
    /// Takes in what happened at `now` and says what to do about it.
    pub fn update(&mut self, msg: Msg, now: Now) -> Vec<Effect> {
        self.turn_to(now);
        let mut effects = self.take(msg);
        effects.extend(self.ask_about_shown());
        effects
    }

    fn take(&mut self, msg: Msg) -> Vec<Effect> {
        match msg {
            Msg::Key(chord) => self.key(chord),
            Msg::Paste(text) => self.pasted(text),
            Msg::Mouse(mouse) => self.mouse(mouse),
            Msg::Resize(columns, rows) => {
                self.size = (columns, rows);
                self.scroll_list();
                self.scroll_agenda();
                Vec::new()
            }
            Msg::Tick => Vec::new(),
            Msg::Opened(opening) => self.opened(*opening),
            Msg::Loaded(board) => {
                self.board = *board;
                self.board.turn_to(&self.now);
                self.phase_of_board();
                let mut effects = self.board_changed(&[]);
                effects.push(Effect::TellAll);
                effects
            }
            Msg::Changed(changes) => self.changed(*changes),
            Msg::Refused(say) => self.refused(say),
            Msg::Detail(id, detail) => self.read(id, *detail),
            Msg::Studied { id, study, insight } => self.studied(id, study, insight),
            Msg::Online { id, found } => self.looked_online(id, found),
            Msg::Insights { found, whole } => self.told(found, whole),
            Msg::Ranked { generation, ranking } => self.ranked(generation, ranking),
            Msg::History { customer, ops } => self.history_read(customer, ops),
            Msg::Step { op, rows } => {
                if let Some(Modal::History(history)) = self.modals.last_mut() {
                    history.step = Some((op, rows));
                }
                Vec::new()
            }
            Msg::Previewed(result) => {
                if let Some(Modal::Import(view)) = self.modals.last_mut() {
                    view.stage = result.map_or_else(Stage::Failed, Stage::Preview);
                }
                self.job = None;
                Vec::new()
            }
            Msg::Progress { done, total } => {
                if let Some(job) = &mut self.job {
                    (job.done, job.total) = (done, total);
                }
                Vec::new()
            }
            Msg::Mirrored(found) => self.mirrored(found),
            Msg::Pipeline(found) => self.pipeline_counted(found),
            Msg::PasteRead { generation, reading } => self.paste_read(generation, reading),
            Msg::Alike { generation, alike } => self.alike(generation, &alike),
            Msg::Clipboard(text) => self.clipboard_read(text),
            Msg::Weary { asked, weary } => self.weary_told(&asked, weary),
            Msg::Rfm(rfm) => self.rfm_reckoned(rfm),
            Msg::Drift(drift) => self.drift_reckoned(drift),
            Msg::Told { say, good } => {
                self.job = None;
                self.tell(say, good);
                Vec::new()
            }
            Msg::Stop => vec![Effect::Quit],
        }
    }

    fn turn_to(&mut self, now: Now) {
        if self.toast.as_ref().is_some_and(|toast| toast.until <= now.instant) {
            self.toast = None;
        }
        let new_day = self.now.today() != now.today();
        let followed = self.calendar.day == self.now.today();
        self.now = now;
        let new_minute = self.board.turn_to(&self.now);
        if new_day {
            if followed {
                self.calendar.day = self.now.today();
            }
            self.refill();
            self.refill_agenda();
        } else if new_minute && self.list.by_clock() {
            self.refill();
        }
    }

    /// Says something at the foot of the screen.
    pub fn tell(&mut self, say: Say, good: bool) {
        self.toast = Some(Toast { say, good, until: self.now.instant + TOAST });
    }
}
