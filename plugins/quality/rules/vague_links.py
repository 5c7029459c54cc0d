"""The text of a link says where it leads."""

from collections.abc import Iterable

from plugins.core.diagnostics import Diagnostic, diagnostic
from plugins.core.markup.text import raw_text
from plugins.core.markup.tree import Element
from plugins.core.writing import Writing

SAYING_NOTHING = frozenset(
    (
        # Finnish
        "tästä|tästä linkistä|tämän linkin kautta|tässä|täältä|täällä|tänne|linkki|linkistä|tämä linkki|linkki tähän|"
        "klikkaa tästä|klikkaa tätä|klikkaa|paina tästä|napsauta tästä|katso tästä|katso täältä|katso|lue tästä|"
        "lue täältä|lue lisää|lue lisää täältä|lue lisää tästä|lisää|lisätietoa|lisätietoja|lisätietoja täältä|"
        "avaa|siirry|siirry tästä|jatka|lataa|lataa tästä|tiedosto|sivu|verkkosivu|sivulta|osoite|"
        # Swedish
        "här|länk|länken|denna länk|den här länken|klicka här|klicka|tryck här|se här|läs här|läs mer|läs mera|"
        "läs mer här|mer|mera|mer information|mera information|mer info|öppna|gå vidare|fortsätt|ladda ner|"
        "ladda ner här|fil|filen|sida|sidan|webbsida|adress|hit|"
        # English
        "here|link|this link|click here|click|read more|read more here|see here|more|more information|more info|"
        "open|continue|download|download here|file|page|website|this|learn more"
    ).split("|")
)
"""In lower case; a link whose whole text is one of these tells nothing out of its sentence."""


def vague_links(writing: Writing) -> Iterable[Diagnostic]:
    """Find links whose text says nothing of where they lead (TXT006)."""
    for element, place in zip(writing.elements, writing.places, strict=True):
        if element.tag == "a" and element.get("href") and not _of_footnote(element):
            text = " ".join(raw_text(element.children).split())
            if text.strip(" .,:;!?>»→…()[]\"'”").casefold() in SAYING_NOTHING:
                yield diagnostic("TXT006", place, text=text)


def _of_footnote(element: Element) -> bool:
    return (element.get("class") or "").startswith("footnote")
