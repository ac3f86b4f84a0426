"""Colours by identity: the same alternative, fee model or member looks the same everywhere.

The first seven are Okabe and Ito's colours, safe for colour-blind readers, without yellow (too
weak on white) and with grey for black (too heavy in areas). The six that follow are taken from
Paul Tol's "muted" scheme. More than seven colours are never told apart by colour alone: lines have
markers and a label at their end, bars their name beside them. A colour is given as it is on a light
background; ``shades`` and ``inks`` say how it is on a dark one.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

OKABE_ITO = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#666666")
TOL_MUTED = ("#332288", "#999933", "#882255", "#44AA99", "#CC6677", "#117733")
IDENTITY = OKABE_ITO + TOL_MUTED
SEQUENCE = (OKABE_ITO[0], OKABE_ITO[4])
"""The blues that mean most on a light and on a dark background; less comes nearer to the ground."""
PAIR = ("#33475B", "#9FB1C1")
SPAN = "#3A5675"
"""The two ends of a range, told apart by outline and solid: neither an identity nor good or bad."""
DIRECTION = MappingProxyType({"increase": "#D55E00", "decrease": "#0072B2"})

KINDS = ("alternative", "criterion", "fee_model", "member", "area", "line", "pair", "direction")

# Names that Plotly and Vega both know, in an order where neighbours differ most.
MARKERS = ("circle", "square", "diamond", "triangle-up", "cross", "triangle-down")
FORECAST_DASH = (6, 4)

INK = "#1F2933"
ON_DARK = MappingProxyType(
    {"#332288": "#7647EB", "#882255": "#F3BEDD", SPAN: "#A3B9D2", INK: "#E8EEF4"}
)
"""Colours too dark for a dark background, with one as far from all others as they were."""
MUTED = "#52606D"
GRID = "#E1E6EB"
AXIS = "#8896A4"
BACKGROUND = "#FFFFFF"
DARK_BACKGROUND = "#0F1A24"
# DejaVu and Liberation have å ä ö, the minus sign and the no-break space; one of them, or Arial,
# is found on almost any machine, and vl-convert falls back on its own sans-serif.
FONT = "DejaVu Sans, Liberation Sans, Arial, sans-serif"


def colours_for(kind: str, ids: Iterable[str]) -> dict[str, str]:
    """Return identity -> hex by place in the scenario.

    Args:
        kind: One of ``KINDS``; ``direction`` gives the two of a diverging picture, ``pair`` two
            that are no identities but ways to look (dark and light).
        ids: All identities of that kind in the order of the scenario, not only those shown: a
            hidden alternative keeps its place, so that the others keep their colours.

    Raises:
        ValueError: Unknown kind.
    """
    if kind not in KINDS:
        raise ValueError(f"kind of identity is {kind!r}; allowed: {', '.join(KINDS)}")
    if kind == "pair":
        return dict(zip(ids, PAIR, strict=False))
    if kind == "direction":
        return {identity: DIRECTION[identity] for identity in ids}
    return {identity: IDENTITY[i % len(IDENTITY)] for i, identity in enumerate(dict.fromkeys(ids))}


def markers_for(ids: Iterable[str]) -> dict[str, str]:
    """Return identity -> marker by place, for lines; one and the same name in every renderer."""
    return {identity: MARKERS[i % len(MARKERS)] for i, identity in enumerate(dict.fromkeys(ids))}


def chart_colours(given: Mapping[str, str], ids: tuple[str, ...], one: bool) -> dict[str, str]:
    """Return identity -> hex for a chart: the given colour, else by place (or one for all)."""
    spare = dict.fromkeys(ids, IDENTITY[0]) if one else colours_for("line", ids)
    return {identity: given.get(identity, spare[identity]) for identity in ids}


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of WCAG 2, 1–21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def text_on(fill: str) -> str:
    """Return white or black, whichever reads best on a fill (always at least 4.5:1)."""
    return max(("#FFFFFF", "#000000"), key=lambda ink: contrast(ink, fill))


def readable(colour: str, least: float = 4.5, background: str = BACKGROUND) -> str:
    """Return the colour, moved as little as needed to be read as text on a background."""
    away = 255 if _luminance(background) < 0.18 else 0
    for step in range(100, -1, -2):
        shade = "#" + "".join(
            f"{round((c * step + away * (100 - step)) / 100):02X}" for c in _rgb(colour)
        )
        if contrast(shade, background) >= least:
            return shade
    return "#FFFFFF" if away else "#000000"


@cache
def shades(colour: str) -> tuple[str, str]:
    """Return a fill (on a light background, on a dark one).

    The first is the colour itself, so that the picture on the wall is the picture in the report;
    the second stands out from the dark at least 3:1, as far from the other colours as it was.
    """
    colour = colour.upper()
    return colour, ON_DARK.get(colour) or readable(colour, 3.0, DARK_BACKGROUND)


@cache
def inks(colour: str) -> tuple[str, str]:
    """Return the colour as text (on a light background, on a dark one), at least 4.5:1."""
    light, dark = shades(colour)
    return readable(light), readable(dark, background=DARK_BACKGROUND)


@cache
def texts_on(colour: str) -> tuple[str, str]:
    """Return white or black for text within a fill (on a light background, on a dark one)."""
    light, dark = shades(colour)
    return text_on(light), text_on(dark)


@cache
def sequential(share: float) -> tuple[str, str]:
    """Return the fill for a place 0–1 from least to most (on a light background, on a dark one).

    One hue that leaves the ground as the share grows, so that it reads alike without colour sight.
    """
    parts = 0.1 + 0.9 * share
    grounds = (BACKGROUND, DARK_BACKGROUND)
    light, dark = (
        _mixed(most, ground, parts) for most, ground in zip(SEQUENCE, grounds, strict=True)
    )
    return light, dark


def faded(colour: str, opacity: float) -> str:
    """Return the colour as ``rgba(...)`` with an opacity 0–1."""
    red, green, blue = _rgb(colour)
    return f"rgba({red},{green},{blue},{opacity:g})"


def _mixed(colour: str, ground: str, share: float) -> str:
    return "#" + "".join(
        f"{round(one * share + other * (1 - share)):02X}"
        for one, other in zip(_rgb(colour), _rgb(ground), strict=True)
    )


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (channel / 255 for channel in _rgb(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
