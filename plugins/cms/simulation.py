"""What a text format makes of any HTML: its editor, then its filters, in the CMS's order."""

from plugins.cms.editing import edited
from plugins.cms.filtering import filtered
from plugins.cms.paragraphs import with_paragraphs
from plugins.cms.picture_filters import PICTURE_FILTERS
from plugins.cms.reading import tree_of
from plugins.cms.text_format import Filter, TextFormat
from plugins.cms.web_links import with_links
from plugins.core.markup.serialiser import escape_text, start_tag
from plugins.core.markup.tree import VOID_TAGS, Tree

_RAW = frozenset({"script", "style"})


def simulated(html: str, format_: TextFormat) -> str:
    """Return the HTML that the CMS would send to readers: what an editor saves, filter after filter."""
    text = _written(edited(tree_of(html))) if format_.editor == "ckeditor5" else html
    for filter_ in format_.filters:
        text = _applied(filter_, text)
    return _written(tree_of(text))


def _applied(filter_: Filter, text: str) -> str:
    """What a filter makes of a text."""
    if filter_.name == "filter_html":
        return _written(filtered(tree_of(text), filter_.allowed))
    if filter_.name == "filter_autop":
        return with_paragraphs(text)
    if filter_.name == "filter_url":
        return with_links(text, filter_.longest)
    change = PICTURE_FILTERS.get(filter_.name)
    return _written(change(tree_of(text)) if change else tree_of(text))


def _written(nodes: Tree) -> str:
    parts: list[str] = []
    for node in nodes:
        if isinstance(node, str):
            parts.append(escape_text(node))
        elif node.tag == "!comment":
            parts.append(f"<!--{''.join(map(str, node.children))}-->")
        else:
            parts.append(start_tag(node.tag, node.attributes))
            if node.tag in _RAW:
                parts.append("".join(map(str, node.children)))
            else:
                parts.append(_written(node.children))
            parts.append("" if node.tag in VOID_TAGS else f"</{node.tag}>")
    return "".join(parts)
