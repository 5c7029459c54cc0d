"""The words by which minutes say what follows, in Finnish, Swedish and English."""

import re
from collections.abc import Mapping
from types import MappingProxyType


def _words(text: str) -> tuple[str, ...]:
    return tuple(" ".join(word.split()) for word in text.split(","))


LABELS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "time": _words(
            "aika, kokousaika, kokouksen aika, ajankohta, aika ja päivä, päivä ja aika, aikataulu, tid, mötestid, "
            "tidpunkt, mötestidpunkt, datum och tid, tid och datum, time, date and time, mötets tid, tid för mötet, "
            "sammanträdestid, kokousajankohta, kokouksen ajankohta"
        ),
        "day": _words("päivä, päivämäärä, pvm, kokouspäivä, datum, dag, mötesdatum, date"),
        "hours": _words("kello, kellonaika, klo, klockslag, klockan, hours"),
        "sitting": _words(
            "1. päivä, 2. päivä, 3. päivä, ensimmäinen päivä, toinen päivä, kolmas päivä, 1. kokouspäivä, "
            "2. kokouspäivä, dag 1, dag 2, dag 3, första dagen, andra dagen, tredje dagen, day 1, day 2, day 3"
        ),
        "place": _words(
            "paikka, kokouspaikka, kokouksen paikka, plats, mötesplats, sammanträdesplats, ställe, lokal, place, "
            "venue, location"
        ),
        "time and place": _words("aika ja paikka, tid och plats, time and place, paikka ja aika, plats och tid"),
        "mode": _words("kokousmuoto, kokoustapa, osallistumistapa, muoto, mötesform, deltagandeform, format"),
        "chair": _words(
            "puheenjohtaja, kokouksen puheenjohtaja, pj, puheenjohtajana, ordförande, mötesordförande, ordf, "
            "chair, chairperson"
        ),
        "secretary": _words(
            "sihteeri, kokouksen sihteeri, siht, sihteerinä, pöytäkirjanpitäjä, sekreterare, mötessekreterare, "
            "sekr, protokollförare, secretary, kirjuri, muistion kirjoittaja, muistion laatija, antecknare, "
            "muistion kirjasi, muistion laati, muistion kirjoitti, pöytäkirjan laati, pöytäkirjan kirjasi, kirjasi, "
            "laati, protokollet fördes av, antecknade, anteckningarna gjordes av, vid pennan, muistiinpanot, kirjaaja, "
            "muistion kirjaaja, muistion laatija, antecknat av, anteckningar av, protokoll fördes av, protokollfört av"
        ),
        "number": _words(
            "kokouksen numero, kokousnumero, kokous nro, numero, nro, kokous, mötesnummer, mötets nummer, nummer, "
            "möte, möte nr, number"
        ),
        "name": _words("ryhmä, toimielin, työryhmä, kokouksen nimi, grupp, organ, arbetsgrupp, mötets namn, group"),
        "next": _words(
            "seuraava kokous, seuraava kokousaika, seuraavan kokouksen aika, nästa möte, nästa mötestid, följande "
            "möte, next meeting"
        ),
        "present": _words(
            "läsnä, läsnäolijat, läsnä olleet, paikalla, osallistujat, osanottajat, närvarande, deltagare, på "
            "plats, present, participants, attendees, läsnäolleet, mukana, mukana olivat, deltog, beslutande, "
            "saapuvilla, saapuvilla olleet"
        ),
        "absent": _words(
            "poissa, poissaolijat, poissaolevat, poissa olleet, esteen ilmoittaneet, estyneet, esteellä, "
            "frånvarande, förhindrade, anmält förhinder, förhinder, absent, apologies, estynyt, ei päässyt, ei "
            "päässeet, ei paikalla, esteen ilmoitti, förhindrad, esteestä ilmoittivat, esteestä ilmoitti, "
            "esteen ilmoittivat, poissaolosta ilmoittivat, poissaolosta ilmoitti, anmälda förhinder, anmält frånvaro, "
            "meddelat förhinder, hade anmält förhinder, hade förhinder, hade meddelat förhinder"
        ),
        "attachments": _words(
            "liitteet, liite, liitteenä, liitetiedostot, bilagor, bilaga, attachments, attachment, liitteinä"
        ),
        "decision": _words("päätös, beslut, decision"),
        "action": _words(
            "toimenpide, toimenpiteet, sovitut toimenpiteet, toimenpidelista, tehtävä, tehtävät, sovitut "
            "tehtävät, åtgärd, åtgärder, överenskomna åtgärder, åtgärdslista, uppgift, uppgifter, att göra, "
            "action, actions, action points, jatkotoimet, jatkotoimenpiteet, mitä seuraavaksi, seuraavat "
            "askeleet, tehtävälista, nästa steg, fortsatta åtgärder, uppgiftslista, työnjako, "
            "arbetsfördelning"
        ),
        "owner": _words(
            "vastuuhenkilö, vastuu, vastuullinen, vastuutaho, vastaa, tekijä, ansvarig, ansvarig person, ansvar, "
            "owner, responsible, kuka, ketkä, vem, vilka, who"
        ),
        "task": _words("mitä, tehdään, mitä tehdään, asia, vad, vad ska göras, ärende, what"),
        "state": _words("tila, tilanne, status, läge, huomautus, huom, anmärkning, state"),
        "count": _words("nro, nr, numero, nummer, no, #"),
        "deadline": _words(
            "määräaika, määräpäivä, mennessä, aikaraja, takaraja, deadline, tidsfrist, tidtabell, senast, due, "
            "milloin, koska, aikataulu, när, klart, klart senast, valmis, when, by when"
        ),
        "agenda": _words("esityslista, asialista, föredragningslista, agenda, dagordning"),
        "facts": _words(
            "kokoustiedot, kokouksen tiedot, perustiedot, mötesuppgifter, uppgifter om mötet, mötesinformation, "
            "meeting facts, meeting information, meeting details"
        ),
        "person": _words("nimi, namn, name, osallistuja, deltagarens namn, henkilö, person"),
        "place of person": _words(
            "kunta, kirjasto, organisaatio, taho, edustaa, kommun, bibliotek, organisation, företräder, "
            "municipality, organization, library"
        ),
        "role": _words(
            "rooli, tehtävä, tehtävä kokouksessa, huomautus, huom, roll, uppgift, anmärkning, role, lisätieto, "
            "osallistuminen, läsnäolo, närvaro, deltagande"
        ),
    }
)
"""What a label says: the words for it, in small letters."""

