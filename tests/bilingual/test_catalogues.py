"""Updating the catalogues keeps what has been translated and writes nothing that churns."""

from io import BytesIO
from pathlib import Path

from babel.messages.pofile import read_po

from plugins.theming.catalogue_update import update, updated
from plugins.theming.catalogues import CatalogueMessage

PO = """# Ruotsinkieliset tekstit.
msgid ""
msgstr ""
"Language: sv\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

#: pages/old.html
msgid "Gone"
msgstr "Borta"

# Syntyy tekstistä.
#: pages/a.html
msgid "Contact"
msgid_plural "Contacts"
msgstr[0] "Kontakt"
msgstr[1] "Kontakter"

#: pages/a.html
msgctxt "verb"
msgid "Open"
msgstr "Öppna"
""".encode()

WANTED = {
    CatalogueMessage("", "Contact", "Contacts"): ("pages/a.html", "pages/b.html"),
    CatalogueMessage("", "New", ""): ("pages/b.html",),
    CatalogueMessage("", "News", "Many news"): ("pages/b.html",),
    CatalogueMessage("verb", "Open", ""): ("pages/a.html",),
}


def test_update() -> None:
    after = updated(PO, "sv", WANTED)
    assert updated(after, "sv", WANTED) == after
    text = after.decode()
    assert text.startswith(PO.decode().partition("\n\n")[0] + "\n\n")
    assert "Gone" not in text
    assert "POT-Creation-Date" not in text
    assert "pages/b.html:" not in text
    assert "# Syntyy tekstistä." in text
    read = read_po(BytesIO(after), locale="sv")
    assert read.get("Contact").string == ("Kontakt", "Kontakter")  # type: ignore[union-attr]
    assert read.get("Open", context="verb").string == "Öppna"  # type: ignore[union-attr]
    assert read.get("New").string == ""  # type: ignore[union-attr]
    assert read.get("News").string == ("", "")  # type: ignore[union-attr]


def test_a_theme_is_updated_once(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "locale").mkdir()
    (tmp_path / "pages" / "a.html").write_text('{{ _("Hello") }}', encoding="utf-8")
    (tmp_path / "locale" / "sv.po").write_bytes(PO)
    assert update(tmp_path) == 0
    first = (tmp_path / "locale" / "sv.po").read_bytes()
    assert b'msgid "Hello"\nmsgstr ""\n' in first
    assert b"Gone" not in first
    assert update(tmp_path) == 0
    assert (tmp_path / "locale" / "sv.po").read_bytes() == first
