use super::*;
use std::collections::HashSet;
use table::TABLE;

#[test]
fn every_default_key_can_be_read_and_written_back() {
    for row in TABLE {
        for text in row.keys {
            let keys: Keys = text.parse().unwrap_or_else(|()| panic!("{}: `{text}`", row.slug));
            assert_eq!(keys.to_string(), *text);
        }
    }
}

#[test]
fn no_two_commands_share_a_chord_where_both_answer() {
    let (_, problems) = Keymap::with([]);
    assert_eq!(problems, []);
}

#[test]
fn slugs_are_unique() {
    let slugs: HashSet<_> = TABLE.iter().map(|row| row.slug).collect();
    assert_eq!(slugs.len(), TABLE.len());
}

#[test]
fn the_innermost_scope_answers_first_and_two_chords_make_a_jump() {
    let map = Keymap::default();
    let scopes = [Scope::List, Scope::Board];
    assert_eq!(map.resolve(&scopes, &[Chord::char('w')]), Resolved::Command(Command::CopyWhatsApp));
    assert_eq!(map.resolve(&[Scope::Month, Scope::Board], &[Chord::char('w')]), Resolved::Command(Command::WeekMode));
    assert_eq!(map.resolve(&scopes, &[Chord::char('g')]), Resolved::Prefix);
    let jump = [Chord::char('g'), Chord::char('t')];
    assert_eq!(map.resolve(&scopes, &jump), Resolved::Command(Command::Today));
    assert!(map.continuations(&scopes, Chord::char('g')).len() > 8);
}

#[test]
fn the_config_moves_a_key_and_a_clash_is_said() {
    let log = ["L".to_owned()];
    let (map, problems) = Keymap::with([("log", &log[..])]);
    assert_eq!(problems, []);
    assert_eq!(map.resolve(&[Scope::List], &[Chord::char('L')]), Resolved::Command(Command::Log));
    assert_eq!(map.resolve(&[Scope::List], &[Chord::char('l')]), Resolved::Nothing);
    let plan = ["a".to_owned()];
    let (map, problems) = Keymap::with([("plan", &plan[..])]);
    assert_eq!(problems.len(), 1);
    assert_eq!(
        map.resolve(&[Scope::List, Scope::Board], &[Chord::char('a')]),
        Resolved::Command(Command::SetTier(crate::domain::Tier::A))
    );
    let (_, problems) = Keymap::with([("nonsense", &plan[..])]);
    assert_eq!(problems.len(), 1);
}
