"""From process start to a server that answers, and to a first page, with the memory they take."""

import json
import socket
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter, sleep
from urllib.error import URLError
from urllib.request import urlopen

from benchmarks.memory import resident_mb
from benchmarks.pages import APP, FOLDER, MINIMAL

PATIENCE = 30.0
ADDRESS = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Start:
    """One start.

    Attributes:
        server: Seconds until the server answers; it has then not yet run the app's script.
        server_mb: The server's memory then.
        page: Seconds from the start of a process to its first page done, in the test runner.
        page_mb: That process's memory then; nearly all that a server needs, too.
    """

    server: float
    server_mb: float | None
    page: float
    page_mb: float | None


def compare_starts(repeats: int = 3) -> tuple[Start, Start]:
    """Return medians for the app and for the minimal page, started in turns."""
    starts = [(_start(APP), _start(MINIMAL)) for _ in range(repeats)]
    return _median([ours for ours, _ in starts]), _median([least for _, least in starts])


def _start(script: Path) -> Start:
    return Start(*_server(script), *_page(script))


def _server(script: Path) -> tuple[float, float | None]:
    port = free_port()
    command = ["-m", "streamlit", "run", str(script), "--server.headless", "true"]
    command += ["--server.address", ADDRESS, "--server.port", str(port)]
    begun = perf_counter()
    server = subprocess.Popen(
        [sys.executable, *command],
        cwd=FOLDER,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        while not _answers(port):
            if server.poll() is not None or perf_counter() - begun > PATIENCE:
                raise RuntimeError(f"streamlit did not start {script.name}")
            sleep(0.02)
        return perf_counter() - begun, resident_mb(server.pid)
    finally:
        server.terminate()
        try:
            server.wait(timeout=10)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _page(script: Path) -> tuple[float, float | None]:
    begun = perf_counter()
    run = subprocess.run(
        [sys.executable, "-m", "benchmarks.first_page", str(script)],
        cwd=FOLDER,
        capture_output=True,
        text=True,
        timeout=2 * PATIENCE,
    )
    seconds = perf_counter() - begun
    if run.returncode:
        raise RuntimeError(run.stderr.strip().splitlines()[-1])
    return seconds, json.loads(run.stdout.splitlines()[-1])


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as chosen:
        chosen.bind((ADDRESS, 0))
        return chosen.getsockname()[1]


def _answers(port: int) -> bool:
    try:
        with urlopen(f"http://{ADDRESS}:{port}/_stcore/health", timeout=1) as answer:
            return answer.status == 200
    except (URLError, OSError):
        return False


def _median(starts: list[Start]) -> Start:
    def middle(values: list[float | None]) -> float | None:
        known = [value for value in values if value is not None]
        return median(known) if known else None

    return Start(
        server=median(start.server for start in starts),
        server_mb=middle([start.server_mb for start in starts]),
        page=median(start.page for start in starts),
        page_mb=middle([start.page_mb for start in starts]),
    )
