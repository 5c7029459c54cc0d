"""The state of the preview for its bar: which version of the site, what is wrong with it, where its desks stand."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from plugins.console.texts import messages
from plugins.core.addresses import section_address
from plugins.core.diagnostics import Diagnostic, Severity
from plugins.core.workbench_addresses import workbench_address
from plugins.preview.desks import FOLDER
from plugins.preview.live_site import LiveSite
from plugins.preview.resident import Standing

SHOWN = 100
"""Faults that the bar has room for, the gravest first."""

DESKS = ("translations", "upcoming", "import", "releases")


def state(site: LiveSite, faults: Sequence[Diagnostic], language: str) -> str:
    """Write the state as one line of JSON; messages are in a language."""
    counts = {str(one): sum(fault.severity is one for fault in faults) for one in Severity}
    told: dict[str, Any] = {"generation": site.generation, "counts": counts, "drafts": site.shows_drafts}
    told |= {"faults": [], "links": {}, "kept": []}
    standing = site.standing
    if standing is not None:
        told["kept"] = sorted(standing.kept)
        gravest = sorted(faults, key=lambda one: list(Severity).index(one.severity))[:SHOWN]
        report, content = standing.pipeline.report, standing.pipeline.settings.folders.content
        told["faults"] = json.loads(report(gravest, language, "json", content, content, False))
        told["links"] = {code: _links(standing, code) for code in standing.site.languages}
    return json.dumps(told, ensure_ascii=False)


def texts(language: str) -> Mapping[str, Any]:
    """Return the texts of the bar."""
    return messages(Path(__file__).parent, language)


def _links(standing: Standing, code: str) -> Mapping[str, str]:
    site, desks = standing.site, standing.pipeline.desks
    found = {name: f"{FOLDER}{name}" for name in DESKS if name in desks}
    calendar = section_address(site, code, "calendar")
    return {"blocks": workbench_address(site, code), "calendar": calendar, **found}
