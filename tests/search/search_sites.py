"""A small bilingual site whose search is tried in a browser, built under a sub-path and served as by a web server."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from tests.sites import news, write

BASE_PATH = "/koe/"
FINNISH = (
    "Kirjasto avautuu remontin jälkeen.",
    "Kysely on lähetetty kaikille.",
    "Koulutus alkaa syksyllä.",
    "Tekoäly auttaa luetteloinnissa.",
    "Asiakkaat saavat opastusta.",
    "Paikallislehden numerot on digitoitu.",
    "Osaaminen karttuu tekemällä.",
    "Kaupunki rahoittaa.",
    "Mahdollisuuksia on monta.",
    "Henkilöstökoulutuksissa luetaan sanomalehteä.",
)
SWEDISH = (
    "Ett bibliotek öppnar efter renoveringen.",
    "En enkät har skickats till alla.",
    "En utbildning börjar på hösten.",
    "En tidning om dagen digitaliseras.",
    "En kund får handledning.",
    "Folkbiblioteken har en läsecirkel.",
)


def content(folder: Path) -> Path:
    """Write the site's sources."""
    files = {
        "site.yaml": "name: {fi: Koesivusto, sv: Provplats}\nbase_url: https://example.org/koe/\nlanguages: [fi, sv]\n",
        "projects/hanke.fi.md": "---\ntitle: Koehanke\nshort: Koe\n---\n\nEsittely.\n",
        "projects/hanke.sv.md": "---\ntitle: Provprojekt\nshort: Prov\n---\n\nPresentation.\n",
        "projects/toinen.fi.md": "---\ntitle: Toinen hanke\nshort: Toinen\n---\n\nEsittely.\n",
        "projects/toinen.sv.md": "---\ntitle: Andra projektet\nshort: Andra\n---\n\nPresentation.\n",
        "news/luonnos.fi.md": news(
            "Salainen",
            "Salamyhkäinen merkkijono ja pitkä lause, jota kukaan ei saa vielä nähdä missään.",
            status="draft",
        ),
        "news/vanha.fi.md": news(
            "Vanha juttu", "Kirjastosta kerrottiin ennenkin.", date="2029-01-02", project="toinen"
        ),
        "news/merkit.fi.md": news(
            "Merkkejä <b> & muita",
            "Tässä on &lt;script&gt;alert(1)&lt;/script&gt; ja R&D &amp; muuta erikoislaatuista.\n\n"
            "## Toinen osio\n\nErikoislaatuinen osio.",
        ),
        "news/vagen.sv.md": news("Vägen mot målet", "Mot målet går vi, mot målet."),
        "news/traffen.sv.md": news(
            "Träffen", f"Vi ses den tredje. {'Därefter fortsätter arbetet. ' * 9}Ett möte hålls."
        ),
        "meetings/kokous.fi.md": "---\ntitle: Kokouksen muistio\ndate: 2031-05-20\nproject: toinen\nmeeting:\n"
        "  {kind: notes, name: Ryhmä, sessions: [{start: 2031-05-14}], present: [Maija Mallikas]}\n---\n\nTeksti.\n",
    }
    for language, texts in (("fi", FINNISH), ("sv", SWEDISH)):
        for number, text in enumerate(texts):
            files[f"news/juttu-{number}.{language}.md"] = news(
                f"{'Juttu' if language == 'fi' else 'Nyhet'} {number}", text
            )
    return write(folder, files)


class _Handler(SimpleHTTPRequestHandler):
    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path[len(BASE_PATH) :]) if path.startswith(BASE_PATH) else "/nowhere"

    def log_message(self, *_: Any) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a built site under its sub-path; give the address of its root."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder))) as running:
        threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}{BASE_PATH}"
        running.shutdown()
