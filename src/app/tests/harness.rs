use crate::app::{App, Board, Effect, Msg, Opening, Settings};
use crate::command::{Chord, Keys};
use crate::domain::rfm::Rfm;
use crate::domain::suggest::drift;
use crate::domain::{Changes, Now, Say, Stage, Tier, rules::Rules};
use crate::domain::{
    ChannelDraft, ChannelKind, ContactDraft, Country, CustomerFields, Dossier, Due, Edit, NewFollowUp,
};
use crate::reference::{Lang, normalise};
use crate::runtime::insight;
use crate::search::Ranker;
use crate::store::Store;
use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use std::sync::atomic::AtomicBool;

/// Sunday 22 November 2026, 10:14 in Shanghai.
pub fn now() -> Now {
    let instant: DateTime<Utc> = "2026-11-22T02:14:00Z".parse().unwrap();
    Now { instant, zone: "Asia/Shanghai".into(), offset: FixedOffset::east_opt(8 * 3600).unwrap() }
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The program without a terminal.
pub struct Desk {
    pub app: App,
    pub store: Store,
    pub now: Now,
    pub copied: Vec<String>,
    /// What the desktop's clipboard holds; `None`: nobody can be asked.
    pub clipboard: Option<String>,
    pub opened: Vec<String>,
    pub quit: bool,
    ranker: Ranker,
    _folder: tempfile::TempDir,
}

impl Desk {
    /// An empty file.
    pub fn empty() -> Self {
        Self::with(Rules::default())
    }

    /// The same under other rules.
    pub fn with(rules: Rules) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let now = now();
        let store = Store::open(&folder.path().join("trade.db"), &now).unwrap().planning(rules.clone());
        let settings = Settings { theme: "dark".into(), plans: true, rules, ..Settings::default() };
        let app = App::new(settings, Lang::En, (120, 40), now.clone());
        let mut desk = Self {
            app,
            store,
            now,
            copied: vec![],
            clipboard: None,
            opened: vec![],
            quit: false,
            ranker: Ranker::new(),
            _folder: folder,
        };
        desk.reopen();
        desk
    }

    /// Four customers: an overdue A, a B of today, a C of tomorrow, an inquiry with nothing planned.
    pub fn new() -> Self {
        let mut desk = Self::empty();
        let dossiers = vec![
            dossier(
                "Mulligan Pumps",
                "GB",
                Tier::A,
                "2026-11-17",
                &[("whatsapp", "+44 20 7946 0958"), ("email", "tom@mulligan.example")],
            ),
            dossier(
                "Müller Wassertechnik",
                "DE",
                Tier::B,
                "2026-11-22",
                &[("email", "anna@mueller.example"), ("skype", "anna.mueller")],
            ),
            dossier("义乌贸易有限公司", "CN", Tier::C, "2026-11-23", &[("wechat", "wang_yiwu")]),
            dossier("Al-Mulla Trading", "AE", Tier::None, "", &[]),
        ];
        desk.store.commit(&Edit::Import { source: "test".into(), dossiers }, &desk.now.clone()).unwrap();
        desk.reopen();
        desk.keys("g e");
        desk
    }

    /// As after a restart.
    pub fn reopen(&mut self) {
        let page = self.store.first_page(100, &self.now).unwrap();
        let opening = Opening {
            file: "trade.db".into(),
            bundles: page.bundles,
            tally: page.tally,
            views: page.views,
            ..Opening::default()
        };
        self.send(Msg::Opened(Box::new(opening)));
        let mut board = Board::new(self.app.settings.rules.clone(), &self.now);
        self.store.bundles(&mut |bundle| board.put(bundle)).unwrap();
        board.set_views(self.store.views().unwrap());
        self.send(Msg::Loaded(Box::new(board)));
    }

    /// Presses keys, written as in the config: `j j a`.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        for text in keys.split_whitespace() {
            let Keys(chords) = text.parse().unwrap_or_else(|()| panic!("`{text}` is no key"));
            for chord in chords {
                self.send(Msg::Key(chord));
            }
        }
        self
    }

    /// Types text.
    pub fn text(&mut self, text: &str) -> &mut Self {
        text.chars().for_each(|c| self.send(Msg::Key(Chord::char(c))));
        self
    }

    pub fn send(&mut self, msg: Msg) {
        let effects = self.app.update(msg, self.now.clone());
        effects.into_iter().for_each(|effect| self.perform(effect));
    }

    /// The clock goes on.
    pub fn at(&mut self, instant: &str) -> &mut Self {
        self.now.instant = instant.parse().unwrap();
        self.send(Msg::Tick);
        self
    }

    fn change(&mut self, change: impl FnOnce(&mut Store, &Now) -> Result<Changes, crate::store::StoreError>) {
        let now = self.now.clone();
        match change(&mut self.store, &now) {
            Ok(changes) => self.send(Msg::Changed(Box::new(changes))),
            Err(error) => self.send(Msg::Refused(error.say())),
        }
    }

    fn rules(&self) -> insight::Rules {
        let settings = &self.app.settings;
        insight::Rules { fit: settings.fit.clone(), windows: settings.rules.windows.clone(), lang: self.app.lang }
    }

    fn perform(&mut self, effect: Effect) {
        match effect {
            Effect::Commit(edit) => self.change(|store, now| store.commit(&edit, now)),
            Effect::Undo => self.change(Store::undo),
            Effect::Redo => self.change(Store::redo),
            Effect::Load(id) => {
                let detail = self.store.detail(id, 50).unwrap();
                self.send(Msg::Detail(id, Box::new(detail)));
            }
            Effect::Study(id) | Effect::StudyAside(id) => {
                if let Some((study, insight)) =
                    insight::one(&self.store, id, &self.rules(), &insight::Met::default(), &self.now).unwrap()
                {
                    self.send(Msg::Studied { id, study: Box::new(study), insight });
                }
            }
            // Tests ask nobody.
            Effect::Online(_) => {}
            Effect::Tell(ids) => {
                let found =
                    insight::some(&self.store, &ids, &self.rules(), &mut insight::Met::default(), &self.now).unwrap();
                self.send(Msg::Insights { found, whole: false });
            }
            Effect::TellAll => {
                let mut found = Vec::new();
                insight::all(&self.store, &self.rules(), &self.now, &mut |id, it| found.push((id, it))).unwrap();
                self.send(Msg::Insights { found, whole: true });
            }
            Effect::Rank { generation, query } => {
                let index = self.app.board.index().clone();
                let ranking = self.ranker.rank_or_near(&index, &query, &AtomicBool::new(false)).unwrap();
                self.send(Msg::Ranked { generation, ranking });
            }
            Effect::History { customer } => {
                let ops = self.store.history(50, None, customer).unwrap();
                self.send(Msg::History { customer, ops });
            }
            Effect::Step(op) => {
                let rows = self.store.op_changes(op, 50).unwrap();
                self.send(Msg::Step { op, rows });
            }
            Effect::Weary(asked) => {
                let weary = self.store.weary(&asked, self.app.settings.rules.fatigue, &self.now).unwrap();
                self.send(Msg::Weary { asked, weary });
            }
            Effect::ReadPaste { generation, text } => {
                let reading = crate::runtime::paste::reading(&text, Country::new("CN"), self.app.lang);
                self.send(Msg::PasteRead { generation, reading: Ok(reading) });
            }
            Effect::Alike { generation, dossier } => {
                let alike = crate::runtime::paste::alike_in(&self.store, &dossier);
                self.send(Msg::Alike { generation, alike });
            }
            Effect::ReadClipboard => {
                let text = self.clipboard.clone().ok_or_else(|| Say::new("paste-clipboard-none"));
                self.send(Msg::Clipboard(text));
            }
            Effect::Copy(text) => self.copied.push(text),
            Effect::Open(link) => self.opened.push(link),
            Effect::Mirror => {
                let found = crate::runtime::mirror::survey(
                    &self.store,
                    &self.app.settings.rules.funnel,
                    &self.app.settings.reckoning,
                    &self.now,
                );
                self.send(Msg::Mirrored(Ok(Box::new(found.unwrap()))));
            }
            Effect::CountPipeline => {
                let settings = &self.app.settings;
                let (stages, rates) = (&settings.rules.funnel, &settings.reckoning.rates);
                let found = crate::runtime::mirror::pipeline(&self.store, stages, rates, &self.now).unwrap();
                self.send(Msg::Pipeline(Ok(Box::new(found))));
            }
            Effect::Quit => self.quit = true,
            Effect::ReckonRfm => {
                let mut collector = self.app.settings.reckoning.rfm(self.now.today());
                self.store.sales(&mut |sale| collector.add(&sale)).unwrap();
                let rfm = Rfm::of(collector.sums(&self.app.settings.reckoning.rates), self.now.today());
                self.send(Msg::Rfm(Box::new(rfm)));
            }
            Effect::ReckonDrift => {
                let rules = self.app.settings.reckoning.clone();
                let mut collector = rules.tiers(self.now.today());
                self.store.sales(&mut |sale| collector.add(&sale)).unwrap();
                let sums = collector.sums(&rules.rates);
                let found = drift(self.app.board.bundles(), &sums, &rules.suggest, &self.now);
                self.send(Msg::Drift(Box::new(found)));
            }
            Effect::Preview(_)
            | Effect::Interrupt
            | Effect::Export { .. }
            | Effect::Backup
            | Effect::OpenDemo
            | Effect::Redraw
            | Effect::Suspend => {}
        }
    }

    /// Names in the order of the list.
    pub fn shown(&self) -> Vec<&str> {
        let rows = self.app.list.rows.iter().filter_map(|slot| self.app.board.at(*slot));
        rows.map(|bundle| &*bundle.customer.name).collect()
    }

    pub fn current(&self) -> &str {
        self.app.current().map_or("", |bundle| &bundle.customer.name)
    }

    pub fn tier_of(&self, name: &str) -> Tier {
        self.app.board.bundles().find(|bundle| &*bundle.customer.name == name).unwrap().customer.tier
    }

    pub fn toast(&self) -> &str {
        self.app.toast.as_ref().map_or("", |toast| toast.say.key)
    }
}

fn dossier(name: &str, country: &str, tier: Tier, due: &str, channels: &[(&str, &str)]) -> Dossier {
    let country = Country::new(country);
    let channels = channels.iter().map(|(kind, handle)| {
        let kind = ChannelKind::new(kind).unwrap();
        ChannelDraft {
            id: None,
            contact: Some(0),
            kind,
            handle: (*handle).into(),
            norm: normalise(kind, handle, country).unwrap_or_default().into(),
            primary: false,
            emergency: false,
        }
    });
    let follow_up = (!due.is_empty()).then(|| NewFollowUp {
        due: Due::day(day(due)),
        note: "call".into(),
        made: Default::default(),
    });
    let stage = due.is_empty().then_some(Stage::INQUIRY);
    Dossier {
        fields: CustomerFields { name: name.into(), country, tier, stage, ..CustomerFields::default() },
        contacts: vec![ContactDraft { id: None, name: "Anna".into(), role: "".into() }],
        channels: channels.collect(),
        follow_ups: follow_up.into_iter().collect(),
        ..Dossier::default()
    }
}
