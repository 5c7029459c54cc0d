"""Tools of developers run in processes of their own, and end as they want to."""

import os
import signal
import subprocess
import sys

from plugins.console.arguments import ROOT

TIDY = """
import time
try:
    print('ready', flush=True)
    for _ in range(6000):  # an interrupt just before a sleep is seen after it
        time.sleep(0.01)
except KeyboardInterrupt:
    time.sleep(0.6)
    print('tidied', flush=True)
"""
CODE = f"import sys; from plugins.console.toolbox import python; sys.exit(python('timeit', '-n1', '-r1', {TIDY!r}))"


def test_interrupted_tool_tidies_up() -> None:
    """Python's own way would be to kill it after a quarter of a second."""
    command = [sys.executable, "-c", CODE]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, start_new_session=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        os.killpg(process.pid, signal.SIGINT)
        assert process.stdout.readline() == "tidied\n"
        process.stdout.read()  # to its end: a tool whose pipe has closed fails
    assert process.returncode == 0
