"""What a written block says: its text, its links and its version, read off its HTML."""

import re
from html import unescape

from plugins.core.block_contract import version
from plugins.core.markup.text import folded

_TAG = re.compile(r"<[^>]*>")
_LINE_END = re.compile(r"</?(?:p|h[2-6]|li|ul|ol|dt|dd|blockquote|tr|caption|figcaption|summary|pre)(?: [^>]*)?>")
_BREAK = re.compile(r"<br>|</t[dh]>")
_HREF = re.compile(r'<a(?: [a-z]+="[^"]*")*? href="([^"]*)"')
"""Of a link: a text may speak of ` href="…"` too."""


def version_of(html: str) -> str:
    """The version of a written block."""
    return version(unescape(_TAG.sub("", html)), map(unescape, _HREF.findall(html)))


def text_of(html: str) -> str:
    """The plain text of a written block, a line for each paragraph, heading or item."""
    text = unescape(_TAG.sub("", _BREAK.sub(" ", _LINE_END.sub("\n", html))))
    return "\n".join([line for one in text.split("\n") if (line := folded(one))])
