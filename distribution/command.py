"""The command `kaiku` of an installed Kaiku: the wheel's package `kaiku` consists of this module and the program.

Beside this file lie `plugins`, `theme`, `tasks.py` and the settings, as they lie beside the launcher in a checkout.
Only a process of this command knows them by those names; the environment has the name `kaiku` alone.
"""

import sys
from pathlib import Path

DEVELOPER_TASKS = frozenset({"audit", "bench", "catalogues", "lint", "lock", "test"})
"""Tasks that need a checkout."""


def main() -> int:
    """Run a task; give the exit code."""
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    from tasks import COMMANDS, run

    return run({name: one for name, one in COMMANDS.items() if name not in DEVELOPER_TASKS})
