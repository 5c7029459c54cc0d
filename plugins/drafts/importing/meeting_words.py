"""What a title or a place says of a meeting: its kind, number, name, and whether people met on the spot."""

import re
from collections.abc import Iterable

_KINDS = (
    ("minutes", re.compile(r"\b(?:pöytäkirja|\w*protokoll|minutes)", re.IGNORECASE)),
    ("notes", re.compile(r"muistio|mötesanteckning|\bpromemoria|\banteckningar|\bPM\b|\bnotes\b", re.IGNORECASE)),
)
_KIND_ALONE = re.compile(
    r"(?:kokous)?(?:pöytäkirja|muistio)|(?:mötes)?protokoll|mötesanteckningar|promemoria|minutes|meeting notes",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![\d.§])(\d{1,3}\s?/\s?(?:19|20)\d{2})(?!\d)")
_HYBRID = re.compile(r"hybrid", re.IGNORECASE)
_REMOTE = re.compile(
    r"\betä(?:nä|kokou\w*|yhtey\w*|osallistu\w*)|\bteams\w*|\bmeet\w*|\bzoom\w*|\bpå distans\b|distansmöte\w*"
    r"|\bvideomöte\w*"
    r"|\bverkkokokous\w*|\bremote\w*|\bonline\b",
    re.IGNORECASE,
)
_ONSITE = re.compile(
    r"\blähikokous\w*|\bpaikan päällä\b|\bläsnäkokous\w*|\bnärmöte\w*|\bfysiskt möte\b"
    r"|\bpå plats\b|\bon site\b",
    re.IGNORECASE,
)
_MODE_ALONE = re.compile(
    r"(?:etänä|etäkokous|etäyhteydellä|verkkokokous|hybridi(?:kokous|nä)?|lähikokous|läsnäkokous|paikan päällä|"
    r"på distans|distans(?:möte)?|videomöte|hybrid(?:möte)?|närmöte|fysiskt möte|på plats|remote|online|"
    r"on site|hybrid)",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"kirjasto|biblioteket|\w*huone|\bsali\b|\w*sal\b|\w*rum(?:met)?\b|\w*talo\b|\w*hus(?:et)?\b|\d+\. krs|kerros|"
    r"\bkatu\b|"
    r"\w*katu \d|\w*gatan \d|\w*vägen \d|\w*tie \d",
    re.IGNORECASE,
)
_PUBLISHING = re.compile(
    r"julkaist|julkaisup|julkistet|päivitet|muokat|lähetet|laadit|laatinut|tulostet|tallennet|tarkastet|allekirjoit|viimeksi|kutsu|"
    r"seuraav|edelli|publicera|uppdatera|ändra|skicka|utskriv|sparad|justera|undertecknad|senast|kallelse|nästa|"
    r"föregående|published|updated|modified|sent|printed|saved|signed|next|previous",
    re.IGNORECASE,
)
_MEETING_WORD = re.compile(r"kokou[sk]|palaver|työpaja|tapaamin|möte|sammanträ|träff|verkstad|meeting", re.IGNORECASE)
_HELD = re.compile(
    r"(?:^|(?<=[.!?] ))(?:kokous|palaveri|kokoontuminen|mötet|sammanträdet|the meeting)"
    r" (?:pidettiin|järjestettiin|toteutettiin|hölls|ordnades|genomfördes|was held)\s(?P<how>[^.!?,;]{1,80})",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"microsoft|kokous|möte|yhteys|-|\(|\)|,|\.|\bja\b|\boch\b|\bkautta\b|\bvia\b|:n\b|\bi\b|ssa\b", re.IGNORECASE
)

