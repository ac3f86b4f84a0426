"""Numbers as a Swedish reader writes them: "26,29 kr", "9,5 mkr", "54,7 %", "−1 234"."""

import math
from functools import lru_cache

from babel.numbers import format_decimal

LOCALE = "sv_SE"
NBSP = "\u00a0"
MISSING = "–"


def parsed(written: str) -> float | None:
    """Return a number as a user writes it, decimal comma or point; None if it is none.

    Python's own liberties (1_000, inf, nan) are not numbers to a reader.
    """
    try:
        value = float(written.replace(",", "."))
    except ValueError:
        return None
    return value if math.isfinite(value) and "_" not in written else None


@lru_cache(maxsize=8192)
def number(value: float | None, decimals: int = 0, *, sign: bool = False) -> str:
    """Return a number with fixed decimals; a dash for a missing one.

    Kept by value: a page writes the same numbers again at each move of a slider.
    """
    if value is None or not math.isfinite(value):
        return MISSING
    rounded = round(value, decimals) + 0.0
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    words = format_decimal(abs(rounded), format=pattern, locale=LOCALE).replace("\u202f", NBSP)
    if rounded < 0:
        return f"−{words}"
    return f"+{words}" if sign and rounded > 0 else words


def kronor(value: float | None, decimals: int = 0, *, sign: bool = False) -> str:
    """Return kronor: "9 596 938 kr", or "26,29 kr" with two decimals."""
    return _with(number(value, decimals, sign=sign), "kr")


def money(value: float | None, *, sign: bool = False) -> str:
    """Return an amount at the size a reader would say: kr, tkr below ten million, then mkr."""
    if value is None or not math.isfinite(value):
        return MISSING
    if abs(value) >= 999_500:
        return _with(number(value / 1e6, 1 if abs(value) < 99.95e6 else 0, sign=sign), "mkr")
    if abs(value) >= 9_995:
        return _with(number(value / 1e3, 0, sign=sign), "tkr")
    return kronor(value, 0, sign=sign)


def percent(share: float | None, decimals: int = 1, *, sign: bool = False) -> str:
    """Return a share 0–1 as per cent: "54,7 %"."""
    return _with(number(None if share is None else share * 100, decimals, sign=sign), "%")


@lru_cache(maxsize=8192)
def plain(value: float | None, most: int = 4) -> str:
    """Return a number with as many decimals as it has, at most ``most``."""
    if value is None or not math.isfinite(value):
        return MISSING
    pattern = "#,##0." + "#" * most
    words = format_decimal(abs(value), format=pattern, locale=LOCALE).replace("\u202f", NBSP)
    return f"−{words}" if value < 0 and words.strip("0,") else words


_UNIT_WORDS = {
    "kr": "kr",
    "kr/inhabitant": "kr per invånare",
    "kr/user": "kr per användare",
    "kr/object": "kr per styck",
    "persons": "invånare",
    "users": "användare",
    "objects": "st",
    "posts": "tjänster",
    "score": "poäng",
    "points": "poäng av 100",
}


def figure(value: float | None, unit: str) -> str:
    """Return a scenario figure with its unit in words; a missing one as "uppgift saknas"."""
    if value is None:
        return "uppgift saknas" if unit != "score" else "ej bedömt"
    if unit == "share":
        return _with(plain(value * 100, 3), "%")
    if unit == "share/year":
        return f"{_with(plain(value * 100, 2), '%')} per år"
    if unit in ("kr/inhabitant", "kr/user", "kr/object"):
        decimals = 0 if value == round(value) and abs(value) >= 100 else 2
        return _with(number(value, decimals), _UNIT_WORDS[unit])
    if unit == "kr":
        return kronor(value)
    if unit in _UNIT_WORDS:
        return _with(plain(value, 2), _UNIT_WORDS[unit])
    return plain(value)


def _with(words: str, unit: str) -> str:
    return words if words == MISSING else f"{words}{NBSP}{unit}"
