use super::*;
use proptest::prelude::*;
use std::collections::HashSet;
use unicode_width::UnicodeWidthStr;

fn norm(kind: ChannelKind, raw: &str) -> Option<String> {
    normalise(kind, raw, Country::new("DE"))
}

#[test]
fn every_kind_is_whole() {
    let text = include_str!("../../../assets/channels.toml");
    assert_eq!(kinds().len(), text.lines().filter(|line| *line == "[[kind]]").count());
    assert_eq!(kinds().len(), 25);
    let keys: HashSet<char> = kinds().iter().map(|info| info.key).collect();
    assert_eq!(keys.len(), kinds().len(), "every kind has a key of its own");
    for info in kinds() {
        let texts = [info.en, info.zh, info.short, info.purpose_en, info.purpose_zh, info.ask_en, info.ask_zh];
        assert!(texts.iter().all(|text| !text.trim().is_empty()), "{}", info.kind);
        assert!(info.short.width() <= 9, "{}", info.short);
        assert_eq!(kind(info.kind), Some(info));
        assert_eq!(kind_by_key(info.key), Some(info.kind));
        for word in [info.kind.as_str(), info.en, info.zh, info.short] {
            assert_eq!(find_kind(word), Some(info.kind), "{word}");
        }
    }
}

#[test]
fn no_word_means_two_kinds() {
    let mut owner: HashMap<String, ChannelKind> = HashMap::new();
    for (info, spec) in TABLE.infos.iter().zip(&TABLE.specs) {
        for word in spec.aliases.iter().map(|alias| fold(alias)) {
            let first = *owner.entry(word.clone()).or_insert(info.kind);
            assert_eq!(first, info.kind, "{word}");
        }
    }
}

#[test]
fn what_is_retired_says_what_followed() {
    let skype = kind(ChannelKind::SKYPE).unwrap().retired.as_ref().unwrap();
    assert_eq!((skype.on, skype.successor), (NaiveDate::from_ymd_opt(2025, 5, 5).unwrap(), "Microsoft Teams"));
    assert!(kind(ChannelKind::HANGOUTS).unwrap().retired.is_some());
    for info in kinds() {
        assert!(info.retired.as_ref().is_none_or(|retired| !retired.successor.is_empty()), "{}", info.kind);
    }
}

#[test]
fn words_for_kinds() {
    for (word, want) in [
        ("WhatsApp Number", ChannelKind::WHATSAPP),
        ("twitter", ChannelKind::X),
        ("微信号", ChannelKind::WECHAT),
        ("E-Mail", ChannelKind::EMAIL),
        ("邮箱", ChannelKind::EMAIL),
        ("Tel.", ChannelKind::PHONE),
        ("Mobile", ChannelKind::PHONE),
        ("手机", ChannelKind::PHONE),
        ("TradeManager", ChannelKind::ALIBABA),
        ("官网", ChannelKind::WEBSITE),
        ("短信", ChannelKind::SMS),
    ] {
        assert_eq!(find_kind(word), Some(want), "{word}");
    }
    assert_eq!(find_kind("pigeon"), None);
    assert_eq!(find_kind(""), None);
}