GROUPS = _words(
    "asiantuntijat, vieraat, kutsutut, kutsuttuina, muut osallistujat, muut läsnäolijat, jäsenet, "
    "muut läsnä olleet, muut saapuvilla olleet, "
    "varsinaiset jäsenet, varajäsenet, pysyvät edustajat, pysyvät asiantuntijat, asiantuntijajäsenet, "
    "esittelijät, sakkunniga, gäster, inbjudna, övriga deltagare, övriga närvarande, medlemmar, ordinarie "
    "medlemmar, ersättare, suppleanter, permanenta representanter, ständiga representanter, föredragande, "
    "experts, guests, members, deputies"
)
"""How groups of those present are called, where no word of presence stands before."""

MARKS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "chair": frozenset({"pj", "puheenjohtaja", "ordf", "ordförande", "chair"}),
        "secretary": frozenset(
            _words(
                "siht, sihteeri, kirjuri, muistion kirjoittaja, muistiinpanot, pöytäkirjanpitäjä, sekr, sekreterare, "
                "antecknare, anteckningar, protokollförare, secretary"
            )
        ),
    }
)
"""What stands after a name in the list of those present."""

_OF_COLUMNS = frozenset({"owner", "deadline", "task", "state", "count", "person", "place of person", "role"})
_BY_WORD = {word: kind for kind, words in LABELS.items() if kind not in _OF_COLUMNS for word in words}
_LONGEST = max(map(len, _BY_WORD))
_AWAY = re.compile(
    r"(?:(?:ovat|olivat|oli) )?(?:esteestään|esteestä|esteen|poissaolostaan|poissaolosta)"
    r"(?: oli| olivat| ovat)? ilmoit\w+$"
    r"|(?:(?:har|hade) )?(?:anmäl[dt]a?|meddelat|anmälde) (?:sitt )?(?:förhinder|förfall|frånvaro)$"
)
"""Words about those who did not come, however they say that: `esteen oli ilmoittanut`."""


def label_kind(text: str) -> str:
    """Return what a label says; empty for words that are none."""
    if len(text) > _LONGEST + 4:
        return ""
    label = " ".join(re.sub(r"[\s:.–-]+$", "", text).split()).casefold()
    return _BY_WORD.get(label) or _BY_WORD.get(bare(text), "") or ("absent" if _AWAY.match(label) else "")


def means(text: str, kind: str) -> bool:
    """Return whether words, as of a column's head, say one thing."""
    return bare(text) in LABELS[kind]


def bare(text: str) -> str:
    """Return the words of a label: small letters, no number before them, no colon or stop after them."""
    return re.sub(r"^\s*\d{1,2}[.)]?\s+|^[\s*•–-]+|[\s:.–-]+$", "", text).casefold()


def is_group(text: str) -> bool:
    """Return whether words name a group of people."""
    return bare(text) in GROUPS
