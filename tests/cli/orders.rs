//! Lists of orders come in, by whatever columns, once.

use crate::support::{Desk, data};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

fn import(desk: &Desk, args: &[&str], files: &[&Path]) -> Value {
    let files = files.iter().map(|file| file.to_str().unwrap());
    desk.json(["import", "--json", "--as", "orders"].into_iter().chain(args.iter().copied()).chain(files))
}

fn show(desk: &Desk, who: &str) -> Value {
    desk.json(["show", who, "--json"])
}

#[test]
fn one_line_per_item_with_words_in_chinese() {
    let desk = Desk::new();
    let file = desk.write(
        "订单.csv",
        "订单编号,下单时间,客户名称,客户邮箱,商品名称,数量,单价,实付金额（USD）,订单状态,发货时间\n\
         A-1,2026-03-01 10:00,Lamp Ltd,tom@lamp.example,UV灯,100,2.5,,已发货,2026/03/09\n\
         A-1,2026-03-01 10:00,Lamp Ltd,tom@lamp.example,镇流器,10,\"1,000.25\",,已发货,2026/03/09\n\
         A-2,2026年3月5日,Lamp Ltd,TOM@lamp.example,UV灯,5,2,,交易关闭,\n\
         A-3,20260401,Other SA,,UV灯,1,,US$ 99.90,待发货,\n\
         A-4,someday,Other SA,,UV灯,1,1,,,\n\
         合计,,,,,,,,,\n",
    );
    let said = import(&desk, &[], &[&file]);
    assert_eq!(said["orders"]["created"], 3, "{said}");
    assert_eq!((&said["read"], &said["created"], &said["failed"]), (&6.into(), &4.into(), &1.into()), "{said}");
    assert_eq!(said["skipped"], 1, "a line of sums is no order");
    assert_eq!(said["problems"][0]["line"], 6);
    let lamp = show(&desk, "tom@lamp.example");
    assert_eq!(lamp["bought"]["orders"], 1);
    assert_eq!(lamp["bought"]["totals"][0]["amount"], "10252.50");
    assert_eq!(lamp["bought"]["totals"][0]["currency"], "USD");
    let states: Vec<&str> =
        lamp["orders"].as_array().unwrap().iter().map(|it| it["status"].as_str().unwrap()).collect();
    assert_eq!(states, ["cancelled", "shipped"]);
    assert_eq!(lamp["orders"][1]["shipped"], "2026-03-09");
    assert_eq!(lamp["orders"][1]["lines"][1]["product"], "镇流器");
    assert_eq!(show(&desk, "Other SA")["orders"][0]["amount"], "99.90");
    assert_eq!(import(&desk, &[], &[&file])["orders"]["unchanged"], 3);
    desk.ok(["undo"]);
    assert!(desk.names(["list", "--json"]).is_empty(), "one step");
}

#[test]
fn repeats_inside_a_file_stay_and_a_longer_file_adds_what_is_new() {
    let desk = Desk::new();
    let head = "date,customer,amount\n2026-05-01,Lamp Ltd,10\n2026-05-01,Lamp Ltd,10\n";
    let first = desk.write("may.csv", head);
    assert_eq!(import(&desk, &[], &[&first])["orders"]["created"], 2);
    let longer = desk.write("june.csv", &format!("{head}2026-05-01,Lamp Ltd,10\n2026-06-01,Lamp Ltd,7\n"));
    let said = import(&desk, &["--dry-run"], &[&longer]);
    assert_eq!(
        (&said["orders"]["created"], &said["orders"]["unchanged"], &said["op"]),
        (&2.into(), &2.into(), &Value::Null)
    );
    assert_eq!(import(&desk, &[], &[&longer])["orders"]["created"], 2);
    assert_eq!(show(&desk, "Lamp Ltd")["bought"]["totals"][0]["amount"], "37");
}

#[test]
fn an_order_that_went_on_is_brought_up_to_date() {
    let desk = Desk::new().peopled();
    let list = |state: &str| {
        format!(
            "order no,date,buyer email,total,currency,status\nPI-1,2026-05-01,anna@mueller-wt.de,\"1.250,50\",EUR,{state}\nPI-2,2026-05-02,nobody@new.example,3,EUR,open\n"
        )
    };
    let file = desk.write("o.csv", &list("open"));
    let said = import(&desk, &[], &[&file]);
    assert_eq!(said["orders"]["customers_created"], 1, "an e-mail address finds Anna: {said}");
    let file = desk.write("o.csv", &list("shipped"));
    assert_eq!(import(&desk, &[], &[&file])["orders"]["updated"], 1);
    let anna = show(&desk, "1");
    assert_eq!(anna["orders"].as_array().unwrap().len(), 1);
    assert_eq!((&anna["orders"][0]["status"], &anna["orders"][0]["amount"]), (&"shipped".into(), &"1250.50".into()));
}

