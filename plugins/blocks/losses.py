"""What a profile cannot carry."""

from plugins.core.values import value


@value
class Uncarried:
    """Something for which a profile has no mapping: the element, as HTML would name it, and its first words.

    A heading that would come to stand below the sixth level is an `h7`.
    """

    element: str
    text: str

    def __str__(self) -> str:
        return f"<{self.element}> {self.text}".rstrip()
