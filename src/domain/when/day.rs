//! The day: relative, by weekday, by month and day, or whole.

use super::scan::Scan;
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// Why a well-formed day is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    NoSuchDay,
    TooFar,
}

type Day = Result<NaiveDate, Fault>;

/// Four digits of a year are what the file and every reader of it expect.
const LAST_YEAR: i32 = 9999;

/// A day at the front, read on the calendar of `today`.
pub(super) fn day(scan: &mut Scan<'_>, today: NaiveDate) -> Option<Day> {
    let rules: [fn(&mut Scan<'_>, NaiveDate) -> Option<Day>; 6] =
        [plus, whole, month_and_day, words, chinese_words, chinese_later];
    rules.into_iter().find_map(|rule| {
        let mut ahead = *scan;
        let day = rule(&mut ahead, today)?;
        if !ahead.ended() && !ahead.before_iso_time() {
            return None;
        }
        *scan = ahead;
        Some(day.and_then(|on| if on.year() <= LAST_YEAR { Ok(on) } else { Err(Fault::TooFar) }))
    })
}

#[derive(Clone, Copy)]
enum Unit {
    Day,
    Week,
    Month,
    Year,
}

fn later(today: NaiveDate, count: u32, unit: Unit) -> Day {
    let date = match unit {
        Unit::Day => today.checked_add_days(Days::new(count.into())),
        Unit::Week => today.checked_add_days(Days::new(u64::from(count) * 7)),
        Unit::Month => today.checked_add_months(Months::new(count)),
        Unit::Year => count.checked_mul(12).and_then(|months| today.checked_add_months(Months::new(months))),
    };
    date.ok_or(Fault::TooFar)
}

fn unit(word: &str) -> Option<Unit> {
    Some(match word {
        "d" | "day" | "days" => Unit::Day,
        "w" | "wk" | "week" | "weeks" => Unit::Week,
        "m" | "mo" | "month" | "months" => Unit::Month,
        "y" | "year" | "years" => Unit::Year,
        _ => return None,
    })
}

/// `+3d`, `+2w`, `+1m`.
fn plus(scan: &mut Scan<'_>, today: NaiveDate) -> Option<Day> {
    scan.one_of(&['+', '＋'])?;
    let count = scan.count()?;
    scan.gap();
    let unit = unit(&scan.word()?)?;
    Some(later(today, count, unit))
}

/// `2026-12-01`, `2026/12/1`, `2026年12月1日`.
fn whole(scan: &mut Scan<'_>, _: NaiveDate) -> Option<Day> {
    let (year, _) = scan.digits().filter(|(_, len)| *len == 4)?;
    let year = i32::try_from(year).ok()?;
    let sign = scan.one_of(&['-', '/', '.', '年'])?;
    let (month, _) = scan.digits().filter(|(_, len)| *len <= 2)?;
    scan.one_of(&[if sign == '年' { '月' } else { sign }])?;
    let (day, _) = scan.digits().filter(|(_, len)| *len <= 2)?;
    if sign == '年' {
        scan.one_of(&['日', '号', '號'])?;
    }
    Some(date(year, month, day))
}

fn date(year: i32, month: u32, day: u32) -> Day {
    NaiveDate::from_ymd_opt(year, month, day).ok_or(Fault::NoSuchDay)
}

/// Without a year: the next such day, today included. `12-01`, `1 dec`, `dec 1`, `12月1日`, `5号`.
fn month_and_day(scan: &mut Scan<'_>, today: NaiveDate) -> Option<Day> {
    if let Some(month) = month_name(scan) {
        scan.gap();
        let day = ordinal(scan)?;
        return Some(in_year(scan, today, month, day));
    }
    let (first, len) = scan.digits().filter(|(_, len)| *len <= 2)?;
    if scan.one_of(&['日', '号', '號']).is_some() {
        return if scan.rest.starts_with('后') { None } else { Some(next_day_of_month(today, first)) };
    }
    if scan.one_of(&['月']).is_some() {
        let day = scan.count()?;
        scan.one_of(&['日', '号', '號'])?;
        return Some(next_date(today, first, day));
    }
    let mut ahead = *scan;
    if len == 2 && ahead.one_of(&['-']).is_some() {
        let (day, _) = ahead.digits().filter(|(_, len)| *len == 2)?;
        *scan = ahead;
        return if scan.rest.starts_with(['-', '/']) { None } else { Some(next_date(today, first, day)) };
    }
    ordinal_suffix(scan);
    scan.gap();
    let month = month_name(scan)?;
    Some(in_year(scan, today, month, first))
}

fn ordinal(scan: &mut Scan<'_>) -> Option<u32> {
    let (day, _) = scan.digits().filter(|(_, len)| *len <= 2)?;
    ordinal_suffix(scan);
    scan.ended().then_some(day)
}

fn ordinal_suffix(scan: &mut Scan<'_>) {
    if scan.word_of(&["st", "nd", "rd", "th"]).is_none() {
        scan.one_of(&['.']);
    }
}

/// With a year behind it, that year; else the next such day.
fn in_year(scan: &mut Scan<'_>, today: NaiveDate, month: u32, day: u32) -> Day {
    let mut ahead = *scan;
    ahead.gap();
    match ahead.digits() {
        Some((year @ 1900..=2999, 4)) if ahead.ended() => {
            *scan = ahead;
            date(year as i32, month, day)
        }
        _ => next_date(today, month, day),
    }
}

/// Eight years are enough to meet a 29 February.
fn next_date(today: NaiveDate, month: u32, day: u32) -> Day {
    (0..=8)
        .filter_map(|ahead| NaiveDate::from_ymd_opt(today.year() + ahead, month, day))
        .find(|date| *date >= today)
        .ok_or(Fault::NoSuchDay)
}

fn next_day_of_month(today: NaiveDate, day: u32) -> Day {
    (0..=2)
        .filter_map(|months| today.with_day(1)?.checked_add_months(Months::new(months))?.with_day(day))
        .find(|date| *date >= today)
        .ok_or(Fault::NoSuchDay)
}

fn words(scan: &mut Scan<'_>, today: NaiveDate) -> Option<Day> {
    let word = scan.word().filter(|_| scan.ended())?;
    if let Some(weekday) = weekday(&word) {
        return Some(next_weekday(today, weekday));
    }
    match word.as_str() {
        "today" | "tonight" => Some(Ok(today)),
        "tomorrow" | "tmr" | "tmrw" => Some(later(today, 1, Unit::Day)),
        "eom" => Some(month_end(today, 0)),
        word => {
            scan.gap();
            phrase(word, scan, today)
        }
    }
}

/// What follows the first word of several.
fn phrase(first: &str, scan: &mut Scan<'_>, today: NaiveDate) -> Option<Day> {
    match first {
        "on" | "by" => day(scan, today),
        "this" => weekday_word(scan).map(|weekday| next_weekday(today, weekday)),
        "in" => span_ahead(scan, today),
        "next" => next_words(scan, today),
        "end" => end_words(scan, today),
        "month" => scan.word_of(&["end"]).map(|_| month_end(today, 0)),
        "day" => {
            scan.word_of(&["after"])?;
            scan.gap();
            scan.word_of(&["tomorrow"]).map(|_| later(today, 2, Unit::Day))
        }
        _ => None,
    }
}

/// After `in`: `3 days`, `a week`, `2w`.
fn span_ahead(scan: &mut Scan<'_>, today: NaiveDate) -> Option<Day> {
    let count = match scan.word_of(&["a", "an", "one", "two", "three"]) {
        Some("two") => 2,
        Some("three") => 3,
        Some(_) => 1,
        None => scan.digits()?.0,
    };
    scan.gap();
    let unit = unit(&scan.word()?)?;
    Some(later(today, count, unit))
}

/// After `next`: a weekday of the week after this one, its Monday, or the first of the next month or year.
fn next_words(scan: &mut Scan<'_>, today: NaiveDate) -> Option<Day> {
    let word = scan.word()?;
    match word.as_str() {
        "week" => Some(weekday_of_week(today, 1, Weekday::Mon)),
        "month" => Some(first_of_month(today, 1)),
        "year" => Some(date(today.year() + 1, 1, 1)),
        word => weekday(word).map(|weekday| weekday_of_week(today, 1, weekday)),
    }
}

/// After `end`: `of month`, `of the month`, `of next month`.
fn end_words(scan: &mut Scan<'_>, today: NaiveDate) -> Option<Day> {
    scan.word_of(&["of"])?;
    scan.gap();
    let months = match scan.word_of(&["the", "this", "next"]) {
        Some("next") => 1,
        _ => 0,
    };
    scan.gap();
    match scan.word_of(&["month", "year"])? {
        "month" => Some(month_end(today, months)),
        _ => Some(date(today.year() + i32::from(months == 1), 12, 31)),
    }
}

fn weekday_word(scan: &mut Scan<'_>) -> Option<Weekday> {
    weekday(&scan.word()?)
}

/// The next such day; today's own name means in a week.
fn next_weekday(today: NaiveDate, weekday: Weekday) -> Day {
    let days = weekday.days_since(today.weekday());
    later(today, if days == 0 { 7 } else { days }, Unit::Day)
}

/// That day of the week `weeks` after this one; weeks begin on Monday.
fn weekday_of_week(today: NaiveDate, weeks: u32, weekday: Weekday) -> Day {
    let monday = today.week(Weekday::Mon).checked_first_day().ok_or(Fault::TooFar)?;
    later(monday, weeks * 7 + weekday.num_days_from_monday(), Unit::Day)
}

fn first_of_month(today: NaiveDate, months: u32) -> Day {
    later(today.with_day(1).ok_or(Fault::NoSuchDay)?, months, Unit::Month)
}

fn month_end(today: NaiveDate, months: u32) -> Day {
    first_of_month(today, months + 1)?.pred_opt().ok_or(Fault::TooFar)
}

fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "mon" | "monday" => Weekday::Mon,
        "tue" | "tues" | "tuesday" => Weekday::Tue,
        "wed" | "weds" | "wednesday" => Weekday::Wed,
        "thu" | "thur" | "thurs" | "thursday" => Weekday::Thu,
        "fri" | "friday" => Weekday::Fri,
        "sat" | "saturday" => Weekday::Sat,
        "sun" | "sunday" => Weekday::Sun,
        _ => return None,
    })
}

