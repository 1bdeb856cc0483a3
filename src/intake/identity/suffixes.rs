//! Legal forms, which one writer spells out, another shortens and a third leaves away.

use foldhash::HashSet;
use std::sync::LazyLock;

/// Words that end a name, as `fold` leaves them; dots are gone, so `S.A.` is `sa`.
const WORDS: &[&str] = &[
    "ltd",
    "coltd",
    "limited",
    "ltda",
    "limitada",
    "llc",
    "llp",
    "lp",
    "plc",
    "inc",
    "incorporated",
    "corp",
    "corporation",
    "co",
    "company",
    "pty",
    "pte",
    "pvt",
    "private",
    "bhd",
    "sdn",
    "gmbh",
    "mbh",
    "ag",
    "kg",
    "kgaa",
    "ohg",
    "ug",
    "ek",
    "eg",
    "gbr",
    "se",
    "sa",
    "sarl",
    "sas",
    "sasu",
    "eurl",
    "snc",
    "sci",
    "scs",
    "spa",
    "srl",
    "srls",
    "sl",
    "slu",
    "sau",
    "sapi",
    "sc",
    "cv",
    "rl",
    "bv",
    "nv",
    "vof",
    "bvba",
    "sprl",
    "oy",
    "oyj",
    "ab",
    "as",
    "aps",
    "asa",
    "ks",
    "hf",
    "ehf",
    "ou",
    "sia",
    "uab",
    "zrt",
    "kft",
    "bt",
    "doo",
    "dd",
    "ad",
    "ood",
    "eood",
    "sp",
    "zoo",
    "spzoo",
    "sro",
    "os",
    "kk",
    "gk",
    "kaisha",
    "kabushiki",
    "godo",
    "yugen",
    "sal",
    "fze",
    "fzco",
    "fzc",
    "fzllc",
    "wll",
    "jsc",
    "ojsc",
    "cjsc",
    "pjsc",
    "ooo",
    "oao",
    "zao",
    "pao",
    "ao",
    "ооо",
    "оао",
    "зао",
    "пао",
    "ао",
    "ип",
    "ип",
    "tov",
    "тов",
    "ltdsti",
    "sti",
    "tas",
    "anonim",
    "tbk",
    "pt",
    "holding",
    "holdings",
    "the",
    "and",
    "y",
    "et",
    "und",
];

/// [`WORDS`], looked up several times for each row.
static FORMS: LazyLock<HashSet<&str>> = LazyLock::new(|| WORDS.iter().copied().collect());

/// Ends of names written without spaces.
const TAILS: &[&str] = &[
    "股份有限公司",
    "有限责任公司",
    "集团有限公司",
    "有限公司",
    "股份公司",
    "责任公司",
    "集团公司",
    "总公司",
    "分公司",
    "集团",
    "公司",
    "股份有限公司",
    "有限責任公司",
    "股份公司",
    "株式会社",
    "有限会社",
    "合同会社",
    "주식회사",
    "유한회사",
];

/// Starts of such names.
const HEADS: &[&str] = &["株式会社", "有限会社", "合同会社", "주식회사", "유한회사"];

/// A folded name without its legal form. `co`, `the` and the like are dropped only at an end, where they say nothing.
pub fn strip(folded: &str) -> String {
    let last = folded.rsplit(' ').next().unwrap_or_default();
    // Only a form taken apart ends so short.
    let joined = if last.len() <= SHORTEST { apart(folded) } else { None };
    let mut name = joined.as_deref().unwrap_or(folded);
    while let Some((rest, last)) = name.rsplit_once(' ')
        && FORMS.contains(last)
    {
        name = rest;
    }
    // Some stand in front: PT Maju, OOO Romashka, the Acme Company.
    while let Some((first, rest)) = name.split_once(' ')
        && matches!(first, "the" | "pt" | "ooo" | "ооо" | "zao" | "зао" | "ip" | "ип" | "cv")
    {
        name = rest;
    }
    // Names written without spaces are in scripts of their own.
    let name = if name.is_ascii() { name.to_owned() } else { strip_unspaced(name.to_owned()) };
    // `A & B` and `A and B` are one firm.
    let joins = |word: &str| matches!(word, "and" | "und" | "et" | "y");
    if !name.split(' ').any(joins) {
        return name;
    }
    name.split(' ').filter(|word| !joins(word)).collect::<Vec<_>>().join(" ")
}

fn strip_unspaced(mut name: String) -> String {
    for tail in TAILS {
        if let Some(rest) = name.strip_suffix(tail).map(str::trim_end).filter(|rest| !rest.is_empty()) {
            name = rest.to_owned();
            break;
        }
    }
    for head in HEADS {
        if let Some(rest) = name.strip_prefix(head).map(str::trim_start).filter(|rest| !rest.is_empty()) {
            name = rest.to_owned();
            break;
        }
    }
    name
}

/// The longest word that a form taken apart ends in.
const SHORTEST: usize = 2;

/// Trailing single letters are a form taken apart: `A/S`, `S. A.`, `K K`, `sp. z o.o.`. What stands before it.
fn apart(folded: &str) -> Option<String> {
    let words: Vec<&str> = folded.split(' ').collect();
    let is = |tail: &[&str]| words.len() > tail.len() && words.ends_with(tail);
    const APART: &[&[&str]] = &[
        &["a", "s"],
        &["s", "a"],
        &["k", "k"],
        &["b", "v"],
        &["n", "v"],
        &["s", "l"],
        &["s", "p", "a"],
        &["s", "r", "l"],
        &["s", "a", "s"],
        &["s", "a", "r", "l"],
        &["s", "r", "o"],
        &["d", "o", "o"],
        &["sp", "z", "oo"],
        &["sp", "z", "o", "o"],
        &["l", "l", "c"],
        &["z", "oo"],
        &["e", "k"],
        &["s", "a", "de", "c", "v"],
        &["sa", "de", "cv"],
        &["s", "de", "rl", "de", "cv"],
    ];
    let tail = APART.iter().filter(|tail| is(tail)).max_by_key(|tail| tail.len())?;
    Some(words[..words.len() - tail.len()].join(" "))
}
