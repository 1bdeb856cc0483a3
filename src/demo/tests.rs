use super::*;
use crate::domain::{ChannelKind, Direction, FollowUpState, Stage, Status, Tier};
use crate::reference;
use chrono::FixedOffset;
use std::collections::HashSet;

fn now() -> Now {
    Now {
        instant: "2026-11-22T02:14:00Z".parse().unwrap(),
        zone: "Asia/Shanghai".into(),
        offset: FixedOffset::east_opt(8 * 3600).unwrap(),
    }
}

fn demo() -> Vec<Dossier> {
    dossiers(CUSTOMERS, SEED, &now()).collect()
}

#[test]
fn the_lists_can_be_read() {
    let [countries, cultures, trade, talk] = words::FILES;
    for text in [countries, cultures, trade, talk] {
        toml::from_str::<toml::Table>(text).unwrap();
    }
    let words = words::Words::get();
    assert!(words.countries.len() >= 40);
    for home in &words.countries {
        assert!(reference::country(home.code).is_some(), "{}", home.code);
        assert!(words.cultures.contains_key(&home.culture), "{}", home.culture);
        assert!(home.phone.matches('#').count() >= 3, "{}", home.code);
        assert!(!home.cities.is_empty() && !home.legal.is_empty() && !home.kinds.is_empty());
        for kind in &home.kinds {
            assert!(reference::kind(*kind).is_some(), "{kind}");
        }
    }
    for culture in words.cultures.values() {
        for name in culture.given.iter().chain(&culture.family).chain(&culture.trade) {
            assert!(!name.latin.is_empty(), "{}", name.native);
        }
        assert!(!culture.company.is_empty());
    }
    assert_eq!(words.trade.stage.len(), Stage::DEFAULT.len());
    for stage in &words.trade.stage {
        assert!(
            Stage::DEFAULT.iter().any(|known| known.as_str() == stage.name) && stage.last < words.trade.story.len()
        );
    }
    for (who, about) in &words.trade.story {
        assert!(Direction::parse(who).is_some());
        let languages = words.talk.iter().filter(|(language, _)| (who == "out") == (language.as_str() == "out"));
        for (language, sentences) in languages {
            assert!(sentences.get(about).is_some_and(|list| !list.is_empty()), "{language} {about}");
        }
    }
}

#[test]
fn a_seed_is_a_board() {
    assert_eq!(demo(), demo());
    assert_ne!(demo(), dossiers(CUSTOMERS, SEED + 1, &now()).collect::<Vec<_>>());
    for customers in [0, 1, 2, 3, 7, 1001] {
        assert_eq!(dossiers(customers, 9, &now()).count(), customers);
    }
    assert!(matches!(&edits(5, 1, &now())[..], [Edit::Import { dossiers, .. }] if dossiers.len() == 5));
}

#[test]
fn every_pane_has_something_to_show() {
    let demo = demo();
    let today = now().today();
    let count = |holds: &dyn Fn(&Dossier) -> bool| demo.iter().filter(|dossier| holds(dossier)).count();
    let due = |dossier: &Dossier| dossier.follow_ups.first().map(|f| f.due.on);
    assert!(demo.iter().filter_map(|dossier| dossier.fields.country).collect::<HashSet<_>>().len() >= 40);
    assert!((5..=7).contains(&count(&|d| due(d) == Some(today))));
    assert!((3..=5).contains(&count(&|d| due(d) < Some(today) && due(d).is_some())));
    assert!(count(&|d| due(d) > Some(today)) > 40);
    assert!((3..=6).contains(&count(&|d| d.fields.stage == Some(Stage::INQUIRY))));
    assert!((4..=20).contains(&count(&|d| d.fields.favourite)));
    assert!((1..=4).contains(&count(&|d| d.fields.status == Status::Archived)));
    assert!((6..=22).contains(&count(&|d| d.fields.tier == Tier::A)));
    assert!(count(&|d| d.fields.tier == Tier::C) > count(&|d| d.fields.tier == Tier::B));
    let waiting = |d: &Dossier| d.interactions.last().is_some_and(|said| said.direction == Direction::Out);
    assert!((9..=28).contains(&count(&waiting)), "{}", count(&waiting));
    assert!(count(&|d| d.follow_ups.iter().any(|f| f.due.zone.is_some())) >= 1);
    assert!(count(&|d| !d.care_dates.is_empty()) >= 5);
    assert!(count(&|d| d.channels.iter().any(|channel| channel.emergency)) >= 1);
    let states: HashSet<_> = demo.iter().flat_map(|d| &d.closed).map(|closed| closed.state).collect();
    assert!(states.contains(&FollowUpState::Kept) && states.contains(&FollowUpState::Late));
}

