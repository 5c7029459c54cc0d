"""The workflow does what staff without a terminal need."""

import re
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from plugins.console.arguments import OPTIONS

WORKFLOW = Path(__file__).parents[2] / ".github" / "workflows" / "publish.yml"


def test_workflow() -> None:
    flow: dict[str, Any] = YAML(typ="safe").load(WORKFLOW)
    assert set(flow["on"]) == {"push", "schedule", "workflow_dispatch"}
    assert re.fullmatch(r"\d+ \* \* \* \*", flow["on"]["schedule"][0]["cron"])
    assert flow["permissions"] == {"contents": "write"}
    assert flow["concurrency"]["cancel-in-progress"] is False
    steps = flow["jobs"]["publish"]["steps"]
    assert any(step.get("with", {}).get("path") == ".cache" for step in steps)
    command = steps[-1]["run"]
    assert command.startswith("./kaiku publish ")
    assert {word.removeprefix("--") for word in command.split() if word.startswith("--")} <= set(OPTIONS)
