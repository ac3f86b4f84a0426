"""What the schema refuses, told as problems with the line and the text of the file."""

import re
import types
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ForwardRef, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from loading import schema_fees
from loading.problems import Problem, closest, dotted
from loading.schema_base import LARGEST
from loading.yaml_source import Ambiguous, Source, Steps
from model.figures import UNITS

UNIT_WORDS = {
    "kr/invånare": "kr/inhabitant",
    "kr/inv": "kr/inhabitant",
    "kr/användare": "kr/user",
    "kr/elev": "kr/user",
    "kr/objekt": "kr/object",
    "kr/styck": "kr/object",
    "kronor": "kr",
    "sek": "kr",
    "andel": "share",
    "procent": "share",
    "percent": "share",
    "%": "share",
    "procent/år": "share/year",
    "%/år": "share/year",
    "invånare": "persons",
    "användare": "users",
    "elever": "users",
    "objekt": "objects",
    "tjänster": "posts",
    "poäng": "score",
    "vikt": "weight",
    "faktor": "factor",
}
_SIMPLE = {
    "string_too_short": "text_empty",
    "string_too_long": "text_long",
    "finite_number": "number_not_finite",
    "bool_type": "truth_wanted",
    "list_type": "list_wanted",
    "dict_type": "mapping_wanted",
    "model_type": "mapping_wanted",
    "model_attributes_type": "mapping_wanted",
}
_NUMBERS = {"float_type": "number_wanted", "int_type": "integer_wanted"}
_LIMITS = {
    "greater_than_equal": ("number_low", "ge"),
    "less_than_equal": ("number_high", "le"),
    "too_short": ("list_short", "min_length"),
    "too_long": ("list_long", "max_length"),
}
_FORMS = {r"^\d{4}$": "code_form", r"^\d{4}-\d{2}-\d{2}$": "date_form"}


def schema_problems(
    error: ValidationError, source: Source, schema: type[BaseModel], known: Mapping[str, str]
) -> Iterator[Problem]:
    """Translate everything that pydantic refused, in its order."""
    for one in error.errors(include_url=False, include_context=True):
        is_key = one["loc"][-1:] == ("[key]",)
        loc = one["loc"][:-1] if is_key else one["loc"]
        steps, annotation = _place(loc, source.data, schema, is_key)
        yield _Refusal(source, steps, annotation, one, is_key, known).problem()


class _Refusal:
    """One refused place, with what is needed to tell about it."""

    def __init__(
        self,
        source: Source,
        steps: Steps,
        annotation: Any,
        error: Any,
        is_key: bool,
        known: Mapping[str, str],
    ) -> None:
        self.source, self.steps, self.annotation = source, steps, annotation
        self.type: str = error["type"]
        self.context: dict[str, Any] = error.get("ctx", {})
        self.input: object = error["input"]
        self.is_key, self.known = is_key, known
        self.found = str(steps[-1]) if is_key else source.found(steps)

    def problem(self) -> Problem:
        if self.type == "missing":
            return self._missing()
        if self.type == "extra_forbidden":
            allowed = _keys(self.annotation)
            name = str(self.steps[-1])
            return self._tell("key_unknown", name, allowed, closest(name, allowed))
        if self.type in ("union_tag_invalid", "union_tag_not_found"):
            return self._kind()
        if self.type == "literal_error":
            return self._choice()
        if self.type == "string_type":
            return self._text()
        if self.type in _NUMBERS:
            return self._number(_NUMBERS[self.type])
        if self.type in _LIMITS:
            code, limit = _LIMITS[self.type]
            allowed = self.context.get(limit, "")
            if allowed in (-LARGEST, LARGEST):
                return self._tell("number_too_large", self.found)
            return self._tell(code, self.found, [str(allowed)])
        if self.type == "string_pattern_mismatch":
            return self._form()
        code = _SIMPLE.get(self.type, "value_wrong")
        allowed = _keys(self.annotation) if code == "mapping_wanted" else []
        return self._tell(code, self._as_written(), allowed)

    def _tell(
        self, code: str, found: str = "", allowed: list[str] | None = None, suggestion: str = ""
    ) -> Problem:
        line = self.source.line(self.steps)
        key = dotted(self.steps)
        words = ", ".join(allowed or [])
        return Problem(code, self.source.file, line, key, found, words, suggestion)

    def _missing(self) -> Problem:
        if self.steps[-1] == "origin":
            return self._tell("origin_missing", "", ["sourced", "official", "assumption"])
        return self._tell("key_missing")

    def _kind(self) -> Problem:
        allowed = re.findall(r"'([^']*)'", str(self.context.get("expected_tags", "")))
        if not allowed:
            allowed = _kinds(self.annotation)
        self.steps = (*self.steps, "kind")
        if self.type == "union_tag_not_found":
            return self._tell("kind_missing", "", allowed)
        found = self.source.found(self.steps)
        return self._tell("kind_unknown", found, allowed, closest(found, allowed))

    def _choice(self) -> Problem:
        allowed = [str(option) for option in _options(self.annotation)]
        if self.steps[-1] == "unit" and tuple(allowed) == UNITS:
            lowered = self.found.lower()
            suggestion = UNIT_WORDS.get(lowered) or closest(lowered, allowed)
            return self._tell("unit_unknown", self.found, allowed, suggestion)
        code = "format_version" if self.steps == ("format",) else "choice_unknown"
        found = self.found if code == "choice_unknown" else self._as_written()
        return self._tell(code, found, allowed, closest(self.found, allowed))

    def _text(self) -> Problem:
        single = isinstance(self.input, (int, float, Ambiguous)) or self.is_key
        code = "text_wanted"
        if single and _pattern(self.annotation) == r"^\d{4}$":
            code = "code_unquoted"
        elif isinstance(self.input, Ambiguous):
            code = "text_ambiguous"
        return self._tell(code, self.found, [], f'"{self.found}"' if single else "")

    def _number(self, code: str) -> Problem:
        return self._tell(code, self._as_written(), [], _as_number(self.found, code))

    def _form(self) -> Problem:
        code = _FORMS.get(str(self.context.get("pattern")), "id_form")
        if code == "code_form":
            return self._tell(code, self.found, [], municipality_like(self.found, self.known))
        if code == "date_form":
            return self._tell(code, self.found)
        return self._tell(code, self.found, [], _as_id(self.found))

    def _as_written(self) -> str:
        return f'"{self.found}"' if self.source.is_quoted(self.steps) else self.found


