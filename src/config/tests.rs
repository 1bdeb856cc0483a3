use super::*;
use crate::domain::Stage;
use crate::domain::say::Arg;
use crate::reference::{Lang, Words};

/// Line, key and the argument that tells most.
fn problems(text: &str) -> Vec<(usize, &'static str, String)> {
    let told = |say: &Say| {
        let pick = |name| say.args.iter().find(|(arg, _)| *arg == name);
        let arg = ["nearest", "wanted", "key", "value"].into_iter().find_map(pick);
        match arg {
            Some((_, Arg::Text(text))) => text.clone(),
            _ => String::new(),
        }
    };
    Config::parse(text).problems.iter().map(|problem| (problem.line, problem.text.key, told(&problem.text))).collect()
}

#[test]
fn the_example_is_the_default() {
    assert_eq!(Config::parse(EXAMPLE), Loaded::default());
    let bare: String = EXAMPLE
        .lines()
        .map(|line| match line.strip_prefix('#') {
            Some(setting) if !setting.starts_with(' ') => format!("{setting}\n"),
            _ => format!("{line}\n"),
        })
        .collect();
    assert!(bare.contains("\nzone = \"\"\n") && bare.contains("\n[tiers.A]\n"), "{bare}");
    assert_eq!(Config::parse(&bare), Loaded::default());
}

#[test]
fn every_setting_of_the_example_is_known_and_every_known_one_is_in_it() {
    let bare = EXAMPLE.replace("\n#", "\n");
    for name in read::KNOWN.concat() {
        let found = bare.lines().any(|line| {
            line.starts_with(&format!("{name} = "))
                || line == format!("[{name}]")
                || line.contains(&format!("[{name}."))
                || line.ends_with(&format!(".{name}]"))
        });
        assert!(found, "{name}");
    }
}

#[test]
fn everything_can_be_set() {
    let loaded = Config::parse(
        r#"
zone = "Asia/Shanghai"
language = "zh-CN"
theme = "light"
holidays = "de"
[tiers.A]
name = "VIP"
cadence_days = 5
open_sea_days = 20
policy = "Call first, then write."
[tiers]
none = { cadence_days = 45 }
[keys]
undo = ["u", "ctrl-z"]
quit = "q"
help = []
[backups]
recent = 3
monthly = 0
[cadence]
capacity = 40
[cadence.stages]
quoted = 2
lost = 0
fair = 5
"#,
    );
    assert_eq!(loaded.problems, []);
    let config = loaded.config;
    assert_eq!((&*config.zone, &*config.language, &*config.theme), ("Asia/Shanghai", "zh-CN", "light"));
    assert_eq!(config.holidays, Country::new("DE"));
    assert_eq!(config.tier_name(Tier::A), "VIP");
    assert_eq!(config.tier_name(Tier::B), "B");
    assert_eq!(&*config.tiers[0].policy, "Call first, then write.");
    let rules = config.rules();
    assert_eq!((rules.cadence, rules.open_sea), ([5, 14, 30, 45], [20, 60, 120, 90]));
    assert_eq!((rules.latest, rules.capacity), ([10, 21, 45, 68], 40));
    assert_eq!(rules.pace(None, Stage::new("fair"), Tier::C).ideal, 5);
    assert_eq!(rules.pace(None, Some(Stage::LOST), Tier::C).ideal, 30);
    assert_eq!(config.keys["undo"], ["u".into(), "ctrl-z".into()]);
    assert_eq!(config.keys["quit"], ["q".into()]);
    assert!(config.keys["help"].is_empty());
    assert_eq!(loaded.key_lines["quit"], 15);
    assert_eq!(config.backups, Backups { recent: 3, daily: 7, weekly: 4, monthly: 0 });
}

#[test]
fn unknown_settings_name_their_line_and_the_nearest() {
    let text =
        "tehme = \"light\"\nxyzzy = 1\n\n[tiers.A]\ncadence = 3\ncadence-days = 3\n[tiers.D]\n[backup]\nrecent = 2\n";
    assert_eq!(
        problems(text),
        [
            (1, "config-unknown-nearest", "theme".into()),
            (2, "config-unknown", "xyzzy".into()),
            (5, "config-unknown", "tiers.A.cadence".into()),
            (6, "config-unknown-nearest", "tiers.A.cadence_days".into()),
            (7, "config-unknown-nearest", "tiers.A".into()),
            (8, "config-unknown-nearest", "backups".into()),
        ]
    );
}

