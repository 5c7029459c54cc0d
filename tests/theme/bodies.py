"""Bodies of example pages as the sanitiser would leave them: everything that authors can write is in one of them."""

from markupsafe import Markup

from plugins.listings.views import Prose

BODIES = {
    "news.fi": """
<p>Alkukartoituskysely lähtee yleisiin kirjastoihin helmikuussa 2026. Kysely kertoo, mitä kirjastojen henkilöstö jo
osaa tekoälystä ja missä tukea tarvitaan. Siihen vastaaminen vie <strong>noin vartin</strong> (esimerkki).</p>
<h2 id="miksi">Miksi kysely tehdään</h2>
<p>Hankkeella on kaksi tavoitetta: kehittää henkilöstön osaamista ja luoda <em>toimintamalleja</em> asiakkaille
tarkoitettuihin tekoälypohjaisiin palveluihin.<sup id="fnref-1"><a class="footnote-ref" href="#fn-1">1</a></sup>
Peruskurssi on jo <a href="https://liboppi.fi/suositukset/tekoalyn-perusteet/">Liboppissa</a>.</p>
<ul>
<li>Kysely on kaikille yleisille kirjastoille.</li>
<li>Vastauksia käsitellään luottamuksellisesti:
<ul><li>nimiä ei kysytä</li><li>yksittäisiä vastauksia ei julkaista</li></ul></li>
<li>Tulokset esitellään hankkeen sivuilla.</li>
</ul>
<blockquote><p>Tekoälyosaaminen on osa kirjaston toimintaa ja asiakaspalvelua, ei erillinen erikoisala.</p></blockquote>
<h2 id="kirjastot">Kirjastot ja aineistot</h2>
<h3 id="taulukko">Esimerkkitaulukko</h3>
<div class="table-scroll" tabindex="0" role="region" aria-label="Taulukko: kirjastot">
<table><thead><tr><th scope="col">Kirjasto</th><th scope="col">Digitoitu pääsanomalehti</th>
<th scope="col">Asiakaspäätteitä toimipistettä kohden</th><th scope="col">Vastauksia</th></tr></thead>
<tbody><tr><td>Jyväskylän kaupunginkirjasto</td><td>Keskisuomalainen</td><td>enintään 3</td><td>45</td></tr>
<tr><td>Alavuden kaupunginkirjasto</td><td>Esimerkkilehti</td><td>enintään 3</td><td>41</td></tr></tbody></table></div>
<h3 id="tehtavat">Mitä kirjasto tekee</h3>
<ol><li>Valitsee vastaajan.</li><li>Vastaa kyselyyn.</li><li>Kertoo hankkeelle, mistä haluaisi kuulla lisää.</li></ol>
<ul><li class="task">☑ Kysely valmisteltu</li><li class="task">☐ Kysely lähetetty</li></ul>
<dl><dt><abbr title="alueellinen kehittämistehtävä">AKE</abbr></dt>
<dd>Alueellinen kehittämistehtävä, yhdeksällä kirjastolla.</dd>
<dt>VAKE</dt><dd>Valtakunnallinen kehittämistehtävä, Helsingin kaupunginkirjastolla.</dd></dl>
<details><summary>Mitä tekoälyllä tässä tarkoitetaan?</summary>
<p>Ohjelmia, jotka tuottavat tekstiä tai kuvia.</p></details>
<pre><code>./kaiku build --content esimerkit
</code></pre>
<p>Komento <code>./kaiku check</code> tarkistaa tekstin. Ruotsiksi hanke on <span lang="sv">utvecklingsprojekt för
AI-kompetens</span>.</p>
<hr>
<div class="footnote"><hr><ol><li id="fn-1"><p>Hankkeen toteuttaa VAKE.</p></li></ol></div>
""",
    "news.sv": """
<p>En inledande kartläggningsenkät går ut till de allmänna biblioteken i februari 2026. Enkäten visar vad personalen
redan kan om AI och var det behövs stöd. Det tar <strong>ungefär en kvart</strong> att svara (exempel).</p>
<h2 id="varfor">Varför enkäten görs</h2>
<p>Projektet har två mål: att utveckla personalens kompetens och att skapa <em>verksamhetsmodeller</em> för AI-baserade
tjänster som är avsedda för kunderna.</p>
<h2 id="vad">Vad biblioteket gör</h2>
<ol><li>Utser den som svarar.</li><li>Svarar på enkäten.</li></ol>
<h2 id="sedan">Vad som händer sedan</h2>
<p>Planerna presenteras på <span lang="fi">AKE-linja</span> den 12 mars 2026.</p>
""",
    "standing.fi": """
<p>Sivusto kertoo kolmesta hankkeesta, joita yleiset kirjastot tekevät yhdessä.</p>
<h2 id="kuka">Kuka sivustosta vastaa</h2><p>Ylläpitäjä täydennetään ennen julkaisua.</p>
<h2 id="palaute">Palaute</h2><p>Palauteosoite täydennetään ennen julkaisua. Vastaamme 14 päivän kuluessa.</p>
<h2 id="valvonta">Valvova viranomainen</h2><p>Liikenne- ja viestintävirasto Traficom.</p>
""",
    "standing.sv": """
<p>Webbplatsen berättar om tre projekt som de allmänna biblioteken genomför tillsammans.</p>
<h2 id="vem">Vem ansvarar för webbplatsen</h2><p>Den ansvariga läggs till före publiceringen.</p>
<h2 id="respons">Respons</h2><p>Adressen läggs till före publiceringen. Vi svarar inom 14 dagar.</p>
<h2 id="tillsyn">Tillsynsmyndighet</h2><p>Transport- och kommunikationsverket Traficom.</p>
""",
    "meeting.fi": """
<h2 id="1">1. Kokouksen avaus</h2><p>Puheenjohtaja avasi kokouksen klo 10.00.</p>
<h2 id="2">2. Pilotin käynnistäminen</h2>
<p>Käytiin läpi pilotin alku ja viestintä. Lähityönä kokeillaan asiakasopastusta.</p>
<p class="decision"><strong>Päätös:</strong> Pilotti käynnistetään esimerkin mukaisesti huhtikuussa.</p>
<h2 id="3">3. Viestintä</h2><p>Keskusteltiin markkinoinnista.</p>
<p class="decision"><strong>Päätös:</strong> Yhteinen viestintäsuunnitelma tehdään kesään mennessä.</p>
<h2 id="4">4. Toimenpiteet</h2>
<div class="table-scroll" tabindex="0" role="region" aria-label="Toimenpiteet">
<table class="actions"><thead><tr><th scope="col">Toimenpide</th><th scope="col">Vastuuhenkilö</th>
<th scope="col">Määräaika</th></tr></thead>
<tbody><tr><td>Viestintäsuunnitelman luonnos</td><td>Esa Esimerkki</td><td>31.5.2031</td></tr>
<tr><td>Asiakaspäätteiden kartoitus toimipisteissä</td><td>Maija Mallikas</td><td>15.6.2031</td></tr></tbody>
</table></div>
<h2 id="5">5. Kokouksen päättäminen</h2><p>Kokous päättyi klo 12.00.</p>
""",
    "meeting.sv": """
<h2 id="1">1. Mötet öppnas</h2><p>Ordföranden öppnade mötet kl. 10.00.</p>
<h2 id="2">2. Piloten inleds</h2><p>Man gick igenom starten och kommunikationen.</p>
<p class="decision"><strong>Beslut:</strong> Piloten inleds i april, som exemplet anger.</p>
<h2 id="3">3. Åtgärder</h2>
<div class="table-scroll" tabindex="0" role="region" aria-label="Åtgärder">
<table class="actions"><thead><tr><th scope="col">Åtgärd</th><th scope="col">Ansvarig</th><th scope="col">Tidsfrist</th>
</tr></thead><tbody><tr><td>Utkast till kommunikationsplan</td><td>Erik Exempel</td><td>31.5.2031</td></tr></tbody>
</table></div>
""",
    "pilot.fi": """
<h2 id="missa">Missä mennään</h2><p>Pilottikirjastot valmistelevat aineiston avaamista asiakaspäätteille. Henkilökunta
avaa pääsyn Digi.kansalliskirjasto.fi-palveluun.</p>
<h2 id="opittu">Mitä on opittu</h2><p>Opastusta tarvitaan etenkin hakemiseen.</p>
""",
    "pilot.sv": """
<h2 id="lage">Läget nu</h2><p>Pilotbiblioteken förbereder åtkomsten på kundterminalerna. Personalen öppnar tillgången
till Digi.kansalliskirjasto.fi.</p>
<h2 id="lart">Vad vi har lärt oss</h2><p>Det behövs handledning framför allt i sökning.</p>
""",
    "project.fi": """
<p>Sanomalehtien jakelu mikrofilmillä päättyi. Yleiset kirjastot toivoivat pääsyä Kansalliskirjaston digitoimiin
lehtiin, ja siitä syntyi pilotti.</p>
<h2 id="aineisto">Aineisto</h2><p>Kopioston kanssa on sovittu lehtivalikoimasta ja lisenssin hinnoittelusta.</p>
""",
    "project.sv": """
<p>Distributionen av tidningar på mikrofilm upphörde. De allmänna biblioteken önskade tillgång till de tidningar som
Nationalbiblioteket har digitaliserat, och så föddes piloten.</p>
<h2 id="material">Materialet</h2><p>Man har kommit överens med Kopiosto om urvalet av tidningar och prissättningen.</p>
""",
}  # fmt: skip


def prose(body: Prose) -> Markup:
    """Give an example's body, as the engine gives a real one."""
    return Markup(BODIES[body.digest])  # noqa: S704 - written above
