#!/usr/bin/env python3
"""Makes assets/languages.tsv: BCP 47 tag, English and Chinese name. See README.md here for the source and its licence.

usage: make_languages.py FOLDER_OF_F11_INPUT
"""
import json, os, sys

OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "languages.tsv")
# Of the longer tags those that a buyer writes in.
LONGER = {"fil", "yue", "ckb", "zh-Hans", "zh-Hant", "pt-BR"}


def names(tongue):
    path = os.path.join(sys.argv[1], "cldr-localenames-full", "main", tongue, "languages.json")
    with open(path, encoding="utf-8") as file:
        return json.load(file)["main"][tongue]["localeDisplayNames"]["languages"]


en, zh = names("en"), names("zh")
with open(OUT, "w", encoding="utf-8") as out:
    out.write("tag\ten\tzh\n")
    for tag in sorted(en):
        # A name that is its own tag is none.
        if (len(tag) == 2 or tag in LONGER) and tag in zh and en[tag] != tag:
            out.write(f"{tag}\t{en[tag]}\t{zh[tag]}\n")
