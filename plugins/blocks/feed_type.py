"""The configuration of an importer for Drupal's module Feeds: a feed type for the feeds of blocks of each language.

An administrator imports it as it is (a single item of configuration, of the type "Feed type") and then adds a feed for
each project. Its form is the module's own schema, `feeds.feed_type.*`.
"""

from collections.abc import Iterator

from msgspec import Struct

from plugins.core.block_contract import FOLDER
from plugins.core.index import SiteIndex
from plugins.core.outputs import Materials, Output, Rendering, planned_view
from plugins.core.vocabulary import VOCABULARY


class FeedTypeView(Struct, frozen=True):
    """What differs between the feed types of the languages."""

    language: str
    label: str
    description: str


def feed_type_path(language: str) -> str:
    """The path of a language's feed type, named as Drupal names its configuration."""
    return f"{FOLDER}feeds.feed_type.{_id(language)}.yml"


def feed_types(index: SiteIndex, language: str) -> Iterator[Output]:
    """Yield the feed type of a language."""
    words = VOCABULARY[language].workbench
    view = FeedTypeView(language, f"{words.title} ({index.site.language(language).name})", words.description)
    yield Output(feed_type_path(language), "feed-type", planned_view(view))


def render_feed_type(view: FeedTypeView, _materials: Materials) -> Rendering:
    """Render a feed type: what is known by its id is updated, what is no longer in the feed stays."""
    return Rendering(_FEED_TYPE.format(id=_id(view.language), **{name: getattr(view, name) for name in _SAID}).encode())


def _id(language: str) -> str:
    return f"kaiku_blocks_{language}"


_SAID = ("language", "label", "description")

_FEED_TYPE = """\
langcode: {language}
status: true
dependencies:
  module:
    - node
id: {id}
label: '{label}'
description: '{description}'
help: ''
import_period: 3600
fetcher: http
fetcher_configuration:
  auto_detect_feeds: false
  use_pubsubhubbub: false
  always_download: false
  fallback_hub: ''
  request_timeout: 30
parser: syndication
parser_configuration: {{  }}
processor: 'entity:node'
processor_configuration:
  values:
    type: article
  langcode: {language}
  insert_new: 1
  update_existing: 2
  update_non_existent: _keep
  skip_hash_check: false
  skip_validation: false
  skip_validation_types: {{  }}
  authorize: true
  revision: false
  expire: -1
  owner_feed_author: false
  owner_id: 0
custom_sources: {{  }}
mappings:
  -
    target: feeds_item
    map:
      url: url
      guid: guid
    unique:
      guid: true
    settings: {{  }}
  -
    target: title
    map:
      value: title
    settings:
      language: null
  -
    target: body
    map:
      value: content
      summary: description
    settings:
      language: null
      format: basic_html
  -
    target: created
    map:
      value: timestamp
    settings:
      timezone: UTC
"""
