"""Decisions as minutes write them: with their word, under it, or as a sentence that says so itself."""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from plugins.drafts.importing.agenda import is_item
from plugins.drafts.importing.blocks import ImportedBlock, paragraph
from plugins.drafts.importing.labels import label_kind
from plugins.drafts.importing.runs import Line, StyledRun, is_strong, text_of, without_start

DECISION = re.compile(r"(päätös|beslut|decision)\s*[:.–—-]\s*", re.IGNORECASE)
PROPOSAL = re.compile(r"(?:päätös)?ehdotus|esitys|esittelijä|förslag|proposal", re.IGNORECASE)
"""How a paragraph begins that says what somebody wished to be decided."""
_RESOLVED = re.compile(
    r"(?P<fi>(?:samalla |lisäksi |lopuksi )?päätettiin\b|\w*(?:ryhmä|kunta|neuvosto|hallitus|verkosto|tiimi|jaosto)"
    r" päätti\b(?! kokouksen)|merkittiin tiedoksi\.?$)"
    r"|(?P<sv>(?:samtidigt |dessutom )?(?:beslöts|beslutades)\b|det beslöts\b|man beslöt\b|antecknades för kännedom\.?$"
    r"|\w*(?:gruppen|rådet|styrelsen|nämnden|mötet|nätverket|teamet|utskottet|kommittén) (?:beslöt|beslutade)\b)",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"(?:tehdyt )?päätökset|besluten|decisions", re.IGNORECASE)


def labelled(block: ImportedBlock) -> ImportedBlock:
    """Set the word that begins a decision in its form."""
    match = DECISION.match(text_of(block.line))
    if match is None:
        return block
    rest = without_start(block.line, len(match[0].rstrip()))
    if rest and is_strong(rest) and len(text_of(rest)) > 60:
        rest = tuple(replace(run, strong=False) for run in rest)
    word = f"{match[1][:1].upper()}{match[1][1:].casefold()}:"
    return replace(block, lines=(_after(word, rest), *block.lines[1:]))


def resolved(sentence: Line) -> ImportedBlock | None:
    """Make a decision of a sentence that says itself that it is one."""
    match = _RESOLVED.match(text_of(sentence))
    return paragraph(_after("Päätös:" if match["fi"] else "Beslut:", sentence)) if match else None


def with_words_joined(blocks: Sequence[ImportedBlock]) -> Iterator[ImportedBlock]:
    """Put the word `Päätös`, where it stands alone, before the paragraph below it, and `Päätökset` before each item."""
    waiting: ImportedBlock | None = None
    for block in blocks:
        if waiting is not None:
            word = waiting.text.rstrip(" :")
            if block.kind == "paragraph":
                yield replace(block, lines=(_after(f"{word}:", block.line), *block.lines[1:]))
            elif block.kind == "list" and _PLURAL.fullmatch(word):
                yield replace(block, level=0, children=tuple(map(_decided, block.children)))
            else:
                yield from (
                    paragraph((StyledRun(f"{word}:", strong=True),)) if block.kind == "list" else waiting,
                    block,
                )
            waiting = None
        elif block.kind in {"paragraph", "heading"} and not is_item(block) and _is_word(block.text):
            waiting = block
        else:
            yield block
    if waiting is not None:
        yield waiting


def _is_word(text: str) -> bool:
    return label_kind(text) == "decision" or bool(_PLURAL.fullmatch(text.rstrip(" :")))


def _decided(item: ImportedBlock) -> ImportedBlock:
    first = item.children[0]
    return replace(
        item, children=(replace(first, lines=(_after("Päätös:", first.line), *first.lines[1:])), *item.children[1:])
    )


def _after(word: str, line: Line) -> Line:
    return (StyledRun(word, strong=True), StyledRun(" "), *line)
