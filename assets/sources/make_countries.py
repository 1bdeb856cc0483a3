#!/usr/bin/env python3
"""Makes assets/countries.tsv and assets/phone-zones.tsv. See README.md here for the sources and their licences.

usage: make_countries.py FOLDER_OF_F11_INPUT [ZONE_TAB]
"""
import csv, json, os, sys, unicodedata
from collections import defaultdict

SRC = sys.argv[1]
ZONE_TAB = sys.argv[2] if len(sys.argv) > 2 else "/usr/share/zoneinfo/zone.tab"
OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
ZONEINFO = "/usr/share/zoneinfo"
DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

# zone.tab lists a country's zones by geography: the one where most business is done comes first here.
PRINCIPAL = """
AQ Antarctica/McMurdo; AR America/Argentina/Buenos_Aires; AU Australia/Sydney; BR America/Sao_Paulo; CA America/Toronto
CD Africa/Kinshasa; CL America/Santiago; CN Asia/Shanghai; CY Asia/Nicosia; DE Europe/Berlin; EC America/Guayaquil
ES Europe/Madrid; FM Pacific/Pohnpei; GL America/Nuuk; ID Asia/Jakarta; KI Pacific/Tarawa; KZ Asia/Almaty
MH Pacific/Majuro; MN Asia/Ulaanbaatar; MX America/Mexico_City; MY Asia/Kuala_Lumpur; NZ Pacific/Auckland
PF Pacific/Tahiti; PG Pacific/Port_Moresby; PS Asia/Hebron; PT Europe/Lisbon; RU Europe/Moscow; UA Europe/Kyiv
UM Pacific/Midway; US America/New_York; UZ Asia/Tashkent
"""
# The tongue that an exporter's letter is read in, where the most spoken official one is another.
BUSINESS = dict(x.split() for x in """
IN en; PK en; PH en; ZA en; SG en; NG en; GH en; KE en; UG en; ZM en; ZW en; MW en; BW en; NA en; MT en; FJ en; PG en
HK zh-Hant; MO zh-Hant; TW zh-Hant; CN zh; IE en; LK en; RW en; SL en; GM en; LR en; ET en; SD ar; IL he; AF fa
CM fr; CI fr; SN fr; BJ fr; BF fr; TG fr; ML fr; NE fr; GN fr; GA fr; CG fr; CD fr; TD fr; MG fr; DJ fr; CF fr
AO pt; MZ pt; GW pt; CV pt; ST pt; BI fr; KM fr; LU fr; CH de; BE nl; RS sr; ME sr; BA bs; NO nb; SJ nb; MM my; PY es
PE es; BO es; GT es; UZ uz; KZ ru; KG ru; BY ru; TJ ru; TM ru; MD ro; MY ms; BN ms; ID id; HT fr; SZ en; LS en; SS en
VU en; SB en; WS en; TO en; KI en; TV en; NR en; PW en; MH en; FM en; JM en; TT en; GY en; BZ en; MU en; SC en; PR es
CK en; NU en; TK en; AS en; GU en; MP en; AW nl; CW nl; SX en; BQ nl; GL da; FO fo; AX sv; MF fr; GF fr; GP fr; MQ fr
RE fr; YT fr; NC fr; PF fr; WF fr; PM fr; BL fr; TL pt; ER en; SO so; MR ar; DZ ar; MA ar; TN ar; EH ar
""".replace("\n", ";").split(";") if x.strip())
# Dial codes that the list of regions does not give, or gives for several.
DIAL = {"GG": "44", "JE": "44", "IM": "44", "AX": "358", "SJ": "47", "VA": "39", "EH": "212", "BQ": "599", "CW": "599",
        "XK": "383", "PN": "64", "GS": "500", "AQ": "672", "TF": "262", "BV": "47", "HM": "672", "UM": "1"}
