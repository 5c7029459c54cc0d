"""Sanitising: HTML of any origin to HTML of the allow-list."""

from string import ascii_lowercase

import nh3

from plugins.authoring.allowlist import ATTRIBUTES, DROPPED_WITH_CONTENT, EVERYWHERE, OWN_ATTRIBUTES, SCHEMES, TAGS

_ATTRIBUTES = {"*": {*EVERYWHERE, *OWN_ATTRIBUTES}, **{tag: set(names) for tag, names in ATTRIBUTES.items()}}

_TOLD_LATER = {"file", *ascii_lowercase}
"""What looks like a scheme and is a path on the writer's own disk: the reading of links tells of it."""


def sanitise(html: str) -> str:
    """Keep what the allow-list names; scripts, styles and embedded things go with their text.

    By nh3, which parses as browsers do (HTML Living Standard).
    """
    return nh3.clean(
        html,
        tags=set(TAGS),
        clean_content_tags=set(DROPPED_WITH_CONTENT),
        attributes=_ATTRIBUTES,
        url_schemes={*SCHEMES, *_TOLD_LATER},
        link_rel=None,
        strip_comments=True,
    )
