use super::*;
use crate::domain::{Channel, ChannelId, Direction, InteractionId, Text};
use chrono::{Datelike, FixedOffset, NaiveTime, Weekday};
use proptest::prelude::*;

use ChannelKind as K;
use Direction::{In, Out};

/// An office at UTC+1, 9 to 18, Saturday and Sunday off.
struct Office {
    holidays: Vec<(NaiveDate, NaiveDate)>,
}

const HOUR: i32 = 3_600;

fn there() -> FixedOffset {
    FixedOffset::east_opt(HOUR).unwrap()
}

impl Calendar for Office {
    fn local(&self, at: DateTime<Utc>) -> Option<NaiveDateTime> {
        Some(at.with_timezone(&there()).naive_local())
    }
    fn day(&self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&there()).date_naive()
    }
    fn is_weekend(&self, day: NaiveDate) -> bool {
        matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
    }
    fn holiday(&self, day: NaiveDate) -> Option<Holiday> {
        let found = self.holidays.iter().find(|(from, until)| (*from..=*until).contains(&day));
        found.map(|(_, until)| Holiday { name: "Carnival".into(), until: *until, estimated: false })
    }
    fn is_open(&self, at: DateTime<Utc>) -> Option<bool> {
        Some(self.next_open(at) == Some(at))
    }
    fn next_open(&self, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let wall = self.local(at)?;
        let hour = |h| NaiveTime::from_hms_opt(h, 0, 0).unwrap();
        for day in wall.date().iter_days().take(60) {
            if self.is_weekend(day) || self.holiday(day).is_some() {
                continue;
            }
            if day == wall.date() && (hour(9)..hour(18)).contains(&wall.time()) {
                return Some(at);
            }
            let opens = self.instant(day.and_time(hour(9)))?;
            if opens >= at {
                return Some(opens);
            }
        }
        None
    }
    fn instant(&self, local: NaiveDateTime) -> Option<DateTime<Utc>> {
        local.and_local_timezone(there()).single().map(|at| at.to_utc())
    }
}

struct Ranked;

impl Channels for Ranked {
    fn ranking(&self) -> &[ChannelKind] {
        &[K::WHATSAPP, K::TELEGRAM]
    }
    fn successor(&self, kind: ChannelKind) -> Option<&str> {
        (kind == K::SKYPE).then_some("Teams")
    }
    fn name(&self, kind: ChannelKind) -> String {
        kind.to_string()
    }
}

