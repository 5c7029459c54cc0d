"""The editor's room, asked as the preview asks it: the page, sketches, remarks, KEYs, and what was put aside."""

import json
from pathlib import Path
from typing import Any

import pytest

from plugins.editor.room import EditorRoom
from plugins.preview.annex import AnnexRequest, Answer
from plugins.preview.live_site import LiveSite
from tests.editor.writers import Tab, load, protocol
from tests.sites import files_of, news, options, plain_site, write

PATH = "news/kysely.fi.md"


@pytest.fixture
def room(tmp_path: Path) -> EditorRoom:
    write(plain_site(tmp_path / "content"), {PATH: news("Kysely", "Vanha teksti.")})
    given = options(tmp_path, drafts=True)
    site = LiveSite(given)
    assert site.open()
    return EditorRoom(given, site)


def get(room: EditorRoom, name: str, **query: str) -> Answer:
    answer = room.answer(AnnexRequest(f"/admin/{name}", query))
    assert answer is not None
    return answer


def post(room: EditorRoom, name: str, **given: Any) -> Any:
    answer = room.answer(AnnexRequest(f"/admin/{name}", {}, json.dumps(given).encode()))
    assert answer is not None
    return json.loads(answer.data)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_page_has_a_policy_of_its_own(room: EditorRoom, language: str) -> None:
    answer = get(room, "", lang=language)
    policy = dict(answer.headers)["Content-Security-Policy"]
    assert f'<html lang="{language}">' in answer.data.decode()
    assert policy.startswith("default-src 'none'")
    assert "http" not in policy
    assert json.loads(get(room, "settings.json", lang=language).data)["config"]["locale"] == language


def test_a_sketch_shows_what_is_not_saved(room: EditorRoom, tmp_path: Path) -> None:
    before = files_of(tmp_path / "content")
    form = load(protocol(tmp_path), PATH)
    made = post(room, "sketch", path=PATH, form={**form, "title": "Aivan uusi", "body": "Uusi **teksti**."})
    address, _, number = made["address"].partition("?kaiku-sketch=")
    assert address == "/uutiset/aivan-uusi/"
    answer = room.answer(AnnexRequest(address, {"kaiku-sketch": number}))
    assert answer is not None
    assert "Uusi <strong>teksti</strong>." in answer.data.decode()
    assert files_of(tmp_path / "content") == before
    assert room.answer(AnnexRequest(address, {"kaiku-sketch": "0" * 16})) is None


def test_a_text_that_is_new_has_a_sketch_too(room: EditorRoom) -> None:
    form = {"title": "Ihan uusi", "date": "2031-05-20", "project": ["hanke"], "status": "draft", "body": "Alku."}
    made = post(room, "sketch", path="news/kaiku.sv.md", form=form)
    assert made["address"].startswith("/sv/nyheter/ihan-uusi/")


def test_a_remark_leads_to_its_field(room: EditorRoom, tmp_path: Path) -> None:
    write(tmp_path / "content", {PATH: news("Kysely", "\nEnsin.\n\n![](../images/a.jpg)", expires="huomenna")})
    told = json.loads(get(room, "findings", path=PATH, lang="fi").data)["findings"]
    assert {(one["field"], one["line"]) for one in told} == {("expires", 0), ("body", 3)}
    assert all(one["language"] == "fi" and one["what"] for one in told)


def test_a_new_text_gets_a_key_that_is_free(room: EditorRoom) -> None:
    form = {"title": "Kysely lähtee", "date": "2031-05-14"}
    made = post(room, "key", collection="news", forms={"fi": form, "sv": {}})
    assert made == {"key": "2031-05-14-kysely-lahtee"}
    assert "error" in post(room, "key", collection="news", forms={"fi": {**form, "title": ""}, "sv": {}})


def test_what_was_put_aside_can_be_taken(room: EditorRoom, tmp_path: Path) -> None:
    """And what it takes the place of is put aside in its turn."""
    answers = room._protocol("en")
    first, second = Tab(answers, PATH), Tab(answers, PATH)
    first.forms[PATH]["title"], second.forms[PATH]["title"] = "Ensimmäinen", "Toinen"
    first.save()
    told = post(room, "api", action="persistEntry", params={"dataFiles": second_files(second)})
    name = told["error"].rsplit("/", 1)[1]
    page = get(room, f"aside/{name}", lang="fi").data.decode()
    assert "title: Ensimmäinen" in page
    assert "title: Toinen" in page
    room.answer(AnnexRequest(f"/admin/aside/{name}", {}, b""))
    assert "title: Toinen" in (tmp_path / "content" / PATH).read_text(encoding="utf-8")
    assert any("title: Ensimmäinen" in one.mine for one in answers.aside.all())


def second_files(tab: Tab) -> list[dict[str, str]]:
    return [{"path": path, "raw": json.dumps(form)} for path, form in tab.forms.items()]


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b"\xff", b'{"action": "rm"}', b"[" * 100_000])
def test_nonsense_is_answered(room: EditorRoom, body: bytes) -> None:
    answer = room.answer(AnnexRequest("/admin/api", {}, body))
    assert answer is not None
    assert answer.status in {400, 422}