/// Kind, as written, normalised, link.
const HANDLES: &[(ChannelKind, &str, &str, &str)] = &[
    (ChannelKind::EMAIL, " Anna.Mueller@Example.COM ", "anna.mueller@example.com", "mailto:anna.mueller@example.com"),
    (ChannelKind::EMAIL, "mailto:anna@example.com?subject=Hi", "anna@example.com", "mailto:anna@example.com"),
    (
        ChannelKind::EMAIL,
        "Anna Müller <anna+uv@example.co.uk>",
        "anna+uv@example.co.uk",
        "mailto:anna+uv@example.co.uk",
    ),
    (ChannelKind::PHONE, "0151 23456789", "+4915123456789", "tel:+4915123456789"),
    (ChannelKind::PHONE, "tel:+49-151-23456789", "+4915123456789", "tel:+4915123456789"),
    (ChannelKind::SMS, "+49 151 23456789", "+4915123456789", "sms:+4915123456789"),
    (ChannelKind::WHATSAPP, "0151/23456789", "+4915123456789", "https://wa.me/4915123456789"),
    (ChannelKind::WHATSAPP, "https://wa.me/4915123456789", "+4915123456789", "https://wa.me/4915123456789"),
    (ChannelKind::WHATSAPP, "wa.me/4915123456789?text=Hello", "+4915123456789", "https://wa.me/4915123456789"),
    (
        ChannelKind::WHATSAPP,
        "https://api.whatsapp.com/send?phone=%2B4915123456789",
        "+4915123456789",
        "https://wa.me/4915123456789",
    ),
    (ChannelKind::WHATSAPP, "whatsapp://send?phone=4915123456789", "+4915123456789", "https://wa.me/4915123456789"),
    (ChannelKind::WECHAT, "Anna_Zhou88", "anna_zhou88", ""),
    (ChannelKind::WECHAT, "+8613812345678", "+8613812345678", ""),
    (
        ChannelKind::FACEBOOK,
        "https://www.facebook.com/profile.php?id=100012345678",
        "100012345678",
        "https://www.facebook.com/100012345678",
    ),
    (
        ChannelKind::FACEBOOK,
        "m.facebook.com/Anna.Mueller.5/?ref=page",
        "anna.mueller.5",
        "https://www.facebook.com/anna.mueller.5",
    ),
    (
        ChannelKind::FACEBOOK,
        "https://facebook.com/people/Anna-M/10001234/",
        "10001234",
        "https://www.facebook.com/10001234",
    ),
    (ChannelKind::MESSENGER, "https://m.me/anna.mueller", "anna.mueller", "https://m.me/anna.mueller"),
    (ChannelKind::MESSENGER, "https://www.messenger.com/t/10001234", "10001234", "https://m.me/10001234"),
    (ChannelKind::X, "@Anna_UV", "anna_uv", "https://x.com/anna_uv"),
    (ChannelKind::X, "https://twitter.com/Anna_UV?s=20", "anna_uv", "https://x.com/anna_uv"),
    (ChannelKind::X, "x.com/anna_uv/status/12345", "anna_uv", "https://x.com/anna_uv"),
    (
        ChannelKind::INSTAGRAM,
        "https://www.instagram.com/anna.uv/?hl=en",
        "anna.uv",
        "https://www.instagram.com/anna.uv",
    ),
    (ChannelKind::TIKTOK, "https://www.tiktok.com/@anna.uv?lang=en", "anna.uv", "https://www.tiktok.com/@anna.uv"),
    (ChannelKind::YOUTUBE, "https://www.youtube.com/@AnnaUV", "@AnnaUV", "https://www.youtube.com/@AnnaUV"),
    (
        ChannelKind::YOUTUBE,
        "https://youtube.com/channel/UCabc_DEF-123/videos",
        "channel/UCabc_DEF-123",
        "https://www.youtube.com/channel/UCabc_DEF-123",
    ),
    (ChannelKind::YOUTUBE, "AnnaUV", "@AnnaUV", "https://www.youtube.com/@AnnaUV"),
    (ChannelKind::SKYPE, "Anna.Mueller", "anna.mueller", "skype:anna.mueller?chat"),
    (ChannelKind::SKYPE, "skype:live:anna_1?chat", "live:anna_1", "skype:live:anna_1?chat"),
    (ChannelKind::SKYPE, "live:.cid.1a2b3c", "live:.cid.1a2b3c", "skype:live:.cid.1a2b3c?chat"),
    (ChannelKind::HANGOUTS, "anna@gmail.com", "anna@gmail.com", ""),
    (ChannelKind::TELEGRAM, "https://t.me/anna_uv", "anna_uv", "tg://resolve?domain=anna_uv"),
    (ChannelKind::TELEGRAM, "tg://resolve?domain=Anna_UV", "anna_uv", "tg://resolve?domain=anna_uv"),
    (ChannelKind::TELEGRAM, "https://t.me/+4915123456789", "+4915123456789", "tg://resolve?phone=4915123456789"),
    (ChannelKind::TELEGRAM, "+49 151 23456789", "+4915123456789", "tg://resolve?phone=4915123456789"),
    (ChannelKind::SNAPCHAT, "https://www.snapchat.com/add/anna-uv", "anna-uv", "https://www.snapchat.com/add/anna-uv"),
    (ChannelKind::DISCORD, "Anna#1234", "anna#1234", ""),
    (ChannelKind::DISCORD, "https://discord.com/users/123456789012345678", "123456789012345678", ""),
    (ChannelKind::IMESSAGE, "anna@icloud.com", "anna@icloud.com", "imessage://anna@icloud.com"),
    (ChannelKind::IMESSAGE, "0151 23456789", "+4915123456789", "imessage://+4915123456789"),
    (ChannelKind::LINE, "https://line.me/ti/p/~anna.uv", "anna.uv", "https://line.me/ti/p/~anna.uv"),
    (ChannelKind::LINE, "@anna-shop", "@anna-shop", "https://line.me/R/ti/p/@anna-shop"),
    (
        ChannelKind::VIBER,
        "viber://chat?number=%2B4915123456789",
        "+4915123456789",
        "viber://chat?number=%2B4915123456789",
    ),
    (ChannelKind::ZALO, "https://zalo.me/84912345678", "+84912345678", "https://zalo.me/84912345678"),
    (ChannelKind::KAKAOTALK, "anna_uv", "anna_uv", ""),
    (
        ChannelKind::SIGNAL,
        "https://signal.me/#p/+4915123456789",
        "+4915123456789",
        "https://signal.me/#p/+4915123456789",
    ),
    (ChannelKind::SIGNAL, "anna.42", "anna.42", ""),
    (
        ChannelKind::LINKEDIN,
        "https://de.linkedin.com/in/Anna-M%C3%BCller-5a/?trk=x",
        "in/anna-müller-5a",
        "https://www.linkedin.com/in/anna-m%C3%BCller-5a",
    ),
    (
        ChannelKind::LINKEDIN,
        "linkedin.com/company/acme-uv/about/",
        "company/acme-uv",
        "https://www.linkedin.com/company/acme-uv",
    ),
    (ChannelKind::LINKEDIN, "anna-mueller", "in/anna-mueller", "https://www.linkedin.com/in/anna-mueller"),
    (ChannelKind::ALIBABA, "cn1512345678", "cn1512345678", ""),
    (ChannelKind::WEBSITE, "Example.COM", "https://example.com", "https://example.com/"),
    (
        ChannelKind::WEBSITE,
        "http://www.example.com/shop?x=1",
        "http://www.example.com/shop?x=1",
        "http://www.example.com/shop?x=1",
    ),
];

