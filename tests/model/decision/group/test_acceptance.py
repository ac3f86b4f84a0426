"""What each can live with, and first choices beside what has been said."""

from model.decision.group.acceptance import nobodys_last, stated_choices
from model.decision.group.assessors import judgements
from model.scenario import Preference
from tests.model.decision.building import ASSUMED
from tests.model.decision.group.building import Own, group

JOINT = {"a": 1.0, "b": 1.0}
SCORES = {"x": [100, 0], "y": [60, 60], "z": [0, 100]}


def judged(assessors, scores=SCORES):
    return judgements(group(JOINT, scores, assessors))


def test_what_nobody_ranks_last_is_what_each_can_live_with():
    # ett: x 80, y 60, z 20. två: x 20, y 60, z 80.
    assert nobodys_last(judged({"ett": Own([4, 1]), "två": Own([1, 4])})) == ("y",)


def test_a_shared_last_place_is_a_last_place():
    # 50 for x and z, 60 for y.
    assert nobodys_last(judged({"ett": Own()})) == ("y",)


def test_one_for_whom_all_are_equal_has_them_all_last():
    assert nobodys_last(judged({"ett": Own()}, {"x": [50, 50], "y": [50, 50]})) == ()


def test_one_who_is_not_counted_has_nothing_last():
    assert nobodys_last(judged({"ett": Own([4, 1]), "noll": Own([0, 0])})) == ("x", "y")


def test_without_assessors_there_is_nothing_to_say():
    assert nobodys_last(judged({})) == ()


def stated(assessors, *said):
    scenario = group(
        JOINT,
        SCORES,
        assessors,
        preferences=tuple(Preference(code, names, "", ASSUMED) for code, names in said),
    )
    return stated_choices(scenario, judgements(scenario))


def test_a_first_choice_agrees_with_what_the_municipality_has_said_or_differs():
    found = stated(
        {"ett": Own([4, 1], town="0662"), "två": Own([4, 1], town="0680")},
        ("0662", ("x", "y")),
        ("0680", ("z",)),
    )

    assert [one.verdict for one in found] == ["agrees", "differs"]
    assert (found[1].first, found[1].preferred) == (("x",), ("z",))


def test_a_shared_first_choice_agrees_if_one_of_them_has_been_said():
    (found,) = stated({"ett": Own([0, 1], town="0662")}, ("0662", ("z",)))
    assert found.verdict == "agrees"

    (tied,) = stated(
        {"ett": Own(town="0662", scores={"x": [100, 20]})}, ("0662", ("y",))
    )  # x and y 60
    assert (tied.first, tied.verdict) == (("x", "y"), "agrees")


def test_a_role_and_a_municipality_that_has_not_said_have_nothing_to_compare_with():
    found = stated({"roll": Own(), "tyst": Own(town="0680")}, ("0662", ("x",)))

    assert [(one.preferred, one.verdict) for one in found] == [((), "none"), ((), "none")]


def test_one_who_is_not_counted_has_no_first_choice_to_compare():
    (found,) = stated({"noll": Own([0, 0], town="0662")}, ("0662", ("x",)))

    assert (found.first, found.preferred, found.verdict) == ((), ("x",), "none")
