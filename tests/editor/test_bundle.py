"""The script of the CMS is the one that was fetched, and is carried in the wheel with its licence."""

import json

from distribution.bill_of_materials import BUNDLED
from distribution.editor_bundle import PACKAGE, VENDOR, integrity
from plugins.editor.page import bundle


def test_script_is_what_was_fetched() -> None:
    known = json.loads((VENDOR / f"{PACKAGE}.json").read_text(encoding="utf-8"))
    assert integrity(bundle()) == known["script"]
    assert (PACKAGE, known["version"], known["licence"]) in [one[:3] for one in BUNDLED]
    assert (VENDOR / f"{PACKAGE}.js.LICENSE.txt").is_file()
