"""The pages of what was put aside: the list, and two versions of a text with the button that takes one."""

from plugins.core.desk_page import desk_form, desk_page, element
from plugins.core.markup.tree import Element, Node
from plugins.disk.replacement import put
from plugins.editor.aside import Aside
from plugins.editor.protocol import Protocol
from plugins.editor.refusals import RefusedError
from plugins.editor.words import words_of


def page(aside: Aside, name: str, language: str) -> bytes:
    """Write the page of one pair of versions, or the list of all."""
    words = words_of(language, "aside")
    back = element("p", Element("a", (("href", f"/admin/?lang={language}"),), (words["back"],)))
    pair = aside.of(name)
    if pair is None:
        rows = [
            element("li", Element("a", (("href", f"{aside.address(other.name)}?lang={language}"),), (other.path,)))
            for other in aside.all()
        ]
        return desk_page(words["list"], language, element("ul", *rows) if rows else element("p", words["none"]), back)
    take = desk_form(f"{aside.address(name)}?lang={language}", words["take"], {})
    texts = [*_text(words["mine"], pair.mine), take, *_text(words["theirs"], pair.theirs)]
    return desk_page(words["title"], language, element("p", words["intro"]), element("p", pair.path), *texts, back)


def note(text: str, language: str) -> bytes:
    """Write a page with one sentence."""
    return desk_page(text, language)


def take(protocol: Protocol, name: str) -> None:
    """Put the version that was put aside in place; the one that lies there now is put aside for it."""
    pair, places = protocol.aside.of(name), protocol.places
    entry = places.entry(pair.path) if pair else None
    if pair is None or entry is None:
        raise RefusedError("not-found", 404, path=name)
    file = places.file(entry) or places.new_file(entry)
    now = file.read_bytes().decode("utf-8", "replace") if file.is_file() else ""
    if now == pair.mine:
        return
    protocol.aside.put(pair.path, now, pair.mine)
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f".{file.name}.kaiku")
    beside.write_bytes(pair.mine.encode())
    put(beside, file)


def _text(heading: str, text: str) -> tuple[Node, ...]:
    return element("h2", heading), element("pre", text)
