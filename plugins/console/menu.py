"""From the words of a command line to a task that runs; help and messages in the language of the user.

Invoke, which knows the tasks too (invoke_tasks.py), is not asked: it knows no choices, goes on to further tasks,
explains itself in English only, and takes long to load. Help and messages are read only when they are shown.
"""

import errno
import io
import os
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from plugins.console.arguments import OPTIONS, Given, MisuseError, default_of, read_option
from plugins.console.texts import tables
from plugins.core.suggestions import nearest

MISUSED, INTERNAL_ERROR, INTERRUPTED, UNREAD = 2, 70, 130, 141  # 70 is EX_SOFTWARE; then shells' for Ctrl-C and SIGPIPE
UNWRITABLE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS})
"""What a system says of a disk that is full or that cannot be written at all."""
SQLITE_UNWRITABLE = frozenset({8, 13})
"""The same by SQLite: SQLITE_READONLY and SQLITE_FULL."""
LONGEST_WINDOWS_PATH = 248
"""Letters that a path may have: MAX_PATH is 260, and a folder must leave room for a name of eight and three."""
LANGUAGES = tuple(OPTIONS["lang"].shape.split("|"))
HELP = ("-h", "--help")

Commands = Mapping[str, "Command"]
Texts = Mapping[str, Mapping[str, str]]


class Command:
    """A task: a function that takes its options (names in OPTIONS) as one `Given` and gives an exit code."""

    def __init__(
        self, body: Callable[[Given], int], options: Sequence[str], *, passes_on: bool, takes_words: bool
    ) -> None:
        """Keep the options, and whether all words after the name are for a program that the task runs.

        A task that takes words is given those that are no options, wherever they stand.
        """
        self.body = body
        self.name = body.__name__.rstrip("_")  # `import` is a word of Python's
        self.help = body.__doc__ or ""
        self.options = (*options, "lang")
        self.passes_on = passes_on
        self.takes_words = takes_words

    def __call__(self, words: Mapping[str, str], rest: Sequence[str]) -> int:
        """Read the words of the options and run; give the exit code."""
        values: dict[str, Any] = {name.replace("-", "_"): read_option(name, word) for name, word in words.items()}
        return self.body(Given(**values, rest=tuple(rest)))


def task(
    *options: str, passes_on: bool = False, takes_words: bool = False
) -> Callable[[Callable[[Given], int]], Command]:
    """Make a task of a function."""
    return lambda body: Command(body, options, passes_on=passes_on, takes_words=takes_words)


def commands_in(module: Mapping[str, object]) -> Commands:
    """Return the tasks among the names of a module, in their order."""
    return {command.name: command for command in module.values() if isinstance(command, Command)}


