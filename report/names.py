"""Names and origins in words: what a figure is called and where it comes from."""

from collections.abc import Callable, Container, Iterable, Mapping

from model.fee_model import FeeModel, MixIndex, NetCost, PriceList, SumOf
from model.figures import Figure, Origin
from model.scenario import Scenario
from text import t, tn
from text.numbers import figure as number_words
from text.numbers import plain

Names = Mapping[str, str]
"""Municipality code -> name."""


def figure_name(scenario: Scenario, key: str, names: Names) -> str:
    """Return what a figure is called on screen, e.g. "Poäng: 1 Tjänst – Kostnad"."""
    figure = scenario.figures[key]
    first, *rest = key.split(".")
    return _WORDERS[first](scenario, rest, names, figure)


_GROUPS = {
    "group_weights": "weights",
    "voices": "assessors",
    "assessor_weights": "assessors",
    "assessor_scores": "assessors",
}


def figure_group(key: str) -> str:
    """Return the text key of the group that a figure is listed under."""
    first = key.split(".")[0]
    return f"group.{_GROUPS.get(first, first)}"


def listed_figures(scenario: Scenario, changed: Container[str] = ()) -> tuple[str, ...]:
    """Return the keys of the figures that a list of all has: those of the file, and changed ones.

    What the file says nothing of, and no one has changed, is left out: nobody has chosen it.
    """
    return tuple(
        key for key, figure in scenario.figures.items() if not figure.implied or key in changed
    )


def value_words(stated: Figure, value: float | None) -> str:
    """Return a figure's number in words; an assessor that has none of their own has the joint one.

    Args:
        stated: The figure as in the file.
    """
    if value is None and stated.key.startswith("assessor_"):
        return t("figure.as_joint")
    return number_words(value, stated.unit)


def origin_words(scenario: Scenario, origin: Origin | None) -> str:
    """Return the origin in words, the kind first."""
    if origin is None:
        return ""
    match origin.kind:
        case "sourced":
            return t(
                "origin.sourced.line",
                document=document_title(scenario, origin.document),
                section=origin.section,
            )
        case "official":
            return t("origin.official.line", table=origin.table, year=origin.year)
        case _:
            return t("origin.assumption.line", reason=origin.reason)


def document_title(scenario: Scenario, document: str) -> str:
    """Return a document's title, or its id if the scenario does not list it."""
    return next((doc.title for doc in scenario.documents if doc.id == document), document)


def source_line(
    scenario: Scenario, used: Iterable[str], *, official: bool, changed: Iterable[str] = ()
) -> str:
    """Return the source line of a chart: documents, official data and how much is assumed."""
    figures = [scenario.figures[key] for key in used]
    documents = dict.fromkeys(
        document_title(scenario, figure.origin.document)
        for figure in figures
        if figure.origin.kind == "sourced"
    )
    parts = list(documents)
    if official:
        parts.append(t("origin.official.scb"))
    assumed = sum(figure.origin.kind == "assumption" for figure in figures)
    if assumed:
        words = tn("origin.assumptions", assumed)
        first = scenario.documents[0].title if scenario.documents and not official else ""
        parts.append(t("origin.read_from", assumed=words, document=first) if first else words)
    own = len(set(changed) & {figure.key for figure in figures})
    if own:
        parts.append(tn("origin.changed", own))
    return "; ".join(parts)


def alternative_names(scenario: Scenario) -> Names:
    """Return short names of the alternatives by id."""
    return {alternative.id: alternative.short for alternative in scenario.alternatives}


def criterion_names(scenario: Scenario) -> Names:
    """Return short names of the criteria by id."""
    return {criterion.id: criterion.short for criterion in scenario.criteria}


def model_names(scenario: Scenario) -> Names:
    """Return short names of the fee models by id."""
    return {model.id: model.short for model in scenario.fee_models}


def assessor_names(scenario: Scenario, names: Names) -> Names:
    """Return names of the assessors by id; a municipality that has none here has its own."""
    return {
        one.id: one.name or names.get(one.municipality or "", one.id) for one in scenario.assessors
    }


def _short(items: Iterable[object], wanted: str, attribute: str = "short") -> str:
    return next((getattr(item, attribute) for item in items if item.id == wanted), wanted)


def _weight(scenario: Scenario, rest: list[str], names: Names, figure: Figure) -> str:
    return t("figure.weight", criterion=_short(scenario.criteria, rest[0]))


def _score(scenario: Scenario, rest: list[str], names: Names, figure: Figure) -> str:
    return t(
        "figure.score",
        alternative=_short(scenario.alternatives, rest[0]),
        criterion=_short(scenario.criteria, rest[1]),
    )


def _potential(scenario: Scenario, rest: list[str], names: Names, figure: Figure) -> str:
    return t(
        "figure.potential",
        member=names.get(rest[0], rest[0]),
        area=rest[1],
        name=_short(scenario.areas, rest[1], "name"),
    )


def _capture(scenario: Scenario, rest: list[str], names: Names, figure: Figure) -> str:
    return t("figure.capture", mode=t(f"scope.{rest[0]}"))


def _own_weight(scenario: Scenario, rest: list[str], names: Names, figure: Figure) -> str:
    return t(
        "figure.own_weight",
        member=names.get(rest[0], rest[0]),
        criterion=_short(scenario.criteria, rest[1]),
    )


def _group_weight(scenario: Scenario, rest: list[str], names: Names, figure: Figure) -> str:
    return t("figure.group_weight", group=_short(scenario.groups, rest[0]))


