"""The desk of imports in the preview: a file is taken in, its draft shown with what was not understood, and saved."""

import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress

from plugins.core.contributions import Pipeline
from plugins.core.desk_page import desk_form, desk_page, element
from plugins.core.diagnostics import Place, diagnostic
from plugins.core.index import SiteIndex
from plugins.core.languages import LANGUAGES
from plugins.core.markup.tree import Element, Node
from plugins.drafts.answers import Judge, MisfitError
from plugins.drafts.importing.command import Asked, Outcome, outcome_of, wish_of
from plugins.drafts.importing.refusals import RefusalError
from plugins.drafts.importing.source_reading import read_bytes
from plugins.drafts.new_files import write
from plugins.drafts.words import message, words


class ImportDesk:
    """Keeps one file that waits in the cache until it is saved as a draft or put away."""

    def __init__(self, pipeline: Pipeline) -> None:
        """Look at nothing yet."""
        self._content = pipeline.settings.folders.content
        self._folder = pipeline.settings.folders.cache / "import"
        self._report = pipeline.report

    def take(self, _: SiteIndex, name: str, data: bytes, form: Mapping[str, str]) -> None:
        """Take a file in; it takes the place of one that waits."""
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(parents=True)
        (self._folder / "source").write_bytes(data)
        choices = {"name": name, **{field: form.get(field, "") for field in ("type", "project", "language")}}
        (self._folder / "said.json").write_text(json.dumps(choices), encoding="utf-8")

    def act(self, index: SiteIndex, form: Mapping[str, str]) -> None:
        """Save the draft of the file that waits, or put the file away."""
        if form.get("do") == "save" and self._waits():
            # What stands in the way is told by the page, which is shown again.
            with suppress(MisfitError, FileExistsError):
                self._save(self._outcome(index))
        elif form.get("do") == "discard":
            self._put_away()

    def _save(self, outcome: Outcome) -> None:
        if outcome.draft is not None:
            write(self._content, outcome.draft.files)
            self._put_away()
            (self._folder / "saved").write_text(outcome.draft.files[0].path, encoding="utf-8")

    def page(self, index: SiteIndex, address: str, language: str) -> bytes:
        """Write the form for a file, or the draft of the one that waits."""
        texts = words(language)
        if self._waits():
            return desk_page(texts["desk-title"], language, *self._waiting(index, address, language))
        saved = self._folder / "saved"
        notice: list[Node] = []
        if saved.exists():
            notice = [element("p", texts["desk-saved"].format(file=saved.read_text(encoding="utf-8")))]
        return desk_page(
            texts["desk-title"], language, *notice, element("p", texts["desk-lead"]), self._form(index, address, texts),
            element("p", texts["desk-pictures"]),
        )  # fmt: skip

    def _form(self, index: SiteIndex, address: str, texts: Mapping[str, str]) -> Element:
        types = [("", texts["desk-guess"]), *((kind, texts[f"desk-{kind}"]) for kind in ("meetings", "news", "pilots"))]
        languages = [
            ("", texts["desk-guess"]),
            *((language, LANGUAGES[language].name) for language in index.site.languages),
        ]
        fields = (
            element("p", Element("label", (("for", "file"),), (texts["desk-file"],)), Element("br"),
                    Element("input", (("type", "file"), ("name", "file"), ("id", "file"), ("required", "")))),
            _choice("type", texts["desk-type"], types),
            _choice("project", texts["desk-project"], [(project, project) for project in Judge(index).projects]),
            _choice("language", texts["desk-language"], languages),
            Element("button", (("type", "submit"),), (texts["desk-take"],)),
        )  # fmt: skip
        how = (("method", "post"), ("action", address), ("enctype", "multipart/form-data"))
        return Element("form", how, fields)

    def _waiting(self, index: SiteIndex, address: str, language: str) -> Iterator[Node]:
        texts = words(language)
        try:
            yield from self._draft(self._outcome(index), address, language)
        except MisfitError as misfit:
            yield element("p", message(language, misfit.key, misfit.values))
        yield desk_form(address, texts["desk-discard"], {"do": "discard"})

    def _draft(self, outcome: Outcome, address: str, language: str) -> Iterator[Node]:
        texts = words(language)
        if outcome.findings:
            yield element("h2", texts["desk-findings"])
            found = json.loads(self._report(outcome.findings, language, "json", self._content, self._content, False))
            yield element("ul", *(element("li", f"{entry['what']} {entry['mend']}") for entry in found))
            if any(finding.code == "IMP012" for finding in outcome.findings):
                yield element("p", texts["desk-pictures"])
        if outcome.draft is not None:
            file = outcome.draft.files[0]
            yield element("h2", texts["desk-draft"].format(file=file.path))
            yield Element("pre", (("lang", outcome.draft.language),), (file.text,))
            yield desk_form(address, texts["desk-save"], {"do": "save"})

    def _outcome(self, index: SiteIndex) -> Outcome:
        """Read the file that waits; raises MisfitError when what was chosen for it does not do."""
        choices = json.loads((self._folder / "said.json").read_text(encoding="utf-8"))
        name, place = choices["name"], Place(choices["name"])
        try:
            asked = Asked((name,), choices["type"] or None, choices["project"] or None, choices["language"] or None)
            wish = wish_of(index, asked)
            read = read_bytes((self._folder / "source").read_bytes(), name)
            return outcome_of(index, read, name, place, wish, set())
        except RefusalError as refusal:
            return Outcome(name, None, (diagnostic(refusal.code, place, **refusal.values),))
        except RecursionError:
            return Outcome(name, None, (diagnostic("IMP002", place),))

    def _waits(self) -> bool:
        return (self._folder / "said.json").exists()

    def _put_away(self) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(parents=True)


def _choice(name: str, label: str, values: Sequence[tuple[str, str]]) -> Element:
    """Write a list to choose from: each value with the words for it."""
    options = tuple(Element("option", (("value", value),), (shown,)) for value, shown in values)
    chosen = Element("select", (("name", name), ("id", name)), options)
    return element("p", Element("label", (("for", name),), (label,)), Element("br"), chosen)
