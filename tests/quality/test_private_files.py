"""What an attachment tells is told where a text uses it, and the text's author can answer for it."""

import json
from pathlib import Path

import pytest
from PIL import Image

from plugins.engine import command
from tests.sites import news, options, plain_site, write


def found(folder: Path, capsys: pytest.CaptureFixture[str]) -> list[tuple[str, str, int]]:
    capsys.readouterr()
    command.check(options(folder, format="json"))
    said = capsys.readouterr().out
    assert "4567" not in said
    assert "308T" not in said
    assert "maija" not in said
    return [
        (one["code"], one["path"].rpartition("content/")[2], one["line"])
        for one in json.loads(said)
        if one["code"].startswith("PRV")
    ]


def test_attachments_are_judged_by_who_uses_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plain_site(tmp_path / "content")
    body = "[Ohje vastaajille](../files/ohje.txt)"
    write(
        tmp_path / "content",
        {
            "files/ohje.txt": "puh. 040 123 4567, maija@kirjasto.fi, yhteys@hanke.fi",
            "news/a.fi.md": news("Uutinen", body),
            "news/b.fi.md": news("Toinen", body, privacy_ok="[phone, email]"),
            "projects/hanke.fi.md": "---\ntitle: Hanke\ncontacts: [{email: Yhteys@hanke.fi}]\n---\n\nTeksti.\n",
        },
    )
    expected = [("PRV002", "news/a.fi.md", 7), ("PRV003", "news/a.fi.md", 7)]
    assert found(tmp_path, capsys) == expected
    assert found(tmp_path, capsys) == expected, "what was found is kept with the file"
    write(tmp_path / "content", {"files/ohje.txt": "Ei mitään.", "files/vanha.txt": "131052-308T, 040 123 4567"})
    assert found(tmp_path, capsys) == [("PRV001", "files/vanha.txt", 1)]


def test_pictures_of_front_matter(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The pictures that front matter names have alternative texts like all others."""
    plain_site(tmp_path / "content")
    images = {
        "a": "{file: images/a.jpg, alt: IMG_2031.jpg}",
        "b": "{file: images/a.jpg, alt: Sali, caption: sali.}",
        "c": "{file: images/a.jpg, alt: Kymmenen lukijaa, caption: Sali}",
    }
    texts = {f"news/{key}.fi.md": news(f"Uutinen {key}", image=image) for key, image in images.items()}
    write(tmp_path / "content", texts)
    Image.new("RGB", (40, 30)).save(write(tmp_path / "content", {"images/x": ""}) / "images/a.jpg")
    command.check(options(tmp_path, format="json"))
    said = [one for one in json.loads(capsys.readouterr().out) if one["code"] in {"IMG007", "IMG008"}]
    assert [(one["code"], one["path"][-9:], one["line"]) for one in said] == [
        ("IMG007", "s/a.fi.md", 5),
        ("IMG008", "s/b.fi.md", 5),
    ]


def test_addresses_of_contacts_and_examples_are_public(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plain_site(tmp_path / "content")
    body = "Kirjoita: yhteys@hanke.fi, nimi@example.org tai maija@kirjasto.fi. Sama: <MAIJA@kirjasto.fi>"
    write(
        tmp_path / "content",
        {
            "news/a.fi.md": news("Uutinen", body),
            "news/b.fi.md": news("Toinen", body, privacy_ok="[email]"),
            "projects/hanke.fi.md": "---\ntitle: Hanke\ncontacts: [{email: yhteys@hanke.fi}]\n---\n\nTeksti.\n",
        },
    )
    assert found(tmp_path, capsys) == [("PRV003", "news/a.fi.md", 7)]
