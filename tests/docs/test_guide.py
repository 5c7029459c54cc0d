"""The guides for staff are true: every code is there in both languages, and every example does what it says."""

from pathlib import Path

import pytest

from plugins.core.codes import CODES
from plugins.core.diagnostics import Place
from tests.docs.examples import ExampleSite
from tests.docs.guides import GUIDES, WEIGHTS, sections
from tests.systems import IS_WINDOWS

FINISHED_TREE = "what is wrong is made by the program or the theme; no content can bring it about"
EXEMPT = {
    "BLK010": "the program's own serialisers make no block that a text format would change",
    **{
        f"IMP{number:03}": "what is brought in is no text of the content yet; tests/importing has files"
        for number in range(1, 13)
    },
    "LNK005": "examples are judged without a network; tests/quality has a server of its own",
    "OUT001": FINISHED_TREE,
    "OUT003": FINISHED_TREE,
    "PLG001": "a room of the program that does not load is no fault of the content",
}
"""Codes without an example, and why."""
UNTRIED = {"DOC012", "DOC013", "FRM014"} if IS_WINDOWS else set()
"""Codes whose wrong examples Windows cannot hold: names that it refuses or takes for one, and a symbolic link."""

SECTIONS = {language: sections(guide) for language, guide in GUIDES.items()}


@pytest.mark.parametrize("language", GUIDES)
def test_every_code_has_its_section(language: str) -> None:
    """A guide tells of every code, in the order of the codes, with its name and weight; and of no other."""
    found = SECTIONS[language]
    assert list(found) == list(CODES)
    for code, section in found.items():
        assert section.name == CODES[code].name
        assert section.text.startswith(WEIGHTS[language][CODES[code].severity]), code
        assert bool(section.states) == (code not in EXEMPT), code
        assert not section.states or {"wrong", "right"} <= section.states.keys(), code


def test_guides_say_the_same() -> None:
    """Both languages show examples of the same kind."""
    finnish, swedish = SECTIONS["fi"], SECTIONS["sv"]
    for code, section in finnish.items():
        assert section.states.keys() == swedish[code].states.keys(), code
        for state, files in section.states.items():
            assert len(files) == len(swedish[code].states[state]), f"{code} {state}"


@pytest.mark.parametrize("language", GUIDES)
@pytest.mark.parametrize("code", [code for code in CODES if code not in {*EXEMPT, *UNTRIED}])
def test_examples(code: str, language: str, tmp_path: Path) -> None:
    """What is wrong gives the diagnostic, at a place of the example; what is right does not, and has no error."""
    states = SECTIONS[language][code].states
    site, judging = (
        ExampleSite(tmp_path),
        {"release": code in {"SIT003", "SIT004"}, "rendered": code.startswith(("BLK", "OUT"))},
    )
    if "first" in states:
        site.hold(code, states["first"], wrong=False)
        (site.publish if code.startswith("LED") else site.confirm)()
    site.hold(code, states["wrong"], wrong=True)
    found = site.diagnostics(**judging)
    assert any(one.code == code and is_in(one.place, states["wrong"]) for one in found), found
    site.hold(code, states["right"], wrong=False)
    if code.startswith("BIL") and "first" in states:
        site.confirm()
    if "ledger.json" in states["wrong"]:
        site.ledger.unlink()
    found = site.diagnostics(**judging)
    assert not [one for one in found if one.is_error or (one.code == code and is_in(one.place, states["right"]))], found


def is_in(place: Place, files: dict[str, str]) -> bool:
    """Tell whether a place is a line of an example's file, a folder of it, or the settings that are not there."""
    named = place.path.removesuffix("aml")
    near = [text for path, text in files.items() if path.startswith(named) or named.endswith(f"/{path}")]
    return any(place.line <= max(1, len(text.splitlines())) for text in near)
