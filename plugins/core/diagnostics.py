"""A fault in the content, as a value: where it is, which kind, and what to say of it."""

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from plugins.core.codes import CODES


class Severity(StrEnum):
    """How much a fault weighs: an error stops a build, a warning and a hint do not."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


class Place(Struct, frozen=True, order=True):
    """A spot in a source file: path below the content folder with `/`, line and column from 1."""

    path: str
    line: int = 1
    column: int = 1


class Diagnostic(Struct, frozen=True):
    """One fault: a code of `codes.CODES`, its place, and the values that its texts name."""

    code: str
    place: Place
    values: tuple[tuple[str, str], ...] = ()
    escalated: bool = False
    """Whether a run that was asked to be strict makes an error of this warning."""

    @property
    def name(self) -> str:
        """The code's stable, speaking name: `unknown-key`."""
        return CODES[self.code].name

    @property
    def severity(self) -> Severity:
        """How much this kind of fault weighs."""
        own = Severity(CODES[self.code].severity)
        return Severity.ERROR if self.escalated and own is Severity.WARNING else own

    @property
    def is_error(self) -> bool:
        """Whether the fault stops a build."""
        return self.severity is Severity.ERROR


def diagnostic(code: str, place: Place, **values: object) -> Diagnostic:
    """Make a diagnostic of keyword values; a value that is None is left out."""
    return Diagnostic(code, place, tuple((name, str(value)) for name, value in values.items() if value is not None))


def strictly(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Make an error of every warning; hints stay what they are."""
    return [replace(fault, escalated=True) if fault.severity is Severity.WARNING else fault for fault in diagnostics]


def in_reading_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sort by file, line, column and code, and say nothing twice."""
    return tuple(sorted(set(diagnostics), key=lambda fault: (fault.place, fault.code, fault.values)))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Return whether any of the faults stops a build."""
    return any(fault.is_error for fault in diagnostics)
