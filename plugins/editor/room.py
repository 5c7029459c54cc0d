"""The editor's room in the preview: its page, its configuration, and what it asks of us while somebody writes."""

import json
import threading
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from plugins.core.addresses import version_address
from plugins.core.documents import DocumentType
from plugins.core.index import SiteIndex
from plugins.core.languages import LANGUAGES
from plugins.editor import aside_page, page
from plugins.editor.configuration import configuration
from plugins.editor.findings import findings, judged
from plugins.editor.keys import new_key
from plugins.editor.phrases import phrases
from plugins.editor.places import FormEntry, Places
from plugins.editor.protocol import Protocol
from plugins.editor.refusals import RefusedError
from plugins.editor.saving import Saver
from plugins.editor.sketches import Sketches
from plugins.editor.words import words_of
from plugins.engine import command
from plugins.preview.annex import AnnexRequest, Answer, Shown

if TYPE_CHECKING:
    from plugins.engine.command import Options

PREFIX = "/admin/"
LONGEST = 90_000_000
"""Bytes of what is sent at once: a picture of 60 MB as base64, and the texts."""

_SPOKEN = ("fi", "sv", "en")
_LINKS = {
    "preview": "/",
    "translations": "/.kaiku/translations",
    "workbench": "/blocks/",
    "import": "/.kaiku/import",
    "releases": "/.kaiku/releases",
}


