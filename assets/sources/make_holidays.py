"""Writes ../holidays.tsv: the public holidays of every country, 2024 to 2032.

    pip install holidays==0.109
    python make_holidays.py [CSV]

Rerun it when the package is renewed, and read the difference. CSV (`iso2,date,name_en`) is a list of public holidays checked elsewhere; for the countries and years that it holds, it
replaces what the package says. Chinese names: the package where it has them, else `holiday_names_zh.tsv` beside this
script. What has no Chinese name there is listed on stderr and keeps its English one.

A line is `country, English name, Chinese name, dates`. A date is `MMDD` (every year), or `YYMMDD`; `+2` adds the two
days after it, `~` says that it is estimated: the moon decides, or the government has not announced it yet. The name `+`
holds the weekend days that are worked in exchange for others.
"""

import csv
import inspect
import re
import sys
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path

import holidays

HERE = Path(__file__).parent
YEARS = range(2024, 2033)
DAY = timedelta(days=1)
# The State Council says each November which days are moved; what is later is the law's bare minimum.
CHINA_ANNOUNCED = 2026

SWAPPED = re.compile(r"^Day off \(substituted from \d\d/\d\d/\d{4}\)$")
ESTIMATED = re.compile(r" \((?:estimated|(observed), estimated)\)$")
# Said of another holiday: English pattern, Chinese form.
FORMS = [
    (re.compile(r"^(.*) \((?:observed|in lieu|substitute day)\)$"), "{}（补假）"),
    (re.compile(r"^(.*) \(additional holiday\)$"), "{}（加假）"),
    (re.compile(r"^(.*) \(day off in lieu\)$"), "{}（调休）"),
    (re.compile(r"^(.*) \(Second Day\)$"), "{}第二天"),
    (re.compile(r"^Alternative holiday for (.*)$"), "{}（补假）"),
    (re.compile(r"^Day off for (.*)$"), "{}（补假）"),
    (re.compile(r"^(.*) Holidays?$"), "{}假期"),
]


def of_year(country, year):
    """What the package knows of one year, floating dates marked also where it leaves that out by itself (SA)."""
    kind = holidays.country_holidays(country).__class__
    marks = "islamic_show_estimated" in inspect.signature(kind.__init__).parameters
    return kind(years=year, language="en_US", **({"islamic_show_estimated": True} if marks else {}))


def from_package(country):
    """{date: [names]} and the weekend days worked."""
    days, worked = {}, set()
    for year in YEARS:
        found = of_year(country, year)
        days.update({day: names.split("; ") for day, names in found.items() if day.year == year})
        worked |= {day for day in found.weekend_workdays if day.year == year}
    return days, worked


def from_csv(path):
    """{country: {date: [names]}}"""
    listed = defaultdict(lambda: defaultdict(list))
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            names = listed[row["iso2"]][date.fromisoformat(row["date"])]
            names += [name for name in row["name_en"].split("; ") if name not in names]
    return listed


def corrected(country, days, listed):
    """The list wins for the years it covers; what is estimated is the package's to say."""
    if country not in listed:
        return days
    years = {day.year for each in listed.values() for day in each}
    theirs = listed[country]
    for day in sorted(set(days) | set(theirs)):
        ours, others = days.get(day), theirs.get(day)
        if day.year not in years or plain(ours) == plain(others):
            continue
        print(f"{country} {day}: {ours} -> {others}", file=sys.stderr)
        days.pop(day, None)
        if others:
            days[day] = others
    return days


def plain(names):
    """Without saying that it is estimated."""
    return [ESTIMATED.sub(lambda match: " (observed)" if match[1] else "", name) for name in names or []]


def chinese_of_package(country):
    """{English: Chinese} where the package speaks Chinese."""
    if "zh_CN" not in holidays.list_localized_countries(include_aliases=False).get(country, []):
        return {}
    names = {}
    for year in YEARS:
        english = holidays.country_holidays(country, years=year, language="en_US")
        chinese = holidays.country_holidays(country, years=year, language="zh_CN")
        for day, text in english.items():
            pairs = list(zip(text.split("; "), chinese[day].split("; "), strict=True))
            names |= {en: zh for en, zh in pairs if "(" not in en and "臺" not in zh}
    return names


