"""The protocol of Decap's proxy backend: an action and its parameters as JSON, answered from the content folder.

It is that of the package decap-server 3; what belongs to its editorial workflow is left out, since drafts are a field.
"""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from plugins.core.documents import DocumentType
from plugins.editor import media_files
from plugins.editor.aside import Aside
from plugins.editor.open_forms import OpenForm, OpenForms
from plugins.editor.places import FormEntry, Places
from plugins.editor.reading import Opened, opened
from plugins.editor.refusals import RefusedError
from plugins.editor.saving import Saver, SentForm
from plugins.editor.widgets import SHARED
from plugins.editor.words import words_of


class Protocol(Struct, frozen=True):
    """Answers actions for a content folder; `state` is a folder of the cache."""

    content: Path
    state: Path
    language: str

    @property
    def forms(self) -> OpenForms:
        """What tabs hold."""
        return OpenForms(self.state / "forms")

    @property
    def aside(self) -> Aside:
        """What was put aside."""
        return Aside(self.state / "aside")

    def answer(self, action: str, given: Mapping[str, Any]) -> Any:
        """Do what an action asks for; raises RefusedError."""
        actions: dict[str, Callable[[Mapping[str, Any]], Any]] = {
            "entriesByFolder": self._entries,
            "entriesByFiles": self._files,
            "getEntry": self._entry,
            "persistEntry": self._persist,
            "getMedia": lambda request: list(
                media_files.listed(self.content, str(request.get("mediaFolder", "")).strip("/"))
            ),
            "getMediaFile": lambda request: media_files.one(self.content, str(request.get("path", "")).strip("/")),
            "persistMedia": self._persist_media,
            "deleteFiles": self._delete,
            "deleteFile": lambda request: self._delete({"paths": [request.get("path", "")]}),
            "getDeployPreview": self._preview,
            "unpublishedEntries": lambda _: [],
        }
        if action not in actions:
            raise RefusedError("unknown")
        return actions[action](given)

    @property
    def places(self) -> Places:
        """The content folder as it is now."""
        return Places.of(self.content)

    def _entries(self, given: Mapping[str, Any]) -> list[dict[str, Any]]:
        """List the documents of a folder, with a form for every language, for those too that have no version in it."""
        folder, places = str(given.get("folder", "")), self.places
        if folder not in tuple(DocumentType):
            return []
        keys = dict.fromkeys(key for key, _ in places.documents(DocumentType(folder)))
        found = []
        for key in keys:
            versions = list(places.versions(FormEntry("", DocumentType(folder), key)))
            read = {version.language: self._if_readable(places, version) for version in versions}
            name = _label(read, key, self.language)
            found += [self._answered(places, version, read[version.language], "", _label=name) for version in versions]
        return found

    def _files(self, given: Mapping[str, Any]) -> list[dict[str, Any]]:
        paths = [str(file.get("path", "")) for file in given.get("files", ())]
        return [self._entry({"path": path}) for path in paths]

    def _entry(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Open an entry for editing; a version that is not written yet is an empty form."""
        path, places = str(given.get("path", "")), self.places
        entry = places.entry(path)
        if entry is None:
            raise RefusedError("not-found", 404, path=path)
        read = opened(places, entry)
        others = (
            {version.language: places.file(version) for version in places.versions(entry)} if entry.is_document else {}
        )
        if read is None and entry.is_document and not any(others.values()):
            raise RefusedError("not-found", 404, path=path)
        fields = read.fields if read else None
        record = self.forms.opened(OpenForm(path, fields, read.body if read else ""))
        return self._answered(places, entry, read, record)

    def _answered(
        self, places: Places, entry: FormEntry, read: Opened | None, record: str, **more: str
    ) -> dict[str, Any]:
        data: dict[str, Any] = {**(read.fields if read else self._empty(places, entry)), **more}
        if record:
            data["_base"] = record
        if entry.is_document:
            file = read.file if read else places.new_file(entry)
            data |= {"key": entry.key, "body": read.body if read else "", "_lang": entry.language}
            data["_up"] = places.way_up(file)
        text = json.dumps(data, ensure_ascii=False)
        return {"data": text, "file": {"path": entry.path, "id": record or None, "label": ""}}

    def _empty(self, places: Places, entry: FormEntry) -> dict[str, Any]:
        """Begin the form of a version that is not there with what is said once for all of them."""
        if not entry.is_document:
            return {}
        for other in places.versions(entry):
            if read := self._if_readable(places, other):
                return {"status": "draft", **{name: value for name, value in read.fields.items() if name in SHARED}}
        return {"status": "draft"}

    def _if_readable(self, places: Places, entry: FormEntry) -> Opened | None:
        try:
            return opened(places, entry)
        except RefusedError:
            return None

    def _persist(self, given: Mapping[str, Any]) -> dict[str, str]:
        places = self.places
        saver = Saver(places, self.forms, self.aside, self.language)
        versions = [self._sent(saver, file) for file in given.get("dataFiles", ())]
        files = [media_files.new_file(self.content, asset) for asset in given.get("assets", ())]
        media_files.store(self.content, [file for file in files if file is not None])
        saver.save(versions)
        return {"message": "entry persisted"}

    def _sent(self, saver: Saver, file: Mapping[str, Any]) -> SentForm:
        try:
            data = json.loads(str(file.get("raw", "")))
        except ValueError:
            raise RefusedError("unknown") from None
        if not isinstance(data, dict):
            raise RefusedError("unknown")
        return saver.sent(str(file.get("path", "")), data)

    def _preview(self, given: Mapping[str, Any]) -> dict[str, str]:
        """Return where the page of a document is shown."""
        path = f"{given.get('collection', '')}/{given.get('slug', '')}.{self.places.languages[0]}.md"
        return {"url": f"/admin/page?path={path}&lang={self.language}", "status": "SUCCESS"}

    def _persist_media(self, given: Mapping[str, Any]) -> dict[str, Any]:
        asset = given.get("asset")
        file = media_files.new_file(self.content, asset)
        media_files.store(self.content, [file] if file else [])
        return media_files.one(self.content, str(asset["path"] if isinstance(asset, dict) else "").removeprefix("/"))

    def _delete(self, given: Mapping[str, Any]) -> dict[str, str]:
        """Remove versions and files; their texts are put aside, where they can be fetched."""
        places = self.places
        for path in map(str, given.get("paths", ())):
            entry = places.entry(path)
            if entry is None or not entry.is_document:
                raise RefusedError("refused", path=path)
            if file := places.file(entry):
                text = file.read_bytes().decode("utf-8", "replace")
                self.aside.put(path, text, "")
                file.unlink()
        return {"message": "files deleted"}


def _label(read: Mapping[str, Opened | None], key: str, language: str) -> str:
    """Name a document in a list: its title, its languages, and its state where readers do not see it."""
    versions = {code: version for code, version in read.items() if version is not None}
    title = next((str(version.fields["title"]) for version in versions.values() if version.fields.get("title")), key)
    codes = " + ".join(versions) or "!"
    states = {str(version.fields.get("status")) for version in versions.values()} - {"published"}
    status = ", ".join(
        words_of(language, "words")[state] for state in sorted(states) if state in words_of(language, "words")
    )
    return " · ".join(part for part in (title, codes, status) if part)
