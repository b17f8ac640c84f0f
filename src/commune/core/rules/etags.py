"""Versions of what is read, as HTTP tells them: a tag for what was told, asked back with a change (RFC 9110)."""

import re
from hashlib import sha256

from commune.core.rules.refusals import NONE, Refusal, Refusals

TAGS = re.compile(r'(W/)?("[\x21\x23-\x7e\x80-\xff]*")')
LENGTH = 32


def tag_of(text: str) -> str:
    """The strong tag of what is told, quotes included: equal for equal texts, another for any other."""
    return f'"{sha256(text.encode()).hexdigest()[:LENGTH]}"'


def tags_in(header: str) -> frozenset[str]:
    """The strong tags that a header names; weak ones (``W/``) say nothing about a change."""
    return frozenset(tag for weak, tag in TAGS.findall(header) if not weak)


def against_change(header: str | None, tag: str, needed: bool = False) -> Refusals:
    """Why a change asked with that ``If-Match`` is not done to what now has ``tag``.

    ``needed``: a change that names no version is refused (``version.needed``); the star names none either, since
    who sends it has not read what would be lost.
    """
    asked = (header or "").strip()
    if asked in ("", "*"):
        return (Refusal("version.needed"),) if needed else NONE
    return NONE if tag in tags_in(asked) else (Refusal("version.stale", {"tag": tag}),)


def is_known(header: str | None, tag: str) -> bool:
    """Whether the caller has, after its ``If-None-Match``, what has that tag already."""
    asked = (header or "").strip()
    return asked == "*" or tag in {found for _weak, found in TAGS.findall(asked)}
