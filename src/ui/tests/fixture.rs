//! A board of a few customers at a fixed moment.

use crate::app::{App, Phase, Settings};
use crate::domain::fit::FitRules;
use crate::domain::hours::Windows;
use crate::domain::insight::{Shared, Study, Twin};
use crate::domain::{
    Bundle, CareDate, CareDateId, Channel, ChannelId, ChannelKind, Contact, ContactId, Country, Customer,
    CustomerFields, CustomerId, Detail, Direction, Due, FollowUp, Interaction, InteractionId, Now, Stage, Tier,
};
use crate::reference::{self, Grounds, Known, Lang, Others};
use chrono::{DateTime, Days, Duration, FixedOffset, NaiveTime, Utc};

pub fn now() -> Now {
    let instant: DateTime<Utc> = "2026-11-22T02:14:00Z".parse().unwrap();
    Now { instant, zone: "Asia/Shanghai".into(), offset: FixedOffset::east_opt(8 * 3600).unwrap() }
}

/// Name, person, country, city, tier, days since the last contact, days to the next follow-up.
type Row = (&'static str, &'static str, &'static str, &'static str, Tier, i64, Option<i64>);

const ROWS: [Row; 14] = [
    ("Müller Wassertechnik GmbH", "Anna Müller", "DE", "Berlin", Tier::A, 6, Some(0)),
    ("Mulligan Pumps Ltd", "Tom Byrne", "IE", "Cork", Tier::A, 12, Some(-5)),
    ("Al-Mulla Trading شركة الملا", "Yusuf Ali", "AE", "Dubai", Tier::B, 20, Some(2)),
    ("穆勒贸易有限公司", "王穆勒", "CN", "义乌", Tier::B, 3, Some(4)),
    ("Ferretería El Tornillo S.A. de C.V.", "Guadalupe Hernández Ortiz", "MX", "", Tier::B, 41, Some(11)),
    ("Ola Nordmann AS", "Ola Nordmann", "NO", "Oslo", Tier::C, 2, None),
    ("株式会社ナカムラ商店", "中村 さくら", "JP", "大阪", Tier::A, 8, Some(1)),
    ("Ghana Building Supplies", "Kwame Mensah", "GH", "Accra", Tier::C, 90, Some(-31)),
    ("Bob 🚢 Marine", "Bob e\u{301}clair", "US", "Seattle", Tier::None, 400, None),
    ("Çelik Yapı A.Ş.", "Ayşe Yılmaz", "TR", "Istanbul", Tier::B, 15, Some(0)),
    ("Comércio Atlântico Lda", "Inês Duarte", "PT", "Porto", Tier::C, 33, Some(3)),
    ("Nguyễn Phát JSC", "Nguyễn Văn An", "VN", "Hanoi", Tier::None, 5, None),
    ("Rus\u{202e}Tech \u{200b}LLC", "Iva\u{7}n", "KZ", "Almaty", Tier::C, 61, Some(19)),
    ("Zahav Imports", "Noa Levi", "IL", "Haifa", Tier::B, 9, Some(0)),
];

pub fn bundles() -> Vec<Bundle> {
    (1..).zip(ROWS).map(|(id, row)| bundle(id, row)).collect()
}

fn bundle(id: i64, (name, person, country, city, tier, ago, next): Row) -> Bundle {
    let now = now();
    let today = now.today();
    let on = |days: i64| {
        let by = Days::new(days.unsigned_abs());
        if days < 0 { today.checked_sub_days(by) } else { today.checked_add_days(by) }.unwrap()
    };
    let fields = CustomerFields {
        name: name.into(),
        country: Country::new(country),
        city: city.into(),
        tier,
        stage: Some(Stage::DEFAULT[id as usize % 8]),
        favourite: id % 4 == 1,
        tags: vec!["pumps".into(), "fair-2026".into()],
        source: "alibaba".into(),
        language: "de".into(),
        interests: "submersible pumps, 2 inch".into(),
        requirements: if id == 1 { "neutral cartons, no logo".into() } else { "".into() },
        notes: "Met at the spring fair; pays on time.\nAsks for small trial orders first, then a container.".into(),
        cadence_days: (id == 1).then_some(7),
        ..CustomerFields::default()
    };
    let contact = ContactId(id);
    Bundle {
        customer: Customer { id: CustomerId(id), created_at: now.instant - Duration::days(500), fields },
        contacts: vec![Contact { id: contact, name: person.into(), role: "Purchasing".into() }],
        channels: channels(id, contact),
        follow_ups: next.map(|days| follow_up(id, Due::day(on(days)))).into_iter().collect(),
        care_dates: vec![CareDate {
            id: CareDateId(id),
            kind: "birthday".into(),
            month: 12,
            day: 1,
            year: None,
            note: "".into(),
        }],
        last_in: None,
        last_out: Some(now.instant - Duration::days(ago)),
        ..Bundle::default()
    }
    .promised(id)
}

