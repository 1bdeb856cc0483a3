//! Who waits, in the order of the board; verdicts by the exporter's own words.

use crate::support::{Desk, names};

#[test]
fn who_waits_longest_against_their_habit_comes_first() {
    let desk = Desk::new();
    for name in ["Alfa", "Beta", "Gamma"] {
        assert_eq!(
            desk.run(["add", "--name", name, "--country", "DE", "--channel", &format!("email=a@{name}.example")]).code,
            0
        );
    }
    for (name, at) in [("Alfa", "2026-11-10T10:00"), ("Beta", "2026-10-01T10:00"), ("Gamma", "2026-11-21T10:00")] {
        assert_eq!(desk.run(["log", name, "--via", "email", "--out", "--at", at, "our offer"]).code, 0);
    }
    assert_eq!(names(&desk.json(["list", "--view", "waiting", "--json"])), ["Beta", "Alfa", "Gamma"]);
    assert_eq!(names(&desk.json(["list", "--view", "waiting", "--sort", "name", "--json"])), ["Alfa", "Beta", "Gamma"]);
}

#[test]
fn fit_goes_by_the_words_of_the_configuration() {
    let desk = Desk::new();
    let config = desk.write("config.toml", "[fit.b2b]\n\"rubber duck\" = 44\n");
    let config = config.to_str().unwrap();
    assert_eq!(desk.run(["add", "--name", "Alfa", "--channel", "email=a@alfa.example"]).code, 0);
    assert_eq!(desk.run(["log", "Alfa", "--via", "email", "--in", "Need 500 rubber ducks and one UV lamp"]).code, 0);
    let own = desk.run(["--config", config, "verify", "Alfa"]);
    assert!(own.out.contains("44") && own.out.contains("rubber duck"), "{}", own.out);
    assert!(!own.out.contains("uv lamp"), "{}", own.out);
    assert!(desk.run(["verify", "Alfa"]).out.contains("uv lamp"));
}