#[test]
fn a_mistake_costs_only_itself() {
    let text = "zone = 8\ntheme = \"pink\"\nlanguage = \"en\"\nholidays = \"China\"\nkeys = 1\n[tiers.A]\n\
                cadence_days = 0\nopen_sea_days = \"ten\"\nname = \"VIP\"\n[backups]\nrecent = 0\ndaily = -1\nweekly = 9\n";
    assert_eq!(
        problems(text),
        [
            (1, "config-type", "text".into()),
            (2, "config-choice", "theme".into()),
            (4, "config-country", "China".into()),
            (5, "config-type", "table".into()),
            (7, "config-range", "tiers.A.cadence_days".into()),
            (8, "config-type", "number".into()),
            (11, "config-range", "backups.recent".into()),
            (12, "config-range", "backups.daily".into()),
        ]
    );
    let config = Config::parse(text).config;
    assert_eq!(&*config.language, "en");
    assert_eq!(config.tier_name(Tier::A), "VIP");
    assert_eq!(config.backups, Backups { weekly: 9, ..Backups::default() });
    assert_eq!(config.rules(), Rules { feasts: crate::reference::feasts(), ..Rules::default() });
    assert_eq!(problems("zone = \"Mars/Base\"\n"), [(1, "config-zone", "Mars/Base".into())]);
}

#[test]
fn a_line_that_is_no_toml_costs_only_itself() {
    let text = "language = \"en\"\ntheme = light\nthis is nothing\n[tiers.A]\nname = \"VIP\"\n";
    let loaded = Config::parse(text);
    let lines: Vec<_> = loaded.problems.iter().map(|problem| (problem.line, problem.text.key)).collect();
    assert_eq!(lines, [(2, "config-syntax"), (3, "config-syntax")]);
    assert_eq!(&*loaded.config.language, "en");
    assert_eq!(&*loaded.config.theme, "dark");
    assert_eq!(loaded.config.tier_name(Tier::A), "VIP");
    for broken in
        ["[", "= =", "\"", "a = [1,", "[tiers\nname = 1", "zone = \"\"\"x", "\u{0}", "zone = \"a\"\nzone = \"b\""]
    {
        assert_ne!(Config::parse(broken).problems, [], "{broken:?}");
    }
}

#[test]
fn files_that_are_missing_unreadable_or_not_utf8() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(Config::load(&folder.path().join("none.toml")), Loaded::default());
    let loaded = Config::load(folder.path());
    assert_eq!((loaded.problems[0].line, loaded.problems[0].text.key), (0, "config-unreadable"));
    let path = folder.path().join("config.toml");
    std::fs::write(&path, b"\xef\xbb\xbflanguage = \"en\"\r\n# caf\xe9\r\ntheme = \"light\"\r\n").unwrap();
    let loaded = Config::load(&path);
    assert_eq!(
        (loaded.problems.len(), loaded.problems[0].line, loaded.problems[0].text.key),
        (1, 2, "config-not-utf8")
    );
    assert_eq!((&*loaded.config.language, &*loaded.config.theme), ("en", "light"));
}

#[test]
fn every_problem_has_its_sentence() {
    let text =
        "tehme = 1\nxyzzy = 1\nzone = 1\nlanguage = \"xx\"\nholidays = \"China\"\nbroken\n[backups]\nrecent = 0\n";
    for lang in Lang::ALL {
        for problem in Config::parse(text).problems {
            let said = Words::of(lang).say(&problem.text).to_string();
            assert!(!said.contains('‹') && !said.contains('{'), "{said}");
        }
    }
}

