"""Memory that a process holds."""

import os
from pathlib import Path


def resident_mb(pid: int | None = None) -> float | None:
    """Return the resident memory of a process [MB]; None where the system has no /proc."""
    return _status_mb("VmRSS", pid)


def peak_mb() -> float | None:
    """Return the most that this process has held so far [MB]; None as above."""
    return _status_mb("VmHWM")


def _status_mb(field: str, pid: int | None = None) -> float | None:
    status = Path(f"/proc/{pid or os.getpid()}/status")
    if not status.exists():
        return None
    line = next(line for line in status.read_text().splitlines() if line.startswith(field))
    return int(line.split()[1]) / 1024
