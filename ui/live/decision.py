"""What the panels about which alternative have in common."""

from collections.abc import Sequence

from model.decision.decide import Decision
from model.scenario import Criterion, Scenario
from report import sentences
from report.names import alternative_names
from text import t
from ui import cache
from ui.cache import Loaded
from ui.live.panel import Guess, Note, Panel, Tab

MOST_IMPORTANT = 3


def leader(scenario: Scenario, decision: Decision) -> tuple[str, str] | None:
    """Return who leads, so that a change of lead is told; ties lead together."""
    if decision.leader is None:
        return None
    names = alternative_names(scenario)
    tied = decision.tied or (decision.leader,)
    return "+".join(sorted(tied)), sentences.joined([names[name] for name in tied])


def leader_guess(scenario: Scenario, decision: Decision) -> Guess:
    """Ask who will lead."""
    return Guess(
        question=f"leader:{scenario.id}",
        words=t("live.guess.leader"),
        options=tuple(alternative_names(scenario).items()),
        truth=decision.leader or "",
    )


def no_weight(tabs: tuple[Tab, ...]) -> Panel:
    """Return the panel while all weights are zero: a sentence, and the sliders to mend it."""
    note = Note("warning", t("page.alternatives.no_weight"))
    return Panel(answer=(), pictures=(), tabs=tabs, notes=(note,), wall=True)


def most_important(loaded: Loaded) -> Sequence[Criterion]:
    """Return the criteria whose weight decides most, as the file has it.

    Those come first whose share needs to move least before another alternative takes the lead;
    where none would, the heaviest. Taken from the file, so that sliders stay where they are while
    they are moved.
    """
    criteria = loaded.scenario.criteria
    decision = cache.decision(loaded, ())
    if decision is None:
        return criteria[:MOST_IMPORTANT]

    def nearness(place: int) -> tuple[float, float]:
        share = float(decision.shares[place])
        switches = zip(decision.stability[place], decision.switches[place], strict=True)
        moves = [abs(float(edge) - share) for edge, taker in switches if taker is not None]
        return min(moves, default=2.0), -share

    order = sorted(range(len(criteria)), key=nearness)
    return [criteria[place] for place in order[:MOST_IMPORTANT]]
