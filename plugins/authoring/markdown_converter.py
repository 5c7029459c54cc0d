"""Markdown to elements, by one Python-Markdown a language that is used again for every text."""

from functools import cache
from typing import NamedTuple
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.footnotes import FN_BACKLINK_TEXT, NBSP_PLACEHOLDER, FootnoteExtension
from markdown.treeprocessors import UnescapeTreeprocessor

from plugins.authoring.prefiltered_markdown import Prefilter
from plugins.core.languages import LANGUAGES

EXTENSIONS = ("tables", "def_list", "attr_list", "abbr", "sane_lists", "fenced_code", "md_in_html")

FOOTNOTE_BACKLINK = {
    "fi": "Takaisin viitteen {} kohtaan tekstissä",
    "sv": "Tillbaka till not {} i texten",
    "en": "Back to note {} in the text",
}


class Converted(NamedTuple):
    """A body converted: its elements, the children of `root`, or the HTML that it is where it holds raw HTML.

    Neither is safe to show.
    """

    root: Element | None
    html: str = ""


@cache
def _converter(language: str) -> Markdown:
    footnotes = FootnoteExtension(SEPARATOR="-", BACKLINK_TITLE=FOOTNOTE_BACKLINK[language])
    return Markdown(extensions=[*EXTENSIONS, footnotes, Prefilter()], output_format="html")


def convert(text: str, language: str) -> Converted:
    """Convert a body.

    Raises RecursionError when quotations or lists are nested deeper than any reader could follow.
    """
    converter = _converter(language if language in LANGUAGES else "fi")
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
    if may_hold_html(text) or converter.htmlStash.rawHtmlBlocks:
        return Converted(None, _written(converter, root))
    _plain(root)
    return Converted(root)


def may_hold_html(text: str) -> bool:
    """Tell whether a text has the signs of tags and entities."""
    return "<" in text or "&" in text


def _written(converter: Markdown, root: Element) -> str:
    """Write elements as HTML, with the raw HTML of the text in its places."""
    root.tail = None
    html = converter.serializer(root).removeprefix("<div>").removesuffix("</div>").strip()
    for postprocessor in converter.postprocessors:
        html = postprocessor.run(html)
    return html.strip()


def _plain(root: Element) -> None:
    """Put the signs in the place of what stands for them until HTML is written."""
    for element in root.iter():
        if element.tag == "code":
            element.text = (element.text or "").replace("&gt;", ">").replace("&lt;", "<").replace("&amp;", "&")
        elif element.tag == "a" and element.text == FN_BACKLINK_TEXT:
            element.text = "\N{LEFTWARDS ARROW WITH HOOK}"
        elif element.text and NBSP_PLACEHOLDER in element.text:
            element.text = element.text.replace(NBSP_PLACEHOLDER, "\N{NO-BREAK SPACE}")
        if element.tail and NBSP_PLACEHOLDER in element.tail:
            element.tail = element.tail.replace(NBSP_PLACEHOLDER, "\N{NO-BREAK SPACE}")
    root.text = None
    if len(root):
        root[-1].tail = None
