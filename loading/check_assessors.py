"""Assessors: something of their own, weights in one place only, and scores on the scale."""

from collections.abc import Iterator

from loading.check_scores import check_score
from loading.place import Place
from loading.problems import Problem


def check_assessors(root: Place) -> Iterator[Problem]:
    """Yield problems of those who weigh on their own."""
    criteria = root.at("criteria").ids() or {}
    rows = {code for code, _ in root.at("municipal_weights", "values").entries}
    members = {"", *(item.word for item in root.at("municipalities").items)}
    for assessor in root.at("assessors").items:
        weights, code = assessor.at("weights"), assessor.at("municipality").word
        if weights.is_there and code in rows:
            yield weights.problem("assessor_weights_twice", code)
        # Of a municipality that is not a member it is told already, and it may mean another one.
        if code in members - rows and not (weights.is_there or _has_scores(assessor)):
            yield assessor.problem("assessor_without_own", assessor.at("id").word)
        for criterion, score in _scores(assessor):
            if criterion not in criteria:
                continue
            if criteria[criterion].at("computed").is_there:
                yield score.problem("score_computed", criterion)
            else:
                yield from check_score(score, criteria[criterion])


def _scores(assessor: Place) -> Iterator[tuple[str, Place]]:
    for _, row in assessor.at("scores").entries:
        yield from row.entries


def _has_scores(assessor: Place) -> bool:
    scores = (score for _, score in _scores(assessor))
    return any(
        (score.at("value") if isinstance(score.value, dict) else score).is_there for score in scores
    )
