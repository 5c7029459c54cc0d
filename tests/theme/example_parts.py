"""Parts that several example pages share."""

from collections.abc import Callable
from typing import Any

from plugins.listings import views as v
from tests.theme.shells import label

Say = Callable[[str, str], str]
"""Chooses between a Finnish and a Swedish text."""


def entries(language: str, say: Say) -> tuple[v.Entry, ...]:
    """Give entries of every type, one of them in the other language only."""
    other = "sv" if language == "fi" else "fi"
    return (
        v.Entry(
            "news",
            say("Kysely tekoälyosaamisesta lähtee kirjastoihin", "Enkät om AI-kompetens går ut till biblioteken"),
            "#kysely",
            v.Date("2026-02-16", "16.2.2026"),
            say(
                "Alkukartoitus kertoo, mitä henkilöstö jo osaa ja missä tukea tarvitaan.",
                "Kartläggningen visar vad personalen redan kan och var det behövs stöd.",
            ),
            (label(language, "tekoaly"),),
        ),
        v.Entry(
            "meetings",
            say("Ensimmäinen keskustelu viitearkkitehtuurista", "Första diskussionen om en referensarkitektur"),
            "#keskustelu",
            v.Date("2026-02-16", "16.2.2026"),
            say(
                "VAKE ja Kansalliskirjasto aloittivat kirjastosektorin yhteisen arkkitehtuurin suunnittelun.",
                "VAKE och Nationalbiblioteket började planera en gemensam arkitektur för bibliotekssektorn.",
            ),
            (label(language, "arkkitehtuuri"),),
            kind="notes",
            session=say("15. tammikuuta 2026", "15 januari 2026"),
        ),
        v.Entry(
            "news",
            say("Enkät om digitala tidningar (exempel)", "Paikallislehtien mikrofilmauksen lopettaminen"),
            "#mikrofilm",
            v.Date("2026-02-16", "16.2.2026"),
            say("Bibliotekens intresse kartlades våren 2025.", "Esitys kertoo, miksi mikrofilmaus päättyi."),
            (label(language, "digilehdet"),),
            language=other,
        ),
        v.Entry(
            "pilots",
            say("Pilotti käynnistyy kolmessa kirjastossa", "Piloten börjar i tre bibliotek"),
            "#pilotti",
            v.Date("2026-02-16", "16.2.2026"),
            say(
                "Jyväskylä, Alavus ja Mikkeli kokeilevat digitoituja sanomalehtiä asiakaspäätteillä.",
                "Jyväskylä, Alavo och S:t Michel prövar digitaliserade tidningar på kundterminaler.",
            ),
            (label(language, "digilehdet"), label(language, "arkkitehtuuri")),
        ),
    )


def head(language: str, type_: str, title: str, summary: str, *projects: str, **more: Any) -> v.DocumentHead:
    """What stands above a document."""
    other = "sv" if language == "fi" else "fi"
    facts: dict[str, Any] = {
        "published": v.Date("2026-02-16", "16.2.2026"),
        "updated": None,
        "tags": (),
        "contents": (),
        "versions": (v.Anchor("svenska" if other == "sv" else "suomi", "#other", language=other),),
        **more,
    }
    return v.DocumentHead(
        type=type_, title=title, summary=summary, projects=tuple(label(language, key) for key in projects), **facts
    )
