"""The state of the preview for its bar: which version of the site, what is wrong with it, where its desks stand."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from plugins.console.texts import messages
from plugins.core.addresses import home_address, section_address
from plugins.core.block_contract import FOLDER as BLOCKS
from plugins.core.diagnostics import Diagnostic, Severity
from plugins.preview.desks import FOLDER
from plugins.preview.resident import Standing

SHOWN = 100
"""Faults that the bar has room for, the gravest first."""

DESKS = ("translations", "upcoming", "import", "releases")


def state(standing: Standing | None, generation: str, faults: Sequence[Diagnostic], language: str) -> str:
    """Write the state as one line of JSON; messages are in a language."""
    counts = {str(one): sum(fault.severity is one for fault in faults) for one in Severity}
    told = {"generation": generation, "counts": counts, "faults": [], "links": {}}
    if standing is not None:
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
    return {"blocks": f"{home_address(site, code)}{BLOCKS}", "calendar": calendar, **found}
