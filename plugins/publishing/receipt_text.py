"""The receipt for people, in sections: each a heading and lines. The terminal and the preview show the same."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from msgspec import Struct

from plugins.core.dates import When, date_and_time
from plugins.core.languages import LANGUAGES
from plugins.core.stale_pages import StalePage
from plugins.publishing.announcements import texts
from plugins.publishing.receipt import Receipt, Size
from plugins.publishing.subscriptions import Subscription

LONGEST_LIST = 20
_UNITS = ("B", "kB", "MB", "GB", "TB")


class Section(Struct, frozen=True):
    """A heading, and lines below it: each a sign (`+ ~ > - !`, or a space) and a text."""

    heading: str
    lines: tuple[tuple[str, str], ...] = ()
    is_whole: bool = False
    """Whether each line waits for somebody, so that the list is never cut."""


def sections(shown: Receipt, language: str) -> Iterator[Section]:
    """Write a receipt in a language of messages."""
    words, found = texts(language), shown.addresses
    moved = [words["moved-to"].format(old=move.old, new=move.new) for move in found.moved]
    for key, sign, lines in (
        ("added", "+", found.new),
        ("changed", "~", found.changed),
        ("moved", ">", moved),
        ("removed", "-", found.gone),
    ):
        if lines:
            yield Section(words[key].format(count=len(lines)), tuple((sign, line) for line in lines))
    if any(shown.files):
        yield Section(words["files"].format(added=shown.files[0], changed=shown.files[1], removed=shown.files[2]))
    yield from map(partial(seen, words=words), shown.subscriptions)
    if shown.stale:
        heading = words["stale"].format(count=len({page.url for page in shown.stale}))
        yield Section(heading, tuple(("!", _stale(page, words)) for page in shown.stale), is_whole=True)
        yield Section(words["stale-how"].format(address=f"{shown.site}blocks/"))
    yield Section(_sizes(shown.size, language))


def seen(subscription: Subscription, words: Mapping[str, str]) -> Section:
    """Write what the subscribers of an address will see; what they had better not see is marked and comes first."""
    heading = words["calendar" if subscription.is_calendar else "feed"].format(address=subscription.address)
    lines = [("!", words["feed-ends"])] if subscription.ends else []
    for key, sign, titles in (
        ("item-again", "!", subscription.again),
        ("item-new", " ", subscription.new),
        ("item-changed", " ", subscription.changed),
        ("item-gone", " ", subscription.gone),
    ):
        lines += [(sign, words[key].format(title=title)) for title in titles]
    return Section(heading, tuple(lines))


def _stale(page: StalePage, words: Mapping[str, str]) -> str:
    key = "stale-withdrawn" if page.withdrawn else "stale-page"
    return words[key].format(url=page.url, block=page.block, language=page.language)


def _sizes(size: Size, language: str) -> str:
    shown = {"all": size.all, "before": size.before, "sent": size.sent}
    written = {key: bytes_shown(number, language) for key, number in shown.items()}
    return texts(language)["sizes"].format(files=size.files, **written)


def bytes_shown(number: int, language: str) -> str:
    """Write a number of bytes as people do: `18,2 kB`, of 1,000 bytes (IEC 80000-13)."""
    size, unit = float(number), 0
    while size >= 999.5 and unit < len(_UNITS) - 1:
        size, unit = size / 1000, unit + 1
    digits = f"{size:.1f}" if unit and size < 99.95 else f"{size:.0f}"
    return f"{digits.replace('.', LANGUAGES[language].decimal_separator)} {_UNITS[unit]}"


def moment_shown(at: datetime, language: str, zone: ZoneInfo) -> str:
    """Write a moment in the site's own time, as the language writes it."""
    local = at.astimezone(zone)
    when = When(local.year, local.month, local.day, local.hour, local.minute)
    return date_and_time(when, LANGUAGES[language])


def as_text(shown: Receipt, language: str) -> str:
    """Write the receipt for the terminal; long lists are cut and counted."""
    return written(sections(shown, language), texts(language))


def written(shown: Iterable[Section], words: Mapping[str, str]) -> str:
    """Write sections for the terminal; long lists are cut and counted."""
    lines = []
    for section in shown:
        lines.append(section.heading)
        visible = section.lines if section.is_whole else section.lines[:LONGEST_LIST]
        lines += [f"  {sign} {text}" for sign, text in visible]
        if len(visible) < len(section.lines):
            lines.append(words["more"].format(count=len(section.lines) - len(visible)))
    return "\n".join(lines) + "\n"
