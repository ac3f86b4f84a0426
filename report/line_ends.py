"""What stands where a line ends: its name, for both Python renderers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class End:
    """A line's name and where it is to stand.

    Attributes:
        lines: The name, in lines.
        colour: The line's.
        place: Where the line ends (x, value); None for one that is not drawn, which is then named
            at the foot.
    """

    lines: list[str]
    colour: str
    place: tuple[float, float] | None
