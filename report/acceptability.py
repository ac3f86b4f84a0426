"""How often each alternative takes each place, and what speaks for it: sentences and pictures."""

from collections.abc import Iterable

import numpy as np

from model.choices import Choices
from model.decision.decide import Decision
from model.decision.exact import Exact
from model.decision.smaa import Acceptability
from model.decision.weight_draws import weight_model
from model.scenario import Scenario
from report.chart import Chart
from report.names import alternative_names, criterion_names, source_line
from report.palette import sequential
from report.sentences import joined, odds, ranked, verdict
from text import t, tn
from text.numbers import number, percent

HARDLY = 0.005
"""First in a smaller share of the draws than this is hardly ever: written it would be none."""


def first_shares(found: Acceptability) -> dict[str, float]:
    """Return how often each alternative is first; one that cannot be ranked in the draws is out."""
    shares = zip(found.alternatives, found.ranks[:, :1].ravel().tolist(), strict=True)
    return {name: share for name, share in shares if np.isfinite(share)}


def tried(scenario: Scenario, choices: Choices) -> str:
    """Say which weights are tried, to follow "när"."""
    model = weight_model(scenario.with_values(choices.changed()), choices.weight_draws)
    if model.kind == "near" and not model.spread:
        return t("robustness.tried.now")
    return t(f"robustness.tried.{model.kind}", spread=percent(model.spread, 0))


def answer(
    scenario: Scenario, choices: Choices, decision: Decision, found: Acceptability
) -> tuple[str, ...]:
    """Say how often the leader is first, who is next and who never is."""
    names, shares = alternative_names(scenario), first_shares(found)
    when = tried(scenario, choices)
    if decision.leader is None or decision.leader not in shares:
        return (t("robustness.no_leader"),)
    if len(shares) == 1:
        return (t("robustness.alone", alternative=names[decision.leader]),)
    if len(decision.tied) > 1:
        return _tied(names, shares, decision.tied, when)
    leader, share = decision.leader, shares[decision.leader]
    most = max(shares, key=shares.__getitem__)
    if most == leader or odds(shares[most]) == odds(share):
        kind = verdict(share)
        most = leader
    else:
        kind = "beaten"
    lines = [
        t(
            f"robustness.answer.{kind}",
            alternative=names[leader],
            share=odds(share),
            other=names[most],
            more=odds(shares[most]),
            when=when,
        )
    ]
    others = {name: value for name, value in shares.items() if name not in (leader, most)}
    lines.append(_others(names, others))
    return tuple(line for line in lines if line)


def _tied(
    names: dict[str, str], shares: dict[str, float], tied: Iterable[str], when: str
) -> tuple[str, ...]:
    """Say who share first place, and who of all is first most often in the draws."""
    share = odds(max(shares.values()))
    most = [name for name in shares if odds(shares[name]) == share]
    kind = "level" if set(most) == set(tied) else "tied"
    first = t(
        f"robustness.answer.{kind}",
        alternatives=joined([names[name] for name in tied]),
        other=joined([names[name] for name in most]),
        share=share,
        when=when,
    )
    others = {name: value for name, value in shares.items() if name not in most}
    return tuple(line for line in (first, _others(names, others)) if line)


def _others(names: dict[str, str], shares: dict[str, float]) -> str:
    """Say who else is first at times, the most often first, and who hardly ever or never is."""
    ordered = sorted(shares, key=lambda name: -shares[name])
    at_times = [name for name in ordered if shares[name] >= HARDLY]
    hardly = [names[name] for name in ordered if 0 < shares[name] < HARDLY]
    never = [names[name] for name, share in shares.items() if share == 0]
    told = []
    if at_times:
        each = [
            t("robustness.each", alternative=names[name], share=odds(shares[name]))
            for name in at_times
        ]
        told.append(t("robustness.others", each=joined(each)))
    if hardly:
        told.append(t("robustness.hardly", alternatives=joined(hardly)))
    if never:
        told.append(tn("robustness.never", len(never), alternatives=joined(never)))
    return " ".join(told)


def places(
    scenario: Scenario,
    choices: Choices,
    decision: Decision,
    found: Acceptability,
    used: Iterable[str],
) -> Chart:
    """Stack how often each alternative is first, second and so on."""
    count = len(found.alternatives)
    ranks = {f"plats{place}": _place(place) for place in range(1, count + 1)}
    steps = np.linspace(1.0, 0.0, count) if count > 1 else [1.0]
    rows = [
        {"item": name, "series": rank, "value": share}
        for name, shares in zip(found.alternatives, found.ranks.tolist(), strict=True)
        for rank, share in zip(ranks, shares, strict=True)
    ]
    order = [name for name in ranked(decision) if name in found.alternatives]
    return Chart(
        id="placeringar",
        kind="stacked_bars",
        frame=rows,
        title=answer(scenario, choices, decision, found)[0],
        subtitle=t(
            "robustness.places.subtitle",
            when=tried(scenario, choices),
            draws=number(found.draws),
        ),
        x_title=t("robustness.places.x"),
        source=source_line(scenario, used, official=False, changed=choices.changed()),
        alt=" ".join(answer(scenario, choices, decision, found)),
        colours={rank: sequential(float(step))[0] for rank, step in zip(ranks, steps, strict=True)},
        labels=alternative_names(scenario) | ranks,
        order=tuple(order),
        series_order=tuple(ranks),
        sums=False,
        number="percent0",
        item_title=t("chart.ranking.item"),
        series_title=t("robustness.places.series"),
        missing=t("robustness.unranked"),
        note=t("robustness.places.note", error=number(100 * _widest(found), 1)),
    )


