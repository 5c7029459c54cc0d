"""In which characters a page is written: what it declares, what it betrays, and what browsers make of both.

Labels are those of the WHATWG Encoding Standard, in which `iso-8859-1` means windows-1252.
"""

import re

import webencodings

_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
_XML = re.compile(rb"""\A\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_.:-]+)""")
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_BETRAYED = ((re.compile(rb"\A\s*<\0[^\0]\0"), "utf-16-le"), (re.compile(rb"\A\s*\0<\0[^\0]"), "utf-16-be"))
_WITHOUT_HIGH_BYTES = frozenset({"utf-16-le", "utf-16-be", "iso-2022-jp"})
"""Encodings whose bytes may all be such as UTF-8 has too."""
_USUAL = "windows-1252"


def decoded(data: bytes, charset: str = "") -> str:
    """A page's text; `charset` is that of the HTTP header.

    A byte order mark decides. Else bytes that are UTF-8 are UTF-8, whatever is declared: other texts practically
    never look so. Else the declaration holds, the header's first, and where it says UTF-8 or nothing, the few bytes
    that are wrong are replaced, or the whole is windows-1252, the encoding of old pages in Finnish and Swedish.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    name = _name(charset) or _name_in(data)
    if name in _WITHOUT_HIGH_BYTES:
        return _read(data, name)
    for pattern, betrayed in _BETRAYED:
        if pattern.match(data):
            return data.decode(betrayed, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if name and name != "utf-8":
        return _read(data, name)
    text = data.decode("utf-8", "replace")
    wrong = text.count("\N{REPLACEMENT CHARACTER}")
    right = sum(sign > "\x7f" for sign in text) - wrong
    return text if right > wrong else _read(data, _USUAL)


def _read(data: bytes, label: str) -> str:
    encoding = webencodings.lookup(label)
    assert encoding is not None, label
    text, _ = encoding.codec_info.decode(data, "replace")
    return str(text)


def _name(label: str) -> str:
    """The name that the standard gives an encoding; empty for a label that it does not know."""
    encoding = webencodings.lookup(label)
    return "" if encoding is None or encoding.name == "x-user-defined" else encoding.name


def _name_in(data: bytes) -> str:
    """What a page says of itself; UTF-16 cannot be meant where the declaration can be read as ASCII."""
    head = data[:4096]
    found = _XML.match(head) or _DECLARED.search(head)
    name = _name(found[1].decode("ascii")) if found else ""
    return "utf-8" if name.startswith("utf-16") else name