class EditorRoom:
    """Answers what is asked under `/admin/`. Saving and judging are done one at a time."""

    prefix = PREFIX
    longest = LONGEST

    mark = "kaiku-sketch"

    def __init__(self, options: "Options", site: Shown) -> None:
        self._options = options
        self._site = site
        self._sketches = Sketches(site)
        self._busy = threading.Lock()
        self.address = ""

    def opened(self, address: str) -> None:
        """Learn where the preview answers."""
        self.address = f"{address.rstrip('/')}{PREFIX}"

    def answer(self, asked: AnnexRequest) -> Answer | None:
        """Answer a request; what cannot be done is told in the language of the page."""
        language = self._language(asked)
        name = asked.path.removeprefix(PREFIX)
        try:
            if self.mark in asked.query:
                page = self._sketches.page(asked.query[self.mark])
                return None if page is None else Answer(page, "text/html")
            if asked.body is not None:
                return self._posted(name, asked.body, language)
            return self._got(name, asked.query, language)
        except RefusedError as refused:
            return _json({"error": refused.message(language)}, refused.status)

    def _language(self, asked: AnnexRequest) -> str:
        wanted = asked.query.get("lang", "")
        return wanted if wanted in _SPOKEN else self._options.language

    def _got(self, name: str, query: Mapping[str, str], language: str) -> Answer | None:
        if name == "":
            other = {"fi": "sv"}.get(language, "fi")
            links = {**_LINKS, "kept": f"{PREFIX}aside/?lang={language}"}
            return Answer(page.admin_page(language, other, links), "text/html", headers=_policy())
        if name == "settings.json":
            return _json(self._settings(language))
        if name == "page":
            return self._page(query.get("path", ""), language)
        if name == "findings":
            return _json(self._findings(query.get("path", ""), language))
        if name.startswith("aside"):
            aside = self._protocol(language).aside
            return Answer(aside_page.page(aside, name.partition("/")[2], language), "text/html", headers=_policy())
        static = page.static_file(name)
        return None if static is None else Answer(*static)

    def _posted(self, name: str, body: bytes, language: str) -> Answer | None:
        if name.startswith("aside/"):
            with self._busy:
                aside_page.take(self._protocol(language), name.partition("/")[2])
            return Answer(b"", "text/html", 303, (("Location", f"{PREFIX}aside/?lang={language}"),))
        given = _object(body)
        if name == "api":
            params = given.get("params")
            with self._busy:
                answered = self._protocol(language).answer(
                    str(given.get("action", "")), params if isinstance(params, dict) else {}
                )
            return _json(answered)
        if name == "sketch":
            return _json({"address": self._sketch(given, language)})
        if name == "key":
            return _json({"key": self._key(given)})
        return None

    def _protocol(self, language: str) -> Protocol:
        return Protocol(self._options.content, self._options.cache / "editor", language)

    def _settings(self, language: str) -> Any:
        languages = Places.of(self._options.content).languages
        config = configuration(languages, language)
        config["backend"] = {**config["backend"], "proxy_url": f"{PREFIX}api?lang={language}"}
        shown = self._site.shown()
        tags: dict[str, list[str]] = {code: [] for code in languages}
        projects: dict[str, dict[str, str]] = {}
        for version in shown.by_source.values() if shown else ():
            tags[version.language] += version.tags
            if version.type is DocumentType.PROJECTS:
                projects.setdefault(version.key, {})[version.language] = version.short_title
        return {
            "config": config,
            "is_ours": True,
            "phrases": phrases(language),
            "names": {code: LANGUAGES[code].name for code in languages},
            "words": {**words_of(language, "page"), "toolbar": dict(words_of(language, "toolbar"))},
            "projects": projects,
            "tags": {code: sorted(set(some), key=str.casefold) for code, some in tags.items()},
        }

    def _key(self, given: Mapping[str, Any]) -> str:
        kind, forms = str(given.get("collection", "")), given.get("forms")
        with self._busy:
            run = command.look(self._options)
        if kind not in tuple(DocumentType) or not isinstance(forms, dict) or run is None or run.index is None:
            raise RefusedError("unknown")
        return new_key(run.index, DocumentType(kind), forms)

    def _sketch(self, given: Mapping[str, Any], language: str) -> str:
        """Make the page of a version as its form has it now, and return its address; empty when there is none."""
        path, form = str(given.get("path", "")), given.get("form")
        protocol = self._protocol(language)
        saver = Saver(protocol.places, protocol.forms, protocol.aside, language)
        file, text = saver.text(saver.sent(path, form if isinstance(form, dict) else {}))
        name = self._sketches.made(file.relative_to(self._options.content).as_posix(), text)
        return f"{name.address}?{self.mark}={name.number}" if name else ""

    def _findings(self, path: str, language: str) -> Any:
        """Judge the content as it lies on the disk, and say what there is to say of one document or file."""
        places = Places.of(self._options.content)
        entry = places.entry(path)
        if entry is None:
            raise RefusedError("not-found", 404, path=path)
        sources = self._sources(places, entry)
        with self._busy:
            run = command.look(replace(self._options, base_url=None))
            found = judged(run) if run else []
        items = findings(run, found, sources, language) if run else []
        return {"findings": items, "pair": len(sources) > 1 and entry.is_document}

    def _sources(self, places: Places, entry: FormEntry) -> list[str]:
        entries = list(places.versions(entry)) if entry.is_document else [entry]
        files = (places.file(form_entry) for form_entry in entries)
        return [file.relative_to(self._options.content).as_posix() for file in files if file]

    def _page(self, path: str, language: str) -> Answer:
        """Lead to the page of a version in the preview; before it has one, to a word about that."""
        places, shown = Places.of(self._options.content), self._site.shown()
        entry = places.entry(path)
        address = _address(shown, entry) if shown and entry else ""
        if address:
            return Answer(b"", "text/html", 302, (("Location", address),))
        is_there = bool(entry and places.file(entry))
        sentence = words_of(language, "page")["faulty" if is_there else "nothing"]
        return Answer(aside_page.note(sentence, language), "text/html", headers=_policy())


def _address(shown: SiteIndex, entry: FormEntry) -> str:
    if entry.key not in shown.by_key:
        return ""
    version = shown.by_key[entry.key].version(entry.language)
    return version_address(shown.site, version) if version else ""


def _policy() -> tuple[tuple[str, str], ...]:
    return (("Content-Security-Policy", page.POLICY), ("X-Content-Type-Options", "nosniff"))


def _json(value: Any, status: int = 200) -> Answer:
    return Answer(json.dumps(value, ensure_ascii=False).encode(), "application/json", status)


def _object(body: bytes) -> dict[str, Any]:
    try:
        read = json.loads(body)
    except (ValueError, RecursionError):
        raise RefusedError("unknown", 400) from None
    if not isinstance(read, dict):
        raise RefusedError("unknown", 400)
    return read
