"""Putting the guides' examples into a small site, and judging it as a build does."""

import io
import shutil
import struct
import zlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from PIL import Image

from plugins.bilingual.command import translations
from plugins.bilingual.records import FILE
from plugins.core.diagnostics import Diagnostic
from plugins.engine import command
from plugins.engine.run import Run
from plugins.engine.stop import ContentFaults
from tests.publishing.places import SITE
from tests.sites import options, plain_site, write

BEYOND_TEXT: Mapping[str, Callable[[str], bytes]] = {
    "FRM001": lambda text: text.encode("cp1252"),
    "FRM002": lambda text: text.replace("␀", "\0").encode(),
    "FRM003": lambda text: text.replace("…", "A" * 1_100_000).encode(),
    "BLK002": lambda text: text.replace("…", " sana" * 12_000).encode(),
    "BLK003": lambda text: text.replace("…", " sana" * 24_000).encode(),
    "BLK011": lambda text: text.replace("…", " sana" * 24_000).encode(),
}
"""How the wrong example becomes what it stands for, where a page of text cannot hold it."""


def picture(frames: int = 1) -> bytes:
    """Make a small picture; of several frames it moves."""
    stream = io.BytesIO()
    images = [Image.new("RGB", (40, 30), (50 * number, 80, 90)) for number in range(frames)]
    if frames > 1:
        images[0].save(stream, "GIF", save_all=True, append_images=images[1:])
    else:
        images[0].save(stream, "PNG")
    return stream.getvalue()


def vast_picture() -> bytes:
    """Make a picture that says it is larger than any that is opened."""
    head = struct.pack(">IIBBBBB", 20_000, 15_000, 1, 0, 0, 0, 0)
    written = b"\x89PNG\r\n\x1a\n"
    for name, data in ((b"IHDR", head), (b"IDAT", zlib.compress(b"")), (b"IEND", b"")):
        written += struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    return written


def located_picture() -> bytes:
    """Make a picture that tells where it was taken."""
    image, stream = Image.new("RGB", (40, 30)), io.BytesIO()
    exif = image.getexif()
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (60.0, 10.0, 5.0)
    image.save(stream, "JPEG", exif=exif)
    return stream.getvalue()


def pdf_file() -> bytes:
    """Make a PDF with one empty page."""
    parts = (b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
             b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>")  # fmt: skip
    written, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(written))
        written += b"%d 0 obj%bendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 4\n0000000000 65535 f \n%btrailer<</Size 4/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
    return written + end % (table, len(written))


BEYOND_WORDS: Mapping[str, Callable[[], bytes]] = {
    "images/valtava.png": vast_picture,
    "images/liike.gif": lambda: picture(3),
    "images/kaavio.png": picture,
    "files/kysely.pdf": pdf_file,
    "files/esitys.pdf": pdf_file,
    "files/lukusali.jpg": located_picture,
}
"""Files that an example describes in brackets."""


class ExampleSite:
    """A site with one project, a picture, and an example's files; `ledger.json` lies beside it, as a release's."""

    def __init__(self, folder: Path) -> None:
        """Keep the folder; nothing is written yet."""
        self.folder = folder
        self.content = folder / "content"
        self.ledger = folder / "ledger.json"
        self._confirmed = b""

    def hold(self, code: str, files: Mapping[str, str], *, wrong: bool) -> None:
        """Put the files of a state in the place of whatever example was there; confirmations stay."""
        shutil.rmtree(self.content, ignore_errors=True)
        plain_site(self.content)
        if code == "SIT001":
            (self.content / "site.yaml").unlink()
        (self.content / "images").mkdir()
        (self.content / "images/sali.jpg").write_bytes(picture())
        if self._confirmed:
            (self.content / FILE).write_bytes(self._confirmed)
        for path, text in files.items():
            self._write(path, text, BEYOND_TEXT.get(code, str.encode) if wrong else str.encode)

    def _write(self, path: str, text: str, encode: Callable[[str], bytes]) -> None:
        target = self.ledger if path == "ledger.json" else self.content / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if text.startswith("→ "):
            (self.folder / "elsewhere.md").write_text("---\n", encoding="utf-8")
            target.symlink_to(self.folder / "elsewhere.md")
        else:
            target.write_bytes(BEYOND_WORDS[path]() if path in BEYOND_WORDS else encode(text))

    def publish(self) -> None:
        """Build a release, and keep its ledger."""
        write(self.content, {"site.yaml": SITE})
        assert command.release(options(self.folder), self.folder / "release", None) == 0
        shutil.copyfile(self.folder / "release/ledger.json", self.ledger)

    def confirm(self) -> None:
        """Record that the versions are true to one another."""
        run = command.read(options(self.folder))
        assert run is not None
        assert run.index is not None
        assert translations(run.pipeline, run.index, "en", "text", ("confirm",), everything=True) == 0
        self._confirmed = (self.content / FILE).read_bytes()

    def diagnostics(self, *, release: bool, rendered: bool) -> tuple[Diagnostic, ...]:
        """Judge the content as a build does; `rendered` also what it would write, which takes ten times as long."""
        settings = command.settings_for(options(self.folder), self.folder / "judged", "discard")
        settings["KAIKU_RELEASE"] = release
        settings["KAIKU_LEDGER"] = str(self.ledger) if self.ledger.exists() else None
        settings["PELICAN_CLASS"](settings)
        run: Run = settings["KAIKU_RUN"]
        with suppress(ContentFaults):
            run.read()
            run.decide()
            if rendered:
                run.write()
        return tuple(run.diagnostics)
