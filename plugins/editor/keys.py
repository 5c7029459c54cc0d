"""KEYs of new documents: what `./kaiku new` would propose, and free."""

from collections.abc import Mapping
from typing import Any

from plugins.authoring.field_types import parse_when
from plugins.core.documents import DocumentType
from plugins.core.index import SiteIndex
from plugins.drafts.answers import Judge, MisfitError
from plugins.drafts.draft import DATED, proposed_key
from plugins.editor.refusals import RefusedError

_MOST = 1000


def new_key(index: SiteIndex, kind: DocumentType, forms: Mapping[str, Any]) -> str:
    """Return the KEY of a document that begins with forms by language; raises RefusedError without a title."""
    titles = [(code, str(form.get("title") or "")) for code, form in forms.items() if isinstance(form, dict)]
    if not any(title.strip() for _, title in titles):
        raise RefusedError("untitled")
    first = next(iter(forms.values()))
    date = parse_when(str(first.get("date") or "")) or parse_when(index.now.date().isoformat())
    proposed = proposed_key(titles, date if kind in DATED else None) or str(kind)
    judge = Judge(index)
    for number in range(1, _MOST):
        key = proposed if number == 1 else f"{proposed}-{number}"
        try:
            found = judge.key(key, kind, [])
        except MisfitError:
            continue
        if found not in index.by_key:
            return found
    raise RefusedError("untitled")
