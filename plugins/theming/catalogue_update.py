"""Bringing the catalogues up to date: every text that is asked for, nothing else, in a fixed order."""

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from plugins.theming.catalogues import CatalogueMessage, catalogue_path, messages

CONTENT_TYPE = "text/plain; charset=UTF-8"


def update(theme: Path) -> int:
    """Update the catalogue of every language in place; give the exit code.

    Translations are kept, new texts get an empty one (which a test finds), texts that nothing asks for are dropped.
    Places are files without lines, and no date is written: the same templates give the same bytes.
    """
    wanted = messages(theme)
    for path in sorted((theme / "locale").glob("*.po")):
        before = path.read_bytes()
        after = updated(before, path.stem, wanted)
        if after != before:
            catalogue_path(theme, path.stem).write_bytes(after)
    return 0


def updated(data: bytes, language: str, wanted: dict[CatalogueMessage, tuple[str, ...]]) -> bytes:
    """Return a catalogue's bytes with exactly the wanted messages; its head stays as it is."""
    old = read_po(BytesIO(data), locale=language, abort_invalid=True)
    new = Catalog(locale=language, charset="utf-8")
    for message, places in wanted.items():
        known = old.get(message.singular, context=message.context or None)
        new.add(
            (message.singular, message.plural) if message.plural else message.singular,
            _translation(known.string if known and known.string else "", message, old.num_plurals),
            locations=[(place, 1) for place in places],
            flags=known.flags - {"python-format", "python-brace-format"} if known else (),
            user_comments=known.user_comments if known else (),
            context=message.context or None,
        )
    body = BytesIO()
    write_po(body, new, omit_header=True, width=0, ignore_obsolete=True, include_lineno=False)
    head, _, _ = data.partition(b"\n\n")
    return head + b"\n\n" + body.getvalue().strip(b"\n") + b"\n"


def _translation(
    known: "str | tuple[str, ...] | list[str]", message: CatalogueMessage, plurals: int
) -> "str | tuple[str, ...]":
    """Keep a translation as far as its form fits: a text that has become plural keeps what it had as its first form."""
    forms = (known,) if isinstance(known, str) else tuple(known)
    if not message.plural:
        return forms[0] if forms else ""
    return (*forms, *("",) * plurals)[:plurals]
