"""What a panel is made from: an investigation, the choices in it, and nothing of the session."""

from dataclasses import dataclass

from model.choices import Choices
from model.decision.decide import Decision
from model.evaluate import FeesResult
from model.scenario import Scenario
from ui import cache
from ui.cache import Loaded


@dataclass(frozen=True, slots=True)
class View:
    """A scenario and choices, with what follows from them; computed once for all sessions.

    Attributes:
        subject: What of the scenario is looked at, such as a municipality's code.
        tab: The only tab that is wanted, as the others have not moved; empty for all.
        last_preset: The set of weights last applied, which names those in force where several do.
    """

    loaded: Loaded
    choices: Choices
    subject: str = ""
    tab: str = ""
    last_preset: str = ""

    def wants(self, tab: str) -> bool:
        """Tell whether a tab is wanted."""
        return self.tab in ("", tab)

    @property
    def scenario(self) -> Scenario:
        """The scenario as in its file."""
        return self.loaded.scenario

    @property
    def changed(self) -> tuple[str, ...]:
        """Keys of the changed figures."""
        return tuple(self.choices.changed())

    @property
    def decision(self) -> Decision | None:
        """The weighed alternatives; None without any, or while all weights are zero."""
        return cache.decision(self.loaded, cache.decision_values(self.choices))

    @property
    def own(self) -> Decision | None:
        """The alternatives weighed by the subject's own weights; None while all are zero."""
        return cache.own_view(self.loaded, cache.decision_values(self.choices), self.subject)

    @property
    def fees(self) -> FeesResult | None:
        """The compared fee models; None if the scenario has none."""
        return cache.fees(self.loaded, cache.fee_choices(self.choices))
