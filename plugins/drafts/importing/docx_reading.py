"""Word files, read by mammoth: the only module that knows it."""

import io
import posixpath
from collections.abc import Iterable

from bs4 import BeautifulSoup, Tag

from plugins.drafts.importing.blocks import Imported, ImportedBlock, ImportedPicture, plain_paragraph
from plugins.drafts.importing.docx_package import DocxPackage
from plugins.drafts.importing.html_blocks import HtmlReader
from plugins.drafts.importing.refusals import RefusalError
from plugins.drafts.importing.runs import clean

_STYLES = """
comment-reference => sup
u => em
strike => s
p[style-name='Title'] => h1.title:fresh
p[style-name='Subtitle'] => p.subtitle:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Quotations'] => blockquote > p:fresh
p[style-name='heading 7'] => h6:fresh
p[style-name='heading 8'] => h6:fresh
p[style-name='heading 9'] => h6:fresh
br[type='page'] =>
"""
_ENDINGS = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp", "image/tiff": "tiff",
            "image/bmp": "bmp"}  # fmt: skip


def read_docx(data: bytes) -> Imported:
    """Read a Word file; raises RefusalError where it cannot be."""
    import mammoth

    package = DocxPackage(data)
    pictures: dict[str, ImportedPicture] = {}

    def keep(image: "mammoth.documents.Image") -> dict[str, str]:
        source = f"picture-{len(pictures) + 1}"
        ending = _ENDINGS.get(image.content_type)
        with image.open() as stream:
            pictures[source] = ImportedPicture(f"{source}.{ending or 'bin'}", stream.read() if ending else b"")
        return {"src": source}

    try:
        prepared = io.BytesIO(package.prepared())
        conversion = mammoth.convert_to_html(
            prepared,
            style_map=_STYLES,
            convert_image=mammoth.images.img_element(keep),
            include_embedded_style_map=False,
        )
    except RefusalError:
        raise
    except RecursionError as error:
        raise RefusalError("IMP002") from error
    except Exception as error:
        # Whatever a damaged file brings about in a reader of somebody else's is a fault of that file.
        raise RefusalError("IMP002") from error
    soup = BeautifulSoup(conversion.value, "lxml")
    remarks = tuple(_remarks(soup))
    blocks = (*HtmlReader(soup, has_tabs=True).read(), *remarks)
    had = tuple((source, picture) for source, picture in pictures.items() if picture.data)
    return Imported(blocks, package.title(), pictures=had, asides=package.asides(), dropped=tuple(package.dropped))


def _remarks(soup: BeautifulSoup) -> Iterable[ImportedBlock]:
    """Take the comments in the margin out of the text."""
    for mark in soup.find_all("a", href=lambda href: bool(href) and href.startswith("#comment-")):
        if mark.get_text() != "↑":
            mark.decompose()
    for term in soup.find_all("dt", id=lambda name: bool(name) and name.startswith("comment-")):
        meaning = term.find_next_sibling("dd")
        if isinstance(meaning, Tag):
            for link in meaning.find_all("a"):
                if link.get_text() == "↑":
                    link.decompose()
            author = clean(term.get_text()).removeprefix("Comment ").strip(" []")
            text = clean(meaning.get_text(" ")).strip()
            meaning.decompose()
            if text:
                yield ImportedBlock("remark", plain_paragraph(text).lines, label=author)
        term.decompose()


def extension(name: str) -> str:
    """Return the ending of a file's name, small letters, without the dot."""
    return posixpath.splitext(name)[1].lstrip(".").casefold()
