from tests.listings.builders import index, news, outputs, page, project, site, view, whole_site


def test_a_site_of_one_language_has_no_folders_and_no_alternates() -> None:
    of = index(project("tekoaly"), news("n1", "sv"), of=site("sv"))
    made = whole_site(of)
    assert {"index.html", "nyheter/n1-sv/index.html", "404.html", "prenumerera/index.html"} <= set(made)
    assert not [path for path in made if path.startswith("sv/")]
    shell = made["nyheter/n1-sv/index.html"].view.shell
    assert shell.head.alternates == ()
    assert [(one.code, one.current) for one in shell.languages] == [("sv", True)]


def test_swedish_may_be_the_language_at_the_root() -> None:
    of = index(news("n1"), news("n1", "sv"), of=site("sv", "fi"))
    made = whole_site(of)
    assert {"nyheter/n1-sv/index.html", "fi/uutiset/n1-fi/index.html", "fi/404.html"} <= set(made)
    alternates = made["fi/uutiset/n1-fi/index.html"].view.shell.head.alternates
    assert [(one.language, one.href) for one in alternates] == [
        ("sv", "https://example.org/nyheter/n1-sv/"),
        ("fi", "https://example.org/fi/uutiset/n1-fi/"),
        ("x-default", "https://example.org/nyheter/n1-sv/"),
    ]


def test_a_third_language_is_like_the_others() -> None:
    of = index(news("n1"), news("n1", "en", title="Hello", date="2031-05-01"), of=site("fi", "sv", "en"))
    shown = view(of, "en/news/hello/", "en")
    assert (shown.document.published.text, shown.shell.head.title) == ("1 May 2031", "Hello – Library projects")
    assert [entry.language for entry in view(of, "sv/nyheter/", "sv").entries] == ["fi"]
    assert "en/archive/2031/index.html" in outputs(of, "en")


def test_a_missing_version_is_noticed_in_lists_with_dates_of_the_list() -> None:
    of = index(project("tekoaly", "sv", title="AI-projekt"), news("n1", title="Uutinen"))
    entry = view(of, "sv/nyheter/", "sv").entries[0]
    assert (entry.title, entry.language, entry.href) == ("Uutinen", "fi", "../../uutiset/uutinen/")
    assert entry.date.text == "1.5.2031"
    assert [(one.name, one.language) for one in entry.projects] == [("AI-projekt", None)]
    label = view(of, "uutiset/").entries[0].projects[0]
    assert (label.name, label.language) == ("AI-projekt", "sv")
    assert not [path for path in outputs(of, "sv") if "uutinen" in path]


def test_a_missing_version_is_hidden_when_the_site_says_so() -> None:
    of = index(
        news("n1"), page("s1", menu=1), of=site("fi", "sv", untranslated=(("news", "hide"), ("pages", "notice")))
    )
    assert view(of, "sv/nyheter/", "sv").entries == ()
    assert view(of, "sv/", "sv").latest == ()
    assert [(one.text, one.language) for one in view(of, "sv/", "sv").shell.menu] == [("s1 fi", "fi")]
