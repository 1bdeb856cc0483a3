#!/usr/bin/env python3
"""Writes assets/feasts.tsv: of each country's public holidays the few that one greets a customer on - the great feast, or
the new year where that is it, and the national day. A line is a country and the English name in holidays.tsv.

A feast is a country's where nearly everybody there keeps it; where several faiths have theirs side by side, none is
chosen: nobody's faith is guessed. Who keeps Christmas gets no second greeting a week later for the new year.
"""

from pathlib import Path

ASSETS = Path(__file__).resolve().parent.parent

# Where the new year is the great feast, by its own name.
NEW_YEAR = [
    "Chinese New Year (Spring Festival)", "Chinese New Year", "Lunar New Year", "Korean New Year", "Nowruz",
    "Songkran Festival", "Ethiopian New Year", "Rosh Hashanah", "Tsagaan Sar", "Khmer New Year's Day", "Lao New Year",
    "Myanmar New Year",
]
PLAIN_NEW_YEAR = ["New Year's Day", "New Year Holidays", "New Year", "Universal Fraternization Day"]
EID = ["Eid al-Fitr", "Eid al-Fitr Holiday"]
CHRISTMAS = ["Christmas Day", "Christmas"]
# Both feasts are holidays, and one of them is nearly everybody's.
MOSTLY_EID = "AF AZ BD BN BF DJ DZ EG EH GM GN ID IQ IR JO KM KG KZ LY MA ML MR MV MY NE OM PK PS QA SA SD SN SO SY TD TJ TM TN TR UZ XK YE".split()
MOSTLY_CHRISTMAS = "AO BI BW CD CF CG CM FJ GA GH GY KE LR MG MW MZ NA PH RW SR TG TT UG ZM ZW".split()
DIWALI = "IN".split()
NATIONAL = [
    "National Day", "National Day Holiday", "Independence Day", "National Independence Day", "Republic Day",
    "German Unity Day", "Canada Day", "Australia Day", "Russia Day", "Freedom Day", "King's Day",
    "State Foundation Day", "Statehood Day",
]
# The first of the list is not what they keep.
OWN_NATIONAL = {
    "US": "Independence Day", "IT": "Republic Day", "TR": "Republic Day", "IN": "Independence Day", "NL": "King's Day",
    "RU": "Russia Day", "NO": "Constitution Day", "NG": "National Day", "GB": None, "DK": None,
    "AU": "Australia Day", "NZ": None, "ES": "National Day", "HU": "State Foundation Day", "IL": "Independence Day",
}
# Their people keep both.
BOTH = {"KR": ["Korean New Year", "Chuseok"], "VN": ["Lunar New Year"], "ET": ["Ethiopian New Year"]}


def calendars():
    found = {}
    for line in (ASSETS / "holidays.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            country, name = line.split("\t")[:2]
            found.setdefault(country, []).append(name)
    return found


def first(names, wanted):
    return next((name for name in wanted if name in names), None)


def feasts(country, names):
    if country in BOTH:
        chosen = [name for name in BOTH[country] if name in names]
    else:
        eid, christmas, year = first(names, EID), first(names, CHRISTMAS), first(names, NEW_YEAR)
        if country in DIWALI:
            chosen = ["Diwali"]
        elif country in MOSTLY_CHRISTMAS:
            chosen = [christmas]
        elif year == "Nowruz" and country == "IR":
            chosen = [year]
        elif country in MOSTLY_EID or (eid and not christmas):
            chosen = [eid, year if year == "Nowruz" else None]
        elif year:
            chosen = [year]
        elif christmas and not eid:
            chosen = [christmas]
        else:
            chosen = [first(names, PLAIN_NEW_YEAR)]
        # Where Christmas is kept after the new year, that is the greater day.
        if country == "RU":
            chosen = [first(names, PLAIN_NEW_YEAR)]
        if chosen == [None]:
            chosen = [first(names, PLAIN_NEW_YEAR)]
    national = OWN_NATIONAL[country] if country in OWN_NATIONAL else first(names, NATIONAL)
    ordered = dict.fromkeys([*chosen, national if national in names else None])
    return [name for name in ordered if name]


def main():
    lines = ["# Country, and the public holidays of holidays.tsv that one greets on. Made by sources/make_feasts.py."]
    for country, names in sorted(calendars().items()):
        lines += [f"{country}\t{name}" for name in feasts(country, names)]
    (ASSETS / "feasts.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