fn month_name(scan: &mut Scan<'_>) -> Option<u32> {
    const LONG: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let mut ahead = *scan;
    let word = ahead.word()?;
    let month =
        LONG.iter().position(|long| word == *long || word == long[..3] || (word == "sept" && long[..3] == *"sep"))?;
    *scan = ahead;
    u32::try_from(month + 1).ok()
}

fn chinese_words(scan: &mut Scan<'_>, today: NaiveDate) -> Option<Day> {
    const SOON: [(&str, u32); 8] =
        [("大后天", 3), ("今天", 0), ("今日", 0), ("今晚", 0), ("明天", 1), ("明日", 1), ("后天", 2), ("後天", 2)];
    if let Some((_, days)) = SOON.into_iter().find(|(word, _)| scan.eat(word)) {
        return Some(later(today, days, Unit::Day));
    }
    let weeks = u32::from(scan.eat("下")) + u32::from(scan.eat("下"));
    let this = weeks == 0 && scan.any(&["这", "本"]).is_some();
    scan.eat("个");
    if scan.any(&["月底", "月末"]).is_some() {
        return Some(month_end(today, weeks));
    }
    if weeks == 1 && scan.eat("月") {
        return chinese_day_of(scan, first_of_month(today, 1));
    }
    scan.any(&["周", "星期", "礼拜", "週"])?;
    match chinese_weekday(scan) {
        Some(weekday) if weeks > 0 => Some(weekday_of_week(today, weeks, weekday)),
        Some(weekday) => Some(next_weekday(today, weekday)),
        None if weeks > 0 && !this => Some(weekday_of_week(today, weeks, Weekday::Mon)),
        None => None,
    }
}

