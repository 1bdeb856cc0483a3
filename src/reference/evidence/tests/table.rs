//! Forty-two inquiries, made up after what exporters get; half of them worthless.

use super::{Inquiry, Stage, Verdict};
use Verdict::{Doubtful, Fake, Real, Unknown};

const NONE: Inquiry<'static> = Inquiry {
    name: "",
    company: "",
    country: "",
    email: "",
    phone: "",
    site: "",
    wants: "",
    text: "",
    stage: None,
    answers: 0,
};

pub(super) fn inquiries() -> Vec<(Inquiry<'static>, Verdict)> {
    let mut all = good();
    all.extend(middling());
    all.extend(worthless());
    assert!(all.len() >= 40);
    all
}

/// Real buyers with something to show for it.
fn good() -> Vec<(Inquiry<'static>, Verdict)> {
    vec![
        (
            Inquiry {
                name: "Anna Müller",
                company: "Müller Wassertechnik GmbH",
                country: "DE",
                email: "anna@mueller-wt.de",
                phone: "+49 151 23456789",
                site: "https://www.mueller-wt.de",
                text: "Guten Tag, we need 500 pcs UV lamp 55W for water treatment, CIF Hamburg.",
                ..NONE
            },
            Real,
        ),
        (
            Inquiry {
                name: "Tom Byrne",
                company: "Mulligan Pumps Ltd",
                country: "IE",
                email: "tom@mulligan-pumps.ie",
                phone: "+353 86 123 4567",
                text: "Hi, could you quote 20 sets of the UV steriliser for a fish farm?",
                ..NONE
            },
            Real,
        ),
        (
            Inquiry {
                name: "Carlos Ruiz",
                company: "Aguas del Sur SA",
                country: "CL",
                email: "cruiz@aguasdelsur.cl",
                site: "aguasdelsur.cl",
                text: "Buenos días, necesitamos 100 unidades de lámparas para tratamiento de agua.",
                ..NONE
            },
            Real,
        ),
        (
            Inquiry {
                name: "Yusuf Ali",
                company: "Al Mulla Trading",
                country: "AE",
                email: "yusuf@almulla-trading.ae",
                phone: "+971 50 123 4567",
                text: "Dear Sir, please send price for 2 x 40HQ cleaning equipment.",
                ..NONE
            },
            Real,
        ),
        (
            Inquiry {
                name: "Marie Dupont",
                company: "Piscines Dupont",
                country: "FR",
                email: "marie@piscines-dupont.fr",
                site: "https://piscines-dupont.com",
                phone: "+33 6 12 34 56 78",
                text: "Bonjour, prix pour 50 pièces de lampes UV?",
                ..NONE
            },
            Real,
        ),
        (
            Inquiry {
                name: "Priya Nair",
                company: "Clearwater Systems Pvt Ltd",
                country: "IN",
                email: "priya@clearwatersystems.in",
                phone: "+91 98765 43210",
                text: "We are a manufacturer of RO plants and need UV ballast 75W, 1000 pcs monthly.",
                ..NONE
            },
            Real,
        ),
        (
            Inquiry {
                name: "Kenji Sato",
                company: "Sato Aqua KK",
                country: "JP",
                email: "sato@sato-aqua.co.jp",
                site: "https://sato-aqua.co.jp",
                text: "お世話になります。UV lamp 200 pcs の見積をお願いします。",
                ..NONE
            },
            Real,
        ),
        (
            Inquiry {
                name: "王穆勒",
                company: "穆勒贸易有限公司",
                country: "CN",
                email: "wang@muller-trade.cn",
                phone: "+86 138 1234 5678",
                text: "你好，请报1000支紫外线杀菌灯的价格，用于污水处理。",
                ..NONE
            },
            Real,
        ),
        (
            Inquiry {
                name: "Ivan Petrov",
                company: "ООО Чистая Вода",
                country: "RU",
                email: "petrov@chistayavoda.ru",
                phone: "+7 912 345 67 89",
                text: "Добрый день! Нужны 300 units UV lamps for drinking water.",
                ..NONE
            },
            Real,
        ),
        (
            Inquiry {
                name: "Sarah Jones",
                company: "Lakeside Hospital Supply",
                country: "US",
                email: "sjones@lakesidesupply.com",
                phone: "+1 212 555 0123",
                site: "www.lakesidesupply.com",
                text: "Looking for 40 units germicidal lamps for hospital rooms, please quote.",
                ..NONE
            },
            Real,
        ),
        // Free mail is no fault where they have proved themselves.
        (
            Inquiry {
                name: "Ahmed Hassan",
                country: "EG",
                email: "ahmed.h.pumps@gmail.com",
                phone: "+20 100 123 4567",
                text: "I need 30 pcs ballast 55W, same as last year.",
                answers: 4,
                ..NONE
            },
            Real,
        ),
        (
            Inquiry {
                name: "Olu Ade",
                country: "NG",
                email: "olu.ade@yahoo.com",
                phone: "+234 803 123 4567",
                text: "Please send proforma for 100 pcs.",
                stage: Some(Stage::REPEAT),
                answers: 6,
                ..NONE
            },
            Real,
        ),
        (
            Inquiry {
                name: "Li Na",
                country: "CN",
                email: "lina_water@163.com",
                phone: "+86 139 1234 5678",
                text: "老板您好，上次的镇流器再要200个。",
                stage: Some(Stage::ORDER),
                answers: 2,
                ..NONE
            },
            Real,
        ),
        (
            Inquiry {
                name: "Emma Berg",
                company: "Bergs Vatten AB",
                country: "SE",
                email: "emma@bergsvatten.se",
                text: "Hej! Do you make 36W UV lamps with 4-pin base? We need 600 pcs per year.",
                phone: "+46 70 123 45 67",
                ..NONE
            },
            Real,
        ),
        // An invitation after a real demand is a visit.
        (
            Inquiry {
                name: "Rajesh Gupta",
                company: "Gupta Aquatech",
                country: "IN",
                email: "rajesh@guptaaquatech.com",
                site: "https://guptaaquatech.com",
                phone: "+91 99887 76655",
                text: "We need 500 pcs UV lamps. We visit China in April, please send an invitation letter for the visa.",
                ..NONE
            },
            Real,
        ),
    ]
}

