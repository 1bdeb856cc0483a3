use super::*;
use crate::reference::kind;

fn names(code: &str) -> Vec<&'static str> {
    let ranking = ranking_of(Country::new(code).unwrap()).unwrap();
    ranking.kinds[..ranking.own].iter().map(ChannelKind::as_str).collect()
}

#[test]
fn the_seven_as_written() {
    assert_eq!(names("US"), ["facebook", "x", "messenger", "snapchat", "whatsapp", "skype", "hangouts"]);
    assert_eq!(names("GB"), ["whatsapp", "facebook", "messenger", "snapchat", "skype", "discord"]);
    assert_eq!(names("FR"), ["facebook", "messenger", "whatsapp", "snapchat", "x", "skype"]);
    assert_eq!(names("DE"), ["whatsapp", "facebook", "messenger", "imessage", "skype", "telegram"]);
    assert_eq!(names("ES"), ["whatsapp", "facebook", "messenger", "telegram", "skype", "hangouts"]);
    assert_eq!(names("IT"), ["whatsapp", "facebook", "messenger", "x", "skype", "snapchat"]);
    assert_eq!(names("IN"), ["whatsapp", "facebook", "messenger", "snapchat", "skype", "discord"]);
}

#[test]
fn other_countries_begin_with_their_own() {
    let first = |code| ranking(Country::new(code)).first().map(|kind| kind.to_string());
    assert_eq!(first("CN").as_deref(), Some("wechat"));
    assert_eq!(first("JP").as_deref(), Some("line"));
    assert_eq!(first("KR").as_deref(), Some("kakaotalk"));
    assert_eq!(first("VN").as_deref(), Some("zalo"));
    assert_eq!(first("UA").as_deref(), Some("viber"));
    // Unknown country, or one that the survey names a service of which no channel is made.
    assert_eq!(first("DZ").as_deref(), Some("whatsapp"));
    assert_eq!(first("ZZ").as_deref(), Some("whatsapp"));
    // Elsewhere's messengers are out of reach in China.
    assert_eq!(ranking(Country::new("CN")).len(), 1);
    assert!(ranking(Country::new("JP")).len() > 5);
}

#[test]
fn every_kind_is_known() {
    assert_eq!(TABLE.countries.len(), 38);
    for one in TABLE.countries.values().flat_map(|ranking| &ranking.kinds).chain(&TABLE.general) {
        assert!(kind(*one).is_some(), "{one}");
    }
}
