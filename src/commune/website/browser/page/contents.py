"""The table of contents of a text, from its headings."""

import re
from html import escape, unescape

from plone.i18n.normalizer import idnormalizer

LEAST = 3
_HEADING = re.compile(r"<h2(?P<attributes>[^>]*)>(?P<inner>.*?)</h2>", re.DOTALL | re.IGNORECASE)
_ID = re.compile(r'\bid="([^"]*)"')
_TAG = re.compile(r"<[^>]+>")


def with_anchors(html: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The text with an anchor on each heading of level 2, and (anchor, words) of each."""
    found: list[tuple[str, str]] = []

    def anchored(match: re.Match[str]) -> str:
        words = unescape(_TAG.sub("", match["inner"])).strip()
        own = _ID.search(match["attributes"])
        anchor = own[1] if own else _free(idnormalizer.normalize(words) or "part", {one for one, _words in found})
        found.append((anchor, words))
        if own:
            return match[0]
        return f'<h2 id="{escape(anchor)}"{match["attributes"]}>{match["inner"]}</h2>'

    return _HEADING.sub(anchored, html), tuple(found)


def _free(anchor: str, taken: set[str]) -> str:
    number, free = 2, anchor
    while free in taken:
        free, number = f"{anchor}-{number}", number + 1
    return free