# What people write that no list has.
ALIASES = """
GB: UK, U.K., Great Britain, Britain, England, Scotland, Wales, Northern Ireland, United Kingdom of Great Britain, 英国, 英國, 大不列颠, 英格兰, 苏格兰
US: USA, U.S.A., U.S., United States, America, United States of America (USA), The States, Estados Unidos, EEUU, EE.UU., EUA, Etats-Unis, Vereinigte Staaten, США, 美国, 美國, 美利坚
AE: UAE, U.A.E., Emirates, United Arab Emirates (UAE), Dubai, Abu Dhabi, 阿联酋, 阿聯酋, 迪拜
KR: Korea, South Korea, Korea South, Korea Republic of, Republic of Korea, S. Korea, South Korea (Republic of Korea), ROK, 韩国, 韓國, 南韩, 대한민국, 한국
KP: North Korea, Korea North, DPRK, Korea Democratic People's Republic of, 朝鲜, 북한
FR: France Metropolitan, Metropolitan France, 法国, 法國
TR: Turkey, Türkiye, Turkiye, Republic of Türkiye, 土耳其
VN: Vietnam, Viet Nam, Việt Nam, 越南
CN: China, PRC, P.R. China, P.R.C., PR China, China Mainland, Mainland China, People's Republic of China, 中国, 中國, 中国大陆, 大陆
TW: Taiwan, Taiwan China, Taiwan Province of China, Chinese Taipei, 台湾, 臺灣, 台灣, 中国台湾
HK: Hong Kong, Hong Kong SAR, Hong Kong China, Hongkong, Hong Kong S.A.R., 香港, 中国香港
MO: Macau, Macao, Macau SAR, Macao SAR, Macau China, 澳门, 澳門, 中国澳门
RU: Russia, Russian Federation, Россия, РФ, 俄罗斯, 俄羅斯, 俄国
CD: DRC, DR Congo, D.R. Congo, Congo DRC, Congo Kinshasa, Democratic Republic of Congo, Democratic Republic of the Congo, Congo The Democratic Republic Of The, Zaire, 刚果金, 民主刚果, 刚果（金）
CG: Congo, Republic of the Congo, Congo Brazzaville, Congo Republic, Congo The Republic of Congo, 刚果布, 刚果共和国, 刚果（布）
LA: Laos, Lao, Lao PDR, Lao People's Democratic Republic, 老挝, 寮国
IR: Iran, Islamic Republic of Iran, Iran Islamic Republic of, Persia, ایران, 伊朗
SY: Syria, Syrian Arab Republic, 叙利亚
TZ: Tanzania, United Republic of Tanzania, Tanzania United Republic of, 坦桑尼亚
BO: Bolivia, Plurinational State of Bolivia, Bolivia Plurinational State of, 玻利维亚
VE: Venezuela, Bolivarian Republic of Venezuela, Venezuela Bolivarian Republic of, 委内瑞拉
MD: Moldova, Republic of Moldova, Moldova Republic of, 摩尔多瓦
MK: Macedonia, North Macedonia, FYROM, Macedonia the former Yugoslav Republic of, Северна Македонија, 北马其顿, 马其顿
CZ: Czech Republic, Czechia, Česko, Česká republika, 捷克, 捷克共和国
SK: Slovakia, Slovak Republic, Slovensko, 斯洛伐克
NL: Netherlands, The Netherlands, Holland, Nederland, 荷兰
CI: Ivory Coast, Cote d'Ivoire, Côte d'Ivoire, Cote d Ivoire, 科特迪瓦, 象牙海岸
SZ: Swaziland, Eswatini, 斯威士兰
CV: Cape Verde, Cabo Verde, 佛得角
TL: East Timor, Timor-Leste, Timor Leste, 东帝汶
MM: Burma, Myanmar, 缅甸
BN: Brunei, Brunei Darussalam, 文莱
PS: Palestine, Palestinian Territory, Palestinian Territory Occupied, State of Palestine, Palestine State of, West Bank, Gaza, 巴勒斯坦
VA: Vatican, Vatican City, Holy See, Holy See (Vatican City State), 梵蒂冈
BA: Bosnia, Bosnia and Herzegovina, Bosnia & Herzegovina, Bosnia-Herzegovina, Bosna i Hercegovina, 波黑, 波斯尼亚
TT: Trinidad and Tobago, Trinidad & Tobago, Trinidad, 特立尼达和多巴哥
KN: Saint Kitts and Nevis, St Kitts and Nevis, St. Kitts
LC: Saint Lucia, St Lucia
VC: Saint Vincent and the Grenadines, St Vincent, St. Vincent and Grenadines
AG: Antigua and Barbuda, Antigua
ST: Sao Tome and Principe, Sao Tome
PG: Papua New Guinea, PNG, 巴布亚新几内亚
NZ: New Zealand, NZL, Aotearoa, 新西兰, 紐西蘭
SA: Saudi Arabia, KSA, Kingdom of Saudi Arabia, Saudi, 沙特, 沙特阿拉伯, 沙烏地阿拉伯, 沙乌地阿拉伯
ZA: South Africa, RSA, S. Africa, Suid-Afrika, 南非
CF: Central African Republic, C.A.R., 中非
DO: Dominican Republic, Dominican Rep., Dom. Rep., República Dominicana, 多米尼加共和国, 多米尼加
DM: Dominica, Commonwealth of Dominica, 多米尼克
GM: Gambia, The Gambia, Gambia The, 冈比亚
BS: Bahamas, The Bahamas, Bahamas The, 巴哈马
IE: Ireland, Republic of Ireland, Eire, Éire, 爱尔兰
DE: Germany, Deutschland, Fed. Rep. of Germany, 德国, 德國
CH: Switzerland, Schweiz, Suisse, Svizzera, 瑞士
AT: Austria, Österreich, Oesterreich, 奥地利
ES: Spain, España, Espana, 西班牙
IT: Italy, Italia, 意大利, 義大利
PL: Poland, Polska, 波兰
SE: Sweden, Sverige, 瑞典
NO: Norway, Norge, Noreg, 挪威
DK: Denmark, Danmark, 丹麦
FI: Finland, Suomi, 芬兰
IS: Iceland, Ísland, 冰岛
GR: Greece, Ελλάδα, Hellas, Ellada, Hellenic Republic, EL, 希腊
HU: Hungary, Magyarország, 匈牙利
RO: Romania, România, 罗马尼亚
BG: Bulgaria, България, 保加利亚
HR: Croatia, Hrvatska, 克罗地亚
RS: Serbia, Srbija, Србија, 塞尔维亚
SI: Slovenia, Slovenija, 斯洛文尼亚
ME: Montenegro, Crna Gora, 黑山
AL: Albania, Shqipëria, Shqiperi, 阿尔巴尼亚
EE: Estonia, Eesti, 爱沙尼亚
LV: Latvia, Latvija, 拉脱维亚
LT: Lithuania, Lietuva, 立陶宛
UA: Ukraine, Україна, Ukraina, The Ukraine, 乌克兰
BY: Belarus, Беларусь, Byelorussia, 白俄罗斯
GE: Georgia, საქართველო, Sakartvelo, Republic of Georgia, 格鲁吉亚
AM: Armenia, Հայաստան, Hayastan, 亚美尼亚
AZ: Azerbaijan, Azərbaycan, 阿塞拜疆
KZ: Kazakhstan, Қазақстан, Kazakstan, 哈萨克斯坦
UZ: Uzbekistan, Oʻzbekiston, Ozbekiston, 乌兹别克斯坦
KG: Kyrgyzstan, Kyrgyz Republic, Кыргызстан, 吉尔吉斯斯坦
MN: Mongolia, Монгол улс, 蒙古
JP: Japan, 日本, Nippon, Nihon
TH: Thailand, ประเทศไทย, ไทย, 泰国
IN: India, भारत, Bharat, Hindustan, 印度
BD: Bangladesh, বাংলাদেশ, 孟加拉国, 孟加拉
NP: Nepal, नेपाल, 尼泊尔
LK: Sri Lanka, Srilanka, Ceylon, 斯里兰卡
PK: Pakistan, پاکستان, 巴基斯坦
IL: Israel, ישראל, 以色列
JO: Jordan, Hashemite Kingdom of Jordan, 约旦
EG: Egypt, مصر, Arab Republic of Egypt, 埃及
MA: Morocco, Maroc, المغرب, 摩洛哥
MX: Mexico, México, Mejico, Méjico, 墨西哥
BR: Brazil, Brasil, 巴西
PE: Peru, Perú, 秘鲁
PA: Panama, Panamá, 巴拿马
MY: Malaysia, Malasia, 马来西亚
ID: Indonesia, 印度尼西亚, 印尼
PH: Philippines, The Philippines, Pilipinas, Phillipines, Philipines, Filipinas, 菲律宾
KH: Cambodia, កម្ពុជា, Kampuchea, 柬埔寨
SG: Singapore, Singapura, 新加坡
RE: Reunion, Réunion, La Réunion
CW: Curacao, Curaçao
FK: Falkland Islands, Falklands, Islas Malvinas, Malvinas
VG: British Virgin Islands, BVI, Virgin Islands British, Virgin Islands (British)
VI: US Virgin Islands, U.S. Virgin Islands, USVI, Virgin Islands U.S.
MF: Saint Martin, St Martin, San Martín, São Martinho
SX: Sint Maarten, St Maarten, سانت مارتن
FM: Micronesia, Federated States of Micronesia, Micronesia Federated States of
SS: South Sudan, S. Sudan
EH: Western Sahara
LY: Libya, Libyan Arab Jamahiriya
YE: Yemen, Republic of Yemen
"""


