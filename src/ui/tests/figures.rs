//! Segments, tier drift and what is before a holiday, over the fixed board.

use super::fixture::now;
use crate::app::App;
use crate::app::ahead::AheadView;
use crate::app::figures::{DriftView, RfmView};
use crate::app::modal::Modal;
use crate::domain::ahead::{Ahead, Need};
use crate::domain::reckoning::Reckoning;
use crate::domain::rfm::Rfm;
use crate::domain::sales::{Collector, Rates};
use crate::domain::suggest::drift;
use crate::domain::workday::{Holiday, LongHoliday};
use crate::domain::{Amount, Country, Currency, CustomerId, Sale, Tier};
use chrono::Days;

static NATIONAL: Holiday = Holiday { name_en: "National Day", name_zh: "国庆节", estimated: false };
static EID: Holiday = Holiday { name_en: "Eid al-Fitr", name_zh: "开斋节", estimated: true };
static EASTER: Holiday = Holiday { name_en: "Easter Monday", name_zh: "复活节星期一", estimated: false };

/// Filled, and with nothing to show.
pub fn layers(app: &App) -> Vec<(&'static str, Modal)> {
    let rfm = RfmView { rfm: Some(Box::new(rfm())), cursor: 2 };
    let empty = Rfm::of(Reckoning::default().rfm(now().today()).sums(&Rates::default()), now().today());
    vec![
        ("segments", Modal::Rfm(rfm)),
        ("segments-empty", Modal::Rfm(RfmView { rfm: Some(Box::new(empty)), cursor: 0 })),
        ("drift", Modal::Drift(Box::new(misfiled(app)))),
        ("ahead", Modal::Ahead(Box::new(ahead()))),
        ("ahead-none", Modal::Ahead(Box::default())),
    ]
}

/// A year and a half of orders: the first customers buy often and much.
fn sales(mut collector: Collector) -> Collector {
    let usd = Currency::parse("USD").unwrap();
    let euro = Currency::parse("EUR").unwrap();
    for id in 1..=13_i64 {
        for order in 0..(15 - id) {
            let ago = (order * 37 + id * id * 3).unsigned_abs() % 540;
            collector.add(&Sale {
                customer: CustomerId(id),
                on: now().today() - Days::new(ago),
                currency: if id == 5 { euro } else { usd },
                amount: Amount::whole((14 - id) * 1_900 + order * 310),
            });
        }
    }
    collector
}

fn rates() -> Rates {
    let mut rates = Rates { currency: Currency::parse("USD").unwrap(), ..Rates::default() };
    rates.rates.insert(Currency::parse("EUR").unwrap(), Amount::whole(1));
    rates
}

fn rfm() -> Rfm {
    Rfm::of(sales(Reckoning::default().rfm(now().today())).sums(&rates()), now().today())
}

fn misfiled(app: &App) -> DriftView {
    let rules = Reckoning::default();
    let sums = sales(rules.tiers(now().today())).sums(&rates());
    let found = drift(app.board.bundles(), &sums, &rules.suggest, &now());
    let mut view = DriftView { drift: Some(Box::new(found)), cursor: 1, ..DriftView::default() };
    let ids: Vec<CustomerId> = view.rows().iter().map(|it| it.customer).collect();
    view.decided.insert(ids[0], Tier::A);
    view.marks.extend([ids[1], ids[2]]);
    view
}

fn ahead() -> AheadView {
    let long = |from: u64, days: u64, holiday| {
        let first = now().today() + Days::new(from);
        LongHoliday { first, last: first + Days::new(days - 1), holiday }
    };
    let code = |code| Country::new(code).unwrap();
    let reach = |ids: &[i64]| {
        let needs = [Need::Within, Need::After, Need::Meanwhile];
        ids.iter().zip(needs.into_iter().cycle()).map(|(id, need)| (CustomerId(*id), need)).collect()
    };
    let all = vec![
        Ahead { countries: vec![], long: long(8, 7, &NATIONAL), workdays: 6, reach: reach(&[1, 2, 7, 3, 4, 5, 6]) },
        Ahead { countries: vec![code("AE")], long: long(12, 5, &EID), workdays: 4, reach: reach(&[3]) },
        Ahead {
            countries: ["DE", "GB", "IE", "NO", "PT"].map(code).to_vec(),
            long: long(30, 4, &EASTER),
            workdays: 17,
            reach: reach(&[1, 2, 11]),
        },
    ];
    let mut view = AheadView { all, ..AheadView::default() };
    view.spared = crate::app::weary::Spared::told(vec![(CustomerId(2), 4), (CustomerId(5), 3)]);
    view
}
