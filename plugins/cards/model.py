"""What a card shows, as a view: the same view gives the same file, whatever else changes."""

from hashlib import blake2b

from msgspec import Struct

WIDTH, HEIGHT = 1200, 630
"""Pixels: the size that every service shows whole (Open Graph's 1.91 to 1)."""

FOLDER = "cards"


class Photo(Struct, frozen=True):
    """The picture of front matter: the original by path and digest, and the point that stays when it is cut."""

    path: str
    digest: str
    focus: tuple[int, int]
    """Per cent of the width and of the height."""


class CardView(Struct, frozen=True):
    """A card."""

    title: str
    language: str
    site_name: str
    label: str
    """The project, or nothing."""
    date: str
    """As the language writes it."""
    hue: int
    """The project's colour in the theme, 1 to 6; 0 where there is no project."""
    photo: Photo | None = None
    colour: str = ""
    """The site's own colour as `#rrggbb`, where there is no project; empty for the theme's."""

    @property
    def path(self) -> str:
        """The card's file in the output tree. Services keep a picture by its address, so that it changes with it."""
        digest = blake2b(repr(self).encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
        # A drawing has few colours and sharp edges, a photo has neither.
        return f"{FOLDER}/{digest}.{'jpg' if self.photo else 'png'}"