class Chinese:
    """Looks names up; remembers what it did not find."""

    def __init__(self):
        lines = (HERE / "holiday_names_zh.tsv").read_text(encoding="utf-8").splitlines()
        self.names = dict(line.split("\t") for line in lines if line and not line.startswith("#"))
        self.missing = defaultdict(set)

    def find(self, country, name, own):
        if found := self.names.get(f"{country}:{name}") or own.get(name) or self.names.get(name):
            return found
        for pattern, form in FORMS:
            if match := pattern.match(name):
                inner = self.find(country, match[1], own)
                return inner and form.format(inner)
        return None

    def of(self, country, names, own):
        found = [self.find(country, name, own) for name in names]
        for name, zh in zip(names, found, strict=True):
            if not zh:
                self.missing[name].add(country)
        if all(found):
            return "；".join(found)
        return "; ".join(names)


def is_off(country, day, days, worked):
    weekend = {"AF": {3, 4}, "IR": {4}}.get(country, {5, 6})
    return day in days or (day.weekday() in weekend and day not in worked)


def occasion(country, day, days, worked):
    """Of a day off in exchange for a worked weekend: the holiday that it makes longer."""
    for step in (-DAY, DAY):
        near = day + step
        while is_off(country, near, days, worked):
            names = [n for n in days.get(near, []) if not SWAPPED.match(n)]
            if names:
                return re.sub(r" \((?:observed|estimated|observed, estimated)\)", "", names[0])
            near += step
    return None


def clean(country, days, worked):
    """{(names, estimated): [dates]}, names without what is said of them in brackets where a mark says it."""
    rows = defaultdict(list)
    for day, names in days.items():
        told, estimated = [], []
        for name in names:
            if SWAPPED.match(name):
                of = occasion(country, day, days, worked)
                name = f"{of} (day off in lieu)" if of else "Day off in lieu"
            match = ESTIMATED.search(name)
            estimated.append(
                bool(match) or (country == "CN" and day.year > CHINA_ANNOUNCED and name.endswith(" (observed)"))
            )
            if match:
                name = name[: match.start()] + (" (observed)" if match[1] else "")
            if name not in told:
                told.append(name)
        rows[tuple(told)].append((day, all(estimated)))
    return rows


def dates(days):
    """The dates of one name, as short as they can be said."""
    cells, left = [], dict(days)
    for mmdd in sorted({day.strftime("%m%d") for day in left}):
        yearly = [day for day in left if day.strftime("%m%d") == mmdd and not left[day]]
        if len(yearly) == len(YEARS):
            cells.append(mmdd)
            for day in yearly:
                del left[day]
    while left:
        first = min(left)
        estimated, run = left.pop(first), 0
        while left.get(first + DAY * (run + 1)) == estimated:
            run += 1
            del left[first + DAY * run]
        cells.append(("~" if estimated else "") + first.strftime("%y%m%d") + (f"+{run}" if run else ""))
    return " ".join(cells)


def main():
    listed = from_csv(sys.argv[1]) if len(sys.argv) > 1 else {}
    chinese = Chinese()
    out = [
        "# Public holidays 2024-2032. Made by sources/make_holidays.py; do not edit.",
        f"# Source: PyPI holidays {holidays.__version__}, MIT. The form of a line is told in the script.",
    ]
    for country in sorted(holidays.list_supported_countries(include_aliases=False)):
        days, worked = from_package(country)
        days = corrected(country, days, listed)
        own = chinese_of_package(country)
        rows = clean(country, days, worked)
        for names, when in sorted(rows.items(), key=lambda row: (min(row[1])[0].strftime("%m%d"), row[0])):
            zh = chinese.of(country, names, own)
            out.append("\t".join([country, "; ".join(names), zh, dates(when)]))
        if worked := sorted(worked - set(days)):
            out.append("\t".join([country, "+", "", dates((day, False) for day in worked)]))
    (HERE.parent / "holidays.tsv").write_text("\n".join(out) + "\n", encoding="utf-8")
    for name, where in sorted(chinese.missing.items(), key=lambda found: (-len(found[1]), found[0])):
        print(f"no Chinese name: {name} ({' '.join(sorted(where))})", file=sys.stderr)


main()
