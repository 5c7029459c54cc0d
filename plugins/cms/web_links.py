"""What the filter "Convert URLs into links" does to a text: Drupal's `_filter_url`, pattern for pattern."""

import re
import unicodedata
from collections.abc import Callable
from functools import cache, partial
from html import escape, unescape
from html.entities import name2codepoint
from itertools import groupby

from plugins.cms.filtering import SCHEMES

LONGEST = 72
"""Signs of an address that are shown, as Drupal's formats are set up."""

_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_TAG = re.compile(r"(<.+?>)", re.DOTALL)
_ENTITY = re.compile(r"&(#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);")
_OPENS = re.compile(r"<(a|script|style|code|pre)(?:\s|>)", re.IGNORECASE | re.ASCII)


def with_links(text: str, longest: int = LONGEST) -> str:
    """Make links of web and e-mail addresses outside of tags, links, code and scripts."""
    for pattern, prefix in _patterns():
        comments = _COMMENT.findall(text)
        hidden = _COMMENT.sub("<!---->", text)
        linked = _linked(hidden, partial(pattern.sub, lambda found, prefix=prefix: _link(found[0], prefix, longest)))
        first, *others = linked.split("<!---->")
        text = first + "".join(f"<!--{comment}-->{after}" for comment, after in zip(comments, others, strict=True))
    return text


def _linked(text: str, replaced: Callable[[str], str]) -> str:
    chunks = _TAG.split(text)
    within = ""
    for number, chunk in enumerate(chunks):
        if number % 2 == 0:
            if not within:
                chunks[number] = replaced(chunk)
        elif not within:
            opens = _OPENS.search(chunk)
            within = opens[1] if opens else ""
        elif f"</{within}>".lower() in chunk.lower():
            within = ""
    return "".join(chunks)


def _link(found: str, prefix: str, longest: int) -> str:
    address = _ENTITY.sub(_decoded, found)
    shown = f"{address[:longest]}…" if len(address) > longest + 3 else address
    return f'<a href="{_escaped(prefix + address)}">{_escaped(shown)}</a>'


def _decoded(found: re.Match[str]) -> str:
    """A reference as PHP decodes it: of names those of HTML 4.01, so not `&apos;`."""
    known = found[1].startswith("#") or found[1] in name2codepoint
    return unescape(found[0]) if known else found[0]


def _escaped(text: str) -> str:
    return escape(text).replace("&#x27;", "&#039;")


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The patterns in the order in which they are tried, each with what is put before an address that it finds."""
    letter, word = _class("LM"), _class("LMN")
    protocols = "|".join(f"{scheme}:(?://)?" for scheme in _IN_ORDER)
    path_sign = rf"[{word}!*';:=+,.$/%#\[\]\-_~@&]"
    balanced = rf"\({path_sign}+\)"
    ending = rf"[{word}:_+~#=/]|(?:{balanced})"
    path = rf"(?:(?:{path_sign}*(?:{balanced}{path_sign}*)*{ending})|(?:@{path_sign}+/))"
    domain = rf"(?:[{word}._+-]+\.)?[{letter}]{{2,64}}\b"
    mail_domain = rf"(?:[{word}._+-]+\.)+[{letter}]{{2,64}}\b"
    number = r"(?:[0-9]{1,3}\.){3}[0-9]{1,3}"
    credentials = rf"[{word}:%_+*~#?&=.,/;-]+@"
    trail = rf"(?:{path}*)?(?:\?[a-zA-Z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]*[a-zA-Z0-9_&=#/])?"
    full = rf"(?:{protocols})(?:(?:{credentials})?(?:{domain}|{number})/?(?:{trail})?)"
    mail = rf"[{word}._+-]{{1,254}}@(?:{mail_domain})"
    partial_ = rf"www\.(?:{domain})/?(?:{trail})?"
    return ((re.compile(full), ""), (re.compile(mail), "mailto:"), (re.compile(partial_), "http://"))


_IN_ORDER = ("http", "https", "ftp", "news", "nntp", "tel", "telnet", "mailto", "irc", "ssh", "sftp", "webcal", "rtsp")
assert frozenset(_IN_ORDER) == SCHEMES


def _class(kinds: str) -> str:
    """The signs of general categories (Unicode's L, M, N) as ranges of a class."""
    codes = (code for code in range(0x110000) if unicodedata.category(chr(code))[0] in kinds)
    runs = (list(run) for _, run in groupby(enumerate(codes), key=lambda pair: pair[1] - pair[0]))
    return "".join(f"\\U{run[0][1]:08x}-\\U{run[-1][1]:08x}" for run in runs)
