"""What pages say to search engines in the terms of schema.org, as JSON-LD.

Every page has some, so it is written as text at once: that takes a fifth of the time of building and encoding a graph.
"""

from collections.abc import Iterable
from functools import lru_cache
from json.encoder import encode_basestring as quoted

from plugins.core.dates import When
from plugins.core.documents import Version
from plugins.core.facts import MeetingFacts
from plugins.core.site import Site
from plugins.listings.edition import Edition
from plugins.listings.pictures import front_picture_address

_ATTENDANCE = {
    "onsite": "https://schema.org/OfflineEventAttendanceMode",
    "remote": "https://schema.org/OnlineEventAttendanceMode",
    "hybrid": "https://schema.org/MixedEventAttendanceMode",
}


def to_json(nodes: Iterable[str]) -> str:
    """Join nodes into a graph; no `<` is left, so that nothing in them can end the script element around them."""
    return f'{{"@context":"https://schema.org","@graph":[{",".join(nodes)}]}}'.replace("<", "\\u003c")


def moment(when: When | None, site: Site) -> str:
    """Write a date as ISO 8601 does, a time with its offset from UTC; empty when there is none."""
    if when is None:
        return ""
    return when.starts(site.zone).isoformat(timespec="minutes") if when.has_time else when.iso


def breadcrumb_list(edition: Edition, steps: Iterable[tuple[str, str]]) -> str:
    """Describe the way from the home to a page: names and root-relative addresses."""
    items = [
        f'{{"@type":"ListItem","position":{place},"name":{quoted(name)},"item":{quoted(edition.full(address))}}}'
        for place, (name, address) in enumerate(steps, start=1)
    ]
    return f'{{"@type":"BreadcrumbList","itemListElement":[{",".join(items)}]}}'


def news_article(edition: Edition, version: Version) -> str:
    """Describe a news item or pilot update."""
    members = {
        "headline": version.title,
        "description": version.summary,
        "inLanguage": version.language,
        "datePublished": moment(version.date, edition.site),
        "dateModified": moment(version.updated or version.date, edition.site),
        "mainEntityOfPage": edition.full(edition.address(version)),
        "image": front_picture_address(edition.index, version),
    }
    return _node("NewsArticle", members, publisher=_organizer(edition))


def event(edition: Edition, version: Version, facts: MeetingFacts) -> str:
    """Describe a meeting: from the beginning of its first session to the end of its last."""
    last = facts.sessions[-1]
    members = {
        "name": version.title,
        "description": version.summary,
        "inLanguage": version.language,
        "startDate": moment(facts.sessions[0].start, edition.site),
        "endDate": moment(last.end or last.start, edition.site),
        "eventAttendanceMode": _ATTENDANCE.get(facts.mode, ""),
        "url": edition.full(edition.address(version)),
        "image": front_picture_address(edition.index, version),
    }
    location = _node("Place", {"name": facts.place}) if facts.place else ""
    return _node("Event", members, location=location, organizer=_organizer(edition))


def _organizer(edition: Edition) -> str:
    return _organization(edition.operator or edition.site_name, edition.site.base)


@lru_cache(maxsize=8)  # every dated page of a language names the same one
def _organization(name: str, url: str) -> str:
    return _node("Organization", {"name": name, "url": url})


def _node(kind: str, members: dict[str, str], **nodes: str) -> str:
    """Write a node; members and nodes that are empty are left out."""
    texts = "".join([f',"{name}":{quoted(value)}' for name, value in members.items() if value])
    inner = "".join([f',"{name}":{node}' for name, node in nodes.items() if node])
    return f'{{"@type":"{kind}"{texts}{inner}}}'
