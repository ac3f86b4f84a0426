"""Ids that point at something in the file: what they point at has to be there."""

from collections.abc import Collection, Iterator

from loading.place import Place
from loading.problems import Problem

TODAY = "nu"
POPULATION = "population"

Options = Collection[str] | None


def check_references(root: Place) -> Iterator[Problem]:
    """Yield a problem for every id that points at nothing."""
    known = {
        section: root.at(section).ids()
        for section in (
            *("documents", "areas", "criteria_groups", "criteria", "alternatives", "forms"),
            *("units", "fee_models", "bodies"),
        )
    }
    yield from _documents(root, known["documents"])
    yield from _alternatives(root, known)
    yield from _tables(root, known)
    yield from _assessors(root, known)
    yield from _fee_models(root, known)
    yield from _boundaries(root)


def _each(place: Place, code: str, options: Options) -> Iterator[Problem]:
    for item in place.items:
        yield from item.unknown(code, item.word, options)


def _keys(place: Place, code: str, options: Options) -> Iterator[Problem]:
    for key, inside in place.entries:
        yield from inside.unknown(code, key, options)


def _back(place: Place, start: Place, code: str) -> Iterator[Problem]:
    yield from (item.problem(code) for item in place.items if item.word and item.word == start.word)


def _documents(root: Place, documents: Options) -> Iterator[Problem]:
    for place in root.everything:
        is_origin = place.steps[-1:] in (("origin",), ("value_origin",))
        if is_origin and place.at("kind").value == "sourced":
            document = place.at("document")
            yield from document.unknown("document_unknown", document.word, documents)


def _alternatives(root: Place, known: dict[str, Options]) -> Iterator[Problem]:
    alternatives = known["alternatives"]
    for item in root.at("criteria").items:
        group = item.at("group")
        yield from group.unknown("group_unknown", group.word, known["criteria_groups"])
    for item in root.at("alternatives").items:
        yield from _keys(item.at("scope"), "area_unknown", known["areas"])
        yield from _each(item.at("forms"), "form_unknown", known["forms"])
        yield from _each(item.at("leads_to"), "alternative_unknown", alternatives)
        yield from _back(item.at("leads_to"), item.at("id"), "leads_to_itself")
        yield from _keys(item.at("scores"), "criterion_unknown", known["criteria"])
    for item in root.at("long_list").items:
        yield from _each(item.at("became"), "alternative_unknown", alternatives)
    starts = None if alternatives is None else [TODAY, *alternatives]
    for item in root.at("paths").items:
        start = item.at("start")
        yield from start.unknown("alternative_unknown", start.word, starts)
        yield from _each(item.at("to"), "alternative_unknown", alternatives)
        yield from _back(item.at("to"), start, "path_to_its_start")
    for item in root.at("preferences").items:
        yield from _each(item.at("alternatives"), "alternative_unknown", alternatives)


def _tables(root: Place, known: dict[str, Options]) -> Iterator[Problem]:
    for _, row in root.at("potentials", "table", "values").entries:
        yield from _keys(row, "area_unknown", known["areas"])
    for _, row in root.at("municipal_weights", "values").entries:
        yield from _keys(row, "criterion_unknown", known["criteria"])
    for preset in root.at("presets").items:
        yield from _keys(preset.at("weights"), "criterion_unknown", known["criteria"])


def _assessors(root: Place, known: dict[str, Options]) -> Iterator[Problem]:
    for assessor in root.at("assessors").items:
        yield from _keys(assessor.at("weights"), "criterion_unknown", known["criteria"])
        yield from _keys(assessor.at("scores"), "alternative_unknown", known["alternatives"])
        for _, row in assessor.at("scores").entries:
            yield from _keys(row, "criterion_unknown", known["criteria"])


def _fee_models(root: Place, known: dict[str, Options]) -> Iterator[Problem]:
    units = None if known["units"] is None else {POPULATION: None, **dict.fromkeys(known["units"])}
    yield from _each(root.at("default_models"), "model_unknown", known["fee_models"])
    for model in root.at("fee_models").items:
        for body in (model.at("body"), model.at("stated", "body")):
            yield from body.unknown("body_unknown", body.word, known["bodies"])
        for counted in counted_units(model):
            yield from counted.unknown("counted_unknown", counted.word, units)


def counted_units(model: Place) -> Iterator[Place]:
    """Yield the places of a fee model that name a counted unit (not a unit of measure)."""
    yield model.at("volume_clause", "unit")
    for place in (*model.at("amount").everything, *model.at("key").everything):
        if place.at("kind").value in ("per_unit", "unit"):
            yield place.at("unit")
        if place.at("kind").value == "price_list":
            for line in place.at("objects").items:
                yield line.at("unit")


def _boundaries(root: Place) -> Iterator[Problem]:
    for listed in root.at("boundary_lists").items:
        tasks = [key for key, _ in listed.at("tasks").entries]
        for item in listed.at("items").items:
            yield from _keys(item.at("responsible"), "task_unknown", tasks)
    for account in root.at("accounts").items:
        columns = [key for key, _ in account.at("columns").entries]
        for line in account.at("lines").items:
            yield from _keys(line.at("values"), "column_unknown", columns)