#[test]
fn returns_and_currencies_are_kept_apart() {
    let desk = Desk::new();
    let file = desk.write(
        "o.csv",
        "invoice,date,customer,product,qty,price,currency\n1,2026-01-01,X Y Ltd,a,2,5,USD\n1,2026-01-01,X Y Ltd,b,-1,5,USD\n\
         2,2026-01-02,X Y Ltd,a,-3,5,USD\n3,2026-01-03,X Y Ltd,a,1,7,EUR\n4,2026-01-03,X Y Ltd,a,1,7,EUR\n4,2026-01-03,X Y Ltd,a,1,7,USD\n",
    );
    let said = import(&desk, &[], &[&file]);
    assert_eq!((&said["orders"]["created"], &said["failed"]), (&3.into(), &2.into()), "{said}");
    let bought = &show(&desk, "X Y Ltd")["bought"];
    assert_eq!(bought["orders"], 2);
    assert_eq!(bought["totals"].to_string(), r#"[{"amount":"10","currency":"USD"},{"amount":"7","currency":"EUR"}]"#);
}

#[test]
fn auto_knows_a_list_of_orders() {
    let desk = Desk::new();
    let file = desk.write("o.csv", "Order Date,Customer,Amount (EUR)\n2026-01-01,X Y Ltd,12\n");
    assert_eq!(desk.json(["import", "--json", file.to_str().unwrap()])["orders"]["created"], 1);
    assert_eq!(show(&desk, "X Y Ltd")["orders"][0]["currency"], "EUR");
    let none = desk.write("n.csv", "a,b\n1,2\n");
    let said = desk.fails(1, ["import", "--as", "orders", none.to_str().unwrap()]);
    assert!(said.contains("--map"), "{said}");
}

#[test]
fn northwind_to_the_cent() {
    let Some(folder) = data("F02_northwind") else { return };
    let desk = Desk::new();
    let [customers, orders, lines] =
        ["Customers.csv", "Orders.csv", "Order_Details.csv"].map(|name| folder.join("input").join(name));
    desk.ok(["import", customers.to_str().unwrap()]);
    let said = import(&desk, &[], &[&orders, &lines]);
    assert_eq!(said["orders"]["created"], 830, "{said}");
    assert_eq!(said["orders"]["customers_created"], 0);
    // The same sum by another way: whole numbers of hundredths of a cent.
    let mut of_order: BTreeMap<String, String> = BTreeMap::new();
    for row in rows(&orders) {
        of_order.insert(row[0].clone(), row[1].clone());
    }
    let scaled = |text: &str, by: u32| {
        let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
        let rest = format!("{rest:0<width$}", width = by as usize);
        whole.parse::<i64>().unwrap() * 10_i64.pow(by) + rest[..by as usize].parse::<i64>().unwrap()
    };
    let mut wanted: BTreeMap<String, i64> = BTreeMap::new();
    for row in rows(&lines) {
        let net = scaled(&row[2], 2) * row[3].parse::<i64>().unwrap() * (100 - scaled(&row[4], 2));
        *wanted.entry(of_order[&row[0]].clone()).or_default() += net;
    }
    assert_eq!(wanted.values().sum::<i64>(), 12_657_930_395);
    let list = desk.json(["list", "--json"]);
    let mut compared = 0;
    for customer in list.as_array().unwrap() {
        let shown = show(&desk, &customer["id"].to_string());
        let id = shown["notes"]
            .as_str()
            .unwrap()
            .lines()
            .find_map(|line| line.strip_prefix("CustomerID: "))
            .unwrap()
            .to_owned();
        let total = shown["bought"]["totals"]
            .as_array()
            .unwrap()
            .first()
            .map_or(0, |it| scaled(it["amount"].as_str().unwrap(), 4));
        assert_eq!(total, wanted.get(&id).copied().unwrap_or(0), "{id}");
        compared += 1;
    }
    assert_eq!((compared, wanted.len()), (93, 89));
    assert_eq!(import(&desk, &[], &[&orders, &lines])["orders"]["unchanged"], 830);
}

fn rows(path: &Path) -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_path(path).unwrap();
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn cdnow_by_position() {
    let Some(folder) = data("F03_cdnow_sample") else { return };
    let desk = Desk::new();
    let file = folder.join("input/CDNOW_sample.txt");
    let args = [
        "--no-header",
        "--delimiter",
        "spaces",
        "--map",
        "customer=1",
        "--map",
        "date=3",
        "--map",
        "quantity=4",
        "--map",
        "amount=5",
    ];
    let said = import(&desk, &args, &[&file]);
    assert_eq!((&said["orders"]["created"], &said["orders"]["customers_created"]), (&6_919.into(), &2_357.into()));
    assert_eq!(import(&desk, &args, &[&file])["orders"]["unchanged"], 6_919);
    assert_eq!(show(&desk, "00111")["bought"]["orders"], 16);
}