_MEETING = r"(?:kokou(?:s|ksen|ksesta)|\w*kokous|palaveri|(?:kokous)?pöytäkirja|(?:kokous)?muistio|työpaja|tapaaminen)"
_FINNISH = re.compile(rf"(?P<name>[A-ZÅÄÖ][^:,;–|]*?)\s+(?:{_MEETING})\b", re.IGNORECASE)
_SWEDISH = re.compile(
    r"(?P<name>[A-ZÅÄÖ][^:,;–|]*?s)\s+(?:möte\w*|protokoll|mötesprotokoll|mötesanteckningar|promemoria)\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"\s*(?:[:,;|]|\s[-–—]\s)\s*")
_GENITIVES = (
    ("kunnan", "kunta"), ("hallituksen", "hallitus"), ("ksen", "s"), ("verkoston", "verkosto"),
    ("neuvoston", "neuvosto"), ("jaoston", "jaosto"), ("ryhmän", "ryhmä"), ("tiimin", "tiimi"), ("foorumin", "foorumi"),
    ("piirin", "piiri"), ("ringin", "rinki"), ("raadin", "raati"), ("seuran", "seura"), ("johdon", "johto"),
    ("komitean", "komitea"), ("toimiston", "toimisto"), ("paneelin", "paneeli"),
)  # fmt: skip
_BODY = re.compile(
    r"(?:ryhmä|kunta|hallitus|verkosto|neuvosto|jaosto|tiimi|foorumi|piiri|rinki|raati|seura|komitea|grupp(?:en)?|"
    r"råd(?:et)?|nämnd(?:en)?|kommitté(?:n)?|nätverk(?:et)?|styrelse(?:n)?|utskott(?:et)?|team(?:et)?|group|board|council|committee|network|team)$",
    re.IGNORECASE,
)


def kind_of(text: str) -> str:
    """Return `minutes` or `notes`; empty where a text says neither."""
    return next((kind for kind, words in _KINDS if words.search(text)), "")


def is_kind(text: str) -> bool:
    """Return whether a line says what the text is, and nothing else: `PROTOKOLL`."""
    return bool(_KIND_ALONE.fullmatch(text.strip(" .:")))


def is_place(text: str) -> bool:
    """Return whether a few words are a place, or how people met."""
    return len(text) <= 100 and (bool(_PLACE.search(text)) or bool(mode_in(text)))


def is_of_publishing(text: str) -> bool:
    """Return whether a line speaks of the text and not of the meeting: when it was published, sent or changed."""
    return bool(_PUBLISHING.search(text))


def names_meeting(text: str) -> bool:
    """Return whether a line without a sentence's end says that it is of a meeting or its minutes."""
    return bool(kind_of(text) or _MEETING_WORD.search(text)) and not text.rstrip().endswith((".", "!", "?"))


def mode_in_sentence(text: str) -> str:
    """Return how people met by a sentence that says it of this meeting, and is over: `Mötet hölls på distans`."""
    found = {mode_in(match["how"]) for match in _HELD.finditer(text)}
    return found.pop() if len(found) == 1 else ""


def mode_of_people(people: Iterable[str], place: str, mode: str) -> str:
    """Return how people met by what stands after their names: somebody far away and a room make both."""
    marks = [bool(_REMOTE.search(person.partition(",")[2] or person.partition("(")[2])) for person in people]
    if mode in {"", "onsite"} and any(marks) and (not all(marks) or place):
        return "hybrid"
    return mode


def number_in(text: str) -> str:
    """Return a meeting's number, `3/2031`; empty where there is none, or several."""
    found = {re.sub(r"\s", "", number) for number in _NUMBER.findall(text)}
    return found.pop() if len(found) == 1 else ""


def is_mode(text: str) -> bool:
    """Return whether words say how people met, and nothing else: neither where, nor by which program."""
    return bool(_MODE_ALONE.fullmatch(text.strip(" .()")))


def mode_in(text: str) -> str:
    """Return how people met, `onsite`, `remote` or `hybrid`; empty where a text does not say."""
    if _HYBRID.search(text):
        return "hybrid"
    if _REMOTE.search(text):
        rest = _FILLER.sub(" ", _REMOTE.sub(" ", text)).strip()
        if _ONSITE.search(text) or _PLACE.search(rest):
            return "hybrid"
        return "remote" if len(rest) < 12 else ""
    return "onsite" if _ONSITE.search(text) else ""


def name_in(text: str) -> str:
    """Return the name of the group that met: `Esimerkkiryhmä` of `Esimerkkiryhmän kokous 3/2031`; empty in doubt."""
    text = re.sub(r"\s*\(?\d{1,3}\s?/\s?\d{2,4}\)?", "", text).strip()
    for part in filter(None, (str(piece).strip(" .") for piece in _BESIDE.split(text))):
        if _BODY.search(part) and not kind_of(part):
            return part[:1].upper() + part[1:]
    if (match := _SWEDISH.search(text)) and _BODY.search(match["name"][:-1]):
        return _named(match["name"][:-1])
    match = _FINNISH.search(text)
    return _nominative(match["name"]) if match else ""


def _nominative(genitive: str) -> str:
    """Return the basic form of a group's name; empty for a word that is not known to be one."""
    name = re.sub(r"^(?:pöytäkirja|muistio|kokous)\s+", "", genitive.strip(), flags=re.IGNORECASE)
    for ending, basic in _GENITIVES:
        if name.casefold().endswith(ending):
            return _named(name[: len(name) - len(ending)] + basic)
    return ""


def _named(name: str) -> str:
    name = re.sub(
        r"^(?:protokoll|\w*anteckningar|promemoria|pm|pöytäkirja|muistio)\s+(?:från|fört vid|över|av|för)?\s*",
        "",
        name,
        flags=re.IGNORECASE,
    )
    return name[:1].upper() + name[1:]
