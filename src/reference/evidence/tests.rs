use super::Known;
use crate::domain::authenticity::{Assessment, Case, Check, Index, Verdict, assess};
use crate::domain::fit::FitRules;
use crate::domain::{
    Bundle, Channel, ChannelId, ChannelKind, Contact, Country, CustomerId, Detail, Direction, Interaction,
    InteractionId, Stage,
};
use crate::reference::{Lang, Words, normalise};
use chrono::{DateTime, Utc};
use proptest::prelude::*;

fn at(day: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_790_000_000 + day * 86_400, 0).unwrap()
}

/// A stranger's inquiry, as it comes in.
#[derive(Clone, Copy, Default)]
struct Inquiry<'a> {
    name: &'a str,
    company: &'a str,
    country: &'a str,
    email: &'a str,
    phone: &'a str,
    site: &'a str,
    wants: &'a str,
    text: &'a str,
    stage: Option<Stage>,
    /// How often they answered us.
    answers: i64,
}

impl Inquiry<'_> {
    fn bundle(&self, id: i64) -> Bundle {
        let country = Country::new(self.country);
        let mut bundle = Bundle::default();
        bundle.customer.id = CustomerId(id);
        bundle.customer.fields.name = if self.company.is_empty() { self.name } else { self.company }.into();
        bundle.customer.fields.country = country;
        bundle.customer.fields.interests = self.wants.into();
        bundle.customer.fields.stage = self.stage.or(Some(Stage::INQUIRY));
        bundle.contacts.push(Contact { name: self.name.into(), ..Contact::default() });
        let handles =
            [(ChannelKind::EMAIL, self.email), (ChannelKind::PHONE, self.phone), (ChannelKind::WEBSITE, self.site)];
        for (kind, handle) in handles.into_iter().filter(|(_, handle)| !handle.is_empty()) {
            bundle.channels.push(Channel {
                id: ChannelId(bundle.channels.len() as i64 + 1),
                contact: None,
                kind,
                handle: handle.into(),
                norm: normalise(kind, handle, country).unwrap_or_default().into(),
                primary: false,
                emergency: false,
            });
        }
        bundle
    }

    fn detail(&self) -> Detail {
        let say = |day: i64, direction, text: &str| Interaction {
            id: InteractionId(day),
            contact: None,
            at: at(day),
            direction,
            kind: Some(ChannelKind::EMAIL),
            text: text.into(),
            outcome: "".into(),
            template: Default::default(),
        };
        let mut timeline = Vec::new();
        if !self.text.is_empty() {
            timeline.push(say(0, Direction::In, self.text));
        }
        for n in 0..self.answers {
            timeline.insert(0, say(2 * n + 1, Direction::Out, "our offer"));
            timeline.insert(0, say(2 * n + 2, Direction::In, "thank you, we look at it"));
        }
        Detail { timeline, closed: Vec::new(), ..Detail::default() }
    }

    fn assess(&self) -> Assessment {
        self.assess_among(&Index::default())
    }

    fn assess_among(&self, index: &Index) -> Assessment {
        let (bundle, detail) = (self.bundle(1), self.detail());
        let fit = FitRules::default().judge(&bundle, &detail);
        assess(&Case { bundle: &bundle, detail: &detail, fit: &fit, facts: &Known, index })
    }

    fn weight(&self, check: Check) -> Option<i32> {
        self.assess().evidence.iter().find(|one| one.check == check).map(|one| one.weight)
    }

    fn key(&self, check: Check) -> Option<&'static str> {
        self.assess().evidence.iter().find(|one| one.check == check).map(|one| one.detail.key)
    }
}

fn mail(email: &str) -> Inquiry<'_> {
    Inquiry { email, ..Inquiry::default() }
}

fn text(text: &str) -> Inquiry<'_> {
    Inquiry { text, ..Inquiry::default() }
}

#[test]
fn an_address_is_one_or_not() {
    for good in ["anna@mueller-wt.de", "o'brien@pumps.ie", "a+b@mail.example.co.uk", "info@müller.de", "王@公司.cn"]
    {
        assert_eq!(mail(good).key(Check::EmailSyntax), Some("verify-address"), "{good}");
    }
    for bad in ["anna.example.com", "anna@", "@example.com", "a b@example.com", "anna@example", "a@@b.com", "a@b..com"]
    {
        assert_eq!(mail(bad).weight(Check::EmailSyntax), Some(-35), "{bad}");
    }
    assert_eq!(Inquiry::default().weight(Check::EmailSyntax), Some(0));
}

