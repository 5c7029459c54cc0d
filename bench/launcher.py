"""Starts a command and tells what it took: `python -I launcher.py FILE COMMAND…` writes JSON to the file.

Linux counts what a process was before it became another program as that program's memory. So whoever measures must be
small: this process loads nothing but the standard library.
"""

import json
import os
import sys
import time
from pathlib import Path


def main(report: str, *command: str) -> None:
    """Run the command in a process of its own, and report status, seconds and MiB of the largest process."""
    began = time.perf_counter()
    process = os.posix_spawnp(command[0], command, os.environ)
    # wait4 tells of this process and those that it waited for, however many others there are.
    _, status, used = os.wait4(process, 0)
    seconds = time.perf_counter() - began
    took = {"status": os.waitstatus_to_exitcode(status), "seconds": seconds, "memory": used.ru_maxrss / 1024}
    Path(report).write_text(json.dumps(took), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
