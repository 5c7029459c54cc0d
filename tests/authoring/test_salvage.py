"""Whatever stands in front matter, reading raises nothing, and what is left of it can be judged."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from plugins.authoring.salvage import salvaged
from plugins.authoring.schemas import SCHEMAS
from plugins.authoring.version_reading import SourceName, read_version
from plugins.core.documents import DocumentType
from tests.laws import law

_WORDS = ("2031-05-14", "9999-12-31T23:59", "notes", "published", "/vanha/", "hanke", "", "a", "https://example.org/")
scalars = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8), st.sampled_from(_WORDS))
_KEYS = sorted(
    {"meeting", "pilot", "kind", "name", "sessions", "start", "end", "figures", "label", "value", "file", "alt", "url"}
    | {key for schema in SCHEMAS.values() for key in schema.model_fields}
)
values: "st.SearchStrategy[Any]" = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(_KEYS), inner, max_size=4),
    max_leaves=8,
)
fields = st.dictionaries(st.sampled_from(_KEYS) | st.text(max_size=5), values, max_size=8)


def front_matter(given_fields: dict[str, Any]) -> str:
    written = "".join(f"{json.dumps(key)}: {json.dumps(value)}\n" for key, value in given_fields.items())
    return f"---\n{written}---\n\n[Linkki](puuttuu.fi.md)\n"


@law(150, 10_000)
@given(st.sampled_from(list(DocumentType)), fields)
def test_any_front_matter_is_judged(kind: DocumentType, given_fields: dict[str, Any]) -> None:
    name = SourceName(f"{kind.value}/x.fi.md", kind, "x", "fi")
    reading = read_version(name, front_matter(given_fields).encode("utf-8")).reading
    assert reading.judged is not None
    assert len(reading.judged.body.references) == 1
    assert (reading.version is None) == any(one.code.startswith("FRM") and one.is_error for one in reading.diagnostics)


def test_what_is_right_stays() -> None:
    value = {
        "title": 5,
        "date": "2031-05-14",
        "klo": 1,
        "project": ["a", 3],
        "tags": ["x", None],
        "image": {"alt": "y"},
    }
    model = salvaged(SCHEMAS[DocumentType.NEWS], value)
    assert model is not None
    assert (model.title, model.date and model.date.iso, model.project, model.tags, model.image) == (
        "–",
        "2031-05-14",
        ["a"],
        ["x"],
        None,
    )
    assert value["title"] == 5, "what was read is not touched"
