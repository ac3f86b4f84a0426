"""Memory that a process holds."""

import os
from pathlib import Path


def resident_mb(pid: int | None = None) -> float | None:
    """Return the resident memory of a process [MB]; None where the system has no /proc."""
    status = Path(f"/proc/{pid or os.getpid()}/status")
    if not status.exists():
        return None
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024
