"""Why another method puts another alternative first than the weighted sum does."""

import numpy as np
import pytest

from model.decision.disagreement import why

# Weights 35, 35 and 30 per cent: A has 70, B 24.5 + 21 + 18 = 63.5, C 30.
BALANCE = np.array([[100.0, 100.0, 0.0], [70.0, 60.0, 60.0], [0.0, 0.0, 100.0]])
THIRDS = np.array([0.35, 0.35, 0.30])


def test_vikor_turns_on_the_weakest_criterion_of_ours():
    # The spread is 100 everywhere. A: 0, 0, 0.3 -> S 0.3, R 0.3. B: 0.105, 0.14, 0.12 ->
    # S 0.365, R 0.14. On the whole A is still better, so it is R that turns the order.
    found = why("vikor", 1, 0, BALANCE, THIRDS)

    assert (found.reason, found.criterion) == ("worst", 2)
    assert found.measures == pytest.approx((0.14, 0.30))


def test_vikor_turns_on_a_small_spread_that_is_stretched():
    # Weights 60/40. A 94, B 60. On the first criterion 90 to 100 becomes 0 to 1, so A loses
    # 0.6 there instead of 0.06: S 0.6 against 0.4.
    values, shares = np.array([[90.0, 100.0], [100.0, 0.0]]), np.array([0.6, 0.4])

    found = why("vikor", 1, 0, values, shares)

    assert (found.reason, found.criterion) == ("stretch", 0)
    assert found.measures == pytest.approx((0.4, 0.6))


def test_topsis_turns_on_the_criterion_where_squared_distances_gain_most():
    # The lengths of the columns are √14900, √13600 and √13600. Weighed, the spread times B's
    # gain on A is 0.287 · −0.086, 0.300 · −0.120 and 0.257 · 0.154: only the third is a gain.
    found = why("topsis", 1, 0, BALANCE, THIRDS)

    assert (found.reason, found.criterion) == ("distance", 2)
    assert found.measures == pytest.approx((0.633, 0.617), abs=0.0005)


def test_promethee_turns_on_the_criterion_whose_win_is_worth_most_beyond_its_difference():
    # Weights 40/30/30. A 64, B 36. B is 100 below on the first, which is one loss of 0.4 either
    # way; 20 above on the second is a win of 0.3 instead of 0.06. The third is the same.
    values = np.array([[100.0, 40.0, 40.0], [0.0, 60.0, 60.0]])
    shares = np.array([0.4, 0.3, 0.3])

    found = why("promethee", 1, 0, values, shares)

    assert (found.reason, found.criterion) == ("wins", 1)
    assert found.measures == pytest.approx((0.6, 0.4))


def test_in_promethee_a_large_defeat_that_counts_as_any_other_can_decide():
    # Weights 30/30/40. A 70, B 37: B is 5 above on the first two and 90 below on the third, but
    # there it still beats the three at the bottom.
    values = np.array([[50.0, 50, 100], [55, 55, 10], [0, 0, 5], [0, 0, 5], [0, 0, 5]])
    shares = np.array([0.3, 0.3, 0.4])

    found = why("promethee", 1, 0, values, shares)

    # Wins less losses are 2/4 apart on each criterion, halved 1/4. Beyond the sum that is
    # 0.3 · (0.25 − 0.05) on the first two and 0.4 · (−0.25 + 0.90) on the third.
    assert (found.reason, found.criterion) == ("wins", 2)
    assert found.measures == pytest.approx((0.9, 0.85))  # net flows 0.8 and 0.7


def test_of_criteria_that_decide_as_much_the_first_in_file_order_is_named():
    # The third is split in two that are equal, though 0.1 + 0.05 is above 0.15 to a computer.
    values = np.hstack([BALANCE, BALANCE[:, 2:]])

    found = why("vikor", 1, 0, values, np.array([0.35, 0.35, 0.15, 0.1 + 0.05]))

    assert (found.reason, found.criterion) == ("worst", 2)
