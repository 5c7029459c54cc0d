"""A plugin for plain Pelican: lists, topics and categories of the languages that its generator leaves out.

Pelican lists its default language only. This hands the same templates, through the same writer, the lists of the other
languages, so that its output can be compared with that of programs which list both.
"""

from collections import defaultdict
from collections.abc import Iterable
from operator import attrgetter
from typing import Any

from pelican import signals


def write_lists(generator: Any, writer: Any) -> None:
    """Write the lists of every language but the default one, below the language's folder."""
    by_language: dict[str, list[Any]] = defaultdict(list)
    for article in generator.translations:
        by_language[article.lang].append(article)
    for language, articles in by_language.items():
        articles.sort(key=attrgetter("date"), reverse=True)
        _write_list(generator, writer, language, "index", "index.html", "", articles)
        for kind, groups in (
            ("tag", _grouped(articles, lambda article: getattr(article, "tags", ()))),
            ("category", _grouped(articles, lambda article: (article.category,))),
        ):
            for term, listed in groups.items():
                more = {"all_articles": articles, kind: term}
                _write_list(generator, writer, language, kind, term.save_as, term.url, listed, **more)


def _grouped(articles: Iterable[Any], terms_of: Any) -> dict[Any, list[Any]]:
    groups: dict[Any, list[Any]] = defaultdict(list)
    for article in articles:
        for term in terms_of(article):
            groups[term].append(article)
    return groups


def _write_list(
    generator: Any, writer: Any, language: str, template: str, save_as: str, url: str, listed: list[Any], **more: Any
) -> None:
    path = f"{language}/{save_as}"
    writer.write_file(
        path,
        generator.get_template(template),
        generator.context,
        relative_urls=generator.settings["RELATIVE_URLS"],
        articles=listed,
        dates=listed,
        template_name=template,
        blog=True,
        page_name=path.rsplit(".", 1)[0],
        url=f"{language}/{url}",
        **more,
    )


def register() -> None:
    """Connect the plugin."""
    signals.article_writer_finalized.connect(write_lists)