def territories(lang):
    d = json.load(open(f"{SRC}/cldr-localenames-full/main/{lang}/territories.json", encoding="utf-8"))
    return d["main"][lang]["localeDisplayNames"]["territories"]


def fold(s):
    s = "".join(c for c in unicodedata.normalize("NFKD", s.lower()) if not unicodedata.combining(c))
    return "".join(c for c in s if c.isalnum())


def zones():
    by = defaultdict(list)
    for line in open(ZONE_TAB, encoding="utf-8"):
        if not line.startswith("#"):
            code, _, zone = line.rstrip("\n").split("\t")[:3]
            by[code].append(zone)
    for pair in PRINCIPAL.replace("\n", ";").split(";"):
        if pair.strip():
            code, zone = pair.split()
            assert zone in by[code], (code, zone)
            by[code].sort(key=lambda z: z != zone)
    # Two territories without inhabitants have no row.
    by.setdefault("BV", []); by.setdefault("HM", [])
    return by


def weekends():
    w = json.load(open(f"{SRC}/weekData.json"))["supplemental"]["weekData"]
    start, end = w["weekendStart"], w["weekendEnd"]

    def of(code):
        a, b = DAYS.index(start.get(code, start["001"])), DAYS.index(end.get(code, end["001"]))
        return ",".join(DAYS[i] for i in range(a, b + 1))
    return of


