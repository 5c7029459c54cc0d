"""Schemas: what stands for a mapping that is left out is what reading an empty one gives."""

import pytest
from pydantic import BaseModel

from plugins.authoring import schemas, site_schema
from plugins.authoring.field_types import Schema

SCHEMAS = [
    one
    for module in (schemas, site_schema)
    for one in vars(module).values()
    if isinstance(one, type) and issubclass(one, Schema)
]
DEFAULTS = [
    field.default
    for schema in SCHEMAS
    for field in schema.model_fields.values()
    if isinstance(field.default, BaseModel)
]


@pytest.mark.parametrize("default", DEFAULTS, ids=lambda default: type(default).__name__)
def test_defaults_are_like_empty_mappings(default: BaseModel) -> None:
    read = type(default).model_validate({})
    assert default == read
    assert default.model_fields_set == read.model_fields_set


def test_defaults_are_several() -> None:
    assert len(DEFAULTS) > 5
