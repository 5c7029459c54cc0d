"""The one generator: it takes the place of Pelican's article and page generators, for all languages in one run."""

from typing import Any

from plugins.engine.run import Run


class SiteGenerator:
    """Reads when Pelican gathers context, writes when Pelican writes; the run knows how."""

    def __init__(self, settings: dict[str, Any], **_: Any) -> None:
        self.run: Run = settings["KAIKU_RUN"]

    def generate_context(self) -> None:
        """Read the content and assemble the index."""
        self.run.read()

    def generate_output(self, _: Any) -> None:
        """Render what changed, verify the whole, and put it in place."""
        self.run.write()
