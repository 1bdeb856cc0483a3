//! What the reader hands to the screen.

use super::*;

#[test]
fn line_breaks_are_lines_and_controls_are_counted() {
    assert_eq!(cleaned("a\r\nb\rc\n\td"), ("a\nb\nc\n\td".to_owned(), 0));
    assert_eq!(cleaned("\u{1b}[31mred\u{7}\0"), ("[31mred".to_owned(), 3));
}

#[test]
fn every_find_says_where_it_stands() {
    let text = "Need 500 pcs of UV lamps\r\rAnna Müller\rMüller GmbH\rTel: +49 30 901820\r";
    let reading = reading(text, Country::new("CN"), Lang::En);
    let of = |part| reading.finds.iter().find(|find| find.part == part).unwrap();
    let phone = of(Part::Channel(ChannelKind::PHONE));
    assert_eq!((phone.from.line, phone.from.snippet.as_str()), (5, "Tel: +49 30 901820"));
    assert_eq!((of(Part::Country).value.as_str(), of(Part::Country).from.why), ("Germany", "paste-source-number"));
    assert_eq!(of(Part::Interests).value, "500 pcs UV lamps");
    assert_eq!(of(Part::Source).from.line, 0);
    assert!(reading.useful && reading.left_out.is_empty());
}

#[test]
fn of_several_people_the_first_is_taken_and_the_others_are_offered() {
    let text = "From: Anna Schmidt <anna@mueller.example>\nTo: sales@wind.example\nSubject: Lamps\n\n\
        We need 20 lamps.\n\nRegards\nJonas Weber\nMüller GmbH\n";
    let reading = reading(text, None, Lang::En);
    let people = reading.finds.iter().filter(|find| find.part == Part::Person);
    assert!(people.filter(|find| find.on).count() <= 1, "{:?}", reading.finds);
    assert!(reading.finds.iter().any(|find| find.part == Part::Via(Some(ChannelKind::EMAIL))));
    assert!(reading.finds.iter().any(|find| find.part == Part::Message && find.value.starts_with("Lamps\n")));
}

#[test]
fn nothing_useful_is_said_to_be_none() {
    for text in ["q\rD\r", "hello", "....", "\u{202e}\u{200b}", "12 34"] {
        assert!(!reading(text, None, Lang::En).useful, "{text:?}");
    }
}
