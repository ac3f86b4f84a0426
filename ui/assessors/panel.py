"""The live panel of Bedömare: one assessor's own weights and scores beside how all of them rank."""

from model.decision.group.decide_together import GroupDecision
from model.errors import ModelError
from model.scenario import Assessor
from report import group_charts, group_sentences
from report.chart import Chart
from report.names import alternative_names
from report.sentences import joined
from ui.assessors import group, sliders, voices
from ui.live.panel import Note, Panel, Tab
from ui.live.view import View


def compose(now: View) -> Panel:
    """Return an assessor's own weights and scores beside what all say together."""
    assessor = group.assessor(now)
    try:
        found = group.group(now)
    except ModelError as error:
        return Panel((group.refusal(now, error),), (), _to_mend(now, assessor), wall=True)
    names = group.names(now)
    told = group_sentences.reservations(now.scenario, found.judgements, names)
    return Panel(
        answer=group_sentences.answer(now.scenario, found, now.choices.voices, names),
        pictures=(picture(now, found),) if found.joint else (),
        tabs=_tabs(sliders.Own(now, assessor, found.judgements)),
        notes=tuple(Note("info", words) for words in told),
        leader=_leader(now, found),
        wall=True,
    )


def picture(now: View, found: GroupDecision) -> Chart:
    """Return the panel's picture; only where somebody is counted and something compared."""
    return group_charts.places(
        now.scenario, found, now.choices.voices, group.names(now), now.changed
    )


def _to_mend(now: View, assessor: Assessor) -> tuple[Tab, ...]:
    """Return the sliders, where it is the voices that stand in the way."""
    try:
        return _tabs(sliders.Own(now, assessor, group.apart(now).judgements))
    except ModelError:
        return ()


def _tabs(own: sliders.Own) -> tuple[Tab, ...]:
    make = {"weights": sliders.weight_tab, "scores": sliders.score_tab}
    if own.view.choices.voices == "given":
        make["voices"] = voices.voice_tab
    return tuple(tab(own) for name, tab in make.items() if own.view.wants(name))


def _leader(now: View, found: GroupDecision) -> tuple[str, str] | None:
    if found.joint is None:
        return None
    names, first = alternative_names(now.scenario), found.joint.result("mean").first
    return "+".join(first), joined([names[name] for name in first])
