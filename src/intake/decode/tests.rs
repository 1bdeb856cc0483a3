use super::*;

fn read(bytes: &[u8], chinese: bool) -> (String, Detected) {
    decode("t.csv", bytes.to_vec(), &Options { chinese_hint: chinese, ..Options::default() }).unwrap()
}

#[test]
fn marks_and_strict_encodings() {
    let wide = |text: &str, mark: bool, big: bool| -> Vec<u8> {
        let units = mark.then_some(0xfeff).into_iter().chain(text.encode_utf16());
        units.flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    };
    let text = "姓名,email,电话\n李伟,li@x.example,13800138000\n";
    let cases = [
        (text.as_bytes().to_vec(), "UTF-8", Why::Strict),
        (format!("\u{feff}{text}").into_bytes(), "UTF-8", Why::Mark),
        (wide(text, true, false), "UTF-16LE", Why::Mark),
        (wide(text, true, true), "UTF-16BE", Why::Mark),
        (wide(text, false, false), "UTF-16LE", Why::Strict),
        (wide(text, false, true), "UTF-16BE", Why::Strict),
    ];
    for (bytes, encoding, why) in cases {
        let (read, detected) = read(&bytes, false);
        assert_eq!((read.as_str(), detected.encoding, detected.why), (text, encoding, why));
    }
}

#[test]
fn mostly_ascii_chinese_is_chinese() {
    let text =
        "Company,Contact,Email\nYiwu Toys 义乌市玩具有限公司,李伟,li@x.example\nNingbo Pumps,王芳,wang@y.example\n";
    for chinese in [false, true] {
        let (read, detected) = read(&encoding_rs::GB18030.encode(text).0, chinese);
        assert_eq!((read.as_str(), detected.encoding, detected.why), (text, "gb18030", Why::Chinese));
    }
}

#[test]
fn other_scripts_are_not() {
    let cases = [
        (encoding_rs::EUC_KR, "이름,회사\n김철수,한국무역 주식회사\n이영희,서울상사\n박민수,부산기계\n"),
        (encoding_rs::BIG5, "姓名,公司,電話\n陳大文,台灣貿易股份有限公司,02-2345-6789\n林美玲,高雄機械有限公司\n"),
        (encoding_rs::SHIFT_JIS, "名前,会社\n田中太郎,東京貿易株式会社\n鈴木花子,大阪のポンプ屋さん\n"),
        (encoding_rs::WINDOWS_1251, "Имя,Компания\nИван Петров,Ромашка\nАнна Смирнова,Северная торговая компания\n"),
        (encoding_rs::WINDOWS_1252, "Name,Stadt\nJörg Müller,Köln\nFrançois Lefèvre,Orléans\nJosé Peña,Málaga\n"),
    ];
    for (encoding, text) in cases {
        let (read, detected) = read(&encoding.encode(text).0, false);
        assert_eq!((read.as_str(), detected.encoding), (text, encoding.name()));
    }
    // Even with the hint, Western text stays Western.
    let (text, _) = read(&encoding_rs::WINDOWS_1252.encode("Name,Stadt\nJörg Müller,Köln\n").0, true);
    assert_eq!(text, "Name,Stadt\nJörg Müller,Köln\n");
}

#[test]
fn nothing_is_lost_in_silence() {
    let asked = |label: &str, bytes: &[u8]| {
        decode("t.csv", bytes.to_vec(), &Options { encoding: Some(label.to_owned()), ..Options::default() })
    };
    let (text, detected) = asked("utf-8", b"a\xffb\xc3").unwrap();
    assert_eq!((text.as_str(), detected.unreadable, detected.why), ("a\u{fffd}b\u{fffd}", 2, Why::Asked));
    assert_eq!(asked("gbk", b"\xd2\xe5").unwrap().0, "义");
    assert!(asked("klingon", b"a").is_err());
    let (text, detected) = read(b"a\0b", false);
    assert_eq!((text.as_str(), detected.unreadable), ("ab", 1));
    // One slip does not make a UTF-8 file something else.
    let mut bytes = "姓名,公司\n李伟,义乌市玩具有限公司\n王芳,宁波水泵\n".as_bytes().to_vec();
    bytes.push(0xff);
    assert_eq!(read(&bytes, true).1.encoding, "UTF-8");
}

#[test]
fn what_is_no_text_is_said_to_be_none() {
    let bytes: Vec<u8> = (0..5000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    for binary in [&bytes[..], &b"SQLite format 3\0\x10\0\x01\x01\0\x40\x20\x20\0\0\0\x05\0\0\0\x02"[..]] {
        let error = decode("trade.db", binary.to_vec(), &Options::default()).unwrap_err();
        assert!(matches!(error, IntakeError::NotATable { .. }), "{error}");
    }
}