/// Too little is known, or something is odd.
fn middling() -> Vec<(Inquiry<'static>, Verdict)> {
    vec![
        (
            Inquiry {
                name: "Maria",
                country: "BR",
                email: "maria.silva@gmail.com",
                text: "Hello, do you sell UV lamps? How much?",
                ..NONE
            },
            Unknown,
        ),
        (
            Inquiry {
                name: "Buyer 001",
                country: "AE",
                wants: "UV lamp",
                text: "I am looking for UV lamp, 500 pieces.",
                ..NONE
            },
            Unknown,
        ),
        (Inquiry { name: "Peter", text: "Price?", ..NONE }, Unknown),
        (
            Inquiry {
                name: "Hans Weber",
                country: "DE",
                email: "hans.weber@web.de",
                phone: "+49 170 1234567",
                text: "Guten Tag, ich suche 5 pcs UV Lampe.",
                ..NONE
            },
            Unknown,
        ),
        (
            Inquiry {
                name: "Linda",
                country: "US",
                email: "linda@gmial.com",
                text: "Hi, I'd like 3 units of the home use steriliser.",
                ..NONE
            },
            Unknown,
        ),
        (
            Inquiry {
                name: "James Brown",
                country: "US",
                email: "jamesbrown4421@gmail.com",
                phone: "+234 803 765 4321",
                text: "Dear Sir, send me your products.",
                ..NONE
            },
            Doubtful,
        ),
        (
            Inquiry {
                name: "Dr. Smith",
                country: "GB",
                email: "drsmith@mailinator.com",
                text: "We need 500 pcs UV lamp, quote today.",
                ..NONE
            },
            Doubtful,
        ),
        (
            Inquiry {
                name: "Ousmane",
                country: "ML",
                email: "ousmane.trading@yahoo.fr",
                text: "Dear supplier, kindly send an official invitation letter, we want to come to China. The embassy asks for it for the visa of 5 persons.",
                ..NONE
            },
            Doubtful,
        ),
        (
            Inquiry {
                name: "Sam",
                email: "sam@hotmail.com",
                text: "Dear friend, please send free samples of different products to my address.",
                ..NONE
            },
            Doubtful,
        ),
        (
            Inquiry {
                name: "Order Dept",
                company: "Alibaba Orders",
                email: "service@alibaba-orders.com",
                text: "There is a new inquiry for you, 100 pcs.",
                ..NONE
            },
            Doubtful,
        ),
        (
            Inquiry {
                name: "Kim",
                company: "Kim Trading",
                country: "KR",
                email: "kim@kimtrading",
                phone: "12",
                text: "hello",
                ..NONE
            },
            Doubtful,
        ),
        (
            Inquiry {
                name: "Purchasing",
                company: "Acme Pumps",
                email: "purchasing@аcme-pumps.com",
                text: "Quote 100 pcs urgently.",
                ..NONE
            },
            Doubtful,
        ),
        (
            Inquiry {
                name: "Leo",
                country: "IT",
                email: "leo@gmail.com",
                text: "See my order http://bit.ly/ab12cd and reply.",
                ..NONE
            },
            Doubtful,
        ),
    ]
}

