"""Markdown to HTML, by one Python-Markdown a language that is used again for every text."""

import re
from functools import cache
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension
from markdown.treeprocessors import UnescapeTreeprocessor

from plugins.authoring.prefiltered_markdown import Prefilter, SimplePrefilter
from plugins.core.languages import LANGUAGES

EXTENSIONS = ("tables", "def_list", "attr_list", "abbr", "sane_lists", "fenced_code", "md_in_html")

FOOTNOTE_BACKLINK = {
    "fi": "Takaisin viitteen {} kohtaan tekstissä",
    "sv": "Tillbaka till not {} i texten",
    "en": "Back to note {} in the text",
}

_COMPLEX_PARTS = ("<", "&", "{", "|", "```", "~~~", "[^", "*[", "]:")
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_DEFINITION = re.compile(r"\n[ \t]*:")
"""Without any of these a text uses none of the extensions, refers to nothing, holds no HTML and nothing unprintable."""

_UNNEEDED = ("reference", "image_reference", "short_reference", "short_image_ref", "autolink", "automail", "html",
             "entity")  # fmt: skip
"""Inline patterns that a simple text cannot match."""


@cache
def _complete(language: str) -> Markdown:
    """Make the converter of texts that may use everything."""
    footnotes = FootnoteExtension(SEPARATOR="-", BACKLINK_TITLE=FOOTNOTE_BACKLINK[language])
    return Markdown(extensions=[*EXTENSIONS, footnotes, Prefilter()], output_format="html")


@cache
def _simple() -> Markdown:
    """Make the converter of texts of headings, paragraphs, lists, links, pictures and emphasis: most are no more."""
    converter = Markdown(extensions=["sane_lists", SimplePrefilter()], output_format="html")
    converter.preprocessors.deregister("html_block")
    converter.parser.blockprocessors.deregister("reference")
    for name in _UNNEEDED:
        converter.inlinePatterns.deregister(name)
    return converter


def convert(text: str, language: str) -> str:
    """Convert a body to HTML, not yet safe to show.

    Raises RecursionError when quotations or lists are nested deeper than any reader could follow.
    """
    converter = _complete(language if language in LANGUAGES else "fi")
    converter.reset()
    return converter.convert(text)


def is_simple(text: str) -> bool:
    """Tell whether a text uses no extension and no HTML; one that says nothing is not worth a converter of its own."""
    if any(part in text for part in _COMPLEX_PARTS):
        return False
    # Asking whether all is printable is ten times as fast as a pattern, and nearly always enough.
    if not text.replace("\n", "").isprintable() and _UNWRITABLE.search(text):
        return False
    return bool(text.strip()) and not text.lstrip().startswith(":") and not _DEFINITION.search(text)


def convert_simple(text: str) -> Element:
    """Convert a simple body to elements, not yet safe to show.

    The elements are those that the HTML of `convert` would be read as; they are the children of what is given.
    """
    converter = _simple()
    converter.reset()
    lines = text.split("\n")
    for preprocessor in converter.preprocessors:
        lines = preprocessor.run(lines)
    root = converter.parser.parseDocument(lines).getroot()
    assert root is not None
    for processor in converter.treeprocessors:
        if isinstance(processor, UnescapeTreeprocessor) and "\\" not in text:
            continue
        changed = processor.run(root)
        root = root if changed is None else changed
    if ">" in text:
        for code in root.iter("code"):
            # In code alone the library writes signs as entities before it writes HTML.
            code.text = (code.text or "").replace("&gt;", ">")
    root.text = None
    if len(root):
        root[-1].tail = None
    return root