def main(words: Sequence[str], commands: Commands) -> int:
    """Run what the words say; give the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a letter that a terminal lacks stops no message
    language = language_of(words)
    try:
        return run(words, commands, language)
    except MisuseError as misuse:
        print(message_of(misuse, texts_in(language)), file=sys.stderr)
        return MISUSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # Whoever read our output has read enough, as `head` does.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return UNREAD
    except Exception as error:
        if key := "unwritable" if is_of_disk(error) else "too-long" if is_too_long(error) else "":
            print(texts_in(language)["messages"][key].format(said=error), file=sys.stderr)
            return 1
        print(f"Internal error: {traceback.format_exc()}", file=sys.stderr)
        return INTERNAL_ERROR


def is_of_disk(error: Exception) -> bool:
    """Whether an exception comes of a disk that is full or cannot be written: that is no fault of the program."""
    sqlite = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the rest says more closely what it was
    return (isinstance(error, OSError) and error.errno in UNWRITABLE) or sqlite in SQLITE_UNWRITABLE


def is_too_long(error: Exception, system: str = os.name) -> bool:
    """Return whether an exception comes of a path that is too long for the system.

    Windows says so by finding nothing there, unless its registry allows long paths.
    """
    if not isinstance(error, OSError):
        return False
    path = error.filename if isinstance(error.filename, str) else ""
    missing = isinstance(error, FileNotFoundError) and system == "nt"
    return error.errno == errno.ENAMETOOLONG or (missing and len(os.path.abspath(path)) >= LONGEST_WINDOWS_PATH)


def language_of(words: Sequence[str]) -> str:
    """Return the language of messages before anything is judged: --lang, else KAIKU_LANG, else Finnish."""
    wanted = os.environ.get("KAIKU_LANG", "")
    for index, word in enumerate(words):
        if word == "--lang":
            wanted = "".join(words[index + 1 : index + 2])
        elif word.startswith("--lang="):
            wanted = word.removeprefix("--lang=")
    return wanted if wanted in LANGUAGES else LANGUAGES[0]


def run(words: Sequence[str], commands: Commands, language: str) -> int:
    """Find the task and the words of its options, then run it or show help."""
    remaining, rest = list(words), list[str]()
    given = {"lang": language}
    command, help_wanted = None, False
    while remaining:
        word = remaining.pop(0)
        if word in HELP:
            help_wanted = True
        elif word.startswith("-"):
            name, given[name] = option_in(word, remaining, command)
        elif command and command.takes_words:
            rest.append(word)
        elif command:
            raise MisuseError("unexpected", value=word, task=command.name)
        else:
            command = command_named(word, commands)
            if command.passes_on and remaining[:1] not in ([], ["-h"], ["--help"]):
                remaining, rest = [], remaining[remaining[0] == "--" :]
    read_option("lang", given["lang"])
    if command and not help_wanted:
        return command(given, rest)
    print(help_of(command, texts_in(language)) if command else menu_of(commands, texts_in(language)))
    return 0


def command_named(word: str, commands: Commands) -> Command:
    """Find a task by its name."""
    if word not in commands:
        raise MisuseError("unknown-task", value=word, near=nearest(word, commands) or "")
    return commands[word]


def option_in(word: str, remaining: list[str], command: Command | None) -> tuple[str, str]:
    """Return the name and the value of an option, `--name=value` or `--name value`."""
    flag, equals, value = word.partition("=")
    known = {f"--{name}": name for name in (command.options if command else ("lang",))}
    if flag not in known:
        raise MisuseError("unknown-option", value=flag, near=nearest(flag, known) or "")
    if not equals and not OPTIONS[known[flag]].shape:
        return known[flag], "yes"
    if not equals and remaining and not remaining[0].startswith("--"):
        value = remaining.pop(0)
    if not value:
        raise MisuseError("missing-value", option=flag, shape=OPTIONS[known[flag]].shape)
    return known[flag], value


texts_in = partial(tables, Path(__file__).parent / "help")
"""The help texts and messages of a language."""


def message_of(misuse: MisuseError, texts: Texts) -> str:
    """Write what is wrong, what may have been meant, and where help is."""
    messages = texts["messages"]
    parts = [messages[misuse.key].format(**misuse.values)]
    if misuse.values.get("near"):
        parts.append(messages["near"].format(**misuse.values))
    return "{}\n{}".format(" ".join(parts), messages["see"])


def description_of(command: Command, texts: Texts) -> str:
    """Return a task's help text: its docstring is the English one."""
    return texts.get("tasks", {}).get(command.name) or command.help


def menu_of(commands: Commands, texts: Texts) -> str:
    """Write the list of tasks."""
    rows = [(name, description_of(command, texts).splitlines()[0]) for name, command in commands.items()]
    messages = texts["messages"]
    return "\n".join((messages["usage"].format(task=messages["task"]), "", *columns(rows), "", messages["more"]))


def help_of(command: Command, texts: Texts) -> str:
    """Write the help of one task."""
    messages = texts["messages"]
    rows = []
    for name in command.options:
        default = messages["default"].format(value=default_of(name)) if default_of(name) else ""
        rows.append((f"--{name} {OPTIONS[name].shape}".rstrip(), texts["options"][name] + default))
    usage = messages["usage"].format(task=command.name)
    return "\n".join((usage, "", description_of(command, texts), "", *columns(rows)))


def columns(rows: Sequence[tuple[str, str]]) -> list[str]:
    """Set texts one under another."""
    width = max(len(left) for left, _ in rows)
    return [f"  {left:<{width}}   {right}" for left, right in rows]
