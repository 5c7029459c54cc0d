"""The texts of every kind of diagnostic in one language, from `texts/LANG.toml`."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from msgspec import Struct

from plugins.console.texts import tables

FOLDER = Path(__file__).parent / "texts"
PARTS = ("what", "why", "mend", "near")


class Texts(Struct, frozen=True):
    """All texts of one language.

    `codes` is code → part → text; `words` is table → token → text, for values that are tokens; `count` has for each
    severity its singular and plural; `units` are those of sizes: bytes, kilobytes, megabytes.
    """

    language: str
    codes: Mapping[str, Mapping[str, str]]
    words: Mapping[str, Mapping[str, str]]
    count: Mapping[str, tuple[str, str]]
    nothing: str
    units: tuple[str, str, str]


@cache
def texts(language: str) -> Texts:
    """Load the texts of a language; raises FileNotFoundError for one without a table."""
    read = tables(FOLDER, language)
    counts, (small, kilo, mega) = read["count"], read["size"]["units"]
    return Texts(
        language=language,
        codes={name: table for name, table in read.items() if name.isupper()},
        words={name: table for name, table in read.items() if name.islower() and name not in ("count", "size")},
        count={severity: tuple(pair) for severity, pair in counts.items() if severity != "none"},
        nothing=counts["none"],
        units=(small, kilo, mega),
    )
