"""What the model refuses, in words."""

from model.errors import MissingFigureError, ModelError, UnknownError, YearError
from model.scenario import Scenario
from report.names import Names, figure_name
from text import t


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
