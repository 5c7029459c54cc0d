"""The tasks for Invoke's own command: `invoke --list`, `invoke build`. It gives them no options but `-- WORDS`."""

import shlex
import sys
from collections.abc import Callable
from typing import NoReturn

from invoke.collection import Collection
from invoke.context import Context
from invoke.tasks import Task

from plugins.console.menu import Command, Commands


def collection_of(commands: Commands) -> Collection:
    """Return the tasks as Invoke wants them."""
    return Collection(**{name: _task(command) for name, command in commands.items()})


def _task(command: Command) -> "Task[Callable[[Context], NoReturn]]":
    def run(context: Context) -> NoReturn:
        sys.exit(command({}, shlex.split(context.remainder)))  # Invoke would drop the exit code

    run.__doc__ = command.help
    return Task(run, name=command.name)
