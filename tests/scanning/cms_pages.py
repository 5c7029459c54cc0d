"""Pages of a CMS for the scan: a block as some system would show it, whole, restyled or spoilt."""

import json
import re
from pathlib import Path
from typing import Any

from plugins.core.block_contract import MARK
from plugins.scanning.known_blocks import KnownBlocks, known_blocks
from plugins.scanning.page import tokens_of
from plugins.scanning.said_text import said_by, version_in

SHELL = """<!DOCTYPE html><html lang="fi"><head><title>Sivu</title><script>var x = "<p>#kaiku=";</script></head>
<body class="path-node"><nav><a href="/">Etusivu</a></nav><main><div class="node__content">{}</div></main>
<footer><h2>Alaosa</h2><p>Kirjastot.fi</p></footer></body></html>"""

BODY = {
    "fi": '<h2 id="kaiku-{id}-fi">Kysely lähtee</h2>\n\n<p lang="fi">Kysely lähtee kaikkiin kirjastoihin '
    "helmikuussa, {amount} vastausta odotetaan: "
    '<code>esim.example.org</code>, <a href="mailto:nimi@example.org">nimi@example.org</a>.</p>\n\n'
    '<ul lang="fi">\n<li>ensimmäinen kohta</li>\n<li>toinen '
    '<a href="https://example.org/ohje/">ohje</a></li>\n</ul>\n\n<dl lang="fi">\n<dt><p>Aika</p></dt>\n'
    '<dd><p>keväällä</p></dd>\n</dl>\n\n<p lang="fi">Lähde: <a hreflang="fi" '
    'href="https://example.org/uutiset/{id}/#kaiku={id};l=fi;p=basic;v={v}">Kysely lähtee</a></p>\n',
    "sv": '<h2 id="kaiku-{id}-sv">Enkäten går ut</h2>\n\n<p lang="sv">Enkäten går ut till alla bibliotek, '
    "{amount} svar väntas i februari.</p>\n\n"
    '<p lang="sv">Källa: <a hreflang="sv" href="https://example.org/sv/nyheter/{id}/#kaiku={id};l=sv;p=basic;v={v}">'
    "Enkäten går ut</a></p>\n",
}


TITLES = {"fi": "Kysely lähtee", "sv": "Enkäten går ut"}
ADDRESSES = {"fi": "https://example.org/uutiset/kysely/", "sv": "https://example.org/sv/nyheter/kysely/"}


def block(amount: int, language: str = "fi", id: str = "kysely") -> str:
    """Give a block with its true version."""
    html = BODY[language].format(id=id, amount=amount, v="0" * 12)
    return html.replace("0" * 12, version(html))


def version(html: str) -> str:
    """Give the version of what a block says."""
    return version_in(said_by(tokens_of(html)))


def known(folder: Path, *, present: int = 300, earlier: tuple[int, ...] = (200, 100)) -> KnownBlocks:
    """Write a manifest whose one block has been through versions, and read it."""
    languages: dict[str, Any] = {}
    for language in BODY:
        html = block(present, language)
        path = folder / "blocks" / "kysely" / f"{language}.basic.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(html, encoding="utf-8")
        history = [{"v": version(block(one, language)), "date": f"2026-0{5 - place}-01"}
                   for place, one in enumerate(earlier)]  # fmt: skip
        file = {"exported": True, "path": f"blocks/kysely/{language}.basic.html", "bytes": len(html),
                "v": version(html), "left_out": [], "earlier": history}  # fmt: skip
        languages[language] = {"title": TITLES[language], "url": ADDRESSES[language], "published": "2026-04-01",
                               "changed": "2026-06-01", "profiles": {"basic": file},
                               "images": [], "text": ""}  # fmt: skip
    manifest = {"blocks": [{"id": "kysely", "languages": languages}]}
    target = folder / "blocks" / "manifest.json"
    target.write_text(json.dumps(manifest), encoding="utf-8")
    return known_blocks(target)


def page(*parts: str) -> bytes:
    return SHELL.format("\n".join(parts)).encode()


def restyled(html: str) -> str:
    """Give a block as a CMS would show it: attributes, wrappers, marks of its editor, links that open anew."""
    html = re.sub(r"<li>", '<li data-list-item-id="e1f2" class="x">', html)
    html = html.replace("<ul", '<div class="wrap"><ul class="list" id="x1"', 1).replace("</ul>", "</ul></div>", 1)
    html = re.sub(r"<a ", '<a target="_blank" rel="noopener" class="ext" ', html)
    html = re.sub(r"<p lang", '<p class="text" style="margin:0" lang', html)
    html = html.replace("ensimmäinen", "ensim\u00admäi<span>nen</span>").replace(" ", "&nbsp;\n ", 0)
    return f'<div class="field"><div class="field__item">{html}<p>&nbsp;</p></div></div>'


def mailed(html: str) -> str:
    """Give the link to an e-mail address for `{}`; anything else as it is."""
    return html.replace("{}", '<a href="mailto:nimi@example.org">nimi@example.org</a>')


def without_heading(html: str) -> str:
    return re.sub(r"<h2.*?</h2>", "", html)


def without_link(html: str) -> str:
    return re.sub(r'<a hreflang="\w\w" href="[^"]*' + MARK + r'[^"]*">(.*?)</a>', r"\1", html)
