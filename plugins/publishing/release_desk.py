"""The desk of releases in the preview: the receipt of what would be published now, and the button that does it."""

import io
import json
from collections.abc import Iterator, Mapping
from contextlib import redirect_stderr, redirect_stdout
from typing import Any

from plugins.core.contributions import BuildRelease, Settings
from plugins.core.desk_page import desk_form, desk_page, element
from plugins.core.index import SiteIndex
from plugins.core.languages import LANGUAGES
from plugins.core.markup.tree import Element
from plugins.publishing.announcements import texts
from plugins.publishing.order import Order
from plugins.publishing.receipt_data import from_data
from plugins.publishing.receipt_text import sections
from plugins.publishing.release import publish

_SHOWN = "release-desk.json"
"""What the page shows: the answer of the last form, in the cache; a desk is made anew for every request."""


class ReleaseDesk:
    """The receipt and the button."""

    def __init__(self, settings: Settings, build: BuildRelease) -> None:
        """Look at nothing yet."""
        self._settings = settings
        self._build = build

    def page(self, index: SiteIndex, address: str, language: str) -> bytes:
        """Write the page. Nothing is fetched or built for it: that takes seconds, and a form asks for it."""
        words, answer = texts(language), self._told()
        look = desk_form(address, words["desk-look"], {"do": "look", "lang": language})
        intro = words["desk-intro"].format(address=index.site.base)
        return desk_page(words["desk"], language, element("p", intro), *_answer(answer, address, language), look)

    def _told(self) -> Mapping[str, Any]:
        try:
            read: dict[str, Any] = json.loads((self._settings.folders.cache / _SHOWN).read_bytes())
        except (OSError, ValueError):
            return {}
        return read

    def act(self, index: SiteIndex, form: Mapping[str, str]) -> None:
        """Look what would be published, or publish just that; whatever has changed since is shown again first."""
        action = form.get("do", "")
        if action not in ("look", "publish"):
            return
        language = form.get("lang", "") if form.get("lang") in LANGUAGES else "fi"
        folders, resumes = self._settings.folders, form.get("resume") == "yes"
        where = (folders.content, folders.cache, None, self._settings.ledger)
        order = Order(index, *where, True, action == "look", language, "json", resumes, form.get("shown", ""))
        with redirect_stdout(io.StringIO()) as answer, redirect_stderr(io.StringIO()) as messages:
            publish(order, self._build)
        read = json.loads(answer.getvalue() or "{}")
        report = {**read, "said": messages.getvalue(), "resumes": resumes}
        (folders.cache / _SHOWN).write_text(json.dumps(report, ensure_ascii=False), encoding="utf-8")


def _answer(answer: Mapping[str, Any], address: str, language: str) -> Iterator[Element]:
    """Show what came of the last form: what was said, the receipt, and the button while there is something to send."""
    words = texts(language)
    paragraphs = [element("p", line) for line in str(answer.get("said", "")).splitlines() if line.strip()]
    yield Element("div", (("role", "status"),), tuple(paragraphs))
    errors = [diagnostic for diagnostic in answer.get("diagnostics", ()) if diagnostic["severity"] == "error"]
    if errors:
        lines = (
            " ".join((f"{error['path']}:{error['line']}:", error["code"], error["what"], error["mend"]))
            for error in errors
        )
        yield element("ul", *(element("li", line) for line in lines))
    data = answer.get("receipt")
    for section in sections(from_data(data), language) if data else ():
        yield element("h3", section.heading) if section.lines else element("p", section.heading)
        if section.lines:
            yield element("ul", *(element("li", f"{sign} {text}".strip()) for sign, text in section.lines))
    fields = {"do": "publish", "lang": language, "resume": "yes" if answer.get("resumes") else ""}
    if answer.get("outcome") in ("trial", "changed"):
        yield desk_form(address, words["desk-publish"], {**fields, "shown": str(answer.get("state", ""))})
    if answer.get("outcome") == "held":
        yield desk_form(address, words["desk-resume"], {"do": "look", "lang": language, "resume": "yes"})
