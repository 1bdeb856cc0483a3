use super::*;
use crate::domain::authenticity::web::is_number;

#[test]
fn verdicts_by_score_and_by_the_worst() {
    assert_eq!(verdict(0, 0), Verdict::Unknown);
    assert_eq!(verdict(REAL, 0), Verdict::Real);
    assert_eq!(verdict(REAL - 1, 0), Verdict::Unknown);
    assert_eq!(verdict(DOUBTFUL, -12), Verdict::Doubtful);
    assert_eq!(verdict(100, GRAVE), Verdict::Doubtful);
    assert_eq!(verdict(100, GRAVE + 1), Verdict::Real);
    assert_eq!(verdict(FAKE, -20), Verdict::Fake);
    assert_eq!(verdict(OUTWEIGHED, DECISIVE), Verdict::Fake);
    // What is decisive can still be outweighed by years of orders, and stays in doubt.
    assert_eq!(verdict(OUTWEIGHED + 1, DECISIVE), Verdict::Doubtful);
}

#[test]
fn of_each_check_the_worst_counts_and_else_the_best() {
    let one = |check, weight| Evidence::new(check, weight, Say::new("x"));
    let found = telling(vec![
        one(Check::Phone, 10),
        one(Check::EmailDomain, 15),
        one(Check::Phone, -15),
        one(Check::EmailDomain, 20),
        one(Check::Links, 0),
    ]);
    let found: Vec<_> = found.iter().map(|one| (one.check, one.weight)).collect();
    assert_eq!(found, [(Check::EmailDomain, 20), (Check::Phone, -15), (Check::Links, 0)]);
}

#[test]
fn outcomes_follow_the_sign() {
    let one = |weight| Evidence::new(Check::Links, weight, Say::new("x")).outcome().as_str();
    assert_eq!([one(3), one(0), one(-3)], ["good", "neutral", "bad"]);
}

#[test]
fn links_in_a_text() {
    let hosts = |text: &str| links(text).into_iter().map(|link| link.host).collect::<Vec<_>>();
    assert_eq!(hosts("see https://www.Acme.com/a?b, or (www.other.de)."), ["www.acme.com", "www.other.de"]);
    assert_eq!(hosts("http://a.example:8080/x http://user:pw@b.example"), ["a.example", "b.example"]);
    assert_eq!(hosts("acme.com is no link here, nor http://localhost"), Vec::<String>::new());
    assert_eq!(hosts("链接：https://公司.cn/订单。谢谢"), ["公司.cn"]);
    assert!(links("http://bank.example@evil.example/")[0].disguised);
    assert_eq!(links("https://x.example/po.exe").first().map(|link| link.path.clone()), Some("/po.exe".into()));
    assert_eq!(links(&"http://a.b/ ".repeat(5000)).len(), 40);
    assert_eq!(host("example.com/shop").as_deref(), Some("example.com"));
    assert_eq!(host("HTTPS://WWW.Example.com").as_deref(), Some("www.example.com"));
    assert_eq!(host("nothing"), None);
    assert!(is_number("10.0.0.1") && !is_number("10.0.0.example") && !is_number("1.2.3"));
}

#[test]
fn quantities() {
    for yes in [
        "500 pcs",
        "I need 20 sets.",
        "2 x 40HQ",
        "3吨",
        "1000支灯",
        "1,000 units",
        "50 pièces",
        "100kg",
        "5-pcs",
        "x3 containers 2 pc",
    ] {
        assert!(has_quantity(yes), "{yes}");
    }
    for no in ["price?", "2026-11-22", "call 138 1234", "0 pcs", "T5 lamp", "pcs", "55W", ""] {
        assert!(!has_quantity(no), "{no}");
    }
}

#[test]
fn texts_are_known_whatever_their_spaces_and_capitals() {
    let long = "We are a leading company in our country and would like to buy your products, send prices.";
    assert!(text_key(long).is_some());
    assert_eq!(text_key(long), text_key(&long.to_uppercase().replace(' ', "\n  ")));
    assert_eq!(text_key(long), text_key(&format!("\u{200b}{long}!!!")));
    assert_ne!(text_key(long), text_key(&format!("{long} today")));
    assert_eq!(text_key("Please send price."), None);
    assert!(text_key("你好，我们想采购一批紫外线杀菌灯，请报价并说明交期").is_some());
    assert_eq!(text_key("你好，请报价"), None);
}
