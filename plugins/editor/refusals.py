"""Refusals: why the editor was not given what it asked for, in words for the writer."""

from plugins.editor.words import words_of


class RefusedError(Exception):
    """What was asked for cannot be done, and nothing has been changed; a status of HTTP and what to say."""

    def __init__(self, key: str, status: int = 422, **values: str) -> None:
        """Keep the parts; the message is put together in the writer's language."""
        super().__init__(key, values)
        self.key = key
        self.status = status
        self.values = values

    def message(self, language: str) -> str:
        """Return what to say."""
        return words_of(language, "errors")[self.key].format(**self.values)
