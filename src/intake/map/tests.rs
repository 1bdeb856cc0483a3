use super::*;
use crate::domain::funnel::Stages;

fn fields(header: &str) -> Vec<Field> {
    let header: Vec<String> = header.split('|').map(str::to_owned).collect();
    map("x.csv", &header, true, &[], &Options::default()).unwrap().fields
}

const MAIL: Field = Field::Channel(ChannelKind::EMAIL);
const PHONE: Field = Field::Channel(ChannelKind::PHONE);

#[test]
fn the_asset_is_well_formed() {
    let asset: toml::Table = toml::from_str(words::ASSET).unwrap();
    let mut tables = vec![asset["words"].as_table().unwrap()];
    tables.extend(asset["layout"].as_array().unwrap().iter().filter_map(|layout| layout.get("words")?.as_table()));
    for name in tables.iter().flat_map(|table| table.keys()) {
        assert!(Field::parse(name).is_some(), "{name} is no field");
    }
    for (name, table) in [("stages", 8), ("tiers", 3)] {
        assert_eq!(asset[name].as_table().unwrap().len(), table);
    }
    assert_eq!(stage("已报价", &Stages::default()), Some(crate::domain::Stage::QUOTED));
    assert_eq!(tier("VIP"), Some(crate::domain::Tier::A));
}

#[test]
fn programs_and_their_headers() {
    use Field::{
        AsOf, City, Company, Country, Extra, FirstName, Id, Ignore, InquiryAge, IsCompany, LastContact, LastName,
        Message, Name, Notes, Parent, Person, Quantity, RfqId, Role, Stage, Tags, Tier, Title, Unit,
    };
    let cases: &[(&str, &[Field])] = &[
        (
            "Record ID|First Name|Last Name|Email|Phone Number|Company Name|Lifecycle Stage|Country/Region|Last Activity Date",
            &[Id, FirstName, LastName, MAIL, PHONE, Company, Stage, Country, LastContact],
        ),
        (
            "Lead Name|Company|Email|Phone|Lead Source|Rating|Description",
            &[Name, Company, MAIL, PHONE, Field::Source, Tier, Notes],
        ),
        (
            "Account Name|Contact Name|Title|Mailing City|Mailing Country|Mobile",
            &[Company, Person, Extra, City, Country, PHONE],
        ),
        (
            "Name|Given Name|Family Name|Organization 1 - Name|Organization 1 - Title|E-mail 1 - Type|E-mail 1 - Value|Phone 1 - Type|Phone 1 - Value|IM 1 - Service|IM 1 - Value|Labels|Website 1 - Value",
            &[
                Name,
                FirstName,
                LastName,
                Company,
                Role,
                Ignore,
                MAIL,
                Ignore,
                PHONE,
                Field::Service,
                Field::Handle,
                Tags,
                Field::Channel(ChannelKind::WEBSITE),
            ],
        ),
        (
            "Title|First Name|Last Name|Company|Job Title|Business Street|Business Country/Region|Business Phone|E-mail Address|E-mail 2 Address|Web Page",
            &[
                Ignore,
                FirstName,
                LastName,
                Company,
                Role,
                Extra,
                Country,
                PHONE,
                MAIL,
                MAIL,
                Field::Channel(ChannelKind::WEBSITE),
            ],
        ),
        ("Name|Is a company|Related company|Country", &[Name, IsCompany, Parent, Country]),
        (
            "CustomerID|CompanyName|ContactName|ContactTitle|City|Country|Phone|Fax",
            &[Id, Company, Person, Role, City, Country, PHONE, Extra],
        ),
        (
            "客户名称|公司|联系人|邮箱(必填)|手机|微信号|国家|备注|等级",
            &[Name, Company, Person, MAIL, PHONE, Field::Channel(ChannelKind::WECHAT), Country, Notes, Tier],
        ),
        // As they write in Hong Kong and Taiwan.
        (
            "客戶名稱|公司名稱|聯絡人|電子郵件|行動電話|國家|備註|等級|下次聯絡",
            &[Name, Company, Person, MAIL, PHONE, Country, Notes, Tier, Field::NextFollowUp],
        ),
        (
            "Firma|Ansprechpartner|E-Mail|Telefon|Land|Stadt|Bemerkungen",
            &[Company, Person, MAIL, PHONE, Country, City, Notes],
        ),
        (
            "RFQ ID|Title|Buyer Name|Inquiry Time|Quotes Left|Quantity Required|Scraping Date",
            &[RfqId, Title, Name, InquiryAge, Ignore, Quantity, AsOf],
        ),
        (
            "RFQ Title|Description|Quantity|Unit|Date Posted|Buyer Name|Product Image",
            &[Title, Message, Quantity, Unit, InquiryAge, Name, Ignore],
        ),
        // Whom one talks to, whatever the firm's column is called.
        ("Customer|Contact|Email", &[Name, Person, MAIL]),
        ("Company|Contact|Country", &[Company, Person, Country]),
        // Not an inquiry: the same words mean other things.
        ("Name|Description|Quantity", &[Name, Notes, Extra]),
    ];
    for (header, wanted) in cases {
        assert_eq!(fields(header), *wanted, "{header}");
    }
}

#[test]
fn the_caller_knows_better() {
    let header = ["Bezeichnung".to_owned(), "E-Mail".to_owned()];
    let with = |field: &str, column: &str| {
        let options =
            Options { map: vec![(Field::parse(field).unwrap(), Column::parse(column))], ..Options::default() };
        map("x.csv", &header, true, &[], &options).map(|mapped| mapped.fields)
    };
    assert_eq!(with("company", "bezeichnung").unwrap(), [Field::Company, MAIL]);
    assert_eq!(with("ignore", "2").unwrap(), [Field::Extra, Field::Ignore]);
    assert!(with("name", "3").is_err());
    assert!(with("name", "Kunde").is_err());
}
