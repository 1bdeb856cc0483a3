//! Search over 100,000 customers, keystroke by keystroke, beside `fzf --filter` on the same strings.
//!
//! `cargo bench --bench search` prints the comparison first (fzf when it is installed), then divan's figures.

#![allow(clippy::unwrap_used, clippy::print_stdout)]

use divan::{Bencher, black_box};
use std::{
    fs::File,
    io::Write,
    process::{Command, Stdio},
    sync::{LazyLock, atomic::AtomicBool},
    time::{Duration, Instant},
};
use tradewind::search::{Fields, Index, Ranker, highlights};

const ROWS: u32 = 100_000;
const QUERIES: [&str; 5] = ["muller", "gmbh", "yiwu", "0151 23", "al mulla trading"];
/// So that one time in a hundred is more than one time.
const ROUNDS: usize = 200;
const FZF_ROUNDS: usize = 3;
static GO: AtomicBool = AtomicBool::new(false);
static BOARD: LazyLock<Vec<Row>> = LazyLock::new(board);
static INDEX: LazyLock<Index> = LazyLock::new(|| index(&BOARD));

/// One made customer.
struct Row {
    name: String,
    person: String,
    mail: String,
    phone: String,
    digits: String,
    country: [&'static str; 3],
    city: &'static str,
    tag: &'static str,
    notes: &'static str,
}

/// Family names and firms, given names, legal forms, cities, dial code and country per script.
type Kit = (
    &'static [&'static str],
    &'static [&'static str],
    &'static [&'static str],
    &'static [&'static str],
    &'static str,
    [&'static str; 3],
);
const KITS: [Kit; 8] = [
    (
        &["Müller", "Schröder", "Groß", "Köhler", "Weiß", "Maier", "Bäcker", "Lehmann"],
        &["Anna", "Jürgen", "Karl", "Heike"],
        &["GmbH", "GmbH & Co. KG", "AG"],
        &["München", "Köln", "Hamburg"],
        "+49 151",
        ["DE", "Germany", "德国"],
    ),
    (
        &["Mulligan", "O'Brien", "Harper", "Stone", "Baxter", "Whitmore", "Fletcher"],
        &["Tom", "Grace", "Oliver", "Ruth"],
        &["Ltd", "plc", "& Sons"],
        &["Leeds", "London", "Cork"],
        "+44 7700",
        ["GB", "United Kingdom", "英国"],
    ),
    (
        &["Al Mulla", "Al-Futtaim", "Al Rashid", "Bin Zayed", "Al Jaber"],
        &["Yusuf", "Fatima", "Omar", "Layla"],
        &["Trading LLC", "General Trading", "Est."],
        &["Dubai", "Sharjah", "Kuwait City"],
        "+971 50",
        ["AE", "United Arab Emirates", "阿联酋"],
    ),
    (
        &["穆勒贸易", "义乌小商品", "重庆机械", "广州吕氏", "宁波海曙", "单县纺织"],
        &["王伟", "李娜", "张敏", "单雄"],
        &["有限公司", "进出口有限公司"],
        &["义乌", "重庆", "宁波"],
        "+86 138",
        ["CN", "China", "中国"],
    ),
    (
        &["São Paulo Têxtil", "Conceição", "Guimarães", "Araújo", "Magalhães"],
        &["João", "Inês", "Luís", "Márcia"],
        &["Ltda", "S.A.", "EIRELI"],
        &["São Paulo", "Curitiba", "Goiânia"],
        "+55 11",
        ["BR", "Brazil", "巴西"],
    ),
    (
        &["Иванов", "Кузнецов", "Северсталь", "Мельник", "Орлова"],
        &["Анна", "Пётр", "Олег", "Мария"],
        &["ООО", "ЗАО"],
        &["Москва", "Казань", "Алматы"],
        "+7 916",
        ["KZ", "Kazakhstan", "哈萨克斯坦"],
    ),
    (
        &["مؤسسة النور", "شركة الملا", "الخليج", "الرياض"],
        &["محمد", "فاطمة", "يوسف"],
        &["للتجارة", "المحدودة"],
        &["جدة", "دبي"],
        "+966 55",
        ["SA", "Saudi Arabia", "沙特阿拉伯"],
    ),
    (
        &["Yılmaz", "İstanbul Makina", "Öztürk", "Çelik", "Şahin"],
        &["Ayşe", "Mehmet", "Gül"],
        &["A.Ş.", "Ltd. Şti."],
        &["İstanbul", "İzmir", "Bursa"],
        "+90 532",
        ["TR", "Turkey", "土耳其"],
    ),
];
const TRADES: [&str; 12] = [
    "Wassertechnik",
    "Pumps",
    "Textile",
    "Tools",
    "Lighting",
    "Import",
    "Foods",
    "Medical",
    "Ceramics",
    "Furniture",
    "Export",
    "Hardware",
];
const TAGS: [&str; 5] = ["canton-fair", "vip", "sample sent", "wholesale", "广交会"];
const NOTES: [&str; 4] = ["", "asks for 500 pcs", "prefers FOB Ningbo", "样品已寄"];