def _place(place: int) -> str:
    """Return "1:a", "2:a", "3:e", ... "21:a"."""
    ending = "first" if place % 10 in (1, 2) and place % 100 not in (11, 12) else "other"
    return t(f"robustness.place.{ending}", n=place)


def _widest(found: Acceptability) -> float:
    """Return the widest half of a 95 % interval of a share, as the draws have it."""
    errors = found.errors[np.isfinite(found.errors)]
    return 1.96 * float(errors.max()) if errors.size else 0.0


def duels(scenario: Scenario, choices: Choices, decision: Decision, found: Acceptability) -> Chart:
    """Show how often each alternative is above each other."""
    names = alternative_names(scenario)
    order = [name for name in ranked(decision) if name in found.alternatives]
    place = {name: i for i, name in enumerate(found.alternatives)}
    rows = [
        {
            "item": one,
            "series": other,
            "value": float(found.winning[place[one], place[other]]),
            "label": t("robustness.duels.self") if one == other else "",
        }
        for one in order
        for other in order
    ]
    beaten = _beats_all(order, place, found)
    title = (
        t("robustness.duels.title.all", alternative=names[beaten])
        if beaten
        else t("robustness.duels.title.none")
    )
    return Chart(
        id="moten",
        kind="heat",
        frame=rows,
        title=title,
        subtitle=t("robustness.duels.subtitle", when=tried(scenario, choices)),
        y_title=t("chart.ranking.item"),
        source=source_line(scenario, decision.used, official=False, changed=choices.changed()),
        alt=title,
        labels=names,
        order=tuple(order),
        series_order=tuple(order),
        number="percent0",
        item_title=t("chart.ranking.item"),
        series_title=t("robustness.duels.series"),
        missing="–",
    )


def _beats_all(order: list[str], place: dict[str, int], found: Acceptability) -> str | None:
    for name in order:
        others = [found.winning[place[name], place[one]] for one in order if one != name]
        if others and round(min(others), 2) > 0.5:  # as shown
            return name
    return None


def central(
    scenario: Scenario, choices: Choices, decision: Decision, found: Acceptability
) -> Chart:
    """Show which weights, on average, put each alternative first; never first: no row."""
    names, criteria = alternative_names(scenario), criterion_names(scenario)
    once = [
        i
        for i in np.argsort(-np.nan_to_num(found.ranks[:, 0]), kind="stable")
        if np.isfinite(found.central_weights[i]).all()
    ]
    rows = [
        {
            "item": found.alternatives[i],
            "series": criterion,
            "value": float(found.central_weights[i, c]),
        }
        for i in once
        for c, criterion in enumerate(found.criteria)
    ]
    rows += [
        {"item": "nu", "series": criterion, "value": float(share)}
        for criterion, share in zip(decision.criteria, decision.shares, strict=True)
    ]
    return Chart(
        id="vikter-som-gynnar",
        kind="heat",
        frame=rows,
        title=t("robustness.central.title"),
        subtitle=t("robustness.central.subtitle", when=tried(scenario, choices)),
        source=source_line(scenario, decision.used, official=False, changed=choices.changed()),
        alt=t("robustness.central.title"),
        labels=names | criteria | {"nu": t("robustness.central.now")},
        series_order=found.criteria,
        number="percent0",
        item_title=t("chart.ranking.item"),
        series_title=t("chart.ranking.series"),
    )


def confidence(scenario: Scenario, found: Acceptability) -> list[str]:
    """Say, for each alternative, how surely it is first with the weights that speak for it."""
    names = alternative_names(scenario)
    shares = zip(found.alternatives, found.confidence.tolist(), strict=True)
    known = [(name, share) for name, share in shares if np.isfinite(share)]
    return [
        t("robustness.confidence", alternative=names[name], share=odds(share))
        for name, share in sorted(known, key=lambda one: -one[1])
    ]


def exactly(scenario: Scenario, choices: Choices, found: Exact) -> str:
    """Say how the permitted weights divide between the alternatives, counted without drawing."""
    names = alternative_names(scenario)
    each = [
        t("robustness.each", alternative=names[name], share=percent(share))
        for name, share in sorted(
            zip(found.alternatives, found.first.tolist(), strict=True), key=lambda one: -one[1]
        )
        if share > 0
    ]
    return t("robustness.exact", when=tried(scenario, choices), each=joined(each))
