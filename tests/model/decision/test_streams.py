"""Random numbers of a chunk of draws: always the same ones, drawn anew or kept."""

import numpy as np
import pytest

from model.decision.score_lines import ScoreLine
from model.decision.streams import WEIGHTS, Kept, generator, kept_numbers, kept_values
from model.decision.weight_draws import Numbers

THREE = 3 * 8
"""Bytes in three numbers."""


def threes(value):
    return lambda: np.full(3, value)


def test_the_same_part_of_the_same_chunk_has_the_same_numbers_and_every_other_its_own():
    def first(*place):
        return generator(*place).random()

    assert first(1, 2, 3) == first(1, 2, 3)
    assert len({first(*place) for place in np.ndindex(4, 4, 4)}) == 64


def test_what_is_kept_is_what_would_be_drawn():
    numbers, line = Numbers("even"), ScoreLine((10.0, 20.0), (5.0, 0.0), ((0, 0.5, 3.0),))

    drawn, places = np.empty((3, 9)), generator(1, 2, 1 + 4).random((2, 9))
    numbers.fill(generator(1, 2, WEIGHTS), drawn)

    for _ in range(2):
        assert (kept_numbers(numbers, 1, 2, (3, 9)) == drawn).all()
        assert (kept_values(line, 1, 2, 4, (2, 9)) == line.values(places, np.empty((2, 9)))).all()


def test_what_is_kept_is_made_once_and_cannot_be_changed_by_mistake():
    kept = Kept(room=10 * THREE)

    first = kept.get("a", threes(1.0))

    assert kept.get("a", threes(2.0)) is first
    with pytest.raises(ValueError, match="read-only"):
        first[0] = 0.0


def test_the_one_that_was_asked_for_longest_ago_makes_way():
    kept = Kept(room=2 * THREE)
    for key, value in (("a", 1.0), ("b", 2.0), ("a", 9.0), ("c", 3.0)):
        kept.get(key, threes(value))

    assert kept.get("a", threes(9.0))[0] == 1.0
    assert kept.get("c", threes(9.0))[0] == 3.0
    assert kept.get("b", threes(9.0))[0] == 9.0


def test_one_that_is_larger_than_the_room_is_made_each_time():
    kept = Kept(room=THREE - 1)

    assert kept.get("a", threes(1.0))[0] == 1.0
    assert kept.get("a", threes(2.0))[0] == 2.0
