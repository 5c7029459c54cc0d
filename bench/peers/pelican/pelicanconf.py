"""Plain Pelican's site: posts, lists of twenty by language, topic and category, a feed for each language, a sitemap."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

SITENAME = "Bench"
SITEURL = ""
AUTHOR = "Bench"
TIMEZONE = "Europe/Helsinki"
DEFAULT_LANG = "fi"
PATH = "content"
OUTPUT_PATH = "output"
ARTICLE_PATHS = ["posts"]
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
USE_FOLDER_AS_CATEGORY = False
THEME = "simple"
DEFAULT_PAGINATION = 20
ARTICLE_URL = ARTICLE_LANG_URL = "{lang}/posts/{slug}/"
ARTICLE_SAVE_AS = ARTICLE_LANG_SAVE_AS = "{lang}/posts/{slug}/index.html"
AUTHOR_SAVE_AS = AUTHORS_SAVE_AS = ARCHIVES_SAVE_AS = ""
FEED_DOMAIN = "https://example.org"
FEED_MAX_ITEMS = 20
FEED_ALL_ATOM = "feeds/all.atom.xml"
TRANSLATION_FEED_ATOM = "feeds/all-{lang}.atom.xml"
CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
PLUGINS = ["sitemap", "both_languages"]
SITEMAP = {"format": "xml"}
MARKDOWN = {
    "extension_configs": {
        "markdown.extensions.extra": {},
        "markdown.extensions.meta": {},
        "markdown.extensions.codehilite": {"css_class": "highlight"},
    },
    "output_format": "html5",
}
