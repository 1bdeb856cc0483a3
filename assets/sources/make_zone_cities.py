#!/usr/bin/env python3
"""Makes assets/zone-cities.tsv: a zone of the IANA list and its city in Chinese. See README.md here.

usage: make_zone_cities.py   (with the PyPI package Babel, which carries CLDR)
"""
import os
from babel import Locale

OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "zone-cities.tsv")
# CLDR keeps a zone's first name for ever; the IANA list of today has these.
RENAMED = {
    "Africa/Asmera": "Africa/Asmara", "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
    "America/Catamarca": "America/Argentina/Catamarca", "America/Cordoba": "America/Argentina/Cordoba",
    "America/Jujuy": "America/Argentina/Jujuy", "America/Mendoza": "America/Argentina/Mendoza",
    "America/Coral_Harbour": "America/Atikokan", "America/Godthab": "America/Nuuk",
    "America/Indianapolis": "America/Indiana/Indianapolis", "America/Louisville": "America/Kentucky/Louisville",
    "Asia/Calcutta": "Asia/Kolkata", "Asia/Katmandu": "Asia/Kathmandu", "Asia/Rangoon": "Asia/Yangon",
    "Asia/Saigon": "Asia/Ho_Chi_Minh", "Atlantic/Faeroe": "Atlantic/Faroe", "Europe/Kiev": "Europe/Kyiv",
    "Pacific/Enderbury": "Pacific/Kanton", "Pacific/Ponape": "Pacific/Pohnpei", "Pacific/Truk": "Pacific/Chuuk",
}

rows = {}
for zone, names in Locale("zh").time_zones.items():
    city = names.get("city")
    if city and "/" in zone and not zone.startswith("Etc/"):
        rows[zone] = city
        rows.setdefault(RENAMED.get(zone, zone), city)
with open(OUT, "w", encoding="utf-8") as out:
    out.write("zone\tzh\n")
    for zone in sorted(rows):
        out.write(f"{zone}\t{rows[zone]}\n")
