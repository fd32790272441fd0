"""Random figures, how they are mistyped, and a little reader of its own that says what they mean.

Nothing of the library's readers and writers is used here. `texts` draws a figure as people write
it; `values` says what it means, by the Vietnamese and by the English signs; `mistyped` changes marks,
letters, blanks, capitals and stops, never a digit, so that the meaning stays.
"""

import random
import re
from fractions import Fraction
from unicodedata import combining, normalize

ONES = dict(
    zip(["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"], range(10), strict=True)
)
MORE_ONES = {**ONES, "mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5, "bẩy": 7}
SCALES = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9, "nghìn tỷ": 10**12}
UNITS = {
    "đồng": ("money", 1), "đ": ("money", 1), "VND": ("money", 1), "USD": ("dollar", 1), "đô la": ("dollar", 1),
    "m2": ("area", 1), "ha": ("area", 10_000), "héc ta": ("area", 10_000), "km2": ("area", 10**6), "mét vuông": ("area", 1),
    "m": ("length", 1), "km": ("length", 1000), "ki lô mét": ("length", 1000), "cm": ("length", Fraction(1, 100)),
    "mm": ("length", Fraction(1, 1000)), "kg": ("mass", 1), "ki lô gam": ("mass", 1), "tấn": ("mass", 1000), "tạ": ("mass", 100),
    "yến": ("mass", 10), "lạng": ("mass", Fraction(1, 10)), "g": ("mass", Fraction(1, 1000)), "lít": ("volume", Fraction(1, 1000)),
    "m3": ("volume", 1), "%": ("percent", 1), "phần trăm": ("percent", 1), "ngày công": ("work", 1), "hộ": ("hộ", 1),
    "người": ("người", 1), "mô hình": ("mô hình", 1), "trđ": ("money", 10**6), "tr.đ": ("money", 10**6), "ngđ": ("money", 10**3),
}  # fmt: skip
COUNTED = {"hộ", "người", "mô hình"}
BEFORE = ["", "", "", "hơn ", "gần ", "khoảng ", "trên dưới ", "không quá ", "ít hơn ", "~"]
RATES = ["", "", "", "/năm", "/người/năm"]


def below_thousand(words: list[str]) -> int:
    """Return what one to six words say: "hai trăm linh năm", "ba mươi mốt"."""
    if "trăm" in words:
        at = words.index("trăm")
        return ONES[words[0]] * 100 + below_thousand(words[at + 1 :])
    if not words:
        return 0
    if words[0] in ("linh", "lẻ"):
        return MORE_ONES[words[1]]
    if words[0] == "mười":
        return 10 + (MORE_ONES[words[1]] if words[1:] else 0)
    if words[1:2] == ["mươi"]:
        return ONES[words[0]] * 10 + (MORE_ONES[words[2]] if words[2:] else 0)
    if len(words) == 2:  # hai mốt
        return ONES[words[0]] * 10 + MORE_ONES[words[1]]
    return MORE_ONES[words[0]]


def spelled(words: list[str]) -> Fraction:
    """Return what number words say; each part counts what its scale words say."""
    for point in ("phẩy", "chấm"):
        if point in words:
            at = words.index(point)
            scales = [word for word in words[at + 1 :] if word in SCALES]
            digits = [str(MORE_ONES[word]) for word in words[at + 1 :] if word not in SCALES]
            value = spelled(words[:at]) + Fraction(int("".join(digits)), 10 ** len(digits))
            for scale in scales:
                value *= SCALES[scale]
            return value
    if words[-1] in ("rưỡi", "rưởi"):
        last = words[-2]
        if last in SCALES:
            size = SCALES[last] * SCALES.get(words[-3], 1)
            return spelled(words[:-1]) + Fraction(size, 2)
        return spelled(words[:-1]) + Fraction(1, 2)
    total, counted, group = Fraction(0), 0, []
    for at, word in enumerate(words):
        if word not in SCALES:
            group.append(word)
        elif SCALES[word] == 10**9:
            if words[at - 1] in ("tỷ", "tỉ"):
                raise ValueError(words)
            counted = (counted + below_thousand(group)) * 10**9
            total, counted, group = total + counted, 0, []
        else:
            counted, group = counted + below_thousand(group) * SCALES[word], []
    return total + counted + below_thousand(group)


