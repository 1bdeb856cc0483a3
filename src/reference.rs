//! What `assets/` know: countries, zones, channels, phones, words. Loaded once, when first asked, and then shared by
//! all threads.

pub mod ahead;
pub mod channels;
pub mod countries;
pub mod desk;
pub mod etiquette;
pub mod evidence;
pub mod feasts;
mod fold;
pub mod holidays;
pub mod hours;
pub mod languages;
pub mod mail_domains;
pub mod phones;
pub mod presence;
pub mod rankings;
pub mod rhythm;
pub mod stages;
pub mod study;
pub mod tells;
pub mod templates;
pub mod words;
pub mod zones;

pub use channels::{
    ChannelInfo, Retired, find_kind, is_phone_like, kind, kind_by_key, kinds, link, normalise, recognise, validate,
};
pub use countries::{CountryInfo, Weekend, countries, country, country_name, find_country};
pub use desk::Desk;
pub use etiquette::{Etiquette, etiquette};
pub use evidence::{Glance, Known};
pub use feasts::{feasts, feasts_on};
pub use holidays::{
    day_off, holiday, holidays_between, holidays_known, is_workday, known_years, long_holidays, next_workday,
    worked_in_exchange,
};
pub use hours::{Reach, Timetable, Window, reach, window};
pub use languages::{find_language, language_name};
pub use phones::{Phone, digits, format_international, parse_phone};
pub use presence::{Presence, State, Whereabouts, candidates};
pub use rankings::{Ranking, ranking, ranking_of};
pub use rhythm::Workdays;
pub use stages::find_stage;
pub use study::{Grounds, Others, study};
pub use words::{Lang, Words};
pub use zones::{
    Candidates, local_at, machine_zone, offset_at, to_instant, zone_city, zone_exists, zone_name, zone_names, zones_of,
};