/// Not customers.
fn worthless() -> Vec<(Inquiry<'static>, Verdict)> {
    vec![
        (
            Inquiry {
                name: "Jim Wang",
                company: "Network Registry",
                country: "CN",
                email: "jim@cn-registry.org.cn",
                text: "Dear CEO, we are the domain name registration center in China. We received an application from Huatai Ltd to register your company name as internet keyword and domain names. It conflicts with your company. Please let us know whether you authorize it.",
                ..NONE
            },
            Fake,
        ),
        (
            Inquiry {
                name: "Robert",
                company: "IP Agency",
                email: "robert@trademark-agency.net",
                site: "trademark-agency.net",
                text: "Your trademark is being registered by another company. As your agency we need the objection fee urgently.",
                ..NONE
            },
            Fake,
        ),
        (
            Inquiry {
                name: "王经理",
                email: "13812345678@163.com",
                text: "尊敬的负责人：贵公司的网络关键词和域名有其他公司申请注册，存在冲突，请速回电。",
                ..NONE
            },
            Fake,
        ),
        (
            Inquiry {
                name: "Mark Johnson",
                country: "US",
                email: "mark.johnson8812@gmail.com",
                text: "I want 200 pcs. I will pay with certified cheque, please deduct your cost and send the balance to my shipper by western union.",
                ..NONE
            },
            Fake,
        ),
        (
            Inquiry {
                name: "Mrs. Grace Williams",
                email: "grace.w@outlook.com",
                text: "Dear beneficiary, my late husband left 15 million dollars in a dormant account. Mutual benefit.",
                ..NONE
            },
            Fake,
        ),
        (
            Inquiry {
                name: "Ministry of Water",
                country: "TG",
                email: "tender.ministry@yahoo.com",
                text: "Dear Sir, you are selected for a government contract. Pay the refundable registration fee for the tender form.",
                ..NONE
            },
            Fake,
        ),
        (
            Inquiry {
                name: "Mail Admin",
                email: "admin@mail-quota.example",
                text: "Your mailbox is full. Login below to upgrade your storage or it will be suspended.",
                ..NONE
            },
            Fake,
        ),
        (
            Inquiry {
                name: "Jessica",
                email: "jessica@rank-your-site.com",
                site: "https://rank-your-site.com",
                text: "Hi, we can put you on the first page of Google. Our SEO service is affordable. Are you interested?",
                ..NONE
            },
            Fake,
        ),
        (
            Inquiry {
                name: "David",
                email: "david@b2b-data.net",
                text: "Would you be interested in buying the attendees list of the Aquatech fair? We offer a discount.",
                ..NONE
            },
            Fake,
        ),
        (
            Inquiry {
                name: "小陈",
                email: "chen@qq.com",
                text: "老板您好，我们提供外贸推广和买家数据，专业提供谷歌优化排名，价格优惠。",
                ..NONE
            },
            Fake,
        ),
        (
            Inquiry {
                name: "Fund Manager",
                email: "fund@gmail.com",
                text: "We offer business loan at 2% interest rate, fast approval, invest now in crypto.",
                ..NONE
            },
            Fake,
        ),
        (
            Inquiry {
                name: "Purchase Dept",
                email: "po@a1ibaba.com",
                phone: "+1 23",
                text: "Your order: http://1.2.3.4/po.exe",
                ..NONE
            },
            Fake,
        ),
        (
            Inquiry {
                name: "Smith",
                country: "US",
                email: "smith@yopmail.com",
                phone: "+234 803 111 2222",
                text: "Dear Sir/Madam, send free samples to our address by DHL.",
                ..NONE
            },
            Fake,
        ),
        (
            Inquiry {
                name: "Señor López",
                email: "lopez@hotmail.com",
                text: "Pagaré con cheque de caja; la diferencia se la envía a mi transportista por Western Union.",
                ..NONE
            },
            Fake,
        ),
        (
            Inquiry {
                name: "Jean",
                email: "jean@laposte.net",
                text: "Le ministère vous invite à l'appel d'offres; les frais de dossier sont de 900 euros.",
                ..NONE
            },
            Fake,
        ),
        (
            Inquiry {
                name: "خالد",
                email: "khaled@yahoo.com",
                text: "عندي 20 مليون دولار من الميراث وأبحث عن المستفيد في الخارج",
                ..NONE
            },
            Fake,
        ),
    ]
}