def numerals(text: str) -> set[Fraction]:
    """Return what digits mean by Vietnamese signs and by English ones."""
    found = set()
    for group, point in (".,", ",."):
        if re.fullmatch(rf"(?:\d{{1,3}}(?:\{group}\d{{3}})+|\d+)(?:\{point}\d+)?", text):
            found.add(Fraction(text.replace(group, "").replace(point, ".")))
    return found


def values(text: str) -> tuple[str, set[Fraction]]:
    """Return what a figure measures and every value that it can have in the base unit."""
    for before in sorted(filter(None, BEFORE), key=len, reverse=True):
        text = text.removeprefix(before)
    sign = -1 if text[0] in "-−" or text.startswith("âm ") else 1
    text = text.removeprefix("âm ").lstrip("-− ")
    text = text.partition("/")[0]
    unit = next(
        u for u in sorted(UNITS, key=len, reverse=True) if re.search(rf"(?<![^\W\d_]){re.escape(u)}$", text)
    )
    kind, size = UNITS[unit]
    rest = text[: -len(unit)].strip()
    if not rest[0].isdigit():
        return kind, {sign * size * spelled(rest.split(" "))}
    totals = {Fraction(0)}
    for number, words in re.findall(r"([\d.,]+)\s*([^\d]*)", rest):
        factor, half = Fraction(1), 0
        for word in words.split():
            if word in ("rưỡi", "rưởi"):
                half = Fraction(1, 2)
            else:
                factor *= SCALES[word]
        totals = {total + (each + half) * factor for total in totals for each in numerals(number)}
    return kind, {sign * size * total for total in totals}


def words_of(number: int, pick: random.Random) -> str:
    """Write a whole number below 10¹⁵ in words, by the rules of schoolbooks."""
    zero, thousand = pick.choice(["linh", "lẻ"]), pick.choice(["nghìn", "ngàn"])
    name = list(ONES)

    def group(n: int, *, full: bool) -> list[str]:
        hundreds, rest = divmod(n, 100)
        said = [name[hundreds], "trăm"] if hundreds or full else []
        tens, ones = divmod(rest, 10)
        if tens == 0:
            return [*said, *([zero] if said else []), name[ones]] if ones or not said else said
        said += ["mười"] if tens == 1 else [name[tens], "mươi"]
        last = {
            1: "mốt" if tens > 1 else "một",
            4: pick.choice(["tư", "bốn"]) if tens > 1 else "bốn",
            5: "lăm",
        }
        return [*said, last.get(ones, name[ones])] if ones else said

    def below(n: int, *, full: bool) -> list[str]:
        said: list[str] = []
        for size, scale in ((10**6, "triệu"), (10**3, thousand), (1, "")):
            part, n = divmod(n, size)
            if part:
                said += [*group(part, full=full or bool(said)), *([scale] if scale else [])]
        return said

    billions, rest = divmod(number, 10**9)
    said = [*below(billions, full=False), pick.choice(["tỷ", "tỉ"])] if billions else []
    said += below(rest, full=bool(said)) if rest else []
    return " ".join(said or ["không"])


