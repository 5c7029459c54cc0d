"""What a text format makes of any HTML: editor, filter, paragraphs, in the CMS's order."""

from plugins.cms.editing import edited
from plugins.cms.filtering import filtered
from plugins.cms.paragraphs import with_paragraphs
from plugins.cms.reading import tree_of
from plugins.cms.text_format import TextFormat
from plugins.core.markup.serialiser import escape_text, start_tag
from plugins.core.markup.tree import VOID_TAGS, Tree

_RAW = frozenset({"script", "style"})


def simulated(html: str, format_: TextFormat) -> str:
    """Give the HTML that the CMS would send to readers."""
    tree = tree_of(html)
    if format_.editor == "ckeditor5":
        tree = edited(tree)
    if format_.allowed is not None:
        tree = filtered(tree, format_.allowed)
    text = _written(tree)
    return _written(tree_of(with_paragraphs(text))) if format_.paragraphs else text


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
