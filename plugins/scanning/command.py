"""The command `scan`: fetch and read pages, judge the blocks on them, and say what an editor has to do."""

import sys
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from plugins.core.scanned_blocks import ScanReport, report_bytes
from plugins.core.site import Site
from plugins.core.stages import UNWATCHED, Stages
from plugins.scanning.discovery import Notice, discovered
from plugins.scanning.fetching import FetchLimits, fetched
from plugins.scanning.findings import Page, findings
from plugins.scanning.known_blocks import ManifestError, known_blocks
from plugins.scanning.proposals import as_yaml, proposals
from plugins.scanning.scan_report import as_report
from plugins.scanning.scan_text import as_text
from plugins.scanning.targets import NoTargetError, is_address, placed, read_file, targets
from plugins.scanning.words import words

MISUSED = 2
SCRIPT = Path("static", "blocks.js")
"""The script of the copy buttons, in the theme."""


class ScanOrder(Struct, frozen=True):
    """What is to be scanned and how the findings are told; `format` is `json`, or anything else for a table."""

    manifest: Path
    report: Path | None
    cache: Path
    theme: Path
    language: str
    format: str
    moment: datetime
    said: Sequence[str] = ()
    """Addresses, files and folders; without any, the addresses of placements.yaml. With `find`, parts of addresses."""
    find: str | None = None
    """The address of a site or its sitemap, whose pages are searched for blocks."""


def scan(order: ScanOrder, site: Site, manners: FetchLimits | None = None, stages: Stages = UNWATCHED) -> int:
    """Scan; give the exit code: 1 when an editor is needed, 2 when it was not asked for rightly."""
    texts = words(order.language)
    limits = manners or FetchLimits(f"Kaiku-scan/1 (+{site.base})")
    try:
        known = known_blocks(order.manifest)
        names = () if order.find else targets(order.said or (placement.url for placement in site.placements))
    except ManifestError as error:
        return _refused(texts["no-manifest"].format(file=error))
    except NoTargetError as error:
        return _refused(texts["no-target"].format(word=error))
    if order.find:
        search = discovered(order.find, order.said, order.cache, limits, stages)
        for notice in search.notices:
            sys.stderr.write(_told_notice(notice, texts) + "\n")
        if not search.found:
            return _refused(texts["find-nothing"].format(address=order.find))
        names, limits = search.pages, search.limits
        sys.stderr.write(texts["find-pages"].format(count=len(names)) + "\n")
    elif not names and not order.said:
        sys.stderr.write(texts["no-placements"] + "\n")
    pages = _read(names, order.cache, limits, stages)
    found = [finding for page in pages for finding in findings(page, known, placed(site.placements, page.name))]
    proposed = proposals(found, site.placements) if order.find else ()
    report = ScanReport(site.base, order.moment.isoformat(timespec="seconds"), tuple(found), proposed)
    if order.report is not None and (problem := _written(order, order.report, report)):
        return _refused(problem)
    _told(order, report)
    return int(any(finding.needs_editor for finding in found))


def _told_notice(notice: Notice, texts: Mapping[str, str]) -> str:
    """Word a notice; the problem that it may name is the key of a text, or the status of an answer."""
    problem = notice.values.get("problem", "")
    why = texts.get(problem) or texts["answer"].format(status=problem)
    return texts[notice.key].format(**{**notice.values, "problem": why})


def _read(names: Sequence[str], cache: Path, manners: FetchLimits, stages: Stages) -> list[Page]:
    addresses = [name for name in names if is_address(name)]
    answers = dict(zip(addresses, fetched(addresses, cache, manners, stages), strict=True))
    return [answers[name] if name in answers else read_file(name) for name in names]


def _written(order: ScanOrder, file: Path, report: ScanReport) -> str:
    """Write the report, as JSON where the file's name says so; give what is wrong when that cannot be done."""
    texts = words(order.language)
    if file.suffix.lower() == ".json":
        data = report_bytes(report)
    else:
        script = (order.theme / SCRIPT).read_text(encoding="utf-8")
        data = as_report(report, order.language, script).encode("utf-8", "replace")
    try:
        file.write_bytes(data)
    except OSError:
        return texts["no-report"].format(file=file)
    sys.stderr.write(texts["report-written"].format(file=file) + "\n")
    return ""


def _told(order: ScanOrder, report: ScanReport) -> None:
    if order.format == "json":
        sys.stdout.write(report_bytes(report).decode("utf-8"))
    else:
        sys.stdout.write(as_text(report.blocks, order.language))
        texts = words(order.language)
        if report.placements:
            sys.stdout.write(f"\n{texts['propose']}\n\n{as_yaml(report.placements)}")
        elif order.find:
            sys.stdout.write(f"\n{texts['propose-nothing']}\n")


def _refused(message: str) -> int:
    sys.stderr.write(message + "\n")
    return MISUSED
