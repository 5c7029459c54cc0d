"""Word files made by hand: the parts that a test needs, as Word writes them."""

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{shown}"/></w:style>'
    for name, shown in (
        ("Title", "Title"),
        ("Otsikko1", "heading 1"),
        ("Otsikko2", "heading 2"),
        ("Otsikko3", "heading 3"),
    )
)
_LEVELS = "".join(
    f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
    for depth, (form, text) in enumerate((("decimal", "%1."), ("lowerLetter", "%2)")))
)
_NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{_LEVELS}</w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
)
BULLET, NUMBER, LETTER = (2, 0), (1, 0), (1, 1)


def run(text: str, *, bold: bool = False) -> str:
    """A run; tabs in its text are tabs."""
    inner = "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in text.split("\t"))
    return f"<w:r>{'<w:rPr><w:b/></w:rPr>' if bold else ''}{inner}</w:r>"


def p(*inner: str, style: str = "", listed: tuple[int, int] | None = None) -> str:
    """A paragraph of runs, or of plain text."""
    runs = "".join(one if one.startswith("<") else run(one) for one in inner)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    number = f'<w:numPr><w:ilvl w:val="{listed[1]}"/><w:numId w:val="{listed[0]}"/></w:numPr>' if listed else ""
    return f"<w:p><w:pPr>{named}{number}</w:pPr>{runs}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """A table; a cell is text, or paragraphs."""

    def cell(text: str) -> str:
        return f"<w:tc>{text if text.startswith('<w:p>') else p(text)}</w:tc>"

    written = "".join("<w:tr>" + "".join(map(cell, row)) + "</w:tr>" for row in rows)
    return f"<w:tbl>{written}</w:tbl>"


def docx(*body: str, parts: Mapping[str, str | bytes] | None = None, links: Mapping[str, str] | None = None) -> bytes:
    """A Word file; `parts` are more files of the package, `links` addresses by the ids of relationships."""
    relations = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/hyperlink" Target="{escape(target)}" TargetMode="External"/>'
        for name, target in (links or {}).items()
    )
    kinds = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "comments": "comments"}
    named = "".join(
        f'<Relationship Id="k{one}" Type="{_OFFICE}/{one}" Target="{one}.xml"/>'
        for one in kinds
        if one in {"styles", "numbering"} or f"word/{one}.xml" in (parts or {})
    )
    pictures = "".join(
        f'<Relationship Id="{name[11:-4]}" Type="{_OFFICE}/image" Target="{name[5:]}"/>'
        for name in parts or {}
        if name.startswith("word/media/")
    )
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="r1" Type="{_OFFICE}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document {W} xmlns:r="{_OFFICE}"><w:body>{"".join(body)}</w:body></w:document>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}">{named}{relations}{pictures}'
        "</Relationships>",
        "word/styles.xml": f"<w:styles {W}>{_STYLES}</w:styles>",
        "word/numbering.xml": f"<w:numbering {W}>{_NUMBERING}</w:numbering>",
        **(parts or {}),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in files.items():
            package.writestr(name, part)
    return stream.getvalue()
