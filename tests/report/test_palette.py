"""The same identity, the same colour; and every text can be read."""

from itertools import combinations, pairwise

import numpy as np
import pytest

from report.palette import (
    BACKGROUND,
    DARK_BACKGROUND,
    DIRECTION,
    IDENTITY,
    INK,
    MARKERS,
    MUTED,
    PAIR,
    SPAN,
    colours_for,
    contrast,
    inks,
    markers_for,
    readable,
    shades,
    text_on,
    texts_on,
)
from tests.report.samples import MEMBERS


def test_thirteen_members_get_thirteen_colours():
    assert len(set(colours_for("member", MEMBERS).values())) == 13


def test_a_colour_follows_the_place_in_the_scenario_and_nothing_else():
    assert (
        colours_for("fee_model", ["a", "b"])["b"] == colours_for("fee_model", ["x", "b", "c"])["b"]
    )


def test_neighbours_in_a_long_list_differ_in_marker_too():
    markers = list(markers_for(MEMBERS).values())

    assert all(one != other for one, other in pairwise(markers))
    assert len(set(zip(colours_for("member", MEMBERS).values(), markers, strict=True))) == 13
    assert len(MARKERS) == len(set(MARKERS))


def test_an_unknown_kind_of_identity_is_refused():
    with pytest.raises(ValueError, match="allowed: alternative"):
        colours_for("kommun", ["a"])


@pytest.mark.parametrize("colour", IDENTITY)
def test_text_on_and_in_every_colour_has_a_contrast_of_at_least_4_5(colour):
    assert contrast(text_on(colour), colour) >= 4.5
    assert contrast(readable(colour), BACKGROUND) >= 4.5


def test_ordinary_and_muted_text_have_a_contrast_of_at_least_4_5():
    assert contrast(INK, BACKGROUND) >= 4.5
    assert contrast(MUTED, BACKGROUND) >= 4.5


def test_black_on_white_is_21_to_1():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("colour", (*IDENTITY, *PAIR, *DIRECTION.values(), SPAN, INK))
def test_every_colour_stands_out_from_a_dark_background_and_can_be_read_on_both(colour):
    light, dark = inks(colour)

    assert contrast(shades(colour)[1], DARK_BACKGROUND) >= 3
    assert contrast(light, BACKGROUND) >= 4.5
    assert contrast(dark, DARK_BACKGROUND) >= 4.5
    for fill, text in zip(shades(colour), texts_on(colour), strict=True):
        assert contrast(text, fill) >= 4.5


def test_on_a_light_background_and_among_the_first_seven_also_on_a_dark_one_a_colour_is_itself():
    assert all(shades(colour)[0] == colour for colour in IDENTITY)
    assert all(shades(colour) == (colour, colour) for colour in IDENTITY[:7])


# How light reaches those who lack one kind of cone (Machado, Oliveira and Fernandes 2009).
SIGHT = {
    "all three": np.eye(3),
    "no red": [[0.1523, 1.0526, -0.2049], [0.1145, 0.7863, 0.0992], [-0.0039, -0.0481, 1.0520]],
    "no green": [[0.3673, 0.8606, -0.2280], [0.2801, 0.6725, 0.0474], [-0.0118, 0.0429, 0.9689]],
    "no blue": [[1.2555, -0.0767, -0.1788], [-0.0784, 0.9308, 0.1476], [0.0047, 0.6914, 0.3039]],
}


def as_seen(colour, sight):
    """Return lightness and the two opponent colours of CIELAB, as a reader sees them."""
    shares = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    light = np.where(shares <= 0.04045, shares / 12.92, ((shares + 0.055) / 1.055) ** 2.4)
    x, y, z = [[0.4339, 0.3762, 0.1899], [0.2126, 0.7152, 0.0722], [0.0177, 0.1095, 0.8729]] @ (
        np.clip(np.array(SIGHT[sight]) @ light, 0, 1)
    )
    x, y, z = (np.cbrt(v) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def nearest(colours, sight):
    seen = [as_seen(colour, sight) for colour in colours]
    return min(np.linalg.norm(one - other) for one, other in combinations(seen, 2))


@pytest.mark.parametrize("sight", SIGHT)
def test_no_two_colours_come_closer_on_a_dark_background_than_they_are_on_a_light_one(sight):
    dark = [shades(colour)[1] for colour in IDENTITY]

    assert nearest(dark, sight) >= nearest(IDENTITY, sight)
    assert nearest(dark[:7], sight) > 15  # 2 is just seen side by side, 15 is plainly apart
