"""What the panels about which alternative have in common."""

from functools import lru_cache

from model.decision.decide import Decision
from model.decision.tree import nearness
from model.scenario import Scenario
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


@lru_cache(maxsize=64)
def most_important(loaded: Loaded) -> tuple[str, ...]:
    """Return the keys of the weights that decide most, as the file has it.

    Those come first whose share needs to move least before another alternative takes the lead;
    where none would, the heaviest. In a tree both groups and criteria within them are weighed.
    Taken from the file, so that sliders stay where they are while they are moved.
    """
    scenario = loaded.scenario
    decision = cache.decision(loaded, ())
    found = nearness(scenario, decision) if decision and decision.leader else {}
    shares = decision.shares.tolist() if decision else [0.0] * len(scenario.criteria)
    every = found or {
        f"weights.{one.id}": (0.0, share)
        for one, share in zip(scenario.criteria, shares, strict=True)
    }
    order = sorted(every, key=lambda key: (every[key][0], -every[key][1]))
    return tuple(order[:MOST_IMPORTANT])