#[test]
fn whose_the_domain_is() {
    let weight = |email| mail(email).key(Check::EmailDomain);
    assert_eq!(weight("x@yopmail.com"), Some("verify-domain-disposable"));
    assert_eq!(weight("x@sub.mailinator.com"), Some("verify-domain-disposable"));
    for free in ["x@gmail.com", "x@163.com", "x@vip.qq.com", "x@mail.ru", "x@web.de", "x@yahoo.co.in", "x@hotmail.fr"] {
        assert_eq!(weight(free), Some("verify-domain-free"), "{free}");
    }
    assert_eq!(weight("x@acme-pumps.com"), Some("verify-domain-own"));
    let named = Inquiry { company: "Müller Wassertechnik GmbH", ..mail("anna@muller-pumpen.de") };
    assert_eq!(named.key(Check::EmailDomain), Some("verify-domain-named"));
    // Relays of a market place say nothing.
    assert_eq!(weight("relay@message.alibaba.com"), None);
}

#[test]
fn mail_against_web_site() {
    let with = |email, site| Inquiry { email, site, ..Inquiry::default() }.key(Check::EmailSite);
    assert_eq!(with("a@mail.acme.co.uk", "https://www.acme.co.uk/contact"), Some("verify-site-same"));
    assert_eq!(with("a@acme.de", "acme.com"), Some("verify-site-sister"));
    assert_eq!(with("a@other.de", "acme.com"), Some("verify-site-other"));
    assert_eq!(with("a@gmail.com", "acme.com"), Some("verify-site-free"));
    // Two customers of one public suffix are strangers.
    assert_eq!(with("a@one.co.uk", "two.co.uk"), Some("verify-site-other"));
    assert_eq!(with("a@one.github.io", "two.github.io"), None);
    assert_eq!(with("a@acme.de", "https://www.facebook.com/acme"), None);
    assert_eq!(with("a@müller.de", "https://xn--mller-kva.de"), Some("verify-site-same"));
}

#[test]
fn names_that_look_like_others() {
    for (email, key) in [
        ("a@gmial.com", "verify-typo"),
        ("a@gmail.con", "verify-typo"),
        ("a@hotmai.com", "verify-typo"),
        ("a@yaho.com", "verify-typo"),
        ("a@hotmial.fr", "verify-typo"),
        ("a@acme.cmo", "verify-no-such-ending"),
    ] {
        assert_eq!(mail(email).key(Check::EmailTypo), Some(key), "{email}");
    }
    for (email, key) in [
        ("a@a1ibaba.com", "verify-lookalike"),
        ("a@rnicrosoft.com", "verify-lookalike"),
        ("a@alibabba.com", "verify-lookalike"),
        ("a@alibaba-orders.com", "verify-lookalike-added"),
        ("a@аlibaba.com", "verify-lookalike-script"),
        ("a@xn--80ak6aa92e.com", "verify-lookalike-script"),
        ("a@acmе-pumps.com", "verify-mixed"),
    ] {
        assert_eq!(mail(email).key(Check::Lookalike), Some(key), "{email}");
    }
    assert_eq!(mail("аnna@acme-pumps.com").key(Check::EmailSyntax), Some("verify-address-mixed"));
    for honest in [
        "a@müller.de",
        "a@bösch.at",
        "a@почта.рф",
        "a@公司.cn",
        "a@amazone.de",
        "a@cloud.com",
        "a@gmailing.com",
        "a@ymail.com",
        "a@mail.com",
        "a@alibaba.com",
        "a@outlook.de",
        "a@wise-pumps.com",
        "a@abc公司.com",
        "a@dhl-pumps.com",
    ] {
        let found = mail(honest);
        assert_eq!((found.key(Check::Lookalike), found.key(Check::EmailTypo)), (None, None), "{honest}");
    }
}

