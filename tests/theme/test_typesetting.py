"""What a page makes of a body: tables that scroll, decisions, tasks, actions, and notes that lead back."""

from plugins.authoring.version_reading import parse_source
from plugins.core.markup.serialiser import to_html
from plugins.core.markup.tree import Element, Tree
from plugins.core.vocabulary import VOCABULARY
from plugins.theming.typesetting import typeset

WORDS = VOCABULARY["fi"]


def p(*children: Element | str) -> Element:
    return Element("p", (), children)


def ul(*items: Element | str) -> Element:
    return Element("ul", (), tuple(Element("li", (), (item,)) for item in items))


def shown(*tree: Element | str) -> str:
    return to_html(typeset(tree, WORDS))


def test_a_table_scrolls_under_the_name_of_its_heading() -> None:
    row = Element("tr", (), (Element("th", (), ("Kirjasto",)),))
    table = Element("table", (), (Element("thead", (), (row,)),))
    heading = Element("h2", (("id", "a"),), ("Kirjastot",))
    html = shown(heading, Element("blockquote", (), (table,)))
    assert '<div class="table-scroll" tabindex="0" role="region" aria-label="Taulukko: Kirjastot"><table>' in html
    assert '<th scope="col">Kirjasto</th>' in html


def test_a_caption_names_its_table() -> None:
    table = Element("table", (), (Element("caption", (), ("Luvut",)),))
    assert 'aria-label="Taulukko: Luvut"' in shown(Element("h2", (), ("Muu",)), table)


def test_a_decision_stands_apart() -> None:
    assert shown(p(Element("strong", (), ("Päätös:",)), " Tehdään.")).startswith('<p class="decision">')
    assert shown(p(Element("strong", (), ("Beslut",)), ": Görs.")).startswith('<p class="decision">')
    for word in ("Päätösehdotus:", "Päätösvaltaisuus:", "Beslutsförslag:", "Beslutförhet:", "Päätökset:"):
        assert "decision" not in shown(p(Element("strong", (), (word,)), " Teksti."))
    assert "decision" not in shown(p("Päätös: ei lihavoituna"))
    assert "decision" not in shown(p("Ensin ", Element("strong", (), ("Päätös:",))))


def test_tables_under_one_heading_have_names_of_their_own() -> None:
    table = Element("table", (), (Element("tr", (), (Element("td", (), ("1",)),)),))
    html = shown(Element("h2", (), ("Luvut",)), table, table, ul("☐ Tehdään (Esa, 31.5.2031)"))
    for name in ("Taulukko: Luvut", "Taulukko 2: Luvut", "Toimenpiteet: Luvut"):
        assert html.count(f'aria-label="{name}"') == 1


def test_actions_become_a_table_that_says_which_are_done() -> None:
    html = shown(ul("☐ Tehdään suunnitelma (Esa Esimerkki, 31.5.2031)", p("☑ Kutsu (Maija Mallikas, toukokuu 2031).")))
    assert 'aria-label="Toimenpiteet"><table class="actions">' in html
    assert "<tr><td>Tehdään suunnitelma</td><td>Esa Esimerkki</td><td>31.5.2031</td><td>Avoinna</td></tr>" in html
    assert '<tr class="done"><td>Kutsu</td><td>Maija Mallikas</td><td>toukokuu 2031</td><td>Tehty</td></tr>' in html


def test_an_action_may_begin_with_an_element() -> None:
    html = shown(ul(p("☑ ", Element("strong", (), ("Kutsu",)), " lähtee (Esa, 1.1.2031)")))
    assert "<td><strong>Kutsu</strong> lähtee</td>" in html


def test_tasks_without_owners_stay_a_list_whose_marks_are_said_in_words() -> None:
    html = shown(ul("☐ Tehdään (Esa Esimerkki, 31.5.2031)", p("☑ Ilman omistajaa")))
    assert html.count('<li class="task">') == 2
    assert '<p><span aria-hidden="true">☑ </span><span class="unseen">Tehty: </span>Ilman omistajaa</p>' in html
    assert "<table" not in html


def test_other_lists_and_texts_stay_as_they_are() -> None:
    tree: Tree = (ul("yksi", "kaksi (Esa, 1.1.2031)"), p("Teksti ", Element("em", (), ("tässä",))), "\n")
    assert typeset(tree, WORDS) == tree


def read(body: str) -> Tree:
    """Read a text as a news item's."""
    head = "---\ntitle: Otsikko\ndate: 2031-05-14\nproject: hanke\n---\n\n"
    found = parse_source("news/a.fi.md", f"{head}{body}\n".encode())
    assert found is not None
    return found[1]


def arrow(mark: str, note: int) -> str:
    """The way back to a mark."""
    title = f"Takaisin viitteen {note} kohtaan tekstissä"
    return f'<a class="footnote-backref" href="#{mark}" title="{title}">↩</a>'


def test_a_note_leads_back_to_every_mark_of_it() -> None:
    """At the end of its last line, or below a list that ends it."""
    notes = "[^a]: Lyhyt.\n[^b]: Ensin.\n\n    Sitten.\n[^c]: Luettelo:\n\n    - kohta"
    tree = read(f"Yksi[^a], kaksi[^b], taas yksi[^a], kolme[^c].\n\n{notes}")
    html = shown(*tree)
    assert f"Lyhyt.\u00a0{arrow('_fnref-1', 1)}\u00a0{arrow('_fnref-1-2', 1)}</li>" in html
    assert f"<p>Ensin.</p>\n<p>Sitten.\u00a0{arrow('_fnref-2', 2)}</p>" in html
    assert f"<li>kohta</li>\n</ul>\n<p>{arrow('_fnref-3', 3)}</p>" in html
    assert "footnote-backref" not in to_html(tree)


def test_a_text_without_notes_is_not_copied() -> None:
    tree = read("Yksi.")
    assert typeset(tree, WORDS) is tree