/// `下个月5号`, or the month's first day.
fn chinese_day_of(scan: &mut Scan<'_>, first: Day) -> Option<Day> {
    let mut ahead = *scan;
    let day = ahead.count().filter(|_| ahead.one_of(&['日', '号', '號']).is_some());
    let Some(day) = day else { return Some(first) };
    *scan = ahead;
    Some(first.and_then(|first| first.with_day(day).ok_or(Fault::NoSuchDay)))
}

fn chinese_weekday(scan: &mut Scan<'_>) -> Option<Weekday> {
    Some(match scan.one_of(&['一', '二', '三', '四', '五', '六', '日', '天'])? {
        '一' => Weekday::Mon,
        '二' => Weekday::Tue,
        '三' => Weekday::Wed,
        '四' => Weekday::Thu,
        '五' => Weekday::Fri,
        '六' => Weekday::Sat,
        _ => Weekday::Sun,
    })
}

/// `3天后`, `两周后`, `一个月后`, `半个月后`.
fn chinese_later(scan: &mut Scan<'_>, today: NaiveDate) -> Option<Day> {
    let day = if scan.any(&["半个月", "半月"]).is_some() {
        later(today, 15, Unit::Day)
    } else {
        let count = scan.count()?;
        scan.gap();
        scan.eat("个");
        let unit = match scan.any(&["天", "日", "周", "星期", "礼拜", "月", "年"])? {
            "天" | "日" => Unit::Day,
            "月" => Unit::Month,
            "年" => Unit::Year,
            _ => Unit::Week,
        };
        later(today, count, unit)
    };
    scan.any(&["以后", "之后", "后", "後"])?;
    Some(day)
}
