"""What pages say to search engines in the terms of schema.org, as JSON-LD."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from plugins.core.addresses import absolute
from plugins.core.dates import When
from plugins.core.documents import MeetingFacts, Version
from plugins.core.site import Site

Node: TypeAlias = Mapping[str, Any]

_ATTENDANCE = {
    "onsite": "https://schema.org/OfflineEventAttendanceMode",
    "remote": "https://schema.org/OnlineEventAttendanceMode",
    "hybrid": "https://schema.org/MixedEventAttendanceMode",
}


def to_json(nodes: Iterable[Node]) -> str:
    """Serialise nodes; no `<` is left, so that nothing in them can end the script element around them."""
    graph = {"@context": "https://schema.org", "@graph": list(nodes)}
    return _ENCODER.encode(graph).replace("<", "\\u003c")


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def moment(when: When | None, site: Site) -> str:
    """Write a date as ISO 8601 does, a time with its offset from UTC; empty when there is none."""
    if when is None:
        return ""
    return when.starts(site.zone).isoformat(timespec="minutes") if when.has_time else when.iso


def breadcrumb_list(site: Site, steps: Iterable[tuple[str, str]]) -> Node:
    """Describe the way from the home to a page: names and root-relative addresses."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": absolute(site, address)}
            for place, (name, address) in enumerate(steps, start=1)
        ],
    }


def news_article(site: Site, version: Version, address: str) -> Node:
    """Describe a news item or pilot update."""
    return _filled(
        {
            "@type": "NewsArticle",
            "headline": version.title,
            "description": version.summary,
            "inLanguage": version.language,
            "datePublished": moment(version.date, site),
            "dateModified": moment(version.updated or version.date, site),
            "mainEntityOfPage": absolute(site, address),
            "publisher": _publisher(site, version.language),
        }
    )


def event(site: Site, version: Version, facts: MeetingFacts, address: str) -> Node:
    """Describe a meeting: from the beginning of its first session to the end of its last."""
    last = facts.sessions[-1]
    return _filled(
        {
            "@type": "Event",
            "name": version.title,
            "description": version.summary,
            "inLanguage": version.language,
            "startDate": moment(facts.sessions[0].start, site),
            "endDate": moment(last.end or last.start, site),
            "eventAttendanceMode": _ATTENDANCE.get(facts.mode, ""),
            "location": {"@type": "Place", "name": facts.place} if facts.place else "",
            "organizer": _publisher(site, version.language),
            "url": absolute(site, address),
        }
    )


def _publisher(site: Site, language: str) -> Node:
    name = site.operator.get(language) or site.name.get(language)
    return {"@type": "Organization", "name": name, "url": site.base}


def _filled(node: dict[str, Any]) -> Node:
    return {name: value for name, value in node.items() if value != ""}
