"""Streamlit servers of our own: each with a free port and an empty home, stopped afterwards."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, sleep
from urllib.error import URLError
from urllib.request import urlopen

from benchmarks.browser.rows import NotMeasured
from benchmarks.pages import FOLDER
from benchmarks.start import ADDRESS, PATIENCE, free_port
from text import t


@dataclass(frozen=True, slots=True)
class Server:
    """A server that answers.

    Attributes:
        address: Where, without a slash at the end: ``http://127.0.0.1:50123``.
        pid: Its process.
    """

    address: str
    pid: int


@contextmanager
def started(script: Path, *, our_settings: bool = True) -> Iterator[Server]:
    """Start a script's server, and stop it when done.

    Args:
        our_settings: Started from our folder, whose ``.streamlit/config.toml`` then holds; else
            from an empty one, with what Streamlit comes with but for its calls to the internet.
    """
    with tempfile.TemporaryDirectory(prefix="vagval-bench-") as home:
        port = free_port()
        options = ["--server.headless=true", f"--server.address={ADDRESS}"]
        options += [f"--server.port={port}", "--browser.gatherUsageStats=false"]
        log = Path(home) / "log.txt"
        with log.open("wb") as written:
            process = subprocess.Popen(
                [sys.executable, "-m", "streamlit", "run", str(script), *options],
                cwd=FOLDER if our_settings else home,
                env=os.environ | {"HOME": home},
                stdin=subprocess.DEVNULL,
                stdout=written,
                stderr=subprocess.STDOUT,
            )
        try:
            _wait(process, f"http://{ADDRESS}:{port}", script.name, log)
            yield Server(f"http://{ADDRESS}:{port}", process.pid)
        finally:
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _wait(process: subprocess.Popen[bytes], address: str, name: str, log: Path) -> None:
    begun = perf_counter()
    while process.poll() is None and perf_counter() - begun < PATIENCE:
        try:
            with urlopen(f"{address}/_stcore/health", timeout=1):
                return
        except (URLError, OSError):
            sleep(0.05)
    said = log.read_text(errors="replace").strip().splitlines()
    raise NotMeasured(t("bench.browser.no_server", script=name, said=said[-1] if said else ""))