/// A fixed sequence: the same board in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % sides
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.roll(from.len())]
    }

    /// A syllable word, so that rows differ as real names do.
    fn made(&mut self) -> String {
        let parts =
            ["ba", "ro", "ki", "len", "to", "ver", "sa", "mi", "dor", "gu", "pex", "ul", "na", "zhi", "ho", "fen"];
        let mut word: String = (0..2 + self.roll(2)).map(|_| self.pick(&parts)).collect();
        word[..1].make_ascii_uppercase();
        word
    }
}

fn board() -> Vec<Row> {
    let mut dice = Dice(0x2545_f491_4f6c_dd1d);
    (0..ROWS)
        .map(|_| {
            let (families, given, forms, cities, dial, country) = dice.pick(&KITS);
            let own = dice.made();
            let name = format!("{} {own} {} {}", dice.pick(families), dice.pick(&TRADES), dice.pick(forms));
            let (a, b) = (dice.roll(10_000), dice.roll(1000));
            let phone = format!("{dial} {a:04} {b:03}");
            let digits = phone.chars().filter(char::is_ascii_digit).collect();
            let person = format!("{} {}", dice.pick(given), dice.pick(families));
            let mail = format!("{}@{}.example", ["info", "sales", "office"][dice.roll(3)], own.to_lowercase());
            Row {
                name,
                person,
                mail,
                phone,
                digits,
                country,
                city: dice.pick(cities),
                tag: dice.pick(&TAGS),
                notes: dice.pick(&NOTES),
            }
        })
        .collect()
}

fn index(rows: &[Row]) -> Index {
    let mut index = Index::default();
    for (slot, row) in rows.iter().enumerate() {
        index.set(
            slot as u32,
            &Fields {
                name: &row.name,
                people: vec![&row.person],
                handles: vec![&row.mail, &row.phone],
                digits: vec![&row.digits],
                country: row.country.to_vec(),
                city: row.city,
                tags: vec![row.tag],
                notes: row.notes,
                rank: (slot % 4) as u8,
                ..Fields::default()
            },
        );
    }
    index
}

/// One line per row, as fzf would be given it.
fn line(row: &Row) -> String {
    let Row { name, person, mail, phone, country, city, tag, notes, .. } = row;
    format!("{name} | {person} | {mail} | {phone} | {} {} | {city} | {tag} | {notes}\n", country[0], country[1])
}

fn keystrokes(query: &str) -> impl Iterator<Item = &str> {
    query.char_indices().map(|(at, c)| &query[..at + c.len_utf8()])
}

/// The value below which `share` of the sorted times lie.
fn quantile(times: &mut [Duration], share: f64) -> f64 {
    times.sort_unstable();
    times[((times.len() - 1) as f64 * share).round() as usize].as_secs_f64() * 1e3
}

fn fzf(path: &std::path::Path, query: &str) -> Option<Duration> {
    let from = Instant::now();
    let ran = Command::new("fzf")
        .arg("--filter")
        .arg(query)
        .env_remove("FZF_DEFAULT_OPTS")
        .stdin(File::open(path).ok()?)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    ran.ok()?;
    Some(from.elapsed())
}

