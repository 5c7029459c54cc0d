"""A draft: the sources that begin a document, from the skeleton of its type in each language."""

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from string import Template

from msgspec import Struct

from plugins.core.addresses import slugify
from plugins.core.dates import When
from plugins.core.documents import DocumentType
from plugins.drafts.new_files import NewFile

SKELETONS = Path(__file__).parent / "skeletons"
FALLBACK = "en"
"""The language of the skeletons for a language that has none of its own."""

DATED = frozenset({DocumentType.NEWS, DocumentType.MEETINGS, DocumentType.PILOTS})
"""The types that belong to a project and have a date of publication."""

LONGEST_WORD = 40
"""Characters of a title that a KEY is made of, in whole words."""

_PLAIN = re.compile(r"[^\W\d_][\w ,.!?()/–’”-]*")
_MEANS_SOMETHING = frozenset({"true", "false", "null", "yes", "no", "on", "off"})


class Draft(Struct, frozen=True):
    """What a new document is."""

    type: DocumentType
    key: str
    titles: tuple[tuple[str, str], ...]
    """By language, in the site's order."""
    projects: tuple[str, ...] = ()
    date: When | None = None


def sources(draft: Draft) -> Iterator[NewFile]:
    """Write the sources of a draft, one a language."""
    for language, title in draft.titles:
        yield NewFile.of(f"{draft.type}/{draft.key}.{language}.md", _text(draft, language, title))


def proposed_key(titles: Sequence[tuple[str, str]], date: When | None) -> str:
    """Propose a KEY by the convention: the date, and the first words of the first title that has letters for it."""
    word = next((word for _, title in titles if (word := _shortened(slugify(title)))), "")
    return "-".join(part for part in (date.day_or_first.isoformat() if date else "", word) if part)


def _shortened(slug: str) -> str:
    if len(slug) <= LONGEST_WORD:
        return slug
    whole, _, _ = slug[: LONGEST_WORD + 1].rpartition("-")
    return whole or slug[:LONGEST_WORD]


def _text(draft: Draft, language: str, title: str) -> str:
    own = SKELETONS / f"{draft.type}.{language}.md"
    skeleton = own if own.is_file() else SKELETONS / f"{draft.type}.{FALLBACK}.md"
    projects = ", ".join(draft.projects)
    return Template(skeleton.read_text(encoding="utf-8")).substitute(
        title=yaml_text(title),
        date=draft.date.iso if draft.date else "",
        day=draft.date.day_or_first.isoformat() if draft.date else "",
        project=f"[{projects}]" if len(draft.projects) > 1 else projects,
    )


def yaml_text(text: str) -> str:
    """Write a text as YAML, in quotes when it could be taken for anything else."""
    is_plain = _PLAIN.fullmatch(text) and text == text.strip() and text.casefold() not in _MEANS_SOMETHING
    # YAML 1.2 reads what JSON writes.
    return text if is_plain else json.dumps(text, ensure_ascii=False)
