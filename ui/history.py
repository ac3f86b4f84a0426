"""The steps that have been taken in a scenario, and the way back and forth between them."""

from dataclasses import dataclass, field

from model.choices import Choices

MOST_STEPS = 100
"""Steps that are kept; the oldest fall off."""


@dataclass(frozen=True, slots=True)
class Step:
    """One change of the choices, as a reader would count it.

    Attributes:
        cause: What was done, and to what after a colon: ``value``, ``preset:lika-vikter``.
        gesture: Names the hand's one movement, so that all moves within it are one step.
    """

    before: Choices
    after: Choices
    cause: str
    gesture: str = ""


@dataclass(slots=True)
class History:
    """Steps behind and, after an undo, ahead. It keeps no choices in force; the caller does."""

    past: list[Step] = field(default_factory=list)
    future: list[Step] = field(default_factory=list)

    def add(self, before: Choices, after: Choices, cause: str, gesture: str = "") -> None:
        """Remember a step. What changes nothing is no step, and leaves what was undone in place.

        A move within the latest step's gesture amends that step, and takes it away if the hand
        is back where it began.
        """
        if before == after:
            return
        self.future.clear()
        if gesture and self.past and self.past[-1].gesture == gesture:
            before = self.past.pop().before
        if before != after:
            self.past.append(Step(before, after, cause, gesture))
            del self.past[:-MOST_STEPS]

    def forget(self) -> None:
        """Forget all steps."""
        self.past.clear()
        self.future.clear()

    def undo(self) -> Choices | None:
        """Return the choices before the latest step; None without one."""
        if not self.past:
            return None
        step = self.past.pop()
        self.future.append(step)
        return step.before

    def redo(self) -> Choices | None:
        """Return the choices after the step last undone; None without one."""
        if not self.future:
            return None
        step = self.future.pop()
        self.past.append(step)
        return step.after
