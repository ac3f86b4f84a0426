"""Run one script's first page in this new process and print the memory it then holds [MB].

A process of its own, since imports are most of what is measured; the caller takes the time:
``python -m benchmarks.first_page app.py``.
"""

import json
import logging
import sys

from streamlit.testing.v1 import AppTest

from benchmarks.memory import resident_mb


def main(script: str) -> None:
    """Print the memory as JSON; ``null`` where it cannot be read."""
    logging.disable(logging.WARNING)
    app = AppTest.from_file(script, default_timeout=60).run()
    if app.exception or app.error:
        raise RuntimeError("; ".join(item.value for item in [*app.exception, *app.error]))
    print(json.dumps(resident_mb()))


if __name__ == "__main__":
    main(sys.argv[1])