def dials():
    by = dict(DIAL)
    for row in csv.DictReader(open(f"{SRC}/dial_codes.csv")):
        for region in row["regions"].split():
            by[region] = row["dial_code"]
    return by


def language():
    info = json.load(open(f"{SRC}/territoryInfo.json"))["supplemental"]["territoryInfo"]

    def of(code):
        if code in BUSINESS:
            return BUSINESS[code]
        spoken = info.get(code, {}).get("languagePopulation", {})
        official = [(float(v["_populationPercent"]), k) for k, v in spoken.items()
                    if v.get("_officialStatus", "").replace("de_facto_", "") == "official"]
        return max(official)[1].replace("_", "-") if official else ""
    return of


def names(rows, short_en, short_zh):
    """Every other name of a country; a name that two countries claim is nobody's, unless it is an alias above."""
    alias = {}
    for line in ALIASES.strip().splitlines():
        code, words = line.split(":", 1)
        alias[code] = [w.strip() for w in words.split(",")]
    owner = {}
    for code in rows:
        for n in [short_en[code], short_zh[code]] + alias.get(code, []):
            assert owner.setdefault(fold(n), code) == code, (n, code, owner[fold(n)])
    claims, written = defaultdict(set), {}
    def claim(code, name):
        name = name.strip()
        # Two Latin letters are a code and nothing else: the Portuguese `RU` for the United Kingdom is Russia's.
        if len(name) > 2 and "|" not in name and fold(name) not in owner or (len(name) == 2 and not name.isascii()):
            claims[fold(name)].add(code)
            written.setdefault((code, fold(name)), name)
    for lang in ["en", "zh", "zh-Hant", "de", "es", "fr", "pt", "ru", "ar"]:
        for key, name in territories(lang).items():
            if key[:2] in rows and (len(key) == 2 or key[2] == "-"):
                claim(key[:2], name)
    for code, row in rows.items():
        for field in ["official_name_en", "official_name_fr", "official_name_es", "official_name_ru", "official_name_ar",
                      "official_name_cn", "UNTERM English Short", "UNTERM English Formal", "CLDR display name",
                      "UNTERM Chinese Short", "UNTERM Chinese Formal"]:
            claim(code, row[field].replace("（", " (").split(" (")[0])
    out = {}
    for code in rows:
        seen = {fold(short_en[code]), fold(short_zh[code])}
        out[code] = []
        for n in alias.get(code, []) + [w for (c, f), w in written.items() if c == code and claims[f] == {code}]:
            if fold(n) not in seen:
                seen.add(fold(n))
                out[code].append(n)
    return out