def municipality_like(found: str, known: Mapping[str, str]) -> str:
    """Return ``"0662" (Gislaved)`` for the municipality that a code or a name resembles.

    A code resembles those of its own county only: the first two digits are the county.
    """
    by_name = {name: code for code, name in known.items()}
    digits = found.zfill(4) if found.isdigit() else ""
    code = digits if digits in known else by_name.get(closest(found, by_name), "")
    if digits and not code:
        code = closest(digits, (one for one in known if one[:2] == digits[:2]))
    return f'"{code}" ({known[code]})' if code else ""


def _place(loc: tuple[Any, ...], data: object, schema: Any, is_key: bool) -> tuple[Steps, Any]:
    """Walk a location down data and types, leaving out the names of kinds that pydantic adds.

    Returns the steps and the type at the place; for an unknown key the type around it, and for
    a key that is refused the type of the key.
    """
    steps: list[str | int] = []
    here = around = schema
    for step in loc:
        around = here
        kinds = _models(here)
        if len(kinds) > 1:
            here = next((m for m in kinds if step in _kinds(m)), here)
            continue
        if isinstance(data, dict):
            data = data.get(step)
            steps.append(str(step))
        elif isinstance(data, list) and isinstance(step, int):
            data = data[step]
            steps.append(step)
        elif data is None:
            steps.append(step)
        # Otherwise a bare value stands for a part, and the place is that of the value.
        here = _inside(here, step)
    return tuple(steps), get_args(_bare(around))[0] if is_key else here


def _bare(annotation: Any) -> Any:
    """Return a type without ``Annotated`` and without ``None``, forward names looked up."""
    if isinstance(annotation, ForwardRef | str):
        annotation = getattr(schema_fees, getattr(annotation, "__forward_arg__", annotation))
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    if get_origin(annotation) in (Union, types.UnionType):
        rest = [one for one in get_args(annotation) if one is not types.NoneType]
        return _bare(rest[0]) if len(rest) == 1 else annotation
    return annotation


def _models(annotation: Any) -> list[type[BaseModel]]:
    bare = _bare(annotation)
    if isinstance(bare, type) and issubclass(bare, BaseModel):
        return [bare]
    if get_origin(bare) in (Union, types.UnionType):
        return [model for one in get_args(bare) for model in _models(one)]
    return []


def _inside(annotation: Any, step: Any) -> Any:
    models = _models(annotation)
    if models:
        fields = models[0].model_fields
        if step not in fields:
            return annotation
        field = fields[step]
        return Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
    bare = _bare(annotation)
    arguments = get_args(bare)
    return arguments[-1] if get_origin(bare) in (list, dict) and arguments else None


def _keys(annotation: Any) -> list[str]:
    return [name for model in _models(annotation)[:1] for name in model.model_fields]


def _options(annotation: Any) -> tuple[Any, ...]:
    bare = _bare(annotation)
    return get_args(bare) if get_origin(bare) not in (list, dict) else ()


def _kinds(annotation: Any) -> list[str]:
    return [
        str(option)
        for model in _models(annotation)
        if "kind" in model.model_fields
        for option in _options(model.model_fields["kind"].annotation)
    ]


def _pattern(annotation: Any) -> str:
    """Return the pattern that a text of this type must follow, empty for none."""
    if get_origin(annotation) in (Union, types.UnionType):
        return next((found for one in get_args(annotation) if (found := _pattern(one))), "")
    details = getattr(annotation, "__metadata__", ())
    return next((str(one.pattern) for one in details if getattr(one, "pattern", None)), "")


def _as_number(found: str, code: str) -> str:
    """Return how a number was probably meant: 1_000 as 1000, 26,5 as 26.5, 2 % as 0.02."""
    percent = found.endswith("%")
    words = re.sub(r"[\s\u00a0_'%]|kr$", "", found).replace("−", "-").replace(",", ".")
    try:
        value = float(words)
    except ValueError:
        return ""
    if not abs(value) < 1e15:
        return ""
    value = round(value / 100, 12) if percent else value
    if value == round(value):
        return str(round(value))
    return "" if code == "integer_wanted" else repr(value)


def _as_id(found: str) -> str:
    plain = found.lower().translate(str.maketrans("åäöé", "aaoe"))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60]
