"""Python-Markdown, which reads blocks and the marks in them by processors of ours."""

from functools import cache
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.extensions.abbr import AbbrTreeprocessor

from plugins.authoring.markdown.block_reader import BlockReader
from plugins.authoring.markdown.context import Context
from plugins.authoring.markdown.elements import Builder
from plugins.authoring.markdown.lines import clean_lines
from plugins.core.languages import LANGUAGES


class WholeBody(BlockProcessor):
    """Reads a whole body as its one block."""

    def __init__(self, md: Markdown, language: str) -> None:
        super().__init__(md.parser)
        self._language = language
        self.context = Context()

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002 - as the library calls it
        """Take whatever there is."""
        return True

    def run(self, parent: Element, blocks: list[str]) -> bool:
        """Make the elements of all blocks together; raises TooDeepError."""
        lines = clean_lines("\n\n".join(blocks))
        blocks.clear()
        self.context = Context()
        body = BlockReader(self.context).read(lines)
        parent.extend(Builder(self.context, self._language).build(body))
        return True


class CommonMark(Extension):
    """Puts the reading of bodies in the place of the library's patterns."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name that the library calls
        """Take the places of what reads text; what works on elements stays."""
        for registry, names in (
            (md.preprocessors, ("normalize_whitespace", "html_block")),
            (md.treeprocessors, ("inline", "prettify", "unescape")),
        ):
            for name in names:
                registry.deregister(name)
        md.parser.blockprocessors.register(WholeBody(md, self._language), "body", 1000)


@cache
def _library(language: str) -> Markdown:
    return Markdown(extensions=[CommonMark(language), "abbr"], output_format="html")


def convert(text: str, language: str) -> tuple[Element, Context]:
    """Convert a body to elements, not yet safe to show, and tell what was found.

    Raises TooDeepError when quotations or lists are nested deeper than any reader could follow.
    """
    library = _library(language if language in LANGUAGES else "fi")
    library.reset()
    root = library.parser.parseDocument(text.split("\n")).getroot()
    assert root is not None
    body = library.parser.blockprocessors["body"]
    assert isinstance(body, WholeBody)
    abbreviations = library.treeprocessors["abbr"]
    assert isinstance(abbreviations, AbbrTreeprocessor)
    abbreviations.abbrs.update({name: abbreviation.words for name, abbreviation in body.context.abbreviations.items()})
    for processor in library.treeprocessors:
        changed = processor.run(root)
        root = root if changed is None else changed
    body.context.tell_unused(
        {element.text or "" for element in root.iter("abbr")} if body.context.abbreviations else ()
    )
    root.text = None
    if len(root):
        root[-1].tail = None
    return root, body.context