def texts(pick: random.Random) -> str:
    """Draw a figure as people write it."""
    unit = pick.choice(list(UNITS))
    short = unit in ("trđ", "tr.đ", "ngđ")
    scale = "" if short or unit in ("%", "phần trăm") else pick.choice(["", "", *SCALES])
    size = 10 ** pick.randint(1, 9)
    match pick.choice(["plain", "grouped", "decimal", "compound", "words", "half", "point", "parts"]):
        case "plain":
            figure = f"{pick.randrange(size)} {scale}"
        case "grouped":
            figure = f"{pick.randrange(size):,}".replace(",", ".") + f" {scale}"
        case "decimal":
            figure = f"{pick.randrange(1000)},{pick.randrange(100):02} {scale}"
        case "compound" if unit not in ("%", "phần trăm") and not short:
            low = pick.choice(["nghìn", "triệu"])
            high = pick.choice(["tỷ", "nghìn tỷ"])
            figure = f"{pick.randint(1, 999)} {high} {pick.randint(1, 999)} {low}"
        case "half":
            figure = (
                f"{pick.randint(1, 99)} {scale or 'triệu'} rưỡi" if not short and "%" not in unit else "7"
            )
            figure = "7" if unit == "phần trăm" else figure
        case "point":
            digits = " ".join(pick.choice(list(ONES)) for _ in range(pick.randint(1, 2)))
            figure = (
                f"{words_of(pick.randint(1, 999), pick)} {pick.choice(['phẩy', 'chấm'])} {digits} {scale}"
            )
        case "parts" if unit not in ("%", "phần trăm") and not short:
            big = pick.choice(["nghìn", "triệu"])
            figure = f"{pick.randint(1, 99)} {big} tỷ {pick.randint(100, 999)} tỷ"
            if pick.random() < 0.5:
                tens, hundreds = pick.choice(list(ONES)[1:]), pick.choice(list(ONES)[1:])
                figure = f"{tens} {big} tỷ {hundreds} trăm mười hai tỷ"
        case _:
            figure = words_of(pick.randrange(size * 10**3), pick)
    if short and not figure[0].isdigit():
        figure = "12"
    sign = pick.choice(["", "", "", "-", "−"]) if figure[0].isdigit() else ""
    rate = pick.choice(RATES) if unit not in ("%", "phần trăm") else ""
    glue = "" if pick.random() < 0.1 and figure.strip()[-1].isdigit() else " "
    return f"{pick.choice(BEFORE)}{sign}{figure.strip()}{glue}{unit}{rate}"


_MARKS = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323", "\u0302", "\u0306", "\u031b"]
_VOCABULARY = {
    *MORE_ONES,
    *SCALES,
    *UNITS,
    "trăm",
    "mươi",
    "mười",
    "linh",
    "lẻ",
    "rưỡi",
    "phẩy",
    "chấm",
    "âm",
    "k",
    "n",
    "tr",
}


def plain(text: str) -> str:
    """Return text without its marks."""
    parts = normalize("NFD", text).replace("đ", "d").replace("Đ", "D")
    return normalize("NFC", "".join(letter for letter in parts if not combining(letter)))


def mistyped(text: str, pick: random.Random) -> str:
    """Return the text with one slip in a word, a blank or the case; never a digit, never another word."""
    kind = pick.choice(
        ["plain", "word", "mark", "missing", "twice", "swapped", "blank", "glued", "case", "stop", "nfd"]
    )
    words = text.split(" ")
    spoken = [place for place, word in enumerate(words) if not any(letter.isdigit() for letter in word)]
    if not spoken:
        return text
    at = pick.choice(spoken)
    word = words[at]
    letters = [place for place, letter in enumerate(word) if letter.isalpha()]
    whole = {
        "plain": plain(text),
        "blank": text.replace(" ", "  ", 1),
        "case": pick.choice([text.upper(), text.title(), text.capitalize()]),
        "stop": f"{text}.",
        "nfd": normalize("NFD", text),
        "glued": " ".join([*words[: at - 1], words[at - 1] + word, *words[at + 1 :]]) if at else text,
    }
    if kind in whole:
        return whole[kind]
    if not letters:
        return text
    place = pick.choice(letters)
    match kind:
        case "word":
            made = plain(word)
        case "mark":
            base = plain(word[place])
            made = normalize("NFC", word[:place] + base + pick.choice(_MARKS) + word[place + 1 :])
        case "missing" if len(word) > 3:
            made = word[:place] + word[place + 1 :]
        case "twice":
            made = word[:place] + word[place] + word[place:]
        case "swapped" if place + 1 < len(word) and word[place + 1].isalpha():
            made = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
        case _:
            made = word
    name = made.partition("/")[0]
    if made != word and (name in _VOCABULARY or not name):
        return text
    return " ".join([*words[:at], made, *words[at + 1 :]])
