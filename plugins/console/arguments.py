"""What a command line can say: every option with its shape, its default and the check of its value."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlsplit

from msgspec import Struct

from plugins.core.content_paths import shown_from

ROOT = Path(__file__).parents[2]
"""Where the program is: its theme and its settings."""
IS_CHECKOUT = (ROOT / "pyproject.toml").is_file()
"""Whether the program lies in its repository; elsewhere it has been installed."""
WORKPLACE = ROOT if IS_CHECKOUT else Path.cwd()
"""Where content, site and cache are by default: in the checkout, or where somebody stands who has Kaiku installed."""


class MisuseError(Exception):
    """The command line cannot be understood: the key of a message, and the values that the message names."""

    def __init__(self, key: str, **values: str) -> None:
        """Keep the parts; the message is put together in the language of the user."""
        super().__init__(key, values)
        self.key = key
        self.values = values


class Given(Struct, frozen=True):
    """The arguments of a task, checked. An option that the task does not take has its default."""

    content: Path = WORKPLACE if (WORKPLACE / "site.yaml").is_file() else WORKPLACE / "content"
    output: Path = WORKPLACE / "output"
    cache: Path = WORKPLACE / ".cache"
    base_url: str | None = None
    lang: str = "fi"
    now: str | None = None
    format: str = "text"
    port: int = 8000
    all: bool = False
    ledger: Path | None = None
    to: Path | None = None
    yes: bool = False
    dry_run: bool = False
    resume: bool = False
    manifest: Path | None = None
    report: Path | None = None
    find: str | None = None
    type: str | None = None
    project: str | None = None
    title_fi: str | None = None
    title_sv: str | None = None
    title_en: str | None = None
    name_fi: str | None = None
    name_sv: str | None = None
    name_en: str | None = None
    languages: str | None = None
    colour: str | None = None
    colour_dark: str | None = None
    operator: str | None = None
    email: str | None = None
    workflows: bool = False
    date: str | None = None
    key: str | None = None
    language: str | None = None
    days: int = 14
    since: str | None = None
    drafts: bool = False
    strict: bool = False
    external: bool = False
    timings: bool = False
    filter: str = "basic"
    rest: tuple[str, ...] = ()
    """Words after the task's name: files, or what goes to a program that the task runs, such as pytest."""


class Option(Struct, frozen=True):
    """One option of the command line; its default is Given's."""

    shape: str
    """How its value is shown in help; empty for one that takes none."""
    read: Callable[[str], object]
    """Makes a value of a word, or raises MisuseError."""


def _folder(word: str) -> Path:
    """Return a folder that exists or can come into being, seen from where the user stands."""
    path = Path(word).absolute()
    if path.exists() and not path.is_dir():
        raise MisuseError("not-a-folder", value=word)
    return path


def _existing_folder(word: str) -> Path:
    path = _folder(word)
    if not path.exists():
        raise MisuseError("no-folder", value=word)
    return path


def _existing_file(word: str) -> Path:
    path = Path(word).absolute()
    if not path.is_file():
        raise MisuseError("no-file", value=word)
    return path


def _new_file(word: str) -> Path:
    path = Path(word).absolute()
    if path.is_dir() or not path.parent.is_dir():
        raise MisuseError("not-a-place", value=word)
    return path


def _address(word: str) -> str:
    try:
        parts = urlsplit(word)
    except ValueError:
        raise MisuseError("not-an-address", value=word) from None
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment:
        raise MisuseError("not-an-address", value=word)
    return word


def _page(word: str) -> str:
    """Take an address with whatever belongs to it."""
    try:
        is_page = urlsplit(word).scheme in ("http", "https") and urlsplit(word).hostname
    except ValueError:
        is_page = None
    if not is_page:
        raise MisuseError("not-an-address", value=word)
    return word


def _moment(word: str) -> str:
    """Judge the form only: what a local time means is settled where the site's time zone is known."""
    try:
        datetime.fromisoformat(word)
    except ValueError:
        raise MisuseError("not-a-time", value=word) from None
    return word


def _port(word: str) -> int:
    if not word.isdecimal() or not 0 <= int(word) <= 65535:
        raise MisuseError("not-a-port", value=word)
    return int(word)


def _day(word: str) -> str:
    try:
        date.fromisoformat(word)
    except ValueError:
        raise MisuseError("not-a-date", value=word) from None
    return word


def _days(word: str) -> int:
    if not (word.isdecimal() and word.isascii()) or not 1 <= int(word) <= 3650:
        raise MisuseError("not-days", value=word)
    return int(word)


def _one_of(*choices: str) -> Option:
    def read(word: str) -> str:
        if word not in choices:
            raise MisuseError("not-a-choice", value=word, choices=", ".join(choices))
        return word

    return Option("|".join(choices), read)


OPTIONS: Mapping[str, Option] = MappingProxyType(
    {
        "content": Option("DIR", _existing_folder),
        "output": Option("DIR", _folder),
        "cache": Option("DIR", _folder),
        "base-url": Option("URL", _address),
        "lang": _one_of("fi", "sv", "en"),
        "now": Option("DATETIME", _moment),
        "format": _one_of("text", "json", "github"),
        "port": Option("N", _port),
        "all": Option("", bool),
        "ledger": Option("FILE", _existing_file),
        "to": Option("DIR", _folder),
        "yes": Option("", bool),
        "dry-run": Option("", bool),
        "resume": Option("", bool),
        "filter": Option("NAME|FILE.yaml", str),
        "manifest": Option("FILE", _existing_file),
        "report": Option("FILE", _new_file),
        "find": Option("URL", _page),
        # What these say is judged where the content is known: the same answers can be given at the terminal.
        "type": Option("news|meetings|pilots|projects|pages", str),
        "project": Option("KEY", str),
        "title-fi": Option("TEXT", str),
        "title-sv": Option("TEXT", str),
        "title-en": Option("TEXT", str),
        "name-fi": Option("TEXT", str),
        "name-sv": Option("TEXT", str),
        "name-en": Option("TEXT", str),
        "languages": Option("fi,sv,en", str),
        "colour": Option("#RRGGBB", str),
        "colour-dark": Option("#RRGGBB", str),
        "operator": Option("TEXT", str),
        "email": Option("ADDRESS", str),
        "workflows": Option("", bool),
        "date": Option("DATE", str),
        "key": Option("KEY", str),
        "language": Option("fi|sv|en", str),
        "days": Option("N", _days),
        "since": Option("DATE", _day),
        "drafts": Option("", bool),
        "strict": Option("", bool),
        "external": Option("", bool),
        "timings": Option("", bool),
    }
)


def read_option(name: str, word: str) -> object:
    """Make an option's value of a word; a MisuseError says which option it was."""
    try:
        return OPTIONS[name].read(word)
    except MisuseError as misuse:
        raise MisuseError(misuse.key, option=f"--{name}", **misuse.values) from None


def default_of(name: str) -> str:
    """Return an option's default as help shows it; an empty text where there is none."""
    default = getattr(Given(), name.replace("-", "_"))
    if isinstance(default, Path):
        return shown_from(WORKPLACE, default)
    return "" if default is None or default is False else str(default)
