"""Processor time that a process has used."""

import os
from pathlib import Path


def busy_ms(pid: int) -> float | None:
    """Return the processor time of a process so far [ms]; None where the system has no /proc."""
    path = Path(f"/proc/{pid}/stat")
    if not path.exists():
        return None
    after_name = path.read_text().rsplit(")", 1)[1].split()
    user, system = int(after_name[11]), int(after_name[12])
    return (user + system) / os.sysconf("SC_CLK_TCK") * 1e3
