"""The workflow does what staff without a terminal need."""

import re
from pathlib import Path
from typing import Any

import yaml

from plugins.console.arguments import OPTIONS

WORKFLOW = Path(__file__).parents[2] / ".github" / "workflows" / "publish.yml"


def test_workflow() -> None:
    flow: dict[str, Any] = yaml.load(WORKFLOW.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - texts only
    assert set(flow["on"]) == {"push", "schedule", "workflow_dispatch"}
    assert re.fullmatch(r"\d+ \* \* \* \*", flow["on"]["schedule"][0]["cron"])
    assert flow["permissions"] == {"contents": "write"}
    assert flow["concurrency"]["cancel-in-progress"] == "false"
    steps = flow["jobs"]["publish"]["steps"]
    assert any(step.get("with", {}).get("path") == ".cache" for step in steps)
    command = steps[-1]["run"]
    assert command.startswith("./kaiku publish ")
    assert {word.removeprefix("--") for word in command.split() if word.startswith("--")} <= set(OPTIONS)
