"""Writing a tree as HTML."""

from collections.abc import Callable, Collection, Iterable

from plugins.core.markup.tree import BLOCK_TAGS, VOID_TAGS, Node, Tree


def escape_text(text: str) -> str:
    """Write a text so that HTML reads it back as it was."""
    # Most texts hold nothing to escape, and a look costs a third of a rewriting, which is quicker than str.translate.
    if "&" in text or "<" in text or ">" in text:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text


def escape_value(text: str) -> str:
    """Write an attribute's value for use between double quotes."""
    return escape_text(text).replace('"', "&quot;")


def start_tag(tag: str, attributes: Collection[tuple[str, str]]) -> str:
    """Write a start tag; an attribute with an empty value keeps its quotes, so that XML tools read it too."""
    if not attributes:
        return f"<{tag}>"
    return f"<{tag}" + "".join([f' {name}="{escape_value(value)}"' for name, value in attributes]) + ">"


_HOLDERS = frozenset({"ul", "ol", "li", "dl", "dd", "blockquote"})
"""Elements whose first block begins on a line of its own."""
_IN_A_ROW = frozenset({"table", "thead", "tbody", "tfoot", "tr"})
"""Elements whose parts follow one another without a line end."""


def to_html(nodes: Iterable[Node]) -> str:
    """Serialise a tree, blocks on lines of their own; every text is escaped, so that it is read back as it was."""
    parts: list[str] = []
    _write(tuple(nodes), parts.append, "")
    return "".join(parts)


def _write(nodes: Tree, write: Callable[[str], None], holder: str) -> None:
    """Write what an element holds; blocks within blocks are parted by line ends, where the tree has none."""
    after_block = holder in _HOLDERS
    for node in nodes:
        if isinstance(node, str):
            write(escape_text(node))
            after_block = False
            continue
        tag = node.tag
        is_block = tag in BLOCK_TAGS
        if is_block and after_block and holder not in _IN_A_ROW:
            write("\n")
        after_block = is_block
        write(start_tag(tag, node.attributes))
        if tag not in VOID_TAGS:
            _write(node.children, write, tag)
            write(f"</{tag}>")
    if after_block and nodes and holder in _HOLDERS:
        write("\n")
