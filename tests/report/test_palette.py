"""The same identity, the same colour; and every text can be read."""

from itertools import pairwise

import pytest

from report.palette import (
    BACKGROUND,
    IDENTITY,
    INK,
    MARKERS,
    MUTED,
    colours_for,
    contrast,
    markers_for,
    readable,
    text_on,
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