#[test]
fn nothing_was_said_in_the_future_and_all_in_order() {
    for dossier in dossiers(2000, 3, &now()) {
        let times: Vec<_> = dossier.interactions.iter().map(|said| said.at).collect();
        assert!(!times.is_empty() && times.is_sorted() && times.iter().all(|at| *at <= now().instant));
        assert!(dossier.interactions.iter().all(|said| !said.text.is_empty() && !said.text.contains(['{', '}'])));
        assert!(dossier.closed.iter().all(|closed| closed.at <= now().instant));
        assert!(!dossier.fields.name.is_empty() && !dossier.fields.name.contains(['{', '}', '|']));
    }
}

#[test]
fn handles_are_as_the_reference_reads_them() {
    for dossier in demo() {
        for channel in &dossier.channels {
            let read = reference::normalise(channel.kind, &channel.handle, dossier.fields.country);
            assert_eq!(read.as_deref(), Some(&*channel.norm), "{} {}", channel.kind, channel.handle);
        }
    }
}

#[test]
fn a_large_board_has_the_size_asked_for_and_no_doubles() {
    let customers = 20_000;
    let (mut channels, mut said) = (0, 0);
    let mut seen = HashSet::new();
    let mut names = HashSet::new();
    for dossier in dossiers(customers, 7, &now()) {
        channels += dossier.channels.len();
        said += dossier.interactions.len();
        names.insert(dossier.fields.name.clone());
        for channel in dossier.channels {
            if channel.kind == ChannelKind::EMAIL || channel.kind == ChannelKind::PHONE {
                assert!(seen.insert((channel.kind, channel.norm.clone())), "{}", channel.norm);
            }
        }
    }
    assert!((38_000..=42_000).contains(&channels), "{channels}");
    assert!((54_000..=66_000).contains(&said), "{said}");
    assert!(names.len() > customers * 85 / 100, "{}", names.len());
}

#[test]
fn every_way_through_the_funnel_leads_to_where_the_customer_is() {
    let [Edit::Import { dossiers, .. }] = &edits(1_000, SEED, &now())[..] else { panic!("one import") };
    let (mut back, mut reasons, mut months) = (0, 0, 0);
    for dossier in dossiers {
        let way = &dossier.stage_changes;
        assert_eq!(way.last().and_then(|change| change.stage), dossier.fields.stage);
        assert!(way.first().is_none_or(|change| change.was.is_none()));
        assert!(way.windows(2).all(|pair| pair[0].at < pair[1].at && pair[0].stage == pair[1].was));
        assert!(way.iter().all(|change| change.at <= now().instant && change.was != change.stage));
        let place = |stage: Option<Stage>| Stage::DEFAULT.iter().position(|known| Some(*known) == stage);
        back += usize::from(way.iter().any(|change| place(change.stage) < place(change.was)));
        reasons += usize::from(!dossier.fields.lost_reason.is_empty());
        assert!(dossier.fields.lost_reason.is_empty() || dossier.fields.stage == Some(Stage::LOST));
        let since = way.first().map_or(0, |change| (now().instant - change.at).num_days());
        months += usize::from(since > 60);
    }
    assert!(back > 30 && reasons > 20 && months > 400, "{back} {reasons} {months}");
    let first = &dossiers[0];
    assert_eq!(first.channels, demo_of(1_000)[0].channels, "all else is as without a past");
    let templates = dossiers.iter().flat_map(|it| &it.interactions).filter(|said| !said.template.is_empty());
    let slugs: HashSet<&str> = templates.map(|said| &*said.template).collect();
    assert!(slugs.len() > 5 && slugs.iter().all(|slug| reference::templates::all().iter().any(|it| it.slug == *slug)));
}

fn demo_of(customers: usize) -> Vec<Dossier> {
    dossiers(customers, SEED, &now()).collect()
}
