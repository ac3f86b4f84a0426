"""What the model refuses. Worded for users by the catalogue in ``text/``, by ``code``."""


class ModelError(ValueError):
    """A calculation that cannot be done on what was given.

    Attributes:
        code: Name of the message in the catalogue, without the prefix ``error.``.
        values: What the message names (ids, numbers, years).
    """

    code = "model"

    def __init__(self, message: str = "", **values: object) -> None:
        super().__init__(message or self.code)
        self.values = values


class ShapeError(ModelError):
    """Two arrays do not cover the same years, members, alternatives or criteria."""

    code = "shape"


class WeightError(ModelError):
    """A weight is negative, or all are zero."""

    code = "weight"


class VoiceError(WeightError):
    """A voice of those who are counted is negative, or all are zero."""

    code = "voice"


class MissingFigureError(ModelError):
    """A figure that the calculation needs has no value or is not given for a member."""

    code = "missing_figure"


class YearError(ModelError):
    """A year outside what the data can answer for."""

    code = "year"


class UnknownError(ModelError):
    """An id (model, alternative, criterion, municipality, figure) that does not exist."""

    code = "unknown"


class BoundsError(ModelError):
    """Bounds of the weights that contradict each other, so that no weights keep within them."""

    code = "bounds"
