"""The command `import`: every file becomes a draft, or is told why it does not; one does not stop the others."""

import json
import os
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from plugins.core.content_paths import shown_from
from plugins.core.contributions import Report
from plugins.core.diagnostics import Diagnostic, Place, diagnostic, has_errors
from plugins.core.documents import DocumentType
from plugins.core.index import SiteIndex
from plugins.core.portable_names import is_portable
from plugins.core.suggestions import nearest
from plugins.drafts.answers import Judge, MisfitError
from plugins.drafts.command import MISUSED
from plugins.drafts.draft import DATED
from plugins.drafts.importing.blocks import Imported
from plugins.drafts.importing.imported_draft import ImportedDraft, Wish, imported_draft
from plugins.drafts.importing.refusals import RefusalError
from plugins.drafts.importing.source_reading import read_source
from plugins.drafts.new_files import write
from plugins.drafts.words import message, words


class Asked(Struct, frozen=True):
    """What the command line said, as it was written."""

    files: tuple[str, ...]
    type: str | None = None
    project: str | None = None
    language: str | None = None
    key: str | None = None


class Outcome(Struct, frozen=True):
    """What came of one file: its draft, and what is told of it."""

    source: str
    draft: ImportedDraft | None
    findings: tuple[Diagnostic, ...]


def bring_in(index: SiteIndex, content: Path, asked: Asked, report: Report, language: str, form: str) -> int:
    """Make drafts of files; give the exit code: 1 when one could not be brought in, 2 when it was not asked rightly."""
    try:
        wish = wish_of(index, asked)
    except MisfitError as misfit:
        see = words(language)["see-import"]
        sys.stderr.write(f"{message(language, misfit.key, misfit.values)}\n{see}\n")
        return MISUSED
    outcomes = list(_outcomes(index, content, asked.files, wish))
    findings = [finding for outcome in outcomes for finding in outcome.findings]
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    report_text = report(findings, language, form, content, Path.cwd(), colour).rstrip("\n") if findings else ""
    sys.stdout.write(_said(content, outcomes, report_text, language, form))
    return 1 if has_errors(findings) else 0


def wish_of(index: SiteIndex, asked: Asked) -> Wish:
    """Judge what was asked for; raises MisfitError for what does not do."""
    judge = Judge(index)
    if not asked.files:
        raise MisfitError("no-files")
    kind = judge.type(asked.type) if asked.type else ""
    if kind and kind not in DATED:
        raise MisfitError("unknown-type", said=kind, known=", ".join(sorted(DATED)))
    if not asked.project and len(judge.projects) > 1:
        raise MisfitError("missing-project", known=", ".join(judge.projects))
    projects = judge.project(asked.project or "".join(judge.projects))
    languages = index.site.languages
    if asked.language and asked.language not in languages:
        near = nearest(asked.language, languages) or ""
        raise MisfitError("unknown-language", said=asked.language, known=", ".join(languages), near=near)
    if asked.key:
        _judge_key(judge, asked, kind)
    return Wish(kind, projects, asked.language or "", asked.key or "")


def _judge_key(judge: Judge, asked: Asked, kind: str) -> None:
    if len(asked.files) > 1:
        raise MisfitError("one-key")
    if not re.fullmatch(r"[a-z0-9-]+", asked.key or "") or not is_portable(asked.key or ""):
        judge.key(asked.key or "", DocumentType(kind or DocumentType.NEWS), ())


def outcome_of(index: SiteIndex, read: Imported, name: str, place: Place, wish: Wish, taken: set[str]) -> Outcome:
    """Make the draft of one source that has been read."""
    draft = imported_draft(read, Path(name).stem, wish, index.site.languages, index.now)
    try:
        Judge(index).key(draft.key, draft.type, [draft.language])
        free = draft.key not in taken
    except MisfitError:
        free = False
    if not free:
        return Outcome(name, None, (diagnostic("IMP006", place, key=draft.key),))
    return Outcome(name, draft, draft.findings)


def _outcomes(index: SiteIndex, content: Path, files: Sequence[str], wish: Wish) -> Iterator[Outcome]:
    taken: set[str] = set()
    for file in files:
        path = Path(file).absolute()
        place = Place(path.as_posix())
        try:
            outcome = outcome_of(index, read_source(path), path.name, place, wish, taken)
            if outcome.draft is not None:
                write(content, outcome.draft.files)
                taken.add(outcome.draft.key)
            yield outcome
        except RefusalError as refusal:
            yield Outcome(file, None, (diagnostic(refusal.code, place, **refusal.values),))
        except RecursionError:
            yield Outcome(file, None, (diagnostic("IMP002", place),))
        except FileExistsError as there:
            name = Path(str(there.filename)).name
            yield Outcome(file, None, (diagnostic("IMP006", place, key=name),))


def _said(content: Path, outcomes: Sequence[Outcome], report_text: str, language: str, form: str) -> str:
    here = Path.cwd()
    pairs = [(outcome.source, outcome.draft) for outcome in outcomes if outcome.draft is not None]
    if form == "json":
        drafts = [
            {
                "source": source,
                "key": draft.key,
                "files": [shown_from(Path.cwd(), content / file.path) for file in draft.files],
            }
            for source, draft in pairs
        ]
        faults = json.loads(report_text) if report_text else []
        return json.dumps({"drafts": drafts, "diagnostics": faults}, ensure_ascii=False, indent=2) + "\n"
    parts = [report_text] if report_text else []
    if form == "text" and pairs:
        files = [
            f"  {shown_from(here, content / draft.files[0].path)}  ← {Path(source).name}" for source, draft in pairs
        ]
        parts.append("\n".join((words(language)["written"], *files, "", words(language)["next-import"].rstrip("\n"))))
    return "\n\n".join(parts) + "\n" if parts else ""