#[test]
fn numbers_and_countries() {
    let with = |phone, country| Inquiry { phone, country, ..Inquiry::default() };
    assert_eq!(with("+49 151 23456789", "DE").weight(Check::Phone), Some(10));
    assert_eq!(with("+49 151 23456789", "DE").key(Check::PhoneCountry), Some("verify-phone-fits"));
    assert_eq!(with("+234 803 123 4567", "US").key(Check::PhoneCountry), Some("verify-phone-elsewhere"));
    assert_eq!(with("+1 416 555 0199", "US").weight(Check::PhoneCountry), Some(10));
    assert_eq!(with("+49 151 23456789", "").key(Check::PhoneCountry), None);
    assert_eq!(with("+49 1", "DE").weight(Check::Phone), Some(-15));
    assert_eq!(with("0151 23456789", "DE").key(Check::PhoneCountry), Some("verify-phone-fits"));
}

#[test]
fn the_plagues() {
    for (key, texts) in plagues() {
        for text_ in texts {
            assert_eq!(text(text_).key(Check::Request), Some(key), "{text_}");
        }
    }
}

type Plague = (&'static str, &'static [&'static str]);

fn plagues() -> [Plague; 9] {
    [
        (
            "tell-registration",
            &[
                "Dear CEO, we are the domain name registration center in Shanghai. We received an application from Hua Long Ltd to register your name as internet keyword. Please confirm whether you authorize them.",
                "您好，我们是域名注册中心，收到另一家公司申请注册贵司名称的网络关键词，与贵司冲突，请尽快回复。",
                "Somos el centro de registro de nombre de dominio en China. Hemos recibido una solicitud de otra empresa.",
            ],
        ),
        (
            "tell-trademark",
            &[
                "Your trademark is being registered by another party. As an agency we urge you to pay the objection fee within 3 days.",
                "贵公司商标即将被人抢注，我们事务所可代理异议，请尽快联系。",
            ],
        ),
        (
            "tell-overpayment",
            &[
                "I will pay by certified cheque. Please charge the total and send the balance to my shipper by Western Union.",
                "我用支票付款，多出的余款请转给我的货代。",
                "Please confirm if you accept visa or master card. Charge extra $3,000 for my private freight agent.",
            ],
        ),
        (
            "tell-advance-fee",
            &[
                "I am Mrs. Grace, widow. My late husband left 10.5 million dollars and I need a beneficiary abroad. 30 percent for you.",
                "لدي 5 مليون دولار من الميراث وأبحث عن شريك",
            ],
        ),
        (
            "tell-vendor-fee",
            &[
                "The Ministry of Health invites you to the tender. A refundable registration fee of USD 850 is to be paid before.",
            ],
        ),
        (
            "tell-visa",
            &[
                "Kindly send official invitation letter for 4 persons to the Chinese embassy, we will travel to China next month.",
                "请给我们发邀请函，我们要办签证。",
                "Veuillez nous envoyer une lettre d'invitation pour le visa à l'ambassade.",
            ],
        ),
        (
            "tell-samples",
            &["Please send free samples to my address by DHL at your cost.", "请寄免费样品到我的地址，运费你们付。"],
        ),
        (
            "tell-phishing",
            &["Your mailbox is full. Sign in below to upgrade your storage or your account will be suspended."],
        ),
        (
            "tell-pitch",
            &[
                "We can get you on the first page of Google. Our services are affordable, would you be interested?",
                "我们提供关键词优化排名推广服务，价格优惠。",
            ],
        ),
    ]
}

#[test]
fn buyers_are_not_plagues() {
    for honest in [
        "Please quote 500 pcs UV lamp T5 16W CIF Hamburg, payment T/T 30/70.",
        "We will visit the Canton Fair and would like to see your factory. Can you pick us up?",
        "Could you send two samples? We pay by DHL account 960123456.",
        "Do you have a CE certificate and your own brand registered in the EU?",
        "We are a distributor of cleaning equipment; our services cover installation. Price for 2 x 40HQ?",
        "Our company received your quotation, please extend the validity, it will expire on Friday.",
        "请报1000支杀菌灯的FOB价格，付款方式信用证。",
        "Necesitamos 200 piezas de lámparas UV para tratamiento de agua, por favor cotizar.",
        "The goods should go to my forwarder in Ningbo; invoice by T/T.",
        "We need 2 containers of ballast monthly. Please also register in our supplier portal; validation takes 2 days.",
        "We are a trademark-protected brand in Spain; our agent in Ningbo will inspect and pay the balance.",
        "Could you quote for our tender for the municipal pool, 120 sets, bid closes on Dec 5?",
        "Payment by credit card possible? My forwarder will collect the 20 boxes.",
        "The bank says the visa payment has expired; the L/C names you as beneficiary, turnover 5 million.",
    ] {
        let found = text(honest).assess();
        assert!(found.evidence.iter().all(|one| one.check != Check::Request), "{honest}: {found:?}");
    }
}

#[test]
fn links() {
    let key = |said| text(said).key(Check::Links);
    assert_eq!(key("see https://bit.ly/3xYz for the drawing"), Some("verify-link-short"));
    assert_eq!(key("order: http://files.example.com/PO-2231.exe"), Some("verify-link-program"));
    assert_eq!(key("order: http://93.184.216.34/po"), Some("verify-link-disguised"));
    assert_eq!(key("http://www.alibaba.com@evil.example/login"), Some("verify-link-disguised"));
    assert_eq!(key("our site www.acme-pumps.com, thanks."), None);
    assert_eq!(text("login http://www.a1ibaba.com/x").key(Check::Lookalike), Some("verify-lookalike"));
    assert_eq!(key(&"http://a.example/ ".repeat(9)), Some("verify-link-many"));
}

#[test]
fn the_same_text_and_the_same_handle_under_other_names() {
    let long =
        "We are interested in your UV sterilizer for our project, please send your best price and delivery time.";
    let me = Inquiry { name: "John Smith", email: "john@one-pumps.com", text: long, ..Inquiry::default() };
    let mut index = Index::default();
    let other = Inquiry { name: "Peter Brown", email: "peter@two-pumps.com", ..Inquiry::default() }.bundle(2);
    index.put(&other, &Known);
    index.put_text(CustomerId(2), &long.to_uppercase());
    index.put_text(CustomerId(1), long);
    let same = |found: &Assessment, check| found.evidence.iter().find(|one| one.check == check).cloned();
    let found = same(&me.assess_among(&index), Check::SameText).unwrap();
    assert_eq!((found.weight, found.others), (-25, vec![CustomerId(2)]));
    // Two of them weigh more; a colleague and a doublet weigh nothing.
    let colleague = Inquiry { name: "Ann", email: "ann@one-pumps.com", ..Inquiry::default() }.bundle(3);
    let doublet = Inquiry { name: "JOHN  SMITH", email: "js@gmail.com", ..Inquiry::default() }.bundle(4);
    for bundle in [&colleague, &doublet] {
        index.put(bundle, &Known);
        index.put_text(bundle.customer.id, long);
    }
    assert_eq!(same(&me.assess_among(&index), Check::SameText).unwrap().others, vec![CustomerId(2)]);
    let third = Inquiry { name: "Tom", email: "tom@gmail.com", ..Inquiry::default() }.bundle(5);
    index.put(&third, &Known);
    index.put_text(CustomerId(5), long);
    assert_eq!(same(&me.assess_among(&index), Check::SameText).unwrap().weight, -40);
    // Whoever answers us since is no letter to many.
    let known = Inquiry { answers: 1, ..me };
    assert_eq!(same(&known.assess_among(&index), Check::SameText).unwrap().weight, -10);
    index.remove_text(CustomerId(5), long);
    index.remove_text(CustomerId(2), long);
    assert_eq!(same(&me.assess_among(&index), Check::SameText), None);

    let thief = Inquiry { name: "Grace", email: "john@one-pumps.com", ..Inquiry::default() };
    let mut index = Index::default();
    let first = Inquiry { name: "Paul", email: "JOHN@one-pumps.com", ..Inquiry::default() }.bundle(7);
    index.put(&first, &Known);
    // One company's own domain: colleagues may share an address.
    assert_eq!(same(&thief.assess_among(&index), Check::SameHandle), None);
    let thief = Inquiry { email: "sales.dept@gmail.com", ..thief };
    let first = Inquiry { name: "Paul", email: "sales.dept@gmail.com", ..Inquiry::default() }.bundle(7);
    index.put(&first, &Known);
    assert_eq!(same(&thief.assess_among(&index), Check::SameHandle).unwrap().others, vec![CustomerId(7)]);
    index.remove(&first);
    assert_eq!(same(&thief.assess_among(&index), Check::SameHandle), None);
}

#[test]
fn short_texts_are_alike_by_chance() {
    let mut index = Index::default();
    index.put_text(CustomerId(2), "Hello, please send price list.");
    let me = Inquiry { text: "Hello, please send price list.", ..Inquiry::default() };
    assert!(me.assess_among(&index).evidence.iter().all(|one| one.check != Check::SameText));
}

mod table;

#[test]
fn inquiries_as_they_come() {
    let mut faults = Vec::new();
    let (mut right, mut all) = (0, 0);
    for (inquiry, expected) in table::inquiries() {
        let found = inquiry.assess();
        all += 1;
        let name = if inquiry.company.is_empty() { inquiry.name } else { inquiry.company };
        let worth = [Verdict::Real, Verdict::Unknown].contains(&expected);
        assert!(!(worth && found.verdict == Verdict::Fake), "a good one called fake: {name}");
        if found.verdict == expected {
            right += 1;
        } else {
            let evidence: Vec<_> = found.evidence.iter().map(|one| (one.detail.key, one.weight)).collect();
            faults
                .push(format!("{name}: {:?}, wanted {expected:?}, score {}: {evidence:?}", found.verdict, found.score));
        }
    }
    assert!(faults.is_empty(), "{right} of {all} right: {faults:#?}");
}

#[test]
fn every_sentence_is_there_in_both_languages() {
    let mut inquiries: Vec<Inquiry<'_>> = table::inquiries().into_iter().map(|(inquiry, _)| inquiry).collect();
    inquiries.extend(plagues().iter().flat_map(|(_, texts)| texts.iter().map(|said| text(said))));
    inquiries.extend(["a@b@c", "a@gmial.com", "a@аlibaba.com", "a@acmе.com", "a@yopmail.com"].map(mail));
    for lang in Lang::ALL {
        for tell in crate::reference::tells::tells() {
            assert!(Words::of(lang).has(tell.key), "{}", tell.key);
        }
        for one in inquiries.iter().flat_map(|inquiry| inquiry.assess().evidence) {
            let said = Words::of(lang).say(&one.detail);
            assert!(!said.as_str().contains(['‹', '{', '$']), "{said} of {:?}", one.detail);
            assert!(Words::of(lang).has(&format!("check-{}", one.check.as_str())));
        }
    }
}

proptest! {
    #[test]
    fn hostile_text_does_no_harm(said in any::<String>(), email in any::<String>(), site in any::<String>(), phone in any::<String>()) {
        let found = Inquiry { name: &said, email: &email, phone: &phone, site: &site, text: &said, ..Inquiry::default() };
        let found = found.assess();
        prop_assert!((-100..=100).contains(&found.score));
    }

    #[test]
    fn hostile_domains_do_no_harm(label in "[a-zа-я0-9.\\-xn@:/\\u{200b}\\u{202e}é]{0,80}") {
        let said = format!("http://{label} www.{label} {label}@{label}.com");
        let address = format!("a@{label}");
        Inquiry { email: &address, site: &label, text: &said, ..Inquiry::default() }.assess();
    }
}

/// `cargo test --release --lib -- --ignored --nocapture how_fast`
#[test]
#[ignore = "a measurement, by hand"]
fn how_fast() {
    use crate::domain::{Now, silence};
    use std::time::Instant;
    let cases: Vec<(Bundle, Detail)> =
        table::inquiries().iter().map(|(inquiry, _)| (inquiry.bundle(1), inquiry.detail())).collect();
    let now = Now { instant: at(100), zone: "UTC".into(), offset: chrono::FixedOffset::east_opt(0).unwrap() };
    let rules = FitRules::default();
    let mut index = Index::default();
    let each = |what: &str, work: &mut dyn FnMut(&Bundle, &Detail)| {
        let start = Instant::now();
        for _ in 0..50 {
            cases.iter().for_each(|(bundle, detail)| work(bundle, detail));
        }
        println!("{what}: {:?} each", start.elapsed() / u32::try_from(50 * cases.len()).unwrap());
    };
    each("take in", &mut |bundle, _| index.put(bundle, &Known));
    each("fit", &mut |bundle, detail| drop(rules.judge(bundle, detail)));
    let fit = rules.judge_text("uv lamp");
    each("assess", &mut |bundle, detail| {
        drop(assess(&Case { bundle, detail, fit: &fit, facts: &Known, index: &index }))
    });
    each("why", &mut |bundle, detail| {
        let desk = crate::reference::Desk::of(bundle, &crate::domain::hours::Windows::default(), Lang::En);
        let case = silence::Case { bundle, detail, calendar: &desk, channels: &desk, verdict: None, now: &now };
        drop(silence::why(&case));
    });
}