/// A wall time there, as `2026-11-20 10:00`: a Friday.
fn wall(text: &str) -> DateTime<Utc> {
    let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
    local.and_local_timezone(there()).unwrap().to_utc()
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

type Said<'a> = (&'a str, Direction, K, &'a str);

/// The oldest first.
fn detail(said: &[Said<'_>]) -> Detail {
    let mut timeline: Vec<Interaction> = said
        .iter()
        .enumerate()
        .map(|(n, (at, direction, kind, text))| Interaction {
            id: InteractionId(n as i64),
            contact: None,
            at: wall(at),
            direction: *direction,
            kind: Some(*kind),
            text: (*text).into(),
            outcome: Text::default(),
            template: Default::default(),
        })
        .collect();
    timeline.reverse();
    Detail { timeline, closed: Vec::new(), ..Detail::default() }
}

fn bundle(kinds: &[K]) -> Bundle {
    let mut bundle = Bundle::default();
    bundle.channels.extend(kinds.iter().enumerate().map(|(n, kind)| Channel {
        id: ChannelId(n as i64),
        contact: None,
        kind: *kind,
        handle: "handle".into(),
        norm: "handle".into(),
        primary: false,
        emergency: false,
    }));
    bundle
}

struct Asked {
    bundle: Bundle,
    office: Office,
    verdict: Option<Verdict>,
}

impl Default for Asked {
    fn default() -> Self {
        Self {
            bundle: bundle(&[K::EMAIL, K::WHATSAPP]),
            office: Office { holidays: Vec::new() },
            verdict: Some(Verdict::Real),
        }
    }
}

impl Asked {
    fn why(&self, said: &[Said<'_>], now: &str) -> Why {
        let now =
            Now { instant: wall(now), zone: "Asia/Shanghai".into(), offset: FixedOffset::east_opt(8 * HOUR).unwrap() };
        let detail = detail(said);
        why(&Case {
            bundle: &self.bundle,
            detail: &detail,
            calendar: &self.office,
            channels: &Ranked,
            verdict: self.verdict,
            now: &now,
        })
    }
}

fn ask(said: &[Said<'_>], now: &str) -> Why {
    Asked::default().why(said, now)
}

fn reasons(why: &Why) -> Vec<Reason> {
    why.causes.iter().map(|cause| cause.reason).collect()
}

/// Two questions answered after a day each by mail: they are quick.
const QUICK: [Said<'static>; 4] = [
    ("2026-10-05 10:00", Out, K::EMAIL, ""),
    ("2026-10-06 10:00", In, K::EMAIL, ""),
    ("2026-10-12 10:00", Out, K::EMAIL, ""),
    ("2026-10-13 10:00", In, K::EMAIL, ""),
];

fn after<'a>(before: &[Said<'a>], more: &[Said<'a>]) -> Vec<Said<'a>> {
    before.iter().chain(more).copied().collect()
}

#[test]
fn nothing_is_owed() {
    let ours = ask(&[("2026-11-18 10:00", In, K::WHATSAPP, "price?")], "2026-11-20 20:00");
    assert_eq!((ours.silent_days, reasons(&ours)), (0, vec![Reason::OurTurn]));
    let step = Step { action: Action::Answer, channel: Some(K::WHATSAPP), at: Some(wall("2026-11-23 09:00")) };
    assert_eq!(ours.step, step);
    let never = ask(&[], "2026-11-20 10:00");
    assert_eq!((reasons(&never), never.step.action), (vec![Reason::NeverWritten], Action::Write));
    assert_eq!(never.step.at, Some(wall("2026-11-20 10:00")));
}

#[test]
fn it_is_night() {
    let why = ask(&after(&QUICK, &[("2026-11-19 19:00", Out, K::EMAIL, "")]), "2026-11-20 03:00");
    assert_eq!(why.causes[0].reason, Reason::Night);
    assert_eq!(why.causes[0].until, Some(wall("2026-11-20 09:00")));
    let step = Step { action: Action::Wait, channel: Some(K::EMAIL), at: Some(wall("2026-11-20 09:00")) };
    assert_eq!(why.step, step);
}

#[test]
fn it_is_the_weekend() {
    let why = ask(&after(&QUICK, &[("2026-11-20 19:00", Out, K::EMAIL, "")]), "2026-11-22 10:00");
    assert_eq!((why.causes[0].reason, why.causes[0].weight), (Reason::Weekend, 90));
    assert_eq!(why.step.at, Some(wall("2026-11-23 09:00")));
    // After weeks of silence a weekend explains little.
    let late = ask(&after(&QUICK, &[("2026-11-02 10:00", Out, K::EMAIL, "")]), "2026-11-22 10:00");
    assert_ne!(late.causes[0].reason, Reason::Weekend);
    assert!(reasons(&late).contains(&Reason::Unknown) && reasons(&late).contains(&Reason::Weekend));
}

#[test]
fn a_holiday_is_named_and_ends() {
    let mut asked = Asked::default();
    asked.office.holidays.push((date("2026-11-18"), date("2026-11-20")));
    let why = asked.why(&after(&QUICK, &[("2026-11-17 16:00", Out, K::EMAIL, "")]), "2026-11-19 10:00");
    assert_eq!(why.causes[0].reason, Reason::Holiday);
    assert_eq!(why.causes[0].detail, Say::new("why-holiday").with("name", "Carnival").with("date", "2026-11-20"));
    assert_eq!(why.causes[0].until, Some(wall("2026-11-23 09:00")));
    assert_eq!(why.step, Step { action: Action::Wait, channel: Some(K::EMAIL), at: why.causes[0].until });
    // It just ended: they have had an hour.
    let why = asked.why(&after(&QUICK, &[("2026-11-17 16:00", Out, K::EMAIL, "")]), "2026-11-23 10:00");
    assert_eq!(why.causes[0].detail.key, "why-holiday-past");
}

#[test]
fn they_said_so() {
    let said = after(
        &QUICK,
        &[
            ("2026-11-16 10:00", In, K::EMAIL, "Out of office. I am back on the 30th."),
            ("2026-11-17 10:00", Out, K::EMAIL, ""),
        ],
    );
    let why = ask(&said, "2026-11-20 10:00");
    assert_eq!((why.causes[0].reason, why.causes[0].weight), (Reason::Absence, 96));
    assert_eq!(why.step, Step { action: Action::Wait, channel: Some(K::EMAIL), at: Some(wall("2026-11-30 09:00")) });
    // Back since: no cause.
    assert!(!reasons(&ask(&said, "2026-12-02 10:00")).contains(&Reason::Absence));
}

#[test]
fn their_usual_time_is_not_over() {
    let slow = [
        ("2026-09-01 10:00", Out, K::EMAIL, ""),
        ("2026-09-07 10:00", In, K::EMAIL, ""),
        ("2026-10-01 10:00", Out, K::EMAIL, ""),
        ("2026-10-09 10:00", In, K::EMAIL, ""),
    ];
    let why = ask(&after(&slow, &[("2026-11-11 10:00", Out, K::EMAIL, "")]), "2026-11-20 10:00");
    assert_eq!((why.silent_days, why.usual), (9, Some(TimeDelta::days(7))));
    assert_eq!(why.causes[0].reason, Reason::Early);
    assert_eq!(why.step.action, Action::Wait);
    assert_eq!(why.step.at, Some(wall("2026-11-23 09:00")));
    let late = ask(&after(&slow, &[("2026-11-02 10:00", Out, K::EMAIL, "")]), "2026-11-20 10:00");
    assert!(!reasons(&late).contains(&Reason::Early));
}

#[test]
fn mail_came_back() {
    let said = after(
        &QUICK,
        &[
            ("2026-11-10 10:00", Out, K::EMAIL, ""),
            ("2026-11-10 10:01", In, K::EMAIL, "Mail delivery failed: Undeliverable, user unknown"),
            ("2026-11-11 10:00", Out, K::EMAIL, ""),
        ],
    );
    let why = ask(&said, "2026-11-20 10:00");
    assert_eq!(why.causes[0].reason, Reason::Bounced);
    assert_eq!((why.step.action, why.step.channel), (Action::Switch, Some(K::WHATSAPP)));
}

#[test]
fn a_service_that_is_gone() {
    let asked = Asked { bundle: bundle(&[K::SKYPE, K::EMAIL]), ..Asked::default() };
    let why = asked.why(&[("2026-11-02 10:00", Out, K::SKYPE, "")], "2026-11-20 10:00");
    assert_eq!(why.causes[0].reason, Reason::Retired);
    assert_eq!((why.step.action, why.step.channel), (Action::Switch, Some(K::EMAIL)));
    // Nothing else there: ask for what their country uses.
    let asked = Asked { bundle: bundle(&[K::SKYPE]), ..Asked::default() };
    let why = asked.why(&[("2026-11-02 10:00", Out, K::SKYPE, "")], "2026-11-20 10:00");
    assert_eq!((why.step.action, why.step.channel), (Action::Ask, Some(K::WHATSAPP)));
}

#[test]
fn never_answered_there() {
    let said = after(&QUICK, &[("2026-11-02 10:00", Out, K::WHATSAPP, ""), ("2026-11-09 10:00", Out, K::WHATSAPP, "")]);
    let why = ask(&said, "2026-11-20 10:00");
    assert_eq!((why.causes[0].reason, why.causes[0].weight), (Reason::NeverAnswered, 65));
    assert_eq!((why.step.action, why.step.channel), (Action::Switch, Some(K::EMAIL)));
    assert_eq!(why.silent_days, 18);
}

#[test]
fn a_handle_that_reads_as_none() {
    let mut asked = Asked::default();
    asked.bundle.channels[0].norm = "".into();
    let why = asked.why(&[("2026-11-02 10:00", Out, K::EMAIL, "")], "2026-11-20 10:00");
    assert_eq!(why.causes[0].reason, Reason::Unreadable);
    assert_eq!((why.step.action, why.step.channel), (Action::Switch, Some(K::WHATSAPP)));
}

#[test]
fn written_when_they_never_answer() {
    let mut said = Vec::new();
    let days =
        ["05", "06", "07", "08", "12"].map(|day| (format!("2026-10-{day} 09:00"), format!("2026-10-{day} 16:30")));
    for (out, answer) in &days {
        said.push((out.as_str(), Out, K::EMAIL, ""));
        said.push((answer.as_str(), In, K::EMAIL, ""));
    }
    said.push(("2026-11-02 22:00", Out, K::EMAIL, ""));
    let why = ask(&said, "2026-11-20 10:00");
    assert_eq!(why.causes[0].reason, Reason::MissedHours);
    assert_eq!((why.step.action, why.step.at), (Action::Write, Some(wall("2026-11-20 16:00"))));
    // Shortly before their hours is when to write.
    said.pop();
    said.push(("2026-11-02 14:00", Out, K::EMAIL, ""));
    assert!(!reasons(&ask(&said, "2026-11-20 10:00")).contains(&Reason::MissedHours));
}

#[test]
fn too_many_messages() {
    let said = after(
        &QUICK,
        &[
            ("2026-11-09 10:00", Out, K::EMAIL, ""),
            ("2026-11-11 10:00", Out, K::EMAIL, ""),
            ("2026-11-13 10:00", Out, K::EMAIL, ""),
            ("2026-11-17 10:00", Out, K::EMAIL, ""),
        ],
    );
    let why = ask(&said, "2026-11-20 10:00");
    assert_eq!((why.causes[0].reason, why.causes[0].weight), (Reason::TooMany, 70));
    assert_eq!((why.step.action, why.step.at), (Action::Wait, Some(wall("2026-12-01 10:00"))));
    assert_eq!(why.silent_days, 11);
}

#[test]
fn nobody_may_be_there() {
    let said = [("2026-11-09 10:00", Out, K::EMAIL, "")];
    let with = |verdict| Asked { verdict, ..Asked::default() }.why(&said, "2026-11-20 10:00");
    assert_eq!(
        (with(Some(Verdict::Fake)).causes[0].reason, with(Some(Verdict::Fake)).step.action),
        (Reason::Unverified, Action::Verify)
    );
    assert_eq!(with(Some(Verdict::Doubtful)).step.action, Action::Verify);
    let unknown = with(None);
    assert_eq!(reasons(&unknown), [Reason::Unverified, Reason::Unknown]);
    assert_eq!(unknown.step.action, Action::Write);
    assert_eq!(reasons(&with(Some(Verdict::Real))), [Reason::Unknown]);
}

#[test]
fn archived_customers_want_nothing() {
    let mut asked = Asked::default();
    asked.bundle.customer.fields.status = Status::Archived;
    let step = asked.why(&[("2026-11-09 10:00", Out, K::EMAIL, "")], "2026-11-20 10:00").step;
    assert_eq!(step, Step { action: Action::Nothing, channel: None, at: None });
    assert_eq!(asked.why(&[], "2026-11-20 10:00").step.action, Action::Nothing);
}

/// Nothing is known of where they live.
struct Nowhere;

impl Calendar for Nowhere {
    fn local(&self, _: DateTime<Utc>) -> Option<NaiveDateTime> {
        None
    }
    fn day(&self, at: DateTime<Utc>) -> NaiveDate {
        at.date_naive()
    }
    fn is_weekend(&self, day: NaiveDate) -> bool {
        matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
    }
    fn holiday(&self, _: NaiveDate) -> Option<Holiday> {
        None
    }
    fn is_open(&self, _: DateTime<Utc>) -> Option<bool> {
        None
    }
    fn next_open(&self, _: DateTime<Utc>) -> Option<DateTime<Utc>> {
        None
    }
    fn instant(&self, _: NaiveDateTime) -> Option<DateTime<Utc>> {
        None
    }
}

fn kinds() -> impl Strategy<Value = K> {
    prop::sample::select(vec![K::EMAIL, K::WHATSAPP, K::SKYPE, K::PHONE])
}

proptest! {
    #[test]
    fn any_history_has_an_answer(
        said in prop::collection::vec((0_i64..200_000, any::<bool>(), kinds(), "(back on|until|out of office until|休假到)? ?.{0,30}"), 0..40),
        now in 0_i64..300_000,
        known in any::<bool>(),
    ) {
        let mut said = said;
        said.sort_by_key(|(at, ..)| -at);
        let moment = |minutes: i64| DateTime::from_timestamp(1_790_000_000 + minutes * 60, 0).unwrap();
        let timeline = said.iter().enumerate().map(|(n, (at, own, kind, text))| Interaction {
            id: InteractionId(-(n as i64)),
            contact: None,
            at: moment(*at),
            direction: if *own { Out } else { In },
            kind: Some(*kind),
            text: text.as_str().into(),
            outcome: Text::default(),
            template: Default::default(),
        });
        let detail = Detail { timeline: timeline.collect(), closed: Vec::new(), ..Detail::default() };
        let now = Now { instant: moment(now), zone: "UTC".into(), offset: there() };
        let office = Office { holidays: Vec::new() };
        let calendar: &dyn Calendar = if known { &office } else { &Nowhere };
        let bundle = bundle(&[K::EMAIL, K::SKYPE]);
        let found = why(&Case { bundle: &bundle, detail: &detail, calendar, channels: &Ranked, verdict: None, now: &now });
        prop_assert!(!found.causes.is_empty() && found.silent_days >= 0);
        prop_assert!(found.causes.windows(2).all(|two| two[0].weight >= two[1].weight));
        prop_assert!(found.causes.iter().all(|cause| (1..=100).contains(&cause.weight)));
        prop_assert!(found.step.channel != Some(K::SKYPE));
        prop_assert!(found.step.at.is_none_or(|at| at >= now.instant));
    }
}
