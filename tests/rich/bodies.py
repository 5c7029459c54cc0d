"""A body in which everything stands that a writer can write, in both languages."""

FINNISH = """
Tässä jutussa on kaikki, mitä toimittaja voi käyttää. YKN ja *Gemensamma biblioteket* mainitaan, ja luku on 1 234 567
euroa eli 12–15 prosenttia.[^raha] Pitkä osoite <https://www.example.org/palvelut/kirjastojarjestelma/kuvaus/2031?versio=luonnos> katkeaa.

*[YKN]: Yleisten kirjastojen neuvosto

## Luettelot ja lainaukset

1. Ensimmäinen kohta
2. Toinen kohta, jossa on alakohtia:
    - sanastotyöryhmän väliraporttiluonnos
    - kommentit, jotka pyydetään *kirjallisesti*
3. Kolmas kohta

> Osaaminen on osa kirjaston toimintaa ja asiakaspalvelua, ei erillinen erikoisala.
>
> Maija Mallikas

- [x] Kysely on valmisteltu
- [ ] Kysely on lähetetty

## Kuvat

![Lukusali, jonka hyllyt on piirretty](../images/lukusali.jpg "Leveä kuva täyttää palstan.")

![Korkea kirjahylly](../images/muotokuva.jpg "Pystykuva ei ole ikkunaa korkeampi.")

![Pieni hylly](../images/pieni.png "Pieni kuva näkyy omassa koossaan.")

![Kapea nauha kirjoja](../images/nauha.png)

![Neliön muotoinen hylly](../images/nelio.jpg)

Merkki ![](../images/merkki.png){decorative} seisoo rivillä.

## Taulukot

| Kirjasto | Digitoitu pääsanomalehti | Asiakaspäätteitä toimipistettä kohden | Vastauksia 2030 | Vastauksia 2031 | Huomautuksia |
|---|---|---:|---:|---:|---|
| Esimerkkilän kaupunginkirjasto | Esimerkkilän Sanomat | 3 | 1 204 | 1 377 | Aineistonkäyttöympäristö uusittiin |
| Mallilan kirjasto | Mallilan Lehti | 2 | 340 | 402 | |
| Kokeilukylän seutukirjasto | Kokeilukyläläinen | 12 | 98 | 121 | Vain arkisin |

### Kapea taulukko

| Vuosi | Käyntejä |
|---|---:|
| 2030 | 12 345 |
| 2031 | 9 876 |

### Pitkiä yhdyssanoja taulukossa

| Käsite | Selitys |
|---|---|
| Kirjastojärjestelmäarkkitehtuuri | Kuvaus siitä, mistä osista järjestelmä koostuu |
| Asiakkuudenhallintajärjestelmä | Rekisteri |

## Määritelmät ja muut

AKE
:   alueellinen kehittämistehtävä, yhdeksällä kirjastolla

VAKE
:   valtakunnallinen kehittämistehtävä

<details><summary>Mitä tällä tarkoitetaan?</summary>

Ohjelmia, jotka tuottavat tekstiä tai kuvia. Lue lisää [hankkeen sivulta](../projects/osaaminen.fi.md).

</details>

```
./kaiku build --content esimerkit --output jokin/hyvin/pitka/polku/joka/ei/mahdu/yhdelle/riville
```

Komento `./kaiku check` tarkistaa tekstin. Ruotsiksi hanke on [utvecklingsprojekt för kompetens]{lang=sv}.
H<sub>2</sub>O, 10<sup>6</sup>, <kbd>Ctrl</kbd> ja <mark>korostus</mark>.

---

Alaviitteitä on kaksi.[^toinen]

[^raha]: Summat on pyöristetty tuhansiin euroihin.
[^toinen]: Toisessa on linkki [uutiseen](2031-05-30-uutinen-01.fi.md).
"""

SWEDISH = """
Den här texten har allt som en redaktör kan använda. YKN och *yhteinen kirjasto* nämns, och talet är 1 234 567 euro,
alltså 12–15 procent.[^pengar] En lång adress <https://www.example.org/tjanster/bibliotekssystem/beskrivning/2031?version=utkast> bryts.

*[YKN]: Rådet för de allmänna biblioteken

## Listor och citat

1. Första punkten
2. Andra punkten, som har underpunkter:
    - ordlistegruppens delrapport
    - kommentarer som begärs *skriftligen*
3. Tredje punkten

> Kompetens är en del av bibliotekets verksamhet och kundservice, inte ett eget specialområde.

- [x] Enkäten är förberedd
- [ ] Enkäten är utskickad

## Bilder

![En läsesal med ritade hyllor](../images/lukusali.jpg "En bred bild fyller spalten.")

![En hög bokhylla](../images/muotokuva.jpg "En stående bild är inte högre än fönstret.")

![En liten hylla](../images/pieni.png "En liten bild visas i sin egen storlek.")

## Tabeller

| Bibliotek | Digitaliserad huvudtidning | Kundterminaler per verksamhetsställe | Svar 2030 | Svar 2031 | Anmärkningar |
|---|---|---:|---:|---:|---|
| Exempelby stadsbibliotek | Exempelbladet | 3 | 1 204 | 1 377 | Materialanvändningsmiljön förnyades |
| Mallby bibliotek | Mallby Tidning | 2 | 340 | 402 | |

### En smal tabell

| År | Besök |
|---|---:|
| 2030 | 12 345 |
| 2031 | 9 876 |

## Definitioner och annat

AKE
:   regionalt utvecklingsuppdrag, vid nio bibliotek

<details><summary>Vad menas med detta?</summary>

Program som producerar text eller bilder. Läs mer [på projektets sida](../projects/osaaminen.sv.md).

</details>

```
./kaiku build --content exempel --output en/mycket/lang/sokvag/som/inte/far/plats/pa/en/enda/rad
```

Kommandot `./kaiku check` kontrollerar texten. På finska heter projektet [osaamishanke]{lang=fi}.

---

Här finns två fotnoter.[^andra]

[^pengar]: Summorna är avrundade till tusen euro.
[^andra]: Den andra har en länk till [en nyhet](2031-05-30-uutinen-01.sv.md).
"""
