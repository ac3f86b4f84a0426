"""Names of the files that a reader takes home."""

import re
import unicodedata
from datetime import date

_LONGEST = 80
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


def file_name(scenario_id: str, chart_id: str, extension: str, taken: date | str) -> str:
    """Return "mediacenter_avgift-per-ar_2026-11-21.png": plain ASCII, safe on any file system.

    Args:
        scenario_id: Id of the scenario.
        chart_id: Id of the chart or document.
        extension: With or without a leading dot.
        taken: Date of the file, as a date or ISO text.
    """
    day = taken if isinstance(taken, str) else taken.isoformat()
    parts = [part for part in map(_safe, (scenario_id, chart_id, day)) if part]
    stem = "_".join(parts) or "vagval"
    if _RESERVED.fullmatch(stem):
        stem = f"vagval_{stem}"
    return f"{stem}.{_safe(extension) or 'txt'}"


def _safe(words: str) -> str:
    folded = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^A-Za-z0-9]+", "-", folded)[:_LONGEST].strip("-")