impl Bundle {
    /// The tenth customer's follow-up is at a time of theirs.
    fn promised(mut self, id: i64) -> Self {
        if let Some(first) = self.follow_ups.first_mut().filter(|_| id == 10) {
            first.due.time = NaiveTime::from_hms_opt(14, 0, 0);
            first.due.zone = Some("Europe/Istanbul".into());
        }
        self
    }
}

fn follow_up(id: i64, due: Due) -> FollowUp {
    FollowUp { note: "Ask about the PI and the MOQ".into(), ..FollowUp::open(id, due) }
}

fn channels(id: i64, contact: ContactId) -> Vec<Channel> {
    let channel = |at: i64, kind, handle: &str, norm: &str| Channel {
        id: ChannelId(id * 10 + at),
        contact: Some(contact),
        kind,
        handle: handle.into(),
        norm: norm.into(),
        primary: at == 0,
        emergency: false,
    };
    vec![
        channel(0, ChannelKind::WHATSAPP, "0151 23456789", "+4915123456789"),
        channel(1, ChannelKind::EMAIL, "anna@mueller-wt.de", "anna@mueller-wt.de"),
        channel(2, ChannelKind::SKYPE, "anna.mueller", "anna.mueller"),
    ]
}

pub fn detail() -> Detail {
    let now = now();
    let said = |id, days, direction, kind, text: &str, outcome: &str| Interaction {
        id: InteractionId(id),
        contact: None,
        at: now.instant - Duration::days(days),
        direction,
        kind,
        text: text.into(),
        outcome: outcome.into(),
        template: Default::default(),
    };
    Detail {
        timeline: vec![
            said(3, 6, Direction::Out, Some(ChannelKind::WHATSAPP), "Sent PI 2026-117 for 500 pumps, FOB Ningbo", ""),
            said(2, 8, Direction::In, Some(ChannelKind::EMAIL), "“Price for 500? And the MOQ?”", "wants samples"),
            said(1, 400, Direction::Out, None, "Canton fair, booth 12", ""),
        ],
        ..Detail::default()
    }
}

/// A board with its first customer on the card.
pub fn app(size: (u16, u16), lang: Lang) -> App {
    crate::reference::phones::warm();
    let mut app = App::new(Settings { holidays: Country::new("CN"), ..Settings::default() }, lang, size, now());
    app.phase = Phase::Open;
    app.file = "trade.db".into();
    for bundle in bundles() {
        app.board.put(bundle);
    }
    app.list.rows = app.board.rows(&app.list.query, &app.now);
    app.current = Some(CustomerId(1));
    let slot = app.board.slot_of(CustomerId(1));
    app.list.cursor = app.list.rows.iter().position(|row| Some(*row) == slot).unwrap_or(0);
    app.card.detail = Some((CustomerId(1), detail()));
    app.card.study = Some((CustomerId(1), Box::new(study(&app, lang))));
    app.refill_agenda();
    app
}

/// What is told of the first customer: the second has its number.
fn study(app: &App, lang: Lang) -> Study {
    let mut others = Others::default();
    let bundle = app.board.get(CustomerId(1)).unwrap();
    others.index.put(app.board.get(CustomerId(2)).unwrap(), &Known);
    others.twins = vec![
        Twin { id: CustomerId(2), by: Shared::Handle("+4915123456789".into()) },
        Twin { id: CustomerId(3), by: Shared::Text },
    ];
    let (fit, windows, now) = (FitRules::default(), Windows::default(), now());
    let grounds = Grounds { fit: &fit, windows: &windows, lang, now: &now };
    reference::study((bundle, &detail()), &grounds, &others, &Known)
}
