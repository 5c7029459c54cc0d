"""The state of the preview for its bar: which version of the site, what is wrong with it, where its desks stand."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from plugins.console.texts import messages
from plugins.core.addresses import section_address
from plugins.core.diagnostics import Diagnostic, Severity
from plugins.core.workbench_addresses import workbench_address
from plugins.preview.desks import FOLDER
from plugins.preview.live_site import LiveSite
from plugins.preview.resident import Standing

SHOWN = 100
"""Faults that the bar has room for, the gravest first."""

ORDER = [str(severity) for severity in Severity]
"""Severities, the gravest first."""

DESKS = ("translations", "upcoming", "import", "releases")


class Remarks(NamedTuple):
    """What pages are told of faults: how many there are by severity, and the gravest as the report's JSON has them."""

    counts: Mapping[str, int]
    gravest: Sequence[Mapping[str, Any]]

    def and_those(self, others: "Remarks") -> "Remarks":
        """Return these and others, which must be of other faults."""
        counts = {name: number + others.counts[name] for name, number in self.counts.items()}
        every = sorted((*self.gravest, *others.gravest), key=lambda entry: ORDER.index(entry["severity"]))
        return Remarks(counts, every[:SHOWN])


NOTHING = Remarks(dict.fromkeys(ORDER, 0), ())
"""What is told where nothing is wrong."""


def remarks(standing: Standing, faults: Sequence[Diagnostic], language: str) -> Remarks:
    """Return the remarks on faults, which are in reading order; messages are in a language."""
    severities = [fault.severity for fault in faults]
    weighed = sorted(zip(severities, faults, strict=True), key=lambda weighed: ORDER.index(weighed[0]))
    content = standing.pipeline.settings.folders.content
    report = standing.pipeline.report(
        [fault for _, fault in weighed[:SHOWN]], language, "json", content, content, False
    )
    gravest = sorted(json.loads(report), key=lambda entry: ORDER.index(entry["severity"]))
    return Remarks({name: severities.count(Severity(name)) for name in ORDER}, gravest)


def state(site: LiveSite, remarks: Remarks) -> str:
    """Write the state as one line of JSON."""
    message: dict[str, Any] = {"generation": site.generation, "counts": remarks.counts, "drafts": site.shows_drafts}
    message |= {"faults": remarks.gravest, "links": {}, "kept": []}
    standing = site.standing
    if standing is not None:
        message["kept"] = sorted(standing.kept)
        message["links"] = {code: _links(standing, code) for code in standing.site.languages}
    return json.dumps(message, ensure_ascii=False)


def texts(language: str) -> Mapping[str, Any]:
    """Return the texts of the bar."""
    return messages(Path(__file__).parent, language)


def _links(standing: Standing, code: str) -> Mapping[str, str]:
    site, desks = standing.site, standing.pipeline.desks
    found = {name: f"{FOLDER}{name}" for name in DESKS if name in desks}
    calendar = section_address(site, code, "calendar")
    return {"blocks": workbench_address(site, code), "calendar": calendar, **found}