#[test]
fn handles_and_pasted_addresses() {
    for (kind, raw, want, to) in HANDLES {
        assert_eq!(validate(*kind, raw, Country::new("DE")).as_deref(), Ok(*want), "{kind} {raw}");
        assert_eq!(norm(*kind, want).as_deref(), Some(*want), "{kind} {want}: normalised stays");
        assert_eq!(link(*kind, raw, want).unwrap_or_default(), *to, "{kind} {raw}");
        assert!(kind_has_link(*kind) || to.is_empty());
    }
    let tried: HashSet<ChannelKind> = HANDLES.iter().map(|row| row.0).collect();
    assert_eq!(tried.len(), kinds().len(), "each kind is tried");
}

fn kind_has_link(k: ChannelKind) -> bool {
    kind(k).is_some_and(|info| info.linked)
}

#[test]
fn a_number_that_fits_no_country_is_told_so_once_the_country_is_known() {
    let said = validate(ChannelKind::PHONE, "(5) 555-4729", Country::new("MX")).unwrap_err();
    assert_eq!(said.key, "handle-phone-there");
}

#[test]
fn what_cannot_be_read_says_why() {
    for (kind, raw, key) in [
        (ChannelKind::EMAIL, "", "handle-empty"),
        (ChannelKind::EMAIL, "anna", "handle-email"),
        (ChannelKind::EMAIL, "anna@localhost", "handle-email"),
        (ChannelKind::EMAIL, "anna@exаmple.com", "handle-email-mixed"),
        (ChannelKind::PHONE, "12", "handle-phone"),
        (ChannelKind::WHATSAPP, "anna", "handle-phone"),
        (ChannelKind::X, "anna müller", "handle-character"),
        (ChannelKind::X, "a_name_that_is_far_too_long", "handle-length"),
        (ChannelKind::X, "https://x.com/home", "handle-no-profile"),
        (ChannelKind::FACEBOOK, "https://instagram.com/anna", "handle-other-site"),
        (ChannelKind::FACEBOOK, "https://facebook.com.evil.example/anna", "handle-other-site"),
        (ChannelKind::FACEBOOK, "https://www.facebook.com/groups/123", "handle-no-profile"),
        (ChannelKind::HANGOUTS, "anna", "handle-email-or-phone"),
        (ChannelKind::WEBSITE, "no site yet", "handle-url"),
        (ChannelKind::WEBSITE, "javascript:alert(1)", "handle-url"),
        (ChannelKind::SKYPE, "anna\u{1b}[2J", "handle-unreadable"),
    ] {
        let said = validate(kind, raw, None).unwrap_err();
        assert_eq!(said.key, key, "{kind} {raw}");
        for lang in Lang::ALL {
            let text = crate::reference::Words::of(lang).say(&said);
            assert!(!text.as_str().contains(['{', '$']) && !text.as_str().starts_with('‹'), "{text}");
        }
    }
}

