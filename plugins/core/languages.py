"""The languages that come with the program, as data.

A site chooses among them in site.yaml; a further language is one more `Language` here, one interface
catalogue and one table of diagnostics.
"""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct


class Language(Struct, frozen=True):
    """What the program must know of one language to write dates, addresses and quotations in it."""

    code: str
    name: str
    """The language's own name, as a language switcher shows it."""
    locale: str
    """As Open Graph writes it: `fi_FI`."""
    words: Mapping[str, str]
    """The words of addresses: one for each section and each page of the site's own."""
    names: Mapping[str, str]
    """The same sections and pages as people read their names: in titles, menus and feeds; and the word before a
    picture's credit."""
    in_languages: Mapping[str, str]
    """How one says that something is in a language: "ruotsiksi", by code."""
    size_units: tuple[str, str]
    """Thousand and million bytes: "kt" and "Mt"."""
    months: tuple[str, ...]
    """Names that stand alone: "helmikuu 2026"."""
    months_in_dates: tuple[str, ...]
    """Names as a date inflects them: "16. helmikuuta 2026"."""
    weekdays: tuple[str, ...]
    """Monday first."""
    day_dot: str
    """What follows the number of a day in a written date."""
    numeric_dates: bool
    """Whether short dates are written `16.2.2026`; otherwise they are written out."""
    clock: str
    """The word before a time, with its no-break space."""
    time_separator: str
    decimal_separator: str
    quotes: tuple[str, str]
    inner_quotes: tuple[str, str]
    alphabet_end: str
    """Letters that sort after z, in order."""


def _words(**words: str) -> Mapping[str, str]:
    return MappingProxyType(words)


FINNISH = Language(
    code="fi",
    name="suomi",
    locale="fi_FI",
    words=_words(
        news="uutiset", meetings="kokoukset", pilots="pilotit", projects="hankkeet", pages="",
        tags="aiheet", archive="arkisto", subscribe="tilaa", search="haku", calendar="kalenteri", page="sivu",
        actions="toimenpiteet",
    ),
    names=_words(
        home="Etusivu", news="Uutiset", meetings="Kokoukset", pilots="Pilottien kuulumiset", projects="Hankkeet",
        tag="Aihe", archive="Arkisto", subscribe="Tilaa RSS-syöte", search="Haku", calendar="Kalenteri", page="sivu",
        actions="Toimenpiteet ja päätökset",
        picture="Kuva", not_found="Sivua ei löytynyt", moved="Sivu on siirtynyt", withdrawn="Sivu on poistettu",
    ),
    in_languages=_words(fi="suomeksi", sv="ruotsiksi", en="englanniksi"),
    size_units=("kt", "Mt"),
    months=(
        "tammikuu", "helmikuu", "maaliskuu", "huhtikuu", "toukokuu", "kesäkuu",
        "heinäkuu", "elokuu", "syyskuu", "lokakuu", "marraskuu", "joulukuu",
    ),
    months_in_dates=(
        "tammikuuta", "helmikuuta", "maaliskuuta", "huhtikuuta", "toukokuuta", "kesäkuuta",
        "heinäkuuta", "elokuuta", "syyskuuta", "lokakuuta", "marraskuuta", "joulukuuta",
    ),
    weekdays=("maanantai", "tiistai", "keskiviikko", "torstai", "perjantai", "lauantai", "sunnuntai"),
    day_dot=".",
    numeric_dates=True,
    clock="klo\N{NO-BREAK SPACE}",
    time_separator=".",
    decimal_separator=",",
    quotes=("”", "”"),
    inner_quotes=("’", "’"),
    alphabet_end="åäö",
)  # fmt: skip

SWEDISH = Language(
    code="sv",
    name="svenska",
    locale="sv_FI",
    words=_words(
        news="nyheter", meetings="moten", pilots="pilotprojekt", projects="projekt", pages="",
        tags="amnen", archive="arkiv", subscribe="prenumerera", search="sok", calendar="kalender", page="sida",
        actions="atgarder",
    ),
    names=_words(
        home="Startsida", news="Nyheter", meetings="Möten", pilots="Läget i piloterna", projects="Projekt", tag="Ämne",
        archive="Arkiv", subscribe="Prenumerera på RSS-flödet", search="Sök", calendar="Kalender", page="sida",
        actions="Åtgärder och beslut",
        picture="Bild", not_found="Sidan hittades inte", moved="Sidan har flyttats", withdrawn="Sidan har tagits bort",
    ),
    in_languages=_words(fi="på finska", sv="på svenska", en="på engelska"),
    size_units=("kB", "MB"),
    months=(
        "januari", "februari", "mars", "april", "maj", "juni",
        "juli", "augusti", "september", "oktober", "november", "december",
    ),
    months_in_dates=(
        "januari", "februari", "mars", "april", "maj", "juni",
        "juli", "augusti", "september", "oktober", "november", "december",
    ),
    weekdays=("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"),
    day_dot="",
    numeric_dates=True,
    clock="kl.\N{NO-BREAK SPACE}",
    time_separator=".",
    decimal_separator=",",
    quotes=("”", "”"),
    inner_quotes=("’", "’"),
    alphabet_end="åäö",
)  # fmt: skip

ENGLISH = Language(
    code="en",
    name="English",
    locale="en_GB",
    words=_words(
        news="news", meetings="meetings", pilots="pilots", projects="projects", pages="",
        tags="topics", archive="archive", subscribe="subscribe", search="search", calendar="calendar", page="page",
        actions="actions",
    ),
    names=_words(
        home="Home", news="News", meetings="Meetings", pilots="Pilot updates", projects="Projects", tag="Topic",
        archive="Archive", subscribe="Subscribe to the feed", search="Search", calendar="Calendar", page="page",
        actions="Actions and decisions",
        picture="Picture", not_found="Page not found", moved="The page has moved",
        withdrawn="The page has been withdrawn",
    ),
    in_languages=_words(fi="in Finnish", sv="in Swedish", en="in English"),
    size_units=("kB", "MB"),
    months=(
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    months_in_dates=(
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    day_dot="",
    numeric_dates=False,
    clock="at\N{NO-BREAK SPACE}",
    time_separator=":",
    decimal_separator=".",
    quotes=("“", "”"),
    inner_quotes=("‘", "’"),
    alphabet_end="åäö",
)  # fmt: skip

_KNOWN = (FINNISH, SWEDISH, ENGLISH)
LANGUAGES: Mapping[str, Language] = MappingProxyType({language.code: language for language in _KNOWN})


def collation_key(text: str, language: Language) -> tuple[tuple[int, ...], str]:
    """Return the sort key of a name: case folded, accents ignored, the language's own last letters last.

    Plain code-point order puts "Äänekoski" after "Östersund"; both Finnish and Swedish end in å, ä, ö.
    """
    import unicodedata

    weights = []
    for character in unicodedata.normalize("NFC", text).casefold():
        if character in language.alphabet_end:
            weights.append(ord("z") + 1 + language.alphabet_end.index(character))
        else:
            weights.append(ord(unicodedata.normalize("NFKD", character)[0]) if character.isalpha() else ord(character))
    return tuple(weights), text
