"""Saving: what a form changed is put into the files as they lie on the disk now; all of an entry, or nothing.

What nobody edited keeps its bytes. A version in which nothing is written gets no file. What was changed elsewhere to
something else since the form was opened is a collision, and the writer's own version is put aside.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from plugins.core.dates import When
from plugins.disk.replacement import put
from plugins.drafts.draft import DATED, Draft, sources
from plugins.editor.aside import Aside
from plugins.editor.forms import CollisionError, TwiceError, merged, tidied
from plugins.editor.open_forms import OpenForm, OpenForms
from plugins.editor.places import FormEntry, Places
from plugins.editor.reading import Opened, opened, read
from plugins.editor.refusals import RefusedError
from plugins.editor.shapes import RecordShape, Shape
from plugins.editor.source_text import unframed
from plugins.editor.widgets import SHARED
from plugins.editor.words import label
from plugins.editor.yaml_surgery import UnmendableError, rewritten

_SAYS_NOTHING = SHARED | {"status"}
"""What alone makes no version: it is there before anything is written."""


class SentForm(Struct, frozen=True):
    """A version as a browser has sent it: its form, its body, and the record of what it showed before."""

    entry: FormEntry
    fields: dict[str, Any]
    body: str
    record: str
    before: OpenForm | None

    @property
    def is_written(self) -> bool:
        """Whether anything is said in it."""
        return bool(self.body or set(self.fields) - _SAYS_NOTHING - _defaults(self.fields))


def _defaults(fields: Mapping[str, Any]) -> set[str]:
    return {name for name, value in fields.items() if value is False or value == {}}


class Saver(Struct, frozen=True):
    """Saves entries; `language` is of messages."""

    places: Places
    forms: OpenForms
    aside: Aside
    language: str

    def sent(self, path: str, data: Mapping[str, Any]) -> SentForm:
        """Read what a browser has sent of an entry; raises RefusedError for a path that is none."""
        entry = self.places.entry(path)
        if entry is None:
            raise RefusedError("not-found", 404, path=path)
        fields = tidied(entry.shape(self.places.languages), dict(data)) or {}
        body = data.get("body")
        record = data.get("_base")
        before = self.forms.of(record, path)
        text = unframed(body) if isinstance(body, str) else ""
        return SentForm(entry, fields, text, record if isinstance(record, str) else "", before)

    def save(self, versions: Sequence[SentForm]) -> list[Path]:
        """Save the versions of one entry; return the files that were changed. Raises RefusedError."""
        texts: list[tuple[SentForm, Path, str]] = []
        versions = _with_shared(versions)
        for version in versions:
            now = opened(self.places, version.entry)
            if now is None and version.is_written:
                texts.append((version, *self._begun(version)))
            elif now is not None:
                text = self._changed(version, now)
                if text != now.text:
                    texts.append((version, now.file, text))
        try:
            _write([(file, text) for _, file, text in texts])
        except OSError as error:
            raise RefusedError("disk", 500, what=str(error.strerror or error)) from None
        for version in versions:
            if version.before is not None:
                self.forms.keep(version.record, OpenForm(version.entry.path, version.fields, version.body))
        return [file for _, file, _ in texts]

    def text(self, version: SentForm) -> tuple[Path, str]:
        """Return where a version would lie and what it would say if it were saved now, whatever collides."""
        now = opened(self.places, version.entry)
        if now is None:
            return self._begun(version)
        return now.file, self._merged(version.entry, now, now.fields, version.fields, now.body, version.body)

    def _begun(self, version: SentForm) -> tuple[Path, str]:
        """Write a version that has no file yet, as `./kaiku new` begins one, with what the form says."""
        entry, file = version.entry, self.places.new_file(version.entry)
        if entry.type is None:
            return file, self._merged(version.entry, read(self.places, entry, file, ""), {}, version.fields, "", "")
        projects = tuple(version.fields.get("project") or ()) if entry.type in DATED else ()
        title = version.fields.get("title") or ""
        draft = Draft(entry.type, entry.key, ((entry.language, title),), projects, _when(version.fields.get("date")))
        skeleton = read(self.places, entry, file, next(sources(draft)).text)
        fields = _over(entry.shape(self.places.languages), skeleton.fields, version.fields)
        body = version.body or skeleton.body
        return file, self._merged(entry, skeleton, skeleton.fields, fields, skeleton.body, body)

    def _changed(self, version: SentForm, now: Opened) -> str:
        """Put what a form changed into the text on the disk; what collides is put aside."""
        before = version.before
        fields, body = (now.fields, now.body) if before is None else (before.fields or {}, before.body)
        try:
            return self._merged(version.entry, now, fields, version.fields, body, version.body)
        except CollisionError as collision:
            mine = self._merged(version.entry, now, now.fields, version.fields, now.body, version.body)
            name = self.aside.put(version.entry.path, mine, now.text)
            field = label(self.language, f"{version.entry.path.partition('.')[0]}.{collision.args[0]}")
            raise RefusedError("collision", 409, field=field, address=self.aside.address(name)) from None

    def _merged(self, entry: FormEntry, now: Opened, before: Any, sent: Any, body_before: str, body: str) -> str:
        try:
            value = merged(entry.shape(self.places.languages), now.value, before, sent)
        except TwiceError as twice:
            raise RefusedError("twice", name=twice.args[0]) from None
        if body not in {body_before, now.body} and now.body != body_before:
            raise CollisionError("body")
        wrap = entry.wrapped
        old, new = (now.value[wrap], value.get(wrap, {})) if wrap else (now.value, value)
        try:
            yaml = rewritten(now.source.yaml, old, new)
        except UnmendableError:
            raise RefusedError("unmendable", path=entry.path) from None
        source = now.source if body == body_before else now.source.with_body(body)
        return source.head + yaml + source.fence + source.body


def _with_shared(versions: Sequence[SentForm]) -> list[SentForm]:
    """Return versions with what is said once for all: as the first form changed it, else as each has it itself."""
    if not versions or versions[0].entry.type not in DATED:
        return list(versions)
    first = versions[0]
    seen = (first.before.fields if first.before else None) or {}
    changed = {name for name in SHARED if first.fields.get(name) != seen.get(name)}
    forms = [first]
    for version in versions[1:]:
        own = (version.before.fields if version.before else None) or {}
        shared = {name: first.fields.get(name) if name in changed or name not in own else own[name] for name in SHARED}
        fields = {**version.fields, **shared}
        filled = {name: value for name, value in fields.items() if value is not None}
        forms.append(SentForm(version.entry, filled, version.body, version.record, version.before))
    return forms


def _over(shape: Shape, below: Any, above: Any) -> Any:
    """Lay what a form says over what a new file begins with."""
    if isinstance(shape, RecordShape) and isinstance(below, dict) and isinstance(above, dict):
        return {
            name: value
            for name, inner in shape.fields.items()
            if (value := _over(inner, below.get(name), above.get(name))) is not None
        }
    return below if above is None else above


def _when(text: Any) -> When | None:
    from plugins.authoring.field_types import parse_when

    return parse_when(text) if isinstance(text, str) else None


def _write(files: Sequence[tuple[Path, str]]) -> None:
    """Write files, each first beside its place; all are there before the first is put in place."""
    fresh: list[tuple[Path, Path]] = []
    try:
        for file, text in files:
            file.parent.mkdir(parents=True, exist_ok=True)
            beside = file.with_name(f".{file.name}.kaiku")
            fresh.append((beside, file))
            beside.write_bytes(text.encode("utf-8"))
        for beside, file in fresh:
            put(beside, file)
    finally:
        for beside, _ in fresh:
            beside.unlink(missing_ok=True)
