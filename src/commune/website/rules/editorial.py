"""What a text should not be published with, and when a content is public."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from html.parser import HTMLParser

from commune.core.rules.refusals import NONE, Refusal, Refusals

BLOCKING = frozenset({"editorial.alt_missing"})
REVIEW_AFTER_DAYS = 365
CAPITALS_FROM = 20
_VAGUE = frozenset(
    {
        *("cliquez ici", "ici", "lire la suite", "plus", "en savoir plus"),
        *("click here", "here", "read more", "more"),
        *("klik hier", "hier", "lees meer", "hier klicken", "mehr"),
    }
)
_COLOURS = re.compile(r"\b(?:en|in)\s+(?:rouge|vert|bleu|jaune|orange|red|green|blue|yellow)\b", re.IGNORECASE)
_HEADING = re.compile(r"h([1-6])")


def html_warnings(html: str, first_level: int = 2) -> Refusals:
    """Everything an editor should mend in a text, each with its line; ``first_level`` is the highest heading allowed.

    Only the codes of ``BLOCKING`` stop a publication.
    """
    reader = _Reader(first_level)
    reader.feed(html)
    reader.close()
    return tuple(reader.found)


def file_warnings(files: Iterable[tuple[str, bool]], videos: Iterable[tuple[str, bool]] = ()) -> Refusals:
    """PDF files that are not tagged and videos without captions: (name, whether it is)."""
    untagged = tuple(Refusal("editorial.pdf_untagged", place=name) for name, tagged in files if not tagged)
    return untagged + tuple(Refusal("editorial.no_captions", place=name) for name, captioned in videos if not captioned)


def blocking(warnings: Refusals) -> Refusals:
    """Those that stop the publication."""
    return tuple(warning for warning in warnings if warning.code in BLOCKING)


@dataclass(frozen=True)
class Publication:
    """When a content is public: from ``since`` (included) until ``until`` (excluded), ``None`` for no bound."""

    since: datetime | None = None
    until: datetime | None = None

    def is_public(self, now: datetime) -> bool:
        """Whether it is shown at ``now`` (all three aware, or all naive)."""
        return (self.since is None or self.since <= now) and (self.until is None or now < self.until)

    def next_change(self, now: datetime) -> datetime | None:
        """The next moment at which that answer changes, to purge caches; ``None`` when it never will."""
        return min((moment for moment in (self.since, self.until) if moment is not None and moment > now), default=None)


def publication_refusals(publication: Publication) -> Refusals:
    """A content must begin to be public before it ceases to be."""
    if publication.since and publication.until and publication.until <= publication.since:
        return (Refusal("publication.reversed", place="until"),)
    return NONE


def review_due(last_review: date) -> date:
    """Day on which a content must be read again: a year later."""
    return last_review + timedelta(days=REVIEW_AFTER_DAYS)


class _Reader(HTMLParser):
    """Walks a text once, collecting what to mend."""

    def __init__(self, first_level: int) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Refusal] = []
        self.level = first_level - 1
        self.open: list[tuple[str, int, list[str]]] = []
        self.tables: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "img":
            self._image(given)
        elif tag == "th" and self.tables:
            self.tables[-1] = True
        elif tag == "table":
            self.tables.append(False)
        if tag in ("a", "p") or _HEADING.fullmatch(tag):
            named = given.get("aria-label") or ""
            self.open.append((tag, self.getpos()[0], [named] if tag == "a" else []))
        if tag == "a" and given.get("target") == "_blank":
            self._warn("editorial.new_window")
        match = _HEADING.fullmatch(tag)
        if match:
            self._heading(int(match[1]))

    def handle_data(self, data: str) -> None:
        for _, _, texts in self.open:
            texts.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "table" and self.tables and not self.tables.pop():
            self._warn("editorial.table_without_header")
        if tag not in [name for name, _, _ in self.open]:
            return
        while True:
            name, line, texts = self.open.pop()
            if name == tag:
                self._text(name, line, " ".join("".join(texts).split()))
                return

    def _image(self, given: dict[str, str | None]) -> None:
        alt = given.get("alt")
        decorative = given.get("role") == "presentation" or "data-decorative" in given
        if not decorative and not (alt or "").strip():
            self._warn("editorial.alt_missing", src=given.get("src"))
        elif alt and self.open:
            self.handle_data(alt)

    def _heading(self, level: int) -> None:
        if level > self.level + 1:
            self._warn("editorial.heading_skipped", level=level, expected=self.level + 1)
        self.level = level

    def _text(self, tag: str, line: int, text: str) -> None:
        if tag == "a" and not text:
            self._warn("editorial.link_empty", line)
        elif tag == "a" and text.casefold().strip(" .>»…") in _VAGUE:
            self._warn("editorial.link_vague", line, text=text)
        if tag == "p" and len(text) >= CAPITALS_FROM and text.isupper():
            self._warn("editorial.capitals", line)
        if tag == "p" and _COLOURS.search(text):
            self._warn("editorial.colour_only", line)
        if tag not in ("a", "p") and not text:
            self._warn("editorial.heading_empty", line)

    def _warn(self, code: str, line: int | None = None, **data: object) -> None:
        self.found.append(Refusal(code, data, f"line {line or self.getpos()[0]}"))
