#!/usr/bin/env python3
"""Writes ../rankings.tsv: which messengers a country uses, the most used first.

    make_rankings.py messenger_by_country.csv

Services that have been shut down stay where they stood: the program knows them as retired and names what followed.
`!` behind a code: what is used everywhere else is out of reach there. Services that the program has no channel for are
named and left out.
"""

import csv
import sys
from pathlib import Path

SLUGS = {
    "Facebook": "facebook", "Twitter": "x", "Messenger": "messenger", "Snapchat": "snapchat", "WhatsApp": "whatsapp",
    "Skype": "skype", "Google Hangouts": "hangouts", "Discord": "discord", "Apple Messages": "imessage",
    "Telegram": "telegram", "WeChat": "wechat", "LINE": "line", "KakaoTalk": "kakaotalk", "Zalo": "zalo",
    "Viber": "viber",
}
# In use generally, by the same article (S0.7), without what only shows videos.
GENERAL = "whatsapp,facebook,messenger,x,instagram,telegram,skype,hangouts"
CLOSED = {"CN"}


def main(path):
    lines = ["# country\tmessengers, the most used first\tsource; see sources/README.md", f"*\t{GENERAL}\tS0.7"]
    for row in csv.DictReader(open(path, encoding="utf-8")):
        names = row["rank_order"].split(">")
        unknown = [name for name in names if name not in SLUGS]
        if unknown:
            print(row["iso2"], "left out:", unknown)
        kinds = ",".join(SLUGS[name] for name in names if name in SLUGS)
        if kinds:
            source = "S0.7" if row["source"].startswith("seed") else "survey"
            lines.append(f"{row['iso2']}{'!' if row['iso2'] in CLOSED else ''}\t{kinds}\t{source}")
    target = Path(__file__).resolve().parent.parent / "rankings.tsv"
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(len(lines) - 2, "countries")


if __name__ == "__main__":
    main(sys.argv[1])
