"""Who beats whom in each of many draws, counted."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.decision.rank_counts import RankCounts, place_shares


def counted(draws):
    """Count totals given draw by draw; return the counts and the shares of the first place."""
    totals = np.array(draws, dtype=float).T.copy()
    counts = RankCounts(*totals.shape)
    return counts, counts.count(totals, np.empty_like(totals))


def test_places_and_wins_are_counted_draw_by_draw():
    # A, B, C: first A 90, B 50, C 20; then B 80, A 60, C 10.
    counts, first = counted([[90, 50, 20], [60, 80, 10]])

    assert counts.places[:, :, 0].tolist() == [[1, 1, 0], [1, 1, 0], [0, 0, 2]]
    assert counts.places[:, :, 1:].sum() == 0
    assert counts.wins.tolist() == [[0, 1, 2], [1, 0, 2], [0, 0, 0]]
    assert first.tolist() == [[1, 0], [0, 1], [0, 0]]


def test_those_that_tie_share_the_places_they_take_up():
    # B and C tie for second and third place, then A and B for the first.
    counts, first = counted([[90, 50, 50], [70, 70 + 1e-12, 20]])

    ranks = np.einsum("apt,rpt->ar", counts.places, place_shares(3)) / 2
    assert ranks.tolist() == [[0.75, 0.25, 0], [0.25, 0.5, 0.25], [0, 0.25, 0.75]]
    assert first.tolist() == [[1, 0.5], [0, 0.5], [0, 0]]
    assert counts.wins.tolist() == [[0, 1, 2], [0, 0, 1], [0, 0, 0]]


def test_counts_grow_and_the_last_draws_may_be_fewer():
    counts = RankCounts(2, 3)
    for totals in (np.array([[1.0, 2, 3], [2, 1, 1]]), np.array([[5.0], [1.0]])):
        counts.count(totals, np.empty_like(totals))

    assert counts.places[:, :, 0].tolist() == [[3, 1], [1, 3]]


@pytest.mark.parametrize("n", [1, 2, 15, 16, 40])
def test_any_number_of_alternatives_can_be_ranked(n):
    counts, _ = counted([list(range(n)), [7] * n])

    assert [int(counts.places[a, n - 1 - a, 0]) for a in range(n)] == ([2] if n == 1 else [1] * n)
    assert counts.places[:, 0, n - 1].tolist() == ([2] if n == 1 else [1] * n)


@given(rows=st.lists(st.lists(st.integers(0, 4), min_size=4, max_size=4), min_size=1, max_size=9))
def test_every_place_is_taken_once_per_draw(rows):
    counts, first = counted(rows)

    ranks = np.einsum("apt,rpt->ar", counts.places, place_shares(4))
    assert ranks.sum(axis=0) == pytest.approx([len(rows)] * 4)
    assert ranks.sum(axis=1) == pytest.approx([len(rows)] * 4)
    assert first.sum(axis=0) == pytest.approx(np.ones(len(rows)))
