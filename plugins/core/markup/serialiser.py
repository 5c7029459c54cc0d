"""Writing a tree as HTML."""

from collections.abc import Callable, Iterable

from plugins.core.markup.tree import VOID_TAGS, Node


def escape_text(text: str) -> str:
    """Write a text so that HTML reads it back as it was."""
    # Most texts hold nothing to escape, and a look costs a third of a rewriting, which is quicker than str.translate.
    if "&" in text or "<" in text or ">" in text:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text


def escape_value(text: str) -> str:
    """Write an attribute's value for use between double quotes."""
    return escape_text(text).replace('"', "&quot;")


def start_tag(tag: str, attributes: Iterable[tuple[str, str]]) -> str:
    """Write a start tag; an attribute with an empty value keeps its quotes, so that XML tools read it too."""
    return f"<{tag}" + "".join([f' {name}="{escape_value(value)}"' for name, value in attributes]) + ">"


def to_html(nodes: Iterable[Node]) -> str:
    """Serialise a tree; every text is escaped, so that what reads it back finds this tree and nothing else."""
    parts: list[str] = []
    _write(nodes, parts.append)
    return "".join(parts)


def _write(nodes: Iterable[Node], write: Callable[[str], None]) -> None:
    for node in nodes:
        if isinstance(node, str):
            # `escape_text` looks too; calling it for each of the many short texts would take as long again.
            has_signs = "&" in node or "<" in node or ">" in node
            write(escape_text(node) if has_signs else node)
            continue
        tag, attributes, children = node
        write(start_tag(tag, attributes) if attributes else f"<{tag}>")
        if tag not in VOID_TAGS:
            _write(children, write)
            write(f"</{tag}>")
