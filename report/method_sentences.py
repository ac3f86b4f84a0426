"""What other methods say, as sentences."""

from model.decision.cross_check import CrossCheck, Disagreement, MethodResult
from model.scenario import Scenario
from report.names import alternative_names, criterion_names
from report.sentences import joined
from text import t, tn
from text.numbers import number, percent

ORDERS = ((0.9995, "same"), (0.8, "nearly"), (0.2, "partly"), (-0.2, "none"))
"""From which Kendall's τ-b a ranking is said to be so; below them all it is the opposite."""


def finding(scenario: Scenario, found: CrossCheck) -> str:
    """Say how many of the methods put our first alternative first.

    Of several that share our first place, the one that most of the methods put first.
    """
    names, results = alternative_names(scenario), found.results
    if all(result.first == found.alternatives for result in results):
        return t("methods.level")
    agreeing = {name: sum(name in one.first for one in results) for name in results[0].first}
    most = max(agreeing.values())
    first = joined([names[name] for name, count in agreeing.items() if count == most])
    if most == len(results):
        return t("methods.all", first=first)
    return tn("methods.some", most, first=first)


def disagreement(scenario: Scenario, one: Disagreement) -> str:
    """Say why a method puts another alternative first."""
    alternatives = alternative_names(scenario)
    values = {
        "method": method_name(one.method),
        "first": alternatives[one.first],
        "ours": alternatives[one.ours],
        "criterion": criterion_names(scenario)[one.criterion],
        "theirs": number(one.values[0]),
        "own": number(one.values[1]),
    }
    if one.reason != "wins":
        return t(f"methods.why.{one.reason}", **values)
    won, lost = (percent(share, 0) for share in one.measures)
    why = t("methods.why.wins", won=won, lost=lost, **values)
    better = one.values[0] > one.values[1]
    where = t("methods.wins.better" if better else "methods.wins.worse", **values)
    return f"{why} {where}"


def shared(scenario: Scenario, one: MethodResult, ours: MethodResult) -> str:
    """Say which alternatives share a method's first place, where they do not in ours."""
    if len(one.first) < 2 or one.first == ours.first:
        return ""
    names = alternative_names(scenario)
    together = joined([names[name] for name in one.first])
    return t("methods.shared", method=method_name(one.method), alternatives=together)


def order(tau_b: float) -> str:
    """Say how alike two rankings are."""
    word = next((word for least, word in ORDERS if tau_b >= least), "opposite")
    return t(f"methods.order.{word}")


def method_name(method: str) -> str:
    """Return what a method is called."""
    return t(f"methods.name.{method}")
