"""The computed criterion "takes the potential"."""

import numpy as np
import pytest

from model.decision.potential import area_potentials, captured, on_scale, potential_scores
from model.errors import MissingFigureError
from tests.model.decision.building import criterion, scenario

EQUAL = np.ones(2)
POTENTIAL = criterion("potential", computed="potential")


def example(**other):
    """Two members, three areas; one alternative does A together and steers B."""
    settings = {
        "weights": {"potential": 1.0},
        "scores": {"drift": ()},
        "criteria": {"potential": POTENTIAL},
        "scopes": {"drift": {"A": "joint", "B": "steered"}},
        "potentials": {
            "0662": {"A": 80.0, "B": 40.0, "C": 20.0},
            "0680": {"A": 60.0, "B": 20.0, "C": None},
        },
        "capture": {"joint": 1.0, "steered": 0.5, "municipality": 0.0},
    }
    return scenario(**(settings | other))


def test_the_score_is_the_potential_taken_over_all_potential_put_on_the_scale():
    # Means: A (80+60)/2 = 70, B (40+20)/2 = 30, C 20 (one member has judged it). In all 120.
    # Taken: 70 × 1 + 30 × 0.5 + 20 × 0 = 85. Score: 1 + 85/120 × (4 − 1) = 3.125.
    scores, _ = potential_scores(example(), POTENTIAL)

    assert scores.tolist() == [pytest.approx(3.125)]


def test_weighed_by_population_a_larger_member_counts_for_more():
    # 30 000 and 10 000: A (3×80+60)/4 = 75, B (3×40+20)/4 = 35, C 20. In all 130.
    # Taken: 75 + 17.5 = 92.5. Score: 1 + 92.5/130 × 3 = 3.1346.
    by_population = example(potential_weighting="population")

    scores, _ = potential_scores(by_population, POTENTIAL, {"0662": 30_000, "0680": 10_000})

    assert scores[0] == pytest.approx(3.134615, abs=1e-6)


def test_weighing_by_population_needs_the_population_of_every_member():
    by_population = example(potential_weighting="population")

    with pytest.raises(MissingFigureError) as refused:
        potential_scores(by_population, POTENTIAL, {"0662": 30_000})

    assert refused.value.values["municipality"] == "0680"


def test_the_score_follows_a_changed_potential():
    # B for 0680 from 20 to 80: mean 60, in all 150, taken 70 + 30 = 100. 1 + 100/150 × 3 = 3.
    changed = example().with_values({"potentials.0680.B": 80.0})

    assert potential_scores(changed, POTENTIAL)[0][0] == pytest.approx(3.0)


def test_the_score_follows_a_changed_scope():
    # All three jointly: everything is taken, which is the top of the scale.
    all_joint = example(scopes={"drift": dict.fromkeys("ABC", "joint")})

    assert potential_scores(all_joint, POTENTIAL)[0].tolist() == [4.0]


def test_an_area_that_the_alternative_does_not_mention_stays_with_the_municipalities():
    # Capture for "municipality" 10 %: C gives 2 more, 87 of 120. 1 + 87/120 × 3 = 3.175.
    some_at_home = example().with_values({"capture.municipality": 0.1})

    assert potential_scores(some_at_home, POTENTIAL)[0][0] == pytest.approx(3.175)


def test_an_area_that_nobody_has_judged_is_left_out_of_both_sums():
    # Without C: 85 of 100. 1 + 0.85 × 3 = 3.55.
    nobody = example().with_values({"potentials.0662.C": None})

    assert potential_scores(nobody, POTENTIAL)[0][0] == pytest.approx(3.55)


def test_without_any_potential_there_is_no_score():
    assert np.isnan(captured(np.array([np.nan, 0.0]), np.ones((2, 2)))).all()


def test_a_way_of_working_without_a_stated_capture_gives_no_score():
    unknown = example().with_values({"capture.steered": None})

    assert np.isnan(potential_scores(unknown, POTENTIAL)[0][0])


def test_a_missing_capture_does_not_matter_where_there_is_no_potential():
    assert captured(np.array([50.0, np.nan]), np.array([[0.8, np.nan]])).tolist() == [0.8]


def test_the_mean_leaves_out_members_that_have_not_judged():
    means = area_potentials(np.array([[80.0, np.nan], [40.0, np.nan]]), EQUAL)

    assert means[0] == 60
    assert np.isnan(means[1])


def test_on_any_scale_nothing_is_its_low_end_and_all_its_high_end():
    assert on_scale(np.array([0.0, 0.5, 1.0]), (0.0, 10.0)).tolist() == [0, 5, 10]


def test_it_says_which_figures_it_read_in_order():
    _, used = potential_scores(example(), POTENTIAL)

    assert used == (
        "potentials.0662.A",
        "potentials.0662.B",
        "potentials.0662.C",
        "potentials.0680.A",
        "potentials.0680.B",
        "potentials.0680.C",
        "capture.joint",
        "capture.steered",
        "capture.municipality",
    )