#[test]
fn a_pasted_text_tells_its_kind() {
    for (text, want) in [
        ("https://wa.me/4915123456789", Some((ChannelKind::WHATSAPP, "+4915123456789"))),
        ("t.me/anna_uv", Some((ChannelKind::TELEGRAM, "anna_uv"))),
        ("https://www.linkedin.com/in/anna", Some((ChannelKind::LINKEDIN, "in/anna"))),
        ("https://m.me/anna", Some((ChannelKind::MESSENGER, "anna"))),
        ("skype:anna?chat", Some((ChannelKind::SKYPE, "anna"))),
        ("Skype: anna.uv", Some((ChannelKind::SKYPE, "anna.uv"))),
        ("微信：anna_zhou", Some((ChannelKind::WECHAT, "anna_zhou"))),
        ("WhatsApp: +49 151 23456789", Some((ChannelKind::WHATSAPP, "+4915123456789"))),
        ("mailto:anna@example.com", Some((ChannelKind::EMAIL, "anna@example.com"))),
        ("Anna <anna@example.com>", Some((ChannelKind::EMAIL, "anna@example.com"))),
        ("+49 151 23456789", Some((ChannelKind::PHONE, "+4915123456789"))),
        ("www.example.com", Some((ChannelKind::WEBSITE, "https://www.example.com"))),
        ("https://example.com/a", Some((ChannelKind::WEBSITE, "https://example.com/a"))),
        ("anna", None),
        ("@anna", None),
        ("12345", None),
        ("", None),
        ("12:30", None),
    ] {
        assert_eq!(recognise(text), want.map(|(kind, norm)| (kind, norm.to_owned())), "{text}");
    }
}

#[test]
fn hostile_handles_make_no_hostile_links() {
    for evil in [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "anna?cmd=1",
        "anna&x=y",
        "a b",
        "../../x",
        "anna\n-x",
        "`id`",
        "$(id)",
        "anna\"><script>",
        "%2e%2e%2f",
        "https://user@evil.example",
        "-rf",
        "a\u{202e}b",
        "anna#frag",
        "@@@",
    ] {
        for info in kinds() {
            for found in [link(info.kind, evil, ""), link(info.kind, evil, evil)].into_iter().flatten() {
                let tail = found.split_once(':').map(|(_, tail)| tail).unwrap_or_default();
                assert!(!found.contains([' ', '"', '`', '$', '<', '>', '\n']), "{found}");
                assert!(!found.contains("..") && !tail.contains("script"), "{found}");
                assert!(found.is_ascii() && !found.starts_with("file") && !found.starts_with("javascript"), "{found}");
            }
        }
    }
}

#[test]
fn a_kind_of_the_exporters_own_is_kept_as_written() {
    let own = ChannelKind::new("qq").unwrap();
    assert_eq!(normalise(own, " 12345 ", None).as_deref(), Some("12345"));
    assert_eq!((kind(own), link(own, "12345", "12345")), (None, None));
}

proptest! {
    #[test]
    fn whatever_is_written(at in 0usize..25, raw in ".{0,60}") {
        let kind = kinds()[at].kind;
        if let Ok(norm) = validate(kind, &raw, None) {
            prop_assert_eq!(normalise(kind, &norm, None), Some(norm.clone()), "normalised stays");
            if let Some(link) = link(kind, &raw, &norm) {
                prop_assert!(link.bytes().all(|b| b.is_ascii_graphic()), "{link}");
            }
        }
        recognise(&raw);
    }

    #[test]
    fn whatever_looks_like_an_address(at in 0usize..25, host in 0usize..4, tail in "[a-zA-Z0-9@._~%?=&/#+:-]{0,30}") {
        let kind = kinds()[at].kind;
        let hosts = &spec(kind).unwrap().hosts;
        let host = hosts.get(host).map_or("example.com", String::as_str);
        let raw = format!("https://{host}/{tail}");
        if let Some(norm) = normalise(kind, &raw, None) {
            prop_assert_eq!(normalise(kind, &norm, None), Some(norm.clone()), "normalised stays");
        }
        recognise(&raw);
    }
}