#[test]
fn the_exporters_own_words_take_the_place_of_the_list() {
    let text = "[me]\nname = \"Li Wei\"\nsignatur = 1\n[fit.b2b]\n\"UV lamp\" = 40\n\"水处理\" = 30\nspa = 300\nx = \"y\"\n\"--\" = 3\n[fit]\nb2d = {}\n";
    let loaded = Config::parse(text);
    let config = &loaded.config;
    assert_eq!(
        config.fit.b2b.iter().map(|(word, weight)| (&**word, *weight)).collect::<Vec<_>>(),
        [("UV lamp", 40), ("水处理", 30)]
    );
    assert_eq!(config.fit.b2c, FitRules::default().b2c);
    assert_eq!(&*config.me.name, "Li Wei");
    assert_eq!(
        problems(text),
        [
            (3, "config-unknown-nearest", "me.signature".into()),
            (7, "config-range", "fit.b2b.spa".into()),
            (8, "config-type", "number".into()),
            (9, "config-no-word", "fit.b2b.--".into()),
            (11, "config-unknown-nearest", "fit.b2b".into()),
        ]
    );
}

#[test]
fn the_funnel_is_the_exporters() {
    let text = r#"
[stages]
order = ["fair", "inquiry", "order"]
hidden = ["inquiry"]
stuck_days = 21
[stages.names]
fair = "广交会"
order = ""
"#;
    let loaded = Config::parse(text);
    assert_eq!(loaded.problems, []);
    let stages = &loaded.config.stages;
    let fair = Stage::new("fair").unwrap();
    assert_eq!(stages.order, [fair, Stage::INQUIRY, Stage::ORDER, Stage::LOST], "who is lost has to be somewhere");
    assert_eq!((stages.shown().collect::<Vec<_>>(), stages.stuck_days), (vec![fair, Stage::ORDER, Stage::LOST], 21));
    assert_eq!(stages.names.iter().map(|(stage, name)| (*stage, &**name)).collect::<Vec<_>>(), [(fair, "广交会")]);
    assert_eq!(&loaded.config.rules().funnel, stages);
    let lost_first = Config::parse("[stages]\norder = [\"lost\", \"order\"]\n").config.stages;
    assert_eq!(lost_first.steps().collect::<Vec<_>>(), [Stage::ORDER], "lost is no step, wherever it stands");
}

#[test]
fn mistakes_in_the_funnel_name_their_line() {
    let text = "[stages]\norder = [\"fair\", \"Fair Booth\", \"a-stage-of-sixteen\", \"\", \"fair\"]\nhiden = []\n\
                hidden = [\"lost\", 3]\nstuck_days = 0\n[stages.names]\n\"no good\" = \"x\"\nfair = 3\norder = \"Deal\"\nsample = \"deal\"\n";
    assert_eq!(
        problems(text),
        [
            (2, "config-stage", "Fair Booth".into()),
            (2, "config-stage", "a-stage-of-sixteen".into()),
            (2, "config-stage", String::new()),
            (2, "config-stage-twice", "fair".into()),
            (3, "config-unknown-nearest", "stages.hidden".into()),
            (4, "config-type", "list".into()),
            (5, "config-range", "stages.stuck_days".into()),
            (7, "config-stage", "no good".into()),
            (8, "config-type", "text".into()),
            (10, "config-stage-name-twice", "deal".into()),
        ]
    );
    let stages = Config::parse(text).config.stages;
    assert_eq!(stages.order, [Stage::new("fair").unwrap(), Stage::LOST], "what is sound applies");
    let stages = |text: &str| Config::parse(&format!("[stages]\n{text}\n"));
    assert_eq!(problems("[stages]\norder = []\n"), [(2, "config-stages-none", "stages.order".into())]);
    assert_eq!(stages("order = []").config.stages, Stages::default());
    assert_eq!(problems("[stages]\norder = [\"lost\"]\n"), [(2, "config-stages-none", "stages.order".into())]);
    assert_eq!(problems("[stages]\nhidden = [\"lost\"]\n"), [(2, "config-stage-lost", String::new())]);
    assert_eq!(stages("hidden = [\"lost\"]").config.stages.hidden, []);
    for lang in Lang::ALL {
        let broken = [text, "[stages]\norder = []\n", "[stages]\nhidden = [\"lost\"]\n"];
        for problem in broken.iter().flat_map(|text| Config::parse(text).problems) {
            let said = Words::of(lang).say(&problem.text).to_string();
            assert!(!said.contains('‹') && !said.contains('{'), "{said}");
        }
    }
}
