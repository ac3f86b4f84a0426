"""What the model refuses, in words."""

from model.errors import BoundsError, MissingFigureError, ModelError, UnknownError, YearError
from model.scenario import Scenario
from report.names import Names, figure_name
from text import t
from text.numbers import percent


def error_words(error: ModelError, scenario: Scenario | None, names: Names) -> str:
    """Return one sentence for a model error, naming what the user can see."""
    values = error.values
    match error:
        case MissingFigureError():
            return t("error.missing_figure", what=_missing(values, scenario, names))
        case YearError() if values.get("what") == "span":
            return t("error.year.span", **values)
        case YearError():
            return t("error.year", **values)
        case UnknownError(values={"kind": kind, "id": name}):
            return t(f"error.unknown.{kind}", id=name)
        case BoundsError(values={"criterion": name, "low": low, "high": high}):
            shorts = {one.id: one.short for one in scenario.criteria} if scenario else {}
            words = {"low": percent(low), "high": percent(high)}
            return t("error.bounds", criterion=shorts.get(str(name), name), **words)
        case BoundsError(values={"least": together}):
            return t("error.bounds.least", together=percent(together))
        case BoundsError(values={"most": together}):
            return t("error.bounds.most", together=percent(together))
        case _:
            return t(f"error.{error.code}")


def _missing(values: dict[str, object], scenario: Scenario | None, names: Names) -> str:
    key = str(values.get("key", ""))
    if "member" in values:
        return t("error.missing.member", member=names.get(str(values["member"]), values["member"]))
    if key in {"same_start", "key", "alternatives", "criteria"}:
        return t(f"error.missing.{key}")
    if scenario is not None and key in scenario.figures:
        return figure_name(scenario, key, names)
    return key