def _value(scenario: Scenario, rest: list[str], names: Names, figure: Figure) -> str:
    criterion = next(one for one in scenario.criteria if one.id == rest[0])
    score = criterion.value_scores[int(rest[1]) - 1]
    return t("figure.value", score=plain(score), criterion=criterion.short)


def _bound(scenario: Scenario, rest: list[str], names: Names, figure: Figure) -> str:
    return t(f"figure.bound.{rest[1]}", criterion=_short(scenario.criteria, rest[0]))


def _uncertainty(scenario: Scenario, rest: list[str], names: Names, figure: Figure) -> str:
    if rest[0] == "width":
        return t(f"figure.width.{rest[1]}")
    return t(f"figure.uncertainty.{rest[0]}")


def _voice(scenario: Scenario, rest: list[str], names: Names, figure: Figure) -> str:
    return t("figure.voice", assessor=assessor_names(scenario, names)[rest[0]])


def _assessor_weight(scenario: Scenario, rest: list[str], names: Names, figure: Figure) -> str:
    return t(
        "figure.assessor_weight",
        assessor=assessor_names(scenario, names)[rest[0]],
        criterion=_short(scenario.criteria, rest[1]),
    )


def _assessor_score(scenario: Scenario, rest: list[str], names: Names, figure: Figure) -> str:
    return t(
        "figure.assessor_score",
        assessor=assessor_names(scenario, names)[rest[0]],
        alternative=_short(scenario.alternatives, rest[1]),
        criterion=_short(scenario.criteria, rest[2]),
    )


def _preset(scenario: Scenario, rest: list[str], names: Names, figure: Figure) -> str:
    return t(
        "figure.preset",
        preset=_short(scenario.presets, rest[0], "name"),
        criterion=_short(scenario.criteria, rest[1]),
    )


def _fee_model(scenario: Scenario, rest: list[str], names: Names, figure: Figure) -> str:
    model = next(model for model in scenario.fee_models if model.id == rest[0])
    role = figure.label or _role(rest[1:], names, _line_name(model, figure.key))
    return t("figure.of_model", role=role, model=model.short)


def _line_name(model: FeeModel, key: str) -> str:
    """Return the name of the cost, income, price or index part that a figure belongs to."""
    if isinstance(model.index, MixIndex):
        for name, share, growth in model.index.parts:
            if key in (share, growth):
                return name
    amounts = model.amount.parts if isinstance(model.amount, SumOf) else (model.amount,)
    for amount in amounts:
        match amount:
            case NetCost(costs=costs, income=income):
                lines = (*costs, *income)
            case PriceList(objects=lines):
                pass
            case _:
                continue
        for line in lines:
            if f".{line.id}." in key:
                return line.name
    return ""


def _role(path: list[str], names: Names, line: str) -> str:
    """Return what a number inside a fee model is called, from its place in the model."""
    match path:
        case ["parts", _, *inner]:
            return _role(inner, names, line)
        case ["index", year] if year.isdigit():
            return t("figure.index_year", year=year)
        case ["key", code] if code in names:
            return t("figure.key_share", member=names[code])
        case ["key", _, *inner]:
            return (
                t("figure.key_part") if inner == ["share"] else _role(["key", *inner], names, line)
            )
        case ["stated", code] if code in names:
            return t("figure.stated_member", member=names[code])
        case ["costs" | "income" as kind, _, role]:
            return t(f"figure.{kind}.{role}", line=line)
        case ["index", _, role]:
            return t(f"figure.index_part.{role}", line=line)
        case ["objects", _, "price"]:
            return t("figure.price", line=line)
        case _:
            return t("figure." + ".".join(path))


def _unit(scenario: Scenario, rest: list[str], names: Names, figure: Figure) -> str:
    unit = _short(scenario.units, rest[0], "name")
    if rest[1] == "growth":
        return t("figure.unit_growth", unit=unit)
    return t("figure.count", unit=unit, member=names.get(rest[1], rest[1]), year=rest[2])


def _projection(scenario: Scenario, rest: list[str], names: Names, figure: Figure) -> str:
    return t(f"figure.projection.{rest[0]}")


def _target(scenario: Scenario, rest: list[str], names: Names, figure: Figure) -> str:
    return t("figure.target", name=_short(scenario.targets, rest[0], "name"))


def _account(scenario: Scenario, rest: list[str], names: Names, figure: Figure) -> str:
    account = next(account for account in scenario.accounts if account.id == rest[0])
    column = dict(account.columns).get(rest[2], rest[2])
    return t(
        "figure.account",
        account=account.name,
        line=_short(account.lines, rest[1], "name"),
        column=column,
    )


def _body(scenario: Scenario, rest: list[str], names: Names, figure: Figure) -> str:
    name = figure.label or rest[1]
    return t("figure.body", body=_short(scenario.bodies, rest[0], "name"), name=name)


_WORDERS: Mapping[str, Callable[[Scenario, list[str], Names, Figure], str]] = {
    "weights": _weight,
    "scores": _score,
    "potentials": _potential,
    "capture": _capture,
    "municipal_weights": _own_weight,
    "presets": _preset,
    "group_weights": _group_weight,
    "values": _value,
    "bounds": _bound,
    "uncertainty": _uncertainty,
    "voices": _voice,
    "assessor_weights": _assessor_weight,
    "assessor_scores": _assessor_score,
    "fee_models": _fee_model,
    "units": _unit,
    "projection": _projection,
    "targets": _target,
    "accounts": _account,
    "bodies": _body,
}