def countries(zone, dial):
    rows = {r["ISO3166-1-Alpha-2"]: r for r in csv.DictReader(open(f"{SRC}/country-codes.csv", encoding="utf-8"))}
    en, zh = territories("en"), territories("zh")
    short = {"en": {c: en.get(c + "-alt-short", en[c]) if c not in ("US", "GB") else en[c] for c in rows},
             "zh": {c: zh.get(c + "-alt-short", zh[c]) for c in rows}}
    short["en"].update({"BA": en["BA"], "CD": "Congo (DRC)", "CG": "Congo (Republic)"})
    weekend, tongue = weekends(), language()
    other = names(rows, short["en"], short["zh"])
    with open(f"{OUT}/countries.tsv", "w", encoding="utf-8") as out:
        out.write("code\talpha3\ten\tzh\tdial\tzones\tweekend\tlanguage\topens\tcloses\tother\n")
        for code in sorted(rows):
            out.write("\t".join([code, rows[code]["ISO3166-1-Alpha-3"], short["en"][code], short["zh"][code],
                                 dial.get(code, ""), ",".join(zone[code]), weekend(code), tongue(code),
                                 "09:00", "18:00", "|".join(other[code])]) + "\n")
    print(len(rows), "countries;", sum(map(len, other.values())), "other names;", "no dial code:",
          [c for c in rows if not dial.get(c)], "no language:", [c for c in rows if not tongue(c)])


def phone_zones(zone, dial):
    """Prefix -> zones, for dial codes of more than one zone; a prefix that says what a shorter one says is left out."""
    same = {}
    def canonical(name):
        # The map is of 2018: `Asia/Calcutta` is `Asia/Kolkata` by the bytes of its data.
        if name not in same:
            path = f"{ZONEINFO}/{name}"
            data = open(path, "rb").read() if os.path.exists(path) else None
            known = [z for zs in zone.values() for z in zs]
            same[name] = name if name in known else next(
                (z for z in known if data and open(f"{ZONEINFO}/{z}", "rb").read() == data), name)
        return same[name]
    many = {d for d in dial.values() if len({z for c, zs in zone.items() if dial.get(c) == d for z in zs}) > 1}
    table = {}
    for line in open(f"{SRC}/map_data.txt", encoding="utf-8"):
        if line[0].isdigit():
            prefix, zs = line.rstrip("\n").split("|")
            if any(prefix.startswith(d) for d in many):
                table[prefix] = [canonical(z) for z in zs.split("&")]
    def parent(p):
        return next((table[p[:i]] for i in range(len(p) - 1, 0, -1) if p[:i] in table), None)
    kept = {p: zs for p, zs in table.items() if parent(p) != zs}
    # Where a dial code has more than five zones the code alone says nothing.
    kept = {p: (zs if len(zs) <= 5 else []) for p, zs in kept.items()}
    pool = sorted({z for zs in kept.values() for z in zs})
    with open(f"{OUT}/phone-zones.tsv", "w", encoding="utf-8") as out:
        out.write("# Made by sources/make_countries.py from libphonenumber's map_data.txt (Apache-2.0).\n")
        by = defaultdict(list)
        for p, zs in sorted(kept.items()):
            by[",".join(zs)].append(p)
        for zs, ps in sorted(by.items()):
            out.write(f"{zs}\t{' '.join(ps)}\n")
    print(len(kept), "of", len(table), "prefixes;", len(pool), "zones")


if __name__ == "__main__":
    z, d = zones(), dials()
    countries(z, d)
    phone_zones(z, d)
