//! The time of a day: `15:00`, `3pm`, `noon`, `下午3点`, `十点半`.

use super::scan::Scan;
use chrono::NaiveTime;

/// The half of the day that Chinese names before the hour.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    Morning,
    Noon,
    Afternoon,
}

/// A time at the front. A bare number is none: `fri 15 boxes` is about boxes.
pub(super) fn time(scan: &mut Scan<'_>) -> Option<NaiveTime> {
    let mut ahead = *scan;
    let time = noon(&mut ahead).or_else(|| clock(&mut ahead))?;
    *scan = ahead;
    Some(time)
}

/// A bare number after `at`: `at 9` is nine o'clock.
pub(super) fn hour(scan: &mut Scan<'_>) -> Option<NaiveTime> {
    let mut ahead = *scan;
    let hour = ahead.digits()?.0;
    if !ahead.ended() || time_goes_on(&ahead) {
        return None;
    }
    *scan = ahead;
    NaiveTime::from_hms_opt(hour, 0, 0)
}

/// `9:75` is a slip and no hour.
fn time_goes_on(scan: &Scan<'_>) -> bool {
    scan.rest.starts_with([':', '：', '.', '/', '-'])
}

fn noon(scan: &mut Scan<'_>) -> Option<NaiveTime> {
    scan.word_of(&["noon"])?;
    NaiveTime::from_hms_opt(12, 0, 0)
}

fn clock(scan: &mut Scan<'_>) -> Option<NaiveTime> {
    let half = half(scan);
    scan.gap();
    let hour = scan.count()?;
    let (minute, half) = if scan.one_of(&[':', '：']).is_some() {
        let minute = two_digits(scan)?;
        if scan.one_of(&[':']).is_some() {
            two_digits(scan)?;
        }
        (minute, half.or_else(|| meridiem(scan)))
    } else if scan.any(&["点钟", "点", "點", "时", "時"]).is_some() {
        (chinese_minute(scan)?, half)
    } else {
        (0, Some(meridiem(scan)?))
    };
    if !scan.ended() {
        return None;
    }
    NaiveTime::from_hms_opt(on_24(hour, half)?, minute, 0)
}

fn half(scan: &mut Scan<'_>) -> Option<Half> {
    let word = scan.any(&["凌晨", "清晨", "早上", "早晨", "上午", "中午", "下午", "傍晚", "晚上"])?;
    Some(match word {
        "中午" => Half::Noon,
        "下午" | "傍晚" | "晚上" => Half::Afternoon,
        _ => Half::Morning,
    })
}

fn meridiem(scan: &mut Scan<'_>) -> Option<Half> {
    let mut ahead = *scan;
    ahead.gap();
    let word = ahead.word_of(&["am", "pm"])?;
    *scan = ahead;
    Some(if word == "am" { Half::Morning } else { Half::Afternoon })
}

fn two_digits(scan: &mut Scan<'_>) -> Option<u32> {
    scan.digits().filter(|(value, len)| *len == 2 && *value < 60).map(|(value, _)| value)
}

/// What follows `点`: nothing, `半`, a quarter, or minutes.
fn chinese_minute(scan: &mut Scan<'_>) -> Option<u32> {
    match scan.any(&["整", "半", "一刻", "三刻"]) {
        Some("半") => return Some(30),
        Some("一刻") => return Some(15),
        Some("三刻") => return Some(45),
        Some(_) => return Some(0),
        None => {}
    }
    let mut ahead = *scan;
    match ahead.count() {
        Some(minute) if ahead.eat("分") => {
            *scan = ahead;
            (minute < 60).then_some(minute)
        }
        _ => Some(0),
    }
}

/// The hour of 24. Midnight by another name belongs to which day? It is refused rather than guessed.
fn on_24(hour: u32, half: Option<Half>) -> Option<u32> {
    match half {
        None | Some(Half::Morning | Half::Afternoon) if hour > 12 => Some(hour),
        None => Some(hour),
        Some(Half::Morning) => Some(hour % 12),
        Some(Half::Noon) => match hour {
            11 | 12 => Some(hour),
            1 | 2 => Some(hour + 12),
            _ => None,
        },
        Some(Half::Afternoon) => Some(hour % 12 + 12),
    }
}
