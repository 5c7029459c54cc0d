"""The ways in which a run ends before its end. All are SystemExit: Pelican lets nothing else through."""

from collections.abc import Sequence

from plugins.core.diagnostics import Diagnostic

CONTENT_FAULTS = 1
MISUSE = 2


class ContentFaults(SystemExit):
    """The content has errors; they have been reported, and nothing was written."""

    def __init__(self) -> None:
        super().__init__(CONTENT_FAULTS)


class PluginFaults(SystemExit):
    """A room of the program did not register."""

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        super().__init__(CONTENT_FAULTS)
        self.diagnostics = tuple(diagnostics)


class Misuse(SystemExit):
    """The run was asked for something that it will not do; it has been said what."""

    def __init__(self) -> None:
        super().__init__(MISUSE)
