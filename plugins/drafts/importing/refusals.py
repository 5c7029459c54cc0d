"""Refusals: why a file cannot be brought in."""


class RefusalError(Exception):
    """A source that cannot be read: the code of a diagnostic, and its values."""

    def __init__(self, code: str, **values: str) -> None:
        """Keep the parts; whoever knows the file makes a diagnostic of them."""
        super().__init__(code, values)
        self.code = code
        self.values = values
