"""The configuration of the CMS says what the schemas say, in every language of messages."""

from typing import Any

import pytest
from pydantic import BaseModel

from plugins.authoring.schemas import SCHEMAS
from plugins.authoring.site_schema import BlocksSchema, SiteSchema
from plugins.core.documents import DocumentType
from plugins.editor.configuration import ENTRY_FIELDS, configuration
from plugins.editor.words import words_of

LANGUAGES = ("fi", "sv", "en")


def collections(language: str) -> dict[str, Any]:
    return {one["name"]: one for one in configuration(["fi", "sv"], language)["collections"]}


def names(fields: list[dict[str, Any]]) -> set[str]:
    return {one["name"] for one in fields}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", DocumentType)
def test_every_field_of_a_type_is_in_its_form(kind: DocumentType, language: str) -> None:
    fields = collections(language)[kind]["fields"]
    assert names(fields) == {*SCHEMAS[kind].model_fields, "body", *ENTRY_FIELDS}
    for field in fields:
        model = SCHEMAS[kind].model_fields.get(field["name"])
        inner = model.annotation if model else None
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            assert names(field["fields"]) == set(inner.model_fields)


@pytest.mark.parametrize(("file", "schema"), [("site", SiteSchema), ("blocks", BlocksSchema)])
def test_every_field_of_the_settings_is_in_its_form(file: str, schema: type[BaseModel]) -> None:
    (form,) = (one for one in collections("fi")["settings"]["files"] if one["name"] == file)
    assert names(form["fields"]) == {*schema.model_fields, "_base"}


@pytest.mark.parametrize("table", ["collections", "singular", "files", "labels", "hints", "words", "page", "errors"])
def test_every_word_is_there_in_every_language(table: str) -> None:
    first, *others = (words_of(code, table) for code in LANGUAGES)
    assert all(set(other) == set(first) for other in others)
    assert all(text.strip() for code in LANGUAGES for text in words_of(code, table).values())


def test_versions_stand_side_by_side_in_files_of_their_own() -> None:
    made = configuration(["sv", "fi"], "sv")
    assert made["i18n"] == {"structure": "multiple_files", "locales": ["sv", "fi"], "default_locale": "sv"}
    assert {one["extension"] for one in made["collections"] if "folder" in one} == {"md"}
