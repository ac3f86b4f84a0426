"""Shares of weight drawn evenly from all that keep within bounds and sum to 1."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.decision.bounded_shares import fill_within


def drawn(least, most, n=20_000, seed=1):
    out = np.empty((len(least), n))
    fill_within(np.random.default_rng(seed), out, np.array(least), np.array(most))
    return out


def exact_mean(least, most):
    """Centroid by inclusion and exclusion: corners cut off a simplex are simplexes themselves."""
    widths, n = np.array(most) - least, len(least)
    volume, moment = 0.0, np.zeros(n)
    for beyond in product((0, 1), repeat=n):
        left = max(1 - sum(least) - beyond @ widths, 0.0)
        size = (-1) ** sum(beyond) * left ** (n - 1)
        volume += size
        moment += size * (np.array(beyond) * widths + left / n)
    return least + moment / volume


def test_two_shares_move_evenly_between_their_bounds():
    # The first is at least 0.2, and at most 0.6 since the second is at least 0.4.
    first = drawn([0.2, 0.4], [1.0, 1.0])[0]

    assert (first.min(), first.max()) == pytest.approx((0.2, 0.6), abs=0.001)
    assert first.mean() == pytest.approx(0.4, abs=0.003)
    assert (first < 0.3).mean() == pytest.approx(0.25, abs=0.01)


def test_a_triangle_with_a_corner_cut_off_has_its_mean_where_geometry_puts_it():
    # The first at most 0.5: the corner beyond is a quarter of the triangle, and its mean share of
    # the first is 2/3. What is left: (1/3 − 1/4 · 2/3) / (3/4) = 2/9, and 7/18 for the others.
    assert exact_mean([0, 0, 0], [0.5, 1, 1]) == pytest.approx([2 / 9, 7 / 18, 7 / 18])
    assert drawn([0.0, 0, 0], [0.5, 1, 1]).mean(axis=1) == pytest.approx(
        [2 / 9, 7 / 18, 7 / 18], abs=0.006
    )


@pytest.mark.parametrize(
    ("least", "most"),
    [
        pytest.param([0.0] * 7, [1.0] * 7, id="no bounds"),
        pytest.param([0.05] * 5, [0.3] * 5, id="wide"),
        pytest.param([0.1, 0.2, 0.3, 0.2], [0.14, 0.28, 0.42, 0.28], id="narrow"),
        pytest.param([0.0, 0.1, 0.1, 0.1], [1.0, 0.12, 0.11, 0.4], id="one wide"),
        pytest.param([0.0, 0.0, 0.0], [0.35, 0.35, 0.35], id="almost as much as they can"),
        pytest.param([0.3, 0.3, 0.3], [1.0, 1.0, 1.0], id="almost as little as they can"),
    ],
)
def test_the_mean_is_the_centroid_of_all_that_is_within_bounds(least, most):
    shares = drawn(least, most)
    error = shares.std(axis=1) / np.sqrt(shares.shape[1])

    assert (np.abs(shares.mean(axis=1) - exact_mean(least, most)) < 4 * error).all()


def test_a_share_that_is_held_leaves_the_others_to_move():
    # 0.8 is left for two that may have at most 0.6 each: both move evenly over 0.2–0.6.
    shares = drawn([0.2, 0.0, 0.0, 0.0], [0.2, 0.6, 0.6, 0.0])

    assert (shares[0] == 0.2).all()
    assert (shares[3] == 0).all()
    assert (shares[1].min(), shares[1].max()) == pytest.approx((0.2, 0.6), abs=0.001)
    assert shares[1].mean() == pytest.approx(0.4, abs=0.003)


@pytest.mark.parametrize(
    ("least", "most", "only"),
    [
        ([0.5, 0.3, 0.2], [1.0, 1.0, 1.0], [0.5, 0.3, 0.2]),
        ([0.0, 0.0], [0.4, 0.6], [0.4, 0.6]),
        ([0.1] * 10, [1.0] * 10, [0.1] * 10),  # ten tenths come to 1 but for rounding
        ([0.0], [1.0], [1.0]),
    ],
)
def test_bounds_that_leave_no_choice_are_what_is_drawn(least, most, only):
    assert drawn(least, most, n=5) == pytest.approx(np.tile(only, (5, 1)).T)


@settings(max_examples=60)
@given(
    bounds=st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=20),
    between=st.floats(0, 1),
)
def test_every_draw_keeps_within_any_bounds_and_sums_to_one(bounds, between):
    least, widths = np.array(bounds).T
    whole = least.sum() + between * widths.sum()
    if whole < 1e-3:
        return
    least, most = least / whole, (least + widths) / whole

    shares = drawn(least, most, n=50)

    assert shares.sum(axis=0) == pytest.approx(np.ones(50))
    assert (shares >= least[:, None] - 1e-12).all()
    assert (shares <= most[:, None] + 1e-12).all()
