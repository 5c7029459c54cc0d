"""What takes long: a site may do without it, and nothing of it is made twice."""

import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from plugins.cards.drawing import Draughtsman
from plugins.console.arguments import ROOT
from plugins.engine import command
from plugins.images.encoding import Encoder
from plugins.search import rendering
from tests.images import originals
from tests.sites import SITE, files_of, news, options, site_with_search, write

SIGNS = {
    "cards": (b"og:image", r"cards/"),
    "search": (b'role="search"', r"haku/"),
    "avif": (b"image/avif", r"images/.*\.avif$"),
}
"""What pages say of each, and where its files stand."""
TEXT = "![Talo](../images/talo.jpg)"
MAKERS = {
    "cards": (Draughtsman, "draw"),
    "search": (rendering, "document_html"),
    "avif": (Encoder, "encoded"),
}
BUILD = """
import sys
from pathlib import Path
from plugins.engine import command
from tests.sites import options
assert command.build(options(Path(sys.argv[1]))) == 0
print(*sys.modules)
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site with all of it, which no test changes."""
    folder = tmp_path_factory.mktemp("extras")
    content = site_with_search(folder / "content")
    write(content, {"news/juttu.fi.md": news("Juttu", TEXT, image="{file: images/kansi.jpg, alt: Kansi}")})
    for name in ("kansi", "talo"):
        originals.put(content, f"images/{name}.jpg", originals.photograph(500, 400))
    assert command.build(options(folder)) == 0
    return folder


@pytest.fixture
def content(tmp_path: Path, made: Path) -> Path:
    """Copy the built site; give its content."""
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    return tmp_path / "content"


@pytest.mark.parametrize("extra", SIGNS)
def test_site_does_without(extra: str, content: Path, tmp_path: Path) -> None:
    word, place = SIGNS[extra]
    whole = files_of(tmp_path / "output")
    assert any(re.match(place, path) for path in whole)
    assert word in whole["uutiset/juttu/index.html"]
    write(content, {"site.yaml": f"{SITE}{extra}: false\n"})
    assert command.build(options(tmp_path)) == 0
    bare = files_of(tmp_path / "output")
    assert not any(re.match(place, path) for path in bare)
    # The workbench has a finder of its own, of blocks.
    assert not any(word in data for path, data in bare.items() if "blocks/" not in path)
    assert bare.keys() < whole.keys()


@pytest.mark.parametrize("extra", MAKERS)
def test_build_without_a_change_makes_none(
    extra: str, content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class MadeError(Exception):
        pass

    def make(*_: object, **__: object) -> None:
        raise MadeError

    monkeypatch.setattr(*MAKERS[extra], make)
    assert command.build(options(tmp_path)) == 0
    originals.put(content, "images/uusi.jpg", originals.photograph(480, 320))
    write(content, {"news/juttu.fi.md": news("Toinen otsikko", "![Talo](../images/uusi.jpg)")})
    with pytest.raises(MadeError):  # what tells that the maker is the right one
        command.build(options(tmp_path))


def test_build_without_a_change_loads_nothing_that_draws(content: Path, tmp_path: Path) -> None:
    """Pillow's core comes with Pelican; what opens, draws and encodes with it is ours."""
    assert content.is_dir()
    command_line = [sys.executable, "-X", "utf8", "-c", BUILD, str(tmp_path)]
    second = subprocess.run(command_line, cwd=ROOT, capture_output=True, text=True, check=True)
    makers = {"PIL.ImageFont", "PIL.ImageDraw", "PIL.JpegImagePlugin", "PIL.AvifImagePlugin"}
    assert all(find_spec(name) for name in makers)
    assert not makers & set(second.stdout.split())