/// Ours and fzf's, in the same run on the same strings.
fn compare() {
    let from = Instant::now();
    let rows = &*BOARD;
    let made = from.elapsed();
    let index = &*INDEX;
    println!(
        "board of {} made in {made:.0?}, indexed in {:.0?}, {:.1} MB",
        index.len(),
        from.elapsed() - made,
        index.bytes() as f64 / 1e6
    );
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("board.txt");
    let text: String = rows.iter().map(line).collect();
    println!("{:.0} characters a row", text.chars().count() as f64 / f64::from(ROWS));
    File::create(&path).unwrap().write_all(text.as_bytes()).unwrap();
    let installed = fzf(&path, "warm").is_some();
    if !installed {
        println!("fzf is not installed: no comparison");
    }
    println!(
        "{:18} {:>7} {:>9} {:>9} {:>9} {:>9} {:>7}",
        "keystroke", "found", "p50 ms", "p99 ms", "fzf p50", "fzf max", "ratio"
    );
    let (mut all, mut all_fzf, mut lost, mut lost_p99) = (Vec::new(), Vec::new(), 0, 0);
    for query in QUERIES {
        let steps = keystrokes(query).count();
        let mut times = vec![Vec::new(); steps];
        let mut found = vec![0; steps];
        for _ in 0..ROUNDS {
            let mut ranker = Ranker::new();
            for (step, typed) in keystrokes(query).enumerate() {
                let from = Instant::now();
                let ranking = black_box(ranker.rank(index, typed, None, &GO)).unwrap();
                times[step].push(from.elapsed());
                found[step] = ranking.total;
            }
        }
        for (step, typed) in keystrokes(query).enumerate() {
            all.extend(&times[step]);
            let (p50, p99) = (quantile(&mut times[step], 0.5), quantile(&mut times[step], 0.99));
            let mut theirs: Vec<Duration> =
                (0..FZF_ROUNDS).filter(|_| installed).filter_map(|_| fzf(&path, typed)).collect();
            print!("{typed:18} {:>7} {p50:>9.2} {p99:>9.2}", found[step]);
            if !theirs.is_empty() {
                all_fzf.extend(&theirs);
                let (theirs_p50, theirs_max) = (quantile(&mut theirs, 0.5), quantile(&mut theirs, 1.0));
                lost += usize::from(p50 >= theirs_p50);
                lost_p99 += usize::from(p99 >= theirs_p50);
                print!(" {theirs_p50:>9.1} {theirs_max:>9.1} {:>6.1}x", theirs_p50 / p50);
            }
            println!();
        }
    }
    let (p50, p99) = (quantile(&mut all, 0.5), quantile(&mut all, 0.99));
    println!("ours: p50 {p50:.2} ms, p99 {p99:.2} ms, worst {:.2} ms (a frame is 16 ms)", quantile(&mut all, 1.0));
    if installed {
        let (theirs_p50, theirs_p99) = (quantile(&mut all_fzf, 0.5), quantile(&mut all_fzf, 0.99));
        println!(
            "fzf:  p50 {theirs_p50:.1} ms, p99 {theirs_p99:.1} ms; ratio p50 {:.1}, p99 {:.1}; \
             slower at {lost} keystrokes, our p99 above its p50 at {lost_p99}",
            theirs_p50 / p50,
            theirs_p99 / p99
        );
    }
}

/// A whole query, keystroke by keystroke.
#[divan::bench(args = QUERIES)]
fn typed(bencher: Bencher, query: &str) {
    bencher.bench_local(|| {
        let mut ranker = Ranker::new();
        keystrokes(query)
            .filter_map(|typed| ranker.rank(&INDEX, typed, None, &GO))
            .map(|ranking| ranking.total)
            .sum::<usize>()
    });
}

/// One query at once, with nothing to narrow.
#[divan::bench(args = ["m", "mu", "muller", "0151 23", "al mulla trading"])]
fn pasted(bencher: Bencher, query: &str) {
    bencher.bench_local(|| Ranker::new().rank(&INDEX, query, None, &GO).map(|ranking| ranking.total));
}

/// One edit while a snapshot is being ranked: copies one chunk.
#[divan::bench]
fn edit_under_snapshot(bencher: Bencher) {
    let fields = Fields { name: "Müller Wassertechnik GmbH", people: vec!["Anna Müller"], ..Fields::default() };
    let mut index = INDEX.clone();
    bencher.bench_local(|| {
        let snapshot = index.clone();
        index.set(4711, &fields);
        snapshot
    });
}

/// The names of one screen.
#[divan::bench]
fn highlights_of_a_screen() -> usize {
    BOARD.iter().take(60).map(|row| highlights(black_box("muller gmbh"), &row.name).len()).sum()
}

fn main() {
    if std::env::args().any(|arg| arg == "--bench") && std::env::args().len() <= 2 {
        compare();
    }
    divan::main();
}
