"""What can be told of front matter or settings with faults, so that the rest is judged along with them.

A fault hides nothing else: the values that are wrong are left out, what must be there is stood in for, and links,
pictures, identity codes and everything that refers to the file are judged. What is made like this is never shown.
"""

import copy
from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from plugins.authoring.validation import written_path
from plugins.authoring.yaml_document import Path

Model = TypeVar("Model", bound=BaseModel)

_ROUNDS = 10
"""What is left out may leave its surroundings wrong in turn, a level at a time."""
_LEFT_OUT = object()

_SESSIONS = [{"start": "0001-01-01"}]
STAND_INS: Mapping[Path, Any] = {
    ("title",): "–",
    ("date",): "0001-01-01",
    ("project",): [],
    ("meeting",): {"kind": "notes", "name": "–", "sessions": _SESSIONS},
    ("meeting", "kind"): "notes",
    ("meeting", "name"): "–",
    ("meeting", "sessions"): _SESSIONS,
    ("name",): "–",
    ("languages",): ["fi", "sv", "en"],
}
"""What stands where something must, of documents and of site.yaml."""


def salvaged(schema: type[Model], value: Any) -> Model | None:
    """Validate what is left of a value once its faults are left out; None when nothing can be made of it."""
    rest = copy.deepcopy(value) if isinstance(value, dict) else {}
    for _ in range(_ROUNDS):
        try:
            return schema.model_validate(rest)
        except ValidationError as error:
            # The deepest and last first, so that the numbers of list items before them stay true.
            for fault in sorted(error.errors(include_url=False), key=_order, reverse=True):
                _mend(rest, fault)
            rest = _pruned(rest)
    return None


def _order(error: ErrorDetails) -> tuple[int, str]:
    return len(error["loc"]), str(error["loc"])


def _mend(value: dict[str, Any], error: ErrorDetails) -> None:
    path = written_path(error["loc"], value)
    if error["type"] == "missing":
        wanted = (*(part for part in path if isinstance(part, str)), str(error["loc"][-1]))
        if wanted in STAND_INS:
            path, replacement = (*path, wanted[-1]), copy.deepcopy(STAND_INS[wanted])
        else:
            replacement = _LEFT_OUT
    else:
        replacement = _LEFT_OUT
    if not path:
        value.clear()
        return
    around: Any = value
    for part in path[:-1]:
        around = around[part]
        if not isinstance(around, dict | list):
            return  # left out with what is around it
    around[path[-1]] = replacement


def _pruned(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _pruned(item) for key, item in value.items() if item is not _LEFT_OUT}
    if isinstance(value, list):
        return [_pruned(item) for item in value if item is not _LEFT_OUT]
    return value
