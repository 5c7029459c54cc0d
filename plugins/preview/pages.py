"""What the preview adds to pages on their way to the browser: a script that follows the site and shows the bar."""

import json
from collections.abc import Mapping
from html import escape
from pathlib import Path

SCRIPT = "/.kaiku/preview.js"
MORPH = "/.kaiku/idiomorph.js"
EVENTS = "/.kaiku/events"
SHOWN = "/.kaiku/shown"

_BROWSER = Path(__file__).parent / "browser"


def with_preview(html: bytes, generation: str, source: str) -> bytes:
    """Put the script into a page, with the state of the site that the page shows and the source that it is of."""
    tag = (
        f'<script src="{MORPH}" defer></script>'
        f'<script src="{SCRIPT}" defer data-generation="{generation}" data-source="{escape(source)}"></script>'
    )
    return html.replace(b"</head>", tag.encode() + b"</head>", 1)


def preview_script(texts: Mapping[str, str], language: str) -> bytes:
    """Write the script; the texts of the bar are in the language of messages."""
    given = json.dumps(
        {"texts": dict(texts), "events": EVENTS, "shown": SHOWN, "language": language}, ensure_ascii=False
    )
    script, style = ((_BROWSER / name).read_text("utf-8") for name in ("preview.js", "preview.css"))
    return f"const KAIKU = {given};\nconst KAIKU_STYLE = {json.dumps(style)};\n{script}".encode()


def morph_script() -> bytes:
    """Return Idiomorph, which changes a page in place into another one."""
    return (_BROWSER / "idiomorph.js").read_bytes()
