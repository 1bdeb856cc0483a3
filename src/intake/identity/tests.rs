use super::*;

#[test]
fn companies_without_their_legal_forms() {
    let same = [
        &[
            "Müller Wassertechnik GmbH",
            "MULLER WASSERTECHNIK",
            "Müller  Wassertechnik G.m.b.H.",
            "Müller Wassertechnik GmbH & Co. KG",
        ][..],
        &["Acme Ltd", "ACME Limited", "Acme Co., Ltd.", "Acme, Inc.", "The Acme Company", "Acme L.L.C.", "Acme Co.Ltd"],
        &["Mulligan Pumps Pty Ltd", "Mulligan Pumps (Pty) Ltd.", "Mulligan-Pumps"],
        &["Société Générale S.A.", "Societe Generale SA", "Societe Generale S. A."],
        &["Novo A/S", "Novo AS", "NOVO"],
        &["Sony K.K.", "Sony KK"],
        &["义乌市玩具有限公司", "义乌市玩具", "义乌市玩具有限责任公司", "义乌市玩具股份有限公司"],
        &["株式会社山田商店", "山田商店"],
        &["Kowalski sp. z o.o.", "Kowalski Sp z oo"],
        &["Johnson & Johnson", "Johnson and Johnson Inc"],
        &["Ｓａｋｕｒａ Ltd", "Sakura"],
    ];
    for names in same {
        for name in names {
            assert_eq!(fold_company(name), fold_company(names[0]), "{name}");
        }
    }
    for (a, b) in [("李记", "里记"), ("Acme Pumps", "Acme Valves"), ("义乌玩具", "宁波玩具"), ("GmbH", "Ltd")]
    {
        assert_ne!(fold_company(a), fold_company(b));
    }
}

#[test]
fn persons_in_any_order() {
    assert_eq!(fold_person("Müller, Anna"), fold_person("Ms. anna muller"));
    assert_ne!(fold_person("Anna Müller"), fold_person("Hanna Müller"));
    assert_ne!(fold_person("李伟"), fold_person("里伟"));
}

#[test]
fn handles_and_domains() {
    let key = |kind, handle, norm| handle_key(kind, handle, norm);
    assert_eq!(key(ChannelKind::PHONE, "x", "+49301"), key(ChannelKind::WHATSAPP, "y", "+49301"));
    assert_ne!(key(ChannelKind::SKYPE, "anna", "anna"), key(ChannelKind::TELEGRAM, "anna", "anna"));
    assert_eq!(key(ChannelKind::SKYPE, " ", ""), None);
    assert_eq!(own_domain(ChannelKind::EMAIL, "a@acme.example"), Some("acme.example"));
    assert_eq!(own_domain(ChannelKind::EMAIL, "a@gmail.com"), None);
    assert_eq!(own_domain(ChannelKind::EMAIL, "a@yahoo.co.uk"), None);
    assert_eq!(own_domain(ChannelKind::WEBSITE, "https://www.acme.example/a"), Some("acme.example"));
}
