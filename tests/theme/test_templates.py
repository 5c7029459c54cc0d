"""Rendering: what cannot be switched off, and what a page depends on."""

import shutil
import sys
from pathlib import Path

import msgspec.structs
import pytest
from jinja2 import FileSystemBytecodeCache

from plugins.core.contributions import Folders, Settings
from plugins.core.outputs import Kind, Renderer
from plugins.theming.outlet import Theme
from plugins.theming.plugin import contribute
from plugins.theming.templates import PageTemplates, data_block, template_name
from tests.theme.bodies import prose
from tests.theme.examples import pages
from tests.theme.site import LANGUAGES, THEME


def copied(folder: Path) -> Path:
    return Path(shutil.copytree(THEME, folder / "theme"))


def test_text_is_escaped_whatever_the_options_say() -> None:
    templates = PageTemplates(THEME, LANGUAGES, {"autoescape": False})
    view = pages("fi")["news"]
    hostile = msgspec.structs.replace(
        view, document=msgspec.structs.replace(view.document, title="<script>alert(1)</script>")
    )
    page = templates.render(hostile, prose)
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_a_view_without_a_field_is_a_fault(tmp_path: Path) -> None:
    theme = copied(tmp_path)
    (theme / "pages" / "news.html").write_text("{{ view.headline }}", encoding="utf-8")
    with pytest.raises(Exception, match="headline"):
        PageTemplates(theme, LANGUAGES, {}).render(pages("fi")["news"], prose)


def test_the_digest_changes_with_templates_catalogues_and_styles_only(tmp_path: Path) -> None:
    theme = copied(tmp_path)

    def digest() -> str:
        return PageTemplates(theme, LANGUAGES, {}).digest

    seen = [digest()]
    assert digest() == seen[0]
    for name in ("pages/news.html", "components/entry_list/entry_list.html", "locale/sv.po", "styles/base.css"):
        path = theme / name
        path.write_text(
            path.read_text(encoding="utf-8") + ("\n.x{top:0}\n" if name.endswith(".css") else "\n# x\n"),
            encoding="utf-8",
        )
        seen.append(digest())
    assert len(set(seen)) == len(seen)
    (theme / "components" / "mark" / "mark.yaml").write_text("other: words\n", encoding="utf-8")
    assert digest() == seen[-1]


def test_data_cannot_end_its_script() -> None:
    assert data_block('{"a": "</script><b>&"}') == '{"a": "\\u003c/script\\u003e\\u003cb\\u003e\\u0026"}'


@pytest.mark.parametrize(("view", "name"), [("HomePage", "pages/home.html"), ("NotFoundPage", "pages/not_found.html")])
def test_a_view_names_its_template(view: str, name: str) -> None:
    assert template_name(view) == name


def test_the_same_view_gives_the_same_page() -> None:
    one, other = (PageTemplates(THEME, LANGUAGES, {}).render(pages("sv")["home"], prose) for _ in range(2))
    assert one == other


def test_texts_are_filled_and_escaped() -> None:
    environment = PageTemplates(THEME, LANGUAGES, {}).environment("sv")
    shown = environment.from_string(
        "{{ _('Picture: %(credit)s', credit=who) }} {{ ngettext('%(num)s fact', '%(num)s facts', 2) }}"
    )
    assert shown.render(who="<b>Å") == "Bild: &lt;b&gt;Å 2 uppgifter"
    assert environment.from_string("{{ gettext_in('fi', 'Contents') }}").render() == "Sisällys"


def test_a_cache_on_disk_changes_neither_pages_nor_the_digest(tmp_path: Path) -> None:
    plain = PageTemplates(THEME, LANGUAGES, {})
    for _ in range(2):
        cached = PageTemplates(THEME, LANGUAGES, {"bytecode_cache": FileSystemBytecodeCache(str(tmp_path))})
        assert cached.digest == plain.digest
        assert cached.render(pages("fi")["home"], prose) == plain.render(pages("fi")["home"], prose)
    assert any(tmp_path.iterdir())


def test_compiled_templates_wait_beside_the_theme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Python keeps compiled modules, unless it may write none; never in the cache of a site."""
    theme = shutil.copytree(THEME, tmp_path / "theme", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    page = Theme(theme).templates.render(pages("fi")["home"], prose)
    kept = sorted((theme / "__pycache__").iterdir())
    assert {path.suffix for path in kept} == {".cache", ".mo"}
    times = [path.stat().st_mtime_ns for path in kept]
    assert Theme(theme).templates.render(pages("fi")["home"], prose) == page
    assert [path.stat().st_mtime_ns for path in sorted((theme / "__pycache__").iterdir())] == times
    shutil.rmtree(theme / "__pycache__")
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert Theme(theme).templates.render(pages("fi")["home"], prose) == page
    assert not (theme / "__pycache__").exists()
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    (theme / "__pycache__").write_bytes(b"")
    assert Theme(theme).templates.render(pages("fi")["home"], prose) == page


def test_the_runs_of_a_process_load_a_theme_once(tmp_path: Path) -> None:
    """Until a file of it changes, comes or goes."""
    theme = copied(tmp_path)

    def renderer() -> Renderer:
        kind = contribute(Settings(Folders(tmp_path, tmp_path, tmp_path, theme))).kinds["page"]
        assert isinstance(kind, Kind)
        return kind.render

    first = renderer()
    assert renderer() == first
    (theme / "pages" / "uusi.html").write_text("{# Ei vielä mitään. #}", encoding="utf-8")
    second = renderer()
    assert second != first
    (theme / "pages" / "uusi.html").unlink()
    assert renderer() != second
