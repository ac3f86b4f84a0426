"""Captures behind a computed criterion, known to be at an end of their range."""

from dataclasses import replace

import pytest

from model.decision.evidence_columns import known_captures
from model.decision.problem import pose
from model.figures import Figures
from tests.model.decision.building import criterion, scenario

SCOPES = {"A": {"X": "joint", "Y": "joint"}, "B": {"X": "joint", "Y": "steered"}}
POTENTIALS = {"0662": {"X": 50, "Y": 50}}


def made(ranges, *, factor=None, lever=()):
    """Return a scenario with a computed criterion "p" on 0–100: half the potential in each area.

    The captures are 0.8 joint and 0.2 steered.
    """
    built = scenario(
        {"p": 1, "y": 1},
        {"A": (None, 50), "B": (None, 50)},
        criteria={
            "p": criterion("p", scale=(0.0, 100.0), computed="potential"),
            "y": criterion("y", scale=(0.0, 100.0)),
        },
        scopes=SCOPES,
        potentials=POTENTIALS,
        capture={"joint": 0.8, "steered": 0.2},
    )
    figures = {key: figure for key, figure in built.figures.items() if "scores" not in key[:6]}
    for name, (low, high) in ranges.items():
        key = f"capture.{name}"
        figures[key] = replace(figures[key], low=low, high=high, lever=name in lever)
    if factor is not None:
        figures["uncertainty.range_factor"] = replace(
            figures["capture.joint"], key="uncertainty.range_factor", value=factor
        )
    scores = [figure for key, figure in built.figures.items() if key.endswith(".y")]
    return replace(built, figures=Figures([*figures.values(), *scores]))


def known(built):
    return known_captures(built, pose(built)[1])


def of_p(problem):
    """Return scores, low ends and high ends on the computed criterion."""
    return [ends[:, 0].tolist() for ends in (problem.scores, problem.low, problem.high)]


def test_scores_are_computed_anew_and_keep_the_room_that_the_other_captures_leave():
    by_joint, by_steered = known(made({"joint": (0.6, 1.0), "steered": (0.0, 0.4)}))

    assert (by_joint.figure, by_joint.criterion) == ("capture.joint", "p")
    assert (by_joint.low, by_joint.high) == (0.6, 1.0)
    low, high = by_joint.problems
    # A takes all jointly: 60 for certain. B takes half jointly, and of the rest 0–40 %: 30–50.
    assert of_p(low) == [
        pytest.approx([60, 40]), pytest.approx([60, 30]), pytest.approx([60, 50])
    ]  # fmt: skip
    assert of_p(high) == [
        pytest.approx([100, 60]), pytest.approx([100, 50]), pytest.approx([100, 70])
    ]  # fmt: skip
    # Steered known to be 0: A moves with joint alone, 60–100, and so does half of B.
    low, _ = by_steered.problems
    assert of_p(low)[1:] == [pytest.approx([60, 30]), pytest.approx([100, 50])]


def test_a_capture_without_a_range_or_one_that_the_parties_decide_is_nothing_to_find_out():
    assert known(made({})) == ()
    assert known(made({"joint": (0.8, 0.8)})) == ()
    assert known(made({"joint": (0.6, 1.0)}, lever=("joint",))) == ()


def test_a_capture_is_widened_as_the_ranges_of_scores_are_and_stays_a_share():
    (wider,) = known(made({"joint": (0.7, 0.9)}, factor=3.0))

    assert (wider.low, wider.high) == (pytest.approx(0.5), 1.0)
    assert known(made({"joint": (0.7, 0.9)}, factor=0.0)) == ()


def test_a_range_is_stretched_to_hold_a_capture_that_was_moved_out_of_it():
    (moved,) = known(made({"joint": (0.2, 0.6)}))

    assert (moved.low, moved.high) == (pytest.approx(0.2), 0.8)
