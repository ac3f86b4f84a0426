"""Reading figures while remembering which ones a result rests on."""

from model.errors import MissingFigureError, UnknownError
from model.figures import Figures


class Reader:
    """Gives numbers by key and keeps the keys it gave, in the order first asked for.

    Attributes:
        used: Keys read so far.
    """

    __slots__ = ("_figures", "_used")

    def __init__(self, figures: Figures) -> None:
        self._figures = figures
        self._used: dict[str, None] = {}

    def __call__(self, key: str) -> float:
        """Return a figure's number.

        Raises:
            UnknownError: No figure has the key.
            MissingFigureError: The figure has no value.
        """
        if key not in self._figures:
            raise UnknownError(kind="figure", id=key)
        value = self._figures[key].value
        if value is None:
            raise MissingFigureError(key=key)
        self._used[key] = None
        return value

    @property
    def used(self) -> tuple[str, ...]:
        return tuple(self._used)
