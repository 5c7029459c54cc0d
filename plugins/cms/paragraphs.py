"""What the filter "Convert line breaks into HTML" does to a text: Drupal's `_filter_autop`, pattern for pattern."""

import re

_BLOCK = (
    "(?:table|thead|tfoot|caption|colgroup|tbody|tr|td|th|div|dl|dd|dt|ul|ol|li|pre|select|option|form|map|area|"
    "blockquote|address|math|input|p|h[1-6]|fieldset|legend|hr|article|aside|details|figcaption|figure|footer|header|"
    "hgroup|menu|nav|section|summary)"
)
_LEFT_ALONE = re.compile(
    r"(<!--.*?-->|</?(?:pre|script|style|object|iframe|drupal-media|svg|!--)[^>]*>)", re.IGNORECASE | re.ASCII
)
_TAG = re.compile(r"</?([^ >]*)")
_STEPS = tuple(
    (re.compile(pattern, re.ASCII), replacement)
    for pattern, replacement in (
        (r"\n*\Z", "\n\n"),
        (r"<br />\s*<br />", "\n\n"),
        (rf"(<{_BLOCK}[^>]*>)", r"\n\1"),
        (rf"(</{_BLOCK}>)", r"\1\n\n"),
        (r"\n\n+", "\n\n"),
        (r"^\n|\n\s*\n$", ""),
        (r"\n\s*\n\n?(.)", r"</p>\n<p>\1"),
        (r"\A", "<p>"),
        (r"\Z", "</p>\n"),
        (r"<p>(<li.+?)</p>", r"\1"),
        (r"(?i)<p><blockquote([^>]*)>", r"<blockquote\1><p>"),
        (r"</blockquote></p>", "</p></blockquote>"),
        (r"<p>\s*</p>\n?", ""),
        (rf"<p>\s*(</?{_BLOCK}[^>]*>)", r"\1"),
        (rf"(</?{_BLOCK}[^>]*>)\s*</p>", r"\1"),
        (r"(?<!<br />)\s*\n", "<br />\n"),
        (rf"(</?{_BLOCK}[^>]*>)\s*<br />", r"\1"),
        (r"<br />(\s*</?(?:p|li|div|th|pre|td|ul|ol)>)", r"\1"),
        (r"&([^#])(?![A-Za-z0-9]{1,8};)", r"&amp;\1"),
    )
)


def with_paragraphs(text: str) -> str:
    """Make paragraphs of blank lines and breaks of line ends; within `pre`, scripts and the like nothing changes."""
    result: list[str] = []
    ignored = ""
    for number, chunk in enumerate(_LEFT_ALONE.split(text)):
        if number % 2:
            found = _TAG.match(chunk)
            tag = found[1] if found and not chunk.startswith("<!--") else ""
            if tag and not ignored and not chunk.startswith("</"):
                ignored = tag
            elif tag and ignored == tag and chunk.startswith("</"):
                ignored = ""
        elif not ignored:
            chunk = _paragraphed(chunk)  # noqa: PLW2901 - the chunk itself is what changes
        result.append(chunk)
    return "".join(result)


def _paragraphed(text: str) -> str:
    for pattern, replacement in _STEPS:
        count = 1 if pattern.pattern in (r"\A", r"\Z", r"\n*\Z") else 0
        text = pattern.sub(replacement, text, count=count)
    return text
