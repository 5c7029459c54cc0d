"""The words of made-up texts: nouns, verbs and small words in each language, and names of nobody in particular."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words by what they are in a sentence."""

    nouns: tuple[str, ...]
    verbs: tuple[str, ...]
    others: tuple[str, ...]


VOCABULARY = {
    "fi": Vocabulary(
        tuple(
            """kirjasto aineisto kokoelma lainaus asiakas palvelu neuvonta opastus koulutus osaaminen tekoäly
            sanomalehti lehti arkisto digitointi mikrofilmi pilotti hanke kokous muistio pöytäkirja päätös esitys
            ehdotus kysely vastaus tulos raportti selvitys arkkitehtuuri rajapinta metadata kuvailu luettelo hakupalvelu
            verkko sivusto saavutettavuus lukija lapsi nuori koulu opettaja kunta kaupunki seutu alue maakunta
            ministeriö neuvosto ryhmä työpaja seminaari aikataulu rahoitus avustus budjetti hankinta sopimus lisenssi
            tekijänoikeus tietosuoja tietoturva laite pääte kieli suomi ruotsi käännös viestintä uutinen syöte lohko
            kuva liite tiedosto ohje malli tavoite mittari ohjausryhmä puheenjohtaja sihteeri asiantuntija vieras
            varajäsen yhteyshenkilö""".split()
        ),
        tuple(
            """esittelee aloittaa jatkaa päättää hyväksyy kehittää mittaa testaa julkaisee kokoaa tukee rahoittaa
            arvioi seuraa kutsuu järjestää parantaa vähentää lisää yhdistää selvittää toteuttaa suunnittelee
            päivittää""".split()
        ),
        tuple(
            """ja sekä että mutta kun jotta myös edelleen tämän uuden yhteisen ensimmäisen viimeisen paikallisen
            alueellisen kansallisen nopeasti avoimesti yhdessä tänään huomenna viikolla vuonna mukaan kanssa aikana
            jälkeen ennen loppuun asti erityisesti lisäksi toisaalta noin yli alle""".split()
        ),
    ),
    "sv": Vocabulary(
        tuple(
            """bibliotek material samling lån kund tjänst rådgivning handledning utbildning kompetens tidning arkiv
            digitalisering mikrofilm pilot projekt möte anteckning protokoll beslut förslag enkät svar resultat rapport
            utredning arkitektur gränssnitt metadata beskrivning katalog söktjänst nät webbplats tillgänglighet läsare
            barn ungdom skola lärare kommun stad region område landskap ministerium råd grupp verkstad seminarium
            tidsplan finansiering understöd budget upphandling avtal licens upphovsrätt dataskydd informationssäkerhet
            apparat terminal språk finska svenska översättning kommunikation nyhet flöde block bild bilaga fil
            anvisning modell mål mätare styrgrupp ordförande sekreterare sakkunnig gäst ersättare
            kontaktperson""".split()
        ),
        tuple(
            """presenterar inleder fortsätter beslutar godkänner utvecklar mäter testar publicerar samlar stöder
            finansierar bedömer följer kallar ordnar förbättrar minskar ökar förenar utreder genomför planerar
            uppdaterar""".split()
        ),
        tuple(
            """och samt att men när för också fortfarande denna nya gemensamma första sista lokala regionala nationella
            snabbt öppet tillsammans idag imorgon veckan året enligt med under efter före slutet särskilt dessutom
            däremot cirka över till från mellan""".split()
        ),
    ),
}
PEOPLE = (
    "Aino Aalto", "Bo Berg", "Eeva Eskola", "Gun Granlund", "Ilkka Immonen", "Karin Kull", "Leena Lahti", "Nils Nyman",
    "Outi Oja", "Sven Strand",
)  # fmt: skip
TAGS = tuple(
    """saaristo energia liikenne avoin-data koulutus rahoitus ilmasto palvelut turvallisuus digi tutkimus merenkulku
    luonto matkailu viestinta akut karttapalvelu saavutettavuus hankinnat vuosi-2026""".split()
)
PROJECTS = ("lukutaito", "aineistot", "osaaminen", "lehdet", "verkosto", "opastus", "kuvailu", "kieli2")
